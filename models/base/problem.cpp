#include "models/base/problem.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype longestExcerpt = 160;

/// `text` so that a terminal shows it and does not obey it: controls but the tab as their pictures,
/// what changes the direction of writing as U+FFFD. Columns stay.
QString harmless(QStringView text)
{
    QString shown = text.toString();
    for (QChar &c : shown) {
        const char16_t unit = c.unicode();
        const bool turns = (unit >= 0x202A && unit <= 0x202E) || (unit >= 0x2066 && unit <= 0x2069);
        if (unit < 0x20 && unit != u'\t')
            c = QChar(0x2400 + unit);
        else if (unit == 0x7F)
            c = QChar(0x2421);
        else if (turns || (unit >= 0x80 && unit < 0xA0) || unit == 0x2028 || unit == 0x2029)
            c = QChar::ReplacementCharacter;
    }
    return shown;
}

QStringView lineOf(QStringView text, int line)
{
    for (int skipped = 1; skipped < line; ++skipped) {
        const qsizetype end = text.indexOf(u'\n');
        if (end < 0)
            return {};
        text = text.sliced(end + 1);
    }
    const qsizetype end = text.indexOf(u'\n');
    if (end >= 0)
        text.truncate(end);
    return text.endsWith(u'\r') ? text.chopped(1) : text;
}

/// Blanks as wide as what stands before `column` of `excerpt`, tabs kept.
QString indentOf(QStringView excerpt, qsizetype column)
{
    QString blanks;
    for (const QChar c : excerpt.first(std::clamp<qsizetype>(column - 1, 0, excerpt.size()))) {
        const bool hasNoWidth = c.isLowSurrogate() || c.category() == QChar::Mark_NonSpacing
            || c.category() == QChar::Mark_Enclosing;
        if (!hasNoWidth)
            blanks += c == u'\t' ? c : u' ';
    }
    return blanks;
}

} // namespace

QString Problem::headline() const
{
    if (file.isEmpty() && !position)
        return message;
    QString place = file.isEmpty() ? u"<text>"_s : file;
    if (position)
        place += u":%1:%2"_s.arg(position->line).arg(position->column);
    return place + u": "_s + message;
}

QString Problem::toString() const
{
    QString text = headline();
    if (position && !excerpt.isEmpty()) {
        const int column = excerptColumn > 0 ? excerptColumn : position->column;
        text += u"\n  "_s + excerpt + u"\n  "_s + indentOf(excerpt, column) + u'^';
    } else if (!excerpt.isEmpty()) {
        text += u'\n' + (excerpt.endsWith(u'\n') ? excerpt.chopped(1) : excerpt);
    }
    if (!hint.isEmpty())
        text += u'\n' + hint;
    return text;
}

Problem Problem::pointingAt(QStringView text, SourcePosition place) const
{
    Problem pointing = *this;
    const Excerpt line = excerptOf(text, place);
    pointing.position = place;
    pointing.excerpt = line.text;
    pointing.excerptColumn = line.column;
    return pointing;
}

SourcePosition positionOf(QStringView text, qsizetype offset)
{
    const QStringView before = text.first(offset);
    const qsizetype lineStart = before.lastIndexOf(u'\n') + 1;
    return {static_cast<int>(before.count(u'\n') + 1), static_cast<int>(offset - lineStart + 1)};
}

Excerpt excerptOf(QStringView text, SourcePosition position)
{
    const QStringView line = lineOf(text, position.line);
    const qsizetype at = std::clamp<qsizetype>(position.column - 1, 0, line.size());
    if (line.size() <= longestExcerpt)
        return {harmless(line), static_cast<int>(at + 1)};

    const qsizetype room = longestExcerpt - 2; // for an ellipsis on either side
    qsizetype start = std::clamp<qsizetype>(at - room / 2, 0, line.size() - room);
    qsizetype end = start + room;
    if (start > 0 && line.at(start).isLowSurrogate())
        ++start;
    if (end < line.size() && line.at(end).isLowSurrogate())
        --end;
    const QString front = start > 0 ? u"…"_s : QString();
    const QString back = end < line.size() ? u"…"_s : QString();
    return {front + harmless(line.sliced(start, end - start)) + back,
            static_cast<int>(at - start + front.size() + 1)};
}

} // namespace waymark
