#include "app/cli/undoneview.h"

#include "app/cli/help.h"
#include "models/plan/undonetext.h"

#include <QCoreApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

constexpr int lineWidth = 94;

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// `command`, each of its lines behind a sign of its own.
QStringList linesOf(const QString &command)
{
    if (command.isEmpty())
        return {};
    QStringList lines = (command.endsWith(u'\n') ? command.chopped(1) : command).split(u'\n');
    for (QString &line : lines)
        line = u"    | "_s + printable(line);
    return lines;
}

} // namespace

void printUndone(QTextStream &out, const Plan &plan, const QString &indent, CommandText commands,
                 const Reporter &reporter)
{
    for (const UndoneAction &action : plan.undone) {
        if (action.isRunnable && commands == CommandText::Hidden)
            continue;
        const QString line = action.step == action.action
            ? text("Not run: %1. %2").arg(printable(action.action), printable(action.reason))
            : text("Not run: %1 (%2). %3")
                  .arg(printable(action.step), printable(action.action), printable(action.reason));
        out << indent << wrapped(line, lineWidth, int(indent.size())) << '\n';
        for (const QString &detail : undoneDetails(action))
            out << indent << "  " << reporter.dim(printable(detail)) << '\n';
        if (commands == CommandText::Hidden)
            continue;
        for (const QString &commandLine : linesOf(action.command))
            out << indent << reporter.dim(commandLine) << '\n';
    }
}

void printToRun(QTextStream &out, const QList<UndoneAction> &undone, const QString &indent)
{
    for (const UndoneAction &action : undone) {
        out << indent << printable(action.step) << " (" << printable(action.action) << ")\n";
        for (const QString &line : linesOf(action.command))
            out << indent << line << '\n';
    }
}

} // namespace waymark::cli
