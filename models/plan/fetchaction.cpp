#include "models/plan/fetchaction.h"

#include "models/base/utf8.h"
#include "models/plan/binarytest.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Sources;
using jinja::TaggedValue;

QString text(const char *source)
{
    return QCoreApplication::translate("FetchAction", source);
}

/// `path` below `folder`, without components that stand for the folder they are in.
QByteArray joined(const QByteArray &folder, const QByteArray &path)
{
    QByteArrayList parts = path.split('/');
    parts.removeAll(QByteArrayLiteral("."));
    const QByteArray clean = parts.join('/');
    return folder.isEmpty() || clean.isEmpty() ? folder + clean : folder + '/' + clean;
}

/// What Backstage's scaffolder leaves out for its path. A path that ends in a slash is that of the
/// folder, which is there already.
bool isSkipped(const QByteArray &path)
{
    return path.isEmpty() || path.startsWith('/') || path.contains("//") || path.endsWith('/');
}

/// The extension of a name as Node's path.extname gives it.
QByteArray extensionOf(const QByteArray &path)
{
    const QByteArray name = path.sliced(path.lastIndexOf('/') + 1);
    const qsizetype dot = name.lastIndexOf('.');
    return dot <= 0 ? QByteArray() : name.sliced(dot);
}

/// Every folder of `tree`, those above its files too; sorted.
QByteArrayList foldersOf(const TemplateTree &tree)
{
    QSet<QByteArray> folders;
    QByteArrayList paths = tree.emptyFolders();
    for (QByteArray &folder : paths)
        folder += '/';
    for (const TemplateFile &file : tree.files())
        paths += file.path;
    for (const QByteArray &path : std::as_const(paths)) {
        for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
            folders += path.first(slash);
    }
    QByteArrayList sorted(folders.cbegin(), folders.cend());
    std::ranges::sort(sorted);
    return sorted;
}

/// `path` without the tags of statements: what a name that depends on conditions would most likely
/// be.
QByteArray withoutStatements(QByteArray path)
{
    for (qsizetype start = path.indexOf("{%"); start >= 0; start = path.indexOf("{%", start)) {
        const qsizetype end = path.indexOf("%}", start);
        if (end < 0)
            break;
        path.remove(start, end + 2 - start);
    }
    return path;
}

bool isText(const TemplateFile &file)
{
    return file.mode != FileMode::Link && !isBinary(file.content) && decodeUtf8(file.content);
}

} // namespace

/// A path once it is rendered.
struct FetchAction::Name
{
    QByteArray path;
    QByteArray shown; ///< Without secrets.
    Sources sources;
    QList<Problem> problems;
};

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
    const auto prepared = FetchSettings::of(m_loaded, m_context, m_step, m_runs, input);
    if (!prepared)
        return std::unexpected(prepared.error());
    const TemplateTree tree = m_loaded.tree.below(prepared->input().source);
    if (m_runs.isTrue) {
        for (const QByteArray &folder : foldersOf(tree))
            takeFolder(folder, *prepared, workspace);
    }
    for (const TemplateFile &file : tree.files()) {
        if (m_context.options().stop.stop_requested())
            return failure(
                {.code = u"plan.cancelled"_s, .message = text("Planning was cancelled.")});
        takeFile(file, *prepared, workspace);
    }
    return {};
}

FetchAction::Name FetchAction::outputName(const QByteArray &path, const FetchSettings &settings,
                                          bool isRendered) const
{
    Name name{.path = path, .shown = path, .sources = {}, .problems = {}};
    if (!isRendered)
        return name;
    const auto compiled = settings.languageOfNames().compile(
        QByteArrayView(path), shown(joined(settings.input().source, path)));
    const auto rendered = compiled
        ? jinja::render(*compiled, settings.context(), m_context.options())
        : std::unexpected(compiled.error());
    if (!rendered) {
        Problem problem = rendered.error().problem;
        problem.message = text("In the name of the file: %1").arg(problem.message);
        name.problems += problem;
        return name;
    }
    name.path = rendered->bytes;
    name.shown = m_context.mask().masked(*rendered);
    name.sources = rendered->provenance.all();
    return name;
}

