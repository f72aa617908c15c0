#include "views/home/draftmenu.h"

#include "models/items/draftsmodel.h"
#include "views/theme/icons.h"
#include "views/widgets/mnemonics.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace waymark {

DraftMenu::DraftMenu(DraftsModel &drafts, QWidget *parent)
    : QMenu(tr("&Drafts"), parent)
    , m_drafts(drafts)
{
    menuAction()->setObjectName(u"drafts"_s);
    connect(&drafts, &QAbstractItemModel::rowsInserted, this, &DraftMenu::refresh);
    connect(&drafts, &QAbstractItemModel::rowsRemoved, this, &DraftMenu::refresh);
    connect(&drafts, &QAbstractItemModel::rowsMoved, this, &DraftMenu::refresh);
    connect(&drafts, &QAbstractItemModel::dataChanged, this, &DraftMenu::refresh);
    connect(&drafts, &QAbstractItemModel::layoutChanged, this, &DraftMenu::refresh);
    connect(&drafts, &QAbstractItemModel::modelReset, this, &DraftMenu::refresh);
    refresh();
}

void DraftMenu::refresh()
{
    clear();
    for (QMenu *menu : std::exchange(m_menus, {}))
        menu->deleteLater(); // it may be the one that was chosen from
    for (int row = 0; row < m_drafts.rowCount(); ++row) {
        const QModelIndex draft = m_drafts.index(row, 0);
        auto *menu = addMenu(waymark::icon(u"edit"_s), literally(draft.data().toString()));
        fill(*menu, draft);
        m_menus += menu;
    }
    if (isEmpty())
        addAction(tr("Nothing is half done"))->setEnabled(false);
}

void DraftMenu::fill(QMenu &menu, const QModelIndex &draft)
{
    const QString id = draft.data(DraftsModel::IdRole).toString();
    const QString name = draft.data().toString();
    const auto add = [&](const QString &text, const QString &what, const QString &iconName) {
        auto *action = menu.addAction(waymark::icon(iconName), text);
        action->setObjectName(what + u' ' + id);
        return action;
    };
    if (draft.data(DraftsModel::ProblemRole).toString().isEmpty()) {
        connect(add(tr("&Open"), u"openDraft"_s, u"edit"_s), &QAction::triggered, this,
                [this, id] { Q_EMIT openWanted(id); });
        connect(add(tr("&Rename…"), u"renameDraft"_s, u"filecode"_s), &QAction::triggered, this,
                [this, id, name] { Q_EMIT renameWanted(id, name); });
    }
    connect(add(tr("Re&move…"), u"removeDraft"_s, u"trash"_s), &QAction::triggered, this,
            [this, id, name] { Q_EMIT removeWanted(id, name); });
}

} // namespace waymark
