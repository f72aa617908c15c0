#pragma once

#include "models/base/problem.h"
#include "models/git/objectid.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace waymark::git {

/// Where the content of a folder can be had again: what a service record says of its template.
struct CleanSource
{
    ObjectId commit = {};
    ObjectId tree = {}; ///< Of the folder.
    QByteArray path = {}; ///< Of the folder in its repository; empty: the root.
    QByteArray reference
        = {}; ///< A tag's name ("v3.4.0") that is on the commit, else the branch's; empty: neither.
    QString url = {}; ///< Of the remote "origin", without user and password; empty: there is none,
                      ///< or it is a path.
    friend bool operator==(const CleanSource &, const CleanSource &) = default;
};

/// The source of `folder`, if it lies in a repository and nothing in it is changed or untracked.
/// Nothing for any other folder, and for one whose repository cannot be read. Ignored files are not
/// looked at, and git may have changed line ends: what was read is that source only if its treeId()
/// is `tree`. Starts nothing and writes nothing.
[[nodiscard]] std::optional<CleanSource> cleanSource(const QString &folder);

/// `url` without user and password ("https://ada:secret@host/x" → "https://host/x"; the user of
/// "ssh://git@host/x" and "git@host:x" stays, it is part of the address); empty for a path of one
/// machine and "file:" URLs.
[[nodiscard]] QString publicUrl(const QString &url);

} // namespace waymark::git
