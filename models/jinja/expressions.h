#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/function.h"
#include "models/jinja/operators.h"
#include "models/jinja/variable.h"

#include <QString>

#include <memory>
#include <optional>
#include <vector>

namespace waymark::jinja {

/// A literal; what it makes is the same each time.
class ConstantNode final : public ExpressionNode
{
public:
    ConstantNode(qsizetype offset, Value value)
        : ExpressionNode(offset)
        , m_value(std::move(value))
    {
    }
    [[nodiscard]] const Value &value() const { return m_value; }
    [[nodiscard]] Value evaluate(Interpreter & /*interpreter*/) const override { return m_value; }
    [[nodiscard]] const Value *peek(Interpreter & /*interpreter*/) const override
    {
        return &m_value;
    }
    void bind(Binder & /*binder*/) override { }
    void eachChild(const NodeVisitor & /*visit*/) const override { }

private:
    Value m_value;
};

class NameNode final : public ExpressionNode
{
public:
    NameNode(qsizetype offset, const QString &name)
        : ExpressionNode(offset)
        , m_variable(name)
    {
    }
    [[nodiscard]] const Variable &variable() const { return m_variable; }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    [[nodiscard]] const Value *peek(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor & /*visit*/) const override { }

private:
    Variable m_variable;
};

/// [a, b], (a, b), and Nunjucks' (a, b), which is its last item as in JavaScript.
class SequenceNode final : public ExpressionNode
{
public:
    enum class Kind : quint8 { List, Tuple, Group };
    SequenceNode(qsizetype offset, Kind kind, std::vector<ExpressionPtr> items)
        : ExpressionNode(offset)
        , m_kind(kind)
        , m_items(std::move(items))
    {
    }
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] const std::vector<ExpressionPtr> &items() const { return m_items; }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    Kind m_kind;
    std::vector<ExpressionPtr> m_items;
};

class DictNode final : public ExpressionNode
{
public:
    using Entry = std::pair<ExpressionPtr, ExpressionPtr>;
    DictNode(qsizetype offset, std::vector<Entry> entries)
        : ExpressionNode(offset)
        , m_entries(std::move(entries))
    {
    }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    std::vector<Entry> m_entries;
};

class RegexNode final : public ExpressionNode
{
public:
    RegexNode(qsizetype offset, Value regex)
        : ExpressionNode(offset)
        , m_regex(std::move(regex))
    {
    }
    [[nodiscard]] Value evaluate(Interpreter & /*interpreter*/) const override { return m_regex; }
    void bind(Binder & /*binder*/) override { }
    void eachChild(const NodeVisitor & /*visit*/) const override { }

private:
    Value m_regex;
};

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
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
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
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    ExpressionPtr m_condition;
    ExpressionPtr m_then;
    ExpressionPtr m_otherwise; ///< May be null.
};

} // namespace waymark::jinja
