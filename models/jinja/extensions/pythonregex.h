#pragma once

#include "models/base/regex.h"
#include "models/jinja/runtime.h"

namespace waymark::jinja {

/// A pattern of Python's `re`, with the names of its groups.
class PythonRegex
{
public:
    PythonRegex(Runtime &runtime, const QString &pattern, RegexOptions options = {});
    [[nodiscard]] std::optional<RegexMatch> search(const QString &text) const;
    [[nodiscard]] QList<RegexMatch> findAll(const QString &text) const;
    [[nodiscard]] int groupCount() const { return m_regex.groupCount(); }
    /// The number of a group by its name, or fails.
    [[nodiscard]] qsizetype groupNamed(const QString &name) const;
    /// re.sub(): at most `count` matches, 0: all.
    [[nodiscard]] QString replaced(const QString &text, const QString &replacement,
                                   qsizetype count = 0) const;

private:
    [[nodiscard]] QString expanded(const QString &replacement, const QString &text,
                                   const RegexMatch &match) const;
    /// For the reference at `place` of a replacement.
    [[nodiscard]] qsizetype groupAt(QStringView name, qsizetype place) const;

    Runtime &m_runtime;
    Regex m_regex;
    QStringList m_names; ///< Of the groups from 1 on; empty: it has none.
};

/// re.escape()
[[nodiscard]] QString pythonEscapedPattern(const QString &text);

} // namespace waymark::jinja
