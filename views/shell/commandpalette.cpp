#include "views/shell/commandpalette.h"

#include "views/shell/floatingpanel.h"
#include "views/shell/keycaps.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QLabel *words(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    setTextRole(label, TextRole::Help);
    setInk(label, Token::Tx2);
    return label;
}

/// Keys and words by turns, in one line.
QWidget *keyLine(const QList<std::pair<QStringList, QString>> &parts, QWidget *parent)
{
    auto *line = new QWidget(parent);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(px(parent, 6));
    for (const auto &[caps, text] : parts) {
        if (!caps.isEmpty())
            row->addWidget(new KeyCaps(caps, line));
        row->addWidget(words(text, line));
    }
    return line;
}

QWidget *makeFooter(QWidget *parent)
{
    auto *footer = new QWidget(parent);
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(px(parent, 16), 0, px(parent, 16), 0);
    row->setSpacing(px(parent, 20));
    row->addWidget(keyLine({{{u"↑"_s, u"↓"_s}, CommandPalette::tr("Move")}}, footer));
    row->addWidget(keyLine({{{CommandPalette::tr("Enter")}, CommandPalette::tr("Run")}}, footer));
    row->addStretch();
    row->addWidget(keyLine({{{CommandPalette::tr("Esc")}, CommandPalette::tr("Close")}}, footer));
    return footer;
}

} // namespace

CommandPalette::CommandPalette(CommandModel &model, const CommandDelegate::IconOf &iconOf,
                               QWidget *window)
    : Overlay(tr("Find anything"), window)
    , m_model(model)
    , m_query(new QLineEdit(panel()))
    , m_list(new QListView(panel()))
    , m_nothing(new WrapLabel(TextRole::Body, Token::Tx2, panel()))
    , m_hint(keyLine(
          {{{}, tr("Type")}, {{u">"_s}, tr("for commands,")}, {{u"#"_s}, tr("for templates")}},
          panel()))
    , m_footer(makeFooter(panel()))
    , m_top(new QHBoxLayout)
    , m_rows(new QVBoxLayout)
{
    m_query->setAccessibleName(tr("Find anything"));
    m_query->setAccessibleDescription(tr("Type > for commands, # for templates"));
    m_query->setPlaceholderText(tr("Search templates and commands"));
    m_query->setFrame(false);
    m_query->installEventFilter(this);
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CommandDelegate(m_model, iconOf, m_list));
    m_list->setAccessibleName(tr("Results"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing->setAlignment(Qt::AlignCenter);
    build();
    connect(m_query, &QLineEdit::textChanged, this, &CommandPalette::search);
    connect(m_list, &QListView::clicked, this, &CommandPalette::choose);
}

void CommandPalette::build()
{
    m_top->addWidget(new IconLabel(u"search"_s, Token::Tx2, panel(), 18));
    m_top->addWidget(m_query, 1);
    m_top->addWidget(m_hint);
    auto *line = new QFrame(panel());
    line->setFrameShape(QFrame::HLine);
    auto *column = new QVBoxLayout(panel());
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_top);
    column->addWidget(line);
    m_rows->addWidget(m_nothing);
    m_rows->addWidget(m_list);
    column->addLayout(m_rows, 1);
    column->addWidget(m_footer);
    panel()->setFooter(m_footer);
    measure();
}

void CommandPalette::measure()
{
    const int margin = px(this, 20);
    QFont font = fontOf(TextRole::SectionTitle);
    font.setWeight(QFont::Normal);
    m_query->setFont(font);
    m_top->setContentsMargins(margin, px(this, 17), px(this, 16), px(this, 17));
    m_top->setSpacing(px(this, 12));
    m_footer->setMinimumHeight(px(this, 40));
    m_rows->setContentsMargins(px(this, 8), px(this, 6), px(this, 8), px(this, 8));
}

void CommandPalette::changeEvent(QEvent *event)
{
    Overlay::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        measure();
}

QRect CommandPalette::panelRect(const QSize &window) const
{
    const int air = px(this, 16);
    const int width = std::min(px(this, 664), window.width() - 2 * air);
    const int top = std::min(px(this, 64), window.height() / 8);
    const int height = std::min(px(this, 516), window.height() - top - air);
    m_hint->setVisible(width >= px(this, 560));
    return {(window.width() - width) / 2, top, width, height};
}

void CommandPalette::start(const QList<CommandEntry> &entries)
{
    m_model.setEntries(entries);
    m_query->clear();
    search({});
    open(m_query);
}

void CommandPalette::search(const QString &query)
{
    m_model.setQuery(query);
    m_list->setCurrentIndex(m_model.best());
    m_list->scrollToTop();
    const bool isNothing = m_model.rowCount() == 0;
    m_list->setVisible(!isNothing);
    m_nothing->setVisible(isNothing);
    m_nothing->setText(query.trimmed().isEmpty()
                           ? tr("Type a few letters of what you look for.")
                           : tr("Nothing found for “%1”").arg(query.trimmed()));
}

bool CommandPalette::isTakenKey(int key)
{
    switch (key) {
    case Qt::Key_Down:
        move(false);
        return true;
    case Qt::Key_Up:
        move(true);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    default:
        return false;
    }
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_query && event->type() == QEvent::KeyPress
        && isTakenKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    return Overlay::eventFilter(watched, event);
}

/// The focus stays in the field, so what is chosen has to be said.
void CommandPalette::move(bool backwards)
{
    const QModelIndex index = m_model.next(m_list->currentIndex(), backwards);
    m_list->setCurrentIndex(index);
    announce(m_list, index.data(Qt::AccessibleTextRole).toString());
}

void CommandPalette::choose(const QModelIndex &index)
{
    const CommandEntry *entry = index.isValid() ? m_model.entry(index) : nullptr;
    if (!entry)
        return;
    if (!entry->isEnabled) {
        announce(m_list, entry->reason);
        return;
    }
    const CommandEntry taken = *entry;
    m_model.use(taken);
    dismiss();
    Q_EMIT chosen(taken);
}

} // namespace waymark
