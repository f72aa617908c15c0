#pragma once

#include <QObject>
#include <QPointer>

class QFocusFrame;
class QWidget;

namespace waymark {

/// The ring around the control that has the focus: around an input always, around a button when
/// the keyboard brought the focus there.
class FocusRing final : public QObject
{
    Q_OBJECT

public:
    FocusRing();
    ~FocusRing() override;

    /// Controls; what shows many things paints its ring inside.
    [[nodiscard]] static bool isFor(const QWidget *widget);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showAround(QWidget *widget);
    void hide();

    QPointer<QFocusFrame> m_frame; // belongs to the parent of what it surrounds
};

} // namespace waymark
