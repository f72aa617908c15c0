#include "models/yaml/linefolding.h"

#include <QSet>

#include <algorithm>

namespace waymark {
namespace {

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\t';
}

/// Whether a line may end in place of a blank beside `c`; no character is the end of the text.
bool isWord(QChar c)
{
    return !c.isNull() && !isBlank(c) && c != u'\n';
}

/// Goes through a text once, and notes where its lines are to be broken.
class Folder
{
public:
    Folder(const QString &text, const QString &indent, Folding folding, const FoldingWidths &widths)
        : m_text(text)
        , m_indent(indent)
        , m_folding(folding)
        , m_step(std::max<qsizetype>(1 + contentOf(widths), 1 + widths.line - indent.size()))
        , m_end(widths.line - indent.size())
    {
        const qsizetype least = std::max<qsizetype>(2, contentOf(widths));
        if (widths.first > widths.line - least)
            m_folds += 0;
        else if (widths.first >= 0)
            m_end = widths.line - widths.first;
    }

    [[nodiscard]] bool fits() const { return m_text.size() <= m_step; }

    FoldedText run()
    {
        if (m_folding == Folding::Block) {
            skipIndented();
            if (m_at >= 0)
                m_end = m_at + m_step;
        }
        for (++m_at; m_at < m_text.size(); ++m_at)
            step();
        return {m_isGivenUp || m_folds.isEmpty() ? m_text : broken(), m_hasLongLine};
    }

private:
    static qsizetype contentOf(const FoldingWidths &widths)
    {
        return widths.line < widths.content ? 0 : widths.content;
    }
    [[nodiscard]] QChar at(qsizetype place) const
    {
        return place >= 0 && place < m_text.size() ? m_text.at(place) : QChar();
    }

    void step()
    {
        QChar c = at(m_at);
        if (m_folding == Folding::Quoted && c == u'\\')
            skipEscape();
        if (c == u'\n') {
            if (m_folding == Folding::Block)
                skipIndented();
            m_end = m_at + m_indent.size() + m_step;
            m_split = -1;
        } else {
            if (c == u' ' && isWord(m_previous) && isWord(at(m_at + 1)))
                m_split = m_at;
            if (m_at >= m_end)
                c = breakBefore(c);
        }
        m_previous = c;
    }

    /// Past the end of the line: breaks it in front, where that can be. What was read last then.
    QChar breakBefore(QChar c)
    {
        if (m_split > 0) {
            fold(m_split);
        } else if (m_folding != Folding::Quoted) {
            m_hasLongLine = true;
        } else {
            while (isBlank(m_previous)) {
                m_previous = c;
                c = at(++m_at);
                m_hasLongLine = true;
            }
            const qsizetype place = m_at > m_escapeEnd + 1 ? m_at - 2 : m_escapeStart - 1;
            m_isGivenUp = m_isGivenUp || m_escaped.contains(place);
            fold(place);
            m_escaped += place;
        }
        return c;
    }

    void fold(qsizetype place)
    {
        m_folds += place;
        m_end = place + m_step;
        m_split = -1;
    }

    void skipEscape()
    {
        m_escapeStart = m_at;
        const QChar kind = at(m_at + 1);
        m_at += kind == u'x' ? 3 : kind == u'u' ? 5 : kind == u'U' ? 9 : 1;
        m_escapeEnd = m_at;
    }

    /// To the end of the last of the lines behind this one that are indented further.
    void skipIndented()
    {
        qsizetype end = m_at;
        qsizetype start = m_at + 1;
        qsizetype place = m_at;
        QChar c = at(start);
        while (isBlank(c)) {
            if (place < start + m_indent.size()) {
                c = at(++place);
                continue;
            }
            do {
                c = at(++place);
            } while (!c.isNull() && c != u'\n');
            end = place;
            start = place + 1;
            c = at(start);
        }
        m_at = end;
    }

    [[nodiscard]] QString broken() const
    {
        QString result = m_text.first(m_folds.first());
        for (qsizetype i = 0; i < m_folds.size(); ++i) {
            const qsizetype fold = m_folds.at(i);
            const qsizetype end = i + 1 < m_folds.size() ? m_folds.at(i + 1) : m_text.size();
            if (fold == 0) {
                result = u'\n' + m_indent + m_text.first(end);
                continue;
            }
            if (m_folding == Folding::Quoted && m_escaped.contains(fold))
                result += QString(m_text.at(fold)) + u'\\';
            result += u'\n' + m_indent + m_text.sliced(fold + 1, end - fold - 1);
        }
        return result;
    }

    const QString &m_text;
    const QString &m_indent;
    const Folding m_folding;
    const qsizetype m_step;
    qsizetype m_end; // of this line, in the text
    qsizetype m_at = -1;
    qsizetype m_split = -1; // the last blank that may end it
    qsizetype m_escapeStart = -1;
    qsizetype m_escapeEnd = -1;
    QChar m_previous;
    QList<qsizetype> m_folds;
    QSet<qsizetype> m_escaped; // those with a backslash
    bool m_hasLongLine = false;
    bool m_isGivenUp = false;
};

} // namespace

FoldedText foldedText(const QString &text, const QString &indent, Folding folding,
                      const FoldingWidths &widths)
{
    if (widths.line <= 0)
        return {text};
    Folder folder(text, indent, folding, widths);
    return folder.fits() ? FoldedText{text} : folder.run();
}

} // namespace waymark
