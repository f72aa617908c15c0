#include "models/jinja/dialects/jinja2lexer.h"

namespace waymark::jinja {

void Jinja2Lexer::skipComment(qsizetype begin)
{
    if (atEnd())
        return; // Jinja2 takes an opening at the very end for an empty comment
    for (qsizetype at = m_at; at < m_text.size(); ++at) {
        if (const auto end
            = closingEnd(m_options.delimiters.commentEnd, at, m_options.trimBlocks)) {
            m_at = *end;
            remember(m_at);
            return;
        }
    }
    fail(QStringLiteral("Missing end of comment tag"), begin);
}

void Jinja2Lexer::skipRaw(qsizetype begin)
{
    if (atEnd())
        return;
    const QString &blockStart = m_options.delimiters.blockStart;
    const qsizetype from = m_at;
    for (qsizetype at = m_text.indexOf(blockStart, from); at >= 0;
         at = m_text.indexOf(blockStart, at + 1)) {
        const FoundOpening close = withSign(Opening::Raw, at, at + blockStart.size());
        const qsizetype name = skipSpace(close.end);
        const auto end = looksAt(u"endraw", name)
            ? closingEnd(m_options.delimiters.blockEnd, skipSpace(name + 6), m_options.trimBlocks)
            : std::nullopt;
        if (!end)
            continue;
        const QStringView data = stripped(m_text.sliced(from, at - from), close, m_lineStart);
        if (!data.isEmpty())
            m_pending = Token{TokenType::Data, from, withNewlines(data)};
        m_at = *end;
        remember(m_at);
        return;
    }
    fail(QStringLiteral("Missing end of raw directive"), begin);
}

} // namespace waymark::jinja
