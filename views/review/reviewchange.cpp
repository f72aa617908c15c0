#include "views/review/reviewchange.h"

#include "models/items/goldenchoice.h"
#include "models/items/servicesession.h"
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
constexpr int wholeFile = 1; // behind the changes alone

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
    , m_extent(new Segments(tr("What is shown of the file"), Segments::Breaks::Never, this))
    , m_notice(new Notice(this))
    , m_golden(new QAction(this))
    , m_stack(new QStackedWidget(this))
    , m_code(new CodeView(look, m_stack))
    , m_empty(new EmptyState(u"file"_s, m_stack))
    , m_find(new FindBar(m_code, this))
{
    build();
    connect(m_extent, &Segments::chosenByUser, actions.whole,
            [this](int extent) { m_actions.whole->setChecked(extent == wholeFile); });
    connect(actions.whole, &QAction::toggled, this, [this] { showText(true); });
    const auto choose
        = [this] { m_session.takeGolden(goldenChoice(m_session.preview().plan, m_path).next); };
    // Behind the press: the button goes with what it was about.
    connect(m_golden, &QAction::triggered, this, choose, Qt::QueuedConnection);
    built();
    refresh();
}

void ReviewChange::build()
{
    setAccessibleName(tr("What changes"));
    m_stack->setMinimumHeight(1); // the drawing of what is empty may be cut, lines are not
    setSurface(this, Surface::Page);
    m_extent->setSize(ControlSize::Compact);
    m_extent->add(tr("Changes"), u"rows"_s);
    m_extent->add(tr("Whole file"), u"file"_s);
    setTextRole(m_count, TextRole::Help);
    setInk(m_count, Token::Tx2);
    m_code->setAccessibleName(tr("Content of the file"));
    m_find->setIcons(icon(u"up"_s), icon(u"down"_s), icon(u"x"_s));
    m_code->addAction(m_actions.include);
    m_find->hide();
    m_stack->addWidget(m_code);
    m_stack->addWidget(m_empty);
    m_golden->setObjectName(u"reviewGolden"_s);

    m_head->addWidget(m_mark);
    m_head->addWidget(m_name, 1);
    m_head->addWidget(m_count);
    m_head->addWidget(m_keys);
    m_head->addWidget(stepButton(m_actions.previous, this));
    m_head->addWidget(stepButton(m_actions.next, this));
    m_head->addWidget(m_extent);
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
    const bool isWhole = m_actions.whole->isChecked();
    const FileView before = m_session.before(m_path);
    const FileView after = m_session.file(m_path);
    const bool isBinary = before.isBinary || after.isBinary;
    m_diff = isBinary ? DiffText()
                      : diffText(before.content, after.content,
                                 isWhole ? DiffText::Extent::Whole : DiffText::Extent::Changes);
    if (isOther)
        m_code->open(after.name, m_diff.text);
    else
        m_code->setText(m_diff.text);
    m_code->setMarks(m_diff.marks + m_diff.moved(withoutLinks(after.marks)));
    m_code->setNumbers(m_diff.numbers());
    m_code->setAccessibleDescription(after.name);
    m_empty->setText(isBinary ? tr("No text") : tr("An empty file"),
                     isBinary ? tr("This file is written byte for byte, and not shown.")
                              : tr("It is written as it is: without a line."));
    m_stack->setCurrentWidget(isBinary || m_diff.lines.isEmpty() ? static_cast<QWidget *>(m_empty)
                                                                 : m_code);
    m_name->setText(after.name);
    m_extent->choose(isWhole ? wholeFile : 0);
    showHead();
    showNotice(after.note, after.isCurrent);
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
    m_extent->setVisible(m_hasChanges);
    m_extent->setIconsOnly(width() < px(this, roomForSegments));
}

void ReviewChange::showNotice(const QString &note, bool isCurrent)
{
    const GoldenChoice choice = goldenChoice(m_session.preview().plan, m_path);
    const QString text = choice.isOffered ? choice.text
        : !note.isEmpty()                 ? note
        : m_code->isExact()               ? QString()
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
    const int line = m_diff.nextChange(m_code->caret().place().line + 1, backwards);
    if (line == 0 || m_diff.marks.isEmpty())
        return false;
    goTo(line);
    return true;
}

void ReviewChange::startAt(bool isLast)
{
    if (!m_diff.changes.isEmpty())
        goTo(isLast ? m_diff.changes.last() : m_diff.changes.first());
}

void ReviewChange::goTo(int line)
{
    m_code->goTo({line, 1});
    const qsizetype number = m_diff.changes.indexOf(line) + 1;
    m_code->setAccessibleDescription(
        tr("%1, change %2 of %3").arg(m_name->text()).arg(number).arg(m_diff.changes.size()));
}

void ReviewChange::find()
{
    m_find->start();
}

void ReviewChange::setWrapped(bool isWrapped)
{
    m_code->setWrapped(isWrapped);
}

void ReviewChange::takeFocus()
{
    m_stack->currentWidget()->setFocus(Qt::OtherFocusReason);
}

} // namespace waymark
