#include "models/jinja/methods/javascripttext.h"

#include "models/jinja/dialects/javascript.h"
#include "models/jinja/methods/javascriptmatches.h"

#include <algorithm>
#include <limits>

namespace waymark::jinja::javascript {
namespace {

Value newList(std::vector<Value> items)
{
    return Value::list(make<ListData>(std::move(items)));
}

Value split(Call &call)
{
    Runtime &runtime = call.runtime();
    const QString &text = call[0].text();
    constexpr double all = 4294967295; // ToUint32(-1)
    const double given = call[2].isUndefined() ? all : integerArgument(call, 2, 0);
    const double limit = given < 0 ? all + 1 + given : given;
    std::vector<Value> parts;
    const auto add = [&](QStringView part) {
        runtime.charge(1);
        if (static_cast<double>(parts.size()) < limit)
            parts.emplace_back(part.toString());
    };
    if (call[1].isUndefined()) {
        add(text);
    } else if (const auto *regex = call[1].as<RegexObject>();
               regex && text.isEmpty() && firstMatch(runtime, text, *regex)) {
        return newList({});
    } else if (regex) {
        qsizetype from = 0;
        for (const RegexMatch &match : allMatches(runtime, text, *regex)) {
            const auto [start, end] = match.groups[0];
            if (end == start && (start == from || start >= text.size()))
                continue; // an empty match cuts only between two characters
            add(QStringView(text).sliced(from, start - from));
            for (qsizetype group = 1; group < match.groups.size(); ++group)
                add(match.in(text, group));
            from = end;
        }
        add(QStringView(text).sliced(from));
    } else if (const QString separator = call.text(1); separator.isEmpty()) {
        for (const QChar unit : text)
            add(QStringView(&unit, 1));
    } else {
        for (const QStringView part : QStringView(text).split(separator))
            add(part);
    }
    return newList(std::move(parts));
}

Value includes(Call &call)
{
    return call[0].text().indexOf(call.text(1), clampedIndex(call, 2, call[0].text().size(), 0))
        >= 0;
}

Value indexOf(Call &call)
{
    return static_cast<qint64>(
        call[0].text().indexOf(call.text(1), clampedIndex(call, 2, call[0].text().size(), 0)));
}

Value lastIndexOf(Call &call)
{
    const QString &text = call[0].text();
    const QString wanted = call.text(1);
    const qsizetype from = clampedIndex(call, 2, text.size(), text.size());
    const qsizetype last = std::min(from, text.size() - wanted.size());
    return static_cast<qint64>(last < 0 ? -1 : text.lastIndexOf(wanted, last));
}

Value startsWith(Call &call)
{
    const QStringView text = call[0].text();
    const QString wanted = call.text(1);
    const QStringView from = text.sliced(clampedIndex(call, 2, text.size(), 0));
    return wanted.isEmpty() || from.startsWith(wanted); // a null view begins with nothing
}

Value endsWith(Call &call)
{
    const QStringView text = call[0].text();
    const QString wanted = call.text(1);
    const QStringView to = text.first(clampedIndex(call, 2, text.size(), text.size()));
    return wanted.isEmpty() || to.endsWith(wanted);
}

constexpr FunctionRow rows[] = {
    {u"endsWith", "endsWith(self, wanted, end)", endsWith},
    {u"includes", "includes(self, wanted, from)", includes},
    {u"indexOf", "indexOf(self, wanted, from)", indexOf},
    {u"lastIndexOf", "lastIndexOf(self, wanted, from)", lastIndexOf},
    {u"split", "split(self, separator, limit)", split},
    {u"startsWith", "startsWith(self, wanted, from)", startsWith},
};

} // namespace

std::span<const FunctionRow> stringSearchMethods()
{
    return rows;
}

} // namespace waymark::jinja::javascript
