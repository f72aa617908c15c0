#include "views/shell/shortcutrows.h"

#include "views/shell/keycaps.h"
#include "views/theme/appearance.h"
#include "views/theme/shapes.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/wraplabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace waymark {
namespace {

/// One action with its keys, over a line.
class ShortcutRow final : public QWidget
{
public:
    ShortcutRow(const QAction &action, QWidget *parent)
        : QWidget(parent)
    {
        const QStringList caps = keyCaps(action.shortcut());
        setAccessibleRole(this, QAccessible::ListItem);
        setAccessibleName(action.iconText() + u", "_s + caps.join(u'+'));
        auto *row = new QHBoxLayout(this);
        row->setContentsMargins(0, px(this, 5), 0, px(this, 5) + 1);
        row->setSpacing(px(this, 12));
        row->addWidget(new WrapLabel(action.iconText(), TextRole::Body, Token::Tx, this), 1);
        row->addWidget(new KeyCaps(caps, this));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintHairline(&painter, rect(), Qt::BottomEdge, colorOf(this, Token::LineSubtle));
    }
};

} // namespace

ShortcutRows::ShortcutRows(const QString &title, const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleRole(this, QAccessible::List);
    setAccessibleName(title);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, px(this, 8), 0, px(this, 8));
    column->setSpacing(0);
    column->addWidget(new WrapLabel(title, TextRole::BodyStrong, Token::Tx, this));
    column->addSpacing(px(this, 4));
    for (const QAction *action : actions)
        column->addWidget(new ShortcutRow(*action, this));
}

} // namespace waymark
