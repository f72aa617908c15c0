#include "models/jinja/loading.h"

#include "models/jinja/block.h"
#include "models/jinja/dialect.h"
#include "models/jinja/guards.h"
#include "models/jinja/methods/pythonarguments.h"
#include "models/jinja/nursery.h"
#include "models/jinja/syntaxhints.h"

#include "models/base/utf8.h"

#include <QCoreApplication>

#include <algorithm>

namespace waymark::jinja {

namespace {
/// Whether Jinja2 met it while it worked out constants (Constants::failure()).
bool isOfOptimizer(const Failure &failure)
{
    return failure.kind == FailureKind::Type || failure.kind == FailureKind::Undefined;
}
} // namespace

QString resolvedName(const QString &name, const QString &from)
{
    if (!name.startsWith(u"./") && !name.startsWith(u"../"))
        return name;
    QStringList parts = from.split(u'/');
    parts.removeLast();
    for (const QString &part : name.split(u'/')) {
        if (part == u"..")
            parts.isEmpty() ? void() : parts.removeLast();
        else if (part != u"." && !part.isEmpty())
            parts.append(part);
    }
    return parts.join(u'/');
}

quint32 Interpreter::sourceIndex(const CompiledTemplate &source)
{
    for (size_t i = m_sources.size(); i > 0; --i) {
        if (m_sources[i - 1].get() == &source)
            return static_cast<quint32>(i);
    }
    Q_UNREACHABLE_RETURN(0);
}

const CompiledTemplate *Interpreter::findTemplate(const QString &name)
{
    const bool isRelative = dialect().resolvesRelativeNames;
    const QString resolved = isRelative ? resolvedName(name, m_frame.source->source.name()) : name;
    if (const auto known = m_loaded.find(resolved); known != m_loaded.end())
        return known->second;
    const QString full = kept(resolved);
    if (!options().loader) {
        if (dialect().bindsAsPython || options().backstage)
            fail(FailureKind::Runtime, QStringLiteral("no loader for this environment specified"),
                 options().backstage ? QCoreApplication::translate(
                                           "jinja",
                                           "Backstage's templates cannot include, import or extend "
                                           "others: write the text here.")
                                     : QString());
        return nullptr;
    }
    const NurseryPause pause; // what is made from here on belongs to more than this render
    const auto bytes = options().loader(full);
    if (!bytes)
        throw Failure{.kind = FailureKind::NotFound, .problem = bytes.error().problem};
    if (!bytes->has_value())
        return nullptr;
    KnownTemplates &known = m_environment.known;
    auto compiled = known.find(full, **bytes);
    if (!compiled) {
        compiled = compiledHere(full, **bytes);
        known.add(full, **bytes, compiled);
    }
    m_sources.push_back(compiled);
    m_loaded[full] = m_sources.back().get();
    return m_sources.back().get();
}

std::shared_ptr<const CompiledTemplate> Interpreter::compiledHere(const QString &name,
                                                                  const QByteArray &bytes)
{
    const auto text = decodeUtf8(bytes);
    if (!text) {
        Problem problem = text.error().problem;
        problem.file = name;
        throw Failure{.kind = FailureKind::Syntax, .problem = problem};
    }
    const std::shared_ptr<const CompiledEnvironment> unowned(std::shared_ptr<void>(),
                                                             &m_environment);
    try {
        return compiled(unowned, name, *text, LexerStart::Text);
    } catch (Failure &failure) {
        if (!failure.problem && isOfOptimizer(failure)) // no line of that template is told
            fail(failure.kind, failure.message);
        if (!failure.problem) {
            const QString read = readAs(m_environment, *text);
            failure.problem = SourceText(name, read)
                                  .located({.code = codeOf(failure.kind),
                                            .message = failure.message,
                                            .hint = hintOf(failure, read, options().delimiters)},
                                           std::max<qsizetype>(failure.offset, 0));
        }
        throw;
    }
}

const CompiledTemplate &Interpreter::loadTemplate(const Value &name)
{
    if (!name.isText()) {
        if (!dialect().bindsAsPython)
            fail(FailureKind::Type,
                 QStringLiteral("template names must be a string: %1").arg(text(name)));
        if (name.isUndefined())
            failUndefined(name);
        requireHashable(*this, name); // templates are kept by name
        fail(FailureKind::NotFound, text(name));
    }
    const CompiledTemplate *found = findTemplate(name.text());
    if (!found)
        fail(FailureKind::NotFound, dialect().noSuchTemplate(name.text()));
    return *found;
}

const CompiledTemplate *Interpreter::selectTemplate(const Value &names, bool orNone)
{
    if (names.isText() || !dialect().bindsAsPython) {
        const CompiledTemplate *found = names.isText() ? findTemplate(names.text()) : nullptr;
        return found || (orNone && names.isText()) ? found : &loadTemplate(names);
    }
    if (names.isUndefined())
        failUndefined(names);
    QStringList tried;
    for (const Value &name : truthy(names) ? items(names) : std::vector<Value>()) {
        requireHashable(*this, name);
        tried.append(name.isUndefined() ? undefinedMessage(name) : text(name));
        const CompiledTemplate *found = name.isText() ? findTemplate(name.text()) : nullptr;
        if (found)
            return found;
    }
    if (!orNone) {
        const auto message = tried.isEmpty()
            ? QStringLiteral("Tried to select from an empty list of templates.")
            : QStringLiteral("none of the templates given were found: %1")
                  .arg(tried.join(QStringLiteral(", ")));
        fail(FailureKind::NotFound, message);
    }
    return nullptr;
}

Reference<Context> Interpreter::contextFor(const CompiledTemplate &source, const Scope *scope)
{
    const bool seesLocals = scope && !dialect().framesAreDynamic;
    auto context = make<Context>(
        scope ? m_context->passedOn(seesLocals ? locals(*scope) : DictData()) : make<Passed>());
    for (const BlockNode *block : source.blocks)
        context->blocks[block->name()].push_back({block, &source});
    return context;
}

void Interpreter::runIncluded(const CompiledTemplate &source, const Reference<Context> &context,
                              bool seesFrames)
{
    const ContextGuard guard(*this, context);
    const bool autoescape = std::exchange(m_autoescape, options().autoescape);
    const auto activation = make<Activation>(source.routine);
    if (dialect().framesAreDynamic && seesFrames)
        activation->dynamic = m_activation;
    runTemplate(source, *activation);
    m_autoescape = autoescape;
}

} // namespace waymark::jinja
