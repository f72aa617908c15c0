#include "views/catalog/catalogpane.h"

#include "models/items/catalogwords.h"
#include "models/items/counted.h"
#include "views/catalog/cardlist.h"
#include "views/catalog/filterchip.h"
#include "views/catalog/flowlayout.h"
#include "views/catalog/readingstrip.h"
#include "views/catalog/searchfield.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/notice.h"
#include "views/widgets/scrolledcolumn.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QMenu>
#include <QStackedWidget>
#include <QToolButton>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr int patience = 300; // ms
constexpr int silence = 1000;
constexpr qreal leastList = 120; // px at 100 %

QToolButton *iconButton(QAction *action, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setDefaultAction(action);
    button->setAccessibleName(action->iconText());
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

QToolButton *sourcesButton(QMenu *sources, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setIcon(icon(u"folder"_s));
    button->setMenu(sources);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(CatalogPane::tr("Sources"));
    button->setToolTip(CatalogPane::tr("Where templates come from"));
    return button;
}

QList<FilterChip *> chipsFor(CatalogFilter &filter, QWidget *row)
{
    const QList<std::pair<Facet, QString>> facets
        = {{Facet::Kind, CatalogPane::tr("Kind")},
           {Facet::Language, CatalogPane::tr("Language")},
           {Facet::Lifecycle, CatalogPane::tr("Lifecycle")},
           {Facet::Owner, CatalogPane::tr("Owner")}};
    auto *layout = new FlowLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    QList<FilterChip *> chips;
    for (const auto &[facet, title] : facets) {
        chips += new FilterChip(filter, facet, title, row);
        layout->addWidget(chips.last());
    }
    return chips;
}

} // namespace

CatalogPane::CatalogPane(const CatalogModel &model, CatalogFilter &filter,
                         const CatalogActions &actions, QMenu *sources, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filter(filter)
    , m_top(new QVBoxLayout)
    , m_count(new QLabel(this))
    , m_buttons({sourcesButton(sources, this), iconButton(actions.asList, this),
                 iconButton(actions.asGrid, this)})
    , m_search(new SearchField(this))
    , m_chipRow(new QWidget(this))
    , m_chips(chipsFor(filter, m_chipRow))
    , m_notice(new Notice(this))
    , m_strip(new ReadingStrip(actions.stop, this))
    , m_pages(new QStackedWidget(this))
    , m_list(new CardList(m_pages))
    , m_nothing(new EmptyState(u"search"_s, m_pages))
    , m_none(new EmptyState(u"plus"_s, m_pages))
{
    m_patience.setSingleShot(true);
    m_silence.setSingleShot(true);
    build(actions);
    connect(&m_patience, &QTimer::timeout, this, &CatalogPane::showReading);
    connect(&m_silence, &QTimer::timeout, this, [this] { announce(m_list, m_count->text()); });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        if (text != m_filter.query())
            search(text);
    });
    connect(&filter, &CatalogFilter::filterChanged, this, &CatalogPane::refresh);
    connect(&model, &CatalogModel::listingChanged, this, [this] { refreshChips(true); });
    refresh();
}

