#include "models/plan/cookiecutterrendering.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/plan/binaryornot.h"
#include "models/plan/cookiecutterfiles.h"
#include "models/plan/cookiecutterhooks.h"
#include "models/plan/cookiecutterproject.h"
#include "models/plan/cruftrecord.h"
#include "models/plan/fetchedfolder.h"
#include "models/plan/templatename.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

using jinja::Sources;
using Kind = TreePlaces::Kind;

constexpr TextContext translated("Cookiecutter");

/// Makes the files of one Cookiecutter template, folder by folder, as its tool walks through them.
class ProjectRenderer
{
public:
    explicit ProjectRenderer(const ProjectSource &source)
        : m_files(source.files)
        , m_folder(source.folder)
        , m_budget(source.budget)
        , m_renderedBefore(source.budget.rendered())
    {
    }

    void run(Rendering &rendering)
    {
        walk({});
        m_budget.setRendered(m_renderedBefore + m_files.spent());
        m_project.collectInto(rendering);
    }

private:
    /// One name in a folder of the template.
    struct Item
    {
        QByteArray path; ///< From the project's folder.
        QByteArray place; ///< From the template's, with links followed.
        TreePlaces::Entry entry;
    };

    /// Folders come before the files beside them.
    void walk(const QByteArray &path)
    {
        const QByteArray place = pathBelow(m_folder, path);
        QList<Item> folders;
        QList<Item> files;
        for (const TreePlaces::Entry &entry : m_files.places().entries(place)) {
            const Item item{pathBelow(path, entry.name), pathBelow(place, entry.name), entry};
            (entry.kind == Kind::Folder ? folders : files) += item;
        }
        QList<Item> inside;
        for (const Item &folder : folders) {
            if (m_files.isCopied(folder.path))
                copyFolder(folder);
            else
                inside += folder;
        }
        for (const Item &folder : inside)
            makeFolder(folder);
        for (const Item &file : files)
            makeFile(file);
        for (const Item &folder : inside) {
            if (!folder.entry.isLink) // else it stays empty
                walk(folder.path);
        }
    }

    /// Whether something is left of the budget; where not, that is told of what is at `place`.
    bool goesOn(const QByteArray &place)
    {
        if (m_isOver)
            return false;
        m_budget.setRendered(m_renderedBefore + m_files.spent());
        const auto budget = m_budget.check();
        if (budget)
            return true;
        m_isOver = true;
        Problem problem = budget.error().problem;
        problem.file = m_files.shown(place);
        m_project.tell(problem);
        return false;
    }

    /// The rendered name of `item`; nothing, and it is told, where that fails.
    std::optional<RenderedName> nameOf(const Item &item)
    {
        const auto made = m_files.name(item.path, item.place);
        if (!made) {
            m_project.tell(made.error().problem);
            return std::nullopt;
        }
        return RenderedName{
            .path = made->bytes, .shown = made->bytes, .sources = made->provenance.all()};
    }

    void makeFolder(const Item &folder)
    {
        const auto name = goesOn(folder.place) ? nameOf(folder) : std::nullopt;
        if (!name)
            return;
        m_budget.takePath();
        if (m_project.addFolder(cleanPath(name->path), name->sources))
            return;
        m_project.tell(
            {.code = u"template.folder-twice"_s,
             .message = translated("The name of the folder “%1” becomes that of a folder "
                                   "that is there already, which Cookiecutter refuses.")
                            .arg(displayed(folder.path)),
             .file = m_files.shown(folder.place),
             .hint = translated("Put the condition into the names of its files instead, "
                                "or give other answers.")});
    }

    /// With all that is in it, as it is, and links followed.
    void copyFolder(const Item &folder)
    {
        const auto name = goesOn(folder.place) ? nameOf(folder) : std::nullopt;
        if (!name)
            return;
        const QByteArray path = cleanPath(name->path);
        m_project.removeBelow(path);
        copyInside(folder, path, name->sources);
    }

    void copyInside(const Item &folder, const QByteArray &path, const Sources &sources,
                    int links = 0)
    {
        if (links > mostLinks)
            return tellOfCircle(folder);
        m_budget.takePath();
        m_project.addFolder(path, sources);
        const auto place = m_files.places().followed(folder.place);
        for (const TreePlaces::Entry &entry : m_files.places().entries(place.path)) {
            const Item item{pathBelow(folder.path, entry.name), pathBelow(place.path, entry.name),
                            entry};
            const QByteArray inner = pathBelow(path, entry.name);
            if (!goesOn(item.place))
                return;
            if (entry.kind == Kind::Folder)
                copyInside(item, inner, sources, entry.isLink ? links + 1 : links);
            else if (const TemplateFile *file = target(item))
                addFile(item, *file, inner, {file->content, {}}, sources);
        }
    }

    /// What the name of `item` leads to; null, and it is told, where that is nothing.
    const TemplateFile *target(const Item &item)
    {
        const auto place = m_files.places().followed(item.place);
        if (!place.file)
            m_project.tell({.code = u"template.link"_s,
                            .message = translated("The link leads to no file of the template."),
                            .file = m_files.shown(item.place),
                            .hint = translated("Let it lead to one, or take it out.")});
        return place.file;
    }

