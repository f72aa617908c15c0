#include "models/plan/fetchaction.h"

#include "models/plan/binarytest.h"
#include "models/plan/glob.h"

#include <QCoreApplication>
#include <QDir>
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

/// Entry `key` of an input; undefined where it is not there.
TaggedValue inputOf(const TaggedValue &input, const QString &key)
{
    const TaggedValue *found = input.find(key);
    return found ? *found : TaggedValue::undefined();
}

bool isOn(const TaggedValue &value)
{
    const Value plain = value.toValue();
    return plain.toBool() && *plain.toBool();
}

QStringList textsOf(const TaggedValue &value)
{
    QStringList texts;
    for (const TaggedValue &item : value.list())
        texts += item.scalar().textOr();
    return texts;
}

/// `path` without components that stand for the folder they are in.
QByteArray withoutDots(const QByteArray &path)
{
    QByteArrayList parts = path.split('/');
    parts.removeAll(QByteArrayLiteral("."));
    return parts.join('/');
}

QByteArray joined(const QByteArray &folder, const QByteArray &path)
{
    const QByteArray clean = withoutDots(path);
    if (folder.isEmpty() || clean.isEmpty())
        return folder + clean;
    return folder + '/' + clean;
}

/// What Backstage's scaffolder leaves out for its path.
bool isSkipped(const QByteArray &path)
{
    return path.isEmpty() || path.startsWith('/') || path.contains("//");
}

/// The extension of a name as Node's path.extname gives it.
QByteArray extensionOf(const QByteArray &path)
{
    const QByteArray name = path.sliced(path.lastIndexOf('/') + 1);
    const qsizetype dot = name.lastIndexOf('.');
    return dot <= 0 ? QByteArray() : name.sliced(dot);
}

/// Every folder above `path`, outermost first.
QByteArrayList foldersAbove(const QByteArray &path)
{
    QByteArrayList folders;
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
        folders += path.first(slash);
    return folders;
}

/// `path` without the tags of statements: what a name that depends on conditions would most likely
/// be.
QString withoutStatements(QString path)
{
    for (qsizetype start = path.indexOf(u"{%"); start >= 0; start = path.indexOf(u"{%", start)) {
        const qsizetype end = path.indexOf(u"%}", start);
        if (end < 0)
            break;
        path.remove(start, end + 2 - start);
    }
    return path;
}

} // namespace

struct FetchAction::Settings
{
    jinja::Environment environment;
    TaggedValue context; ///< What the files' templates see.
    TemplateTree tree; ///< Of the folder that is fetched.
    QByteArray source; ///< That folder, below the template's.
    QByteArray target; ///< Where it goes, below the service's.
    Sources sources; ///< What source and target depend on.
    GlobList copied; ///< Files whose content is not rendered,
    bool rendersCopiedNames = true; ///< but the names of them are.
    QByteArray extension; ///< Only files with it are rendered, and lose it. Empty: all are.
    bool replaces = false;
    bool isPlain = false; ///< Nothing is rendered.
};

/// A path once it is rendered.
struct FetchAction::Name
{
    QByteArray path;
    Sources sources;
    QList<Problem> problems;
};

FetchAction::FetchAction(const LoadedTemplate &loaded, const StepContext &context,
                         const TemplateStep &step, const Sources &sources, bool runs)
    : m_loaded(loaded)
    , m_context(context)
    , m_step(step)
    , m_sources(sources)
    , m_runs(runs)
{
}

Result<> FetchAction::run(const TaggedValue &input, Workspace &workspace) const
{
    const auto prepared = settings(input);
    if (!prepared)
        return std::unexpected(prepared.error());
    QMap<QByteArray, bool> folders;
    for (const QByteArray &folder : prepared->tree.emptyFolders())
        folders.insert(folder, true);
    for (const TemplateFile &file : prepared->tree.files()) {
        for (const QByteArray &folder : foldersAbove(file.path))
            folders.insert(folder, true);
    }
    for (const QByteArray &folder : folders.keys())
        takeFolder(folder, *prepared, workspace);
    for (const TemplateFile &file : prepared->tree.files()) {
        if (m_context.options().stop.stop_requested())
            return failure(
                {.code = u"plan.cancelled"_s, .message = text("Planning was cancelled.")});
        takeFile(file, *prepared, workspace);
    }
    return {};
}

