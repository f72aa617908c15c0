#include "app/cli/undocommand.h"

#include "app/cli/preparation.h"
#include "app/cli/reporter.h"
#include "models/plan/filesystem.h"
#include "models/plan/writer.h"

#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace waymark::cli {

ExitCode runUndo(const Arguments &arguments, const Surroundings &surroundings, Reporter &reporter)
{
    const QString given = arguments.positionals().isEmpty() ? u"."_s : arguments.positional(0);
    const QString folder
        = QDir::cleanPath(QDir(surroundings.workingDirectory).absoluteFilePath(given));
    if (const auto way = checkWay(folder); !way)
        return reporter.fail(way.error(), WrongRequest);
    FileSystem fileSystem;
    const Writer writer(fileSystem, surroundings.state);
    const auto recovered = writer.recover(folder);
    if (!recovered)
        return reporter.fail(recovered.error(), NotPossible);
    for (const Problem &note : recovered->notes)
        reporter.problem(note);
    const auto undone = writer.undo(folder);
    if (!undone)
        return reporter.fail(undone.error(), exitCodeOf(undone.error().problem));
    reporter.log(QCoreApplication::translate("cli", "Took back %1").arg(*undone));
    if (arguments.has(u"--json"_s))
        reporter.document(u"undo"_s, {{u"destination"_s, *undone}, {u"undone"_s, true}});
    else
        reporter.note(
            QCoreApplication::translate("cli", "Took the last apply back: %1 is as it was before.")
                .arg(printable(*undone)));
    return Done;
}

} // namespace waymark::cli
