#include "models/plan/hookleftovers.h"

#include "models/base/utf8.h"
#include "models/plan/folder.h"
#include "models/plan/moves.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

} // namespace

Result<QByteArrayList> leftByHooks(const Folder &root, const QByteArray &unit,
                                   const QList<StoredFile> &files, const QByteArrayList &folders)
{
    const auto differing = differences(root, {unit}, files, folders);
    if (!differing)
        return std::unexpected(differing.error());
    QSet<QByteArray> known(folders.cbegin(), folders.cend());
    for (const StoredFile &file : files)
        known.insert(file.path);
    QByteArrayList left;
    for (const Difference &difference : *differing) {
        if (!known.contains(difference.path))
            left += difference.path;
    }
    return left;
}

Result<> refuseLeftByHooks(const QByteArrayList &paths, const git::CommitMade &made)
{
    if (paths.isEmpty())
        return {};
    constexpr qsizetype shown = 5;
    QStringList names;
    for (const QByteArray &path : paths.first(std::min(paths.size(), shown)))
        names += displayed(path);
    if (paths.size() > shown)
        names += u"…"_s;
    return failure(
        {.code = u"write.hook-changed"_s,
         .message
         = tr("While the commit hooks ran, files were made that the plan did not show: %1.")
               .arg(names.join(u", "_s)),
         .file = displayed(paths.first()),
         .excerpt = QString::fromUtf8(made.output),
         .hint = tr("Use --no-commit, look at the files, and commit them yourself.")});
}

} // namespace waymark
