#pragma once

#include "models/plan/planner.h"

#include <QMap>

#include <memory>

namespace waymark {

/// What a preview is made of. A value: whoever makes one goes on changing what it was made from.
struct PreviewRequest
{
    std::shared_ptr<const LoadedTemplate> loaded; ///< Never null.
    TemplateIdentity identity = {};
    Form form = {};
    PlanWishes wishes = {};
    DestinationSnapshot destination = {}; ///< As inspectDestination() gave it.
    /// With another number, what stands at the destination's paths is read again.
    int look = 0;
    QDateTime now = {}; ///< Best kept for as long as somebody types: another one renders all again.
    QByteArray seed = {};
    jinja::Limits limits = {};
    /// Answers that are typed in a way that cannot be read, so that `form` has earlier ones.
    QStringList heldAnswers = {};
};

/// What a file held before its template, or the step that makes it, failed.
struct EarlierFile
{
    RenderedFile file; ///< As it was made last; it has no problems.
    Problem because; ///< Why it is not made now.
};

/// What would be made of some answers.
struct Preview
{
    Rendering rendering = {};
    Plan plan = {};
    QByteArrayList renderedAgain = {}; ///< Paths of the files whose content was made for this one.
    QMap<QByteArray, EarlierFile> earlier = {}; ///< By path: files that are not current.
    QByteArrayList held = {}; ///< Paths of files that `heldAnswers` have a part in; sorted.
    /// Names of questions that need an answer and have none. Something stands in for it in the
    /// files, and nowhere else; the plan is blocked for want of the answer. See withStandIns().
    QStringList standIns = {};
    /// By path: the files that show some of `standIns`, and which.
    QMap<QByteArray, QStringList> notFinal = {};
    /// Why the destination could not be looked at; `plan` is empty then.
    std::optional<Problem> unseen = {};
};

} // namespace waymark
