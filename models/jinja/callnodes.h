#pragma once

#include "models/jinja/accessnodes.h"
#include "models/jinja/callarguments.h"
#include "models/jinja/function.h"

#include <QString>

#include <utility>

namespace waymark::jinja {

class CallNode final : public ExpressionNode
{
public:
    CallNode(qsizetype offset, ExpressionPtr callee, CallArguments arguments);
    [[nodiscard]] const ExpressionNode &callee() const { return *m_callee; }
    [[nodiscard]] const CallArguments &arguments() const { return m_arguments; }
    [[nodiscard]] CallArguments takeArguments() { return std::move(m_arguments); }
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
    [[nodiscard]] const QString &name() const { return m_name; }
    /// Null: the text of a block.
    [[nodiscard]] const ExpressionNode *value() const { return m_value.get(); }
    [[nodiscard]] const CallArguments &arguments() const { return m_arguments; }
    [[nodiscard]] ExpressionPtr takeValue() { return std::move(m_value); }
    [[nodiscard]] CallArguments takeArguments() { return std::move(m_arguments); }
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
    [[nodiscard]] const ExpressionNode &value() const { return *m_value; }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] const CallArguments &arguments() const { return m_arguments; }
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
