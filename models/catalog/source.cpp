#include "models/catalog/source.h"

#include <QCoreApplication>
#include <QDir>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int sourceTreeLevels = 6; // build/dev/bin and some

/// The templates of the source tree around `folder`, if it stands in one.
QStringList sourceTreePlaces(const QString &folder)
{
    QStringList places;
    QDir dir(folder);
    for (int level = 0; level < sourceTreeLevels && dir.cdUp(); ++level) {
        if (dir.exists(u"CMakePresets.json"_s) && dir.exists(u"models/catalog"_s))
            places.append(dir.filePath(u"templates"_s));
    }
    return places;
}

} // namespace

Result<Source> builtInSource(const QString &programFolder, const QString &given)
{
    QStringList places;
    if (given.isEmpty()) {
        places.append(QDir::cleanPath(programFolder + u"/../share/waymark/templates"_s));
        places.append(sourceTreePlaces(programFolder));
    } else {
        places.append(QDir(given).absolutePath());
    }
    for (const QString &place : std::as_const(places)) {
        if (QDir(place).exists())
            return Source{QString(builtInSourceName), place, Source::Kind::BuiltIn};
    }
    return failure({.code = u"source.built-in"_s,
                    .message = QCoreApplication::translate(
                                   "Source", "The built-in templates are not there. Looked in %1.")
                                   .arg(places.join(u", ")),
                    .hint = QCoreApplication::translate(
                        "Source", "Install Waymark again, or start it from its own tree.")});
}

bool isRepositoryAddress(const QString &text)
{
    if (text.contains(u"://"))
        return true;
    const qsizetype colon = text.indexOf(u':');
    const qsizetype at = text.indexOf(u'@');
    return at > 0 && colon > at + 1 && !text.first(colon).contains(u'/');
}

} // namespace waymark
