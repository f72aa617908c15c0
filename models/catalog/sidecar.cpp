#include "models/catalog/sidecar.h"

#include <algorithm>

namespace waymark {

Sidecar::Golden Sidecar::goldenOf(const QString &parameter) const
{
    const auto found = std::ranges::find(golden, parameter, &Golden::parameter);
    return found != golden.end() ? *found : Golden{.parameter = parameter};
}

} // namespace waymark
