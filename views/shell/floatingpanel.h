#pragma once

#include <QPointer>
#include <QWidget>

namespace waymark {

/// What floats in an overlay: round, with an edge, and a footer in its lower corners.
class FloatingPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit FloatingPanel(QWidget *parent);

    /// A child at the bottom.
    void setFooter(QWidget *footer) { m_footer = footer; }

    static constexpr qreal radius = 12;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPointer<QWidget> m_footer;
};

} // namespace waymark
