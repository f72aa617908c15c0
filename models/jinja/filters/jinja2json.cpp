#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/methods/pythonjson.h"

namespace waymark::jinja {
namespace {

Value toJson(Call &call)
{
    JsonStyle style{.sortsKeys = true};
    if (call[1].isText())
        style.indent = call[1].text();
    else if (!call[1].isNone())
        style.indent = jsonIndent(call.runtime(), call[1]);
    QString text = pythonJson(call.runtime(), call[0], style);
    text.replace(u'<', QStringLiteral("\\u003c"));
    text.replace(u'>', QStringLiteral("\\u003e"));
    text.replace(u'&', QStringLiteral("\\u0026"));
    text.replace(u'\'', QStringLiteral("\\u0027"));
    return Value::markup(text);
}

constexpr FunctionRow rows[] = {
    {u"tojson", "do_tojson(&env, value, indent=None)", toJson},
};

} // namespace

std::span<const FunctionRow> jinja2JsonFilters()
{
    return rows;
}

} // namespace waymark::jinja
