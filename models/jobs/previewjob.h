#pragma once

#include "models/jobs/preview.h"
#include "models/jobs/worker.h"

namespace waymark {

class Previewer;

/// Previews off the thread that owns it; the newest request wins. Each preview costs what changed
/// since the last.
class PreviewJob final : public QObject
{
    Q_OBJECT

public:
    explicit PreviewJob(QObject *parent = nullptr);
    explicit PreviewJob(Worker::Executor execute, QObject *parent = nullptr);
    ~PreviewJob() override;

    void request(PreviewRequest request);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_worker.isRunning(); }

Q_SIGNALS:
    void runningChanged(bool isRunning);
    void ready(const waymark::Preview &preview);

private:
    const std::shared_ptr<Previewer> m_previewer; ///< The running thread's.
    Worker m_worker;
};

} // namespace waymark
