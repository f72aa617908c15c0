#include "views/catalog/sourcesmenu.h"

#include "views/catalog/catalogactions.h"
#include "views/theme/icons.h"
#include "views/widgets/mnemonics.h"

using namespace Qt::StringLiterals;

namespace waymark {

SourcesMenu::SourcesMenu(const CatalogActions &actions, QWidget *parent)
    : QMenu(tr("&Sources"), parent)
    , m_end(addSeparator())
{
    setToolTipsVisible(true);
    addAction(actions.addFolder);
    addAction(actions.refresh);
}

void SourcesMenu::setSources(const QList<Source> &sources)
{
    qDeleteAll(m_shown);
    m_shown.clear();
    for (const Source &source : sources) {
        const bool isOurs = source.kind == Source::Kind::BuiltIn;
        const QString words = isOurs ? tr("%1 comes with Waymark") : tr("Remove “%1”");
        auto *action = new QAction(literally(words.arg(source.name)), this);
        action->setToolTip(source.folder);
        action->setStatusTip(source.folder);
        action->setEnabled(!isOurs);
        if (!isOurs)
            action->setIcon(waymark::icon(u"trash"_s));
        connect(action, &QAction::triggered, this,
                [this, name = source.name] { Q_EMIT removeWanted(name); });
        insertAction(m_end, action);
        m_shown += action;
    }
}

} // namespace waymark
