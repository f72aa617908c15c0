#pragma once

#include "models/plan/planmemory.h"

namespace waymark {

/// Plans single files: what becomes of each, and what is wrong with it.
class FilePlanner
{
public:
    /// All of it outlives the planner.
    FilePlanner(const PlanRequest &request, const DestinationSnapshot &destination,
                const SecretMask &mask, PlanMemory &memory);

    [[nodiscard]] PlanMemory::Planned planned(const RenderedFile &rendered) const;
    /// Sets what becomes of the path of `file`, whose content is known.
    void classify(PlannedFile &file) const;

private:
    [[nodiscard]] PlanMemory::Circumstances around(const QByteArray &path) const;
    [[nodiscard]] PlanMemory::Planned plannedAnew(const RenderedFile &rendered,
                                                  const PlanMemory::Circumstances &around) const;
    void blockPath(Change &change) const;
    void checkFile(PlannedFile &file, Severity severity) const;

    const PlanRequest &m_request;
    const DestinationSnapshot &m_destination;
    const SecretMask &m_mask;
    PlanMemory &m_memory;
    const bool m_hasService;
};

} // namespace waymark
