#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

#include <QList>

class QTextStream;

namespace waymark::cli {

[[nodiscard]] Value asJson(const Problem &problem);
[[nodiscard]] Value asJson(const QList<Problem> &problems);

/// Prints `members` as one document behind the id and version of its schema, resources/schemas/
/// waymark-KIND.schema.json.
void printJson(QTextStream &out, const QString &kind, const Map &members);

} // namespace waymark::cli
