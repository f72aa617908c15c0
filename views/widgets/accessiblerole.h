#pragma once

#include <QAccessible>

class QLineEdit;
class QWidget;

namespace waymark {

/// What `widget` is for assistive tools, where its class does not say it. To be called before
/// anybody asks: in its constructor, or where it is made.
void setAccessibleRole(QWidget *widget, QAccessible::Role role);

/// Gives words to what Qt puts into `field` without any: to the button that clears it; all other
/// signs in it are pictures. To be called once they are there.
void nameParts(QLineEdit *field);

/// Says `text` to who listens, as if it stood at `widget`; an urgent one interrupts what is said.
void announce(QWidget *widget, const QString &text, bool isUrgent = false);

} // namespace waymark
