#include "models/jinja/binder.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/outputnodes.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

namespace waymark::jinja {
namespace {

/// do: an expression, for what it changes.
class DoNode final : public Statement
{
public:
    DoNode(qsizetype offset, ExpressionPtr expression)
        : Statement(offset)
        , m_expression(std::move(expression))
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override
    {
        interpreter.charge(1);
        interpreter.beginStatement(offset());
        (void)m_expression->evaluate(interpreter);
        return Next::Go;
    }
    void bind(Binder &binder) override { binder.expression(*m_expression); }
    void eachChild(const NodeVisitor &visit) const override { visit(*m_expression); }

private:
    ExpressionPtr m_expression;
};

/// print: outputs with commas between them.
class PrintNode final : public Statement
{
public:
    PrintNode(qsizetype offset, std::vector<std::unique_ptr<OutputNode>> outputs)
        : Statement(offset)
        , m_outputs(std::move(outputs))
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override
    {
        for (const auto &output : m_outputs)
            (void)output->execute(interpreter);
        return Next::Go;
    }
    void bind(Binder &binder) override
    {
        for (const auto &output : m_outputs)
            output->bind(binder);
    }
    void eachChild(const NodeVisitor &visit) const override
    {
        for (const auto &output : m_outputs)
            visit(*output);
    }

private:
    std::vector<std::unique_ptr<OutputNode>> m_outputs;
};

class JumpNode final : public Statement
{
public:
    JumpNode(const Token &word, Next next, bool isInLoop)
        : Statement(word.offset)
        , m_next(next)
        , m_misplaced(isInLoop ? QString() : word.text)
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override
    {
        interpreter.charge(1);
        return m_next;
    }
    /// As Python sees it: when all of the template has been read.
    void bind(Binder &binder) override
    {
        if (!m_misplaced.isEmpty())
            Parser::failAt(offset(), QStringLiteral("'%1' outside loop").arg(m_misplaced));
        binder.jump();
    }
    void eachChild(const NodeVisitor & /*visit*/) const override { }

private:
    Next m_next;
    QString m_misplaced; ///< Its word, outside of a loop.
};

StatementPtr parseJump(Parser &parser, Next next)
{
    const bool isInLoop = parser.isInside(u"for");
    return std::make_unique<JumpNode>(parser.take(), next, isInLoop);
}

} // namespace

StatementPtr parseDo(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    return std::make_unique<DoNode>(offset, parser.parseTuple());
}

StatementPtr parsePrint(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    std::vector<std::unique_ptr<OutputNode>> outputs;
    while (!parser.current().is(TokenType::BlockEnd)) {
        if (!outputs.empty())
            parser.expect(TokenType::Comma);
        ExpressionPtr expression = parser.parseExpression();
        const qsizetype anchor = expression->anchor();
        outputs.push_back(std::make_unique<OutputNode>(anchor, std::move(expression)));
    }
    return std::make_unique<PrintNode>(offset, std::move(outputs));
}

StatementPtr parseBreak(Parser &parser)
{
    return parseJump(parser, Next::Break);
}

StatementPtr parseContinue(Parser &parser)
{
    return parseJump(parser, Next::Continue);
}

StatementPtr parseRaw(Parser &parser)
{
    return std::make_unique<TextNode>(parser.take().offset, QString());
}

} // namespace waymark::jinja
