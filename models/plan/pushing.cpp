#include "models/plan/pushing.h"

#include "models/git/shellwords.h"
#include "models/plan/publication.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Renderer", source);
}

QString remoteToUse(const QStringList &remotes)
{
    const QString usual = u"origin"_s;
    return remotes.contains(usual) ? usual : remotes.value(0);
}

/// What a service in a folder of a repository is part of.
void putIntoRepository(UndoneAction &action, const Plan &plan)
{
    action.reason = text("The service is in a folder of the repository %1: push that as you "
                         "usually do, and have the branch %2 merged there.")
                        .arg(plan.destination.repository->root, plan.branch);
    action.isMoot = true;
    action.links.clear();
    action.commands = plan.destination.remotes.isEmpty()
        ? QStringList()
        : QStringList{pushCommand(plan.destination.remotes)};
}

/// A repository that has a remote already.
void putToRemote(UndoneAction &action, const QStringList &remotes)
{
    action.reason
        = text("The repository has a remote already, %1: push it there.").arg(remoteToUse(remotes));
    action.isMoot = true;
    action.commands = {pushCommand(remotes)};
}

void fit(UndoneAction &action, const Plan &plan)
{
    if (!plan.commits)
        action.commands.clear();
    else if (plan.destination.kind == DestinationKind::RepositoryFolder)
        putIntoRepository(action, plan);
    else if (!plan.destination.remotes.isEmpty() && !isRequest(action.action))
        putToRemote(action, plan.destination.remotes);
}

} // namespace

QString pushCommand(const QStringList &remotes)
{
    return remotes.isEmpty() ? u"git remote add origin URL && git push -u origin HEAD"_s
                             : u"git push -u %1 HEAD"_s.arg(git::shellQuoted(remoteToUse(remotes)));
}

QList<UndoneAction> doneByHand(QList<UndoneAction> undone, const Plan &plan)
{
    QList<QStringList> told;
    for (UndoneAction &action : undone) {
        if (!action.publication)
            continue;
        fit(action, plan);
        if (told.contains(action.commands))
            action.commands.clear();
        told += action.commands;
    }
    return undone;
}

bool tellsHowToPush(const Plan &plan)
{
    return std::ranges::any_of(plan.undone, [](const UndoneAction &action) {
        return action.publication && !action.commands.isEmpty();
    });
}

} // namespace waymark
