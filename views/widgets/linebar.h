#pragma once

#include <QWidget>

class QIcon;
class QLabel;
class QLineEdit;
class QToolButton;

namespace waymark {

class CodeView;

/// Goes to a line of a code view: Enter goes there, Esc ends, and what is no line is told in place.
/// The view must outlive it.
class LineBar final : public QWidget
{
    Q_OBJECT

public:
    explicit LineBar(CodeView *view, QWidget *parent = nullptr);

    /// Shows it with the line of the caret, ready to type.
    void start();
    void setIcon(const QIcon &close);

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void go();
    void finish();
    void tell(const QString &message);

    CodeView *m_view;
    QLineEdit *m_place;
    QLabel *m_message;
    QToolButton *m_close;
};

} // namespace waymark
