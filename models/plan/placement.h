#pragma once

#include "models/plan/freshrepository.h"
#include "models/plan/home.h"
#include "models/plan/moves.h"
#include "models/plan/staging.h"

namespace waymark {

/// The apply to a folder that is there, or that is in a repository. It keeps its identity: the
/// files are prepared, a journal is written, they move in, are committed where the user's hooks can
/// see them, and one reference (a .git, a note) makes it true. What fails before is moved back.
class Placement
{
public:
    /// `home` holds the journal.
    Placement(FileSystem &fileSystem, const WriteRequest &request, const Home &home);

    [[nodiscard]] Result<Applied> run();

private:
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> stage();
    [[nodiscard]] Result<> prepareGit();
    [[nodiscard]] Result<> prepareJournal();
    [[nodiscard]] Result<> addDepartures();
    [[nodiscard]] Result<> writeJournal();
    [[nodiscard]] Result<> commit();
    [[nodiscard]] Result<> refuseLeft(const git::HookEnvironment &hooks,
                                      const git::CommitMade &made);
    [[nodiscard]] Result<> checkPlace() const;
    [[nodiscard]] Result<> checkDeparted() const;
    [[nodiscard]] Result<> checkHead() const;
    [[nodiscard]] Result<> finish();
    [[nodiscard]] Result<> prepare();
    [[nodiscard]] Result<> place();
    [[nodiscard]] Result<Applied> takeBack(Error error);
    [[nodiscard]] Applied finished() const;

    FileSystem &m_fileSystem;
    const WriteRequest &m_request;
    const Home &m_home;
    std::optional<git::Repository> m_repository; ///< The one that is there.
    std::optional<Staging> m_staging;
    std::optional<Places> m_places;
    Journal m_journal;
    git::Identity m_who;
    std::optional<GitChange> m_change; ///< Of m_repository.
    std::optional<git::CommitMade> m_made;
    bool m_hasJournal = false; ///< It was tried to write it: files may have moved from then on.
};

} // namespace waymark
