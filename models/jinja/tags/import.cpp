#include "models/jinja/binder.h"
#include "models/jinja/dialect.h"
#include "models/jinja/guards.h"
#include "models/jinja/module.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

namespace waymark::jinja {
namespace {

/// What `import` and `from` share: a template, run for what it exports.
class ImportBase : public Statement
{
public:
    ImportBase(qsizetype offset, ExpressionPtr name)
        : Statement(offset)
        , m_name(std::move(name))
    {
    }
    void setContext(bool withContext) { m_withContext = withContext; }
    void eachChild(const NodeVisitor &visit) const override { visit(*m_name); }

protected:
    void bindName(Binder &binder)
    {
        binder.expression(*m_name);
        binder.use(
            {.kind = OtherTemplate::Kind::Import, .name = *m_name, .seesContext = m_withContext});
        m_scope = binder.current();
    }
    /// `tags` are those of the template's name.
    [[nodiscard]] Reference<Module> run(Interpreter &interpreter, Tags &tags) const
    {
        interpreter.charge(1);
        interpreter.beginStatement(offset());
        const Value name = m_name->evaluate(interpreter);
        interpreter.at(m_name->offset());
        tags = interpreter.tagTable().asControl(interpreter.deepTags(name));
        const CompiledTemplate &source = interpreter.loadTemplate(name);
        const auto context = interpreter.contextFor(source, m_withContext ? m_scope : nullptr);
        CaptureGuard capture(interpreter);
        interpreter.runIncluded(source, context, m_withContext);
        return make<Module>(source.source.name(), context, capture.text());
    }

private:
    ExpressionPtr m_name;
    bool m_withContext = false;
    const Scope *m_scope = nullptr;
};

class ImportNode final : public ImportBase
{
public:
    ImportNode(qsizetype offset, ExpressionPtr name, const QString &target)
        : ImportBase(offset, std::move(name))
        , m_target(target)
    {
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override
    {
        Tags tags = 0;
        const Reference<Module> module = run(interpreter, tags);
        const bool isObject
            = interpreter.dialect().bindsAsPython; // else it is a map like any other
        const Value value = isObject ? Value(Reference<Object>(module)) : module->exports();
        interpreter.store(m_target, interpreter.tagged(value, tags));
        return Next::Go;
    }
    void bind(Binder &binder) override
    {
        bindName(binder);
        binder.import(m_target);
    }

private:
    Variable m_target;
};

class FromNode final : public ImportBase
{
public:
    using ImportBase::ImportBase;
    void add(const QString &name, const QString &alias)
    {
        m_names.emplace_back(name, Variable(alias));
    }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override
    {
        Tags tags = 0;
        const Reference<Module> module = run(interpreter, tags);
        for (const auto &[name, variable] : m_names) {
            Value value = module->attribute(interpreter, name);
            if (value.isMissing())
                value = missing(interpreter, *module, name);
            interpreter.store(variable, interpreter.tagged(std::move(value), tags));
        }
        return Next::Go;
    }
    void bind(Binder &binder) override
    {
        bindName(binder);
        for (auto &[name, variable] : m_names)
            binder.import(variable);
    }

private:
    [[nodiscard]] Value missing(Interpreter &interpreter, const Module &module,
                                const QString &name) const
    {
        interpreter.at(offset());
        if (!interpreter.dialect().bindsAsPython)
            interpreter.fail(FailureKind::Runtime, QStringLiteral("cannot import '%1'").arg(name));
        const SourceText &here = interpreter.frame().source->source;
        return interpreter.undefinedBecause(
            QStringLiteral("the template '%1' (imported on line %2 in '%3') does not export the "
                           "requested name '%4'")
                .arg(module.name())
                .arg(here.line(offset()))
                .arg(here.name(), name));
    }

    std::vector<std::pair<QString, Variable>> m_names;
};

void refuseUnderscore(const Token &name)
{
    if (name.text.startsWith(u'_'))
        Parser::failAt(name.offset,
                       QStringLiteral("names starting with an underline can not be imported"));
}

} // namespace

StatementPtr parseImport(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    ExpressionPtr name = parser.parseExpression();
    parser.expectName(u"as");
    auto node
        = std::make_unique<ImportNode>(offset, std::move(name), parser.parseAssignedName().text);
    if (const auto withContext = parser.parseContext())
        node->setContext(*withContext);
    return node;
}

StatementPtr parseFrom(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    auto node = std::make_unique<FromNode>(offset, parser.parseExpression());
    parser.expectName(u"import");
    for (bool isFirst = true;; isFirst = false) {
        if (!isFirst)
            parser.expect(TokenType::Comma);
        const auto early = parser.parseContext();
        if (early) {
            node->setContext(*early);
            return node;
        }
        const Token name = parser.parseAssignedName();
        refuseUnderscore(name);
        const QString alias
            = parser.skipIfName(u"as") ? parser.parseAssignedName().text : name.text;
        node->add(name.text, alias);
        const auto late = parser.parseContext();
        if (late)
            node->setContext(*late);
        if (late || !parser.current().is(TokenType::Comma))
            return node;
    }
}

StatementPtr parseNunjucksFrom(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    auto node = std::make_unique<FromNode>(offset, parser.parseExpression());
    parser.expectName(u"import");
    for (bool isFirst = true; isFirst || !parser.current().is(TokenType::BlockEnd);
         isFirst = false) {
        if (!isFirst)
            parser.expect(TokenType::Comma);
        const Token name = parser.expect(TokenType::Name);
        refuseUnderscore(name);
        const QString alias
            = parser.skipIfName(u"as") ? parser.expect(TokenType::Name).text : name.text;
        node->add(name.text, alias);
        node->setContext(parser.parseContext().value_or(false)); // the last one counts
    }
    return node;
}

} // namespace waymark::jinja
