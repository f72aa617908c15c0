#include "models/items/linecounter.h"

namespace waymark {

LineCounter::LineCounter(Worker::Executor execute, QObject *parent)
    : QObject(parent)
    , m_worker(std::move(execute), Worker::Late::Dropped)
{
}

/// Whether both have the same lines that come and go.
bool LineCounter::isSame(const Change &a, const Change &b)
{
    return a.kind == b.kind && a.mode == b.mode && a.oldMode == b.oldMode && a.content == b.content
        && a.oldContent == b.oldContent;
}

void LineCounter::count(const Plan &plan)
{
    CountedFiles known;
    QList<Change> large;
    for (const PlannedFile &file : plan.files) {
        const Change &change = file.change;
        const auto before = m_known.constFind(change.path);
        if (before != m_known.cend() && isSame(before->of, change))
            known.insert(change.path, *before);
        else if (change.content.size() + change.oldContent.size() <= mostAtOnce)
            known.insert(change.path, {change, lineCounts(change)});
        else
            large += change;
    }
    m_known = std::move(known);
    m_isCounting = !large.isEmpty();
    if (m_isCounting)
        countLater(large);
    else
        m_worker.stop();
}

void LineCounter::countLater(const QList<Change> &changes)
{
    m_worker.start(
        [this, changes](const std::stop_token &stop, const Worker::Report &) -> Worker::Delivery {
            CountedFiles found;
            for (const Change &change : changes) {
                if (stop.stop_requested())
                    return {};
                found.insert(change.path, {change, lineCounts(change)});
            }
            return [this, found] {
                m_known.insert(found);
                m_isCounting = false;
                Q_EMIT counted();
            };
        });
}

LineCounts LineCounter::of(const QByteArray &path) const
{
    return m_known.value(path).lines;
}

} // namespace waymark
