#include "models/jinja/dialect.h"
#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/generator.h"
#include "models/jinja/methods/pythondictview.h"
#include "models/jinja/methods/pythonproperties.h"
#include "models/jinja/methods/registry.h"
#include "models/jinja/namedtuple.h"

namespace waymark::jinja {
namespace {

Value attribute(Call &call)
{
    Runtime &runtime = call.runtime();
    const Value &base = call[0];
    if (!call[1].isText()) {
        const auto message = QStringLiteral("attribute name must be string, not '%1'");
        runtime.fail(FailureKind::Type, message.arg(runtime.typeName(call[1])));
    }
    const QString &name = call[1].text();
    if (base.isUndefined())
        return runtime.attribute(base, name);
    bool isThere
        = name.startsWith(u"__") || pythonMethods().find(runtime.typeName(base), name) != nullptr;
    isThere = isThere || !pythonProperty(base, name).isMissing();
    if (base.is(Value::Type::Object))
        isThere = isThere || !base.object().attribute(runtime, name).isMissing();
    if (base.is(Value::Type::Tuple)) {
        const auto *named = dynamic_cast<const NamedTuple *>(&base.items());
        isThere = isThere || (named && named->find(name));
    }
    return isThere ? runtime.attribute(base, name) : runtime.undefinedMember(base, call[1]);
}

Value defaultValue(Call &call)
{
    Runtime &runtime = call.runtime();
    const bool isAbsent = call[0].isUndefined() || (call.truthy(2) && !call.truthy(0));
    return isAbsent ? runtime.tagged(call[1], runtime.deepTags(call[0])) : call[0];
}

Value items(Call &call)
{
    if (call[0].isUndefined())
        return generator([](Runtime &) { return Value(); });
    const bool hasPlain = call[0].is(Value::Type::Object) && !call[0].object().plain().isMissing();
    const Value mapping = hasPlain ? call[0].object().plain() : call[0];
    const auto next = [mapping, cursor = Value()](Runtime &runtime) mutable {
        if (!mapping.is(Value::Type::Dict))
            runtime.fail(FailureKind::Type,
                         QStringLiteral("Can only get item pairs from a mapping."));
        if (cursor.isMissing())
            cursor = make<DictView>(DictView::Kind::Items, mapping)->iterator(runtime);
        return cursor.object().next(runtime);
    };
    return generator(next, QStringLiteral("generator"), mapping);
}

constexpr FunctionRow rows[] = {
    {u"attr", "do_attr(&env, obj, name)", attribute, Flow::Items},
    {u"d", "do_default(value, default_value='', boolean=False)", defaultValue, Flow::Own},
    {u"default", "do_default(value, default_value='', boolean=False)", defaultValue, Flow::Own},
    {u"items", "do_items(value)", items, Flow::Items},
};

} // namespace

std::span<const FunctionRow> jinja2DataFilters()
{
    return rows;
}

} // namespace waymark::jinja
