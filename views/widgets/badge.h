#pragma once

#include "views/theme/badges.h"

#include <QWidget>

namespace waymark {

/// A badge that stands in a layout; its accessible name is its text.
class Badge final : public QWidget
{
    Q_OBJECT

public:
    explicit Badge(const BadgeText &badge, QWidget *parent = nullptr);

    void setBadge(const BadgeText &badge);
    [[nodiscard]] const BadgeText &badge() const { return m_badge; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    BadgeText m_badge;
};

} // namespace waymark
