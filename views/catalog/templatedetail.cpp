#include "views/catalog/templatedetail.h"

#include "models/items/catalogwords.h"
#include "models/items/templatefacts.h"
#include "views/catalog/catalogactions.h"
#include "views/catalog/detailheader.h"
#include "views/catalog/factcard.h"
#include "views/catalog/filedelegate.h"
#include "views/catalog/mistakecard.h"
#include "views/catalog/questiondelegate.h"
#include "views/catalog/readmeview.h"
#include "views/theme/appearance.h"
#include "views/theme/typography.h"
#include "views/widgets/codeview.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/notice.h"
#include "views/widgets/scrolledcolumn.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QListView>
#include <QStackedWidget>
#include <QTabBar>
#include <QTreeView>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

enum Tab : quint8 { Overview, Files, Questions };

constexpr qreal leastText = 96; // px at 100 %
constexpr int fewFiles = 24; // that are shown at once, without opening folders

void prepare(QAbstractItemView *view, QAbstractItemModel &model, QAbstractItemDelegate *delegate)
{
    view->setModel(&model);
    view->setItemDelegate(delegate);
    view->setFrameShape(QFrame::NoFrame);
    view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    view->setTabKeyNavigation(false);
    view->setMouseTracking(true);
    view->viewport()->setAutoFillBackground(false);
}

QTreeView *filesView(QAbstractItemModel &model, QWidget *parent)
{
    auto *view = new QTreeView(parent);
    prepare(view, model, new FileDelegate(view));
    view->setHeaderHidden(true);
    view->setUniformRowHeights(true);
    view->setAnimated(false);
    return view;
}

QListView *questionsView(QAbstractItemModel &model, QWidget *parent)
{
    auto *view = new QListView(parent);
    prepare(view, model, new QuestionDelegate(view));
    view->setResizeMode(QListView::Adjust);
    return view;
}

int rowsOf(const QTreeView &view)
{
    int rows = 0;
    for (QModelIndex index = view.model()->index(0, 0); index.isValid(); ++rows)
        index = view.indexBelow(index);
    return rows;
}

int filesIn(const QAbstractItemModel &model, const QModelIndex &parent = {})
{
    int files = model.rowCount(parent);
    for (int row = 0; row < model.rowCount(parent); ++row)
        files += filesIn(model, model.index(row, 0, parent));
    return files;
}

} // namespace

TemplateDetail::TemplateDetail(TemplateFacts &facts, const CatalogActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_facts(facts)
    , m_actions(actions)
    , m_pages(new QStackedWidget(this))
    , m_nothing(new EmptyState(u"catalog"_s, m_pages))
    , m_scroll(new ScrolledColumn(m_pages))
    , m_page(new QWidget(m_scroll))
    , m_header(new DetailHeader(actions, m_page))
    , m_notice(new Notice(m_page))
    , m_mistakes(new MistakeCard(m_page))
    , m_successor(new QAction(this))
    , m_tabs(new QTabBar(m_page))
    , m_column(new QVBoxLayout(m_page))
    , m_body(new QHBoxLayout)
    , m_side(new QVBoxLayout)
    , m_sideBox(new QWidget(m_page))
    , m_readme(new ReadmeView(m_page))
    , m_files(filesView(facts.files(), m_page))
    , m_questions(questionsView(facts.questions(), m_page))
    , m_filesCard(new FactCard(tr("Files it makes"), m_files, m_sideBox))
    , m_questionsCard(new FactCard(tr("What it asks"), m_questions, m_sideBox))
{
    build();
    m_questions->viewport()->installEventFilter(this);
    m_readme->setPictures([this](const QString &path) { return m_facts.picture(path); });
    connect(&facts, &TemplateFacts::changed, this, &TemplateDetail::takeFacts);
    connect(m_tabs, &QTabBar::currentChanged, this, &TemplateDetail::arrange);
    connect(m_readme, &ReadmeView::linkPressed, this, &TemplateDetail::linkPressed);
    connect(m_files, &QTreeView::expanded, this, &TemplateDetail::fitCards);
    connect(m_files, &QTreeView::collapsed, this, &TemplateDetail::fitCards);
    connect(m_successor, &QAction::triggered, this,
            [this] { Q_EMIT successorWanted(m_row.successor); });
    clear();
}

void TemplateDetail::build()
{
    m_nothing->setText(tr("No template is chosen"), tr("Choose one to see what it makes."));
    m_tabs->setAccessibleName(tr("About this template"));
    m_tabs->setExpanding(false);
    for (const QString &title : {tr("Overview"), tr("Files it makes"), tr("What it asks")})
        m_tabs->addTab(title);
    m_side->addWidget(m_filesCard, 300);
    m_side->addWidget(m_questionsCard, 200);
    m_side->addStretch(1); // of what the cards leave
    m_side->setContentsMargins(0, 0, 0, 0);
    m_sideBox->setLayout(m_side);
    m_body->addWidget(m_readme, 1);
    m_body->addWidget(m_sideBox);
    for (QWidget *part : QList<QWidget *>{m_header, m_notice, m_mistakes, m_tabs})
        m_column->addWidget(part);
    m_column->addLayout(m_body, 1);
    m_pages->addWidget(m_nothing);
    m_scroll->column()->addWidget(m_page);
    m_pages->addWidget(m_scroll);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_pages);
    measure();
}

