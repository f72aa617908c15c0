#pragma once

#include "models/items/catalogmodel.h"
#include "tests/items/itemtesting.h"

namespace waymark::testing {

/// An entry of the source "tests".
inline CatalogEntry entryOf(const QString &name, const QString &title,
                            const QString &description = {}, const QStringList &tags = {})
{
    CatalogEntry entry;
    entry.source = {.name = QStringLiteral("tests"), .folder = QStringLiteral("/t")};
    entry.path = name;
    entry.id = name;
    entry.definition.name = name;
    entry.definition.title = title;
    entry.definition.description = description;
    entry.definition.tags = tags;
    entry.definition.type = QStringLiteral("service");
    entry.definition.owner = QStringLiteral("group:default/platform");
    return entry;
}

inline CatalogEntry brokenEntry(const QString &name)
{
    CatalogEntry entry = entryOf(name, {});
    entry.definition.problems
        = {{.severity = Severity::Warning, .message = QStringLiteral("A small thing.")},
           {.message = QStringLiteral("It has no steps."),
            .file = QStringLiteral("template.yaml"),
            .position = SourcePosition{3, 1}}};
    return entry;
}

inline CatalogEntry withLifecycle(CatalogEntry entry, Lifecycle lifecycle,
                                  const QString &version = {})
{
    Sidecar sidecar;
    sidecar.lifecycle = lifecycle;
    sidecar.version = version;
    sidecar.support = QStringLiteral("Ask in #platform.");
    sidecar.icon = QStringLiteral("globe");
    entry.definition.sidecar = sidecar;
    return entry;
}

/// The catalog of the design's pictures.
inline QList<CatalogEntry> northwind()
{
    using enum Lifecycle;
    const QString yes = QStringLiteral("recommended");
    CatalogEntry job
        = entryOf(QStringLiteral("python-job"), QStringLiteral("Python data job"),
                  QStringLiteral("Batch job with typed inputs."), {QStringLiteral("python"), yes});
    job.definition.type = QStringLiteral("job");
    CatalogEntry consumer = entryOf(
        QStringLiteral("kotlin-consumer"), QStringLiteral("Kotlin event consumer"),
        QStringLiteral("Reads a topic, retries safely."), {QStringLiteral("kotlin"), yes});
    consumer.definition.owner = QStringLiteral("data-platform");
    return {
        brokenEntry(QStringLiteral("broken")),
        withLifecycle(entryOf(QStringLiteral("go-service"), QStringLiteral("Go HTTP service"),
                              QStringLiteral("JSON API with health checks."),
                              {QStringLiteral("go"), yes}),
                      Supported, QStringLiteral("3.4.0")),
        withLifecycle(consumer, Supported, QStringLiteral("2.1.2")),
        withLifecycle(entryOf(QStringLiteral("node-service"),
                              QStringLiteral("Node.js HTTP service"),
                              QStringLiteral("Move to Go HTTP service."),
                              {QStringLiteral("nodejs"), QStringLiteral("typescript")}),
                      Deprecated),
        withLifecycle(job, Supported, QStringLiteral("1.8.0")),
        withLifecycle(entryOf(QStringLiteral("rust-service"), QStringLiteral("Rust HTTP service"),
                              QStringLiteral("For services where latency matters most."),
                              {QStringLiteral("rust"), yes}),
                      Experimental, QStringLiteral("0.3.1"))};
}

} // namespace waymark::testing
