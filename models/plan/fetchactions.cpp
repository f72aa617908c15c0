#include "models/plan/stepaction.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/plan/cookiecutterfetch.h"
#include "models/plan/fetchaction.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::TaggedValue;

constexpr TextContext translated("FetchAction");

constexpr InputKey templateKeys[]
    = {{u"url", inputs::Text, true},     {u"targetPath", inputs::Text, true},
       {u"values", inputs::Mapping},     {u"cookiecutterCompat", inputs::Truth},
       {u"replace", inputs::Truth},      {u"trimBlocks", inputs::Truth},
       {u"lstripBlocks", inputs::Truth}, {u"token", inputs::Text}};
constexpr InputKey plainKeys[]
    = {{u"url", inputs::Text, true}, {u"targetPath", inputs::Text, true}, {u"token", inputs::Text}};

Result<TaggedValue> fetchFolder(const StepRun &run, const ActionInput &input, Workspace &workspace)
{
    const auto done
        = FetchAction(run.loaded, run.context, run.step, run.runs).run(input.all(), workspace);
    return done ? Result<TaggedValue>(TaggedValue::undefined()) : std::unexpected(done.error());
}

Result<TaggedValue> fetchCookiecutter(const StepRun &run, const ActionInput &input,
                                      Workspace &workspace)
{
    const auto done = CookiecutterFetch(run, input).run(workspace);
    return done ? Result<TaggedValue>(TaggedValue::undefined()) : std::unexpected(done.error());
}

/// Fetches one file.
class FileFetch
{
public:
    FileFetch(const StepRun &run, const ActionInput &input, Workspace &workspace)
        : m_run(run)
        , m_input(input)
        , m_workspace(workspace)
    {
        const TaggedValue target = input.of(u"targetPath"_s);
        m_presence = run.runs.sources.asControl().with(target.allSources());
        for (const TaggedValue::Entry &entry : input.all().map()) {
            if (entry.key != u"values")
                m_presence = m_presence.with(entry.value.allSources().asControl());
        }
    }

    Result<TaggedValue> run(bool isTemplate)
    {
        const auto path = m_input.path(u"targetPath"_s);
        if (!path)
            return std::unexpected(path.error());
        const auto source = sourceFile();
        if (!source)
            return std::unexpected(source.error());
        if (m_workspace.hasFolder(*path))
            return m_input.wrong(translated("“%1” is a folder; the file needs a name of its own.")
                                     .arg(m_input.textOf(u"targetPath"_s)),
                                 translated("Give the path of the file that is to be made."),
                                 u"targetPath");
        const bool replaces = !isTemplate || m_input.isOn(u"replace"_s);
        const Precedence precedence{.isLater = replaces,
                                    .isWanted = replaces || m_workspace.file(*path),
                                    .because = m_input.of(u"replace"_s).allSources().asControl()};
        if (!m_run.runs.isTrue) {
            m_workspace.leaveOut(
                {.path = *path, .templatePath = (*source)->path, .because = m_presence.asControl()},
                precedence);
            return TaggedValue::undefined();
        }
        m_workspace.show(*path, shown(*path));
        m_workspace.addFile(made(*path, **source, isTemplate), precedence, m_run.step.name);
        return TaggedValue::undefined();
    }

private:
    [[nodiscard]] Result<const TemplateFile *> sourceFile() const
    {
        const LoadedTemplate &loaded = m_run.loaded;
        const auto place = fetchedPlace(m_input, QFile::encodeName(loaded.entry.path));
        if (!place)
            return std::unexpected(place.error());
        const YamlNode *url = m_run.step.input.find(u"url");
        if (const auto unread = loaded.tree.unread(*place); unread && url)
            return failure(m_run.context.placed(*unread, *url));
        const TemplateFile *file = loaded.tree.find(*place);
        if (!file)
            return m_input.wrong(
                translated("The template has no file “%1”.").arg(displayed(*place)),
                translated("Correct the url, or add the file."), u"url");
        if (file->mode == FileMode::Link)
            return m_input.wrong(translated("“%1” is a link, and no link is followed to what a "
                                            "template is made of.")
                                     .arg(displayed(*place)),
                                 translated("Name the file itself that it leads to."), u"url");
        return file;
    }

    [[nodiscard]] QByteArray shown(const QByteArray &path) const
    {
        const jinja::Sources sources = m_input.of(u"targetPath"_s).sources();
        return m_run.context.mask().masked(QString::fromUtf8(path), sources).toUtf8();
    }

    [[nodiscard]] RenderedFile made(const QByteArray &path, const TemplateFile &source,
                                    bool isTemplate) const
    {
        RenderedFile file{.path = path,
                          .mode = isTemplate ? FileMode::Regular : source.mode,
                          .content = source.content,
                          .templatePath = source.path,
                          .presence = m_presence};
        if (!isTemplate)
            return file;
        const auto rendered = this->rendered(path, source);
        if (!rendered) {
            file.problems += rendered.error().problem;
            return file;
        }
        file.content = rendered->bytes;
        file.provenance = rendered->provenance;
        return file;
    }

    [[nodiscard]] Result<jinja::Rendered> rendered(const QByteArray &path,
                                                   const TemplateFile &source) const
    {
        const bool isCompatible = m_input.isOn(u"cookiecutterCompat"_s);
        jinja::Options language = isCompatible ? jinja::Options::backstageCookiecutterCompat()
                                               : jinja::Options::backstageNunjucks();
        language.trimBlocks = m_input.isOn(u"trimBlocks"_s);
        language.lstripBlocks = m_input.isOn(u"lstripBlocks"_s);
        const QString name = FetchAction::shownPath(m_run.loaded, source.path);
        const auto compiled = jinja::Environment(language).compile(displayed(source.content), name);
        if (!compiled)
            return std::unexpected(compiled.error());
        const TaggedValue given = m_input.of(u"values"_s);
        const TaggedValue values = given.isMap() ? given : TaggedValue::fromMap({});
        jinja::RenderOptions options = m_run.context.options();
        options.seed += ':' + path; // each file draws its own numbers
        quint64 steps = 0;
        options.spent = &steps;
        auto made = jinja::render(
            *compiled,
            TaggedValue::fromMap({{isCompatible ? u"cookiecutter"_s : u"values"_s, values}}),
            options);
        m_workspace.budget().takeRendered(steps);
        return made;
    }

    const StepRun &m_run;
    const ActionInput &m_input;
    Workspace &m_workspace;
    jinja::Sources m_presence;
};

Result<TaggedValue> fetchTemplateFile(const StepRun &run, const ActionInput &input,
                                      Workspace &workspace)
{
    return FileFetch(run, input, workspace).run(true);
}

Result<TaggedValue> fetchPlainFile(const StepRun &run, const ActionInput &input,
                                   Workspace &workspace)
{
    return FileFetch(run, input, workspace).run(false);
}

constexpr StepAction actions[] = {{u"fetch:template", {}, fetchFolder},
                                  {u"fetch:plain", {}, fetchFolder},
                                  {u"fetch:cookiecutter", {}, fetchCookiecutter},
                                  {u"fetch:template:file", templateKeys, fetchTemplateFile},
                                  {u"fetch:plain:file", plainKeys, fetchPlainFile}};

} // namespace

std::span<const StepAction> fetchActions()
{
    return actions;
}

} // namespace waymark
