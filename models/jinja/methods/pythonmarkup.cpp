#include "models/jinja/filters/jinja2entities.h"
#include "models/jinja/filters/jinja2markup.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonfamilies.h"

namespace waymark::jinja {
namespace {

Value stripTags(Call &call)
{
    return {withoutTags(call.runtime(), call.text(0))};
}

Value unescape(Call &call)
{
    call.runtime().chargeText(call[0].text().size());
    return {withoutEntities(call[0].text())};
}

Value escape(Call &call)
{
    return call.runtime().escaped(call.rest().empty() ? call[0] : call.rest().front());
}

constexpr FunctionRow rows[] = {
    {u"escape", "escape(self, *args)", escape},
    {u"striptags", "Markup.striptags(self)", stripTags},
    {u"unescape", "Markup.unescape(self)", unescape},
};

} // namespace

std::span<const FunctionRow> pythonMarkupMethods()
{
    return rows;
}

} // namespace waymark::jinja
