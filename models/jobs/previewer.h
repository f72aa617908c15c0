#pragma once

#include "models/git/tree.h"
#include "models/jobs/preview.h"
#include "models/plan/planmemory.h"
#include "models/plan/rendermemory.h"

#include <QHash>

namespace waymark {

/// Makes one preview after the other, each with what those before found out. For one at a time, in
/// whatever thread.
class Previewer
{
public:
    /// Nothing where it was asked to stop.
    [[nodiscard]] std::optional<Preview> preview(const PreviewRequest &request,
                                                 const std::stop_token &stop);

private:
    [[nodiscard]] Result<> look(const PreviewRequest &request, const Rendering &rendering);
    [[nodiscard]] Result<> lookAtStorage(const PreviewRequest &request, const Rendering &rendering);
    void takeEarlier(const PreviewRequest &request, Preview &preview);

    RenderMemory m_renders;
    PlanMemory m_plans;
    std::shared_ptr<const LoadedTemplate> m_loaded; ///< Whose files are in `m_good`.
    QHash<QByteArray, RenderedFile> m_good; ///< What was made last without a problem, by path.
    DestinationSnapshot m_asked; ///< For what was seen.
    int m_look = 0;
    DestinationSnapshot m_seen; ///< With every path that was looked at.
    QList<git::File> m_stored; ///< Of which it is known whether git can store them.
};

} // namespace waymark
