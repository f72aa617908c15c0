#pragma once

#include "models/plan/plan.h"

namespace waymark {

/// Whether a service stands at `destination`: its record is there.
[[nodiscard]] bool hasService(const DestinationSnapshot &destination);

/// That a service stands at `destination`, so that none can be made there ("destination.service").
[[nodiscard]] std::optional<Problem> checkService(const DestinationSnapshot &destination);

/// That a new service is there already ("destination.service"), or all of its files are
/// ("destination.complete"): nothing would be made then. `plan` has its files and destination.
[[nodiscard]] QList<Problem> checkPresence(const Plan &plan);

} // namespace waymark
