#pragma once

#include "models/plan/diskwork.h"

namespace waymark {

/// That another Waymark is at work at `path` ("destination.locked").
[[nodiscard]] std::unexpected<Error> lockedFailure(const QString &path);

/// The folder where the journal of a destination is kept, for one process alone: the others are
/// refused. When it is let go, its lock file goes, and the folder if it is empty then.
class Home
{
public:
    /// At `path`, which is made where it is missing; the folder around it must be there. Fails with
    /// the code "destination.locked" where another process has it.
    [[nodiscard]] static Result<Home> take(FileSystem &fileSystem, const QString &path);
    /// As take(), but none where the folder is missing: nothing is to be done there then.
    [[nodiscard]] static Result<std::optional<Home>> takeExisting(FileSystem &fileSystem,
                                                                  const QString &path);

    Home(Home &&other) noexcept;
    Home &operator=(Home &&) = delete;
    ~Home();

    [[nodiscard]] const Folder &folder() const { return m_folder; }

private:
    Home(FileSystem &fileSystem, Folder folder, Descriptor lock);

    FileSystem *m_fileSystem;
    Folder m_folder;
    Descriptor m_lock;
};

} // namespace waymark
