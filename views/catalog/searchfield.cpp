#include "views/catalog/searchfield.h"

#include "views/theme/badges.h"
#include "views/theme/icons.h"
#include "views/widgets/accessiblerole.h"

#include <QAction>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace waymark {

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    setClearButtonEnabled(true);
    addAction(icon(u"search"_s, Token::Tx2), QLineEdit::LeadingPosition);
    nameParts(this);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ControlModifier))
            break;
        Q_EMIT leftDownwards();
        return;
    case Qt::Key_Escape:
        if (text().isEmpty())
            break;
        clear();
        return;
    default:
        break;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    const Appearance &look = appearanceOf(this);
    const QStringList keys = QKeySequence(QKeySequence::Find)
                                 .toString(QKeySequence::NativeText)
                                 .split(u'+', Qt::SkipEmptyParts);
    int needed = look.px(34 + 12) + fontMetrics().horizontalAdvance(placeholderText());
    for (const QString &key : keys)
        needed += keyCapSize(key, look).width() + look.px(4);
    if (!text().isEmpty() || needed > width())
        return;
    QPainter painter(this);
    int right = width() - look.px(10);
    for (auto key = keys.rbegin(); key != keys.rend(); ++key) {
        const int wide = keyCapSize(*key, look).width();
        const QRect cap(right - wide, 0, wide, height());
        paintKeyCap(&painter, QStyle::visualRect(layoutDirection(), rect(), cap), *key, look);
        right -= wide + look.px(4);
    }
}

} // namespace waymark
