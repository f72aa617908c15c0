#include "models/jinja/value.h"

#include "models/jinja/containers.h"
#include "models/jinja/object.h"

namespace waymark::jinja {

Value::Value(Reference<DictData> dict)
    : Payload(Type::Dict, dict.take())
{
}

Value::Value(Reference<RangeData> range)
    : Payload(Type::Range, range.take())
{
}

Value::Value(Reference<Object> object)
    : Payload(Type::Object, object.take())
{
}

Value::Value(const Integer &value)
    : Payload(Type::Int, qint64(0))
{
    if (const auto small = value.toInt64()) {
        m_int = *small;
    } else {
        m_type = Type::BigInt;
        m_shared = make<IntegerData>(value).take();
    }
}

Value Value::none()
{
    return {Type::None, nullptr};
}

Value Value::undefined(Reference<UndefinedData> why)
{
    return {Type::Undefined, why.take()};
}

Value Value::list(Reference<ListData> items)
{
    return {Type::List, items.take()};
}

Value Value::tuple(Reference<ListData> items)
{
    return {Type::Tuple, items.take()};
}

Value Value::markup(QString text)
{
    Value value(std::move(text));
    value.m_markup = true;
    return value;
}

Value Value::lent() const
{
    if (!isText() || m_text.isEmpty())
        return *this;
    Value value(QString::fromRawData(m_text.constData(), m_text.size()));
    value.m_markup = m_markup;
    value.m_tags = m_tags;
    return value;
}

QString kept(const QString &text)
{
    return text.isEmpty() || text.isDetached() ? text : QString(text.constData(), text.size());
}

bool Value::isIntegral() const
{
    return m_type == Type::Int || m_type == Type::Bool || m_type == Type::BigInt;
}

ListData &Value::items() const
{
    Q_ASSERT(isSequence());
    return *static_cast<ListData *>(m_shared);
}

DictData &Value::dict() const
{
    Q_ASSERT(m_type == Type::Dict);
    return *static_cast<DictData *>(m_shared);
}

const RangeData &Value::range() const
{
    Q_ASSERT(m_type == Type::Range);
    return *static_cast<const RangeData *>(m_shared);
}

Object &Value::object() const
{
    Q_ASSERT(m_type == Type::Object);
    return *static_cast<Object *>(m_shared);
}

const UndefinedData *Value::undefinedReason() const
{
    Q_ASSERT(m_type == Type::Undefined);
    return static_cast<const UndefinedData *>(m_shared);
}

Integer Value::toInteger() const
{
    Q_ASSERT(isIntegral());
    return m_type == Type::BigInt ? static_cast<const IntegerData *>(m_shared)->value
                                  : Integer(m_int);
}

double Value::toDouble() const
{
    switch (m_type) {
    case Type::Float:
        return m_float;
    case Type::BigInt:
        return toInteger().toDouble();
    default:
        Q_ASSERT(isIntegral());
        return static_cast<double>(m_int);
    }
}

bool Value::isSame(const Value &other) const
{
    if (m_type != other.m_type)
        return false;
    switch (m_type) {
    case Type::Missing:
    case Type::Undefined:
    case Type::None:
        return true;
    case Type::Bool:
    case Type::Int:
        return m_int == other.m_int;
    case Type::Float:
        return m_float == other.m_float;
    case Type::Text:
        return m_text == other.m_text;
    case Type::BigInt:
        return toInteger() == other.toInteger();
    default:
        return m_shared == other.m_shared;
    }
}

} // namespace waymark::jinja
