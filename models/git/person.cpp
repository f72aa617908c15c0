#include "models/git/identity.h"

#include <QList>

#include <cstdlib>

using namespace Qt::StringLiterals;

namespace waymark::git {

QString Person::toString() const
{
    return u"%1 <%2>"_s.arg(name, email);
}

QByteArray Person::toIdent() const
{
    const int minutes = std::abs(offset);
    const QString zone = u"%1%2%3"_s.arg(QChar(offset < 0 ? u'-' : u'+'))
                             .arg(minutes / 60, 2, 10, QChar(u'0'))
                             .arg(minutes % 60, 2, 10, QChar(u'0'));
    return u"%1 %2 %3"_s.arg(toString()).arg(time).arg(zone).toUtf8();
}

std::optional<Person> Person::parse(QByteArrayView ident)
{
    const qsizetype open = ident.lastIndexOf('<');
    const qsizetype close = ident.lastIndexOf('>');
    if (open < 0 || close < open)
        return {};
    const QList<QByteArray> when = ident.sliced(close + 1).toByteArray().trimmed().split(' ');
    if (when.size() != 2 || when.at(1).size() != 5)
        return {};
    bool timeValid = false;
    bool zoneValid = false;
    const qint64 time = when.at(0).toLongLong(&timeValid);
    const int zone = when.at(1).toInt(&zoneValid);
    if (!timeValid || !zoneValid)
        return {};
    return Person{QString::fromUtf8(ident.first(open).trimmed()),
                  QString::fromUtf8(ident.sliced(open + 1, close - open - 1)), time,
                  zone / 100 * 60 + zone % 100};
}

} // namespace waymark::git
