#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

#include <optional>

namespace waymark {

enum class Lifecycle : quint8 { Supported, Experimental, Deprecated };

/// What a template's `waymark.yaml` says beside the template. Every key is optional.
struct Sidecar
{
    /// What the platform team says of a parameter's default.
    struct Golden
    {
        QString parameter;
        bool golden = true; ///< False: taken out, its default is only a suggestion.
        QString why;
        friend bool operator==(const Golden &, const Golden &) = default;
    };
    /// Signs of the template language in files that match `glob`; an empty one stays as it is.
    struct Delimiters
    {
        QString glob;
        QString blockStart, blockEnd, variableStart, variableEnd, commentStart, commentEnd;
        friend bool operator==(const Delimiters &, const Delimiters &) = default;
    };
    /// Where files went when the template moved on to `version`.
    struct Renames
    {
        QString version;
        Map files; ///< Old path to new path, as templates of paths.
        Map answers; ///< Old name to new name.
        friend bool operator==(const Renames &, const Renames &) = default;
    };

    QString version; ///< Of the template.
    Lifecycle lifecycle = Lifecycle::Supported;
    QString successor; ///< Of a deprecated template: the id of the one to use instead.
    QString support; ///< Who helps, in words or as an address.
    QString icon;
    QString docs; ///< A page, or a file of the template.
    QList<Golden> golden;
    QList<Delimiters> delimiters;
    QList<Renames> renames;
    List detect; ///< Rules that find answers in a repository, as written.
    List tests; ///< Sets of answers with what they must give, as written.
    Severity problems = Severity::Error; ///< What a problem in a generated file is.

    /// What is said of the default of `parameter`; one that is not mentioned is golden, without a
    /// why.
    [[nodiscard]] Golden goldenOf(const QString &parameter) const;
    friend bool operator==(const Sidecar &, const Sidecar &) = default;
};

} // namespace waymark
