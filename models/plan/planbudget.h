#pragma once

#include "models/base/problem.h"
#include "models/jinja/limits.h"
#include "models/jinja/provenance.h"

#include <limits>
#include <stop_token>

namespace waymark {

/// What one plan may use up for all its files before it ends in a located error, beside what each
/// render may. All are counts, so that a plan ends at the same place everywhere.
struct PlanLimits
{
    quint64 steps = jinja::Limits().steps; ///< Files made or looked at, and what data hold.
    qsizetype file = jinja::Limits().output; ///< Bytes of one file that a step makes or changes.
    qsizetype bytes = 16 * jinja::Limits().output; ///< Of all that steps read and write.
    qsizetype files = 100'000; ///< Files and folders, those that are left out too.
    quint64 renders = 16 * jinja::Limits().steps; ///< Steps of all renders together.

    /// With what a render may do: `limits` for each file, sixteen times as much for all.
    [[nodiscard]] static PlanLimits of(const jinja::Limits &limits);
};

/// Counts what a plan uses up of its limits. Once they are reached, that stays so.
class PlanBudget
{
public:
    static constexpr int stepsOfAFile = 100; ///< Of one that is made, or left out.
    static constexpr int stepsOfALook = 10; ///< Of one that a pattern is held against.

    static constexpr int bytesOfData = 8; ///< That a byte of a file takes once it is parsed.

    PlanBudget() = default;
    explicit PlanBudget(const PlanLimits &limits, std::stop_token stop = {});

    void takeSteps(qsizetype steps);
    void takeBytes(qsizetype bytes); ///< What is read or copied.
    void takeStretches(const jinja::Provenance &provenance); ///< The bytes that it takes up itself.
    void takeFile(qsizetype bytes); ///< A file of that size that a step makes or changes.
    void takePath(); ///< A file or folder that was not known.
    /// That all renders up to here took so many steps together.
    void setRendered(quint64 steps) { m_rendered = steps; }
    [[nodiscard]] quint64 rendered() const { return m_rendered; }
    void takeRendered(quint64 steps); ///< Those of one more render.
    /// For a file that cannot be made, since it would be larger than one may be.
    void refuseFile();

    [[nodiscard]] const PlanLimits &limits() const { return m_limits; }
    /// "template.limit" where something is used up, "plan.cancelled" where the user wants it so.
    [[nodiscard]] Result<> check() const;

private:
    PlanLimits m_limits;
    std::stop_token m_stop;
    quint64 m_steps = 0;
    quint64 m_rendered = 0;
    qsizetype m_bytes = 0;
    qsizetype m_paths = 0;
    bool m_hasLargeFile = false;
};

} // namespace waymark
