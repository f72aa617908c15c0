#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace waymark {

/// What valijson says of one place: its path (keys, and numbers from 0) and its own words.
struct SchemaFailure
{
    QStringList path;
    QString description;
    bool isEcho = false; ///< It only says that something within is wrong.
};

/// Whether `description` only says that something within was wrong.
[[nodiscard]] bool isEcho(const QString &description);

/// The failures that matter of all that valijson tells, which is each one again for every map and
/// list around it, and those of every alternative: of `anyOf` and `oneOf` the alternative that
/// comes nearest.
[[nodiscard]] QList<SchemaFailure> essential(const QList<SchemaFailure> &failures);

/// The end of a failure's description that says what an alternative of the schema was for.
inline constexpr QLatin1StringView noAlternative("Failed to validate against any");

} // namespace waymark
