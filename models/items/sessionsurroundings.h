#pragma once

#include "models/jobs/worker.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <functional>

namespace waymark {

class DraftStore;

/// All that a session needs and that is not in its answers. The composition root makes one.
struct SessionSurroundings
{
    QString stateFolder = {}; ///< Of journals and notes for undo.
    QString owner = {}; ///< Who departs from a golden path: "Ada <ada@example.org>".
    std::function<QDateTime()> clock = {}; ///< Wall time, for plans and drafts.
    std::function<QByteArray()> seed = {}; ///< Random, in hexadecimal digits.
    std::function<qint64()> ticks = {}; ///< Milliseconds that only go forward.
    Worker::Executor execute = {}; ///< Empty: threads.
    DraftStore *drafts = nullptr; ///< Lives longer; null: nothing is kept.
};

} // namespace waymark
