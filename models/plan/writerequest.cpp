#include "models/plan/writerequest.h"

namespace waymark {

WriteRequest writeRequestOf(const Plan &plan)
{
    WriteRequest request{
        .destination = plan.destination, .changes = {}, .folders = plan.folders, .base = {}};
    request.commit = plan.commits;
    request.message = plan.message;
    request.branch = plan.branch;
    request.signOff = plan.signOff;
    const bool canBeFetched = !plan.made.commit.isEmpty() && !plan.made.url.isEmpty();
    for (const PlannedFile &file : plan.files) {
        request.changes += file.change;
        request.holdsSecret = request.holdsSecret || (file.isSecretAccepted && plan.commits);
        // The record is no part of what was rendered.
        if (!canBeFetched && file.rendered && !file.templatePath.isEmpty())
            request.base += {file.change.path, file.rendered->mode, file.rendered->content};
    }
    return request;
}

} // namespace waymark
