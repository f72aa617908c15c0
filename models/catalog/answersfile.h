#pragma once

#include "models/catalog/form.h"
#include "models/yaml/yamldocument.h"

namespace waymark {

inline constexpr qint64 maximumAnswersSize = 10LL * 1024 * 1024;

/// Answers out of a file, with the places that problems in them are shown at.
struct AnswersFile
{
    Map answers; ///< Of known names only.
    QList<Problem> problems; ///< Located; unknown names with the nearest known one.

    /// `problem` with the file and the place of the answer that it is about, where that is in the
    /// file.
    [[nodiscard]] Problem located(const AnswerProblem &problem) const;

    YamlDocument document;
};

/// Reads `content`, YAML or JSON by what it looks like, for the questions of `form`. What is no map
/// at all, does not parse or is above maximumAnswersSize is an error.
[[nodiscard]] Result<AnswersFile> readAnswers(const QByteArray &content, const QString &file,
                                              const FormSchema &form);

} // namespace waymark
