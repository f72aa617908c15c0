#include "models/base/json.h"

#include "models/base/utf8.h"

#include <QCoreApplication>
#include <QLocale>
#include <algorithm>
#include <charconv>
#include <cmath>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

class JsonReader
{
    Q_DECLARE_TR_FUNCTIONS(Json)

public:
    JsonReader(QStringView text, const QString &file)
        : m_text(text)
        , m_file(file)
    {
    }

    Result<Value> readAll();

private:
    Result<Value> readValue();
    Result<Value> readMap();
    Result<Value> readList();
    Result<Value> readNumber();
    Result<Value> readWord();
    Result<Map::Entry> readEntry();
    Result<QString> readString();
    Result<QString> readEscape();
    Result<char16_t> readUnit();

    QChar peek() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    bool skip(char16_t c);
    void skipBlanks();
    bool skipDigits();
    std::unexpected<Error> failed(const QString &message, qsizetype at, const QString &hint = {},
                                  const QString &code = u"json.syntax"_s) const;
    std::unexpected<Error> missing(const QString &message, const QString &hint = {}) const;

    QStringView m_text;
    QString m_file;
    qsizetype m_at = 0;
    int m_depth = 0;
};

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
    if (c == u'-' || isDigit(c))
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
        if (map.contains(entry->key))
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
    if (peek() != u'"')
        return missing(tr("Expected a key here."), tr("Keys stand in double quotes."));
    Result<QString> key = readString();
    if (!key)
        return std::unexpected(key.error());
    skipBlanks();
    if (!skip(u':'))
        return missing(tr("Expected “:” behind the key."));
    Result<Value> value = readValue();
    if (!value)
        return std::unexpected(value.error());
    return Map::Entry{std::move(*key), std::move(*value)};
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
        Result<Value> value = readValue();
        if (!value)
            return value;
        list += std::move(*value);
        skipBlanks();
    } while (skip(u','));
    if (!skip(u']'))
        return missing(tr("Expected “,” or “]” here."));
    return list;
}

Result<Value> JsonReader::readNumber()
{
    const qsizetype start = m_at;
    skip(u'-');
    if (skip(u'0')) {
        if (isDigit(peek()))
            return failed(tr("A number may not start with 0."), start,
                          tr("Put it in quotes if it is text."));
    } else if (!skipDigits()) {
        return missing(tr("Expected a digit here."));
    }
    const bool hasFraction = skip(u'.');
    if (hasFraction && !skipDigits())
        return missing(tr("Expected a digit behind the decimal point."));
    const bool hasExponent = skip(u'e') || skip(u'E');
    if (hasExponent) {
        if (!skip(u'+'))
            skip(u'-');
        if (!skipDigits())
            return missing(tr("Expected a digit in the exponent."));
    }
    const QByteArray digits = m_text.sliced(start, m_at - start).toLatin1();
    if (!hasFraction && !hasExponent)
        return Integer::parse(digits).value_or(0);
    double number = 0;
    const auto read = std::from_chars(digits.begin(), digits.end(), number);
    if (read.ec == std::errc::result_out_of_range) // infinite or zero, which that does not tell
        number = QLocale::c().toDouble(QLatin1StringView(digits));
    if (!std::isfinite(number))
        return failed(tr("This number is too large."), start, {}, u"json.number-range"_s);
    return number;
}

Result<Value> JsonReader::readWord()
{
    const qsizetype start = m_at;
    qsizetype end = m_at;
    while (end < m_text.size() && isWordPart(m_text.at(end)))
        ++end;
    const QStringView word = m_text.sliced(start, end - start);
    m_at = end;
    if (word == u"true" || word == u"false")
        return word == u"true";
    if (word == u"null")
        return Value();
    m_at = start;
    if (peek() == u'\'')
        return failed(tr("JSON knows no single quotes."), start, tr("Use double quotes."));
    if (peek() == u'/' || peek() == u'#')
        return failed(tr("JSON knows no comments."), start, tr("Remove the comment."));
    if (word.isEmpty())
        return missing(tr("Expected a value here."));
    return failed(tr("“%1” is no JSON value.").arg(word.first(std::min(end - start, 40LL))), start,
                  tr("Put it in double quotes if it is text."));
}

Result<QString> JsonReader::readString()
{
    const qsizetype start = m_at;
    skip(u'"');
    QString text;
    while (true) {
        qsizetype end = m_at;
        while (end < m_text.size() && m_text.at(end) >= u' ' && m_text.at(end) != u'"'
               && m_text.at(end) != u'\\')
            ++end;
        text += m_text.sliced(m_at, end - m_at);
        m_at = end;
        if (skip(u'"'))
            return text;
        if (m_at >= m_text.size() || peek() == u'\n')
            return failed(tr("This string has no end."), start,
                          tr("Close it with a double quote; a line end in it is “\\n”."));
        if (peek() != u'\\')
            return failed(tr("A control character may not stand in a string."), m_at,
                          tr("Write it as an escape, as “\\t” for a tab."));
        const Result<QString> escaped = readEscape();
        if (!escaped)
            return std::unexpected(escaped.error());
        text += *escaped;
    }
}

Result<QString> JsonReader::readEscape()
{
    static constexpr QStringView letters = u"\"\\/bfnrt";
    static constexpr QStringView meanings = u"\"\\/\b\f\n\r\t";
    const qsizetype start = m_at;
    skip(u'\\');
    const qsizetype known = letters.indexOf(peek());
    if (m_at < m_text.size() && known >= 0) {
        ++m_at;
        return QString(meanings.at(known));
    }
    if (!skip(u'u'))
        return failed(tr("JSON knows no such escape."), start, tr("Write “\\\\” for a backslash."));
    const Result<char16_t> first = readUnit();
    if (!first)
        return std::unexpected(first.error());
    if (!QChar::isSurrogate(*first))
        return QString(QChar(*first));
    if (QChar::isHighSurrogate(*first) && skip(u'\\') && skip(u'u')) {
        const Result<char16_t> second = readUnit();
        if (second && QChar::isLowSurrogate(*second))
            return QString(QChar(*first)) + QChar(*second);
    }
    return failed(tr("This is half of a surrogate pair, and no character."), start, {},
                  u"json.lone-surrogate"_s);
}

Result<char16_t> JsonReader::readUnit()
{
    static constexpr QStringView hexDigits = u"0123456789abcdef";
    char16_t unit = 0;
    for (int i = 0; i < 4; ++i) {
        const qsizetype digit = hexDigits.indexOf(peek().toLower());
        if (digit < 0)
            return missing(tr("Expected four hexadecimal digits behind “\\u”."));
        unit = static_cast<char16_t>(unit * 16 + digit);
        ++m_at;
    }
    return unit;
}

} // namespace

Result<Value> parseJson(QByteArrayView text, const QString &file)
{
    Result<QString> decoded = decodeUtf8(text);
    if (!decoded) {
        decoded.error().problem.file = file;
        return std::unexpected(decoded.error());
    }
    return JsonReader(*decoded, file).readAll();
}

} // namespace waymark
