#include "models/items/catalogwords.h"

#include "models/base/textcontext.h"
#include "models/items/counted.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype longestReadme = 100'000; // that is laid out at once

constexpr TextContext translated("CatalogWords");

} // namespace

QStringList factsOf(const CatalogRow &row)
{
    QStringList facts = {row.owner, row.isBroken ? QString() : lifecycleText(row.lifecycle),
                         row.version, row.source};
    facts.removeAll(QString());
    return facts;
}

QString whyNotUsable(const CatalogRow &row)
{
    if (!row.isBroken)
        return {};
    const auto errors = std::ranges::count(row.problems, Severity::Error, &Problem::severity);
    return counted("CatalogWords", "It cannot be used: it has a mistake.",
                   "It cannot be used: it has %n mistakes.", errors);
}

QString firstMistake(const CatalogRow &row)
{
    return row.problems.isEmpty() ? QString() : row.problems.first().headline();
}

QString wayOut(const CatalogRow &row)
{
    QString hint = row.problems.isEmpty() ? QString() : row.problems.first().hint;
    if (!hint.isEmpty() || row.owner.isEmpty())
        return hint;
    return translated("%1 keeps it and can mend it.").arg(row.owner);
}

QString problemTexts(const QList<Problem> &problems)
{
    QStringList texts;
    for (const Problem &problem : problems)
        texts += problem.toString();
    return texts.join(u"\n\n"_s);
}

QString templateCount(qsizetype shown, qsizetype all)
{
    const QString total = counted("CatalogWords", "1 template", "%n templates", all);
    return shown == all ? total : translated("%1 of %2").arg(shown).arg(total);
}

QString readmeBelowTitle(const QString &readme, const QString &title)
{
    QString text = readme.trimmed();
    if (text.size() > longestReadme)
        text = text.left(text.lastIndexOf(u'\n', longestReadme)) + u"\n\n"_s
            + translated("It goes on in the folder of the template.");
    const QString first = text.section(u'\n', 0, 0).trimmed();
    const bool isTitle = first.startsWith(u"# ")
        && first.sliced(2).trimmed().compare(title, Qt::CaseInsensitive) == 0;
    return isTitle ? text.section(u'\n', 1).trimmed() : text;
}

const CatalogRow *templateCalled(const QString &name, const CatalogModel &model)
{
    const QList<CatalogRow> &rows = model.rows();
    auto found = std::ranges::find(rows, name, &CatalogRow::id);
    if (found == rows.end())
        found = std::ranges::find(rows, name, &CatalogRow::name);
    return found == rows.end() ? nullptr : &*found;
}

} // namespace waymark
