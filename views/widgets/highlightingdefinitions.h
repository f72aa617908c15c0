#pragma once

#include <QString>

#include <memory>

namespace KSyntaxHighlighting {
class Definition;
class Repository;
} // namespace KSyntaxHighlighting

namespace waymark {

/// What language a file is written in, by its name. Loads what it knows when it is first asked,
/// which takes about 15 ms. All that it gave out must be gone before it goes.
class HighlightingDefinitions
{
public:
    HighlightingDefinitions();
    ~HighlightingDefinitions();

    /// That of the file at `path`; an invalid one when its language is not known.
    [[nodiscard]] KSyntaxHighlighting::Definition definitionOf(const QString &path) const;

    /// The name without a suffix that says that it is a template: "x.yaml" of "x.yaml.j2".
    [[nodiscard]] static QString withoutTemplateSuffix(const QString &path);

private:
    mutable std::unique_ptr<KSyntaxHighlighting::Repository> m_repository;
};

} // namespace waymark
