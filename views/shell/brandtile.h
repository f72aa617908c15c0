#pragma once

#include <QWidget>

namespace waymark {

/// The golden diamond on its tile: the sign of the product.
class BrandTile final : public QWidget
{
    Q_OBJECT

public:
    explicit BrandTile(QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace waymark
