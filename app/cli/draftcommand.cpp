#include "app/cli/draftcommand.h"

#include "app/cli/draftview.h"
#include "app/cli/jsonoutput.h"
#include "app/cli/reporter.h"
#include "models/base/closest.h"
#include "models/git/shellwords.h"
#include "models/plan/draftstore.h"
#include "models/plan/filesystem.h"

#include <QCoreApplication>
#include <QDir>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark::cli {
namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("cli", source);
}

/// The folder of drafts, for one run of a command.
class Drafts
{
public:
    explicit Drafts(const Surroundings &surroundings)
        : m_store(m_fileSystem, QDir(surroundings.data).filePath(u"drafts"_s))
    {
    }

    [[nodiscard]] const DraftStore &store() const { return m_store; }

private:
    FileSystem m_fileSystem;
    const DraftStore m_store;
};

/// Why `stored` cannot be read, with the way to be rid of it.
Problem withTheWayOut(const StoredDraft &stored)
{
    Problem problem = *stored.problem;
    const QString way = text("Remove it with: waymark draft remove %1")
                            .arg(git::shellQuoted(printableName(stored.id)));
    problem.hint = problem.hint.isEmpty() ? way : problem.hint + u'\n' + way;
    return problem;
}

/// Prints those of `drafts` that can be read; why the others cannot is told.
ExitCode listDrafts(const Arguments &arguments, const Surroundings &surroundings,
                    const QList<StoredDraft> &drafts, Reporter &reporter)
{
    List list;
    QList<Problem> problems;
    for (const StoredDraft &stored : drafts) {
        if (stored.problem)
            problems += withTheWayOut(stored);
        else if (arguments.has(u"--json"_s))
            list += draftAsJson(stored);
        else
            printDraft(stored, reporter, surroundings.streams.out);
    }
    for (const Problem &problem : problems)
        reporter.problem(problem);
    if (arguments.has(u"--json"_s))
        reporter.document(u"drafts"_s, withProblems({{u"drafts"_s, list}}, problems));
    else if (drafts.isEmpty())
        reporter.note(text("There are no drafts. The window keeps one of each service that is "
                           "begun and not made."));
    return Done;
}

Error missingName(bool isRemoving)
{
    return {{.code = u"cli.usage"_s,
             .message = text("Which draft?"),
             .hint = text("Write: waymark draft %1 DRAFT. “waymark draft list” shows them.")
                         .arg(isRemoving ? u"remove"_s : u"show"_s)}};
}

/// The draft whose id, or else whose only name, is `given`.
Attempt<StoredDraft> foundDraft(const QList<StoredDraft> &drafts, const QString &given)
{
    const auto byId = std::ranges::find(drafts, given, &StoredDraft::id);
    if (byId != drafts.end())
        return *byId;
    QList<StoredDraft> named;
    QStringList names;
    for (const StoredDraft &stored : drafts) {
        const QString name = stored.draft ? stored.draft->name : QString();
        names += {stored.id, name};
        if (name == given)
            named += stored;
    }
    if (named.size() == 1)
        return named.first();
    QStringList ids;
    for (const StoredDraft &stored : std::as_const(named))
        ids += stored.id;
    if (!ids.isEmpty())
        return refused(WrongRequest,
                       Error{{.code = u"draft.several"_s,
                              .message = text("Several drafts are called “%1”.").arg(given),
                              .hint = text("Name one of these: %1").arg(ids.join(u", "_s))}});
    names.removeAll(QString());
    const QString meant = didYouMean(given, names);
    const QString help = text("“waymark draft list” shows them.");
    return refused(WrongRequest,
                   Error{{.code = u"draft.missing"_s,
                          .message = text("There is no draft called “%1”.").arg(given),
                          .hint = meant.isEmpty() ? help : meant + u' ' + help}});
}

ExitCode showDraft(const Arguments &arguments, const Surroundings &surroundings,
                   const StoredDraft &stored, Reporter &reporter)
{
    if (stored.problem)
        return reporter.fail(Error{withTheWayOut(stored)}, NotPossible);
    if (arguments.has(u"--json"_s))
        reporter.document(u"drafts"_s, {{u"drafts"_s, List{draftAsJson(stored)}}});
    else
        printDraftWhole(stored, reporter, surroundings.streams.out);
    return Done;
}

ExitCode removeDraft(const Arguments &arguments, const Surroundings &surroundings,
                     const Drafts &drafts, const StoredDraft &stored, Reporter &reporter)
{
    const auto lock = drafts.store().openToRemove(stored.id);
    if (!lock)
        return reporter.fail(lock.error(), NotPossible);
    if (const auto removed = drafts.store().remove(*lock); !removed)
        return reporter.fail(removed.error(), NotPossible);
    const QString name = stored.draft ? stored.draft->name : stored.id;
    const QString told = text("Removed the draft “%1”.").arg(printableName(name));
    reporter.changed(told);
    if (!arguments.has(u"--json"_s)) {
        reporter.note(told);
        return Done;
    }
    const auto left = drafts.store().list();
    return left ? listDrafts(arguments, surroundings, *left, reporter)
                : reporter.fail(left.error(), NotPossible);
}

} // namespace

ExitCode runDraft(const Arguments &arguments, const Surroundings &surroundings, Reporter &reporter)
{
    const Drafts drafts(surroundings);
    const QString action = arguments.positional(0);
    const QString given = arguments.positional(1);
    const bool isRemoving = action == u"remove";
    if (action != u"list" && given.isEmpty())
        return reporter.fail(missingName(isRemoving), WrongRequest);
    const auto stored = drafts.store().list();
    if (!stored)
        return reporter.fail(stored.error(), NotPossible);
    if (action == u"list")
        return listDrafts(arguments, surroundings, *stored, reporter);
    const auto found = foundDraft(*stored, given);
    if (!found)
        return reporter.fail(found.error());
    return isRemoving ? removeDraft(arguments, surroundings, drafts, *found, reporter)
                      : showDraft(arguments, surroundings, *found, reporter);
}

} // namespace waymark::cli
