#include "models/catalog/parameter.h"

namespace waymark {

// Not in the class, where a list of its own type cannot be compared yet.
bool operator==(const Parameter &a, const Parameter &b) = default;

} // namespace waymark
