#include "models/jinja/dialect.h"
#include "models/jinja/dialects/pythoncomplex.h"
#include "models/jinja/dialects/pythonfloat.h"
#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/itemcursor.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonnumbers.h"

#include <array>
#include <cmath>

namespace waymark::jinja {
namespace {

Value absolute(Call &call)
{
    onlyOneArgument(call);
    const Value &value = call[0];
    if (value.is(Value::Type::Float))
        return {std::abs(value.real())};
    if (const auto *complex = value.as<ComplexObject>())
        return {std::abs(complex->number())};
    if (!value.isIntegral()) {
        const auto message = QStringLiteral("bad operand type for abs(): '%1'");
        call.runtime().fail(FailureKind::Type, message.arg(call.runtime().typeName(value)));
    }
    const Integer integer = value.toInteger();
    return {integer.sign() < 0 ? -integer : integer};
}

/// float(value), or nothing where Python raises a TypeError or ValueError.
std::optional<double> real(Runtime &runtime, const Value &value)
{
    if (value.isUndefined())
        runtime.failUndefined(value);
    if (value.isNumber())
        return asDouble(runtime, value);
    return value.isText() ? parsedFloat(value.text()) : std::nullopt;
}

Value toFloat(Call &call)
{
    const auto value = real(call.runtime(), call[0]);
    return value ? Value(*value) : call[1];
}

Value toInteger(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value &value = call[0];
    if (value.isIntegral())
        return {value.toInteger()};
    if (value.is(Value::Type::Float) && !std::isnan(value.real()))
        return {asTruncated(runtime, value.real())};
    if (value.isText() && call[2].is(Value::Type::Int)) {
        if (const auto integer = parsedInteger(value.text(), static_cast<int>(call[2].integer())))
            return {*integer};
    }
    const auto number = real(runtime, value);
    return number && std::isfinite(*number) ? Value(*Integer::truncated(*number)) : call[1];
}

/// round(value, precision) of what is no number.
[[noreturn]] void failRound(Runtime &runtime, const Value &value)
{
    const auto message = QStringLiteral("type %1 doesn't define __round__ method");
    runtime.fail(FailureKind::Type, message.arg(runtime.typeName(value)));
}

Value roundCommonly(Runtime &runtime, const Value &value, const Value &precision)
{
    if (!value.isNumber())
        failRound(runtime, value);
    if (!precision.isNone())
        return rounded(runtime, value, asIndex(runtime, precision));
    if (value.isIntegral())
        return {value.toInteger()};
    const Value whole = rounded(runtime, value, 0);
    return {asTruncated(runtime, whole.real())};
}

Value roundTo(Call &call)
{
    Runtime &runtime = call.runtime();
    const QString method = call[2].isText() ? call[2].text() : QString();
    if (method == u"common")
        return roundCommonly(runtime, call[0], call[1]);
    if (method != u"ceil" && method != u"floor")
        runtime.fail(FailureKind::Runtime, QStringLiteral("method must be common, ceil or floor"));
    const auto apply = [&](BinaryOperator op, const Value &a, const Value &b) {
        return runtime.dialect().binary(runtime, op, a, b);
    };
    const Value factor = apply(BinaryOperator::Power, Value(10), call[1]);
    const Value scaled = apply(BinaryOperator::Multiply, call[0], factor);
    if (!scaled.isNumber()) {
        const auto message = QStringLiteral("must be real number, not %1");
        runtime.fail(FailureKind::Type, message.arg(runtime.typeName(scaled)));
    }
    const Value whole = scaled.is(Value::Type::Float)
        ? Value(asTruncated(
              runtime, method == u"ceil" ? std::ceil(scaled.real()) : std::floor(scaled.real())))
        : scaled;
    return apply(BinaryOperator::Divide, whole, apply(BinaryOperator::Power, Value(10), call[1]));
}

[[noreturn]] void failFloat(Runtime &runtime, const Value &value)
{
    if (value.isText()) {
        const auto message = QStringLiteral("could not convert string to float: %1");
        runtime.fail(FailureKind::Value, message.arg(runtime.repr(value)));
    }
    const auto message
        = QStringLiteral("float() argument must be a string or a real number, not '%1'");
    runtime.fail(FailureKind::Type, message.arg(runtime.typeName(value)));
}

Value fileSize(Call &call)
{
    Runtime &runtime = call.runtime();
    const auto given = real(runtime, call[0]);
    if (!given)
        failFloat(runtime, call[0]);
    const bool isBinary = call.truthy(1);
    const double bytes = *given;
    const double base = isBinary ? 1024 : 1000;
    if (bytes == 1)
        return {QStringLiteral("1 Byte")};
    if (bytes < base)
        return {runtime.text(Value(asTruncated(runtime, bytes))) + QStringLiteral(" Bytes")};
    constexpr QStringView decimalLetters = u"kMGTPEZY";
    const Integer step = static_cast<qint64>(base);
    Integer unit = step * step;
    qsizetype prefix = 0;
    for (; !(unit.compare(bytes) > 0) && prefix + 1 < decimalLetters.size(); ++prefix)
        unit = unit * step;
    const QByteArray number
        = floatDigits(base * bytes / unit.toDouble(), {.type = 'f', .precision = 1});
    const QChar letter = isBinary ? decimalLetters[prefix].toUpper() : decimalLetters[prefix];
    return {QStringLiteral("%1 %2%3").arg(QString::fromLatin1(number), letter,
                                          isBinary ? u"iB" : u"B")};
}

Value sum(Call &call)
{
    Runtime &runtime = call.runtime();
    ItemCursor cursor(runtime, call[0]);
    if (call[2].isText()) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("sum() can't sum strings [use ''.join(seq) instead]"));
    }
    const AttributeGetter attribute(call[1], false);
    Value total = call[2];
    for (Value item = cursor.next(runtime); !item.isMissing(); item = cursor.next(runtime))
        total = runtime.add(total, attribute.of(runtime, item));
    return total;
}

constexpr FunctionRow rows[] = {
    {u"abs", "abs(/, *args, **kwargs)", absolute},
    {u"filesizeformat", "do_filesizeformat(value, binary=False)", fileSize},
    {u"float", "do_float(value, default=0.0)", toFloat},
    {u"int", "do_int(value, default=0, base=10)", toInteger},
    {u"round", "do_round(value, precision=0, method='common')", roundTo},
    {u"sum", "sync_do_sum(&env, iterable, attribute=None, start=0)", sum},
};

} // namespace

std::span<const FunctionRow> jinja2NumberFilters()
{
    return rows;
}

} // namespace waymark::jinja
