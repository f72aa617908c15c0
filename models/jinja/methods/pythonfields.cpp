#include "models/jinja/methods/pythonfields.h"

#include <algorithm>
#include <unicode/uchar.h>

namespace waymark::jinja {
namespace {

constexpr qint64 mostNumber = 0x7fffffffffffffff;

/// An integer where `name` consists of digits, else the text.
Value nameOrNumber(Runtime &runtime, QStringView name)
{
    qint64 number = 0;
    for (const char32_t c : CodePoints(name)) {
        if (!isPythonDecimal(c))
            return {name.toString()};
        const int digit = u_charDigitValue(static_cast<UChar32>(c));
        if (number > (mostNumber - digit) / 10)
            runtime.fail(FailureKind::Value,
                         QStringLiteral("Too many decimal digits in format string"));
        number = number * 10 + digit;
    }
    return name.isEmpty() ? Value(QString()) : Value(number);
}

qsizetype stepStart(QStringView text, qsizetype from)
{
    const auto isStart = [](QChar c) { return c == u'.' || c == u'['; };
    return std::find_if(text.begin() + from, text.end(), isStart) - text.begin();
}

} // namespace

std::optional<FormatPiece> FieldReader::next()
{
    if (atEnd())
        return std::nullopt;
    FormatPiece piece{.literal = {m_at, 0}};
    while (!atEnd() && m_text[m_at] != u'{' && m_text[m_at] != u'}')
        ++m_at;
    piece.literal.length = m_at - piece.literal.start;
    if (atEnd())
        return piece;
    const QChar brace = m_text[m_at++];
    const bool isDoubled = !atEnd() && m_text[m_at] == brace;
    if (isDoubled) {
        ++m_at;
        ++piece.literal.length;
        return piece;
    }
    if (brace == u'}')
        fail(QStringLiteral("Single '}' encountered in format string"));
    if (atEnd())
        fail(QStringLiteral("Single '{' encountered in format string"));
    readField(piece);
    return piece;
}

void FieldReader::readField(FormatPiece &piece)
{
    piece.isField = true;
    const qsizetype start = m_at;
    while (!atEnd()) {
        const QChar c = m_text[m_at++];
        if (c == u'{')
            fail(QStringLiteral("unexpected '{' in field name"));
        if (c == u'[') {
            while (!atEnd() && m_text[m_at] != u']')
                ++m_at;
            continue;
        }
        if (c != u'}' && c != u':' && c != u'!')
            continue;
        piece.field = m_text.sliced(start, m_at - 1 - start).toString();
        if (c == u'!')
            readConversion(piece);
        else if (c == u':')
            readSpec(piece);
        return;
    }
    fail(QStringLiteral("expected '}' before end of string"));
}

void FieldReader::readConversion(FormatPiece &piece)
{
    if (atEnd())
        fail(QStringLiteral("end of string while looking for conversion specifier"));
    const qsizetype length = unitOf(m_text.sliced(m_at), 1);
    piece.conversion = m_text.sliced(m_at, length).toString();
    m_at += length;
    if (!atEnd()) {
        const QChar c = m_text[m_at++];
        if (c == u'}')
            return;
        if (c != u':')
            fail(QStringLiteral("expected ':' after conversion specifier"));
    }
    readSpec(piece);
}

void FieldReader::readSpec(FormatPiece &piece)
{
    const qsizetype start = m_at;
    for (int depth = 1; !atEnd();) {
        const QChar c = m_text[m_at++];
        depth += c == u'{' ? 1 : c == u'}' ? -1 : 0;
        if (depth > 0)
            continue;
        piece.spec = m_text.sliced(start, m_at - 1 - start).toString();
        return;
    }
    fail(QStringLiteral("unmatched '{' in format spec"));
}

FieldName::FieldName(Runtime &runtime, QString text)
    : m_text(std::move(text))
    , m_firstLength(stepStart(m_text, 0))
    , m_first(nameOrNumber(runtime, QStringView(m_text).first(m_firstLength)))
{
}

std::optional<FieldName::Step> FieldName::Steps::next(Runtime &runtime)
{
    if (m_at >= m_text.size())
        return std::nullopt;
    const auto fail = [&](const QString &message) { runtime.fail(FailureKind::Value, message); };
    const QChar c = m_text[m_at++];
    if (c != u'.' && c != u'[')
        fail(QStringLiteral("Only '.' or '[' may follow ']' in format field specifier"));
    const qsizetype start = m_at;
    const qsizetype end = c == u'.' ? stepStart(m_text, start) : m_text.indexOf(u']', start);
    if (end < 0)
        fail(QStringLiteral("Missing ']' in format string"));
    m_at = c == u'.' ? end : end + 1;
    const QStringView name = m_text.sliced(start, end - start);
    if (name.isEmpty())
        fail(QStringLiteral("Empty attribute in format string"));
    return Step{c == u'.', c == u'.' ? Value(name.toString()) : nameOrNumber(runtime, name)};
}

} // namespace waymark::jinja
