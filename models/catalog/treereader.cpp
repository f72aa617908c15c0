#include "models/catalog/treereader.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/catalog/fetchplace.h"

#include <QFile>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("Template");

std::unexpected<Error> overBudget(const QString &file, const QString &message)
{
    return failure(
        {.code = u"template.too-big"_s,
         .message = message,
         .file = file,
         .hint = translated("A template holds only what it needs: move build results and "
                            "downloads out of its folder.")});
}

} // namespace

struct TreeReader::Place
{
    const OpenFolder &folder;
    const FolderEntry &entry;
    QByteArray path; ///< Below the template.
    int depth; ///< Of `folder` below the template.
};

void TreeReader::complain(const Place &place, const QString &code, const QString &message,
                          const QString &hint)
{
    m_tree.m_problems.append({.code = u"template."_s + code,
                              .message = message,
                              .file = place.folder.shown(place.entry.name),
                              .hint = hint});
}

Result<TemplateTree> TreeReader::read(const OpenFolder &folder)
{
    if (const Result<> done = readFolder(folder, {}, 0); !done)
        return std::unexpected(done.error());
    TemplateTree tree(std::move(m_tree.m_files), std::move(m_tree.m_emptyFolders));
    tree.m_problems = std::move(m_tree.m_problems);
    return tree;
}

Result<> TreeReader::readFolder(const OpenFolder &folder, const QByteArray &prefix, int depth)
{
    if (depth > m_budget.depth)
        return overBudget(folder.shown({}),
                          translated("The template has folders inside folders, more than %1 deep.")
                              .arg(m_budget.depth));
    const Result<QList<FolderEntry>> entries = folder.entries();
    if (!entries)
        return std::unexpected(entries.error());
    bool isEmpty = true;
    for (const FolderEntry &entry : *entries) {
        if (entry.name == ".git")
            continue;
        isEmpty = false;
        if (++m_count > m_budget.files)
            return overBudget(
                folder.shown({}),
                translated("The template has more than %1 files.").arg(m_budget.files));
        if (const Result<> done = readEntry({folder, entry, prefix + entry.name, depth}); !done)
            return done;
    }
    if (isEmpty && depth > 0)
        m_tree.m_emptyFolders.append(prefix.chopped(1));
    return {};
}

