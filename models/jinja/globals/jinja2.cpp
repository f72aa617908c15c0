#include "models/jinja/globals/registry.h"

#include "models/jinja/boundmethod.h"
#include "models/jinja/dialects/python.h"
#include "models/jinja/globals/widerange.h"
#include "models/jinja/namespaceobject.h"

namespace waymark::jinja {
namespace {

Integer integer(const Call &call, const Value &value)
{
    if (!value.isIntegral()) {
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("'%1' object cannot be interpreted as an integer")
                                .arg(python::typeName(value)));
    }
    return value.toInteger();
}

/// Whether a range may be counted in 64 bits, whatever is added to its ends.
bool isNarrow(const Integer &value)
{
    constexpr qint64 most = std::numeric_limits<qint64>::max() / 4;
    const auto small = value.toInt64();
    return small && *small <= most && *small >= -most;
}

/// As SandboxedEnvironment's, with our own limit for its length.
Value range(Call &call)
{
    const auto arguments = call.rest();
    if (arguments.empty() || arguments.size() > 3) {
        call.runtime().fail(FailureKind::Type,
                            QStringLiteral("range expected %1 %2, got %3")
                                .arg(arguments.empty() ? u"at least 1" : u"at most 3",
                                     arguments.empty() ? u"argument" : u"arguments")
                                .arg(arguments.size()));
    }
    const bool onlyStop = arguments.size() == 1;
    const Integer start = onlyStop ? Integer(0) : integer(call, arguments[0]);
    const Integer stop = integer(call, arguments[onlyStop ? 0 : 1]);
    const Integer step = arguments.size() == 3 ? integer(call, arguments[2]) : Integer(1);
    if (step.isZero())
        call.runtime().fail(FailureKind::Value, QStringLiteral("range() arg 3 must not be zero"));
    if (!isNarrow(start) || !isNarrow(stop) || !isNarrow(step)) {
        const auto wide = make<WideRange>(start, stop, step);
        const Integer most = std::numeric_limits<qsizetype>::max();
        call.runtime().checkItems(static_cast<qsizetype>(*std::min(wide->count(), most).toInt64()));
        return {Reference<Object>(wide)};
    }
    auto result = make<RangeData>(*start.toInt64(), *stop.toInt64(), *step.toInt64());
    call.runtime().checkItems(result->size());
    return {result};
}

/// Adds `pairs` to `result`, as Python's dict() does.
void insertPairs(Runtime &runtime, DictData &result, const Value &pairs)
{
    size_t index = 0;
    for (const Value &pair : runtime.items(pairs)) {
        if (!runtime.isIterable(pair)) {
            runtime.fail(FailureKind::Type,
                         QStringLiteral(
                             "cannot convert dictionary update sequence element #%1 to a sequence")
                             .arg(index));
        }
        const std::vector<Value> parts = runtime.items(pair);
        if (parts.size() != 2) {
            runtime.fail(FailureKind::Value,
                         QStringLiteral(
                             "dictionary update sequence element #%1 has length %2; 2 is required")
                             .arg(index)
                             .arg(parts.size()));
        }
        result.insert(parts[0], parts[1]);
        ++index;
    }
}

/// dict(), of a map or of pairs, with keywords.
Reference<DictData> dictOf(Call &call)
{
    Runtime &runtime = call.runtime();
    auto result = make<DictData>();
    if (call.rest().size() > 1) {
        runtime.fail(
            FailureKind::Type,
            QStringLiteral("dict expected at most 1 argument, got %1").arg(call.rest().size()));
    }
    if (!call.rest().empty()) {
        const Value &source = call.rest().front();
        if (source.isUndefined()) // which is asked for its keys
            runtime.failUndefined(source);
        if (source.is(Value::Type::Dict)) {
            for (const DictData::Entry &entry : source.dict().entries())
                result->insert(entry.key, entry.value);
            result->shape = source.dict().shape;
        } else {
            insertPairs(runtime, *result, source);
        }
    }
    for (const NamedArgument &keyword : call.keywords())
        result->insert(keyword.name, keyword.value);
    return result;
}

Value dict(Call &call)
{
    return {dictOf(call)};
}

Value namespace_(Call &call)
{
    auto result = make<NamespaceObject>();
    const auto attributes = dictOf(call);
    for (const DictData::Entry &entry : attributes->entries())
        result->set(call.runtime().text(entry.key), entry.value);
    return {Reference<Object>(result)};
}

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
    {u"next", "next(self)", next, Flow::Items},
    {u"reset", "reset(self)", reset, Flow::Items},
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
    [[nodiscard]] Value call(Runtime & /*runtime*/, const Arguments & /*arguments*/) override
    {
        return std::exchange(m_isUsed, true) ? m_separator : Value(QString());
    }

private:
    Value m_separator;
    bool m_isUsed = false;
};

Value joiner(Call &call)
{
    return {Reference<Object>(make<Joiner>(call[0]))};
}

constexpr FunctionRow rows[] = {
    {u"cycler", "Cycler.__init__(*items)", cycler, Flow::Items},
    {u"dict", "dict(*args, **kwargs)", dict, Flow::Items},
    {u"joiner", "Joiner.__init__(sep=', ')", joiner, Flow::Items},
    {u"namespace", "Namespace.__init__(*args, **kwargs)", namespace_, Flow::Items},
    {u"range", "safe_range(*args)", range},
};

} // namespace

const FunctionTable &jinja2Globals()
{
    static const FunctionTable table{rows, jinja2LipsumGlobals()};
    return table;
}

} // namespace waymark::jinja
