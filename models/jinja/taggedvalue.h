#pragma once

#include "models/base/value.h"
#include "models/jinja/provenance.h"

#include <QList>
#include <QString>

namespace waymark::jinja {

/// Data whose every leaf, and the shape of every list and map, says which answers it comes from.
/// What templates are given, and what an expression gives back.
class TaggedValue
{
public:
    struct Entry;
    using List = QList<TaggedValue>;
    using Map = QList<Entry>; ///< In order, each key once.

    TaggedValue() = default; ///< Null.
    /// `value`, coming from no answer.
    TaggedValue(const waymark::Value &value); // NOLINT(google-explicit-constructor): data is data
    /// `value` as what was answered to the question `name`: all of it comes from that answer.
    [[nodiscard]] static TaggedValue answer(const QString &name, const waymark::Value &value);
    /// A path, which Jinja2's templates see as one of Python's pathlib; everyone else, as text.
    [[nodiscard]] static TaggedValue path(const QString &path);
    /// What an expression gives that has no value (Python's Undefined, JavaScript's undefined).
    [[nodiscard]] static TaggedValue undefined();
    [[nodiscard]] static TaggedValue fromList(const List &items, const Sources &shape = {});
    [[nodiscard]] static TaggedValue fromMap(const Map &entries, const Sources &shape = {});

    /// `value`, each map in it one of Python's collections.OrderedDict, which Jinja2's templates
    /// print and name as such; everyone else sees maps.
    [[nodiscard]] static TaggedValue ordered(const waymark::Value &value);
    /// This map itself as one, without those in it.
    [[nodiscard]] TaggedValue asOrdered() const;

    [[nodiscard]] bool isUndefined() const { return m_kind == Kind::Undefined; }
    [[nodiscard]] bool isPath() const { return m_kind == Kind::Path; }
    [[nodiscard]] bool isList() const { return m_kind == Kind::List; }
    [[nodiscard]] bool isMap() const { return m_kind == Kind::Map; }
    [[nodiscard]] bool isOrdered() const { return m_isOrdered; }
    [[nodiscard]] const List &list() const { return m_list; }
    [[nodiscard]] const Map &map() const { return m_map; }
    /// The leaf; null for lists, maps and undefined.
    [[nodiscard]] const waymark::Value &scalar() const { return m_scalar; }
    /// Of a leaf; of a list or map, what its size, order and keys come from.
    [[nodiscard]] const Sources &sources() const { return m_sources; }
    /// Of all of it.
    [[nodiscard]] Sources allSources() const;

    /// Entry `key` of a map, or null.
    [[nodiscard]] const TaggedValue *find(const QString &key) const;
    /// Sets `key`; what is no map becomes one. One that is there keeps its place.
    void insert(const QString &key, const TaggedValue &value);
    /// Adds `sources` to every leaf and shape.
    void addSources(const Sources &sources);
    /// Without the tags; undefined becomes null.
    [[nodiscard]] waymark::Value toValue() const;

    friend bool operator==(const TaggedValue &, const TaggedValue &);

private:
    enum class Kind : quint8 { Scalar, List, Map, Undefined, Path };
    Kind m_kind = Kind::Scalar;
    bool m_isOrdered = false;
    waymark::Value m_scalar;
    List m_list;
    Map m_map;
    Sources m_sources;
};

struct TaggedValue::Entry
{
    QString key;
    TaggedValue value;
    friend bool operator==(const Entry &, const Entry &) = default;
};

} // namespace waymark::jinja
