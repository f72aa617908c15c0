#include "models/plan/treeplaces.h"

#include "models/plan/fetchedfolder.h"
#include "models/plan/folder.h"

#include <algorithm>

namespace waymark {
namespace {

constexpr int mostLinks = 40; // as Linux has it

} // namespace

std::optional<QByteArray> linksFollowed(const TemplateTree &tree, const QByteArray &path,
                                        const std::function<bool(const QByteArray &)> &isFolder)
{
    QByteArrayList ahead = path.split('/');
    QByteArray here;
    int links = 0;
    while (!ahead.isEmpty()) {
        const QByteArray name = ahead.takeFirst();
        if (name.isEmpty() || name == ".")
            continue;
        if (name == "..") {
            if (here.isEmpty())
                return std::nullopt;
            here = parentOf(here);
            continue;
        }
        const QByteArray next = joined(here, name);
        const TemplateFile *file = tree.find(next);
        if (file && file->mode == FileMode::Link) {
            if (++links > mostLinks || file->content.startsWith('/'))
                return std::nullopt;
            ahead = file->content.split('/') + ahead;
            continue;
        }
        if (!ahead.isEmpty() && !isFolder(next))
            return std::nullopt;
        here = next;
    }
    return here;
}

TreePlaces::TreePlaces(const TemplateTree &tree)
    : m_tree(tree)
{
    m_inside.insert({}, {});
    const auto add = [this](const auto &self, const QByteArray &path) -> void {
        const QByteArray folder = parentOf(path);
        if (!m_inside.contains(folder)) {
            m_inside.insert(folder, {});
            self(self, folder);
        }
        m_inside[folder] += nameOf(path);
    };
    for (const QByteArray &folder : tree.emptyFolders()) {
        add(add, folder);
        m_inside.insert(folder, {});
    }
    for (const TemplateFile &file : tree.files()) {
        if (!file.path.startsWith("../"))
            add(add, file.path);
    }
}

TreePlaces::Place TreePlaces::followed(const QByteArray &path) const
{
    const auto isFolder = [this](const QByteArray &inner) { return m_inside.contains(inner); };
    const auto place = linksFollowed(m_tree, path, isFolder);
    if (!place)
        return {};
    if (const TemplateFile *file = m_tree.find(*place))
        return {Kind::File, *place, file};
    return isFolder(*place) ? Place{.kind = Kind::Folder, .path = *place} : Place{};
}

QList<TreePlaces::Entry> TreePlaces::entries(const QByteArray &path) const
{
    QList<Entry> entries;
    for (const QByteArray &name : m_inside.value(path)) {
        const QByteArray inner = pathBelow(path, name);
        const TemplateFile *file = m_tree.find(inner);
        const bool isLink = file && file->mode == FileMode::Link;
        const Kind plain = file ? Kind::File : Kind::Folder;
        entries += {.name = name, .kind = isLink ? followed(inner).kind : plain, .isLink = isLink};
    }
    std::ranges::sort(entries, {}, &Entry::name);
    return entries;
}

} // namespace waymark
