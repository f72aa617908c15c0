#include "app/cli/undocommand.h"

#include "app/cli/jsonoutput.h"
#include "app/cli/preparation.h"
#include "app/cli/reporter.h"
#include "models/git/shellwords.h"
#include "models/plan/filesystem.h"
#include "models/plan/way.h"
#include "models/plan/writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace waymark::cli {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

QString sentenceFor(const Undone &undone)
{
    const Recovery &recovered = undone.recovered;
    if (recovered.what == Recovery::Nothing)
        return text("Took the last apply back: %1 is as it was before.");
    const bool isFinished = recovered.what == Recovery::Finished;
    if (recovered.isOfUndo)
        return isFinished
            ? text("Finished an undo that was interrupted: %1 is as it was before the last apply.")
            : text("Took an undo back that was interrupted: %1 is as the last apply left it. "
                   "Run “waymark undo” again to take that back.");
    return isFinished ? text("Finished an apply that was interrupted: %1 is there. Run “waymark "
                             "undo” again to take it back.")
                      : text("Took an apply back that was interrupted: %1 is as it was before.");
}

/// That the folder the user is in went with what was taken back; empty where it is there.
QString goneFolder(const QString &current)
{
    if (QFileInfo(current).isDir())
        return {};
    QString above = QFileInfo(current).path();
    while (!QFileInfo(above).isDir() && !QDir(above).isRoot())
        above = QFileInfo(above).path();
    return text("The folder you are in is gone with it; go on from one that is there: cd %1")
        .arg(git::shellQuoted(printableName(above)));
}

/// "apply-finished", "undo-taken-back", …
QString nameOf(const Recovery &recovered)
{
    return (recovered.isOfUndo ? u"undo-"_s : u"apply-"_s)
        + (recovered.what == Recovery::Finished ? u"finished"_s : u"taken-back"_s);
}

} // namespace

ExitCode runUndo(const Arguments &arguments, const Surroundings &surroundings, Reporter &reporter)
{
    const QString given = arguments.positionals().isEmpty() ? u"."_s : arguments.positional(0);
    const QString folder
        = QDir::cleanPath(QDir(surroundings.workingDirectory).absoluteFilePath(given));
    if (const auto way = checkEncoding(folder); !way)
        return reporter.fail(way.error(), WrongRequest);
    FileSystem fileSystem;
    const auto undone = Writer(fileSystem, surroundings.state).undo(folder);
    if (!undone)
        return reporter.fail(undone.error(), exitCodeOf(undone.error().problem));
    const QList<Problem> notes = undone->recovered.notes + undone->recovered.left + undone->notes;
    for (const Problem &note : notes)
        reporter.problem(note);
    QString told = sentenceFor(*undone).arg(printableName(undone->destination));
    if (!undone->recovered.notes.isEmpty())
        told += u' ' + text("What was changed since is kept, as it says above.");
    if (const QString gone = goneFolder(surroundings.workingDirectory); !gone.isEmpty())
        told += u' ' + gone;
    reporter.changed(told);
    if (!arguments.has(u"--json"_s)) {
        reporter.note(told);
        return Done;
    }
    Map members = {{u"destination"_s, undone->destination}, {u"undone"_s, undone->isAsBefore()}};
    if (undone->recovered.what != Recovery::Nothing)
        members.insert(u"recovered"_s, nameOf(undone->recovered));
    reporter.document(u"undo"_s, withProblems(members, notes));
    return Done;
}

} // namespace waymark::cli
