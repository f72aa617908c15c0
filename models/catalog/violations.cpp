#include "models/catalog/violations.h"

#include "models/catalog/acceptance.h"
#include "models/catalog/formats.h"
#include "models/catalog/jsonvalues.h"

#include <QSet>

#include <algorithm>

namespace waymark {
namespace {

std::optional<Keyword> violatedSize(const Schema::Sizes &sizes, qsizetype size, Keyword tooFew,
                                    Keyword tooMany)
{
    if (sizes.least && size < *sizes.least)
        return tooFew;
    if (sizes.most && size > *sizes.most)
        return tooMany;
    return {};
}

std::optional<Keyword> violatedText(const Schema &schema, const QString &text)
{
    if (const auto size = violatedSize(schema.textSizes, codePoints(text), Keyword::MinimumLength,
                                       Keyword::MaximumLength))
        return size;
    if (schema.pattern) {
        const auto match = schema.pattern->match(text);
        if (!match || !*match)
            return Keyword::Pattern;
    }
    if (!schema.format.isEmpty() && !fitsFormat(text, schema.format))
        return Keyword::Format;
    return {};
}

std::optional<Keyword> violatedNumber(const Parameter::Limits &limits, const Value &value)
{
    if (limits.minimum && compareNumbers(value, *limits.minimum) < 0)
        return Keyword::Minimum;
    if (limits.maximum && compareNumbers(value, *limits.maximum) > 0)
        return Keyword::Maximum;
    if (limits.exclusiveMinimum && compareNumbers(value, *limits.exclusiveMinimum) <= 0)
        return Keyword::ExclusiveMinimum;
    if (limits.exclusiveMaximum && compareNumbers(value, *limits.exclusiveMaximum) >= 0)
        return Keyword::ExclusiveMaximum;
    if (limits.multipleOf && !isMultipleOf(value, *limits.multipleOf))
        return Keyword::MultipleOf;
    return {};
}

bool hasRepeated(const List &list)
{
    QSet<QString> texts;
    QSet<QByteArray> others;
    for (const Value &item : list) {
        if (const QString *text = item.toText())
            texts.insert(*text);
        else
            others.insert(canonicalJson(item));
    }
    return texts.size() + others.size() < list.size();
}

std::optional<Keyword> violatedList(const Schema &schema, const List &list)
{
    if (const auto size
        = violatedSize(schema.listSizes, list.size(), Keyword::MinimumItems, Keyword::MaximumItems))
        return size;
    if (schema.limits.uniqueItems && hasRepeated(list))
        return Keyword::UniqueItems;
    const auto contained = [&](const Value &item) { return accepts(*schema.contains, item); };
    if (schema.contains && std::ranges::none_of(list, contained))
        return Keyword::Contains;
    return {};
}

std::optional<Keyword> violatedInside(const Schema &schema, const Value &value)
{
    if (const QString *text = value.toText())
        return violatedText(schema, *text);
    if (isNumber(value))
        return violatedNumber(schema.limits, value);
    if (const List *list = value.toList())
        return violatedList(schema, *list);
    if (const Map *map = value.toMap())
        return violatedSize(schema.mapSizes, map->size(), Keyword::MinimumItems,
                            Keyword::MaximumItems);
    return {};
}

} // namespace

bool isOfType(quint8 types, const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null:
        return types & Schema::NullType;
    case Value::Type::Bool:
        return types & Schema::BooleanType;
    case Value::Type::Integer:
        return types & (Schema::IntegerType | Schema::NumberType);
    case Value::Type::Float:
        return (types & Schema::NumberType)
            || ((types & Schema::IntegerType) && isWholeNumber(value));
    case Value::Type::Text:
        return types & Schema::TextType;
    case Value::Type::List:
        return types & Schema::ListType;
    case Value::Type::Map:
        return types & Schema::MapType;
    }
    Q_UNREACHABLE_RETURN(false);
}

std::optional<Keyword> violated(const Schema &schema, const Value &value)
{
    if (schema.isNever)
        return Keyword::Never;
    if (schema.types != 0 && !isOfType(schema.types, value))
        return Keyword::Type;
    if (schema.constant && !isSameJson(*schema.constant, value))
        return Keyword::Constant;
    if (!schema.allowsChoice(value))
        return Keyword::Choices;
    if (const auto inside = violatedInside(schema, value))
        return inside;
    if (schema.negated && accepts(*schema.negated, value))
        return Keyword::Not;
    return {};
}

} // namespace waymark
