#pragma once

#include "models/base/problem.h"

#include <QFrame>
#include <QPointer>

class QAction;
class QBoxLayout;
class QLabel;
class QPlainTextEdit;
class QPushButton;

namespace waymark {

class ElidedLabel;
class IconLabel;
class WrapLabel;

/// A strip in place: says what happened, what still works, what to do. Hidden until it has
/// something to say; hide() takes it away. Who listens is told.
class Notice final : public QFrame
{
    Q_OBJECT

public:
    explicit Notice(QWidget *parent = nullptr);

    using QFrame::show;
    /// `details` are folded, selectable and can be copied: what a program printed.
    void show(Severity severity, const QString &title, const QString &text = {},
              const QString &details = {});
    /// Its message, its hint, and the place where it is.
    void show(const Problem &problem);
    /// A button each, the first one leads; not owned.
    void setActions(const QList<QAction *> &actions);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void measure();
    void setPlace(const QString &place);
    void unfold(bool isOpen);
    void arrange();

    QBoxLayout *m_row;
    QBoxLayout *m_body; ///< Words, and buttons beside or below them.
    QBoxLayout *m_buttons;
    IconLabel *m_icon;
    WrapLabel *m_title;
    WrapLabel *m_text;
    ElidedLabel *m_place;
    QPlainTextEdit *m_details;
    QPushButton *m_unfold;
    QPushButton *m_copy;
    QList<QPointer<QWidget>> m_actions;
};

} // namespace waymark
