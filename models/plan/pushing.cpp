#include "models/plan/pushing.h"

#include "models/base/utf8.h"
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

/// Whether a template publishes a repository that `link` leads into.
bool leadsInto(const QList<UndoneAction> &undone, const QString &link)
{
    return std::ranges::any_of(undone, [&link](const UndoneAction &action) {
        const QString page = action.publication ? action.publication->repository : QString();
        return !page.isEmpty() && (link == page || link.startsWith(page + u'/'));
    });
}

/// Takes what leads into a repository of its own, as the template has it, out of what is to be done
/// for a service in a folder of another.
void correctAddress(UndoneAction &action, const QList<UndoneAction> &undone, const Plan &plan)
{
    const auto isElsewhere = [&undone](const QString &link) { return leadsInto(undone, link); };
    if (action.publication || action.links.removeIf(isElsewhere) == 0)
        return;
    const auto &repository = plan.destination.repository;
    action.isMoot = true;
    action.reason = text("The template has the address of a repository of its own for it, and the "
                         "service is in the folder %1 of %2: do it for that, once it is pushed.")
                        .arg(displayed(repository->prefix), repository->root);
}

/// A repository that has a remote already. The first branch there is the one that the template
/// means, whatever that is called here.
void putToRemote(UndoneAction &action, const Plan &plan)
{
    const bool isFirst = plan.destination.kind == DestinationKind::UnbornRepository;
    action.reason = text("The repository has a remote already, %1: push it there.")
                        .arg(remoteToUse(plan.destination.remotes));
    action.isMoot = true;
    action.commands
        = {pushCommand(plan.destination.remotes, isFirst ? action.publication->branch : QString())};
}

void fit(UndoneAction &action, const Plan &plan)
{
    if (!plan.commits)
        action.commands.clear();
    else if (plan.destination.kind == DestinationKind::RepositoryFolder)
        putIntoRepository(action, plan);
    else if (!plan.destination.remotes.isEmpty() && !isRequest(action.action))
        putToRemote(action, plan);
}

} // namespace

QString pushCommand(const QStringList &remotes, const QString &branch)
{
    const QString start = remotes.isEmpty()
        ? u"git remote add origin URL && git push -u origin "_s
        : u"git push -u "_s + git::shellQuoted(remoteToUse(remotes)) + u' ';
    return start + git::shellQuoted(branch.isEmpty() ? u"HEAD"_s : u"HEAD:"_s + branch);
}

QList<UndoneAction> doneByHand(QList<UndoneAction> undone, const Plan &plan)
{
    QList<QStringList> told;
    const QList<UndoneAction> wanted = undone;
    for (UndoneAction &action : undone) {
        if (plan.destination.kind == DestinationKind::RepositoryFolder)
            correctAddress(action, wanted, plan);
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
