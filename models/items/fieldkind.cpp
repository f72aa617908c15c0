#include "models/items/fieldkind.h"

#include "models/base/json.h"
#include "models/base/textcontext.h"
#include "models/catalog/answertext.h"
#include "models/catalog/jsonvalues.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype longestSegment = 18; // UTF-16 units of a choice's name
constexpr qsizetype mostSegments = 4;
constexpr qsizetype longestSegments = 56; // of all names together
constexpr qsizetype mostCards = 5;

constexpr TextContext translated("FormModel");

FieldKind choiceKind(const Parameter &parameter)
{
    const qsizetype count = parameter.choices.size();
    qsizetype all = 0;
    qsizetype longest = 0;
    for (const ParameterChoice &choice : parameter.choices) {
        all += choice.title.size();
        longest = std::max(longest, choice.title.size());
    }
    if (parameter.widget == u"select" || count > mostCards)
        return FieldKind::Options;
    const bool areShort
        = count <= mostSegments && longest <= longestSegment && all <= longestSegments;
    return areShort && count > 1 ? FieldKind::Segments : FieldKind::Cards;
}

FieldKind textKind(const Parameter &parameter)
{
    if (parameter.widget == u"textarea" || parameter.options.value(u"multiline") == Value(true)
        || parameter.field == u"MultilineText")
        return FieldKind::MultiLine;
    return parameter.format == u"date" || parameter.widget == u"date" ? FieldKind::Date
                                                                      : FieldKind::Text;
}

bool isScalar(Parameter::Type type)
{
    using enum Parameter::Type;
    return type == Text || type == Integer || type == Number || type == Choice || type == Boolean;
}

Parameter itemOf(const Parameter &list)
{
    Parameter item = list.items.value(0);
    if (item.title.isEmpty())
        item.title = list.title;
    return item;
}

std::unexpected<Error> atItem(Error error, qsizetype item)
{
    error.problem.position = SourcePosition{int(item) + 1, 1};
    return std::unexpected(std::move(error));
}

Result<std::optional<Value>> readList(const Parameter &parameter, const QStringList &items)
{
    const Parameter item = itemOf(parameter);
    List list;
    for (qsizetype i = 0; i < items.size(); ++i) {
        const Result<Value> value = readAnswer(item, items.at(i));
        if (!value)
            return atItem(value.error(), i);
        list.append(*value);
    }
    return Value(list);
}

Result<std::optional<Value>> readMap(const Parameter &parameter, const QStringList &items)
{
    Map map;
    for (qsizetype i = 0; i + 1 < items.size(); i += 2) {
        const QString &name = items.at(i);
        const bool isMissing = name.isEmpty();
        if (isMissing || map.contains(name)) {
            const QString message = isMissing
                ? translated("%1 has an entry without a name.").arg(parameter.title)
                : translated("%1 has two entries called “%2”.").arg(parameter.title, name);
            return atItem({{.code = u"answer.items"_s, .message = message}}, i / 2);
        }
        map.insert(name, items.at(i + 1));
    }
    return Value(map);
}

} // namespace

FieldKind fieldKind(const Parameter &parameter)
{
    using enum Parameter::Type;
    switch (parameter.type) {
    case Text:
        return parameter.isSecret() ? FieldKind::Secret : textKind(parameter);
    case Anything:
        return parameter.isSecret() ? FieldKind::Secret : FieldKind::Text;
    case Integer:
        return parameter.isSecret() ? FieldKind::Secret : FieldKind::Integer;
    case Number:
        return parameter.isSecret() ? FieldKind::Secret : FieldKind::Number;
    case Boolean:
        return FieldKind::Boolean;
    case Choice:
        return choiceKind(parameter);
    case MultipleChoice:
        return FieldKind::MultipleChoice;
    case Sequence:
        return isScalar(itemOf(parameter).type) ? FieldKind::TextList : FieldKind::Data;
    case Mapping:
        return FieldKind::TextMap;
    case Group:
        return FieldKind::Group;
    case File:
        return FieldKind::File;
    }
    Q_UNREACHABLE_RETURN(FieldKind::Text);
}

QString fieldText(const Parameter &parameter, const std::optional<Value> &value)
{
    if (!value || value->isNull())
        return {};
    const bool isData = fieldKind(parameter) == FieldKind::Data;
    return isData ? QString::fromUtf8(toJson(*value, JsonLayout::Indented)) : plainText(*value);
}

QStringList fieldItems(const Parameter &parameter, const std::optional<Value> &value)
{
    QStringList items;
    if (!value)
        return items;
    if (const List *list = value->toList(); list && parameter.type == Parameter::Type::Sequence) {
        for (const Value &item : *list)
            items += plainText(item);
    }
    if (const Map *map = value->toMap(); map && parameter.type == Parameter::Type::Mapping) {
        for (const Map::Entry &entry : *map)
            items += {entry.key, plainText(entry.value)};
    }
    return items;
}

Result<std::optional<Value>> readField(const Parameter &parameter, const QString &text)
{
    const bool isEmpty
        = parameter.type == Parameter::Type::Text ? text.isEmpty() : text.trimmed().isEmpty();
    if (isEmpty && !parameter.defaultValue)
        return std::nullopt;
    Result<Value> value = readAnswer(parameter, text);
    if (!value)
        return std::unexpected(value.error());
    return std::optional(*std::move(value));
}

Result<std::optional<Value>> readFieldItems(const Parameter &parameter, const QStringList &items)
{
    return parameter.type == Parameter::Type::Mapping ? readMap(parameter, items)
                                                      : readList(parameter, items);
}

int choiceOf(const Parameter &parameter, const std::optional<Value> &value)
{
    const auto isMeant
        = [&](const ParameterChoice &choice) { return isSameJson(choice.value, *value); };
    const auto found
        = value ? std::ranges::find_if(parameter.choices, isMeant) : parameter.choices.end();
    return found == parameter.choices.end() ? -1 : int(found - parameter.choices.begin());
}

} // namespace waymark
