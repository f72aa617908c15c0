#include "models/plan/unstorable.h"

#include "models/git/cleanfilter.h"
#include "models/git/repository.h"
#include "models/plan/folder.h"
#include "models/plan/pathrules.h"
#include "models/plan/record.h"

namespace waymark {
namespace {

Result<git::CleanFilter> filterOf(const DestinationSnapshot &snapshot,
                                  const QList<git::File> &files)
{
    if (!snapshot.repository)
        return git::CleanFilter::createForNew(files);
    const auto repository = git::Repository::open(snapshot.repository->root);
    return repository ? git::CleanFilter::create(*repository, files)
                      : std::unexpected(repository.error());
}

} // namespace

QList<git::File> filesToStore(const Rendering &rendering)
{
    QList<git::File> files{{.path = recordPath.toByteArray()}};
    for (const RenderedFile &file : rendering.files) {
        const bool isOfAttributes
            = file.path == ".gitattributes" || file.path.endsWith("/.gitattributes");
        files += git::File{.path = file.path,
                           .mode = file.mode,
                           .content = isOfAttributes ? file.content : QByteArray()};
    }
    return files;
}

Result<DestinationSnapshot> withUnstorable(DestinationSnapshot snapshot,
                                           const QList<git::File> &files)
{
    const QByteArray prefix = snapshot.repository ? snapshot.repository->prefix : QByteArray();
    QList<git::File> inRepository;
    for (const git::File &file : files) {
        if (!checkPath(file.path))
            inRepository += git::File{
                .path = joined(prefix, file.path), .mode = file.mode, .content = file.content};
    }
    const auto filter = filterOf(snapshot, inRepository);
    if (!filter)
        return std::unexpected(filter.error());
    snapshot.unstorable.clear();
    for (const git::File &file : std::as_const(inRepository)) {
        const auto refusal
            = file.mode == FileMode::Link ? std::nullopt : filter->refusal(file.path);
        if (refusal)
            snapshot.unstorable.insert(file.path.sliced(prefix.isEmpty() ? 0 : prefix.size() + 1),
                                       *refusal);
    }
    return snapshot;
}

} // namespace waymark
