#include "models/jinja/binder.h"
#include "models/jinja/guards.h"
#include "models/jinja/operand.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/asynchronous.h"
#include "models/jinja/tags/registry.h"

namespace waymark::jinja {
namespace {

class IfNode final : public Statement, public Asynchronous
{
public:
    struct Branch
    {
        quint32 offset = 0; ///< Of its condition.
        ExpressionPtr condition = {};
        Body body = {};
    };
    explicit IfNode(qsizetype offset, bool isAsync = false)
        : Statement(offset)
        , m_isAsync(isAsync)
    {
    }
    [[nodiscard]] bool isAsync() const override { return m_isAsync; }
    void add(Branch branch) { m_branches.push_back(std::move(branch)); }
    void setElse(Body body) { m_else = std::move(body); }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    [[nodiscard]] Next choose(Interpreter &interpreter, Tags &tags) const;

    std::vector<Branch> m_branches;
    Body m_else;
    Affected m_affected;
    bool m_isAsync;
};

Next IfNode::execute(Interpreter &interpreter) const
{
    interpreter.charge(1);
    Tags tags = 0;
    Next next = Next::Go;
    {
        ControlGuard guard(interpreter, 0);
        next = choose(interpreter, tags);
        if (m_affected.jumps)
            guard.keep(); // whether what follows runs was decided here, too
    }
    if (tags) {
        interpreter.taint(m_affected, tags);
        interpreter.printNothing(tags);
    }
    return next;
}

/// Runs the first branch whose condition is true; `tags` are those of all conditions up to it.
Next IfNode::choose(Interpreter &interpreter, Tags &tags) const
{
    for (const Branch &branch : m_branches) {
        const bool isFirst = &branch == &m_branches.front();
        interpreter.beginStatement(isFirst ? offset() : branch.offset);
        bool isTrue = false;
        {
            const Operand condition(interpreter, *branch.condition);
            interpreter.at(branch.condition->offset());
            isTrue = interpreter.truthy(*condition);
            if (interpreter.isTracking())
                tags = interpreter.tagTable().united(tags, interpreter.deepTags(*condition));
        }
        if (tags)
            interpreter.addControl(tags);
        if (isTrue)
            return branch.body.execute(interpreter);
    }
    return m_else.execute(interpreter);
}

void IfNode::bind(Binder &binder)
{
    std::vector<Binder::Step> steps;
    steps.reserve(m_branches.size() + 1);
    for (const Branch &branch : m_branches)
        steps.emplace_back([&] { binder.branch(branch.condition.get(), branch.body); });
    steps.emplace_back([&] { binder.branch(nullptr, m_else); });
    binder.collect(m_affected, [&] { binder.branches(steps); });
}

void IfNode::eachChild(const NodeVisitor &visit) const
{
    for (const Branch &branch : m_branches) {
        visit(*branch.condition);
        branch.body.eachChild(visit);
    }
    m_else.eachChild(visit);
}

} // namespace

StatementPtr parseIf(Parser &parser)
{
    auto node = std::make_unique<IfNode>(parser.take().offset);
    for (;;) {
        const auto start = static_cast<quint32>(parser.current().offset);
        ExpressionPtr condition = parser.parseTuple(false);
        Body body = parser.parseBody({u"elif", u"else", u"endif"});
        node->add({start, std::move(condition), std::move(body)});
        const Token end = parser.take();
        if (end.text == u"else")
            node->setElse(parser.parseBodyUntil(u"endif"));
        if (end.text != u"elif")
            return node;
    }
}

StatementPtr parseNunjucksIf(Parser &parser)
{
    const Token tag = parser.take();
    auto node = std::make_unique<IfNode>(tag.offset, tag.text == u"ifAsync");
    for (;;) {
        const auto start = static_cast<quint32>(parser.current().offset);
        ExpressionPtr condition = parser.parseExpression();
        Body body = parser.parseBody({u"elif", u"elseif", u"else", u"endif"});
        node->add({start, std::move(condition), std::move(body)});
        const Token end = parser.take();
        if (end.text == u"else")
            node->setElse(parser.parseBodyUntil(u"endif"));
        if (end.text != u"elif" && end.text != u"elseif")
            return node;
    }
}

} // namespace waymark::jinja
