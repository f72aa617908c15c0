#pragma once

#include "models/jinja/value.h"

#include <optional>
#include <span>

namespace waymark::jinja {

class LoopObject;
class Printer;
class Runtime;

struct NamedArgument
{
    QString name;
    Value value;
};

/// What a call passes, before it is bound to parameters.
struct Arguments
{
    std::span<const Value> positional = {};
    std::span<const NamedArgument> named = {};
};

/// A value that is no plain data: it says for itself how it prints, what it has and whether it can
/// be called or gone through. All that it leaves as it is here, it cannot do.
class Object : public Shared
{
public:
    /// As Python's type(x).__name__: "generator", "Namespace".
    [[nodiscard]] virtual QString typeName() const = 0;
    /// Python: repr(x). JavaScript: String(x).
    [[nodiscard]] virtual QString toText(Runtime &runtime) const;
    /// What it prints, where that is not toText(); else Missing.
    [[nodiscard]] virtual Value printed() const { return {}; }
    [[nodiscard]] virtual bool isTrue() const { return true; }
    /// Missing: it has none of that name.
    [[nodiscard]] virtual Value attribute(Runtime &runtime, const QString &name);
    [[nodiscard]] virtual Value item(Runtime &runtime, const Value &key);
    [[nodiscard]] virtual bool isCallable() const { return false; }
    [[nodiscard]] virtual Value call(Runtime &runtime, const Arguments &arguments);
    /// The object as one that can print what its call gives; or null.
    [[nodiscard]] virtual Printer *printer() { return nullptr; }
    /// The object as the variable `loop`; or null.
    [[nodiscard]] virtual LoopObject *loop() { return nullptr; }
    /// The number of items; empty where it has no len().
    [[nodiscard]] virtual std::optional<qsizetype> length(Runtime &runtime);
    [[nodiscard]] virtual bool isIterable() const { return false; }
    /// The next item of an iterator, or Missing at its end. What can be gone through repeatedly
    /// gives an iterator by iterator().
    [[nodiscard]] virtual Value next(Runtime &runtime);
    [[nodiscard]] virtual Value iterator(Runtime &runtime);
    [[nodiscard]] virtual bool contains(Runtime &runtime, const Value &value);
    /// Bytes that it holds beside itself.
    [[nodiscard]] virtual quint64 bytesHeld() const { return 0; }
    /// Whether it is a mapping, for tests and dump; then plain() is it as a Dict.
    [[nodiscard]] virtual Value plain() const { return {}; }
    /// What its own size and order come from; addShape() adds to it, and to its attributes.
    [[nodiscard]] Tags shape() const { return m_shape; }
    virtual void addShape(Runtime &runtime, Tags tags);
    [[nodiscard]] virtual bool equals(const Object &other) const { return this == &other; }
    /// As the key of a map: the same for all that are equal.
    [[nodiscard]] virtual size_t hash() const;

private:
    Tags m_shape = 0;
};

template<typename T>
T *Value::as() const
{
    return m_type == Type::Object ? dynamic_cast<T *>(m_shared) : nullptr;
}

} // namespace waymark::jinja
