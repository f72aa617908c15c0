#include "models/yaml/yamlnumbers.h"

#include <QByteArray>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

bool isOneOf(QStringView text, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [text](QLatin1StringView word) { return word == text; });
}

/// Takes a text apart from its start.
class Matcher
{
public:
    explicit Matcher(QStringView text)
        : m_rest(text)
    {
    }
    [[nodiscard]] bool isDone() const { return m_rest.isEmpty(); }
    bool one(QStringView anyOf)
    {
        if (isDone() || !anyOf.contains(m_rest.front()))
            return false;
        m_rest = m_rest.sliced(1);
        return true;
    }
    qsizetype many(QStringView anyOf)
    {
        qsizetype count = 0;
        while (one(anyOf))
            ++count;
        return count;
    }
    qsizetype digits() { return many(u"0123456789"); }
    bool digits(qsizetype least, qsizetype most)
    {
        qsizetype count = 0;
        while (count < most && one(u"0123456789"))
            ++count;
        return count >= least;
    }

private:
    QStringView m_rest;
};

bool isInfinity(QStringView text)
{
    if (text.startsWith(u'-') || text.startsWith(u'+'))
        text = text.sliced(1);
    return isOneOf(text, {".inf"_L1, ".Inf"_L1, ".INF"_L1});
}

bool isNan(QStringView text)
{
    return isOneOf(text, {".nan"_L1, ".NaN"_L1, ".NAN"_L1});
}

Value specialFloat(QStringView text)
{
    if (isNan(text))
        return std::numeric_limits<double>::quiet_NaN();
    const double infinity = std::numeric_limits<double>::infinity();
    return text.startsWith(u'-') ? -infinity : infinity;
}

/// `digits`, which are a number, as the nearest double: infinite or 0 beyond its range, as in
/// Python.
double nearestDouble(const QByteArray &digits)
{
    bool isInRange = false;
    const double value = digits.toDouble(&isInRange);
    if (isInRange)
        return value;
    const bool isNegative = digits.startsWith('-');
    const QByteArray lower = digits.toLower();
    const qsizetype exponent = lower.indexOf('e');
    const auto isDigitNotZero = [](char c) { return c >= '1' && c <= '9'; };
    const QByteArrayView whole
        = QByteArrayView(lower).first(lower.indexOf('.') < 0 ? 0 : lower.indexOf('.'));
    const bool isSmall = exponent >= 0 ? lower.at(exponent + 1) == '-'
                                       : std::ranges::none_of(whole, isDigitNotZero);
    const double magnitude = isSmall ? 0 : std::numeric_limits<double>::infinity();
    return isNegative ? -magnitude : magnitude;
}

/// [-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?, YAML 1.2.2, section 10.3.2
bool isCoreFloat(QStringView text)
{
    Matcher match(text);
    match.one(u"+-");
    const qsizetype before = match.digits();
    const bool hasPoint = match.one(u".");
    const qsizetype after = hasPoint ? match.digits() : 0;
    if (before == 0 && after == 0)
        return false;
    if (match.one(u"eE")) {
        match.one(u"+-");
        if (match.digits() == 0)
            return false;
    }
    return match.isDone();
}

/// PyYAML's resolver for floats, without sexagesimal ones: a point is a must, a sign in the
/// exponent too.
bool isYaml11Float(QStringView text)
{
    Matcher match(text);
    const bool hasSign = match.one(u"+-");
    const qsizetype before = match.one(u"0123456789") ? 1 + match.many(u"0123456789_") : 0;
    if (!match.one(u"."))
        return false;
    if (before == 0 && (hasSign || !match.one(u"0123456789")))
        return false;
    match.many(u"0123456789_");
    if (match.one(u"eE") && (!match.one(u"+-") || match.digits() == 0))
        return false;
    return match.isDone();
}

/// [-+]?[0-9][0-9_]*(:[0-5]?[0-9])+ and, of a float, \.[0-9_]*
bool isSexagesimal(QStringView text, bool isFloat)
{
    Matcher match(text);
    match.one(u"+-");
    if (!match.one(isFloat ? u"0123456789" : u"123456789"))
        return false;
    match.many(u"0123456789_");
    int parts = 0;
    for (; match.one(u":"); ++parts) {
        const bool hasTens = match.one(u"012345");
        if (!match.one(u"0123456789") && !hasTens)
            return false;
    }
    if (isFloat && match.one(u"."))
        match.many(u"0123456789_");
    else if (isFloat)
        return false;
    return parts > 0 && match.isDone();
}

