#include "models/catalog/derivedanswers.h"

#include "models/catalog/jsonvalues.h"
#include "models/catalog/slug.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

bool hasProblem(const Form &form, const QString &name)
{
    return std::ranges::any_of(form.problems(), [&](const AnswerProblem &problem) {
        return problem.path.value(0) == name;
    });
}

bool fits(Form form, const QString &name, const Value &answer)
{
    form.setAnswer({name}, answer);
    return !hasProblem(form, name);
}

/// Ways to write `text` as a name, the most usual first.
QStringList spellings(const QString &text, const Parameter &parameter)
{
    const QString plain = slug(text);
    QString letters = plain;
    while (!letters.isEmpty() && !letters.at(0).isLetter())
        letters.removeFirst();
    QStringList all{plain, letters, QString(letters).replace(u'-', u'_'),
                    QString(letters).remove(u'-'), text};
    const qsizetype most = parameter.limits.maximumLength.value_or(text.size() * 4);
    for (QString &each : all) {
        each.truncate(std::min(most, each.size()));
        while (each.endsWith(u'-') || each.endsWith(u'_'))
            each.chop(1);
    }
    all.removeAll(QString());
    all.removeDuplicates();
    return all;
}

/// Whether `name` has to be answered, and is not.
bool isOpen(const Form &form, const QString &name)
{
    const std::optional<Parameter> parameter = form.parameter({name});
    return !name.isEmpty() && parameter && parameter->required && !form.answers().contains(name);
}

std::optional<Value> derived(const Form &form, const QString &name, const QString &text)
{
    if (!isOpen(form, name))
        return {};
    const std::optional<Parameter> parameter = form.parameter({name});
    const QStringList candidates = spellings(text, *parameter);
    for (const ParameterChoice &choice : parameter->choices) {
        if (candidates.contains(plainText(choice.value), Qt::CaseInsensitive))
            return choice.value;
    }
    for (const QString &candidate : candidates) {
        if (fits(form, name, candidate))
            return candidate;
    }
    return {};
}

} // namespace

bool needsUserName(const Form &form)
{
    return isOpen(form, form.schema().ownerName());
}

Map derivedAnswers(const Form &form, const AnswerSources &sources)
{
    Map answers;
    const FormSchema &schema = form.schema();
    for (const auto &[name, text] : {std::pair(schema.serviceName(), sources.destinationName),
                                     std::pair(schema.ownerName(), sources.userName)}) {
        if (const std::optional<Value> answer = derived(form, name, text))
            answers.insert(name, *answer);
    }
    return answers;
}

std::optional<Problem> missingAnswers(const Form &form, bool isUserKnown)
{
    const QList<Parameter> missing = form.missing();
    if (missing.isEmpty())
        return {};
    QStringList names;
    for (const Parameter &parameter : missing) {
        const QString path = toText(parameter.path, Value(form.answers()));
        names.append(parameter.title == path ? path : u"%1 (%2)"_s.arg(path, parameter.title));
    }
    const bool lacksOwner = std::ranges::any_of(missing, [&](const Parameter &parameter) {
        return parameter.path == AnswerPath{form.schema().ownerName()};
    });
    QString hint = QCoreApplication::translate(
        "Answers", "Give each as “--set NAME=VALUE”, or in a file with “--answers FILE”.");
    if (lacksOwner && !isUserKnown) {
        hint += u'\n'
            + QCoreApplication::translate(
                    "Answers",
                    "“--defaults” takes the owner from git, once it knows you: git config --global "
                    "user.name \"Your Name\" && git config --global user.email you@example.org");
    }
    return Problem{.code = u"answer.missing"_s,
                   .message = QCoreApplication::translate("Answers", "There is no answer for %1.")
                                  .arg(names.join(u", ")),
                   .hint = hint};
}

} // namespace waymark
