#include "app/cli/questions.h"

#include "models/base/closest.h"
#include "models/catalog/answertext.h"
#include "models/catalog/violationwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// Whether every item can be written without JSON.
bool isPlainList(const Parameter &parameter)
{
    using enum Parameter::Type;
    return parameter.type == Sequence && parameter.items.size() == 1
        && QList{Text, Integer, Number, Boolean, Choice}.contains(
            parameter.items.constFirst().type);
}

/// One of the choices of `parameter`, which takes several.
Parameter oneOf(const Parameter &parameter)
{
    Parameter one = parameter;
    one.type = Parameter::Type::Choice;
    one.nullable = false;
    return one;
}

/// The choice whose number, as it is shown, was typed.
std::optional<Value> numbered(const Parameter &parameter, const QString &typed)
{
    bool isNumber = false;
    const int number = typed.trimmed().toInt(&isNumber);
    if (!isNumber || number < 1 || number > parameter.choices.size())
        return std::nullopt;
    return parameter.choices.at(number - 1).value;
}

/// Why `typed` is no choice, in the words that stand on the terminal.
std::unexpected<Error> noChoice(const Parameter &parameter, const QString &typed)
{
    QStringList titles;
    for (const ParameterChoice &choice : parameter.choices)
        titles += choice.title;
    const QString way = text("Give a number from 1 to %1, or one of %2.")
                            .arg(QString::number(titles.size()), alternatives(titles));
    const bool isShown = !parameter.isSecret() && !typed.trimmed().isEmpty();
    const QString meant = isShown ? didYouMean(typed.trimmed(), titles) : QString();
    return failure({.code = u"answer.type"_s,
                    .message = isShown
                        ? text("“%1” is none of these.").arg(typed.trimmed().left(100))
                        : text("That is none of these."),
                    .hint = meant.isEmpty() ? way : meant + u' ' + way});
}

Result<Value> choiceOf(const Parameter &parameter, const QString &typed)
{
    auto value = readAnswer(parameter, typed);
    if (value || parameter.choices.isEmpty())
        return value;
    if (const auto meant = numbered(parameter, typed))
        return *meant;
    return noChoice(parameter, typed);
}

/// The values of `typed`, with commas between them, each as `read` takes it.
Result<Value> listOf(const Parameter &item, const QString &typed,
                     Result<Value> (*read)(const Parameter &, const QString &))
{
    List values;
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts)) {
        auto value = read(item, part.trimmed());
        if (!value)
            return value;
        values += *value;
    }
    return values;
}

/// Whether `typed` is a list in JSON.
bool isJson(const QString &typed)
{
    return typed.trimmed().startsWith(u'[');
}

} // namespace

QList<Parameter> questionsIn(const QList<Parameter> &parameters)
{
    QList<Parameter> questions;
    for (const Parameter &parameter : parameters) {
        if (parameter.isHidden() || parameter.readOnly)
            continue;
        if (parameter.type == Parameter::Type::Group && !parameter.members.isEmpty())
            questions += questionsIn(parameter.members);
        else
            questions += parameter;
    }
    return questions;
}

QString notationOf(const Parameter &parameter)
{
    switch (parameter.type) {
    case Parameter::Type::Choice:
        return text("One of these; its number will do.");
    case Parameter::Type::MultipleChoice:
        return text("Any of these, or their numbers, with commas between them.");
    case Parameter::Type::Sequence:
        return isPlainList(parameter) ? text("Any number, with commas between them.")
                                      : text("A list in JSON.");
    case Parameter::Type::Mapping:
        return text("Names and values in JSON: {\"name\": \"value\"}");
    default:
        return {};
    }
}

Result<Value> typedAnswer(const Parameter &parameter, const QString &typed)
{
    using enum Parameter::Type;
    if (isPlainList(parameter) && !isJson(typed))
        return listOf(parameter.items.constFirst(), typed, readAnswer);
    if (parameter.type == Choice || parameter.type == Boolean)
        return choiceOf(parameter, typed);
    auto value = readAnswer(parameter, typed);
    if (!value && parameter.type == MultipleChoice && !isJson(typed))
        return listOf(oneOf(parameter), typed, choiceOf);
    return value;
}

QString presetText(const Parameter &parameter, const Value &preset)
{
    const bool isSeveral = parameter.type == Parameter::Type::MultipleChoice;
    const List *list = preset.toList();
    if (!list || (!isSeveral && !isPlainList(parameter)))
        return answerText(parameter, preset);
    const Parameter item = isSeveral ? oneOf(parameter) : parameter.items.constFirst();
    QStringList words;
    for (const Value &value : *list)
        words += answerText(item, value);
    const bool isTypedAlike = std::ranges::all_of(words, [](const QString &word) {
        return !word.isEmpty() && word.trimmed() == word && !word.contains(u',');
    });
    const QString joined = words.join(u", "_s);
    return isTypedAlike && !isJson(joined) ? joined : answerText(parameter, preset);
}

} // namespace waymark::cli
