#include "app/cli/undoneview.h"

#include "app/cli/help.h"

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

/// "to https://github.com/acme/orders, branch main: Add orders"
QString placeOf(const Publication &publication)
{
    if (publication.repository.isEmpty())
        return {};
    QString line = text("to %1").arg(publication.repository);
    if (!publication.branch.isEmpty())
        line += text(", branch %1").arg(publication.branch);
    if (!publication.title.isEmpty())
        line += u": "_s + publication.title;
    return line;
}

QStringList detailsOf(const UndoneAction &action)
{
    QStringList lines;
    if (action.publication)
        lines += placeOf(*action.publication);
    for (const QString &command : action.commands)
        lines += command.split(u'\n');
    lines += action.links;
    const bool needsInputs = action.commands.isEmpty() && action.links.isEmpty();
    for (const ResolvedInput &input : needsInputs ? action.inputs : QList<ResolvedInput>())
        lines += input.name + u": "_s + input.text.section(u'\n', 0, 0);
    lines.removeAll(QString());
    return lines;
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
        for (const QString &detail : detailsOf(action))
            out << indent << "  " << reporter.dim(printable(detail)) << '\n';
    }
}

} // namespace waymark::cli
