#include "models/git/treebuilder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QSet>

#include <algorithm>
#include <span>

using namespace Qt::StringLiterals;

namespace waymark::git {
namespace {

std::unexpected<Error> badPath(const QByteArray &path, const QString &message)
{
    return failure({.code = u"git.path"_s, .message = message, .file = QString::fromUtf8(path)});
}

bool isAllowed(QByteArrayView name)
{
    return !name.isEmpty() && name != "." && name != ".." && !name.contains('\0')
        && name.compare(".git", Qt::CaseInsensitive) != 0;
}

/// One line of a tree object.
struct Line
{
    QByteArrayView name;
    quint32 mode;
    ObjectId id;
    [[nodiscard]] QByteArray sortKey() const // git sorts a folder as if its name ended in '/'
    {
        return mode == GIT_FILEMODE_TREE ? name.toByteArray() + '/' : name.toByteArray();
    }
};

QByteArray treeObject(std::span<Line> lines)
{
    std::ranges::sort(lines, {}, &Line::sortKey);
    QByteArray content;
    for (const Line &line : lines) {
        content += QByteArray::number(line.mode, 8) + ' ';
        content += line.name;
        content += '\0';
        content.append(reinterpret_cast<const char *>(line.id.raw()), ObjectId::size);
    }
    return content;
}

/// The tree of `leaves`, which are sorted and share their first `prefix` bytes, a folder with its
/// '/'.
Result<ObjectId> treeOfSorted(std::span<const Leaf> leaves, qsizetype prefix, const TreeSink &sink)
{
    QList<Line> lines;
    QSet<QByteArrayView> names;
    for (auto leaf = leaves.begin(); leaf != leaves.end();) {
        const QByteArrayView rest = QByteArrayView(leaf->path).sliced(prefix);
        const qsizetype slash = rest.indexOf('/');
        const QByteArrayView name = slash < 0 ? rest : rest.first(slash);
        if (!isAllowed(name))
            return badPath(
                leaf->path,
                QCoreApplication::translate("Git", "git cannot keep a file of this path."));
        if (names.contains(name))
            return badPath(leaf->path,
                           QCoreApplication::translate(
                               "Git", "This path is there twice, or is a file and a folder."));
        names.insert(name);
        if (slash < 0) {
            lines += {name, leaf->mode, leaf->id};
            ++leaf;
            continue;
        }
        const QByteArrayView folder = QByteArrayView(leaf->path).first(prefix + slash + 1);
        const auto end = std::find_if(leaf, leaves.end(),
                                      [&](const Leaf &l) { return !l.path.startsWith(folder); });
        const auto id = treeOfSorted({leaf, end}, folder.size(), sink);
        if (!id)
            return id;
        lines += {name, GIT_FILEMODE_TREE, *id};
        leaf = end;
    }
    return sink(treeObject(lines));
}

} // namespace

Result<ObjectId> buildTree(QList<Leaf> leaves, const TreeSink &sink)
{
    std::ranges::sort(leaves, {}, &Leaf::path);
    return treeOfSorted(leaves, 0, sink);
}

Result<ObjectId> hashObject(QByteArrayView content, git_object_t type)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(git_object_type2string(type) + " "_ba + QByteArray::number(content.size()) + '\0');
    hash.addData(content);
    return ObjectId::fromRaw(reinterpret_cast<const unsigned char *>(hash.resultView().data()));
}

Result<ObjectId> writeObject(git_odb *database, QByteArrayView content, git_object_t type)
{
    git_oid id = {};
    if (git_odb_write(&id, database, content.data(), content.size(), type) < 0)
        return lastError(
            QCoreApplication::translate("Git", "An object could not be written"),
            QCoreApplication::translate("Git", "Is the disk full, or the repository read-only?"));
    return fromOid(id);
}

quint32 gitMode(const TreeEntry &entry)
{
    return entry.kind == TreeEntry::Kind::Submodule ? quint32(GIT_FILEMODE_COMMIT)
                                                    : quint32(entry.mode);
}

} // namespace waymark::git
