#pragma once

#include "models/jinja/context.h"
#include "models/jinja/macro.h"

namespace waymark::jinja {

/// A block: where it stands in the outermost template, what the innermost one has of that name is
/// run.
class BlockNode final : public Statement
{
public:
    enum class Kind : quint8 { Jinja2, Nunjucks };
    BlockNode(qsizetype offset, Kind kind, const QString &name)
        : Statement(offset)
        , m_kind(kind)
        , m_name(name)
    {
    }

    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const Routine &routine() const { return m_routine; }
    [[nodiscard]] bool usesSuper() const { return m_usesSuper; }
    [[nodiscard]] bool isScoped() const { return m_isScoped; }
    void setScoped() { m_isScoped = true; }
    void setRequired() { m_isRequired = true; }
    /// `body` with what decides how it is run.
    void setBody(Body body, bool isInBlock);
    [[nodiscard]] const Body &body() const { return m_body; }

    /// Runs entry `depth` of the context's blocks of this name, in place of this one.
    static void run(Interpreter &interpreter, const QString &name, size_t depth);

    [[nodiscard]] Next execute(Interpreter &interpreter) const override;
    [[nodiscard]] bool printsPast() const override { return false; }
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override { m_body.eachChild(visit); }

private:
    [[nodiscard]] Value superAt(Interpreter &interpreter, size_t depth) const;
    void runBody(Interpreter &interpreter, const CompiledTemplate &source, size_t depth) const;

    Kind m_kind;
    QString m_name;
    Body m_body;
    bool m_isScoped = false;
    bool m_isRequired = false;
    bool m_isInBlock = false; ///< Of another block.
    bool m_isTopLevel = false;
    bool m_usesSuper = false;
    bool m_usesSelf = false;
    Variable m_super = Variable(QStringLiteral("super"));
    Variable m_self = Variable(QStringLiteral("self"));
    const Scope *m_outer = nullptr;
    Routine m_routine;
};

/// A block as a value: what `super` and `self.name` are.
class BlockReference final : public Printer
{
public:
    BlockReference(QString name, size_t depth, Reference<Context> context)
        : m_name(std::move(name))
        , m_depth(depth)
        , m_context(std::move(context))
    {
    }
    [[nodiscard]] QString typeName() const override { return QStringLiteral("BlockReference"); }
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;
    void print(Interpreter &interpreter, const Arguments &arguments, Tags tags) override;

private:
    QString m_name;
    size_t m_depth;
    Reference<Context> m_context;
};

/// Jinja2's `self`: the blocks of the templates that run.
class SelfObject final : public Object
{
public:
    SelfObject(const QString &name, Reference<Context> context)
        : m_name(name)
        , m_context(std::move(context))
    {
    }
    [[nodiscard]] QString typeName() const override { return QStringLiteral("TemplateReference"); }
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;

private:
    QString m_name; ///< Of the template.
    Reference<Context> m_context;
};

} // namespace waymark::jinja
