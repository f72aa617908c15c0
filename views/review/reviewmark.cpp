#include "views/review/reviewmark.h"

#include "models/items/filetreemodel.h"
#include "views/widgets/accessiblerole.h"

#include <QPainter>

namespace waymark {

FileMark fileMarkOf(ChangeClass change)
{
    switch (change) {
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
    case ChangeClass::Unchanged:
    case ChangeClass::Kept:
    case ChangeClass::Declined:
    case ChangeClass::NotNeeded:
        return FileMark::NotNeeded;
    }
    Q_UNREACHABLE_RETURN(FileMark::NotNeeded);
}

ReviewMark::ReviewMark(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAccessibleRole(this, QAccessible::Graphic);
    setChange(m_change);
}

void ReviewMark::setChange(ChangeClass change)
{
    m_change = change;
    setAccessibleName(changeText(change));
    setToolTip(changeText(change));
    update();
}

QSize ReviewMark::sizeHint() const
{
    return fileMarkSize(appearanceOf(this));
}

void ReviewMark::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintFileMark(&painter, rect(), fileMarkOf(m_change), appearanceOf(this));
}

} // namespace waymark
