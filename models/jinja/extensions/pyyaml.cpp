#include "models/jinja/extensions/pyyaml.h"

#include "models/jinja/dialect.h"
#include "models/jinja/extensions/pyyamlscalar.h"
#include "models/jinja/extensions/pyyamlwriter.h"
#include "models/jinja/methods/pythonsort.h"
#include "models/jinja/opencontainers.h"

#include <QHash>

#include <cmath>

namespace waymark::jinja {
namespace {

constexpr qsizetype longestSimpleKey = 128;
constexpr int deepest = 200;

const void *identityOf(const Value &value)
{
    if (value.isSequence())
        return value.items().items.empty() && value.is(Value::Type::Tuple) ? nullptr
                                                                           : &value.items();
    return value.is(Value::Type::Dict) ? &value.dict() : nullptr;
}

bool isCollection(const Value &value)
{
    return value.isSequence() || value.is(Value::Type::Dict);
}

bool isEmptyCollection(const Value &value)
{
    return value.isSequence() ? value.items().items.empty() : value.dict().size() == 0;
}

/// PyYAML's representer and emitter in one.
class YamlEmitter final : private PyYamlWriter
{
public:
    YamlEmitter(Runtime &runtime, const PyYamlStyle &style)
        : PyYamlWriter(runtime, style)
    {
    }

    QString dump(const Value &value)
    {
        count(value, 0);
        if (style().startsExplicitly)
            indicator(u"---", true);
        node(value, Place::Root);
        writeIndent();
        if (style().endsExplicitly || isOpenEnded()) {
            indicator(u"...", true);
            writeIndent();
        }
        return take();
    }

private:
    enum class Place : quint8 { Root, Sequence, Mapping, SimpleKey };

    /// Which lists and maps are met more than once, and get an anchor.
    void count(const Value &value, int depth)
    {
        runtime().charge(1);
        if (depth > deepest)
            runtime().fail(FailureKind::Limit, QStringLiteral("maximum recursion depth exceeded"));
        const void *identity = identityOf(value);
        if (!identity)
            return;
        if (m_anchors.contains(identity)) {
            if (m_anchors[identity].isEmpty())
                m_anchors[identity]
                    = QStringLiteral("id%1").arg(++m_anchorCount, 3, 10, QChar(u'0'));
            return;
        }
        m_anchors.insert(identity, QString());
        if (value.isSequence()) {
            for (const Value &item : value.items().items)
                count(item, depth + 1);
            return;
        }
        for (const auto &[key, item] : entriesOf(value)) {
            count(key, depth + 1);
            count(item, depth + 1);
        }
    }

    using Entries = std::vector<std::pair<Value, Value>>;
    Entries entriesOf(const Value &dict)
    {
        Entries entries;
        std::vector<Value> pairs;
        std::vector<Value> keys;
        for (const DictData::Entry &entry : dict.dict().entries()) {
            entries.emplace_back(entry.key, entry.value);
            keys.push_back(entry.key);
            pairs.emplace_back(static_cast<qint64>(pairs.size()));
        }
        if (!style().sortsKeys || !areComparable(keys))
            return entries;
        Entries sorted;
        for (const Value &index : pythonSorted(runtime(), std::move(pairs), keys, false))
            sorted.push_back(entries[static_cast<size_t>(index.integer())]);
        return sorted;
    }

    [[nodiscard]] static bool areComparable(const std::vector<Value> &keys)
    {
        return std::ranges::all_of(keys, [](const Value &key) { return key.isText(); })
            || std::ranges::all_of(keys, [](const Value &key) { return key.isNumber(); });
    }

    void node(const Value &value, Place place)
    {
        runtime().charge(1);
        const void *identity = identityOf(value);
        const QString anchor = identity ? m_anchors.value(identity) : QString();
        if (!anchor.isEmpty()) {
            if (m_written.contains(identity)) {
                indicator(u'*' + anchor, true);
                return;
            }
            m_written.insert(identity, true);
            indicator(u'&' + anchor, true);
        }
        if (value.is(Value::Type::Tuple))
            indicator(u"!!python/tuple", true);
        if (!isCollection(value)) {
            scalar(value, place);
        } else if (m_flowLevel > 0 || isEmptyCollection(value) || isFlow(value)) {
            flow(value);
        } else if (value.isSequence()) {
            blockSequence(value, place);
        } else {
            blockMapping(value);
        }
    }

    [[nodiscard]] bool isFlow(const Value &value) const
    {
        using Flow = PyYamlStyle::Flow;
        if (style().flow != Flow::Leaves)
            return style().flow == Flow::Always;
        const auto isPlain
            = [this](const Value &item) { return !isCollection(item) && isPlainScalar(item); };
        if (value.isSequence())
            return std::ranges::all_of(value.items().items, isPlain);
        return std::ranges::all_of(value.dict().entries(), [&](const DictData::Entry &entry) {
            return isPlain(entry.key) && isPlain(entry.value);
        });
    }

