#include "views/review/reviewchange.h"

#include "models/items/goldenchoice.h"
#include "models/items/servicesession.h"
#include "views/review/reviewcolumns.h"
#include "views/review/reviewkeys.h"
#include "views/review/reviewmark.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/codeview.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/findbar.h"
#include "views/widgets/notice.h"
#include "views/widgets/segments.h"

#include <QAction>
#include <QBoxLayout>
#include <QLabel>
#include <QStackedWidget>
#include <QToolButton>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal roomForWords = 600;
constexpr qreal roomForSegments = 440;
constexpr qreal roomForAll = 280; // else the whole file is in the menu alone

QToolButton *stepButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    setControlSize(button, ControlSize::Compact);
    return button;
}

QList<LineMark> withoutLinks(QList<LineMark> marks)
{
    marks.removeIf([](const LineMark &mark) { return mark.kind == LineMark::Kind::Linked; });
    return marks;
}

} // namespace

ReviewChange::ReviewChange(ServiceSession &session, const CodeLook &look, const Actions &actions,
                           QWidget *parent)
    : ReviewPart(parent)
    , m_session(session)
    , m_actions(actions)
    , m_head(new QHBoxLayout)
    , m_mark(new ReviewMark(this))
    , m_name(new ElidedLabel(TextRole::Code, Token::Tx, this))
    , m_count(new QLabel(this))
    , m_keys(new ReviewKeys({u"F7"_s}, this))
    , m_look(new Segments(tr("How changes are shown"), Segments::Breaks::Never, this))
    , m_whole(stepButton(actions.whole, this))
    , m_notice(new Notice(this))
    , m_golden(new QAction(this))
    , m_stack(new QStackedWidget(this))
    , m_code(new CodeView(look, m_stack))
    , m_columns(new ReviewColumns(look, m_stack))
    , m_empty(new EmptyState(u"file"_s, m_stack))
    , m_find(new FindBar(m_code, this))
    , m_work(session.around().execute)
{
    build();
    connect(&m_work, &DiffWork::ready, this, &ReviewChange::take);
    for (const QAction *action : {actions.beside, actions.whole})
        connect(action, &QAction::toggled, this, [this] { showText(true); });
    const auto takeOther
        = [this] { m_session.takeGolden(goldenChoice(m_session.preview().plan, m_path).next); };
    // Behind the press: the button goes with what it was about.
    connect(m_golden, &QAction::triggered, this, takeOther, Qt::QueuedConnection);
    built();
    refresh();
}

void ReviewChange::build()
{
    setAccessibleName(tr("What changes"));
    m_stack->setMinimumHeight(1); // the drawing of what is empty may be cut, lines are not
    setSurface(this, Surface::Page);
    m_look->setSize(ControlSize::Compact);
    m_look->add(m_actions.beside);
    m_look->add(m_actions.unified);
    setTextRole(m_count, TextRole::Help);
    setInk(m_count, Token::Tx2);
    m_code->setAccessibleName(tr("Content of the file"));
    m_find->setIcons(icon(u"up"_s), icon(u"down"_s), icon(u"x"_s));
    m_code->addAction(m_actions.include);
    m_columns->addCodeAction(m_actions.include);
    m_find->hide();
    m_stack->addWidget(m_code);
    m_stack->addWidget(m_columns);
    m_stack->addWidget(m_empty);
    m_golden->setObjectName(u"reviewGolden"_s);

    m_head->addWidget(m_mark);
    m_head->addWidget(m_name, 1);
    m_head->addWidget(m_count);
    m_head->addWidget(m_keys);
    m_head->addWidget(stepButton(m_actions.previous, this));
    m_head->addWidget(stepButton(m_actions.next, this));
    m_head->addWidget(m_whole);
    m_head->addWidget(m_look);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(ruleIn(this));
    column->addWidget(m_notice);
    column->addWidget(m_stack, 1);
    column->addWidget(m_find);
}

void ReviewChange::measure()
{
    m_head->setContentsMargins(px(this, 16), px(this, 6), px(this, 12), px(this, 6));
    m_head->setSpacing(px(this, 8));
    arrange();
}

void ReviewChange::showFile(const QByteArray &path)
{
    m_path = path;
    showText(true);
}

void ReviewChange::refresh()
{
    showText(false);
}

void ReviewChange::showText(bool isOther)
{
    const FileView before = m_session.before(m_path);
    const FileView after = m_session.file(m_path);
    m_isOther = m_isOther || isOther;
    m_name->setText(after.name);
    if (before.isBinary || after.isBinary)
        return m_work.compare({});
    m_work.compare({.before = before.content,
                    .after = after.content,
                    .extent = m_actions.whole->isChecked() ? DiffText::Extent::Whole
                                                           : DiffText::Extent::Changes,
                    .isBeside = m_actions.beside->isChecked()});
    if (m_work.isWorking() && m_isOther)
        showWork();
}

/// In the place of a file that is still compared.
void ReviewChange::showWork()
{
    m_diff = {};
    m_sides = {};
    m_empty->setText(tr("Comparing"), tr("The file is large: what changes in it is looked for."));
    m_stack->setCurrentWidget(m_empty);
}

