#include "views/catalog/catalogscreen.h"

#include "models/items/catalogfilter.h"
#include "models/items/catalogwords.h"
#include "views/catalog/cardlist.h"
#include "views/catalog/catalogpane.h"
#include "views/catalog/searchfield.h"
#include "views/catalog/sourcesmenu.h"
#include "views/catalog/templatedetail.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"

#include <QAction>
#include <QBoxLayout>
#include <QDataStream>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QIODevice>
#include <QSplitter>
#include <QUrl>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal listWidth = 424; // px at 100 %
constexpr qreal leastListWidth = 400; // in which nothing is cut
constexpr qreal smallestShare = 0.7;
constexpr qreal largestShare = 0.44; // of the window
constexpr qreal roomForBoth = 900; // px at 100 %, with nothing cut
constexpr qreal largestMinimumScale = 1.4; // so that both panes fit the smallest window

} // namespace

CatalogScreen::CatalogScreen(CatalogModel &model, CatalogFilter &filter, Ask ask, QWidget *parent)
    : CatalogScreen(model, filter, std::move(ask), {}, parent)
{
}

CatalogScreen::CatalogScreen(CatalogModel &model, CatalogFilter &filter, Ask ask,
                             Worker::Executor execute, QWidget *parent)
    : Screen(parent)
    , m_model(model)
    , m_filter(filter)
    , m_ask(std::move(ask))
    , m_facts(std::move(execute))
    , m_actions(this)
    , m_sources(new SourcesMenu(m_actions, this))
    , m_splitter(new QSplitter(this))
    , m_pane(new CatalogPane(model, filter, m_actions, m_sources, m_splitter))
    , m_detail(new TemplateDetail(m_facts, m_actions, m_splitter))
{
    build();
    connectActions();
    connect(&model, &CatalogModel::listingChanged, this, &CatalogScreen::takeListing);
    connect(&filter, &CatalogFilter::filterChanged, this, &CatalogScreen::choose);
    connect(m_pane->list().selectionModel(), &QItemSelectionModel::currentChanged, this,
            &CatalogScreen::showCurrent);
    connect(&m_pane->list(), &QListView::clicked, this, [this] {
        if (width() < px(this, roomForBoth))
            showDetail(true);
    });
    connect(&m_pane->list(), &QListView::activated, m_actions.read, &QAction::trigger);
    connect(m_detail, &TemplateDetail::linkPressed, this, &CatalogScreen::openLink);
    connect(m_detail, &TemplateDetail::successorWanted, this, &CatalogScreen::goToSuccessor);
    takeListing();
}

void CatalogScreen::build()
{
    setAccessibleName(tr("Catalog"));
    setSurface(this, Surface::Page);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_detail);
    m_splitter->setStretchFactor(1, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);
    measure();
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_isArranged = true; });
}

void CatalogScreen::connectActions()
{
    SearchField &search = m_pane->search();
    CardList &list = m_pane->list();
    connect(m_actions.find, &QAction::triggered, this, [&search] {
        search.setFocus(Qt::ShortcutFocusReason);
        search.selectAll();
    });
    connect(&search, &SearchField::leftDownwards, this, [this, &list] {
        if (!list.currentIndex().isValid())
            list.setCurrentIndex(m_filter.index(0));
        list.setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_actions.clear, &QAction::triggered, this, [this] { m_filter.clear(); });
    connect(m_actions.use, &QAction::triggered, this,
            [this] { Q_EMIT useWanted(current().data(CatalogModel::KeyRole).toString()); });
    connect(m_actions.read, &QAction::triggered, this, [this] {
        showDetail(true);
        m_detail->read();
    });
    connect(m_actions.toList, &QAction::triggered, this, [this] {
        showDetail(false);
        m_pane->list().setFocus(Qt::OtherFocusReason);
    });
    connect(m_actions.openFolder, &QAction::triggered, this, &CatalogScreen::openFolder);
    connect(m_actions.addFolder, &QAction::triggered, this, &CatalogScreen::addFolder);
    connect(m_actions.refresh, &QAction::triggered, this, &CatalogScreen::refreshWanted);
    connect(m_actions.stop, &QAction::triggered, this, &CatalogScreen::stopWanted);
    connect(m_actions.asGrid, &QAction::toggled, m_pane, &CatalogPane::setGrid);
    connect(m_sources, &SourcesMenu::removeWanted, this, &CatalogScreen::sourceRemoveWanted);
}

void CatalogScreen::measure()
{
    const qreal scale = std::min(px(this, 100) / 100.0, largestMinimumScale);
    m_pane->setMinimumWidth(qRound(listWidth * smallestShare * scale));
    m_detail->setMinimumWidth(qRound(320 * smallestShare * scale));
}

void CatalogScreen::changeEvent(QEvent *event)
{
    Screen::changeEvent(event);
    if (event->type() != QEvent::StyleChange || !m_detail)
        return;
    measure();
    arrange();
}

void CatalogScreen::resizeEvent(QResizeEvent *event)
{
    Screen::resizeEvent(event);
    arrange();
}

/// List and template beside each other, or in turn.
void CatalogScreen::arrange()
{
    const bool isInTurn = width() < px(this, roomForBoth);
    m_pane->setVisible(!isInTurn || !m_isDetailShown);
    m_detail->setVisible(!m_pane->isEmpty() && (!isInTurn || m_isDetailShown));
    m_actions.toList->setVisible(isInTurn && m_isDetailShown);
    shareWidth();
}

void CatalogScreen::showDetail(bool isShown)
{
    m_isDetailShown = isShown && m_pane->list().currentIndex().isValid();
    arrange();
}

/// The list has its width, as long as the page beside it has more.
void CatalogScreen::shareWidth()
{
    if (m_isArranged || m_pane->isHidden() || m_detail->isHidden())
        return;
    const int share = std::max(px(this, leastListWidth), qRound(width() * largestShare));
    const int list = std::min(px(this, listWidth), share);
    m_splitter->setSizes({list, width() - list});
}

void CatalogScreen::setSources(const QList<Source> &sources)
{
    m_sources->setSources(sources);
}

void CatalogScreen::setReading(bool isReading)
{
    if (isReading)
        m_problems.clear();
    m_actions.stop->setEnabled(isReading);
    m_pane->setReading(isReading);
    arrange();
    showProblems();
    Q_EMIT statusChanged();
}

void CatalogScreen::showProblem(const Problem &problem)
{
    m_problems += problem;
    showProblems();
}

void CatalogScreen::showTemplate(const QString &key)
{
    if (!m_filter.indexOf(key).isValid())
        m_filter.clear();
    const QModelIndex index = m_filter.indexOf(key);
    if (!index.isValid())
        return;
    m_pane->list().setCurrentIndex(index);
    m_pane->list().scrollTo(index);
    showDetail(true);
}

QList<std::pair<QString, QList<QAction *>>> CatalogScreen::menus() const
{
    return {{tr("&File"), {m_actions.addFolder, m_actions.refresh}},
            {tr("&Edit"), {m_actions.find, m_actions.clear}},
            {tr("&View"), {m_actions.asList, m_actions.asGrid, m_actions.toList}},
            {tr("&Service"), {m_actions.use, m_actions.read, m_actions.openFolder}}};
}

QList<QWidget *> CatalogScreen::panes() const
{
    QList<QWidget *> panes;
    if (m_pane->isVisible())
        panes += &m_pane->list();
    return panes + m_detail->panes();
}

QString CatalogScreen::status() const
{
    return m_pane->isReading() ? tr("Getting templates")
                               : tr("Nothing is written while you look around");
}

QByteArray CatalogScreen::layoutState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << m_splitter->saveState() << m_pane->list().isGrid();
    return state;
}

