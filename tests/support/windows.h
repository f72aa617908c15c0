#pragma once

#include <QAccessible>
#include <QCoreApplication>
#include <QTest>
#include <QWidget>

namespace waymark::testing {

/// What assistive tools call `widget`.
[[nodiscard]] inline QString spokenName(QWidget *widget)
{
    const auto *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

[[nodiscard]] inline QAccessible::Role roleOf(QWidget *widget)
{
    const auto *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->role() : QAccessible::NoRole;
}

/// The visible widget below `window` that is called `name`; null: there is none.
template<typename Widget>
[[nodiscard]] Widget *findNamed(QWidget *window, const QString &name)
{
    for (auto *widget : window->findChildren<Widget *>()) {
        if (widget->isVisibleTo(window) && spokenName(widget) == name)
            return widget;
    }
    return nullptr;
}

/// The same; that there is none ends the test.
template<typename Widget = QWidget>
[[nodiscard]] Widget *named(QWidget *window, const QString &name)
{
    auto *found = findNamed<Widget>(window, name);
    if (!found)
        qFatal("Nothing is named %s", qPrintable(name));
    return found;
}

/// Shows `window` and gives it the keyboard.
inline void showActive(QWidget *window)
{
    window->show();
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window))
        qWarning("The window gets no keyboard.");
}

/// Where `window` looks so, in a file that lies beside the test.
inline void savePicture(QWidget *window, const QString &folder, const QString &name)
{
    QCoreApplication::sendPostedEvents(); // layouts
    const QPixmap picture = window->grab();
    if (!picture.save(folder + u'/' + name + QStringLiteral(".png")))
        qWarning("The picture %s cannot be saved.", qPrintable(name));
}

} // namespace waymark::testing
