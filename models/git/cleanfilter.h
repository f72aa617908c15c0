#pragma once

#include "models/git/tree.h"

#include <memory>
#include <optional>

namespace waymark::git {

/// What `git add` would store of files: line ends by core.autocrlf and the attributes text, eol,
/// crlf, and ident. The .gitattributes of the work tree count, and before they are written, those
/// among the files it is made with. Where a file's attributes ask for what Waymark does not do (a
/// filter that is a program, such as Git LFS; working-tree-encoding), it is an error with the way
/// out. Writes nothing and starts nothing.
class CleanFilter
{
public:
    /// `planned`: the files that will stand in the work tree; only those named .gitattributes
    /// matter.
    [[nodiscard]] static Result<CleanFilter> create(const Repository &repository,
                                                    const QList<File> &planned);
    /// That of a repository which is still to be made of `planned`: in memory, by the settings of
    /// the user.
    [[nodiscard]] static Result<CleanFilter> createForNew(const QList<File> &planned);
    CleanFilter(CleanFilter &&other) noexcept;
    CleanFilter &operator=(CleanFilter &&other) noexcept;
    ~CleanFilter();

    /// Why git would store the file at `path`, which is no link, by what Waymark does not do
    /// ("git.filter").
    [[nodiscard]] std::optional<Problem> refusal(const QByteArray &path) const;

    /// The blob's content for a file at `file.path` that holds `file.content`. A link's is what it
    /// points to. It differs from the file's content where git would change it; then the file on
    /// the disk must stay as planned (git status is clean with both, and is not where the blob were
    /// the file's bytes).
    [[nodiscard]] Result<QByteArray> cleaned(const File &file) const;

    /// The paths of those of `files` whose blobs would differ from their content.
    [[nodiscard]] Result<QList<QByteArray>> changed(const QList<File> &files) const;

    /// cleaned() of all, as writeTree() and treeId() take them.
    [[nodiscard]] Result<QList<File>> cleaned(const QList<File> &files) const;

private:
    struct Data;
    explicit CleanFilter(std::unique_ptr<Data> data);
    [[nodiscard]] static Result<CleanFilter> of(std::unique_ptr<Data> data,
                                                const Repository *repository,
                                                const QList<File> &planned);
    std::unique_ptr<Data> m_data;
};

} // namespace waymark::git
