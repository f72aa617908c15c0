#include "models/catalog/templatetree.h"

#include "models/git/tree.h"

#include <algorithm>

namespace waymark {
namespace {

constexpr auto pathOf = &TemplateFile::path;

QByteArray asPrefix(QByteArrayView folder)
{
    return folder.isEmpty() ? QByteArray() : folder.toByteArray() + '/';
}

} // namespace

TemplateTree::TemplateTree(QList<TemplateFile> files, QList<QByteArray> emptyFolders)
    : m_files(std::move(files))
    , m_emptyFolders(std::move(emptyFolders))
{
    std::ranges::sort(m_files, {}, pathOf);
    std::ranges::sort(m_emptyFolders);
}

const TemplateFile *TemplateTree::find(QByteArrayView path) const
{
    const auto found = std::ranges::lower_bound(
        m_files, path, [](QByteArrayView a, QByteArrayView b) { return a < b; }, pathOf);
    return found != m_files.end() && found->path == path ? &*found : nullptr;
}

TemplateTree TemplateTree::below(QByteArrayView path) const
{
    const QByteArray prefix = asPrefix(path);
    TemplateTree result;
    for (const TemplateFile &file : m_files) {
        if (file.path.startsWith(prefix))
            result.m_files.append({file.path.sliced(prefix.size()), file.mode, file.content});
    }
    for (const QByteArray &folder : m_emptyFolders) {
        if (folder.startsWith(prefix))
            result.m_emptyFolders.append(folder.sliced(prefix.size()));
    }
    return result;
}

bool TemplateTree::hasFolder(QByteArrayView path) const
{
    const QByteArray prefix = asPrefix(path);
    const auto isBelow = [&](const QByteArray &each) { return each.startsWith(prefix); };
    return path.isEmpty() || std::ranges::any_of(m_files, isBelow, pathOf)
        || std::ranges::any_of(m_emptyFolders, isBelow) || m_emptyFolders.contains(path);
}

Result<QByteArray> TemplateTree::hash() const
{
    QList<git::File> files;
    files.reserve(m_files.size());
    for (const TemplateFile &file : m_files)
        files.append({file.path, file.mode, file.content});
    const Result<git::ObjectId> id = git::treeId(files);
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
