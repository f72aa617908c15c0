#include "models/jinja/extensions/pyyamlwriter.h"

#include "models/jinja/extensions/pyyamlscalar.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

QString escape(char32_t c)
{
    static constexpr std::pair<char32_t, char16_t> letters[] = {
        {0, u'0'},      {7, u'a'},    {8, u'b'},    {9, u't'},      {10, u'n'},
        {11, u'v'},     {12, u'f'},   {13, u'r'},   {0x1b, u'e'},   {u'"', u'"'},
        {u'\\', u'\\'}, {0x85, u'N'}, {0xa0, u'_'}, {0x2028, u'L'}, {0x2029, u'P'},
    };
    for (const auto &[code, letter] : letters) {
        if (code == c)
            return u'\\' + QString(QChar(letter));
    }
    const int width = c <= 0xff ? 2 : c <= 0xffff ? 4 : 8;
    const QChar kind = c <= 0xff ? u'x' : c <= 0xffff ? u'u' : u'U';
    return u'\\' + QString(kind) + QString::number(c, 16).toUpper().rightJustified(width, u'0');
}

} // namespace

PyYamlWriter::PyYamlWriter(Runtime &runtime, const PyYamlStyle &style)
    : m_runtime(runtime)
    , m_style(style)
    , m_width(style.width > qint64{2} * style.indent ? style.width : 80)
{
}

void PyYamlWriter::increaseIndent(bool isFlow, bool isIndentless)
{
    m_indents.push_back(m_indent);
    if (m_indent < 0)
        m_indent = isFlow ? m_style.indent : 0;
    else if (!isIndentless)
        m_indent += m_style.indent;
}
void PyYamlWriter::decreaseIndent()
{
    m_indent = m_indents.back();
    m_indents.pop_back();
}

void PyYamlWriter::plain(QStringView text, bool isRoot, bool splits)
{
    m_isOpenEnded = m_isOpenEnded || isRoot;
    if (text.isEmpty())
        return;
    if (!m_isWhitespace)
        write(u" ");
    m_isWhitespace = false;
    m_isIndention = false;
    qsizetype start = 0;
    bool inSpaces = false;
    for (qsizetype end = 0; end <= text.size(); ++end) {
        const QChar c = end < text.size() ? text[end] : QChar();
        const bool isSpace = c == u' ';
        const bool ends = inSpaces ? !isSpace : isSpace || end == text.size();
        if (ends && inSpaces && start + 1 == end && m_column > m_width && splits)
            writeTextIndent();
        else if (ends)
            write(text.sliced(start, end - start));
        start = ends ? end : start;
        inSpaces = isSpace;
    }
}

void PyYamlWriter::singleQuoted(QStringView text, bool splits)
{
    indicator(u"'", true);
    enum class In : quint8 { Text, Spaces, Breaks } state = In::Text;
    qsizetype start = 0;
    for (qsizetype end = 0; end <= text.size(); ++end) {
        const bool isEnd = end == text.size();
        const QChar c = isEnd ? QChar() : text[end];
        const bool isBreak = !isEnd && isYamlBreak(c);
        if (state == In::Spaces && (isEnd || c != u' ')) {
            if (start + 1 == end && m_column > m_width && splits && start != 0 && !isEnd)
                writeIndent();
            else
                write(text.sliced(start, end - start));
            start = end;
        } else if (state == In::Breaks && !isBreak) {
            breaks(text.sliced(start, end - start));
            start = end;
        } else if (state == In::Text && (isEnd || c == u' ' || isBreak || c == u'\'')) {
            write(text.sliced(start, end - start));
            start = end;
        }
        if (c == u'\'') {
            write(u"''");
            start = end + 1;
        }
        state = c == u' ' ? In::Spaces : isBreak ? In::Breaks : In::Text;
    }
    indicator(u"'", false);
}

void PyYamlWriter::breaks(QStringView text)
{
    if (text.front() == u'\n')
        lineBreak(u"\n");
    for (const QChar c : text)
        lineBreak(QStringView(&c, 1));
    writeIndent();
}

void PyYamlWriter::doubleQuoted(const QString &text, bool splits)
{
    indicator(u"\"", true);
    const QList<uint> points = text.toUcs4();
    const auto part = [&points](qsizetype from, qsizetype to) {
        return QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()) + from,
                                 to - from);
    };
    qsizetype start = 0;
    for (qsizetype end = 0; end <= points.size(); ++end) {
        const bool isEnd = end == points.size();
        const char32_t c = isEnd ? 0 : points[end];
        const bool escapes = !isEnd && isEscaped(c);
        if ((isEnd || escapes) && start < end)
            write(part(start, end));
        if (isEnd || escapes)
            start = end;
        if (escapes) {
            write(escape(c));
            start = end + 1;
        }
        const bool mayBreak = end > 0 && end < points.size() - 1 && (c == u' ' || start >= end);
        if (!mayBreak || m_column + (end - start) <= m_width || !splits)
            continue;
        write(part(start, std::max(start, end)) + u'\\');
        start = std::max(start, end);
        writeTextIndent();
        if (points[start] == u' ')
            write(u"\\");
    }
    indicator(u"\"", false);
}

bool PyYamlWriter::isEscaped(char32_t c) const
{
    if (c == u'"' || c == u'\\' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0xfeff)
        return true;
    const bool isWide
        = m_style.allowsUnicode && ((c >= 0xa0 && c <= 0xd7ff) || (c >= 0xe000 && c <= 0xfffd));
    return !(c >= 0x20 && c <= 0x7e) && !isWide;
}

void PyYamlWriter::write(QStringView text)
{
    m_text += text;
    if (m_text.size() > m_charged) {
        m_charged = m_text.size() + 4096;
        m_runtime.chargeText(m_text.size());
    }
    m_column
        += text.size() - std::ranges::count_if(text, [](QChar c) { return c.isLowSurrogate(); });
}

void PyYamlWriter::indicator(QStringView text, bool needsWhitespace, bool isWhitespace,
                             bool isIndention)
{
    if (!m_isWhitespace && needsWhitespace)
        write(u" ");
    write(text);
    m_isWhitespace = isWhitespace;
    m_isIndention = m_isIndention && isIndention;
    m_isOpenEnded = false;
}

void PyYamlWriter::writeIndent()
{
    const int indent = std::max(m_indent, 0);
    if (!m_isIndention || m_column > indent || (m_column == indent && !m_isWhitespace))
        lineBreak(u"\n");
    if (m_column < indent) {
        m_isWhitespace = true;
        m_text += QString(indent - m_column, u' ');
        m_column = indent;
    }
}

void PyYamlWriter::writeTextIndent()
{
    writeIndent();
    m_isWhitespace = false;
    m_isIndention = false;
}

void PyYamlWriter::lineBreak(QStringView text)
{
    m_isWhitespace = true;
    m_isIndention = true;
    m_column = 0;
    m_text += text;
}

} // namespace waymark::jinja
