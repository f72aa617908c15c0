#pragma once

#include <QMenu>

class QModelIndex;

namespace waymark {

class DraftsModel;

/// The drafts of services, each with what can be done with it.
class DraftMenu final : public QMenu
{
    Q_OBJECT

public:
    /// The model has to live longer.
    explicit DraftMenu(DraftsModel &drafts, QWidget *parent = nullptr);

    /// What can be done with one draft, for a menu where it is shown; one that cannot be read can
    /// be removed.
    void fill(QMenu &menu, const QModelIndex &draft);

Q_SIGNALS:
    void openWanted(const QString &id);
    void renameWanted(const QString &id, const QString &name);
    void removeWanted(const QString &id, const QString &name);

private:
    void refresh();

    DraftsModel &m_drafts;
    QList<QMenu *> m_menus; ///< One a draft.
};

} // namespace waymark
