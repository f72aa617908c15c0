#include "models/plan/rendering.h"

#include "models/plan/cookiecutterrendering.h"
#include "models/plan/copierrendering.h"
#include "models/plan/iterations.h"
#include "models/plan/rendermemory.h"
#include "models/plan/secretmessages.h"
#include "models/plan/stepaction.h"
#include "models/plan/templateoutput.h"
#include "models/plan/undoneactions.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

constexpr qsizetype maximumIterations = 10'000; ///< Of one step's `each`.
constexpr qsizetype mostTold = 100; ///< Of what one step would do for the items of its `each`.

QString text(const char *source)
{
    return QCoreApplication::translate("Renderer", source);
}

/// Whether `node` is written as nothing, false or 0: JavaScript takes it for no `each` at all.
bool isNothing(const YamlNode &node)
{
    return node.isScalar() && !isTruthy(TaggedValue(node.toValue()));
}

bool isFalse(const std::optional<YamlNode> &condition)
{
    const Value value = condition && condition->isScalar() ? condition->toValue() : Value();
    return value.toBool() && !*value.toBool();
}

/// What tells `action` from another of the same step.
QString wordsOf(const UndoneAction &action)
{
    QStringList words{action.reason, action.command};
    for (const ResolvedInput &input : action.inputs)
        words += {input.name, input.text};
    if (const auto &to = action.publication)
        words += {to->repository, to->branch, to->title, to->description};
    words += action.commands;
    words += action.links;
    return words.join(QChar(0));
}

/// Runs the steps of one template.
class Renderer
{
public:
    Renderer(const LoadedTemplate &loaded, const RenderRequest &request, RenderMemory &memory)
        : m_loaded(loaded)
        , m_context(loaded.entry.definition, request, memory)
        , m_workspace(PlanBudget(PlanLimits::of(request.limits), request.stop))
    {
    }

    Rendering run()
    {
        for (const TemplateStep &step : m_loaded.entry.definition.steps) {
            if (const auto done = runStep(step); !done) {
                m_rendering.problems += done.error().problem;
                break; // what follows may stand on it
            }
        }
        if (m_rendering.problems.isEmpty())
            addOutput(m_loaded.entry.definition, m_context.withoutSecrets(), m_rendering);
        m_rendering.problems += m_context.problems();
        m_workspace.collectInto(m_rendering);
        return std::move(m_rendering);
    }

private:
    Result<> runStep(const TemplateStep &step)
    {
        if (isFalse(step.condition))
            return {};
        if (step.each && !isNothing(*step.each))
            return runForEach(step);
        const auto runs = whether(step, m_context.withoutSecrets());
        if (!runs)
            return std::unexpected(runs.error());
        const auto output = runOnce(step, m_context, *runs);
        if (!output)
            return std::unexpected(output.error());
        m_context.setStepOutput(step.id, *output);
        return {};
    }

    static Result<jinja::Truth> whether(const TemplateStep &step, const StepContext &context)
    {
        return step.condition ? context.condition(*step.condition)
                              : Result<jinja::Truth>(jinja::Truth{.isTrue = true});
    }

    Result<> runForEach(const TemplateStep &step)
    {
        const auto each = m_context.evaluated(*step.each);
        if (!each)
            return std::unexpected(each.error());
        if (!isTruthy(*each) && !each->isList())
            return badEach(step, text("The step's “each” has nothing to go through."),
                           text("Give it a list or a map, or leave the step out by an “if”."));
        const auto iterations = entriesOf(*each);
        if (iterations.size() > maximumIterations)
            return badEach(step,
                           text("The step would run %1 times; %2 is the limit.")
                               .arg(iterations.size())
                               .arg(maximumIterations),
                           text("Give its “each” a shorter list."));
        Outputs outputs;
        for (const auto &[key, value] : iterations) {
            if (const auto isLeft = goesOn(); !isLeft)
                return failure(m_context.placed(isLeft.error().problem, *step.each));
            const StepContext context = m_context.withEach(key, value);
            auto runs = whether(step, context);
            if (!runs)
                return std::unexpected(runs.error());
            runs->sources = runs->sources.with(each->sources());
            const auto output = runOnce(step, context, *runs);
            if (!output)
                return std::unexpected(output.error());
            append(outputs, *output);
        }
        TaggedValue::Map lists;
        for (const auto &[name, values] : outputs)
            lists += {name, TaggedValue::fromList(values)};
        m_context.setStepOutput(step.id, TaggedValue::fromMap(lists, each->sources()));
        return {};
    }

    std::unexpected<Error> badEach(const TemplateStep &step, const QString &message,
                                   const QString &hint) const
    {
        return failure(m_context.placed(
            {.code = u"template.each"_s, .message = message, .hint = hint}, *step.each));
    }

    using Outputs = QList<std::pair<QString, TaggedValue::List>>;

    /// Outputs of a step that runs more than once are lists.
    static void append(Outputs &outputs, const TaggedValue &output)
    {
        for (const TaggedValue::Entry &entry : output.map()) {
            auto found = std::ranges::find(outputs, entry.key,
                                           &std::pair<QString, TaggedValue::List>::first);
            if (found == outputs.end())
                found = outputs.insert(outputs.end(), {entry.key, {}});
            found->second += entry.value;
        }
    }

