#pragma once

#include "views/theme/appearance.h"

#include <QProxyStyle>

#include <memory>

namespace waymark {

class FocusRing;

/// Fusion with the elements that the design draws: all of them ask appearance() for their colours
/// and sizes, so that a change of the theme is a change of one value.
class WaymarkStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    explicit WaymarkStyle(const Appearance &appearance);
    ~WaymarkStyle() override;

    [[nodiscard]] const Appearance &appearance() const { return m_appearance; }
    /// What is on screen is not told: Theme does that.
    void setAppearance(const Appearance &appearance) { m_appearance = appearance; }

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget = nullptr) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget = nullptr) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                            QPainter *painter, const QWidget *widget = nullptr) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget = nullptr) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                         SubControl subControl, const QWidget *widget = nullptr) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget = nullptr) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option = nullptr,
                    const QWidget *widget = nullptr) const override;
    int styleHint(StyleHint hint, const QStyleOption *option = nullptr,
                  const QWidget *widget = nullptr,
                  QStyleHintReturn *returnData = nullptr) const override;
    QIcon standardIcon(StandardPixmap pixmap, const QStyleOption *option = nullptr,
                       const QWidget *widget = nullptr) const override;
    [[nodiscard]] QPalette standardPalette() const override;

    using QProxyStyle::polish;
    using QProxyStyle::unpolish;
    void polish(QWidget *widget) override;
    void unpolish(QWidget *widget) override;

private:
    Appearance m_appearance;
    std::unique_ptr<FocusRing> m_focusRing;
};

} // namespace waymark
