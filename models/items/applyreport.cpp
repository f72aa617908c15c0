#include "models/items/applyreport.h"

#include "models/base/textcontext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("ApplyReport");

} // namespace

ApplyReport applyReport(const Problem &problem)
{
    if (problem.code.endsWith(u".cancelled"))
        return {.severity = Severity::Note,
                .title = translated("Stopped"),
                .text = translated("Nothing was changed.")};
    ApplyReport report{.severity = problem.severity, .details = problem.excerpt};
    QStringList lines = problem.message.split(u'\n');
    report.title = lines.takeFirst();
    if (!lines.isEmpty() && report.title.endsWith(u':'))
        report.title.chop(1);
    for (QString &line : lines)
        line = line.trimmed();
    if (!problem.hint.isEmpty())
        lines += problem.hint;
    lines += translated("Nothing was changed.");
    report.text = lines.join(u'\n');
    if (problem.code == u"destination.changed" || problem.code == u"undo.changed")
        report.way = ApplyReport::Way::PlanAgain;
    return report;
}

} // namespace waymark
