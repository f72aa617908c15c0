#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonbytecharacters.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/runtime.h"

#include <utility>

namespace waymark::jinja {
namespace {

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

constexpr FunctionRow rows[] = {
    {u"capitalize", "bytes.capitalize(self, *args, **kwargs)", capitalizeBytes},
    {u"lower", "bytes.lower(self, *args, **kwargs)", lowerBytes},
    {u"swapcase", "bytes.swapcase(self, *args, **kwargs)", swapBytes},
    {u"title", "bytes.title(self, *args, **kwargs)", titleBytes},
    {u"upper", "bytes.upper(self, *args, **kwargs)", upperBytes},
};

} // namespace

std::span<const FunctionRow> pythonBytesCaseMethods()
{
    return rows;
}

} // namespace waymark::jinja
