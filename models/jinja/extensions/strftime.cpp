#include "models/jinja/extensions/strftime.h"

#include <QLocale>
#include <QTimeZone>

namespace waymark::jinja {
namespace {

QString padded(qint64 number, int width, QChar fill = u'0')
{
    return QString::number(number).rightJustified(width, fill);
}

QString offset(const QDateTime &time)
{
    const int seconds = time.offsetFromUtc();
    const int minutes = std::abs(seconds) / 60;
    return (seconds < 0 ? QStringLiteral("-") : QStringLiteral("+")) + padded(minutes / 60, 2)
        + padded(minutes % 60, 2);
}

int hour12(const QDateTime &time)
{
    const int hour = time.time().hour() % 12;
    return hour == 0 ? 12 : hour;
}

/// Weeks of the year that begin on `firstDay` (1: Monday, 7: Sunday); days before the first: 0.
int weekOfYear(const QDate &date, int firstDay)
{
    const int weekday = (date.dayOfWeek() - firstDay + 7) % 7;
    return (date.dayOfYear() + 6 - weekday) / 7;
}

QString zoneName(const QDateTime &time)
{
    return time.timeSpec() == Qt::LocalTime || time.timeSpec() == Qt::TimeZone
        ? time.timeZoneAbbreviation()
        : time.offsetFromUtc() == 0 ? QStringLiteral("UTC")
                                    : time.timeZoneAbbreviation();
}

using Directive = QString (*)(const QDateTime &time);
struct DirectiveRow
{
    char16_t letter;
    Directive text;
};

QString english(const QDateTime &time, QStringView format)
{
    return QLocale::c().toString(time, format);
}

constexpr DirectiveRow directives[] = {
    {u'a', [](const QDateTime &t) { return english(t, u"ddd"); }},
    {u'A', [](const QDateTime &t) { return english(t, u"dddd"); }},
    {u'b', [](const QDateTime &t) { return english(t, u"MMM"); }},
    {u'B', [](const QDateTime &t) { return english(t, u"MMMM"); }},
    {u'c', [](const QDateTime &t) { return strftime(t, QStringLiteral("%a %b %e %H:%M:%S %Y")); }},
    {u'C', [](const QDateTime &t) { return padded(t.date().year() / 100, 2); }},
    {u'd', [](const QDateTime &t) { return padded(t.date().day(), 2); }},
    {u'D', [](const QDateTime &t) { return strftime(t, QStringLiteral("%m/%d/%y")); }},
    {u'e', [](const QDateTime &t) { return padded(t.date().day(), 2, u' '); }},
    {u'f', [](const QDateTime &t) { return padded(t.time().msec() * qint64(1000), 6); }},
    {u'F', [](const QDateTime &t) { return strftime(t, QStringLiteral("%Y-%m-%d")); }},
    {u'G',
     [](const QDateTime &t) {
         int year = 0;
         (void)t.date().weekNumber(&year);
         return QString::number(year);
     }},
    {u'h', [](const QDateTime &t) { return english(t, u"MMM"); }},
    {u'H', [](const QDateTime &t) { return padded(t.time().hour(), 2); }},
    {u'I', [](const QDateTime &t) { return padded(hour12(t), 2); }},
    {u'j', [](const QDateTime &t) { return padded(t.date().dayOfYear(), 3); }},
    {u'k', [](const QDateTime &t) { return padded(t.time().hour(), 2, u' '); }},
    {u'l', [](const QDateTime &t) { return padded(hour12(t), 2, u' '); }},
    {u'm', [](const QDateTime &t) { return padded(t.date().month(), 2); }},
    {u'M', [](const QDateTime &t) { return padded(t.time().minute(), 2); }},
    {u'n', [](const QDateTime & /*t*/) { return QStringLiteral("\n"); }},
    {u'p',
     [](const QDateTime &t) {
         return t.time().hour() < 12 ? QStringLiteral("AM") : QStringLiteral("PM");
     }},
    {u'P',
     [](const QDateTime &t) {
         return t.time().hour() < 12 ? QStringLiteral("am") : QStringLiteral("pm");
     }},
    {u'r', [](const QDateTime &t) { return strftime(t, QStringLiteral("%I:%M:%S %p")); }},
    {u'R', [](const QDateTime &t) { return strftime(t, QStringLiteral("%H:%M")); }},
    {u's', [](const QDateTime &t) { return QString::number(t.toSecsSinceEpoch()); }},
    {u'S', [](const QDateTime &t) { return padded(t.time().second(), 2); }},
    {u't', [](const QDateTime & /*t*/) { return QStringLiteral("\t"); }},
    {u'T', [](const QDateTime &t) { return strftime(t, QStringLiteral("%H:%M:%S")); }},
    {u'u', [](const QDateTime &t) { return QString::number(t.date().dayOfWeek()); }},
    {u'U', [](const QDateTime &t) { return padded(weekOfYear(t.date(), 7), 2); }},
    {u'V', [](const QDateTime &t) { return padded(t.date().weekNumber(), 2); }},
    {u'w', [](const QDateTime &t) { return QString::number(t.date().dayOfWeek() % 7); }},
    {u'W', [](const QDateTime &t) { return padded(weekOfYear(t.date(), 1), 2); }},
    {u'x', [](const QDateTime &t) { return strftime(t, QStringLiteral("%m/%d/%y")); }},
    {u'X', [](const QDateTime &t) { return strftime(t, QStringLiteral("%H:%M:%S")); }},
    {u'y', [](const QDateTime &t) { return padded(t.date().year() % 100, 2); }},
    {u'Y', [](const QDateTime &t) { return QString::number(t.date().year()); }},
    {u'z', offset},
    {u'Z', zoneName},
    {u'%', [](const QDateTime & /*t*/) { return QStringLiteral("%"); }},
};

} // namespace

QString strftime(const QDateTime &time, const QString &format)
{
    QString result;
    for (qsizetype i = 0; i < format.size(); ++i) {
        const bool isDirective = format[i] == u'%' && i + 1 < format.size();
        const auto row = isDirective
            ? std::ranges::find(directives, format[i + 1].unicode(), &DirectiveRow::letter)
            : std::end(directives);
        if (row == std::end(directives)) {
            result += format[i];
        } else {
            result += row->text(time);
            ++i;
        }
    }
    return result;
}

} // namespace waymark::jinja
