#pragma once

#include "models/plan/freshrepository.h"
#include "models/plan/home.h"
#include "models/plan/staging.h"

namespace waymark {

/// The apply to a destination that is not there: prepared beside it, it arrives by one rename, with
/// the missing folders above it.
class Arrival
{
public:
    Arrival(FileSystem &fileSystem, const WriteRequest &request, const QString &stateFolder);

    [[nodiscard]] Result<Applied> run();

    /// What the prepared folders of a destination at `path` below `existing` are called.
    [[nodiscard]] static QByteArray stagingPrefix(const QString &existing, const QString &path);
    /// The folder in `existing` that is, or leads to, the destination at `path`.
    [[nodiscard]] static QByteArray outermostName(const QString &existing, const QString &path);

private:
    [[nodiscard]] Result<> open();
    [[nodiscard]] Result<> prepare();
    [[nodiscard]] Result<> prepareNote();
    [[nodiscard]] Result<> arrive();
    [[nodiscard]] Result<> prepareAndArrive();
    [[nodiscard]] Applied finished() const;

    FileSystem &m_fileSystem;
    const WriteRequest &m_request;
    QString m_stateFolder;
    QByteArray m_top; ///< The outermost missing folder,
    QByteArray m_rest; ///< and the destination below it.
    std::optional<Folder> m_parent; ///< The nearest folder that is there.
    std::optional<Home> m_home; ///< Only without git.
    std::optional<Staging> m_staging;
    std::optional<Folder> m_destination;
    std::optional<FreshRepository> m_fresh;
};

} // namespace waymark
