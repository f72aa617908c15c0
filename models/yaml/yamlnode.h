#pragma once

#include "models/base/sourceposition.h"
#include "models/base/value.h"

#include <QList>
#include <QString>

#include <memory>

namespace waymark {

/// One node of a YAML document, with its place: a scalar, a list or a map. It never changes and is
/// cheap to copy. Nodes that are reached by an alias share what the anchor holds.
class YamlNode
{
public:
    enum class Kind : quint8 { Scalar, Sequence, Mapping };
    enum class Style : quint8 { Plain, SingleQuoted, DoubleQuoted, Literal, Folded };
    struct Entry;
    struct Content; // what a node and its aliases share; made by the parser

    YamlNode(); ///< An empty plain scalar (null) at the start of a text.
    YamlNode(std::shared_ptr<const Content> content, SourcePosition position);
    /// What holds `value`, all of it at `position`.
    [[nodiscard]] static YamlNode of(const Value &value, SourcePosition position);
    /// This list, with `items` in it; this map, with `entries`.
    [[nodiscard]] YamlNode withItems(const QList<YamlNode> &items) const;
    [[nodiscard]] YamlNode withEntries(const QList<Entry> &entries) const;
    /// This node as an alias of it stands at `position`.
    [[nodiscard]] YamlNode aliasAt(SourcePosition position) const;

    [[nodiscard]] Kind kind() const;
    [[nodiscard]] bool isScalar() const { return kind() == Kind::Scalar; }
    [[nodiscard]] bool isList() const { return kind() == Kind::Sequence; }
    [[nodiscard]] bool isMap() const { return kind() == Kind::Mapping; }

    /// Where its first character stands (not its tag's or anchor's); of an alias, where the alias
    /// does.
    [[nodiscard]] SourcePosition position() const { return m_position; }
    /// Whether it was written as `*name`.
    [[nodiscard]] bool isAlias() const { return m_isAlias; }
    /// The tag that was written or, for a scalar without, the one its text stands for:
    /// "tag:yaml.org,2002:int", "!include". Empty for a list or map without tag.
    [[nodiscard]] QString tag() const;
    /// The name of its anchor, or empty.
    [[nodiscard]] QString anchor() const;

    /// How a scalar was written; Plain for lists and maps.
    [[nodiscard]] Style style() const;
    /// What a scalar holds before its type is looked for: "010", "1.10", "yes". Empty for others.
    [[nodiscard]] QString text() const;
    /// Whether it is a scalar that holds just `text`.
    [[nodiscard]] bool isText(QStringView text) const;

    /// The items of a list; none for others.
    [[nodiscard]] const QList<YamlNode> &items() const;
    /// The entries of a map, each key once, those from merge keys (`<<`) first, as PyYAML orders
    /// them; none for others.
    [[nodiscard]] const QList<Entry> &entries() const;
    /// The entry of a map with `key`, or null. Valid as long as the node.
    [[nodiscard]] const Entry *entry(QStringView key) const;
    /// The value of that entry, or null.
    [[nodiscard]] const YamlNode *find(QStringView key) const;
    /// The node at a JSON Pointer (RFC 6901) such as "/spec/ports/0/name", or null; this one for
    /// "".
    [[nodiscard]] const YamlNode *nodeAt(QStringView pointer) const;
    /// The node at `path`: keys, and numbers from 0 in lists.
    [[nodiscard]] const YamlNode *nodeAt(const QStringList &path) const;

    /// What the node holds. Keys are text, as written; timestamps are text; aliases are shared, so
    /// that this takes no more memory than the document.
    [[nodiscard]] Value toValue() const;

private:
    std::shared_ptr<const Content> m_content;
    SourcePosition m_position;
    bool m_isAlias = false;
};

struct YamlNode::Entry
{
    YamlNode key; ///< A scalar; its text() is the name.
    YamlNode value;
    bool isMerged = false; ///< It came from a merge key.
};

} // namespace waymark
