#include "views/create/createscreen.h"

#include "models/base/valuepath.h"
#include "models/items/commandentries.h"
#include "models/items/previewsteps.h"
#include "models/items/servicesession.h"
#include "views/create/filesearchpane.h"
#include "views/create/filetreepane.h"
#include "views/create/formpane.h"
#include "views/create/previewpane.h"
#include "views/create/problemspane.h"
#include "views/create/stepperpane.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/emptystate.h"

#include <QAbstractButton>
#include <QAction>
#include <QDataStream>
#include <QIODevice>
#include <QSplitter>

using namespace Qt::StringLiterals;

// Ways between questions, lines, files and problems, and what the window asks of the screen.
namespace waymark {
namespace {

constexpr quint32 layoutVersion = 1;

} // namespace

void CreateScreen::goToField(const AnswerPath &path)
{
    if (path.isEmpty() || !m_steps.goToField(path))
        return;
    if (m_form->isHidden())
        setView(CreateView::Both);
    if (m_form->isHidden())
        setView(CreateView::Form);
    m_form->focusField(path);
}

void CreateScreen::goToLine(const QByteArray &path, int line)
{
    showAt(path, {line, 1}, true);
}

void CreateScreen::openFile(const QByteArray &path)
{
    m_preview->open(path);
    m_tree->setCurrent(path);
}

void CreateScreen::chooseFile(const QByteArray &path)
{
    m_isFileWanted = true;
    m_isFilePinned = true;
    m_isFollowDue = false;
    openFile(path);
}

/// The preview goes where the field is seen, unless the user went elsewhere by hand meanwhile.
void CreateScreen::enterField(const AnswerPath &path)
{
    if (path == m_session.focusedField())
        return;
    m_session.focusField(path);
    m_isFollowDue = !std::exchange(m_isFilePinned, false) && !path.isEmpty();
    followField();
}

void CreateScreen::followField()
{
    const QByteArray shown = m_preview->path();
    const QByteArray file = m_isFollowDue ? linkedFile(m_session.files(), shown) : QByteArray();
    if (file.isEmpty())
        return;
    m_isFollowDue = false;
    if (file == shown)
        return;
    m_isFileWanted = true;
    openFile(file);
    const auto lines = m_session.links().lines(file, m_session.focusedField().first());
    m_preview->code().reveal(lines.isEmpty() ? 1 : lines.first().line);
    m_preview->code().flash();
}

void CreateScreen::goToFile(int steps)
{
    chooseFile(fileBeside(m_session.files(), m_preview->path(), steps));
}

void CreateScreen::showResult()
{
    if (m_result->isHidden())
        setView(CreateView::Both);
    if (m_result->isHidden())
        setView(CreateView::Preview);
}

void CreateScreen::showAt(const QByteArray &path, SourcePosition position, bool takesFocus)
{
    showResult();
    chooseFile(path);
    m_preview->goTo(position);
    if (takesFocus)
        m_preview->code().setFocus(Qt::OtherFocusReason);
}

/// From the first line of a field on, and then from one to the next; the focus stays where it is.
void CreateScreen::walkLines(bool isBackwards)
{
    const AnswerPath &field = m_session.focusedField();
    const bool goesOn = std::exchange(m_walked, field) == field;
    const int line = goesOn ? m_preview->code().caret().place().line + 1 : 0;
    const FileLine from{m_preview->path(), line};
    const LineLinks &links = m_session.links();
    const auto found
        = isBackwards ? links.previous(field.value(0), from) : links.next(field.value(0), from);
    if (!found) {
        Q_EMIT toast(tr("No line comes from the field you are in"));
        return;
    }
    showAt(found->path, {found->line, 1}, false);
    m_isFilePinned = false; // it is the field that led there
    m_preview->code().flash();
    const QModelIndex file = m_session.files().indexOfFile(found->path);
    announce(&m_preview->code(), tr("Line %1 of %2").arg(found->line).arg(file.data().toString()));
}

void CreateScreen::goToOrigin(SourcePosition position)
{
    const auto origin = m_session.links().origin(m_preview->path(), position);
    const AnswerPath field = origin ? fieldOf(*origin, m_session.form()) : AnswerPath();
    if (!field.isEmpty())
        goToField(field);
    else if (origin)
        Q_EMIT toast(originText(*origin, m_session.form(), m_preview->templateFolder()));
}

void CreateScreen::goToProblem(bool isBackwards)
{
    const QModelIndex problem = m_problems->go(isBackwards);
    if (problem.isValid())
        follow(problem);
}

void CreateScreen::follow(const QModelIndex &problem)
{
    const QByteArray file = problem.data(ProblemsModel::FileRole).toByteArray();
    const SourcePosition position{problem.data(ProblemsModel::LineRole).toInt(),
                                  problem.data(ProblemsModel::ColumnRole).toInt()};
    switch (ProblemsModel::Link(problem.data(ProblemsModel::LinkRole).toInt())) {
    case ProblemsModel::Link::Field:
        if (!file.isEmpty() && m_result->isVisible())
            showAt(file, position, false);
        goToField(problem.data(ProblemsModel::FieldRole).toStringList());
        break;
    case ProblemsModel::Link::Line:
        showAt(file, position, true);
        break;
    case ProblemsModel::Link::Template:
        Q_EMIT toast(tr("In the template: %1:%2")
                         .arg(problem.data(ProblemsModel::TemplateFileRole).toString())
                         .arg(position.line));
        break;
    case ProblemsModel::Link::None:
        break;
    }
}

/// Of the question that has the focus, else of the problem that is selected.
void CreateScreen::fixCurrent()
{
    FormModel &form = m_session.form();
    const FormField *field = form.field(m_session.focusedField());
    if (field && field->fix)
        form.applyFix(m_session.focusedField());
    else
        form.applyFix(m_problems->current().data(ProblemsModel::FieldRole).toStringList());
}

void CreateScreen::setSearching(bool isSearching)
{
    if (m_result->isHidden())
        setView(CreateView::Both);
    m_search->setVisible(isSearching);
    m_problems->setVisible(!isSearching);
    shareHeight();
}

QList<std::pair<QString, QList<QAction *>>> CreateScreen::menus() const
{
    auto menus = m_actions.menus();
    if (!m_fileActions.isEmpty())
        menus.prepend({tr("&File"), m_fileActions});
    return menus;
}

QList<QWidget *> CreateScreen::panes() const
{
    QList<QWidget *> shown;
    for (QWidget *pane :
         QList<QWidget *>{m_stepper, m_form, m_tree, m_preview, m_problems, m_search}) {
        if (pane->isVisible())
            shown += pane;
    }
    return shown;
}

QString CreateScreen::status() const
{
    return tr("Nothing is written until you commit");
}

QByteArray CreateScreen::layoutState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << layoutVersion << qint32(m_view) << m_body->saveState() << m_files->saveState()
           << m_result->saveState() << m_actions.wrap->isChecked();
    return state;
}

