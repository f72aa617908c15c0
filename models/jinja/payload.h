#pragma once

#include "models/jinja/reference.h"

#include <QString>

#include <utility>

namespace waymark::jinja {

/// The answers a value comes from, as an entry of the render's TagTable; 0: none.
using Tags = quint32;

/// How a value lies in memory: 32 bytes, what is small in place, the rest shared.
class Payload
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

    Payload(const Payload &other)
        : m_type(other.m_type)
        , m_markup(other.m_markup)
        , m_tags(other.m_tags)
    {
        copyFrom(other);
    }
    Payload(Payload &&other) noexcept
        : m_type(other.m_type)
        , m_markup(other.m_markup)
        , m_tags(other.m_tags)
    {
        moveFrom(other);
    }
    Payload &operator=(const Payload &other)
    {
        if (this != &other)
            *this = Payload(other);
        return *this;
    }
    Payload &operator=(Payload &&other) noexcept
    {
        if (this != &other) {
            destroy();
            m_type = other.m_type;
            m_markup = other.m_markup;
            m_tags = other.m_tags;
            moveFrom(other);
        }
        return *this;
    }
    ~Payload() { destroy(); }

protected:
    explicit Payload(Type type, Shared *shared = nullptr)
        : m_type(type)
        , m_shared(shared)
    {
    }
    Payload(Type type, qint64 number)
        : m_type(type)
        , m_int(number)
    {
    }
    explicit Payload(double number)
        : m_type(Type::Float)
        , m_float(number)
    {
    }
    explicit Payload(QString text)
        : m_type(Type::Text)
        , m_text(std::move(text))
    {
    }

    Type m_type;
    bool m_markup = false;
    Tags m_tags = 0;
    union {
        qint64 m_int;
        double m_float;
        QString m_text;
        Shared *m_shared;
    };

private:
    [[nodiscard]] bool isShared() const { return m_type > Type::Text || m_type == Type::Undefined; }
    void copyFrom(const Payload &other)
    {
        if (m_type == Type::Text)
            new (&m_text) QString(other.m_text);
        else if (isShared())
            m_shared = retained(other.m_shared);
        else
            m_int = other.m_int;
    }
    void moveFrom(Payload &other) noexcept
    {
        if (m_type == Type::Text)
            new (&m_text) QString(std::move(other.m_text));
        else
            m_shared = std::exchange(other.m_shared, nullptr);
    }
    void destroy()
    {
        if (m_type == Type::Text)
            m_text.~QString();
        else if (isShared())
            released(m_shared);
    }
};

} // namespace waymark::jinja
