#pragma once

#include <QWidget>

class QIcon;
class QLabel;
class QLineEdit;
class QToolButton;

namespace waymark {

class CodeView;

/// Finds text in a code view: what is typed is shown at once, Enter and Shift+Enter go on, Esc
/// ends. The view must outlive it.
class FindBar final : public QWidget
{
    Q_OBJECT

public:
    explicit FindBar(CodeView *view, QWidget *parent = nullptr);

    /// Shows it with what is selected, ready to type.
    void start();
    /// Icons instead of words on the buttons.
    void setIcons(const QIcon &previous, const QIcon &next, const QIcon &close);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void search();
    void go(bool isForward);
    void finish();
    void showCount();

    CodeView *m_view;
    QLineEdit *m_needle;
    QLabel *m_count;
    QToolButton *m_case;
    QToolButton *m_previous;
    QToolButton *m_next;
    QToolButton *m_close;
};

} // namespace waymark
