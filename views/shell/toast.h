#pragma once

#include <QFrame>
#include <QTimer>

class QAction;

namespace waymark {

class WrapLabel;

/// A message that goes by: what was done, and perhaps a way to look at it. It waits while the
/// pointer is over it or the focus is in it.
class Toast final : public QFrame
{
    Q_OBJECT

public:
    /// `action` may be null; it is not owned.
    Toast(const QString &text, QAction *action, int milliseconds, QWidget *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }
    /// With its text in one line, as far as that makes it no wider than a toast should be.
    [[nodiscard]] QSize sizeHint() const override;
    /// To its first button.
    void takeFocus();

Q_SIGNALS:
    void expired();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] int lineWidth() const; ///< Of the text, if it does not wrap.
    void wait();
    void goOn();

    QString m_text;
    WrapLabel *m_words;
    QTimer m_time;
};

} // namespace waymark
