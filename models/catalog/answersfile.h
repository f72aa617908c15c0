#pragma once

#include "models/catalog/answerproblem.h"
#include "models/catalog/formschema.h"
#include "models/yaml/yamldocument.h"

#include <functional>

namespace waymark {

inline constexpr qint64 maximumAnswersSize = 10LL * 1024 * 1024;

/// Answers out of a file, with the places that problems in them are shown at.
struct AnswersFile
{
    Map answers; ///< Of known names only.
    QList<Problem> problems; ///< Located: unknown names, with the nearest known one.
    std::optional<YamlDocument> document; ///< Nothing: JSON that is no YAML.
    QString file;
    bool isRecord = false; ///< The file is the record of a service, which has them in `answers`.
    bool showsLines = true; ///< False where one may hold a secret: problems have no excerpt then.

    /// `problem` with the file and the place of the answer that it is about, or of what is nearest
    /// around it; of one that the file says nothing of, unchanged.
    [[nodiscard]] Problem located(const AnswerProblem &problem) const;
};

/// What the file `name`, from the folder of another on, holds; nothing: it cannot be read.
using AnswersBeside = std::function<std::optional<QByteArray>(const QString &name)>;

/// For files that are beside the one at `path`.
[[nodiscard]] AnswersBeside answersBeside(const QString &path);

/// Reads `content`, YAML or JSON by what it is, for the questions of `form`: a map of names and
/// answers, or the record of a service (version, template, answers), whose answers are taken: they
/// may be in `beside`, in the record of the format's own tool. What is no map at all, does not
/// parse or is above maximumAnswersSize is an error. Where `form` asks for secrets, no problem
/// shows a line of the file.
[[nodiscard]] Result<AnswersFile> readAnswers(const QByteArray &content, const QString &file,
                                              const FormSchema &form,
                                              const AnswersBeside &beside = {});

} // namespace waymark
