#include "views/home/homescreen.h"

#include "models/items/timetext.h"
#include "views/home/draftmenu.h"
#include "views/home/homecard.h"
#include "views/home/homesteps.h"
#include "views/home/rowlist.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/actionbutton.h"
#include "views/widgets/wraplabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QEvent>
#include <QScrollArea>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

RowWords draftWords(const QModelIndex &index)
{
    const QString problem = index.data(DraftsModel::ProblemRole).toString();
    const QString editor = index.data(DraftsModel::EditorRole).toString();
    RowWords words{.title = index.data().toString(), .icon = u"edit"_s};
    if (!problem.isEmpty())
        words.detail = problem;
    else if (index.data(DraftsModel::OpenElsewhereRole).toBool())
        words.detail = HomeScreen::tr("Open in %1").arg(editor);
    words.isTrouble = !words.detail.isEmpty();
    if (words.isTrouble) {
        words.icon = u"warn"_s;
        return words;
    }
    const auto saved = index.data(DraftsModel::SavedRole).toDateTime();
    words.detail = HomeScreen::tr("%1, saved %2")
                       .arg(index.data(DraftsModel::TemplateRole).toString(),
                            timeText(saved, QDateTime::currentDateTimeUtc()));
    return words;
}

RowWords serviceWords(const QModelIndex &index)
{
    const auto made = index.data(ServicesModel::MadeRole).toDateTime();
    return {.title = index.data().toString(),
            .detail = HomeScreen::tr("%1, made %2")
                          .arg(index.data(ServicesModel::FolderRole).toString(),
                               timeText(made, QDateTime::currentDateTimeUtc())),
            .icon = u"folder"_s};
}

} // namespace

HomeScreen::HomeScreen(DraftsModel &drafts, ServicesModel &services, QWidget *parent)
    : Screen(parent)
    , m_drafts(drafts)
    , m_services(services)
    , m_browse(new QAction(icon(u"catalog"_s), tr("&Browse templates"), this))
    , m_draftMenu(new DraftMenu(drafts, this))
    , m_firstStep(new HomeCard(u"flag"_s, tr("Create a service"), this))
    , m_draftCard(new HomeCard(u"edit"_s, tr("Open drafts"), this))
    , m_serviceCard(new HomeCard(u"box"_s, tr("Made lately"), this))
    , m_draftList(new RowList(drafts, draftWords, m_draftCard))
    , m_serviceList(new RowList(services, serviceWords, m_serviceCard))
    , m_noDrafts(new WrapLabel(
          tr("Nothing is half done. What you begin is kept here by itself, with every word typed."),
          TextRole::Body, Token::Tx2, m_draftCard))
    , m_scroll(new QScrollArea(this))
    , m_cards(new QBoxLayout(QBoxLayout::LeftToRight))
    , m_lists(new QVBoxLayout)
    , m_header(new QHBoxLayout)
{
    setAccessibleName(tr("Home"));
    m_browse->setObjectName(u"browseTemplates"_s);
    fillFirstStep();
    fillDrafts();
    fillServices();
    auto *page = new QWidget;
    auto *rows = new QVBoxLayout(page);
    m_lists->addWidget(m_draftCard);
    m_lists->addWidget(m_serviceCard);
    m_cards->addWidget(m_firstStep, 1);
    m_cards->addLayout(m_lists, 1);
    rows->addLayout(m_cards);
    rows->addStretch(1);
    m_scroll->setWidget(page);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(headerRow());
    column->addWidget(m_scroll, 1);
    connectAll();
    measure();
    showRows();
}

QWidget *HomeScreen::headerRow()
{
    auto *row = new QWidget(this);
    row->setLayout(m_header);
    m_header->addWidget(new WrapLabel(tr("Welcome"), TextRole::PageTitle, Token::Tx, row), 1);
    return row;
}

