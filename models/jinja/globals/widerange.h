#pragma once

#include "models/base/integer.h"
#include "models/jinja/object.h"

namespace waymark::jinja {

/// Python's range() of numbers that 64 bits do not hold.
class WideRange final : public Object
{
public:
    /// `step` is not 0.
    WideRange(Integer start, Integer stop, Integer step);
    [[nodiscard]] QString typeName() const override { return QStringLiteral("range"); }
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] bool isTrue() const override { return m_count.sign() > 0; }
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;
    [[nodiscard]] Value item(Runtime &runtime, const Value &key) override;
    [[nodiscard]] std::optional<qsizetype> length(Runtime &runtime) override;
    [[nodiscard]] bool isIterable() const override { return true; }
    [[nodiscard]] Value iterator(Runtime &runtime) override;
    [[nodiscard]] bool contains(Runtime &runtime, const Value &value) override;
    [[nodiscard]] const Integer &count() const { return m_count; }

private:
    Integer m_start;
    Integer m_stop;
    Integer m_step;
    Integer m_count;
};

} // namespace waymark::jinja
