#include "views/catalog/detailheader.h"

#include "models/items/catalogwords.h"
#include "views/catalog/catalogactions.h"
#include "views/catalog/flowlayout.h"
#include "views/catalog/templatelook.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/actionbutton.h"
#include "views/widgets/badge.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace waymark {

/// The template's icon, large.
class TemplateTile final : public QWidget
{
public:
    explicit TemplateTile(QWidget *parent)
        : QWidget(parent)
    {
        setAccessibleRole(this, QAccessible::Graphic);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    void show(const QModelIndex &index)
    {
        m_index = index;
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {px(this, 48), px(this, 48)}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintTile(&painter, rect(), m_index, true, appearanceOf(this));
    }

private:
    QPersistentModelIndex m_index;
};

DetailHeader::DetailHeader(const CatalogActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_row(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_words(new QVBoxLayout)
    , m_buttons(new QHBoxLayout)
    , m_tile(new TemplateTile(this))
    , m_title(new ElidedLabel(TextRole::PageTitle, Token::Tx, this))
    , m_badge(new Badge({}, this))
    , m_facts(new WrapLabel(TextRole::Body, Token::Tx2, this))
    , m_support(new WrapLabel(TextRole::Help, Token::Tx2, this))
    , m_reason(new WrapLabel(TextRole::Help, Token::ErrTx, this))
    , m_toList(new ActionButton(actions.toList, ButtonLook::Flat, this))
    , m_openFolder(new ActionButton(actions.openFolder, ButtonLook::Usual, this))
    , m_use(new ActionButton(actions.use, ButtonLook::Primary, this))
{
    build();
    measure();
}

void DetailHeader::build()
{
    auto *name = new FlowLayout;
    name->addWidget(m_title);
    name->addWidget(m_badge);
    m_words->addLayout(name);
    for (QWidget *line : QList<QWidget *>{m_facts, m_support, m_reason})
        m_words->addWidget(line);
    auto *identity = new QHBoxLayout;
    identity->addWidget(m_tile, 0, Qt::AlignTop);
    identity->addLayout(m_words, 1);
    m_buttons->addWidget(m_toList, 0, Qt::AlignTop);
    m_buttons->addStretch();
    m_buttons->addWidget(m_openFolder, 0, Qt::AlignTop);
    m_buttons->addWidget(m_use, 0, Qt::AlignTop);
    m_row->addLayout(identity, 1);
    m_row->addLayout(m_buttons);
}

void DetailHeader::show(const QModelIndex &index, const CatalogRow &row)
{
    m_tile->show(index);
    m_title->setText(row.title);
    const auto badge = badgeOf(index);
    m_badge->setBadge(badge.value_or(BadgeText()));
    m_badge->setVisible(badge.has_value());
    m_facts->setText(factsOf(row).join(u"  •  "_s));
    m_support->setText(row.support);
    m_support->setVisible(!row.support.isEmpty());
    m_reason->setText(whyNotUsable(row));
    m_reason->setVisible(row.isBroken);
}

void DetailHeader::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_use)
        measure();
}

void DetailHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void DetailHeader::measure()
{
    m_row->setContentsMargins(0, 0, 0, 0);
    m_row->setSpacing(px(this, 12));
    m_row->itemAt(0)->layout()->setSpacing(px(this, 12));
    m_words->setSpacing(px(this, 2));
    m_words->itemAt(0)->layout()->setSpacing(px(this, 8));
    m_buttons->setSpacing(px(this, 12));
    arrange();
}

void DetailHeader::arrange()
{
    const int leastForWords = px(this, 300);
    const bool isWide = width() >= m_buttons->sizeHint().width() + leastForWords;
    m_row->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

} // namespace waymark
