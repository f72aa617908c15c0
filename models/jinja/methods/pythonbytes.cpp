#include "models/jinja/methods/pythonbytes.h"

#include "models/jinja/dialects/python.h"
#include "models/jinja/dialects/pythonpercent.h"
#include "models/jinja/generator.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonfamilies.h"

namespace waymark::jinja {
namespace {

Value byteAt(const QByteArray &bytes, qsizetype index)
{
    return static_cast<qint64>(static_cast<quint8>(bytes[index]));
}

QString textArgument(const Call &call, const Value &value, size_t place, const QString &fallback)
{
    if (value.isMissing())
        return fallback;
    if (!value.isText()) {
        static constexpr QStringView names[] = {u"encoding", u"errors"};
        call.runtime().fail(
            FailureKind::Type,
            QStringLiteral("%1() argument '%2' must be str, not %3")
                .arg(methodName(call), names[place],
                     value.isNone() ? QStringLiteral("None") : call.runtime().typeName(value)));
    }
    return value.text();
}

Value encode(Call &call)
{
    const auto given = namedArguments(call, {u"encoding", u"errors"});
    const QString codec = textArgument(call, given[0], 0, QStringLiteral("utf-8"));
    const QString errors = textArgument(call, given[1], 1, QStringLiteral("strict"));
    return bytesOf(encodedText(call.runtime(), call[0].text(), codec, errors));
}

Value decode(Call &call)
{
    const auto given = namedArguments(call, {u"encoding", u"errors"});
    const QString codec = textArgument(call, given[0], 0, QStringLiteral("utf-8"));
    const QString errors = textArgument(call, given[1], 1, QStringLiteral("strict"));
    return {decodedBytes(call.runtime(), bytesIn(call), codec, errors)};
}

Value formattedBytes(Call &call)
{
    return percentFormattedBytes(call.runtime(), bytesIn(call), call[1]);
}

Value toBytes(Call &call)
{
    Runtime &runtime = call.runtime();
    if (call.rest().size() > 2) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("to_bytes() takes at most 2 positional arguments (%1 given)")
                         .arg(call.rest().size()));
    }
    const auto given = namedArguments(call, {u"length", u"byteorder", u"signed"});
    const qint64 length = given[0].isMissing() ? 1 : asIndex(runtime, given[0]);
    if (!given[1].isMissing() && !given[1].isText()) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("to_bytes() argument 'byteorder' must be str, not %1")
                         .arg(runtime.typeName(given[1])));
    }
    const QString order = given[1].isMissing() ? QStringLiteral("big") : given[1].text();
    if (order != u"big" && order != u"little") {
        runtime.fail(FailureKind::Value,
                     QStringLiteral("byteorder must be either 'little' or 'big'"));
    }
    if (length < 0)
        runtime.fail(FailureKind::Value, QStringLiteral("length argument must be non-negative"));
    const bool isSigned = !given[2].isMissing() && runtime.truthy(given[2]);
    Integer value = call[0].toInteger();
    if (value.sign() < 0 && !isSigned)
        runtime.fail(FailureKind::Overflow,
                     QStringLiteral("can't convert negative int to unsigned"));
    const Integer limit = Integer(1).shiftedLeft(static_cast<quint32>(
        std::max<qint64>(std::min<qint64>(length, 1 << 20) * 8 - (isSigned ? 1 : 0), 0)));
    const bool isTooBig = value.sign() < 0 ? -limit > value : value >= limit;
    if (isTooBig && !value.isZero())
        runtime.fail(FailureKind::Overflow, QStringLiteral("int too big to convert"));
    runtime.chargeText(length);
    QByteArray bytes(length, '\0');
    const Integer base = 256;
    for (qint64 i = length - 1; i >= 0; --i) {
        bytes[i] = static_cast<char>(*Integer::floorModulo(value, base).toInt64());
        value = Integer::floorDivide(value, base);
    }
    if (order == u"little")
        std::reverse(bytes.begin(), bytes.end());
    return bytesOf(bytes);
}

constexpr FunctionRow textRows[] = {
    {u"encode", "str.encode(self, *args, **kwargs)", encode},
};
constexpr FunctionRow bytesRows[] = {
    {u"__mod__", "bytes.__mod__(self, value)", formattedBytes, Flow::Own},
    {u"decode", "bytes.decode(self, *args, **kwargs)", decode},
};
constexpr FunctionRow integerRows[] = {
    {u"to_bytes", "int.to_bytes(self, *args, **kwargs)", toBytes},
};

} // namespace

QString BytesObject::toText(Runtime &runtime) const
{
    runtime.chargeText(m_bytes.size());
    const QChar quote = m_bytes.contains('\'') && !m_bytes.contains('"') ? u'"' : u'\'';
    QString result = QStringLiteral("b");
    result += quote;
    for (const char byte : m_bytes) {
        const auto code = static_cast<quint8>(byte);
        if (byte == '\\' || QLatin1Char(byte) == quote)
            (result += u'\\') += QLatin1Char(byte);
        else if (byte == '\n')
            result += u"\\n";
        else if (byte == '\r')
            result += u"\\r";
        else if (byte == '\t')
            result += u"\\t";
        else if (code < 0x20 || code >= 0x7f)
            result += QStringLiteral("\\x") + QString::number(code, 16).rightJustified(2, u'0');
        else
            result += QLatin1Char(byte);
    }
    return result + quote;
}

Value BytesObject::item(Runtime & /*runtime*/, const Value &key)
{
    const auto small = key.isIntegral() ? key.toInteger().toInt64() : std::nullopt;
    if (!small)
        return {};
    const qint64 index = *small < 0 ? *small + m_bytes.size() : *small;
    return index >= 0 && index < m_bytes.size() ? byteAt(m_bytes, index) : Value();
}

Value BytesObject::iterator(Runtime & /*runtime*/)
{
    const auto next = [bytes = m_bytes, at = qsizetype(0)](Runtime & /*runtime*/) mutable {
        return at < bytes.size() ? byteAt(bytes, at++) : Value();
    };
    return generator(next, QStringLiteral("bytes_iterator"));
}

bool BytesObject::contains(Runtime &runtime, const Value &value)
{
    if (!value.isIntegral())
        return m_bytes.contains(bytesLike(runtime, value));
    const auto byte = value.toInteger().toInt64();
    if (!byte || *byte < 0 || *byte > 255)
        runtime.fail(FailureKind::Value, QStringLiteral("byte must be in range(0, 256)"));
    return m_bytes.contains(static_cast<char>(*byte));
}

bool BytesObject::equals(const Object &other) const
{
    const auto *bytes = dynamic_cast<const BytesObject *>(&other);
    return bytes && bytes->m_bytes == m_bytes;
}

const QByteArray &bytesIn(const Call &call)
{
    return call[0].as<BytesObject>()->bytes();
}

QByteArray bytesLike(const Runtime &runtime, const Value &value)
{
    const auto *bytes = value.as<BytesObject>();
    if (!bytes) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("a bytes-like object is required, not '%1'")
                         .arg(runtime.typeName(value)));
    }
    return bytes->bytes();
}

Value bytesOf(const QByteArray &bytes)
{
    return {Reference<Object>(make<BytesObject>(bytes))};
}

std::span<const FunctionRow> pythonEncodeMethods()
{
    return textRows;
}
std::span<const FunctionRow> pythonBytesMethods()
{
    return bytesRows;
}
std::span<const FunctionRow> pythonToBytesMethods()
{
    return integerRows;
}

} // namespace waymark::jinja
