#include "models/jinja/globals/registry.h"

#include "models/jinja/boundmethod.h"
#include "models/jinja/dialects/javascript.h"

#include <cmath>

namespace waymark::jinja {
namespace {

/// From what is no number: as it is, then what adding `step` to it gives ("3" and 1: "31").
Value rangeByAdding(Call &call, const Value &stop, const Value &step)
{
    Runtime &runtime = call.runtime();
    auto items = make<ListData>();
    const auto goesUp = javascript::toNumber(runtime, step) > 0;
    const Comparison inside = goesUp ? Comparison::Less : Comparison::Greater;
    for (Value at = call[0]; runtime.compare(inside, at, stop); at = runtime.add(at, step)) {
        runtime.chargeItems(static_cast<qsizetype>(items->items.size()) + 1);
        items->items.push_back(at);
    }
    return Value::list(items);
}

Value range(Call &call)
{
    Runtime &runtime = call.runtime();
    const bool onlyStop = call[1].isUndefined();
    const Value step = onlyStop || !call.truthy(2) ? Value(1) : call[2];
    const bool isCounted = onlyStop || javascript::isNumber(call[0]);
    if (!isCounted || !javascript::isNumber(step))
        return rangeByAdding(call, call[1], step);
    double start = onlyStop ? 0 : call[0].toDouble();
    const double stop = javascript::toNumber(runtime, call[onlyStop ? 0 : 1]);
    const double by = step.toDouble();
    const double count = std::ceil((stop - start) / by);
    if (std::isinf(count) && count > 0)
        runtime.chargeItems(std::numeric_limits<qsizetype>::max());
    if (count > 0)
        runtime.chargeItems(static_cast<qsizetype>(std::min(count, 1e15)));
    auto items = make<ListData>();
    for (; by > 0 ? start < stop : start > stop; start += by)
        items->items.push_back(javascript::number(start));
    return Value::list(items);
}

/// What cycler() gives: an object with next(), reset() and current.
class Cycler final : public Object
{
public:
    explicit Cycler(std::vector<Value> items)
        : m_items(std::move(items))
    {
    }
    [[nodiscard]] QString typeName() const override { return QStringLiteral("object"); }
    [[nodiscard]] QString toText(Runtime & /*runtime*/) const override
    {
        return QStringLiteral("[object Object]");
    }
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;
    [[nodiscard]] Value plain() const override;
    Value advance()
    {
        m_index = m_index + 1 < static_cast<qsizetype>(m_items.size()) ? m_index + 1 : 0;
        m_current = m_items.empty() ? Value::undefined() : m_items[static_cast<size_t>(m_index)];
        return m_current;
    }
    void reset()
    {
        m_index = -1;
        m_current = Value::none();
    }

private:
    [[nodiscard]] Value property(const QString &name);

    std::vector<Value> m_items;
    qsizetype m_index = -1;
    Value m_current = Value::none();
};

Value next(Call &call)
{
    return call[0].as<Cycler>()->advance();
}

Value reset(Call &call)
{
    call[0].as<Cycler>()->reset();
    return Value::undefined();
}

constexpr FunctionRow cyclerRows[] = {
    {u"next", "next(self)", next, Flow::Items},
    {u"reset", "reset(self)", reset, Flow::Items},
};

Value Cycler::attribute(Runtime & /*runtime*/, const QString &name)
{
    return property(name);
}

Value Cycler::property(const QString &name)
{
    if (name == u"current")
        return m_current;
    static const FunctionTable methods{std::span<const FunctionRow>(cyclerRows)};
    const Function *method = methods.find(name);
    return method
        ? Value(Reference<Object>(make<BoundMethod>(*method, Value(Reference<Object>(this)))))
        : Value();
}

Value Cycler::plain() const
{
    auto &self = const_cast<Cycler &>(*this); // its functions change it
    auto dict = make<DictData>();
    for (const auto &name :
         {QStringLiteral("current"), QStringLiteral("reset"), QStringLiteral("next")})
        dict->insert(name, self.property(name));
    return {dict};
}

Value cycler(Call &call)
{
    return {Reference<Object>(
        make<Cycler>(std::vector<Value>(call.rest().begin(), call.rest().end())))};
}

/// What joiner() gives: nothing at its first call, the separator from then on.
class Joiner final : public Object
{
public:
    explicit Joiner(Value separator)
        : m_separator(std::move(separator))
    {
    }
    [[nodiscard]] QString typeName() const override { return QStringLiteral("function"); }
    [[nodiscard]] QString toText(Runtime & /*runtime*/) const override
    {
        return QStringLiteral("function () { [native code] }");
    }
    [[nodiscard]] bool isCallable() const override { return true; }
    [[nodiscard]] Value call(Runtime & /*runtime*/, const Arguments & /*arguments*/) override
    {
        return std::exchange(m_isFirst, false) ? Value(QString()) : m_separator;
    }

private:
    Value m_separator;
    bool m_isFirst = true;
};

Value joiner(Call &call)
{
    return {Reference<Object>(make<Joiner>(call.truthy(0) ? call[0] : Value(QStringLiteral(","))))};
}

constexpr FunctionRow rows[] = {
    {u"cycler", "cycler(*items)", cycler, Flow::Items},
    {u"joiner", "joiner(sep)", joiner, Flow::Items},
    {u"range", "range(start, stop, step)", range},
};

} // namespace

const FunctionTable &nunjucksGlobals()
{
    static const FunctionTable table{std::span<const FunctionRow>(rows)};
    return table;
}

} // namespace waymark::jinja
