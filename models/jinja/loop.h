#pragma once

#include "models/jinja/loopfield.h"
#include "models/jinja/macro.h"

#include <utility>
#include <vector>

namespace waymark::jinja {

/// What runs the body of a loop again for other items: a loop with `recursive`.
class LoopBody
{
public:
    virtual ~LoopBody() = default;
    virtual void recurse(Interpreter &interpreter, const Value &iterable, int depth) const = 0;
    /// Whether the loop takes `item` (its `if`), which becomes what its target made of it.
    [[nodiscard]] virtual bool takes(Interpreter &interpreter, Value &item) const = 0;
};

/// The variable `loop`, and what goes through the items for it.
class LoopObject final : public Printer
{
public:
    /// `recursive`: the loop may be called. `body` outlives the loop.
    LoopObject(const LoopBody &body, Value iterable, int depth, bool filters, bool recursive)
        : m_body(body)
        , m_iterable(std::move(iterable))
        , m_depth(depth)
        , m_filters(filters)
        , m_recursive(recursive)
    {
    }
    /// Lays out what cannot be gone through in place, by the language's rules; fails for what is
    /// not iterable.
    void start(Interpreter &interpreter);
    /// Goes to the next item; false at the end.
    [[nodiscard]] bool advance(Interpreter &interpreter);
    [[nodiscard]] const Value &current() const { return m_current; }
    /// The same where nobody else asks for it, nor for the item before another.
    [[nodiscard]] Value takeCurrent() { return std::move(m_current); }
    [[nodiscard]] bool wasEmpty() const { return m_index < 0; }
    /// Whether its number of turns is known without going through anything.
    [[nodiscard]] bool isCounted() const
    {
        return m_iterable.isSequence() || m_iterable.is(Value::Type::Range);
    }
    /// The number of turns; goes through what is filtered.
    [[nodiscard]] qint64 total(Interpreter &interpreter);
    [[nodiscard]] qint64 index() const { return m_index; } ///< From 0.

    [[nodiscard]] QString typeName() const override { return QStringLiteral("LoopContext"); }
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;
    [[nodiscard]] LoopObject *loop() override { return this; }
    /// Missing for LoopField::None.
    [[nodiscard]] Value field(Interpreter &interpreter, LoopField field);
    [[nodiscard]] Value plain() const override;
    [[nodiscard]] std::optional<qsizetype> length(Runtime &runtime) override;
    void print(Interpreter &interpreter, const Arguments &arguments, Tags tags) override;
    /// Whether `values` differ from those of the last call.
    [[nodiscard]] bool changed(Runtime &runtime, std::span<const Value> values);

private:
    [[nodiscard]] Value fetch(Interpreter &interpreter);
    [[nodiscard]] Value fetchAny(Interpreter &interpreter);
    void watch(const Interpreter &interpreter);
    [[nodiscard]] const Value &ahead(Interpreter &interpreter);
    [[nodiscard]] size_t countAhead() const { return m_ahead.size() - m_aheadStart; }

    const LoopBody &m_body;
    Value m_iterable;
    std::vector<Value> m_laidOut;
    Value m_watched; ///< A map that must keep its size meanwhile; or Missing.
    qsizetype m_watchedSize = 0;
    bool m_isLaidOut = false;
    Tags m_itemTags = 0; ///< Of items that have none of their own.
    qint64 m_position = 0; ///< In the iterable.
    qint64 m_index = -1;
    qint64 m_length = -1;
    std::vector<Value> m_ahead; ///< What was fetched early, Missing at the end,
    size_t m_aheadStart = 0; ///< from here on.
    Value m_current;
    Value m_before;
    std::vector<Value> m_lastValues;
    bool m_hasLastValues = false;
    int m_depth;
    bool m_filters;
    bool m_recursive;
};

} // namespace waymark::jinja
