#include "models/jinja/binder.h"
#include "models/jinja/guards.h"
#include "models/jinja/loop.h"
#include "models/jinja/names.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

namespace waymark::jinja {
namespace {

/// Jinja2's for. Each run of its body begins with fresh variables.
class ForNode final : public Statement, public LoopBody
{
public:
    explicit ForNode(qsizetype offset, Parser &parser);
    [[nodiscard]] Next execute(Interpreter &interpreter) const override;
    [[nodiscard]] bool printsPast() const override
    {
        return !m_isRecursive && Statement::printsPast(); // that is a function of its own
    }
    void recurse(Interpreter &interpreter, const Value &iterable, int depth) const override;
    [[nodiscard]] bool takes(Interpreter &interpreter, Value &item) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    void bindScopes(Binder &binder);
    void run(Interpreter &interpreter, const Value &iterable, int depth) const;
    struct Outcome
    {
        bool hasElse = true; ///< No turn came to the end of the body.
        Tags control = 0; ///< What decided, up to the end, how often the body runs.
    };
    [[nodiscard]] Outcome runItems(Interpreter &interpreter,
                                   const Reference<LoopObject> &loop) const;
    [[nodiscard]] bool isIdle(const LoopObject &loop) const;
    void show(Interpreter &interpreter, const Reference<LoopObject> &loop) const;