void TemplateDetail::measure()
{
    const int side = px(this, 24);
    m_column->setContentsMargins(side, px(this, 16), side, px(this, 16));
    m_column->setSpacing(px(this, 12));
    m_body->setSpacing(px(this, 32));
    m_side->setSpacing(px(this, 16));
    m_readme->setMinimumHeight(px(this, leastText));
    m_files->setMinimumHeight(px(this, leastText));
    m_questions->setMinimumHeight(px(this, leastText));
    arrange();
}

void TemplateDetail::show(const QModelIndex &index, const CatalogRow &row, const QString &readme)
{
    m_row = row;
    m_header->show(index, row);
    const QString about = readmeBelowTitle(readme, row.title);
    m_readme->showText(about.isEmpty() ? row.description : about);
    m_pages->setCurrentWidget(m_scroll);
    tell();
}

void TemplateDetail::clear()
{
    m_row = {};
    m_pages->setCurrentWidget(m_nothing);
}

void TemplateDetail::read()
{
    m_tabs->setCurrentIndex(Overview);
    m_readme->setFocus(Qt::ShortcutFocusReason);
}

QList<QWidget *> TemplateDetail::panes() const
{
    QList<QWidget *> panes;
    for (QWidget *pane : QList<QWidget *>{&m_mistakes->code(), m_readme, m_files, m_questions}) {
        if (pane->isVisible())
            panes += pane;
    }
    return panes;
}

void TemplateDetail::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_questionsCard)
        measure();
}

/// How high a question is depends on its width.
bool TemplateDetail::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitCards();
    return QWidget::eventFilter(watched, event);
}

void TemplateDetail::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void TemplateDetail::arrange()
{
    const bool isWide = width() >= px(this, 700);
    const int tab = m_tabs->currentIndex();
    m_tabs->setVisible(!isWide);
    m_readme->setVisible(isWide || tab == Overview);
    m_sideBox->setVisible(isWide || tab != Overview);
    const bool hasFiles = m_facts.files().rowCount() > 0;
    const bool hasQuestions = m_facts.questions().rowCount() > 0;
    m_filesCard->setVisible(isWide ? hasFiles : tab == Files);
    m_questionsCard->setVisible(isWide ? hasQuestions : tab == Questions);
    m_sideBox->setMinimumWidth(isWide ? px(this, 312) : 0);
    m_sideBox->setMaximumWidth(isWide ? px(this, 312) : QWIDGETSIZE_MAX);
    fitCards();
}

/// Beside each other, the cards are as high as their contents, if there is room.
void TemplateDetail::fitCards()
{
    const bool isWide = m_tabs->isHidden();
    const int row = rowHeight(RowKind::Tree, QApplication::font());
    m_filesCard->fitContent(isWide, rowsOf(*m_files) * row);
    int questions = 0;
    for (int i = 0; i < m_facts.questions().rowCount(); ++i)
        questions += m_questions->sizeHintForRow(i);
    m_questionsCard->fitContent(isWide, questions);
}

void TemplateDetail::takeFacts()
{
    m_filesCard->setCount(m_facts.filesText());
    m_filesCard->setNote(m_facts.filesNote());
    m_questionsCard->setCount(m_facts.questionsText());
    if (filesIn(m_facts.files()) <= fewFiles)
        m_files->expandAll();
    if (m_facts.hasPictures())
        m_readme->reload();
    arrange();
    tell();
}

/// Says what one has to know before one uses the template; what was said already is not said again.
void TemplateDetail::tell()
{
    m_mistakes->showLines(m_row.isBroken ? mistakeLines(m_row.problems, m_facts.faulty())
                                         : MistakeLines());
    const std::optional<Problem> problem = m_row.isBroken ? std::nullopt : m_facts.problem();
    if (m_told == m_row && m_toldProblem == problem)
        return;
    m_told = m_row;
    m_toldProblem = problem;
    m_notice->setActions({});
    if (m_row.isBroken) {
        m_notice->show(Severity::Error, firstMistake(m_row), wayOut(m_row),
                       problemTexts(m_row.problems));
    } else if (m_row.lifecycle == Lifecycle::Deprecated) {
        m_successor->setText(tr("Show %1").arg(m_row.successor));
        m_notice->show(Severity::Warning, tr("It is kept for the services that use it."),
                       m_row.successor.isEmpty() ? tr("Take another one for what is new.")
                                                 : tr("Use %1 instead.").arg(m_row.successor));
        if (!m_row.successor.isEmpty())
            m_notice->setActions({m_successor});
    } else if (problem) {
        QStringList words = {problem->headline(), problem->hint};
        words.removeAll(QString());
        m_notice->show(Severity::Warning, tr("It could not be tried with its defaults."),
                       words.join(u'\n'), problem->toString());
    } else {
        m_notice->hide();
    }
}

} // namespace waymark