    /// What the step gives to others: a map, or undefined where it does not run.
    Result<TaggedValue> runOnce(const TemplateStep &step, const StepContext &context,
                                const jinja::Truth &runs)
    {
        TaggedValue absent = TaggedValue::undefined();
        absent.addSources(runs.sources.asControl());
        const StepAction *action = stepAction(step.action);
        if (!action && !runs.isTrue)
            return absent;
        const auto input = context.evaluated(step.input);
        if (!input)
            return runs.isTrue ? input : absent;
        auto output = action ? done(*action, step, context, runs, *input)
                             : told(ActionInput(step, *input, context));
        if (!runs.isTrue)
            return absent;
        if (const auto isLeft = goesOn(); output && !isLeft)
            return failure(m_context.placed(isLeft.error().problem, step.node));
        if (output && output->isUndefined())
            output = TaggedValue::fromMap({}, output->sources());
        if (output)
            output->addSources(runs.sources.asControl());
        return output;
    }

    Result<TaggedValue> done(const StepAction &action, const TemplateStep &step,
                             const StepContext &context, const jinja::Truth &runs,
                             const TaggedValue &input)
    {
        const StepRun stepRun{.loaded = m_loaded, .context = context, .step = step, .runs = runs};
        return waymark::run(action, stepRun, input, m_workspace);
    }

    /// Whether something of the budget is left, with the texts of the steps up to here.
    Result<> goesOn()
    {
        const quint64 spent = m_context.spent();
        m_workspace.budget().takeRendered(spent - std::exchange(m_counted, spent));
        return m_workspace.budget().check();
    }

    Result<TaggedValue> told(const ActionInput &input)
    {
        const TemplateStep *step = &input.step();
        const qsizetype told = m_told.value(step).size();
        if (told > mostTold)
            return expectedOutput(input, m_workspace);
        const UndoneAction action = undoneAction(input);
        const QString words = wordsOf(action);
        if (m_told.value(step).contains(words))
            return expectedOutput(input, m_workspace);
        m_told[step].insert(words);
        if (told < mostTold)
            m_rendering.undone += action;
        else
            m_workspace.tell(tooManyToTell(*step));
        return expectedOutput(input, m_workspace);
    }

    [[nodiscard]] Problem tooManyToTell(const TemplateStep &step) const
    {
        return m_context.placed(
            {.severity = Severity::Warning,
             .code = u"template.undone"_s,
             .message = text("The step “%1” would do more than the %2 things that are named.")
                            .arg(step.name)
                            .arg(mostTold),
             .hint = text("Look at its “each” for all that it goes through.")},
            step.each ? *step.each : step.node);
    }

    const LoadedTemplate &m_loaded;
    StepContext m_context;
    quint64 m_counted = 0; ///< Of the context's steps.
    Workspace m_workspace;
    Rendering m_rendering;
    QHash<const TemplateStep *, QSet<QString>> m_told; // what is in `undone` of each, in words
};

bool hasProblems(const Rendering &rendering)
{
    return !rendering.problems.isEmpty()
        || std::ranges::any_of(rendering.files,
                               [](const RenderedFile &file) { return !file.problems.isEmpty(); });
}

} // namespace

namespace {

/// By the rules of the tool that the template is written for.
Rendering rendered(const LoadedTemplate &loaded, const RenderRequest &request, RenderMemory &memory)
{
    memory.begin(loaded, request);
    switch (loaded.entry.definition.format) {
    case TemplateFormat::Backstage:
        break;
    case TemplateFormat::Copier:
        return renderCopier(loaded, atItsOccasion(request), memory);
    case TemplateFormat::Cookiecutter:
        return renderCookiecutter(loaded, atItsOccasion(request), memory);
    }
    return Renderer(loaded, request, memory).run();
}

} // namespace

bool isOneOf(const UndoneAction &action, const QList<TemplateCommand> &commands)
{
    return std::ranges::any_of(commands, [&action](const TemplateCommand &command) {
        return command.name == action.action || command.name == action.step;
    });
}

jinja::RenderOptions renderOptions(const RenderRequest &request)
{
    return {
        .limits = request.limits, .now = request.now, .seed = request.seed, .stop = request.stop};
}

RenderRequest atItsOccasion(RenderRequest request)
{
    request.form.setOccasion({.now = request.now,
                              .seed = request.seed,
                              .destination = request.destination,
                              .defaults = request.form.occasion().defaults,
                              .stop = request.stop});
    return request;
}

Rendering render(const LoadedTemplate &loaded, const RenderRequest &request)
{
    RenderMemory memory;
    return render(loaded, request, memory);
}

Rendering render(const LoadedTemplate &loaded, const RenderRequest &request, RenderMemory &memory)
{
    Rendering rendering = rendered(loaded, request, memory);
    if (!request.stop.stop_requested())
        memory.end();
    if (!hasProblems(rendering))
        return rendering;
    if (const auto form = withOtherSecrets(request.form)) {
        RenderRequest other = request;
        other.form = *form;
        RenderMemory ofOther;
        hideSecrets(rendering, rendered(loaded, other, ofOther));
    }
    return rendering;
}

} // namespace waymark
