#include "models/plan/planbudget.h"

#include "models/base/textcontext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr TextContext translated("PlanBudget");

std::unexpected<Error> reached(const QString &message)
{
    return failure({.code = u"template.limit"_s,
                    .message = message,
                    .hint = translated("Let the template make fewer or smaller files.")});
}

qsizetype sum(qsizetype one, qsizetype other)
{
    return one > std::numeric_limits<qsizetype>::max() - other
        ? std::numeric_limits<qsizetype>::max()
        : one + other;
}

} // namespace

PlanLimits PlanLimits::of(const jinja::Limits &limits)
{
    constexpr int filesOfFullSize = 16;
    PlanLimits own;
    own.renders = limits.steps > std::numeric_limits<quint64>::max() / filesOfFullSize
        ? limits.steps
        : limits.steps * filesOfFullSize;
    own.steps = limits.steps;
    own.file = limits.output;
    own.bytes = limits.output > std::numeric_limits<qsizetype>::max() / filesOfFullSize
        ? limits.output
        : limits.output * filesOfFullSize;
    return own;
}

PlanBudget::PlanBudget(const PlanLimits &limits, std::stop_token stop)
    : m_limits(limits)
    , m_stop(std::move(stop))
{
}

void PlanBudget::takeSteps(qsizetype steps)
{
    m_steps += static_cast<quint64>(std::max<qsizetype>(0, steps));
}

void PlanBudget::takeBytes(qsizetype bytes)
{
    m_bytes = sum(m_bytes, std::max<qsizetype>(0, bytes));
}

void PlanBudget::takeStretches(const jinja::Provenance &provenance)
{
    takeBytes(static_cast<qsizetype>(provenance.stretches.size())
              * static_cast<qsizetype>(sizeof(jinja::Stretch)));
}

void PlanBudget::takeFile(qsizetype bytes)
{
    if (bytes > m_limits.file)
        refuseFile();
    takeBytes(bytes);
}

void PlanBudget::takePath()
{
    ++m_paths;
}

void PlanBudget::takeRendered(quint64 steps)
{
    m_rendered += std::min(steps, std::numeric_limits<quint64>::max() - m_rendered);
}

void PlanBudget::refuseFile()
{
    m_hasLargeFile = true;
}

Result<> PlanBudget::check() const
{
    if (m_stop.stop_requested())
        return failure(
            {.code = u"plan.cancelled"_s, .message = translated("Planning was cancelled.")});
    if (m_hasLargeFile)
        return reached(
            translated("A file would be larger than %1 bytes, the limit.").arg(m_limits.file));
    if (m_bytes > m_limits.bytes)
        return reached(translated("What is read and written is more than %1 bytes, the limit for "
                                  "all files together.")
                           .arg(m_limits.bytes));
    if (m_paths > m_limits.files)
        return reached(translated("There would be more than %1 files and folders, the limit.")
                           .arg(m_limits.files));
    if (m_steps > m_limits.steps)
        return reached(translated("Too many files are looked at: more than %1 times, the limit.")
                           .arg(m_limits.steps));
    if (m_rendered > m_limits.renders)
        return reached(translated("The files take more than %1 steps to be rendered, the limit for "
                                  "all of them together.")
                           .arg(m_limits.renders));
    return {};
}

} // namespace waymark
