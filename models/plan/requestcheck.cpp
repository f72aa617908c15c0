#include "models/plan/requestcheck.h"

#include "models/base/utf8.h"
#include "models/plan/pathrules.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

Result<> checkChange(const Change &change)
{
    if (change.kind == ChangeClass::Blocked || change.kind == ChangeClass::Conflict)
        return failure(change.problems.isEmpty()
                           ? Problem{.code = u"write.blocked"_s,
                                     .message = tr("This file cannot be written."),
                                     .file = displayed(change.path)}
                           : change.problems.first());
    if (!change.isWritten())
        return {};
    if (const auto problem = checkPath(change.path))
        return failure(*problem);
    if (change.mode == FileMode::Link) {
        if (const auto problem = checkLink(change.path, change.content))
            return failure(*problem);
    }
    return {};
}

} // namespace

Result<> checkRequest(const WriteRequest &request)
{
    QByteArrayList paths;
    for (const Change &change : request.changes) {
        if (const auto fine = checkChange(change); !fine)
            return fine;
        if (change.isWritten())
            paths += change.path;
    }
    for (const QByteArray &folder : request.folders) {
        if (const auto problem = checkPath(folder))
            return failure(*problem);
    }
    const auto problems = checkPaths(paths, request.folders);
    return problems.isEmpty() ? Result<>() : failure(problems.first());
}

} // namespace waymark
