#pragma once

#include "models/items/sidebyside.h"
#include "views/widgets/codelook.h"

#include <QWidget>

#include <array>

class QAction;
class QLabel;

namespace waymark {

class CodeView;
class ElidedLabel;
class FindBar;

/// A file before and after, beside each other: lines that belong together stand at one height, also
/// where they are wrapped, and both columns are scrolled as one.
class ReviewColumns final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewColumns(const CodeLook &look, QWidget *parent = nullptr);
    ~ReviewColumns() override;

    /// The heads of the columns: "main at 41b07ce", "what you will commit".
    void setHeads(const QString &before, const QString &after);
    /// Another file, which is called so, from its start.
    void open(const QString &name, const SideBySide &sides);
    void setText(const SideBySide &sides); ///< The same file, changed: the reader stays.
    void setMarks(const QList<LineMark> &before, const QList<LineMark> &after);
    void setWrapped(bool isWrapped);
    /// What both columns say of themselves beside their names.
    void setDescription(const QString &text);

    /// The column that has, or had last, the focus: the one after, at first.
    [[nodiscard]] CodeView &current() const;
    [[nodiscard]] CodeView &before() const { return *m_columns.front().code; }
    [[nodiscard]] CodeView &after() const { return *m_columns.back().code; }
    void goTo(int line); ///< From 1, in both.
    void find(); ///< In the current column.
    void addCodeAction(QAction *action); ///< To either column.

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Column
    {
        QLabel *title = nullptr;
        ElidedLabel *detail = nullptr;
        QWidget *head = nullptr;
        CodeView *code = nullptr;
        FindBar *find = nullptr;
    };

    [[nodiscard]] Column column(const CodeLook &look, const QString &title, const QString &name);
    void follow(CodeView *moved, CodeView *other);
    void shareHeights();
    void level();
    void shareBars();
    void measure();

    std::array<Column, 2> m_columns;
    CodeView *m_current;
    bool m_isFollowing = false;
};

} // namespace waymark
