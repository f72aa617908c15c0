#include "tests/theme/componentcards.h"
#include "tests/theme/componentparts.h"
#include "views/theme/icons.h"
#include "views/theme/shapes.h"

#include <QGridLayout>
#include <QProgressBar>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace components {
namespace {

QWidget *notice()
{
    auto *notice = named(u"notice"_s, new QWidget);
    setSurface(notice, Surface::Warning);
    auto *row = new QHBoxLayout(notice);
    const int margin = px(nullptr, 12);
    row->setContentsMargins(margin, margin, margin, margin);
    row->setSpacing(px(nullptr, 10));
    row->addWidget(iconLabel(u"warn"_s, Token::WarnTx), 0, Qt::AlignTop);
    row->addLayout(column({label(u"6 copies need 3 GiB, the Checkout quota is 2 GiB"_s,
                                 TextRole::BodyMedium, Token::Tx),
                           label(u"Lower the highest copies or ask Platform Runtime for more."_s,
                                 TextRole::Help, Token::Tx2)},
                          0));
    row->addStretch();
    return notice;
}

QWidget *toolTip()
{
    auto *words = label(u"Update to 3.4.0"_s, TextRole::Help, Token::TxTooltip);
    auto *row = line({words, keyCap(u"Ctrl Shift U"_s, true)}, 8);
    auto *tip = new Painted(
        [=](const Appearance &) { return row->sizeHint(); },
        [](QPainter *painter, const QRect &rect, const Appearance &look) {
            paintBox(painter, rect,
                     {.fill = look.color(Token::BgTooltip), .radius = 6 * look.scale});
        });
    row->setContentsMargins(px(nullptr, 10), px(nullptr, 6), px(nullptr, 10), px(nullptr, 6));
    tip->setLayout(row);
    return tip;
}

QWidget *toast()
{
    auto *toast = named(u"toast"_s, new QWidget);
    setSurface(toast, Surface::Raised);
    auto *show = button(u"Show"_s, ButtonLook::Link);
    auto *close = new QToolButton;
    close->setIcon(icon(u"x"_s, Token::Tx2));
    close->setAccessibleName(u"Close"_s);
    for (QAbstractButton *inner : QList<QAbstractButton *>{show, close})
        setControlSize(inner, ControlSize::Inline);
    auto *row = line({iconLabel(u"okcircle"_s, Token::OkTx),
                      label(u"Pull request opened"_s, TextRole::Body, Token::Tx), show, close},
                     8);
    row->setContentsMargins(px(nullptr, 12), px(nullptr, 5), px(nullptr, 8), px(nullptr, 5));
    toast->setLayout(row);
    return toast;
}

/// A place around what floats, for its shadow.
class Floor final : public QWidget
{
public:
    explicit Floor(QWidget *floating)
    {
        auto *layout = new QHBoxLayout(this);
        layout->addWidget(floating);
        const int air = px(nullptr, 12);
        layout->setContentsMargins(air, air, air, air);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintShadow(&painter, layout()->itemAt(0)->geometry(), px(this, 8), appearanceOf(this));
    }
};

QWidget *bar(const QString &name, int value, int all, Token tone)
{
    auto *bar = named(name, new QProgressBar);
    bar->setRange(0, all);
    bar->setValue(value);
    setTone(bar, tone);
    return bar;
}

} // namespace

QLayout *notices()
{
    auto *layout = new QVBoxLayout;
    layout->setSpacing(px(nullptr, 8));
    layout->addLayout(line({toolTip(), new Floor(toast())}, 8));
    layout->addWidget(notice());
    return layout;
}

QLayout *progress()
{
    auto *rings
        = line({ring(1, Token::OkFill), label(u"7 of 7"_s, TextRole::Body, Token::Tx),
                ring(5.0 / 7, Token::AccentTx), label(u"5 of 7"_s, TextRole::Body, Token::Tx),
                ring(2.0 / 7, Token::WarnTx), label(u"2 of 7"_s, TextRole::Body, Token::Tx)});
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(px(nullptr, 16));
    grid->setVerticalSpacing(px(nullptr, 6));
    grid->addWidget(bar(u"decided"_s, 7, 12, Token::AccentTx), 0, 0);
    grid->addWidget(bar(u"kept"_s, 13, 14, Token::Gold), 0, 1);
    grid->addWidget(label(u"7 of 12 decisions made"_s, TextRole::Help, Token::Tx2), 1, 0);
    grid->addWidget(label(u"13 of 14 defaults kept"_s, TextRole::Help, Token::Tx2), 1, 1);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(px(nullptr, 12));
    layout->addLayout(rings);
    layout->addLayout(grid);
    return layout;
}

} // namespace components
