#include "models/plan/workspace.h"

#include "models/base/utf8.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("FetchAction", source);
}

constexpr auto hiddenNames = "******";

/// How the folder of the first `depth` names of `path` is shown, where `path` is as `shown`. A
/// secret that is several names hides where the others stand.
QByteArray shownAbove(const QByteArray &path, const QByteArray &shown, qsizetype depth)
{
    const QByteArrayList names = path.split('/');
    QByteArrayList shownNames = shown.split('/');
    if (names.size() == shownNames.size())
        return shownNames.first(depth).join('/');
    qsizetype same = 0;
    while (same < depth && same < shownNames.size() && names.at(same) == shownNames.at(same))
        ++same;
    shownNames.resize(same);
    if (same < depth)
        shownNames += hiddenNames;
    return shownNames.join('/');
}

/// The same of the names of `path` behind the first `depth`.
QByteArrayList shownBelow(const QByteArray &path, const QByteArray &shown, qsizetype depth)
{
    const QByteArrayList shownNames = shown.split('/');
    const qsizetype names = path.count('/') + 1;
    if (shownNames.size() == names)
        return shownNames.sliced(depth);
    return depth == names ? QByteArrayList() : QByteArrayList{hiddenNames};
}

} // namespace

/// Of two files that differ, one is lost, which the template's author may not have meant.
void Workspace::tellOf(const RenderedFile &first, const RenderedFile &second, bool keepsFirst,
                       const QString &step)
{
    if (first.mode == second.mode && first.content == second.content)
        return;
    const QString message = keepsFirst
        ? text("The template makes this file twice. It stays as “%1” makes it; the step “%3” makes "
               "another of “%2”, which is dropped.")
        : text("The template makes this file twice. The step “%3” makes it of “%2”; what “%1” made "
               "of it before is dropped.");
    Problem problem{
        .severity = Severity::Warning,
        .code = u"template.twice"_s,
        .message = message.arg(displayed(first.templatePath), displayed(second.templatePath), step),
        .file = displayed(second.path)};
    problem.hint = keepsFirst
        ? text("Rename one of them, or let the step replace what is there: “replace: true”.")
        : text("Rename one of them, or leave one out.");
    tell(problem);
}

void Workspace::tell(const Problem &problem)
{
    const QString words = problem.toString();
    if (m_told.contains(words))
        return;
    m_told.insert(words);
    m_problems += problem;
}

void Workspace::addFile(RenderedFile file, const Precedence &precedence, const QString &step)
{
    m_budget.takeSteps(PlanBudget::stepsOfAFile);
    m_budget.takeBytes(file.content.size());
    m_budget.takeStretches(file.provenance);
    const auto there = m_files.find(file.path);
    if (there != m_files.end()) {
        if (!precedence.isWanted)
            tellOf(*there, file, !precedence.isLater, step);
        if (!precedence.isLater) {
            there->presence = there->presence.with(precedence.because);
            return;
        }
    }
    if (there == m_files.end())
        m_budget.takePath();
    const LeftOutFile other = m_leftOut.take(file.path);
    if (!precedence.isLater)
        file.presence = file.presence.with(other.because); // it would have come first
    const QByteArray path = file.path;
    m_files[path] = std::move(file);
}

void Workspace::addFolder(const QByteArray &path, const jinja::Sources &sources)
{
    if (!m_folders.contains(path))
        m_budget.takePath();
    m_folders.insert(path, sources);
}

void Workspace::leaveOut(const LeftOutFile &file, const Precedence &precedence)
{
    if (file.because.isEmpty())
        return;
    m_budget.takeSteps(PlanBudget::stepsOfAFile);
    const auto there = m_files.find(file.path);
    if (there != m_files.end()) {
        if (precedence.isLater)
            there->presence = there->presence.with(file.because); // it would be replaced
        return;
    }
    if (!m_leftOut.contains(file.path))
        m_budget.takePath();
    LeftOutFile &noted = m_leftOut[file.path];
    noted = {.path = file.path,
             .templatePath = file.templatePath,
             .because = noted.because.with(file.because)};
}

void Workspace::show(const QByteArray &path, const QByteArray &shown)
{
    if (shown != path)
        m_shownPaths.insert(path, shown);
}