void CreateScreen::restoreLayout(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 version = 0;
    qint32 view = 0;
    QByteArray body;
    QByteArray files;
    QByteArray result;
    bool wraps = false;
    stream >> version >> view >> body >> files >> result >> wraps;
    const bool isKnown = view >= 0 && view <= qint32(CreateView::Preview);
    if (stream.status() != QDataStream::Ok || version != layoutVersion || !isKnown)
        return;
    m_body->restoreState(body);
    m_files->restoreState(files);
    const bool hasHeights = m_result->restoreState(result);
    m_isShareDue = m_isShareDue && !hasHeights;
    m_actions.wrap->setChecked(wraps);
    setView(CreateView(view));
}

QList<CommandEntry> CreateScreen::commands() const
{
    return fieldEntries(m_session.form()) + fileEntries(m_session.links().plan());
}

void CreateScreen::run(const CommandEntry &entry)
{
    if (entry.kind == CommandEntry::Kind::Field)
        goToField(pathOf(entry.id).value_or(QStringList()));
    else if (entry.kind == CommandEntry::Kind::File)
        showAt(entry.id.toLatin1(), {}, true);
}

void CreateScreen::enter()
{
    if (auto *choose = m_empty->findChild<QAbstractButton *>();
        choose && m_session.state() == ServiceSession::State::Empty)
        return choose->setFocus(Qt::OtherFocusReason);
    const AnswerPath &field = m_session.focusedField();
    if (field.isEmpty())
        m_form->focusFirst();
    else
        m_form->focusField(field);
}

} // namespace waymark
