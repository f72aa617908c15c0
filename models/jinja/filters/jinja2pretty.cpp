#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/namedtuple.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

constexpr qsizetype lineWidth = 80;
constexpr int deepest = 200;

/// Whether Python's < knows what to do with both.
bool areComparable(const Value &a, const Value &b)
{
    return (a.isNumber() && b.isNumber()) || (a.isText() && b.isText());
}

/// Python's pprint.pformat().
class PrettyPrinter
{
public:
    PrettyPrinter(Runtime &runtime, const PrettyStyle &style)
        : m_runtime(runtime)
        , m_style(style)
    {
    }

    QString print(const Value &value)
    {
        format(value, 0, 0, 0);
        return std::move(m_text);
    }

private:
    /// At column `indent`, with `allowance` columns left free for what closes behind it.
    void format(const Value &value, qsizetype indent, qsizetype allowance, int level)
    {
        m_runtime.charge(1);
        const QString whole = flat(value, level);
        const bool fits = codePointCount(whole) <= lineWidth - indent - allowance;
        if (fits || level > deepest) {
            m_runtime.chargeText(m_text.size() / 16 + whole.size());
            m_text += whole;
        } else if (isOrdered(value)) {
            formatOrdered(value, indent, allowance, level + 1);
        } else if (value.is(Value::Type::Dict)) {
            formatDict(value, indent, allowance, level + 1);
        } else if (value.is(Value::Type::List)) {
            formatItems(value, u"[", u"]", indent, allowance, level + 1);
        } else if (value.is(Value::Type::Tuple) && !isNamed(value)) {
            const bool isSingle = value.items().items.size() == 1;
            formatItems(value, u"(", isSingle ? u",)" : u")", indent, allowance, level + 1);
        } else if (value.isText() && !value.isMarkup()) {
            formatText(value.text(), indent, allowance, level + 1);
        } else {
            m_text += whole;
        }
    }

    [[nodiscard]] static bool isNamed(const Value &value)
    {
        return dynamic_cast<const NamedTuple *>(&value.items()) != nullptr;
    }

    [[nodiscard]] static bool isOrdered(const Value &value)
    {
        return value.is(Value::Type::Dict) && value.dict().isOrdered;
    }

    /// All on one line, the keys of maps in order.
    QString flat(const Value &value, int depth)
    {
        m_runtime.charge(1);
        if (isOrdered(value)) // as repr() has it, and so in its own order
            return m_runtime.repr(value);
        if (depth > deepest)
            return QStringLiteral("...");
        const bool isCut = m_style.depth > 0 && depth >= m_style.depth;
        if (value.is(Value::Type::Dict)) {
            if (isCut && value.dict().size() > 0)
                return QStringLiteral("{...}");
            QStringList parts;
            for (const Value &key : sortedKeys(value))
                parts += flat(key, depth + 1) + QStringLiteral(": ")
                    + flat(*value.dict().find(key), depth + 1);
            return u'{' + parts.join(QStringLiteral(", ")) + u'}';
        }
        if (!value.isSequence() || isNamed(value))
            return m_runtime.repr(value);
        if (isCut && !value.items().items.empty())
            return value.is(Value::Type::List) ? QStringLiteral("[...]") : QStringLiteral("(...)");
        QStringList parts;
        for (const Value &item : value.items().items)
            parts += flat(item, depth + 1);
        const QString inner = parts.join(QStringLiteral(", "));
        if (value.is(Value::Type::List))
            return u'[' + inner + u']';
        return u'(' + inner + (parts.size() == 1 ? QStringLiteral(",)") : QStringLiteral(")"));
    }

    std::vector<Value> sortedKeys(const Value &dict)
    {
        std::vector<Value> keys;
        for (const DictData::Entry &entry : dict.dict().entries())
            keys.push_back(entry.key);
        std::ranges::stable_sort(keys, [this](const Value &a, const Value &b) {
            m_runtime.charge(1);
            return areComparable(a, b) ? m_runtime.compare(Comparison::Less, a, b)
                                       : m_runtime.typeName(a) < m_runtime.typeName(b);
        });
        return keys;
    }

    void breakLine(qsizetype indent) { m_text += u'\n' + QString(indent, u' '); }

    void formatItems(const Value &value, QStringView open, QStringView close, qsizetype indent,
                     qsizetype allowance, int level)
    {
        const auto &items = value.items().items;
        m_text += open;
        if (m_style.isCompact) {
            formatCompactly(items, close, indent, allowance, level);
            return;
        }
        for (size_t i = 0; i < items.size(); ++i) {
            const bool isLast = i + 1 == items.size();
            format(items[i], indent + 1, isLast ? allowance + close.size() : 1, level);
            if (isLast)
                continue;
            m_text += u',';
            breakLine(indent + 1);
        }
        m_text += close;
    }

