#include "views/create/createscreen.h"

#include "models/items/servicesession.h"
#include "models/items/userfile.h"
#include "views/create/createheader.h"
#include "views/create/filesearchpane.h"
#include "views/create/filetreepane.h"
#include "views/create/formpane.h"
#include "views/create/goldencard.h"
#include "views/create/previewpane.h"
#include "views/create/problemspane.h"
#include "views/create/stepperpane.h"
#include "views/widgets/notice.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>

using namespace Qt::StringLiterals;

// What is connected with what, and the actions about answers and drafts.
namespace waymark {
namespace {

constexpr qint64 largestAnswers = 10LL * 1024 * 1024;

} // namespace

void CreateScreen::connectSession()
{
    connect(&m_session, &ServiceSession::stateChanged, this, &CreateScreen::showState);
    connect(&m_session, &ServiceSession::previewChanged, this, &CreateScreen::showPreview);
    connect(&m_session, &ServiceSession::previewChanged, this, &CreateScreen::announceChange);
    connect(&m_session.form(), &QAbstractItemModel::rowsInserted, this,
            &CreateScreen::commandsChanged);
    connect(&m_session.form(), &QAbstractItemModel::rowsRemoved, this,
            &CreateScreen::commandsChanged);
    connect(&m_session, &ServiceSession::problemFound, this,
            [this](const Problem &problem) { m_notice->show(problem); });
    connect(&m_session.form(), &FormModel::answersChanged, this, [this] {
        showUndo();
        const bool isTyped = m_session.state() == ServiceSession::State::Editing;
        m_header->setDraft(isTyped ? tr("Saving the draft") : tr("Draft"));
        m_stepper->card().setMeter(m_session.form().meter());
    });
    connect(&m_session, &ServiceSession::draftSaved, this,
            [this] { m_header->setDraft(tr("Draft saved")); });
    showUndo();
}

void CreateScreen::connectPanes()
{
    connect(m_form, &FormPane::entered, this, &CreateScreen::enterField);
    connect(m_form, &FormPane::left, this,
            [this](const AnswerPath &path) { m_session.form().leave(path); });
    connect(&m_stepper->card(), &GoldenCard::fieldWanted, this, &CreateScreen::goToField);
    connect(m_tree, &FileTreePane::fileChosen, this, &CreateScreen::chooseFile);
    connect(m_tree, &FileTreePane::fileOpened, this, [this](const QByteArray &path) {
        chooseFile(path);
        m_preview->code().setFocus(Qt::OtherFocusReason);
    });
    connect(m_preview, &PreviewPane::fileChosen, this, &CreateScreen::chooseFile);
    connect(&m_preview->code(), &CodeView::lineActivated, this,
            [this](int line, int column) { goToOrigin({line, column}); });
    connect(m_problems, &ProblemsPane::followed, this, &CreateScreen::follow);
    connect(m_problems, &ProblemsPane::openChanged, this, &CreateScreen::shareHeight);
    connect(m_search, &FileSearchPane::closed, this, [this] {
        setSearching(false);
        m_preview->code().setFocus(Qt::OtherFocusReason);
    });
    connect(m_search, &FileSearchPane::followed, this, [this](const QModelIndex &found) {
        showAt(found.data(FileSearchModel::FileRole).toByteArray(),
               {found.data(FileSearchModel::LineRole).toInt(),
                found.data(FileSearchModel::ColumnRole).toInt()},
               false);
    });
}

void CreateScreen::connectSteps()
{
    connect(&m_steps, &StepsModel::currentChanged, this, [this] {
        showStep();
        if (isVisible())
            m_form->focusFirst();
    });
    connect(&m_steps, &QAbstractItemModel::rowsInserted, this, &CreateScreen::showStep);
    connect(&m_steps, &QAbstractItemModel::rowsRemoved, this, &CreateScreen::showStep);
    connect(&m_steps, &StepsModel::reviewWanted, this, &CreateScreen::reviewWanted);
    connect(&m_steps, &StepsModel::mistakeFound, this, &CreateScreen::goToField);
    connect(m_actions.goOn, &QAction::triggered, &m_steps, &StepsModel::goOn);
    connect(m_actions.nextStep, &QAction::triggered, this, [this] { m_steps.goBy(1); });
    connect(m_actions.previousStep, &QAction::triggered, this, [this] { m_steps.goBy(-1); });
    connect(m_actions.back, &QAction::triggered, this, [this] {
        if (m_steps.isFirst())
            Q_EMIT otherTemplateWanted();
        else
            m_steps.goBy(-1);
    });
    for (int i = 0; i < int(m_actions.steps.size()); ++i)
        connect(m_actions.steps.at(i), &QAction::triggered, this, [this, i] { m_steps.goTo(i); });
    connect(m_actions.viewForm, &QAction::triggered, this, [this] { setView(CreateView::Form); });
    connect(m_actions.viewBoth, &QAction::triggered, this, [this] { setView(CreateView::Both); });
    connect(m_actions.viewPreview, &QAction::triggered, this,
            [this] { setView(CreateView::Preview); });
    connect(m_actions.togglePreview, &QAction::triggered, this,
            [this] { setView(m_view == CreateView::Form ? CreateView::Both : CreateView::Form); });
    connect(m_actions.toggleProblems, &QAction::triggered, this,
            [this] { m_problems->setOpen(!m_problems->isOpen()); });
}

void CreateScreen::connectEdits()
{
    connect(m_actions.undo, &QAction::triggered, this, [this] {
        const AnswerPath path = m_session.form().undo();
        goToField(path);
    });
    connect(m_actions.redo, &QAction::triggered, this, [this] {
        const AnswerPath path = m_session.form().redo();
        goToField(path);
    });
    connect(m_actions.reset, &QAction::triggered, this, [this] {
        if (!m_session.focusedField().isEmpty())
            m_session.form().reset(m_session.focusedField());
    });
    connect(m_actions.copy, &QAction::triggered, this, [this] {
        QGuiApplication::clipboard()->setText(
            QString::fromUtf8(m_session.file(m_preview->path()).content));
    });
    connect(m_actions.find, &QAction::triggered, this, [this] {
        showResult();
        m_preview->find();
    });
    connect(m_actions.goToLine, &QAction::triggered, this, [this] {
        showResult();
        m_preview->goToLine();
    });
    connect(m_actions.findInAll, &QAction::triggered, this, [this] {
        setSearching(true);
        m_search->start(m_preview->code().selectedText());
    });
    connect(m_actions.fix, &QAction::triggered, this, &CreateScreen::fixCurrent);
}

void CreateScreen::connectWalks()
{
    connect(m_actions.nextLine, &QAction::triggered, this, [this] { walkLines(false); });
    connect(m_actions.previousLine, &QAction::triggered, this, [this] { walkLines(true); });
    connect(m_actions.nextProblem, &QAction::triggered, this, [this] { goToProblem(false); });
    connect(m_actions.previousProblem, &QAction::triggered, this, [this] { goToProblem(true); });
    connect(m_actions.nextFile, &QAction::triggered, this, [this] { goToFile(1); });
    connect(m_actions.previousFile, &QAction::triggered, this, [this] { goToFile(-1); });
}

void CreateScreen::connectDraft()
{
    connect(m_actions.rename, &QAction::triggered, m_header, &CreateHeader::startRenaming);
    connect(m_header, &CreateHeader::renamed, this, [this](const QString &name) {
        m_session.renameDraft(name);
        m_header->setService(m_session.draftName());
        m_tree->setService(m_session.draftName());
    });
    connect(m_actions.load, &QAction::triggered, this, &CreateScreen::loadAnswers);
    connect(m_actions.save, &QAction::triggered, this, &CreateScreen::saveAnswers);
    connect(m_actions.discard, &QAction::triggered, this, &CreateScreen::discard);
    connect(m_actions.another, &QAction::triggered, this, &CreateScreen::otherTemplateWanted);
}

void CreateScreen::startRenaming()
{
    m_actions.rename->trigger();
}

void CreateScreen::loadAnswers()
{
    const QString filter = tr("Answers (*.yaml *.yml *.json)");
    const QString file = m_ask.fileToOpen(this, tr("Load answers"), {}, filter);
    if (file.isEmpty())
        return;
    const auto content = readUserFile(file, largestAnswers);
    if (!content) {
        m_notice->show(content.error().problem);
        return;
    }
    const auto loaded = m_session.loadAnswers(*content, file);
    if (!loaded)
        m_notice->show(loaded.error().problem);
    else if (!loaded->isEmpty())
        m_notice->show(loaded->first());
    else
        Q_EMIT toast(tr("The answers are loaded"), m_actions.undo);
}

void CreateScreen::saveAnswers()
{
    const QString filter = tr("Answers (*.yaml)");
    const QString start = m_session.draftName() + u".yaml"_s;
    const QString file = m_ask.fileToSave(this, tr("Save answers"), start, filter);
    if (file.isEmpty())
        return;
    const auto saved = writeUserFile(file, m_session.form().savedAnswers());
    if (!saved)
        m_notice->show(saved.error().problem);
    else
        Q_EMIT toast(tr("The answers are saved; secrets are not among them"));
}

void CreateScreen::discard()
{
    if (mayDiscard(m_ask, this, m_session.draftName()))
        m_session.discardDraft();
}

} // namespace waymark
