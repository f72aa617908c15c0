#include "models/catalog/sourceroot.h"

#include "models/catalog/openfolder.h"
#include "models/yaml/yaml.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int mostLevels = 8; ///< Between a template and its source.
constexpr qint64 longestLocation = 256LL * 1024;
constexpr qsizetype mostLocations = 64; ///< YAML files that are looked at in one folder.

/// The paths that a document of `kind: Location` names; of others none.
QStringList targetsOf(const YamlDocument &document)
{
    const YamlNode &root = document.root();
    const YamlNode *kind = root.find(u"kind");
    const YamlNode *spec = root.find(u"spec");
    if (!kind || kind->text() != u"Location" || !spec || !spec->isMap())
        return {};
    QStringList targets;
    if (const YamlNode *target = spec->find(u"target"))
        targets += target->text();
    if (const YamlNode *all = spec->find(u"targets"); all && all->isList()) {
        for (const YamlNode &target : all->items())
            targets += target.text();
    }
    return targets;
}

QStringList targetsOf(const QList<YamlDocument> &documents)
{
    QStringList targets;
    for (const YamlDocument &document : documents)
        targets += targetsOf(document);
    return targets;
}

/// Whether `target`, named in the folder `place`, leads to `folder` or to one around it.
bool leadsTo(const QString &target, const QString &place, const QString &folder)
{
    const auto isWild = [](QChar c) { return u"*?[{"_s.contains(c); };
    const auto wild = std::ranges::find_if(target, isWild);
    const QString written = target.first(wild - target.cbegin());
    const QString reached = QDir::cleanPath(place + u'/' + written.section(u'/', 0, -2));
    const bool isAround = folder == reached || folder.startsWith(reached + u'/');
    return isAround && !target.contains(u':')
        && (reached != QDir::cleanPath(place) || wild != target.cend());
}

/// Whether a file of `place` tells Backstage of the template in `folder`.
bool namesTemplate(const QString &place, const QString &folder)
{
    const Result<OpenFolder> opened = OpenFolder::open(place);
    const QStringList names
        = QDir(place).entryList({u"*.yaml"_s, u"*.yml"_s}, QDir::Files, QDir::Name);
    for (const QString &name : names.first(std::min(names.size(), mostLocations))) {
        const auto content = opened ? opened->file(QFile::encodeName(name), longestLocation)
                                    : std::unexpected(opened.error());
        if (!content || !content->contains("Location"))
            continue;
        const QStringList targets = targetsOf(parseYaml(*content).documents);
        const auto leadsThere
            = [&](const QString &target) { return leadsTo(target, place, folder); };
        if (std::ranges::any_of(targets, leadsThere))
            return true;
    }
    return false;
}

} // namespace

QString sourceRoot(const QString &folder)
{
    const QString home = QDir(QDir::homePath()).canonicalPath();
    QString found = folder;
    QDir place(folder);
    for (int level = 0; level < mostLevels && place.cdUp(); ++level) {
        const QString path = place.path();
        if (place.isRoot() || path == home || home.startsWith(path + u'/'))
            break;
        if (QFileInfo::exists(place.filePath(u".git"_s)))
            return path;
        if (namesTemplate(path, folder))
            found = path;
    }
    return found;
}

} // namespace waymark
