#pragma once

#include "views/theme/tokens.h"

#include <QWidget>

namespace waymark {

/// An icon that stands beside words which say the same: assistive tools pass it over.
class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    /// `side` in px at 100 %.
    IconLabel(const QString &name, Token token, QWidget *parent = nullptr, qreal side = 16);

    void setIcon(const QString &name, Token token);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    Token m_token;
    qreal m_side;
};

} // namespace waymark
