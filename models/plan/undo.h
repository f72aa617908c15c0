#pragma once

#include "models/plan/home.h"
#include "models/plan/moves.h"
#include "models/plan/staging.h"
#include "models/plan/writer.h"

namespace waymark {

/// Several problems as the one error of a request that they stand in the way of. It is in no file:
/// its message names each.
[[nodiscard]] std::unexpected<Error> refusedByFile(const QList<Problem> &problems,
                                                   const QString &message, const QString &hint);

/// Takes back the apply that a note describes, once: the destination is as it was before, or, if
/// that fails, as it is.
class Undo
{
public:
    /// `home` is where the note is; its journal is kept in `journalHome`.
    Undo(FileSystem &fileSystem, Journal note, const Home &home, const Home &journalHome);

    [[nodiscard]] Result<> run();

private:
    [[nodiscard]] Result<QList<Problem>> changes(const Folder &root) const;
    [[nodiscard]] static std::unexpected<Error> refusal(const QList<Problem> &problems);
    [[nodiscard]] Result<QList<Problem>> headChange(const QString &root) const;
    [[nodiscard]] Result<QList<Problem>> pushed(const QString &root) const;
    [[nodiscard]] QString wayPast(const Folder &root, const QList<Difference> &files,
                                  const QList<Problem> &more, const QList<Problem> &git) const;
    [[nodiscard]] Result<QList<Problem>> gitChanges(const QString &root) const;
    [[nodiscard]] Result<QList<Problem>> takenUp(const Folder &root) const;
    [[nodiscard]] Result<QList<Problem>> additions(const Folder &root) const;
    [[nodiscard]] Result<QByteArrayList> departures(const Folder &root) const;
    [[nodiscard]] Result<> removeWhole();
    [[nodiscard]] Result<> checkTaken(const Folder &staging, const QByteArray &rest) const;
    [[nodiscard]] Error putBack(Error error, const Staging &staging, const Folder &parent,
                                const QByteArray &name);
    [[nodiscard]] Result<> prepare(const Folder &root);
    [[nodiscard]] Result<> stageOld() const;
    [[nodiscard]] Result<> checkDeparted() const;
    [[nodiscard]] Result<> moveRepository() const;
    [[nodiscard]] Result<> move();

    FileSystem &m_fileSystem;
    Journal m_note;
    const Home &m_home;
    const Home &m_journalHome;
    Journal m_journal;
    std::optional<Staging> m_staging;
    std::optional<Places> m_places;
    bool m_hasJournal = false; ///< It was tried to write it: files may have moved from then on.
};

} // namespace waymark
