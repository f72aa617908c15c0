#include "models/items/reviewsentence.h"

#include "models/base/textcontext.h"
#include "models/base/utf8.h"
#include "models/items/counted.h"
#include "models/plan/templateoutput.h"
#include "models/plan/undonetext.h"

#include <QDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("ReviewSentence");

QString counts(const char *one, const char *many, qsizetype count)
{
    return counted("ReviewSentence", one, many, count);
}

qsizetype writtenFiles(const Plan &plan)
{
    return std::ranges::count_if(plan.files,
                                 [](const PlannedFile &file) { return file.change.isWritten(); });
}

QString shownPath(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

bool isOwnRepository(const Plan &plan)
{
    const auto &repository = plan.destination.repository;
    return !repository || repository->head.isEmpty();
}

QString ownBranch(const Plan &plan)
{
    return plan.branch.isEmpty() ? plan.destination.defaultBranch : plan.branch;
}

QString whereTo(const Plan &plan)
{
    const QString files = counts("1 file", "%n files", writtenFiles(plan));
    const QString path = shownPath(plan.destination.path);
    return plan.destination.kind == DestinationKind::Absent
        ? translated("Creates %1 with %2").arg(path, files)
        : translated("Writes %2 into %1").arg(path, files);
}

QString commitPart(const Plan &plan)
{
    if (!plan.commits)
        return translated(", without a commit.");
    if (isOwnRepository(plan))
        return translated(", and 1 commit on %1 in a repository of its own.").arg(ownBranch(plan));
    const QString &checkedOut = plan.destination.repository->branch;
    if (plan.branch == checkedOut || plan.branch.isEmpty())
        return translated(", and 1 commit on %1.").arg(checkedOut);
    return translated(", and 1 commit on the new branch %1; %2 stays as it is.")
        .arg(plan.branch, checkedOut);
}

QString undonePart(const Plan &plan)
{
    if (plan.undone.isEmpty())
        return translated(" Nothing leaves this computer.");
    return u' '
        + counts("1 step of the template is not run.", "%n steps of the template are not run.",
                 plan.undone.size());
}

QString blockedText(const QStringList &blockers)
{
    QString first = blockers.first().section(u'\n', 0, 0);
    if (first.endsWith(u':'))
        first.back() = u'.';
    if (blockers.size() == 1)
        return first;
    return first + u' '
        + counts("And 1 more thing to put right.", "And %n more things to put right.",
                 blockers.size() - 1);
}

} // namespace

ReviewSentence reviewSentence(const Plan &plan, const QStringList &blockers)
{
    ReviewSentence sentence{.button = plan.commits ? translated("Create and commit")
                                                   : translated("Create the files"),
                            .isBlocked = !blockers.isEmpty()};
    sentence.text = sentence.isBlocked ? blockedText(blockers)
                                       : whereTo(plan) + commitPart(plan) + undonePart(plan);
    return sentence;
}

QString appliedSentence(const Plan &plan, const Applied &applied)
{
    const QString files = counts("1 file is in %1.", "%n files are in %1.", writtenFiles(plan))
                              .arg(shownPath(applied.destination));
    if (applied.commit.isEmpty())
        return files + u' ' + translated("Nothing was committed.");
    return files + u' '
        + translated("Commit %1 is on %2.")
              .arg(QString::fromLatin1(applied.commit.first(7)), applied.branch);
}

QStringList outputLines(const Plan &plan)
{
    QStringList lines;
    for (const QString &paragraph : plan.texts)
        lines += paragraph.trimmed().split(u'\n');
    for (const OutputLink &link : plan.links)
        lines += (link.title.isEmpty() ? QString() : link.title + u": "_s) + shownTarget(link);
    return lines;
}

QStringList leftToDoLines(const Plan &plan)
{
    QStringList lines;
    for (const UndoneAction &action : plan.undone) {
        lines += translated("%1 (%2): %3").arg(action.step, action.action, action.reason);
        for (const QString &detail : undoneDetails(action))
            lines += u"  "_s + detail;
    }
    return lines;
}

QString undoSentence(const QList<QByteArray> &paths, const Applied &applied)
{
    const QString files
        = counts("This takes 1 file back", "This takes %n files back", paths.size());
    const QString where = translated("%1 in %2").arg(files, shownPath(applied.destination));
    return applied.commit.isEmpty()
        ? where + u'.'
        : where + translated(", and commit %1.").arg(QString::fromLatin1(applied.commit.first(7)));
}

QStringList undoLines(const Plan &plan, const QList<QByteArray> &paths)
{
    QStringList lines;
    for (const QByteArray &path : paths)
        lines += displayed(plan.shownPath(path));
    return lines;
}

QString branchOrigin(const Plan &plan)
{
    if (isOwnRepository(plan) || plan.branch == plan.destination.repository->branch)
        return {};
    return translated("from %1").arg(plan.destination.repository->branch);
}

QString goldenSummary(const GoldenMeter &meter)
{
    if (meter.total == 0)
        return {};
    QString kept = translated("%1 of %2 golden defaults kept").arg(meter.kept).arg(meter.total);
    const qsizetype changed = meter.departures.size();
    if (changed == 0)
        return kept;
    const int explained = meter.explained();
    if (explained == changed)
        return kept + u", "_s
            + counts("1 deviation explained", "%n deviations explained", explained);
    return kept + u", "_s
        + counts("1 deviation without a reason", "%n deviations without a reason",
                 changed - explained);
}

QStringList departureLines(const GoldenMeter &meter)
{
    QStringList lines;
    for (const GoldenDeparture &each : meter.departures) {
        const QString value = each.value.isEmpty() ? translated("nothing") : each.value;
        QString line = translated("%1: %2, not %3.").arg(each.title, value, each.golden);
        if (!each.reason.trimmed().isEmpty())
            line += u' ' + each.reason.trimmed();
        lines += line;
    }
    return lines;
}

} // namespace waymark
