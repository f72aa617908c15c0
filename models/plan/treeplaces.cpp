#include "models/plan/treeplaces.h"

#include "models/plan/fetchedfolder.h"

#include <algorithm>

namespace waymark {
namespace {

constexpr int mostLinks = 40; // as Linux has it

QByteArray folderAround(const QByteArray &path)
{
    const qsizetype slash = path.lastIndexOf('/');
    return slash < 0 ? QByteArray() : path.first(slash);
}

QByteArray lastNameOf(const QByteArray &path)
{
    return path.sliced(path.lastIndexOf('/') + 1);
}

} // namespace

TreePlaces::TreePlaces(const TemplateTree &tree)
    : m_tree(tree)
{
    m_inside.insert({}, {});
    const auto add = [this](const auto &self, const QByteArray &path) -> void {
        const QByteArray folder = folderAround(path);
        if (!m_inside.contains(folder)) {
            m_inside.insert(folder, {});
            self(self, folder);
        }
        m_inside[folder] += lastNameOf(path);
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
    QByteArrayList ahead = path.split('/');
    QByteArrayList behind;
    int links = 0;
    while (!ahead.isEmpty()) {
        const QByteArray name = ahead.takeFirst();
        if (name.isEmpty() || name == ".")
            continue;
        if (name == "..") {
            if (behind.isEmpty())
                return {};
            behind.removeLast();
            continue;
        }
        const QByteArray here = (behind + QByteArrayList{name}).join('/');
        const TemplateFile *file = m_tree.find(here);
        if (file && file->mode == FileMode::Link) {
            if (++links > mostLinks || file->content.startsWith('/'))
                return {};
            ahead = file->content.split('/') + ahead;
            continue;
        }
        behind += name;
        if (file)
            return ahead.isEmpty() ? Place{Kind::File, here, file} : Place{};
        if (!m_inside.contains(here))
            return {};
    }
    return {.kind = Kind::Folder, .path = behind.join('/')};
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
