#pragma once

#include "models/jobs/worker.h"
#include "models/plan/undopreview.h"

namespace waymark {

/// Looks, off the thread that owns it, what an undo of the last apply would take away.
class UndoLook final : public QObject
{
    Q_OBJECT

public:
    explicit UndoLook(QString stateFolder, Worker::Executor execute = {},
                      QObject *parent = nullptr);

    void setDestination(const QString &folder); ///< Empty: there is nothing to undo.
    void look(); ///< found() follows. See previewUndo().
    [[nodiscard]] bool isLooking() const { return m_isLooking; }
    /// As it was looked last; empty where nothing can be undone.
    [[nodiscard]] const QByteArrayList &paths() const { return m_paths; }

Q_SIGNALS:
    void found();

private:
    void take(const QByteArrayList &paths);

    const QString m_stateFolder;
    QString m_destination;
    QByteArrayList m_paths;
    bool m_isLooking = false;
    Worker m_worker;
};

} // namespace waymark
