#include "views/shell/shortcutsheet.h"

#include "models/items/searchedtext.h"
#include "views/shell/floatingpanel.h"
#include "views/shell/keycaps.h"
#include "views/shell/shortcutrows.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/iconlabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QToolButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {

ShortcutSheet::ShortcutSheet(QWidget *window)
    : Overlay(tr("Keyboard shortcuts"), window)
    , m_filter(new QLineEdit(panel()))
    , m_close(new QToolButton(panel()))
    , m_scroll(new QScrollArea(panel()))
    , m_footer(new QWidget(panel()))
    , m_top(new QHBoxLayout)
{
    m_filter->setAccessibleName(tr("Filter shortcuts"));
    m_filter->setPlaceholderText(tr("Filter shortcuts"));
    m_filter->addAction(icon(u"search"_s, Token::Tx2), QLineEdit::LeadingPosition);
    nameParts(m_filter);
    m_close->setIcon(icon(u"x"_s));
    m_close->setAccessibleName(tr("Close"));
    m_close->setToolTip(tr("Close (Esc)"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    setAccessibleRole(m_scroll, QAccessible::Document);
    m_scroll->setAccessibleName(tr("Shortcuts"));
    m_scroll->viewport()->setAutoFillBackground(false);
    build();
    connect(m_filter, &QLineEdit::textChanged, this, &ShortcutSheet::fill);
    connect(m_close, &QToolButton::clicked, this, &ShortcutSheet::dismiss);
}

void ShortcutSheet::build()
{
    auto *title = new QLabel(tr("Keyboard shortcuts"), panel());
    setTextRole(title, TextRole::PageTitle);
    m_top->addWidget(title);
    m_top->addStretch(1);
    m_top->addWidget(m_filter, 1);
    m_top->addWidget(m_close);
    auto *bottom = new QHBoxLayout(m_footer);
    auto *words = new QLabel(tr("They are in the menus too, beside what they do."), m_footer);
    setTextRole(words, TextRole::Help);
    setInk(words, Token::Tx2);
    bottom->addWidget(new IconLabel(u"info"_s, Token::Tx2, m_footer, 14));
    bottom->addWidget(words, 1);
    bottom->addWidget(new KeyCaps({tr("Esc")}, m_footer));
    auto *close = new QLabel(tr("Close"), m_footer);
    setTextRole(close, TextRole::Help);
    setInk(close, Token::Tx2);
    bottom->addWidget(close);
    auto *column = new QVBoxLayout(panel());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_top);
    column->addWidget(m_scroll, 1);
    column->addWidget(m_footer);
    panel()->setFooter(m_footer);
    measure();
}

void ShortcutSheet::measure()
{
    m_top->setContentsMargins(px(this, 24), px(this, 14), px(this, 20), px(this, 8));
    m_top->setSpacing(px(this, 12));
    m_footer->layout()->setContentsMargins(px(this, 24), 0, px(this, 20), 0);
    m_footer->layout()->setSpacing(px(this, 8));
    m_footer->setMinimumHeight(px(this, 44));
    m_filter->setMaximumWidth(px(this, 240));
}

void ShortcutSheet::changeEvent(QEvent *event)
{
    Overlay::changeEvent(event);
    if (event->type() != QEvent::StyleChange)
        return;
    measure();
    fill();
}

void ShortcutSheet::resizeEvent(QResizeEvent *event)
{
    Overlay::resizeEvent(event);
    if (isOpen() && m_columns != columnCount())
        fill();
}

QRect ShortcutSheet::panelRect(const QSize &window) const
{
    const int air = px(this, 24);
    const int width = std::min(px(this, 1120), window.width() - 2 * air);
    const int height = std::min(px(this, 626), window.height() - 2 * air);
    return {(window.width() - width) / 2, std::min(px(this, 48), (window.height() - height) / 2),
            width, height};
}

void ShortcutSheet::start(const QList<ActionGroup> &groups)
{
    m_groups = groups;
    m_filter->clear();
    open(m_filter);
    fill();
}

int ShortcutSheet::columnCount() const
{
    return std::clamp(panel()->width() / px(this, 300), 1, 3);
}

/// Each group goes to the column that is the shortest by then.
void ShortcutSheet::fill()
{
    m_columns = columnCount();
    auto *page = new QWidget;
    auto *row = new QHBoxLayout(page);
    row->setContentsMargins(px(this, 24), 0, px(this, 24), px(this, 16));
    row->setSpacing(px(this, 36));
    QList<QVBoxLayout *> columns;
    QList<qsizetype> lengths(m_columns, 0);
    for (int i = 0; i < m_columns; ++i) {
        columns += new QVBoxLayout;
        row->addLayout(columns.last(), 1);
    }
    const auto query = searchWords(m_filter->text());
    for (const ActionGroup &group : std::as_const(m_groups)) {
        QList<QAction *> shown = group.actions;
        shown.removeIf([&](const QAction *action) {
            return action->shortcut().isEmpty() || !matchText(query, action->iconText());
        });
        if (shown.isEmpty())
            continue;
        const auto shortest = std::ranges::min_element(lengths) - lengths.begin();
        columns.at(shortest)->addWidget(new ShortcutRows(group.title, shown, page));
        lengths[shortest] += shown.size() + 2;
    }
    for (QVBoxLayout *column : std::as_const(columns))
        column->addStretch();
    m_scroll->setWidget(page);
    page->setAutoFillBackground(false); // the panel's shows through
}

} // namespace waymark
