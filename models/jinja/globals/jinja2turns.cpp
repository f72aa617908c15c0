#include "models/jinja/globals/registry.h"

#include "models/jinja/boundmethod.h"

#include <utility>
#include <vector>

namespace waymark::jinja {
namespace {

/// cycler(): goes round its items.
class Cycler final : public Object
{
public:
    explicit Cycler(std::vector<Value> items)
        : m_items(std::move(items))
    {
    }
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Cycler"); }
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;
    Value advance()
    {
        Value current = m_items[m_position];
        m_position = (m_position + 1) % m_items.size();
        return current;
    }
    void reset() { m_position = 0; }

private:
    std::vector<Value> m_items;
    size_t m_position = 0;
};

Value next(Call &call)
{
    return call[0].as<Cycler>()->advance();
}

Value reset(Call &call)
{
    call[0].as<Cycler>()->reset();
    return Value::none();
}

constexpr FunctionRow cyclerRows[] = {
    {u"next", "Cycler.next(self)", next, Flow::Items},
    {u"reset", "Cycler.reset(self)", reset, Flow::Items},
};

Value Cycler::attribute(Runtime & /*runtime*/, const QString &name)
{
    if (name == u"current")
        return m_items[m_position];
    if (name == u"items")
        return Value::tuple(make<ListData>(m_items));
    if (name == u"pos")
        return static_cast<qint64>(m_position);
    static const FunctionTable methods{std::span<const FunctionRow>(cyclerRows)};
    const Function *method = methods.find(name);
    return method
        ? Value(Reference<Object>(make<BoundMethod>(*method, Value(Reference<Object>(this)))))
        : Value();
}

Value cycler(Call &call)
{
    if (call.rest().empty())
        call.runtime().fail(FailureKind::Runtime,
                            QStringLiteral("at least one item has to be provided"));
    return {Reference<Object>(
        make<Cycler>(std::vector<Value>(call.rest().begin(), call.rest().end())))};
}

/// joiner(): nothing at its first call, the separator from then on.
class Joiner final : public Object
{
public:
    explicit Joiner(Value separator)
        : m_separator(std::move(separator))
    {
    }
    [[nodiscard]] QString typeName() const override { return QStringLiteral("Joiner"); }
    [[nodiscard]] bool isCallable() const override { return true; }
    [[nodiscard]] Value attribute(Runtime & /*runtime*/, const QString &name) override
    {
        return name == u"sep" ? m_separator : name == u"used" ? Value(m_isUsed) : Value();
    }
    [[nodiscard]] Value call(Runtime &runtime, const Arguments &arguments) override;
    Value advance() { return std::exchange(m_isUsed, true) ? m_separator : Value(QString()); }

private:
    Value m_separator;
    bool m_isUsed = false;
};

Value turn(Call &call)
{
    return call[0].as<Joiner>()->advance();
}

Value Joiner::call(Runtime &runtime, const Arguments &arguments)
{
    static const Function function
        = Function::from({u"__call__", "Joiner.__call__(self)", turn, Flow::Items});
    return BoundMethod(function, Value(Reference<Object>(this))).call(runtime, arguments);
}

Value joiner(Call &call)
{
    return {Reference<Object>(make<Joiner>(call[0]))};
}

constexpr FunctionRow turnRows[] = {
    {u"cycler", "Cycler.__init__(*items)", cycler, Flow::Items},
    {u"joiner", "Joiner.__init__(&self, sep=', ')", joiner, Flow::Items},
};

} // namespace

std::span<const FunctionRow> jinja2TurnGlobals()
{
    return turnRows;
}

} // namespace waymark::jinja
