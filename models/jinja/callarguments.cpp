#include "models/jinja/callarguments.h"

#include "models/jinja/interpreter.h"
#include "models/jinja/parser.h"

#include <algorithm>
#include <span>

namespace waymark::jinja {

void CallArguments::bind(Binder &binder) const
{
    if (repeated) // when all of the template has been read, as Python sees it
        Parser::failAt(repeated->second,
                       QStringLiteral("keyword argument repeated: %1").arg(repeated->first));
    eachChild([&](const Node &node) { const_cast<Node &>(node).bind(binder); });
}

void CallArguments::eachChild(const NodeVisitor &visit) const
{
    for (const ExpressionPtr &argument : positional)
        visit(*argument);
    for (const auto &[name, argument] : named)
        visit(*argument);
    if (star)
        visit(*star);
    if (doubleStar)
        visit(*doubleStar);
}

void EvaluatedArguments::add(Interpreter &interpreter, const CallArguments &arguments)
{
    for (const ExpressionPtr &argument : arguments.positional)
        positional.append(argument->evaluate(interpreter));
    if (arguments.star) { // as Python does: before those by name, which stand before it
        const Value more = arguments.star->evaluate(interpreter);
        if (!interpreter.isIterable(more)) {
            interpreter.fail(FailureKind::Type,
                             QStringLiteral("Value after * must be an iterable, not %1")
                                 .arg(interpreter.typeName(more)));
        }
        for (Value &item : interpreter.items(more))
            positional.append(std::move(item));
    }
    for (const auto &[name, argument] : arguments.named)
        named.push_back({QString::fromRawData(name.constData(), name.size()), // of the template
                         argument->evaluate(interpreter)});
    if (!arguments.doubleStar)
        return;
    const Value keywords = arguments.doubleStar->evaluate(interpreter);
    if (keywords.isUndefined())
        interpreter.failUndefined(keywords);
    if (!keywords.is(Value::Type::Dict)) {
        interpreter.fail(FailureKind::Type,
                         QStringLiteral("argument after ** must be a mapping, not %1")
                             .arg(interpreter.typeName(keywords)));
    }
    for (const DictData::Entry &entry : keywords.dict().entries()) {
        if (!entry.key.isText())
            interpreter.fail(FailureKind::Type, QStringLiteral("keywords must be strings"));
        named.push_back({entry.key.text(), entry.value});
    }
}

void EvaluatedArguments::addForCall(Interpreter &interpreter, const CallArguments &arguments)
{
    add(interpreter, arguments);
    if (!arguments.doubleStar)
        return;
    const auto byName = std::span<const NamedArgument>(named).first(arguments.named.size());
    for (const NamedArgument &given :
         std::span<const NamedArgument>(named).subspan(byName.size())) {
        if (std::ranges::find(byName, given.name, &NamedArgument::name) == byName.end())
            continue;
        interpreter.fail(FailureKind::Type,
                         QStringLiteral("jinja2.sandbox.SandboxedEnvironment.call() got multiple "
                                        "values for keyword argument '%1'")
                             .arg(given.name));
    }
}

} // namespace waymark::jinja
