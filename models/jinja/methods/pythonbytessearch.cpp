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
    const auto span = lookedIn(call, arguments); // whose bounds are looked at first
    const QByteArray wanted = wantedBytes(call.runtime(), arguments[0]);
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
    const auto span = lookedIn(call, arguments); // whose bounds are looked at first
    const QByteArray wanted = wantedBytes(call.runtime(), arguments[0]);
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
    const Runtime &runtime = call.runtime();
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

constexpr FunctionRow rows[] = {
    {u"count", "bytes.count(self, *args, **kwargs)", countBytes},
    {u"endswith", "bytes.endswith(self, *args, **kwargs)", haveAffix<false>},
    {u"find", "bytes.find(self, *args, **kwargs)", findBytes<false>},
    {u"index", "bytes.index(self, *args, **kwargs)", indexOfBytes<false>},
    {u"rfind", "bytes.rfind(self, *args, **kwargs)", findBytes<true>},
    {u"rindex", "bytes.rindex(self, *args, **kwargs)", indexOfBytes<true>},
    {u"startswith", "bytes.startswith(self, *args, **kwargs)", haveAffix<true>},
};

} // namespace

std::span<const FunctionRow> pythonBytesSearchMethods()
{
    return rows;
}

} // namespace waymark::jinja
