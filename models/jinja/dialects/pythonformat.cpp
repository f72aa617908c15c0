#include "models/jinja/dialects/pythonformat.h"

#include "models/jinja/dialects/pythonnumbertext.h"
#include "models/jinja/methods/pythoncharacters.h"

namespace waymark::jinja {
namespace {

[[noreturn]] void fail(Runtime &runtime, const QString &message)
{
    runtime.fail(FailureKind::Value, message);
}

QString formattedText(Runtime &runtime, const Value &value, QStringView text)
{
    const FormatSpec spec = FormatSpec::parse(runtime, text, runtime.typeName(value), U's');
    if (spec.type != U's')
        failFormatCode(runtime, spec, value);
    const auto refuse = [&](const QString &what) {
        fail(runtime, what + QStringLiteral(" not allowed in string format specifier"));
    };
    if (spec.sign)
        refuse(spec.sign == U' ' ? QStringLiteral("Space") : QStringLiteral("Sign"));
    if (spec.coercesZero)
        refuse(QStringLiteral("Negative zero coercion (z)"));
    if (spec.isAlternate)
        refuse(QStringLiteral("Alternate form (#)"));
    if (spec.align == U'=')
        refuse(QStringLiteral("'=' alignment"));
    QString shown = value.text();
    if (spec.precision >= 0)
        shown.truncate(unitOf(shown, spec.precision));
    return pythonAligned(runtime, shown, spec.width, spec.align ? spec.align : U'<', spec.fill);
}

NumberText characterText(Runtime &runtime, const Value &value, const FormatSpec &spec)
{
    if (spec.sign)
        fail(runtime, QStringLiteral("Sign not allowed with integer format specifier 'c'"));
    if (spec.isAlternate)
        fail(runtime,
             QStringLiteral("Alternate form (#) not allowed with integer format specifier 'c'"));
    const auto code = value.toInteger().toInt64();
    if (!code)
        runtime.fail(FailureKind::Overflow,
                     QStringLiteral("Python int too large to convert to C long"));
    if (*code < 0 || *code > 0x10ffff)
        runtime.fail(FailureKind::Overflow, QStringLiteral("%c arg not in range(0x110000)"));
    return {.digits = codePointText(static_cast<char32_t>(*code))};
}

QString formattedInteger(Runtime &runtime, const Value &value, const FormatSpec &spec)
{
    if (spec.precision >= 0)
        fail(runtime, QStringLiteral("Precision not allowed in integer format specifier"));
    if (spec.coercesZero)
        fail(runtime,
             QStringLiteral("Negative zero coercion (z) not allowed in integer format specifier"));
    if (spec.type == U'c')
        return laidOut(runtime, spec, characterText(runtime, value, spec));
    const char32_t lower = spec.type | 0x20;
    const int base = lower == U'b' ? 2 : lower == U'o' ? 8 : lower == U'x' ? 16 : 10;
    const Integer integer = value.toInteger();
    NumberText number{.isNegative = integer.sign() < 0};
    if (base == 10)
        number.digits = runtime.text(Value(integer));
    else
        number.digits = QString::fromLatin1(integer.toByteArray(base));
    number.digits.remove(u'-');
    if (spec.isAlternate && base != 10)
        number.prefix = u'0' + codePointText(lower);
    if (spec.type == U'X') {
        number.digits = number.digits.toUpper();
        number.prefix = number.prefix.toUpper();
    }
    return laidOut(runtime, spec, number);
}

} // namespace

QString shownCharacter(char32_t c)
{
    return c > 32 && c < 128 ? codePointText(c) : QStringLiteral("\\x%1").arg(uint(c), 0, 16);
}

void failFormatCode(Runtime &runtime, const FormatSpec &spec, const Value &value)
{
    fail(runtime,
         QStringLiteral("Unknown format code '%1' for object of type '%2'")
             .arg(shownCharacter(spec.type), runtime.typeName(value)));
}

QString pythonFormatted(Runtime &runtime, const Value &value, QStringView spec)
{
    if (spec.isEmpty())
        return runtime.text(value);
    if (value.isText())
        return formattedText(runtime, value, spec);
    const QString type = runtime.typeName(value);
    if (!value.isNumber()) {
        const auto message = QStringLiteral("unsupported format string passed to %1.__format__");
        runtime.fail(FailureKind::Type, message.arg(type));
    }
    const bool isFloat = value.is(Value::Type::Float);
    const FormatSpec parsed = FormatSpec::parse(runtime, spec, type, isFloat ? U'\0' : U'd');
    constexpr QStringView integerTypes = u"bcdoxXn";
    if (!isFloat && parsed.type < 0x80 && integerTypes.contains(QChar(char16_t(parsed.type))))
        return formattedInteger(runtime, value, parsed);
    return formattedFloat(runtime, value, parsed);
}

} // namespace waymark::jinja