void CatalogScreen::restoreLayout(const QByteArray &state)
{
    QDataStream stream(state);
    QByteArray splitter;
    bool isGrid = false;
    stream >> splitter >> isGrid;
    if (stream.status() != QDataStream::Ok)
        return;
    m_isArranged = m_splitter->restoreState(splitter);
    (isGrid ? m_actions.asGrid : m_actions.asList)->setChecked(true);
}

void CatalogScreen::enter()
{
    showDetail(false);
    if (m_filter.rowCount() > 0)
        m_pane->list().setFocus(Qt::OtherFocusReason);
    else
        m_pane->search().setFocus(Qt::OtherFocusReason);
}

QModelIndex CatalogScreen::current() const
{
    const QModelIndex index = m_pane->list().currentIndex();
    return index.isValid() ? m_filter.toModel(index) : QModelIndex();
}

/// Something is chosen as long as there is something to choose.
void CatalogScreen::choose()
{
    if (!m_pane->list().currentIndex().isValid() && m_filter.rowCount() > 0)
        m_pane->list().setCurrentIndex(m_filter.index(0));
    m_actions.clear->setEnabled(m_filter.isFiltering());
    showCurrent();
}

void CatalogScreen::takeListing()
{
    m_shown.clear(); // it may be another one by the same key
    arrange();
    showProblems();
    choose();
}

void CatalogScreen::showCurrent()
{
    const QModelIndex index = current();
    const CatalogEntry *entry = index.isValid() ? m_model.entry(index) : nullptr;
    m_actions.read->setEnabled(entry);
    m_actions.openFolder->setEnabled(entry);
    if (!entry) {
        m_actions.use->setEnabled(false);
        m_actions.use->setToolTip(tr("Choose a template first."));
        m_shown.clear();
        m_facts.clear();
        m_detail->clear();
        return;
    }
    const CatalogRow &row = m_model.rows().at(index.row());
    m_actions.use->setEnabled(!row.isBroken);
    m_actions.use->setToolTip(row.isBroken ? whyNotUsable(row)
                                           : tr("Makes a service from this template"));
    if (m_shown == row.key)
        return;
    m_shown = row.key;
    m_facts.show(*entry);
    m_detail->show(index, row, m_model.readme(index));
}

void CatalogScreen::showProblems()
{
    m_pane->showProblems(m_problems + m_model.listing().problems);
}

void CatalogScreen::addFolder()
{
    const QString folder = m_ask.folder
        ? m_ask.folder(this, tr("Add a folder with templates"), QDir::homePath())
        : QString();
    if (!folder.isEmpty())
        Q_EMIT sourceAddWanted(folder);
}

void CatalogScreen::openFolder()
{
    if (const QModelIndex index = current(); index.isValid())
        QDesktopServices::openUrl(QUrl::fromLocalFile(m_model.entry(index)->folder()));
}

/// Only to where nothing of this computer is run or opened.
void CatalogScreen::openLink(const QUrl &url)
{
    static const QStringList schemes = {u"https"_s, u"http"_s, u"mailto"_s};
    if (schemes.contains(url.scheme().toLower()))
        QDesktopServices::openUrl(url);
    else
        Q_EMIT toast(tr("%1 is a file of the template. Open its folder to read it.")
                         .arg(url.toDisplayString()),
                     m_actions.openFolder);
}

void CatalogScreen::goToSuccessor(const QString &name)
{
    if (const CatalogRow *row = templateCalled(name, m_model))
        showTemplate(row->key);
    else
        Q_EMIT toast(tr("%1 is not in this catalog.").arg(name));
}

} // namespace waymark
