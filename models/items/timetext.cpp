#include "models/items/timetext.h"

#include "models/items/counted.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qint64 minute = 60;
constexpr qint64 hour = 60 * minute;
constexpr qint64 day = 24 * hour;

QString dateText(const QDate &date, const QDate &today)
{
    return QLocale().toString(date, date.year() == today.year() ? u"d MMMM"_s : u"d MMMM yyyy"_s);
}

} // namespace

QString timeText(const QDateTime &then, const QDateTime &now)
{
    const qint64 seconds = then.secsTo(now);
    if (seconds < -minute || seconds >= 7 * day)
        return dateText(then.toLocalTime().date(), now.toLocalTime().date());
    if (seconds < minute)
        return QCoreApplication::translate("TimeText", "just now");
    if (seconds < hour)
        return counted("TimeText", QT_TRANSLATE_NOOP("TimeText", "1 minute ago"),
                       QT_TRANSLATE_NOOP("TimeText", "%n minutes ago"), seconds / minute);
    if (seconds < day)
        return counted("TimeText", QT_TRANSLATE_NOOP("TimeText", "1 hour ago"),
                       QT_TRANSLATE_NOOP("TimeText", "%n hours ago"), seconds / hour);
    return counted("TimeText", QT_TRANSLATE_NOOP("TimeText", "1 day ago"),
                   QT_TRANSLATE_NOOP("TimeText", "%n days ago"), seconds / day);
}

} // namespace waymark
