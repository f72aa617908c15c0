#include "models/jinja/extensions/registry.h"
#include "models/jinja/methods/pythonfamilies.h"

#include <QHash>

#include <algorithm>

namespace waymark::jinja {
namespace {

/// What Ansible's comment filter writes around and before the lines of a text.
struct CommentStyle
{
    QString beginning = {};
    QString prefix = {};
    qint64 prefixCount = 1;
    QString decoration = {};
    QString postfix = {};
    qint64 postfixCount = 1;
    QString end = {};
    QString newline = QStringLiteral("\n");
};

QString withoutBlanksBehind(QString text)
{
    while (!text.isEmpty() && text.back().isSpace())
        text.chop(1);
    return text;
}

CommentStyle styleNamed(Call &call, const QString &name)
{
    struct Row
    {
        QStringView name, beginning, decoration, end;
    };
    static constexpr Row rows[] = {
        {u"plain", u"", u"# ", u""},       {u"erlang", u"", u"% ", u""},
        {u"c", u"", u"// ", u""},          {u"cblock", u"/*", u" * ", u" */"},
        {u"xml", u"<!--", u" - ", u"-->"},
    };
    const auto row = std::ranges::find(rows, QStringView(name), &Row::name);
    if (row == std::end(rows))
        call.runtime().fail(FailureKind::Key, QStringLiteral("'%1'").arg(name));
    CommentStyle style;
    style.beginning = row->beginning.toString();
    style.decoration = row->decoration.toString();
    style.end = row->end.toString();
    return style;
}

CommentStyle styleOf(Call &call)
{
    Runtime &runtime = call.runtime();
    CommentStyle style = styleNamed(call, call.text(1));
    for (const auto &[name, value] : call.keywords()) {
        if (name == u"decoration")
            style.decoration = runtime.text(value);
    }
    style.prefix = style.postfix = withoutBlanksBehind(style.decoration);
    const std::pair<QStringView, QString *> texts[] = {
        {u"beginning", &style.beginning}, {u"prefix", &style.prefix},
        {u"postfix", &style.postfix},     {u"end", &style.end},
        {u"newline", &style.newline},
    };
    const std::pair<QStringView, qint64 *> counts[] = {
        {u"prefix_count", &style.prefixCount},
        {u"postfix_count", &style.postfixCount},
    };
    for (const auto &[name, value] : call.keywords()) {
        for (const auto &[known, text] : texts) {
            if (known == name)
                *text = runtime.text(value);
        }
        for (const auto &[known, count] : counts) {
            if (known == name && value.isIntegral())
                *count = std::clamp<qint64>(value.toInteger().toInt64().value_or(0), 0, 1000);
        }
    }
    return style;
}

Value comment(Call &call)
{
    const CommentStyle style = styleOf(call);
    QString text = call.text(0);
    call.runtime().chargeText(text.size() * (style.decoration.size() + 1));
    QString result;
    if (!style.beginning.isEmpty())
        result += style.beginning + style.newline;
    if (!style.prefix.isEmpty()) {
        const QString line
            = style.prefix == style.newline ? style.newline : style.prefix + style.newline;
        result += line.repeated(style.prefixCount);
    }
    QString body = style.decoration + text.replace(style.newline, style.newline + style.decoration);
    body.replace(style.decoration + style.newline,
                 withoutBlanksBehind(style.decoration) + style.newline);
    result += body;
    result += (style.newline + style.postfix).repeated(style.postfixCount);
    if (!style.end.isEmpty())
        result += style.newline + style.end;
    return {result};
}

std::vector<Value> elementsOf(Call &call)
{
    if (call[0].is(Value::Type::List))
        return call[0].items().items;
    if (!call[0].is(Value::Type::Dict))
        call.runtime().fail(FailureKind::Runtime,
                            QStringLiteral("obj must be a list of dicts or a nested dict"));
    std::vector<Value> elements;
    for (const DictData::Entry &entry : call[0].dict().entries())
        elements.push_back(entry.value);
    return elements;
}

std::vector<Value> keysOf(Call &call)
{
    if (call[1].is(Value::Type::List))
        return call[1].items().items;
    if (!call[1].isText())
        call.runtime().fail(FailureKind::Runtime,
                            QStringLiteral("subelements must be a list or a string"));
    std::vector<Value> keys;
    for (const QString &key : call[1].text().split(u'.'))
        keys.emplace_back(key);
    return keys;
}

/// The list that `element` holds at the place of `keys`.
Value listAt(Call &call, const Value &element, const std::vector<Value> &keys)
{
    Runtime &runtime = call.runtime();
    Value values = element;
    for (const Value &key : keys) {
        if (!values.is(Value::Type::Dict)) {
            runtime.fail(FailureKind::Runtime,
                         QStringLiteral("the key %1 should point to a dictionary, got \"%2\"")
                             .arg(runtime.text(key), runtime.text(values)));
        }
        const Value *found = values.dict().find(key);
        if (!found && call.truthy(2))
            return listOf({});
        if (!found) {
            runtime.fail(FailureKind::Runtime,
                         QStringLiteral("could not find %1 key in iterated item %2")
                             .arg(runtime.repr(key), runtime.repr(values)));
        }
        values = Value(*found);
    }
    if (!values.is(Value::Type::List)) {
        runtime.fail(FailureKind::Runtime,
                     QStringLiteral("the key %1 should point to a list, got %2")
                         .arg(runtime.repr(keys.back()), runtime.repr(values)));
    }
    return values;
}

/// Each element with each item of the list that it holds at the given place.
Value subelements(Call &call)
{
    const std::vector<Value> elements = elementsOf(call);
    const std::vector<Value> keys = keysOf(call);
    std::vector<Value> result;
    for (const Value &element : elements) {
        const Value list = listAt(call, element, keys);
        for (const Value &value : list.items().items) {
            call.runtime().charge(1);
            result.push_back(tupleOf({element, value}));
        }
    }
    return listOf(std::move(result));
}

/// `over` on top of `under`; maps within each other where it is recursive.
Value merged(Runtime &runtime, const Value &under, const Value &over, bool isRecursive)
{
    auto result = make<DictData>();
    for (const DictData::Entry &entry : under.dict().entries())
        result->insert(entry.key, entry.value);
    for (const DictData::Entry &entry : over.dict().entries()) {
        runtime.charge(1);
        const Value *known = result->find(entry.key);
        const bool areMaps
            = known && known->is(Value::Type::Dict) && entry.value.is(Value::Type::Dict);
        result->insert(entry.key,
                       isRecursive && areMaps ? merged(runtime, *known, entry.value, true)
                                              : entry.value);
    }
    return {result};
}

Value combine(Call &call)
{
    Runtime &runtime = call.runtime();
    bool isRecursive = false;
    for (const auto &[name, value] : call.keywords()) {
        if (name == u"recursive")
            isRecursive = runtime.truthy(value);
        else if (name != u"list_merge" || !value.isText() || value.text() != u"replace")
            runtime.fail(FailureKind::Runtime,
                         QStringLiteral("'recursive' and 'list_merge' are the only valid keyword "
                                        "arguments"));
    }
    std::vector<Value> maps;
    for (const Value &term : call.rest()) {
        if (term.isSequence())
            std::ranges::copy(term.items().items, std::back_inserter(maps));
        else
            maps.push_back(term);
    }
    Value result = {make<DictData>()};
    for (const Value &map : maps) {
        if (!map.is(Value::Type::Dict)) {
            runtime.fail(FailureKind::Runtime,
                         QStringLiteral("failed to combine variables, expected dicts but got a "
                                        "'%1'")
                             .arg(runtime.typeName(map)));
        }
        result = merged(runtime, result, map, isRecursive);
    }
    return result;
}

constexpr FunctionRow rows[] = {
    {u"combine", "combine(*terms, **kwargs)", combine},
    {u"comment", "comment(text, style='plain', **kw)", comment},
    {u"subelements", "subelements(obj, subelements, skip_missing=False)", subelements},
};

} // namespace

std::span<const FunctionRow> commentFilters()
{
    return rows;
}

} // namespace waymark::jinja
