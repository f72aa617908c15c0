#include "models/items/linelinks.h"

#include "models/plan/checks.h"

#include <algorithm>
#include <utility>

namespace waymark {
namespace {

const QByteArray &plannedPath(const PlannedFile &file)
{
    return file.change.path;
}

bool hasLinks(const PlannedFile &file)
{
    return file.change.kind != ChangeClass::Kept && !file.dependsOnSecret
        && !file.provenance.stretches.empty();
}

/// Counts lines and columns while it goes forward in a text.
class Cursor
{
public:
    explicit Cursor(const QByteArray &content)
        : m_content(content)
        , m_end(content.indexOf('\n'))
    {
    }

    void goTo(qsizetype offset)
    {
        while (m_end >= 0 && m_end < offset) {
            m_start = m_end + 1;
            m_end = m_content.indexOf('\n', m_start);
            ++m_line;
        }
    }
    [[nodiscard]] int line() const { return m_line; }
    /// Where the line ends: at its line feed, or -1 in the last one.
    [[nodiscard]] qsizetype lineEnd() const { return m_end; }
    /// The column, from 1, of a byte in this line.
    [[nodiscard]] int columnOf(qsizetype offset) const
    {
        const QByteArrayView before = QByteArrayView(m_content).sliced(m_start, offset - m_start);
        const bool isPlain = std::ranges::all_of(before, [](char c) { return quint8(c) < 0x80; });
        return 1 + int(isPlain ? before.size() : QString::fromUtf8(before).size());
    }

private:
    const QByteArray &m_content;
    qsizetype m_start = 0; ///< Of the line.
    qsizetype m_end;
    int m_line = 1;
};

void addPart(QList<LinkedLine> &lines, int line, MarkedColumns columns)
{
    if (lines.isEmpty() || lines.last().line != line)
        lines += LinkedLine{line, {}};
    QList<MarkedColumns> &parts = lines.last().columns;
    if (!parts.isEmpty() && parts.last().end == columns.start)
        parts.last().end = columns.end;
    else if (columns.end > columns.start)
        parts += columns;
}

/// Calls `take` for the bytes from `start` to `end`, line by line; their line feeds do not count.
template<typename Take>
void takeStretch(Cursor &cursor, qsizetype start, qsizetype end, const Take &take)
{
    while (start < end) {
        cursor.goTo(start);
        const qsizetype lineEnd = cursor.lineEnd();
        const qsizetype last = lineEnd < 0 ? end : std::min(lineEnd, end);
        take(start, last);
        start = last + 1;
    }
}

/// Calls `take` for each part of a line of `file` that `answer` wrote, from above, with a cursor
/// that is there.
template<typename Take>
void takeParts(const PlannedFile &file, const QString &answer, const Take &take)
{
    if (answer.isEmpty() || !hasLinks(file))
        return;
    QList<bool> isOf; // the answer, by combination
    for (const jinja::Sources &sources : file.provenance.answers)
        isOf += sources.data.contains(answer);
    if (!isOf.contains(true))
        return;
    Cursor cursor(file.change.content);
    const qsizetype size = file.change.content.size();
    const auto takeOne = [&](qsizetype start, qsizetype end) { take(cursor, start, end); };
    for (const jinja::Stretch &stretch : file.provenance.stretches) {
        if (isOf.at(stretch.answers))
            takeStretch(cursor, stretch.start, std::min(stretch.end, size), takeOne);
    }
}

/// How many lines of `file` come from `answer`, without a look at their columns: it is asked of all
/// files at each keystroke.
int lineCount(const PlannedFile &file, const QString &answer)
{
    int count = 0;
    int last = 0;
    takeParts(file, answer, [&](const Cursor &cursor, qsizetype, qsizetype) {
        if (std::exchange(last, cursor.line()) != cursor.line())
            ++count;
    });
    return count;
}

/// The byte at `position` of `content`; its end where the text is shorter.
qsizetype offsetOf(const QByteArray &content, SourcePosition position)
{
    qsizetype start = 0;
    for (int line = 1; line < position.line; ++line) {
        const qsizetype end = content.indexOf('\n', start);
        if (end < 0)
            return content.size();
        start = end + 1;
    }
    const qsizetype end = content.indexOf('\n', start);
    const QString line
        = QString::fromUtf8(content.sliced(start, (end < 0 ? content.size() : end) - start));
    return start + line.left(position.column - 1).toUtf8().size();
}

/// The place in the template of the byte at `offset` in `stretch`. What no answer wrote stands
/// there as it does here, so it is counted out; of the rest, the expression's own place is known.
SourcePosition placeOf(const jinja::Stretch &stretch, bool isLiteral, const QByteArray &content,
                       qsizetype offset)
{
    SourcePosition place = stretch.position;
    if (!isLiteral || offset < stretch.start)
        return place;
    const QByteArray before = content.sliced(stretch.start, offset - stretch.start);
    for (const QChar c : QString::fromUtf8(before))
        place = place.after(c);
    return place;
}

} // namespace

LineLinks::LineLinks()
    : LineLinks(std::make_shared<const Plan>())
{
}

LineLinks::LineLinks(std::shared_ptr<const Plan> plan)
    : m_plan(std::move(plan))
{
}

QList<LinkedLine> LineLinks::lines(const PlannedFile &file, const QString &answer)
{
    QList<LinkedLine> lines;
    takeParts(file, answer, [&](const Cursor &cursor, qsizetype start, qsizetype end) {
        addPart(lines, cursor.line(), {cursor.columnOf(start), cursor.columnOf(end)});
    });
    return lines;
}

QList<LinkedLine> LineLinks::lines(const QByteArray &path, const QString &answer) const
{
    const PlannedFile *file = find(path);
    return file ? lines(*file, answer) : QList<LinkedLine>();
}

QMap<QByteArray, int> LineLinks::counts(const QString &answer) const
{
    QMap<QByteArray, int> counts;
    for (const PlannedFile &file : m_plan->files) {
        if (const int count = lineCount(file, answer))
            counts.insert(file.change.path, count);
    }
    return counts;
}

QSet<QByteArray> LineLinks::filesOf(const QStringList &answers) const
{
    QSet<QByteArray> files;
    for (const PlannedFile &file : m_plan->files) {
        const jinja::Sources all = file.provenance.all().with(file.presence);
        if (std::ranges::any_of(answers, [&](const QString &name) { return all.names(name); }))
            files += file.change.path;
    }
    return files;
}

std::optional<FileLine> LineLinks::next(const QString &answer, const FileLine &from) const
{
    const QList<PlannedFile> &files = m_plan->files;
    const qsizetype first
        = std::ranges::lower_bound(files, from.path, {}, plannedPath) - files.begin();
    for (qsizetype i = 0; i <= files.size() && !files.isEmpty(); ++i) { // the first one twice
        const PlannedFile &file = files.at((first + i) % files.size());
        const bool isHere = i == 0 && file.change.path == from.path;
        for (const LinkedLine &line : lines(file, answer)) {
            if (!isHere || line.line > from.line)
                return FileLine{file.change.path, line.line};
        }
    }
    return {};
}

std::optional<FileLine> LineLinks::previous(const QString &answer, const FileLine &from) const
{
    const QList<PlannedFile> &files = m_plan->files;
    const qsizetype behind
        = std::ranges::upper_bound(files, from.path, {}, plannedPath) - files.begin();
    for (qsizetype i = 0; i <= files.size() && !files.isEmpty(); ++i) { // the first one twice
        const PlannedFile &file = files.at((behind - 1 - i + 2 * files.size()) % files.size());
        const bool isHere = i == 0 && file.change.path == from.path;
        const QList<LinkedLine> there = lines(file, answer);
        const auto found = std::find_if(there.crbegin(), there.crend(), [&](const auto &line) {
            return !isHere || line.line < from.line;
        });
        if (found != there.crend())
            return FileLine{file.change.path, found->line};
    }
    return {};
}

std::optional<LineOrigin> LineLinks::origin(const QByteArray &path, SourcePosition position) const
{
    const PlannedFile *file = find(path);
    if (!file || !hasLinks(*file))
        return {};
    const jinja::Provenance &provenance = file->provenance;
    const qsizetype offset = offsetOf(file->change.content, position);
    const auto behind = [offset](const jinja::Stretch &stretch) { return stretch.end <= offset; };
    auto stretch = std::ranges::partition_point(provenance.stretches, behind);
    if (stretch == provenance.stretches.end())
        --stretch;
    jinja::Sources sources = provenance.answers.at(stretch->answers);
    const bool isLiteral = sources.data.isEmpty();
    if (isLiteral)
        sources = sourcesOfLine(file->change.content, provenance, position.line);
    return LineOrigin{.answers = sources.data,
                      .conditions = sources.control,
                      .templateFile = provenance.templates.value(stretch->source),
                      .position = placeOf(*stretch, isLiteral, file->change.content, offset)};
}

const PlannedFile *LineLinks::find(const QByteArray &path) const
{
    const auto found = std::ranges::lower_bound(m_plan->files, path, {}, plannedPath);
    const bool isThere = found != m_plan->files.end() && found->change.path == path;
    return isThere ? &*found : nullptr;
}

} // namespace waymark
