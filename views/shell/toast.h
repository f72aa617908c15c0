#pragma once

#include <QFrame>
#include <QTimer>

class QAction;

namespace waymark {

/// A message that goes by: what was done, and perhaps a way to look at it. It waits while the
/// pointer is over it or the focus is in it.
class Toast final : public QFrame
{
    Q_OBJECT

public:
    /// `action` may be null; it is not owned.
    Toast(const QString &text, QAction *action, int milliseconds, QWidget *parent = nullptr);

    [[nodiscard]] const QString &text() const { return m_text; }

Q_SIGNALS:
    void expired();

protected:
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void wait();
    void goOn();

    QString m_text;
    QTimer m_time;
};

} // namespace waymark
