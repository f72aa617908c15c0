#include "models/base/jsonreader.h"

#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

} // namespace

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

/// What Python's json module writes for a number that JSON does not have.
std::optional<double> JsonReader::pythonNumber(QStringView word) const
{
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (!m_places)
        return {};
    if (word == u"NaN")
        return std::numeric_limits<double>::quiet_NaN();
    if (word == u"Infinity")
        return infinity;
    return word == u"-Infinity" ? std::optional(-infinity) : std::nullopt;
}

Result<Value> JsonReader::readWord()
{
    const qsizetype start = m_at;
    qsizetype end = m_at;
    if (m_places && peek() == u'-')
        ++end;
    while (end < m_text.size() && isWordPart(m_text.at(end)))
        ++end;
    const QStringView word = m_text.sliced(start, end - start);
    m_at = end;
    if (word == u"true" || word == u"false")
        return word == u"true";
    if (word == u"null")
        return Value();
    if (const auto number = pythonNumber(word))
        return *number;
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
        unit = static_cast<char16_t>(unit * 16 + static_cast<int>(digit));
        ++m_at;
    }
    return unit;
}

} // namespace waymark
