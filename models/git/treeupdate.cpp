#include "models/git/repository.h"
#include "models/git/treebuilder.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

constexpr quint32 removal = 0; // a Leaf's mode that says so

std::unexpected<Error> inTheWay(QByteArrayView path)
{
    return failure(
        {.code = u"git.path"_s,
         .message = QCoreApplication::translate("Git", "A file and a folder claim this path."),
         .file = QString::fromUtf8(path)});
}

std::unexpected<Error> notWritten()
{
    return lastError(QCoreApplication::translate("Git", "A tree could not be written"));
}

/// Changes one tree of a repository; knows of no other.
class Update
{
public:
    explicit Update(git_repository *repository)
        : m_repository(repository)
    {
    }

    /// `base` (nothing: empty) with `changes`, which are sorted and share their first `prefix`
    /// bytes.
    Result<ObjectId> tree(const std::optional<ObjectId> &base, std::span<const Leaf> changes,
                          qsizetype prefix)
    {
        Handle<git_tree> old;
        if (base && *base != emptyTree()) {
            const git_oid id = toOid(*base);
            if (into(old, git_tree_lookup, m_repository, &id) < 0)
                return notWritten();
        }
        Handle<git_treebuilder> builder;
        if (into(builder, git_treebuilder_new, m_repository, old.get()) < 0)
            return notWritten();
        for (auto change = changes.begin(); change != changes.end();) {
            const QByteArrayView path = change->path;
            const qsizetype slash = path.indexOf('/', prefix);
            const auto isBelow
                = [&](const Leaf &leaf) { return leaf.path.startsWith(path.first(slash + 1)); };
            const auto end
                = slash < 0 ? change + 1 : std::find_if_not(change, changes.end(), isBelow);
            const QByteArray name
                = path.first(slash < 0 ? path.size() : slash).sliced(prefix).toByteArray();
            const auto done = slash < 0 ? place(builder.get(), name, *change)
                                        : descend(builder.get(), name, {change, end}, slash + 1);
            if (!done)
                return std::unexpected(done.error());
            change = end;
        }
        git_oid id = {};
        if (git_treebuilder_write(&id, builder.get()) < 0)
            return notWritten();
        return fromOid(id);
    }

private:
    static Result<> place(git_treebuilder *builder, const QByteArray &name, const Leaf &change)
    {
        const git_tree_entry *present = git_treebuilder_get(builder, name.constData());
        const bool isFolder = present && git_tree_entry_type(present) == GIT_OBJECT_TREE;
        if (change.mode == removal) {
            if (present && !isFolder)
                git_treebuilder_remove(builder, name.constData());
            return {};
        }
        if (present && isFolder != (change.mode == GIT_FILEMODE_TREE))
            return inTheWay(change.path);
        if (change.mode == GIT_FILEMODE_TREE
            && change.id == emptyTree()) { // git keeps no empty folder
            if (present)
                git_treebuilder_remove(builder, name.constData());
            return {};
        }
        const git_oid id = toOid(change.id);
        if (git_treebuilder_insert(nullptr, builder, name.constData(), &id,
                                   git_filemode_t(change.mode))
            < 0)
            return notWritten();
        return {};
    }

    Result<> descend(git_treebuilder *builder, const QByteArray &name,
                     std::span<const Leaf> changes, qsizetype prefix)
    {
        const git_tree_entry *present = git_treebuilder_get(builder, name.constData());
        const bool isFolder = present && git_tree_entry_type(present) == GIT_OBJECT_TREE;
        const bool onlyRemovals
            = std::ranges::all_of(changes, [](const Leaf &l) { return l.mode == removal; });
        if (!isFolder && onlyRemovals)
            return {};
        if (present && !isFolder)
            return inTheWay(QByteArrayView(changes.front().path).first(prefix - 1));
        const auto base
            = isFolder ? std::optional(fromOid(*git_tree_entry_id(present))) : std::nullopt;
        const auto id = tree(base, changes, prefix);
        if (!id)
            return std::unexpected(id.error());
        return place(builder, name, {changes.front().path, GIT_FILEMODE_TREE, *id});
    }

    git_repository *m_repository;
};

} // namespace

Result<ObjectId> updateTree(const Repository &repository, const ObjectId &base,
                            const QList<TreeEntry> &upserts, const QList<QByteArray> &removed)
{
    Update update(repository.handle());
    QList<Leaf> changes;
    for (const QByteArray &path : removed)
        changes += {path, removal, {}};
    std::ranges::sort(changes, {}, &Leaf::path);
    const auto left = update.tree(base, changes, 0); // first: what goes makes room
    if (!left)
        return left;
    changes.clear();
    for (const TreeEntry &entry : upserts)
        changes += {entry.path, gitMode(entry), entry.id};
    std::ranges::sort(changes, {}, &Leaf::path);
    return update.tree(*left, changes, 0);
}

} // namespace waymark::git
