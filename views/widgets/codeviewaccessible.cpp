#include "views/widgets/codeviewaccessible.h"

#include "views/widgets/codeview.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QAccessibleInterface *made(const QString &, QObject *object)
{
    auto *view = qobject_cast<CodeView *>(object);
    return view ? new CodeViewAccessible(view) : nullptr;
}

QString colourName(const QColor &colour)
{
    return u"rgb(%1,%2,%3)"_s.arg(colour.red()).arg(colour.green()).arg(colour.blue());
}

/// A word with the blanks behind it.
ColumnRange wordUnit(QStringView line, int column)
{
    if (column >= line.size())
        return {column, column};
    const ColumnRange word = wordAt(line, column);
    if (line[word.first].isSpace())
        return {previousWordColumn(line, word.first), word.end};
    return {word.first, nextWordColumn(line, word.first)};
}

} // namespace

CodeViewAccessible::CodeViewAccessible(CodeView *view)
    : QAccessibleWidget(view, QAccessible::EditableText)
{
}

void CodeViewAccessible::install()
{
    [[maybe_unused]] static const bool once = [] {
        QAccessible::installFactory(made);
        return true;
    }();
}

CodeViewAccessible::Events CodeViewAccessible::eventsOfEdits(CodeView *view,
                                                             const QList<LineEdit> &edits,
                                                             const CodeText &before)
{
    const auto linesOf = [](const CodeText &text, int line, int count) {
        const int start = text.startOf(line);
        return text.text().sliced(start, text.startOf(line + count) - start).toString();
    };
    Events events;
    for (const LineEdit &edit : edits) {
        events.push_back(std::make_unique<QAccessibleTextUpdateEvent>(
            view, view->text().startOf(edit.newLine), linesOf(before, edit.line, edit.removed),
            linesOf(view->text(), edit.newLine, edit.inserted)));
    }
    return events;
}

CodeViewAccessible::Events CodeViewAccessible::eventsOfCaret(CodeView *view,
                                                             const CodeCaret &before)
{
    const CodeCaret &caret = view->caret();
    const CodeText &text = view->text();
    const bool isSelecting = caret.hasSelection() || before.hasSelection();
    Events events;
    if (isSelecting && (caret.first() != before.first() || caret.last() != before.last())) {
        auto event = std::make_unique<QAccessibleTextSelectionEvent>(
            view, text.offsetOf(caret.first()), text.offsetOf(caret.last()));
        event->setCursorPosition(text.offsetOf(caret.place()));
        events.push_back(std::move(event));
    }
    if (caret.place() != before.place()) {
        events.push_back(
            std::make_unique<QAccessibleTextCursorEvent>(view, text.offsetOf(caret.place())));
        const QString words = view->marks().spoken(caret.place().line);
        if (caret.place().line != before.place().line && view->hasFocus() && !words.isEmpty())
            events.push_back(std::make_unique<QAccessibleAnnouncementEvent>(view, words));
    }
    return events;
}

void CodeViewAccessible::tell(const std::function<Events()> &events)
{
    if (!QAccessible::isActive())
        return;
    for (const auto &event : events())
        QAccessible::updateAccessibility(event.get());
}

void *CodeViewAccessible::interface_cast(QAccessible::InterfaceType type)
{
    if (type == QAccessible::TextInterface)
        return static_cast<QAccessibleTextInterface *>(this);
    return QAccessibleWidget::interface_cast(type);
}

QAccessible::State CodeViewAccessible::state() const
{
    QAccessible::State state = QAccessibleWidget::state();
    state.readOnly = true;
    state.multiLine = true;
    state.selectableText = true;
    state.focusable = true;
    return state;
}

QString CodeViewAccessible::text(QAccessible::Text kind) const
{
    return kind == QAccessible::Value ? view().text().text().toString()
                                      : QAccessibleWidget::text(kind);
}

CodeView &CodeViewAccessible::view() const
{
    return *static_cast<CodeView *>(object());
}

void CodeViewAccessible::selection(int index, int *start, int *end) const
{
    const CodeCaret &caret = view().caret();
    const bool has = index == 0 && caret.hasSelection();
    *start = has ? view().text().offsetOf(caret.first()) : 0;
    *end = has ? view().text().offsetOf(caret.last()) : 0;
}

int CodeViewAccessible::selectionCount() const
{
    return view().caret().hasSelection() ? 1 : 0;
}

void CodeViewAccessible::addSelection(int start, int end)
{
    view().select(view().text().placeOf(start), view().text().placeOf(end));
}

void CodeViewAccessible::removeSelection(int index)
{
    if (index == 0)
        view().select(view().caret().place(), view().caret().place());
}

void CodeViewAccessible::setSelection(int index, int start, int end)
{
    if (index == 0)
        addSelection(start, end);
}

int CodeViewAccessible::cursorPosition() const
{
    return view().text().offsetOf(view().caret().place());
}

void CodeViewAccessible::setCursorPosition(int position)
{
    const TextPlace place = view().text().placeOf(position);
    view().select(place, place);
}

QString CodeViewAccessible::text(int start, int end) const
{
    const int from = std::clamp(start, 0, characterCount());
    const int to = end < 0 ? characterCount() : std::clamp(end, from, characterCount());
    return view().text().text().sliced(from, to - from).toString();
}

