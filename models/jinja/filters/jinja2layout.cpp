#include "models/jinja/dialect.h"
#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/filters/jinja2wrap.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/textbuilder.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace waymark::jinja {
namespace {

constexpr qint64 defaultLeeway = 5; // policies["truncate.leeway"]

Value center(Call &call)
{
    static const TextMethod method(u"center");
    return method(call.runtime(), softText(call.runtime(), call[0]), {call[1]});
}

[[noreturn]] void failIndent(Runtime &runtime, const Value &value)
{
    if (value.is(Value::Type::List))
        failAttribute(runtime, value, QStringLiteral("splitlines"));
    if (value.isUndefined())
        runtime.failUndefined(value);
    if (value.is(Value::Type::Tuple))
        runtime.fail(FailureKind::Type,
                     QStringLiteral("can only concatenate tuple (not \"str\") to tuple"));
    if (value.as<BytesObject>())
        runtime.fail(FailureKind::Type, QStringLiteral("can't concat str to bytes"));
    const auto message = QStringLiteral("unsupported operand type(s) for +=: '%1' and 'str'");
    runtime.fail(FailureKind::Type, message.arg(runtime.typeName(value)));
}

QString indentionOf(Runtime &runtime, const Value &width)
{
    if (width.isText())
        return width.text();
    if (!width.isIntegral()) {
        const auto message = QStringLiteral("can't multiply sequence by non-int of type '%1'");
        runtime.fail(FailureKind::Type, message.arg(runtime.typeName(width)));
    }
    const qint64 count = std::max<qint64>(asIndex(runtime, width), 0);
    runtime.chargeText(count);
    return QString(count, u' ');
}

Value indent(Call &call)
{
    Runtime &runtime = call.runtime();
    const QString indention = indentionOf(runtime, call[1]);
    if (!call[0].isText())
        failIndent(runtime, call[0]);
    const bool indentsFirst = call.truthy(2);
    const bool indentsBlank = call.truthy(3);
    const Tags tags = runtime.deepTags(call[1]);
    TextBuilder out(runtime);
    bool isFirst = true;
    for (const TextSpan &line : pythonLines(call[0].text() + u'\n')) {
        if (!isFirst && call[0].text()[line.start - 1] == u'\n')
            out.appendPart(call[0], line.start - 1, 1);
        else if (!isFirst)
            out.append(QStringLiteral("\n"), runtime.shallowTags(call[0]));
        if (isFirst ? indentsFirst : indentsBlank || line.length > 0)
            out.append(indention, tags);
        out.appendPart(call[0], line.start, line.length);
        isFirst = false;
    }
    const Tags flags = runtime.isTracking()
        ? runtime.tagTable().united(runtime.deepTags(call[2]), runtime.deepTags(call[3]))
        : 0;
    return runtime.tagged(out.take(call[0].isMarkup()), flags);
}

qint64 lengthOf(Runtime &runtime, const Value &value)
{
    const auto length = runtime.length(value);
    if (!length)
        failLength(runtime, value);
    return *length;
}

/// The assertions of do_truncate().
void checkTruncation(Runtime &runtime, const Value &length, const Value &leeway, qint64 endLength)
{
    if (!runtime.compare(Comparison::GreaterOrEqual, length, Value(endLength))) {
        const auto message = QStringLiteral("expected length >= %1, got %2");
        runtime.fail(FailureKind::Value, message.arg(endLength).arg(runtime.text(length)));
    }
    if (!runtime.compare(Comparison::GreaterOrEqual, leeway, Value(0))) {
        runtime.fail(FailureKind::Value,
                     QStringLiteral("expected leeway >= 0, got %1").arg(runtime.text(leeway)));
    }
}

Value truncate(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value &end = call[3];
    const Value leeway = call[4].isNone() ? Value(defaultLeeway) : call[4];
    const qint64 endLength = lengthOf(runtime, end);
    checkTruncation(runtime, call[1], leeway, endLength);
    const Value size(lengthOf(runtime, call[0]));
    if (runtime.compare(Comparison::LessOrEqual, size, runtime.add(call[1], leeway)))
        return runtime.tagged(call[0], runtime.deepTags(call[1]));
    if (!call[0].isText()) {
        const auto message = QStringLiteral("'%1' object cannot be truncated");
        runtime.fail(FailureKind::Type, message.arg(runtime.typeName(call[0])));
    }
    const bool isMarkup = call[0].isMarkup() || end.isMarkup();
    const QStringView text = call[0].text();
    qsizetype kept = unitOf(text, asSliceBound(runtime, call[1], 0) - endLength);
    if (const qsizetype blank = text.first(kept).lastIndexOf(u' '); blank >= 0 && !call.truthy(2))
        kept = blank;
    TextBuilder out(runtime);
    const Value start = partOf(runtime, call[0], 0, kept);
    out.append(isMarkup ? runtime.escaped(start) : start);
    out.append(isMarkup ? runtime.escaped(end) : end);
    return runtime.tagged(out.take(isMarkup), runtime.deepTags(call[1]));
}

/// Python compares lengths with `width` only; a word of more than that is cut by it.
void setWidth(Runtime &runtime, WrapOptions &options, const Value &width)
{
    constexpr qint64 widest = std::numeric_limits<qint64>::max() / 4;
    options.isReal = width.is(Value::Type::Float);
    if (options.isReal && std::isnan(width.real()))
        runtime.fail(FailureKind::Limit, QStringLiteral("lines of no width never end"));
    if (options.isReal)
        options.width
            = static_cast<qint64>(std::floor(std::min(width.real(), static_cast<double>(widest))));
    else if (width.is(Value::Type::BigInt))
        options.width = widest;
    else
        options.width = asIndex(runtime, width);
}

Value wordWrap(Call &call)
{
    static const TextMethod join(u"join");
    Runtime &runtime = call.runtime();
    if (!call[0].isText())
        failAttribute(runtime, call[0], QStringLiteral("splitlines"));
    const Value separator = call[3].isNone() ? Value(runtime.options().newlineSequence) : call[3];
    if (!separator.isText())
        failAttribute(runtime, separator, QStringLiteral("join"));
    WrapOptions options{.breaksLongWords = call.truthy(2), .breaksOnHyphens = call.truthy(4)};
    std::vector<Value> paragraphs;
    for (const TextSpan &line : pythonLines(call[0].text())) {
        if (runtime.compare(Comparison::LessOrEqual, call[1], Value(0))) {
            const auto message = QStringLiteral("invalid width %1 (must be > 0)");
            runtime.fail(FailureKind::Value, message.arg(runtime.repr(call[1])));
        }
        setWidth(runtime, options, call[1]);
        std::vector<Value> lines;
        for (const QString &part :
             wrapped(runtime, QStringView(call[0].text()).sliced(line.start, line.length), options))
            lines.emplace_back(part);
        paragraphs.push_back(join(runtime, separator, {listOf(std::move(lines))}));
    }
    return join(runtime, separator, {listOf(std::move(paragraphs))});
}

constexpr FunctionRow rows[] = {
    {u"center", "do_center(value, width=80)", center, Flow::Own},
    {u"indent", "do_indent(s, width=4, first=False, blank=False)", indent, Flow::Own},
    {u"truncate", "do_truncate(&env, s, length=255, killwords=False, end='...', leeway=None)",
     truncate, Flow::Own},
    {u"wordwrap",
     "do_wordwrap(&env, s, width=79, break_long_words=True, wrapstring=None, "
     "break_on_hyphens=True)",
     wordWrap},
};

} // namespace

std::span<const FunctionRow> jinja2LayoutFilters()
{
    return rows;
}

} // namespace waymark::jinja
