#pragma once

#include "models/catalog/source.h"

#include <memory>

class QFile;

namespace waymark {

/// The sources that the user added, as they are kept in one file in the configuration folder.
class SourceList
{
public:
    /// The file at `path`; none there is an empty list. What is wrong in it is told with its place,
    /// and the rest is read; a later version of the file is an error, since writing it would lose
    /// something.
    [[nodiscard]] static Result<SourceList> read(const QString &path);
    /// As read(), for a change: another that reads it so waits until this list and its copies are
    /// gone.
    [[nodiscard]] static Result<SourceList> readToChange(const QString &path);
    /// Writes the list, and folders on the way to it, in one step: the file is as before or as
    /// wanted.
    [[nodiscard]] Result<> write(const QString &path) const;

    [[nodiscard]] const QList<Source> &sources() const { return m_sources; }
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    /// Adds the readable folder `folder` by `name` (empty: the folder's own). One whose name or
    /// folder is there already is an error, and so is an address.
    [[nodiscard]] Result<Source> add(const QString &folder, const QString &name = {});
    /// Takes out the one with this name or folder.
    [[nodiscard]] Result<Source> remove(const QString &nameOrFolder);

private:
    QList<Source> m_sources;
    QList<Problem> m_problems;
    std::shared_ptr<QFile> m_lock; ///< Held as long as it is open.
};

} // namespace waymark
