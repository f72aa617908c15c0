#pragma once

#include "models/catalog/templatetree.h"

#include <QByteArrayList>
#include <QHash>

#include <functional>
#include <optional>

namespace waymark {

/// Where `path` leads in `tree` once every link on it is followed; nothing: out of the tree, in a
/// circle, or through a path, without a link in it, that `isFolder` says is none.
[[nodiscard]] std::optional<QByteArray> linksFollowed(
    const TemplateTree &tree, const QByteArray &path,
    const std::function<bool(const QByteArray &)> &isFolder);

/// What stands where in a template's files once links are followed, as whoever opens a path sees
/// it. The tree has to live as long.
class TreePlaces
{
public:
    explicit TreePlaces(const TemplateTree &tree);

    enum class Kind : quint8 { Nothing, File, Folder };
    struct Place
    {
        Kind kind = Kind::Nothing;
        QByteArray path = {}; ///< Without a link in it.
        const TemplateFile *file = nullptr; ///< Of a file.
    };
    /// `path` with every link on it followed; nothing where that leads out of the template, in a
    /// circle, or nowhere.
    [[nodiscard]] Place followed(const QByteArray &path) const;

    /// One name in a folder.
    struct Entry
    {
        QByteArray name;
        Kind kind = Kind::Nothing; ///< Of what it is once links are followed.
        bool isLink = false;
    };
    /// What is in the folder at `path`, which has no link in it; sorted by name.
    [[nodiscard]] QList<Entry> entries(const QByteArray &path) const;

private:
    const TemplateTree &m_tree;
    QHash<QByteArray, QByteArrayList> m_inside; ///< By folder: the names in it, in any order.
};

} // namespace waymark
