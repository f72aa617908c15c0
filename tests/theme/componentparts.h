#pragma once

#include "views/theme/appearance.h"
#include "views/theme/badges.h"
#include "views/theme/controls.h"

#include <QBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QWidget>

#include <functional>

namespace components {

/// A button that stays in a state that else only the pointer brings about.
class StateButton final : public QPushButton
{
    Q_OBJECT

public:
    StateButton(const QString &text, QStyle::State state);

protected:
    void initStyleOption(QStyleOptionButton *option) const override;

private:
    QStyle::State m_state;
};

/// An input that stays in a state.
class StateEdit final : public QLineEdit
{
    Q_OBJECT

public:
    StateEdit(const QString &text, QStyle::State state);

protected:
    void initStyleOption(QStyleOptionFrame *option) const override;

private:
    QStyle::State m_state;
};

/// Something that the theme paints for delegates and widgets.
class Painted final : public QWidget
{
    Q_OBJECT

public:
    using Size = std::function<QSize(const waymark::Appearance &)>;
    using Paint = std::function<void(QPainter *, const QRect &, const waymark::Appearance &)>;

    Painted(Size size, Paint paint);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Size m_size;
    Paint m_paint;
};

/// A row of a file list; the state of each is said by its data.
class RowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum Role { StateRole = Qt::UserRole, NoteRole };

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const override;
};

QWidget *badge(const waymark::BadgeText &text);
QWidget *fileMark(waymark::FileMark mark);
QWidget *iconLabel(const QString &name, waymark::Token token, qreal side = 16);
QWidget *ring(double share, waymark::Token token);
QWidget *keyCap(const QString &key, bool isOnToolTip);
QWidget *swatch(waymark::Token token);

QWidget *label(const QString &text, waymark::TextRole role, waymark::Token ink);
QWidget *caption(const QString &text);
QPushButton *button(const QString &text, waymark::ButtonLook look, QStyle::State state = {});

/// In a line or below each other, with `spacing` px of the design between them.
QBoxLayout *line(const QList<QWidget *> &widgets, qreal spacing = 8);
QBoxLayout *column(const QList<QWidget *> &widgets, qreal spacing = 4);

template<typename Widget>
Widget *named(const QString &name, Widget *widget)
{
    widget->setObjectName(name);
    return widget;
}

} // namespace components
