#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/runtime.h"

namespace waymark::jinja {
namespace {

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

constexpr FunctionRow rows[] = {
    {u"maketrans", "bytes.maketrans(self, *args, **kwargs)", makeByteTable},
    {u"translate", "bytes.translate(self, *args, **kwargs)", translatedBytes},
};

} // namespace

std::span<const FunctionRow> pythonBytesTableMethods()
{
    return rows;
}

} // namespace waymark::jinja
