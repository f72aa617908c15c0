#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/methods/javascriptmatches.h"

namespace waymark::jinja::javascript {
namespace {

RegexObject &regexOf(const Call &call)
{
    return *call[0].as<RegexObject>();
}

Value test(Call &call)
{
    return nextMatch(call.runtime(), call.text(1), regexOf(call)).has_value();
}

Value exec(Call &call)
{
    const QString text = call.text(1);
    const auto found = nextMatch(call.runtime(), text, regexOf(call));
    return found ? groupsOf(text, *found) : Value::none();
}

Value regexToString(Call &call)
{
    return call.text(0);
}

constexpr FunctionRow rows[] = {
    {u"exec", "exec(self, text)", exec},
    {u"test", "test(self, text)", test},
    {u"toString", "toString(self)", regexToString},
};

} // namespace

std::span<const FunctionRow> regexMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
