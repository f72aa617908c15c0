#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/runtime.h"

#include <algorithm>
#include <limits>
#include <optional>

namespace waymark::jinja {
namespace {

using ByteSpans = std::vector<TextSpan>;

/// What is looked for: bytes, or one as a number.
QByteArray wantedBytes(Runtime &runtime, const Value &value)
{
    if (const auto *bytes = value.as<BytesObject>())
        return bytes->bytes();
    if (!value.isIntegral()) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("argument should be integer or bytes-like object, not '%1'")
                         .arg(runtime.typeName(value)));
    }
    const auto byte = value.toInteger().toInt64();
    if (!byte || *byte < 0 || *byte > 255)
        runtime.fail(FailureKind::Value, QStringLiteral("byte must be in range(0, 256)"));
    return QByteArray(1, static_cast<char>(*byte));
}

/// The part that is looked in, by the arguments start and end; nothing: it begins behind its end.
std::optional<TextSpan> lookedIn(Call &call, std::span<const Value> arguments)
{
    const qint64 length = bytesIn(call).size();
    const auto bound = [&](size_t i, qint64 fallback) {
        return i < arguments.size() ? asSliceBound(call.runtime(), arguments[i], fallback)
                                    : fallback;
    };
    const qint64 given = bound(1, 0);
    const qint64 end = clampedBound(bound(2, std::numeric_limits<qint64>::max()), length);
    const qint64 start = given < 0 ? clampedBound(given, length) : given;
    call.runtime().chargeText(length);
    return start > end ? std::nullopt : std::optional(TextSpan{start, end - start});
}

qint64 placeOfBytes(Call &call, bool isLast)
{
    const auto arguments = parsedArguments(call, 1, 3);
    const QByteArray wanted = wantedBytes(call.runtime(), arguments[0]);
    const auto span = lookedIn(call, arguments);
    if (!span)
        return -1;
    const QByteArrayView part = QByteArrayView(bytesIn(call)).sliced(span->start, span->length);
    const qsizetype at = !isLast ? part.indexOf(wanted)
        : wanted.isEmpty()       ? part.size()
                                 : part.lastIndexOf(wanted);
    return at < 0 ? -1 : span->start + at;
}

template<bool isLast>
Value findBytes(Call &call)
{
    return {placeOfBytes(call, isLast)};
}

template<bool isLast>
Value indexOfBytes(Call &call)
{
    const qint64 at = placeOfBytes(call, isLast);
    if (at < 0)
        call.runtime().fail(FailureKind::Value, QStringLiteral("subsection not found"));
    return {at};
}

Value countBytes(Call &call)
{
    const auto arguments = parsedArguments(call, 1, 3);
    const QByteArray wanted = wantedBytes(call.runtime(), arguments[0]);
    const auto span = lookedIn(call, arguments);
    if (!span)
        return {0};
    const QByteArrayView part = QByteArrayView(bytesIn(call)).sliced(span->start, span->length);
    if (wanted.isEmpty())
        return {static_cast<qint64>(part.size()) + 1};
    qint64 count = 0;
    for (qsizetype at = part.indexOf(wanted); at >= 0;
         at = part.indexOf(wanted, at + wanted.size()))
        ++count;
    return {count};
}

template<bool atStart>
Value haveAffix(Call &call)
{
    Runtime &runtime = call.runtime();
    const auto arguments = parsedArguments(call, 1, 3);
    const auto span = lookedIn(call, arguments);
    const auto fits = [&](const QByteArray &affix) {
        const QByteArrayView part = span
            ? QByteArrayView(bytesIn(call)).sliced(span->start, span->length)
            : QByteArrayView();
        return span && (atStart ? part.startsWith(affix) : part.endsWith(affix));
    };
    const Value &wanted = arguments[0];
    if (wanted.is(Value::Type::Tuple)) {
        return {std::ranges::any_of(wanted.items().items, [&](const Value &affix) {
            return fits(bytesLike(runtime, affix));
        })};
    }
    const auto *affix = wanted.as<BytesObject>();
    if (!affix) {
        const auto message
            = QStringLiteral("%1 first arg must be bytes or a tuple of bytes, not %2");
        runtime.fail(FailureKind::Type, message.arg(methodName(call), runtime.typeName(wanted)));
    }
    return {fits(affix->bytes())};
}

