#pragma once

#include "models/catalog/catalog.h"

#include <stop_token>

namespace waymark {

/// Warnings, at most 100, where a file of `loaded` that is a template, its name, or a text of a
/// step names what nothing in the template defines, whatever is answered: an entry of `values`
/// that the step does not hand on, a parameter, question or variable that is not asked for, the
/// output of a step that there is not, and anything but its one map in a file that Backstage
/// fetches. What could come from elsewhere is not told of: names that the template itself takes for
/// missing (`is defined`, default()), files whose surroundings are known only while rendering,
/// those that others include, and, of what only stands in conditions or depends on such a name, all
/// that is not close to a name there is. Stopped, it ends after the file that it looks at.
[[nodiscard]] QList<Problem> misspeltNames(const LoadedTemplate &loaded,
                                           const std::stop_token &stop = {});

} // namespace waymark
