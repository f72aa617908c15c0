#include "models/jinja/dialects/jinja2lexer.h"

#include "models/jinja/dialects/operatortokens.h"
#include "models/jinja/dialects/python.h"
#include "models/jinja/dialects/pythonliterals.h"

#include <unicode/uchar.h>

#include <algorithm>

namespace waymark::jinja {
namespace {

constexpr OperatorToken operators[] = {
    {u"//", TokenType::FloorDiv},
    {u"**", TokenType::Pow},
    {u"==", TokenType::Equal},
    {u"!=", TokenType::NotEqual},
    {u">=", TokenType::GreaterOrEqual},
    {u"<=", TokenType::LessOrEqual},
    {u"+", TokenType::Add},
    {u"-", TokenType::Sub},
    {u"/", TokenType::Div},
    {u"*", TokenType::Mul},
    {u"%", TokenType::Mod},
    {u"~", TokenType::Tilde},
    {u"[", TokenType::LeftBracket},
    {u"]", TokenType::RightBracket},
    {u"(", TokenType::LeftParenthesis},
    {u")", TokenType::RightParenthesis},
    {u"{", TokenType::LeftBrace},
    {u"}", TokenType::RightBrace},
    {u">", TokenType::Greater},
    {u"<", TokenType::Less},
    {u"=", TokenType::Assign},
    {u".", TokenType::Dot},
    {u":", TokenType::Colon},
    {u"|", TokenType::Pipe},
    {u",", TokenType::Comma},
    {u";", TokenType::Semicolon},
};

/// How much of `text` begins with what Python takes for letters and digits.
qsizetype wordLength(QStringView text)
{
    qsizetype length = 0;
    while (length < text.size()) {
        const QStringView rest = text.sliced(length);
        const bool isPair
            = rest.size() > 1 && rest[0].isHighSurrogate() && rest[1].isLowSurrogate();
        const char32_t code = isPair ? QChar::surrogateToUcs4(rest[0], rest[1]) : rest[0].unicode();
        if (!QChar::isLetterOrNumber(code) && code != u'_'
            && !u_hasBinaryProperty(static_cast<UChar32>(code), UCHAR_XID_CONTINUE))
            break;
        length += isPair ? 2 : 1;
    }
    return length;
}

} // namespace

/// Behind the end of a line statement, which is the last line end among the blanks here.
std::optional<qsizetype> Jinja2Lexer::lineStatementEnd() const
{
    const qsizetype blanks = skipSpace(m_at);
    if (blanks == m_text.size())
        return blanks;
    const qsizetype last = m_text.sliced(m_at, blanks - m_at).lastIndexOf(u'\n');
    return last < 0 ? std::nullopt : std::optional(m_at + last + 1);
}

std::optional<qsizetype> Jinja2Lexer::codeEnd() const
{
    if (!m_brackets.isEmpty())
        return std::nullopt;
    switch (m_state) {
    case LexerState::Variable:
        return closingEnd(m_options.delimiters.variableEnd, m_at, false, false);
    case LexerState::Block:
        return closingEnd(m_options.delimiters.blockEnd, m_at, m_options.trimBlocks);
    default:
        return lineStatementEnd();
    }
}

std::optional<Token> Jinja2Lexer::nextInCode()
{
    if (const auto end = codeEnd()) {
        Token token{m_state == LexerState::Variable ? TokenType::VariableEnd : TokenType::BlockEnd,
                    m_at};
        m_at = *end;
        remember(m_at);
        m_state = LexerState::Text;
        return token;
    }
    if (isTemplateSpace(peek())) {
        m_at = skipSpace(m_at);
        return std::nullopt;
    }
    return word();
}

Token Jinja2Lexer::word()
{
    const QStringView rest = m_text.sliced(m_at);
    const auto take = [&](TokenType type, qsizetype length) {
        Token token{type, m_at, rest.first(length).toString()};
        m_at += length;
        return token;
    };
    if (const auto length = pythonFloatLength(rest, m_at > 0 ? m_text[m_at - 1] : QChar()))
        return take(TokenType::Float, length);
    if (const auto length = pythonIntegerLength(rest))
        return take(TokenType::Integer, length);
    const qsizetype length = wordLength(rest);
    if (length > 0) {
        const bool isPair = rest.front().isHighSurrogate(); // which only letters are here
        if (!rest.front().isLetter() && rest.front() != u'_' && !isPair)
            fail(QStringLiteral("Invalid character in identifier"), m_at);
        return take(TokenType::Name, length);
    }
    if (rest.front() == u'\'' || rest.front() == u'"')
        return stringToken();
    return operatorToken();
}

Token Jinja2Lexer::stringToken()
{
    const QChar quote = peek();
    for (qsizetype at = m_at + 1; at < m_text.size(); ++at) {
        if (m_text[at] == u'\\') {
            ++at;
        } else if (m_text[at] == quote) {
            const QString body = withNewlines(m_text.sliced(m_at + 1, at - m_at - 1));
            const Token token{TokenType::String, m_at, unescapedPython(body, m_at)};
            m_at = at + 1;
            return token;
        }
    }
    return operatorToken();
}

Token Jinja2Lexer::operatorToken()
{
    const OperatorToken *found = operatorAt(m_text.sliced(m_at), operators);
    if (!found) {
        const QString before = m_text.first(m_at).toString();
        const QString shown = python::quoted(m_text.sliced(m_at, peek().isHighSurrogate() ? 2 : 1));
        fail(QStringLiteral("unexpected char %1 at %2").arg(shown).arg(before.toUcs4().size()),
             m_at);
    }
    const Token token{found->type, m_at};
    const auto unexpected = QStringLiteral("unexpected '%1'").arg(found->text);
    if (found->type == TokenType::LeftBrace)
        m_brackets.append(u'}');
    else if (found->type == TokenType::LeftParenthesis)
        m_brackets.append(u')');
    else if (found->type == TokenType::LeftBracket)
        m_brackets.append(u']');
    else if (found->type == TokenType::RightBrace || found->type == TokenType::RightParenthesis
             || found->type == TokenType::RightBracket) {
        if (m_brackets.isEmpty())
            fail(unexpected, m_at);
        const QChar expected = m_brackets.back();
        m_brackets.removeLast();
        if (expected != found->text.front())
            fail(QStringLiteral("%1, expected '%2'").arg(unexpected, expected), m_at);
    }
    m_at += found->text.size();
    return token;
}

} // namespace waymark::jinja
