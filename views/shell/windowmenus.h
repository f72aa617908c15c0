#pragma once

#include <QList>
#include <QPointer>
#include <QString>

#include <utility>

class QAction;
class QMenu;
class QMenuBar;

namespace waymark {

/// The menus of a window in their usual order, and what the screen that is shown adds to them.
class WindowMenus final
{
public:
    using Menus = QList<std::pair<QString, QList<QAction *>>>;

    explicit WindowMenus(QMenuBar *bar);

    /// The usual menu called so ("&View"); whoever fills it leaves the screen's part where it is.
    [[nodiscard]] QMenu *file() const { return m_file; }
    [[nodiscard]] QMenu *view() const { return m_view; }
    [[nodiscard]] QMenu *tools() const { return m_tools; }
    [[nodiscard]] QMenu *help() const { return m_help; }
    /// Adds to what stands above the screen's part (it is at the end of what is there so far).
    void markScreenPart(QMenu *menu);

    /// Takes the place of what the screen before had. A title of a usual menu adds to it.
    void setScreenMenus(const Menus &menus);
    /// Every action that can be run, with the title of its menu.
    [[nodiscard]] QList<std::pair<QString, QAction *>> actions() const;

private:
    struct Added
    {
        QPointer<QMenu> menu;
        QPointer<QAction> action;
    };

    [[nodiscard]] QMenu *menuOf(const QString &title);
    [[nodiscard]] QAction *markIn(const QMenu *menu) const;

    QMenuBar *m_bar;
    QMenu *m_file;
    QMenu *m_edit;
    QMenu *m_view;
    QMenu *m_tools;
    QMenu *m_help;
    QList<QMenu *> m_screenMenus;
    QList<Added> m_added;
};

} // namespace waymark
