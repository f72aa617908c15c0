#include "views/widgets/findbar.h"

#include "views/widgets/accessiblerole.h"
#include "views/widgets/codeview.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>

namespace waymark {
namespace {

QToolButton *button(QWidget *parent, const QString &words, const QString &tip)
{
    auto *made = new QToolButton(parent);
    made->setText(words);
    made->setAccessibleName(tip);
    made->setToolTip(tip);
    made->setFocusPolicy(Qt::TabFocus);
    made->setAutoRaise(true);
    return made;
}

} // namespace

FindBar::FindBar(CodeView *view, QWidget *parent)
    : QWidget(parent)
    , m_view(view)
    , m_needle(new QLineEdit(this))
    , m_count(new QLabel(this))
    , m_case(button(this, tr("Aa"), tr("Match upper and lower case")))
    , m_previous(button(this, tr("Previous"), tr("Previous match")))
    , m_next(button(this, tr("Next"), tr("Next match")))
    , m_close(button(this, tr("Close"), tr("Close the search")))
{
    m_needle->setAccessibleName(tr("Find in this file"));
    m_needle->setPlaceholderText(tr("Find in this file"));
    m_needle->setClearButtonEnabled(true);
    nameParts(m_needle);
    m_count->setAccessibleName(tr("Matches"));
    m_case->setCheckable(true);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 4, 12, 4);
    row->setSpacing(4);
    row->addWidget(m_needle, 1);
    for (QWidget *part : {static_cast<QWidget *>(m_count), static_cast<QWidget *>(m_case),
                          static_cast<QWidget *>(m_previous), static_cast<QWidget *>(m_next),
                          static_cast<QWidget *>(m_close)})
        row->addWidget(part);

    connect(m_needle, &QLineEdit::textChanged, this, &FindBar::search);
    connect(m_case, &QToolButton::toggled, this, &FindBar::search);
    connect(m_previous, &QToolButton::clicked, this, [this] { go(false); });
    connect(m_next, &QToolButton::clicked, this, [this] { go(true); });
    connect(m_close, &QToolButton::clicked, this, &FindBar::finish);
    connect(m_view, &CodeView::matchesChanged, this, &FindBar::showCount);
    connect(m_view, &CodeView::selectionChanged, this, &FindBar::showCount);
    showCount();
    hide();
}

void FindBar::start()
{
    show();
    const QString selected = m_view->selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_needle->setText(selected);
    m_needle->selectAll();
    m_needle->setFocus(Qt::ShortcutFocusReason);
    search();
}

void FindBar::setIcons(const QIcon &previous, const QIcon &next, const QIcon &close)
{
    m_previous->setIcon(previous);
    m_next->setIcon(next);
    m_close->setIcon(close);
    for (QToolButton *each : {m_previous, m_next, m_close})
        each->setToolButtonStyle(Qt::ToolButtonIconOnly);
}

void FindBar::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        finish();
    else if (isEnter)
        go(!event->modifiers().testFlag(Qt::ShiftModifier));
    else
        QWidget::keyPressEvent(event);
}

void FindBar::search()
{
    const bool isExact = m_case->isChecked();
    m_view->find(m_needle->text(), isExact ? Qt::CaseSensitive : Qt::CaseInsensitive);
    m_view->findHere();
    showCount();
}

void FindBar::go(bool isForward)
{
    if (isForward)
        m_view->findNext();
    else
        m_view->findPrevious();
}

/// What was found stays selected, and the view is where reading goes on.
void FindBar::finish()
{
    hide();
    m_view->find({});
    m_view->setFocus(Qt::OtherFocusReason);
    Q_EMIT closed();
}

void FindBar::showCount()
{
    const CodeSearch &search = m_view->search();
    const bool isMore = !search.isFinished();
    if (m_needle->text().isEmpty())
        m_count->clear();
    else if (search.count() == 0 && !isMore)
        m_count->setText(tr("No matches"));
    else
        m_count->setText((isMore ? tr("%1 of more than %2") : tr("%1 of %2"))
                             .arg(m_view->currentMatch())
                             .arg(search.count()));
}

} // namespace waymark
