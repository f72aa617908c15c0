#pragma once

#include "models/catalog/sidecar.h"
#include "models/yaml/yamldocument.h"

namespace waymark {

/// A sidecar as it could be read, with what is wrong in it.
struct SidecarRead
{
    Sidecar sidecar;
    QList<Problem> problems;
};

/// Reads a `waymark.yaml` (`resources/schemas/waymark-sidecar.schema.json`). Parameters that are
/// none of `names` are warnings.
[[nodiscard]] SidecarRead readSidecar(const QByteArray &content, const QString &file,
                                      const QStringList &names);

/// The sidecars of all templates of a source, in one file at its root: `waymark-index.yaml`
/// (`resources/schemas/waymark-index.schema.json`). The sidecar in a template's folder comes first.
class SidecarIndex
{
public:
    SidecarIndex() = default;
    [[nodiscard]] static SidecarIndex read(const QByteArray &content, const QString &file);
    /// One that says nothing but why it could not be read.
    [[nodiscard]] static SidecarIndex unreadable(const Problem &problem);

    /// Folders of templates below the source, with `/`.
    [[nodiscard]] QStringList folders() const;
    /// What is said of the template in `folder`; nothing: it is not named.
    [[nodiscard]] std::optional<SidecarRead> sidecar(const QString &folder,
                                                     const QStringList &names) const;
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    /// `problem` at the name of `folder` in the index.
    [[nodiscard]] Problem placed(Problem problem, const QString &folder) const;

private:
    std::optional<YamlDocument> m_document;
    QList<Problem> m_problems;
};

} // namespace waymark
