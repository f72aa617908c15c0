#include "models/jinja/binder.h"
#include "models/jinja/block.h"
#include "models/jinja/dialect.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

namespace waymark::jinja {
namespace {

class ExtendsNode final : public Statement
{
public:
    ExtendsNode(qsizetype offset, ExpressionPtr name, bool onlyAtTop, qsizetype before)
        : Statement(offset)
        , m_name(std::move(name))
        , m_onlyAtTop(onlyAtTop)
        , m_before(static_cast<quint32>(before))
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override;
    void bind(Binder &binder) override
    {
        if (m_onlyAtTop && !binder.isTopLevel())
            Parser::failAt(offset(),
                           QStringLiteral("cannot use extend from a non top-level scope"));
        binder.expression(*m_name);
        binder.use({.kind = OtherTemplate::Kind::Extends, .name = *m_name});
    }
    void eachChild(const NodeVisitor &visit) const override { visit(*m_name); }

private:
    ExpressionPtr m_name;
    bool m_onlyAtTop; ///< And only once (Jinja2).
    quint32 m_before; ///< The line of the error that it is there twice.
};

Next ExtendsNode::execute(Interpreter &interpreter) const
{
    interpreter.charge(1);
    if (m_onlyAtTop && interpreter.frame().parent) {
        interpreter.beginStatement(m_before);
        interpreter.fail(FailureKind::Runtime, QStringLiteral("extended multiple times"));
    }
    interpreter.beginStatement(offset());
    const Value name = m_name->evaluate(interpreter);
    interpreter.at(m_name->offset());
    interpreter.addControl(interpreter.deepTags(name)); // up to the end of the template
    const CompiledTemplate &parent = interpreter.loadTemplate(name);
    interpreter.frame().parent = &parent;
    for (const BlockNode *block : parent.blocks)
        interpreter.context().blocks[block->name()].push_back({block, &parent});
    return Next::Go;
}

StatementPtr parse(Parser &parser, bool onlyAtTop)
{
    const qsizetype before = parser.markedLine();
    const qsizetype offset = parser.take().offset;
    return std::make_unique<ExtendsNode>(offset, parser.parseExpression(), onlyAtTop, before);
}

} // namespace

StatementPtr parseExtends(Parser &parser)
{
    return parse(parser, true);
}

StatementPtr parseNunjucksExtends(Parser &parser)
{
    return parse(parser, false);
}

} // namespace waymark::jinja
