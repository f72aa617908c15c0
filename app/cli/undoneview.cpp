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

} // namespace

void printUndone(QTextStream &out, const Plan &plan, const QString &indent,
                 const Reporter &reporter)
{
    for (const UndoneAction &action : plan.undone) {
        const QString line
            = text("Not run: %1 (%2). %3")
                  .arg(printable(action.step), printable(action.action), action.reason);
        out << indent << wrapped(line, lineWidth, int(indent.size())) << '\n';
        for (const QString &detail : undoneDetails(action))
            out << indent << "  " << reporter.dim(printable(detail)) << '\n';
    }
}

} // namespace waymark::cli
