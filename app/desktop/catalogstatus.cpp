#include "app/desktop/catalogstatus.h"

#include "app/desktop/catalogreader.h"
#include "models/base/textcontext.h"
#include "models/items/counted.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("CatalogStatus");

QString problemLines(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines += problem.headline();
    return lines.join(u'\n');
}

} // namespace

CatalogStatus statusOf(CatalogReader &catalog)
{
    CatalogStatus status;
    status.summary
        = counted("CatalogStatus", QT_TRANSLATE_NOOP("CatalogStatus", "1 template"),
                  QT_TRANSLATE_NOOP("CatalogStatus", "%n templates"), catalog.model().rowCount());
    if (catalog.isReading()) {
        status.text = translated("Reading the catalog");
        status.statusLine = status.text;
        return status;
    }
    const QString sources
        = counted("CatalogStatus", QT_TRANSLATE_NOOP("CatalogStatus", "1 source"),
                  QT_TRANSLATE_NOOP("CatalogStatus", "%n sources"), catalog.sources().size());
    const QString time
        = QLocale().toString(catalog.readAt().toLocalTime().time(), QLocale::ShortFormat);
    status.statusLine = translated("%1 of %2, read at %3").arg(status.summary, sources, time);
    const auto &problems = catalog.problems();
    status.state = problems.isEmpty() ? CatalogState::Current : CatalogState::Troubled;
    status.text = problems.isEmpty()
        ? translated("Catalog up to date")
        : counted("CatalogStatus", QT_TRANSLATE_NOOP("CatalogStatus", "Catalog has 1 problem"),
                  QT_TRANSLATE_NOOP("CatalogStatus", "Catalog has %n problems"), problems.size());
    status.detail = problems.isEmpty() ? status.statusLine : problemLines(problems);
    return status;
}

} // namespace waymark
