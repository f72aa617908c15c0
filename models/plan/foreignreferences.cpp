#include "models/plan/foreignreferences.h"

#include "models/plan/folder.h"
#include "models/plan/repositorytemplate.h"

#include <algorithm>

namespace waymark {
namespace {

constexpr int maximumDepth = 50;

Result<> addLoose(const Folder &folder, const QByteArray &name, int depth, QByteArrayList &names)
{
    const auto below = folder.find(name);
    if (!below)
        return std::unexpected(below.error());
    if (!*below || depth > maximumDepth) {
        if (folder.contains(name))
            names += name;
        return {};
    }
    const auto entries = (*below)->names();
    if (!entries)
        return std::unexpected(entries.error());
    for (const QByteArray &entry : *entries) {
        if (const auto added = addLoose(folder, joined(name, entry), depth + 1, names); !added)
            return added;
    }
    return {};
}

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

} // namespace

Result<QByteArrayList> foreignWork(const QString &gitFolder)
{
    const auto folder = Folder::open(gitFolder);
    if (!folder)
        return std::unexpected(folder.error());
    QByteArrayList work;
    for (const QByteArray &name : {QByteArrayLiteral("worktrees"), QByteArrayLiteral("modules")}) {
        const auto names = namesIn(*folder, name);
        if (!names)
            return std::unexpected(names.error());
        for (const QByteArray &entry : *names)
            work += joined(name, entry);
    }
    const auto hooks = namesIn(*folder, "hooks");
    if (!hooks)
        return std::unexpected(hooks.error());
    for (const QByteArray &hook : *hooks) {
        if (!hook.endsWith(".sample") && !isOfRepositoryTemplate(*folder, joined("hooks", hook)))
            work += joined("hooks", hook);
    }
    const auto log = folder->entry("logs/HEAD");
    const auto configuration = folder->entry("config");
    const auto exclude = folder->entry("info/exclude");
    for (const auto *entry : {&log, &configuration, &exclude}) {
        if (!*entry)
            return std::unexpected(entry->error());
    }
    if (log->content.count('\n') > 1)
        work += "logs/HEAD";
    if (hasOwnSection(configuration->content))
        work += "config";
    if (hasPatterns(exclude->content) && !isOfRepositoryTemplate(*folder, "info/exclude"))
        work += "info/exclude";
    return work;
}

Result<QByteArrayList> foreignReferences(const QString &gitFolder, const QByteArrayList &known)
{
    const auto folder = Folder::open(gitFolder);
    if (!folder)
        return std::unexpected(folder.error());
    QByteArrayList names;
    if (const auto added = addLoose(*folder, "refs", 0, names); !added)
        return std::unexpected(added.error());
    const auto packed = folder->entry("packed-refs");
    if (!packed)
        return std::unexpected(packed.error());
    for (const QByteArray &line : packed->content.split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        if (blank > 0 && line.at(0) != '#' && line.at(0) != '^')
            names += line.sliced(blank + 1);
    }
    names.removeIf([&](const QByteArray &name) { return known.contains(name); });
    std::ranges::sort(names);
    names.erase(std::ranges::unique(names).begin(), names.end());
    return names;
}

} // namespace waymark
