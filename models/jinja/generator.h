#pragma once

#include "models/jinja/object.h"

#include <functional>

namespace waymark::jinja {

/// Items that are made when they are asked for, once each: Python's generators and iterators.
class Generator final : public Object
{
public:
    /// The next item, or Missing at the end, again and again.
    using Source = std::function<Value(Runtime &runtime)>;

    /// `mapping`: the map that it goes through, else Missing.
    Generator(QString typeName, Source source, Value mapping = {})
        : m_typeName(std::move(typeName))
        , m_source(std::move(source))
        , m_mapping(std::move(mapping))
    {
    }
    [[nodiscard]] const Value &mapping() const { return m_mapping; }
    [[nodiscard]] QString typeName() const override { return m_typeName; }
    [[nodiscard]] bool isIterable() const override { return true; }
    [[nodiscard]] Value next(Runtime &runtime) override { return m_source(runtime); }

private:
    QString m_typeName;
    Source m_source;
    Value m_mapping;
};

/// A generator as a value.
[[nodiscard]] inline Value generator(Generator::Source source,
                                     const QString &typeName = QStringLiteral("generator"),
                                     const Value &mapping = {})
{
    return Value(Reference<Object>(make<Generator>(typeName, std::move(source), mapping)));
}

} // namespace waymark::jinja
