#include "app/cli/rendertime.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

QDateTime inSeconds(const QDateTime &time)
{
    return QDateTime::fromSecsSinceEpoch(time.toSecsSinceEpoch(), QTimeZone::UTC);
}

/// RFC 3339, in which the service record keeps it, has four digits for the year.
bool isWritable(const QDateTime &time)
{
    const int year = time.toUTC().date().year();
    return time.isValid() && year >= 1 && year <= 9999;
}

} // namespace

Result<QDateTime> timeOf(const Arguments &arguments, const Surroundings &surroundings)
{
    if (const QString given = arguments.value(u"--now"_s); !given.isEmpty()) {
        const QString upper = given.toUpper(); // “t” and “z” are allowed too
        const QDateTime time = QDateTime::fromString(upper, Qt::ISODateWithMs);
        if (isWritable(time) && upper.contains(u'T') && time.timeSpec() != Qt::LocalTime)
            return inSeconds(time);
        return failure(
            {.code = u"cli.usage"_s,
             .message = text("“%1” is no time with its offset, as RFC 3339 writes it.").arg(given),
             .hint = text("Write: --now 2026-11-24T10:00:00Z")});
    }
    const QString epoch = surroundings.environment.value(u"SOURCE_DATE_EPOCH"_s);
    if (epoch.isEmpty())
        return inSeconds(surroundings.clock());
    bool isNumber = false;
    const qint64 seconds = epoch.toLongLong(&isNumber);
    QDateTime time = QDateTime::fromSecsSinceEpoch(isNumber ? seconds : -1, QTimeZone::UTC);
    if (isNumber && seconds >= 0 && isWritable(time))
        return time;
    return failure(
        {.code = u"cli.usage"_s,
         .message = text("SOURCE_DATE_EPOCH is “%1”, which is no number of seconds from 1970 to "
                         "9999.")
                        .arg(epoch),
         .hint = text("Unset it, or give the time with --now.")});
}

Result<QByteArray> seedOf(const Arguments &arguments, const Surroundings &surroundings)
{
    const QString given = arguments.value(u"--seed"_s).toLower();
    if (!arguments.has(u"--seed"_s))
        return surroundings.seed();
    const bool isHex
        = std::ranges::all_of(given, [](QChar c) { return u"0123456789abcdef"_s.contains(c); });
    if (isHex && !given.isEmpty() && given.size() <= 64)
        return given.toLatin1();
    return failure(
        {.code = u"cli.usage"_s,
         .message = text("“%1” is no seed: a seed is 1 to 64 hexadecimal digits.").arg(given),
         .hint = text("Write: --seed 9f2c")});
}

} // namespace waymark::cli
