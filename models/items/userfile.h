#pragma once

#include "models/base/problem.h"
#include "models/base/value.h"

namespace waymark {

/// What stands in a file that the user chose; one above `most` bytes is an error.
[[nodiscard]] Result<QByteArray> readUserFile(const QString &path, qint64 most);
/// Replaces the file in one step.
[[nodiscard]] Result<> writeUserFile(const QString &path, const QByteArray &content);

/// The answer that the file at `path` is to a question for a file: a data: URL with its name.
[[nodiscard]] Result<Value> fileAnswer(const QString &path);
/// "certificate.pem, 2 kB" of such an answer; empty: there is none.
[[nodiscard]] QString fileAnswerText(const QString &dataUrl);

} // namespace waymark
