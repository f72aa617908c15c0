#include "models/plan/gitchange.h"

#include "models/git/identity.h"
#include "models/git/index.h"
#include "models/git/library.h"
#include "models/git/references.h"
#include "models/git/repository.h"
#include "models/git/tree.h"
#include "models/plan/diskwork.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

std::unexpected<Error> changed(const git::Repository &repository, const QString &message)
{
    return failure({.code = u"destination.changed"_s,
                    .message = message,
                    .file = repository.workTree(),
                    .hint = tr("Look at it with “git status” and “git log”, then run the same "
                               "command again.")});
}

std::optional<git::ObjectId> objectId(const QByteArray &hex)
{
    return git::ObjectId::parse(hex);
}

/// Who signs the reflog: whom the configuration names, since a recovery must not fail for want of
/// one.
git::Person logPerson(const git::Repository &repository)
{
    git::Person person = git::configuredUser(&repository)
                             .value_or(git::Person{.name = QStringLiteral("Waymark"),
                                                   .email = QStringLiteral("waymark@localhost")});
    const QDateTime now = QDateTime::currentDateTime();
    person.time = now.toSecsSinceEpoch();
    person.offset = now.offsetFromUtc() / 60;
    return person;
}

/// One change of one repository, step by step.
class Mover
{
public:
    /// `isStrict`: what is not where the change begins is an error, else it is left alone.
    Mover(FileSystem &fileSystem, const git::Repository &repository, const GitChange &change,
          bool isStrict)
        : m_fileSystem(fileSystem)
        , m_repository(repository)
        , m_change(change)
        , m_person(logPerson(repository))
        , m_isStrict(isStrict)
    {
    }

    [[nodiscard]] Result<> checkStart() const;
    [[nodiscard]] Result<> run() const;

private:
    [[nodiscard]] Result<> moveBase() const;
    [[nodiscard]] Result<> moveReference() const;
    [[nodiscard]] Result<> moveHead() const;
    [[nodiscard]] Result<> moveIndex() const;
    [[nodiscard]] Result<> move(const QByteArray &name, const QByteArray &from,
                                const QByteArray &to) const;
    [[nodiscard]] Result<> removeIndex() const;
    [[nodiscard]] bool indexHolds(const QByteArray &tree) const;
    [[nodiscard]] std::unexpected<Error> otherReference() const;
    [[nodiscard]] std::unexpected<Error> otherHead() const;
    [[nodiscard]] std::unexpected<Error> otherIndex() const;

    FileSystem &m_fileSystem;
    const git::Repository &m_repository;
    const GitChange &m_change;
    git::Person m_person;
    bool m_isStrict;
};

std::unexpected<Error> Mover::otherReference() const
{
    const QString branch = QString::fromUtf8(m_change.reference.mid(qstrlen("refs/heads/")));
    return changed(m_repository,
                   m_change.before.isEmpty()
                       ? tr("The branch “%1” was made in the meantime.").arg(branch)
                       : tr("The branch “%1” was moved in the meantime.").arg(branch));
}

std::unexpected<Error> Mover::otherHead() const
{
    return changed(m_repository,
                   tr("Another branch than “%1” was checked out in the meantime.")
                       .arg(QString::fromUtf8(m_change.branchBefore)));
}

std::unexpected<Error> Mover::otherIndex() const
{
    return changed(m_repository, tr("Something was staged, or unstaged, in the meantime."));
}

/// That the repository is where the change begins.
Result<> Mover::checkStart() const
{
    const auto current = git::readReference(m_repository, m_change.reference);
    const auto head = m_repository.head();
    if (!current || !head)
        return std::unexpected(current ? head.error() : current.error());
    if (head->branch != m_change.branchBefore)
        return otherHead();
    if (*current != objectId(m_change.before))
        return otherReference();
    return indexHolds(m_change.treeBefore) ? Result<>() : otherIndex();
}

Result<> Mover::run() const
{
    using Step = Result<> (Mover::*)() const;
    const bool isRemoval = m_change.after.isEmpty();
    const QList<Step> steps = isRemoval
        ? QList<Step>{&Mover::moveHead, &Mover::moveReference, &Mover::moveBase, &Mover::moveIndex}
        : QList<Step>{&Mover::moveBase, &Mover::moveReference, &Mover::moveHead, &Mover::moveIndex};
    for (const Step step : steps) {
        if (const auto done = (this->*step)(); !done)
            return done;
    }
    return {};
}

