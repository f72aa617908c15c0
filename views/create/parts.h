#pragma once

#include "views/theme/appearance.h"

#include <QMarginsF>
#include <QWidget>

#include <functional>

class QBoxLayout;
class QToolButton;

// What the panes of this screen are built of.
namespace waymark {

/// Calls `lay` at once, and again whenever the size of text has changed.
void keepScaled(QWidget *widget, std::function<void()> lay);

/// Margins and gap of a layout of `owner`, in px at 100 %.
void setGaps(QBoxLayout *layout, QWidget *owner, QMarginsF margins, qreal gap);
/// The layout of `owner`, from top to bottom.
QBoxLayout *columnOf(QWidget *owner, QMarginsF margins = {}, qreal gap = 0);
/// The same along a line of text.
QBoxLayout *rowOf(QWidget *owner, QMarginsF margins = {}, qreal gap = 8);

/// A hairline from side to side.
[[nodiscard]] QWidget *ruleOf(QWidget *parent);

/// A flat button of one icon; its name is also its tool tip.
[[nodiscard]] QToolButton *iconButton(const QString &icon, const QString &name, QWidget *parent);

/// Sets what assistive tools say of a control, and tells them only of what is another.
void setSpoken(QWidget *widget, const QString &name, const QString &description = {});

/// Keys that do what stands beside them; assistive tools have them from the action.
class KeyHint final : public QWidget
{
    Q_OBJECT

public:
    explicit KeyHint(QStringList keys, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const QStringList m_keys;
};

} // namespace waymark
