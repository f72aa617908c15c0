#include "models/items/servicesession.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {

void ServiceSession::apply()
{
    if (m_state != State::Editing || !blockers().isEmpty())
        return;
    setState(State::Applying);
    Q_EMIT progress(tr("Looking at the destination"));
    m_watch.check(m_preview->plan);
}

/// What was planned is carried out, unless the destination changed since.
void ServiceSession::begin(const std::optional<Problem> &change)
{
    if (m_state != State::Applying)
        return;
    if (change)
        return finishApply({failure(*change)});
    const Plan &plan = m_preview->plan;
    Q_EMIT progress(plan.commits ? tr("Writing and committing") : tr("Writing the files"));
    m_applies.apply({.plan = plan,
                     .mask = SecretMask(m_form.form(), plan.shownPaths),
                     .stateFolder = m_around.stateFolder});
}

void ServiceSession::stop()
{
    if (m_state != State::Applying)
        return;
    if (m_applies.isRunning())
        return m_applies.stop();
    m_watch.stop();
    finishApply({failure(
        {.code = u"write.cancelled"_s, .message = tr("It was stopped. Nothing was written.")})});
}

void ServiceSession::finishApply(const ApplyEnd &end)
{
    if (end.applied) {
        m_applied = *end.applied;
        m_undoLook.setDestination(m_applied->destination);
        m_keeper.discard();
        setState(State::Applied);
    } else {
        const Problem &problem = end.applied.error().problem;
        if (problem.code == u"destination.changed")
            m_stale = problem;
        setState(State::Editing);
        if (m_stale)
            Q_EMIT problemFound(*m_stale);
        takeWish(); // what was wished meanwhile
    }
    Q_EMIT finished(end);
}

void ServiceSession::undo()
{
    if (m_state != State::Applied)
        return;
    setState(State::Undoing);
    Q_EMIT progress(tr("Taking it back"));
    m_undos.undo(m_applied->destination, m_around.stateFolder);
}

void ServiceSession::finishUndo(const UndoEnd &end)
{
    const bool isBack = end.undone && end.undone->isAsBefore();
    if (isBack)
        startAnother();
    else
        setState(State::Applied);
    Q_EMIT undone(end);
}

} // namespace waymark