int CodeViewAccessible::characterCount() const
{
    return view().text().size();
}

ColumnRange CodeViewAccessible::unitAt(int offset, QAccessible::TextBoundaryType type) const
{
    const CodeText &text = view().text();
    const TextPlace place = text.placeOf(offset);
    const QStringView line = text.line(place.line);
    const int start = text.startOf(place.line);
    const ColumnRange whole{start, text.startOf(place.line + 1)};
    const bool isBehind = place.column >= line.size(); // at the line's end
    switch (type) {
    case QAccessible::CharBoundary:
        if (isBehind)
            return {start + place.column, whole.end};
        return {start + snappedColumn(line, place.column), start + nextColumn(line, place.column)};
    case QAccessible::WordBoundary: {
        if (isBehind)
            return {start + place.column, whole.end};
        const ColumnRange word = wordUnit(line, place.column);
        return {start + word.first, start + word.end};
    }
    case QAccessible::NoBoundary:
        return {0, text.size()};
    case QAccessible::SentenceBoundary:
    case QAccessible::ParagraphBoundary:
        return whole;
    case QAccessible::LineBoundary: {
        const CodeRows &rows = view().codeLayout().rows();
        const ColumnRange row = rows.columnsOf(rows.placeOf(place));
        return {start + row.first, row.end == line.size() ? whole.end : start + row.end};
    }
    }
    return whole;
}

QString CodeViewAccessible::textOf(ColumnRange range, int *start, int *end) const
{
    *start = range.first;
    *end = range.end;
    return text(range.first, range.end);
}

QString CodeViewAccessible::textAtOffset(int offset, QAccessible::TextBoundaryType type, int *start,
                                         int *end) const
{
    const int at = offset < 0 ? cursorPosition() : offset; // -1 and -2 ask for the caret's
    return textOf(unitAt(std::min(at, characterCount()), type), start, end);
}

QString CodeViewAccessible::textBeforeOffset(int offset, QAccessible::TextBoundaryType type,
                                             int *start, int *end) const
{
    const int at = offset < 0 ? cursorPosition() : offset;
    const int first = unitAt(std::min(at, characterCount()), type).first;
    if (first <= 0)
        return textOf({0, 0}, start, end);
    return textOf({unitAt(first - 1, type).first, first}, start, end);
}

QString CodeViewAccessible::textAfterOffset(int offset, QAccessible::TextBoundaryType type,
                                            int *start, int *end) const
{
    const int at = offset < 0 ? cursorPosition() : offset;
    const int last = unitAt(std::min(at, characterCount()), type).end;
    if (last >= characterCount())
        return textOf({characterCount(), characterCount()}, start, end);
    return textOf({last, unitAt(last, type).end}, start, end);
}

QRect CodeViewAccessible::characterRect(int offset) const
{
    const QRect rect = view().codeLayout().characterRect(view().text().placeOf(offset));
    return rect.translated(view().viewport()->mapToGlobal(QPoint(0, 0)));
}

int CodeViewAccessible::offsetAtPoint(const QPoint &point) const
{
    const QPoint inside = view().viewport()->mapFromGlobal(point);
    if (!view().viewport()->rect().contains(inside))
        return -1;
    TextPlace place = view().codeLayout().placeAt(inside);
    const bool isBefore = inside.x() < view().codeLayout().characterRect(place).left();
    if (isBefore) // the nearest place is behind the character
        place.column = previousColumn(view().text().line(place.line), place.column);
    return view().text().offsetOf(place);
}

void CodeViewAccessible::scrollToSubstring(int start, int)
{
    view().reveal(view().text().placeOf(start).line + 1);
}

QString CodeViewAccessible::attributes(int offset, int *start, int *end) const
{
    const CodeText &text = view().text();
    const TextPlace place = text.placeOf(offset);
    ColumnRange range{0, int(text.line(place.line).size())};
    const auto narrow = [&](int first, int last) {
        const bool isInside = first <= place.column && place.column < last;
        if (isInside)
            range = {std::max(range.first, first), std::min(range.end, last)};
        else if (last <= place.column)
            range.first = std::max(range.first, last);
        else
            range.end = std::min(range.end, first);
        return isInside;
    };
    QStringList all{u"font-family:\"%1\""_s.arg(view().codeLayout().fonts().text.family())};
    CodeStyle style;
    for (const CodeSpan &span : view().spansOf(place.line)) {
        if (narrow(span.first, span.first + span.length))
            style = span.style;
    }
    all += u"color:"_s + colourName(view().colour(style.token));
    if (style.isItalic)
        all += u"font-style:italic"_s;
    for (const LineMark &mark : view().marks().of(place.line)) {
        if (mark.kind != LineMark::Kind::Error)
            continue;
        for (const MarkedColumns &part : mark.columns) {
            if (narrow(part.start - 1, part.end - 1))
                all += u"text-underline-style:wave;invalid:true"_s;
        }
    }
    *start = text.startOf(place.line) + range.first;
    *end = text.startOf(place.line) + range.end;
    return all.join(u';') + u';';
}

} // namespace waymark