void CatalogPane::build(const CatalogActions &actions)
{
    m_search->setAccessibleName(tr("Filter templates"));
    m_search->setPlaceholderText(tr("Filter templates"));
    m_list->setModel(&m_filter);
    m_nothing->setActions(actions.clear, actions.addFolder);
    m_none->setText(tr("Add your company’s templates"),
                    tr("A catalog is a folder with golden-path templates. Your platform team "
                       "knows where it is."));
    m_none->setActions(actions.addFolder, actions.refresh);
    for (QWidget *page : QList<QWidget *>{m_list, m_nothing, m_none})
        m_pages->addWidget(page);
    m_strip->hide();
    m_notice->setActions({actions.refresh});

    m_top->addLayout(titleRow());
    m_top->addWidget(m_search);
    m_top->addWidget(m_chipRow);
    m_top->addWidget(m_notice);
    m_top->addWidget(m_strip);
    auto *line = new QFrame(this);
    line->setFrameShape(QFrame::HLine);
    auto *parts = new ScrolledColumn(this);
    parts->column()->addLayout(m_top);
    parts->column()->addWidget(line);
    parts->column()->addWidget(m_pages, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(parts);
    measure();
}

QLayout *CatalogPane::titleRow()
{
    auto *title = new ElidedLabel(TextRole::PageTitle, Token::Tx, this);
    title->setText(tr("Catalog"));
    setTextRole(m_count, TextRole::Help);
    setInk(m_count, Token::Tx2);
    m_count->setAccessibleName(tr("Templates found"));
    auto *words = new FlowLayout; // the count stands below the title where there is no room
    words->addWidget(title);
    words->addWidget(m_count);
    auto *row = new QHBoxLayout;
    row->addLayout(words, 1);
    row->setAlignment(words, Qt::AlignVCenter);
    for (QToolButton *button : std::as_const(m_buttons))
        row->addWidget(button);
    return row;
}

void CatalogPane::measure()
{
    const int side = px(this, 16);
    m_top->setContentsMargins(side, px(this, 12), side, px(this, 10));
    m_top->setSpacing(px(this, 10));
    QLayout *title = m_top->itemAt(0)->layout();
    title->setSpacing(px(this, 8));
    title->itemAt(0)->layout()->setSpacing(px(this, 8));
    m_chipRow->layout()->setSpacing(px(this, 6));
    m_pages->setMinimumHeight(px(this, leastList));
}

void CatalogPane::setGrid(bool isGrid)
{
    m_list->setGrid(isGrid);
}

void CatalogPane::setReading(bool isReading)
{
    if (std::exchange(m_isReading, isReading) == isReading)
        return;
    if (isReading) {
        m_beganEmpty = m_model.rowCount() == 0;
        m_patience.start(patience);
    } else {
        m_patience.stop();
        m_strip->hide();
        m_list->setExpectsMore(false);
    }
    refresh();
}

void CatalogPane::showReading()
{
    m_strip->show();
    m_list->setExpectsMore(m_beganEmpty && !m_filter.isFiltering());
    refresh();
}

void CatalogPane::showProblems(const QList<Problem> &problems)
{
    if (problems.isEmpty())
        m_notice->hide();
    else if (problems.size() == 1)
        m_notice->show(problems.first());
    else
        m_notice->show(Severity::Warning,
                       counted("CatalogPane", "1 place could not be read.",
                               "%n places could not be read.", problems.size()),
                       tr("The other templates can be used."), problemTexts(problems));
}

bool CatalogPane::isEmpty() const
{
    return m_model.rowCount() == 0 && !m_isReading;
}

void CatalogPane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        measure();
}

/// Shows what the filter leaves.
void CatalogPane::refresh()
{
    const int shown = m_filter.rowCount();
    const int all = m_model.rowCount();
    m_count->setText(all > 0 ? templateCount(shown, all) : QString());
    m_strip->setCount(all);
    m_search->setVisible(!isEmpty());
    m_chipRow->setVisible(!isEmpty());
    if (m_search->text() != m_filter.query())
        m_search->setText(m_filter.query());
    if (isEmpty()) {
        m_pages->setCurrentWidget(m_none);
    } else if (shown == 0 && all > 0) {
        describeNothing();
        m_pages->setCurrentWidget(m_nothing);
    } else {
        m_pages->setCurrentWidget(m_list);
    }
    refreshChips(false);
}

/// `anew`: there may be other values to choose from.
void CatalogPane::refreshChips(bool anew)
{
    for (FilterChip *chip : std::as_const(m_chips))
        chip->refresh(anew);
}

void CatalogPane::describeNothing()
{
    const QString query = m_filter.query().trimmed();
    const qsizetype others = m_filter.found();
    const QString sentence = others > 0
        ? counted("CatalogPane", "1 template matches without the filters.",
                  "%n templates match without the filters.", others)
        : tr("Try fewer letters or another word.");
    m_nothing->setText(query.isEmpty() ? tr("No template matches these filters")
                                       : tr("No template matches “%1”").arg(query),
                       sentence);
}

void CatalogPane::search(const QString &query)
{
    m_filter.setQuery(query);
    m_list->setCurrentIndex(m_filter.index(0));
    m_list->scrollToTop();
    m_silence.start(silence);
}

} // namespace waymark
