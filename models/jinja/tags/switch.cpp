#include "models/jinja/binder.h"
#include "models/jinja/guards.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

namespace waymark::jinja {
namespace {

/// Nunjucks' switch: as JavaScript's, with a break behind each case that is not empty.
class SwitchNode final : public Statement
{
public:
    struct Case
    {
        ExpressionPtr condition;
        Body body;
    };
    SwitchNode(qsizetype offset, ExpressionPtr subject)
        : Statement(offset)
        , m_subject(std::move(subject))
    {
    }
    void add(Case one) { m_cases.push_back(std::move(one)); }
    void setDefault(Body body) { m_default = std::move(body); }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    [[nodiscard]] const Body &choose(Interpreter &interpreter, Tags &tags) const;

    ExpressionPtr m_subject;
    std::vector<Case> m_cases;
    Body m_default;
    Affected m_affected;
};

const Body &SwitchNode::choose(Interpreter &interpreter, Tags &tags) const
{
    const Value subject = m_subject->evaluate(interpreter);
    tags = interpreter.deepTags(subject);
    for (auto one = m_cases.begin(); one != m_cases.end(); ++one) {
        interpreter.charge(1);
        const Value value = one->condition->evaluate(interpreter);
        tags = interpreter.tagTable().united(tags, interpreter.deepTags(value));
        if (!interpreter.equal(subject, value))
            continue;
        while (one != m_cases.end() && one->body.isEmpty())
            ++one; // falls through
        return one == m_cases.end() ? m_default : one->body;
    }
    return m_default;
}

Next SwitchNode::execute(Interpreter &interpreter) const
{
    interpreter.charge(1);
    interpreter.beginStatement(offset());
    Tags tags = 0;
    const Body &chosen = choose(interpreter, tags);
    {
        const ControlGuard control(interpreter, tags);
        (void)chosen.execute(interpreter);
    }
    if (tags) {
        interpreter.taint(m_affected, tags);
        interpreter.printNothing(tags);
    }
    return Next::Go;
}

void SwitchNode::bind(Binder &binder)
{
    std::vector<Binder::Step> steps;
    steps.reserve(m_cases.size() + 1);
    for (const Case &one : m_cases) {
        steps.emplace_back([&] {
            binder.expression(*one.condition);
            one.body.bind(binder);
        });
    }
    steps.emplace_back([&] { m_default.bind(binder); });
    binder.collect(m_affected, [&] {
        binder.expression(*m_subject);
        binder.branches(steps);
    });
}

void SwitchNode::eachChild(const NodeVisitor &visit) const
{
    visit(*m_subject);
    for (const Case &one : m_cases) {
        visit(*one.condition);
        one.body.eachChild(visit);
    }
    m_default.eachChild(visit);
}

} // namespace

StatementPtr parseSwitch(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    auto node = std::make_unique<SwitchNode>(offset, parser.parseExpression());
    (void)parser.parseBody(
        {u"case", u"default", u"endswitch"}); // what stands before the first case is lost
    do {
        parser.skipIfName(u"case");
        ExpressionPtr condition = parser.parseExpression();
        Body body = parser.parseBody({u"case", u"default", u"endswitch"});
        node->add({std::move(condition), std::move(body)});
    } while (parser.current().isName(u"case"));
    if (parser.take().text == u"default")
        node->setDefault(parser.parseBodyUntil(u"endswitch"));
    return node;
}

} // namespace waymark::jinja
