#pragma once

#include "models/jinja/containers.h"
#include "models/jinja/failure.h"
#include "models/jinja/limits.h"
#include "models/jinja/object.h"
#include "models/jinja/options.h"
#include "models/jinja/tagtable.h"

#include <QDateTime>
#include <QString>
#include <QStringView>

#include <functional>
#include <memory>
#include <random>
#include <span>
#include <stop_token>
#include <vector>

namespace waymark::jinja {

struct Dialect;
class FunctionTable;
struct Function;
struct CompiledEnvironment;
struct RenderOptions;

enum class Flow : quint8;
enum class Comparison : quint8 { Less, LessOrEqual, Greater, GreaterOrEqual };

/// The state of one render that values and functions need: its language's rules for values, its
/// limits, clock and random numbers, and where answers come from. Everything that fails throws a
/// Failure, which is caught where the render began.
class Runtime
{
public:
    [[nodiscard]] const Options &options() const;
    [[nodiscard]] const Dialect &dialect() const { return *m_dialect; }
    [[nodiscard]] TagTable &tagTable() { return m_tagTable; }
    [[nodiscard]] bool isTracking() const { return m_tagTable.isTracking(); }

    // Values, by the language's rules.
    [[nodiscard]] bool truthy(const Value &value)
    {
        return value.is(Value::Type::Bool) ? value.boolean() : isTrue(value);
    }
    [[nodiscard]] QString text(const Value &value); ///< str(x), String(x)
    [[nodiscard]] QString repr(const Value &value); ///< repr(x)
    [[nodiscard]] QString typeName(const Value &value) const; ///< type(x).__name__; typeof x
    [[nodiscard]] bool equal(const Value &a, const Value &b); ///< == (JavaScript: ===)
    [[nodiscard]] bool compare(Comparison how, const Value &a, const Value &b);
    [[nodiscard]] bool contains(const Value &container, const Value &value); ///< value in container
    [[nodiscard]] Value add(const Value &a, const Value &b); ///< a + b
    /// `base.name`: in Jinja2 the attribute first, then the item; Undefined where there is neither.
    [[nodiscard]] Value attribute(const Value &base, const QString &name);
    /// `base[key]`: the item first, then the attribute.
    [[nodiscard]] Value item(const Value &base, const Value &key);
    [[nodiscard]] Value call(const Value &callee, const Arguments &arguments);
    [[nodiscard]] bool isCallable(const Value &value) const;
    [[nodiscard]] std::optional<qsizetype> length(
        const Value &value); ///< len(x); empty: it has none
    [[nodiscard]] bool isIterable(const Value &value) const;
    /// All items of what is iterable; anything else is the language's error.
    [[nodiscard]] std::vector<Value> items(const Value &value);
    [[nodiscard]] Value undefinedMember(const Value &owner, const Value &name) const;
    [[nodiscard]] Value undefinedBecause(const QString &hint) const;
    /// Throws what Jinja2 says of a use of `undefined`.
    [[noreturn]] void failUndefined(const Value &undefined);

    /// What `undefined`'s message is, as Jinja2 words it.
    [[nodiscard]] QString undefinedMessage(const Value &undefined);
    /// Whether it must not even be printed or tested.
    [[nodiscard]] bool isStrict(const Value &undefined) const;

    // What other functions do.
    [[nodiscard]] bool applyTest(const QString &name, const Arguments &arguments);
    [[nodiscard]] const Function *findFilter(const QString &name) const; ///< Or null.
    [[nodiscard]] const Function *findTest(const QString &name) const;
    [[nodiscard]] QString didYouMeanFilter(const QString &name) const;
    [[nodiscard]] QString didYouMeanTest(const QString &name) const;

    [[nodiscard]] bool autoescapes() const { return m_autoescape; }
    void setAutoescape(bool on) { m_autoescape = on; }
    /// Whether a value is worked out before its template runs, as Jinja2 does with constants.
    [[nodiscard]] bool computesConstants() const { return m_computesConstants; }
    void computeConstants() { m_computesConstants = true; }
    /// Text as markup: escaped, unless it is markup already.
    [[nodiscard]] Value escaped(const Value &value);

    // What answers a value comes from.
    [[nodiscard]] Tags deepTags(const Value &value); ///< Of all of it, its items included.
    [[nodiscard]] Tags shallowTags(
        const Value &value); ///< Of a simple value, or of a container's shape.
    /// Adds to what `value` comes from; a list's or map's items are left as they are.
    [[nodiscard]] Value tagged(Value value, Tags tags);
    /// The same to the shape of a list or map.
    [[nodiscard]] Value withShape(Value value, Tags tags);
    /// The result of a function of that Flow, with what it depends on by its arguments.
    [[nodiscard]] Value flowing(Flow flow, Value result, const Arguments &arguments);

    // Limits: each throws a located error.
    void charge(quint64 steps)
    {
        if (steps >= m_fuel)
            refuel(steps);
        m_fuel -= steps;
    }
    /// Before a text of `length` UTF-16 units is made: charges for it.
    void chargeText(qsizetype length);
    /// Before a list of `count` items is made: charges for it.
    void chargeItems(qsizetype count);
    /// The same for what only counts to `count`.
    void checkItems(qsizetype count) const;
    [[noreturn]] void fail(FailureKind kind, const QString &message,
                           const QString &hint = {}) const;

    [[nodiscard]] QDateTime now() const;
    /// From 0 to `bound` - 1, from the render's seed.
    [[nodiscard]] quint64 random(quint64 bound);

protected:
    [[nodiscard]] bool isTrue(const Value &value);
    Runtime(const CompiledEnvironment &environment, const RenderOptions &options);
    virtual ~Runtime();
    void refuel(quint64 steps);
    /// Throws `failure` with the place of the node that runs.
    [[noreturn]] virtual void failHere(Failure failure) const = 0;

    const CompiledEnvironment &m_environment;
    const Dialect *m_dialect;
    TagTable m_tagTable;
    Limits m_limits;
    std::stop_token m_stop;
    QDateTime m_now; ///< Not valid: 1970-01-01T00:00:00Z.
    QByteArray m_seed;
    std::unique_ptr<std::mt19937_64> m_random; ///< Seeded when it is first asked.
    bool m_autoescape = false;
    bool m_computesConstants = false;
    quint64 m_fuel = 0; ///< Steps until the clock and the stop token are looked at.
    quint64 m_steps = 0; ///< Steps left behind that.
    quint64 m_before = 0; ///< Steps that there were at first.
    quint64 *m_spent; ///< As in RenderOptions.
    bool *m_draws; ///< The same.
    std::chrono::steady_clock::time_point m_started;
};

} // namespace waymark::jinja
