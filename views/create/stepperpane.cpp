#include "views/create/stepperpane.h"

#include "models/items/stepsmodel.h"
#include "views/create/goldencard.h"
#include "views/create/parts.h"
#include "views/create/stepdelegate.h"
#include "views/theme/controls.h"
#include "views/widgets/screen.h"

#include <QBoxLayout>
#include <QListView>

namespace waymark {

StepperPane::StepperPane(StepsModel &steps, QWidget *parent)
    : QWidget(parent)
    , m_steps(steps)
    , m_list(new QListView(this))
    , m_card(new GoldenCard(this))
{
    setAccessibleName(tr("Steps"));
    setFirstFocus(this, m_list);
    setSurface(this, Surface::Page);
    m_list->setAccessibleName(tr("Steps"));
    m_list->setModel(&steps);
    m_list->setItemDelegate(new StepDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setResizeMode(QListView::Adjust);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setSelectionMode(QAbstractItemView::SingleSelection);
    m_list->setTabKeyNavigation(false);
    setKeepsSelection(m_list, true);
    m_list->viewport()->setAutoFillBackground(false);
    QBoxLayout *column = columnOf(this, {10, 12, 10, 14}, 12);
    column->addWidget(m_list, 1);
    column->addWidget(m_card);
    keepScaled(this, [this] { setMinimumWidth(px(this, 208 * 0.7)); });
    connect(m_list, &QListView::clicked, this,
            [this](const QModelIndex &index) { m_steps.goTo(index.row()); });
    connect(m_list, &QListView::activated, this,
            [this](const QModelIndex &index) { m_steps.goTo(index.row()); });
    connect(&m_steps, &StepsModel::currentChanged, this, &StepperPane::follow);
    follow();
}

void StepperPane::follow()
{
    m_list->setCurrentIndex(m_steps.index(m_steps.current()));
}

} // namespace waymark
