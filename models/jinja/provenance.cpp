#include "models/jinja/provenance.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

QStringList merged(const QStringList &a, const QStringList &b)
{
    if (a.isEmpty() || a == b)
        return b;
    if (b.isEmpty())
        return a;
    QStringList both;
    std::ranges::set_union(a, b, std::back_inserter(both));
    return both;
}

} // namespace

bool Sources::names(const QString &answer) const
{
    return data.contains(answer) || control.contains(answer);
}

Sources Sources::with(const Sources &other) const
{
    return {merged(data, other.data), merged(control, other.control)};
}

Sources Sources::asControl() const
{
    return {{}, merged(data, control)};
}

Sources Provenance::all() const
{
    Sources result;
    for (const Sources &one : answers)
        result = result.with(one);
    return result;
}

Sources Provenance::between(qsizetype start, qsizetype end) const
{
    Sources result;
    auto stretch = std::ranges::lower_bound(stretches, start, {}, &Stretch::end);
    for (; stretch != stretches.end() && stretch->start <= end; ++stretch) {
        const bool isEmpty = stretch->start == stretch->end;
        if (isEmpty || (stretch->end > start && stretch->start < end))
            result = result.with(answers[stretch->answers]);
    }
    return result;
}

} // namespace waymark::jinja