    /// Whether the representer gives it no style of its own.
    [[nodiscard]] bool isPlainScalar(const Value & /*value*/) const
    {
        return style().quote.isNull();
    }

    // Lists and maps.

    void blockSequence(const Value &value, Place place)
    {
        increaseIndent(false, place == Place::Mapping && !isIndention());
        for (const Value &item : value.items().items) {
            writeIndent();
            indicator(u"-", true, false, true);
            node(item, Place::Sequence);
        }
        decreaseIndent();
    }

    void blockMapping(const Value &value)
    {
        increaseIndent(false, false);
        for (const auto &[key, item] : entriesOf(value)) {
            writeIndent();
            if (isSimpleKey(key)) {
                node(key, Place::SimpleKey);
                indicator(u":", false);
            } else {
                indicator(u"?", true, false, true);
                node(key, Place::Mapping);
                writeIndent();
                indicator(u":", true, false, true);
            }
            node(item, Place::Mapping);
        }
        decreaseIndent();
    }

    void flow(const Value &value)
    {
        const bool isList = value.isSequence();
        indicator(isList ? u"[" : u"{", true, true);
        ++m_flowLevel;
        increaseIndent(true, false);
        bool isFirst = true;
        const auto begin = [&] {
            if (!std::exchange(isFirst, false))
                indicator(u",", false);
            if (isWide())
                writeIndent();
        };
        if (isList) {
            for (const Value &item : value.items().items) {
                begin();
                node(item, Place::Sequence);
            }
        } else {
            for (const auto &[key, item] : entriesOf(value)) {
                begin();
                flowEntry(key, item);
            }
        }
        decreaseIndent();
        --m_flowLevel;
        indicator(isList ? u"]" : u"}", false);
    }

    void flowEntry(const Value &key, const Value &item)
    {
        if (isSimpleKey(key)) {
            node(key, Place::SimpleKey);
            indicator(u":", false);
        } else {
            indicator(u"?", true);
            node(key, Place::Mapping);
            if (isWide())
                writeIndent();
            indicator(u":", true);
        }
        node(item, Place::Mapping);
    }

    bool isSimpleKey(const Value &key)
    {
        if (isCollection(key))
            return isEmptyCollection(key);
        const QString text = scalarText(key);
        const ScalarAnalysis analysis = analyzedScalar(text, style().allowsUnicode);
        return text.size() < longestSimpleKey && !analysis.isEmpty && !analysis.isMultiline;
    }

    // Scalars.

    QString scalarText(const Value &value)
    {
        if (value.isNone())
            return QStringLiteral("null");
        if (value.is(Value::Type::Bool))
            return value.boolean() ? QStringLiteral("true") : QStringLiteral("false");
        if (value.is(Value::Type::Float))
            return floatText(value);
        if (value.isText() || value.isIntegral())
            return runtime().text(value);
        runtime().fail(
            FailureKind::Type,
            QStringLiteral("cannot represent an object: a %1").arg(runtime().typeName(value)));
    }

    QString floatText(const Value &value)
    {
        if (std::isnan(value.real()))
            return QStringLiteral(".nan");
        if (std::isinf(value.real()))
            return value.real() < 0 ? QStringLiteral("-.inf") : QStringLiteral(".inf");
        QString text = runtime().text(value);
        if (!text.contains(u'.'))
            text.replace(u'e', QStringLiteral(".0e"));
        return text;
    }

    void scalar(const Value &value, Place place)
    {
        const QString text = scalarText(value);
        const ScalarAnalysis analysis = analyzedScalar(text, style().allowsUnicode);
        const bool isKey = place == Place::SimpleKey;
        const bool isPlain = style().quote.isNull()
            && (!value.isText() || !looksLikeOtherType(text))
            && !(isKey && (analysis.isEmpty || analysis.isMultiline))
            && (m_flowLevel > 0 ? analysis.allowsFlowPlain : analysis.allowsBlockPlain);
        if (!style().quote.isNull() && !value.isText())
            indicator(typeTag(value), true);
        increaseIndent(true, false);
        if (isPlain)
            plain(text, place == Place::Root, !isKey);
        else if (style().quote != u'"' && analysis.allowsSingleQuoted
                 && !(isKey && analysis.isMultiline))
            singleQuoted(text, !isKey);
        else
            doubleQuoted(text, !isKey);
        decreaseIndent();
    }

    [[nodiscard]] static QStringView typeTag(const Value &value)
    {
        return value.isNone()              ? u"!!null"
            : value.is(Value::Type::Bool)  ? u"!!bool"
            : value.is(Value::Type::Float) ? u"!!float"
                                           : u"!!int";
    }

    QHash<const void *, QString> m_anchors; ///< Of each list and map; empty: it is met once.
    QHash<const void *, bool> m_written;
    int m_anchorCount = 0;
    int m_flowLevel = 0;
};

} // namespace

QString pyYaml(Runtime &runtime, const Value &value, const PyYamlStyle &style)
{
    return YamlEmitter(runtime, style).dump(value);
}

} // namespace waymark::jinja