void HomeScreen::fillFirstStep()
{
    m_firstStep->add(new WrapLabel(
        tr("Start from a template, never from an empty folder. You see every file before anything "
           "is written."),
        TextRole::Body, Token::Tx2, m_firstStep));
    m_firstStep->add(new HomeSteps({tr("Choose a template"), tr("Answer a few plain questions"),
                                    tr("Look at the files and commit")},
                                   m_firstStep));
    auto *line = new QHBoxLayout;
    line->addWidget(new ActionButton(m_browse, ButtonLook::Primary, m_firstStep));
    line->addStretch();
    m_firstStep->addLine(line);
}

void HomeScreen::fillDrafts()
{
    m_draftList->setAccessibleName(tr("Open drafts"));
    m_draftCard->add(m_noDrafts);
    m_draftCard->add(m_draftList);
}

void HomeScreen::fillServices()
{
    m_serviceList->setAccessibleName(tr("Made lately"));
    m_serviceCard->add(m_serviceList);
}

void HomeScreen::connectAll()
{
    connect(m_browse, &QAction::triggered, this, &HomeScreen::catalogWanted);
    connect(m_draftList, &RowList::opened, this, [this](const QModelIndex &index) {
        Q_EMIT draftWanted(index.data(DraftsModel::IdRole).toString());
    });
    connect(m_serviceList, &RowList::opened, this, [this](const QModelIndex &index) {
        Q_EMIT openWanted(index.data(ServicesModel::FolderRole).toString());
    });
    m_draftList->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_draftList, &QWidget::customContextMenuRequested, this, &HomeScreen::showDraftMenu);
    connect(m_draftMenu, &DraftMenu::openWanted, this, &HomeScreen::draftWanted);
    for (const QAbstractItemModel *model : {static_cast<QAbstractItemModel *>(&m_drafts),
                                            static_cast<QAbstractItemModel *>(&m_services)}) {
        connect(model, &QAbstractItemModel::rowsInserted, this, &HomeScreen::showRows);
        connect(model, &QAbstractItemModel::rowsRemoved, this, &HomeScreen::showRows);
        connect(model, &QAbstractItemModel::modelReset, this, &HomeScreen::showRows);
    }
}

void HomeScreen::showDraftMenu(const QPoint &place)
{
    const QModelIndex draft = m_draftList->indexAt(place);
    if (!draft.isValid())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    m_draftMenu->fill(*menu, draft);
    menu->popup(m_draftList->viewport()->mapToGlobal(place));
}

void HomeScreen::showRows()
{
    const bool anyDraft = m_drafts.rowCount() > 0;
    m_draftList->setVisible(anyDraft);
    m_noDrafts->setVisible(!anyDraft);
    m_serviceCard->setVisible(m_services.rowCount() > 0);
}

QList<std::pair<QString, QList<QAction *>>> HomeScreen::menus() const
{
    return {{tr("&File"), {m_browse, m_draftMenu->menuAction()}}};
}

QList<QWidget *> HomeScreen::panes() const
{
    return {m_firstStep, m_draftCard, m_serviceCard};
}

void HomeScreen::enter()
{
    if (auto *button = m_firstStep->findChild<ActionButton *>())
        button->setFocus(Qt::OtherFocusReason);
}

void HomeScreen::measure()
{
    m_header->setContentsMargins(px(this, 24), px(this, 12), px(this, 24), px(this, 12));
    m_scroll->widget()->layout()->setContentsMargins(px(this, 24), px(this, 4), px(this, 24),
                                                     px(this, 24));
    m_cards->setSpacing(px(this, 16));
    m_lists->setSpacing(px(this, 16));
    arrange();
}

/// Below each other where they would be narrow.
void HomeScreen::arrange()
{
    const bool isWide = width() >= px(this, 760);
    m_cards->setDirection(isWide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

void HomeScreen::resizeEvent(QResizeEvent *event)
{
    Screen::resizeEvent(event);
    arrange();
}

void HomeScreen::changeEvent(QEvent *event)
{
    Screen::changeEvent(event);
    if (event->type() == QEvent::StyleChange)
        measure();
}

} // namespace waymark
