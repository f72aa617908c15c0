#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/callnodes.h"
#include "models/jinja/dialect.h"
#include "models/jinja/sourcetext.h"
#include "models/jinja/target.h"
#include "models/jinja/template.h"

#include <QStringList>

#include <initializer_list>
#include <memory>
#include <optional>

namespace waymark::jinja {

/// Makes the tree of a template. Errors are Failures with an offset, in Jinja2's words.
class Parser
{
public:
    Parser(const CompiledEnvironment &environment, QStringView text, LexerStart start);

    /// All of the text as a template, or as one expression.
    [[nodiscard]] Body parseTemplate();
    [[nodiscard]] ExpressionPtr parseOnlyExpression();

    [[nodiscard]] const Grammar &grammar() const { return *m_dialect.grammar; }
    [[nodiscard]] const CompiledEnvironment &environment() const { return m_environment; }

    // Tokens.
    [[nodiscard]] const Token &current() const { return m_current; }
    [[nodiscard]] const Token &look(); ///< The one behind it.
    Token take();
    bool skipIf(TokenType type);
    bool skipIfName(QStringView name);
    Token expect(TokenType type);
    Token expectName(QStringView name);
    [[noreturn]] void fail(const QString &message, const QString &hint = {}) const;
    [[noreturn]] static void failAt(qsizetype offset, const QString &message,
                                    const QString &hint = {});

    // Expressions.
    [[nodiscard]] ExpressionPtr parseExpression(bool withConditional = true);
    /// Expressions with commas between them are a tuple; where it is explicit, none at all too.
    [[nodiscard]] ExpressionPtr parseTuple(bool withConditional = true, bool isExplicit = false);
    [[nodiscard]] ExpressionPtr parsePrimary();
    [[nodiscard]] ExpressionPtr parsePostfix(ExpressionPtr base);
    [[nodiscard]] ExpressionPtr parseFilters(ExpressionPtr base, bool startsInline = false);
    [[nodiscard]] CallArguments parseArguments();
    /// The name that a macro, a parameter or an import gets; none of a constant.
    [[nodiscard]] Token parseAssignedName();
    /// Names, or tuples of them, that something is assigned to.
    [[nodiscard]] TargetPtr parseTarget(bool withNamespace = false);

    // Statements.
    /// "with context" or "without context", if that is what comes.
    [[nodiscard]] std::optional<bool> parseContext();
    /// Whether a tag of that name is open around this one.
    [[nodiscard]] bool isInside(QStringView tag) const;
    /// The statements from behind this tag's BlockEnd up to one of `ends`, which is then current
    /// (its BlockBegin is taken).
    [[nodiscard]] Body parseBody(std::initializer_list<QStringView> ends);
    /// The same, with the end tag's name taken as well.
    [[nodiscard]] Body parseBodyUntil(QStringView end);
    /// The last place before here whose line Jinja2's code has.
    [[nodiscard]] qsizetype markedLine() const { return m_markedLine; }
    void addBlock(BlockNode *block, const Token &name);
    [[nodiscard]] std::vector<BlockNode *> takeBlocks() { return std::move(m_blocks); }

private:
    friend class Nesting;
    friend class ExpressionScope;
    [[nodiscard]] Token nextToken();
    [[nodiscard]] bool isAround(QStringView tag) const;
    [[nodiscard]] bool isCompiledApart() const;
    [[nodiscard]] Body parseStatements(bool isTemplate);
    [[nodiscard]] StatementPtr parseTag();
    [[nodiscard]] ExpressionPtr finished(ExpressionPtr expression) const;
    [[nodiscard]] ExpressionPtr parseLevel(size_t level);
    [[nodiscard]] ExpressionPtr parseConditional(size_t level);
    [[nodiscard]] ExpressionPtr parseLogical(size_t level, BinaryOperator op, QStringView word);
    [[nodiscard]] ExpressionPtr parseNot(size_t level);
    [[nodiscard]] ExpressionPtr parseComparison(size_t level);
    [[nodiscard]] ExpressionPtr parseIn(size_t level);
    [[nodiscard]] ExpressionPtr parseIs(size_t level);
    [[nodiscard]] ExpressionPtr parseBinary(size_t level);
    [[nodiscard]] ExpressionPtr parseConcatenation(size_t level);
    [[nodiscard]] std::optional<BinaryOperator> comparisonOperator(const Level &level);
    [[nodiscard]] ExpressionPtr parseUnary(bool withFilters = true);
    [[nodiscard]] ExpressionPtr parseTest(ExpressionPtr base);
    [[nodiscard]] ExpressionPtr parseName();
    [[nodiscard]] ExpressionPtr parseNumber();
    [[nodiscard]] ExpressionPtr parseString();
    [[nodiscard]] ExpressionPtr parseParentheses();
    [[nodiscard]] ExpressionPtr parseList();
    [[nodiscard]] ExpressionPtr parseDict();
    void link();
    [[nodiscard]] bool atClosing(TokenType type) const;
    void expectClosing(TokenType type);
    [[nodiscard]] ExpressionPtr parseSubscript(ExpressionPtr base);
    [[nodiscard]] ExpressionPtr parseSubscriptPart();
    [[nodiscard]] ExpressionPtr parseAttribute(ExpressionPtr base);
    [[nodiscard]] QString parseDottedName();
    [[noreturn]] void failUnknownTag(const Token &tag) const;
    [[noreturn]] void failAtEnd() const;
    [[nodiscard]] QString expectedEnds(const QString &start,
                                       const std::optional<QString> &found) const;
    [[nodiscard]] bool isTupleEnd() const;
    struct BadTarget;
    [[nodiscard]] Target parseTargetPart(bool withNamespace, BadTarget &bad);
    [[nodiscard]] Target parseTargets(bool withNamespace, BadTarget &bad);

    const CompiledEnvironment &m_environment;
    const Dialect &m_dialect;
    QStringView m_text;
    std::unique_ptr<Lexer> m_lexer;
    qsizetype m_lastOffset = 0; ///< Of the last token that was read.
    Token m_current;
    std::optional<Token> m_next;
    std::vector<Token> m_openTags;
    std::vector<QStringList> m_awaitedEnds;
    std::vector<BlockNode *> m_blocks;
    QStringList m_blockNames;
    Token m_repeatedBlock; ///< The name of the first block that there is twice.
    qsizetype m_markedLine = 0;
    bool m_extends = false; ///< Another template, whatever comes.
    int m_depth = 0;
    int m_expressions = 0; ///< That are being read, inside each other.
    int m_links = 0; ///< Operators, filters and the like in the outermost of them.
};

} // namespace waymark::jinja
