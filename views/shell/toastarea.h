#pragma once

#include <QPointer>
#include <QWidget>

class QAction;
class QMenu;
class QVBoxLayout;

namespace waymark {

class Toast;

/// Shows messages one above the other at the lower end of a window, each for eight seconds, and
/// keeps the latest ones in a menu. The focus goes back to where it was once a message is closed.
class ToastArea final : public QWidget
{
    Q_OBJECT

public:
    /// `bottom` is what it stands above.
    ToastArea(QWidget *window, QWidget *bottom);
    ~ToastArea() override;

    /// `action` may be null; it is not owned.
    void add(const QString &text, QAction *action = nullptr);
    /// The latest messages, the last one first.
    [[nodiscard]] QMenu *messages() const { return m_messages; }
    /// How long the next ones stay, in ms.
    void setDuration(int milliseconds) { m_duration = milliseconds; }

Q_SIGNALS:
    void added();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void keep(const QString &text, QAction *action);
    void remove(Toast *toast);
    void followFocus(QWidget *before, QWidget *now);
    void giveFocusBack();
    void place();

    QWidget *m_bottom;
    QVBoxLayout *m_column;
    QMenu *m_messages;
    QList<Toast *> m_toasts;
    QPointer<QWidget> m_before; ///< It had the focus before it came here.
    int m_duration = 8000;
};

} // namespace waymark
