#include "models/plan/secretmessages.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("Planner", source);
}

/// A value of the same type that tells nothing of `value`.
Value another(const Value &value)
{
    if (value.toText())
        return u"******"_s;
    if (value.toInteger())
        return 0;
    if (value.toFloat())
        return 0.0;
    if (const List *items = value.toList()) {
        List others;
        std::ranges::transform(*items, std::back_inserter(others), another);
        return others;
    }
    if (const Map *entries = value.toMap()) {
        Map others;
        for (const Map::Entry &entry : *entries)
            others.insert(entry.key, another(entry.value));
        return others;
    }
    return value;
}

/// Indices of problems, the first one first.
using Indices = QList<qsizetype>;

/// What problems that say the same have in common, whatever file they name.
QString placeOf(const Problem &problem)
{
    const SourcePosition position = problem.position.value_or(SourcePosition{0, 0});
    return u"%1 %2:%3 "_s.arg(problem.code).arg(position.line).arg(position.column);
}

/// Pairs that are left: a file's name may come from the secret, so only how many there are of each
/// kind tells which belong together.
void pairByOrder(Indices &found, const QHash<QString, Indices> &open, const QList<Problem> &others)
{
    const QSet<qsizetype> used(found.cbegin(), found.cend());
    QHash<QString, Indices> left;
    for (qsizetype other = 0; other < others.size(); ++other) {
        if (!used.contains(other))
            left[placeOf(others.at(other))] += other;
    }
    for (const auto &[place, mine] : open.asKeyValueRange()) {
        const Indices theirs = left.value(place);
        for (qsizetype i = 0; i < mine.size() && mine.size() == theirs.size(); ++i)
            found[mine.at(i)] = theirs.at(i);
    }
}

/// Which of `others` says the same as each of `problems`; -1: none does for sure.
Indices counterparts(const QList<Problem> &problems, const QList<Problem> &others)
{
    QHash<QString, Indices> inFile; // the last one first
    for (qsizetype other = others.size() - 1; other >= 0; --other)
        inFile[placeOf(others.at(other)) + others.at(other).file] += other;
    Indices found(problems.size(), -1);
    QHash<QString, Indices> open;
    for (qsizetype i = 0; i < problems.size(); ++i) {
        const QString place = placeOf(problems.at(i));
        Indices &same = inFile[place + problems.at(i).file];
        if (same.isEmpty())
            open[place] += i;
        else
            found[i] = same.takeLast();
    }
    pairByOrder(found, open, others);
    return found;
}

void hideSecrets(QList<Problem> &problems, const QList<Problem> &others)
{
    const Indices same = counterparts(problems, others);
    for (qsizetype i = 0; i < problems.size(); ++i) {
        Problem &problem = problems[i];
        if (same.at(i) >= 0) {
            problem.message = others.at(same.at(i)).message;
            problem.hint = others.at(same.at(i)).hint;
        } else {
            problem.message = text("The template fails here. What it says is not shown, since that "
                                   "could tell a secret answer.");
            problem.hint = text("Look at the template, or try it with another secret answer.");
        }
    }
}

/// What `rendering` makes of the same file of the template, at the same path where there is one.
QList<Problem> problemsOf(const RenderedFile &file, const Rendering &rendering)
{
    const auto isSame = [&file](const RenderedFile &other) {
        return other.templatePath == file.templatePath && other.path == file.path;
    };
    auto same = std::ranges::find_if(rendering.files, isSame);
    if (same == rendering.files.end())
        same = std::ranges::find(rendering.files, file.templatePath, &RenderedFile::templatePath);
    return same == rendering.files.end() ? QList<Problem>() : same->problems;
}

} // namespace

std::optional<Form> withOtherSecrets(const Form &form)
{
    const Map answers = form.answers();
    std::optional<Form> other;
    for (const QString &secret : form.schema().secretNames()) {
        if (!answers.contains(secret))
            continue;
        if (!other)
            other = form;
        other->setAnswer({secret}, another(answers.value(secret)));
    }
    return other;
}

void hideSecrets(Rendering &rendering, const Rendering &other)
{
    hideSecrets(rendering.problems, other.problems);
    for (RenderedFile &file : rendering.files)
        hideSecrets(file.problems, problemsOf(file, other));
}

} // namespace waymark
