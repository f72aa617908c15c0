#include "views/create/problemspane.h"

#include "models/items/counted.h"
#include "models/items/problemsmodel.h"
#include "views/create/linelist.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/screen.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QFrame>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

PlaceRow rowOfProblem(const QModelIndex &index)
{
    PlaceRow row{.place = index.data(ProblemsModel::PlaceRole).toString(),
                 .text = index.data().toString(),
                 .link = index.data(ProblemsModel::LinkTextRole).toString()};
    switch (Severity(index.data(ProblemsModel::SeverityRole).toInt())) {
    case Severity::Error:
        row.icon = u"error"_s;
        row.ink = Token::ErrTx;
        break;
    case Severity::Warning:
        row.icon = u"warn"_s;
        row.ink = Token::WarnTx;
        break;
    case Severity::Note:
        row.icon = u"info"_s;
        row.ink = Token::AccentTx;
        break;
    }
    return row;
}

QLabel *label(QWidget *parent, TextRole role, Token ink)
{
    auto *made = new QLabel(parent);
    setTextRole(made, role);
    setInk(made, ink);
    return made;
}

} // namespace

ProblemsPane::ProblemsPane(ProblemsModel &problems, QAction *next, QWidget *parent)
    : QWidget(parent)
    , m_problems(problems)
    , m_errorIcon(new IconLabel(u"error"_s, Token::ErrTx, this))
    , m_errors(label(this, TextRole::BodyMedium, Token::ErrTx))
    , m_warningIcon(new IconLabel(u"warn"_s, Token::WarnTx, this))
    , m_warnings(label(this, TextRole::BodyMedium, Token::WarnTx))
    , m_none(label(this, TextRole::Body, Token::Tx2))
{
    setAccessibleName(tr("Problems"));
    setSurface(this, Surface::Page);
    QBoxLayout *column = columnOf(this);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    column->addWidget(line);
    column->addWidget(header(next));
    m_list = new LineList(problems, rowOfProblem, this);
    m_list->setAccessibleName(tr("Problems"));
    setFirstFocus(this, m_list);
    column->addWidget(m_list, 1);
    connect(m_list, &LineList::followed, this, &ProblemsPane::followed);
    connect(&problems, &QAbstractItemModel::rowsInserted, this, &ProblemsPane::refresh);
    connect(&problems, &QAbstractItemModel::rowsRemoved, this, &ProblemsPane::refresh);
    connect(&problems, &QAbstractItemModel::dataChanged, this, &ProblemsPane::refresh);
    keepScaled(this, [this] {
        m_list->setMinimumHeight(px(this, 60));
        fit();
    });
    refresh();
}

/// Without the list, it takes no more than its line.
void ProblemsPane::fit()
{
    layout()->activate();
    setMaximumHeight(m_list->isHidden() ? layout()->minimumSize().height() : QWIDGETSIZE_MAX);
}

/// Its line grows once its words have grown.
bool ProblemsPane::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest && m_list)
        fit();
    return QWidget::event(event);
}

int ProblemsPane::wantedHeight() const
{
    constexpr int mostRows = 4;
    int height = layout()->minimumSize().height();
    if (m_list->isHidden())
        return height;
    height -= m_list->minimumHeight();
    for (int row = 0; row < std::min(mostRows, m_problems.rowCount()); ++row)
        height += m_list->rowHeight(row);
    return std::max(layout()->minimumSize().height(), height);
}

QWidget *ProblemsPane::header(QAction *next)
{
    auto *header = new QWidget(this);
    QBoxLayout *row = rowOf(header, {12, 6, 12, 6}, 6);
    QLabel *title = label(header, TextRole::HelpStrong, Token::Tx);
    title->setText(tr("Problems"));
    m_none->setText(tr("Nothing is wrong"));
    row->addWidget(title);
    for (QWidget *part : QList<QWidget *>{m_errorIcon, m_errors, m_warningIcon, m_warnings, m_none})
        row->addWidget(part);
    row->addStretch();
    m_next = new QToolButton(header);
    m_next->setDefaultAction(next);
    m_next->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_next->setFocusPolicy(Qt::StrongFocus);
    setControlSize(m_next, ControlSize::Inline);
    m_keys = new KeyHint({u"F8"_s}, header);
    m_fold = iconButton(u"up"_s, tr("Show the problems"), header);
    row->addWidget(m_next);
    row->addWidget(m_keys);
    row->addWidget(m_fold);
    connect(m_fold, &QToolButton::clicked, this, [this] { setOpen(!m_isOpen); });
    return header;
}

void ProblemsPane::setFolding(bool folds)
{
    m_folds = folds;
    refresh();
}

void ProblemsPane::setOpen(bool isOpen)
{
    m_isOpen = isOpen;
    refresh();
}

bool ProblemsPane::isOpen() const
{
    return m_problems.rowCount() > 0 && (m_isOpen || !m_folds);
}

void ProblemsPane::refresh()
{
    const int errors = m_problems.count(Severity::Error);
    const int warnings = m_problems.count(Severity::Warning);
    const bool isAny = m_problems.rowCount() > 0;
    m_errors->setText(counted("ProblemsModel", "1 error", "%n errors", errors));
    m_warnings->setText(counted("ProblemsModel", "1 warning", "%n warnings", warnings));
    m_errors->setVisible(errors > 0);
    m_errorIcon->setVisible(errors > 0);
    m_warnings->setVisible(warnings > 0);
    m_warningIcon->setVisible(warnings > 0);
    m_none->setText(isAny ? m_problems.summary() : tr("Nothing is wrong"));
    m_none->setVisible(errors == 0 && warnings == 0); // notes alone are counted here
    m_next->setVisible(isAny && !m_folds);
    m_keys->setVisible(isAny && !m_folds);
    m_fold->setVisible(isAny && m_folds);
    m_next->parentWidget()->updateGeometry(); // while it is hidden, it is not told of its parts
    m_fold->setIcon(icon(m_isOpen ? u"down"_s : u"up"_s));
    setSpoken(m_fold, m_isOpen ? tr("Hide the problems") : tr("Show the problems"));
    if (m_list->isHidden() == isOpen()) {
        m_list->setVisible(isOpen());
        fit();
        Q_EMIT openChanged();
    }
}

QModelIndex ProblemsPane::go(bool isBackwards)
{
    const QModelIndex next = m_problems.next(m_list->currentIndex(), isBackwards);
    if (!next.isValid())
        return {};
    setOpen(true);
    m_list->setCurrentIndex(next);
    m_list->scrollTo(next);
    return next;
}

QModelIndex ProblemsPane::current() const
{
    return m_list->currentIndex();
}

} // namespace waymark
