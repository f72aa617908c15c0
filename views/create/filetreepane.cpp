#include "views/create/filetreepane.h"

#include "models/items/filetreemodel.h"
#include "views/create/filetreedelegate.h"
#include "views/create/legendsign.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/screen.h"
#include "views/widgets/wraplabel.h"

#include <QBoxLayout>
#include <QLabel>
#include <QTreeView>

namespace waymark {

FileTreePane::FileTreePane(FileTreeModel &files, QWidget *parent)
    : QWidget(parent)
    , m_files(files)
    , m_service(new ElidedLabel(TextRole::HelpStrong, Token::Tx, this))
    , m_count(new QLabel(this))
    , m_tree(new QTreeView(this))
    , m_legend(legend())
{
    setAccessibleName(tr("Files"));
    setFirstFocus(this, m_tree);
    setSurface(this, Surface::Page);
    // Before the tree has the model: once it sees rows go, it makes others current.
    connect(&files, &QAbstractItemModel::rowsAboutToBeRemoved, this,
            [this] { m_isFollowing = true; });
    m_tree->setModel(&files);
    connect(&files, &QAbstractItemModel::rowsRemoved, this, [this] { m_isFollowing = false; });
    m_tree->setItemDelegate(new FileTreeDelegate(m_tree));
    m_tree->setAccessibleName(tr("Files"));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(false);
    m_tree->setUniformRowHeights(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTabKeyNavigation(false);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->viewport()->setAutoFillBackground(false);
    setKeepsSelection(m_tree, true);
    keepScaled(this, [this] {
        setMinimumWidth(px(this, 252 * 0.7));
        m_tree->setIndentation(px(this, 16));
    });
    QBoxLayout *column = columnOf(this);
    column->addWidget(header());
    auto *body = new QWidget(this);
    columnOf(body, {6, 4, 6, 4})->addWidget(m_tree);
    column->addWidget(body, 1);
    column->addWidget(m_legend);
    connectTree();
}

void FileTreePane::connectTree()
{
    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            [this](const QModelIndex &index) {
                const bool isFile
                    = index.isValid() && !index.data(FileTreeModel::IsFolderRole).toBool();
                if (isFile && !m_isFollowing)
                    Q_EMIT fileChosen(index.data(FileTreeModel::PathRole).toByteArray());
            });
    connect(m_tree, &QTreeView::activated, this, &FileTreePane::open);
    connect(m_tree, &QTreeView::clicked, this, [this](const QModelIndex &index) {
        if (index.data(FileTreeModel::IsFolderRole).toBool())
            m_tree->setExpanded(index, !m_tree->isExpanded(index));
    });
}

QWidget *FileTreePane::header()
{
    auto *header = new QWidget(this);
    QBoxLayout *row = rowOf(header, {12, 8, 12, 8});
    setTextRole(m_count, TextRole::Help);
    setInk(m_count, Token::Tx2);
    row->addWidget(m_service);
    row->addWidget(m_count);
    row->addStretch();
    return header;
}

/// What the signs in the tree mean.
QWidget *FileTreePane::legend()
{
    auto *legend = new QWidget(this);
    QBoxLayout *column = columnOf(legend, {12, 8, 12, 10}, 4);
    const QList<std::pair<LegendSign::Sign, QString>> signs
        = {{LegendSign::Sign::Added, tr("New file")},
           {LegendSign::Sign::Linked, tr("Lines from the field you are in")},
           {LegendSign::Sign::NotNeeded, tr("Not needed with these answers")}};
    for (const auto &[sign, words] : signs) {
        auto *row = new QHBoxLayout;
        row->addWidget(new LegendSign(sign, legend), 0, Qt::AlignTop);
        row->addWidget(new WrapLabel(words, TextRole::Help, Token::Tx2, legend), 1);
        column->addLayout(row);
    }
    return legend;
}

void FileTreePane::open(const QModelIndex &index)
{
    if (index.data(FileTreeModel::IsFolderRole).toBool())
        m_tree->setExpanded(index, !m_tree->isExpanded(index));
    else
        Q_EMIT fileOpened(index.data(FileTreeModel::PathRole).toByteArray());
}

void FileTreePane::setService(const QString &name)
{
    m_service->setText(name);
}

void FileTreePane::setCount(const QString &text)
{
    m_count->setText(text);
}

void FileTreePane::setLegendShown(bool isShown)
{
    m_legend->setVisible(isShown);
}

void FileTreePane::setCurrent(const QByteArray &path)
{
    const QModelIndex index = m_files.indexOfFile(path);
    if (!index.isValid() || index == m_tree->currentIndex())
        return;
    m_isFollowing = true;
    m_tree->setCurrentIndex(index);
    m_isFollowing = false;
    m_tree->scrollTo(index);
}

} // namespace waymark
