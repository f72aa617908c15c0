#pragma once

#include "models/jinja/function.h"

#include <initializer_list>
#include <span>
#include <vector>

namespace waymark::jinja {

// How CPython binds the arguments of its methods that are written in C, with their messages. The
// rows of those methods are "type.name(self, *args, **kwargs)".

/// Fails where any argument was given.
void noArguments(const Call &call);
[[nodiscard]] const Value &oneArgument(const Call &call);
/// From `least` to `most` arguments by place.
[[nodiscard]] std::span<const Value> argumentsBetween(const Call &call, size_t least, size_t most);
/// The same of the older kind, whose messages differ: "find() takes at least 1 argument (0 given)".
[[nodiscard]] std::span<const Value> parsedArguments(const Call &call, size_t least, size_t most);
/// Arguments by place or by one of `names`; one that was not given is Missing.
[[nodiscard]] std::vector<Value> namedArguments(const Call &call,
                                                std::initializer_list<const char16_t *> names);

/// An integer as a C one; anything else is an error.
[[nodiscard]] qint64 asIndex(Runtime &runtime, const Value &value);
/// The bound of a slice, `fallback` for None; one beyond 64 bits becomes the nearest.
[[nodiscard]] qint64 asSliceBound(Runtime &runtime, const Value &value, qint64 fallback,
                                  bool allowsNone = true);
/// `index` of a slice of `length` items, within them.
[[nodiscard]] qint64 clampedBound(qint64 index, qint64 length);
/// The type of what keeps `key` from being the key of a map; empty: it can be one.
[[nodiscard]] QString unhashableType(const Runtime &runtime, const Value &key);
/// Fails for what cannot be the key of a map.
void requireHashable(Runtime &runtime, const Value &key);
/// For messages: the name of the method without its type.
[[nodiscard]] QString methodName(const Call &call);

} // namespace waymark::jinja
