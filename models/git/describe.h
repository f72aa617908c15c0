#pragma once

#include "models/git/objectid.h"

#include <QString>

#include <optional>

namespace waymark::git {

/// What a checkout has, in git's words.
struct Description
{
    QString text; ///< As `git describe --tags --always` gives it: "v1.2.0-3-g1a2b3c4", "1a2b3c4".
    ObjectId commit;
    friend bool operator==(const Description &, const Description &) = default;
};

/// Of the commit that is checked out in `folder`, if that is the top of a work tree. Changes that
/// are not committed are not told of. Starts nothing and writes nothing.
[[nodiscard]] std::optional<Description> describeCheckout(const QString &folder);

} // namespace waymark::git
