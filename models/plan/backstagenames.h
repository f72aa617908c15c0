#pragma once

#include "models/catalog/catalog.h"

#include <stop_token>

namespace waymark {

class NameCheck;

/// misspeltNames() of a Backstage template.
[[nodiscard]] QList<Problem> misspeltBackstageNames(const LoadedTemplate &loaded,
                                                    const std::stop_token &stop);

/// Those in the texts of its `template.yaml`.
void checkDefinitionNames(const Template &definition, NameCheck &check);
/// Those in what its steps fetch.
void checkSkeletonNames(const LoadedTemplate &loaded, NameCheck &check);

} // namespace waymark
