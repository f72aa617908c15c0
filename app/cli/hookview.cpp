#include "app/cli/hookview.h"

#include "models/base/utf8.h"
#include "models/git/patch.h"
#include "models/plan/planjson.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

constexpr qsizetype mostLines = 12; // of an output, and of a list, that is shown in short
constexpr qsizetype mostPatchLines = 40; // of one file, in short
constexpr int classWidth = 10;

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// The last lines of `lines`, and how many are before these; or all.
QStringList endOf(const QStringList &lines, const Reporter &reporter)
{
    if (reporter.isVerbose() || lines.size() <= mostLines)
        return lines;
    return QStringList{text("… (%1 more lines, with --verbose)").arg(lines.size() - mostLines)}
    + lines.last(mostLines);
}

void printRun(const HookReport::Run &run, Reporter &reporter)
{
    reporter.note(text("Ran %1").arg(printableName(run.name)));
    if (run.output.isEmpty())
        return;
    for (const QString &line : endOf(run.output.split(u'\n'), reporter))
        reporter.note(u"    | "_s + printable(line));
}

/// "updated   run.sh, executable now"
QString lineOf(const Change &change, const Plan &plan)
{
    QString line = QString(changeClassName(change.kind)).leftJustified(classWidth)
        + printable(QByteArrayView(plan.shownPath(change.path)));
    if (change.oldMode && change.mode && change.oldMode != change.mode) {
        const bool isLink = change.mode == FileMode::Link;
        line += change.mode == FileMode::Executable ? text(", executable now")
            : isLink                                ? text(", a link now")
                                                    : text(", a plain file now");
    }
    return line;
}

std::optional<git::PatchSide> sideOf(const std::optional<FileMode> &mode, const QByteArray &content)
{
    return mode ? std::optional(git::PatchSide{*mode, content}) : std::nullopt;
}

/// In short where nothing else is wanted.
void printPatch(const Change &change, Reporter &reporter)
{
    const auto patch = git::patch(change.path, sideOf(change.oldMode, change.oldContent),
                                  sideOf(change.mode, change.content));
    if (!patch)
        return;
    QStringList lines = displayed(*patch).trimmed().split(u'\n');
    if (const qsizetype more = lines.size() - mostPatchLines; more > 0 && !reporter.isVerbose())
        lines = lines.first(mostPatchLines)
            + QStringList{text("… (%1 more lines, with --verbose)").arg(more)};
    for (const QString &line : std::as_const(lines))
        reporter.note(printable(line));
}

} // namespace

void printRuns(const QList<HookReport::Run> &runs, Reporter &reporter)
{
    for (const HookReport::Run &run : runs)
        printRun(run, reporter);
}

void printHooks(const HookReport &report, const Plan &plan, HookDetail detail, Reporter &reporter)
{
    const bool withPatches = detail == HookDetail::Patches || reporter.isVerbose();
    printRuns(report.runs, reporter);
    const qsizetype count = report.changes.size();
    if (count == 0) {
        reporter.note(text("They changed no file."));
        return;
    }
    reporter.note(withPatches
                      ? text("They changed %1:").arg(counted(count, text("file"), text("files")))
                      : text("They changed %1 (--verbose shows how):")
                            .arg(counted(count, text("file"), text("files"))));
    const qsizetype shown = reporter.isVerbose() ? count : std::min(count, mostLines);
    for (const Change &change : report.changes.first(shown))
        reporter.note(u"  "_s + lineOf(change, plan));
    if (shown < count)
        reporter.note(u"  "_s + text("and %1 more").arg(count - shown));
    for (const Change &change : report.changes) {
        if (withPatches && !report.secret.contains(change.path))
            printPatch(change, reporter);
    }
}

Map toJsonMembers(const Preparation &prepared)
{
    Map members = toJsonMembers(prepared.plan);
    if (!prepared.hooks)
        return members;
    const HookReport &report = *prepared.hooks;
    List commands;
    for (const HookReport::Run &run : report.runs)
        commands += Map{{u"name"_s, run.name}, {u"output"_s, run.output}};
    List changes;
    for (const Change &change : report.changes)
        changes += Map{{u"path"_s, displayed(prepared.plan.shownPath(change.path))},
                       {u"class"_s, QString(changeClassName(change.kind))}};
    members.insert(u"hooks"_s,
                   Map{{u"plan"_s, QString::fromLatin1(report.plan)},
                       {u"sandboxed"_s, report.isSandboxed},
                       {u"commands"_s, commands},
                       {u"changes"_s, changes}});
    return members;
}

} // namespace waymark::cli
