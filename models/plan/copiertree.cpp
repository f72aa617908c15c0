#include "models/plan/copiertree.h"

#include "models/base/utf8.h"
#include "models/plan/folder.h"
#include "models/plan/treeplaces.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int deepestFolder = 200;

QString text(const char *source)
{
    return QCoreApplication::translate("CopierRenderer", source);
}

std::unexpected<Error> badLink(const QByteArray &path, const QString &message)
{
    return failure({.code = u"template.link"_s,
                    .message = message,
                    .file = displayed(path),
                    .hint = text("Put the file itself there, or say “_preserve_symlinks: true”.")});
}

} // namespace

QStringList usualExclusions()
{
    return {u"copier.yaml"_s, u"copier.yml"_s, u"~*"_s,        u"*.py[co]"_s,
            u"__pycache__"_s, u".git"_s,       u".DS_Store"_s, u".svn"_s};
}

CopierTree::CopierTree(const TemplateTree &tree, const CopierSettings &settings)
    : m_tree(tree)
    , m_preservesLinks(settings.preservesLinks)
{
    const QSet<QByteArray> ignored(settings.ignored.cbegin(), settings.ignored.cend());
    const bool isCheckout = !settings.revision.isEmpty();
    QMap<QByteArray, QSet<QByteArray>> names;
    const auto note = [&](QByteArray path) {
        while (!path.isEmpty()) {
            names[parentOf(path)].insert(nameOf(path));
            path = parentOf(path);
        }
    };
    for (const TemplateFile &file : tree.files()) {
        if (!file.path.startsWith("../") && !ignored.contains(file.path))
            note(file.path);
    }
    for (const QByteArray &folder : tree.emptyFolders()) {
        if (isCheckout || folder.startsWith("../"))
            continue; // git knows no empty folders
        note(folder);
        names[folder];
    }
    names[QByteArray()];
    for (auto [folder, inside] : names.asKeyValueRange()) {
        QByteArrayList sorted = inside.values();
        std::ranges::sort(sorted);
        m_names.insert(folder, sorted);
    }
}

QByteArrayList CopierTree::namesIn(const QByteArray &folder) const
{
    return m_names.value(folder);
}

std::optional<QByteArray> CopierTree::followed(const QByteArray &path) const
{
    // What is not there is told of by who asked.
    return linksFollowed(m_tree, path, [](const QByteArray &) { return true; });
}

const TemplateFile *CopierTree::file(const QByteArray &path) const
{
    const auto place = followed(path);
    return place ? m_tree.find(*place) : nullptr;
}

bool CopierTree::hasFolder(const QByteArray &path) const
{
    const auto place = followed(path);
    return place && m_names.contains(*place);
}

bool CopierTree::contains(const QByteArray &path) const
{
    return file(path) || hasFolder(path);
}

Result<QList<CopierSource>> CopierTree::below(const QByteArray &subdirectory) const
{
    QList<CopierSource> sources;
    const auto place = followed(subdirectory);
    const auto added = place ? add(*place, {}, 0, sources) : Result<>();
    if (!added)
        return std::unexpected(added.error());
    return sources;
}

/// What is in `folder`, as if it were at `shown`.
Result<> CopierTree::add(const QByteArray &folder, const QByteArray &shown, int depth,
                         QList<CopierSource> &sources) const
{
    if (depth > deepestFolder)
        return badLink(folder, text("Links to folders lead in a circle, or folders are too deep."));
    for (const QByteArray &name : namesIn(folder)) {
        const auto added = addEntry(joined(folder, name), joined(shown, name), depth, sources);
        if (!added)
            return added;
    }
    return {};
}

Result<> CopierTree::addEntry(const QByteArray &path, const QByteArray &shown, int depth,
                              QList<CopierSource> &sources) const
{
    constexpr qsizetype mostSources = 200'000; // however links multiply them
    if (sources.size() >= mostSources)
        return badLink(path, text("Links make more files of the template than can be."));
    const TemplateFile *file = m_tree.find(path);
    const bool isLink = file && file->mode == FileMode::Link;
    if (isLink && m_preservesLinks) {
        sources += CopierSource{CopierSource::Kind::Link, shown, path, file};
        return {};
    }
    const auto place = isLink ? followed(path) : std::optional(path);
    if (!place)
        return badLink(path, text("This link leads out of the template, or in a circle."));
    const TemplateFile *target = m_tree.find(*place);
    if (target) {
        sources += CopierSource{CopierSource::Kind::File, shown, path, target};
        return {};
    }
    if (!m_names.contains(*place))
        return badLink(path, text("This link leads to nothing."));
    sources += CopierSource{CopierSource::Kind::Folder, shown, path, nullptr};
    return add(*place, shown, depth + 1, sources);
}

} // namespace waymark
