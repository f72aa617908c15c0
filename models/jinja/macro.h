#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/context.h"
#include "models/jinja/object.h"
#include "models/jinja/variable.h"

#include <QString>

#include <span>
#include <vector>

namespace waymark::jinja {

/// What prints when it is called: its result is its output as text.
class Printer : public Object
{
public:
    [[nodiscard]] bool isCallable() const final { return true; }
    [[nodiscard]] Printer *printer() override { return this; }
    [[nodiscard]] Value call(Runtime &runtime, const Arguments &arguments) override;
    /// Prints instead; what is printed runs because of `tags`.
    virtual void print(Interpreter &interpreter, const Arguments &arguments, Tags tags) = 0;
};

/// A macro or the body of a call block, as the parser left it.
struct MacroDefinition
{
    struct Parameter
    {
        Variable variable;
        ExpressionPtr fallback; ///< May be null.
        bool isKeyword = false; ///< Nunjucks: has no place among the positional ones.
    };
    quint32 offset = 0; ///< Of its tag: where its defaults are evaluated.
    QString name; ///< Empty: anonymous, of a call block.
    std::vector<Parameter> parameters;
    Variable caller = Variable(QStringLiteral("caller"));
    Variable varargs = Variable(QStringLiteral("varargs"));
    Variable kwargs = Variable(QStringLiteral("kwargs"));
    bool usesCaller = false;
    bool usesVarargs = false;
    bool usesKwargs = false;
    bool isGenerator = false; ///< What it gives is no text, but a generator of Python's.
    bool isVolatile = false; ///< Whether it escapes depends on where it is called.
    Body body;
    Routine routine;

    /// Whether a call gives its parameters and nothing else.
    [[nodiscard]] bool isPlain() const { return !usesCaller && !usesVarargs && !usesKwargs; }
    void eachChild(const NodeVisitor &visit) const;
};

/// A macro as a value: its definition where it was run, bound to the variables around it.
class MacroObject : public Printer
{
public:
    /// Bound to where `interpreter` is.
    MacroObject(const MacroDefinition &definition, Interpreter &interpreter);
    void print(Interpreter &interpreter, const Arguments &arguments, Tags tags) override;

protected:
    /// Puts the arguments into the slots of the macro's parameters.
    virtual void bind(Interpreter &interpreter, Activation &activation, const Arguments &arguments)
        = 0;
    /// Fails, where the call stands, for arguments that do not fit.
    virtual void check(Interpreter & /*interpreter*/, const Arguments & /*arguments*/) const { }
    virtual void prepare(Interpreter & /*interpreter*/, Activation & /*activation*/) { }

    const MacroDefinition &m_definition;
    const CompiledTemplate &m_source;
    Reference<Context> m_context;
    Reference<Activation> m_lexical;
    bool m_autoescape;
};

/// By Python's rules: jinja2.runtime.Macro.
class Jinja2Macro final : public MacroObject
{
public:
    using MacroObject::MacroObject;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Macro"); }
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] Printer *printer() override
    {
        return m_definition.isGenerator ? nullptr : MacroObject::printer();
    }
    [[nodiscard]] Value call(Runtime &runtime, const Arguments &arguments) override;
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;

protected:
    void bind(Interpreter &interpreter, Activation &activation,
              const Arguments &arguments) override;

    void check(Interpreter &interpreter, const Arguments &arguments) const override;

private:
    [[nodiscard]] bool hasCallerParameter() const;
    void bindVarargs(Interpreter &interpreter, std::span<const Value> positional);
    void bindParameter(Interpreter &interpreter, const MacroDefinition::Parameter &parameter,
                       Value given);
};

/// By JavaScript's: makeMacro() of nunjucks/src/runtime.js.
class NunjucksMacro final : public MacroObject
{
public:
    using MacroObject::MacroObject;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("function"); }
    [[nodiscard]] QString toText(Runtime &runtime) const override;

protected:
    void bind(Interpreter &interpreter, Activation &activation,
              const Arguments &arguments) override;
    void prepare(Interpreter &interpreter, Activation &activation) override;
};

} // namespace waymark::jinja
