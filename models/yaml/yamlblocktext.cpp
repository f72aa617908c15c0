#include "models/yaml/yamlblocktext.h"

#include "models/yaml/sourcetext.h"

#include <QByteArray>

#include <algorithm>

namespace waymark {
namespace {

/// Takes the lines of a block scalar one by one.
class BlockReader
{
public:
    BlockReader(QByteArrayView lines, int indent)
        : m_rest(lines)
        , m_indent(indent)
    {
        advance();
    }
    [[nodiscard]] bool hasLine() const { return !m_line.isEmpty(); }
    [[nodiscard]] QByteArrayView line() const { return m_line; }
    [[nodiscard]] bool isMoreIndented() const
    {
        return m_line.startsWith(' ') || m_line.startsWith('\t');
    }
    [[nodiscard]] bool isEnded() const { return m_isEnded; } // by a line end
    void advance()
    {
        const qsizetype end = m_rest.indexOf('\n');
        m_isEnded = end >= 0;
        m_line = m_isEnded ? m_rest.first(end) : m_rest;
        m_rest = m_isEnded ? m_rest.sliced(end + 1) : QByteArrayView();
        if (m_line.endsWith('\r') && m_isEnded)
            m_line.chop(1);
        for (int blanks = 0; blanks < m_indent && m_line.startsWith(' '); ++blanks)
            m_line = m_line.sliced(1);
    }
    /// Over empty lines: how many.
    qsizetype skipEmpty()
    {
        qsizetype count = 0;
        for (; m_line.isEmpty() && m_isEnded; ++count)
            advance();
        return count;
    }

private:
    QByteArrayView m_rest;
    QByteArrayView m_line;
    int m_indent;
    bool m_isEnded = false;
};

} // namespace

QString blockText(QByteArrayView scalar, int indent)
{
    const qsizetype headerEnd = scalar.indexOf('\n');
    const QByteArrayView header = headerEnd < 0 ? scalar : scalar.first(headerEnd);
    const qsizetype comment = header.indexOf('#');
    const QByteArrayView signs = comment < 0 ? header : header.first(comment);
    const bool isFolded = header.startsWith('>');
    const bool isKept = signs.contains('+');
    const bool isStripped = signs.contains('-');

    QByteArray text;
    BlockReader reader(headerEnd < 0 ? QByteArrayView() : scalar.sliced(headerEnd + 1), indent);
    qsizetype breaks = reader.skipEmpty();
    if (!reader.hasLine() && !isKept)
        breaks = 0;
    text.append(breaks, '\n');
    while (reader.hasLine()) {
        const bool mayFold = isFolded && !reader.isMoreIndented();
        const qsizetype lineEnd = reader.isEnded() ? 1 : 0;
        text += reader.line();
        reader.advance();
        breaks = reader.skipEmpty();
        if (!reader.hasLine())
            text.append((isStripped ? 0 : lineEnd) + (isKept ? breaks : 0), '\n');
        else if (mayFold && !reader.isMoreIndented() && breaks == 0)
            text += ' ';
        else
            text.append(breaks + (mayFold && !reader.isMoreIndented() ? 0 : 1), '\n');
    }
    return textOf(text);
}

} // namespace waymark
