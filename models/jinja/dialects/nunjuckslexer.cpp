#include "models/jinja/dialects/nunjuckslexer.h"

#include <algorithm>

namespace waymark::jinja {

Token NunjucksLexer::next()
{
    if (m_pending)
        return *std::exchange(m_pending, std::nullopt);
    while (!atEnd()) {
        if (auto token = m_inCode ? nextInCode() : nextInText())
            return *token;
    }
    return {.type = TokenType::End, .offset = m_text.size()};
}

bool NunjucksLexer::opens(qsizetype at) const
{
    const Delimiters &delimiters = m_options.delimiters;
    return looksAt(delimiters.blockStart, at) || looksAt(delimiters.variableStart, at)
        || looksAt(delimiters.commentStart, at);
}

std::optional<Token> NunjucksLexer::begin(QStringView delimiter, TokenType type)
{
    if (!looksAt(delimiter))
        return std::nullopt;
    Token token{type, m_at};
    m_at += delimiter.size();
    if (peek() == u'-')
        ++m_at;
    m_inCode = true;
    m_tagWords = 0;
    m_tagAssigns = false;
    m_dropsBlanks = false;
    m_tag.clear();
    return token;
}

/// lstrip_blocks: the blanks of the line on which a block tag stands alone so far.
QStringView NunjucksLexer::withoutIndent(QStringView data) const
{
    if (!m_options.lstripBlocks || !looksAt(m_options.delimiters.blockStart))
        return data;
    const qsizetype line = m_at > 0 ? m_text.lastIndexOf(u'\n', m_at - 1) + 1 : 0;
    const qsizetype column = m_at - line;
    if (column == 0 || column > data.size())
        return data;
    return std::ranges::all_of(data.last(column), isJavaScriptSpace) ? data.chopped(column) : data;
}

std::optional<Token> NunjucksLexer::nextInText()
{
    const Delimiters &delimiters = m_options.delimiters;
    if (auto token = begin(delimiters.blockStart, TokenType::BlockBegin))
        return token;
    if (auto token = begin(delimiters.variableStart, TokenType::VariableBegin))
        return token;
    if (looksAt(delimiters.commentStart)) {
        skipComment();
        return std::nullopt;
    }
    const qsizetype from = m_at;
    const QChar endOfComment = delimiters.commentEnd[0];
    for (; !atEnd() && !opens(m_at); ++m_at) {
        if (peek() == endOfComment && looksAt(delimiters.commentEnd))
            fail(QStringLiteral("unexpected end of comment"), m_at);
    }
    QStringView data = withoutIndent(m_text.sliced(from, m_at - from));
    if (data.isEmpty())
        return std::nullopt;
    if (std::exchange(m_dropsBlanks, false)) {
        while (!data.isEmpty() && isJavaScriptSpace(data.front()))
            data = data.sliced(1);
    }
    const auto signAt = [&](QStringView delimiter) {
        return looksAt(delimiter) && peek(delimiter.size()) == u'-';
    };
    if (signAt(delimiters.blockStart) || signAt(delimiters.variableStart)
        || signAt(delimiters.commentStart)) {
        while (!data.isEmpty() && isJavaScriptSpace(data.back()))
            data.chop(1);
    }
    return data.isEmpty() ? std::nullopt
                          : std::optional(Token{TokenType::Data, from, data.toString()});
}

void NunjucksLexer::skipComment()
{
    const qsizetype from = m_at + m_options.delimiters.commentStart.size();
    const qsizetype close = m_text.indexOf(m_options.delimiters.commentEnd, from);
    if (close < 0)
        fail(QStringLiteral("expected end of comment, got end of file"), m_at);
    m_dropsBlanks = close > m_at && m_text[close - 1] == u'-';
    m_at = close + m_options.delimiters.commentEnd.size();
}

std::optional<Token> NunjucksLexer::end(QStringView delimiter, TokenType type)
{
    const bool trims = peek() == u'-' && looksAt(delimiter, m_at + 1);
    if (!trims && !looksAt(delimiter))
        return std::nullopt;
    Token token{type, m_at};
    m_at += delimiter.size() + (trims ? 1 : 0);
    m_inCode = false;
    if (type == TokenType::BlockEnd)
        afterBlockEnd(trims);
    else
        m_dropsBlanks = trims;
    return token;
}

void NunjucksLexer::afterBlockEnd(bool isTrimming)
{
    if (m_options.trimBlocks) {
        if (looksAt(u"\r\n"))
            m_at += 2;
        else if (looksAt(u"\n"))
            ++m_at;
    }
    const bool isBlockSet = m_tag == u"set" && !m_tagAssigns;
    m_dropsBlanks = isTrimming && !isBlockSet; // parser.js does not look at the sign of a block set
    if (m_tagWords == 1 && (m_tag == u"raw" || m_tag == u"verbatim"))
        readRaw();
}

std::unique_ptr<Lexer> makeNunjucksLexer(QStringView text, const Options &options, LexerStart start)
{
    return std::make_unique<NunjucksLexer>(text, options, start);
}

} // namespace waymark::jinja
