#include "models/yaml/yamlnode.h"

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
