#pragma once

#include "models/jinja/context.h"
#include "models/jinja/engine.h"
#include "models/jinja/operators.h"
#include "models/jinja/output.h"
#include "models/jinja/runtime.h"
#include "models/jinja/template.h"

#include <map>
#include <memory>

namespace waymark::jinja {

struct Affected;
struct EvaluatedArguments;

/// Runs the nodes of one render. What nodes ask of it is here; each kind of node knows itself how
/// it runs.
class Interpreter final : public Runtime
{
public:
    /// `context` outlives it.
    Interpreter(const std::shared_ptr<const CompiledTemplate> &root, const TaggedValue &context,
                const RenderOptions &options);

    void render();
    [[nodiscard]] Value evaluate();
    /// What was rendered; afterwards there is nothing left.
    [[nodiscard]] Rendered take();
    [[nodiscard]] std::optional<Yielded> &yielded() { return m_yielded; }

    // Variables.
    [[nodiscard]] const Value &load(const Variable &variable);
    [[nodiscard]] Value variable(const QString &name); ///< Of the context or global, or Missing.
    void store(const Variable &variable, Value value);
    [[nodiscard]] Value &slot(Slot slot)
    {
        Activation *activation = m_activation;
        for (quint16 hops = slot.hops; hops > 0; --hops)
            activation = activation->lexical.get();
        return activation->slots[slot.index];
    }
    void enterScope(const Scope &scope);
    /// What is set in `scope` and around it, for an include that sees its surroundings.
    [[nodiscard]] DictData locals(const Scope &scope);

    // Output.
    [[nodiscard]] Output &output() { return *m_output; }
    void print(const Value &value);
    void printLiteral(QByteArrayView utf8, quint32 offset);
    /// Notes that `tags` decided what is printed here.
    void printNothing(Tags tags);
    /// Whether the template has got a parent already, so that what it prints itself is not seen.
    [[nodiscard]] bool isSilent() const
    {
        return m_frame.parent != nullptr && !m_frame.isCapturing;
    }

    // Where we are.
    void at(quint32 offset) { m_place.offset = offset; }
    [[nodiscard]] Place place() const { return m_place; }
    void beginStatement(quint32 offset) { m_statement = m_place.offset = offset; }

    // Control: what decides that the node that runs is run.
    [[nodiscard]] Tags control() const { return m_control; }
    void setControl(Tags control) { m_control = control; }
    void addControl(Tags tags)
    {
        m_control = tagTable().united(m_control, tagTable().asControl(tags));
    }
    void taint(const Affected &affected, Tags tags);

    // Results of operators.
    /// Tags `result` of `op` by its operands.
    void tagResult(BinaryOperator op, Value &result, const Value &left, const Value &right);
    /// The texts of `values` as one: if not `isPlain`, markup where any is and output is escaped.
    [[nodiscard]] Value joined(std::span<const Value> values, bool isPlain);
    /// What `base` gave for a name or key, with what it depends on by that.
    [[nodiscard]] Value taggedMember(Value member, const Value &base);
    /// Runs a filter, test or method, and charges for what it made.
    [[nodiscard]] Value callFunction(const Function &function, EvaluatedArguments &arguments);
    [[nodiscard]] Value callMethod(const Function &method, EvaluatedArguments &arguments);
    /// Calls what `expression` gave; an error of the call says so.
    [[nodiscard]] Value callNamed(const Value &callee, const ExpressionNode &expression,
                                  const Arguments &arguments);
    /// Of `a if b` without an else, where b is false.
    [[nodiscard]] Value missingElse(quint32 offset);
    /// `count` items of `value`, or Python's error that there are more or less.
    [[nodiscard]] std::vector<Value> unpacked(const Value &value, size_t count);
    /// Charges for `value` as if it is held until the end; `mostItems` of its items are made too.
    void chargeMade(const Value &value, quint64 mostItems);
    void chargeBytes(quint64 bytes);

    // What runs with an activation of its own.
    using Frame = RunFrame;
    [[nodiscard]] Frame &frame() { return m_frame; }
    [[nodiscard]] Activation &activation() { return *m_activation; }
    [[nodiscard]] Reference<Activation> shareActivation();
    [[nodiscard]] Context &context() { return *m_context; }
    [[nodiscard]] Reference<Context> shareContext() { return m_context; }
    /// The template and, at its end, the one that it extends.
    void runTemplate(const CompiledTemplate &source, Activation &activation);

    // Other templates.
    [[nodiscard]] const CompiledTemplate &loadTemplate(const Value &name);
    /// The same for a name or the first there is of a list; null where there is none and `orNone`.
    [[nodiscard]] const CompiledTemplate *selectTemplate(const Value &names, bool orNone);
    /// The context of a template that is used here: with what `scope` sees, or without.
    [[nodiscard]] Reference<Context> contextFor(const CompiledTemplate &source, const Scope *scope);
    void runIncluded(const CompiledTemplate &source, const Reference<Context> &context,
                     bool seesFrames = true);
    [[nodiscard]] quint32 sourceIndex(const CompiledTemplate &source);

protected:
    [[noreturn]] void failHere(Failure failure) const override;

private:
    friend class RunGuard;
    friend class CaptureGuard;
    friend class PastGuard;
    friend class ContextGuard;
    [[nodiscard]] std::shared_ptr<const CompiledTemplate> compiledHere(const QString &name,
                                                                       const QByteArray &bytes);
    [[nodiscard]] const CompiledTemplate *findTemplate(const QString &name);
    [[nodiscard]] Value *findDynamic(const Variable &variable) const;
    [[nodiscard]] const Value &lookUp(const Variable &variable);
    [[nodiscard]] const Value *findName(const QString &name, size_t hash);
    void setContext(const Variable &variable, const Value &value);
    void printPieces(const Value &value, const TagTable::Pieces &pieces);
    void taintShape(const Value &value, Tags tags);

    std::vector<std::shared_ptr<const CompiledTemplate>> m_sources; ///< By Place::source - 1.
    std::map<QString, const CompiledTemplate *> m_loaded;
    Reference<Context> m_context;
    Activation *m_activation = nullptr;
    Frame m_frame;
    Output m_rootOutput;
    Output *m_output = nullptr;
    Place m_place;
    quint32 m_statement = 0;
    Tags m_control = 0;
    quint64 m_memory; ///< Bytes that may still be made.
    int m_depth = 0;
    quint32 m_height = 0;
    bool m_wantsProvenance;
    std::optional<Yielded> m_yielded;
};

} // namespace waymark::jinja
