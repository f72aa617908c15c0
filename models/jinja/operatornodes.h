#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/operators.h"

#include <utility>
#include <vector>

namespace waymark::jinja {

class UnaryNode final : public ExpressionNode
{
public:
    UnaryNode(qsizetype offset, UnaryOperator op, ExpressionPtr operand)
        : ExpressionNode(offset)
        , m_operator(op)
        , m_operand(std::move(operand))
    {
    }
    [[nodiscard]] UnaryOperator op() const { return m_operator; }
    [[nodiscard]] const ExpressionNode &operand() const { return *m_operand; }
    [[nodiscard]] ExpressionPtr takeOperand() { return std::move(m_operand); }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    UnaryOperator m_operator;
    ExpressionPtr m_operand;
};

class BinaryNode final : public ExpressionNode
{
public:
    BinaryNode(qsizetype offset, BinaryOperator op, ExpressionPtr left, ExpressionPtr right)
        : ExpressionNode(offset)
        , m_operator(op)
        , m_left(std::move(left))
        , m_right(std::move(right))
    {
    }
    [[nodiscard]] BinaryOperator op() const { return m_operator; }
    [[nodiscard]] const ExpressionNode &left() const { return *m_left; }
    [[nodiscard]] const ExpressionNode &right() const { return *m_right; }
    [[nodiscard]] ExpressionPtr takeLeft() { return std::move(m_left); }
    [[nodiscard]] ExpressionPtr takeRight() { return std::move(m_right); }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    [[nodiscard]] Value evaluateLogical(Interpreter &interpreter) const;
    BinaryOperator m_operator;
    ExpressionPtr m_left;
    ExpressionPtr m_right;
};

/// a < b < c, each operand evaluated once (Jinja2).
class ComparisonNode final : public ExpressionNode
{
public:
    struct Comparand
    {
        BinaryOperator op;
        ExpressionPtr right;
    };
    ComparisonNode(qsizetype offset, ExpressionPtr first, std::vector<Comparand> rest)
        : ExpressionNode(offset)
        , m_first(std::move(first))
        , m_rest(std::move(rest))
    {
    }
    [[nodiscard]] const ExpressionNode &first() const { return *m_first; }
    [[nodiscard]] const std::vector<Comparand> &rest() const { return m_rest; }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    [[nodiscard]] Value evaluateOnly(Interpreter &interpreter, const Comparand &operand) const;
    ExpressionPtr m_first;
    std::vector<Comparand> m_rest;
};

/// a ~ b ~ c: texts put together, each with what it comes from.
class ConcatenationNode final : public ExpressionNode
{
public:
    ConcatenationNode(qsizetype offset, std::vector<ExpressionPtr> parts)
        : ExpressionNode(offset)
        , m_parts(std::move(parts))
    {
    }
    [[nodiscard]] std::vector<ExpressionPtr> takeParts() { return std::move(m_parts); }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    std::vector<ExpressionPtr> m_parts;
    bool m_isPlain = false; ///< Markup in it is text like any other.
};

class ConditionalNode final : public ExpressionNode
{
public:
    ConditionalNode(qsizetype offset, ExpressionPtr condition, ExpressionPtr then,
                    ExpressionPtr otherwise)
        : ExpressionNode(offset)
        , m_condition(std::move(condition))
        , m_then(std::move(then))
        , m_otherwise(std::move(otherwise))
    {
    }
    [[nodiscard]] const ExpressionNode &condition() const { return *m_condition; }
    [[nodiscard]] const ExpressionNode &then() const { return *m_then; }
    [[nodiscard]] const ExpressionNode *otherwise() const { return m_otherwise.get(); }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    /// Without a copy of what was chosen.
    void print(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    /// May be null; what decided goes to `tags`.
    [[nodiscard]] const ExpressionNode *choose(Interpreter &interpreter, Tags &tags) const;

    ExpressionPtr m_condition;
    ExpressionPtr m_then;
    ExpressionPtr m_otherwise; ///< May be null.
};

} // namespace waymark::jinja
