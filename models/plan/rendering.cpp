#include "models/plan/rendering.h"

#include "models/plan/fetchaction.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Sources;
using jinja::TaggedValue;

constexpr qsizetype maximumIterations = 10'000; ///< Of one step's `each`.

QString text(const char *source)
{
    return QCoreApplication::translate("Renderer", source);
}

/// What to say of an action that is not done.
QString reasonOf(const TemplateStep &step)
{
    switch (step.kind) {
    case TemplateStep::Kind::Destination:
        return text(
            "The service stays on this machine, in the folder you name; push it where it belongs.");
    case TemplateStep::Kind::Elsewhere:
        return text("It speaks to a server; do it there once the service is pushed.");
    case TemplateStep::Kind::Action:
        break;
    }
    return text("Waymark does not know this action; what it would do to the files is missing.");
}

/// "https://github.com/acme/orders" of "github.com?owner=acme&repo=orders", as Backstage's publish
/// actions report it.
QString remoteUrl(const QString &repoUrl)
{
    const qsizetype mark = repoUrl.indexOf(u'?');
    if (mark < 0)
        return {};
    QString owner;
    QString repository;
    for (const QString &part : repoUrl.sliced(mark + 1).split(u'&')) {
        if (part.startsWith(u"owner="))
            owner = part.sliced(6);
        else if (part.startsWith(u"repo="))
            repository = part.sliced(5);
    }
    if (owner.isEmpty() || repository.isEmpty())
        return {};
    return u"https://"_s + repoUrl.first(mark) + u'/' + owner + u'/' + repository;
}

/// Runs the steps of one template.
class Renderer
{
public:
    Renderer(const LoadedTemplate &loaded, const RenderRequest &request)
        : m_loaded(loaded)
        , m_context(loaded.entry.definition, request)
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
            evaluateOutput();
        collect();
        return std::move(m_rendering);
    }

private:
    Result<> runStep(const TemplateStep &step)
    {
        jinja::Truth runs{.isTrue = true};
        if (step.condition) {
            const auto condition = m_context.condition(*step.condition);
            if (!condition)
                return std::unexpected(condition.error());
            runs = *condition;
        }
        if (!step.each)
            return runOnce(step, m_context, runs);
        const auto each = m_context.evaluated(*step.each);
        if (!each)
            return std::unexpected(each.error());
        const TaggedValue::Map iterations = entriesOf(*each);
        if (iterations.size() > maximumIterations) {
            return std::unexpected(Error{
                m_context.placed({.code = u"template.each"_s,
                                  .message = text("The step would run %1 times; %2 is the limit.")
                                                 .arg(iterations.size())
                                                 .arg(maximumIterations),
                                  .hint = text("Give its “each” a shorter list.")},
                                 *step.each)});
        }
        runs.sources = runs.sources.with(each->sources());
        for (const TaggedValue::Entry &iteration : iterations) {
            const auto done
                = runOnce(step, m_context.withEach(iteration.key, iteration.value), runs);
            if (!done)
                return done;
        }
        return {};
    }

    /// What `Object.entries` gives of a list or map.
    static TaggedValue::Map entriesOf(const TaggedValue &value)
    {
        if (value.isMap())
            return value.map();
        TaggedValue::Map entries;
        for (const TaggedValue &item : value.list())
            entries += {QString::number(entries.size()), item};
        return entries;
    }

    Result<> runOnce(const TemplateStep &step, const StepContext &context, const jinja::Truth &runs)
    {
        const bool isFetch = step.action == u"fetch:template" || step.action == u"fetch:plain";
        if (!isFetch && !runs.isTrue)
            return {};
        const auto input = context.evaluated(step.input);
        if (!input)
            return runs.isTrue ? Result<>(std::unexpected(input.error())) : Result<>();
        if (!isFetch) {
            noteUndone(step, *input);
            return {};
        }
        const auto done = FetchAction(m_loaded, context, step, runs.sources, runs.isTrue)
                              .run(*input, m_workspace);
        return runs.isTrue ? done : Result<>();
    }

    void noteUndone(const TemplateStep &step, const TaggedValue &input)
    {
        const bool isExpected = step.kind != TemplateStep::Kind::Action;
        m_rendering.undone += {
            .step = step.name,
            .action = step.action,
            .reason = reasonOf(step),
            .place = m_context.placed(
                {.severity = isExpected ? Severity::Note : Severity::Warning,
                 .code = u"template.action-not-run"_s,
                 .message
                 = text("“%1” (%2) is not run. %3").arg(step.name, step.action, reasonOf(step))},
                step.node),
            .isExpected = isExpected};
        if (step.kind != TemplateStep::Kind::Destination)
            return;
        const TaggedValue *repoUrl = input.find(u"repoUrl"_s);
        const QString url = repoUrl ? remoteUrl(repoUrl->scalar().textOr()) : QString();
        if (url.isEmpty())
            return;
        TaggedValue remote{Value(url)};
        TaggedValue contents{Value(url + u"/blob/main"_s)};
        remote.addSources(repoUrl->allSources());
        contents.addSources(repoUrl->allSources());
        TaggedValue output = TaggedValue::fromMap({});
        output.insert(u"remoteUrl"_s, remote);
        output.insert(u"repoContentsUrl"_s, contents);
        m_context.setStepOutput(step.id, output);
    }

    void evaluateOutput()
    {
        if (!m_loaded.entry.definition.output)
            return;
        const auto output = m_context.evaluated(*m_loaded.entry.definition.output);
        if (!output) {
            Problem problem = output.error().problem;
            problem.severity = Severity::Warning; // the files are whole without it
            m_rendering.problems += problem;
            return;
        }
        if (const TaggedValue *links = output->find(u"links"_s)) {
            for (const TaggedValue &link : links->list()) {
                const TaggedValue *url = link.find(u"url"_s);
                const TaggedValue *title = link.find(u"title"_s);
                if (url && !url->scalar().textOr().isEmpty())
                    m_rendering.links
                        += {title ? title->scalar().textOr() : QString(), url->scalar().textOr()};
            }
        }
        if (const TaggedValue *texts = output->find(u"text"_s)) {
            for (const TaggedValue &item : texts->list()) {
                const TaggedValue *content = item.find(u"content"_s);
                if (content && !content->scalar().textOr().isEmpty())
                    m_rendering.texts += content->scalar().textOr();
            }
        }
    }

    void collect()
    {
        m_rendering.files = m_workspace.files.values();
        for (const LeftOutFile &file : std::as_const(m_workspace.leftOut)) {
            if (!m_workspace.files.contains(file.path))
                m_rendering.leftOut += file;
        }
        for (const QByteArray &folder : m_workspace.folders.keys()) {
            const QByteArray inside = folder + '/';
            const auto next = m_workspace.files.lowerBound(inside);
            const bool hasFile = next != m_workspace.files.cend() && next.key().startsWith(inside);
            const auto deeper = m_workspace.folders.lowerBound(inside);
            const bool hasFolder
                = deeper != m_workspace.folders.cend() && deeper.key().startsWith(inside);
            if (!hasFile && !hasFolder)
                m_rendering.folders += folder;
        }
    }

    const LoadedTemplate &m_loaded;
    StepContext m_context;
    Workspace m_workspace;
    Rendering m_rendering;
};

} // namespace

Rendering render(const LoadedTemplate &loaded, const RenderRequest &request)
{
    return Renderer(loaded, request).run();
}

} // namespace waymark
