#include "models/plan/undo.h"

#include "models/git/repository.h"
#include "models/git/tree.h"
#include "models/plan/recovery.h"
#include "models/plan/takingback.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

} // namespace

std::unexpected<Error> refusedByFile(const QList<Problem> &problems, const QString &message,
                                     const QString &hint)
{
    constexpr qsizetype shown = 10;
    QStringList lines;
    QStringList named;
    for (const Problem &problem : problems) {
        const QString line = problem.headline(); // that of no file is its message
        if (named.contains(problem.file.isEmpty() ? line : problem.file))
            continue;
        named += problem.file.isEmpty() ? line : problem.file;
        if (named.size() <= shown)
            lines += u"  "_s + line;
    }
    if (named.size() > shown)
        lines += u"  "_s + tr("and %1 more").arg(named.size() - shown);
    return failure({.code = problems.first().code,
                    .message = message + u":\n"_s + lines.join(u'\n'),
                    .hint = hint});
}

Undo::Undo(FileSystem &fileSystem, Journal note, const Home &home, const Home &journalHome)
    : m_fileSystem(fileSystem)
    , m_note(std::move(note))
    , m_home(home)
    , m_journalHome(journalHome)
{
}

std::unexpected<Error> Undo::refusal(const QList<Problem> &problems)
{
    const QString wayOut = problems.first().hint;
    return refusedByFile(problems, tr("This is not as the last apply left it"),
                         wayOut.isEmpty() ? tr("Put it back, or move it away, and run “waymark "
                                               "undo” again; or remove what you do not want "
                                               "yourself.")
                                          : wayOut);
}

/// Where everything is, and what is to move, in the journal.
Result<> Undo::prepare(const Folder &root)
{
    const auto out = departures(root);
    if (!out)
        return std::unexpected(out.error());
    m_journal = m_note;
    m_journal.action = Journal::Action::Undo;
    m_journal.departures = *out;
    m_journal.departed = m_note.files;
    m_journal.departedFolders = m_note.folders;
    m_journal.arrivals = m_note.departures;
    m_journal.files = m_note.departed;
    m_journal.folders = {};
    if (m_note.truth == Journal::Truth::Reference) {
        const auto repository = git::Repository::open(m_note.root);
        if (!repository)
            return std::unexpected(repository.error());
        m_journal.git = m_note.git->reversed();
        m_journal.git->logMessage = "waymark: undo";
        m_journal.git->since = QDateTime::currentSecsSinceEpoch() - 1;
        m_journal.git->locks = repository->locks();
    }
    auto staging = Staging::makeNear(m_fileSystem, m_journalHome.folder(), root);
    if (!staging)
        return std::unexpected(staging.error());
    m_staging.emplace(std::move(*staging));
    m_journal.staging = m_staging->folder().path();
    auto places = placesOf(m_fileSystem, m_journal);
    if (!places)
        return std::unexpected(places.error());
    if (!*places) // the folder was taken away, or another is in its place
        return systemFailure(tr("The destination was taken away."), m_note.root);
    m_places.emplace(std::move(**places));
    return stageOld();
}

/// Prepares what stood in the place of files of the apply.
Result<> Undo::stageOld() const
{
    if (m_journal.files.isEmpty())
        return {};
    const auto repository = git::Repository::open(m_note.root);
    if (!repository)
        return std::unexpected(repository.error());
    for (const StoredFile &file : m_journal.files) {
        const auto content
            = git::readBlob(*repository, git::ObjectId::parse(file.blob).value_or(git::ObjectId()));
        if (!content)
            return std::unexpected(content.error());
        if (const auto written
            = writeFile(m_fileSystem, m_places->arriving, file.path, file.mode, *content);
            !written)
            return written;
    }
    return {};
}

Result<> Undo::move()
{
    if (m_fileSystem.syncAll(m_staging->folder().descriptor()) != 0)
        return systemFailure(tr("The files could not be written to the disk."), m_note.root);
    m_hasJournal = true;
    if (const auto written
        = replaceFile(m_fileSystem, m_journalHome.folder(), journalName, toJson(m_journal));
        !written)
        return written;
    if (const auto moved = moveForward(m_fileSystem, *m_places, m_journal); !moved)
        return moved;
    if (const auto same = checkDeparted(); !same)
        return same;
    if (const auto moved = moveRepository(); !moved)
        return moved;
    return finishJournal(m_fileSystem, m_journalHome.folder(), m_journal);
}

Result<> Undo::moveRepository() const
{
    if (m_journal.truth != Journal::Truth::Reference)
        return {};
    const auto repository = git::Repository::open(m_note.root);
    if (!repository)
        return std::unexpected(repository.error());
    auto moved = advance(m_fileSystem, *repository, *m_journal.git);
    if (!moved && moved.error().problem.code == u"destination.changed")
        moved.error().problem.code = u"undo.changed"_s;
    return moved;
}

Result<> Undo::run()
{
    const auto root = Folder::open(m_note.root);
    if (!root)
        return std::unexpected(root.error());
    const auto changed = changes(*root);
    if (!changed)
        return std::unexpected(changed.error());
    if (!changed->isEmpty())
        return refusal(*changed);
    if (m_note.kind == DestinationKind::Absent)
        return removeWhole();
    auto done = prepare(*root);
    if (done)
        done = move();
    if (!done && m_hasJournal) {
        const auto back = takeBackMoves(m_fileSystem, m_journalHome.folder(), m_journal, *m_places);
        if (!back)
            return std::unexpected(notTakenBack(done.error(), back.error()));
        done = std::unexpected(withNotes(done.error(), *back));
    }
    if (m_staging && !m_journalHome.folder().contains(journalName)) // which would miss it
        std::ignore = m_staging->remove(m_fileSystem);
    return done;
}

} // namespace waymark
