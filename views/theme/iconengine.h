#pragma once

#include "views/theme/tokens.h"

#include <QIconEngine>
#include <QString>

#include <optional>

namespace waymark {

/// Paints one of our icons in the colour that its mode has at that moment, so that a change of the
/// theme needs no other icon.
class IconEngine final : public QIconEngine
{
public:
    /// Without a token, an icon has the colour of text.
    explicit IconEngine(const QString &name, std::optional<Token> token = std::nullopt);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state,
                         qreal scale) override;
    QSize actualSize(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    [[nodiscard]] QIconEngine *clone() const override;
    [[nodiscard]] QString key() const override;
    QString iconName() override; // "waymark-folder"; with the token's name if it has one
    bool isNull() override;

private:
    [[nodiscard]] QColor colorIn(QIcon::Mode mode) const;

    QString m_name;
    std::optional<Token> m_token;
};

} // namespace waymark
