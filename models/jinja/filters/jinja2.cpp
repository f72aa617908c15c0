#include "models/jinja/filters/jinja2families.h"
#include "models/jinja/filters/registry.h"

namespace waymark::jinja {

const FunctionTable &jinja2Filters()
{
    static const FunctionTable table{
        jinja2CaseFilters(),   jinja2LayoutFilters(), jinja2MarkupFilters(),
        jinja2LinkFilters(),   jinja2NumberFilters(), jinja2SequenceFilters(),
        jinja2ColumnFilters(), jinja2OrderFilters(),  jinja2SelectionFilters(),
        jinja2DataFilters(),   jinja2JsonFilters(),   jinja2PrettyFilters(),
    };
    return table;
}

} // namespace waymark::jinja
