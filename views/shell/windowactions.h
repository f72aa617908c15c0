#pragma once

#include "views/shell/shortcutsheet.h"

#include <QAction>
#include <QHash>
#include <QObject>

namespace waymark {

/// The actions that a window has whatever it shows, each with its name, its words and its keys.
class WindowActions final : public QObject
{
    Q_OBJECT

public:
    explicit WindowActions(QWidget *window);

    QAction *newService;
    QAction *quit;
    QAction *find;
    QAction *refresh;
    QAction *shortcuts;
    QAction *sideBar;
    QAction *nextPane;
    QAction *previousPane;
    QAction *back;
    QAction *forward;
    QAction *larger;
    QAction *smaller;
    QAction *usualSize;

    /// As the sheet of keys shows them; `places` are the actions that show a screen.
    [[nodiscard]] QList<ActionGroup> groups(const QList<QAction *> &places) const;
    /// A key that one of `others` has is theirs alone, until this is called again.
    void yieldKeys(const QList<QAction *> &others);

private:
    QHash<QAction *, QList<QKeySequence>> m_keys; ///< As they are where nobody else has them.
};

} // namespace waymark
