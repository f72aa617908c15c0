#pragma once

#include "models/items/goldenmeter.h"
#include "models/plan/plan.h"
#include "models/plan/writer.h"

namespace waymark {

/// What a press on the button of the review does, for its reader.
struct ReviewSentence
{
    QString text = {}; ///< Everything that will happen; where it is blocked, why nothing can.
    QString button = {}; ///< "Create and commit"
    bool isBlocked = false;

    friend bool operator==(const ReviewSentence &, const ReviewSentence &) = default;
};

/// `blockers` are sentences that say why `plan` cannot be applied.
[[nodiscard]] ReviewSentence reviewSentence(const Plan &plan, const QStringList &blockers = {});

/// "Created /home/ada/orders with 38 files. Commit 1a2b3c4 on main."
[[nodiscard]] QString appliedSentence(const Plan &plan, const Applied &applied);

/// What the template says to the one who made a service, its texts and links, line by line.
[[nodiscard]] QStringList outputLines(const Plan &plan);
/// What it asks for that was not done, each with how it is done by hand.
[[nodiscard]] QStringList leftToDoLines(const Plan &plan);

/// "This removes 38 files": what a list of `paths` is headed with before they are taken back.
[[nodiscard]] QString undoSentence(const QList<QByteArray> &paths, const Applied &applied);

/// `paths` as people may see them.
[[nodiscard]] QStringList undoLines(const Plan &plan, const QList<QByteArray> &paths);

/// "from main": where the branch of the commit starts; empty where there is nothing yet.
[[nodiscard]] QString branchOrigin(const Plan &plan);

/// "13 of 14 golden defaults kept, 1 deviation explained"; empty: the template has none.
[[nodiscard]] QString goldenSummary(const GoldenMeter &meter);
/// "Memory per copy: 512 MiB, not 256 MiB. Keeps the price list in memory." of each departure.
[[nodiscard]] QStringList departureLines(const GoldenMeter &meter);

} // namespace waymark
