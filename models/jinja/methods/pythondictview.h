#pragma once

#include "models/jinja/containers.h"
#include "models/jinja/object.h"

namespace waymark::jinja {

/// dict.keys(), dict.values() and dict.items(): what is in a map, as it changes.
class DictView final : public Object
{
public:
    enum class Kind : quint8 { Keys, Values, Items };

    DictView(Kind kind, Value dict)
        : m_kind(kind)
        , m_dict(std::move(dict))
    {
    }

    [[nodiscard]] const Value &dict() const { return m_dict; }
    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] bool isTrue() const override { return m_dict.dict().size() > 0; }
    [[nodiscard]] std::optional<qsizetype> length(Runtime &runtime) override;
    [[nodiscard]] bool isIterable() const override { return true; }
    [[nodiscard]] Value iterator(Runtime &runtime) override;
    [[nodiscard]] bool contains(Runtime &runtime, const Value &value) override;
    /// Its items from the last to the first, as reversed() gives them.
    [[nodiscard]] Value reversed() const;

private:
    [[nodiscard]] Value at(qsizetype index) const;
    [[nodiscard]] Value iteratorFrom(bool isReverse) const;

    Kind m_kind;
    Value m_dict;
};

} // namespace waymark::jinja
