#pragma once

#include "tests/plan/builtintemplates.h"
#include "tests/plan/otheranswers.h"

namespace waymark::testing {

/// One line of a file that was made, with what it comes from.
struct Line
{
    QByteArray file;
    QByteArray key; ///< Its text and where it stands in the template: the same in another render.
    jinja::Sources sources; ///< With those of the file's being there.
    QStringList data; ///< Its own.
};

inline QList<Line> linesOf(const RenderedFile &file)
{
    QList<Line> lines;
    qsizetype start = 0;
    auto stretch = file.provenance.stretches.cbegin();
    while (start < file.content.size()) {
        const qsizetype newline = file.content.indexOf('\n', start);
        const qsizetype end = newline < 0 ? file.content.size() : newline + 1;
        while (stretch != file.provenance.stretches.cend() && stretch->end <= start)
            ++stretch;
        const SourcePosition place
            = stretch == file.provenance.stretches.cend() ? SourcePosition{} : stretch->position;
        const jinja::Sources own = file.provenance.between(start, end);
        lines += {.file = file.path,
                  .key = QByteArray::number(place.line) + ':' + QByteArray::number(place.column)
                      + ' ' + file.content.sliced(start, end - start),
                  .sources = own.with(file.presence),
                  .data = own.data};
        start = end;
    }
    return lines;
}

/// The lines of `a` that have no partner in `b`, where lines are partners by their keys and keep
/// their order.
inline QList<Line> unmatched(QList<Line> a, QList<Line> b)
{
    qsizetype same = 0;
    while (same < std::min(a.size(), b.size()) && a.at(same).key == b.at(same).key)
        ++same;
    a = a.sliced(same);
    b = b.sliced(same);
    while (!a.isEmpty() && !b.isEmpty() && a.last().key == b.last().key) {
        a.removeLast();
        b.removeLast();
    }
    const qsizetype rows = a.size() + 1;
    const qsizetype columns = b.size() + 1;
    std::vector<int> longest(static_cast<size_t>(rows * columns), 0);
    const auto at = [&](qsizetype i, qsizetype j) -> int & {
        return longest[static_cast<size_t>(i * columns + j)];
    };
    for (qsizetype i = a.size() - 1; i >= 0; --i) {
        for (qsizetype j = b.size() - 1; j >= 0; --j)
            at(i, j) = a.at(i).key == b.at(j).key ? at(i + 1, j + 1) + 1
                                                  : std::max(at(i + 1, j), at(i, j + 1));
    }
    QList<Line> alone;
    qsizetype j = 0;
    for (qsizetype i = 0; i < a.size(); ++i) {
        while (j < b.size() && a.at(i).key != b.at(j).key && at(i, j + 1) == at(i, j))
            ++j;
        if (j < b.size() && a.at(i).key == b.at(j).key && at(i, j) == at(i + 1, j + 1) + 1)
            ++j;
        else
            alone += a.at(i);
    }
    return alone;
}

/// Lines, names and files of `a` that are otherwise in `b`, though they do not name `answer`.
inline QStringList unnamedChanges(const Rendering &a, const Rendering &b, const QString &answer)
{
    QStringList all;
    QHash<QByteArray, const RenderedFile *> others;
    for (const RenderedFile &file : b.files)
        others.insert(file.path, &file);
    for (const RenderedFile &file : a.files) {
        const QString path = QString::fromUtf8(file.path);
        const RenderedFile *other = others.value(file.path);
        if (!other) {
            if (!file.presence.names(answer))
                all += path + QStringLiteral(" is there");
            continue;
        }
        if (other->content == file.content)
            continue;
        for (const Line &line : unmatched(linesOf(file), linesOf(*other))) {
            if (!line.sources.names(answer))
                all += path + QStringLiteral(": ") + QString::fromUtf8(line.key).trimmed();
        }
    }
    for (const LeftOutFile &file : a.leftOut) {
        if (others.contains(file.path) && !file.because.names(answer))
            all += QString::fromUtf8(file.path) + QStringLiteral(" is not needed");
    }
    return all;
}

} // namespace waymark::testing
