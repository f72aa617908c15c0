#include "app/cli/planview.h"

#include "app/cli/undoneview.h"
#include "models/base/json.h"

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

/// `value` in at most forty characters.
QString inShort(const Value &value)
{
    const QString whole = value.textOr(QString::fromUtf8(toJson(value))).simplified();
    return whole.size() <= 40 ? whole : whole.first(39) + u'…';
}

QString commitLine(const Plan &plan)
{
    return text("Commit: %1, to branch %2")
        .arg(printableName(plan.message.section(u'\n', 0, 0)), printableName(plan.branch));
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
            .arg(printableName(plan.destination.path.section(u'/', -1)),
                 printable(QString(plan.made.name + u' ' + plan.made.ref).trimmed()),
                 printableName(plan.destination.path)))
        << '\n';
    for (const PlannedFile &file : plan.files)
        printFile(out, file, shownPath(plan, file.change.path), width, reporter);
    for (const QByteArray &folder : plan.folders)
        out << "  " << text("folder").leftJustified(classWidth) << shownPath(plan, folder) << "/\n";
    out << '\n' << text("Files: %1").arg(summaryOf(plan)) << '\n';
    if (plan.commits)
        out << commitLine(plan) << '\n';
    printDeviations(out, plan);
    printUndone(out, plan, {}, CommandText::Shown, reporter);
    if (std::ranges::any_of(plan.undone, &UndoneAction::isRunnable))
        out << text(
            "“waymark new” runs these hooks and tasks with --run-hooks=sandboxed, once you agree "
            "to them: by this plan's hash, or at a terminal.")
            << '\n';
    out << text("Plan: %1").arg(QString::fromLatin1(plan.hash)) << '\n';
}

void printDeviations(QTextStream &out, const Plan &plan, ReasonHint hint)
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
        const QString missing = hint == ReasonHint::Shown
            ? text("no reason given: --reason %1=TEXT").arg(deviation.answer)
            : text("no reason given");
        const QString reason = deviation.reason.isEmpty() ? missing : deviation.reason.simplified();
        out << "  "
            << printable(text("%1: %2 instead of %3 (%4)")
                             .arg(deviation.answer, inShort(deviation.value),
                                  inShort(deviation.golden), reason))
            << '\n';
    }
}

void printSummary(QTextStream &out, const Plan &plan, const Reporter &reporter)
{
    const QString made = QString(plan.made.name + u' ' + plan.made.ref).trimmed();
    out << '\n'
        << reporter.bold(text("Ready to create %1 from %2")
                             .arg(printableName(plan.destination.path), printable(made)))
        << "\n  " << text("Files: %1").arg(summaryOf(plan)) << "\n  "
        << (plan.commits ? commitLine(plan) : text("No commit: plain files")) << '\n';
    printDeviations(out, plan);
    const QList<Problem> all = plan.allProblems();
    const auto problems = std::ranges::count_if(
        all, [](const Problem &problem) { return problem.severity != Severity::Note; });
    if (problems > 0)
        out << '\n'
            << text("There is something to look at above: %1")
                   .arg(counted(problems, text("problem"), text("problems")))
            << '\n';
    out << '\n';
}

void printProblems(const Plan &plan, Reporter &reporter)
{
    for (const Problem &problem : plan.allProblems())
        reporter.problem(problem);
}

} // namespace waymark::cli
