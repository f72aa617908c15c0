#include "models/plan/pathrules.h"

#include "models/plan/pathwords.h"

#include <QCoreApplication>
#include <QHash>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PathRules", text);
}

/// What is known of the paths so far, by how the least exact system compares them.
class Names
{
public:
    QList<Problem> add(const QByteArray &path, bool isFolder);

private:
    enum class Kind : quint8 { File, Folder };
    struct Known
    {
        QByteArray path;
        Kind kind;
    };
    std::optional<Problem> addOne(const QByteArray &path, const QByteArray &whole, Kind kind);

    QHash<QString, Known> m_known;
};

QList<Problem> Names::add(const QByteArray &path, bool isFolder)
{
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        if (const auto problem = addOne(path.first(slash), path, Kind::Folder))
            return {*problem};
    }
    const auto problem = addOne(path, path, isFolder ? Kind::Folder : Kind::File);
    return problem ? QList<Problem>{*problem} : QList<Problem>();
}

std::optional<Problem> Names::addOne(const QByteArray &path, const QByteArray &whole, Kind kind)
{
    const QString key = comparedPath(path);
    const auto known = m_known.constFind(key);
    if (known == m_known.cend()) {
        m_known.insert(key, {path, kind});
        return {};
    }
    if (known->path != path)
        return pathProblem("path.collision"_L1, whole,
                           tr("“%1” and “%2” are the same name on some systems.")
                               .arg(visiblePath(path), visiblePath(known->path)),
                           tr("They differ in letter case or Unicode form only: rename one."));
    if (known->kind != kind)
        return pathProblem("path.file-and-folder"_L1, whole,
                           tr("“%1” would be both a file and a folder.").arg(visiblePath(path)),
                           tr("Rename one of them."));
    if (kind == Kind::File)
        return pathProblem("path.twice"_L1, whole, tr("Two files have this path."),
                           tr("Rename one, or make only one of them."));
    return {};
}

} // namespace

QList<Problem> checkPaths(const QByteArrayList &paths, const QByteArrayList &folders)
{
    QList<Problem> problems;
    Names names;
    for (const QByteArray &path : paths)
        problems += names.add(path, false);
    for (const QByteArray &path : folders)
        problems += names.add(path, true);
    return problems;
}

} // namespace waymark
