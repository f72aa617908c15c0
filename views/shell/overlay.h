#pragma once

#include <QPointer>
#include <QWidget>

namespace waymark {

class FloatingPanel;

/// Something that floats over a dimmed window until it is dismissed: by Esc, by a click beside it,
/// or by what was done in it. While it is open the Tab key stays inside; the focus goes back to
/// where it was.
class Overlay : public QWidget
{
    Q_OBJECT

public:
    /// Lies over all of `window`.
    Overlay(const QString &name, QWidget *window);

    [[nodiscard]] bool isOpen() const { return !isHidden(); }
    void dismiss();

Q_SIGNALS:
    void dismissed();

protected:
    /// Shows it, with the focus on `first`.
    void open(QWidget *first);
    [[nodiscard]] FloatingPanel *panel() const { return m_panel; }
    /// Where the panel is in a window of this size.
    [[nodiscard]] virtual QRect panelRect(const QSize &window) const = 0;

    bool eventFilter(QObject *watched, QEvent *event) override;
    bool focusNextPrevChild(bool next) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();

    FloatingPanel *m_panel;
    QPointer<QWidget> m_before; ///< Had the focus.
};

} // namespace waymark
