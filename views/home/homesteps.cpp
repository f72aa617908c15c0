#include "views/home/homesteps.h"

#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/shapes.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QPainter>

namespace waymark {
namespace {

/// A number in a circle.
class StepNumber final : public QWidget
{
public:
    StepNumber(int number, QWidget *parent)
        : QWidget(parent)
        , m_number(number)
    {
        setAccessibleRole(this, QAccessible::StaticText);
        setAccessibleName(QString::number(number));
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }

    [[nodiscard]] QSize sizeHint() const override { return {px(this, 20), px(this, 20)}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintBox(&painter, rect(),
                 {.fill = colorOf(this, Token::BgSurface),
                  .edge = colorOf(this, Token::LineControl),
                  .radius = width() / 2.0});
        painter.setFont(fontOf(TextRole::Badge));
        painter.setPen(colorOf(this, Token::Tx2));
        painter.drawText(rect(), Qt::AlignCenter, QString::number(m_number));
    }

private:
    int m_number;
};

} // namespace

HomeSteps::HomeSteps(const QStringList &steps, QWidget *parent)
    : QWidget(parent)
{
    setSurface(this, Surface::Well);
    auto *column = new QVBoxLayout(this);
    const int margin = px(this, 12);
    column->setContentsMargins(margin, margin, margin, margin);
    column->setSpacing(px(this, 8));
    int number = 0;
    for (const QString &step : steps) {
        auto *line = new QHBoxLayout;
        line->setSpacing(px(this, 8));
        line->addWidget(new StepNumber(++number, this), 0, Qt::AlignTop);
        line->addWidget(new WrapLabel(step, TextRole::Body, Token::Tx, this), 1);
        column->addLayout(line);
    }
}

} // namespace waymark
