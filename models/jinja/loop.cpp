#include "models/jinja/loop.h"

#include "models/jinja/boundmethod.h"
#include "models/jinja/dialect.h"
#include "models/jinja/generator.h"
#include "models/jinja/guards.h"
#include "models/jinja/methods/pythondictview.h"

#include <algorithm>
#include <array>

namespace waymark::jinja {
namespace {

Interpreter &interpreterOf(Runtime &runtime)
{
    return static_cast<Interpreter &>(runtime);
}

Value cycled(Call &call)
{
    const auto *loop = call[0].as<LoopObject>();
    if (call.rest().empty())
        call.runtime().fail(FailureKind::Type, QStringLiteral("no items for cycling given"));
    const auto index = static_cast<size_t>(loop->index());
    return call.rest()[index % call.rest().size()];
}

Value hasChanged(Call &call)
{
    return call[0].as<LoopObject>()->changed(call.runtime(), call.rest());
}

constexpr FunctionRow methods[] = {
    {u"cycle", "LoopContext.cycle(self, *args)", cycled, Flow::Items},
    {u"changed", "LoopContext.changed(self, *value)", hasChanged},
};

} // namespace

void LoopObject::start(Interpreter &interpreter)
{
    if (isCounted()) {
        m_itemTags = m_iterable.is(Value::Type::Range) ? m_iterable.tags() : 0;
    } else {
        if (interpreter.isTracking() && m_iterable.isText())
            m_itemTags = interpreter.tagTable().flattened(m_iterable.tags());
        m_laidOut = interpreter.items(m_iterable);
        m_isLaidOut = true;
        watch(interpreter);
    }
    if (!interpreter.dialect().bindsAsPython)
        (void)total(interpreter); // JavaScript's is what it was at the start
}

/// Python refuses to go on through a map that got or lost a key.
void LoopObject::watch(const Interpreter &interpreter)
{
    if (!interpreter.dialect().bindsAsPython)
        return;
    if (m_iterable.is(Value::Type::Dict))
        m_watched = m_iterable;
    else if (const auto *view = m_iterable.as<DictView>())
        m_watched = view->dict();
    else if (const auto *pairs = m_iterable.as<Generator>())
        m_watched = pairs->mapping();
    if (m_watched.is(Value::Type::Dict))
        m_watchedSize = m_watched.dict().size();
}

Value LoopObject::fetchAny(Interpreter &interpreter)
{
    const auto at = static_cast<size_t>(m_position);
    if (m_isLaidOut) {
        if (m_watched.is(Value::Type::Dict) && m_watched.dict().size() != m_watchedSize) {
            interpreter.fail(FailureKind::Runtime,
                             QStringLiteral("dictionary changed size during iteration"));
        }
        if (at >= m_laidOut.size())
            return {};
        ++m_position;
        return m_laidOut[at];
    }
    if (m_iterable.is(Value::Type::Range)) {
        const RangeData &range = m_iterable.range();
        return m_position < range.size() ? Value(range.at(m_position++)) : Value();
    }
    const auto &items = m_iterable.items().items; // may grow meanwhile, in both languages
    return at < items.size() ? items[static_cast<size_t>(m_position++)] : Value();
}

Value LoopObject::fetch(Interpreter &interpreter)
{
    for (;;) {
        Value item = fetchAny(interpreter);
        if (item.isMissing())
            return item;
        if (m_itemTags)
            item = interpreter.tagged(std::move(item), m_itemTags);
        if (!m_filters)
            return item;
        interpreter.charge(1);
        if (m_body.takes(interpreter, item))
            return item;
    }
}

bool LoopObject::advance(Interpreter &interpreter)
{
    Value next;
    if (countAhead() == 0) {
        next = fetch(interpreter);
    } else {
        next = std::move(m_ahead[m_aheadStart++]);
        if (countAhead() == 0) {
            m_ahead.clear();
            m_aheadStart = 0;
        }
    }
    if (next.isMissing())
        return false;
    m_before = std::exchange(m_current, std::move(next));
    ++m_index;
    return true;
}

const Value &LoopObject::ahead(Interpreter &interpreter)
{
    if (countAhead() == 0)
        m_ahead.push_back(fetch(interpreter));
    return m_ahead[m_aheadStart];
}

qint64 LoopObject::total(Interpreter &interpreter)
{
    if (m_length >= 0)
        return m_length;
    if (!m_filters) {
        m_length = m_isLaidOut ? static_cast<qint64>(m_laidOut.size())
            : m_iterable.is(Value::Type::Range)
            ? m_iterable.range().size()
            : static_cast<qint64>(m_iterable.items().items.size());
        return m_length;
    }
    while (countAhead() == 0 || !m_ahead.back().isMissing())
        m_ahead.push_back(fetch(interpreter));
    m_length = m_index + static_cast<qint64>(countAhead());
    return m_length;
}

LoopField loopField(QStringView name)
{
    constexpr std::pair<QStringView, LoopField> fields[] = {
        {u"index", LoopField::Index},         {u"index0", LoopField::Index0},
        {u"first", LoopField::First},         {u"last", LoopField::Last},
        {u"length", LoopField::Length},       {u"revindex", LoopField::RevIndex},
        {u"revindex0", LoopField::RevIndex0},
    };
    const auto known = std::ranges::find(fields, name, &std::pair<QStringView, LoopField>::first);
    return known == std::end(fields) ? LoopField::None : known->second;
}

Value LoopObject::field(Interpreter &interpreter, LoopField field)
{
    switch (field) {
    case LoopField::None:
        break;
    case LoopField::Index:
        return m_index + 1;
    case LoopField::Index0:
        return m_index;
    case LoopField::First:
        return m_index == 0;
    case LoopField::Last:
        return interpreter.dialect().bindsAsPython ? ahead(interpreter).isMissing()
                                                   : m_index == total(interpreter) - 1;
    case LoopField::Length:
        return total(interpreter);
    case LoopField::RevIndex:
        return total(interpreter) - m_index;
    case LoopField::RevIndex0:
        return total(interpreter) - m_index - 1;
    }
    return {};
}

Value LoopObject::attribute(Runtime &runtime, const QString &name)
{
    Interpreter &interpreter = interpreterOf(runtime);
    if (Value value = field(interpreter, loopField(name)); !value.isMissing())
        return value;
    if (!runtime.dialect().bindsAsPython)
        return {}; // Nunjucks has no more
    if (name == u"depth")
        return m_depth + 1;
    if (name == u"depth0")
        return m_depth;
    if (name == u"previtem")
        return m_index == 0 ? runtime.undefinedBecause(QStringLiteral("there is no previous item"))
                            : m_before;
    if (name == u"nextitem") {
        const Value &next = ahead(interpreter);
        return next.isMissing() ? runtime.undefinedBecause(QStringLiteral("there is no next item"))
                                : next;
    }
    static const FunctionTable table{std::span<const FunctionRow>(methods)};
    const Function *method = table.find(name);
    return method
        ? Value(Reference<Object>(make<BoundMethod>(*method, Value(Reference<Object>(this)))))
        : Value();
}

std::optional<qsizetype> LoopObject::length(Runtime &runtime)
{
    return total(interpreterOf(runtime));
}

QString LoopObject::toText(Runtime &runtime) const
{
    if (!runtime.dialect().bindsAsPython)
        return QStringLiteral("[object Object]");
    auto &self = const_cast<LoopObject &>(*this);
    return QStringLiteral("<LoopContext %1/%2>")
        .arg(m_index + 1)
        .arg(self.total(interpreterOf(runtime)));
}

/// As nunjucks sets `loop`, where that is an object like any other.
Value LoopObject::plain() const
{
    auto dict = make<DictData>();
    dict->insert(QStringLiteral("index"), m_index + 1);
    dict->insert(QStringLiteral("index0"), m_index);
    dict->insert(QStringLiteral("revindex"), m_length - m_index);
    dict->insert(QStringLiteral("revindex0"), m_length - m_index - 1);
    dict->insert(QStringLiteral("first"), m_index == 0);
    dict->insert(QStringLiteral("last"), m_index == m_length - 1);
    dict->insert(QStringLiteral("length"), m_length);
    return {dict};
}

void LoopObject::print(Interpreter &interpreter, const Arguments &arguments, Tags tags)
{
    if (arguments.positional.empty() && arguments.named.empty()) {
        interpreter.fail(
            FailureKind::Type,
            QStringLiteral(
                "LoopContext.__call__() missing 1 required positional argument: 'iterable'"));
    }
    if (!m_recursive) {
        interpreter.fail(
            FailureKind::Type,
            QStringLiteral("The loop must have the 'recursive' marker to be called recursively."));
    }
    if (arguments.positional.size() != 1 || !arguments.named.empty()) {
        interpreter.fail(
            FailureKind::Type,
            QStringLiteral("LoopContext.__call__() takes 2 positional arguments but %1 were given")
                .arg(arguments.positional.size() + 1));
    }
    const ControlGuard control(interpreter, tags);
    m_body.recurse(interpreter, arguments.positional.front(), m_depth + 1);
}

bool LoopObject::changed(Runtime &runtime, std::span<const Value> values)
{
    const bool isSame = m_hasLastValues
        && std::ranges::equal(m_lastValues, values,
                              [&](const Value &a, const Value &b) { return runtime.equal(a, b); });
    m_hasLastValues = true;
    m_lastValues.assign(values.begin(), values.end());
    return !isSame;
}

} // namespace waymark::jinja
