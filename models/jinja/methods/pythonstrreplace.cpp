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

/// What a table of str.translate has for `c`; Missing: nothing.
Value translated(Call &call, const Value &table, char32_t c)
{
    Runtime &runtime = call.runtime();
    if (table.is(Value::Type::Dict)) {
        const Value *known = table.dict().find(Value(static_cast<qint64>(c)));
        return known ? *known : Value();
    }
    if (!table.isSequence() && !table.isText()) {
        const auto message = QStringLiteral("'%1' object is not subscriptable");
        runtime.fail(FailureKind::Type, message.arg(runtime.typeName(table)));
    }
    const auto length = runtime.length(table);
    return static_cast<qint64>(c) < length ? runtime.item(table, Value(static_cast<qint64>(c)))
                                           : Value();
}

Value translate(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value table = oneArgument(call);
    QString result;
    for (const char32_t c : CodePoints(call[0].text())) {
        runtime.charge(1);
        const Value to = translated(call, table, c);
        if (to.isMissing()) {
            result += codePointText(c);
        } else if (to.isText()) {
            runtime.chargeText(result.size() + to.text().size());
            result += to.text();
        } else if (to.isIntegral()) {
            const auto code = to.toInteger().toInt64();
            if (!code || *code < 0 || *code > 0x10ffff)
                runtime.fail(FailureKind::Value,
                             QStringLiteral("character mapping must be in range(0x110000)"));
            result += codePointText(static_cast<char32_t>(*code));
        } else if (!to.isNone()) {
            runtime.fail(FailureKind::Type,
                         QStringLiteral("character mapping must return integer, None or str"));
        }
    }
    return call.like(result);
}

Value tableFromDict(Runtime &runtime, const Value &given)
{
    if (!given.is(Value::Type::Dict)) {
        runtime.fail(
            FailureKind::Type,
            QStringLiteral("if you give only one argument to maketrans it must be a dict"));
    }
    auto table = make<DictData>();
    for (const DictData::Entry &entry : given.dict().entries()) {
        if (entry.key.isIntegral()) {
            table->insert(entry.key, entry.value);
            continue;
        }
        if (!entry.key.isText()) {
            runtime.fail(FailureKind::Type,
                         QStringLiteral("keys in translate table must be strings or integers"));
        }
        if (codePointCount(entry.key.text()) != 1) {
            runtime.fail(FailureKind::Value,
                         QStringLiteral("string keys in translate table must be of length 1"));
        }
        table->insert(Value(static_cast<qint64>(*CodePoints(entry.key.text()).begin())),
                      entry.value);
    }
    return {table};
}

Value makeTrans(Call &call)
{
    Runtime &runtime = call.runtime();
    const auto arguments = argumentsBetween(call, 1, 3);
    if (arguments.size() == 1)
        return tableFromDict(runtime, arguments[0]);
    static const QString messages[] = {
        QStringLiteral("first maketrans argument must be a string if there is a second argument"),
        QStringLiteral("maketrans() argument 2 must be str, not %1"),
        QStringLiteral("maketrans() argument 3 must be str, not %1"),
    };
    for (const size_t i :
         {size_t(1), size_t(2), size_t(0)}) { // the order in which CPython looks at them
        if (i >= arguments.size() || arguments[i].isText())
            continue;
        const QString type = runtime.typeName(arguments[i]);
        runtime.fail(FailureKind::Type, i == 0 ? messages[i] : messages[i].arg(type));
    }
    const QList<uint> from = arguments[0].text().toUcs4();
    const QList<uint> to = arguments[1].text().toUcs4();
    if (from.size() != to.size()) {
        runtime.fail(FailureKind::Value,
                     QStringLiteral("the first two maketrans arguments must have equal length"));
    }
    auto table = make<DictData>();
    for (qsizetype i = 0; i < from.size(); ++i)
        table->insert(Value(static_cast<qint64>(from[i])), Value(static_cast<qint64>(to[i])));
    if (arguments.size() > 2) {
        for (const char32_t c : CodePoints(arguments[2].text()))
            table->insert(Value(static_cast<qint64>(c)), Value::none());
    }
    return {table};
}

constexpr FunctionRow rows[] = {
    {u"lstrip", "str.lstrip(self, *args, **kwargs)", strip<StripEnds::Left>, Flow::Own},
    {u"maketrans", "str.maketrans(self, *args, **kwargs)", makeTrans},
    {u"removeprefix", "str.removeprefix(self, *args, **kwargs)", removeAffix<true>, Flow::Own},
    {u"removesuffix", "str.removesuffix(self, *args, **kwargs)", removeAffix<false>, Flow::Own},
    {u"replace", "str.replace(self, *args, **kwargs)", replace, Flow::Own},
    {u"rstrip", "str.rstrip(self, *args, **kwargs)", strip<StripEnds::Right>, Flow::Own},
    {u"strip", "str.strip(self, *args, **kwargs)", strip<StripEnds::Both>, Flow::Own},
    {u"translate", "str.translate(self, *args, **kwargs)", translate},
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

Value listOf(std::vector<Value> items)
{
    return Value::list(make<ListData>(std::move(items)));
}

Value tupleOf(std::vector<Value> items)
{
    return Value::tuple(make<ListData>(std::move(items)));
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
