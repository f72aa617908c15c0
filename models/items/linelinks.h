#pragma once

#include "models/items/linemark.h"
#include "models/plan/plan.h"

#include <QSet>

#include <memory>

namespace waymark {

/// A line of a generated file with the parts of it that come from an answer.
struct LinkedLine
{
    int line = 1; ///< From 1.
    QList<MarkedColumns> columns = {};
    friend bool operator==(const LinkedLine &, const LinkedLine &) = default;
};

/// A line of a file of a plan.
struct FileLine
{
    QByteArray path = {};
    int line = 1; ///< From 1.
    friend bool operator==(const FileLine &, const FileLine &) = default;
};

/// Where a place of a generated file comes from.
struct LineOrigin
{
    QStringList answers = {}; ///< By data: what is written there; names of top-level questions.
    QStringList conditions = {}; ///< By control: what decided that it is there.
    QString templateFile = {}; ///< As problems name it; empty: Waymark made the file.
    SourcePosition position = {}; ///< In it.
    friend bool operator==(const LineOrigin &, const LineOrigin &) = default;
};

/// Which lines of a plan's files come from which answers, and back, as the renderer says it: by
/// data only, so a line that merely stands in a condition is not linked. A file that is kept as it
/// is, or that depends on a secret, has no links: what is shown is not what was rendered.
class LineLinks
{
public:
    LineLinks();
    explicit LineLinks(std::shared_ptr<const Plan> plan);

    [[nodiscard]] const Plan &plan() const { return *m_plan; }
    /// The lines of `file` that `answer` wrote, from above.
    [[nodiscard]] static QList<LinkedLine> lines(const PlannedFile &file, const QString &answer);
    [[nodiscard]] QList<LinkedLine> lines(const QByteArray &path, const QString &answer) const;
    /// How many lines `answer` wrote in each file; those with none are left out.
    [[nodiscard]] QMap<QByteArray, int> counts(const QString &answer) const;

    /// The files that depend on one of `answers` at all, by data or by control.
    [[nodiscard]] QSet<QByteArray> filesOf(const QStringList &answers) const;

    /// The next line of `answer` behind `from`, in this file or one further down, and from the last
    /// to the first; nothing: there is none at all.
    [[nodiscard]] std::optional<FileLine> next(const QString &answer, const FileLine &from) const;
    [[nodiscard]] std::optional<FileLine> previous(const QString &answer,
                                                   const FileLine &from) const;

    /// What stands at `position` of the file comes from: the stretch there, else its whole line.
    /// Nothing where the file is not there or nothing is known of it.
    [[nodiscard]] std::optional<LineOrigin> origin(const QByteArray &path,
                                                   SourcePosition position) const;

private:
    [[nodiscard]] const PlannedFile *find(const QByteArray &path) const;

    std::shared_ptr<const Plan> m_plan;
};

/// What is wrong with an answer, and which lines show it.
struct MarkedAnswer
{
    QString name; ///< Of the top-level question.
    QString title; ///< The note of its lines.
    friend bool operator==(const MarkedAnswer &, const MarkedAnswer &) = default;
};

/// What to show about the lines of `file`: those that come from `focused` (its name empty: from
/// none), where its own problems are, and those that a wrong answer of `problems` wrote. Sorted by
/// line; of a line that is wrong, only that is told.
[[nodiscard]] QList<LineMark> lineMarks(const PlannedFile &file, const MarkedAnswer &focused,
                                        const QList<AnswerProblem> &problems);

} // namespace waymark
