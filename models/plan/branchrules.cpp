#include "models/plan/branchrules.h"

#include "models/git/references.h"
#include "models/git/shellwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Writer", text);
}

Problem taken(const QString &branch, const QString &message)
{
    return {.code = u"write.branch-exists"_s,
            .message = message,
            .hint = tr("Give another name with --branch, or remove it with: git branch -d %1")
                        .arg(git::shellQuoted(branch))};
}

} // namespace

std::optional<Problem> checkBranch(const QString &branch, const QByteArrayList &branches)
{
    const QByteArray name = branch.toUtf8();
    if (!git::isBranchName(name))
        return Problem{.code = u"write.branch"_s,
                       .message = tr("“%1” cannot be the name of a branch.").arg(branch),
                       .hint = tr("Give another one with --branch.")};
    for (const QByteArray &there : branches) {
        if (there == name)
            return taken(branch, tr("The branch “%1” is there already.").arg(branch));
        if (there.startsWith(name + '/') || name.startsWith(there + '/'))
            return taken(QString::fromUtf8(there),
                         tr("There can be no branch “%1” beside “%2”, which is there.")
                             .arg(branch, QString::fromUtf8(there)));
    }
    return {};
}

Problem detachedHead(const QString &root)
{
    return {.code = u"destination.detached"_s,
            .message = tr("No branch is checked out here (HEAD is detached)."),
            .file = root,
            .hint = tr("Check one out first: “git switch -c NAME”.")};
}

} // namespace waymark
