#include "models/items/linelinks.h"

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

/// The word at `position` of `content`.
MarkedColumns wordIn(const QByteArray &content, SourcePosition position)
{
    qsizetype start = 0;
    for (int line = 1; line < position.line && start >= 0; ++line)
        start = content.indexOf('\n', start) + 1;
    const qsizetype newline = content.indexOf('\n', start);
    const QByteArrayView rest = QByteArrayView(content).sliced(start);
    const QString line = QString::fromUtf8(newline < 0 ? rest : rest.first(newline - start));
    return wordFrom(line, position.column);
}

LineMark::Kind kindOf(Severity severity)
{
    return severity == Severity::Error ? LineMark::Kind::Error : LineMark::Kind::Warning;
}

/// Where a mark stands among others: an error before a warning, and that before a link.
std::pair<int, int> placeOf(const LineMark &mark)
{
    const bool isLink = mark.kind == LineMark::Kind::Linked;
    return {mark.line, isLink ? 2 : mark.kind == LineMark::Kind::Warning ? 1 : 0};
}

/// Marks of lines that `answer` wrote.
QList<LineMark> marksOf(const PlannedFile &file, const QString &answer, LineMark::Kind kind,
                        const QString &note)
{
    QList<LineMark> marks;
    for (const LinkedLine &line : LineLinks::lines(file, answer))
        marks += {line.line, kind, note, line.columns};
    return marks;
}

} // namespace

MarkedColumns wordFrom(QStringView line, int column)
{
    qsizetype end = std::max(column - 1, 0);
    while (end < line.size() && !line.at(end).isSpace())
        ++end;
    return {column, std::max(column + 1, int(end) + 1)};
}

QList<LineMark> lineMarks(const PlannedFile &file, const MarkedAnswer &focused,
                          const QList<AnswerProblem> &problems)
{
    QList<LineMark> marks;
    for (const Problem &problem : file.change.problems) {
        if (!problem.position || problem.severity == Severity::Note)
            continue;
        marks += {problem.position->line,
                  kindOf(problem.severity),
                  problem.message,
                  {wordIn(file.change.content, *problem.position)}};
    }
    for (const AnswerProblem &problem : problems)
        marks += marksOf(file, problem.path.value(0), kindOf(problem.problem.severity),
                         problem.problem.message);
    marks += marksOf(file, focused.name, LineMark::Kind::Linked, focused.title);
    if (!std::ranges::is_sorted(std::as_const(marks), {}, placeOf))
        std::ranges::stable_sort(marks, {}, placeOf);
    const auto others = std::ranges::unique(marks, {}, &LineMark::line); // the gravest stay
    marks.erase(others.begin(), others.end());
    return marks;
}

} // namespace waymark
