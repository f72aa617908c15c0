#pragma once

#include <QAccessible>
#include <QCoreApplication>
#include <QLabel>
#include <QLineEdit>
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

inline bool isCalled(QWidget *widget, const QString &name)
{
    return widget->accessibleName() == name || spokenName(widget) == name;
}

/// The visible widget below `window` that is called `name` and `isMeant`, where that is given;
/// null: there is none. (Qt calls a box of choices after its choice, though it has a name.)
template<typename Widget>
[[nodiscard]] Widget *findNamed(const QWidget *window, const QString &name,
                                bool (*isMeant)(const QWidget *) = nullptr)
{
    for (auto *widget : window->findChildren<Widget *>()) {
        if (isCalled(widget, name) && widget->isVisibleTo(window) && (!isMeant || isMeant(widget)))
            return widget;
    }
    return nullptr;
}

/// The same of those that take the focus, and not of the label of one.
template<typename Widget>
[[nodiscard]] Widget *findControl(const QWidget *window, const QString &name)
{
    return findNamed<Widget>(
        window, name, [](const QWidget *widget) { return widget->focusPolicy() != Qt::NoFocus; });
}

/// The same, or one that is hidden where none is shown; that there is neither ends the test.
template<typename Widget = QWidget>
[[nodiscard]] Widget *named(const QWidget *window, const QString &name)
{
    if (auto *shown = findNamed<Widget>(window, name))
        return shown;
    for (auto *widget : window->findChildren<Widget *>()) {
        if (isCalled(widget, name))
            return widget;
    }
    qFatal("Nothing is named %s", qPrintable(name));
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
