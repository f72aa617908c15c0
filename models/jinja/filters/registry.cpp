#include "models/jinja/filters/registry.h"

#include "models/jinja/filters/nunjucksfamilies.h"

namespace waymark::jinja {

const FunctionTable &nunjucksFilters()
{
    static const FunctionTable table{
        nunjucksCaseFilters(),    nunjucksGroupFilters(),     nunjucksLayoutFilters(),
        nunjucksListFilters(),    nunjucksNumberFilters(),    nunjucksOrderFilters(),
        nunjucksReplaceFilters(), nunjucksSelectionFilters(), nunjucksStripFilters(),
        nunjucksTextFilters(),    nunjucksUrlFilters()};
    return table;
}

} // namespace waymark::jinja