/// Where `name` is below the service's folder; how that is shown is noted.
QByteArray FetchAction::placed(const Name &name, const FetchSettings &settings,
                               Workspace &workspace) const
{
    const QByteArray path = joined(settings.input().target, name.path);
    const QByteArray shownPath = joined(settings.input().shownTarget, name.shown);
    workspace.show(path, shownPath);
    return path;
}

void FetchAction::takeFolder(const QByteArray &path, const FetchSettings &settings,
                             Workspace &workspace) const
{
    Name name = outputName(path + '/', settings, settings.rendersName(path));
    for (QByteArray *part : {&name.path, &name.shown}) {
        if (part->endsWith('/'))
            part->chop(1);
    }
    if (isSkipped(name.path) || !name.problems.isEmpty())
        return;
    workspace.addFolder(placed(name, settings, workspace), settings.because().with(name.sources));
}

void FetchAction::takeFile(const TemplateFile &file, const FetchSettings &settings,
                           Workspace &workspace) const
{
    const QByteArray &extension = settings.input().extension;
    const bool hasExtension = !extension.isEmpty() && extensionOf(file.path) == extension;
    const bool isRendered = extension.isEmpty() ? !settings.isCopied(file.path) : hasExtension;
    QByteArray path = file.path;
    if (hasExtension)
        path.chop(extension.size());
    const Name name = outputName(path, settings, settings.rendersName(file.path));
    if (!m_runs.isTrue || (isSkipped(name.path) && name.problems.isEmpty()))
        return leaveOut(file, name, path, settings, workspace);
    RenderedFile made{.path = placed(name, settings, workspace),
                      .mode = file.mode,
                      .content = file.content,
                      .templatePath = joined(settings.input().source, file.path),
                      .provenance = {},
                      .presence = settings.because().with(name.sources),
                      .problems = name.problems};
    if (isRendered && isText(file))
        renderContent(made, settings);
    workspace.addFile(std::move(made), settings.precedence(), m_step.name);
}

/// `path` is that of `file` as its name is written, and `name` what became of it.
void FetchAction::leaveOut(const TemplateFile &file, const Name &name, const QByteArray &path,
                           const FetchSettings &settings, Workspace &workspace) const
{
    const bool isSkippedNow = isSkipped(name.path) && name.problems.isEmpty();
    const Name guess = isSkippedNow
        ? outputName(withoutStatements(path), settings, settings.rendersName(file.path))
        : name;
    const QByteArray templatePath = joined(settings.input().source, file.path);
    const Sources because = m_runs.isTrue ? settings.because().with(name.sources) : m_runs.sources;
    workspace.leaveOut(
        {.path = isSkipped(guess.path) ? templatePath : placed(guess, settings, workspace),
         .templatePath = templatePath,
         .because = because.asControl()},
        settings.precedence());
}

void FetchAction::renderContent(RenderedFile &file, const FetchSettings &settings) const
{
    const jinja::Environment *language = settings.languageOf(file.templatePath);
    if (!language)
        return;
    const auto compiled = language->compile(QByteArrayView(file.content), shown(file.templatePath));
    if (!compiled) {
        file.problems += compiled.error().problem;
        return;
    }
    jinja::RenderOptions options = m_context.options();
    options.seed += ':' + file.path; // each file draws its own numbers, whatever the others do
    auto rendered = jinja::render(*compiled, settings.context(), options);
    if (!rendered) {
        file.problems += rendered.error().problem;
        return;
    }
    file.content = std::move(rendered->bytes);
    file.provenance = std::move(rendered->provenance);
}

QString FetchAction::shown(const QByteArray &templatePath) const
{
    const QString folder = QFileInfo(m_loaded.entry.definition.file).path();
    const QString path = displayed(templatePath);
    return folder.isEmpty() || folder == u"." ? path : folder + u'/' + path;
}

} // namespace waymark
