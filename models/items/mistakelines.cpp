#include "models/items/mistakelines.h"

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int contextLines = 3; ///< Lines above and below.
constexpr qsizetype mostMistakes = 6;

int faultyLine(const Problem &problem)
{
    return problem.position->line;
}

/// Those of `problems` that have a place in the file of the first one that has.
QList<Problem> placedTogether(const QList<Problem> &problems)
{
    QList<Problem> placed;
    for (const Problem &problem : problems) {
        const bool isPlaced = problem.position && problem.severity != Severity::Note;
        if (isPlaced && (placed.isEmpty() || placed.first().file == problem.file))
            placed += problem;
    }
    return placed;
}

/// The lines of `content`; none where it is not what the problems were found in.
QStringList unchangedLines(const QByteArray &content, const QList<Problem> &placed)
{
    const QString text = QString::fromUtf8(content);
    const auto isTheSame = [&text](const Problem &problem) {
        return excerptOf(text, *problem.position).text == problem.excerpt;
    };
    return std::ranges::all_of(placed, isTheSame) ? text.split(u'\n') : QStringList();
}

/// What is shown, by its number in the file.
QMap<int, QString> linesAround(const QList<Problem> &placed, const QStringList &all)
{
    QMap<int, QString> shown;
    for (const Problem &problem : placed) {
        if (all.isEmpty())
            shown.insert(faultyLine(problem), problem.excerpt);
        const int last = std::min(faultyLine(problem) + contextLines, int(all.size()));
        for (int line = std::max(1, faultyLine(problem) - contextLines); line <= last; ++line)
            shown.insert(line, all.at(line - 1).chopped(all.at(line - 1).endsWith(u'\r') ? 1 : 0));
    }
    return shown;
}

LineMark markOf(const Problem &problem, qsizetype row, bool isExcerpt, QStringView line)
{
    const bool isCut = isExcerpt && problem.excerptColumn > 0;
    return {.line = int(row) + 1,
            .kind
            = problem.severity == Severity::Error ? LineMark::Kind::Error : LineMark::Kind::Warning,
            .note = problem.message,
            .columns = {wordFrom(line, isCut ? problem.excerptColumn : problem.position->column)}};
}

} // namespace

MistakeLines mistakeLines(const QList<Problem> &problems, const QMap<QString, QByteArray> &files)
{
    QList<Problem> placed = placedTogether(problems);
    if (placed.isEmpty())
        return {};
    MistakeLines lines{.file = placed.first().file};
    lines.errors = int(std::ranges::count(placed, Severity::Error, &Problem::severity));
    std::ranges::stable_sort(placed, std::greater(), &Problem::severity);
    placed = placed.first(std::min(placed.size(), mostMistakes));
    std::ranges::stable_sort(placed, {}, faultyLine);
    const QStringList all = files.contains(lines.file)
        ? unchangedLines(files.value(lines.file), placed)
        : QStringList();
    const QMap<int, QString> shown = linesAround(placed, all);
    for (const auto &[number, text] : shown.asKeyValueRange()) {
        if (!lines.numbers.isEmpty() && lines.numbers.last() + 1 != number) {
            lines.text += "…\n";
            lines.numbers += 0;
        }
        lines.text += text.toUtf8() + '\n';
        lines.numbers += number;
    }
    if (lines.text.trimmed().isEmpty())
        return {}; // nothing of it is known
    lines.text.chop(1);
    for (const Problem &problem : std::as_const(placed)) {
        const int number = faultyLine(problem);
        const qsizetype row = lines.numbers.indexOf(number);
        const bool isFirst = lines.marks.isEmpty() || lines.marks.last().line != row + 1;
        if (row >= 0 && isFirst) // of one line, the gravest is told
            lines.marks += markOf(problem, row, all.isEmpty(), shown.value(number));
    }
    return lines;
}

} // namespace waymark
