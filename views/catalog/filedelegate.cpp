#include "views/catalog/filedelegate.h"

#include "models/base/utf8.h"
#include "models/items/madefilesmodel.h"
#include "views/theme/appearance.h"
#include "views/theme/icons.h"
#include "views/theme/typography.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

QString iconNameOf(const QModelIndex &index, bool isOpen)
{
    if (index.data(MadeFilesModel::IsFolderRole).toBool())
        return isOpen ? u"folderopen"_s : u"folder"_s;
    static const QStringList code
        = {u"go"_s, u"py"_s, u"yaml"_s, u"yml"_s, u"json"_s, u"toml"_s, u"tf"_s,
           u"sh"_s, u"ts"_s, u"js"_s,   u"kt"_s,  u"java"_s, u"rs"_s,   u"sql"_s};
    return code.contains(index.data().toString().section(u'.', -1)) ? u"filecode"_s : u"file"_s;
}

QString labelOf(const QModelIndex &index)
{
    const QString label = index.data().toString();
    return index.data(MadeFilesModel::IsFolderRole).toBool() ? label + u'/' : label;
}

} // namespace

void FileDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const
{
    QStyleOptionViewItem row = option;
    initStyleOption(&row, index);
    row.text.clear();
    const QWidget *view = option.widget;
    view->style()->drawControl(QStyle::CE_ItemViewItem, &row, painter, view);
    const Appearance &look = appearanceOf(view);
    const auto placed = [&](const QRect &rect) {
        return QStyle::visualRect(option.direction, option.rect, rect);
    };
    QRect rest = option.rect.adjusted(look.px(4), 0, -look.px(8), 0);
    const bool isForOthers = index.data(MadeFilesModel::OtherAnswersRole).toBool();
    const QRect place(rest.x(), rest.y(), look.px(16), rest.height());
    paintIcon(painter, QRectF(placed(place)),
              iconNameOf(index, row.state.testFlag(QStyle::State_Open)), look.color(Token::Tx3));
    rest.setLeft(place.right() + 1 + look.px(8));
    painter->save();
    const auto start = QStyle::visualAlignment(option.direction, Qt::AlignLeft);
    const auto end = QStyle::visualAlignment(option.direction, Qt::AlignRight);
    painter->setFont(fontOf(TextRole::Badge));
    const QString note = index.data(MadeFilesModel::NoteRole).toString();
    const int wide = note.isEmpty() ? 0 : painter->fontMetrics().horizontalAdvance(note);
    if (wide > 0 && wide < rest.width() / 2) {
        painter->setPen(look.color(Token::Tx3));
        painter->drawText(placed(rest), int(end | Qt::AlignVCenter), note);
        rest.setRight(rest.right() - wide - look.px(8));
    }
    painter->setFont(fontOf(TextRole::Code));
    painter->setPen(look.color(isForOthers ? Token::Tx3 : Token::Tx));
    const QString label
        = painter->fontMetrics().elidedText(labelOf(index), Qt::ElideMiddle, rest.width());
    painter->drawText(placed(rest), int(start | Qt::AlignVCenter) | Qt::TextSingleLine, label);
    painter->restore();
}

QSize FileDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int text = QFontMetrics(fontOf(TextRole::Code)).horizontalAdvance(labelOf(index));
    return {text + px(option.widget, 40), rowHeight(RowKind::Tree, QApplication::font())};
}

bool FileDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                             const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines = {displayed(index.data(MadeFilesModel::PathRole).toByteArray()),
                         index.data(MadeFilesModel::NoteRole).toString()};
    lines.removeAll(QString());
    QToolTip::showText(event->globalPos(), lines.join(u'\n'), view);
    return true;
}

} // namespace waymark
