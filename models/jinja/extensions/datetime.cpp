#include "models/jinja/boundmethod.h"
#include "models/jinja/extensions/strftime.h"
#include "models/jinja/object.h"

#include <QLocale>
#include <QTimeZone>

namespace waymark::jinja {
namespace {

/// datetime.datetime, as to_datetime gives it.
class DatetimeObject final : public Object
{
public:
    explicit DatetimeObject(QDateTime time)
        : m_time(std::move(time))
    {
    }
    [[nodiscard]] const QDateTime &time() const { return m_time; }
    [[nodiscard]] QString typeName() const override { return QStringLiteral("datetime"); }
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] Value printed() const override { return Value(iso(u' ')); }
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;
    [[nodiscard]] bool equals(const Object &other) const override
    {
        const auto *datetime = dynamic_cast<const DatetimeObject *>(&other);
        return datetime && datetime->m_time == m_time;
    }
    [[nodiscard]] size_t hash() const override { return qHash(m_time); }
    [[nodiscard]] QString iso(QChar separator) const
    {
        const QString format = m_time.time().msec() ? QStringLiteral("%Y-%m-%d~%H:%M:%S.%f")
                                                    : QStringLiteral("%Y-%m-%d~%H:%M:%S");
        return strftime(m_time, format).replace(u'~', separator);
    }

private:
    QDateTime m_time;
};

const DatetimeObject &self(const Call &call)
{
    return *call[0].as<DatetimeObject>();
}

Value formatted(Call &call)
{
    return {strftime(self(call).time(), call.text(1))};
}

Value isoformat(Call &call)
{
    const QString separator = call.text(1);
    return {self(call).iso(separator.isEmpty() ? QChar(u'T') : separator.front())};
}

Value weekday(Call &call)
{
    return {self(call).time().date().dayOfWeek() - 1};
}

Value isoWeekday(Call &call)
{
    return {self(call).time().date().dayOfWeek()};
}

Value timestamp(Call &call)
{
    return {static_cast<double>(self(call).time().toMSecsSinceEpoch()) / 1000};
}

constexpr FunctionRow methods[] = {
    {u"isoformat", "isoformat(self, sep='T')", isoformat},
    {u"isoweekday", "isoweekday(self)", isoWeekday},
    {u"strftime", "strftime(self, format)", formatted},
    {u"timestamp", "timestamp(self)", timestamp},
    {u"weekday", "weekday(self)", weekday},
};

QString DatetimeObject::toText(Runtime & /*runtime*/) const
{
    const QDate date = m_time.date();
    const QTime time = m_time.time();
    QList<int> parts = {date.year(), date.month(), date.day(), time.hour(), time.minute()};
    if (time.second() || time.msec())
        parts += time.second();
    if (time.msec())
        parts += time.msec() * 1000;
    QStringList shown;
    for (const int part : parts)
        shown += QString::number(part);
    return QStringLiteral("datetime.datetime(%1)").arg(shown.join(QStringLiteral(", ")));
}

Value DatetimeObject::attribute(Runtime & /*runtime*/, const QString &name)
{
    const QDate date = m_time.date();
    const QTime time = m_time.time();
    const std::pair<QStringView, int> numbers[] = {
        {u"year", date.year()},
        {u"month", date.month()},
        {u"day", date.day()},
        {u"hour", time.hour()},
        {u"minute", time.minute()},
        {u"second", time.second()},
        {u"microsecond", time.msec() * 1000},
    };
    for (const auto &[known, number] : numbers) {
        if (known == name)
            return number;
    }
    static const FunctionTable table{std::span<const FunctionRow>(methods)};
    const Function *method = table.find(name);
    return method
        ? Value(Reference<Object>(make<BoundMethod>(*method, Value(Reference<Object>(this)))))
        : Value();
}

/// Reads what one directive stands for.
class TimeReader
{
public:
    TimeReader(QStringView text, QStringView format)
        : m_text(text)
        , m_format(format)
    {
    }
    /// Whether all of the text is as the format says.
    bool read()
    {
        for (qsizetype i = 0; i < m_format.size(); ++i) {
            const QChar c = m_format[i];
            if (c == u'%' && i + 1 < m_format.size()) {
                if (!directive(m_format[++i]))
                    return false;
            } else if (c.isSpace()) {
                const qsizetype before = m_at;
                while (m_at < m_text.size() && m_text[m_at].isSpace())
                    ++m_at;
                if (m_at == before)
                    return false;
            } else if (m_at >= m_text.size() || m_text[m_at++] != c) {
                return false;
            }
        }
        return true;
    }
    [[nodiscard]] QStringView rest() const { return m_text.sliced(m_at); }
    [[nodiscard]] QDateTime time() const
    {
        const int hour = m_isAfternoon ? m_hour % 12 + (*m_isAfternoon ? 12 : 0) : m_hour;
        QDate date(m_year, m_month, m_day);
        if (m_dayOfYear > 0)
            date = QDate(m_year, 1, 1).addDays(m_dayOfYear - 1);
        return {date, QTime(hour, m_minute, m_second, m_microsecond / 1000), QTimeZone::UTC};
    }

private:
    bool number(int digits, int least, int most, int &result)
    {
        qsizetype length = 0;
        while (length < digits && m_at + length < m_text.size() && m_text[m_at + length].isDigit())
            ++length;
        for (; length > 0; --length) {
            const int value = m_text.sliced(m_at, length).toInt();
            if (value < least || value > most)
                continue;
            result = value;
            m_at += length;
            return true;
        }
        return false;
    }

