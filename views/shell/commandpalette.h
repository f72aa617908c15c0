#pragma once

#include "models/items/commandmodel.h"
#include "views/shell/commanddelegate.h"
#include "views/shell/overlay.h"

class QBoxLayout;
class QLabel;
class QLineEdit;
class QListView;

namespace waymark {

/// Finds an action, a template, a field or a file by a few letters of its name, and runs it.
class CommandPalette final : public Overlay
{
    Q_OBJECT

public:
    /// `model` has to live longer.
    CommandPalette(CommandModel &model, const CommandDelegate::IconOf &iconOf, QWidget *window);

    void start(const QList<CommandEntry> &entries);

Q_SIGNALS:
    /// It is closed by then, and the focus is where it was.
    void chosen(const waymark::CommandEntry &entry);

protected:
    [[nodiscard]] QRect panelRect(const QSize &window) const override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void measure();
    [[nodiscard]] bool isTakenKey(int key);
    void search(const QString &query);
    void move(bool backwards);
    void choose(const QModelIndex &index);

    CommandModel &m_model;
    QLineEdit *m_query;
    QListView *m_list;
    QLabel *m_nothing;
    QWidget *m_hint;
    QWidget *m_footer;
    QBoxLayout *m_top;
    QBoxLayout *m_rows; ///< Around the list.
};

} // namespace waymark
