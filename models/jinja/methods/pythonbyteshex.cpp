#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonbytecharacters.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/runtime.h"

#include <algorithm>
#include <cstdlib>

namespace waymark::jinja {
namespace {

int hexDigit(QChar c)
{
    const int code = c.unicode();
    const int lower = code | 0x20;
    return code >= '0' && code <= '9'  ? code - '0'
        : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10
                                       : -1;
}

Value bytesFromHex(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value &given = oneArgument(call);
    if (!given.isText()) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("fromhex() argument must be str, not %1")
                         .arg(given.isNone() ? QStringLiteral("None") : runtime.typeName(given)));
    }
    const QString &text = given.text();
    runtime.chargeText(text.size());
    const auto digitAt = [&](qsizetype at) {
        const int digit = at < text.size() ? hexDigit(text[at]) : -1;
        if (digit < 0) {
            const auto message
                = QStringLiteral("non-hexadecimal number found in fromhex() arg at position %1");
            runtime.fail(FailureKind::Value, message.arg(at));
        }
        return digit;
    };
    QByteArray result;
    for (qsizetype at = 0; at < text.size(); ++at) {
        if (text[at].unicode() < 0x80 && isByteSpace(static_cast<char>(text[at].unicode())))
            continue;
        const int high = digitAt(at);
        ++at;
        result += static_cast<char>(high * 16 + digitAt(at));
    }
    return bytesOf(result);
}

/// The one character between the groups of hex().
QChar separatorOf(Runtime &runtime, const Value &value)
{
    const auto length = runtime.length(value);
    if (!length) {
        runtime.fail(
            FailureKind::Type,
            QStringLiteral("object of type '%1' has no len()").arg(runtime.typeName(value)));
    }
    if (*length != 1)
        runtime.fail(FailureKind::Value, QStringLiteral("sep must be length 1."));
    const auto *bytes = value.as<BytesObject>();
    if (!bytes && !value.isText())
        runtime.fail(FailureKind::Type, QStringLiteral("sep must be str or bytes."));
    const QChar separator
        = bytes ? QChar(QLatin1Char(bytes->bytes().front())) : value.text().front();
    if (separator.unicode() >= 0x80)
        runtime.fail(FailureKind::Value, QStringLiteral("sep must be ASCII."));
    return separator;
}

Value hexOfBytes(Call &call)
{
    Runtime &runtime = call.runtime();
    const auto given = namedArguments(call, {u"sep", u"bytes_per_sep"});
    const qint64 group = given[1].isMissing() ? 1 : asIndex(runtime, given[1]);
    const QString digits = QString::fromLatin1(bytesIn(call).toHex());
    runtime.chargeText(digits.size());
    if (given[0].isMissing())
        return {digits};
    const QChar separator = separatorOf(runtime, given[0]);
    const qint64 count = bytesIn(call).size();
    const qint64 size = std::min<qint64>(std::abs(std::max(group, -count)), count);
    if (size == 0)
        return {digits};
    QString result;
    for (qint64 i = 0; i < count; ++i) {
        const qint64 before = group > 0 ? count - i : i; // groups are counted from that side
        if (i > 0 && before % size == 0)
            result += separator;
        result += QStringView(digits).sliced(i * 2, 2);
    }
    return {result};
}

constexpr FunctionRow rows[] = {
    {u"fromhex", "bytes.fromhex(self, *args, **kwargs)", bytesFromHex},
    {u"hex", "bytes.hex(self, *args, **kwargs)", hexOfBytes},
};

} // namespace

std::span<const FunctionRow> pythonBytesHexMethods()
{
    return rows;
}

} // namespace waymark::jinja
