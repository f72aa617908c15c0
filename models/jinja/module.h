#pragma once

#include "models/jinja/context.h"
#include "models/jinja/object.h"

namespace waymark::jinja {

/// An imported template: what it exports, and as text what it printed.
class Module final : public Object
{
public:
    Module(QString name, Reference<Context> context, Value text)
        : m_name(std::move(name))
        , m_context(std::move(context))
        , m_text(std::move(text))
    {
    }
    [[nodiscard]] const QString &name() const { return m_name; }
    /// As a map.
    [[nodiscard]] Value exports() const;
    [[nodiscard]] QString typeName() const override { return QStringLiteral("TemplateModule"); }
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] Value printed() const override { return m_text; }
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;

private:
    QString m_name;
    Reference<Context> m_context;
    Value m_text;
};

} // namespace waymark::jinja
