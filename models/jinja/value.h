#pragma once

#include "models/base/integer.h"
#include "models/jinja/payload.h"
#include "models/jinja/reference.h"

#include <QString>

#include <utility>

namespace waymark::jinja {

struct ListData;
struct DictData;
struct RangeData;
struct UndefinedData;
struct IntegerData;
class Object;

/// A value while a template runs: a small one in place, texts shared as QString shares
/// them, lists, maps and objects by reference (what changes one of them is seen through every name
/// of it, as in Python and JavaScript). Asking for a payload that it has not is an error of the
/// program.
class Value : private Payload
{
public:
    using Payload::Type;

    // NOLINTBEGIN(google-explicit-constructor): what is a value in a template is one here
    Value()
        : Payload(Type::Missing)
    {
    }
    Value(bool value)
        : Payload(Type::Bool, qint64(value))
    {
    }
    Value(qint64 value)
        : Payload(Type::Int, value)
    {
    }
    Value(int value)
        : Payload(Type::Int, qint64(value))
    {
    }
    Value(double value)
        : Payload(value)
    {
    }
    Value(QString value)
        : Payload(std::move(value))
    {
    }
    Value(Reference<DictData> dict);
    Value(Reference<RangeData> range);
    Value(Reference<Object> object);
    Value(const Integer &value); ///< In place where it fits.
    // NOLINTEND(google-explicit-constructor)
    template<typename T>
    Value(T *) = delete; // a pointer is no bool
    [[nodiscard]] static Value none();
    [[nodiscard]] static Value undefined(Reference<UndefinedData> why = {});
    [[nodiscard]] static Value list(Reference<ListData> items);
    [[nodiscard]] static Value tuple(Reference<ListData> items);
    /// Text that needs no more escaping (Markup, SafeString).
    [[nodiscard]] static Value markup(QString text);
    /// The same with its text lent, so that copies need not be counted: another one holds it until
    /// the end of the render (the data that was passed, a template's constant). Nothing of a lent
    /// text leaves the render but by kept().
    [[nodiscard]] Value lent() const;

    [[nodiscard]] Type type() const { return m_type; }
    [[nodiscard]] bool is(Type type) const { return m_type == type; }
    [[nodiscard]] bool isMissing() const { return m_type == Type::Missing; }
    [[nodiscard]] bool isUndefined() const { return m_type == Type::Undefined; }
    [[nodiscard]] bool isNone() const { return m_type == Type::None; }
    [[nodiscard]] bool isText() const { return m_type == Type::Text; }
    [[nodiscard]] bool isMarkup() const { return m_markup; }
    /// Bool, Int or BigInt: what Python calls an int.
    [[nodiscard]] bool isIntegral() const;
    /// isIntegral() or Float.
    [[nodiscard]] bool isNumber() const { return isIntegral() || m_type == Type::Float; }
    [[nodiscard]] bool isSequence() const { return m_type == Type::List || m_type == Type::Tuple; }

    [[nodiscard]] bool boolean() const { return m_int != 0; }
    [[nodiscard]] qint64 integer() const { return m_int; }
    [[nodiscard]] double real() const { return m_float; }
    [[nodiscard]] const QString &text() const { return m_text; }
    [[nodiscard]] ListData &items() const; ///< Of a List or Tuple.
    [[nodiscard]] DictData &dict() const;
    [[nodiscard]] const RangeData &range() const;
    [[nodiscard]] Object &object() const;
    [[nodiscard]] const UndefinedData *undefinedReason() const; ///< May be null.
    /// Of what isIntegral().
    [[nodiscard]] Integer toInteger() const;
    /// Of what isNumber().
    [[nodiscard]] double toDouble() const;
    /// The object as a T, or null.
    template<typename T>
    [[nodiscard]] T *as() const;
    /// Whether both are the same object, or equal simple values of one type (Python's `is`).
    [[nodiscard]] bool isSame(const Value &other) const;

    [[nodiscard]] Tags tags() const { return m_tags; }
    void setTags(Tags tags) { m_tags = tags; }

private:
    Value(Type type, Shared *shared)
        : Payload(type, shared)
    {
    }
};

/// `text` in memory of its own, for what outlives the render.
[[nodiscard]] QString kept(const QString &text);

} // namespace waymark::jinja
