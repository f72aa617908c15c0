#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/runtime.h"

#include <algorithm>
#include <cstdlib>
#include <utility>

namespace waymark::jinja {
namespace {

constexpr bool isSmallByte(char byte)
{
    return byte >= 'a' && byte <= 'z';
}
constexpr bool isBigByte(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}
constexpr bool isLetterByte(char byte)
{
    return isSmallByte(byte) || isBigByte(byte);
}
constexpr bool isDigitByte(char byte)
{
    return byte >= '0' && byte <= '9';
}
constexpr bool isAlnumByte(char byte)
{
    return isLetterByte(byte) || isDigitByte(byte);
}
constexpr char smallByte(char byte)
{
    return isBigByte(byte) ? static_cast<char>(byte + ('a' - 'A')) : byte;
}
constexpr char bigByte(char byte)
{
    return isSmallByte(byte) ? static_cast<char>(byte - ('a' - 'A')) : byte;
}

/// `change` of each byte and the one before it.
template<typename Change>
Value changedBytes(Call &call, Change change)
{
    noArguments(call);
    QByteArray result = bytesIn(call);
    call.runtime().chargeText(result.size());
    char before = ' ';
    for (char &byte : result)
        byte = change(byte, std::exchange(before, byte));
    return bytesOf(result);
}

Value lowerBytes(Call &call)
{
    return changedBytes(call, [](char byte, char) { return smallByte(byte); });
}

Value upperBytes(Call &call)
{
    return changedBytes(call, [](char byte, char) { return bigByte(byte); });
}

Value swapBytes(Call &call)
{
    return changedBytes(
        call, [](char byte, char) { return isBigByte(byte) ? smallByte(byte) : bigByte(byte); });
}

Value titleBytes(Call &call)
{
    return changedBytes(call, [](char byte, char before) {
        return isLetterByte(before) ? smallByte(byte) : bigByte(byte);
    });
}

Value capitalizeBytes(Call &call)
{
    return changedBytes(call, [isFirst = true](char byte, char) mutable {
        return std::exchange(isFirst, false) ? bigByte(byte) : smallByte(byte);
    });
}

template<bool (*belongs)(char)>
Value allBytesAre(Call &call)
{
    noArguments(call);
    return {!bytesIn(call).isEmpty() && std::ranges::all_of(bytesIn(call), belongs)};
}

Value areAscii(Call &call)
{
    noArguments(call);
    return {std::ranges::all_of(bytesIn(call),
                                [](char byte) { return static_cast<quint8>(byte) < 0x80; })};
}

template<bool (*belongs)(char), bool (*isForeign)(char)>
Value areOfCase(Call &call)
{
    noArguments(call);
    return {std::ranges::any_of(bytesIn(call), belongs)
            && std::ranges::none_of(bytesIn(call), isForeign)};
}

Value areTitle(Call &call)
{
    noArguments(call);
    bool isCased = false;
    char before = ' ';
    for (const char byte : bytesIn(call)) {
        if (isLetterByte(before) ? isBigByte(byte) : isSmallByte(byte))
            return {false};
        isCased = isCased || isLetterByte(byte);
        before = byte;
    }
    return {isCased};
}

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

Value makeByteTable(Call &call)
{
    const auto arguments = argumentsBetween(call, 2, 2);
    const QByteArray from = bytesLike(call.runtime(), arguments[0]);
    const QByteArray to = bytesLike(call.runtime(), arguments[1]);
    if (from.size() != to.size())
        call.runtime().fail(FailureKind::Value,
                            QStringLiteral("maketrans arguments must have same length"));
    QByteArray table(256, '\0');
    for (int i = 0; i < 256; ++i)
        table[i] = static_cast<char>(i);
    for (qsizetype i = 0; i < from.size(); ++i)
        table[static_cast<quint8>(from[i])] = to[i];
    return bytesOf(table);
}

Value translatedBytes(Call &call)
{
    Runtime &runtime = call.runtime();
    const auto arguments = namedArguments(call, {u"", u"delete"});
    if (arguments[0].isMissing()) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("translate() takes at least 1 positional argument (0 given)"));
    }
    const bool hasTable = !arguments[0].isNone();
    const QByteArray table = hasTable ? bytesLike(runtime, arguments[0]) : QByteArray();
    if (hasTable && table.size() != 256)
        runtime.fail(FailureKind::Value,
                     QStringLiteral("translation table must be 256 characters long"));
    const QByteArray removed
        = arguments[1].isMissing() ? QByteArray() : bytesLike(runtime, arguments[1]);
    runtime.chargeText(bytesIn(call).size());
    QByteArray result;
    for (const char byte : bytesIn(call)) {
        if (!removed.contains(byte))
            result += hasTable ? table[static_cast<quint8>(byte)] : byte;
    }
    return bytesOf(result);
}

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
    {u"capitalize", "bytes.capitalize(self, *args, **kwargs)", capitalizeBytes},
    {u"center", "bytes.center(self, *args, **kwargs)", paddedBytes<PaddedSide::Both>},
    {u"expandtabs", "bytes.expandtabs(self, *args, **kwargs)", expandByteTabs},
    {u"fromhex", "bytes.fromhex(self, *args, **kwargs)", bytesFromHex},
    {u"hex", "bytes.hex(self, *args, **kwargs)", hexOfBytes},
    {u"isalnum", "bytes.isalnum(self, *args, **kwargs)", allBytesAre<isAlnumByte>},
    {u"isalpha", "bytes.isalpha(self, *args, **kwargs)", allBytesAre<isLetterByte>},
    {u"isascii", "bytes.isascii(self, *args, **kwargs)", areAscii},
    {u"isdigit", "bytes.isdigit(self, *args, **kwargs)", allBytesAre<isDigitByte>},
    {u"islower", "bytes.islower(self, *args, **kwargs)", areOfCase<isSmallByte, isBigByte>},
    {u"isspace", "bytes.isspace(self, *args, **kwargs)", allBytesAre<isByteSpace>},
    {u"istitle", "bytes.istitle(self, *args, **kwargs)", areTitle},
    {u"isupper", "bytes.isupper(self, *args, **kwargs)", areOfCase<isBigByte, isSmallByte>},
    {u"ljust", "bytes.ljust(self, *args, **kwargs)", paddedBytes<PaddedSide::Right>},
    {u"lower", "bytes.lower(self, *args, **kwargs)", lowerBytes},
    {u"maketrans", "bytes.maketrans(self, *args, **kwargs)", makeByteTable},
    {u"rjust", "bytes.rjust(self, *args, **kwargs)", paddedBytes<PaddedSide::Left>},
    {u"swapcase", "bytes.swapcase(self, *args, **kwargs)", swapBytes},
    {u"title", "bytes.title(self, *args, **kwargs)", titleBytes},
    {u"translate", "bytes.translate(self, *args, **kwargs)", translatedBytes},
    {u"upper", "bytes.upper(self, *args, **kwargs)", upperBytes},
    {u"zfill", "bytes.zfill(self, *args, **kwargs)", zeroFilledBytes},
};

} // namespace

bool isByteSpace(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

std::span<const FunctionRow> pythonBytesTextMethods()
{
    return rows;
}

} // namespace waymark::jinja
