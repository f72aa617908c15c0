#pragma once

#include "models/items/linecounts.h"
#include "models/jobs/worker.h"
#include "models/plan/plan.h"

#include <QHash>

namespace waymark {

/// Counts the lines that come and go in the files of a plan: of small files at once, of large ones
/// off the thread that owns it. What was counted of the same contents is known already.
class LineCounter final : public QObject
{
    Q_OBJECT

public:
    /// Bytes, of both sides of a file, that are counted at once.
    static constexpr qsizetype mostAtOnce = qsizetype{64} * 1024;

    explicit LineCounter(Worker::Executor execute = {}, QObject *parent = nullptr);

    void count(const Plan &plan); ///< In place of the last one; counted() follows where it is late.
    [[nodiscard]] LineCounts of(const QByteArray &path) const; ///< As far as known.
    [[nodiscard]] bool isCounting() const { return m_isCounting; }

Q_SIGNALS:
    void counted();

private:
    struct Counted
    {
        Change of;
        LineCounts lines;
    };
    using CountedFiles = QHash<QByteArray, Counted>;

    [[nodiscard]] static bool isSame(const Change &a, const Change &b);
    void countLater(const QList<Change> &changes);

    CountedFiles m_known;
    bool m_isCounting = false;
    Worker m_worker;
};

} // namespace waymark
