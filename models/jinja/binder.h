#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/variable.h"

#include <functional>
#include <memory>
#include <vector>

namespace waymark::jinja {

class ConcatenationNode;
class SliceNode;
struct CompiledEnvironment;
struct Function;

/// How a statement uses the template that `name` gives.
struct OtherTemplate
{
    enum class Kind : quint8 { Include, Import, Extends };

    Kind kind = Kind::Include;
    ExpressionNode &name;
    bool seesContext = true;
    bool mayBeMissing = false;
};

/// What an untaken branch, or a loop that did not run, would have changed: when an answer decided
/// that, these depend on it.
struct Affected
{
    std::vector<const Variable *> assigned = {};
    std::vector<const Variable *> changed
        = {}; ///< Their objects: a namespace's attributes, a list's items.
    bool jumps = false; ///< Holds a break or continue.
};

/// Finds out, by a language's rules of scope, where each name of a template lives. Nodes tell it
/// what they do to names; the body of a scope is given as a step, since a language may want it
/// later.
class Binder
{
public:
    using Step = std::function<void()>;
    explicit Binder(const CompiledEnvironment &environment)
        : m_environment(environment)
    {
    }
    Binder(const Binder &) = delete;
    Binder &operator=(const Binder &) = delete;
    virtual ~Binder() = default;

    [[nodiscard]] const CompiledEnvironment &environment() const { return m_environment; }

    virtual void load(Variable &variable) = 0;
    /// By `set` or for a macro: blocks, includes and importers see it where it is at the top level.
    virtual void assign(Variable &variable) = 0;
    virtual void define(Variable &variable) = 0;
    /// By `import`: nobody imports it from here.
    virtual void import(Variable &variable) = 0;
    /// What a scope sets on entry: a loop's variables, a macro's parameters.
    virtual void parameter(Variable &variable) = 0;
    /// The same for what Nunjucks finds only by name: `loop`, `caller`, keyword parameters.
    virtual void hiddenParameter(Variable &variable) = 0;

    /// A scope inside the current routine: a loop's body, a with, a filter block.
    virtual void scope(Scope &scope, const Step &body) = 0;
    enum class Reach : quint8 {
        All, ///< Sees what is around it: a macro of Jinja2, the body of a call block.
        Context, ///< Sees only the context: a block, a macro of Nunjucks, a whole template.
    };
    virtual void routine(Routine &routine, Reach reach, const Step &body) = 0;
    /// Alternatives of which one runs, or none.
    virtual void branches(const std::vector<Step> &alternatives) = 0;
    /// One of them: `body` runs where `condition`, which may be null, is true.
    virtual void branch(ExpressionNode *condition, const Body &body);
    /// All of an expression that stands in a statement.
    virtual void expression(ExpressionNode &expression);
    /// The same of one that is printed. What it prints as a constant, or null: what it prints when
    /// it runs.
    [[nodiscard]] virtual ExpressionPtr output(ExpressionNode &printed);
    /// `body` is escaped where `isOn` is true.
    virtual void escaping(ExpressionNode &isOn, const Step &body);
    /// Whether markup between the parts of `expression` is text like any other.
    [[nodiscard]] virtual bool joinsPlainly(const ConcatenationNode & /*expression*/)
    {
        return false;
    }
    /// Whether only a run tells if what is printed is escaped.
    [[nodiscard]] virtual bool isVolatile() const { return false; }
    /// An expression has a slice in it.
    virtual void slice(SliceNode & /*node*/) { }
    virtual void statements(const Body &body);
    /// A statement uses another template.
    virtual void use(const OtherTemplate & /*other*/) { }
    /// Binds what had to wait. Called once, at the end.
    virtual void finish() { }
    /// The scope that is being bound.
    [[nodiscard]] virtual const Scope *current() const = 0;
    /// Whether that is the template's own, in which it may extend another.
    [[nodiscard]] virtual bool isTopLevel() const = 0;

    /// Null where there is none and that is an error only when it runs; else it throws.
    [[nodiscard]] const Function *filter(const QString &name, qsizetype offset) const;
    [[nodiscard]] const Function *test(const QString &name, qsizetype offset) const;

    /// Runs `step` and collects what is changed during it.
    void collect(Affected &affected, const Step &step);
    /// The object that `variable` holds is changed.
    void change(const Variable &variable);
    virtual void jump();

protected:
    void noteAssigned(const Variable &variable);
    /// Whether what is bound may never run, so that a name that does not exist is no error yet.
    [[nodiscard]] virtual bool isConditional() const = 0;
    /// `step` with the collectors that are at work now, for later.
    [[nodiscard]] Step deferred(const Step &step);
    /// Runs `step`, whose variables live in an activation of their own: nobody outside collects
    /// them.
    void apart(const Step &step);

private:
    const CompiledEnvironment &m_environment;
    std::vector<Affected *> m_collectors;
};

[[nodiscard]] std::unique_ptr<Binder> makeJinja2Binder(const CompiledEnvironment &environment);
[[nodiscard]] std::unique_ptr<Binder> makeNunjucksBinder(const CompiledEnvironment &environment);

} // namespace waymark::jinja
