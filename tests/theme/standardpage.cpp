#include "tests/theme/standardpage.h"

#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/theme/working.h"

#include <QBoxLayout>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSplitter>
#include <QStatusBar>
#include <QTabBar>
#include <QTableWidget>
#include <QTextBrowser>
#include <QToolButton>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace components {
namespace {

void fillMenu(QMenu *menu)
{
    menu->setObjectName(u"menu"_s);
    menu->addAction(icon(u"create"_s), u"&New service"_s)->setShortcut(QKeySequence(u"Ctrl+N"_s));
    QAction *preview = menu->addAction(u"Show &preview"_s);
    preview->setCheckable(true);
    preview->setChecked(true);
    preview->setShortcut(QKeySequence(u"Ctrl+Shift+B"_s));
    menu->addSeparator();
    menu->addAction(u"&Release"_s)->setEnabled(false);
    menu->addMenu(u"&Text size"_s)->addAction(u"&Larger"_s);
    menu->setActiveAction(preview);
}

QTreeWidget *tree()
{
    auto *tree = new QTreeWidget;
    tree->setObjectName(u"tree"_s);
    tree->setAccessibleName(u"Files"_s);
    tree->setHeaderHidden(true);
    tree->setFrameShape(QFrame::NoFrame);
    auto *deploy = new QTreeWidgetItem(tree, {u"deploy/base"_s});
    deploy->setIcon(0, icon(u"folderopen"_s, Token::Tx3));
    for (const QString &name : {u"deployment.yaml"_s, u"hpa.yaml"_s, u"service.yaml"_s}) {
        auto *file = new QTreeWidgetItem(deploy, {name});
        file->setIcon(0, icon(u"filecode"_s, Token::Tx3));
    }
    new QTreeWidgetItem(new QTreeWidgetItem(tree, {u"internal"_s}), {u"main.go"_s});
    deploy->setExpanded(true);
    tree->setCurrentItem(deploy->child(0));
    setKeepsSelection(tree, true);
    return tree;
}

QTableWidget *table()
{
    auto *table = new QTableWidget(12, 3);
    table->setObjectName(u"table"_s);
    table->setAccessibleName(u"Services"_s);
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->verticalHeader()->hide();
    table->setHorizontalHeaderLabels({u"Service"_s, u"Template"_s, u"Owner"_s});
    table->horizontalHeader()->setStretchLastSection(true);
    table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    table->horizontalHeader()->setSortIndicatorShown(true);
    table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    for (int row = 0; row < table->rowCount(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(u"orders-%1"_s.arg(row + 1)));
        table->setItem(row, 1, new QTableWidgetItem(u"Go HTTP service"_s));
        table->setItem(row, 2, new QTableWidgetItem(u"Checkout"_s));
    }
    table->selectRow(2);
    return table;
}

QWidget *texts()
{
    auto *pane = new QWidget;
    auto *layout = new QVBoxLayout(pane);
    auto *tabs = new QTabBar;
    tabs->setObjectName(u"tabs"_s);
    for (const QString &name : {u"Overview"_s, u"Versions"_s, u"Used by"_s})
        tabs->addTab(name);
    auto *box = new QPlainTextEdit(u"A message of several lines\nthat may be edited."_s);
    box->setObjectName(u"box"_s);
    box->setAccessibleName(u"Message"_s);
    auto *readMe = new QTextBrowser;
    readMe->setFrameShape(QFrame::NoFrame);
    readMe->setMarkdown(u"A small service. See [the handbook](x).\n\n- one\n- two\n"_s);
    auto *combo = new QComboBox;
    combo->setEditable(true);
    combo->addItems({u"Checkout"_s, u"Payments"_s});
    auto *bar = new QProgressBar;
    bar->setRange(0, 0);
    setWorking(bar, true);
    auto *rule = new QFrame;
    rule->setFrameShape(QFrame::HLine);
    auto *tools = new QHBoxLayout;
    for (const QString &name : {u"list"_s, u"grid"_s, u"sort"_s}) {
        auto *button = new QToolButton;
        button->setIcon(icon(name));
        button->setAccessibleName(name);
        button->setCheckable(true);
        button->setChecked(name == u"list");
        tools->addWidget(button);
    }
    tools->addStretch();
    for (QWidget *widget : QList<QWidget *>{tabs, box, rule, readMe, combo, bar})
        layout->addWidget(widget);
    layout->addLayout(tools);
    return pane;
}

} // namespace

StandardPage::StandardPage()
{
    fillMenu(menuBar()->addMenu(u"&File"_s));
    menuBar()->addMenu(u"&Edit"_s);
    auto *splitter = new QSplitter;
    splitter->setObjectName(u"splitter"_s);
    for (QWidget *pane : QList<QWidget *>{tree(), table(), texts()})
        splitter->addWidget(pane);
    splitter->setSizes({px(this, 220), px(this, 420), px(this, 360)});
    setSurface(splitter, Surface::Page);
    setCentralWidget(splitter);
    statusBar()->addWidget(new QLabel(u"Nothing is written until you commit"_s));
}

} // namespace components
