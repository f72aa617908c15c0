#include "models/plan/fetchaction.h"

#include "models/base/utf8.h"
#include "models/plan/binarytest.h"
#include "models/plan/rendermemory.h"
#include "models/plan/templatename.h"

#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Sources;
using jinja::TaggedValue;

QString text(const char *source)
{
    return QCoreApplication::translate("FetchAction", source);
}

/// What Backstage's scaffolder leaves out for its path. A path that ends in a slash is that of the
/// folder, which is there already.
bool isSkipped(const QByteArray &path)
{
    return path.isEmpty() || path.startsWith('/') || path.contains("//") || path.endsWith('/');
}

bool isText(const TemplateFile &file)
{
    return file.mode != FileMode::Link && !isBinary(file.content) && decodeUtf8(file.content);
}

/// A name like "{% if x %}a{% endif %}/b" leaves its file out by intent; one that an answer makes
/// absolute does not.
Problem absolutePath(const QString &file)
{
    return {.severity = Severity::Warning,
            .code = u"template.absolute-path"_s,
            .message = text("Its path would begin with “/”, so the file is left out, as in "
                            "Backstage."),
            .file = file,
            .hint = text("Give answers that make a path below the service’s folder.")};
}

} // namespace

FetchAction::FetchAction(const LoadedTemplate &loaded, const StepContext &context,
                         const TemplateStep &step, const jinja::Truth &runs)
    : m_loaded(loaded)
    , m_context(context)
    , m_step(step)
    , m_runs(runs)
{
}

Result<> FetchAction::run(const TaggedValue &input, Workspace &workspace) const
{
    const auto folder = prepared(input);
    if (!folder)
        return std::unexpected(folder.error());
    const FetchSettings settings = (*folder)->settings;
    if (m_runs.isTrue) {
        tellOfOldKeys(workspace);
        for (FetchedFile &inside : (*folder)->folders)
            takeFolder(inside, settings, workspace);
    }
    for (FetchedFile &file : (*folder)->files) {
        if (const auto goesOn = workspace.budget().check(); !goesOn)
            return failure(m_context.placed(goesOn.error().problem, m_step.node));
        takeFile(file, settings, workspace);
    }
    return {};
}

/// Backstage takes an entry without heeding it any more.
void FetchAction::tellOfOldKeys(Workspace &workspace) const
{
    const YamlNode *node = m_step.input.find(u"copyWithoutRender");
    if (!node || m_step.action != u"fetch:template")
        return;
    workspace.tell(m_context.placed(
        {.severity = Severity::Warning,
         .code = u"template.without-effect"_s,
         .message = text("Backstage pays no heed to “copyWithoutRender” any more: these files are "
                         "rendered like the others."),
         .hint = text("Call it “copyWithoutTemplating” to copy them as they are.")},
        *node));
}

/// What is fetched, as it is known from before if it is still read in the same way.
Result<FetchedFolder *> FetchAction::prepared(const TaggedValue &input) const
{
    RenderMemory &memory = m_context.memory();
    const QString key = m_step.id + u'\n' + m_context.eachKey();
    FetchedFolder *known = memory.folder(key);
    const auto settings = FetchSettings::of(m_loaded, m_context, m_step, m_runs, input,
                                            known ? &known->settings : nullptr);
    if (!settings)
        return std::unexpected(settings.error());
    if (!known || !known->settings.input().readsLike(settings->input()))
        return &memory.remember(key, fetchedFolder(m_loaded, *settings));
    known->settings = *settings;
    return known;
}

template<typename T>
void FetchAction::compile(FetchedFile::Part<T> &part, const jinja::Environment &language,
                          const QByteArray &source, const QByteArray &templatePath) const
{
    if (part.compiled)
        return;
    part.compiled = language.compile(QByteArrayView(source), shown(templatePath));
    if (*part.compiled)
        part.mentions = jinja::mentionsIn(QString::fromUtf8(source), language.options());
}

RenderedName FetchAction::nameOf(FetchedFile &file, const FetchSettings &settings,
                                 Workspace &workspace) const
{
    return outputName(file.renderedName, file, file.name, settings, workspace);
}

RenderedName FetchAction::outputName(NamePart &part, const FetchedFile &file,
                                     const QByteArray &name, const FetchSettings &settings,
                                     Workspace &workspace) const
{
    if (!file.hasRenderedName)
        return {.path = name, .shown = name};
    compile(part, settings.languageOfNames(), name, pathBelow(settings.input().source, name));
    RenderedName made = m_context.memory().current(part.rendered, part.mentions, settings.setting(),
                                                   [&] { return rendered(part, name, settings); });
    workspace.budget().takeRendered(part.steps);
    return made;
}

