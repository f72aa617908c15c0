#include "models/catalog/formats.h"

#include "models/base/regex.h"

#include <QCoreApplication>
#include <QDate>
#include <QTime>

#include <algorithm>
#include <array>
#include <functional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

bool isLabel(QStringView label)
{
    const auto isPart
        = [](QChar c) { return (c.unicode() < 128 && c.isLetterOrNumber()) || c == u'-'; };
    return !label.isEmpty() && label.size() <= 63 && !label.startsWith(u'-')
        && !label.endsWith(u'-') && std::ranges::all_of(label, isPart);
}

bool isHostname(const QString &text)
{
    return text.size() <= 253 && std::ranges::all_of(QStringView(text).split(u'.'), isLabel);
}

bool isEmail(const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    const QStringView local = QStringView(text).first(std::max<qsizetype>(at, 0));
    const auto isPart = [](QChar c) { return !c.isSpace() && !u"@<>()[],;:\\\""_s.contains(c); };
    return at > 0 && !local.startsWith(u'.') && !local.endsWith(u'.') && !local.contains(u".."_s)
        && std::ranges::all_of(local, isPart) && isHostname(text.sliced(at + 1));
}

bool hasOnlyUriCharacters(QStringView text)
{
    return std::ranges::none_of(text, [](QChar c) {
        return c.unicode() <= 0x20 || c.unicode() >= 0x7f || u"\"<>\\^`{|}"_s.contains(c);
    });
}

bool isUri(const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon < 1 || !hasOnlyUriCharacters(text) || !text.at(0).isLetter())
        return false;
    const auto isScheme = [](QChar c) { return c.isLetterOrNumber() || u"+-."_s.contains(c); };
    return std::ranges::all_of(QStringView(text).first(colon), isScheme) && colon + 1 < text.size();
}

bool isDate(const QString &text)
{
    return text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
}

/// hh:mm:ss, a fraction, then Z or an offset (RFC 3339).
bool isTime(const QString &text)
{
    const QString digits = text.first(std::min<qsizetype>(8, text.size()));
    const bool isLeapSecond = digits.endsWith(u":60"_s);
    const QString clock = isLeapSecond ? digits.first(6) + u"59"_s : digits;
    if (clock.size() != 8 || !QTime::fromString(clock, u"HH:mm:ss"_s).isValid())
        return false;
    qsizetype at = 8;
    if (at < text.size() && text.at(at) == u'.') {
        const qsizetype start = ++at;
        while (at < text.size() && text.at(at).isDigit())
            ++at;
        if (at == start)
            return false;
    }
    const QString zone = text.sliced(at);
    if (zone.compare(u"z", Qt::CaseInsensitive) == 0)
        return true;
    return zone.size() == 6 && (zone.startsWith(u'+') || zone.startsWith(u'-'))
        && QTime::fromString(zone.sliced(1), u"HH:mm"_s).isValid();
}

bool isDateTime(const QString &text)
{
    return text.size() > 11 && isDate(text.first(10)) && u"Tt "_s.contains(text.at(10))
        && isTime(text.sliced(11));
}

bool isIpv4(const QString &text)
{
    const QList<QStringView> parts = QStringView(text).split(u'.');
    return parts.size() == 4 && std::ranges::all_of(parts, [](QStringView part) {
               const bool isDigits
                   = std::ranges::all_of(part, [](QChar c) { return c >= u'0' && c <= u'9'; });
               return isDigits && !part.isEmpty() && part.size() <= 3 && part.toInt() <= 255
                   && (part.size() == 1 || part.front() != u'0');
           });
}

bool isHexGroup(QStringView group)
{
    return !group.isEmpty() && group.size() <= 4 && std::ranges::all_of(group, [](QChar c) {
        return u"0123456789abcdefABCDEF"_s.contains(c);
    });
}

/// How many groups of 16 bits `part` (between the ends and `::`) has, or -1.
int ipv6Groups(const QString &part, bool isLast)
{
    if (part.isEmpty())
        return 0;
    QStringList groups = part.split(u':');
    int count = 0;
    if (isLast && groups.last().contains(u'.')) {
        if (!isIpv4(groups.takeLast()))
            return -1;
        count = 2;
    }
    return std::ranges::all_of(groups, isHexGroup) ? count + static_cast<int>(groups.size()) : -1;
}

bool isIpv6(const QString &text)
{
    const QStringList halves = text.split(u"::"_s);
    if (halves.size() > 2)
        return false;
    if (halves.size() == 1)
        return ipv6Groups(text, true) == 8;
    const int before = ipv6Groups(halves.at(0), false);
    const int behind = ipv6Groups(halves.at(1), true);
    return before >= 0 && behind >= 0 && before + behind <= 7;
}

bool isUuid(const QString &text)
{
    static constexpr std::array dashes{8, 13, 18, 23};
    if (text.size() != 36)
        return false;
    for (int i = 0; i < 36; ++i) {
        const bool isDash = std::ranges::find(dashes, i) != dashes.end();
        if (isDash ? text.at(i) != u'-' : !isHexGroup(text.sliced(i, 1)))
            return false;
    }
    return true;
}

bool isRegex(const QString &text)
{
    return Regex::compile(text, RegexSyntax::JsonSchema).has_value();
}

bool isDataUrl(const QString &text)
{
    return text.startsWith(u"data:"_s) && text.contains(u',');
}

struct Format
{
    QStringView name;
    bool (*fits)(const QString &);
    const char *words;
};

constexpr Format formats[] = {
    {u"email", isEmail, QT_TRANSLATE_NOOP("Answers", "an email address such as ada@example.org")},
    {u"uri", isUri,
     QT_TRANSLATE_NOOP("Answers", "a full address such as https://example.org/docs")},
    {u"url", isUri,
     QT_TRANSLATE_NOOP("Answers", "a full address such as https://example.org/docs")},
    {u"date", isDate, QT_TRANSLATE_NOOP("Answers", "a date such as 2026-05-24")},
    {u"date-time", isDateTime,
     QT_TRANSLATE_NOOP("Answers", "a date with a time such as 2026-05-24T10:00:00Z")},
    {u"time", isTime, QT_TRANSLATE_NOOP("Answers", "a time with its zone such as 10:00:00Z")},
    {u"hostname", isHostname, QT_TRANSLATE_NOOP("Answers", "a host name such as example.org")},
    {u"ipv4", isIpv4, QT_TRANSLATE_NOOP("Answers", "an IPv4 address such as 192.0.2.1")},
    {u"ipv6", isIpv6, QT_TRANSLATE_NOOP("Answers", "an IPv6 address such as 2001:db8::1")},
    {u"uuid", isUuid,
     QT_TRANSLATE_NOOP("Answers", "a UUID such as 123e4567-e89b-12d3-a456-426614174000")},
    {u"regex", isRegex, QT_TRANSLATE_NOOP("Answers", "a regular expression")},
    {u"data-url", isDataUrl, QT_TRANSLATE_NOOP("Answers", "a file, as a data: URL")},
};

const Format *formatNamed(const QString &name)
{
    const auto *found = std::ranges::find(formats, QStringView(name), &Format::name);
    return found == std::end(formats) ? nullptr : found;
}

} // namespace

bool fitsFormat(const QString &text, const QString &format)
{
    const Format *known = formatNamed(format);
    return !known || known->fits(text);
}

QString formatInWords(const QString &format)
{
    const Format *known = formatNamed(format);
    return known ? QCoreApplication::translate("Answers", known->words) : QString();
}

} // namespace waymark
