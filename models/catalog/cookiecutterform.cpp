#include "models/catalog/cookiecutterform.h"

#include "models/base/textcontext.h"
#include "models/catalog/cookiecutterasking.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Cookiecutter");

/// The question which of several templates is meant.
Parameter choiceParameter(const CookiecutterSettings &settings)
{
    Parameter parameter{.name = settings.choice,
                        .path = {settings.choice},
                        .title = translated("Template"),
                        .type = Parameter::Type::Choice,
                        .required = true};
    const Value prompt = settings.prompts.value(settings.choice);
    const QString title
        = prompt.toMap() ? prompt.toMap()->value(u"__prompt__").textOr() : prompt.textOr();
    if (!title.isEmpty())
        parameter.title = title;
    for (const NestedTemplate &nested : settings.nested)
        parameter.choices += {nested.key, nested.title};
    parameter.defaultValue = settings.nested.first().key;
    return parameter;
}

void collectNames(const CookiecutterSettings &settings, QStringList &names)
{
    if (!settings.choice.isEmpty())
        names += settings.choice;
    else
        names += settings.variables.keys();
    for (const NestedTemplate &nested : settings.nested) {
        if (nested.settings)
            collectNames(*nested.settings, names);
    }
}

std::optional<Parameter> parameterIn(const CookiecutterSettings &settings, const QString &name)
{
    if (name == settings.choice && !settings.nested.isEmpty())
        return choiceParameter(settings);
    if (settings.choice.isEmpty()) {
        const Value *raw = settings.variables.find(name);
        return raw ? std::optional(variableParameter(settings, name, *raw)) : std::nullopt;
    }
    for (const NestedTemplate &nested : settings.nested) {
        if (!nested.settings)
            continue;
        if (auto found = parameterIn(*nested.settings, name))
            return found;
    }
    return std::nullopt;
}

/// Asks which template is meant; where that cannot be used, that is a problem.
void askForTemplate(const CookiecutterSettings &settings, const Map &given,
                    Questioning &questioning)
{
    AskedQuestion question{.parameter = choiceParameter(settings)};
    const NestedTemplate *chosen = chosenTemplate(settings, given);
    const Value *wanted = given.find(settings.choice);
    question.usual = settings.nested.first().key;
    question.answer = chosen->key;
    if (wanted && wanted->textOr() != chosen->key)
        question.problems += AnswerProblem{
            {settings.choice},
            {.code = u"answer.choice"_s,
             .message = translated("“%1” is none of the templates.").arg(wanted->textOr())}};
    for (const Problem &problem : chosen->problems)
        question.problems += AnswerProblem{{settings.choice}, problem};
    questioning.questions += question;
}

} // namespace

const NestedTemplate *chosenTemplate(const CookiecutterSettings &settings, const Map &given)
{
    if (settings.nested.isEmpty())
        return nullptr;
    const QString wanted = given.value(settings.choice).textOr();
    const auto found = std::ranges::find(settings.nested, wanted, &NestedTemplate::key);
    return found == settings.nested.end() ? &settings.nested.first() : &*found;
}

const CookiecutterSettings *usedTemplate(const CookiecutterSettings &settings, const Map &given)
{
    if (settings.choice.isEmpty())
        return &settings;
    const NestedTemplate *chosen = chosenTemplate(settings, given);
    return chosen && chosen->settings ? usedTemplate(*chosen->settings, given) : nullptr;
}

QList<Questionnaire::Page> CookiecutterForm::pages() const
{
    const Page questions{.title = translated("Questions")};
    if (m_settings->choice.isEmpty())
        return {questions};
    return {{.title = translated("Template")}, questions};
}

QStringList CookiecutterForm::names() const
{
    QStringList names;
    collectNames(*m_settings, names);
    names.removeDuplicates();
    return names;
}

std::optional<Parameter> CookiecutterForm::parameter(const QString &name) const
{
    return parameterIn(*m_settings, name);
}

QString CookiecutterForm::serviceName() const
{
    const QStringList known = names();
    for (const QString &name : {u"project_slug"_s, u"repo_name"_s, u"app_name"_s, u"package_name"_s,
                                u"project_name"_s, u"name"_s}) {
        if (known.contains(name))
            return name;
    }
    return {};
}

QHash<QString, QStringList> CookiecutterForm::decidingAnswers() const
{
    QHash<QString, QStringList> deciders;
    if (m_settings->choice.isEmpty())
        return deciders;
    for (const QString &name : names()) {
        if (name != m_settings->choice)
            deciders.insert(name, {m_settings->choice});
    }
    return deciders;
}

Map CookiecutterForm::answersIn(const Map &file) const
{
    const QStringList known = names();
    const Value *recorded = file.find(u"context"); // of Cruft
    const bool isRecord = recorded && recorded->toMap() && !known.contains(u"context"_s);
    const Value *replayed = (isRecord ? *recorded->toMap() : file).find(u"cookiecutter");
    if (!replayed || !replayed->toMap() || known.contains(u"cookiecutter"_s))
        return file;
    Map answers;
    for (const Map::Entry &entry : *replayed->toMap()) {
        if (known.contains(entry.key))
            answers.insert(entry.key, entry.value);
    }
    return answers;
}

QStringList CookiecutterForm::answersFiles() const
{
    return {u".cruft.json"_s};
}

Questioning CookiecutterForm::ask(const Map &given, const Occasion &occasion) const
{
    Questioning questioning;
    questioning.context = jinja::TaggedValue::fromMap({});
    const CookiecutterSettings *settings = m_settings.get();
    while (settings && !settings->nested.isEmpty()) {
        askForTemplate(*settings, given, questioning);
        settings = chosenTemplate(*settings, given)->settings.get();
    }
    if (!settings || !settings->choice.isEmpty())
        return questioning;
    const auto variables = overwrittenVariables(*settings, occasion.defaults, given);
    CookiecutterAsking(*settings, variables, occasion)
        .run(questioning, m_settings->choice.isEmpty() ? 0 : 1);
    return questioning;
}

} // namespace waymark