    /// As many items on a line as fit.
    void formatCompactly(const std::vector<Value> &items, QStringView close, qsizetype indent,
                         qsizetype allowance, int level)
    {
        qsizetype widest = lineWidth - indent;
        qsizetype width = widest;
        for (size_t i = 0; i < items.size(); ++i) {
            const bool isLast = i + 1 == items.size();
            if (isLast) {
                widest -= allowance + close.size();
                width -= allowance + close.size();
            }
            const QString whole = flat(items[i], level);
            const qsizetype needed = codePointCount(whole) + 2;
            const bool breaks = width < needed;
            if (breaks)
                width = widest;
            const bool fits = width >= needed;
            if (i > 0 && (breaks || !fits)) {
                m_text += u',';
                breakLine(indent + 1);
            } else if (i > 0) {
                m_text += u", ";
            }
            if (fits) {
                width -= needed;
                m_text += whole;
            } else {
                format(items[i], indent + 1, isLast ? allowance + close.size() : 1, level);
            }
        }
        m_text += close;
    }

    void formatDict(const Value &value, qsizetype indent, qsizetype allowance, int level)
    {
        const std::vector<Value> keys = sortedKeys(value);
        m_text += u'{';
        for (size_t i = 0; i < keys.size(); ++i) {
            const bool isLast = i + 1 == keys.size();
            const QString key = flat(keys[i], level);
            m_text += key + QStringLiteral(": ");
            format(*value.dict().find(keys[i]), indent + 1 + codePointCount(key) + 2,
                   isLast ? allowance + 1 : 1, level);
            if (isLast)
                continue;
            m_text += u',';
            breakLine(indent + 1);
        }
        m_text += u'}';
    }

    /// As the list of its entries, where it has some.
    void formatOrdered(const Value &value, qsizetype indent, qsizetype allowance, int level)
    {
        if (value.dict().size() == 0) {
            m_text += m_runtime.repr(value);
            return;
        }
        constexpr QStringView open = u"OrderedDict(";
        std::vector<Value> entries;
        for (const DictData::Entry &entry : value.dict().entries())
            entries.push_back(
                Value::tuple(make<ListData>(std::vector<Value>{entry.key, entry.value})));
        m_text += open;
        format(Value::list(make<ListData>(std::move(entries))), indent + open.size(), allowance + 1,
               level);
        m_text += u')';
    }

    /// The literals that a text is shown as, one a line.
    QStringList literals(const QString &text, qsizetype width, qsizetype allowance)
    {
        QStringList result;
        const std::vector<TextSpan> lines = pythonLines(text, true);
        for (size_t i = 0; i < lines.size(); ++i) {
            const bool isLast = i + 1 == lines.size();
            const QStringView line = QStringView(text).sliced(lines[i].start, lines[i].length);
            const QString whole = m_runtime.repr(Value(line.toString()));
            if (codePointCount(whole) <= width - (isLast ? allowance : 0))
                result += whole;
            else
                result += brokenLine(line, width, isLast ? allowance : 0);
        }
        return result;
    }

    QStringList brokenLine(QStringView line, qsizetype width, qsizetype allowance)
    {
        QStringList result;
        QString current;
        for (qsizetype at = 0; at < line.size();) {
            const qsizetype end = partEnd(line, at);
            const QString candidate = current + line.sliced(at, end - at).toString();
            const qsizetype room = width - (end == line.size() ? allowance : 0);
            if (codePointCount(m_runtime.repr(Value(candidate))) > room) {
                if (!current.isEmpty())
                    result += m_runtime.repr(Value(current));
                current = line.sliced(at, end - at).toString();
            } else {
                current = candidate;
            }
            at = end;
        }
        if (!current.isEmpty())
            result += m_runtime.repr(Value(current));
        return result;
    }

    /// Behind a word and the blanks that follow it.
    [[nodiscard]] static qsizetype partEnd(QStringView line, qsizetype at)
    {
        while (at < line.size() && !isPythonSpace(line[at].unicode()))
            ++at;
        while (at < line.size() && isPythonSpace(line[at].unicode()))
            ++at;
        return at;
    }

    void formatText(const QString &text, qsizetype indent, qsizetype allowance, int level)
    {
        const bool isOutermost = level == 1;
        indent += isOutermost ? 1 : 0;
        allowance += isOutermost ? 1 : 0;
        const QStringList parts = literals(text, lineWidth - indent, allowance);
        if (parts.size() == 1) {
            m_text += m_runtime.repr(Value(text));
            return;
        }
        if (isOutermost)
            m_text += u'(';
        for (qsizetype i = 0; i < parts.size(); ++i) {
            if (i > 0)
                breakLine(indent);
            m_text += parts[i];
        }
        if (isOutermost)
            m_text += u')';
    }

    Runtime &m_runtime;
    PrettyStyle m_style;
    QString m_text;
};

Value prettyPrint(Call &call)
{
    return {prettyPrinted(call.runtime(), call[0])};
}

constexpr FunctionRow rows[] = {
    {u"pprint", "do_pprint(value)", prettyPrint},
};

} // namespace

QString prettyPrinted(Runtime &runtime, const Value &value, const PrettyStyle &style)
{
    return PrettyPrinter(runtime, style).print(value);
}

std::span<const FunctionRow> jinja2PrettyFilters()
{
    return rows;
}

} // namespace waymark::jinja
