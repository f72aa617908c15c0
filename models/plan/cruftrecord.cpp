#include "models/plan/cruftrecord.h"

#include "models/base/json.h"
#include "models/base/utf8.h"
#include "models/catalog/cookiecuttersettings.h"
#include "models/plan/formcontext.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// The variables in the order in which Cookiecutter asks for them: maps come last.
Map variablesOf(const Form &form, const CookiecutterSettings &settings)
{
    const jinja::TaggedValue context = contextOf(form);
    const jinja::TaggedValue *found = context.find(u"cookiecutter"_s);
    const Value value = found ? found->toValue() : Value();
    const Map all = value.toMap() ? *value.toMap() : Map();
    const auto isLast
        = [&](const QString &name) { return all.value(name).toMap() && !name.startsWith(u'_'); };
    Map variables;
    for (const bool last : {false, true}) {
        for (const QString &name : settings.variables.keys()) {
            if (all.contains(name) && isLast(name) == last)
                variables.insert(name, all.value(name));
        }
    }
    return variables;
}

Value textOrNull(const QString &text)
{
    return text.isEmpty() ? Value() : Value(text);
}

} // namespace

std::optional<QByteArray> toCruftRecord(const Template &definition, const Form &form,
                                        const TemplateIdentity &made)
{
    const CookiecutterSettings *settings
        = definition.cookiecutter ? usedTemplate(*definition.cookiecutter, form.given()) : nullptr;
    if (!settings || made.url.isEmpty() || made.commit.isEmpty())
        return std::nullopt;
    const QString commit = QString::fromLatin1(made.commit);
    Map variables = variablesOf(form, *settings);
    variables.insert(u"_template"_s, made.url);
    variables.insert(u"_commit"_s, commit);
    QStringList folder{made.path, displayed(settings->path)};
    folder.removeAll(QString());
    return toJson(Map{{u"template"_s, made.url},
                      {u"commit"_s, commit},
                      {u"checkout"_s, Value()},
                      {u"context"_s, Map{{u"cookiecutter"_s, variables}}},
                      {u"directory"_s, textOrNull(folder.join(u'/'))}},
                  JsonLayout::Indented)
        + '\n';
}

} // namespace waymark
