#include "models/plan/declining.h"

namespace waymark {

void decline(PlannedFile &file)
{
    Change &change = file.change;
    if (change.kind == ChangeClass::Unchanged)
        return;
    const bool isThere = change.oldMode.has_value();
    change.kind = isThere ? ChangeClass::Kept : ChangeClass::Declined;
    change.mode = change.oldMode;
    change.content = change.oldContent;
    change.problems = {};
    file.provenance = {};
    file.dependsOnSecret = file.dependsOnSecret && !isThere;
}

} // namespace waymark
