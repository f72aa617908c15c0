#include "views/catalog/filterchip.h"

#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/widgets/mnemonics.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// Stays open while things are ticked in it.
class TickMenu final : public QMenu
{
public:
    using QMenu::QMenu;

protected:
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (!tick(actionAt(event->position().toPoint())))
            QMenu::mouseReleaseEvent(event);
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() != Qt::Key_Space || !tick(activeAction()))
            QMenu::keyPressEvent(event);
    }

private:
    static bool tick(QAction *action)
    {
        if (!action || !action->isCheckable() || !action->isEnabled())
            return false;
        action->trigger();
        return true;
    }
};

} // namespace

FilterChip::FilterChip(CatalogFilter &filter, Facet facet, const QString &title, QWidget *parent)
    : QToolButton(parent)
    , m_filter(filter)
    , m_facet(facet)
    , m_title(title)
{
    setMenu(new TickMenu(this));
    menu()->setAccessibleName(title);
    setPopupMode(QToolButton::InstantPopup);
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setButtonLook(this, ButtonLook::Chip);
    setControlSize(this, ControlSize::Compact);
    connect(menu(), &QMenu::aboutToShow, this, &FilterChip::fillMenu);
    refresh(true);
}

void FilterChip::refresh(bool anew)
{
    if (!anew && m_chosen == m_filter.chosen(m_facet))
        return;
    m_chosen = m_filter.chosen(m_facet);
    QStringList chosen;
    const QList<FacetValue> values = m_filter.values(m_facet);
    for (const FacetValue &value : values) {
        if (value.isChosen)
            chosen += value.text;
    }
    const bool isOn = !chosen.isEmpty();
    const QString first = isOn ? tr("%1: %2").arg(m_title, chosen.first()) : m_title;
    const QString text = chosen.size() > 1 ? tr("%1 +%2").arg(first).arg(chosen.size() - 1) : first;
    setVisible(!values.isEmpty());
    setChecked(isOn);
    setText(literally(text));
    setAccessibleName(text);
    setAccessibleDescription(isOn ? tr("Delete takes it off.") : QString());
    setToolTip(isOn ? tr("Shows only %1. Delete takes it off.").arg(chosen.join(u", "_s))
                    : tr("Shows only some templates"));
}

void FilterChip::mousePressEvent(QMouseEvent *event)
{
    const int cross = px(this, 26);
    const bool isMirrored = layoutDirection() == Qt::RightToLeft;
    const qreal x = event->position().x();
    const bool isOnCross = isChecked() && (isMirrored ? x < cross : x >= width() - cross);
    if (event->button() == Qt::LeftButton && isOnCross)
        m_filter.setChosen(m_facet, {});
    else
        QToolButton::mousePressEvent(event);
}

void FilterChip::keyPressEvent(QKeyEvent *event)
{
    const bool deletes = event->key() == Qt::Key_Delete || event->key() == Qt::Key_Backspace;
    if (deletes && isChecked())
        m_filter.setChosen(m_facet, {});
    else if (event->key() == Qt::Key_Down || event->key() == Qt::Key_Return)
        showMenu();
    else
        QToolButton::keyPressEvent(event);
}

void FilterChip::fillMenu()
{
    menu()->clear();
    for (const FacetValue &value : m_filter.values(m_facet)) {
        QAction *action
            = menu()->addAction(literally(tr("%1 (%2)").arg(value.text).arg(value.count)));
        action->setCheckable(true);
        action->setChecked(value.isChosen);
        connect(action, &QAction::triggered, this,
                [this, name = value.value](bool isChosen) { choose(name, isChosen); });
    }
    menu()->addSeparator();
    QAction *all = menu()->addAction(tr("&All"));
    all->setEnabled(isChecked());
    connect(all, &QAction::triggered, this, [this] { m_filter.setChosen(m_facet, {}); });
}

void FilterChip::choose(const QString &value, bool isChosen)
{
    QStringList chosen = m_filter.chosen(m_facet);
    chosen.removeAll(value);
    if (isChosen)
        chosen += value;
    m_filter.setChosen(m_facet, chosen);
}

} // namespace waymark
