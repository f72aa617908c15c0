#pragma once

#include "tests/support/windows.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QStringList>

#include <algorithm>

namespace waymark::testing {

/// A control as a message names it, with its size.
[[nodiscard]] inline QString described(QWidget *widget)
{
    const auto *label = qobject_cast<const QLabel *>(widget);
    const auto *button = qobject_cast<const QAbstractButton *>(widget);
    const QString text = label ? label->text() : button ? button->text() : spokenName(widget);
    return QStringLiteral("%1 “%2” %3×%4")
        .arg(QLatin1StringView(widget->metaObject()->className()), text)
        .arg(widget->width())
        .arg(widget->height());
}

[[nodiscard]] inline bool isCut(const QWidget *widget)
{
    const auto *label = qobject_cast<const QLabel *>(widget);
    if (label && label->wordWrap())
        return widget->height() < label->heightForWidth(widget->width());
    QSize needs = widget->sizeHint();
    if (!label && widget->minimumSizeHint().isValid())
        needs.setWidth(std::min(needs.width(), widget->minimumSizeHint().width())); // it elides
    const bool isText = label || qobject_cast<const QAbstractButton *>(widget);
    return widget->height() < needs.height() || (isText && widget->width() < needs.width());
}

/// The visible controls and labels in `page` that have less room than their words need.
[[nodiscard]] inline QStringList cutTexts(const QWidget &page)
{
    QStringList cut;
    for (QWidget *widget : page.findChildren<QWidget *>()) {
        const bool shows = qobject_cast<const QLabel *>(widget)
            || qobject_cast<const QAbstractButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QComboBox *>(widget)
            || qobject_cast<const QAbstractSpinBox *>(widget);
        const bool isPart = qobject_cast<const QLineEdit *>(widget->parent())
            || qobject_cast<const QComboBox *>(widget->parent())
            || qobject_cast<const QAbstractSpinBox *>(widget->parent())
            || qobject_cast<const QAbstractScrollArea *>(widget->parent());
        if (shows && !isPart && widget->isVisible() && isCut(widget))
            cut += described(widget);
    }
    return cut;
}

} // namespace waymark::testing
