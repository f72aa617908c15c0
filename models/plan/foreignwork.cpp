#include "models/plan/folder.h"
#include "models/plan/foreignreferences.h"
#include "models/plan/repositorytemplate.h"

#include <algorithm>
#include <array>

namespace waymark {
namespace {

/// What git makes in its folder by itself; what is in these is looked at where it may be
/// somebody's.
constexpr std::array usualNames = {"HEAD",
                                   "config",
                                   "description",
                                   "index",
                                   "COMMIT_EDITMSG",
                                   "ORIG_HEAD",
                                   "FETCH_HEAD",
                                   "hooks",
                                   "info",
                                   "logs",
                                   "objects",
                                   "refs",
                                   "packed-refs",
                                   "waymark",
                                   "gc.log",
                                   "gc.pid",
                                   "fsmonitor--daemon.ipc",
                                   "fsmonitor--daemon",
                                   "lfs"};
constexpr auto usualDescription
    = "Unnamed repository; edit this file 'description' to name the repository.\n";

/// The names in the folder `name`; none where there is no such folder.
Result<QByteArrayList> namesIn(const Folder &folder, const QByteArray &name)
{
    const auto below = folder.find(name);
    if (!below)
        return std::unexpected(below.error());
    return *below ? (*below)->names() : QByteArrayList();
}

QByteArrayList sectionsOf(const QByteArray &configuration)
{
    QByteArrayList sections;
    for (const QByteArray &line : configuration.split('\n')) {
        if (line.trimmed().startsWith('['))
            sections += line.trimmed();
    }
    return sections;
}

bool hasOwnSection(const QByteArray &configuration)
{
    const QByteArrayList usual
        = sectionsOf(repositoryTemplateFile("config")) + QByteArrayList{"[core]"};
    return std::ranges::any_of(sectionsOf(configuration), [&usual](const QByteArray &section) {
        return !usual.contains(section);
    });
}

bool hasPatterns(const QByteArray &exclude)
{
    const QByteArrayList lines = exclude.split('\n');
    return std::ranges::any_of(lines, [](const QByteArray &line) {
        const QByteArray text = line.trimmed();
        return !text.isEmpty() && !text.startsWith('#');
    });
}

/// Whether the log `log` of HEAD names a commit beside that of its first line: to look at another
/// branch and come back adds lines, but no commit.
bool knowsFurtherCommits(const QByteArray &log)
{
    const auto commitOf = [](const QByteArray &line) { return line.split(' ').value(1); };
    const QByteArrayList lines = log.trimmed().split('\n');
    const QByteArray first = commitOf(lines.first());
    return std::ranges::any_of(lines,
                               [&](const QByteArray &line) { return commitOf(line) != first; });
}

/// What in `folder` of the git folder git does not make by itself, nor a template of the user's.
Result<QByteArrayList> unusualIn(const Folder &gitFolder, const QByteArray &folder,
                                 const QByteArrayList &usual)
{
    auto names = namesIn(gitFolder, folder);
    if (!names)
        return names;
    QByteArrayList unusual;
    for (const QByteArray &name : *names) {
        const QByteArray path = joined(folder, name);
        if (!usual.contains(name) && !isOfRepositoryTemplate(gitFolder, path))
            unusual += path;
    }
    return unusual;
}

/// What is beside, or in the place of, git's own files.
Result<QByteArrayList> unusualEntries(const Folder &gitFolder)
{
    QByteArrayList work;
    for (const QByteArray &name : {QByteArrayLiteral("worktrees"), QByteArrayLiteral("modules")}) {
        const auto names = namesIn(gitFolder, name);
        if (!names)
            return std::unexpected(names.error());
        for (const QByteArray &entry : *names)
            work += joined(name, entry);
    }
    QByteArrayList usual(usualNames.cbegin(), usualNames.cend());
    usual += {"worktrees", "modules", "branches"};
    const auto others = unusualIn(gitFolder, {}, usual);
    const auto info = unusualIn(gitFolder, "info", {"exclude", "refs"});
    auto hooks = unusualIn(gitFolder, "hooks", {});
    const auto branches = unusualIn(gitFolder, "branches", {});
    const auto kept = unusualIn(gitFolder, "waymark", {"lock", "undo.json", "journal.json"});
    for (const auto *list : {&others, &info, &branches, &kept}) {
        if (!*list)
            return *list;
    }
    if (!hooks)
        return hooks;
    hooks->removeIf([](const QByteArray &hook) { return hook.endsWith(".sample"); });
    return work + *others + *info + *hooks + *branches + *kept;
}

} // namespace

Result<QByteArrayList> foreignWork(const QString &gitFolder, const QByteArray &configurationHash)
{
    const auto folder = Folder::open(gitFolder);
    if (!folder)
        return std::unexpected(folder.error());
    auto work = unusualEntries(*folder);
    if (!work)
        return work;
    const auto log = folder->entry("logs/HEAD");
    const auto configuration = folder->entry("config");
    const auto exclude = folder->entry("info/exclude");
    const auto description = folder->entry("description");
    for (const auto *entry : {&log, &configuration, &exclude, &description}) {
        if (!*entry)
            return std::unexpected(entry->error());
    }
    if (knowsFurtherCommits(log->content))
        *work += "logs/HEAD";
    if (configurationHash.isEmpty() ? hasOwnSection(configuration->content)
                                    : configuration->hash != configurationHash)
        *work += "config";
    if (hasPatterns(exclude->content) && !isOfRepositoryTemplate(*folder, "info/exclude"))
        *work += "info/exclude";
    if (!description->content.isEmpty() && description->content != usualDescription
        && !isOfRepositoryTemplate(*folder, "description"))
        *work += "description";
    return work;
}

} // namespace waymark
