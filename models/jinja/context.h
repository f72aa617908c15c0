#pragma once

#include "models/jinja/containers.h"
#include "models/jinja/object.h"
#include "models/jinja/taggedvalue.h"
#include "models/jinja/variable.h"

#include <QHash>
#include <QSet>
#include <QStringList>
#include <QVarLengthArray>

#include <array>
#include <vector>

namespace waymark::jinja {

class BlockNode;
class Output;
struct CompiledTemplate;

/// The slots of one run of a routine. Macros keep the one alive in which they were defined.
struct Activation : Container
{
    explicit Activation(const Routine &routine)
        : slots(routine.slotCount)
        , scope(&routine.scope)
        , home(this)
    {
    }
    QVarLengthArray<Value, 6> slots;
    const Scope *scope; ///< The innermost one that was entered.
    const Activation
        *home; ///< Of the template or block that it runs in: they share JavaScript's `frame`.
    Reference<Activation> lexical = {}; ///< Where its routine was defined, for Slot::hops.
    Activation *dynamic = nullptr; ///< Nunjucks: the frames that it was called from.

protected:
    void drop() override { const auto dropped = std::move(slots); }
};

/// What runs: a template, as far as it is known which one it extends.
struct RunFrame
{
    const CompiledTemplate *source = nullptr;
    const CompiledTemplate *parent = nullptr;
    bool isCapturing = false; ///< The output goes into a text.
    Output *output = nullptr; ///< Where what it prints goes, if nothing in it takes that.
};

/// What a yield tag that was run goes through, for `name`.
struct Yielded
{
    QString name;
    Value iterable;
};

/// A block as one template of the inheritance defines it.
struct BlockEntry
{
    const BlockNode *node = nullptr;
    const CompiledTemplate *source = nullptr;
};

/// The variables that were passed to a template: those that a render was given, or those that
/// another template had where it used this one.
class Passed final : public Shared
{
public:
    Passed() = default;
    /// Each is made a value when it is first asked for; `given` outlives the render.
    explicit Passed(const TaggedValue::Map &given);
    /// `own`, and where that has nothing, `below`.
    Passed(Reference<Passed> below, DictData own)
        : m_own(std::move(own))
        , m_below(std::move(below))
    {
    }
    /// Or null.
    [[nodiscard]] const Value *find(Runtime &runtime, const QString &name, size_t hash);
    /// Puts them all into `all`, those of its own last.
    void addTo(Runtime &runtime, DictData &all);

private:
    [[nodiscard]] qsizetype indexOf(const QString &name, size_t hash) const;
    [[nodiscard]] const Value &valueAt(Runtime &runtime, qsizetype index);

    DictData m_own; ///< Where nothing is given, or so much that it takes a table.
    const TaggedValue::Map *m_given = nullptr;
    std::vector<Value> m_values; ///< Of m_given, Missing until they are asked for.
    Reference<Passed> m_below;
};

/// Where uses of names were found, for the next time that the same one runs.
class FoundNames
{
public:
    /// Null: not known.
    [[nodiscard]] const Value *at(const Variable &variable) const
    {
        const Entry &entry = m_entries[placeOf(variable)];
        return entry.variable == &variable ? entry.value : nullptr;
    }
    void add(const Variable &variable, const Value &value)
    {
        m_entries[placeOf(variable)] = {&variable, &value};
    }
    void clear() { m_entries = {}; }

private:
    struct Entry
    {
        const Variable *variable = nullptr;
        const Value *value = nullptr;
    };
    static constexpr size_t size = 32; // what a loop uses, and little to clear
    [[nodiscard]] static size_t placeOf(const Variable &variable) { return variable.hash % size; }

    std::array<Entry, size> m_entries = {};
};

/// What the templates of one inheritance share: the variables that were passed or set at the top
/// level, and the blocks, those of the outermost child first.
class Context : public Shared
{
public:
    explicit Context(Reference<Passed> passed_)
        : passed(std::move(passed_))
    {
    }
    /// The variable `name`, without the globals, or null.
    [[nodiscard]] const Value *find(Runtime &runtime, const QString &name, size_t hash) const;
    /// All variables, those set here last.
    [[nodiscard]] Reference<DictData> all(Runtime &runtime) const;
    /// What a template sees that is used from here, where `locals` are set, too.
    [[nodiscard]] Reference<Passed> passedOn(DictData locals) const;

    const Reference<Passed> passed;
    DictData set = {}; ///< At the top level; wins over what was passed.
    FoundNames found = {}; ///< Here and in the globals, until something is set.
    QStringList exported = {};
    QHash<QString, std::vector<BlockEntry>> blocks = {};
};

} // namespace waymark::jinja
