#include "models/jinja/dialects/nunjuckslexer.h"

#include "models/jinja/dialects/operatortokens.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace waymark::jinja {
namespace {

constexpr OperatorToken operators[] = {
    {u"===", TokenType::StrictEqual},
    {u"!==", TokenType::StrictNotEqual},
    {u"==", TokenType::Equal},
    {u"!=", TokenType::NotEqual},
    {u"<=", TokenType::LessOrEqual},
    {u">=", TokenType::GreaterOrEqual},
    {u"//", TokenType::FloorDiv},
    {u"**", TokenType::Pow},
    {u"(", TokenType::LeftParenthesis},
    {u")", TokenType::RightParenthesis},
    {u"[", TokenType::LeftBracket},
    {u"]", TokenType::RightBracket},
    {u"{", TokenType::LeftBrace},
    {u"}", TokenType::RightBrace},
    {u"%", TokenType::Mod},
    {u"*", TokenType::Mul},
    {u"-", TokenType::Sub},
    {u"+", TokenType::Add},
    {u"~", TokenType::Tilde},
    {u"/", TokenType::Div},
    {u"#", TokenType::Unknown},
    {u",", TokenType::Comma},
    {u":", TokenType::Colon},
    {u"|", TokenType::Pipe},
    {u".", TokenType::Dot},
    {u"<", TokenType::Less},
    {u">", TokenType::Greater},
    {u"=", TokenType::Assign},
    {u"!", TokenType::Unknown},
};
constexpr auto delimiterCharacters = [] {
    std::array<bool, 128> known = {};
    for (const char16_t unit : std::u16string_view(u"()[]{}%*-+~/#,:|.<>=!"))
        known.at(unit) = true;
    return known;
}();

bool isDelimiter(QChar c)
{
    return c.unicode() < delimiterCharacters.size() && delimiterCharacters[c.unicode()];
}

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c.unicode() == 0xa0;
}

bool isDigits(QStringView text)
{
    return !text.isEmpty()
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

} // namespace

std::optional<Token> NunjucksLexer::nextInCode()
{
    if (isBlank(peek())) {
        while (!atEnd() && isBlank(peek()))
            ++m_at;
        return std::nullopt;
    }
    if (peek() == u'"' || peek() == u'\'') {
        ++m_tagWords;
        return stringToken();
    }
    if (auto token = end(m_options.delimiters.blockEnd, TokenType::BlockEnd))
        return token;
    if (auto token = end(m_options.delimiters.variableEnd, TokenType::VariableEnd))
        return token;
    Token token = peek() == u'r' && peek(1) == u'/' ? regexToken() : word();
    rememberWord(token);
    return token;
}

void NunjucksLexer::rememberWord(const Token &token)
{
    if (++m_tagWords == 1 && token.is(TokenType::Name))
        m_tag = token.text;
    m_tagAssigns = m_tagAssigns || token.is(TokenType::Assign);
}

Token NunjucksLexer::stringToken()
{
    const QChar quote = peek();
    const qsizetype from = m_at;
    QString text;
    for (++m_at; !atEnd() && peek() != quote; ++m_at) {
        if (peek() != u'\\') {
            text += peek();
            continue;
        }
        ++m_at;
        if (atEnd())
            break;
        const QChar letter = peek();
        text += letter == u'n' ? u'\n' : letter == u't' ? u'\t' : letter == u'r' ? u'\r' : letter;
    }
    m_at = qMin(m_at + 1, m_text.size());
    return {TokenType::String, from, text};
}

Token NunjucksLexer::regexToken()
{
    const qsizetype from = m_at;
    qsizetype close = m_text.indexOf(u'/', m_at + 2);
    while (close > 0 && m_text[close - 1] == u'\\')
        close = m_text.indexOf(u'/', close + 1);
    const qsizetype end = close < 0 ? m_text.size() : close;
    Token token{TokenType::Regex, from, m_text.sliced(from + 2, end - from - 2).toString()};
    m_at = qMin(end + 1, m_text.size());
    while (!atEnd() && QStringView(u"gimy").contains(peek())) {
        token.flags += peek();
        ++m_at;
    }
    return token;
}

Token NunjucksLexer::number(qsizetype length)
{
    const qsizetype from = m_at;
    m_at += length;
    if (peek() != u'.')
        return {TokenType::Integer, from, m_text.sliced(from, length).toString()};
    ++m_at;
    while (!atEnd() && peek() >= u'0' && peek() <= u'9')
        ++m_at;
    return {TokenType::Float, from, m_text.sliced(from, m_at - from).toString()};
}

Token NunjucksLexer::word()
{
    const QStringView rest = m_text.sliced(m_at);
    if (isDelimiter(rest.front())) {
        const OperatorToken *found = operatorAt(rest, operators);
        const Token token{found->type, m_at, found->text.toString()};
        m_at += found->text.size();
        return token;
    }
    const auto isPart = [](QChar c) { return !isBlank(c) && !isDelimiter(c); };
    const auto length = std::distance(rest.begin(), std::ranges::find_if_not(rest, isPart));
    const QStringView text = rest.first(length);
    if (isDigits(text))
        return number(length);
    const bool isConstant
        = text == u"true" || text == u"false" || text == u"none" || text == u"null";
    const Token token{isConstant ? TokenType::Constant : TokenType::Name, m_at, text.toString()};
    m_at += length;
    return token;
}

} // namespace waymark::jinja
