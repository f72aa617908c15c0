#include "models/jinja/accessnodes.h"
#include "models/jinja/binder.h"
#include "models/jinja/constants.h"
#include "models/jinja/operatornodes.h"
#include "models/jinja/primarynodes.h"
#include "models/jinja/template.h"

#include <QHash>

#include <deque>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace waymark::jinja {
namespace {

/// How a symbol begins, as jinja2/idtracking.py names its loads.
enum class Load : quint8 { Parameter, Resolve, Alias, Undefined };

struct Symbol
{
    quint16 index = 0;
    Load load = Load::Undefined;
    bool isStored = false;
};

struct RoutineState
{
    Routine *routine = nullptr;
};

/// The names of one frame of Jinja2's code generator.
struct Frame
{
    Frame *parent = nullptr; ///< Null: only the context is around it.
    RoutineState *routine = nullptr;
    Scope *scope = nullptr;
    bool isTopLevel = false;
    QHash<QString, Symbol> symbols = {};
    std::vector<Variable *> uses = {};
    std::vector<Binder::Step> later = {}; ///< Inner scopes: they are bound when this one is known.
};

/// The rules of jinja2/idtracking.py: a frame's names are all known before its inner frames are
/// looked at; a name that an inner frame stores begins there as a copy of the outer one.
class Jinja2Binder final : public Binder
{
public:
    explicit Jinja2Binder(const CompiledEnvironment &environment)
        : Binder(environment)
        , m_constants(environment)
    {
    }

    void load(Variable &variable) override
    {
        noteUse(variable);
        if (!find(m_frame, variable.name))
            add(variable.name, Load::Resolve);
    }
    void assign(Variable &variable) override
    {
        store(variable);
        variable.toContext = m_frame->isTopLevel;
        variable.isExported = m_frame->isTopLevel && !variable.name.startsWith(u'_');
    }
    void define(Variable &variable) override { assign(variable); }
    void import(Variable &variable) override
    {
        store(variable);
        variable.toContext = m_frame->isTopLevel;
    }
    void parameter(Variable &variable) override
    {
        noteUse(variable);
        add(variable.name, Load::Parameter).isStored = true;
    }
    void hiddenParameter(Variable &variable) override { parameter(variable); }

    void scope(Scope &scope, const Step &body) override
    {
        Frame *const parent = m_frame;
        const auto bound = [this, parent, &scope, body, escaping = m_escaping] {
            runFrame(parent, parent->routine, scope, escaping, body);
        };
        parent->later.push_back(deferred(bound));
    }

    void routine(Routine &routine, Reach reach, const Step &body) override
    {
        Frame *const parent = reach == Reach::All ? m_frame : nullptr;
        // A block is compiled on its own: it knows nothing of an autoescape around it.
        const KnownEscaping known
            = parent ? m_escaping : KnownEscaping{environment().options.autoescape, false};
        const auto bound = [this, parent, &routine, body, known] {
            RoutineState &state = m_routines.emplace_back(&routine);
            routine.scope.startsActivation = true;
            apart([&] { runFrame(parent, &state, routine.scope, known, body); });
        };
        if (m_frame)
            m_frame->later.push_back(deferred(bound));
        else
            bound();
    }

    void branches(const std::vector<Step> &alternatives) override
    {
        QStringList before;
        for (const auto &[name, symbol] : m_frame->symbols.asKeyValueRange()) {
            if (symbol.isStored)
                before.append(name);
        }
        ++m_conditionals;
        for (const Step &alternative : alternatives)
            alternative();
        --m_conditionals;
        for (auto [name, symbol] : m_frame->symbols.asKeyValueRange()) {
            if (symbol.isStored && symbol.load != Load::Parameter && !before.contains(name))
                symbol.load = find(m_frame->parent, name) ? Load::Alias : Load::Resolve;
        }
    }

    void expression(ExpressionNode &expression) override
    {
        Binder::expression(expression);
        if (const auto failure = m_constants.failure(expression, m_escaping))
            throw *failure;
        foldSlices(expression);
    }
    void slice(SliceNode &node) override { m_slices.push_back(&node); }
    [[nodiscard]] ExpressionPtr output(ExpressionNode &printed) override
    {
        Binder::expression(printed);
        const auto failure = m_constants.failure(printed, m_escaping);
        if (failure && !m_constants.printed(printed, m_escaping))
            throw *failure; // only what is printed as it stands is not optimized
        foldSlices(printed);
        const auto text = m_constants.printedBefore(printed, m_escaping);
        if (!text)
            return nullptr;
        return std::make_unique<ConstantNode>(printed.offset(), Value::markup(*text));
    }
    void escaping(ExpressionNode &isOn, const Step &body) override
    {
        expression(isOn);
        const KnownEscaping outer = m_escaping;
        if (const auto truth = m_constants.truth(isOn, m_escaping))
            m_escaping.isOn = *truth;
        else
            m_escaping.isVolatile = true;
        body();
        m_escaping = outer;
    }
    [[nodiscard]] bool joinsPlainly(const ConcatenationNode &joined) override
    {
        return m_escaping.isVolatile
            || (m_escaping.isOn && m_constants.isConstant(joined, m_escaping));
    }
    [[nodiscard]] bool isVolatile() const override { return m_escaping.isVolatile; }

