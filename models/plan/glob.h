#pragma once

#include "models/base/regex.h"

#include <QByteArrayView>
#include <QStringList>

namespace waymark {

/// Paths that a list of glob patterns names, as Backstage's globby finds them below a folder: `*`
/// and `?` stay inside a component, `**` spans them, `[a-z]` and `[^a-z]`, `{a,b}`, `{1..3}` and
/// the extended forms `@(…)`,
/// `?(…)`, `*(…)`, `+(…)`, `!(…)` are understood, a leading dot is nothing special, and a pattern
/// without any of these means all below a folder of that name too. A pattern that starts with `!`
/// takes out what patterns in front of it name.
class GlobList
{
public:
    /// The error names the first pattern that is none.
    [[nodiscard]] static Result<GlobList> compile(const QStringList &patterns);

    /// `path` is relative, its components parted by slashes. The error "regex.limit" where a
    /// pattern takes too long to tell.
    [[nodiscard]] Result<bool> matches(QStringView path) const;

private:
    struct Pattern
    {
        Regex regex;
        bool takesOut = false;
    };
    QList<Pattern> m_patterns;
};

} // namespace waymark
