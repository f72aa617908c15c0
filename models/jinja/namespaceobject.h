#pragma once

#include "models/jinja/containers.h"
#include "models/jinja/object.h"

namespace waymark::jinja {

/// Jinja2's namespace(): attributes that can be set from any scope.
class NamespaceObject final : public Object
{
public:
    void set(const QString &name, Value value) { m_attributes.insert(name, std::move(value)); }

    [[nodiscard]] QString typeName() const override { return QStringLiteral("Namespace"); }
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;
    [[nodiscard]] Value item(Runtime &runtime, const Value &key) override;
    void addShape(Runtime &runtime, Tags tags) override;

private:
    DictData m_attributes;
};

} // namespace waymark::jinja
