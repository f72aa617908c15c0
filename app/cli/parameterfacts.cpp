#include "app/cli/parameterfacts.h"

#include "models/base/json.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

QString number(const Value &value)
{
    return QString::fromUtf8(toJson(value));
}

/// "1 to 9", "at least 1" or "at most 9"; empty where there is neither.
QString range(const std::optional<Value> &from, const std::optional<Value> &to)
{
    if (from && to)
        return *from == *to ? text("exactly %1").arg(number(*from))
                            : text("%1 to %2").arg(number(*from), number(*to));
    if (from)
        return text("at least %1").arg(number(*from));
    return to ? text("at most %1").arg(number(*to)) : QString();
}

std::optional<Value> valueOf(std::optional<qint64> length)
{
    return length ? std::optional<Value>(*length) : std::nullopt;
}

QString unitOf(Parameter::Type type)
{
    switch (type) {
    case Parameter::Type::Sequence:
    case Parameter::Type::MultipleChoice:
        return text("items");
    case Parameter::Type::Mapping:
    case Parameter::Type::Group:
        return text("entries");
    default:
        return text("characters");
    }
}

} // namespace

QString typeName(Parameter::Type type)
{
    switch (type) {
    case Parameter::Type::Text:
        return u"text"_s;
    case Parameter::Type::Integer:
        return u"integer"_s;
    case Parameter::Type::Number:
        return u"number"_s;
    case Parameter::Type::Boolean:
        return u"boolean"_s;
    case Parameter::Type::Choice:
        return u"choice"_s;
    case Parameter::Type::MultipleChoice:
        return u"multiple choice"_s;
    case Parameter::Type::Sequence:
        return u"list"_s;
    case Parameter::Type::Mapping:
        return u"map"_s;
    case Parameter::Type::Group:
        return u"group"_s;
    case Parameter::Type::File:
        return u"file"_s;
    case Parameter::Type::Anything:
        return u"anything"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<Sidecar::Golden> goldenOf(const Parameter &parameter, const Template &definition)
{
    if (!definition.sidecar || parameter.path.size() > 1)
        return std::nullopt;
    return definition.sidecar->goldenOf(parameter.name);
}

QString goldenInWords(const Sidecar::Golden &golden)
{
    if (golden.why.isEmpty())
        return {};
    return (golden.isGolden ? text("Golden: %1") : text("Not golden: %1")).arg(golden.why);
}

QStringList limitsInWords(const Parameter &parameter)
{
    const Parameter::Limits &limits = parameter.limits;
    QStringList words{range(limits.minimum, limits.maximum)};
    if (limits.exclusiveMinimum)
        words += text("more than %1").arg(number(*limits.exclusiveMinimum));
    if (limits.exclusiveMaximum)
        words += text("less than %1").arg(number(*limits.exclusiveMaximum));
    if (limits.multipleOf)
        words += text("a multiple of %1").arg(number(*limits.multipleOf));
    const QString lengths = range(valueOf(limits.minimumLength), valueOf(limits.maximumLength));
    if (!lengths.isEmpty())
        words += lengths + u' ' + unitOf(parameter.type);
    if (limits.uniqueItems && parameter.type != Parameter::Type::MultipleChoice)
        words += text("no item twice");
    if (!parameter.format.isEmpty())
        words += text("written as %1").arg(parameter.format);
    words.removeAll(QString());
    return words;
}

Map limitsAsJson(const Parameter::Limits &limits)
{
    const std::pair<QString, std::optional<Value>> all[] = {
        {u"minimum"_s, limits.minimum},
        {u"maximum"_s, limits.maximum},
        {u"exclusiveMinimum"_s, limits.exclusiveMinimum},
        {u"exclusiveMaximum"_s, limits.exclusiveMaximum},
        {u"multipleOf"_s, limits.multipleOf},
        {u"minimumLength"_s, valueOf(limits.minimumLength)},
        {u"maximumLength"_s, valueOf(limits.maximumLength)},
    };
    Map map;
    for (const auto &[name, limit] : all) {
        if (limit)
            map.insert(name, *limit);
    }
    if (!limits.pattern.isEmpty())
        map.insert(u"pattern"_s, limits.pattern);
    if (limits.uniqueItems)
        map.insert(u"uniqueItems"_s, true);
    return map;
}

} // namespace waymark::cli
