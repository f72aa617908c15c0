#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonbytecharacters.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythonfamilies.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

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

constexpr FunctionRow rows[] = {
    {u"isalnum", "bytes.isalnum(self, *args, **kwargs)", allBytesAre<isAlnumByte>},
    {u"isalpha", "bytes.isalpha(self, *args, **kwargs)", allBytesAre<isLetterByte>},
    {u"isascii", "bytes.isascii(self, *args, **kwargs)", areAscii},
    {u"isdigit", "bytes.isdigit(self, *args, **kwargs)", allBytesAre<isDigitByte>},
    {u"islower", "bytes.islower(self, *args, **kwargs)", areOfCase<isSmallByte, isBigByte>},
    {u"isspace", "bytes.isspace(self, *args, **kwargs)", allBytesAre<isByteSpace>},
    {u"istitle", "bytes.istitle(self, *args, **kwargs)", areTitle},
    {u"isupper", "bytes.isupper(self, *args, **kwargs)", areOfCase<isBigByte, isSmallByte>},
};

} // namespace

std::span<const FunctionRow> pythonBytesKindMethods()
{
    return rows;
}

} // namespace waymark::jinja
