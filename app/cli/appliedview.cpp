#include "app/cli/appliedview.h"

#include "app/cli/help.h"
#include "app/cli/planview.h"
#include "models/git/shellwords.h"
#include "models/plan/planjson.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// How what was committed gets to where others see it. A repository that was there has its remote.
QString pushCommand(const Plan &plan)
{
    const QString push = u"git push -u origin HEAD"_s;
    const auto kind = plan.destination.kind;
    if (kind == DestinationKind::FreshClone || kind == DestinationKind::RepositoryFolder)
        return push;
    return u"git remote add origin URL && "_s + push;
}

/// `path` as a shell takes it for one word.
QString shellWord(const QString &path)
{
    return git::shellQuoted(printable(path));
}

/// What the template asks for that was not done, and what to do next.
void printNextSteps(QTextStream &out, const Plan &plan, const QString &destination,
                    bool isCommitted, const Reporter &reporter)
{
    printDeviations(out, plan);
    out << '\n' << reporter.bold(text("Next")) << '\n';
    out << "  cd " << shellWord(destination) << '\n';
    for (const QString &paragraph : plan.texts)
        out << "  " << printable(paragraph.trimmed()).replace(u'\n', u"\n  "_s) << '\n';
    if (isCommitted)
        out << "  " << pushCommand(plan) << '\n';
    out << "  waymark undo " << shellWord(destination) << "   "
        << reporter.dim(text("takes it all back")) << '\n';
    for (const PlannedFile &file : plan.files) {
        if (file.change.kind == ChangeClass::Kept)
            out << "  "
                << text("Kept: %1, which was there already.")
                       .arg(printable(QByteArrayView(plan.shownPath(file.change.path))))
                << '\n';
    }
    for (const UndoneAction &action : plan.undone) {
        const QString line
            = text("Not run: %1 (%2). %3")
                  .arg(printable(action.step), printable(action.action), action.reason);
        out << "  " << wrapped(line, 94, 2) << '\n';
    }
}

} // namespace

void printApplied(const Plan &plan, const Applied &applied, const Arguments &arguments,
                  const Surroundings &surroundings, Reporter &reporter)
{
    QTextStream &out = surroundings.streams.out;
    reporter.log(text("Created %1: plan %2, commit %3")
                     .arg(applied.destination, QString::fromLatin1(plan.hash),
                          QString::fromLatin1(applied.commit)));
    if (arguments.has(u"--json"_s)) {
        Map members = toJsonMembers(plan);
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
                   .arg(QString::fromLatin1(applied.commit.first(10)), printable(applied.branch))
            << '\n';
    }
    printNextSteps(out, plan, applied.destination, !applied.commit.isEmpty(), reporter);
}

} // namespace waymark::cli