std::optional<Value> parsedInteger(const QByteArray &digits, int base, bool isNegative)
{
    const std::optional<Integer> value = Integer::parse(digits, base);
    if (!value)
        return {};
    return Value(isNegative ? -*value : *value);
}

std::optional<Value> coreInteger(QStringView text)
{
    if (text.startsWith("0o"_L1) || text.startsWith("0x"_L1)) {
        const QByteArray digits = text.sliced(2).toLatin1();
        const bool isSigned = digits.startsWith('+') || digits.startsWith('-');
        return isSigned ? std::nullopt : parsedInteger(digits, text.at(1) == u'o' ? 8 : 16, false);
    }
    Matcher match(text);
    match.one(u"+-");
    if (match.digits() == 0 || !match.isDone())
        return {};
    return parsedInteger(text.toLatin1(), 10, false);
}

Value sexagesimalInteger(const QByteArray &text)
{
    Integer value;
    for (const QByteArray &part : text.split(':'))
        value = value * Integer(60) + Integer::parse(part).value_or(Integer());
    return value;
}

std::optional<Value> yaml11Integer(QStringView text)
{
    const bool isNegative = text.startsWith(u'-');
    const QStringView magnitude = isNegative || text.startsWith(u'+') ? text.sliced(1) : text;
    const QByteArray digits = magnitude.toLatin1().replace('_', "");
    Matcher match(magnitude);
    if (magnitude.startsWith("0b"_L1) || magnitude.startsWith("0x"_L1)) {
        Matcher rest(magnitude.sliced(2));
        const bool isBinary = magnitude.at(1) == u'b';
        rest.many(isBinary ? u"01_" : u"0123456789abcdefABCDEF_");
        return rest.isDone() ? parsedInteger(digits.sliced(2), isBinary ? 2 : 16, isNegative)
                             : std::nullopt;
    }
    if (isSexagesimal(text, false)) {
        const Value value = sexagesimalInteger(digits);
        return isNegative ? Value(-*value.toInteger()) : value;
    }
    if (match.one(u"0")) {
        match.many(u"01234567_");
        return match.isDone() ? parsedInteger(digits, 8, isNegative) : std::nullopt;
    }
    if (!match.one(u"123456789"))
        return {};
    match.many(u"0123456789_");
    return match.isDone() ? parsedInteger(digits, 10, isNegative) : std::nullopt;
}

double sexagesimalFloat(QByteArray text)
{
    const bool isNegative = text.startsWith('-');
    if (isNegative || text.startsWith('+'))
        text = text.sliced(1);
    double value = 0;
    for (const QByteArray &part : text.split(':'))
        value = value * 60 + part.toDouble();
    return isNegative ? -value : value;
}

} // namespace

std::optional<Value> integerOf(QStringView text, YamlSchema schema)
{
    return schema == YamlSchema::Core ? coreInteger(text) : yaml11Integer(text);
}

std::optional<Value> floatOf(QStringView text, YamlSchema schema)
{
    if (isInfinity(text) || isNan(text))
        return specialFloat(text);
    if (schema == YamlSchema::Core)
        return isCoreFloat(text) ? std::optional<Value>(nearestDouble(text.toLatin1()))
                                 : std::nullopt;
    const QByteArray digits = text.toLatin1().replace('_', "");
    if (isYaml11Float(text))
        return nearestDouble(digits);
    if (isSexagesimal(text, true))
        return sexagesimalFloat(digits);
    return {};
}

bool isTimestamp(QStringView text)
{
    Matcher match(text);
    const auto two = [&match] { return match.digits(1, 2); };
    if (!match.digits(4, 4) || !match.one(u"-") || !two() || !match.one(u"-") || !two())
        return false;
    if (match.isDone())
        return text.size() == 10;
    if (!match.one(u"Tt") && match.many(u" \t") == 0)
        return false;
    if (!two() || !match.one(u":") || !match.digits(2, 2) || !match.one(u":")
        || !match.digits(2, 2))
        return false;
    if (match.one(u"."))
        match.digits();
    match.many(u" \t");
    if (!match.one(u"Z") && match.one(u"+-")
        && (!two() || (match.one(u":") && !match.digits(2, 2))))
        return false;
    return match.isDone();
}

} // namespace waymark
