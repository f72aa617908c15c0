#include "models/git/patch.h"

#include "models/git/handles.h"
#include "models/git/library.h"

#include <QCoreApplication>

#include <git2/sys/mempack.h>
#include <git2/sys/odb_backend.h>
#include <git2/sys/repository.h>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

struct FreeDiff
{
    void operator()(git_diff *diff) const noexcept { git_diff_free(diff); }
};

std::unexpected<Error> failed()
{
    return lastError(QCoreApplication::translate("git", "The patch could not be made"));
}

/// A repository that is nowhere but in memory: only there does libgit2 compare trees.
class Scratch
{
public:
    [[nodiscard]] bool open()
    {
        Library::start();
        git_odb_backend *backend = nullptr;
        if (into(m_objects, git_odb_new) != 0 || git_mempack_new(&backend) != 0)
            return false;
        if (git_odb_add_backend(m_objects.get(), backend, 1) != 0) {
            backend->free(backend);
            return false;
        }
        return into(m_repository, git_repository_wrap_odb, m_objects.get()) == 0;
    }

    /// The tree with `side` at `path`, or an empty one. Null: it failed.
    [[nodiscard]] Handle<git_tree> tree(const QByteArray &path,
                                        const std::optional<PatchSide> &side) const
    {
        Handle<git_index> index;
        Handle<git_tree> tree;
        git_oid id = {};
        if (into(index, git_index_new) != 0)
            return nullptr;
        if (side) {
            git_index_entry entry = {};
            entry.mode = static_cast<uint32_t>(side->mode);
            entry.path = path.constData();
            const auto size = static_cast<size_t>(side->content.size());
            if (git_blob_create_from_buffer(&entry.id, m_repository.get(),
                                            side->content.constData(), size)
                    != 0
                || git_index_add(index.get(), &entry) != 0)
                return nullptr;
        }
        if (git_index_write_tree_to(&id, index.get(), m_repository.get()) != 0
            || into(tree, git_tree_lookup, m_repository.get(), &id) != 0)
            return nullptr;
        return tree;
    }

    [[nodiscard]] git_repository *repository() const { return m_repository.get(); }

private:
    Handle<git_odb> m_objects;
    Handle<git_repository> m_repository;
};

/// Whether a file takes the place of a link, or a link that of a file: for git one goes and the
/// other comes.
bool isOtherType(const std::optional<PatchSide> &before, const std::optional<PatchSide> &after)
{
    return before && after && (before->mode == FileMode::Link) != (after->mode == FileMode::Link);
}

/// libgit2 names both sides of a file without a line too, which `git apply` takes for a broken
/// patch.
QByteArray withoutSides(const QByteArray &text)
{
    QByteArray kept;
    for (const QByteArray &line : text.split('\n')) {
        if (!line.isEmpty() && !line.startsWith("--- ") && !line.startsWith("+++ "))
            kept += line + '\n';
    }
    return kept;
}

} // namespace

Result<QByteArray> patch(const QByteArray &path, const std::optional<PatchSide> &before,
                         const std::optional<PatchSide> &after)
{
    if (isOtherType(before, after)) {
        const auto gone = patch(path, before, std::nullopt);
        const auto there = patch(path, std::nullopt, after);
        return gone && there ? *gone + *there : gone ? there : gone;
    }
    Scratch scratch;
    if (!scratch.open())
        return failed();
    const auto from = scratch.tree(path, before);
    const auto to = scratch.tree(path, after);
    if (!from || !to)
        return failed();
    git_diff_options options;
    git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
    options.flags = GIT_DIFF_SHOW_BINARY;
    options.id_abbrev = 40; // binary contents are only applied with whole ids
    std::unique_ptr<git_diff, FreeDiff> diff;
    if (into(diff, git_diff_tree_to_tree, scratch.repository(), from.get(), to.get(), &options)
        != 0)
        return failed();
    Buffer text;
    if (git_diff_to_buf(text, diff.get(), GIT_DIFF_FORMAT_PATCH) != 0)
        return failed();
    const QByteArray bytes = text.bytes();
    const bool hasContent = bytes.contains("\n@@ ") || bytes.contains("\nGIT binary patch\n");
    return hasContent ? bytes : withoutSides(bytes);
}

} // namespace waymark::git
