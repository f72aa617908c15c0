#include "models/plan/departed.h"

#include "models/git/repository.h"

namespace waymark {

Result<QList<Difference>> departedChanges(const Journal &journal, const Places &places)
{
    return differences(places.departed, journal.departures, journal.departed,
                       journal.departedFolders);
}

Result<QList<Difference>> changedRepository(const Journal &journal, const Places &places)
{
    const bool isTaken = journal.action == Journal::Action::Undo
        && journal.truth == Journal::Truth::Repository && places.departed.contains(".git");
    if (!isTaken || !journal.git)
        return QList<Difference>();
    auto changed = departedChanges(journal, places);
    const auto repository = git::Repository::open(places.departed.path());
    const auto head = repository ? repository->head() : std::unexpected(repository.error());
    if (!changed || !head)
        return std::unexpected(changed ? head.error() : changed.error());
    if (!head->commit || head->commit->toHex() != journal.git->after)
        *changed += Difference{.path = "HEAD", .message = {}};
    return changed;
}

} // namespace waymark
