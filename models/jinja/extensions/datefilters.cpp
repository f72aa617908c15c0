#include "models/jinja/extensions/registry.h"
#include "models/jinja/extensions/strftime.h"

namespace waymark::jinja {
namespace {

/// The render's time, or so many seconds since 1970 in its zone.
Value formatTime(Call &call)
{
    const Runtime &runtime = call.runtime();
    QDateTime time = runtime.now();
    if (!call[1].isNone()) {
        bool isNumber = call[1].isNumber();
        const double seconds
            = isNumber ? call[1].toDouble() : call.text(1).trimmed().toDouble(&isNumber);
        if (!isNumber) {
            runtime.fail(FailureKind::Runtime,
                         QStringLiteral("Invalid value for epoch value (%1)").arg(call.text(1)));
        }
        time.setSecsSinceEpoch(static_cast<qint64>(seconds));
    }
    return {strftime(time, call.text(0))};
}

Value toDatetime(Call &call)
{
    return datetimeOf(strptime(call.runtime(), call.text(0), call.text(1)));
}

constexpr FunctionRow rows[] = {
    {u"strftime", "strftime(string_format, second=None)", formatTime},
    {u"to_datetime", "to_datetime(string, format='%Y-%m-%d %H:%M:%S')", toDatetime},
};

} // namespace

std::span<const FunctionRow> dateFilters()
{
    return rows;
}

} // namespace waymark::jinja
