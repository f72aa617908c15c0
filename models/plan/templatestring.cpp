#include "models/plan/templatestring.h"

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

/// The end of the construct that starts at the front of `text` with two or three characters and
/// ends with `close`; quoted texts are stepped over. -1: it has none.
qsizetype endOf(QStringView text, QStringView close)
{
    QChar quote;
    for (qsizetype i = 2; i < text.size(); ++i) {
        if (!quote.isNull()) {
            if (text.at(i) == u'\\')
                ++i;
            else if (text.at(i) == quote)
                quote = QChar();
        } else if (text.sliced(i).startsWith(close)) {
            return i + close.size();
        } else if (text.at(i) == u'"' || text.at(i) == u'\'') {
            quote = text.at(i);
        }
    }
    return -1;
}

/// The first word of a tag "{%- if … %}".
QStringView nameOf(QStringView tag)
{
    QStringView inside = tag.sliced(2);
    if (inside.startsWith(u'-'))
        inside = inside.sliced(1);
    inside = inside.trimmed();
    const auto end = std::ranges::find_if_not(inside, [](QChar c) { return c.isLetterOrNumber(); });
    return inside.first(end - inside.begin());
}

/// Whether the tag has an end tag.
bool opens(QStringView tag)
{
    constexpr std::array names
        = {u"if",    u"ifAsync", u"for",    u"asyncEach", u"asyncAll", u"block",
           u"macro", u"call",    u"filter", u"raw",       u"verbatim", u"switch"};
    const QStringView name = nameOf(tag);
    if (name == u"set")
        return !tag.contains(u'=');
    return std::ranges::any_of(names, [name](const char16_t *each) { return name == each; });
}

/// Counts what stands side by side at the top of a text.
class Counter
{
public:
    explicit Counter(QStringView text)
        : m_rest(text)
    {
    }

    [[nodiscard]] bool isSingle()
    {
        while (!m_rest.isEmpty()) {
            if (!step())
                return false;
        }
        return m_count == 1 && m_depth == 0;
    }

private:
    /// False: there is text, or what cannot be read.
    bool step()
    {
        const bool isTag = m_rest.startsWith(u"{%");
        const bool isComment = m_rest.startsWith(u"{#");
        if (!isTag && !isComment && !m_rest.startsWith(u"${{")) {
            m_rest = m_rest.sliced(1);
            return m_depth > 0;
        }
        const qsizetype end
            = isComment ? m_rest.indexOf(u"#}") + 2 : endOf(m_rest, isTag ? u"%}" : u"}}");
        if (end < 2)
            return false;
        if (isTag)
            takeTag(m_rest.first(end));
        else if (!isComment && m_depth == 0)
            ++m_count;
        m_rest = m_rest.sliced(end);
        return m_depth >= 0;
    }

    void takeTag(QStringView tag)
    {
        if (nameOf(tag).startsWith(u"end")) {
            --m_depth;
            return;
        }
        if (m_depth == 0)
            ++m_count;
        if (opens(tag))
            ++m_depth;
    }

    QStringView m_rest;
    int m_count = 0;
    int m_depth = 0;
};

/// Where "." of JavaScript's expressions stops.
bool endsLine(QChar c)
{
    return c == u'\n' || c == u'\r' || c == u'\u2028' || c == u'\u2029';
}

/// From the first start to the last end, as "(.+)" takes it.
QString withDumpedExpression(QString line)
{
    const qsizetype open = line.indexOf(u"${{");
    const qsizetype close = line.lastIndexOf(u"}}");
    if (open >= 0 && close > open + 3)
        line.replace(close, 2, u" ) | dump }}"_s).replace(open, 3, u"${{ ( "_s);
    return line;
}

TaggedValue nullFrom(const jinja::Sources &sources)
{
    TaggedValue null;
    null.addSources(sources);
    return null;
}

} // namespace

bool isSingleConstruct(QStringView text)
{
    return Counter(text).isSingle();
}

std::optional<QString> singleExpression(const QString &text)
{
    const bool isOne = text.startsWith(u"${{") && text.endsWith(u"}}") && text.size() > 5
        && !text.contains(u'\n') && endOf(text, u"}}") == text.size();
    return isOne ? std::optional(text.sliced(3, text.size() - 5)) : std::nullopt;
}

QString withDumpedExpressions(const QString &text)
{
    QString result;
    for (auto at = text.cbegin(); at != text.cend();) {
        const auto end = std::find_if(at, text.cend(), endsLine);
        const auto next = end == text.cend() ? end : end + 1;
        result += withDumpedExpression(QString(at, end - at)) + QString(end, next - end);
        at = next;
    }
    return result;
}

TaggedValue throughJson(const TaggedValue &value)
{
    if (value.isList()) {
        TaggedValue::List items;
        for (const TaggedValue &item : value.list()) {
            const TaggedValue json = throughJson(item);
            items += json.isUndefined() ? nullFrom(json.sources()) : json;
        }
        return TaggedValue::fromList(items, value.sources());
    }
    if (value.isMap()) {
        TaggedValue::Map entries;
        for (const TaggedValue::Entry &entry : value.map())
            entries += {entry.key, throughJson(entry.value)};
        return TaggedValue::fromMap(entries, value.sources());
    }
    const double *number = value.isUndefined() ? nullptr : value.scalar().toFloat();
    return !number || std::isfinite(*number) ? value : nullFrom(value.sources());
}

} // namespace waymark
