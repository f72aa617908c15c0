#pragma once

#include "models/jinja/ast.h"

#include <QString>

#include <optional>

namespace waymark::jinja {

struct CompiledEnvironment;

/// What is known of escaping where an expression is compiled.
struct KnownEscaping
{
    bool isOn = false; ///< As far as that is known.
    bool isVolatile = false; ///< Only a run tells (jinja2.nodes.EvalContext).
};

/// What Jinja2 works out when it compiles a template, by rules of its own: as_const() of
/// jinja2/nodes.py. Expressions have to be bound.
class Constants
{
public:
    /// `environment` outlives it.
    explicit Constants(const CompiledEnvironment &environment)
        : m_environment(environment)
    {
    }

    /// Whether nothing but the text of `expression` decides what it is.
    [[nodiscard]] bool isConstant(const ExpressionNode &expression, KnownEscaping escaping) const;
    /// What a constant prints that would print something else when it runs; nothing: there is none,
    /// or it fails when it runs.
    [[nodiscard]] std::optional<QString> printedBefore(const ExpressionNode &expression,
                                                       KnownEscaping escaping) const;
    [[nodiscard]] std::optional<bool> truth(const ExpressionNode &expression,
                                            KnownEscaping escaping) const;

private:
    [[nodiscard]] bool isConstant(const Node &node, KnownEscaping escaping, int depth) const;
    /// Of what only some of the parts are looked at.
    [[nodiscard]] bool isChoiceConstant(const ExpressionNode &condition,
                                        const ExpressionNode *ifTrue, const ExpressionNode *ifFalse,
                                        KnownEscaping escaping, int depth) const;

    const CompiledEnvironment &m_environment;
};

} // namespace waymark::jinja
