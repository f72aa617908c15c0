#include "models/jinja/filters/jinja2support.h"
#include "models/jinja/interpreter.h"
#include "models/jinja/outputnodes.h"
#include "models/jinja/parser.h"
#include "models/jinja/tags/registry.h"

#include <algorithm>

namespace waymark::jinja {
namespace {

Value sortedNames(const FunctionTable &functions)
{
    QStringList names = functions.names();
    names.sort();
    auto list = make<ListData>();
    for (const QString &name : names)
        list->items.emplace_back(name);
    return Value::list(list);
}

/// debug: what there is, as DebugExtension shows it: variables, filters and tests.
class DebugNode final : public ExpressionNode
{
public:
    using ExpressionNode::ExpressionNode;
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override
    {
        const CompiledEnvironment &environment = *interpreter.frame().source->environment;
        auto variables = make<DictData>(environment.globals);
        const Reference<DictData> own = interpreter.context().all(interpreter);
        for (const DictData::Entry &entry : own->entries())
            variables->insert(entry.key, entry.value);
        auto result = make<DictData>();
        result->insert(QStringLiteral("context"), Value(variables));
        result->insert(QStringLiteral("filters"), sortedNames(environment.filters));
        result->insert(QStringLiteral("tests"), sortedNames(environment.tests));
        const Value shown(result);
        const Tags tags = interpreter.deepTags(shown);
        const QString text = prettyPrinted(interpreter, shown, {.depth = 3, .isCompact = true});
        return interpreter.tagged(Value(text), tags);
    }
    [[nodiscard]] bool readsContext() const override { return true; }
    void bind(Binder & /*binder*/) override { }
    void eachChild(const NodeVisitor & /*visit*/) const override { }
};

} // namespace

StatementPtr parseDebug(Parser &parser)
{
    const qsizetype offset = parser.take().offset;
    return std::make_unique<OutputNode>(offset, std::make_unique<DebugNode>(offset));
}

} // namespace waymark::jinja
