#pragma once

#include "models/base/value.h"

#include <QRandomGenerator>

#include <limits>

namespace waymark::testing {

using namespace Qt::StringLiterals;

/// How often a property is tried: what WAYMARK_PROPERTY_RUNS says, else `usual`.
inline quint32 propertyRuns(quint32 usual)
{
    bool isNumber = false;
    const int runs = qEnvironmentVariableIntValue("WAYMARK_PROPERTY_RUNS", &isNumber);
    return isNumber && runs > 0 ? static_cast<quint32>(runs) : usual;
}

/// Makes values that are hard to write, always the same for one seed.
class ValueSource
{
public:
    explicit ValueSource(quint32 seed)
        : m_random(seed)
    {
    }

    Value value(int depth)
    {
        switch (m_random.bounded(depth > 0 ? 9 : 6)) {
        case 0:
            return {};
        case 1:
            return m_random.bounded(2) == 1;
        case 2:
            return integer();
        case 3:
            return number();
        case 4:
        case 5:
            return text();
        case 6:
            return list(depth);
        default:
            return map(depth);
        }
    }

private:
    QString text()
    {
        static const QStringList pieces{
            u"a"_s,    u"b c"_s,  u" "_s,      u"  "_s,         u"\n"_s,   u"\n\n"_s, u"\t"_s,
            u"\r"_s,   u":"_s,    u": "_s,     u"#"_s,          u" #"_s,   u"- "_s,   u"-"_s,
            u"? "_s,   u"'"_s,    u"\""_s,     u"\\"_s,         u"{"_s,    u"}"_s,    u"["_s,
            u"]"_s,    u","_s,    u"&x"_s,     u"*x"_s,         u"!t"_s,   u"|"_s,    u">"_s,
            u"%"_s,    u"@"_s,    u"`"_s,      u"yes"_s,        u"on"_s,   u"null"_s, u"~"_s,
            u"1"_s,    u"0x1"_s,  u"010"_s,    u"1e3"_s,        u"1:30"_s, u"."_s,    u"..."_s,
            u"---"_s,  u"<<"_s,   u"="_s,      u"2001-01-01"_s, u"é"_s,    u"😀"_s,   u"\x01"_s,
            u"\x7F"_s, u"\x85"_s, u"\u2028"_s, u"\uFEFF"_s,     u"_"_s};
        QString text;
        for (int i = m_random.bounded(6); i > 0; --i)
            text += pieces.at(m_random.bounded(pieces.size()));
        return text;
    }
    Value integer()
    {
        const Integer small = m_random.bounded(-1000, 1000);
        return m_random.bounded(4) == 0 ? small * Integer::power(Integer(10), 30) : small;
    }
    Value number()
    {
        static const QList<double> odd{0.0,
                                       -0.0,
                                       1.0,
                                       1e21,
                                       1e-7,
                                       -2.5,
                                       5e-324,
                                       1.7976931348623157e308,
                                       std::numeric_limits<double>::infinity(),
                                       -std::numeric_limits<double>::infinity(),
                                       std::numeric_limits<double>::quiet_NaN()};
        return m_random.bounded(2) == 0 ? odd.at(m_random.bounded(odd.size()))
                                        : m_random.generateDouble() * 1e6;
    }
    Value list(int depth)
    {
        List list;
        for (int i = m_random.bounded(4); i > 0; --i)
            list.append(value(depth - 1));
        return list;
    }
    Value map(int depth)
    {
        Map map;
        for (int i = m_random.bounded(4); i > 0; --i)
            map.insert(text(), value(depth - 1));
        return map;
    }

    QRandomGenerator m_random;
};

} // namespace waymark::testing
