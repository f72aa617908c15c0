#include "models/items/undolook.h"

namespace waymark {

UndoLook::UndoLook(QString stateFolder, Worker::Executor execute, QObject *parent)
    : QObject(parent)
    , m_stateFolder(std::move(stateFolder))
    , m_worker(std::move(execute), Worker::Late::Dropped)
{
}

void UndoLook::setDestination(const QString &folder)
{
    m_worker.stop();
    m_isLooking = false;
    m_destination = folder;
    m_paths.clear();
}

void UndoLook::look()
{
    if (m_destination.isEmpty())
        return take({});
    m_isLooking = true;
    m_worker.start([this, destination = m_destination, stateFolder = m_stateFolder](
                       const std::stop_token &, const Worker::Report &) -> Worker::Delivery {
        const auto preview = previewUndo(destination, stateFolder);
        return [this, paths = preview ? preview->removed : QByteArrayList()] { take(paths); };
    });
}

void UndoLook::take(const QByteArrayList &paths)
{
    m_isLooking = false;
    m_paths = paths;
    Q_EMIT found();
}

} // namespace waymark
