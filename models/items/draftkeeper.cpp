#include "models/items/draftkeeper.h"

#include <utility>

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr auto pause = 300ms; ///< Behind the first change that is not saved.
constexpr auto pauseAfterFailure = 5s;

} // namespace

DraftKeeper::DraftKeeper(const DraftStore *store, Worker::Executor execute, Make make,
                         QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_execute(std::move(execute))
    , m_make(std::move(make))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::save);
}

Result<Draft> DraftKeeper::open(const QString &id)
{
    if (!m_store)
        return failure({.code = u"draft.missing"_s, .message = tr("No drafts are kept.")});
    if (const auto saved = saveAndWait(); !saved)
        return std::unexpected(saved.error());
    if (m_kept->lock && m_kept->lock->id() == id)
        return m_store->read(id);
    auto lock = m_store->open(id);
    if (!lock)
        return std::unexpected(lock.error());
    auto draft = m_store->read(id);
    if (!draft)
        return draft;
    forget();
    m_kept->lock = std::make_shared<const DraftLock>(*std::move(lock));
    m_id = id;
    m_isKept = true;
    return draft;
}

void DraftKeeper::touch()
{
    if (!m_store)
        return;
    m_isDirty = true;
    if (!m_timer.isActive() || m_timer.remainingTimeAsDuration() > pause)
        m_timer.start(pause);
}

void DraftKeeper::save()
{
    m_timer.stop();
    if (!m_store || !m_isDirty)
        return;
    if (m_isSaving)
        return touch();
    m_isDirty = false;
    m_isSaving = true;
    if (!m_worker)
        m_worker = std::make_unique<Worker>(m_execute, Worker::Late::Delivered);
    m_worker->start([this, store = m_store, kept = m_kept, draft = m_make()](
                        const std::stop_token &, const Worker::Report &) -> Worker::Delivery {
        return [this, outcome = write(*store, *kept, draft)] { finish(outcome); };
    });
}

Result<> DraftKeeper::saveAndWait()
{
    join();
    m_timer.stop();
    if (m_store && std::exchange(m_isDirty, false))
        finish(write(*m_store, *m_kept, m_make()));
    if (m_isDirty)
        return failure(m_told.value_or(Problem()));
    return {};
}

void DraftKeeper::release()
{
    join();
    forget();
}

void DraftKeeper::forget()
{
    m_timer.stop();
    m_isDirty = false;
    m_isKept = false;
    m_told.reset();
    m_id.clear();
    m_kept->lock.reset();
}

void DraftKeeper::discard()
{
    join();
    const auto lock = m_kept->lock;
    forget();
    if (!lock)
        return;
    if (const auto removed = m_store->remove(*lock); !removed)
        Q_EMIT problemFound(removed.error().problem);
}

/// The outcome of what runs is not told any more, so it counts as not saved.
void DraftKeeper::join()
{
    m_worker.reset();
    if (std::exchange(m_isSaving, false))
        m_isDirty = true;
}

DraftKeeper::Outcome DraftKeeper::write(const DraftStore &store, Kept &kept, const Draft &draft)
{
    Outcome outcome;
    if (kept.lock) {
        outcome.done = store.save(*kept.lock, draft);
        if (outcome.done || outcome.done.error().problem.code != u"draft.lock-lost")
            return outcome;
        outcome.lost = outcome.done.error().problem;
        kept.lock.reset();
    }
    auto lock = store.begin(draft.name);
    if (!lock) {
        outcome.done = std::unexpected(lock.error());
        return outcome;
    }
    kept.lock = std::make_shared<const DraftLock>(*std::move(lock));
    outcome.done = store.save(*kept.lock, draft);
    return outcome;
}

void DraftKeeper::finish(const Outcome &outcome)
{
    m_isSaving = false;
    m_id = m_kept->lock ? m_kept->lock->id() : QString();
    if (outcome.lost) {
        Problem problem = *outcome.lost;
        problem.severity = Severity::Warning;
        problem.hint = tr("What you typed is kept as another draft.");
        Q_EMIT problemFound(problem);
    }
    if (outcome.done) {
        m_isKept = true;
        m_told.reset();
        Q_EMIT saved();
        return;
    }
    m_isDirty = true;
    m_timer.start(pauseAfterFailure);
    const Problem &problem = outcome.done.error().problem;
    if (m_told != problem) {
        m_told = problem;
        Q_EMIT problemFound(problem);
    }
}

} // namespace waymark
