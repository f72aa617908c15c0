#include "views/catalog/readingstrip.h"

#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/rings.h"
#include "views/theme/working.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/actionbutton.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QPainter>

namespace waymark {
namespace {

/// Turns while something works.
class Spinner final : public QWidget
{
public:
    explicit Spinner(QWidget *parent)
        : QWidget(parent)
    {
        setAccessibleRole(this, QAccessible::Graphic);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
        setWorking(this, true);
    }
    [[nodiscard]] QSize sizeHint() const override { return {px(this, 16), px(this, 16)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Appearance &look = appearanceOf(this);
        paintSpinner(&painter, rect(), turnOf(this), look.color(Token::AccentTx), look);
    }
};

} // namespace

ReadingStrip::ReadingStrip(QAction *stop, QWidget *parent)
    : QWidget(parent)
    , m_spinner(new Spinner(this))
    , m_count(new QLabel(this))
{
    setAccessibleRole(this, QAccessible::StatusBar);
    setTextRole(m_count, TextRole::Help);
    setInk(m_count, Token::Tx2);
    auto *words = new QLabel(tr("Getting templates"), this);
    auto *button = new ActionButton(stop, ButtonLook::Usual, this);
    setControlSize(button, ControlSize::Compact);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(this, 8));
    row->addWidget(m_spinner);
    row->addWidget(words);
    row->addWidget(m_count);
    row->addStretch();
    row->addWidget(button);
    setCount(0);
}

void ReadingStrip::setCount(int count)
{
    m_count->setText(count > 0 ? tr("%1 so far").arg(count) : QString());
    setAccessibleName(tr("Getting templates, %1 so far").arg(count));
}

} // namespace waymark
