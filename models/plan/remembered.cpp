#include "models/plan/remembered.h"

namespace waymark {
namespace {

/// Whether clocks show the same: also as text, in their time zones.
bool areSame(const QDateTime &a, const QDateTime &b)
{
    return a == b && a.timeSpec() == b.timeSpec() && a.offsetFromUtc() == b.offsetFromUtc();
}

} // namespace

bool SettingChanges::spare(const jinja::Mentions &mentions, const RenderSettingPointer &then,
                           const RenderSettingPointer &now)
{
    if (mentions.hasOthers)
        return false;
    if (then == now)
        return true;
    const Pair pair(then.get(), now.get());
    auto known = m_known.constFind(pair);
    if (known == m_known.cend()) {
        const bool isAll = then->seed != now->seed || !areSame(then->now, now->now);
        known = m_known.insert(pair,
                               {.then = then,
                                .now = now,
                                .isAll = isAll,
                                .context = jinja::changesBetween(then->context, now->context)});
    }
    return !known->isAll && !mentions.context.meet(known->context);
}

} // namespace waymark
