#include "models/jinja/globals/widerange.h"

#include "models/jinja/generator.h"
#include "models/jinja/runtime.h"

namespace waymark::jinja {

WideRange::WideRange(Integer start, Integer stop, Integer step)
    : m_start(std::move(start))
    , m_stop(std::move(stop))
    , m_step(std::move(step))
{
    const Integer round = m_step.sign() > 0 ? m_step - Integer(1) : m_step + Integer(1);
    const Integer count = Integer::floorDivide(m_stop - m_start + round, m_step);
    m_count = count.sign() > 0 ? count : Integer(0);
}

QString WideRange::toText(Runtime &runtime) const
{
    const QString ends = runtime.text(m_start) + QStringLiteral(", ") + runtime.text(m_stop);
    return m_step == Integer(1) ? QStringLiteral("range(%1)").arg(ends)
                                : QStringLiteral("range(%1, %2)").arg(ends, runtime.text(m_step));
}

Value WideRange::attribute(Runtime & /*runtime*/, const QString &name)
{
    return name == u"start" ? Value(m_start)
        : name == u"stop"   ? Value(m_stop)
        : name == u"step"   ? Value(m_step)
                            : Value();
}

Value WideRange::item(Runtime & /*runtime*/, const Value &key)
{
    if (!key.isIntegral())
        return {};
    const Integer given = key.toInteger();
    const Integer index = given.sign() < 0 ? given + m_count : given;
    return index.sign() < 0 || index >= m_count ? Value() : Value(m_start + m_step * index);
}

std::optional<qsizetype> WideRange::length(Runtime &runtime)
{
    const auto small = m_count.toInt64();
    if (!small)
        runtime.fail(FailureKind::Overflow,
                     QStringLiteral("Python int too large to convert to C ssize_t"));
    return small;
}

Value WideRange::iterator(Runtime & /*runtime*/)
{
    const auto next
        = [at = m_start, left = m_count, step = m_step](Runtime & /*runtime*/) mutable -> Value {
        if (left.sign() == 0)
            return {};
        left = left - Integer(1);
        return Value(std::exchange(at, at + step));
    };
    return generator(next, QStringLiteral("longrange_iterator"));
}

bool WideRange::contains(Runtime &runtime, const Value &value)
{
    if (value.isIntegral()) {
        const Integer distance = value.toInteger() - m_start;
        const Integer index = Integer::floorDivide(distance, m_step);
        return index * m_step == distance && index.sign() >= 0 && index < m_count;
    }
    if (!value.is(Value::Type::Float))
        return false;
    const auto whole = Integer::truncated(value.real());
    return whole && whole->compare(value.real()) == std::partial_ordering::equivalent
        && contains(runtime, Value(*whole));
}

} // namespace waymark::jinja
