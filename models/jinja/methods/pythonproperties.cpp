#include "models/jinja/methods/pythonproperties.h"

#include "models/jinja/containers.h"
#include "models/jinja/namedtuple.h"

namespace waymark::jinja {
namespace {

Value ofNumber(const Value &number, QStringView name)
{
    const bool isFloat = number.is(Value::Type::Float);
    const auto itself = [&] { return isFloat ? number : Value(number.toInteger()); };
    if (name == u"real")
        return itself();
    if (name == u"imag")
        return isFloat ? Value(0.0) : Value(0);
    if (!isFloat && name == u"numerator")
        return itself();
    return !isFloat && name == u"denominator" ? Value(1) : Value();
}

Value ofRange(const RangeData &range, QStringView name)
{
    if (name == u"start")
        return {range.start};
    if (name == u"stop")
        return {range.stop};
    return name == u"step" ? Value(range.step) : Value();
}

} // namespace

Value pythonProperty(const Value &base, const QString &name)
{
    if (base.isNumber())
        return ofNumber(base, name);
    if (base.is(Value::Type::Range))
        return ofRange(base.range(), name);
    if (!base.is(Value::Type::Tuple))
        return {};
    const auto *named = dynamic_cast<const NamedTuple *>(&base.items());
    const Value *item = named ? named->find(name) : nullptr;
    return item ? *item : Value();
}

} // namespace waymark::jinja
