#include "models/items/linelinks.h"

#include <algorithm>

namespace waymark {
namespace {

/// The word at `column` of the line `position.line`: letters and digits, else one letter.
MarkedColumns wordAt(const QByteArray &content, SourcePosition position)
{
    qsizetype start = 0;
    for (int line = 1; line < position.line && start >= 0; ++line)
        start = content.indexOf('\n', start) + 1;
    const QString line = QString::fromUtf8(content.sliced(start).split('\n').first());
    qsizetype end = position.column - 1;
    while (end < line.size() && !line.at(end).isSpace())
        ++end;
    return {position.column, std::max(position.column + 1, int(end) + 1)};
}

LineMark::Kind kindOf(Severity severity)
{
    return severity == Severity::Error ? LineMark::Kind::Error : LineMark::Kind::Warning;
}

/// Puts `mark` in its place; an error stands before a warning, and that before a link.
void add(QMap<int, LineMark> &marks, const LineMark &mark)
{
    const auto weight = [](LineMark::Kind kind) {
        return kind == LineMark::Kind::Error ? 2 : kind == LineMark::Kind::Warning ? 1 : 0;
    };
    const auto there = marks.constFind(mark.line);
    if (there == marks.cend() || weight(mark.kind) > weight(there->kind))
        marks.insert(mark.line, mark);
}

} // namespace

QList<LineMark> lineMarks(const PlannedFile &file, const MarkedAnswer &focused,
                          const QList<AnswerProblem> &problems)
{
    QMap<int, LineMark> marks;
    for (const Problem &problem : file.change.problems) {
        if (!problem.position || problem.severity == Severity::Note)
            continue;
        add(marks,
            {problem.position->line,
             kindOf(problem.severity),
             problem.message,
             {wordAt(file.change.content, *problem.position)}});
    }
    for (const AnswerProblem &problem : problems) {
        for (const LinkedLine &line : LineLinks::lines(file, problem.path.value(0)))
            add(marks,
                {line.line, kindOf(problem.problem.severity), problem.problem.message,
                 line.columns});
    }
    for (const LinkedLine &line : LineLinks::lines(file, focused.name))
        add(marks, {line.line, LineMark::Kind::Linked, focused.title, line.columns});
    return marks.values();
}

} // namespace waymark
