#include "app/cli/planview.h"

#include "app/cli/help.h"
#include "models/git/repository.h"
#include "models/git/shellwords.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

constexpr int classWidth = 12;
constexpr qsizetype namedAnswers = 3;

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

QString shownPath(const Plan &plan, const QByteArray &path)
{
    return printable(QByteArrayView(plan.shownPath(path)));
}

/// "because of “storage”": the answers, at most a few of them.
QString becauseOf(const jinja::Sources &sources)
{
    QStringList answers = sources.data + sources.control;
    answers.removeDuplicates();
    if (answers.isEmpty())
        return {};
    const qsizetype more = answers.size() - namedAnswers;
    if (more > 0)
        answers = answers.first(namedAnswers);
    QString list = u'“' + answers.join(u"”, “"_s) + u'”';
    if (more > 0)
        list += text(" and %1 more").arg(more);
    return text("because of %1").arg(printable(list));
}

void printFile(QTextStream &out, const PlannedFile &file, const QString &path, qsizetype width,
               const Reporter &reporter)
{
    const Change &change = file.change;
    const QString kind = changeClassName(change.kind);
    QString remark;
    if (change.kind == ChangeClass::NotNeeded)
        remark = becauseOf(file.presence);
    else if (change.mode == FileMode::Executable)
        remark = text("executable");
    else if (change.mode == FileMode::Link)
        remark = text("link to %1").arg(printable(QByteArrayView(change.content)));
    QString line = u"  "_s + kind.leftJustified(classWidth) + path;
    if (!remark.isEmpty())
        line += QString(std::max<qsizetype>(width - path.size(), 0) + 2, u' ')
            + reporter.dim(remark);
    out << line << '\n';
}

void printDeviations(QTextStream &out, const Plan &plan)
{
    const auto ofAnswers
        = std::ranges::count_if(plan.deviations, [](const RecordedDeviation &deviation) {
              return !deviation.answer.isEmpty();
          });
    if (ofAnswers == 0)
        return;
    out << '\n' << text("Answers that differ from the golden default") << '\n';
    for (const RecordedDeviation &deviation : plan.deviations) {
        if (deviation.answer.isEmpty())
            continue;
        out << "  " << printable(deviation.answer);
        if (deviation.reason.isEmpty())
            out << "  "
                << text("(no reason given: --reason %1=TEXT)").arg(printable(deviation.answer));
        else
            out << ": " << printable(deviation.reason);
        out << '\n';
    }
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

/// The branch that a commit goes to where none is asked for.
QString usualBranch(const Plan &plan)
{
    if (plan.destination.repository)
        return plan.destination.repository->branch;
    return QString::fromUtf8(git::Repository::defaultBranch());
}

/// `path` as a shell takes it for one word.
QString shellWord(const QString &path)
{
    return git::shellQuoted(printable(path));
}

} // namespace

QString summaryOf(const Plan &plan)
{
    QStringList parts;
    for (const ChangeClass kind :
         {ChangeClass::New, ChangeClass::Updated, ChangeClass::Unchanged, ChangeClass::Kept,
          ChangeClass::Declined, ChangeClass::Blocked, ChangeClass::NotNeeded}) {
        if (const qsizetype count = plan.count(kind); count > 0)
            parts += QString::number(count) + u' ' + changeClassName(kind);
    }
    return parts.isEmpty() ? text("no files") : parts.join(u", "_s);
}

void printPlan(QTextStream &out, const Plan &plan, const Reporter &reporter)
{
    qsizetype width = 0;
    for (const PlannedFile &file : plan.files)
        width = std::max(width, shownPath(plan, file.change.path).size());
    out << reporter.bold(
        text("%1 from %2, into %3")
            .arg(printable(plan.destination.path.section(u'/', -1)),
                 printable(QString(plan.made.name + u' ' + plan.made.ref).trimmed()),
                 printable(plan.destination.path)))
        << '\n';
    for (const PlannedFile &file : plan.files)
        printFile(out, file, shownPath(plan, file.change.path), width, reporter);
    for (const QByteArray &folder : plan.folders)
        out << "  " << text("folder").leftJustified(classWidth) << shownPath(plan, folder) << "/\n";
    out << '\n' << text("Files: %1").arg(summaryOf(plan)) << '\n';
    if (plan.commits) {
        const QString branch = plan.branch.isEmpty() ? usualBranch(plan) : plan.branch;
        out << text("Commit: %1, to branch %2")
                   .arg(printable(plan.message.section(u'\n', 0, 0)), printable(branch))
            << '\n';
    }
    printDeviations(out, plan);
    for (const UndoneAction &action : plan.undone)
        out << text("Not run: %1 (%2). %3")
                   .arg(printable(action.step), printable(action.action), action.reason)
            << '\n';
    out << text("Plan: %1").arg(QString::fromLatin1(plan.hash)) << '\n';
}

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
                << text("Kept: %1, which was there already.").arg(shownPath(plan, file.change.path))
                << '\n';
    }
    for (const UndoneAction &action : plan.undone) {
        const QString line
            = text("Not run: %1 (%2). %3")
                  .arg(printable(action.step), printable(action.action), action.reason);
        out << "  " << wrapped(line, 94, 2) << '\n';
    }
}

void printProblems(const Plan &plan, const Reporter &reporter)
{
    for (const Problem &problem : plan.allProblems())
        reporter.problem(problem);
}

} // namespace waymark::cli
