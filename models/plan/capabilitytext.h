#pragma once

#include "models/base/value.h"
#include "models/plan/capabilities.h"

namespace waymark {

/// A kind of thing that a template may do, with what it is.
struct CapabilityRow
{
    QString label; ///< "asks", "runs, if you agree"
    QStringList items; ///< Never empty.
    friend bool operator==(const CapabilityRow &, const CapabilityRow &) = default;
};

/// `capabilities` for people: how much it asks and makes, and what else there is.
[[nodiscard]] QList<CapabilityRow> capabilityRows(const Capabilities &capabilities);

/// One sentence for whoever is about to fill a template in: what it would run, and where it would
/// publish to. Empty where it does neither.
[[nodiscard]] QString capabilityNotice(const Capabilities &capabilities);

/// The object "capabilities" of the schemas of “show” and “plan”.
[[nodiscard]] Map capabilitiesToJson(const Capabilities &capabilities);

} // namespace waymark
