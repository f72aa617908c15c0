#pragma once

#include "models/catalog/conditions.h"
#include "models/jobs/worker.h"
#include "models/plan/rendering.h"

#include <QMap>

namespace waymark {

/// What a template asks and makes when everything is left at its default. A value.
struct TemplateExample
{
    Template definition = {};
    Form form = {}; ///< With nothing given.
    QList<ConditionalQuestion> conditional = {};
    QByteArrayList files = {}; ///< Sorted.
    QByteArrayList leftOut = {}; ///< That other answers could bring; sorted.
    /// False: `files` are those of the template, by the names that they have there.
    bool isRendered = false;
    std::optional<Problem> problem = {}; ///< Why it could not be read, or not rendered.
    /// What the problems of a broken template are in, by the names that they give; small files.
    QMap<QString, QByteArray> faulty = {};
    /// The pictures that documentation may show, by their path below the template's folder.
    QMap<QString, QByteArray> pictures = {};
};

/// Tries a template with its defaults, in whatever thread. Nothing is written.
[[nodiscard]] TemplateExample exampleOf(const CatalogEntry &entry, const std::stop_token &stop);

/// Tries one template after the other off the thread that owns it; the newest request wins.
class ExampleJob final : public QObject
{
    Q_OBJECT

public:
    explicit ExampleJob(QObject *parent = nullptr);
    explicit ExampleJob(Worker::Executor execute, QObject *parent = nullptr);

    void read(const CatalogEntry &entry);
    void stop();
    [[nodiscard]] bool isRunning() const { return m_worker.isRunning(); }

Q_SIGNALS:
    void runningChanged(bool isRunning);
    void ready(const waymark::TemplateExample &example);

private:
    Worker m_worker;
};

} // namespace waymark
