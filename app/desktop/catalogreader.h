#pragma once

#include "models/catalog/sourcelist.h"
#include "models/items/catalogfilter.h"
#include "models/jobs/catalogjob.h"

#include <QDateTime>

namespace waymark {

/// Where the sources of the catalog are named.
struct CatalogPlaces
{
    QString programFolder = {}; ///< The built-in templates are found from there,
    QString builtIn = {}; ///< unless they are said to be here.
    QString sourcesFile = {}; ///< The user's own list.
};

/// Keeps the catalog of a window: reads the sources off its thread, and tells what it found.
class CatalogReader final : public QObject
{
    Q_OBJECT

public:
    explicit CatalogReader(CatalogPlaces places, const Worker::Executor &execute = {},
                           QObject *parent = nullptr);

    [[nodiscard]] CatalogModel &model() { return m_model; }
    /// All that were read last; empty: they are being read for the first time.
    [[nodiscard]] std::optional<QList<CatalogEntry>> templates() const;
    [[nodiscard]] CatalogFilter &filter() { return m_filter; }
    [[nodiscard]] const QList<Source> &sources() const { return m_sources; }
    /// What is wrong with sources and folders; templates have their own.
    [[nodiscard]] const QList<Problem> &problems() const { return m_problems; }
    [[nodiscard]] bool isReading() const { return m_isReading; }
    [[nodiscard]] const QDateTime &readAt() const { return m_readAt; }

    /// All sources, again.
    void read();
    void stop();
    /// Adds a folder to the user's list, or takes one out, and reads again.
    [[nodiscard]] Result<Source> addSource(const QString &folder);
    [[nodiscard]] Result<Source> removeSource(const QString &name);

Q_SIGNALS:
    /// Sources, whether it is reading, problems.
    void changed();

private:
    void findSources();
    void addFound(const QList<CatalogEntry> &entries);
    void takeCatalog(const Catalog &catalog);
    void takeListing(const std::shared_ptr<const CatalogListing> &listing);
    void setReading(bool isReading);

    const CatalogPlaces m_places;
    CatalogModel m_model;
    CatalogFilter m_filter;
    QList<Source> m_sources;
    QList<Problem> m_problems;
    QList<CatalogEntry> m_found; ///< While the first catalog is being read.
    bool m_isReading = false;
    QDateTime m_readAt;
    CatalogJob m_job;
    Worker m_listing; ///< Reads READMEs and makes them searchable.
};

} // namespace waymark
