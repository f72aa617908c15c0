#pragma once

#include "models/catalog/source.h"

#include <QMenu>

namespace waymark {

struct CatalogActions;

/// Where templates come from: what can be added, and each source that can be removed.
class SourcesMenu final : public QMenu
{
    Q_OBJECT

public:
    /// `actions` live longer.
    explicit SourcesMenu(const CatalogActions &actions, QWidget *parent = nullptr);

    void setSources(const QList<Source> &sources);

Q_SIGNALS:
    void removeWanted(const QString &name);

private:
    QAction *m_end; ///< Sources stand in front of it.
    QList<QAction *> m_shown;
};

} // namespace waymark
