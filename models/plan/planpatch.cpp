#include "models/plan/planpatch.h"

#include "models/git/patch.h"
#include "models/plan/planhash.h"

namespace waymark {
namespace {

std::optional<git::PatchSide> sideOf(const std::optional<FileMode> &mode, const QByteArray &content)
{
    return mode ? std::optional(git::PatchSide{*mode, content}) : std::nullopt;
}

} // namespace

Result<QByteArray> toPatch(const Plan &plan)
{
    QByteArray whole;
    const auto &repository = plan.destination.repository;
    const QByteArray prefix
        = repository && !repository->prefix.isEmpty() ? repository->prefix + '/' : QByteArray();
    for (const PlannedFile &file : plan.files) {
        const Change &change = file.change;
        if (!change.isWritten())
            continue;
        if (file.dependsOnSecret) {
            whole += "# " + prefix + plan.shownPath(change.path)
                + " holds a secret and is left out; its SHA-256 is " + contentHash(change.content)
                + '\n';
            continue;
        }
        const auto one = git::patch(prefix + change.path, sideOf(change.oldMode, change.oldContent),
                                    sideOf(change.mode, change.content));
        if (!one)
            return one;
        whole += *one;
    }
    return whole;
}

} // namespace waymark
