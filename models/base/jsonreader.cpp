#include "models/base/jsonreader.h"

#include "models/base/json.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {

std::unexpected<Error> JsonReader::failed(const QString &message, qsizetype at, const QString &hint,
                                          const QString &code) const
{
    const Problem problem{.code = code, .message = message, .file = m_file, .hint = hint};
    return failure(problem.pointingAt(m_text, positionOf(m_text, at)));
}

/// `message` says what should stand at this place; where nothing is left, that is what is said.
std::unexpected<Error> JsonReader::missing(const QString &message, const QString &hint) const
{
    if (m_at >= m_text.size())
        return failed(tr("The JSON text ends too early.") + u' ' + message, m_at, hint);
    return failed(message, m_at, hint);
}

bool JsonReader::skip(char16_t c)
{
    if (m_at >= m_text.size() || m_text.at(m_at) != c)
        return false;
    ++m_at;
    return true;
}

void JsonReader::skipBlanks()
{
    while (skip(u' ') || skip(u'\n') || skip(u'\r') || skip(u'\t')) { }
}

bool JsonReader::skipDigits()
{
    const qsizetype start = m_at;
    while (isDigit(peek()))
        ++m_at;
    return m_at > start;
}

Result<Value> JsonReader::readAll()
{
    skip(QChar::ByteOrderMark);
    Result<Value> value = readValue();
    if (!value)
        return value;
    skipBlanks();
    if (m_at < m_text.size())
        return failed(tr("Nothing may follow the value of a JSON text."), m_at);
    return value;
}

/// Reads blanks, then a value.
Result<Value> JsonReader::readValue()
{
    skipBlanks();
    const QChar c = peek();
    if (c == u'{' || c == u'[') {
        if (m_depth == maximumJsonDepth)
            return failed(tr("This is nested too deeply: %1 levels at most.").arg(maximumJsonDepth),
                          m_at, {}, u"json.depth"_s);
        ++m_depth;
        Result<Value> value = c == u'{' ? readMap() : readList();
        --m_depth;
        return value;
    }
    if (c == u'"') {
        Result<QString> text = readString();
        if (!text)
            return std::unexpected(text.error());
        return std::move(*text);
    }
    const bool isMinusInfinity = m_places && m_text.sliced(m_at).startsWith(u"-Infinity");
    if (!isMinusInfinity && (c == u'-' || isDigit(c)))
        return readNumber();
    return readWord();
}

Result<Value> JsonReader::readMap()
{
    Map map;
    skip(u'{');
    skipBlanks();
    if (skip(u'}'))
        return map;
    do {
        skipBlanks();
        const qsizetype start = m_at;
        Result<Map::Entry> entry = readEntry();
        if (!entry)
            return std::unexpected(entry.error());
        if (map.contains(entry->key) && !m_places)
            return failed(tr("The key “%1” stands twice in one object.").arg(entry->key), start,
                          tr("Remove or rename one of the two."), u"json.duplicate-key"_s);
        map.insert(entry->key, std::move(entry->value));
        skipBlanks();
    } while (skip(u','));
    if (!skip(u'}'))
        return missing(tr("Expected “,” or “}” here."));
    return map;
}

Result<Map::Entry> JsonReader::readEntry()
{
    if (peek() == u'}')
        return failed(tr("A “,” may not stand before “}”."), m_at,
                      tr("Remove the comma after the last entry."));
    const qsizetype start = m_at;
    if (peek() != u'"')
        return missing(tr("Expected a key here."), tr("Keys stand in double quotes."));
    Result<QString> key = readString();
    if (!key)
        return std::unexpected(key.error());
    skipBlanks();
    if (!skip(u':'))
        return missing(tr("Expected “:” behind the key."));
    Result<Value> value = readInside(*key, start);
    if (!value)
        return std::unexpected(value.error());
    return Map::Entry{std::move(*key), std::move(*value)};
}

/// A value that is `step` of the one around it, and begins, with its key, at `start`.
Result<Value> JsonReader::readInside(const QString &step, qsizetype start)
{
    if (!m_places)
        return readValue();
    m_path.append(step);
    m_places->insert(m_path, start);
    Result<Value> value = readValue();
    m_path.removeLast();
    return value;
}

Result<Value> JsonReader::readList()
{
    List list;
    skip(u'[');
    skipBlanks();
    if (skip(u']'))
        return list;
    do {
        skipBlanks();
        if (peek() == u']')
            return failed(tr("A “,” may not stand before “]”."), m_at,
                          tr("Remove the comma after the last element."));
        Result<Value> value = readInside(QString::number(list.size()), m_at);
        if (!value)
            return value;
        list += std::move(*value);
        skipBlanks();
    } while (skip(u','));
    if (!skip(u']'))
        return missing(tr("Expected “,” or “]” here."));
    return list;
}

} // namespace waymark
