#include "models/jinja/binder.h"

#include <QHash>

#include <deque>
#include <optional>

namespace waymark::jinja {
namespace {

/// One Frame of nunjucks/src/runtime.js, and the compiler's own frame beside it. The compiler keeps
/// loop variables, parameters, macros and imports in JavaScript variables (`finals`), which shadow
/// everything, even while they are undefined. All other names are looked for while running.
struct Frame
{
    Frame *parent = nullptr;
    Routine *routine = nullptr;
    Scope *scope = nullptr;
    bool isRoot = false; ///< Of a template: what is set here is set in the context too.
    bool isolates = false;
    QHash<QString, quint16> names = {};
    QHash<QString, quint16> finals = {};
};

class NunjucksBinder final : public Binder
{
public:
    using Binder::Binder;

    void load(Variable &variable) override
    {
        if (const auto slot = finalSlot(variable.name)) {
            variable.slots = {*slot};
            variable.isFinal = true;
            variable.fallsBack = false;
        } else {
            variable.skipsUndefined = true;
            m_pending.push_back({&variable, m_frame});
        }
    }

    void assign(Variable &variable) override
    {
        noteAssigned(variable);
        variable.toContext = m_frame->isRoot;
        variable.isExported = m_frame->isRoot && !variable.name.startsWith(u'_');
        if (const auto slot = finalSlot(variable.name)) {
            variable.slots = {*slot};
            variable.isFinal = true;
            return;
        }
        variable.resolvesUp = true;
        slotIn(m_frame->names, variable.name);
        m_pending.push_back({&variable, m_frame});
    }

    void define(Variable &variable) override
    {
        import(variable);
        variable.isExported = variable.toContext && !variable.name.startsWith(u'_');
    }

    void import(Variable &variable) override
    {
        noteAssigned(variable);
        variable.toContext = m_frame->parent == nullptr;
        const quint16 index = slotIn(m_frame->finals, variable.name);
        if (m_frame->parent)
            m_frame->names.insert(variable.name, index);
        variable.slots = {{0, index}};
        variable.isFinal = true;
    }

    void parameter(Variable &variable) override
    {
        hiddenParameter(variable);
        m_frame->finals.insert(variable.name, variable.slots.front().index);
    }

    void hiddenParameter(Variable &variable) override
    {
        variable.slots = {{0, slotIn(m_frame->names, variable.name)}};
        variable.isFinal = true;
        variable.fallsBack = false;
    }

    void scope(Scope &scope, const Step &body) override
    {
        run({m_frame, m_frame->routine, &scope}, m_frame->scope, body);
    }

    void routine(Routine &routine, Reach reach, const Step &body) override
    {
        routine.scope.startsActivation = true;
        Frame frame{reach == Reach::All ? m_frame : nullptr, &routine, &routine.scope};
        frame.isRoot = m_frames.empty();
        frame.isolates = true;
        apart([&] { run(frame, nullptr, body); });
    }

    void branches(const std::vector<Step> &alternatives) override
    {
        for (const Step &alternative : alternatives)
            alternative();
    }

    void finish() override
    {
        for (const auto &[variable, frame] : m_pending)
            variable->slots = candidates(frame, variable->name, variable->resolvesUp);
        for (Frame &frame : m_frames) {
            frame.scope->isolatesWrites = frame.isolates;
            for (const auto &[name, index] : frame.names.asKeyValueRange())
                frame.scope->names.push_back({name, index, true});
            for (const Scope::Name &name : frame.scope->names)
                frame.scope->onEntry.push_back({name.index, false, {}});
        }
    }

    [[nodiscard]] const Scope *current() const override { return m_frame->scope; }
    [[nodiscard]] bool isTopLevel() const override { return m_frame->isRoot; }

protected:
    [[nodiscard]] bool isConditional() const override { return true; }

private:
    struct Pending
    {
        Variable *variable = nullptr;
        const Frame *frame = nullptr;
    };

    quint16 slotIn(QHash<QString, quint16> &names, const QString &name)
    {
        if (const auto known = names.constFind(name); known != names.cend())
            return *known;
        const quint16 index = m_frame->routine->slotCount++;
        names.insert(name, index);
        return index;
    }

    [[nodiscard]] std::optional<Slot> finalSlot(const QString &name) const
    {
        quint16 hops = 0;
        for (const Frame *frame = m_frame; frame; frame = frame->parent) {
            if (const auto index = frame->finals.constFind(name); index != frame->finals.cend())
                return Slot{hops, *index};
            if (frame->parent && frame->parent->routine != frame->routine)
                ++hops;
        }
        return std::nullopt;
    }

    /// The frames of one routine; what is further out is found by name while running.
    [[nodiscard]] static std::vector<Slot> candidates(const Frame *frame, const QString &name,
                                                      bool isWrite)
    {
        std::vector<Slot> slots;
        const Routine *const routine = frame->routine;
        const bool onlyHere = isWrite && frame->isolates;
        for (; frame && frame->routine == routine; frame = frame->parent) {
            if (const auto index = frame->names.constFind(name); index != frame->names.cend())
                slots.push_back({0, *index});
            if (onlyHere)
                break;
        }
        return slots;
    }

    void run(const Frame &frame, const Scope *outer, const Step &body)
    {
        Frame &kept = m_frames.emplace_back(frame);
        kept.scope->parent = outer;
        Frame *const before = std::exchange(m_frame, &kept);
        body();
        m_frame = before;
    }

    std::deque<Frame> m_frames;
    std::vector<Pending> m_pending;
    Frame *m_frame = nullptr;
};

} // namespace

std::unique_ptr<Binder> makeNunjucksBinder(const CompiledEnvironment &environment)
{
    return std::make_unique<NunjucksBinder>(environment);
}

} // namespace waymark::jinja
