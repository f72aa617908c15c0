#include "app/desktop/catalogwords.h"

#include "app/desktop/catalogreader.h"
#include "models/items/counted.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString translated(const char *text)
{
    return QCoreApplication::translate("CatalogWords", text);
}

QString problemLines(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines += problem.headline();
    return lines.join(u'\n');
}

} // namespace

CatalogWords wordsOf(CatalogReader &catalog)
{
    CatalogWords words;
    words.summary
        = counted("CatalogWords", QT_TRANSLATE_NOOP("CatalogWords", "1 template"),
                  QT_TRANSLATE_NOOP("CatalogWords", "%n templates"), catalog.model().rowCount());
    if (catalog.isReading()) {
        words.text = translated("Reading the catalog");
        words.status = words.text;
        return words;
    }
    const QString sources
        = counted("CatalogWords", QT_TRANSLATE_NOOP("CatalogWords", "1 source"),
                  QT_TRANSLATE_NOOP("CatalogWords", "%n sources"), catalog.sources().size());
    const QString time
        = QLocale().toString(catalog.readAt().toLocalTime().time(), QLocale::ShortFormat);
    words.status = translated("%1 of %2, read at %3").arg(words.summary, sources, time);
    const auto &problems = catalog.problems();
    words.state = problems.isEmpty() ? CatalogState::Current : CatalogState::Troubled;
    words.text = problems.isEmpty()
        ? translated("Catalog up to date")
        : counted("CatalogWords", QT_TRANSLATE_NOOP("CatalogWords", "Catalog has 1 problem"),
                  QT_TRANSLATE_NOOP("CatalogWords", "Catalog has %n problems"), problems.size());
    words.detail = problems.isEmpty() ? words.status : problemLines(problems);
    return words;
}

} // namespace waymark
