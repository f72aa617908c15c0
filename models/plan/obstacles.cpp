#include "models/plan/obstacles.h"

#include "models/base/utf8.h"
#include "models/plan/pathrules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Destination", text);
}

} // namespace

Problem obstacleAt(const QByteArray &path, const QString &message, const QString &hint)
{
    return {.code = u"destination.obstacle"_s,
            .message = message,
            .file = displayed(path),
            .hint = hint};
}

Result<Obstacles::Known> Obstacles::read(const QByteArray &folder) const
{
    const auto found = m_root.find(folder);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return Known();
    const auto names = (*found)->names();
    if (!names)
        return std::unexpected(names.error());
    Known known;
    for (const QByteArray &name : *names)
        known.insert(comparedPath(name), name);
    return known;
}

Result<std::optional<QByteArray>> Obstacles::alike(const QByteArray &folder, const QByteArray &name)
{
    if (!m_folders.contains(folder)) {
        const auto known = read(folder);
        if (!known)
            return std::unexpected(known.error());
        m_folders.insert(folder, *known);
    }
    QByteArray found = m_folders[folder].value(comparedPath(name));
    if (found.isEmpty() || found == name)
        return std::nullopt;
    return found;
}

Result<std::optional<Problem>> Obstacles::to(const QByteArray &path)
{
    QByteArray folder;
    const QByteArrayList parts = path.split('/');
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QByteArray here = joined(folder, parts.at(i));
        const auto similar = alike(folder, parts.at(i));
        if (!similar)
            return std::unexpected(similar.error());
        if (*similar)
            return obstacleAt(path,
                              tr("“%1” is there, which is the same name on some systems.")
                                  .arg(displayed(joined(folder, **similar))),
                              tr("Rename it, or leave this file out."));
        if (!m_root.contains(here))
            return std::nullopt;
        const bool isLast = i + 1 == parts.size();
        const auto asFolder = m_root.find(here);
        if (!asFolder)
            return std::unexpected(asFolder.error());
        if (isLast && *asFolder)
            return obstacleAt(path, tr("A folder is in the place of this file."),
                              tr("Rename the folder, or leave this file out."));
        if (!isLast && !*asFolder)
            return obstacleAt(
                path, tr("“%1” is no folder, so no file can be in it.").arg(displayed(here)),
                tr("Rename it, or leave this file out."));
        folder = here;
    }
    return std::nullopt;
}

} // namespace waymark
