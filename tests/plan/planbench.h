#pragma once

#include "models/git/library.h"
#include "models/plan/planhash.h"
#include "tests/plan/smalltemplate.h"

#include <memory>

namespace waymark::testing {

/// A plan's request and destination, to be changed at will before plan() is asked for.
class PlanBench
{
public:
    explicit PlanBench(const SmallTemplate &made, const QByteArray &answers = "{}")
        : request{.loaded = made.loaded(),
                  .identity = {.name = QStringLiteral("small"),
                               .tree = "fedcba9876543210fedcba9876543210fedcba98"},
                  .render = {},
                  .wishes = {}}
    {
        request.render = SmallTemplate::request(request.loaded, answers);
        request.wishes.owner = QStringLiteral("Ada <ada@example.org>");
        destination.path = QStringLiteral("/srv/orders");
        destination.existing = QStringLiteral("/srv");
    }

    [[nodiscard]] Plan plan() const
    {
        return makePlan(request, render(request.loaded, request.render), destination);
    }

    void answer(const QByteArray &answers)
    {
        request.render = SmallTemplate::request(request.loaded, answers);
    }

    /// Something stands at `path` of the destination.
    void put(const QByteArray &path, const QByteArray &content, FileMode mode = FileMode::Regular)
    {
        destination.entries.insert(
            path,
            {.type = mode == FileMode::Link ? SnapshotEntry::Type::Link : SnapshotEntry::Type::File,
             .mode = mode,
             .hash = contentHash(content),
             .content = content});
    }

    /// The destination is a repository with a commit; with a prefix, a folder below its root.
    void inRepository(const QByteArray &prefix = {})
    {
        destination.kind
            = prefix.isEmpty() ? DestinationKind::FreshClone : DestinationKind::RepositoryFolder;
        destination.repository = {.root = QStringLiteral("/srv"),
                                  .gitFolder = QStringLiteral("/srv/.git"),
                                  .prefix = prefix,
                                  .branch = QStringLiteral("main"),
                                  .head = "0123456789abcdef0123456789abcdef01234567"};
    }

    PlanRequest request;
    DestinationSnapshot destination;

private:
    std::shared_ptr<const git::Library> m_library
        = std::make_shared<git::Library>(); ///< That knows names of branches.
};

/// "path: class" of every file but the record.
inline QStringList classes(const Plan &plan)
{
    QStringList lines;
    for (const PlannedFile &file : plan.files) {
        if (file.change.path != recordPath)
            lines += QString::fromUtf8(file.change.path) + QStringLiteral(": ")
                + changeClassName(file.change.kind);
    }
    return lines;
}

/// The file at `path`, or an empty one that is called "missing".
inline PlannedFile fileOf(const Plan &plan, const QByteArray &path)
{
    for (const PlannedFile &file : plan.files) {
        if (file.change.path == path)
            return file;
    }
    PlannedFile missing;
    missing.change.path = "missing";
    return missing;
}

/// "code: message" of problems.
inline QStringList told(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines += problem.code + QStringLiteral(": ") + problem.message;
    return lines;
}

/// The codes of problems.
inline QStringList codes(const QList<Problem> &problems)
{
    QStringList all;
    for (const Problem &problem : problems)
        all += problem.code;
    return all;
}

/// The record that a plan writes.
inline ServiceRecord recordOf(const Plan &plan)
{
    const auto record
        = readRecord(fileOf(plan, recordPath.toByteArray()).change.content, QStringLiteral("r"));
    return record ? *record : ServiceRecord{.version = -1};
}

} // namespace waymark::testing
