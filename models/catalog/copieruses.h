#pragma once

#include "models/catalog/copiersettings.h"
#include "models/catalog/templatereader.h"

namespace waymark {

/// Where the files of a template use what nothing here brings: filters, tests and tags of
/// extensions that are not known. One problem a file, with its place.
[[nodiscard]] QList<Problem> unknownUses(const CopierSettings &settings,
                                         const TemplateTexts &texts);

} // namespace waymark
