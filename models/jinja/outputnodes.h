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
    {
    }
    /// It is not even compiled: its template has a parent by then.
    void drop() { m_isDropped = true; }
    [[nodiscard]] Next execute(Interpreter &interpreter) const override;
    void bind(Binder &binder) override
    {
        if (!m_isDropped)
            binder.expression(*m_expression);
    }
    void eachChild(const NodeVisitor &visit) const override { visit(*m_expression); }

private:
    ExpressionPtr m_expression;
    bool m_isDropped = false;
};

} // namespace waymark::jinja
