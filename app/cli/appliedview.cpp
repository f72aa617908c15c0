#include "app/cli/appliedview.h"

#include "app/cli/help.h"
#include "app/cli/hookview.h"
#include "app/cli/planview.h"
#include "app/cli/undoneview.h"
#include "models/git/shellwords.h"
#include "models/plan/pushing.h"
#include "models/plan/templateoutput.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// `path` as a shell takes it for one word.
QString shellWord(const QString &path)
{
    return git::shellQuoted(printable(path));
}

QStringList pathsOf(const Plan &plan, ChangeClass kind)
{
    QStringList paths;
    for (const PlannedFile &file : plan.files) {
        if (file.change.kind == kind)
            paths += printable(QByteArrayView(plan.shownPath(file.change.path)));
    }
    return paths;
}

/// Whether `line` speaks of the file `path`, and not of one whose path only holds that.
bool speaksOf(const QString &line, const QString &path)
{
    const auto isPart = [](QChar c) { return c.isLetterOrNumber() || u"_-/"_s.contains(c); };
    for (qsizetype at = line.indexOf(path); at >= 0; at = line.indexOf(path, at + 1)) {
        const qsizetype end = at + path.size();
        const bool isBegun = at > 0 && (isPart(line.at(at - 1)) || line.at(at - 1) == u'.');
        if (!isBegun && (end == line.size() || !isPart(line.at(end))))
            return true;
    }
    return false;
}

/// The lines of `paragraph`, without those about files of which the template's own is not there.
QStringList validLines(const QString &paragraph, const QStringList &missing)
{
    QStringList lines = printable(paragraph.trimmed()).split(u'\n');
    lines.removeIf([&](const QString &line) {
        return std::ranges::any_of(missing,
                                   [&](const QString &path) { return speaksOf(line, path); });
    });
    return lines;
}

/// How the hooks and tasks are run that only consent runs: their reasons are problems of the plan.
void printRunnable(QTextStream &out, const Plan &plan)
{
    QStringList names;
    for (const UndoneAction &action : plan.undone) {
        if (action.isRunnable)
            names += printableName(action.action.startsWith(u'_') ? action.step : action.action);
    }
    if (names.isEmpty())
        return;
    const QString line
        = text("Not run: %1. “waymark plan” shows what that does. To have it run, take all back "
               "and create it again with --run-hooks=sandboxed.")
              .arg(names.join(u", "_s));
    out << "  " << wrapped(line, 94, 2) << '\n';
}

/// What the template asks for that was not done, and what to do next.
void printNextSteps(QTextStream &out, const Plan &plan, const QString &destination,
                    bool isCommitted, const Reporter &reporter)
{
    printDeviations(out, plan, ReasonHint::Hidden); // it is too late for the option
    out << '\n' << reporter.bold(text("Next")) << '\n';
    out << "  cd " << shellWord(destination) << '\n';
    const QStringList kept = pathsOf(plan, ChangeClass::Kept);
    const QStringList missing = kept + pathsOf(plan, ChangeClass::Declined);
    for (const QString &paragraph : plan.texts) {
        for (const QString &line : validLines(paragraph, missing))
            out << "  " << line << '\n';
    }
    out << "  waymark undo " << shellWord(destination) << "   "
        << reporter.dim(isCommitted
                            ? text("takes it all back, as long as nothing is changed, added "
                                   "or pushed")
                            : text("takes it all back"))
        << '\n';
    if (isCommitted && !tellsHowToPush(plan))
        out << "  " << printable(pushCommand(plan.destination.remotes)) << '\n';
    for (const QString &path : kept)
        out << "  " << text("Kept: %1, which was there already.").arg(path) << '\n';
    printUndone(out, plan, u"  "_s, CommandText::Hidden, reporter);
    printRunnable(out, plan);
    for (const OutputLink &link : plan.links) {
        const QString title = link.title.isEmpty() ? QString() : printable(link.title) + u": "_s;
        out << "  " << title << printable(shownTarget(link)) << '\n';
    }
}

} // namespace

void printApplied(const Preparation &prepared, const Applied &applied, const Arguments &arguments,
                  const Surroundings &surroundings, Reporter &reporter)
{
    const Plan &plan = prepared.plan;
    QTextStream &out = surroundings.streams.out;
    reporter.changed(text("Created %1: plan %2, commit %3")
                         .arg(applied.destination, QString::fromLatin1(plan.hash),
                              QString::fromLatin1(applied.commit)));
    if (arguments.has(u"--json"_s)) {
        Map members = toJsonMembers(prepared);
        const Value planned = members.value(u"commit");
        Map commit = *planned.toMap();
        commit.insert(u"made"_s, !applied.commit.isEmpty());
        members.insert(u"commit"_s, commit);
        members.insert(u"applied"_s,
                       Map{{u"destination"_s, applied.destination},
                           {u"commit"_s, QString::fromLatin1(applied.commit)},
                           {u"branch"_s, applied.branch}});
        reporter.document(u"new"_s, members);
        return;
    }
    if (reporter.isQuiet())
        return;
    if (reporter.isVerbose())
        printPlan(out, plan, reporter);
    const QString made = QString(plan.made.name + u' ' + plan.made.ref).trimmed();
    out << reporter.bold(
        text("Created %1 from %2").arg(printable(applied.destination), printable(made)))
        << '\n';
    out << "  " << text("Files: %1").arg(summaryOf(plan)) << '\n';
    if (!applied.commit.isEmpty()) {
        out << "  "
            << text("Commit: %1 on %2")
                   .arg(QString::fromLatin1(applied.commit.first(10)),
                        printableName(applied.branch))
            << '\n';
    }
    printNextSteps(out, plan, applied.destination, !applied.commit.isEmpty(), reporter);
}

} // namespace waymark::cli