    bool name(int count, QLocale::FormatType type, bool isMonth, int &result)
    {
        const QLocale locale = QLocale::c();
        for (int i = 1; i <= count; ++i) {
            const QString known = isMonth ? locale.monthName(i, type) : locale.dayName(i, type);
            if (m_text.sliced(m_at).startsWith(known, Qt::CaseInsensitive)) {
                result = i;
                m_at += known.size();
                return true;
            }
        }
        return false;
    }

    bool directive(QChar letter)
    {
        int ignored = 0;
        switch (letter.unicode()) {
        case u'Y':
            return number(4, 1, 9999, m_year);
        case u'y':
            if (!number(2, 0, 99, m_year))
                return false;
            m_year += m_year < 69 ? 2000 : 1900;
            return true;
        case u'm':
            return number(2, 1, 12, m_month);
        case u'd':
            return number(2, 1, 31, m_day);
        case u'H':
            return number(2, 0, 23, m_hour);
        case u'I':
            return number(2, 1, 12, m_hour);
        case u'M':
            return number(2, 0, 59, m_minute);
        case u'S':
            return number(2, 0, 61, m_second);
        case u'j':
            return number(3, 1, 366, m_dayOfYear);
        case u'f':
            return fraction();
        case u'p':
            return half();
        case u'b':
            return name(12, QLocale::ShortFormat, true, m_month);
        case u'B':
            return name(12, QLocale::LongFormat, true, m_month);
        case u'a':
            return name(7, QLocale::ShortFormat, false, ignored);
        case u'A':
            return name(7, QLocale::LongFormat, false, ignored);
        case u'%':
            return m_at < m_text.size() && m_text[m_at++] == u'%';
        default:
            return false;
        }
    }

    bool fraction()
    {
        const qsizetype before = m_at;
        if (!number(6, 0, 999999, m_microsecond))
            return false;
        for (qsizetype digits = m_at - before; digits < 6; ++digits)
            m_microsecond *= 10;
        return true;
    }

    bool half()
    {
        const QString word
            = m_text.sliced(m_at).first(std::min<qsizetype>(2, rest().size())).toString().toUpper();
        if (word != u"AM" && word != u"PM")
            return false;
        m_isAfternoon = word == u"PM";
        m_at += 2;
        return true;
    }

    QStringView m_text;
    QStringView m_format;
    qsizetype m_at = 0;
    int m_year = 1900;
    int m_month = 1;
    int m_day = 1;
    int m_hour = 0;
    int m_minute = 0;
    int m_second = 0;
    int m_microsecond = 0;
    int m_dayOfYear = 0;
    std::optional<bool> m_isAfternoon;
};

} // namespace

QDateTime strptime(Runtime &runtime, const QString &text, const QString &format)
{
    TimeReader reader(text, format);
    if (!reader.read()) {
        runtime.fail(FailureKind::Value,
                     QStringLiteral("time data %1 does not match format %2")
                         .arg(runtime.repr(Value(text)), runtime.repr(Value(format))));
    }
    if (!reader.rest().isEmpty())
        runtime.fail(FailureKind::Value,
                     QStringLiteral("unconverted data remains: %1").arg(reader.rest()));
    const QDateTime time = reader.time();
    if (!time.isValid())
        runtime.fail(FailureKind::Value, QStringLiteral("day is out of range for month"));
    return time;
}

Value datetimeOf(const QDateTime &time)
{
    return {Reference<Object>(make<DatetimeObject>(time))};
}

} // namespace waymark::jinja
