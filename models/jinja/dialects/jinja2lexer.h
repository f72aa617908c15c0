#pragma once

#include "models/jinja/lexer.h"

#include <QVarLengthArray>

#include <optional>
#include <utility>
#include <vector>

namespace waymark::jinja {

/// What may begin in template text of Jinja2.
enum class Opening : quint8 { Raw, Comment, Block, Variable, LineStatement, LineComment };

struct FoundOpening
{
    Opening opening = Opening::Block;
    qsizetype start = 0;
    qsizetype end = 0; ///< Behind the delimiter and its sign.
    QChar sign = {}; ///< '-', '+' or none.
};

enum class LexerState : quint8 { Text, Block, Variable, LineStatement };

/// The rules of jinja2/lexer.py, one state each, without its regular expressions.
class Jinja2Lexer final : public Lexer
{
public:
    Jinja2Lexer(QStringView text, const Options &options, LexerStart start);
    [[nodiscard]] Token next() override;

private:
    [[nodiscard]] std::optional<Token> nextInText();
    [[nodiscard]] std::optional<Token> nextInCode();
    [[nodiscard]] std::optional<FoundOpening> openingAt(qsizetype at) const;
    [[nodiscard]] FoundOpening withSign(Opening opening, qsizetype start, qsizetype end) const;
    [[nodiscard]] std::optional<qsizetype> rawEnd(qsizetype at) const;
    [[nodiscard]] QStringView stripped(QStringView data, const FoundOpening &found,
                                       bool wasLineStart) const;
    void enter(const FoundOpening &found);
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
    LexerState m_state = LexerState::Text;
    bool m_lineStart = true; ///< Whether what came before ended a line.
    QVarLengthArray<QChar, 16> m_brackets; ///< The closing ones that are awaited.
    std::optional<Token> m_pending; ///< The opening behind the data just given.
};

} // namespace waymark::jinja
