#pragma once

#include <QWidget>

namespace waymark {

/// A sign of the file tree beside the words that explain it.
class LegendSign final : public QWidget
{
    Q_OBJECT

public:
    enum class Sign : quint8 { Added, Linked, NotNeeded };

    explicit LegendSign(Sign sign, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Sign m_sign;
};

} // namespace waymark
