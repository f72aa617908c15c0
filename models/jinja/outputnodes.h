#pragma once

#include "models/jinja/ast.h"
#include "models/jinja/binder.h"

#include <QByteArray>
#include <QString>

namespace waymark::jinja {

/// Text between tags.
class TextNode final : public Statement
{
public:
    TextNode(qsizetype offset, const QString &text)
        : Statement(offset)
        , m_bytes(text.toUtf8())
        , m_isBlank(text.trimmed().isEmpty())
    {
    }
    [[nodiscard]] bool isBlank() const { return m_isBlank; }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override;
    void bind(Binder & /*binder*/) override { }
    void eachChild(const NodeVisitor & /*visit*/) const override { }

private:
    QByteArray m_bytes;
    bool m_isBlank;
};

/// {{ expression }}
class OutputNode final : public Statement
{
public:
    OutputNode(qsizetype offset, ExpressionPtr expression)
        : Statement(offset)
        , m_expression(std::move(expression))
        , m_printed(m_expression.get())
    {
    }
    /// It is not even compiled: its template has a parent by then.
    void drop() { m_isDropped = true; }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override;
    void bind(Binder &binder) override
    {
        if (m_isDropped)
            return;
        m_constant = binder.output(*m_expression);
        if (m_constant)
            m_printed = m_constant.get();
    }
    void eachChild(const NodeVisitor &visit) const override { visit(*m_expression); }

private:
    ExpressionPtr m_expression;
    ExpressionPtr m_constant; ///< Null: m_expression is none.
    const ExpressionNode *m_printed; ///< One of them.
    bool m_isDropped = false;
};

} // namespace waymark::jinja
