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

void printCommand(QTextStream &out, const QString &command, const QString &indent,
                  const Reporter &reporter)
{
    if (command.isEmpty())
        return;
    const QString whole = command.endsWith(u'\n') ? command.chopped(1) : command;
    for (const QString &line : whole.split(u'\n'))
        out << indent << reporter.dim(u"    | "_s + printable(line)) << '\n';
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
        if (commands == CommandText::Shown)
            printCommand(out, action.command, indent, reporter);
    }
}

} // namespace waymark::cli
