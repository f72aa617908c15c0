#pragma once

#include "models/base/filemode.h"
#include "models/base/problem.h"

#include <QByteArray>
#include <QList>
#include <QMap>

#include <optional>

namespace waymark {

/// A file of a template: `path` from the template's folder, with `/`, as the bytes the disk or git
/// has for it ("../parts/f" is beside that folder); a link's content is its target.
struct TemplateFile
{
    QByteArray path;
    FileMode mode = FileMode::Regular;
    QByteArray content = {};
    friend bool operator==(const TemplateFile &, const TemplateFile &) = default;
};

/// What may be read of one template.
struct TemplateBudget
{
    qint64 bytes = 256LL * 1024 * 1024; ///< Of all files together.
    qsizetype files = 100'000; ///< With folders and links.
    int depth = 128; ///< Of folders.
};

/// All that is read of a template's folder, and of those beside it that its steps fetch, read once.
/// Links stay links and are never followed, and `.git` is left out. What leads out of the source,
/// or is no file, link or folder, is a problem.
class TemplateTree
{
public:
    TemplateTree() = default;
    /// `files` in any order; paths differ.
    explicit TemplateTree(QList<TemplateFile> files, QList<QByteArray> emptyFolders = {});

    /// Reads the folder at `path` below `root`, the source's folder ("" is the root itself). An
    /// error where it cannot be read at all, is reached only through a link, or a budget is used
    /// up.
    [[nodiscard]] static Result<TemplateTree> read(const QString &root, const QByteArray &path,
                                                   const TemplateBudget &budget = {});
    /// Reads the folders at `places` below `root` as well, none of which is in another or in the
    /// template's; one that is not there, or cannot be read (see unread()), is left out. `budget`
    /// is that of all together.
    [[nodiscard]] Result<> readBeside(const QString &root, const QByteArrayList &places,
                                      const TemplateBudget &budget = {});
    /// The same of single files at `places`.
    [[nodiscard]] Result<> readFilesBeside(const QString &root, const QByteArrayList &places,
                                           const TemplateBudget &budget = {});

    /// Sorted by path, byte by byte.
    [[nodiscard]] const QList<TemplateFile> &files() const { return m_files; }
    /// Folders with nothing in them, which git does not know; sorted.
    [[nodiscard]] const QList<QByteArray> &emptyFolders() const { return m_emptyFolders; }
    /// The file at `path`, or null. Valid as long as the tree.
    [[nodiscard]] const TemplateFile *find(QByteArrayView path) const;
    /// All files below the folder `path`, with paths from there; "" is the template's folder, and
    /// ".." the one around it. It has no problems of its own.
    [[nodiscard]] TemplateTree below(QByteArrayView path) const;
    [[nodiscard]] bool hasFolder(QByteArrayView path) const;
    /// The folders that readBeside() found, as `path`s: "../parts".
    [[nodiscard]] const QByteArrayList &foldersBeside() const { return m_beside; }
    /// Why the folder at `path` beside the template's, or one around it, was not read by
    /// readBeside(): a link or a file is there, or it may not be opened.
    [[nodiscard]] std::optional<Problem> unread(const QByteArray &path) const;
    /// Links that leave the source and what is no file: nothing is rendered while there is one.
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    /// The id of the git tree that holds just these files (git has no empty folders): 40 hex
    /// digits. With folders beside the template's, it is that of the folder around all of them.
    [[nodiscard]] Result<QByteArray> hash() const;

private:
    friend class TreeReader;

    void sortFiles();
    [[nodiscard]] TemplateBudget left(TemplateBudget budget) const;

    QByteArray m_path; // of the template's folder below the source's
    QList<TemplateFile> m_files;
    QList<QByteArray> m_emptyFolders;
    QByteArrayList m_beside;
    QMap<QByteArray, Problem> m_unread;
    QList<Problem> m_problems;
};

/// Whether the link that stands `depth` folders below a folder stays in that folder: it is
/// relative, has `..` only at its start, and no more of them than there are folders to leave.
[[nodiscard]] bool staysBelow(QByteArrayView target, int depth);

} // namespace waymark
