#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonbytecharacters.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/runtime.h"

namespace waymark::jinja {
namespace {

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
    {u"join", "bytes.join(self, *args, **kwargs)", joinBytes},
    {u"lstrip", "bytes.lstrip(self, *args, **kwargs)", stripBytes<StripEnds::Left>},
    {u"removeprefix", "bytes.removeprefix(self, *args, **kwargs)", removeByteAffix<true>},
    {u"removesuffix", "bytes.removesuffix(self, *args, **kwargs)", removeByteAffix<false>},
    {u"replace", "bytes.replace(self, *args, **kwargs)", replaceBytes},
    {u"rstrip", "bytes.rstrip(self, *args, **kwargs)", stripBytes<StripEnds::Right>},
    {u"strip", "bytes.strip(self, *args, **kwargs)", stripBytes<StripEnds::Both>},
};

} // namespace

std::span<const FunctionRow> pythonBytesEditMethods()
{
    return rows;
}

} // namespace waymark::jinja
