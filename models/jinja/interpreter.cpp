#include "models/jinja/interpreter.h"

#include "models/jinja/binder.h"
#include "models/jinja/block.h"
#include "models/jinja/dialect.h"
#include "models/jinja/guards.h"

#include <QCoreApplication>

#include <algorithm>

namespace waymark::jinja {

namespace {
/// As many outputs of the largest size may be made on the way. By the default, that are 384 MB: a
/// list of the most items that there may be, or the largest text three times.
constexpr quint64 outputsInMemory = 6;
/// What `variable` is in `scope`, where it is defined there.
Value *definedIn(const Scope &scope, const Variable &variable, Activation &activation)
{
    const auto name = std::ranges::find_if(scope.names, [&](const Scope::Name &known) {
        return known.hash == variable.hash && known.name == variable.name;
    });
    if (name == scope.names.end())
        return nullptr;
    Value &value = activation.slots[name->index];
    return value.isMissing() || value.isUndefined() ? nullptr : &value;
}

} // namespace

Interpreter::Interpreter(const std::shared_ptr<const CompiledTemplate> &root,
                         const TaggedValue &context, const RenderOptions &options)
    : Runtime(*root->environment, options)
    , m_sources(1, root)
    , m_context(make<Context>(make<Passed>(context.map())))
    , m_rootOutput(options.limits.output, options.provenance)
    , m_output(&m_rootOutput)
    , m_memory(static_cast<quint64>(options.limits.output) * outputsInMemory)
    , m_wantsProvenance(options.provenance)
{
    m_frame.source = root.get();
    m_place.source = 1;
    for (const BlockNode *block : root->blocks)
        m_context->blocks[block->name()].push_back({block, root.get()});
}

Reference<Activation> Interpreter::shareActivation()
{
    return Reference<Activation>(m_activation);
}

void Interpreter::render()
{
    m_rootOutput.reserve(m_frame.source->source.text().size());
    const auto activation = make<Activation>(m_frame.source->routine);
    runTemplate(*m_frame.source, *activation);
    if (const auto &refusal = m_rootOutput.refusal()) {
        m_frame.source = m_sources[refusal->place.source - 1].get();
        beginStatement(refusal->place.offset);
        fail(FailureKind::Type, refusal->message);
    }
}

Value Interpreter::evaluate()
{
    const CompiledTemplate &source = *m_frame.source;
    const auto activation = make<Activation>(source.routine);
    const RunGuard guard(*this, *activation, source.routine, source);
    beginStatement(source.expression->offset());
    return source.expression->evaluate(*this);
}

const Value &Interpreter::load(const Variable &variable)
{
    for (const Slot &candidate : variable.slots) {
        const Value &value = slot(candidate);
        if (variable.isFinal)
            return value.isMissing() ? variable.absent : value;
        if (!value.isMissing() && !(variable.skipsUndefined && value.isUndefined()))
            return value;
    }
    return variable.fallsBack ? lookUp(variable) : variable.absent;
}

const Value &Interpreter::lookUp(const Variable &variable)
{
    if (m_activation->dynamic) {
        if (const Value *value = findDynamic(variable))
            return *value;
    }
    if (const Value *known = m_context->found.at(variable))
        return *known;
    const Value *value = findName(variable.name, variable.hash);
    if (!value)
        value = &variable.absent;
    m_context->found.add(variable, *value);
    return *value;
}

const Value *Interpreter::findName(const QString &name, size_t hash)
{
    const Value *value = m_context->find(*this, name, hash);
    return value ? value : m_environment.globals.find(name, hash);
}

Value Interpreter::variable(const QString &name)
{
    const Value *value = findName(name, hashOf(Value(name)));
    return value ? *value : Value();
}

/// In the frames that this one was called from, as nunjucks/src/runtime.js looks in its parents.
Value *Interpreter::findDynamic(const Variable &variable) const
{
    for (Activation *activation = m_activation->dynamic; activation;
         activation = activation->dynamic) {
        for (const Scope *scope = activation->scope; scope; scope = scope->parent) {
            if (Value *value = definedIn(*scope, variable, *activation))
                return value;
        }
    }
    return nullptr;
}

void Interpreter::store(const Variable &variable, Value value)
{
    if (m_control)
        value = tagged(std::move(value), m_control);
    if (variable.toContext)
        setContext(variable, value);
    if (variable.slots.empty())
        return;
    Slot target = variable.slots.front();
    if (variable.resolvesUp) {
        const auto defined = std::ranges::find_if(variable.slots, [&](const Slot &candidate) {
            const Value &there = slot(candidate);
            return !there.isMissing() && !there.isUndefined();
        });
        if (defined != variable.slots.end()) {
            target = *defined;
        } else if (Value *outside
                   = m_activation->scope->isolatesWrites ? nullptr : findDynamic(variable)) {
            *outside = std::move(value); // only the innermost frame can keep a set to itself
            return;
        }
    }
    slot(target) = std::move(value);
}

void Interpreter::setContext(const Variable &variable, const Value &value)
{
    m_context->set.insert(Value(variable.name), value);
    m_context->found.clear();
    if (variable.isExported && !m_context->exported.contains(variable.name))
        m_context->exported.append(variable.name);
}

void Interpreter::enterScope(const Scope &scope)
{
    for (const SlotEntry &entry : scope.onEntry) {
        Value &target = m_activation->slots[entry.index];
        target = entry.copies ? slot(entry.from) : Value();
    }
}

DictData Interpreter::locals(const Scope &scope)
{
    DictData result;
    quint16 hops = 0;
    for (const Scope *current = &scope; current; current = current->parent) {
        for (const Scope::Name &name : current->names) {
            const Value &value = slot({hops, name.index});
            if (name.isStored && !value.isMissing() && !result.find(name.name, name.hash))
                result.insert(name.key, name.hash, value);
        }
        if (current->startsActivation)
            ++hops;
    }
    return result;
}

void Interpreter::runTemplate(const CompiledTemplate &source, Activation &activation)
{
    const RunGuard guard(*this, activation, source.routine, source);
    enterScope(source.routine.scope);
    const qsizetype size = m_output->size();
    const size_t marks = m_output->marks().size();
    if (source.usesSelf)
        slot(source.self.slots.front())
            = Value(Reference<Object>(make<SelfObject>(source.source.name(), m_context)));
    const ControlGuard control(*this, 0);
    (void)source.body.execute(*this);
    const CompiledTemplate *parent = m_frame.parent;
    if (!parent)
        return;
    if (dialect().dropsOutputOfChildren)
        m_output->truncate(size, marks);
    const auto outer = make<Activation>(parent->routine);
    if (dialect().framesAreDynamic)
        outer->dynamic = &activation;
    runTemplate(*parent, *outer);
}

void Interpreter::taint(const Affected &affected, Tags tags)
{
    tags = tagTable().asControl(tags);
    if (tags == 0)
        return;
    for (const Variable *variable : affected.assigned) {
        for (const Slot &candidate : variable->slots) {
            Value &value = slot(candidate);
            if (!value.isMissing())
                value = tagged(std::move(value), tags);
        }
        if (Value *value = variable->toContext ? m_context->set.find(variable->name) : nullptr)
            *value = tagged(*value, tags);
    }
    for (const Variable *variable : affected.changed)
        taintShape(load(*variable), tags);
}

void Interpreter::failHere(Failure failure) const
{
    failure.message = kept(failure.message);
    failure.hint = kept(failure.hint);
    const SourceText &source = m_frame.source->source;
    // Jinja2 knows only the line of the statement; where we know better within that line, we say
    // so.
    const bool isNear = source.line(m_statement) == source.line(m_place.offset);
    const quint32 offset = isNear || !dialect().failsAtStatements ? m_place.offset : m_statement;
    failure.problem = source.located(
        {.code = codeOf(failure.kind), .message = failure.message, .hint = failure.hint}, offset);
    throw failure; // NOLINT(misc-throw-by-value-catch-by-reference): the one that was passed
}

} // namespace waymark::jinja
