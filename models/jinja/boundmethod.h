#pragma once

#include "models/jinja/function.h"
#include "models/jinja/object.h"

namespace waymark::jinja {

/// A method together with the value it belongs to, as a value.
class BoundMethod final : public Object
{
public:
    BoundMethod(const Function &function, Value receiver)
        : m_function(function)
        , m_receiver(std::move(receiver))
    {
    }
    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] bool isCallable() const override { return true; }
    [[nodiscard]] Value call(Runtime &runtime, const Arguments &arguments) override;

private:
    const Function &m_function;
    Value m_receiver;
};

/// A global function, as a value.
class NativeFunctionObject final : public Object
{
public:
    explicit NativeFunctionObject(const Function &function)
        : m_function(function)
    {
    }
    [[nodiscard]] QString typeName() const override;
    [[nodiscard]] QString toText(Runtime &runtime) const override;
    [[nodiscard]] bool isCallable() const override { return true; }
    [[nodiscard]] Value call(Runtime &runtime, const Arguments &arguments) override;

private:
    const Function &m_function;
};

} // namespace waymark::jinja
