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

const FunctionTable *extensionFilters(const QString & /*name*/)
{
    return nullptr;
}

} // namespace waymark::jinja
