#include "views/review/reviewscreen.h"

#include "models/items/applyreport.h"
#include "models/items/reviewsentence.h"
#include "views/review/reviewbar.h"
#include "views/review/reviewchange.h"
#include "views/review/reviewchecks.h"
#include "views/review/reviewcommand.h"
#include "views/review/reviewcommit.h"
#include "views/review/reviewdone.h"
#include "views/review/reviewfiles.h"
#include "views/review/reviewheader.h"
#include "views/review/reviewmessage.h"
#include "views/review/reviewplace.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/notice.h"

#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>

// What is done in a review, and what comes of it.
namespace waymark {

using State = ServiceSession::State;

void ReviewScreen::connectSession()
{
    connect(&m_session, &ServiceSession::previewChanged, this, &ReviewScreen::refresh);
    connect(&m_session, &ServiceSession::marksChanged, this, &ReviewScreen::refresh);
    connect(&m_session, &ServiceSession::destinationChanged, this, &ReviewScreen::refresh);
    connect(&m_session, &ServiceSession::stateChanged, this, &ReviewScreen::refreshState);
    connect(&m_session, &ServiceSession::progress, m_bar, &ReviewBar::setProgress);
    connect(&m_session, &ServiceSession::finished, this, &ReviewScreen::takeEnd);
    connect(&m_session, &ServiceSession::undone, this, &ReviewScreen::takeUndo);
    connect(&m_session, &ServiceSession::problemFound, this, [this](const Problem &problem) {
        m_notice->show(problem);
        m_notice->setActions({});
    });
    refreshState();
}

void ReviewScreen::connectParts()
{
    connect(m_files, &ReviewFiles::currentChanged, m_change, &ReviewChange::showFile);
    m_change->showFile(m_files->current());
    connect(m_header, &ReviewHeader::partWanted, this, &ReviewScreen::showCommit);
    connect(m_header, &ReviewHeader::stepWanted, this, [this](int page) {
        m_session.form().setCurrentPage(page);
        Q_EMIT backWanted();
    });
    const ReviewChecks &checks = m_commit->checks();
    connect(&checks, &ReviewChecks::fixWanted, this, &ReviewScreen::fix);
    connect(&checks, &ReviewChecks::acceptWanted, this, &ReviewScreen::acceptSecrets);
}

void ReviewScreen::connectActions()
{
    const auto on = [this](QAction *action, auto &&slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions.find, [this] { m_change->find(); });
    on(m_actions.filter, [this] { m_files->startFilter(); });
    on(m_actions.nextChange, [this] { stepChange(false); });
    on(m_actions.previousChange, [this] { stepChange(true); });
    on(m_actions.nextFile, [this] { m_files->step(); });
    on(m_actions.previousFile, [this] { m_files->step(true); });
    on(m_actions.turn, [this] {
        QAction *other = m_actions.beside->isChecked() ? m_actions.unified : m_actions.beside;
        other->setChecked(true);
    });
    on(m_actions.include, [this] { m_files->toggle(); });
    on(m_actions.back, [this] { Q_EMIT backWanted(); });
    on(m_actions.discard, [this] { discard(); });
    on(m_actions.commit, [this] { commit(); });
    on(m_actions.stop, [this] { m_session.stop(); });
    const auto planAgain = [this] {
        m_notice->hide();
        m_session.lookAgain();
    };
    // Behind the press: its button may go with the notice.
    connect(m_actions.planAgain, &QAction::triggered, this, planAgain, Qt::QueuedConnection);
    on(m_actions.chooseParent, [this] { m_commit->place().chooseParent(); });
    on(m_actions.chooseFolder, [this] { m_commit->place().chooseFolder(); });
    on(m_actions.branch, [this] { m_commit->place().editBranch(); });
    on(m_actions.author, [this] { m_commit->place().editAuthor(); });
    on(m_actions.resetMessage, [this] { m_commit->message().reset(); });
    on(m_actions.copyCommand, [this] { m_command->copy(); });
    on(m_actions.openFolder, [this] { Q_EMIT openWanted(m_session.applied()->destination); });
    on(m_actions.openEditor, [this] { Q_EMIT editWanted(m_session.applied()->destination); });
    on(m_actions.undo, [this] { m_done->showUndo(); });
    on(m_actions.another, [this] {
        m_session.startAnother();
        Q_EMIT anotherWanted();
    });
    for (int step = 0; step < int(m_actions.steps.size()); ++step)
        on(m_actions.steps.at(step), [this, step] { m_header->goToStep(step); });
    connect(m_actions.wrap, &QAction::toggled, m_change, &ReviewChange::setWrapped);
}

void ReviewScreen::refreshState()
{
    const State state = m_session.state();
    const bool isApplied = state == State::Applied || state == State::Undoing;
    m_stack->setCurrentWidget(isApplied ? static_cast<QWidget *>(m_donePage)
                                        : static_cast<QWidget *>(m_rows));
    m_bar->setVisible(!isApplied);
    m_actions.setApplied(isApplied);
    m_actions.undo->setEnabled(state == State::Applied);
    m_actions.another->setEnabled(state == State::Applied);
    m_actions.stop->setVisible(state == State::Applying);
    for (QAction *action : {m_actions.commit, m_actions.back, m_actions.discard, m_actions.include})
        action->setEnabled(state == State::Editing);
    for (QAction *step : m_actions.steps)
        step->setEnabled(state == State::Editing);
    m_files->setBusy(state != State::Editing);
    refresh();
    Q_EMIT statusChanged();
}

QString ReviewScreen::status() const
{
    switch (m_session.state()) {
    case State::Applying:
        return tr("Committing");
    case State::Undoing:
        return tr("Taking back");
    case State::Applied:
        return tr("Written to %1").arg(m_session.applied()->destination);
    case State::Empty:
    case State::Loading:
    case State::Editing:
        break;
    }
    return tr("Nothing is written until you commit");
}

void ReviewScreen::stepChange(bool backwards)
{
    showCommit(false);
    if (!m_change->step(backwards)) {
        if (!m_files->step(backwards))
            return announce(
                this, backwards ? tr("This is the first change") : tr("This is the last change"));
        m_change->startAt(backwards);
    }
    m_change->takeFocus();
}

void ReviewScreen::commit()
{
    if (!m_session.blockers().isEmpty())
        return explain();
    m_notice->hide();
    m_session.apply();
}

void ReviewScreen::discard()
{
    if (!mayDiscard(m_ask, window(), m_session.draftName()))
        return;
    m_session.discardDraft();
    Q_EMIT backWanted();
}

/// What stands in the way is where the focus goes.
void ReviewScreen::explain()
{
    showCommit(true);
    ReviewChecks &checks = m_commit->checks();
    m_scroll->ensureWidgetVisible(&checks);
    checks.takeFocus();
    announce(m_bar, reviewSentence(m_session.preview().plan, m_session.blockers()).text, true);
}

void ReviewScreen::fix(const SafetyRow &row)
{
    switch (row.fix) {
    case SafetyRow::Fix::None:
        return;
    case SafetyRow::Fix::GoToProblem:
        return goToProblem();
    case SafetyRow::Fix::LeaveOutSecret:
    case SafetyRow::Fix::LeaveOutFiles:
        return m_session.declineFiles(row.files);
    case SafetyRow::Fix::ChooseDestination:
        return m_commit->place().chooseParent();
    case SafetyRow::Fix::ChooseBranch:
        return m_commit->place().editBranch();
    case SafetyRow::Fix::SetAuthor:
        return m_commit->place().editAuthor();
    }
}

void ReviewScreen::goToProblem()
{
    m_session.form().showAllProblems();
    const QModelIndex first = m_session.problems().next({});
    const AnswerPath field = first.data(ProblemsModel::FieldRole).toStringList();
    const QByteArray file = first.data(ProblemsModel::FileRole).toByteArray();
    if (!field.isEmpty())
        Q_EMIT goToField(field);
    else if (!file.isEmpty())
        Q_EMIT goToLine(file, first.data(ProblemsModel::LineRole).toInt());
    else
        Q_EMIT backWanted();
}

void ReviewScreen::acceptSecrets(const SafetyRow &row)
{
    const QString text = tr("%1\n\nWhat is committed stays in the history, also after it is "
                            "removed again.")
                             .arg(row.detail);
    if (m_ask.confirm(window(), tr("Commit a secret?"), text, tr("Commit the secret")))
        m_session.acceptSecrets(row.files);
}

void ReviewScreen::takeEnd(const ApplyEnd &end)
{
    if (!end.applied)
        return showReport(end.applied.error().problem);
    m_notice->hide();
    refresh();
    m_done->takeFocus();
    Q_EMIT toast(appliedSentence(m_session.preview().plan, *end.applied), m_actions.openFolder);
}

void ReviewScreen::takeUndo(const UndoEnd &end)
{
    if (!end.undone)
        return showReport(end.undone.error().problem);
    m_notice->setActions({});
    if (!end.undone->isAsBefore())
        return m_notice->show(Severity::Note, tr("What was interrupted there was put right"),
                              tr("Undo takes the service back, if you still want that."));
    QString told
        = tr("%1 is as it was before. Your answers are still here.").arg(end.undone->destination);
    for (const Problem &note : end.undone->notes)
        told += u'\n' + note.message + u'\n' + note.hint;
    m_notice->show(Severity::Note, tr("All of it was taken back"), told);
    m_files->takeFocus();
}

void ReviewScreen::showReport(const Problem &problem)
{
    const ApplyReport report = applyReport(problem);
    const bool isChanged
        = report.way == ApplyReport::Way::PlanAgain && m_session.state() == State::Editing;
    m_notice->show(report.severity, report.title, report.text, report.details);
    m_notice->setActions(isChanged ? QList<QAction *>{m_actions.planAgain} : QList<QAction *>());
}

} // namespace waymark
