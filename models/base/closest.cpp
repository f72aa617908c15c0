#include "models/base/closest.h"

#include <QCoreApplication>
#include <QList>

#include <algorithm>
#include <numeric>

namespace waymark {
namespace {

constexpr qsizetype longestTyped = 200; // nobody types more by mistake, and the effort is quadratic

/// Insertions, deletions, replacements and swaps of neighbours that make `b` of `a` (each stretch
/// edited once).
qsizetype distance(QStringView a, QStringView b)
{
    QList<qsizetype> beforeLast(b.size() + 1);
    QList<qsizetype> last(b.size() + 1);
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        beforeLast.swap(last);
        last.swap(row);
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype replaced = last[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            row[j] = std::min({replaced, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = std::min(row[j], beforeLast[j - 2] + 1);
        }
    }
    return row.last();
}

} // namespace

QString closest(QStringView typed, const QStringList &known)
{
    if (typed.isEmpty() || typed.size() > longestTyped)
        return {};
    const QString wanted = typed.toString().toCaseFolded();
    // One more than is allowed. A word of one letter that shares no letter is no mistyped one.
    qsizetype best = std::min(std::max<qsizetype>(1, wanted.size() / 3) + 1, wanted.size());
    QString found;
    for (const QString &candidate : known) {
        if (std::abs(candidate.size() - wanted.size()) >= best)
            continue;
        const qsizetype edits = distance(wanted, candidate.toCaseFolded());
        if (edits < best) {
            best = edits;
            found = candidate;
        }
    }
    return found;
}

QString didYouMean(QStringView typed, const QStringList &known)
{
    const QString found = closest(typed, known);
    if (found.isEmpty())
        return {};
    return QCoreApplication::translate("Closest", "Did you mean “%1”?").arg(found);
}

} // namespace waymark
