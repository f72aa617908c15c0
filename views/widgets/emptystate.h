#pragma once

#include <QWidget>

class QAction;
class QBoxLayout;

namespace waymark {

class WrapLabel;

/// What stands where a list or a page has nothing to show: a small drawing, what is missing, one
/// sentence, and the ways on.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    /// `iconName` stands in the drawing; "search" is one of its own.
    explicit EmptyState(const QString &iconName, QWidget *parent = nullptr);

    void setText(const QString &title, const QString &sentence);
    /// Not owned; either may be null.
    void setActions(QAction *primary, QAction *other = nullptr);
    /// Something between the sentence and the buttons: a field. Owned.
    void setField(QWidget *field);

protected:
    void changeEvent(QEvent *event) override;

private:
    void measure();

    WrapLabel *m_title;
    WrapLabel *m_sentence;
    QWidget *m_middle; ///< Keeps texts in a readable measure.
    QBoxLayout *m_column;
    QBoxLayout *m_buttons;
    QList<QWidget *> m_actions;
};

} // namespace waymark
