#pragma once

#include "models/base/valuepath.h"

#include <QStringList>

namespace waymark {

/// Where an answer stands among all answers: names of parameters from outside in, and numbers (from
/// 0, as text) of items of a list: {"databases", "0", "name"}. Empty: all answers together.
using AnswerPath = QStringList;

/// "databases[0].name", as messages show a path.
[[nodiscard]] QString toText(const AnswerPath &path, const Value &answers = {});

/// The path that someone wrote as "databases.0.name" or "databases[0].name".
[[nodiscard]] AnswerPath parseAnswerPath(QStringView text);

/// `answers` with `value` at `path`: maps come where they are missing, a list grows by one at most.
[[nodiscard]] Value withValueAt(Value answers, const AnswerPath &path, Value value);
/// `answers` without what stands at `path`; an item of a list takes its place with it.
[[nodiscard]] Value withoutValueAt(Value answers, const AnswerPath &path);

} // namespace waymark
