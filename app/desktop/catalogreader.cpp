#include "app/desktop/catalogreader.h"

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qsizetype mostShownEarly = 200; // templates that are shown while others are looked for

/// Nothing where it is to stop.
std::shared_ptr<const CatalogListing> listingWithReadmes(const Catalog &catalog,
                                                         const std::stop_token &stop)
{
    QStringList readmes;
    for (const CatalogEntry &entry : catalog.entries()) {
        if (stop.stop_requested())
            return {};
        readmes += readmeOf(entry);
    }
    return listingOf(catalog, readmes);
}

} // namespace

CatalogReader::CatalogReader(CatalogPlaces places, const Worker::Executor &execute, QObject *parent)
    : QObject(parent)
    , m_places(std::move(places))
    , m_filter(m_model)
    , m_job(execute)
    , m_listing(execute, Worker::Late::Dropped)
{
    connect(&m_job, &CatalogJob::found, this, &CatalogReader::addFound);
    connect(&m_job, &CatalogJob::ready, this, &CatalogReader::takeCatalog);
}

std::optional<QList<CatalogEntry>> CatalogReader::templates() const
{
    if (m_isReading && !m_readAt.isValid())
        return std::nullopt;
    return m_model.listing().entries;
}

void CatalogReader::findSources()
{
    m_sources.clear();
    m_problems.clear();
    const auto builtIn = builtInSource(m_places.programFolder, m_places.builtIn);
    if (builtIn)
        m_sources += *builtIn;
    else
        m_problems += builtIn.error().problem;
    const auto added = SourceList::read(m_places.sourcesFile);
    if (!added) {
        m_problems += added.error().problem;
        return;
    }
    m_sources += added->sources();
    m_problems += added->problems();
}

void CatalogReader::read()
{
    m_listing.stop();
    findSources();
    m_found.clear();
    setReading(true);
    m_job.read(m_sources);
}

void CatalogReader::stop()
{
    m_job.stop();
    m_listing.stop();
    setReading(false);
}

/// The first templates are there at once, the others once all are known.
void CatalogReader::addFound(const QList<CatalogEntry> &entries)
{
    const bool isFirst = !m_readAt.isValid();
    m_found += entries;
    if (isFirst && m_found.size() <= mostShownEarly)
        m_model.setListing(listingOf(m_found));
}

void CatalogReader::takeCatalog(const Catalog &catalog)
{
    m_found.clear();
    m_problems += catalog.problems();
    m_listing.start([this, catalog](const std::stop_token &stop, const Worker::Report &) {
        const auto listing = listingWithReadmes(catalog, stop);
        return Worker::Delivery([this, listing] { takeListing(listing); });
    });
}

void CatalogReader::takeListing(const std::shared_ptr<const CatalogListing> &listing)
{
    if (listing)
        m_model.setListing(listing);
    m_readAt = QDateTime::currentDateTimeUtc();
    setReading(false);
}

void CatalogReader::setReading(bool isReading)
{
    m_isReading = isReading;
    Q_EMIT changed();
}

Result<Source> CatalogReader::addSource(const QString &folder)
{
    auto list = SourceList::readToChange(m_places.sourcesFile);
    if (!list)
        return std::unexpected(list.error());
    const auto source = list->add(folder);
    if (!source)
        return source;
    if (const auto written = list->write(m_places.sourcesFile); !written)
        return std::unexpected(written.error());
    read();
    return source;
}

Result<Source> CatalogReader::removeSource(const QString &name)
{
    auto list = SourceList::readToChange(m_places.sourcesFile);
    if (!list)
        return std::unexpected(list.error());
    const auto source = list->remove(name);
    if (!source)
        return source;
    if (const auto written = list->write(m_places.sourcesFile); !written)
        return std::unexpected(written.error());
    read();
    return source;
}

} // namespace waymark
