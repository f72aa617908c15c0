#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/runtime.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

enum class PaddedSide : quint8 { Left, Right, Both };

char fillByte(const Call &call, std::span<const Value> arguments)
{
    if (arguments.size() < 2)
        return ' ';
    const auto *fill = arguments[1].as<BytesObject>();
    if (!fill || fill->bytes().size() != 1) {
        call.runtime().fail(
            FailureKind::Type,
            QStringLiteral("%1() argument 2 must be a byte string of length 1, not %2")
                .arg(methodName(call), call.runtime().typeName(arguments[1])));
    }
    return fill->bytes().front();
}

template<PaddedSide side>
Value paddedBytes(Call &call)
{
    const auto arguments = argumentsBetween(call, 1, 2);
    const qint64 width = asIndex(call.runtime(), arguments[0]);
    const char fill = fillByte(call, arguments);
    const qint64 missing = std::max<qint64>(width - bytesIn(call).size(), 0);
    const qint64 centred = missing / 2 + (missing & width & 1);
    const qint64 left = side == PaddedSide::Left ? missing : side == PaddedSide::Both ? centred : 0;
    call.runtime().chargeText(missing + bytesIn(call).size());
    return bytesOf(QByteArray(left, fill) + bytesIn(call) + QByteArray(missing - left, fill));
}

Value zeroFilledBytes(Call &call)
{
    const qint64 width = asIndex(call.runtime(), oneArgument(call));
    const QByteArray &bytes = bytesIn(call);
    const qint64 missing = std::max<qint64>(width - bytes.size(), 0);
    call.runtime().chargeText(missing + bytes.size());
    const qsizetype sign = bytes.startsWith('+') || bytes.startsWith('-') ? 1 : 0;
    return bytesOf(bytes.first(sign) + QByteArray(missing, '0') + bytes.sliced(sign));
}

Value expandByteTabs(Call &call)
{
    const auto arguments = namedArguments(call, {u"tabsize"});
    const qint64 size = arguments[0].isMissing() ? 8 : asIndex(call.runtime(), arguments[0]);
    QByteArray result;
    qint64 column = 0;
    for (const char byte : bytesIn(call)) {
        if (byte != '\t') {
            column = byte == '\n' || byte == '\r' ? 0 : column + 1;
            result += byte;
            continue;
        }
        const qint64 blanks = size > 0 ? size - column % size : 0;
        call.runtime().chargeText(result.size() + blanks);
        result += QByteArray(blanks, ' ');
        column += blanks;
    }
    return bytesOf(result);
}

constexpr FunctionRow rows[] = {
    {u"center", "bytes.center(self, *args, **kwargs)", paddedBytes<PaddedSide::Both>},
    {u"expandtabs", "bytes.expandtabs(self, *args, **kwargs)", expandByteTabs},
    {u"ljust", "bytes.ljust(self, *args, **kwargs)", paddedBytes<PaddedSide::Right>},
    {u"rjust", "bytes.rjust(self, *args, **kwargs)", paddedBytes<PaddedSide::Left>},
    {u"zfill", "bytes.zfill(self, *args, **kwargs)", zeroFilledBytes},
};

} // namespace

std::span<const FunctionRow> pythonBytesPaddingMethods()
{
    return rows;
}

} // namespace waymark::jinja
