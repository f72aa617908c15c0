#include "models/jinja/binder.h"
#include "models/jinja/dialects/javascript.h"
#include "models/jinja/guards.h"
#include "models/jinja/loop.h"
#include "models/jinja/methods/javascriptiterator.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/asynchronous.h"
#include "models/jinja/tags/registry.h"

namespace waymark::jinja {
namespace {

/// Of a SafeString, which JavaScript goes through by code points.
std::vector<Value> characters(Interpreter &interpreter, const Value &text)
{
    interpreter.chargeItems(text.text().size());
    std::vector<Value> result;
    for (qsizetype at = 0; at < text.text().size();) {
        const bool isPair = text.text()[at].isHighSurrogate() && at + 1 < text.text().size()
            && text.text()[at + 1].isLowSurrogate();
        result.emplace_back(text.text().sliced(at, isPair ? 2 : 1));
        result.back().setTags(interpreter.tagTable().flattened(text.tags()));
        at += isPair ? 2 : 1;
    }
    return result;
}

/// Nunjucks' for, asyncEach and asyncAll (all of a template runs at once here). One frame serves
/// for all runs of the body. A for with something asynchronous in it is compiled so itself.
class NunjucksForNode final : public Statement, public LoopBody, public Asynchronous
{
public:
    NunjucksForNode(qsizetype offset, Parser &parser, QStringView end, bool isAsync);
    [[nodiscard]] Next execute(Interpreter &interpreter) const override;
    void recurse(Interpreter & /*interpreter*/, const Value & /*iterable*/,
                 int /*depth*/) const override
    {
    }
    [[nodiscard]] bool takes(Interpreter & /*interpreter*/, Value & /*item*/) const override
    {
        return true;
    }
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;
    [[nodiscard]] bool isAsync() const override { return m_isAsync; }

private:
    void refuse(Interpreter &interpreter, const Value &iterable) const;
    [[nodiscard]] bool isEmpty(Interpreter &interpreter, const Value &iterable,
                               bool hasNoTurns) const;
    [[nodiscard]] Value items(Interpreter &interpreter, const Value &iterable) const;
    void assign(Interpreter &interpreter, const Value &item) const;
    [[nodiscard]] bool runItems(Interpreter &interpreter, const Value &iterable) const;

