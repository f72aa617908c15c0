#include "models/plan/arrival.h"

#include "models/plan/moves.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

QByteArray missingPart(const QString &existing, const QString &path)
{
    return QFile::encodeName(path.mid(existing == u"/"_s ? 1 : existing.size() + 1));
}

} // namespace

Arrival::Arrival(FileSystem &fileSystem, const WriteRequest &request, const QString &stateFolder)
    : m_fileSystem(fileSystem)
    , m_request(request)
    , m_stateFolder(stateFolder)
{
    const QByteArray missing = missingPart(request.destination.existing, request.destination.path);
    const qsizetype slash = missing.indexOf('/');
    m_top = slash < 0 ? missing : missing.first(slash);
    m_rest = slash < 0 ? QByteArray() : missing.sliced(slash + 1);
}

QByteArray Arrival::stagingPrefix(const QString &existing, const QString &path)
{
    constexpr qsizetype longest = 200; // so that what stands around it fits into a name
    const QByteArray name = outermostName(existing, path);
    const auto hash = [&name] {
        return QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().first(32);
    };
    return '.' + (name.size() > longest ? hash() : name) + ".waymark";
}

QByteArray Arrival::outermostName(const QString &existing, const QString &path)
{
    return missingPart(existing, path).split('/').first();
}

Result<> Arrival::open()
{
    auto parent = Folder::open(m_request.destination.existing);
    if (!parent)
        return std::unexpected(parent.error());
    m_parent = std::move(*parent);
    if (m_request.commit)
        return {};
    if (const auto made = makeStateFolders(m_fileSystem, m_stateFolder); !made)
        return made;
    auto home = Home::take(m_fileSystem, stateHome(m_stateFolder, m_request.destination.path));
    if (!home)
        return std::unexpected(home.error());
    m_home.emplace(std::move(*home));
    return {};
}

Result<> Arrival::prepare()
{
    auto staging
        = Staging::make(m_fileSystem, *m_parent,
                        stagingPrefix(m_request.destination.existing, m_request.destination.path));
    if (!staging)
        return std::unexpected(staging.error());
    m_staging.emplace(std::move(*staging));
    auto folder = makeFolders(m_fileSystem, m_staging->folder(), joined("tree", m_rest));
    if (!folder)
        return std::unexpected(folder.error());
    m_destination = std::move(*folder);
    if (const auto written = writeFiles(m_fileSystem, *m_destination, m_request, {}); !written)
        return written;
    if (!m_request.commit)
        return {};
    const auto fresh = makeRepository(m_fileSystem, *m_destination, m_request, m_staging->folder());
    if (!fresh)
        return std::unexpected(fresh.error());
    m_fresh = *fresh;
    return {};
}

Result<> Arrival::prepareNote()
{
    Journal note;
    note.kind = DestinationKind::Absent;
    note.truth = m_fresh ? Journal::Truth::Repository : Journal::Truth::Note;
    note.destination = m_request.destination.path;
    note.root = note.destination;
    note.identity = m_destination->identity();
    note.arrivals = {QByteArray()};
    note.files = storedFiles(m_request, {});
    note.folders = foldersMade(note.files, m_request.folders);
    note.madeBelow = m_request.destination.existing;
    note.madeBelowIdentity = m_request.destination.identity;
    if (m_fresh) {
        note.git = m_fresh->change;
        note.configuration = m_fresh->configuration;
        return writeNote(m_fileSystem, *m_destination, note);
    }
    return replaceFile(m_fileSystem, m_home->folder(), noteName, toJson(note));
}

Result<> Arrival::arrive()
{
    const QString path = m_request.destination.path;
    const int parent = m_parent->descriptor();
    const int staging = m_staging->folder().descriptor();
    if (m_fileSystem.syncAll(staging) != 0)
        return systemFailure(tr("The files could not be written to the disk."), path);
    if (m_request.stop.stop_requested())
        return failure({.code = u"write.cancelled"_s, .message = tr("Cancelled.")});
    const auto current = Folder::open(m_request.destination.existing);
    if (!current || current->identity() != m_parent->identity())
        return failure({.code = u"destination.changed"_s,
                        .message = tr("The folder around the destination was taken away."),
                        .file = m_request.destination.existing,
                        .hint = tr("Make the plan again and look at it once more.")});
    if (m_fileSystem.move(staging, "tree", parent, m_top.constData()) != 0) {
        if (errno == EEXIST || errno == ENOTEMPTY)
            return failure({.code = u"destination.changed"_s,
                            .message = tr("Something is there by now."),
                            .file = path,
                            .hint = tr("Make the plan again and look at it once more.")});
        return systemFailure(tr("The destination could not be made."), path);
    }
    if (m_fileSystem.sync(parent) == 0)
        return {};
    auto error = systemFailure(tr("The destination could not be written to the disk."), path);
    std::ignore = m_fileSystem.move(parent, m_top.constData(), staging, "tree");
    return error;
}

Result<> Arrival::prepareAndArrive()
{
    if (const auto prepared = prepare(); !prepared)
        return prepared;
    if (const auto noted = prepareNote(); !noted)
        return noted;
    return arrive();
}

Applied Arrival::finished() const
{
    Applied plain = {.destination = m_request.destination.path};
    if (!m_fresh)
        return plain;
    const auto repository = git::Repository::open(m_request.destination.path);
    if (repository)
        return finishedCommit(*repository, m_request, m_fresh->made, m_fresh->change);
    Applied applied = plain;
    applied.commit = m_fresh->change.after;
    applied.branch = QString::fromUtf8(m_fresh->change.branchAfter);
    applied.notes = {repository.error().problem};
    return applied;
}

Result<Applied> Arrival::run()
{
    if (const auto opened = open(); !opened)
        return std::unexpected(opened.error());
    const auto done = prepareAndArrive();
    if (m_staging)
        std::ignore = m_staging->remove(m_fileSystem); // what stays is removed by the next run
    if (done)
        return finished();
    if (m_home)
        std::ignore = removeFile(m_fileSystem, m_home->folder(), noteName);
    return std::unexpected(done.error());
}

} // namespace waymark