    [[nodiscard]] const Scope *current() const override { return m_frame->scope; }
    [[nodiscard]] bool isTopLevel() const override { return m_frame->isTopLevel; }

protected:
    [[nodiscard]] bool isConditional() const override { return m_conditionals > 0; }

private:
    [[nodiscard]] static const Symbol *find(const Frame *frame, const QString &name)
    {
        for (; frame; frame = frame->parent) {
            if (const auto symbol = frame->symbols.constFind(name); symbol != frame->symbols.cend())
                return &*symbol;
        }
        return nullptr;
    }

    /// Whether nothing is ever in its slot: what it names is in the context.
    [[nodiscard]] static bool isOnlyRead(const Symbol &symbol)
    {
        return symbol.load == Load::Resolve && !symbol.isStored;
    }

    [[nodiscard]] static std::optional<Slot> slotOf(const Frame *frame, const QString &name)
    {
        quint16 hops = 0;
        for (; frame; frame = frame->parent) {
            if (const auto symbol = frame->symbols.constFind(name); symbol != frame->symbols.cend())
                return Slot{hops, symbol->index};
            if (frame->parent && frame->parent->routine != frame->routine)
                ++hops;
        }
        return std::nullopt;
    }

    /// Whether a name that has no value where it is may have one in the context.
    [[nodiscard]] static bool resolves(const Frame *frame, const QString &name)
    {
        for (; frame; frame = frame->parent) {
            const auto symbol = frame->symbols.constFind(name);
            if (symbol == frame->symbols.cend() || symbol->load == Load::Alias)
                continue;
            return symbol->load == Load::Resolve;
        }
        return true;
    }

    void foldSlices(const ExpressionNode &expression)
    {
        if (m_slices.empty())
            return;
        const auto folded = m_constants.folded(expression, m_escaping);
        for (SliceNode *node : std::exchange(m_slices, {})) {
            if (folded.contains(node))
                node->fold();
        }
    }

    void noteUse(Variable &variable) { m_frame->uses.push_back(&variable); }

    Symbol &add(const QString &name, Load load)
    {
        if (const auto known = m_frame->symbols.find(name); known != m_frame->symbols.end()) {
            known->load = load;
            return *known;
        }
        Routine &routine = *m_frame->routine->routine;
        return *m_frame->symbols.insert(name, {routine.slotCount++, load, false});
    }

    void store(Variable &variable)
    {
        noteUse(variable);
        noteAssigned(variable);
        auto symbol = m_frame->symbols.find(variable.name);
        if (symbol == m_frame->symbols.end()) {
            const bool isOutside = find(m_frame->parent, variable.name) != nullptr;
            add(variable.name, isOutside ? Load::Alias : Load::Undefined).isStored = true;
        } else {
            symbol->isStored = true;
        }
    }

    void runFrame(Frame *parent, RoutineState *routine, Scope &scope, KnownEscaping escaping,
                  const Step &body)
    {
        Frame &frame = m_frames.emplace_back(parent, routine, &scope);
        frame.isTopLevel = m_frames.size() == 1;
        scope.parent = parent ? parent->scope : nullptr;
        Frame *const outer = std::exchange(m_frame, &frame);
        const int conditionals = std::exchange(m_conditionals, 0);
        const KnownEscaping outerEscaping = std::exchange(m_escaping, escaping);
        body();
        for (size_t i = 0; i < frame.later.size(); ++i) // what is added meanwhile runs too
            frame.later[i]();
        resolve(frame);
        m_frame = outer;
        m_conditionals = conditionals;
        m_escaping = outerEscaping;
    }

    static void resolve(Frame &frame)
    {
        for (Variable *variable : frame.uses) {
            const Symbol *symbol = find(&frame, variable->name);
            const bool hasSlot = symbol && !isOnlyRead(*symbol);
            variable->slots
                = hasSlot ? std::vector{*slotOf(&frame, variable->name)} : std::vector<Slot>();
            variable->fallsBack = resolves(&frame, variable->name);
        }
        for (const auto &[name, symbol] : frame.symbols.asKeyValueRange()) {
            frame.scope->names.push_back({name, symbol.index, symbol.isStored});
            SlotEntry entry{symbol.index, false, {}};
            if (symbol.load == Load::Alias) {
                entry.copies = true;
                entry.from = *slotOf(frame.parent, name);
                if (frame.parent->routine != frame.routine)
                    ++entry.from.hops;
            }
            if (symbol.load != Load::Parameter && !isOnlyRead(symbol))
                frame.scope->onEntry.push_back(entry);
        }
    }

    std::deque<Frame> m_frames;
    std::deque<RoutineState> m_routines;
    Constants m_constants;
    std::vector<SliceNode *> m_slices; ///< Of the expression that is bound.
    KnownEscaping m_escaping = {};
    Frame *m_frame = nullptr;
    int m_conditionals = 0; ///< Branches around what is bound, up to the next frame.
};

} // namespace

std::unique_ptr<Binder> makeJinja2Binder(const CompiledEnvironment &environment)
{
    return std::make_unique<Jinja2Binder>(environment);
}

} // namespace waymark::jinja
