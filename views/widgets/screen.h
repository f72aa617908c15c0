#pragma once

#include "models/items/commandmodel.h"

#include <QVariant>
#include <QWidget>

class QAction;

namespace waymark {

/// Where F6 goes in `pane` as long as nothing in it had the focus; else it is the first control. A
/// focus proxy will not do for that: Tab goes to it from there, past all that stands before it, and
/// is caught where it does not show.
inline void setFirstFocus(QWidget *pane, QWidget *control)
{
    pane->setProperty("firstFocus", QVariant::fromValue(control));
}
[[nodiscard]] inline QWidget *firstFocus(const QWidget *pane)
{
    return pane->property("firstFocus").value<QWidget *>();
}

/// A page of the main window: what it tells the window is all that the window knows of it.
class Screen : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Menus this screen fills while it is shown, in order: title ("&Edit" …) → actions. Actions
    /// are children of the screen and have unique objectNames.
    [[nodiscard]] virtual QList<std::pair<QString, QList<QAction *>>> menus() const { return {}; }
    /// The panes that F6 goes round, in reading order; each has an accessible name.
    [[nodiscard]] virtual QList<QWidget *> panes() const { return {}; }
    /// What the status bar says at its end: where nothing is written yet, what runs.
    [[nodiscard]] virtual QString status() const { return {}; }
    /// The splitters and the like, to be kept between runs; what restoreLayout() takes.
    [[nodiscard]] virtual QByteArray layoutState() const { return {}; }
    virtual void restoreLayout(const QByteArray & /*state*/) { }
    /// Whether the side bar is the narrow rail unless the user chose (focus work).
    [[nodiscard]] virtual bool prefersRail() const { return false; }
    /// Entries of the command palette while it is shown, beside the actions of menus().
    [[nodiscard]] virtual QList<CommandEntry> commands() const { return {}; }
    virtual void run(const CommandEntry & /*entry*/) { }
    virtual void enter() { } ///< It is shown: put the focus where work begins.

Q_SIGNALS:
    void statusChanged();
    void commandsChanged();
    void toast(const QString &text, QAction *action = nullptr);
};

} // namespace waymark
