#include "models/plan/gitmover.h"

#include "models/git/index.h"
#include "models/git/references.h"
#include "models/git/repository.h"
#include "models/git/tree.h"
#include "models/plan/diskwork.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QFileInfo>

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

} // namespace

GitMover::GitMover(FileSystem &fileSystem, const git::Repository &repository,
                   const GitChange &change, bool isStrict)
    : m_fileSystem(fileSystem)
    , m_repository(repository)
    , m_change(change)
    , m_person(logPerson(repository))
    , m_isStrict(isStrict)
{
}

std::unexpected<Error> GitMover::otherReference() const
{
    constexpr QByteArrayView branches = "refs/heads/";
    const QString branch = QString::fromUtf8(m_change.reference.mid(branches.size()));
    return changed(m_repository,
                   m_change.before.isEmpty()
                       ? tr("The branch “%1” was made in the meantime.").arg(branch)
                       : tr("The branch “%1” was moved in the meantime.").arg(branch));
}

std::unexpected<Error> GitMover::otherHead() const
{
    return changed(m_repository,
                   tr("Another branch than “%1” was checked out in the meantime.")
                       .arg(QString::fromUtf8(m_change.branchBefore)));
}

std::unexpected<Error> GitMover::otherIndex() const
{
    return changed(m_repository, tr("Something was staged, or unstaged, in the meantime."));
}

Result<> GitMover::checkStart() const
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

Result<> GitMover::run() const
{
    using Step = Result<> (GitMover::*)() const;
    const bool isRemoval = m_change.after.isEmpty();
    const QList<Step> steps = isRemoval ? QList<Step>{&GitMover::moveHead, &GitMover::moveReference,
                                                      &GitMover::moveBase, &GitMover::moveIndex}
                                        : QList<Step>{&GitMover::moveBase, &GitMover::moveReference,
                                                      &GitMover::moveHead, &GitMover::moveIndex};
    for (const Step step : steps) {
        if (const auto done = (this->*step)(); !done)
            return done;
    }
    return {};
}

Result<> GitMover::move(const QByteArray &name, const QByteArray &from, const QByteArray &to) const
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

Result<> GitMover::moveBase() const
{
    if (m_change.baseReference.isEmpty())
        return {};
    return stepped(m_fileSystem, "base reference", [&] {
        return move(m_change.baseReference, m_change.baseBefore, m_change.baseAfter);
    });
}

Result<> GitMover::moveReference() const
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

Result<> GitMover::moveHead() const
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

Result<> GitMover::moveIndex() const
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
bool GitMover::indexHolds(const QByteArray &tree) const
{
    const auto expected = objectId(tree).value_or(git::emptyTree());
    const auto paths = git::indexedPaths(m_repository);
    if (!paths || expected == git::emptyTree() || paths->isEmpty())
        return paths && paths->isEmpty() && expected == git::emptyTree();
    return git::treeOfIndex(m_repository) == expected;
}

Result<> GitMover::removeIndex() const
{
    const QFileInfo index(m_repository.indexFile());
    const auto folder = Folder::open(index.path());
    if (!folder)
        return std::unexpected(folder.error());
    return removeFile(m_fileSystem, *folder, index.fileName().toUtf8());
}

} // namespace waymark
