#include "models/plan/placement.h"

#include "models/git/tree.h"

namespace waymark {

/// Says where everything is, in the journal too.
Result<> Placement::open()
{
    const DestinationSnapshot &destination = m_request.destination;
    m_journal.kind = destination.kind;
    m_journal.destination = destination.path;
    m_journal.root = destination.path;
    m_journal.holdsSecret = m_request.holdsSecret;
    m_journal.madeBelow = destination.existing;
    m_journal.madeBelowIdentity = destination.identity;
    if (destination.repository) {
        m_journal.root = destination.repository->root;
        m_journal.prefix = destination.repository->prefix;
    }
    const auto root = Folder::open(m_journal.root);
    if (!root)
        return std::unexpected(root.error());
    m_journal.identity = root->identity();
    if (!m_request.commit)
        return {};
    m_journal.truth
        = destination.repository ? Journal::Truth::Reference : Journal::Truth::Repository;
    if (!destination.repository)
        return {};
    auto repository = git::Repository::open(m_journal.root);
    if (!repository)
        return std::unexpected(repository.error());
    m_repository = std::move(*repository);
    return {};
}

Result<> Placement::stage()
{
    const auto root = Folder::open(m_journal.root);
    if (!root)
        return std::unexpected(root.error());
    auto staging = Staging::makeNear(m_fileSystem, m_home.folder(), *root);
    if (!staging)
        return std::unexpected(staging.error());
    m_staging.emplace(std::move(*staging));
    m_journal.staging = m_staging->folder().path();
    auto places = placesOf(m_fileSystem, m_journal);
    if (!places)
        return std::unexpected(places.error());
    if (!*places)
        return checkPlace();
    m_places.emplace(std::move(**places));
    return writeFiles(m_fileSystem, m_places->arriving, m_request, m_journal.prefix);
}

Result<> Placement::prepareGit()
{
    if (!m_request.commit)
        return {};
    if (!m_repository) {
        const auto fresh
            = makeRepository(m_fileSystem, m_places->arriving, m_request, m_staging->folder());
        if (!fresh)
            return std::unexpected(fresh.error());
        m_made = fresh->made;
        m_journal.git = fresh->change;
        m_journal.configuration = fresh->configuration;
        m_journal.repository = m_places->arriving.identityOf(".git");
        return {};
    }
    const auto who = git::identity(*m_repository);
    if (!who)
        return std::unexpected(who.error());
    m_who = *who;
    const auto change = plannedChange(*m_repository, m_request, m_journal.prefix);
    if (!change)
        return std::unexpected(change.error());
    m_change = *change;
    m_journal.git = *change;
    if (const auto taken = m_staging->takeRoom(m_fileSystem, roomFor(*m_repository)); !taken)
        return taken;
    return writeTrees(m_fileSystem, *m_repository, m_request, m_journal.prefix, *m_change);
}

/// What stands in the place of files of the plan moves out, to be there again after an undo.
Result<> Placement::addDepartures()
{
    for (const Change &change : m_request.changes) {
        if (!change.isWritten() || !change.oldMode)
            continue;
        const QByteArray path = joined(m_journal.prefix, change.path);
        StoredFile file = {.path = path, .mode = *change.oldMode};
        file.hash = m_request.destination.entry(change.path).hash;
        if (const auto repository = git::Repository::open(m_journal.root)) {
            const auto blob = git::writeBlob(*repository, change.oldContent);
            if (!blob)
                return std::unexpected(blob.error());
            file.blob = blob->toHex();
        }
        m_journal.departures += path;
        m_journal.departed += file;
    }
    return {};
}

Result<> Placement::prepareJournal()
{
    m_journal.files = storedFiles(m_request, m_journal.prefix);
    QByteArrayList folders;
    for (const QByteArray &folder : m_request.folders)
        folders += joined(m_journal.prefix, folder);
    m_journal.arrivals = arrivalsInto(m_places->root, m_journal.files, folders);
    m_journal.folders = foldersMade(m_journal.files, folders);
    m_journal.folders.removeIf(
        [&](const QByteArray &folder) { return m_places->root.contains(folder); });
    if (const auto added = addDepartures(); !added)
        return added;
    if (!m_journal.repository)
        return {};
    m_journal.arrivals += ".git";
    Journal note = m_journal;
    note.staging.clear();
    return writeNote(m_fileSystem, m_places->arriving, note);
}

Result<> Placement::prepare()
{
    if (const auto opened = open(); !opened)
        return opened;
    if (const auto staged = stage(); !staged)
        return staged;
    if (const auto prepared = prepareGit(); !prepared)
        return prepared;
    return prepareJournal();
}

} // namespace waymark
