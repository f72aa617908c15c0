#include "models/jinja/dialects/operatortokens.h"
#include "models/jinja/dialects/pythonliterals.h"
#include "models/jinja/lexer.h"

#include <QVarLengthArray>

#include <unicode/uchar.h>

#include <algorithm>
#include <optional>
#include <vector>

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

/// What may begin in template text.
enum class Opening : quint8 { Raw, Comment, Block, Variable, LineStatement, LineComment };

struct Found
{
    Opening opening = Opening::Block;
    qsizetype start = 0;
    qsizetype end = 0; ///< Behind the delimiter and its sign.
    QChar sign = {}; ///< '-', '+' or none.
};

enum class State : quint8 { Text, Block, Variable, LineStatement };

/// The rules of jinja2/lexer.py, one state each, without its regular expressions.
class Jinja2Lexer final : public Lexer
{
public:
    Jinja2Lexer(QStringView text, const Options &options, LexerStart start);
    [[nodiscard]] Token next() override;

private:
    [[nodiscard]] std::optional<Token> nextInText();
    [[nodiscard]] std::optional<Token> nextInCode();
    [[nodiscard]] std::optional<Found> openingAt(qsizetype at) const;
    [[nodiscard]] Found withSign(Opening opening, qsizetype start, qsizetype end) const;
    [[nodiscard]] std::optional<qsizetype> rawEnd(qsizetype at) const;
    [[nodiscard]] QStringView stripped(QStringView data, const Found &found,
                                       bool wasLineStart) const;
    void enter(const Found &found);
    void skipComment(qsizetype begin);
    void skipRaw(qsizetype begin);
    [[nodiscard]] std::optional<qsizetype> closingEnd(QStringView delimiter, qsizetype at,
                                                      bool trims, bool plus = true) const;
    [[nodiscard]] std::optional<qsizetype> codeEnd() const;
    [[nodiscard]] std::optional<qsizetype> lineStatementEnd() const;
    [[nodiscard]] qsizetype skipSpace(qsizetype at) const;
    [[nodiscard]] Token word();
    [[nodiscard]] Token stringToken();
    [[nodiscard]] Token operatorToken();
    [[nodiscard]] QString withNewlines(QStringView text) const;
    void remember(qsizetype end) { m_lineStart = end > 0 && m_text[end - 1] == u'\n'; }

    const Options &m_options;
    std::vector<std::pair<QString, Opening>> m_openings; ///< The longest delimiter first.
    QString m_first; ///< What an opening can begin with.
    State m_state = State::Text;
    bool m_lineStart = true; ///< Whether what came before ended a line.
    QVarLengthArray<QChar, 16> m_brackets; ///< The closing ones that are awaited.
    std::optional<Token> m_pending; ///< The opening behind the data just given.
};

Jinja2Lexer::Jinja2Lexer(QStringView text, const Options &options, LexerStart start)
    : Lexer(text)
    , m_options(options)
    , m_state(start == LexerStart::Expression ? State::Variable : State::Text)
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
        if (auto token = m_state == State::Text ? nextInText() : nextInCode())
            return *token;
    }
    if (m_state == State::LineStatement && m_brackets.isEmpty()) { // the end of the text ends the line
        m_state = State::Text;
        return {.type = TokenType::BlockEnd, .offset = m_text.size()};
    }
    return {.type = TokenType::End, .offset = m_text.size()};
}

qsizetype Jinja2Lexer::skipSpace(qsizetype at) const
{
    while (at < m_text.size() && isPythonSpace(m_text[at]))
        ++at;
    return at;
}

QString Jinja2Lexer::withNewlines(QStringView text) const
{
    QString result = text.toString();
    return m_options.newlineSequence == u"\n" ? result
                                              : result.replace(u'\n', m_options.newlineSequence);
}

Found Jinja2Lexer::withSign(Opening opening, qsizetype start, qsizetype end) const
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

/// Behind "{% raw %}", if that is what stands at `at`.
std::optional<qsizetype> Jinja2Lexer::rawEnd(qsizetype at) const
{
    const Found begin = withSign(Opening::Raw, at, at + m_options.delimiters.blockStart.size());
    const qsizetype name = skipSpace(begin.end);
    if (!looksAt(u"raw", name))
        return std::nullopt;
    return closingEnd(m_options.delimiters.blockEnd, skipSpace(name + 3), false, false);
}

