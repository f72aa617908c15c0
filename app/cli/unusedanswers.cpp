#include "app/cli/unusedanswers.h"

#include "models/catalog/answertext.h"
#include "models/catalog/conditions.h"
#include "models/catalog/decidinganswers.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

QString quoted(const QStringList &words)
{
    QStringList each;
    for (const QString &word : words)
        each += u'“' + word + u'”';
    return each.join(text(" or "));
}

/// How `name` was given on the command line; empty: it stands in the file.
QString optionOf(const QString &name, const GivenAnswers &given)
{
    const auto isIt = [&](const AnswerPath &path) { return path.constFirst() == name; };
    const auto path = std::ranges::find_if(given.options, isIt);
    if (path == given.options.cend())
        return given.form.given().contains(name) ? QString() : u"--reason"_s;
    return given.form.schema().isSecret(*path) ? u"--secret"_s : u"--set"_s;
}

Problem unused(const QString &name, const QString &option, const QStringList &deciders,
               const Form &form)
{
    const auto condition = conditionOf(name, deciders, form);
    QStringList values; // as --set takes them
    for (const Value &value : condition ? condition->values : QList<Value>())
        values += answerText({}, value);
    const QString message = condition ? text("“%1” is only asked for when “%2” is %3.")
                                            .arg(name, condition->decider, quoted(values))
                                      : text("“%1” is not asked for with these answers.").arg(name);
    QStringList hint;
    if (!condition && !deciders.isEmpty())
        hint += text("That depends on the answer to %1.").arg(quoted(deciders));
    if (option.isEmpty())
        hint += text("It has no effect here; nothing is wrong if other services share the file.");
    else if (condition)
        hint += text("Add --set %1=%2, or leave %3 %4=… out.")
                    .arg(condition->decider, values.constFirst(), option, name);
    else
        hint += text("Leave %1 %2=… out.").arg(option, name);
    return {.severity = option.isEmpty() ? Severity::Warning : Severity::Error,
            .code = u"cli.unused-answer"_s,
            .message = message,
            .hint = hint.join(u' ')};
}

} // namespace

QList<Problem> unusedAnswers(const GivenAnswers &given, const Form &form)
{
    QSet<QString> unheeded;
    for (const QString &name : form.unused()) {
        if (given.form.given().contains(name))
            unheeded.insert(name);
    }
    for (const QString &name : given.reasons.keys()) {
        if (!form.parameter({name}))
            unheeded.insert(name);
    }
    if (unheeded.isEmpty())
        return {};
    const QHash<QString, QStringList> deciders = decidingAnswers(form.schema());
    QList<Problem> problems;
    for (const QString &name : form.schema().names()) {
        if (!unheeded.contains(name))
            continue;
        const QString option = optionOf(name, given);
        const Problem problem = unused(name, option, deciders.value(name), form);
        problems += option.isEmpty() ? given.file->located({{name}, problem}) : problem;
    }
    return problems;
}

} // namespace waymark::cli
