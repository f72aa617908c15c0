#pragma once

#include "views/widgets/codeedits.h"
#include "views/widgets/codesteps.h"

#include <QAccessibleWidget>

#include <functional>
#include <memory>
#include <vector>

namespace waymark {

class CodeCaret;
class CodeView;

/// A code view as a screen reader reads it: one text of many lines that cannot be edited.
class CodeViewAccessible final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit CodeViewAccessible(CodeView *view);

    /// Lets Qt make one for each view that is asked for.
    static void install();

    using Events = std::vector<std::unique_ptr<QAccessibleEvent>>;

    /// What a screen reader is to be told of, after it happened.
    [[nodiscard]] static Events eventsOfEdits(CodeView *view, const QList<LineEdit> &edits,
                                              const CodeText &before);
    [[nodiscard]] static Events eventsOfCaret(CodeView *view, const CodeCaret &before);
    /// Tells it, if there is one. The events are made only then.
    static void tell(const std::function<Events()> &events);

    void *interface_cast(QAccessible::InterfaceType type) override;
    [[nodiscard]] QAccessible::State state() const override;
    [[nodiscard]] QString text(QAccessible::Text kind) const override;
    /// Its parts, such as scroll bars, are of no use to a reader.
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] QAccessibleInterface *child(int) const override { return nullptr; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface *) const override { return -1; }
    [[nodiscard]] QAccessibleInterface *childAt(int, int) const override { return nullptr; }

    void selection(int index, int *start, int *end) const override;
    [[nodiscard]] int selectionCount() const override;
    void addSelection(int start, int end) override;
    void removeSelection(int index) override;
    void setSelection(int index, int start, int end) override;
    [[nodiscard]] int cursorPosition() const override;
    void setCursorPosition(int position) override;
    [[nodiscard]] QString text(int start, int end) const override;
    [[nodiscard]] QString textBeforeOffset(int offset, QAccessible::TextBoundaryType type,
                                           int *start, int *end) const override;
    [[nodiscard]] QString textAfterOffset(int offset, QAccessible::TextBoundaryType type,
                                          int *start, int *end) const override;
    [[nodiscard]] QString textAtOffset(int offset, QAccessible::TextBoundaryType type, int *start,
                                       int *end) const override;
    [[nodiscard]] int characterCount() const override;
    [[nodiscard]] QRect characterRect(int offset) const override;
    [[nodiscard]] int offsetAtPoint(const QPoint &point) const override;
    void scrollToSubstring(int start, int end) override;
    [[nodiscard]] QString attributes(int offset, int *start, int *end) const override;

private:
    [[nodiscard]] CodeView &view() const;
    /// The unit at an offset; units follow each other without a gap.
    [[nodiscard]] ColumnRange unitAt(int offset, QAccessible::TextBoundaryType type) const;
    [[nodiscard]] QString textOf(ColumnRange range, int *start, int *end) const;
};

} // namespace waymark
