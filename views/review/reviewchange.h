#pragma once

#include "models/items/diffwork.h"
#include "views/review/reviewpart.h"
#include "views/widgets/codelook.h"

class QAction;
class QBoxLayout;
class QLabel;
class QStackedWidget;
class QToolButton;

namespace waymark {

class CodeView;
class ElidedLabel;
class EmptyState;
class FindBar;
class Notice;
class ReviewColumns;
class ReviewKeys;
class ReviewMark;
class Segments;
class ServiceSession;
struct FileView;

/// One file as it will be: what changes in it, or all of it.
class ReviewChange final : public ReviewPart
{
    Q_OBJECT

public:
    /// The actions are those of the buttons of its header.
    struct Actions
    {
        QAction *previous;
        QAction *next;
        QAction *beside; ///< Checkable, as the next: before and after beside each other,
        QAction *unified; ///< or in one text.
        QAction *whole; ///< Checkable: the whole file, not only what changes in it.
        QAction *include; ///< Turns the box of the file.
    };

    ReviewChange(ServiceSession &session, const CodeLook &look, const Actions &actions,
                 QWidget *parent = nullptr);

    void showFile(const QByteArray &path);
    void refresh(); ///< The plan is another one.
    /// To the next (previous) change in this file; false: there is none.
    bool step(bool backwards = false);
    void startAt(bool isLast); ///< The first or last change.
    void find();
    void setWrapped(bool isWrapped);
    void takeFocus();

    [[nodiscard]] QSize minimumSizeHint() const override { return narrow(200); }

protected:
    void measure() override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void showHead();
    void arrange();
    void showText(bool isOther);
    void take(const Comparison &comparison);
    void showUnified(const FileView &after);
    void showBeside(const FileView &after);
    void showEmpty(bool isBinary);
    void showWork();
    [[nodiscard]] bool isBeside() const;
    [[nodiscard]] CodeView &code() const;
    [[nodiscard]] const QList<int> &changes() const;
    void showNotice(const QString &note, bool isCurrent);
    void goTo(int line);

    ServiceSession &m_session;
    const Actions m_actions;
    QBoxLayout *m_head;
    ReviewMark *m_mark;
    ElidedLabel *m_name;
    QLabel *m_count;
    ReviewKeys *m_keys;
    Segments *m_look;
    QToolButton *m_whole;
    Notice *m_notice;
    QAction *m_golden;
    QStackedWidget *m_stack;
    CodeView *m_code;
    ReviewColumns *m_columns;
    EmptyState *m_empty;
    FindBar *m_find;
    QByteArray m_path;
    QByteArray m_inCode; ///< The file that was opened there last,
    QByteArray m_inColumns; ///< and here.
    DiffWork m_work;
    DiffText m_diff;
    SideBySide m_sides; ///< The same, where it is shown side by side.
    bool m_isOther = true; ///< What is shown next is shown from its start.
    bool m_hasChanges = false;
    QString m_told; ///< What the notice says; it is told once.
};

} // namespace waymark
