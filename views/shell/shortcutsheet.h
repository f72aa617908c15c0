#pragma once

#include "views/shell/overlay.h"

class QAction;
class QBoxLayout;
class QLabel;
class QLineEdit;
class QScrollArea;
class QToolButton;

namespace waymark {

/// Actions that belong together, under a heading.
struct ActionGroup
{
    QString title = {};
    QList<QAction *> actions = {};
};

/// All keys there are, made from the actions that have them.
class ShortcutSheet final : public Overlay
{
    Q_OBJECT

public:
    explicit ShortcutSheet(QWidget *window);

    /// Actions without keys are left out.
    void start(const QList<ActionGroup> &groups);

protected:
    [[nodiscard]] QRect panelRect(const QSize &window) const override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void measure();
    void fill();
    [[nodiscard]] int columnCount() const;

    QList<ActionGroup> m_groups;
    QLineEdit *m_filter;
    QToolButton *m_close;
    QScrollArea *m_scroll;
    QWidget *m_footer;
    QBoxLayout *m_top;
    int m_columns = 0;
};

} // namespace waymark