Result<QByteArray> FetchAction::folder(const TaggedValue &input) const
{
    const TaggedValue url = inputOf(input, u"url"_s);
    const QString name = url.scalar().textOr();
    if (name.isEmpty())
        return wrong(text("The step says not which folder to fetch."),
                     text("Give its input a “url”, such as "
                          "./skeleton."),
                     u"url");
    if (name.contains(u"://"))
        return wrong(
            text("“%1” is on a server; only folders of the template itself are fetched.").arg(name),
            text("Put the files into the template's folder and name them by a relative url."),
            u"url");
    const QByteArray clean = QDir::cleanPath(name).toUtf8();
    if (clean == ".." || clean.startsWith("../") || clean.startsWith('/'))
        return wrong(
            text("“%1” leads out of the template's folder.").arg(name),
            text("Put the files into the template's folder and name them by a relative url."),
            u"url");
    const QByteArray path = clean == "." ? QByteArray() : clean;
    if (!m_loaded.tree.hasFolder(path))
        return wrong(text("The template has no folder “%1”.").arg(name),
                     text("Correct the url, or add the folder."), u"url");
    return path;
}

Result<FetchAction::Settings> FetchAction::settings(const TaggedValue &input) const
{
    const auto source = folder(input);
    if (!source)
        return std::unexpected(source.error());
    const TaggedValue extension = inputOf(input, u"templateFileExtension"_s);
    const QStringList copied = textsOf(inputOf(input, u"copyWithoutTemplating"_s));
    const QStringList copiedWithNames = textsOf(inputOf(input, u"copyWithoutRender"_s));
    const bool isCompat = isOn(inputOf(input, u"cookiecutterCompat"_s));
    if (!copied.isEmpty() && !copiedWithNames.isEmpty())
        return wrong(
            text("The step gives both copyWithoutTemplating and copyWithoutRender."),
            text("Keep copyWithoutTemplating: it renders names of files, the other does not."),
            u"copyWithoutRender");
    if (extension.scalar() != Value()
        && !(extension.scalar().toBool() && !*extension.scalar().toBool())
        && (isCompat || !copied.isEmpty() || !copiedWithNames.isEmpty()))
        return wrong(text("templateFileExtension goes with neither cookiecutterCompat nor "
                          "copyWithoutTemplating."),
                     text("Remove one of them."), u"templateFileExtension");
    const auto globs = GlobList::compile(copied + copiedWithNames);
    if (!globs)
        return wrong(globs.error().problem.message, globs.error().problem.hint,
                     u"copyWithoutTemplating");

    jinja::Options options = isCompat ? jinja::Options::backstageCookiecutterCompat()
                                      : jinja::Options::backstageNunjucks();
    options.trimBlocks = isOn(inputOf(input, u"trimBlocks"_s));
    options.lstripBlocks = isOn(inputOf(input, u"lstripBlocks"_s));
    const TaggedValue target = inputOf(input, u"targetPath"_s);
    Settings settings{.environment = jinja::Environment(options),
                      .context = TaggedValue::fromMap({}),
                      .tree = m_loaded.tree.below(*source),
                      .source = *source,
                      .target = withoutDots(target.scalar().textOr().toUtf8()),
                      .sources
                      = inputOf(input, u"url"_s).allSources().with(target.allSources()).asControl(),
                      .copied = *globs,
                      .rendersCopiedNames = copiedWithNames.isEmpty(),
                      .extension = {},
                      .replaces = isOn(inputOf(input, u"replace"_s)),
                      .isPlain = m_step.action == u"fetch:plain"};
    while (settings.target.endsWith('/'))
        settings.target.chop(1);
    const TaggedValue values = inputOf(input, u"values"_s);
    settings.context.insert(isCompat ? u"cookiecutter"_s : u"values"_s,
                            values.isUndefined() ? TaggedValue::fromMap({}) : values);
    if (isOn(extension))
        settings.extension = ".njk";
    else if (const QString name = extension.scalar().textOr(); !name.isEmpty())
        settings.extension = (name.startsWith(u'.') ? name : u'.' + name).toUtf8();
    return settings;
}

