#pragma once

#include "models/catalog/copiersettings.h"
#include "models/catalog/occasion.h"
#include "models/jinja/taggedvalue.h"

namespace waymark {

/// What a template of Copier sees beside the answers, before any is given: `_copier_conf`,
/// `_folder_name`, `_src_path` and the like. `given` is what was answered.
[[nodiscard]] jinja::TaggedValue copierSurroundings(const CopierSettings &settings,
                                                    const Map &given, const Occasion &occasion);

} // namespace waymark
