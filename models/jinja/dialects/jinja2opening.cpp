#include "models/jinja/dialects/jinja2lexer.h"

#include <algorithm>

namespace waymark::jinja {

/// Behind "{% raw %}", if that is what stands at `at`.
std::optional<qsizetype> Jinja2Lexer::rawEnd(qsizetype at) const
{
    const FoundOpening begin
        = withSign(Opening::Raw, at, at + m_options.delimiters.blockStart.size());
    const qsizetype name = skipSpace(begin.end);
    if (!looksAt(u"raw", name))
        return std::nullopt;
    return closingEnd(m_options.delimiters.blockEnd, skipSpace(name + 3), false, false);
}

std::optional<FoundOpening> Jinja2Lexer::openingAt(qsizetype at) const
{
    if (looksAt(m_options.delimiters.blockStart, at)) {
        if (const auto end = rawEnd(at)) {
            FoundOpening found
                = withSign(Opening::Raw, at, at + m_options.delimiters.blockStart.size());
            found.end = *end;
            return found;
        }
    }
    const bool lineStarts = at == 0 || m_text[at - 1] == u'\n';
    for (const auto &[delimiter, opening] : m_openings) {
        qsizetype start = at;
        if (opening == Opening::LineStatement) {
            while (lineStarts
                   && QStringView(u" \t\v").contains(start < m_text.size() ? m_text[start] : u'x'))
                ++start;
            if (!lineStarts)
                continue;
        } else if (opening == Opening::LineComment) {
            if (!lineStarts && isTemplateSpace(m_text[at - 1]))
                continue;
            while (start < m_text.size() && isTemplateSpace(m_text[start])
                   && m_text[start] != u'\n')
                ++start;
        }
        if (looksAt(delimiter, start))
            return withSign(opening, at, start + delimiter.size());
    }
    return std::nullopt;
}

QStringView Jinja2Lexer::stripped(QStringView data, const FoundOpening &found,
                                  bool wasLineStart) const
{
    if (found.sign == u'-') {
        while (!data.isEmpty() && isTemplateSpace(data.back()))
            data.chop(1);
        return data;
    }
    if (found.sign == u'+' || !m_options.lstripBlocks || found.opening == Opening::Variable)
        return data;
    const qsizetype line = data.lastIndexOf(u'\n') + 1;
    const QStringView indent = data.sliced(line);
    const bool isBlank = !indent.isEmpty() && std::ranges::all_of(indent, isTemplateSpace);
    return isBlank && (line > 0 || wasLineStart) ? data.first(line) : data;
}

std::optional<Token> Jinja2Lexer::nextInText()
{
    const qsizetype begin = m_at;
    const bool hasLineOpenings = m_openings.size() > 3;
    std::optional<FoundOpening> found;
    for (qsizetype at = begin; at < m_text.size() && !found; ++at) {
        const bool isLineCandidate = hasLineOpenings
            && (at == 0 || m_text[at - 1] == u'\n' || isTemplateSpace(m_text[at]));
        if (isLineCandidate || m_first.contains(m_text[at]))
            found = openingAt(at);
    }
    if (!found) {
        m_at = m_text.size();
        return Token{TokenType::Data, begin, withNewlines(m_text.sliced(begin))};
    }
    const QStringView data
        = stripped(m_text.sliced(begin, found->start - begin), *found, m_lineStart);
    remember(found->end);
    m_at = found->end;
    enter(*found);
    if (data.isEmpty())
        return m_pending ? std::exchange(m_pending, std::nullopt) : std::nullopt;
    if (!m_pending || !m_pending->is(TokenType::Data))
        return Token{TokenType::Data, begin, withNewlines(data)};
    m_pending->text.prepend(withNewlines(data)); // raw text right behind it
    m_pending->offset = begin;
    return std::exchange(m_pending, std::nullopt);
}

void Jinja2Lexer::enter(const FoundOpening &found)
{
    switch (found.opening) {
    case Opening::Raw:
        return skipRaw(found.start);
    case Opening::Comment:
        return skipComment(found.start);
    case Opening::LineComment: {
        const qsizetype end = m_text.indexOf(u'\n', m_at);
        m_at = end < 0 ? m_text.size() : end;
        remember(m_at);
        return;
    }
    case Opening::Variable:
        m_state = LexerState::Variable;
        m_pending = Token{TokenType::VariableBegin, found.start};
        return;
    case Opening::Block:
    case Opening::LineStatement:
        m_state = found.opening == Opening::Block ? LexerState::Block : LexerState::LineStatement;
        m_pending = Token{TokenType::BlockBegin, found.start};
        return;
    }
}

} // namespace waymark::jinja