RenderedName FetchAction::rendered(NamePart &part, const QByteArray &name,
                                   const FetchSettings &settings) const
{
    jinja::RenderOptions options = m_context.options();
    part.steps = 0;
    options.spent = &part.steps;
    const auto made = *part.compiled ? jinja::render(**part.compiled, settings.context(), options)
                                     : std::unexpected(part.compiled->error());
    if (made)
        return {.path = made->bytes,
                .shown = m_context.mask().masked(*made),
                .sources = made->provenance.all(),
                .isAbsolute
                = made->bytes.startsWith('/') && !made->provenance.between(0, 1).data.isEmpty()};
    Problem problem = made.error().problem;
    problem.message = text("In the name of the file: %1").arg(problem.message);
    return {.path = name, .shown = name, .sources = {}, .problems = {problem}};
}

/// Where `name` is below the service's folder; how that is shown is noted.
QByteArray FetchAction::placed(const RenderedName &name, const FetchSettings &settings,
                               Workspace &workspace)
{
    const FetchInput &input = settings.input();
    const QByteArray path = pathBelow(input.target, name.path);
    if (name.shown != name.path || input.shownTarget != input.target)
        workspace.show(path, pathBelow(input.shownTarget, name.shown));
    return path;
}

void FetchAction::takeFolder(FetchedFile &folder, const FetchSettings &settings,
                             Workspace &workspace) const
{
    RenderedName name = nameOf(folder, settings, workspace);
    for (QByteArray *part : {&name.path, &name.shown}) {
        if (part->endsWith('/'))
            part->chop(1);
    }
    if (isSkipped(name.path) || !name.problems.isEmpty())
        return;
    workspace.addFolder(placed(name, settings, workspace), settings.because().with(name.sources));
}

void FetchAction::takeFile(FetchedFile &file, const FetchSettings &settings,
                           Workspace &workspace) const
{
    const RenderedName name = nameOf(file, settings, workspace);
    if (m_runs.isTrue && name.isAbsolute)
        workspace.tell(absolutePath(shown(file.templatePath)));
    if (!m_runs.isTrue || (isSkipped(name.path) && name.problems.isEmpty()))
        return leaveOut(file, name, settings, workspace);
    RenderedFile made{.path = placed(name, settings, workspace),
                      .mode = file.file.mode,
                      .content = file.file.content,
                      .templatePath = file.templatePath,
                      .provenance = {},
                      .presence = settings.because().with(name.sources),
                      .problems = name.problems + file.problems};
    if (file.language)
        renderContent(made, file, settings, workspace);
    workspace.addFile(std::move(made), settings.precedence(), m_step.name);
}

/// `name` is what became of the file's name.
void FetchAction::leaveOut(FetchedFile &file, const RenderedName &name,
                           const FetchSettings &settings, Workspace &workspace) const
{
    const bool isSkippedNow = isSkipped(name.path) && name.problems.isEmpty();
    const RenderedName guess = isSkippedNow
        ? outputName(file.guessedName, file, withoutStatements(file.name), settings, workspace)
        : name;
    const Sources because = m_runs.isTrue ? settings.because().with(name.sources) : m_runs.sources;
    workspace.leaveOut(
        {.path = isSkipped(guess.path) ? file.templatePath : placed(guess, settings, workspace),
         .templatePath = file.templatePath,
         .because = because.asControl()},
        settings.precedence());
}

void FetchAction::renderContent(RenderedFile &made, FetchedFile &file,
                                const FetchSettings &settings, Workspace &workspace) const
{
    if (!file.isText)
        file.isText = isText(file.file);
    if (!*file.isText)
        return;
    FetchedFile::Part<Result<jinja::Rendered>> &part = file.content;
    compile(part, *file.language, file.file.content, file.templatePath);
    if (part.isRandom && file.contentPath != made.path)
        part.rendered.reset(); // each file draws its own numbers
    file.contentPath = made.path;
    const auto &rendered
        = m_context.memory().current(part.rendered, part.mentions, settings.setting(),
                                     [&] { return content(file, made.path, settings); });
    workspace.budget().takeRendered(part.steps);
    if (!rendered) {
        made.problems += rendered.error().problem;
        return;
    }
    made.content = rendered->bytes;
    made.provenance = rendered->provenance;
}

Result<jinja::Rendered> FetchAction::content(FetchedFile &file, const QByteArray &path,
                                             const FetchSettings &settings) const
{
    m_context.memory().noteRendered(path);
    const Result<jinja::Template> &compiled = *file.content.compiled;
    if (!compiled)
        return std::unexpected(compiled.error());
    jinja::RenderOptions options = m_context.options();
    options.seed += ':' + path; // each file draws its own numbers, whatever the others do
    file.content.steps = 0;
    options.spent = &file.content.steps;
    file.content.isRandom = false;
    options.draws = &file.content.isRandom;
    return jinja::render(*compiled, settings.context(), options);
}

QString FetchAction::shownPath(const LoadedTemplate &loaded, const QByteArray &templatePath)
{
    return shownTemplatePath(QFileInfo(loaded.entry.definition.file).path(), templatePath);
}

} // namespace waymark
