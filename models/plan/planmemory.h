#pragma once

#include "models/plan/contenthashes.h"
#include "models/plan/planner.h"
#include "models/plan/recent.h"

#include <optional>

namespace waymark {

/// What earlier plans of one template found out about single files: what a change does not reach is
/// not looked at again. For one plan at a time.
class PlanMemory
{
public:
    /// A file as it is planned when nobody has looked yet whether it may hold the secrets that it
    /// does.
    struct Planned
    {
        PlannedFile file;
        bool isWhole = false; ///< It was rendered, and its path can be.
    };
    /// What decides on it, beside the file.
    struct Circumstances
    {
        SnapshotEntry there = {};
        Severity severity = Severity::Error; ///< Of problems in its content.
        bool isGolden = false;
        bool hasService = false; ///< At the destination.
        bool yields = false; ///< To what is there.
        bool holdsSecret = false; ///< As it is, whatever its sources say.

        friend bool operator==(const Circumstances &, const Circumstances &) = default;
    };

    /// To be called before a plan, which it is for from then on.
    void begin(const PlanRequest &request);
    /// What is known of `file`, or null. Valid until the next call.
    [[nodiscard]] const Planned *find(const RenderedFile &file, const Circumstances &around);
    void insert(const RenderedFile &file, const Circumstances &around, const Planned &planned);
    /// checkPath()
    [[nodiscard]] std::optional<Problem> checkedPath(const QByteArray &path);
    /// checkPaths()
    [[nodiscard]] QList<Problem> checkedPaths(const QByteArrayList &paths,
                                              const QByteArrayList &folders);
    [[nodiscard]] ContentHashes &hashes() { return m_hashes; }

private:
    struct File
    {
        RenderedFile rendered;
        Circumstances around;
        Planned planned;
    };
    struct Paths
    {
        QByteArrayList files;
        QByteArrayList folders;
        QList<Problem> problems;
    };
    QStringList m_secretNames;
    Recent<QByteArray, File> m_files;
    Recent<QByteArray, std::optional<Problem>> m_paths;
    Paths m_together;
    ContentHashes m_hashes;
};

/// The same as makePlan() without a memory, which has what the plans before found out and is kept
/// for the next.
[[nodiscard]] Plan makePlan(const PlanRequest &request, const Rendering &rendering,
                            const DestinationSnapshot &destination, PlanMemory &memory);

} // namespace waymark
