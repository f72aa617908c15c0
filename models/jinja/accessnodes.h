#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/containers.h"
#include "models/jinja/loopfield.h"

#include <QString>

#include <utility>

namespace waymark::jinja {

/// a.name
class AttributeNode final : public ExpressionNode
{
public:
    AttributeNode(qsizetype offset, ExpressionPtr base, const QString &name)
        : ExpressionNode(offset)
        , m_base(std::move(base))
        , m_name(name)
        , m_hash(hashOf(Value(name)))
        , m_field(loopField(name))
    {
    }
    [[nodiscard]] const ExpressionNode &base() const { return *m_base; }
    [[nodiscard]] const QString &name() const { return m_name; }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    /// An entry of a map.
    [[nodiscard]] const Value *peek(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override { visit(*m_base); }

private:
    [[nodiscard]] const Value *entryOf(const Value &base) const;
    [[nodiscard]] Value attributeOf(Interpreter &interpreter, const Value &base) const;

    ExpressionPtr m_base;
    QString m_name;
    size_t m_hash;
    LoopField m_field; ///< What it is of `loop`.
    bool m_isEntry = false; ///< Of a map, the name is an entry before it is anything else.
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
    /// An item of a list.
    [[nodiscard]] const Value *peek(Interpreter &interpreter) const override;
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
    /// It stands in a constant that was worked out before the template ran.
    void fold() { m_isFolded = true; }
    [[nodiscard]] Value evaluate(Interpreter &interpreter) const override;
    void bind(Binder &binder) override;
    void eachChild(const NodeVisitor &visit) const override;

private:
    ExpressionPtr m_parts[3]; ///< Each may be null.
    bool m_isFolded = false;
};

} // namespace waymark::jinja
