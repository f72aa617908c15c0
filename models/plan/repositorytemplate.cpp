#include "models/plan/repositorytemplate.h"

#include "models/git/repository.h"
#include "models/plan/planhash.h"

#include <QCoreApplication>
#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int maximumDepth = 50;

std::optional<Folder> openTemplate()
{
    const QString path = git::Repository::templateFolder();
    auto folder = path.isEmpty() ? Result<Folder>(failure({})) : Folder::open(path);
    return folder ? std::optional(std::move(*folder)) : std::nullopt;
}

/// Whether it would make a repository of the folder, or is hidden.
bool isLeftOut(const QByteArray &path)
{
    return nameOf(path).startsWith('.') || path == "HEAD" || path == "objects" || path == "refs";
}

Result<> copyFile(FileSystem &fileSystem, const Folder &folder, const QByteArray &path,
                  const SnapshotEntry &entry)
{
    if (contentHash(entry.content) != entry.hash)
        return failure({.code = u"write.failed"_s,
                        .message = QCoreApplication::translate(
                            "Writer", "This file is too large to be copied into a repository."),
                        .file = git::Repository::templateFolder() + u'/' + QFile::decodeName(path),
                        .hint = QCoreApplication::translate(
                            "Writer", "Take it out of git's init.templateDir.")});
    return writeFile(fileSystem, folder, joined(".git", path), *entry.mode, entry.content);
}

Result<> copyBelow(FileSystem &fileSystem, const Folder &from, const Folder &folder,
                   const QByteArray &path, int depth)
{
    const auto below = from.find(path);
    const auto names = below && *below ? (*below)->names() : Result<QByteArrayList>();
    if (!below || !names)
        return std::unexpected(below ? names.error() : below.error());
    for (const QByteArray &name : *names) {
        const QByteArray here = joined(path, name);
        const auto entry = isLeftOut(here) ? SnapshotEntry() : from.entry(here);
        if (!entry)
            return std::unexpected(entry.error());
        Result<> copied;
        if (entry->mode)
            copied = copyFile(fileSystem, folder, here, *entry);
        else if (entry->type == SnapshotEntry::Type::Folder && depth < maximumDepth)
            copied = copyBelow(fileSystem, from, folder, here, depth + 1);
        if (!copied)
            return copied;
    }
    return {};
}

/// Whether `path` is in both folders and the same with all below it.
bool isSame(const Folder &a, const Folder &b, const QByteArray &path, int depth)
{
    const auto inA = a.entry(path);
    const auto inB = b.entry(path);
    if (!inA || !inB || inA->type != inB->type || inA->mode != inB->mode || inA->hash != inB->hash)
        return false;
    if (inA->type != SnapshotEntry::Type::Folder)
        return inA->mode.has_value();
    const auto folder = a.find(path);
    const auto names = folder && *folder ? (*folder)->names() : Result<QByteArrayList>();
    if (!names || depth > maximumDepth)
        return false;
    return std::ranges::all_of(*names, [&](const QByteArray &name) {
        return isSame(a, b, joined(path, name), depth + 1);
    });
}

} // namespace

Result<> copyRepositoryTemplate(FileSystem &fileSystem, const Folder &folder)
{
    const auto from = openTemplate();
    return from ? copyBelow(fileSystem, *from, folder, {}, 0) : Result<>();
}

bool isOfRepositoryTemplate(const Folder &gitFolder, const QByteArray &path)
{
    const auto known = openTemplate();
    return known && isSame(gitFolder, *known, path, 0);
}

QByteArray repositoryTemplateFile(const QByteArray &path)
{
    const auto known = openTemplate();
    const auto entry = known ? known->entry(path) : SnapshotEntry();
    return entry ? entry->content : QByteArray();
}

} // namespace waymark
