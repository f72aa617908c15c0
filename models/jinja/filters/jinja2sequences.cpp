#include "models/jinja/dialect.h"
#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/generator.h"
#include "models/jinja/itemcursor.h"
#include "models/jinja/methods/pythonbytes.h"
#include "models/jinja/methods/pythoncharacters.h"
#include "models/jinja/methods/pythondictview.h"
#include "models/jinja/methods/pythonfamilies.h"
#include "models/jinja/textbuilder.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

Value length(Call &call)
{
    onlyOneArgument(call);
    const auto length = call.runtime().length(call[0]);
    if (!length)
        failLength(call.runtime(), call[0]);
    return {qint64(*length)};
}

Value first(Call &call)
{
    ItemCursor cursor(call.runtime(), call[0]);
    const Value item = cursor.next(call.runtime());
    return item.isMissing()
        ? call.runtime().undefinedBecause(QStringLiteral("No first item, sequence was empty."))
        : item;
}

/// The items that reversed() gives, last first; nothing where it refuses `value`.
std::optional<Value> reversedItems(Runtime &runtime, const Value &value)
{
    if (const auto *view = value.as<DictView>())
        return view->reversed();
    const bool canReverse = value.isSequence() || value.isText() || value.is(Value::Type::Dict)
        || value.is(Value::Type::Range) || value.isUndefined() || value.as<BytesObject>();
    if (!canReverse)
        return std::nullopt;
    const QString type = value.is(Value::Type::List) ? QStringLiteral("list_reverseiterator")
        : value.is(Value::Type::Range)               ? QStringLiteral("range_iterator")
        : value.is(Value::Type::Dict)                ? QStringLiteral("dict_reversekeyiterator")
                                                     : QStringLiteral("reversed");
    if (value.is(Value::Type::Range)) {
        const auto next = [value, index = value.range().size()](Runtime &) mutable {
            return index > 0 ? Value(value.range().at(--index)) : Value();
        };
        return generator(next, type);
    }
    const auto next
        = [items = runtime.items(value), isMarkup = value.isMarkup()](Runtime &) mutable -> Value {
        if (items.empty())
            return {};
        Value item = std::move(items.back());
        items.pop_back();
        if (isMarkup) // reversed() takes them by Markup.__getitem__, iter() by str's
            item = Value::markup(item.text());
        return item;
    };
    return generator(next, type);
}

Value last(Call &call)
{
    Runtime &runtime = call.runtime();
    const auto reversed = reversedItems(runtime, call[0]);
    if (!reversed) {
        runtime.fail(
            FailureKind::Type,
            QStringLiteral("'%1' object is not reversible").arg(runtime.typeName(call[0])));
    }
    const Value item = reversed->object().next(runtime);
    return item.isMissing()
        ? runtime.undefinedBecause(QStringLiteral("No last item, sequence was empty."))
        : item;
}

Value reverse(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value &value = call[0];
    if (value.isText()) {
        runtime.chargeText(value.text().size());
        QList<uint> points = value.text().toUcs4();
        std::ranges::reverse(points);
        return call.like(QString::fromUcs4(reinterpret_cast<const char32_t *>(points.constData()),
                                           points.size()));
    }
    if (auto reversed = reversedItems(runtime, value))
        return *reversed;
    if (!runtime.isIterable(value))
        runtime.fail(FailureKind::Runtime, QStringLiteral("argument must be iterable"));
    std::vector<Value> items = runtime.items(value);
    std::ranges::reverse(items);
    return listOf(std::move(items));
}

Value list(Call &call)
{
    return listOf(call.runtime().items(call[0]));
}

Value random(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value &value = call[0];
    const auto length = runtime.length(value);
    if (!length)
        failLength(runtime, value);
    if (*length == 0)
        return runtime.undefinedBecause(QStringLiteral("No random item, sequence was empty."));
    const Value index(static_cast<qint64>(runtime.random(static_cast<quint64>(*length))));
    if (value.is(Value::Type::Dict)) {
        if (const Value *item = value.dict().find(index))
            return *item;
        runtime.fail(FailureKind::Key, runtime.repr(index));
    }
    if (value.is(Value::Type::Object)) {
        const auto message = QStringLiteral("'%1' object is not subscriptable");
        runtime.fail(FailureKind::Type, message.arg(runtime.typeName(value)));
    }
    return runtime.item(value, index);
}

Value join(Call &call)
{
    Runtime &runtime = call.runtime();
    const AttributeGetter attribute(call[2], false);
    std::vector<Value> items = runtime.items(call[0]);
    bool isMarkup = false;
    if (!call[2].isNone()) {
        for (Value &item : items)
            item = attribute.of(runtime, item);
    }
    const bool escapes = runtime.autoescapes();
    for (const Value &item : items)
        isMarkup = isMarkup || (escapes && item.isMarkup());
    isMarkup = isMarkup || (escapes && call[1].isMarkup());
    const Value separator = softText(runtime, call[1]);
    TextBuilder out(runtime);
    for (size_t i = 0; i < items.size(); ++i) {
        if (i > 0)
            out.append(isMarkup ? runtime.escaped(separator) : separator);
        out.append(isMarkup ? runtime.escaped(items[i]) : items[i]);
    }
    return runtime.tagged(out.take(isMarkup), runtime.shallowTags(call[0]));
}

constexpr FunctionRow rows[] = {
    {u"count", "len(/, *args, **kwargs)", length, Flow::Items},
    {u"first", "sync_do_first(&env, seq)", first, Flow::Items},
    {u"join", "sync_do_join(&env, value, d='', attribute=None)", join, Flow::Own},
    {u"last", "do_last(&env, seq)", last, Flow::Items},
    {u"length", "len(/, *args, **kwargs)", length, Flow::Items},
    {u"list", "sync_do_list(value)", list, Flow::Items},
    {u"random", "do_random(&env, seq)", random, Flow::Items},
    {u"reverse", "do_reverse(value)", reverse, Flow::Items},
};

} // namespace

std::span<const FunctionRow> jinja2SequenceFilters()
{
    return rows;
}

} // namespace waymark::jinja
