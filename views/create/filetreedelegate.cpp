#include "views/create/filetreedelegate.h"

#include "models/items/filetreemodel.h"
#include "views/theme/badges.h"
#include "views/theme/icons.h"
#include "views/theme/rows.h"
#include "views/theme/typography.h"

#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <QTreeView>

#include <optional>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

constexpr qreal iconSide = 16;
constexpr qreal gap = 6;

std::optional<FileMark> markOf(const QModelIndex &index)
{
    const QVariant change = index.data(FileTreeModel::ChangeRole);
    if (!change.isValid())
        return std::nullopt;
    switch (ChangeClass(change.toInt())) {
    case ChangeClass::New:
        return FileMark::Added;
    case ChangeClass::Updated:
    case ChangeClass::Merged:
    case ChangeClass::Renamed:
        return FileMark::Modified;
    case ChangeClass::Deleted:
        return FileMark::Deleted;
    case ChangeClass::Conflict:
    case ChangeClass::Blocked:
        return FileMark::Conflict;
    case ChangeClass::NotNeeded:
    case ChangeClass::Declined:
        return FileMark::NotNeeded;
    case ChangeClass::Unchanged:
    case ChangeClass::Kept:
        return std::nullopt;
    }
    Q_UNREACHABLE_RETURN(std::nullopt);
}

QString iconOf(const QModelIndex &index, bool isOpen)
{
    if (index.data(FileTreeModel::IsFolderRole).toBool())
        return isOpen ? u"folderopen"_s : u"folder"_s;
    return index.data().toString().contains(u'.') ? u"filecode"_s : u"file"_s;
}

/// What stands at the end of a row, painted from there: returns where it begins.
class EndPainter
{
public:
    EndPainter(QPainter *painter, const QStyleOptionViewItem &option, const Appearance &look)
        : m_painter(painter)
        , m_option(option)
        , m_look(look)
        , m_right(option.rect.right() + 1 - look.px(6))
    {
    }

    [[nodiscard]] int right() const { return m_right; }

    void mark(FileMark mark)
    {
        paintFileMark(m_painter, take(fileMarkSize(m_look).width()), mark, m_look);
    }

    void linked(int count)
    {
        const BadgeText badge{BadgeKind::Linked, QString::number(count), u"left"_s,
                              m_option.state.testFlag(QStyle::State_Selected)};
        const QSize size = badgeSize(badge, m_look);
        const QRect room = take(size.width());
        const int top = room.y() + (room.height() - size.height()) / 2;
        paintBadge(m_painter, QRect(QPoint(room.x(), top), size), badge, m_look);
    }

    void count(const QString &icon, int count, Token ink)
    {
        const QFont font = withTabularFigures(fontOf(TextRole::Badge));
        const QString text = QString::number(count);
        const QRect words = take(QFontMetrics(font).horizontalAdvance(text), 2);
        m_painter->setFont(font);
        m_painter->setPen(m_look.color(ink));
        m_painter->drawText(words, Qt::AlignCenter, text);
        const int side = m_look.px(14);
        QRect place(QPoint(), QSize(side, side));
        place.moveCenter(take(side).center());
        paintIcon(m_painter, place, icon, m_look.color(ink));
    }

private:
    QRect take(int width, qreal after = gap)
    {
        const QRect place(m_right - width, m_option.rect.y(), width, m_option.rect.height());
        m_right -= width + m_look.px(after);
        return QStyle::visualRect(m_option.direction, m_option.rect, place);
    }

    QPainter *m_painter;
    const QStyleOptionViewItem &m_option;
    const Appearance &m_look;
    int m_right;
};

QFont nameFont(const QModelIndex &index)
{
    QFont font = fontOf(TextRole::CodeSmall);
    font.setStrikeOut(index.data(FileTreeModel::NotNeededRole).toBool());
    font.setItalic(index.data(FileTreeModel::NotCurrentRole).toBool()
                   || index.data(FileTreeModel::NotFinalRole).toBool());
    return font;
}

/// Paints what is at the end; returns where it begins. What is in an open folder says it itself.
int paintEnd(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
             const Appearance &look, bool isOpen)
{
    EndPainter end(painter, option, look);
    if (isOpen)
        return end.right();
    if (const auto mark = markOf(index))
        end.mark(*mark);
    if (const int linked = index.data(FileTreeModel::LinkedRole).toInt())
        end.linked(linked);
    if (const int warnings = index.data(FileTreeModel::WarningsRole).toInt())
        end.count(u"warn"_s, warnings, Token::WarnTx);
    if (const int errors = index.data(FileTreeModel::ErrorsRole).toInt())
        end.count(u"error"_s, errors, Token::ErrTx);
    return end.right();
}

} // namespace

void FileTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const Appearance &look = appearanceOf(option.widget);
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &row, painter, option.widget);
    painter->save();
    const bool isOpen
        = tree && tree->isExpanded(index) && index.data(FileTreeModel::IsFolderRole).toBool();
    const int right = paintEnd(painter, option, index, look, isOpen);
    const int side = look.px(iconSide);
    const auto mirrored = [&](const QRect &place) {
        return QStyle::visualRect(option.direction, option.rect, place);
    };
    const QRect icon(option.rect.x() + look.px(4),
                     option.rect.y() + (option.rect.height() - side) / 2, side, side);
    paintIcon(painter, mirrored(icon), iconOf(index, isOpen), look.color(Token::Tx3));
    const int left = icon.right() + 1 + look.px(gap);
    const QRect name(left, option.rect.y(), right - left, option.rect.height());
    const QFont font = nameFont(index);
    const bool isFaint = font.strikeOut();
    painter->setFont(font);
    painter->setPen(look.color(isFaint ? Token::Tx3 : Token::Tx));
    painter->drawText(
        mirrored(name),
        int(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft)),
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideMiddle, name.width()));
    painter->restore();
}

QSize FileTreeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {10, rowHeight(RowKind::Tree, QApplication::font())};
}

/// What is told of a row by signs, in words.
bool FileTreeDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                 const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), index.data(Qt::AccessibleTextRole).toString(), view,
                       option.rect);
    return true;
}

} // namespace waymark
