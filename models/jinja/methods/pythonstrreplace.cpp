#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/textbuilder.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

Value replace(Call &call)
{
    Runtime &runtime = call.runtime();
    const auto arguments = argumentsBetween(call, 2, 3);
    for (size_t i = 0; i < 2; ++i) {
        if (!arguments[i].isText()) {
            const auto message = QStringLiteral("replace() argument %1 must be str, not %2");
            runtime.fail(FailureKind::Type, message.arg(i + 1).arg(runtime.typeName(arguments[i])));
        }
    }
    const qint64 count = arguments.size() > 2 ? asIndex(runtime, arguments[2]) : -1;
    return pythonReplaced(runtime, call[0], forReceiver(runtime, call[0], arguments[0]),
                          forReceiver(runtime, call[0], arguments[1]), count);
}

template<StripEnds ends>
Value strip(Call &call)
{
    Runtime &runtime = call.runtime();
    const auto arguments = argumentsBetween(call, 0, 1);
    const QString &text = call[0].text();
    runtime.chargeText(text.size());
    TextSpan span;
    if (arguments.empty() || arguments[0].isNone()) {
        span = pythonStripped(text, ends);
    } else if (!arguments[0].isText()) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("%1 arg must be None or str").arg(methodName(call)));
    } else {
        span = pythonStripped(text, ends, forReceiver(runtime, call[0], arguments[0]).text());
    }
    return partOf(runtime, call[0], span.start, span.length);
}

template<bool isPrefix>
Value removeAffix(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value &given = oneArgument(call);
    if (!given.isText()) {
        const auto message = QStringLiteral("%1() argument must be str, not %2");
        runtime.fail(FailureKind::Type, message.arg(methodName(call), runtime.typeName(given)));
    }
    const QString affix = forReceiver(runtime, call[0], given).text();
    const QString &text = call[0].text();
    const bool isThere = isPrefix ? text.startsWith(affix) : text.endsWith(affix);
    const qsizetype length = text.size() - (isThere ? affix.size() : 0);
    return runtime.tagged(partOf(runtime, call[0], isPrefix ? text.size() - length : 0, length),
                          runtime.deepTags(given));
}

constexpr FunctionRow rows[] = {
    {u"lstrip", "str.lstrip(self, *args, **kwargs)", strip<StripEnds::Left>, Flow::Own},
    {u"removeprefix", "str.removeprefix(self, *args, **kwargs)", removeAffix<true>, Flow::Own},
    {u"removesuffix", "str.removesuffix(self, *args, **kwargs)", removeAffix<false>, Flow::Own},
    {u"replace", "str.replace(self, *args, **kwargs)", replace, Flow::Own},
    {u"rstrip", "str.rstrip(self, *args, **kwargs)", strip<StripEnds::Right>, Flow::Own},
    {u"strip", "str.strip(self, *args, **kwargs)", strip<StripEnds::Both>, Flow::Own},
};

} // namespace

std::span<const FunctionRow> pythonReplaceMethods()
{
    return rows;
}

Value forReceiver(Runtime &runtime, const Value &receiver, const Value &value)
{
    return receiver.isMarkup() ? runtime.escaped(value) : value;
}

Value partOf(Runtime &runtime, const Value &text, qsizetype start, qsizetype length)
{
    if (start == 0 && length == text.text().size())
        return text;
    TextBuilder out(runtime);
    out.appendPart(text, start, length);
    return out.take(text.isMarkup());
}

Value pythonReplaced(Runtime &runtime, const Value &text, const Value &old,
                     const Value &replacement, qint64 count)
{
    const QStringView source = text.text();
    const QStringView wanted = old.text();
    runtime.chargeText(source.size());
    TextBuilder out(runtime);
    out.reserve(source.size());
    qsizetype at = 0;
    qsizetype from = 0; // of the next search
    for (; count != 0; --count) {
        const qsizetype next = wanted.isEmpty() ? from : source.indexOf(wanted, from);
        if (next < 0 || next > source.size())
            break;
        runtime.charge(1);
        out.appendPart(text, at, next - at);
        out.append(replacement);
        at = next + wanted.size();
        from
            = wanted.isEmpty() ? next + std::max<qsizetype>(unitOf(source.sliced(next), 1), 1) : at;
    }
    out.appendPart(text, at, source.size() - at);
    return runtime.tagged(out.take(text.isMarkup()), runtime.deepTags(old));
}

} // namespace waymark::jinja
