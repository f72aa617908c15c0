#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/failure.h"

#include <QSet>
#include <QString>

#include <optional>
#include <utility>

namespace waymark::jinja {

class DictNode;
class Interpreter;
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
    [[nodiscard]] bool isConstant(const ExpressionNode &expression, KnownEscaping escaping);
    /// What a constant prints that would print something else when it runs; nothing: there is none,
    /// or it fails when it runs.
    [[nodiscard]] std::optional<QString> printedBefore(const ExpressionNode &expression,
                                                       KnownEscaping escaping);
    /// The nodes in `expression` that are worked out before it runs (jinja2/optimizer.py).
    [[nodiscard]] QSet<const Node *> folded(const ExpressionNode &expression,
                                            KnownEscaping escaping);
    /// The error that ends Jinja2's optimizer, and so the template, where there is one in `node`.
    [[nodiscard]] std::optional<Failure> failure(const Node &node, KnownEscaping escaping,
                                                 bool isInOptimized = false);
    /// What a constant prints; nothing: it is none, or fails.
    [[nodiscard]] std::optional<QString> printed(const ExpressionNode &expression,
                                                 KnownEscaping escaping);
    [[nodiscard]] std::optional<bool> truth(const ExpressionNode &expression,
                                            KnownEscaping escaping);

private:
    void addFolded(QSet<const Node *> &folded, const Node &node, KnownEscaping escaping,
                   bool isInOptimized);
    [[nodiscard]] std::optional<Failure> failureOfKeys(const DictNode &dict,
                                                       KnownEscaping escaping);
    [[nodiscard]] std::optional<Failure> failureOfParts(const Node &joined, KnownEscaping escaping);
    /// Of what is undefined and has neither truth nor text.
    [[nodiscard]] std::optional<Failure> failureOfUndefined(const ExpressionNode &condition,
                                                            KnownEscaping escaping);
    [[nodiscard]] std::optional<bool> truthOf(const ExpressionNode &constant,
                                              KnownEscaping escaping);
    [[nodiscard]] bool isConstant(const Node &node, KnownEscaping escaping, int depth);
    /// Of what only some of the parts are looked at.
    [[nodiscard]] bool isChoiceConstant(const ExpressionNode &condition,
                                        const ExpressionNode *ifTrue, const ExpressionNode *ifFalse,
                                        KnownEscaping escaping, int depth);

    /// `step` of an interpreter that has no context; nothing where it fails.
    template<typename Step>
    [[nodiscard]] auto computed(KnownEscaping escaping, const Step &step)
        -> std::optional<decltype(step(std::declval<Interpreter &>()))>;

    const CompiledEnvironment &m_environment;
    int m_left = 10'000; ///< Constants that are worked out, however many there are.
};

} // namespace waymark::jinja