template<StripEnds ends>
Value stripBytes(Call &call)
{
    const auto arguments = argumentsBetween(call, 0, 1);
    const bool isBlank = arguments.empty() || arguments[0].isNone();
    const QByteArray set = isBlank ? QByteArray() : bytesLike(call.runtime(), arguments[0]);
    const auto goes = [&](char byte) { return isBlank ? isByteSpace(byte) : set.contains(byte); };
    const QByteArray &bytes = bytesIn(call);
    qsizetype start = 0;
    qsizetype end = bytes.size();
    while (ends != StripEnds::Right && start < end && goes(bytes[start]))
        ++start;
    while (ends != StripEnds::Left && end > start && goes(bytes[end - 1]))
        --end;
    return bytesOf(bytes.sliced(start, end - start));
}

template<bool isPrefix>
Value removeByteAffix(Call &call)
{
    const QByteArray affix = bytesLike(call.runtime(), oneArgument(call));
    const QByteArray &bytes = bytesIn(call);
    if (isPrefix ? !bytes.startsWith(affix) : !bytes.endsWith(affix))
        return call[0];
    return bytesOf(isPrefix ? bytes.sliced(affix.size()) : bytes.chopped(affix.size()));
}

Value replaceBytes(Call &call)
{
    Runtime &runtime = call.runtime();
    const auto arguments = argumentsBetween(call, 2, 3);
    const QByteArray old = bytesLike(runtime, arguments[0]);
    const QByteArray made = bytesLike(runtime, arguments[1]);
    qint64 left = arguments.size() > 2 ? asIndex(runtime, arguments[2]) : -1;
    const QByteArray &bytes = bytesIn(call);
    QByteArray result;
    qsizetype at = 0;
    for (; left != 0; --left) {
        const qsizetype next = bytes.indexOf(old, at);
        if (next < 0 || (old.isEmpty() && at > bytes.size()))
            break;
        runtime.charge(1);
        runtime.chargeText(result.size() + made.size());
        result += QByteArrayView(bytes).sliced(at, next - at);
        result += made;
        at = next + old.size();
        if (!old.isEmpty())
            continue;
        if (at == bytes.size())
            return bytesOf(result);
        result += bytes[at++];
    }
    return bytesOf(result + bytes.sliced(at));
}

ByteSpans byteWords(QByteArrayView bytes, qint64 most)
{
    ByteSpans spans;
    qsizetype at = 0;
    for (;;) {
        while (at < bytes.size() && isByteSpace(bytes[at]))
            ++at;
        if (at >= bytes.size())
            return spans;
        const qsizetype start = at;
        if (most-- == 0) {
            spans.push_back({start, bytes.size() - start});
            return spans;
        }
        while (at < bytes.size() && !isByteSpace(bytes[at]))
            ++at;
        spans.push_back({start, at - start});
    }
}

ByteSpans byteParts(QByteArrayView bytes, QByteArrayView separator, qint64 most)
{
    ByteSpans spans;
    qsizetype start = 0;
    while (most-- != 0) {
        const qsizetype at = bytes.indexOf(separator, start);
        if (at < 0)
            break;
        spans.push_back({start, at - start});
        start = at + separator.size();
    }
    spans.push_back({start, bytes.size() - start});
    return spans;
}

/// The same from the right: of the bytes in the other order, put right again.
template<typename Split>
ByteSpans splitFromRight(const QByteArray &bytes, const Split &split)
{
    QByteArray mirrored = bytes;
    std::ranges::reverse(mirrored);
    ByteSpans spans = split(mirrored);
    for (TextSpan &span : spans)
        span.start = bytes.size() - span.start - span.length;
    std::ranges::reverse(spans);
    return spans;
}

ByteSpans byteLines(QByteArrayView bytes, bool keepsEnds)
{
    ByteSpans spans;
    qsizetype start = 0;
    while (start < bytes.size()) {
        qsizetype end = start;
        while (end < bytes.size() && bytes[end] != '\n' && bytes[end] != '\r')
            ++end;
        qsizetype next = std::min(end + 1, bytes.size());
        if (end + 1 < bytes.size() && bytes[end] == '\r' && bytes[end + 1] == '\n')
            ++next;
        spans.push_back({start, (keepsEnds ? next : end) - start});
        start = next;
    }
    return spans;
}

Value listOfBytes(Call &call, const ByteSpans &spans)
{
    call.runtime().chargeItems(static_cast<qsizetype>(spans.size()));
    std::vector<Value> items;
    items.reserve(spans.size());
    for (const TextSpan &span : spans)
        items.push_back(bytesOf(bytesIn(call).sliced(span.start, span.length)));
    return listOf(std::move(items));
}

