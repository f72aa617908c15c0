#include "views/shell/headerrow.h"

#include "views/shell/commandfield.h"
#include "views/shell/keycaps.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/shapes.h"
#include "views/theme/working.h"
#include "views/widgets/accessiblerole.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QGridLayout>
#include <QMenu>
#include <QMenuBar>
#include <QPainter>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QToolButton *flat(const QString &iconName, const QString &name, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(iconName, Token::Tx2));
    button->setAccessibleName(name);
    button->setToolTip(name);
    button->setFocusPolicy(Qt::TabFocus);
    setControlSize(button, ControlSize::Compact);
    return button;
}

constexpr double shareOfField = 0.3125; // of the window's width
constexpr qreal signSide = 18;
constexpr qreal leastMenus = 120; // px at 100 %
constexpr qreal leastWidth = 320;

QString iconNameOf(CatalogState state)
{
    return state == CatalogState::Troubled ? u"cloudoff"_s : u"cloudok"_s;
}

} // namespace

HeaderRow::HeaderRow(QAction *find, QAction *check, QAction *help, QWidget *parent)
    : QWidget(parent)
    , m_menuBar(new QMenuBar(this))
    , m_field(new CommandField(keyCaps(find->shortcut()), this))
    , m_state(flat(u"cloudok"_s, tr("Catalog"), this))
    , m_messages(flat(u"bell"_s, tr("Messages"), this))
    , m_help(flat(u"help"_s, help->iconText(), this))
    , m_row(new QGridLayout(this))
    , m_end(new QHBoxLayout)
{
    setAccessibleRole(this, QAccessible::Pane);
    setAccessibleName(tr("Header"));
    m_menuBar->setNativeMenuBar(false);
    m_menuBar->setAccessibleName(tr("Menu bar"));
    m_messages->setPopupMode(QToolButton::InstantPopup);
    m_messages->hide();
    m_state->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setTextRole(m_state, TextRole::Body);
    m_end->addStretch();
    for (QWidget *part : {m_state, m_messages, m_help})
        m_end->addWidget(part);
    m_row->addWidget(m_menuBar, 0, 0, Qt::AlignVCenter);
    m_row->addWidget(m_field, 0, 1, Qt::AlignVCenter);
    m_row->addLayout(m_end, 0, 2);
    m_row->setColumnStretch(0, 1);
    m_row->setColumnStretch(2, 1);
    connect(m_field, &QAbstractButton::clicked, find, &QAction::trigger);
    connect(m_state, &QAbstractButton::clicked, check, &QAction::trigger);
    connect(m_help, &QAbstractButton::clicked, help, &QAction::trigger);
    measure();
}

void HeaderRow::measure()
{
    m_row->setContentsMargins(px(this, 6), 0, px(this, 8), 1);
    m_row->setHorizontalSpacing(px(this, 8));
    m_end->setSpacing(px(this, 4));
    for (QToolButton *button : {m_state, m_messages, m_help})
        button->setIconSize(QSize(px(this, signSide), px(this, signSide)));
    setMinimumHeight(px(this, 40));
    fit();
}

/// In a narrow window the field gives way first, then the words of the catalog's state; at last the
/// menus that have no room are behind a button.
void HeaderRow::fit()
{
    const bool isNarrow = width() < px(this, 900);
    m_state->setToolButtonStyle(isNarrow ? Qt::ToolButtonIconOnly : Qt::ToolButtonTextBesideIcon);
    const QMargins margins = m_row->contentsMargins();
    const int room = width() - margins.left() - margins.right() - 2 * m_row->horizontalSpacing();
    const int menus = m_menuBar->sizeHint().width();
    const int end = m_end->sizeHint().width();
    const int least = m_field->minimumSizeHint().width();
    const int most = std::max(least, std::min(px(this, 420), int(width() * shareOfField)));
    const int field = std::clamp(room - menus - end, least, most);
    m_field->setFixedWidth(field);
    m_menuBar->setMinimumWidth(std::max(px(this, leastMenus), std::min(menus, room - field - end)));
}

/// What the parts have now says nothing of how narrow they can be.
QSize HeaderRow::minimumSizeHint() const
{
    return {px(this, leastWidth), QWidget::minimumSizeHint().height()};
}

void HeaderRow::setCatalogState(CatalogState state, const QString &text, const QString &detail)
{
    const Token ink = state == CatalogState::Troubled ? Token::WarnTx : Token::Tx2;
    m_state->setIcon(icon(iconNameOf(state), ink));
    m_state->setText(text);
    m_state->setAccessibleName(text);
    m_state->setAccessibleDescription(detail);
    m_state->setToolTip(detail.isEmpty() ? text : detail);
    setWorking(m_state, state == CatalogState::Reading);
    measureAgain(m_state);
}

void HeaderRow::setMessages(QMenu *messages)
{
    m_messages->setMenu(messages);
}

void HeaderRow::showMessages(bool any)
{
    m_messages->setVisible(any);
}

bool HeaderRow::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) { // a screen has other menus, a message came
        fit();
        m_row->activate();
    }
    return QWidget::event(event);
}

void HeaderRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintHairline(&painter, rect(), Qt::BottomEdge, colorOf(this, Token::Line));
}

void HeaderRow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

void HeaderRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        measure();
}

} // namespace waymark
