#pragma once

#include "models/jinja/object.h"

namespace waymark::jinja {

/// start:stop:step as a key; what was left out is Missing.
class SliceObject final : public Object
{
public:
    [[nodiscard]] QString typeName() const override { return QStringLiteral("slice"); }
    [[nodiscard]] QString toText(Runtime &runtime) const override;

    Value start = {};
    Value stop = {};
    Value step = {};
    bool isFolded = false; ///< What it cannot slice gives an undefined value.
};

} // namespace waymark::jinja
