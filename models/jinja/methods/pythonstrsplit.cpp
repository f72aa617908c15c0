#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/textbuilder.h"

#include <algorithm>
#include <limits>

namespace waymark::jinja {
namespace {

using Spans = std::vector<TextSpan>;

/// The words of `text`, at most `most` cuts; what is left over keeps its blanks.
Spans words(QStringView text, qint64 most)
{
    Spans spans;
    qsizetype at = 0;
    while (at < text.size()) {
        while (at < text.size() && isPythonSpace(text[at].unicode()))
            ++at;
        if (at >= text.size())
            break;
        if (most-- == 0) {
            spans.push_back({at, text.size() - at});
            break;
        }
        const qsizetype start = at;
        while (at < text.size() && !isPythonSpace(text[at].unicode()))
            ++at;
        spans.push_back({start, at - start});
    }
    return spans;
}

Spans wordsFromRight(QStringView text, qint64 most)
{
    Spans spans;
    qsizetype end = text.size();
    while (end > 0) {
        while (end > 0 && isPythonSpace(text[end - 1].unicode()))
            --end;
        if (end == 0)
            break;
        if (most-- == 0) {
            spans.push_back({0, end});
            break;
        }
        qsizetype start = end;
        while (start > 0 && !isPythonSpace(text[start - 1].unicode()))
            --start;
        spans.push_back({start, end - start});
        end = start;
    }
    std::ranges::reverse(spans);
    return spans;
}

Spans parts(QStringView text, QStringView separator, qint64 most)
{
    Spans spans;
    qsizetype start = 0;
    while (most-- != 0) {
        const qsizetype at = text.indexOf(separator, start);
        if (at < 0)
            break;
        spans.push_back({start, at - start});
        start = at + separator.size();
    }
    spans.push_back({start, text.size() - start});
    return spans;
}

Spans partsFromRight(QStringView text, QStringView separator, qint64 most)
{
    Spans spans;
    qsizetype end = text.size();
    while (most-- != 0) {
        const qsizetype at = text.first(end).lastIndexOf(separator, -1);
        if (at < 0)
            break;
        spans.push_back({at + separator.size(), end - at - separator.size()});
        end = at;
    }
    spans.push_back({0, end});
    std::ranges::reverse(spans);
    return spans;
}

Value listOfParts(Call &call, const Spans &spans)
{
    Runtime &runtime = call.runtime();
    runtime.chargeItems(static_cast<qsizetype>(spans.size()));
    std::vector<Value> items;
    items.reserve(spans.size());
    for (const TextSpan &span : spans)
        items.push_back(partOf(runtime, call[0], span.start, span.length));
    return runtime.withShape(listOf(std::move(items)), runtime.deepTags(call[0]));
}

template<bool fromRight>
Value split(Call &call)
{
    Runtime &runtime = call.runtime();
    const auto arguments = namedArguments(call, {u"sep", u"maxsplit"});
    const Value &separator = arguments[0];
    const qint64 most = arguments[1].isMissing() ? -1 : asIndex(runtime, arguments[1]);
    const QStringView text = call[0].text();
    runtime.chargeText(text.size());
    if (separator.isMissing() || separator.isNone())
        return listOfParts(call, fromRight ? wordsFromRight(text, most) : words(text, most));
    if (!separator.isText()) {
        const auto message = QStringLiteral("must be str or None, not %1");
        runtime.fail(FailureKind::Type, message.arg(runtime.typeName(separator)));
    }
    if (separator.text().isEmpty())
        runtime.fail(FailureKind::Value, QStringLiteral("empty separator"));
    const auto cut = fromRight ? partsFromRight : parts;
    return listOfParts(call, cut(text, separator.text(), most));
}

Value splitLines(Call &call)
{
    const auto arguments = namedArguments(call, {u"keepends"});
    const bool keepEnds = !arguments[0].isMissing() && asIndex(call.runtime(), arguments[0]) != 0;
    call.runtime().chargeText(call[0].text().size());
    return listOfParts(call, pythonLines(call[0].text(), keepEnds));
}

template<bool fromRight>
Value partition(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value &given = oneArgument(call);
    if (!given.isText()) {
        runtime.fail(FailureKind::Type,
                     QStringLiteral("must be str, not %1").arg(runtime.typeName(given)));
    }
    const QString separator = forReceiver(runtime, call[0], given).text();
    if (separator.isEmpty())
        runtime.fail(FailureKind::Value, QStringLiteral("empty separator"));
    const QStringView text = call[0].text();
    qsizetype at = fromRight ? text.lastIndexOf(separator, -1) : text.indexOf(separator);
    qsizetype length = separator.size();
    if (at < 0) {
        at = fromRight ? 0 : text.size();
        length = 0;
    }
    const Value result
        = tupleOf({partOf(runtime, call[0], 0, at), partOf(runtime, call[0], at, length),
                   partOf(runtime, call[0], at + length, text.size() - at - length)});
    return runtime.withShape(result, runtime.deepTags(given));
}

Value join(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value &given = oneArgument(call);
    if (!runtime.isIterable(given) && !given.isUndefined())
        runtime.fail(FailureKind::Type, QStringLiteral("can only join an iterable"));
    const bool isMarkup = call[0].isMarkup();
    TextBuilder out(runtime);
    qsizetype index = 0;
    for (const Value &item : runtime.items(given)) {
        if (!item.isText() && !isMarkup) {
            const auto message
                = QStringLiteral("sequence item %1: expected str instance, %2 found");
            runtime.fail(FailureKind::Type, message.arg(index).arg(runtime.typeName(item)));
        }
        if (index++ > 0)
            out.append(call[0]);
        out.append(isMarkup ? runtime.escaped(item) : item);
    }
    return runtime.tagged(out.take(isMarkup), runtime.shallowTags(given));
}

constexpr FunctionRow rows[] = {
    {u"join", "str.join(self, *args, **kwargs)", join, Flow::Own},
    {u"partition", "str.partition(self, *args, **kwargs)", partition<false>, Flow::Own},
    {u"rpartition", "str.rpartition(self, *args, **kwargs)", partition<true>, Flow::Own},
    {u"rsplit", "str.rsplit(self, *args, **kwargs)", split<true>, Flow::Items},
    {u"split", "str.split(self, *args, **kwargs)", split<false>, Flow::Items},
    {u"splitlines", "str.splitlines(self, *args, **kwargs)", splitLines, Flow::Items},
};

} // namespace

std::span<const FunctionRow> pythonSplitMethods()
{
    return rows;
}

} // namespace waymark::jinja
