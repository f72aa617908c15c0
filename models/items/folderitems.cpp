#include "models/items/folderitems.h"

#include "models/base/utf8.h"
#include "models/plan/folder.h"

#include <algorithm>
#include <map>

namespace waymark {
namespace {

using Item = TreeItem<FileTreeRow>;

struct Contents
{
    std::map<QByteArray, Contents> folders = {}; ///< By name.
    QList<FileTreeRow> files = {};
};

Contents contentsOf(const QList<FileTreeRow> &files)
{
    Contents root;
    for (const FileTreeRow &file : files) {
        Contents *at = &root;
        const QByteArray folder = parentOf(file.path);
        for (const QByteArray &name : folder.isEmpty() ? QByteArrayList() : folder.split('/'))
            at = &at->folders[name];
        at->files += file;
    }
    return root;
}

bool isBefore(const Item &a, const Item &b)
{
    if (a.row.isFolder != b.row.isFolder)
        return a.row.isFolder;
    const int order = a.row.label.compare(b.row.label, Qt::CaseInsensitive);
    return order != 0 ? order < 0 : a.row.path < b.row.path;
}

void addSums(FileTreeRow &folder, const FileTreeRow &child)
{
    folder.errors += child.errors;
    folder.warnings += child.warnings;
    folder.linked += child.linked;
    folder.linkedTitle = child.linked > 0 ? child.linkedTitle : folder.linkedTitle;
    folder.isCurrent = folder.isCurrent && child.isCurrent;
    folder.isFinal = folder.isFinal && child.isFinal;
    folder.isAlike = folder.isAlike && child.isAlike && child.change == folder.change;
}

/// What is in the folder at `path`; labels begin behind `shownFrom`.
void addItems(std::vector<Item> &items, const Contents &contents, const QByteArray &path,
              qsizetype shownFrom)
{
    for (const auto &[name, below] : contents.folders) {
        const QByteArray folder = joined(path, name);
        if (below.files.isEmpty()) {
            addItems(items, below, folder, shownFrom);
            continue;
        }
        Item item{.key = QStringLiteral("d") + QString::fromLatin1(folder),
                  .row = {.path = folder, .isFolder = true}};
        item.row.label = displayed(folder.sliced(shownFrom));
        addItems(item.children, below, folder, folder.size() + 1);
        std::ranges::sort(item.children, isBefore);
        item.row.change = item.children.front().row.change;
        for (const Item &child : item.children)
            addSums(item.row, child.row);
        items.push_back(std::move(item));
    }
    for (FileTreeRow file : contents.files) {
        if (file.label.isEmpty())
            file.label = displayed(nameOf(file.path));
        items.push_back({fileKey(file.path), file});
    }
}

} // namespace

QString fileKey(const QByteArray &path)
{
    return QStringLiteral("f") + QString::fromLatin1(path);
}

std::vector<TreeItem<FileTreeRow>> folderItems(const QList<FileTreeRow> &files)
{
    std::vector<Item> items;
    addItems(items, contentsOf(files), {}, 0);
    std::ranges::sort(items, isBefore);
    return items;
}

} // namespace waymark