    std::vector<Variable> m_names;
    Variable m_loop = Variable(QStringLiteral("loop"));
    ExpressionPtr m_iterable;
    Body m_body;
    Body m_else;
    bool m_isAsync;
    Scope m_scope;
    Affected m_affected;
};

bool hasAsync(const Node &node)
{
    const auto *statement = dynamic_cast<const Asynchronous *>(&node);
    bool found = statement && statement->isAsync();
    node.eachChild([&](const Node &child) { found = found || hasAsync(child); });
    return found;
}

NunjucksForNode::NunjucksForNode(qsizetype offset, Parser &parser, QStringView end, bool isAsync)
    : Statement(offset)
    , m_isAsync(isAsync)
{
    do {
        m_names.emplace_back(parser.expect(TokenType::Name).text);
    } while (parser.skipIf(TokenType::Comma));
    for (const Variable &name : m_names) {
        if (name.name == u"loop")
            Parser::failAt(offset, QStringLiteral("a loop variable cannot be called loop"));
    }
    parser.expectName(u"in");
    m_iterable = parser.parseExpression();
    m_body = parser.parseBody({end, u"else"});
    if (parser.take().text == u"else")
        m_else = parser.parseBodyUntil(end);
    m_isAsync = m_isAsync || hasAsync(*this);
}

void NunjucksForNode::bind(Binder &binder)
{
    binder.collect(m_affected, [&] {
        binder.scope(m_scope, [&] {
            binder.expression(*m_iterable);
            for (Variable &name : m_names)
                binder.parameter(name);
            binder.hiddenParameter(m_loop);
            m_body.bind(binder);
            m_else.bind(binder);
        });
    });
}

void NunjucksForNode::eachChild(const NodeVisitor &visit) const
{
    visit(*m_iterable);
    m_body.eachChild(visit);
    m_else.eachChild(visit);
}

/// The names and values of what an object, or a text, has itself.
Value pairsOf(Interpreter &interpreter, const Value &value)
{
    const Value object = javascript::plain(value);
    auto pairs = make<ListData>();
    const auto add = [&](const Value &key, const Value &entry) {
        pairs->items.push_back(Value::list(make<ListData>(std::vector{key, entry})));
    };
    if (object.is(Value::Type::Dict)) {
        for (const DictData::Entry &entry : object.dict().entries())
            add(entry.key, entry.value);
        pairs->shape = object.dict().shape;
    } else if (object.isText()) {
        for (qsizetype i = 0; i < object.text().size(); ++i)
            add(QString::number(i), QString(object.text()[i]));
        pairs->shape = interpreter.shallowTags(object);
    }
    return Value::list(pairs);
}

/// What the loop goes through: an array, or nothing. With two names an object gives its pairs.
Value NunjucksForNode::items(Interpreter &interpreter, const Value &iterable) const
{
    if (iterable.isSequence())
        return iterable;
    if (iterable.isMarkup()) // an object, gone through by code points
        return Value::list(make<ListData>(characters(interpreter, iterable)));
    if (auto *iterator = iterable.as<javascript::IteratorObject>())
        return Value::list(make<ListData>(iterator->rest()));
    if (m_names.size() > 1 || m_isAsync)
        return pairsOf(interpreter, iterable);
    if (iterable.is(Value::Type::Dict))
        return Value::list(make<ListData>(javascript::indexed(interpreter, iterable)));
    return iterable.isText() ? iterable : Value::list(make<ListData>());
}

void NunjucksForNode::assign(Interpreter &interpreter, const Value &item) const
{
    if (m_names.size() == 1) {
        interpreter.slot(m_names.front().slots.front()) = item;
        return;
    }
    if (item.isUndefined() || item.isNone()) {
        interpreter.fail(FailureKind::Type,
                         QStringLiteral("%1 cannot be taken apart into %2 variables")
                             .arg(interpreter.text(item))
                             .arg(m_names.size()));
    }
    for (size_t i = 0; i < m_names.size(); ++i)
        interpreter.slot(m_names[i].slots.front()) = interpreter.item(item, static_cast<qint64>(i));
}

/// An asynchronous loop passes names, values and its own variables on by their places: where there
/// are not two names, it takes a value for a function.
void NunjucksForNode::refuse(Interpreter &interpreter, const Value &iterable) const
{
    const bool isArray
        = iterable.isSequence() || iterable.isMarkup() || iterable.as<javascript::IteratorObject>();
    if (m_isAsync && !isArray && m_names.size() != 2
        && !pairsOf(interpreter, iterable).items().items.empty())
        interpreter.fail(FailureKind::Type, QStringLiteral("an object needs two loop variables"));
}

/// Whether the else runs though nothing else says so, or does not though the body has not: of what
/// is no array, its property `length` decides.
bool NunjucksForNode::isEmpty(Interpreter &interpreter, const Value &iterable,
                              bool hasNoTurns) const
{
    const bool asksForLength = m_isAsync ? !iterable.isSequence()
                                         : m_names.size() == 1 && iterable.is(Value::Type::Dict);
    if (!asksForLength || m_else.isEmpty())
        return hasNoTurns;
    if (iterable.isUndefined() || iterable.isNone())
        interpreter.fail(FailureKind::Type,
                         QStringLiteral("%1 has no length").arg(interpreter.text(iterable)));
    return !interpreter.truthy(interpreter.attribute(iterable, QStringLiteral("length")));
}

bool NunjucksForNode::runItems(Interpreter &interpreter, const Value &iterable) const
{
    refuse(interpreter, iterable);
    const auto loop = make<LoopObject>(*this, items(interpreter, iterable), 0, false, false);
    loop->start(interpreter);
    if (m_body.isEmpty() && m_names.size() == 1 && loop->isCounted()) { // nobody sees its turns
        const qint64 turns = loop->total(interpreter);
        interpreter.charge(static_cast<quint64>(turns));
        return isEmpty(interpreter, iterable, turns == 0);
    }
    while (loop->advance(interpreter)) {
        interpreter.charge(1);
        interpreter.slot(m_loop.slots.front()) = Value(Reference<Object>(loop));
        assign(interpreter, loop->current());
        (void)m_body.execute(interpreter);
    }
    return isEmpty(interpreter, iterable, loop->wasEmpty());
}

Next NunjucksForNode::execute(Interpreter &interpreter) const
{
    interpreter.charge(1);
    interpreter.beginStatement(offset());
    Activation &activation = interpreter.activation();
    const Scope *const outer = std::exchange(activation.scope, &m_scope);
    interpreter.enterScope(m_scope);
    const Value iterable = m_iterable->evaluate(interpreter);
    const Tags tags = interpreter.shallowTags(iterable);
    {
        const ControlGuard control(interpreter, tags);
        if (runItems(interpreter, iterable))
            (void)m_else.execute(interpreter);
    }
    activation.scope = outer;
    if (tags) {
        interpreter.taint(m_affected, tags);
        interpreter.printNothing(tags);
    }
    return Next::Go;
}

} // namespace

StatementPtr parseNunjucksFor(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    return std::make_unique<NunjucksForNode>(offset, parser, u"endfor", false);
}

StatementPtr parseAsyncEach(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    return std::make_unique<NunjucksForNode>(offset, parser, u"endeach", true);
}

StatementPtr parseAsyncAll(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    return std::make_unique<NunjucksForNode>(offset, parser, u"endall", true);
}

} // namespace waymark::jinja
