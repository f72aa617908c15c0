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
        bool isGolden = true; ///< False: taken out, its default is only a suggestion.
        QString why = {};
        friend bool operator==(const Golden &, const Golden &) = default;
    };
    /// Start and end of one construct of the template language; empty: as the format has them.
    struct Signs
    {
        QString start, end;
        friend bool operator==(const Signs &, const Signs &) = default;
    };
    /// The signs of the template language in files that match `glob`.
    struct Delimiters
    {
        QString glob;
        bool isTemplate = true; ///< False: such files are copied as they are.
        Signs block = {}, variable = {}, comment = {};
        friend bool operator==(const Delimiters &, const Delimiters &) = default;
    };
    /// What got another name when the template moved on to `version`.
    struct Renames
    {
        QString version;
        Map files = {}; ///< Old path to new path, both in the template language.
        Map answers = {}; ///< Old name to new name.
        friend bool operator==(const Renames &, const Renames &) = default;
    };

    QString version = {}; ///< Of the template.
    std::optional<Lifecycle> lifecycle = {}; ///< Nothing: what the template's own format says.
    QString successor = {}; ///< Of a deprecated template: the id of the one to use instead.
    QString support = {}; ///< Who helps, in words or as an address.
    QString icon = {};
    QString docs = {}; ///< The address of a page, or a file of the template.
    QList<Golden> golden = {};
    QList<Delimiters> delimiters = {};
    QList<Renames> renames = {};
    List detect = {}; ///< Rules that find answers in a repository, as written.
    List tests = {}; ///< Sets of answers with what they must give, as written.
    Severity problems = Severity::Error; ///< What a problem in a generated file is.

    /// What is said of the default of `parameter`; one that is not mentioned is golden without a
    /// why.
    [[nodiscard]] Golden goldenOf(const QString &parameter) const;
    friend bool operator==(const Sidecar &, const Sidecar &) = default;
};

inline constexpr auto sidecarName = "waymark.yaml";
inline constexpr auto indexName = "waymark-index.yaml";

} // namespace waymark
