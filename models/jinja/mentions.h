#pragma once

#include "models/jinja/options.h"
#include "models/jinja/reads.h"

namespace waymark::jinja {

/// What rendering a template may look at, by what is written in it: with another context, but the
/// same of what is mentioned, the same comes of it, or the same error.
struct Mentions
{
    Reads context = {};
    bool isRandom = false; ///< The seed too, as far as that can be told without a render.
    bool hasOthers = false; ///< And all there is, or other templates, which a loader may change.

    void add(const Mentions &other);
};

/// Of a whole template; where it cannot be read, of what stands before that.
[[nodiscard]] Mentions mentionsIn(const QString &source, const Options &options);
/// Of one expression, without delimiters.
[[nodiscard]] Mentions mentionsInExpression(const QString &source, const Options &options);

} // namespace waymark::jinja
