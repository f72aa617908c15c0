#include "models/items/servicesession.h"
#include "models/items/sessiondraft.h"

#include <QSet>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// Files that do not show the answers as they are.
QSet<QByteArray> notCurrent(const Preview &preview)
{
    QSet<QByteArray> paths(preview.earlier.keyBegin(), preview.earlier.keyEnd());
    for (const QByteArray &path : preview.held)
        paths.insert(path);
    return paths;
}

QSet<QByteArray> notFinal(const Preview &preview)
{
    return {preview.notFinal.keyBegin(), preview.notFinal.keyEnd()};
}

} // namespace

void ServiceSession::takeAnswers()
{
    if (!m_template)
        return;
    m_settling.start();
    if (m_state == State::Applied)
        startAnother();
    takeWish();
}

void ServiceSession::takeWish()
{
    if (!m_template)
        return;
    m_keeper.touch();
    if (isBusy())
        return; // it waits for the end
    findDestination();
    replan();
    Q_EMIT destinationChanged();
}

void ServiceSession::findDestination()
{
    m_watch.setFolder(m_place.folder(usualFolderName(m_form.form(), *definition())));
}

void ServiceSession::lookAgain()
{
    if (!m_template || isBusy())
        return;
    m_stale.reset();
    m_watch.lookAgain();
}

void ServiceSession::replan()
{
    if (!m_template)
        return;
    m_isCurrent = false;
    m_form.setOccasion(
        {.now = m_now, .seed = m_seed, .destination = m_watch.snapshot().path, .defaults = {}});
    PreviewRequest request{.loaded = m_template->loaded,
                           .identity = m_template->identity,
                           .form = m_form.form(),
                           .wishes = m_wishes,
                           .destination = m_watch.snapshot(),
                           .look = m_watch.look(),
                           .now = m_now,
                           .seed = m_seed,
                           .heldAnswers = m_form.unreadable()};
    request.wishes.reasons = m_form.edits().input().reasons;
    m_previews.request(std::move(request));
}

void ServiceSession::takePreview(const Preview &preview)
{
    if (!m_template)
        return;
    if (preview.unseen) {
        m_watch.refuse(*preview.unseen);
        return replan();
    }
    const auto made = std::make_shared<Preview>(preview);
    made->plan = shownPlan(preview, m_form.form());
    if (const auto &problem = m_watch.problem())
        made->plan.problems += *problem;
    const bool isOther = made->plan.message != m_preview->plan.message
        || made->plan.branch != m_preview->plan.branch;
    m_preview = made;
    m_isCurrent = true;
    showPlan();
    Q_EMIT previewChanged();
    if (isOther)
        Q_EMIT destinationChanged();
}

void ServiceSession::showPlan()
{
    const Plan &plan = m_preview->plan;
    m_links = LineLinks(std::shared_ptr<const Plan>(m_preview, &plan));
    m_files.setPlan(plan);
    m_files.setUnsettled(notCurrent(*m_preview), notFinal(*m_preview));
    showLinks();
    m_told = m_form.problems(true);
    m_problems.setProblems(problemRows(m_form, m_links));
    m_review.setPlan(plan);
    m_safety.setPlan(plan, m_review.declined());
}

void ServiceSession::showLinks()
{
    const FormField *field = m_form.field(m_focused);
    m_files.setLinked(m_links.counts(m_focused.value(0)),
                      field ? field->parameter.title : QString());
}

void ServiceSession::focusField(const AnswerPath &path)
{
    if (std::exchange(m_focused, path) == path)
        return;
    showLinks();
    Q_EMIT marksChanged();
}

void ServiceSession::showProblems()
{
    if (m_template && m_keeper.isKept())
        m_keeper.touch(); // another page, if nothing else
    if (!m_template || m_told == m_form.problems(true))
        return;
    m_told = m_form.problems(true);
    m_problems.setProblems(problemRows(m_form, m_links));
    Q_EMIT marksChanged();
}

QStringList ServiceSession::blockers() const
{
    if (m_state != State::Editing)
        return {tr("There is nothing to commit.")};
    QStringList sentences;
    if (m_stale)
        sentences += m_stale->message;
    QList<Problem> problems;
    for (const AnswerProblem &problem : m_form.problems())
        problems += problem.problem;
    for (const Problem &problem : problems + m_preview->plan.allProblems()) {
        if (problem.severity == Severity::Error && !sentences.contains(problem.message))
            sentences += problem.message;
    }
    if (sentences.isEmpty() && !isPreviewCurrent())
        sentences += tr("The files are being made.");
    return sentences;
}

} // namespace waymark