    void makeFile(const Item &item)
    {
        const TemplateFile *file = goesOn(item.place) ? target(item) : nullptr;
        const auto name = file ? nameOf(item) : std::nullopt;
        if (!name)
            return;
        const bool isCopied = m_files.isCopied(item.path);
        const QByteArray path = cleanPath(name->path);
        if (m_project.hasFolder(path))
            return isCopied ? tellOfFolder(item) : leaveOut(item, name->sources);
        if (name->path.startsWith('/'))
            return tellOfAbsolute(item);
        if (isCopied || isBinaryOrNot(file->content))
            return addFile(item, *file, path, {file->content, {}}, name->sources);
        auto content = m_files.content(file->content, item.place, path);
        if (content)
            addFile(item, *file, path, *std::move(content), name->sources);
        else
            addFailed(item, *file, path, content.error(), name->sources);
    }

    void addFile(const Item &item, const TemplateFile &file, const QByteArray &path,
                 jinja::Rendered content, const Sources &presence)
    {
        take(content.bytes);
        m_budget.takeStretches(content.provenance);
        m_project.addFile({.path = path,
                           .mode = file.mode,
                           .content = std::move(content.bytes),
                           .templatePath = item.place,
                           .provenance = std::move(content.provenance),
                           .presence = presence});
    }

    void addFailed(const Item &item, const TemplateFile &file, const QByteArray &path,
                   const Error &error, const Sources &presence)
    {
        take(file.content);
        m_project.addFile({.path = path,
                           .mode = file.mode,
                           .content = file.content,
                           .templatePath = item.place,
                           .provenance = {},
                           .presence = presence,
                           .problems = {error.problem}});
    }

    /// A file of this content.
    void take(const QByteArray &content)
    {
        m_budget.takeSteps(PlanBudget::stepsOfAFile);
        m_budget.takePath();
        m_budget.takeBytes(content.size());
    }

    void leaveOut(const Item &item, const Sources &sources)
    {
        m_budget.takeSteps(PlanBudget::stepsOfAFile);
        m_budget.takePath();
        const auto guess = m_files.name(withoutStatements(item.path), item.place);
        const QByteArray path = guess ? cleanPath(guess->bytes) : QByteArray();
        m_project.leaveOut({.path = path.isEmpty() || m_project.hasFolder(path) ? item.place : path,
                            .templatePath = item.place,
                            .because = sources.asControl()});
    }

    void tellOfFolder(const Item &item)
    {
        m_project.tell({.code = u"template.file-name"_s,
                        .message = translated("The name of the file becomes that of a folder."),
                        .file = m_files.shown(item.place)});
    }

    void tellOfCircle(const Item &item)
    {
        m_project.tell({.code = u"template.link"_s,
                        .message = translated("Links to folders lead in a circle."),
                        .file = m_files.shown(item.place),
                        .hint = translated("Let the link lead to a folder that it is not in.")});
    }

    void tellOfAbsolute(const Item &item)
    {
        m_project.tell(
            {.code = u"template.absolute-path"_s,
             .message = translated("With these answers the file would lie outside of the "
                                   "service: its path begins with “/”."),
             .file = m_files.shown(item.place),
             .hint = translated("Give answers that make a path below the service’s "
                                "folder.")});
    }

    static constexpr int mostLinks = 40; // to folders, inside of each other

    CookiecutterFiles &m_files;
    const QByteArray m_folder; // the project's, from the template's
    CookiecutterProject m_project;
    PlanBudget &m_budget;
    const quint64 m_renderedBefore;
    bool m_isOver = false;
};

/// Whether the project's folder gets a name; where it gets none, `rendering` tells.
bool checkFolderName(CookiecutterFiles &files, const QByteArray &folder, Rendering &rendering)
{
    const QByteArray name = folder.sliced(folder.lastIndexOf('/') + 1);
    const auto made = files.name(name, folder);
    if (!made) {
        rendering.problems += made.error().problem;
        return false;
    }
    if (!cleanPath(made->bytes).isEmpty())
        return true;
    // Cookiecutter makes the files where it was to make the folder, unless that is there.
    rendering.problems
        += Problem{.severity = Severity::Warning,
                   .code = u"template.folder-name"_s,
                   .message = translated("The name of the project’s folder, “%1”, is empty with "
                                         "these answers.")
                                  .arg(displayed(name)),
                   .file = files.shown(folder),
                   .hint = translated("Give an answer that makes a name.")};
    return true;
}

Problem noProjectFolder(const CookiecutterFiles &files, const CookiecutterSettings &settings)
{
    return {.code = u"template.no-project"_s,
            .message = translated("There is no folder here whose name holds “cookiecutter” and is "
                                  "rendered: it would hold the files of the service."),
            .file = files.shown(settings.path),
            .hint = translated("Call it, for instance, “{{ cookiecutter.name }}”.")};
}

} // namespace

void renderProject(const ProjectSource &source, Rendering &rendering)
{
    ProjectRenderer(source).run(rendering);
}

Rendering renderCookiecutter(const LoadedTemplate &loaded, const RenderRequest &request,
                             RenderMemory &memory)
{
    Rendering rendering;
    rendering.ownRecord = cruftRecordPath.toByteArray();
    const CookiecutterSettings *settings
        = usedTemplate(*loaded.entry.definition.cookiecutter, request.form.given());
    if (!settings)
        return rendering; // the form says why
    CookiecutterFiles files(loaded, request, *settings, memory);
    const auto folder = files.projectFolder();
    if (!folder) {
        rendering.problems += noProjectFolder(files, *settings);
        return rendering;
    }
    addCookiecutterHooks(*settings, files, loaded.hasRunFirstHooks, rendering);
    files.include(files.includedFolders(*folder));
    PlanBudget budget(PlanLimits::of(request.limits), request.stop);
    if (checkFolderName(files, *folder, rendering))
        renderProject({.files = files, .folder = *folder, .budget = budget}, rendering);
    rendering.isRandom = files.isRandom();
    return rendering;
}

} // namespace waymark
