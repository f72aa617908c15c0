#pragma once

#include "models/base/regex.h"

#include <QList>
#include <QStringList>

namespace waymark {

/// Patterns as a .gitignore holds them, read as Python's pathspec reads them ("gitwildmatch"): a
/// path is asked about by itself, whatever the folders around it are.
class IgnoreList
{
public:
    IgnoreList() = default;
    /// One pattern an item; blank ones and comments are none. An error names the pattern that is
    /// none and what is wrong with it.
    [[nodiscard]] static Result<IgnoreList> compile(const QStringList &patterns);

    /// Whether the last pattern that `path` ("docs/a.md") fits takes it; "!" lets it go again. The
    /// error "regex.limit", which names the pattern, where one takes too long to tell.
    [[nodiscard]] Result<bool> matches(QStringView path) const;

private:
    struct Pattern
    {
        QString written;
        Regex regex;
        bool takes = true;
    };
    QList<Pattern> m_patterns;
};

} // namespace waymark
