#pragma once

#include "models/base/integer.h"
#include "models/jinja/reference.h"

#include <QString>
#include <QStringView>

#include <utility>

namespace waymark::jinja {

struct ListData;
struct DictData;
struct RangeData;
struct UndefinedData;
struct IntegerData;
class Object;

/// The answers a value comes from, as an entry of the render's TagTable; 0: none.
using Tags = quint32;

/// A value while a template runs: 32 bytes; a small one in place, texts shared as QString shares
/// them, lists, maps and objects by reference (what changes one of them is seen through every name
/// of it, as in Python and JavaScript). Asking for a payload that it has not is an error of the
/// program.
class Value
{
public:
    enum class Type : quint8 {
        Missing, ///< Nothing at all: an argument that was not given, a variable before its
                 ///< assignment.
        Undefined, ///< Python: an Undefined object; JavaScript: undefined.
        None, ///< Python: None; JavaScript: null.
        Bool,
        Int, ///< Of 64 bits; in JavaScript a number without fraction, at most 2⁵³.
        Float,
        Text,
        BigInt, ///< Python's integers beyond 64 bits.
        List,
        Tuple,
        Dict,
        Range,
        Object, ///< Anything else: functions, macros, loops, iterators, namespaces.
    };

    Value()
        : m_type(Type::Missing)
        , m_shared(nullptr)
    {
    }
    Value(bool value)
        : m_type(Type::Bool)
        , m_int(value)
    {
    } // NOLINT(google-explicit-constructor)
    Value(qint64 value)
        : m_type(Type::Int)
        , m_int(value)
    {
    } // NOLINT(google-explicit-constructor)
    Value(int value)
        : m_type(Type::Int)
        , m_int(value)
    {
    } // NOLINT(google-explicit-constructor)
    Value(double value)
        : m_type(Type::Float)
        , m_float(value)
    {
    } // NOLINT(google-explicit-constructor)
    Value(QString value)
        : m_type(Type::Text)
        , m_text(std::move(value))
    {
    } // NOLINT(google-explicit-constructor)
    Value(Reference<DictData> dict); // NOLINT(google-explicit-constructor)
    Value(Reference<RangeData> range); // NOLINT(google-explicit-constructor)
    Value(Reference<Object> object); // NOLINT(google-explicit-constructor)
    Value(const Integer &value); // NOLINT(google-explicit-constructor): in place where it fits
    template<typename T>
    Value(T *) = delete; // a pointer is no bool
    [[nodiscard]] static Value none();
    [[nodiscard]] static Value undefined(Reference<UndefinedData> why = {});
    [[nodiscard]] static Value list(Reference<ListData> items);
    [[nodiscard]] static Value tuple(Reference<ListData> items);
    /// Text that needs no more escaping (Markup, SafeString).
    [[nodiscard]] static Value markup(QString text);

    Value(const Value &other)
        : m_type(other.m_type)
        , m_markup(other.m_markup)
        , m_tags(other.m_tags)
    {
        copyPayload(other);
    }
    Value(Value &&other) noexcept
        : m_type(other.m_type)
        , m_markup(other.m_markup)
        , m_tags(other.m_tags)
    {
        movePayload(other);
    }
    Value &operator=(const Value &other)
    {
        if (this != &other)
            *this = Value(other);
        return *this;
    }
    Value &operator=(Value &&other) noexcept
    {
        if (this != &other) {
            destroy();
            m_type = other.m_type;
            m_markup = other.m_markup;
            m_tags = other.m_tags;
            movePayload(other);
        }
        return *this;
    }
    ~Value() { destroy(); }

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
    [[nodiscard]] bool isShared() const
    {
        return m_type > Type::Text || (m_type == Type::Undefined);
    }
    void copyPayload(const Value &other);
    void movePayload(Value &other) noexcept;
    void destroy();

    Type m_type;
    bool m_markup = false;
    Tags m_tags = 0;
    union {
        qint64 m_int;
        double m_float;
        QString m_text;
        Shared *m_shared;
    };
};

inline void Value::copyPayload(const Value &other)
{
    if (m_type == Type::Text)
        new (&m_text) QString(other.m_text);
    else if (isShared())
        m_shared = retained(other.m_shared);
    else
        m_int = other.m_int;
}

inline void Value::movePayload(Value &other) noexcept
{
    if (m_type == Type::Text)
        new (&m_text) QString(std::move(other.m_text));
    else
        m_shared = std::exchange(other.m_shared, nullptr);
}

inline void Value::destroy()
{
    if (m_type == Type::Text)
        m_text.~QString();
    else if (isShared())
        released(m_shared);
}

} // namespace waymark::jinja
