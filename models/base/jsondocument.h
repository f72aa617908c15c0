#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

#include <QByteArray>
#include <QHash>

namespace waymark {

/// A JSON text with the places of all that it holds, so that a problem found in it later can be
/// shown there. Read as Python's json module reads it: of a key that stands twice the last value
/// counts, and NaN, Infinity and -Infinity are numbers.
class JsonDocument
{
public:
    /// An error has its place in `file`.
    [[nodiscard]] static Result<JsonDocument> read(QByteArrayView text, const QString &file);

    [[nodiscard]] const Value &value() const { return m_value; }
    [[nodiscard]] const QString &file() const { return m_file; }
    /// `problem` where the value at `path` (keys, and numbers from 0 in lists) begins, with the key
    /// before it, or at what is nearest around it.
    [[nodiscard]] Problem placed(const Problem &problem, QStringList path) const;

private:
    Value m_value;
    QString m_text;
    QString m_file;
    QHash<QStringList, qsizetype> m_places;
};

} // namespace waymark
