#pragma once

#include "views/shell/headerrow.h"

namespace waymark {

class CatalogReader;

/// What the window says of the catalog.
struct CatalogStatus
{
    CatalogState state = CatalogState::Reading;
    QString text = {}; ///< "Catalog up to date"
    QString detail = {}; ///< Of the tool tip: what is wrong, or how much there is.
    QString summary = {}; ///< "2 templates"
    QString statusLine = {}; ///< "2 templates of 1 source, read at 10:42"
};
[[nodiscard]] CatalogStatus statusOf(CatalogReader &catalog);

} // namespace waymark
