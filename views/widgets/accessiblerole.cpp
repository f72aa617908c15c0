#include "views/widgets/accessiblerole.h"

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

QAccessibleInterface *made(const QString &, QObject *object)
{
    auto *widget = qobject_cast<QWidget *>(object);
    const QVariant role = widget ? widget->property(roleProperty) : QVariant();
    return role.isValid() ? new QAccessibleWidget(widget, QAccessible::Role(role.toInt()))
                          : nullptr;
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
