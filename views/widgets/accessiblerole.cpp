#include "views/widgets/accessiblerole.h"

#include <QAbstractButton>
#include <QAccessibleWidget>
#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>
#include <QToolButton>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr auto roleProperty = "waymarkRole";

/// A button that is pressed and can be checked, whatever it is called.
class AccessibleButton final : public QAccessibleWidget
{
public:
    AccessibleButton(QAbstractButton *button, QAccessible::Role role)
        : QAccessibleWidget(button, role)
        , m_button(button)
    {
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.checkable = m_button->isCheckable();
        state.checked = m_button->isChecked();
        state.pressed = m_button->isDown();
        return state;
    }
    [[nodiscard]] QStringList actionNames() const override
    {
        return m_button->isEnabled() ? QStringList{pressAction(), setFocusAction()} : QStringList();
    }
    void doAction(const QString &name) override
    {
        if (name == pressAction() && m_button->isEnabled())
            m_button->animateClick();
        else
            QAccessibleWidget::doAction(name);
    }

private:
    QAbstractButton *const m_button;
};

QAccessibleInterface *made(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const QVariant property = widget ? widget->property(roleProperty) : QVariant();
    if (!property.isValid())
        return nullptr;
    const auto role = QAccessible::Role(property.toInt());
    if (auto *button = qobject_cast<QAbstractButton *>(widget); button && button->isCheckable())
        return new AccessibleButton(button, role);
    return new QAccessibleWidget(widget, role);
}

} // namespace

void setAccessibleRole(QWidget *widget, QAccessible::Role role)
{
    [[maybe_unused]] static const bool once = [] {
        QAccessible::installFactory(made);
        return true;
    }();
    widget->setProperty(roleProperty, int(role));
}

void nameParts(QLineEdit *field)
{
    for (auto *button : field->findChildren<QToolButton *>()) {
        const QAction *action = button->defaultAction();
        if (action && action->objectName() == u"_q_qlineeditclearaction")
            button->setAccessibleName(QCoreApplication::translate("AccessibleRole", "Clear"));
        else
            setAccessibleRole(button, QAccessible::Graphic);
    }
}

void announce(QWidget *widget, const QString &text, bool isUrgent)
{
    if (text.isEmpty() || !QAccessible::isActive())
        return;
    QAccessibleAnnouncementEvent event(widget, text);
    event.setPoliteness(isUrgent ? QAccessible::AnnouncementPoliteness::Assertive
                                 : QAccessible::AnnouncementPoliteness::Polite);
    QAccessible::updateAccessibility(&event);
}

} // namespace waymark
