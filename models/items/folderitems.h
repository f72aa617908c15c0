#pragma once

#include "models/items/filetreemodel.h"

namespace waymark {

/// `files`, whose paths differ, as a tree with their folders. Labels and sums are filled in; a
/// folder that holds only folders is written in front of them.
[[nodiscard]] std::vector<TreeItem<FileTreeRow>> folderItems(const QList<FileTreeRow> &files);

/// The key of a file's row in such a tree.
[[nodiscard]] QString fileKey(const QByteArray &path);

} // namespace waymark
