#pragma once

#include "models/jinja/lexer.h"

#include <optional>

namespace waymark::jinja {

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

} // namespace waymark::jinja
