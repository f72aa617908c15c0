#include "models/jinja/extensions/registry.h"

#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonjson.h"

#include <QUuid>

namespace waymark::jinja {
namespace {

Value jsonify(Call &call)
{
    JsonStyle style{.sortsKeys = true};
    if (call[1].isText())
        style.indent = call[1].text();
    else if (!call[1].isNone())
        style.indent = jsonIndent(call.runtime(), call[1]);
    return {pythonJson(call.runtime(), call[0], style)};
}

/// Letters, and punctuation where it is wished for, from the render's seed.
Value randomText(Call &call)
{
    Runtime &runtime = call.runtime();
    QString alphabet = QStringLiteral("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");
    if (call.truthy(1))
        alphabet += QStringLiteral("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~");
    const qint64 length = std::max<qint64>(asIndex(runtime, call[0]), 0);
    runtime.chargeText(length);
    QString text;
    for (qint64 i = 0; i < length; ++i) {
        runtime.charge(1);
        const quint64 at = runtime.random(static_cast<quint64>(alphabet.size()));
        text += alphabet[static_cast<qsizetype>(at)];
    }
    return {text};
}

/// From the render's seed.
Value uuid4(Call &call)
{
    QByteArray bytes;
    for (int i = 0; i < 16; ++i)
        bytes += static_cast<char>(call.runtime().random(256));
    bytes[6] = static_cast<char>((bytes[6] & 0x0f) | 0x40);
    bytes[8] = static_cast<char>((bytes[8] & 0x3f) | 0x80);
    return {QUuid::fromRfc4122(bytes).toString(QUuid::WithoutBraces)};
}

constexpr FunctionRow jsonifyRows[] = {
    {u"jsonify", "jsonify(obj, indent=4)", jsonify},
};
constexpr FunctionRow randomRows[] = {
    {u"random_ascii_string", "random_ascii_string(length, punctuation=False)", randomText},
};
constexpr FunctionRow uuidRows[] = {
    {u"uuid4", "uuid4()", uuid4},
};

} // namespace

std::span<const FunctionRow> jsonifyFilters()
{
    return jsonifyRows;
}
std::span<const FunctionRow> randomTextFunctions()
{
    return randomRows;
}
std::span<const FunctionRow> uuidFunctions()
{
    return uuidRows;
}

} // namespace waymark::jinja
