#include "models/plan/foreignreferences.h"

#include "models/plan/folder.h"

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

} // namespace

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
