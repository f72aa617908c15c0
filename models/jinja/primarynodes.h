#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/variable.h"

#include <QString>

#include <utility>
#include <vector>

namespace waymark::jinja {

/// A literal; what it makes is the same each time.
class ConstantNode final : public ExpressionNode
{
public:
    ConstantNode(qsizetype offset, Value value)
        : ExpressionNode(offset)
        , m_value(std::move(value))
        , m_lent(m_value.lent())
    {
    }
    [[nodiscard]] const Value &value() const { return m_value; }
    [[nodiscard]] Value evaluate(Interpreter & /*interpreter*/) const override { return m_lent; }
    [[nodiscard]] const Value *peek(Interpreter & /*interpreter*/) const override
    {
        return &m_lent;
    }
    void bind(Binder & /*binder*/) override { }
    void eachChild(const NodeVisitor & /*visit*/) const override { }

private:
    Value m_value;
    Value m_lent; ///< What runs gets.
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
    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
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
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder & /*binder*/) override { }
    void eachChild(const NodeVisitor & /*visit*/) const override { }

private:
    Value m_regex;
};

} // namespace waymark::jinja