    TargetPtr m_target;
    TargetPtr m_testTarget;
    Variable m_loop = Variable(QStringLiteral("loop"));
    ExpressionPtr m_iterable;
    ExpressionPtr m_test;
    Body m_body;
    Body m_else;
    bool m_isRecursive = false;
    bool m_isGenerator = false; ///< What a recursive loop gives is no text, but a generator.
    bool m_usesLoop = false;
    Scope m_scope;
    Scope m_testScope;
    Scope m_elseScope;
    Routine m_routine; ///< Of a recursive loop.
    Affected m_affected;
};

ForNode::ForNode(qsizetype offset, Parser &parser)
    : Statement(offset)
    , m_target(parser.parseTarget())
    , m_testTarget(std::make_unique<Target>(*m_target))
{
    parser.expectName(u"in");
    m_iterable = parser.parseTuple(false);
    if (parser.skipIfName(u"if"))
        m_test = parser.parseExpression();
    m_isRecursive = parser.skipIfName(u"recursive");
    m_body = parser.parseBody({u"endfor", u"else"});
    if (parser.take().text == u"else")
        m_else = parser.parseBodyUntil(u"endfor");
    if (m_target->names(u"loop"))
        Parser::failAt(offset,
                       QStringLiteral("Can't assign to special loop variable in for-loop target"));
    m_isGenerator = m_isRecursive && (m_body.printsPast() || m_else.printsPast());
    m_usesLoop = m_isRecursive || usesName(m_body, u"loop") || hasScopedBlock(m_body);
}

void ForNode::bind(Binder &binder)
{
    binder.collect(m_affected, [&] {
        binder.expression(*m_iterable);
        if (m_isRecursive)
            binder.routine(m_routine, Binder::Reach::All, [this, &binder] { bindScopes(binder); });
        else
            bindScopes(binder);
    });
}

void ForNode::bindScopes(Binder &binder)
{
    if (m_test) {
        binder.scope(m_testScope, [this, &binder] {
            m_testTarget->bind(binder, Target::Role::Parameter);
            binder.expression(*m_test);
        });
    }
    binder.scope(m_scope, [this, &binder] {
        if (m_usesLoop)
            binder.parameter(m_loop);
        m_target->bind(binder, Target::Role::Parameter);
        m_body.bind(binder);
    });
    binder.scope(m_elseScope, [this, &binder] { m_else.bind(binder); });
    m_routine.height = heightOf(m_body) + 1;
}

void ForNode::eachChild(const NodeVisitor &visit) const
{
    visit(*m_iterable);
    if (m_test)
        visit(*m_test);
    m_body.eachChild(visit);
    m_else.eachChild(visit);
}

bool ForNode::takes(Interpreter &interpreter, Value &item) const
{
    interpreter.beginStatement(m_test->anchor()); // of the generator that Jinja2 makes of it
    interpreter.enterScope(m_testScope);
    m_testTarget->assign(interpreter, item);
    if (item.is(Value::Type::Object)) // an iterator gives its items once
        item = m_testTarget->read(interpreter);
    const Value taken = m_test->evaluate(interpreter);
    interpreter.addControl(interpreter.deepTags(taken));
    return interpreter.truthy(taken);
}

Next ForNode::execute(Interpreter &interpreter) const
{
    interpreter.charge(1);
    interpreter.beginStatement(offset());
    const Value iterable = m_iterable->evaluate(interpreter);
    interpreter.at(m_iterable->offset());
    if (m_isGenerator)
        interpreter.output().refuse(QStringLiteral("generator"), interpreter.place());
    else if (m_isRecursive)
        recurse(interpreter, iterable, 0);
    else
        run(interpreter, iterable, 0);
    return Next::Go;
}

void ForNode::recurse(Interpreter &interpreter, const Value &iterable, int depth) const
{
    const auto activation = make<Activation>(m_routine);
    Activation &here = interpreter.activation();
    activation->lexical = depth == 0 ? Reference<Activation>(&here) : here.lexical;
    activation->home = here.home;
    const auto *parent = interpreter.frame().parent;
    const RunGuard guard(interpreter, *activation, m_routine, *interpreter.frame().source);
    interpreter.frame().parent = parent;
    if (depth > 0)
        interpreter.beginStatement(offset());
    run(interpreter, iterable, depth);
}

void ForNode::run(Interpreter &interpreter, const Value &iterable, int depth) const
{
    const auto loop = make<LoopObject>(*this, iterable, depth, m_test != nullptr, m_isRecursive);
    if (m_test)
        interpreter.beginStatement(m_test->anchor());
    loop->start(interpreter);
    Outcome outcome;
    {
        const ControlGuard guard(interpreter, interpreter.shallowTags(iterable));
        outcome = runItems(interpreter, loop);
        if (outcome.hasElse) {
            interpreter.enterScope(m_elseScope);
            (void)m_else.execute(interpreter);
        }
    }
    if (outcome.control == interpreter.control())
        return;
    interpreter.taint(m_affected, outcome.control);
    interpreter.printNothing(outcome.control);
}

/// Whether its turns do nothing that anybody could see.
bool ForNode::isIdle(const LoopObject &loop) const
{
    return m_body.isEmpty() && !m_test && !m_isRecursive && m_target->isName() && loop.isCounted();
}

/// As the variable `loop`, where it is from the turn before, if that has not set another one.
void ForNode::show(Interpreter &interpreter, const Reference<LoopObject> &loop) const
{
    Value &variable = interpreter.slot(m_loop.slots.front());
    const bool isThere = variable.is(Value::Type::Object) && variable.tags() == 0
        && &variable.object() == loop.get();
    if (!isThere)
        variable = Value(Reference<Object>(loop));
}

ForNode::Outcome ForNode::runItems(Interpreter &interpreter,
                                   const Reference<LoopObject> &loop) const
{
    Outcome outcome;
    if (isIdle(*loop)) {
        const qint64 turns = loop->total(interpreter);
        interpreter.charge(static_cast<quint64>(turns));
        return {.hasElse = turns == 0, .control = interpreter.control()};
    }
    const auto advance = [&] {
        interpreter.beginStatement(offset());
        interpreter.at(m_iterable->offset());
        return loop->advance(interpreter);
    };
    while (advance()) {
        interpreter.charge(1);
        interpreter.enterScope(m_scope);
        if (m_usesLoop)
            show(interpreter, loop);
        interpreter.beginStatement(offset());
        interpreter.at(m_iterable->offset());
        m_target->assign(interpreter, m_usesLoop ? loop->current() : loop->takeCurrent());
        const Next next = m_body.execute(interpreter);
        if (next == Next::Break)
            break;
        outcome.hasElse = outcome.hasElse && next == Next::Continue;
    }
    outcome.control = interpreter.control();
    return outcome;
}

} // namespace

StatementPtr parseFor(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    return std::make_unique<ForNode>(offset, parser);
}

} // namespace waymark::jinja
