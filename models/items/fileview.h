#pragma once

#include "models/items/linelinks.h"
#include "models/jobs/preview.h"

namespace waymark {

/// What a code view shows of one file.
struct FileView
{
    QByteArray content = {}; ///< Secrets are masked.
    bool isBinary = false;
    bool isCurrent = true; ///< False: it shows earlier answers.
    bool isFinal = true; ///< False: something stands in for an answer that is missing.
    QString note = {}; ///< Why it is not as it will be written, or not at all; may be empty.
    QList<LineMark> marks = {};
    QString name = {}; ///< Its path, as people may see it.

    friend bool operator==(const FileView &, const FileView &) = default;
};

/// What is to be known about all files to show one.
struct FileViewFacts
{
    const Preview &preview; ///< Of which the plan has what it shows; see shownPlan().
    const Form &form;
    MarkedAnswer focused = {};
    QList<AnswerProblem> problems = {}; ///< Those that are told.
};

/// The plan of `preview` with what files held before they failed, so that what was there last can
/// be shown; files that a failure of the template keeps from being made are in it too. A plan that
/// can be applied is not changed.
[[nodiscard]] Plan shownPlan(const Preview &preview, const Form &form);

/// The file at `path` as it is after the plan; what is declined as it would be.
[[nodiscard]] FileView viewAfter(const QByteArray &path, const FileViewFacts &facts);
/// What stands at `path` of the destination; empty where nothing does.
[[nodiscard]] FileView viewBefore(const QByteArray &path, const Plan &plan);

} // namespace waymark
