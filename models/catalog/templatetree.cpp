#include "models/catalog/templatetree.h"

#include "models/catalog/fetchplace.h"
#include "models/git/tree.h"

#include <algorithm>

namespace waymark {
namespace {

constexpr auto filePath = &TemplateFile::path;

QByteArray asPrefix(QByteArrayView folder)
{
    return folder.isEmpty() ? QByteArray() : folder.toByteArray() + '/';
}

/// Whether `path` is below the folder of `prefix`, and not beside it.
bool startsBelow(const QByteArray &path, const QByteArray &prefix)
{
    return path.startsWith(prefix) && !QByteArrayView(path).sliced(prefix.size()).startsWith("../");
}

/// How many folders `path` leaves at its start.
qsizetype stepsUp(QByteArrayView path)
{
    qsizetype steps = 0;
    for (; path.startsWith("../"); path = path.sliced(3))
        ++steps;
    return steps;
}

/// The last `count` names of `path`.
QByteArray lastNames(const QByteArray &path, qsizetype count)
{
    const QByteArrayList names = path.split('/');
    return names.last(std::min(count, names.size())).join('/');
}

} // namespace

TemplateTree::TemplateTree(QList<TemplateFile> files, QList<QByteArray> emptyFolders)
    : m_files(std::move(files))
    , m_emptyFolders(std::move(emptyFolders))
{
    std::ranges::sort(m_files, {}, filePath);
    std::ranges::sort(m_emptyFolders);
}

const TemplateFile *TemplateTree::find(QByteArrayView path) const
{
    const auto found = std::ranges::lower_bound(
        m_files, path, [](QByteArrayView a, QByteArrayView b) { return a < b; }, filePath);
    return found != m_files.end() && found->path == path ? &*found : nullptr;
}

TemplateTree TemplateTree::below(QByteArrayView path) const
{
    const QByteArray prefix = asPrefix(path);
    TemplateTree result;
    for (const TemplateFile &file : m_files) {
        if (startsBelow(file.path, prefix))
            result.m_files.append({file.path.sliced(prefix.size()), file.mode, file.content});
    }
    for (const QByteArray &folder : m_emptyFolders) {
        if (startsBelow(folder, prefix))
            result.m_emptyFolders.append(folder.sliced(prefix.size()));
    }
    return result;
}

bool TemplateTree::hasFolder(QByteArrayView path) const
{
    const auto isIn = [&](const QByteArray &folder) {
        return path == folder || path.startsWith(asPrefix(folder));
    };
    if (path.startsWith("..") && std::ranges::none_of(m_beside, isIn))
        return false; // only some of what is in it was read
    const QByteArray prefix = asPrefix(path);
    const auto isBelow = [&](const QByteArray &each) { return startsBelow(each, prefix); };
    return path.isEmpty() || std::ranges::any_of(m_files, isBelow, filePath)
        || std::ranges::any_of(m_emptyFolders, isBelow) || m_emptyFolders.contains(path);
}

std::optional<Problem> TemplateTree::unread(const QByteArray &path) const
{
    for (const auto &[folder, problem] : m_unread.asKeyValueRange()) {
        if (path == folder || startsBelow(path, asPrefix(folder)))
            return problem;
    }
    return std::nullopt;
}

Result<QByteArray> TemplateTree::hash() const
{
    qsizetype up = 0;
    for (const TemplateFile &file : m_files)
        up = std::max(up, stepsUp(file.path));
    const QByteArray folder = up > 0 ? lastNames(m_path, up) : QByteArray();
    QMap<QByteArray, git::File> files; // what is read from two places is there once
    for (const TemplateFile &file : m_files) {
        const QByteArray path = up > 0 ? joinedPath(folder, file.path) : file.path;
        files.insert(path, {path, file.mode, file.content});
    }
    const Result<git::ObjectId> id = git::treeId(files.values());
    if (!id)
        return std::unexpected(id.error());
    return id->toHex();
}

bool staysBelow(QByteArrayView target, int depth)
{
    if (target.isEmpty() || target.startsWith('/'))
        return false;
    int up = 0;
    bool isDown = false;
    for (const QByteArray &part : target.toByteArray().split('/')) {
        if (part == "..") {
            if (isDown)
                return false; // behind a folder that may itself be a link
            ++up;
        } else if (!part.isEmpty() && part != ".") {
            isDown = true;
        }
    }
    return up <= depth;
}

} // namespace waymark
