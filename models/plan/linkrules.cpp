#include "models/plan/pathrules.h"

#include "models/base/utf8.h"
#include "models/plan/folder.h"
#include "models/plan/pathwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype maximumPath = 4096;

QString tr(const char *text)
{
    return QCoreApplication::translate("PathRules", text);
}

/// Whether `target`, seen from the folder of `path`, stays below the destination, wherever the
/// links on the way lead that do so too: ".." stands only at its beginning, and not too often.
bool staysInside(const QByteArray &path, const QByteArray &target)
{
    if (target.startsWith('/') || target.contains('\\') || target.contains(':')) // a drive's path
        return false;
    qsizetype above = 0;
    bool isNamed = false;
    for (const QByteArray &name : target.split('/')) {
        if (name == ".." && isNamed)
            return false;
        above += name == ".." ? 1 : 0;
        isNamed = isNamed || (name != ".." && name != "." && !name.isEmpty());
    }
    return above <= path.count('/');
}

} // namespace

std::optional<Problem> checkLink(const QByteArray &path, const QByteArray &target)
{
    static constexpr std::array readByGit
        = {".gitmodules"_L1, ".gitattributes"_L1, ".gitignore"_L1, ".mailmap"_L1};
    const QString name = foldedName(displayed(nameOf(path)));
    if (std::ranges::find(readByGit, name) != readByGit.end())
        return pathProblem("path.link"_L1, path,
                           tr("Git does not accept a link in place of this file."),
                           tr("Make it a file."));
    if (target.isEmpty() || target.contains('\0') || target.size() >= maximumPath)
        return pathProblem("path.link"_L1, path,
                           tr("The link points to nothing that can be a path."),
                           tr("A link's text is a path of 1 to %1 bytes.").arg(maximumPath - 1));
    if (!staysInside(path, target))
        return pathProblem(
            "path.link"_L1, path,
            tr("The link leads out of the destination, or may do so: it points to “%1”.")
                .arg(visiblePath(target)),
            tr("Let it point to a file of the service, by a path from its own folder on, "
               "with “..” only at the beginning."));
    return {};
}

} // namespace waymark
