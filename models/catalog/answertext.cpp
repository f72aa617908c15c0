#include "models/catalog/answertext.h"

#include "models/base/closest.h"
#include "models/base/json.h"
#include "models/base/textcontext.h"
#include "models/catalog/jsonvalues.h"
#include "models/catalog/violationwords.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Answers");

bool holdsSecret(const Parameter &parameter)
{
    return parameter.isSecret() || std::ranges::any_of(parameter.members, holdsSecret)
        || std::ranges::any_of(parameter.items, holdsSecret);
}

/// What `text` is not; a secret is not repeated.
std::unexpected<Error> refused(const Parameter &parameter, const QString &text,
                               const QString &wanted, const QString &hint = {})
{
    const QString message = holdsSecret(parameter)
        ? translated("%1 must be %2.").arg(parameter.title, wanted)
        : translated("%1 must be %2, not “%3”.").arg(parameter.title, wanted, text.left(100));
    return failure({.code = u"answer.type"_s, .message = message, .hint = hint});
}

std::optional<Value> toInteger(const QString &text)
{
    const std::optional<Integer> integer = Integer::parse(text.trimmed().toUtf8());
    return integer ? std::optional<Value>(*integer) : std::nullopt;
}

std::optional<Value> toNumber(const QString &text)
{
    if (const std::optional<Value> integer = toInteger(text))
        return integer;
    bool isNumber = false;
    const double number = text.trimmed().toDouble(&isNumber);
    return isNumber && std::isfinite(number) ? std::optional<Value>(number) : std::nullopt;
}

std::optional<Value> toBoolean(const QString &text)
{
    const QString word = text.trimmed().toLower();
    if (QStringList{u"yes"_s, u"y"_s, u"true"_s}.contains(word))
        return true;
    if (QStringList{u"no"_s, u"n"_s, u"false"_s}.contains(word))
        return false;
    return {};
}

/// The one of `choices` that `text` names by value or title, case apart if only one is meant then.
std::optional<Value> chosen(const QList<ParameterChoice> &choices, const QString &text)
{
    for (const Qt::CaseSensitivity by : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const auto isMeant = [&](const ParameterChoice &choice) {
            return plainText(choice.value).compare(text, by) == 0
                || choice.title.compare(text, by) == 0;
        };
        const auto found = std::ranges::find_if(choices, isMeant);
        if (found != choices.end()
            && (by == Qt::CaseSensitive || std::ranges::count_if(choices, isMeant) == 1))
            return found->value;
    }
    return {};
}

Result<Value> readChoice(const Parameter &parameter, const QString &text)
{
    if (const std::optional<Value> value = chosen(parameter.choices, text.trimmed()))
        return *value;
    QStringList values;
    QStringList names;
    for (const ParameterChoice &choice : parameter.choices) {
        values.append(plainText(choice.value));
        names.append({values.last(), choice.title});
    }
    const QString hint = parameter.isSecret() ? QString() : didYouMean(text, names);
    return refused(parameter, text, translated("one of %1").arg(alternatives(values)), hint);
}

Result<Value> readChoices(const Parameter &parameter, const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed.startsWith(u'[')) {
        const Result<Value> json = parseJson(trimmed.toUtf8());
        if (json && json->toList())
            return *json;
        return refused(parameter, text, translated("a list such as [\"a\", \"b\"]"));
    }
    List values;
    for (const QString &part : trimmed.split(u',', Qt::SkipEmptyParts)) {
        Result<Value> value = readChoice(parameter, part);
        if (!value)
            return value;
        values.append(*value);
    }
    return values;
}

Result<Value> readJson(const Parameter &parameter, const QString &text, Value::Type type)
{
    const bool isList = type == Value::Type::List;
    const Result<Value> json = parseJson(text.toUtf8());
    if (json && json->type() == type)
        return *json;
    const QString wanted = isList ? translated("a list in JSON") : translated("a map in JSON");
    const QString example = isList ? u"[\"a\", \"b\"]"_s : u"{\"name\": \"value\"}"_s;
    const bool isInside = text.trimmed().startsWith(example.first(1)) && !holdsSecret(parameter);
    const QString fault = isInside && !json ? json.error().problem.message + u' ' : QString();
    return refused(parameter, text, wanted, fault + translated("Write it as %1.").arg(example));
}

Result<Value> orRefused(const Parameter &parameter, const QString &text,
                        const std::optional<Value> &value, const QString &wanted)
{
    if (value)
        return *value;
    return refused(parameter, text, wanted);
}

std::unexpected<Error> unknownName(const QString &name, const QStringList &known)
{
    const QString hint = didYouMean(name, known);
    return failure({.code = u"answer.unknown"_s,
                    .message = translated("The template asks for nothing called “%1”.").arg(name),
                    .hint = hint.isEmpty() && !known.isEmpty()
                        ? translated("It asks for %1.").arg(alternatives(known))
                        : hint});
}

QStringList namesOf(const QList<Parameter> &parameters)
{
    QStringList names;
    for (const Parameter &parameter : parameters)
        names.append(parameter.name);
    return names;
}

