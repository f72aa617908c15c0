#include "models/jinja/extensions/registry.h"

#include "models/jinja/interpreter.h"

namespace waymark::jinja {
namespace {

// Without catalogs: install_null_translations(), in the old style.

Value message(Call &call)
{
    return call[0];
}

Value messageInContext(Call &call)
{
    return call[1];
}

Value oneOrMany(Call &call, size_t at)
{
    return call.runtime().equal(call[at + 2], Value(1)) ? call[at] : call[at + 1];
}

Value number(Call &call)
{
    return oneOrMany(call, 0);
}

Value numberInContext(Call &call)
{
    return oneOrMany(call, 1);
}

/// `_`: whatever `gettext` is where the template runs.
Value alias(Call &call)
{
    auto &interpreter = static_cast<Interpreter &>(call.runtime());
    const Value callee = interpreter.variable(QStringLiteral("gettext"));
    return interpreter.call(callee, {call.rest(), call.keywords()});
}

constexpr FunctionRow rows[] = {
    {u"_", "_gettext_alias(&context, *args, **kwargs)", alias, Flow::Deep},
    {u"gettext", "NullTranslations.gettext(&self, message)", message},
    {u"ngettext", "NullTranslations.ngettext(&self, msgid1, msgid2, n)", number},
    {u"npgettext", "NullTranslations.npgettext(&self, context, msgid1, msgid2, n)",
     numberInContext},
    {u"pgettext", "NullTranslations.pgettext(&self, context, message)", messageInContext},
};

} // namespace

std::span<const FunctionRow> gettextFunctions()
{
    return rows;
}

} // namespace waymark::jinja
