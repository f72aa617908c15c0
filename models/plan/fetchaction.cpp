#include "models/plan/fetchaction.h"

#include "models/base/utf8.h"
#include "models/plan/binarytest.h"
#include "models/plan/glob.h"

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

/// How the content of some files is read, as the template's sidecar says.
struct FetchAction::Signs
{
    GlobList files; ///< By their paths in the template's folder.
    std::optional<jinja::Environment> environment; ///< None: they are copied.
};

struct FetchAction::Settings
{
    FetchInput input;
    GlobList copied;
    jinja::Environment environment;
    TaggedValue context; ///< What the files' templates see.
    Sources because; ///< What it depends on that files of this step are there.
    QList<Signs> signs;

    [[nodiscard]] bool isCopied(const QByteArray &path) const
    {
        return input.isPlain || copied.matches(QString::fromUtf8(path));
    }
    [[nodiscard]] bool rendersName(const QByteArray &path) const
    {
        return !input.isPlain && path.contains('{')
            && (input.rendersCopiedNames || !isCopied(path));
    }
};

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
    const auto prepared = settings(input);
    if (!prepared)
        return std::unexpected(prepared.error());
    const TemplateTree tree = m_loaded.tree.below(prepared->input.source);
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

Result<FetchAction::Settings> FetchAction::settings(const TaggedValue &input) const
{
    auto read = readFetchInput(m_step, input, m_context);
    if (!read)
        return std::unexpected(read.error());
    const auto at = [this](Problem problem, QStringView key) {
        const YamlNode *node = m_step.input.find(key);
        return failure(m_context.placed(std::move(problem), node ? *node : m_step.node));
    };
    if (!m_loaded.tree.hasFolder(read->source))
        return at({.code = u"template.step"_s,
                   .message = text("The template has no folder “%1”.").arg(displayed(read->source)),
                   .hint = text("Correct the url, or add the folder.")},
                  u"url");
    const auto globs = GlobList::compile(read->copied);
    if (!globs)
        return at(globs.error().problem,
                  read->rendersCopiedNames ? u"copyWithoutTemplating" : u"copyWithoutRender");
    jinja::Options options = read->isCompatible ? jinja::Options::backstageCookiecutterCompat()
                                                : jinja::Options::backstageNunjucks();
    options.trimBlocks = read->trimsBlocks;
    options.lstripBlocks = read->stripsBlocks;
    const TaggedValue context
        = TaggedValue::fromMap({{read->isCompatible ? u"cookiecutter"_s : u"values"_s,
                                 read->values.isMap() ? read->values : TaggedValue::fromMap({})}});
    const auto signs = signsOf(options);
    if (!signs)
        return std::unexpected(signs.error());
    return Settings{.input = *read,
                    .copied = *globs,
                    .environment = jinja::Environment(options),
                    .context = context,
                    .because = m_runs.sources.asControl().with(read->sources),
                    .signs = *signs};
}

Result<QList<FetchAction::Signs>> FetchAction::signsOf(const jinja::Options &options) const
{
    QList<Signs> all;
    const auto &sidecar = m_loaded.entry.definition.sidecar;
    for (const Sidecar::Delimiters &given :
         sidecar ? sidecar->delimiters : QList<Sidecar::Delimiters>()) {
        const auto files = GlobList::compile({given.glob});
        if (!files)
            return std::unexpected(files.error());
        jinja::Options own = options;
        const std::pair<QString &, QString> signs[]
            = {{own.delimiters.blockStart, given.block.start},
               {own.delimiters.blockEnd, given.block.end},
               {own.delimiters.variableStart, given.variable.start},
               {own.delimiters.variableEnd, given.variable.end},
               {own.delimiters.commentStart, given.comment.start},
               {own.delimiters.commentEnd, given.comment.end}};
        for (const auto &[sign, wanted] : signs) {
            if (!wanted.isEmpty())
                sign = wanted;
        }
        all += {*files, given.isTemplate ? std::optional(jinja::Environment(own)) : std::nullopt};
    }
    return all;
}

