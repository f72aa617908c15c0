#include "models/jinja/dialects/jinja2lexer.h"

#include <algorithm>

namespace waymark::jinja {

Jinja2Lexer::Jinja2Lexer(QStringView text, const Options &options, LexerStart start)
    : Lexer(text)
    , m_options(options)
    , m_state(start == LexerStart::Expression ? LexerState::Variable : LexerState::Text)
{
    m_openings = {{options.delimiters.commentStart, Opening::Comment},
                  {options.delimiters.blockStart, Opening::Block},
                  {options.delimiters.variableStart, Opening::Variable}};
    if (!options.lineStatementPrefix.isEmpty())
        m_openings.emplace_back(options.lineStatementPrefix, Opening::LineStatement);
    if (!options.lineCommentPrefix.isEmpty())
        m_openings.emplace_back(options.lineCommentPrefix, Opening::LineComment);
    // As sorted(rules, reverse=True) of (length, kind's name) leaves them.
    const auto rank = [](Opening opening) {
        switch (opening) {
        case Opening::Variable:
            return 0;
        case Opening::LineStatement:
            return 1;
        case Opening::LineComment:
            return 2;
        case Opening::Comment:
            return 3;
        default:
            return 4;
        }
    };
    std::ranges::stable_sort(m_openings, [&](const auto &a, const auto &b) {
        return a.first.size() != b.first.size() ? a.first.size() > b.first.size()
                                                : rank(a.second) < rank(b.second);
    });
    for (const auto &[delimiter, opening] : m_openings) {
        if (!delimiter.isEmpty())
            m_first += delimiter.front();
    }
}

Token Jinja2Lexer::next()
{
    if (m_pending)
        return *std::exchange(m_pending, std::nullopt);
    while (!atEnd()) {
        if (auto token = m_state == LexerState::Text ? nextInText() : nextInCode())
            return *token;
    }
    if (m_state == LexerState::LineStatement
        && m_brackets.isEmpty()) { // the end of the text ends the line
        m_state = LexerState::Text;
        return {.type = TokenType::BlockEnd, .offset = m_text.size()};
    }
    return {.type = TokenType::End, .offset = m_text.size()};
}

qsizetype Jinja2Lexer::skipSpace(qsizetype at) const
{
    while (at < m_text.size() && isTemplateSpace(m_text[at]))
        ++at;
    return at;
}

QString Jinja2Lexer::withNewlines(QStringView text) const
{
    QString result = text.toString();
    return m_options.newlineSequence == u"\n" ? result
                                              : result.replace(u'\n', m_options.newlineSequence);
}

FoundOpening Jinja2Lexer::withSign(Opening opening, qsizetype start, qsizetype end) const
{
    const QChar sign = end < m_text.size() ? m_text[end] : QChar();
    if (sign == u'-' || sign == u'+')
        return {opening, start, end + 1, sign};
    return {opening, start, end, {}};
}

std::optional<qsizetype> Jinja2Lexer::closingEnd(QStringView delimiter, qsizetype at, bool trims,
                                                 bool plus) const
{
    if (plus && looksAt(u"+", at) && looksAt(delimiter, at + 1))
        return at + 1 + delimiter.size();
    if (looksAt(u"-", at) && looksAt(delimiter, at + 1))
        return skipSpace(at + 1 + delimiter.size());
    if (!looksAt(delimiter, at))
        return std::nullopt;
    const qsizetype end = at + delimiter.size();
    return trims && looksAt(u"\n", end) ? end + 1 : end;
}

std::unique_ptr<Lexer> makeJinja2Lexer(QStringView text, const Options &options, LexerStart start)
{
    return std::make_unique<Jinja2Lexer>(text, options, start);
}

} // namespace waymark::jinja
