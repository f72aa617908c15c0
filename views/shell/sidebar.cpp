#include "views/shell/sidebar.h"

#include "views/shell/brandtile.h"
#include "views/shell/sidebardelegate.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/shapes.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/elidedlabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QListView *placesList(QAbstractItemModel *model, QWidget *parent)
{
    auto *list = new QListView(parent);
    list->setModel(model);
    list->setItemDelegate(new SideBarDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setAccessibleName(SideBar::tr("Places"));
    list->viewport()->setAutoFillBackground(false);
    list->setMouseTracking(true);
    setKeepsSelection(list, true);
    return list;
}

} // namespace

SideBar::SideBar(QWidget *parent)
    : QWidget(parent)
    , m_list(placesList(&m_places, this))
    , m_column(new QVBoxLayout(this))
    , m_brand(new QHBoxLayout)
    , m_tile(new BrandTile(this))
    , m_name(new ElidedLabel(TextRole::BodyStrong, Token::Tx, this))
    , m_summary(new ElidedLabel(TextRole::Help, Token::Tx3, this))
{
    setAccessibleRole(this, QAccessible::Pane);
    setAccessibleName(tr("Side bar"));
    m_name->setText(tr("Waymark"));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(m_name);
    words->addWidget(m_summary);
    m_brand->addWidget(m_tile);
    m_brand->addLayout(words, 1);
    m_column->addLayout(m_brand);
    m_column->addWidget(m_list, 1);
    measure();
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        Q_EMIT entered(index.data(SideBarDelegate::IdRole).toString());
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT entered(index.data(SideBarDelegate::IdRole).toString());
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                if (m_list->hasFocus() && index.isValid())
                    Q_EMIT browsed(index.data(SideBarDelegate::IdRole).toString());
            });
}

void SideBar::addPlace(const QString &id, const QString &text, const QString &iconName,
                       const QString &keys)
{
    auto *item = new QStandardItem(text);
    item->setEditable(false);
    item->setData(id, SideBarDelegate::IdRole);
    item->setData(iconName, SideBarDelegate::IconRole);
    item->setToolTip(keys.isEmpty() ? text : text + u" ("_s + keys + u')');
    m_places.appendRow(item);
}

QStandardItem *SideBar::itemOf(const QString &id) const
{
    for (int row = 0; row < m_places.rowCount(); ++row) {
        if (m_places.item(row)->data(SideBarDelegate::IdRole).toString() == id)
            return m_places.item(row);
    }
    return nullptr;
}

void SideBar::setCurrent(const QString &id)
{
    const QStandardItem *item = itemOf(id);
    const QModelIndex index = item ? item->index() : QModelIndex();
    if (m_list->currentIndex() == index && m_list->selectionModel()->isSelected(index))
        return;
    const QSignalBlocker quiet(this);
    if (item)
        m_list->setCurrentIndex(index);
    else
        m_list->clearSelection();
}

void SideBar::setCount(const QString &id, int count)
{
    QStandardItem *item = itemOf(id);
    if (!item)
        return;
    item->setData(count, SideBarDelegate::CountRole);
    const QString spoken = count > 0 ? item->text() + u", "_s + QString::number(count) : QString();
    item->setData(count > 0 ? QVariant(spoken) : QVariant(), Qt::AccessibleTextRole);
}

void SideBar::setSummary(const QString &text)
{
    m_summary->setText(text);
    m_summary->setVisible(!text.isEmpty() && !m_isRail);
}

void SideBar::setRail(bool isRail)
{
    if (m_isRail == isRail)
        return;
    m_isRail = isRail;
    static_cast<SideBarDelegate *>(m_list->itemDelegate())->setRail(isRail);
    m_name->setVisible(!isRail);
    m_summary->setVisible(!isRail && !m_summary->text().isEmpty());
    measure();
}

void SideBar::measure()
{
    const int side = px(this, 8);
    m_column->setContentsMargins(side, px(this, 16), side + 1, px(this, 8));
    m_column->setSpacing(px(this, 16));
    m_brand->setContentsMargins(px(this, m_isRail ? 4 : 6), 0, 0, 0);
    m_brand->setSpacing(px(this, 10));
    setFixedWidth(px(this, m_isRail ? 56 : 208) + 1);
    m_list->doItemsLayout();
}

void SideBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    paintHairline(&painter, rect(), isMirrored ? Qt::LeftEdge : Qt::RightEdge,
                  colorOf(this, Token::Line));
}

void SideBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        measure();
}

} // namespace waymark