void ReviewChange::take(const Comparison &comparison)
{
    const FileView after = m_session.file(m_path);
    m_diff = comparison.unified;
    m_sides = comparison.sides;
    if (isBeside())
        showBeside(after);
    else
        showUnified(after);
    m_isOther = false;
    if (m_diff.lines.isEmpty())
        showEmpty(after.isBinary || m_session.before(m_path).isBinary);
    showHead();
    showNotice(after.note, after.isCurrent);
}

void ReviewChange::showEmpty(bool isBinary)
{
    m_empty->setText(isBinary ? tr("No text") : tr("An empty file"),
                     isBinary ? tr("This file is written byte for byte, and not shown.")
                              : tr("It is written as it is: without a line."));
    m_stack->setCurrentWidget(m_empty);
}

void ReviewChange::showUnified(const FileView &after)
{
    if (std::exchange(m_inCode, m_path) != m_path || m_isOther)
        m_code->open(after.name, m_diff.text);
    else
        m_code->setText(m_diff.text);
    m_code->setMarks(m_diff.marks + m_diff.moved(withoutLinks(after.marks)));
    m_code->setNumbers(m_diff.numbers());
    m_code->setAccessibleDescription(after.name);
    m_stack->setCurrentWidget(m_code);
}

void ReviewChange::showBeside(const FileView &after)
{
    const Plan &plan = m_session.preview().plan;
    if (std::exchange(m_inColumns, m_path) != m_path || m_isOther)
        m_columns->open(after.name, m_sides);
    else
        m_columns->setText(m_sides);
    m_columns->setMarks(m_sides.before.marks,
                        m_sides.after.marks + m_sides.moved(withoutLinks(after.marks)));
    m_columns->setHeads(beforeText(plan), afterText(plan));
    m_columns->setDescription(after.name);
    m_find->hide();
    m_stack->setCurrentWidget(m_columns);
}

/// Where nothing stood before, there is nothing to put beside.
bool ReviewChange::isBeside() const
{
    return !m_sides.after.numbers.isEmpty();
}

CodeView &ReviewChange::code() const
{
    return isBeside() ? m_columns->current() : *m_code;
}

const QList<int> &ReviewChange::changes() const
{
    return isBeside() ? m_sides.changes : m_diff.changes;
}

void ReviewChange::showHead()
{
    const auto &files = m_session.preview().plan.files;
    const auto found = std::ranges::find_if(
        files, [this](const PlannedFile &file) { return file.change.path == m_path; });
    const bool isThere = found != files.end();
    m_mark->setVisible(isThere);
    if (isThere)
        m_mark->setChange(found->change.kind);
    const qsizetype changes = m_diff.marks.isEmpty() ? 0 : m_diff.changes.size();
    m_count->setText(changes == 1 ? tr("1 change, next") : tr("%1 changes, next").arg(changes));
    m_hasChanges = changes > 0;
    arrange();
}

void ReviewChange::resizeEvent(QResizeEvent *event)
{
    ReviewPart::resizeEvent(event);
    arrange();
}

/// In little room, the words go before the buttons.
void ReviewChange::arrange()
{
    const bool isWide = width() >= px(this, roomForWords);
    m_count->setVisible(m_hasChanges && isWide);
    m_keys->setVisible(m_hasChanges && isWide);
    m_look->setVisible(m_hasChanges);
    m_look->setIconsOnly(width() < px(this, roomForSegments));
    m_whole->setVisible(m_hasChanges && width() >= px(this, roomForAll));
}

void ReviewChange::showNotice(const QString &note, bool isCurrent)
{
    const GoldenChoice choice = goldenChoice(m_session.preview().plan, m_path);
    const QString text = choice.isOffered ? choice.text
        : !note.isEmpty()                 ? note
        : code().isExact()                ? QString()
                                          : tr("Some bytes of this file are no UTF-8.");
    if (std::exchange(m_told, text) == text)
        return;
    m_notice->setVisible(false);
    if (text.isEmpty())
        return;
    m_notice->show(isCurrent ? Severity::Note : Severity::Warning, text);
    m_golden->setText(choice.verb);
    m_notice->setActions(choice.isOffered ? QList<QAction *>{m_golden} : QList<QAction *>());
}

bool ReviewChange::step(bool backwards)
{
    const int line = nextChange(changes(), code().caret().place().line + 1, backwards);
    if (line == 0 || m_diff.marks.isEmpty())
        return false;
    goTo(line);
    return true;
}

void ReviewChange::startAt(bool isLast)
{
    if (!changes().isEmpty())
        goTo(isLast ? changes().last() : changes().first());
}

void ReviewChange::goTo(int line)
{
    const qsizetype number = changes().indexOf(line) + 1;
    const QString words
        = tr("%1, change %2 of %3").arg(m_name->text()).arg(number).arg(changes().size());
    if (isBeside()) {
        m_columns->setDescription(words);
        m_columns->goTo(line);
    } else {
        m_code->setAccessibleDescription(words);
        m_code->goTo({line, 1});
    }
}

void ReviewChange::find()
{
    if (isBeside())
        m_columns->find();
    else
        m_find->start();
}

void ReviewChange::setWrapped(bool isWrapped)
{
    m_code->setWrapped(isWrapped);
    m_columns->setWrapped(isWrapped);
}

void ReviewChange::takeFocus()
{
    QWidget *shown = m_stack->currentWidget();
    (shown == m_columns ? &m_columns->current() : shown)->setFocus(Qt::OtherFocusReason);
}

} // namespace waymark