Result<> TreeReader::readEntry(const Place &place)
{
    switch (place.entry.kind) {
    case FolderEntry::Kind::File:
    case FolderEntry::Kind::Executable:
        return readFile(place);
    case FolderEntry::Kind::Link:
        readLink(place);
        return {};
    case FolderEntry::Kind::Folder:
        if (const Result<OpenFolder> inner = place.folder.folder(place.entry.name))
            return readFolder(*inner, place.path + '/', place.depth + 1);
        else
            m_tree.m_problems.append(inner.error().problem);
        return {};
    case FolderEntry::Kind::Other:
        complain(place, u"special-file"_s,
                 translated("“%1” is a device, a pipe or a socket.").arg(displayed(place.path)),
                 translated("A template can hold files, folders and links only."));
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

Result<> TreeReader::readFile(const Place &place)
{
    Result<QByteArray> content = place.folder.file(place.entry.name, m_budget.bytes - m_bytes);
    if (!content && content.error().problem.code == u"template.too-big")
        return overBudget(place.folder.shown(place.entry.name),
                          translated("The template's files have more than %1 bytes together.")
                              .arg(m_budget.bytes));
    if (!content) {
        m_tree.m_problems.append(content.error().problem);
        return {};
    }
    m_bytes += content->size();
    const bool isExecutable = place.entry.kind == FolderEntry::Kind::Executable;
    m_tree.m_files.append(
        {place.path, isExecutable ? FileMode::Executable : FileMode::Regular, *std::move(content)});
    return {};
}

void TreeReader::readLink(const Place &place)
{
    const Result<QByteArray> target = place.folder.link(place.entry.name);
    if (!target) {
        m_tree.m_problems.append(target.error().problem);
        return;
    }
    if (!staysBelow(*target, place.depth + m_outerDepth))
        complain(
            place, u"link-outside"_s,
            translated("The link “%1” leads to “%2”, out of the template's source.")
                .arg(displayed(place.path), displayed(*target)),
            translated(
                "Put a copy of the file in the template, or a link to a place inside its source."));
    m_tree.m_files.append({place.path, FileMode::Link, *target});
}

namespace {

/// The folder at `path` below `root`, which no link leads to.
Result<OpenFolder> opened(const QString &root, const QByteArray &path)
{
    Result<OpenFolder> folder = OpenFolder::open(root);
    for (const QByteArray &part : path.split('/')) {
        if (!part.isEmpty() && folder)
            folder = folder->folder(part);
    }
    return folder;
}

/// The link or the file that stands in the place of the folder `place` below `root`, or of one
/// around it, as it is named from the template's folder at `path`.
std::optional<Problem> inTheWay(const QString &root, const QByteArray &place,
                                const QByteArray &path)
{
    for (qsizetype end = 0; end >= 0;) {
        end = place.indexOf('/', end + 1);
        const QByteArray part = end < 0 ? place : place.first(end);
        const QFileInfo there(root + u'/' + QFile::decodeName(part));
        const QString name = displayed(pathFrom(path, part));
        if (there.isSymLink())
            return Problem{.code = u"template.step"_s,
                           .message = translated("“%1” is a link, and no link is followed to what "
                                                 "a template is made of.")
                                          .arg(name),
                           .hint = translated("Name the folder itself that it leads to.")};
        if (there.isFile())
            return Problem{.code = u"template.step"_s,
                           .message = translated("“%1” is a file, not a folder.").arg(name),
                           .hint = translated("Name the folder itself that holds what is to be "
                                              "fetched.")};
    }
    return std::nullopt;
}

int depthOf(const QByteArray &path)
{
    const QByteArrayList parts = path.split('/');
    return static_cast<int>(parts.size() - parts.count({}));
}

} // namespace

Result<TemplateTree> TemplateTree::read(const QString &root, const QByteArray &path,
                                        const TemplateBudget &budget)
{
    const Result<OpenFolder> folder = opened(root, path);
    if (!folder)
        return std::unexpected(folder.error());
    Result<TemplateTree> tree = TreeReader(budget, depthOf(path)).read(*folder);
    if (tree)
        tree->m_path = path;
    return tree;
}

/// What of `budget` is not used up.
TemplateBudget TemplateTree::left(TemplateBudget budget) const
{
    budget.files -= m_files.size();
    for (const TemplateFile &file : m_files)
        budget.bytes -= file.content.size();
    return budget;
}

/// What was read once on its own, and again with what is around it, counts once.
void TemplateTree::sortFiles()
{
    std::ranges::stable_sort(m_files, {}, &TemplateFile::path);
    const auto again = std::ranges::unique(m_files, {}, &TemplateFile::path);
    m_files.erase(again.begin(), again.end());
}

Result<> TemplateTree::readBeside(const QString &root, const QByteArrayList &places,
                                  const TemplateBudget &budget)
{
    for (const QByteArray &place : places) {
        const QFileInfo there(root + u'/' + QFile::decodeName(place));
        if (!there.exists() && !there.isSymLink())
            continue; // the step that fetches it says so
        const QByteArray folder = pathFrom(m_path, place);
        const Result<TemplateTree> read = TemplateTree::read(root, place, left(budget));
        if (!read && read.error().problem.code == u"template.too-big")
            return std::unexpected(read.error());
        if (!read) { // and so it does of this
            m_unread.insert(folder, inTheWay(root, place, m_path).value_or(read.error().problem));
            continue;
        }
        for (const TemplateFile &file : read->m_files)
            m_files.append({folder + '/' + file.path, file.mode, file.content});
        for (const QByteArray &empty : read->m_emptyFolders)
            m_emptyFolders.append(folder + '/' + empty);
        m_beside.append(folder);
        m_problems += read->m_problems;
    }
    sortFiles();
    std::ranges::sort(m_emptyFolders);
    return {};
}

Result<> TemplateTree::readFilesBeside(const QString &root, const QByteArrayList &places,
                                       const TemplateBudget &budget)
{
    for (const QByteArray &place : places) {
        const QFileInfo there(root + u'/' + QFile::decodeName(place));
        if (!there.exists() && !there.isSymLink())
            continue; // the step that fetches it says so
        const QByteArray path = pathFrom(m_path, place);
        const qsizetype slash = place.lastIndexOf('/');
        const Result<OpenFolder> folder = opened(root, place.first(std::max<qsizetype>(0, slash)));
        const Result<QByteArray> content = folder
            ? folder->file(place.sliced(slash + 1), left(budget).bytes)
            : std::unexpected(folder.error());
        if (!content && content.error().problem.code == u"template.too-big")
            return std::unexpected(content.error());
        if (!content)
            m_unread.insert(path, content.error().problem);
        else
            m_files.append(
                {path, there.isExecutable() ? FileMode::Executable : FileMode::Regular, *content});
    }
    sortFiles();
    return {};
}

} // namespace waymark
