#pragma once

#include "models/items/catalogmodel.h"
#include "models/items/commandmodel.h"
#include "models/plan/plan.h"

namespace waymark {

class FormModel;

/// Every template that can be used; the id is the catalog's.
[[nodiscard]] QList<CommandEntry> templateEntries(const CatalogModel &catalog);

/// Every question that is asked, with its page; the id is its path as a JSON Pointer.
[[nodiscard]] QList<CommandEntry> fieldEntries(const FormModel &form);

/// Every file of `plan` that is there afterwards; the id is its path, each byte a Latin-1 letter.
[[nodiscard]] QList<CommandEntry> fileEntries(const Plan &plan);

} // namespace waymark
