#pragma once

#include "models/jobs/worker.h"
#include "models/plan/capabilities.h"
#include "models/plan/templateidentity.h"

#include <memory>

namespace waymark {

/// A template that is ready to be used.
struct ReadyTemplate
{
    std::shared_ptr<const LoadedTemplate> loaded; ///< Never null.
    TemplateIdentity identity;
    Capabilities capabilities = {};
};

/// How it ended to load a template.
struct TemplateEnd
{
    Result<ReadyTemplate> ready = {};
};

/// Reads templates with all their files, and finds out which they are, off the thread that owns
/// it; the newest request wins.
class TemplateJob final : public QObject
{
    Q_OBJECT

public:
    explicit TemplateJob(QObject *parent = nullptr);
    explicit TemplateJob(Worker::Executor execute, QObject *parent = nullptr);

    void load(const CatalogEntry &entry);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_worker.isRunning(); }

Q_SIGNALS:
    void runningChanged(bool isRunning);
    void finished(const waymark::TemplateEnd &end);

private:
    Worker m_worker;
};

} // namespace waymark
