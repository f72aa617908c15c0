#include "models/jinja/tests/registry.h"

namespace waymark::jinja {

const FunctionTable &jinja2Tests()
{
    static const FunctionTable table{};
    return table;
}

} // namespace waymark::jinja
