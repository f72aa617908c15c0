#pragma once

#include "models/base/value.h"
#include "models/yaml/yaml.h"

#include <QString>

#include <optional>

namespace waymark {

/// The tags of YAML's own types, each made without taking memory.
namespace yamltag {
inline QString null()
{
    return QStringLiteral("tag:yaml.org,2002:null");
}
inline QString boolean()
{
    return QStringLiteral("tag:yaml.org,2002:bool");
}
inline QString integer()
{
    return QStringLiteral("tag:yaml.org,2002:int");
}
inline QString floating()
{
    return QStringLiteral("tag:yaml.org,2002:float");
}
inline QString text()
{
    return QStringLiteral("tag:yaml.org,2002:str");
}
inline QString binary()
{
    return QStringLiteral("tag:yaml.org,2002:binary");
}
inline QString timestamp()
{
    return QStringLiteral("tag:yaml.org,2002:timestamp");
}
inline QString merge()
{
    return QStringLiteral("tag:yaml.org,2002:merge");
}
inline QString list()
{
    return QStringLiteral("tag:yaml.org,2002:seq");
}
inline QString map()
{
    return QStringLiteral("tag:yaml.org,2002:map");
}
} // namespace yamltag

struct TypedScalar
{
    Value value;
    QString tag; ///< One of yamltag.
};

/// What a plain scalar without tag stands for. Numbers of more than 4300 digits are text, as such a
/// number is an error in Python.
[[nodiscard]] TypedScalar typedScalar(const QString &text, YamlSchema schema);

/// What a scalar stands for whose tag is `tag`: empty where its text does not suit one of yamltag.
/// A tag that is none of these is no hindrance: the scalar is read as if it had none.
[[nodiscard]] std::optional<Value> taggedScalar(const QString &text, QStringView tag, bool isPlain,
                                                YamlSchema schema);

} // namespace waymark
