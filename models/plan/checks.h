#pragma once

#include "models/base/problem.h"
#include "models/jinja/provenance.h"

#include <QByteArray>

namespace waymark {

/// What is wrong with a generated file by its kind, which its name tells: YAML of any kind is
/// parsed, and JSON; text that is no UTF-8 is told. Problems have the severity `severity` and name
/// `path`.
[[nodiscard]] QList<Problem> checkContent(const QByteArray &path, const QByteArray &content,
                                          Severity severity);

/// `problem` of a file with these contents, with the answers that its line comes from in its hint.
[[nodiscard]] Problem withAnswers(Problem problem, const QByteArray &content,
                                  const jinja::Provenance &provenance);

/// `problem` of a file with these contents, with the line of the template `source` that its line
/// comes from in its hint, as far as that is sure.
[[nodiscard]] Problem withTemplateLine(Problem problem, const QByteArray &content,
                                       const jinja::Provenance &provenance,
                                       const QByteArray &source);

/// What line `line` (from 1) of `content` comes from.
[[nodiscard]] jinja::Sources sourcesOfLine(const QByteArray &content,
                                           const jinja::Provenance &provenance, int line);

} // namespace waymark
