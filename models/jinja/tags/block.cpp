#include "models/jinja/block.h"

#include "models/jinja/binder.h"
#include "models/jinja/dialect.h"
#include "models/jinja/guards.h"
#include "models/jinja/names.h"
#include "models/jinja/outputnodes.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

/// What super() is in Nunjucks, whose parser lifts it to the begin of its block: the text that the
/// parent's block gives there.
class LiftedSuper final : public Printer
{
public:
    explicit LiftedSuper(Value text)
        : m_text(std::move(text))
    {
    }
    [[nodiscard]] QString typeName() const override { return QStringLiteral("undefined"); }
    [[nodiscard]] QString toText(Runtime & /*runtime*/) const override { return {}; }
    void print(Interpreter &interpreter, const Arguments & /*arguments*/, Tags tags) override
    {
        const ControlGuard control(interpreter, tags);
        interpreter.print(m_text);
    }

private:
    Value m_text;
};

} // namespace

void BlockNode::setBody(Body body, bool isInBlock)
{
    m_body = std::move(body);
    m_isInBlock = isInBlock;
    m_usesSuper = usesName(m_body, u"super");
    m_usesSelf = m_kind == Kind::Jinja2 && usesName(m_body, u"self");
}

void BlockNode::bind(Binder &binder)
{
    m_isTopLevel = m_kind == Kind::Jinja2 ? binder.isTopLevel() : !m_isInBlock;
    m_outer = binder.current();
    m_routine.height = heightOf(m_body) + 1;
    binder.routine(m_routine, Binder::Reach::Context, [this, &binder] {
        if (m_usesSuper)
            binder.parameter(m_super);
        if (m_usesSelf)
            binder.parameter(m_self);
        m_body.bind(binder);
    });
}

Next BlockNode::execute(Interpreter &interpreter) const
{
    interpreter.charge(1);
    if (m_isTopLevel && interpreter.frame().parent)
        return Next::Go; // the parent says where it goes
    interpreter.beginStatement(offset());
    if (m_isRequired && interpreter.context().blocks[m_name].size() <= 1)
        interpreter.fail(FailureKind::Runtime,
                         QStringLiteral("Required block '%1' not found").arg(m_name));
    if (!m_isScoped) {
        run(interpreter, m_name, 0);
        return Next::Go;
    }
    const auto context
        = make<Context>(interpreter.context().passedOn(interpreter.locals(*m_outer)));
    context->blocks = interpreter.context().blocks;
    const ContextGuard guard(interpreter, context);
    run(interpreter, m_name, 0);
    return Next::Go;
}

void BlockNode::run(Interpreter &interpreter, const QString &name, size_t depth)
{
    const BlockEntry entry = interpreter.context().blocks.constFind(name)->at(depth);
    entry.node->runBody(interpreter, *entry.source, depth);
}

void BlockNode::runBody(Interpreter &interpreter, const CompiledTemplate &source,
                        size_t depth) const
{
    const auto activation = make<Activation>(m_routine);
    if (interpreter.dialect().framesAreDynamic)
        activation->dynamic = &interpreter.activation();
    const RunGuard guard(interpreter, *activation, m_routine, source);
    interpreter.enterScope(m_routine.scope);
    if (m_usesSuper)
        interpreter.slot(m_super.slots.front()) = superAt(interpreter, depth + 1);
    if (m_usesSelf) {
        interpreter.slot(m_self.slots.front()) = Value(Reference<Object>(make<SelfObject>(
            interpreter.frame().source->source.name(), interpreter.shareContext())));
    }
    // Jinja2 compiles a block on its own: it does not see an autoescape around it.
    const bool autoescape = interpreter.autoescapes();
    if (interpreter.dialect().bindsAsPython)
        interpreter.setAutoescape(interpreter.options().autoescape);
    (void)m_body.execute(interpreter);
    interpreter.setAutoescape(autoescape);
}

/// What `super` is, `depth` being where the parent's block would be.
Value BlockNode::superAt(Interpreter &interpreter, size_t depth) const
{
    const bool hasParent = depth < interpreter.context().blocks.value(m_name).size();
    if (m_kind != Kind::Nunjucks) {
        return hasParent ? Value(Reference<Object>(
                               make<BlockReference>(m_name, depth, interpreter.shareContext())))
                         : interpreter.undefinedBecause(
                               QStringLiteral("there is no parent block called '%1'.").arg(m_name));
    }
    if (!hasParent) {
        interpreter.at(offset());
        interpreter.fail(FailureKind::Runtime,
                         QStringLiteral("no super block available for \"%1\"").arg(m_name));
    }
    CaptureGuard capture(interpreter);
    run(interpreter, m_name, depth);
    const Value text = capture.text();
    Value markup = Value::markup(text.text());
    markup.setTags(text.tags());
    return {Reference<Object>(make<LiftedSuper>(std::move(markup)))};
}

Value BlockReference::attribute(Runtime &runtime, const QString &name)
{
    if (name != u"super")
        return {};
    if (m_depth + 1 >= m_context->blocks.value(m_name).size())
        return runtime.undefinedBecause(
            QStringLiteral("there is no parent block called '%1'.").arg(m_name));
    return {Reference<Object>(make<BlockReference>(m_name, m_depth + 1, m_context))};
}

void BlockReference::print(Interpreter &interpreter, const Arguments & /*arguments*/, Tags tags)
{
    const ControlGuard control(interpreter, tags);
    const ContextGuard context(interpreter, m_context);
    BlockNode::run(interpreter, m_name, m_depth);
}

QString SelfObject::toText(Runtime &runtime) const
{
    return QStringLiteral("<TemplateReference %1>").arg(runtime.repr(Value(m_name)));
}

Value SelfObject::attribute(Runtime & /*runtime*/, const QString &name)
{
    return m_context->blocks.contains(name)
        ? Value(Reference<Object>(make<BlockReference>(name, 0, m_context)))
        : Value();
}

StatementPtr parseBlock(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    const Token name = parser.expect(TokenType::Name);
    auto node = std::make_unique<BlockNode>(offset, BlockNode::Kind::Jinja2, name.text);
    parser.addBlock(node.get(), name);
    if (parser.skipIfName(u"scoped"))
        node->setScoped();
    const bool isRequired = parser.skipIfName(u"required");
    if (parser.current().is(TokenType::Sub)) {
        parser.fail(QStringLiteral(
            "Block names in Jinja have to be valid Python identifiers and may not contain "
            "hyphens, use an underscore instead."));
    }
    Body body = parser.parseBodyUntil(u"endblock");
    const bool isBlank = std::ranges::all_of(body.statements, [](const StatementPtr &statement) {
        const auto *text = dynamic_cast<const TextNode *>(statement.get());
        return text && text->isBlank();
    });
    if (isRequired && !isBlank)
        parser.fail(QStringLiteral("Required blocks can only contain comments or whitespace"));
    if (isRequired)
        node->setRequired();
    parser.skipIfName(name.text);
    node->setBody(std::move(body), parser.isInside(u"block"));
    return node;
}

StatementPtr parseNunjucksBlock(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    const Token name = parser.expect(TokenType::Name);
    auto node = std::make_unique<BlockNode>(offset, BlockNode::Kind::Nunjucks, name.text);
    parser.addBlock(node.get(), name);
    Body body = parser.parseBodyUntil(u"endblock");
    parser.skipIfName(name.text);
    node->setBody(std::move(body), parser.isInside(u"block"));
    return node;
}

} // namespace waymark::jinja
