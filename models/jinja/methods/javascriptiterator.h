#pragma once

#include "models/jinja/object.h"

#include <QString>

#include <vector>

namespace waymark::jinja::javascript {

/// What array.entries() and text.matchAll() give: it is gone through once, by a loop or by next().
class IteratorObject final : public Object
{
public:
    /// `kind` as it prints: "Array Iterator".
    IteratorObject(QString kind, std::vector<Value> items)
        : m_kind(std::move(kind))
        , m_items(std::move(items))
    {
    }
    [[nodiscard]] QString typeName() const override { return QStringLiteral("object"); }
    [[nodiscard]] QString toText(Runtime & /*runtime*/) const override
    {
        return QStringLiteral("[object %1]").arg(m_kind);
    }
    [[nodiscard]] Value attribute(Runtime &runtime, const QString &name) override;
    [[nodiscard]] bool isIterable() const override { return true; }
    /// The next item, or Missing.
    [[nodiscard]] Value next(Runtime &runtime) override;
    /// All that are left, as Array.from() takes them.
    [[nodiscard]] std::vector<Value> rest();

private:
    QString m_kind;
    std::vector<Value> m_items;
    size_t m_at = 0;
};

} // namespace waymark::jinja::javascript
