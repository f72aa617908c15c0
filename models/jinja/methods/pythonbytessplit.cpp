#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonbytecharacters.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/runtime.h"

#include <algorithm>
#include <vector>

namespace waymark::jinja {
namespace {

using ByteSpans = std::vector<TextSpan>;

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
    const Runtime &runtime = call.runtime();
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

constexpr FunctionRow rows[] = {
    {u"partition", "bytes.partition(self, *args, **kwargs)", partitionBytes<false>},
    {u"rpartition", "bytes.rpartition(self, *args, **kwargs)", partitionBytes<true>},
    {u"rsplit", "bytes.rsplit(self, *args, **kwargs)", splitBytes<true>},
    {u"split", "bytes.split(self, *args, **kwargs)", splitBytes<false>},
    {u"splitlines", "bytes.splitlines(self, *args, **kwargs)", splitByteLines},
};

} // namespace

std::span<const FunctionRow> pythonBytesSplitMethods()
{
    return rows;
}

} // namespace waymark::jinja