FetchAction::Name FetchAction::outputName(const QByteArray &path, const Settings &settings,
                                          bool isRendered) const
{
    Name name{.path = path, .sources = {}, .problems = {}};
    if (!isRendered || (!path.contains('{')))
        return name;
    const auto compiled
        = settings.environment.compile(QByteArrayView(path), shown(settings.source + '/' + path));
    const auto rendered = compiled ? jinja::render(*compiled, settings.context, m_context.options())
                                   : std::unexpected(compiled.error());
    if (!rendered) {
        Problem problem = rendered.error().problem;
        problem.message = text("In the name of the file: %1").arg(problem.message);
        name.problems += problem;
        return name;
    }
    name.path = rendered->bytes;
    name.sources = rendered->provenance.all();
    return name;
}

void FetchAction::takeFolder(const QByteArray &path, const Settings &settings,
                             Workspace &workspace) const
{
    if (!m_runs)
        return;
    const bool isRendered = !settings.isPlain
        && (settings.rendersCopiedNames || !settings.copied.matches(QString::fromUtf8(path)));
    const Name name = outputName(path, settings, isRendered);
    if (isSkipped(name.path) || !name.problems.isEmpty())
        return;
    workspace.folders.insert(joined(settings.target, name.path),
                             m_sources.asControl().with(settings.sources).with(name.sources));
}

void FetchAction::takeFile(const TemplateFile &file, const Settings &settings,
                           Workspace &workspace) const
{
    const bool isCopied = settings.isPlain || settings.copied.matches(QString::fromUtf8(file.path));
    const bool hasExtension
        = !settings.extension.isEmpty() && extensionOf(file.path) == settings.extension;
    const bool isRendered
        = settings.extension.isEmpty() ? !isCopied : hasExtension && !settings.isPlain;
    QByteArray path = file.path;
    if (hasExtension && isRendered)
        path.chop(settings.extension.size());
    const Name name = outputName(path, settings,
                                 !settings.isPlain && (!isCopied || settings.rendersCopiedNames));
    const QByteArray templatePath = joined(settings.source, file.path);
    const Sources because = m_sources.asControl().with(settings.sources).with(name.sources);
    if (!m_runs || (isSkipped(name.path) && name.problems.isEmpty())) {
        leaveOut(
            templatePath,
            m_runs ? outputName(withoutStatements(QString::fromUtf8(path)).toUtf8(), settings, true)
                   : name,
            m_runs ? because.asControl() : because, workspace);
        return;
    }
    RenderedFile rendered{.path = joined(settings.target, name.path),
                          .mode = file.mode,
                          .content = file.content,
                          .templatePath = templatePath,
                          .provenance = {},
                          .presence = because,
                          .problems = name.problems};
    if (workspace.files.contains(rendered.path) && !settings.replaces && !settings.isPlain)
        return;
    if (isRendered && file.mode != FileMode::Link && !isBinary(file.content))
        renderContent(rendered, settings);
    workspace.leftOut.remove(rendered.path);
    workspace.files.insert(rendered.path, rendered);
}

void FetchAction::leaveOut(const QByteArray &templatePath, const Name &name, const Sources &because,
                           Workspace &workspace) const
{
    QByteArray path = name.path;
    if (isSkipped(path))
        path = templatePath;
    if (workspace.files.contains(path))
        return;
    LeftOutFile &file = workspace.leftOut[path];
    file = {.path = path, .templatePath = templatePath, .because = file.because.with(because)};
}

void FetchAction::renderContent(RenderedFile &file, const Settings &settings) const
{
    const QString name = shown(file.templatePath);
    const auto compiled = settings.environment.compile(QByteArrayView(file.content), name);
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

std::unexpected<Error> FetchAction::wrong(const QString &message, const QString &hint,
                                          QStringView key) const
{
    const YamlNode *node = m_step.input.find(key);
    return std::unexpected(
        Error{m_context.placed({.code = u"template.step"_s, .message = message, .hint = hint},
                               node ? *node : m_step.node)});
}

QString FetchAction::shown(const QByteArray &templatePath) const
{
    const QString folder = QFileInfo(m_loaded.entry.definition.file).path();
    const QString path = QString::fromUtf8(templatePath);
    return folder.isEmpty() || folder == u"." ? path : folder + u'/' + path;
}

} // namespace waymark
