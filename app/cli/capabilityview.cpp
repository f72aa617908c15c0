#include "app/cli/capabilityview.h"

#include "models/plan/capabilitytext.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {

void printCapabilities(QTextStream &out, const Capabilities &capabilities, const Reporter &reporter)
{
    const QList<CapabilityRow> rows = capabilityRows(capabilities);
    qsizetype width = 0;
    for (const CapabilityRow &row : rows)
        width = std::max(width, row.label.size());
    out << '\n'
        << reporter.bold(QCoreApplication::translate("cli", "What this template may do")) << '\n';
    for (const CapabilityRow &row : rows) {
        QString label = row.label.leftJustified(width);
        for (const QString &item : row.items) {
            out << "  " << label << "  " << printableName(item) << '\n';
            label = QString(width, u' ');
        }
    }
}

} // namespace waymark::cli
