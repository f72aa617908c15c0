#pragma once

#include "models/catalog/copierfile.h"

namespace waymark {

/// The question that `entry` of `file` is; what Copier would not take is told and left out.
/// Nothing: it is none at all.
[[nodiscard]] std::optional<CopierQuestion> readCopierQuestion(CopierFile &file,
                                                               const CopierFile::Entry &entry);

} // namespace waymark
