#pragma once

#include <QString>

namespace waymark::jinja {

enum class TokenType : quint8 {
    Data, ///< Template text.
    BlockBegin,
    BlockEnd,
    VariableBegin,
    VariableEnd,
    Name,
    Constant, ///< Nunjucks' true, false, none and null, which are no names there.
    String,
    Integer,
    Float,
    Regex,
    Add,
    Sub,
    Div,
    FloorDiv,
    Mul,
    Mod,
    Pow,
    Tilde,
    LeftBracket,
    RightBracket,
    LeftParenthesis,
    RightParenthesis,
    LeftBrace,
    RightBrace,
    Equal,
    NotEqual,
    StrictEqual,
    StrictNotEqual,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
    Assign,
    Dot,
    Colon,
    Pipe,
    Comma,
    Semicolon,
    Unknown, ///< A character that Nunjucks reads and no rule takes.
    End,
};

/// One word of a template. Tokens of a text follow each other without a gap but blanks and
/// comments.
struct Token
{
    TokenType type = TokenType::End;
    qsizetype offset = 0; ///< UTF-16 units from the start of the template.
    QString text = {}; ///< Of names, texts (unescaped), numbers as written, data, a pattern's body.
    QString flags = {}; ///< Of a pattern.

    [[nodiscard]] bool is(TokenType other) const { return type == other; }
    [[nodiscard]] bool isName(QStringView name) const
    {
        return type == TokenType::Name && text == name;
    }
};

/// As Jinja2's errors call a token, or a kind of token.
[[nodiscard]] QString described(const Token &token);
[[nodiscard]] QString described(TokenType type);

} // namespace waymark::jinja