/// The question at `path`, asked now or with other answers.
Result<Parameter> named(const Form &form, const AnswerPath &path)
{
    if (std::optional<Parameter> parameter = form.parameter(path))
        return *parameter;
    if (std::optional<Parameter> parameter = form.schema().parameter(path))
        return *parameter;
    const AnswerPath outer = path.first(path.size() - 1);
    if (outer.isEmpty())
        return unknownName(path.last(), form.schema().names());
    const Result<Parameter> around = named(form, outer);
    if (!around)
        return around;
    using enum Parameter::Type;
    const bool isOpen = around->type == Mapping || around->type == Anything;
    if (!isOpen && around->members.isEmpty())
        return failure(
            {.code = u"answer.unknown"_s,
             .message = translated("The template asks for nothing called “%1”.").arg(toText(path)),
             .hint = translated("“%1” has no parts; write %1=VALUE.").arg(toText(outer))});
    if (!isOpen)
        return unknownName(toText(path), namesOf(around->members));
    return Parameter{.name = path.last(), .path = path, .title = path.last(), .type = Anything};
}

} // namespace

Result<Value> readAnswer(const Parameter &parameter, const QString &text)
{
    using enum Parameter::Type;
    const QString word = text.trimmed();
    const bool isWritten = parameter.type != Text && parameter.type != File;
    if (parameter.nullable && isWritten && (word.isEmpty() || word == u"null"))
        return Value();
    switch (parameter.type) {
    case Text:
    case File:
        return text;
    case Integer:
        return orRefused(parameter, text, toInteger(text), translated("a whole number"));
    case Number:
        return orRefused(parameter, text, toNumber(text), translated("a number"));
    case Boolean: {
        const std::optional<Value> byTitle = chosen(parameter.choices, word);
        return orRefused(parameter, text, byTitle ? byTitle : toBoolean(text),
                         translated("yes or no"));
    }
    case Choice:
        return readChoice(parameter, text);
    case MultipleChoice:
        return readChoices(parameter, text);
    case Sequence:
        return readJson(parameter, text, Value::Type::List);
    case Mapping:
    case Group:
        return readJson(parameter, text, Value::Type::Map);
    case Anything:
        return parseJson(text.toUtf8()).value_or(text);
    }
    Q_UNREACHABLE_RETURN(Value());
}

QString answerText(const Parameter &parameter, const Value &answer)
{
    for (const ParameterChoice &choice : parameter.choices) {
        if (isSameJson(choice.value, answer))
            return choice.title;
    }
    if (const bool *truth = answer.toBool())
        return *truth ? translated("yes") : translated("no");
    return plainText(answer);
}

QString answerWithUnit(const Parameter &parameter, const Value &answer)
{
    using enum Parameter::Type;
    const QString text = answerText(parameter, answer);
    const bool isNumber = parameter.type == Integer || parameter.type == Number;
    const QString unit = parameter.unit();
    return isNumber && !unit.isEmpty() && !answer.isNull() ? text + u' ' + unit : text;
}

AnswerPath namedPath(const QString &name, const FormSchema &schema)
{
    return schema.names().contains(name) ? AnswerPath{name} : parseAnswerPath(name);
}

Result<NamedAnswer> readNamedAnswer(const Form &form, const QString &nameAndText)
{
    const qsizetype equals = nameAndText.indexOf(u'=');
    const QString name = nameAndText.first(std::max<qsizetype>(equals, 0)).trimmed();
    if (name.isEmpty())
        return failure({.code = u"answer.usage"_s,
                        .message = translated("An answer has to be given as NAME=VALUE.")});
    const AnswerPath path = namedPath(name, form.schema());
    Result<Parameter> parameter = named(form, path);
    if (!parameter)
        return std::unexpected(parameter.error());
    if (parameter->title == path.last())
        parameter->title = toText(path);
    const Result<Value> value = readAnswer(*parameter, nameAndText.sliced(equals + 1));
    if (!value)
        return std::unexpected(value.error());
    return NamedAnswer{path, *value};
}

namespace {

/// `answer` as readAnswer() takes it, without regard to who reads it.
QString plainText(const Parameter &parameter, const Value &answer)
{
    using enum Parameter::Type;
    const bool isWritten = QList{Text, File, Choice}.contains(parameter.type);
    const QString json = QString::fromUtf8(toJson(answer));
    return isWritten ? answer.textOr(json) : json;
}

} // namespace

QStringList namedAnswers(const Form &form)
{
    const QStringList &secrets = form.schema().secretNames();
    const Map defaults = form.defaults();
    const Map answers = form.answers();
    const QList<Parameter> parameters = form.parameters();
    QStringList named;
    for (const Parameter &parameter : parameters) {
        const Value *answer = answers.find(parameter.name);
        const Value *usual = defaults.find(parameter.name);
        if (!answer || secrets.contains(parameter.name) || (usual && *usual == *answer))
            continue;
        named += parameter.name + u'=' + plainText(parameter, *answer);
    }
    return named;
}

} // namespace waymark