Result<> Mover::move(const QByteArray &name, const QByteArray &from, const QByteArray &to) const
{
    const auto current = git::readReference(m_repository, name);
    if (!current)
        return std::unexpected(current.error());
    if (*current != objectId(from) || from == to)
        return {};
    if (!to.isEmpty())
        return git::updateReference(
            m_repository,
            {.name = name, .from = *current, .to = *objectId(to), .message = m_change.logMessage},
            m_person);
    const auto head = m_repository.head();
    if (!head)
        return std::unexpected(head.error());
    if (name == "refs/heads/" + head->branch)
        return git::unbearBranch(m_repository, **current);
    return git::deleteReference(m_repository, name, **current);
}

Result<> Mover::moveBase() const
{
    if (m_change.baseReference.isEmpty())
        return {};
    return stepped(m_fileSystem, "base reference", [&] {
        return move(m_change.baseReference, m_change.baseBefore, m_change.baseAfter);
    });
}

Result<> Mover::moveReference() const
{
    return stepped(m_fileSystem, "reference", [&]() -> Result<> {
        const auto moved = move(m_change.reference, m_change.before, m_change.after);
        if (!moved || !m_isStrict)
            return moved;
        const auto current = git::readReference(m_repository, m_change.reference);
        if (!current)
            return std::unexpected(current.error());
        return *current == objectId(m_change.after) ? Result<>() : otherReference();
    });
}

Result<> Mover::moveHead() const
{
    const auto head = m_repository.head();
    if (!head)
        return std::unexpected(head.error());
    if (head->branch != m_change.branchBefore)
        return m_isStrict ? otherHead() : Result<>();
    if (m_change.branchBefore == m_change.branchAfter)
        return {};
    return stepped(m_fileSystem, "HEAD", [&] {
        return git::switchHead(m_repository, m_change.branchBefore, m_change.branchAfter, m_person,
                               m_change.logMessage);
    });
}

Result<> Mover::moveIndex() const
{
    const auto head = m_repository.head();
    if (!head)
        return std::unexpected(head.error());
    if (head->branch != m_change.branchAfter)
        return m_isStrict ? otherHead() : Result<>();
    if (!indexHolds(m_change.treeBefore))
        return m_isStrict ? otherIndex() : Result<>();
    return stepped(m_fileSystem, "index", [&]() -> Result<> {
        if (m_change.treeAfter.isEmpty())
            return removeIndex();
        return git::matchIndex(m_repository, *objectId(m_change.treeAfter));
    });
}

/// Whether the index holds `tree` (empty: nothing) and no more. Nothing is written for no entries.
bool Mover::indexHolds(const QByteArray &tree) const
{
    const auto expected = objectId(tree).value_or(git::emptyTree());
    const auto paths = git::indexedPaths(m_repository);
    if (!paths || expected == git::emptyTree() || paths->isEmpty())
        return paths && paths->isEmpty() && expected == git::emptyTree();
    return git::treeOfIndex(m_repository) == expected;
}

Result<> Mover::removeIndex() const
{
    const QFileInfo index(m_repository.indexFile());
    const auto folder = Folder::open(index.path());
    if (!folder)
        return std::unexpected(folder.error());
    return removeFile(m_fileSystem, *folder, index.fileName().toUtf8());
}

} // namespace

GitChange GitChange::reversed() const
{
    GitChange back = *this;
    std::swap(back.before, back.after);
    std::swap(back.branchBefore, back.branchAfter);
    std::swap(back.baseBefore, back.baseAfter);
    std::swap(back.treeBefore, back.treeAfter);
    return back;
}

Result<GitState> stateOf(const git::Repository &repository, const GitChange &change)
{
    const auto current = git::readReference(repository, change.reference);
    if (!current)
        return std::unexpected(current.error());
    if (*current == objectId(change.after))
        return GitState::After;
    return *current == objectId(change.before) ? GitState::Before : GitState::Elsewhere;
}

Result<> advance(FileSystem &fileSystem, const git::Repository &repository, const GitChange &change)
{
    const git::Durable durable;
    const Mover mover(fileSystem, repository, change, true);
    const auto isThere = mover.checkStart();
    return isThere ? mover.run() : isThere;
}

Result<> settle(FileSystem &fileSystem, const git::Repository &repository, const GitChange &change)
{
    const git::Durable durable;
    return Mover(fileSystem, repository, change, false).run();
}

qint64 roomFor(const git::Repository &repository)
{
    return (qint64(128) << 10) + QFileInfo(repository.indexFile()).size();
}

void removeLocksOf(const git::Repository &repository, const GitChange &change)
{
    QByteArrayList names = repository.locks();
    names.removeIf([&](const QByteArray &name) { return change.locks.contains(name); });
    std::ignore = repository.removeOwnLocks(names, change.since);
}

} // namespace waymark
