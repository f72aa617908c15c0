#include "models/yaml/yamlnode.h"

#include "models/base/json.h"
#include "models/base/valuepath.h"
#include "models/yaml/yamlcontent.h"
#include "models/yaml/yamltypes.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

const std::shared_ptr<const YamlNode::Content> &nothing()
{
    static const auto content = std::make_shared<const YamlNode::Content>(
        YamlNode::Content{.data = YamlScalar{}, .tag = yamltag::null()});
    return content;
}

Value mapOf(const QList<YamlNode::Entry> &entries)
{
    Map map;
    for (const YamlNode::Entry &entry : entries)
        map.insert(entry.key.text(), entry.value.toValue());
    return map;
}

Value listOf(const QList<YamlNode> &items)
{
    List list;
    list.reserve(items.size());
    for (const YamlNode &item : items)
        list.append(item.toValue());
    return list;
}

QString tagOf(const Value &value)
{
    switch (value.type()) {
    case Value::Type::Null:
        return yamltag::null();
    case Value::Type::Bool:
        return yamltag::boolean();
    case Value::Type::Integer:
        return yamltag::integer();
    case Value::Type::Float:
        return yamltag::floating();
    default:
        return yamltag::text();
    }
}

} // namespace

YamlNode::YamlNode()
    : YamlNode(nothing(), {})
{
}

YamlNode::YamlNode(std::shared_ptr<const Content> content, SourcePosition position)
    : m_content(std::move(content))
    , m_position(position)
{
}

YamlNode YamlNode::of(const Value &value, SourcePosition position)
{
    const auto node = [position](auto data, const QString &tag) {
        return YamlNode(
            std::make_shared<const Content>(Content{.data = std::move(data), .tag = tag}),
            position);
    };
    if (const List *list = value.toList()) {
        QList<YamlNode> items;
        for (const Value &item : *list)
            items += of(item, position);
        return node(std::move(items), {});
    }
    if (const Map *map = value.toMap()) {
        QList<Entry> entries;
        for (const Map::Entry &entry : *map)
            entries += {of(entry.key, position), of(entry.value, position)};
        return node(std::move(entries), {});
    }
    const QString *text = value.toText();
    return node(YamlScalar{.text = text ? *text : QString::fromUtf8(toJson(value)), .value = value},
                tagOf(value));
}

YamlNode YamlNode::withItems(const QList<YamlNode> &items) const
{
    Content content = *m_content;
    content.data = items;
    return {std::make_shared<const Content>(std::move(content)), m_position};
}

YamlNode YamlNode::withEntries(const QList<Entry> &entries) const
{
    Content content = *m_content;
    content.data = entries;
    return {std::make_shared<const Content>(std::move(content)), m_position};
}

YamlNode YamlNode::aliasAt(SourcePosition position) const
{
    YamlNode alias(m_content, position);
    alias.m_isAlias = true;
    return alias;
}

YamlNode::Kind YamlNode::kind() const
{
    return static_cast<Kind>(m_content->data.index());
}

QString YamlNode::tag() const
{
    return m_content->tag;
}

QString YamlNode::anchor() const
{
    return m_content->anchor;
}

YamlNode::Style YamlNode::style() const
{
    const auto *scalar = std::get_if<YamlScalar>(&m_content->data);
    return scalar ? scalar->style : Style::Plain;
}

QString YamlNode::text() const
{
    const auto *scalar = std::get_if<YamlScalar>(&m_content->data);
    return scalar ? scalar->text : QString();
}

bool YamlNode::isText(QStringView text) const
{
    const auto *scalar = std::get_if<YamlScalar>(&m_content->data);
    return scalar && scalar->text == text;
}

const QList<YamlNode> &YamlNode::items() const
{
    static const QList<YamlNode> none;
    const auto *items = std::get_if<QList<YamlNode>>(&m_content->data);
    return items ? *items : none;
}

const QList<YamlNode::Entry> &YamlNode::entries() const
{
    static const QList<Entry> none;
    const auto *entries = std::get_if<QList<Entry>>(&m_content->data);
    return entries ? *entries : none;
}

const YamlNode::Entry *YamlNode::entry(QStringView key) const
{
    const auto found
        = std::ranges::find_if(entries(), [key](const Entry &e) { return e.key.isText(key); });
    return found == entries().cend() ? nullptr : &*found;
}

const YamlNode *YamlNode::find(QStringView key) const
{
    const Entry *found = entry(key);
    return found ? &found->value : nullptr;
}

const YamlNode *YamlNode::nodeAt(QStringView pointer) const
{
    const std::optional<QStringList> path = pathOf(pointer);
    return path ? nodeAt(*path) : nullptr;
}

const YamlNode *YamlNode::nodeAt(const QStringList &path) const
{
    const YamlNode *node = this;
    for (const QString &step : path) {
        const std::optional<qsizetype> index = indexIn(node->items().size(), step);
        node = index ? &node->items().at(*index) : node->find(step);
        if (!node)
            return nullptr;
    }
    return node;
}

Value YamlNode::toValue() const
{
    switch (kind()) {
    case Kind::Scalar:
        return std::get<YamlScalar>(m_content->data).value;
    case Kind::Sequence:
        return listOf(items());
    case Kind::Mapping:
        return mapOf(entries());
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace waymark
