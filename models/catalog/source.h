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

/// The built-in templates: in `given` (the app's own wish), else installed beside the program
/// (`<prefix>/share/waymark/templates` of `<prefix>/bin`), else in the source tree around
/// `programFolder`. An error with all places looked at where there are none.
[[nodiscard]] Result<Source> builtInSource(const QString &programFolder, const QString &given = {});

/// Whether `text` is the address of a repository: https://…, ssh://…, git@host:path.
[[nodiscard]] bool isRepositoryAddress(const QString &text);

} // namespace waymark
