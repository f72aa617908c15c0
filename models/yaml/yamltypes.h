#pragma once

#include "models/base/value.h"
#include "models/yaml/yaml.h"

#include <optional>

namespace waymark {

namespace yamltag {
inline constexpr QLatin1StringView null("tag:yaml.org,2002:null");
inline constexpr QLatin1StringView boolean("tag:yaml.org,2002:bool");
inline constexpr QLatin1StringView integer("tag:yaml.org,2002:int");
inline constexpr QLatin1StringView floating("tag:yaml.org,2002:float");
inline constexpr QLatin1StringView text("tag:yaml.org,2002:str");
inline constexpr QLatin1StringView binary("tag:yaml.org,2002:binary");
inline constexpr QLatin1StringView timestamp("tag:yaml.org,2002:timestamp");
inline constexpr QLatin1StringView merge("tag:yaml.org,2002:merge");
inline constexpr QLatin1StringView list("tag:yaml.org,2002:seq");
inline constexpr QLatin1StringView map("tag:yaml.org,2002:map");
} // namespace yamltag

struct TypedScalar
{
    Value value;
    QLatin1StringView tag; ///< One of yamltag.
};

/// What a plain scalar without tag stands for. Numbers of more than 4300 digits are text, as such a
/// number is an error in Python.
[[nodiscard]] TypedScalar typedScalar(const QString &text, YamlSchema schema);

/// What a scalar stands for whose tag is `tag`: empty where its text does not suit one of yamltag.
/// A tag that is none of these is no hindrance: the scalar is read as if it had none.
[[nodiscard]] std::optional<Value> taggedScalar(const QString &text, QStringView tag, bool isPlain,
                                                YamlSchema schema);

} // namespace waymark
