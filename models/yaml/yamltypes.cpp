#include "models/yaml/yamltypes.h"

#include "models/base/utf8.h"

#include <QByteArray>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype longestNumber = 4300; // Python's sys.int_info.default_max_str_digits

bool isOneOf(QStringView text, std::initializer_list<QLatin1StringView> words)
{
    return std::ranges::any_of(words, [text](QLatin1StringView word) { return word == text; });
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
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

std::optional<Value> parsedInteger(QByteArray digits, int base, bool isNegative)
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

std::optional<bool> booleanOf(QStringView text, YamlSchema schema)
{
    if (isOneOf(text, {"true"_L1, "True"_L1, "TRUE"_L1}))
        return true;
    if (isOneOf(text, {"false"_L1, "False"_L1, "FALSE"_L1}))
        return false;
    if (schema == YamlSchema::Core)
        return {};
    if (isOneOf(text, {"yes"_L1, "Yes"_L1, "YES"_L1, "on"_L1, "On"_L1, "ON"_L1}))
        return true;
    if (isOneOf(text, {"no"_L1, "No"_L1, "NO"_L1, "off"_L1, "Off"_L1, "OFF"_L1}))
        return false;
    return {};
}

std::optional<Value> textOfBinary(const QString &text)
{
    const QByteArray encoded = text.toLatin1().simplified().replace(' ', "");
    const auto decoded
        = QByteArray::fromBase64Encoding(encoded, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded)
        return {};
    const Result<QString> utf8 = decodeUtf8(*decoded);
    return utf8 ? std::optional<Value>(*utf8) : std::nullopt;
}

} // namespace

TypedScalar typedScalar(const QString &text, YamlSchema schema)
{
    if (text.isEmpty() || isOneOf(text, {"~"_L1, "null"_L1, "Null"_L1, "NULL"_L1}))
        return {{}, yamltag::null};
    if (text == "<<"_L1)
        return {text, yamltag::merge};
    const QChar first = text.front();
    if (const std::optional<bool> boolean = booleanOf(text, schema))
        return {*boolean, yamltag::boolean};
    const bool mayBeNumber = isDigit(first) || first == u'-' || first == u'+' || first == u'.';
    if (!mayBeNumber || text.size() > longestNumber)
        return {text, yamltag::text};
    const bool isCore = schema == YamlSchema::Core;
    if (const std::optional<Value> integer = isCore ? coreInteger(text) : yaml11Integer(text))
        return {*integer, yamltag::integer};
    if (const std::optional<Value> number = floatOf(text, schema))
        return {*number, yamltag::floating};
    if (!isCore && isTimestamp(text))
        return {text, yamltag::timestamp};
    return {text, yamltag::text};
}

std::optional<Value> taggedScalar(const QString &text, QStringView tag, bool isPlain,
                                  YamlSchema schema)
{
    if (tag == yamltag::text || tag == yamltag::timestamp)
        return text;
    if (tag == yamltag::binary)
        return textOfBinary(text);
    const TypedScalar typed = typedScalar(text, schema);
    if (tag == yamltag::null || tag == yamltag::boolean || tag == yamltag::integer)
        return typed.tag == tag ? std::optional(typed.value) : std::nullopt;
    if (tag == yamltag::floating) {
        if (const Integer *integer = typed.value.toInteger())
            return integer->toDouble();
        return typed.tag == tag ? typed.value : floatOf(text, YamlSchema::Core);
    }
    return isPlain ? typed.value : Value(text);
}

} // namespace waymark