std::optional<Found> Jinja2Lexer::openingAt(qsizetype at) const
{
    if (looksAt(m_options.delimiters.blockStart, at)) {
        if (const auto end = rawEnd(at)) {
            Found found = withSign(Opening::Raw, at, at + m_options.delimiters.blockStart.size());
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
            if (!lineStarts && isPythonSpace(m_text[at - 1]))
                continue;
            while (start < m_text.size() && isPythonSpace(m_text[start]) && m_text[start] != u'\n')
                ++start;
        }
        if (looksAt(delimiter, start))
            return withSign(opening, at, start + delimiter.size());
    }
    return std::nullopt;
}

QStringView Jinja2Lexer::stripped(QStringView data, const Found &found, bool wasLineStart) const
{
    if (found.sign == u'-') {
        while (!data.isEmpty() && isPythonSpace(data.back()))
            data.chop(1);
        return data;
    }
    if (found.sign == u'+' || !m_options.lstripBlocks || found.opening == Opening::Variable)
        return data;
    const qsizetype line = data.lastIndexOf(u'\n') + 1;
    const QStringView indent = data.sliced(line);
    const bool isBlank = !indent.isEmpty() && std::ranges::all_of(indent, isPythonSpace);
    return isBlank && (line > 0 || wasLineStart) ? data.first(line) : data;
}

std::optional<Token> Jinja2Lexer::nextInText()
{
    const qsizetype begin = m_at;
    const bool hasLineOpenings = m_openings.size() > 3;
    std::optional<Found> found;
    for (qsizetype at = begin; at < m_text.size() && !found; ++at) {
        const bool isLineCandidate
            = hasLineOpenings && (at == 0 || m_text[at - 1] == u'\n' || isPythonSpace(m_text[at]));
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
    if (m_pending && m_pending->is(TokenType::Data)) // raw text right behind it
        m_pending->text.prepend(withNewlines(data)), m_pending->offset = begin;
    else if (!m_pending)
        return Token{TokenType::Data, begin, withNewlines(data)};
    else
        return Token{TokenType::Data, begin, withNewlines(data)};
    return std::exchange(m_pending, std::nullopt);
}

void Jinja2Lexer::enter(const Found &found)
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
        m_state = State::Variable;
        m_pending = Token{TokenType::VariableBegin, found.start};
        return;
    case Opening::Block:
    case Opening::LineStatement:
        m_state = found.opening == Opening::Block ? State::Block : State::LineStatement;
        m_pending = Token{TokenType::BlockBegin, found.start};
        return;
    }
}

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
        const Found close = withSign(Opening::Raw, at, at + blockStart.size());
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
    case State::Variable:
        return closingEnd(m_options.delimiters.variableEnd, m_at, false, false);
    case State::Block:
        return closingEnd(m_options.delimiters.blockEnd, m_at, m_options.trimBlocks);
    default:
        return lineStatementEnd();
    }
}

std::optional<Token> Jinja2Lexer::nextInCode()
{
    if (const auto end = codeEnd()) {
        const Token token{m_state == State::Variable ? TokenType::VariableEnd : TokenType::BlockEnd,
                          m_at};
        m_at = *end;
        remember(m_at);
        m_state = State::Text;
        return token;
    }
    if (isPythonSpace(peek())) {
        m_at = skipSpace(m_at);
        return std::nullopt;
    }
    return word();
}

Token Jinja2Lexer::word()
{
    const QStringView rest = m_text.sliced(m_at);
    const auto take = [&](TokenType type, qsizetype length) {
        const Token token{type, m_at, rest.first(length).toString()};
        m_at += length;
        return token;
    };
    if (const auto length = pythonFloatLength(rest, m_at > 0 ? m_text[m_at - 1] : QChar()))
        return take(TokenType::Float, length);
    if (const auto length = pythonIntegerLength(rest))
        return take(TokenType::Integer, length);
    const auto isWord = [](QChar c) {
        return c.isLetterOrNumber() || c == u'_' || c.isSurrogate()
            || u_hasBinaryProperty(c.unicode(), UCHAR_XID_CONTINUE);
    };
    const auto length = std::distance(rest.begin(), std::ranges::find_if_not(rest, isWord));
    if (length > 0) {
        if (!rest.front().isLetter() && rest.front() != u'_' && !rest.front().isSurrogate())
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
        const QString shown
            = peek() == u'\'' ? QStringLiteral("\"'\"") : QStringLiteral("'%1'").arg(peek());
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

} // namespace

std::unique_ptr<Lexer> makeJinja2Lexer(QStringView text, const Options &options, LexerStart start)
{
    return std::make_unique<Jinja2Lexer>(text, options, start);
}

} // namespace waymark::jinja
