#include "models/jinja/dialects/operatortokens.h"
#include "models/jinja/lexer.h"

#include <algorithm>
#include <optional>

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
constexpr QStringView delimiterCharacters = u"()[]{}%*-+~/#,:|.<>=!";

bool isBlank(QChar c)
{
    return c == u' ' || c == u'\n' || c == u'\t' || c == u'\r' || c.unicode() == 0xa0;
}

bool isDigits(QStringView text)
{
    return !text.isEmpty()
        && std::ranges::all_of(text, [](QChar c) { return c >= u'0' && c <= u'9'; });
}

/// The tokenizer of nunjucks/src/lexer.js, with what its parser does to the text between tags.
class NunjucksLexer final : public Lexer
{
public:
    NunjucksLexer(QStringView text, const Options &options, LexerStart start)
        : Lexer(text)
        , m_options(options)
        , m_inCode(start == LexerStart::Expression)
    {
    }
    [[nodiscard]] Token next() override;

private:
    [[nodiscard]] std::optional<Token> nextInText();
    [[nodiscard]] std::optional<Token> nextInCode();
    [[nodiscard]] std::optional<Token> begin(QStringView delimiter, TokenType type);
    [[nodiscard]] std::optional<Token> end(QStringView delimiter, TokenType type);
    [[nodiscard]] Token word();
    [[nodiscard]] Token stringToken();
    [[nodiscard]] Token regexToken();
    [[nodiscard]] Token number(qsizetype length);
    [[nodiscard]] bool opens(qsizetype at) const;
    [[nodiscard]] QStringView withoutIndent(QStringView data) const;
    void skipComment();
    void rememberWord(const Token &token);
    void afterBlockEnd(bool isTrimming);
    void readRaw();

    const Options &m_options;
    bool m_inCode;
    bool m_dropsBlanks = false; ///< The last tag ended with '-'.
    QString m_tag; ///< The name of the block tag that is being read,
    int m_tagWords = 0; ///< how many tokens of it were,
    bool m_tagAssigns = false; ///< and whether a '=' was among them.
    std::optional<Token> m_pending;
};

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
    const Token token{type, m_at};
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
    const Token token{type, m_at};
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

/// Behind "{% raw %}": up to the tag that ends it. Where there is none, nothing was raw.
void NunjucksLexer::readRaw()
{
    const QString endTag = QStringLiteral("end") + m_tag;
    const qsizetype from = m_at;
    int level = 1;
    qsizetype taken = m_at;
    for (qsizetype at = m_text.indexOf(u"{%", from); at >= 0; at = m_text.indexOf(u"{%", at + 1)) {
        qsizetype name = at + 2;
        const auto skip = [&] {
            while (name < m_text.size() && isJavaScriptSpace(m_text[name]))
                ++name;
        };
        skip();
        const bool isEnd = looksAt(endTag, name);
        if (!isEnd && !looksAt(m_tag, name))
            continue;
        name += isEnd ? endTag.size() : m_tag.size();
        skip();
        if (!looksAt(u"%}", name))
            continue;
        level += isEnd ? -1 : 1;
        taken = name + 2;
        if (level == 0) {
            if (m_text.sliced(at, taken - at).contains(u'\n'))
                fail(QStringLiteral("%1 cannot span lines").arg(endTag), at);
            m_pending = Token{TokenType::Data, from, m_text.sliced(from, at - from).toString()};
            m_at = taken;
            return;
        }
    }
    m_pending = Token{TokenType::Data, from, m_text.sliced(from, taken - from).toString()};
    m_at = taken;
}

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
    if (delimiterCharacters.contains(rest.front())) {
        const OperatorToken *found = operatorAt(rest, operators);
        const Token token{found->type, m_at, found->text.toString()};
        m_at += found->text.size();
        return token;
    }
    const auto isPart = [](QChar c) { return !isBlank(c) && !delimiterCharacters.contains(c); };
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

} // namespace

std::unique_ptr<Lexer> makeNunjucksLexer(QStringView text, const Options &options, LexerStart start)
{
    return std::make_unique<NunjucksLexer>(text, options, start);
}

} // namespace waymark::jinja
