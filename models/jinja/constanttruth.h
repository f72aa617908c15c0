#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/template.h"

#include <memory>
#include <optional>

namespace waymark::jinja {

/// Tells of conditions that no context changes.
class ConstantTruth
{
public:
    explicit ConstantTruth(const std::shared_ptr<const CompiledEnvironment> &environment);

    /// Whether `condition` is always true, or always false, by the language's rules; nothing: that
    /// depends, or it fails.
    [[nodiscard]] std::optional<bool> of(const ExpressionNode &condition) const;

private:
    [[nodiscard]] std::optional<bool> ofLogical(const ExpressionNode &left,
                                                const ExpressionNode &right, bool decides) const;
    [[nodiscard]] std::optional<bool> evaluated(const ExpressionNode &condition) const;

    std::shared_ptr<const CompiledTemplate> m_nothing; ///< What constants are evaluated in.
};

} // namespace waymark::jinja