template<bool isFromRight>
Value splitBytes(Call &call)
{
    Runtime &runtime = call.runtime();
    const auto arguments = namedArguments(call, {u"sep", u"maxsplit"});
    const qint64 most = arguments[1].isMissing() ? -1 : asIndex(runtime, arguments[1]);
    const bool isBlank = arguments[0].isMissing() || arguments[0].isNone();
    QByteArray separator = isBlank ? QByteArray() : bytesLike(runtime, arguments[0]);
    if (!isBlank && separator.isEmpty())
        runtime.fail(FailureKind::Value, QStringLiteral("empty separator"));
    if (isFromRight)
        std::ranges::reverse(separator);
    const auto split = [&](QByteArrayView bytes) {
        return isBlank ? byteWords(bytes, most) : byteParts(bytes, separator, most);
    };
    runtime.chargeText(bytesIn(call).size());
    return listOfBytes(call,
                       isFromRight ? splitFromRight(bytesIn(call), split) : split(bytesIn(call)));
}

Value splitByteLines(Call &call)
{
    const auto arguments = namedArguments(call, {u"keepends"});
    const bool keepsEnds = !arguments[0].isMissing() && asIndex(call.runtime(), arguments[0]) != 0;
    call.runtime().chargeText(bytesIn(call).size());
    return listOfBytes(call, byteLines(bytesIn(call), keepsEnds));
}

template<bool isFromRight>
Value partitionBytes(Call &call)
{
    Runtime &runtime = call.runtime();
    const QByteArray separator = bytesLike(runtime, oneArgument(call));
    if (separator.isEmpty())
        runtime.fail(FailureKind::Value, QStringLiteral("empty separator"));
    const QByteArray &bytes = bytesIn(call);
    const qsizetype at = isFromRight ? bytes.lastIndexOf(separator) : bytes.indexOf(separator);
    if (at < 0) {
        const Value none = bytesOf(QByteArray());
        return isFromRight ? tupleOf({none, none, call[0]}) : tupleOf({call[0], none, none});
    }
    return tupleOf({bytesOf(bytes.first(at)), bytesOf(separator),
                    bytesOf(bytes.sliced(at + separator.size()))});
}

Value joinBytes(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value &given = oneArgument(call);
    if (!runtime.isIterable(given) && !given.isUndefined())
        runtime.fail(FailureKind::Type, QStringLiteral("can only join an iterable"));
    QByteArray result;
    qsizetype index = 0;
    for (const Value &item : runtime.items(given)) {
        const auto *bytes = item.as<BytesObject>();
        if (!bytes) {
            const auto message
                = QStringLiteral("sequence item %1: expected a bytes-like object, %2 found");
            runtime.fail(FailureKind::Type, message.arg(index).arg(runtime.typeName(item)));
        }
        if (index++ > 0)
            result += bytesIn(call);
        runtime.chargeText(result.size() + bytes->bytes().size());
        result += bytes->bytes();
    }
    return bytesOf(result);
}

constexpr FunctionRow rows[] = {
    {u"count", "bytes.count(self, *args, **kwargs)", countBytes},
    {u"endswith", "bytes.endswith(self, *args, **kwargs)", haveAffix<false>},
    {u"find", "bytes.find(self, *args, **kwargs)", findBytes<false>},
    {u"index", "bytes.index(self, *args, **kwargs)", indexOfBytes<false>},
    {u"join", "bytes.join(self, *args, **kwargs)", joinBytes},
    {u"lstrip", "bytes.lstrip(self, *args, **kwargs)", stripBytes<StripEnds::Left>},
    {u"partition", "bytes.partition(self, *args, **kwargs)", partitionBytes<false>},
    {u"removeprefix", "bytes.removeprefix(self, *args, **kwargs)", removeByteAffix<true>},
    {u"removesuffix", "bytes.removesuffix(self, *args, **kwargs)", removeByteAffix<false>},
    {u"replace", "bytes.replace(self, *args, **kwargs)", replaceBytes},
    {u"rfind", "bytes.rfind(self, *args, **kwargs)", findBytes<true>},
    {u"rindex", "bytes.rindex(self, *args, **kwargs)", indexOfBytes<true>},
    {u"rpartition", "bytes.rpartition(self, *args, **kwargs)", partitionBytes<true>},
    {u"rsplit", "bytes.rsplit(self, *args, **kwargs)", splitBytes<true>},
    {u"rstrip", "bytes.rstrip(self, *args, **kwargs)", stripBytes<StripEnds::Right>},
    {u"split", "bytes.split(self, *args, **kwargs)", splitBytes<false>},
    {u"splitlines", "bytes.splitlines(self, *args, **kwargs)", splitByteLines},
    {u"startswith", "bytes.startswith(self, *args, **kwargs)", haveAffix<true>},
    {u"strip", "bytes.strip(self, *args, **kwargs)", stripBytes<StripEnds::Both>},
};

} // namespace

std::span<const FunctionRow> pythonBytesPartMethods()
{
    return rows;
}

} // namespace waymark::jinja
