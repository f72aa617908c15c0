#include "models/items/draftshelf.h"

#include "models/items/recoverynotices.h"
#include "models/plan/filesystem.h"
#include "models/plan/writer.h"

#include <utility>

namespace waymark {

namespace {

/// Of something that has nothing to tell.
Result<QList<Problem>> silently(const Result<> &done)
{
    return done ? Result<QList<Problem>>() : std::unexpected(done.error());
}

} // namespace

DraftShelf::DraftShelf(DraftStore store, const Worker::Executor &execute, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_reader(execute, Worker::Late::Dropped)
    , m_worker(execute, Worker::Late::Delivered)
{
}

void DraftShelf::read()
{
    m_reader.start([this, store = m_store](const std::stop_token &,
                                           const Worker::Report &) -> Worker::Delivery {
        return [this, list = store.list()] {
            if (list)
                m_drafts.setDrafts(*list, DraftEditor::self());
            else
                Q_EMIT problemFound(list.error().problem);
        };
    });
}

void DraftShelf::rename(const QString &id, const QString &name)
{
    run([id, name](const DraftStore &store) { return silently(renameDraft(store, id, name)); });
}

void DraftShelf::remove(const QString &id)
{
    run([id](const DraftStore &store) { return silently(removeDraft(store, id)); });
}

void DraftShelf::recover(const QString &stateFolder)
{
    run([stateFolder](const DraftStore &store) { return recoverDestinations(store, stateFolder); });
}

void DraftShelf::run(Task task)
{
    m_tasks += std::move(task);
    if (m_tasks.size() == 1)
        runNext();
}

void DraftShelf::runNext()
{
    m_worker.start([this, store = m_store, task = m_tasks.first()](
                       const std::stop_token &, const Worker::Report &) -> Worker::Delivery {
        return [this, done = task(store)] {
            m_tasks.removeFirst();
            if (!m_tasks.isEmpty())
                runNext();
            for (const Problem &notice : done ? *done : QList{done.error().problem})
                Q_EMIT problemFound(notice);
            if (done)
                Q_EMIT changed();
            read();
        };
    });
}

Result<> renameDraft(const DraftStore &store, const QString &id, const QString &name)
{
    const auto lock = store.open(id);
    if (!lock)
        return std::unexpected(lock.error());
    auto draft = store.read(id);
    if (!draft)
        return std::unexpected(draft.error());
    draft->name = name.trimmed();
    return store.save(*lock, *draft);
}

Result<> removeDraft(const DraftStore &store, const QString &id)
{
    const auto lock = store.openToRemove(id);
    return lock ? store.remove(*lock) : std::unexpected(lock.error());
}

Result<QList<Problem>> recoverDestinations(const DraftStore &store, const QString &stateFolder)
{
    const auto list = store.list();
    if (!list)
        return std::unexpected(list.error());
    FileSystem fileSystem;
    Writer(fileSystem, stateFolder).sweep();
    QList<Problem> notices;
    for (const StoredDraft &stored : *list) {
        if (!stored.draft || stored.editor || stored.draft->destination.isEmpty())
            continue;
        const QString &folder = stored.draft->destination;
        if (const auto recovery = Writer(fileSystem, stateFolder).recover(folder))
            notices += noticesOf(*recovery, folder);
    }
    return notices;
}

} // namespace waymark
