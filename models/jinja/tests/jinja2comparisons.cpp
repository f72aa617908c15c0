#include "models/jinja/tests/jinja2families.h"
#include "models/jinja/tests/registry.h"

namespace waymark::jinja {
namespace {

/// The other value of a function of Python's module operator.
const Value &other(const Call &call)
{
    const QString &name = call.function().pythonName;
    if (!call.keywords().empty()) {
        const auto message = QStringLiteral("_operator.%1() takes no keyword arguments");
        call.runtime().fail(FailureKind::Type, message.arg(name));
    }
    if (call.rest().size() != 1) {
        const auto message = QStringLiteral("%1 expected 2 arguments, got %2");
        call.runtime().fail(FailureKind::Type, message.arg(name).arg(call.rest().size() + 1));
    }
    return call.rest().front();
}

Value equal(Call &call)
{
    return {call.runtime().equal(call[0], other(call))};
}
Value notEqual(Call &call)
{
    return {!call.runtime().equal(call[0], other(call))};
}
template<Comparison how>
Value compare(Call &call)
{
    return {call.runtime().compare(how, call[0], other(call))};
}

constexpr FunctionRow rows[] = {
    {u"!=", "ne(/, *args, **kwargs)", notEqual},
    {u"<", "lt(/, *args, **kwargs)", compare<Comparison::Less>},
    {u"<=", "le(/, *args, **kwargs)", compare<Comparison::LessOrEqual>},
    {u"==", "eq(/, *args, **kwargs)", equal},
    {u">", "gt(/, *args, **kwargs)", compare<Comparison::Greater>},
    {u">=", "ge(/, *args, **kwargs)", compare<Comparison::GreaterOrEqual>},
    {u"eq", "eq(/, *args, **kwargs)", equal},
    {u"equalto", "eq(/, *args, **kwargs)", equal},
    {u"ge", "ge(/, *args, **kwargs)", compare<Comparison::GreaterOrEqual>},
    {u"greaterthan", "gt(/, *args, **kwargs)", compare<Comparison::Greater>},
    {u"gt", "gt(/, *args, **kwargs)", compare<Comparison::Greater>},
    {u"le", "le(/, *args, **kwargs)", compare<Comparison::LessOrEqual>},
    {u"lessthan", "lt(/, *args, **kwargs)", compare<Comparison::Less>},
    {u"lt", "lt(/, *args, **kwargs)", compare<Comparison::Less>},
    {u"ne", "ne(/, *args, **kwargs)", notEqual},
};

} // namespace

const FunctionTable &jinja2Tests()
{
    static const FunctionTable table{jinja2PropertyTests(), jinja2TypeTests(),
                                     std::span<const FunctionRow>(rows)};
    return table;
}

} // namespace waymark::jinja
