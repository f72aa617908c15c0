#include "app/cli/questions.h"

#include "models/catalog/answertext.h"

#include <QCoreApplication>

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

Result<Value> listOf(const Parameter &item, const QString &typed)
{
    List values;
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts)) {
        auto value = readAnswer(item, part.trimmed());
        if (!value)
            return value;
        values += *value;
    }
    return values;
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
        return text("Any of these, with commas between them.");
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
    if (isPlainList(parameter) && !typed.trimmed().startsWith(u'['))
        return listOf(parameter.items.constFirst(), typed);
    auto value = readAnswer(parameter, typed);
    bool isNumber = false;
    const int number = typed.toInt(&isNumber);
    if (!value && parameter.type == Parameter::Type::Choice && isNumber && number >= 1
        && number <= parameter.choices.size())
        return parameter.choices.at(number - 1).value;
    return value;
}

} // namespace waymark::cli
