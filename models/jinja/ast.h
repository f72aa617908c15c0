#pragma once

#include "models/jinja/value.h"

#include <functional>
#include <memory>
#include <vector>

namespace waymark::jinja {

class Binder;
class Interpreter;
class Node;
using NodeVisitor = std::function<void(const Node &)>;

/// A part of a template's tree. Built by the parser, its names resolved once by bind(); then
/// immutable.
class Node
{
public:
    explicit Node(qsizetype offset)
        : m_offset(static_cast<quint32>(offset))
    {
    }
    Node(const Node &) = delete;
    Node &operator=(const Node &) = delete;
    virtual ~Node() = default;

    /// UTF-16 units from the start of the template.
    [[nodiscard]] quint32 offset() const { return m_offset; }
    /// Resolves the names in it and in what it consists of, in the order in which they run.
    virtual void bind(Binder &binder) = 0;
    virtual void eachChild(const NodeVisitor &visit) const = 0;

private:
    quint32 m_offset;
};

/// What has a value.
class ExpressionNode : public Node
{
public:
    explicit ExpressionNode(qsizetype offset)
        : Node(offset)
        , m_anchor(this->offset())
    {
    }
    /// The place whose line Jinja2 calls the expression's, for its errors.
    [[nodiscard]] quint32 anchor() const { return m_anchor; }
    void setAnchor(qsizetype offset) { m_anchor = static_cast<quint32>(offset); }
    [[nodiscard]] virtual Value evaluate(Interpreter &interpreter) const = 0;
    /// The value where it lies already, or null. Valid until the next node runs; to peek is not to
    /// run.
    [[nodiscard]] virtual const Value *peek(Interpreter & /*interpreter*/) const { return nullptr; }
    /// Whether it looks at all variables there are.
    [[nodiscard]] virtual bool readsContext() const { return false; }
    /// Writes the value to the output.
    virtual void print(Interpreter &interpreter) const;

private:
    quint32 m_anchor;
};
using ExpressionPtr = std::unique_ptr<ExpressionNode>;

/// How a statement ended.
enum class Next : quint8 { Go, Break, Continue };

class Statement : public Node
{
public:
    using Node::Node;
    [[nodiscard]] virtual Next execute(Interpreter &interpreter) const = 0;
    /// Whether some of what it prints goes past whatever takes the output of the code around it.
    [[nodiscard]] virtual bool printsPast() const;
};
using StatementPtr = std::unique_ptr<Statement>;

/// Statements in a row.
struct Body
{
    std::vector<StatementPtr> statements;

    [[nodiscard]] Next execute(Interpreter &interpreter) const
    {
        for (const StatementPtr &statement : statements) {
            if (const Next next = statement->execute(interpreter); next != Next::Go)
                return next;
        }
        return Next::Go;
    }
    void bind(Binder &binder) const;
    void eachChild(const NodeVisitor &visit) const
    {
        for (const StatementPtr &statement : statements)
            visit(*statement);
    }
    [[nodiscard]] bool printsPast() const;
    [[nodiscard]] bool isEmpty() const { return statements.empty(); }
};

/// How many nodes stand inside each other, at most.
[[nodiscard]] quint32 heightOf(const Node &node);
[[nodiscard]] quint32 heightOf(const Body &body);

} // namespace waymark::jinja
