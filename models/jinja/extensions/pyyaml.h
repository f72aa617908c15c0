#pragma once

#include "models/jinja/runtime.h"

namespace waymark::jinja {

/// Those parameters of PyYAML's yaml.dump() that templates reach, with its defaults.
struct PyYamlStyle
{
    enum class Flow : quint8 { Never, Always, Leaves }; ///< default_flow_style False, True, None.

    int indent = 2;
    qint64 width = 80;
    bool allowsUnicode = false;
    bool sortsKeys = true;
    bool startsExplicitly = false;
    bool endsExplicitly = false;
    QChar quote = {}; ///< default_style: of all scalars, or none.
    Flow flow = Flow::Never;
};

/// yaml.dump(value, …), character by character; what is no data fails.
[[nodiscard]] QString pyYaml(Runtime &runtime, const Value &value, const PyYamlStyle &style);

} // namespace waymark::jinja
