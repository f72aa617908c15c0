#pragma once

#include "models/base/problem.h"
#include "models/items/servicesmodel.h"
#include "views/shell/windowmemory.h"
#include "views/theme/theme.h"

#include <QSettings>

namespace waymark {

/// What the user chose in the window, in one file of Waymark's configuration folder. What cannot be
/// read there is as it is at first.
class Settings final
{
public:
    explicit Settings(const QString &folder);

    [[nodiscard]] WindowMemory window() const;
    void setWindow(const WindowMemory &window);
    /// Puts scheme, motion and size of text into `theme`.
    void applyTo(Theme &theme) const;
    void takeFrom(const Theme &theme);
    [[nodiscard]] QStringList recentCommands() const;
    void setRecentCommands(const QStringList &commands);
    [[nodiscard]] QList<ServiceRow> services() const;
    void setServices(const QList<ServiceRow> &services);

    /// Writes what was set; why it cannot, if so.
    [[nodiscard]] std::optional<Problem> save();
    /// Why nothing can be kept, if so.
    [[nodiscard]] std::optional<Problem> problem() const;

private:
    QSettings m_file;
};

} // namespace waymark
