#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/generator.h"
#include "models/jinja/itemcursor.h"
#include "models/jinja/methods/pythonarguments.h"

#include <algorithm>
#include <optional>

namespace waymark::jinja {
namespace {

/// There is no `what` of this name.
[[noreturn]] void failName(Runtime &runtime, const QString &what, const Value &name,
                           const QString &hint)
{
    requireHashable(runtime, name);
    QString message = QStringLiteral("No %1 named %2.").arg(what, runtime.repr(name));
    if (name.isUndefined()) {
        message += QStringLiteral(" (%1; did you forget to quote the callable name?)")
                       .arg(runtime.undefinedMessage(name));
    }
    runtime.fail(FailureKind::Runtime, message, hint);
}

/// The arguments behind the piped value, kept until the items are asked for.
struct Kept
{
    explicit Kept(const Call &call)
        : positional(call.rest().begin(), call.rest().end())
        , named(call.keywords().begin(), call.keywords().end())
    {
    }
    /// As the arguments of a filter or test of `item`, without the first `skipped` ones.
    [[nodiscard]] std::vector<Value> with(const Value &item, size_t skipped) const
    {
        std::vector<Value> all = {item};
        all.insert(all.end(), positional.begin() + static_cast<qsizetype>(skipped),
                   positional.end());
        return all;
    }
    std::vector<Value> positional;
    std::vector<NamedArgument> named;
};

/// What the filter map does with an item.
class Mapping
{
public:
    Mapping(Runtime &runtime, Kept kept)
        : m_kept(std::move(kept))
    {
        const auto attribute = takeNamed(u"attribute", m_kept.positional.empty());
        if (attribute.isMissing()) {
            if (m_kept.positional.empty())
                runtime.fail(FailureKind::Runtime,
                             QStringLiteral("map requires a filter argument"));
            return;
        }
        const Value fallback = takeNamed(u"default", true);
        if (!m_kept.named.empty()) {
            const QString name = runtime.repr(Value(m_kept.named.front().name));
            runtime.fail(FailureKind::Runtime,
                         QStringLiteral("Unexpected keyword argument %1").arg(name));
        }
        m_attribute.emplace(attribute, false, fallback);
    }

    Value of(Runtime &runtime, const Value &item) const
    {
        if (m_attribute)
            return m_attribute->of(runtime, item);
        const Value &name = m_kept.positional.front();
        const Function *filter = name.isText() ? runtime.findFilter(name.text()) : nullptr;
        if (!filter) {
            failName(runtime, QStringLiteral("filter"), name,
                     runtime.didYouMeanFilter(runtime.text(name)));
        }
        const std::vector<Value> arguments = m_kept.with(item, 1);
        return Call::run(runtime, *filter, {arguments, m_kept.named});
    }

private:
    Value takeNamed(QStringView name, bool isWanted)
    {
        const auto known = std::ranges::find(m_kept.named, name, &NamedArgument::name);
        if (!isWanted || known == m_kept.named.end())
            return {};
        Value value = known->value;
        m_kept.named.erase(known);
        return value;
    }

    Kept m_kept;
    std::optional<AttributeGetter> m_attribute;
};

/// What select, reject, selectattr and rejectattr ask of an item.
class Selection
{
public:
    Selection(Runtime &runtime, Kept kept, bool byAttribute)
        : m_kept(std::move(kept))
        , m_skipped(byAttribute ? 1 : 0)
    {
        if (!byAttribute)
            return;
        if (m_kept.positional.empty())
            runtime.fail(FailureKind::Runtime,
                         QStringLiteral("Missing parameter for attribute name"));
        m_attribute.emplace(m_kept.positional.front(), false);
    }

    bool takes(Runtime &runtime, const Value &item) const
    {
        const Value value = m_attribute ? m_attribute->of(runtime, item) : item;
        if (m_kept.positional.size() == m_skipped)
            return runtime.truthy(value);
        const Value &name = m_kept.positional[m_skipped];
        const Function *test = name.isText() ? runtime.findTest(name.text()) : nullptr;
        if (!test) {
            failName(runtime, QStringLiteral("test"), name,
                     runtime.didYouMeanTest(runtime.text(name)));
        }
        const std::vector<Value> arguments = m_kept.with(value, m_skipped + 1);
        return runtime.truthy(Call::run(runtime, *test, {arguments, m_kept.named}));
    }

private:
    Kept m_kept;
    size_t m_skipped;
    std::optional<AttributeGetter> m_attribute;
};

Value map(Call &call)
{
    const auto next = [value = call[0], kept = Kept(call), cursor = std::optional<ItemCursor>(),
                       mapping = std::optional<Mapping>()](Runtime &runtime) mutable -> Value {
        if (!cursor) {
            if (!runtime.truthy(value))
                return {};
            mapping.emplace(runtime, kept);
            cursor.emplace(runtime, value);
        }
        const Value item = cursor->next(runtime);
        return item.isMissing() ? item : mapping->of(runtime, item);
    };
    return generator(next);
}

template<bool isWanted, bool byAttribute>
Value select(Call &call)
{
    const auto next = [value = call[0], kept = Kept(call), cursor = std::optional<ItemCursor>(),
                       selection = std::optional<Selection>()](Runtime &runtime) mutable -> Value {
        if (!cursor) {
            if (!runtime.truthy(value))
                return {};
            selection.emplace(runtime, kept, byAttribute);
            cursor.emplace(runtime, value);
        }
        Value item = cursor->next(runtime);
        while (!item.isMissing() && selection->takes(runtime, item) != isWanted)
            item = cursor->next(runtime);
        return item;
    };
    return orderedBy(call, generator(next));
}

constexpr FunctionRow rows[] = {
    {u"map", "sync_do_map(value, *args, **kwargs)", map, Flow::Items},
    {u"reject", "sync_do_reject(value, *args, **kwargs)", select<false, false>, Flow::Own},
    {u"rejectattr", "sync_do_rejectattr(value, *args, **kwargs)", select<false, true>, Flow::Own},
    {u"select", "sync_do_select(value, *args, **kwargs)", select<true, false>, Flow::Own},
    {u"selectattr", "sync_do_selectattr(value, *args, **kwargs)", select<true, true>, Flow::Own},
};

} // namespace

std::span<const FunctionRow> jinja2SelectionFilters()
{
    return rows;
}

} // namespace waymark::jinja