/// As noted, or as what was noted of something below it tells.
QByteArray Workspace::shown(const QByteArray &path) const
{
    const auto noted = m_shownPaths.constFind(path);
    if (noted != m_shownPaths.cend())
        return *noted;
    const auto below = m_shownPaths.lowerBound(path + '/');
    if (below == m_shownPaths.cend() || !below.key().startsWith(path + '/'))
        return path;
    return shownAbove(below.key(), *below, path.count('/') + 1);
}

const RenderedFile *Workspace::file(const QByteArray &path) const
{
    const auto found = m_files.constFind(path);
    return found == m_files.cend() ? nullptr : &*found;
}

bool Workspace::hasFolder(const QByteArray &path) const
{
    const auto next = m_files.lowerBound(path + '/');
    return path.isEmpty() || m_folders.contains(path)
        || (next != m_files.cend() && next.key().startsWith(path + '/'));
}

QByteArrayList Workspace::folderPaths() const
{
    QMap<QByteArray, bool> folders;
    for (const QByteArray &path : m_folders.keys() + m_files.keys()) {
        for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1))
            folders.insert(path.first(slash), true);
    }
    for (const QByteArray &path : m_folders.keys())
        folders.insert(path, true);
    return folders.keys();
}

void Workspace::write(RenderedFile file)
{
    m_leftOut.remove(file.path);
    const QByteArray path = file.path;
    m_files[path] = std::move(file);
}

void Workspace::dependOn(const QByteArray &path, const jinja::Sources &because)
{
    const auto there = m_files.find(path);
    if (there != m_files.end())
        there->presence = there->presence.with(because.asControl());
}

/// What is left of a folder whose files go.
void Workspace::keepFoldersAround(const QByteArray &path)
{
    qsizetype depth = 0;
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        const QByteArray folder = path.first(slash);
        ++depth;
        if (m_folders.contains(folder))
            continue;
        m_folders.insert(folder, {});
        show(folder, shownAbove(path, shown(path), depth));
    }
}

void Workspace::remove(const QByteArray &path, const jinja::Sources &because)
{
    const auto there = m_files.constFind(path);
    if (there == m_files.cend())
        return;
    keepFoldersAround(path);
    const LeftOutFile gone{
        .path = path, .templatePath = there->templatePath, .because = because.asControl()};
    m_files.erase(there);
    leaveOut(gone, {});
}

void Workspace::removeFolder(const QByteArray &path, const jinja::Sources &because)
{
    const QByteArray inside = path + '/';
    for (const QByteArray &file : m_files.keys()) {
        if (file.startsWith(inside))
            remove(file, because);
    }
    for (const QByteArray &folder : m_folders.keys()) {
        if (folder == path || folder.startsWith(inside))
            m_folders.remove(folder);
    }
}

void Workspace::move(const QByteArray &from, const QByteArray &to, const QByteArray &shownTo,
                     const jinja::Sources &because)
{
    const qsizetype depth = from.count('/') + 1;
    const auto moved = [&](const QByteArray &path) {
        const QByteArray target = to + path.sliced(from.size());
        show(target, (QByteArrayList{shownTo} + shownBelow(path, shown(path), depth)).join('/'));
        return target;
    };
    const auto isMoved
        = [&](const QByteArray &path) { return path == from || path.startsWith(from + '/'); };
    for (const QByteArray &path : m_files.keys()) {
        if (!isMoved(path))
            continue;
        RenderedFile file = m_files.take(path);
        file.path = moved(path);
        file.presence = file.presence.with(because);
        write(std::move(file));
    }
    for (const QByteArray &folder : m_folders.keys()) {
        if (isMoved(folder))
            m_folders.insert(moved(folder), m_folders.take(folder).with(because));
    }
    keepFoldersAround(from);
}

void Workspace::collectInto(Rendering &rendering) const
{
    rendering.files = m_files.values();
    rendering.leftOut = m_leftOut.values();
    rendering.shownPaths = m_shownPaths;
    rendering.problems += m_problems;
    for (const QByteArray &folder : m_folders.keys()) {
        const QByteArray inside = folder + '/';
        const auto next = m_files.lowerBound(inside);
        const bool hasFile = next != m_files.cend() && next.key().startsWith(inside);
        const auto deeper = m_folders.lowerBound(inside);
        const bool hasFolder = deeper != m_folders.cend() && deeper.key().startsWith(inside);
        if (!hasFile && !hasFolder)
            rendering.folders += folder;
    }
}

} // namespace waymark
