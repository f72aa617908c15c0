#include "models/jinja/dialects/pythonpercent.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/methods/pythonformatmethod.h"

namespace waymark::jinja {
namespace {

Value format(Call &call)
{
    auto keywords = make<DictData>();
    for (const NamedArgument &argument : call.keywords())
        keywords->insert(argument.name, argument.value);
    return fieldFormatted(call.runtime(), call[0],
                          {.positional = call.rest(), .mapping = Value(keywords)});
}

/// Its messages are those of the wrapper that the sandbox puts around it.
Value formatMap(Call &call)
{
    Runtime &runtime = call.runtime();
    if (!call.keywords().empty())
        runtime.fail(FailureKind::Type, QStringLiteral("format_map() takes no keyword arguments"));
    if (call.rest().size() != 1) {
        const auto message = QStringLiteral("format_map() takes exactly one argument (%1 given)");
        runtime.fail(FailureKind::Type, message.arg(call.rest().size()));
    }
    return fieldFormatted(runtime, call[0], {.mapping = call.rest().front()});
}

Value modulo(Call &call)
{
    return percentFormatted(call.runtime(), call[0], call[1]);
}

constexpr FunctionRow rows[] = {
    {u"__mod__", "str.__mod__(self, value)", modulo, Flow::Own},
    {u"format", "str.format(self, *args, **kwargs)", format, Flow::Own},
    {u"format_map", "str.format_map(self, *args, **kwargs)", formatMap, Flow::Own},
};

} // namespace

std::span<const FunctionRow> pythonFormatMethods()
{
    return rows;
}

} // namespace waymark::jinja
