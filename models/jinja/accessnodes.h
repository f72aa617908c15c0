#pragma once

#include "models/jinja/expressions.h"

#include <QVarLengthArray>

namespace waymark::jinja {

/// What stands between the parentheses of a call, a filter or a test.
struct CallArguments
{
    std::vector<ExpressionPtr> positional = {};
    std::vector<std::pair<QString, ExpressionPtr>> named = {};
    ExpressionPtr star = {}; ///< *args
    ExpressionPtr doubleStar = {}; ///< **kwargs

    void bind(Binder &binder) const;
    void eachChild(const NodeVisitor &visit) const;
};

/// The values of CallArguments, while a call runs.
struct EvaluatedArguments
{
    QVarLengthArray<Value, 4> positional = {};
    std::vector<NamedArgument> named = {};

    void add(Interpreter &interpreter, const CallArguments &arguments);
    [[nodiscard]] Arguments view() const
    {
        return {{positional.data(), static_cast<size_t>(positional.size())}, named};
    }
};

/// a.name
class AttributeNode final : public ExpressionNode
{
public:
    AttributeNode(qsizetype offset, ExpressionPtr base, const QString &name)
        : ExpressionNode(offset)
        , m_base(std::move(base))
        , m_name(name)
    {
    }
    [[nodiscard]] const ExpressionNode &base() const { return *m_base; }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override { visit(*m_base); }

private:
    ExpressionPtr m_base;
    QString m_name;
};

/// a[key]
class ItemNode final : public ExpressionNode
{
public:
    ItemNode(qsizetype offset, ExpressionPtr base, ExpressionPtr key)
        : ExpressionNode(offset)
        , m_base(std::move(base))
        , m_key(std::move(key))
    {
    }
    [[nodiscard]] const ExpressionNode &base() const { return *m_base; }
    [[nodiscard]] const ExpressionNode &key() const { return *m_key; }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    ExpressionPtr m_base;
    ExpressionPtr m_key;
};

/// a[start:stop:step]: the key that an ItemNode has then.
class SliceNode final : public ExpressionNode
{
public:
    SliceNode(qsizetype offset, ExpressionPtr start, ExpressionPtr stop, ExpressionPtr step)
        : ExpressionNode(offset)
        , m_parts{std::move(start), std::move(stop), std::move(step)}
    {
    }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    ExpressionPtr m_parts[3]; ///< Each may be null.
};

class CallNode final : public ExpressionNode
{
public:
    CallNode(qsizetype offset, ExpressionPtr callee, CallArguments arguments);
    [[nodiscard]] const ExpressionNode &callee() const { return *m_callee; }
    [[nodiscard]] const CallArguments &arguments() const { return m_arguments; }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    /// A macro writes right where the call is printed.
    void print(Interpreter &interpreter) const override;
    [[nodiscard]] Value evaluateWith(Interpreter &interpreter, const Value &caller) const;
    void printWith(Interpreter &interpreter, const Value &caller) const;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    [[nodiscard]] Value call(Interpreter &interpreter, const Value &callee,
                             EvaluatedArguments &arguments, const Value &caller) const;
    ExpressionPtr m_callee;
    CallArguments m_arguments;
    const AttributeNode *m_method; ///< The callee, where it is an attribute.
};

/// value | name(arguments); without a value (null) where a block's text is filtered.
class FilterNode final : public ExpressionNode
{
public:
    FilterNode(qsizetype offset, ExpressionPtr value, const QString &name, CallArguments arguments)
        : ExpressionNode(offset)
        , m_value(std::move(value))
        , m_name(name)
        , m_arguments(std::move(arguments))
    {
    }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    /// Whether its value is a filter, too.
    [[nodiscard]] bool isChain() const { return m_value != nullptr; }
    /// With `text` in the place of the value that the innermost filter has not.
    [[nodiscard]] Value evaluateWith(Interpreter &interpreter, const Value &text) const;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    ExpressionPtr m_value;
    QString m_name;
    CallArguments m_arguments;
    const Function *m_function = nullptr; ///< Null: it does not exist.
};

/// value is name(arguments)
class TestNode final : public ExpressionNode
{
public:
    TestNode(qsizetype offset, ExpressionPtr value, const QString &name, CallArguments arguments)
        : ExpressionNode(offset)
        , m_value(std::move(value))
        , m_name(name)
        , m_arguments(std::move(arguments))
    {
    }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    ExpressionPtr m_value;
    QString m_name;
    CallArguments m_arguments;
    const Function *m_function = nullptr;
};

} // namespace waymark::jinja
