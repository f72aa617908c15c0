#pragma once

#include <QWidget>

class QAction;

namespace waymark {

/// A heading, and below it actions with their keys.
class ShortcutRows final : public QWidget
{
    Q_OBJECT

public:
    ShortcutRows(const QString &title, const QList<QAction *> &actions, QWidget *parent = nullptr);
};

} // namespace waymark
