#include "views/create/filetreepane.h"

#include "models/items/filetreemodel.h"
#include "views/create/filetreedelegate.h"
#include "views/create/legendsign.h"
#include "views/create/parts.h"
#include "views/theme/controls.h"
#include "views/theme/typography.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/screen.h"
#include "views/widgets/wraplabel.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QFocusEvent>
#include <QLabel>
#include <QTreeView>

#include <algorithm>

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
    column->addWidget(ruleOf(this));
    m_body = new QWidget(this);
    auto *around = new QVBoxLayout(m_body);
    around->addWidget(m_tree);
    m_body->installEventFilter(this);
    m_tree->installEventFilter(this);
    column->addWidget(m_body, 1);
    column->addWidget(m_legend);
    connectTree();
}

void FileTreePane::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    const bool isScaled
        = event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange;
    if (isScaled && m_body)
        fitRows();
}

bool FileTreePane::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_body && event->type() == QEvent::Resize)
        fitRows();
    if (watched == m_tree && event->type() == QEvent::FocusIn) {
        const auto reason = static_cast<QFocusEvent *>(event)->reason();
        if (reason != Qt::MouseFocusReason) // else another row would come under the pointer
            m_tree->scrollTo(m_tree->currentIndex());
    }
    return QWidget::eventFilter(watched, event);
}

/// The last row that shows is a whole one: what is left of the height stays empty.
void FileTreePane::fitRows()
{
    const int row = rowHeight(RowKind::Tree, QApplication::font());
    const int side = px(this, 6);
    const int air = px(this, 4);
    const int left = std::max(0, m_body->height() - 2 * air) % row;
    m_body->layout()->setContentsMargins(side, air, side, air + left);
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
    QBoxLayout *whole = columnOf(legend);
    whole->addWidget(ruleOf(legend));
    auto *column = new QVBoxLayout;
    setGaps(column, legend, {12, 8, 12, 10}, 4);
    whole->addLayout(column);
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