FetchAction::Name FetchAction::outputName(const QByteArray &path, const Settings &settings,
                                          bool isRendered) const
{
    Name name{.path = path, .shown = path, .sources = {}, .problems = {}};
    if (!isRendered)
        return name;
    const auto compiled = settings.environment.compile(QByteArrayView(path),
                                                       shown(joined(settings.input.source, path)));
    const auto rendered = compiled ? jinja::render(*compiled, settings.context, m_context.options())
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
QByteArray FetchAction::placed(const Name &name, const Settings &settings,
                               Workspace &workspace) const
{
    const QByteArray path = joined(settings.input.target, name.path);
    const QByteArray shownPath = joined(settings.input.shownTarget, name.shown);
    if (shownPath != path)
        workspace.shownPaths.insert(path, shownPath);
    return path;
}

void FetchAction::takeFolder(const QByteArray &path, const Settings &settings,
                             Workspace &workspace) const
{
    Name name = outputName(path + '/', settings, settings.rendersName(path));
    for (QByteArray *part : {&name.path, &name.shown}) {
        if (part->endsWith('/'))
            part->chop(1);
    }
    if (isSkipped(name.path) || !name.problems.isEmpty())
        return;
    workspace.folders.insert(placed(name, settings, workspace),
                             settings.because.with(name.sources));
}

void FetchAction::takeFile(const TemplateFile &file, const Settings &settings,
                           Workspace &workspace) const
{
    const QByteArray &extension = settings.input.extension;
    const bool hasExtension = !extension.isEmpty() && extensionOf(file.path) == extension;
    const bool isRendered = extension.isEmpty() ? !settings.isCopied(file.path) : hasExtension;
    QByteArray path = file.path;
    if (hasExtension)
        path.chop(extension.size());
    const bool rendersName = settings.rendersName(file.path);
    const Name name = outputName(path, settings, rendersName);
    const QByteArray templatePath = joined(settings.input.source, file.path);
    const bool isLeftOut = isSkipped(name.path) && name.problems.isEmpty();
    if (!m_runs.isTrue || isLeftOut) {
        const Name guess
            = isLeftOut ? outputName(withoutStatements(path), settings, rendersName) : name;
        const Sources because
            = m_runs.isTrue ? settings.because.with(name.sources) : m_runs.sources;
        leaveOut({.path = isSkipped(guess.path) ? templatePath : placed(guess, settings, workspace),
                  .templatePath = templatePath,
                  .because = because.asControl()},
                 settings, workspace);
        return;
    }
    RenderedFile made{.path = placed(name, settings, workspace),
                      .mode = file.mode,
                      .content = file.content,
                      .templatePath = templatePath,
                      .provenance = {},
                      .presence = settings.because.with(name.sources),
                      .problems = name.problems};
    const auto there = workspace.files.find(made.path);
    if (there != workspace.files.end() && !settings.input.replaces && !settings.input.isPlain) {
        there->presence = there->presence.with(settings.input.replacesBecause);
        return;
    }
    if (isRendered && isText(file))
        renderContent(made, settings);
    addFile(std::move(made), settings, workspace);
}

void FetchAction::addFile(RenderedFile file, const Settings &settings, Workspace &workspace) const
{
    const LeftOutFile other = workspace.leftOut.take(file.path);
    if (!settings.input.replaces && !settings.input.isPlain)
        file.presence = file.presence.with(other.because); // it would have come first
    const QByteArray path = file.path;
    workspace.files.insert(path, std::move(file));
}

void FetchAction::leaveOut(const LeftOutFile &file, const Settings &settings,
                           Workspace &workspace) const
{
    if (file.because.isEmpty())
        return;
    const auto there = workspace.files.find(file.path);
    if (there != workspace.files.end()) {
        if (settings.input.replaces || settings.input.isPlain)
            there->presence = there->presence.with(file.because); // it would be replaced
        return;
    }
    LeftOutFile &noted = workspace.leftOut[file.path];
    noted = {.path = file.path,
             .templatePath = file.templatePath,
             .because = noted.because.with(file.because)};
}

void FetchAction::renderContent(RenderedFile &file, const Settings &settings) const
{
    const auto compiled
        = settings.environment.compile(QByteArrayView(file.content), shown(file.templatePath));
    if (!compiled) {
        file.problems += compiled.error().problem;
        return;
    }
    jinja::RenderOptions options = m_context.options();
    options.seed += ':' + file.path; // each file draws its own numbers, whatever the others do
    auto rendered = jinja::render(*compiled, settings.context, options);
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
