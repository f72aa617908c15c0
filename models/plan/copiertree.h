#pragma once

#include "models/catalog/copiersettings.h"
#include "models/catalog/templatetree.h"

#include <QStringList>

#include <functional>

namespace waymark {

/// A file, folder or link that Copier finds below a template's subdirectory.
struct CopierSource
{
    enum class Kind : quint8 { File, Folder, Link };

    Kind kind = Kind::File;
    QByteArray path; ///< Below the subdirectory.
    QByteArray templatePath; ///< Below the template's folder, as it is named there.
    const TemplateFile *file = nullptr; ///< What a file holds, links followed; null: a folder.
};

/// The files of a template as Copier goes through them: links are followed, or stay what they are.
class CopierTree
{
public:
    /// `tree` outlives it. Of a checkout there is only what a clone of it has.
    CopierTree(const TemplateTree &tree, const CopierSettings &settings);

    /// All that is below the folder `subdirectory` ("" is the template's), folders before what is
    /// in them. An error where a link leads out of the template, to nothing, or in a circle.
    [[nodiscard]] Result<QList<CopierSource>> below(const QByteArray &subdirectory) const;
    /// What the file at `path` holds, links followed; null: there is none.
    [[nodiscard]] const TemplateFile *file(const QByteArray &path) const;
    /// Whether a file or folder is at `path`, links followed.
    [[nodiscard]] bool contains(const QByteArray &path) const;
    [[nodiscard]] bool hasFolder(const QByteArray &path) const;

private:
    /// Where `path` leads once every link on it is followed; nothing: out of the template.
    [[nodiscard]] std::optional<QByteArray> followed(const QByteArray &path) const;
    [[nodiscard]] Result<> add(const QByteArray &folder, const QByteArray &shown, int depth,
                               QList<CopierSource> &sources) const;
    [[nodiscard]] Result<> addEntry(const QByteArray &path, const QByteArray &shown, int depth,
                                    QList<CopierSource> &sources) const;
    [[nodiscard]] QByteArrayList namesIn(const QByteArray &folder) const;

    const TemplateTree &m_tree;
    bool m_preservesLinks;
    QMap<QByteArray, QByteArrayList> m_names; ///< Of what is in each folder, sorted.
};

/// What Copier leaves out of a template that has all in its own folder.
[[nodiscard]] QStringList usualExclusions();

} // namespace waymark
