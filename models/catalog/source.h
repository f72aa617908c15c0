#pragma once

#include "models/base/problem.h"

#include <QList>
#include <QString>

namespace waymark {

/// A place that templates come from.
struct Source
{
    enum class Kind : quint8 { BuiltIn, Folder };

    QString name; ///< Unique among all sources; no slash.
    QString folder; ///< Absolute; nothing outside of it is read.
    Kind kind = Kind::Folder;
    friend bool operator==(const Source &, const Source &) = default;
};

inline constexpr auto builtInSourceName = u"built-in";

/// The built-in templates: `given` (the app's own wish), else installed beside the program, in
/// `<prefix>/share/waymark/templates` where the program is `<prefix>/bin/waymark`, else in the
/// source tree that the program was built in. An error with all places looked at where there are
/// none.
[[nodiscard]] Result<Source> builtInSource(const QString &programFolder, const QString &given = {});

/// Sources that the user added, as they are kept in one file in the configuration folder.
class SourceList
{
public:
    /// The file at `path`; none there is an empty list. What is wrong in it is told with its place,
    /// and the rest is read; a later version of the file is an error, since writing it would lose
    /// something.
    [[nodiscard]] static Result<SourceList> read(const QString &path);
    /// Writes the list as one step: the file is as before or as wanted.
    [[nodiscard]] Result<> write(const QString &path) const;

    [[nodiscard]] const QList<Source> &sources() const { return m_sources; }
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    /// Adds the readable folder `folder` by `name` (empty: the folder's own). One that is there by
    /// name or place is an error.
    [[nodiscard]] Result<Source> add(const QString &folder, const QString &name = {});
    /// By name or folder.
    [[nodiscard]] Result<Source> remove(const QString &nameOrFolder);

private:
    QList<Source> m_sources;
    QList<Problem> m_problems;
};

} // namespace waymark
