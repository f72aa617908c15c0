#include "views/review/reviewfiles.h"

#include "models/items/reviewmodel.h"
#include "views/review/reviewfiledelegate.h"
#include "views/theme/appearance.h"
#include "views/theme/controls.h"
#include "views/theme/icons.h"
#include "views/widgets/accessiblerole.h"

#include <QAction>
#include <QBoxLayout>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// Headings are passed over.
class FileListView final : public QListView
{
public:
    FileListView(const ReviewModel &model, QWidget *parent)
        : QListView(parent)
        , m_model(model)
    {
    }

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override
    {
        const QModelIndex next = QListView::moveCursor(action, modifiers);
        if (!next.data(ReviewModel::IsHeadingRole).toBool())
            return next;
        const bool isUp = action == MoveUp || action == MovePrevious || action == MovePageUp;
        const QModelIndex file = m_model.nextFile(next, isUp);
        if (!file.isValid())
            scrollTo(next);
        return file.isValid() ? file : currentIndex();
    }

private:
    const ReviewModel &m_model;
};

QLabel *countLabel(Token ink, QWidget *parent)
{
    auto *label = new QLabel(parent);
    setTextRole(label, TextRole::Help);
    setInk(label, ink);
    return label;
}

} // namespace

ReviewFiles::ReviewFiles(ReviewModel &model, QWidget *parent)
    : ReviewPart(parent)
    , m_model(model)
    , m_head(new QHBoxLayout)
    , m_filterRow(new QHBoxLayout)
    , m_all(new QCheckBox(this))
    , m_added(countLabel(Token::AddTx, this))
    , m_removed(countLabel(Token::DelTx, this))
    , m_filter(new QLineEdit(this))
    , m_list(new FileListView(model, this))
{
    build();
    connectParts();
    refresh();
    built();
}

void ReviewFiles::build()
{
    setAccessibleName(tr("Files"));
    setSurface(this, Surface::Page);
    // Before the list has the model: once it sees rows go, it makes others current.
    connect(&m_model, &QAbstractItemModel::rowsAboutToBeRemoved, this, &ReviewFiles::holdCurrent);
    setTextRole(m_all, TextRole::BodyStrong);
    m_filter->setPlaceholderText(tr("Filter files"));
    m_filter->setAccessibleName(tr("Filter files"));
    m_filter->setClearButtonEnabled(true);
    m_filter->addAction(icon(u"search"_s, Token::Tx3), QLineEdit::LeadingPosition);
    nameParts(m_filter);
    m_list->setAccessibleName(tr("Files that will be written"));
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new ReviewFileDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);
    setKeepsSelection(m_list, true);

    m_head->addWidget(m_all, 1);
    m_head->addWidget(m_added);
    m_head->addWidget(m_removed);
    m_filterRow->addWidget(m_filter);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(m_head);
    column->addWidget(ruleIn(this));
    column->addLayout(m_filterRow);
    column->addWidget(m_list, 1);
}

void ReviewFiles::connectParts()
{
    connect(m_all, &QCheckBox::clicked, this, [this] {
        m_model.setAllChecked(m_model.allChecked() != Qt::Checked);
        showHead();
    });
    connect(m_filter, &QLineEdit::textChanged, &m_model, &ReviewModel::setFilter);
    connect(m_filter, &QLineEdit::returnPressed, this, &ReviewFiles::takeFocus);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ReviewFiles::take);
    connect(&m_model, &QAbstractItemModel::dataChanged, this, &ReviewFiles::showHead);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&m_model, signal, this, &ReviewFiles::keepCurrent, Qt::QueuedConnection);
}

void ReviewFiles::measure()
{
    m_head->setContentsMargins(px(this, 12), px(this, 11), px(this, 12), px(this, 11));
    m_head->setSpacing(px(this, 8));
    m_filterRow->setContentsMargins(px(this, 12), px(this, 8), px(this, 12), px(this, 8));
    setMinimumWidth(px(this, 312 * 0.7));
}

void ReviewFiles::refresh()
{
    keepCurrent();
    showHead();
}

void ReviewFiles::showHead()
{
    const LineCounts lines = m_model.total();
    m_all->setText(tr("%1 of %2 files").arg(m_model.checkedCount()).arg(m_model.fileCount()));
    m_all->setCheckState(m_model.allChecked());
    m_all->setAccessibleDescription(
        tr("%1 lines added, %2 lines removed").arg(lines.added).arg(lines.removed));
    m_added->setText(u'+' + QString::number(lines.added));
    m_removed->setText(QChar(0x2212) + QString::number(lines.removed));
}

/// A file that comes to another group is another row for the view.
void ReviewFiles::holdCurrent()
{
    m_isChanging = true;
    if (m_kept.isEmpty())
        m_kept = m_current;
}

void ReviewFiles::keepCurrent()
{
    m_isChanging = false;
    if (const QModelIndex kept = indexOf(m_kept); kept.isValid())
        m_list->setCurrentIndex(kept);
    const QModelIndex index = m_list->currentIndex();
    if (!index.isValid() || index.data(ReviewModel::IsHeadingRole).toBool())
        m_list->setCurrentIndex(m_model.nextFile({}));
    take(m_list->currentIndex());
    m_kept.clear();
    showHead();
}

QModelIndex ReviewFiles::indexOf(const QByteArray &path) const
{
    for (int row = 0; row < m_model.rowCount() && !path.isEmpty(); ++row) {
        const QModelIndex index = m_model.index(row);
        if (index.data(ReviewModel::PathRole).toByteArray() == path)
            return index;
    }
    return {};
}

void ReviewFiles::take(const QModelIndex &index)
{
    const QByteArray path = index.data(ReviewModel::PathRole).toByteArray();
    if (m_isChanging || path.isEmpty() || path == m_current)
        return;
    m_current = path;
    Q_EMIT currentChanged(path);
}

bool ReviewFiles::step(bool backwards)
{
    const QModelIndex next = m_model.nextFile(m_list->currentIndex(), backwards);
    if (!next.isValid())
        return false;
    m_list->setCurrentIndex(next);
    return true;
}

void ReviewFiles::select(const QByteArray &path)
{
    m_filter->clear();
    keepCurrent(); // or what was current before a change comes back behind this choice
    if (const QModelIndex index = indexOf(path); index.isValid())
        m_list->setCurrentIndex(index);
}

void ReviewFiles::toggle()
{
    const QModelIndex index = m_list->currentIndex();
    const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    m_model.setData(index, isChecked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

void ReviewFiles::startFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void ReviewFiles::takeFocus()
{
    m_list->setFocus(Qt::OtherFocusReason);
}

void ReviewFiles::setBusy(bool isBusy)
{
    m_all->setEnabled(!isBusy);
    m_list->setEnabled(!isBusy);
}

} // namespace waymark
