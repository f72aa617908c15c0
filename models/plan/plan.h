#pragma once

#include "models/plan/change.h"
#include "models/plan/record.h"
#include "models/plan/rendering.h"
#include "models/plan/secretmask.h"
#include "models/plan/snapshot.h"

namespace waymark {

/// What is wanted of a plan beside the files.
struct PlanWishes
{
    bool record = true; ///< Whether a service record is made.
    bool commit = true;
    QString message = {}; ///< Of the commit; empty: one that says what was made of what.
    QString branch = {}; ///< To commit to; empty: the usual one.
    bool signOff = false;
    QStringList golden
        = {}; ///< Files of a fresh clone that give way to the template's, which else are kept.
    QMap<QString, QString> reasons = {}; ///< Of deviations, by the name of the answer.
    /// Files that may hold a secret answer though they are committed: by their path below the
    /// destination, or by how a plan shows it.
    QByteArrayList acceptedSecrets = {};
    QByteArrayList declined = {}; ///< Files that are not wanted, named in the same ways.
    QString owner = {}; ///< Who departs from the golden path: "Ada <ada@example.org>".

    friend bool operator==(const PlanWishes &, const PlanWishes &) = default;
};

/// One file of a plan, and where it comes from.
struct PlannedFile
{
    Change change;
    QByteArray templatePath = {}; ///< Empty: it is made by Waymark (the record).
    jinja::Provenance provenance = {};
    jinja::Sources presence = {};
    /// What the template makes, also where the destination's own file is kept; nothing where it
    /// makes none, or one that holds a secret.
    struct Rendered
    {
        FileMode mode = FileMode::Regular;
        QByteArray content = {};
    };
    std::optional<Rendered> rendered = {};
    bool dependsOnSecret = false; ///< Its content is never shown.
    bool isSecretAccepted = false; ///< The user wants it nevertheless.
    bool yields = false; ///< As RenderedFile has it: that it is kept is what the template wants.
};

/// Everything that would happen to a destination, complete, before anything is written. A value.
struct Plan
{
    TemplateIdentity made;
    DestinationSnapshot destination;
    Map answers; ///< Without secrets; in the template's order.
    QStringList secrets; ///< Names of the answers that are secret; see secretAnswers().
    QByteArray seed;
    QDateTime now;
    QList<RecordedDeviation> deviations;
    QList<PlannedFile> files; ///< Sorted by path; those that are not needed or blocked too.
    QByteArrayList folders; ///< Empty ones, which git does not keep.
    ShownPaths shownPaths; ///< Of files and folders whose path holds a secret.
    QList<UndoneAction> undone;
    QByteArray commands; ///< The exactHash() of those of the template, which an apply may run.
    QList<OutputLink> links;
    QStringList texts;
    QList<Problem> problems; ///< Of the answers and the template as a whole.
    bool commits = true;
    QString message;
    QString branch;
    bool signOff = false;
    QByteArray hash; ///< 64 hexadecimal digits: of all that an apply would do.

    /// Whether something forbids to apply it: an error of the answers, the template, or a file.
    [[nodiscard]] bool isBlocked() const;
    /// `path` of a file or folder as people may see it.
    [[nodiscard]] QByteArray shownPath(const QByteArray &path) const;
    /// All problems, those of files behind the others.
    [[nodiscard]] QList<Problem> allProblems() const;
    /// How many files have this class.
    [[nodiscard]] qsizetype count(ChangeClass kind) const;
};

} // namespace waymark
