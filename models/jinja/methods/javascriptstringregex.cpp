#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/methods/javascriptiterator.h"
#include "models/jinja/methods/javascriptmatches.h"

namespace waymark::jinja::javascript {
namespace {

Value match(Call &call)
{
    const QString &text = call[0].text();
    const Reference<RegexObject> regex = regexArgument(call, 1);
    const auto found = matches(call.runtime(), text, *regex);
    if (found.isEmpty())
        return Value::none();
    if (!regex->isGlobal())
        return groupsOf(text, found.first());
    std::vector<Value> all;
    for (const RegexMatch &one : found)
        all.emplace_back(one.in(text).toString());
    return Value::list(make<ListData>(std::move(all)));
}

Value matchAll(Call &call)
{
    const QString &text = call[0].text();
    const Reference<RegexObject> regex = regexArgument(call, 1, QStringLiteral("g"));
    if (!regex->isGlobal()) {
        call.runtime().fail(
            FailureKind::Type,
            QStringLiteral("String.prototype.matchAll called with a non-global RegExp argument"));
    }
    std::vector<Value> all;
    for (const RegexMatch &one : matches(call.runtime(), text, *regex))
        all.push_back(groupsOf(text, one));
    call.runtime().chargeItems(static_cast<qsizetype>(all.size()));
    return {Reference<Object>(
        make<IteratorObject>(QStringLiteral("RegExp String Iterator"), std::move(all)))};
}

Value search(Call &call)
{
    const Reference<RegexObject> regex = regexArgument(call, 1);
    const auto found = firstMatch(call.runtime(), call[0].text(), *regex);
    const bool isThere = found && (!regex->isSticky() || found->groups[0].start == 0);
    return static_cast<qint64>(isThere ? found->groups[0].start : -1);
}

constexpr FunctionRow rows[] = {
    {u"match", "match(self, regex)", match},
    {u"matchAll", "matchAll(self, regex)", matchAll},
    {u"search", "search(self, regex)", search},
};

} // namespace

std::span<const FunctionRow> stringRegexMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
