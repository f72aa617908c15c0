#pragma once

#include <QString>

#include <functional>
#include <optional>

class QWidget;

namespace waymark {

/// What only a dialog of the system can ask: handed to the screens as functions, so that none of
/// them opens a box.
struct Ask
{
    /// Absolute; empty: cancelled.
    std::function<QString(QWidget *parent, const QString &title, const QString &start)> folder = {};
    std::function<QString(QWidget *parent, const QString &title, const QString &start,
                          const QString &filter)>
        fileToOpen = {};
    std::function<QString(QWidget *parent, const QString &title, const QString &start,
                          const QString &filter)>
        fileToSave = {};
    /// For what cannot be undone; `verb` is what the button says. False: leave it.
    std::function<bool(QWidget *parent, const QString &title, const QString &text,
                       const QString &verb)>
        confirm = {};
    /// One line, at first `text`; nothing: cancelled.
    std::function<std::optional<QString>(QWidget *parent, const QString &title,
                                         const QString &label, const QString &text)>
        line = {};
};

/// Whether the user agrees that the draft called `name` goes, with all that was answered.
[[nodiscard]] bool mayDiscard(const Ask &ask, QWidget *parent, const QString &name);

/// By the dialogs of this system.
[[nodiscard]] Ask nativeAsk();

} // namespace waymark
