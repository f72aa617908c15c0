#pragma once

class QAction;
class QWidget;

namespace waymark {

/// Everything that can be done in the catalog; the actions belong to the screen.
struct CatalogActions
{
    explicit CatalogActions(QWidget *screen);

    QAction *find;
    QAction *clear; ///< Search and filters.
    QAction *use;
    QAction *read;
    QAction *openFolder;
    QAction *addFolder;
    QAction *refresh;
    QAction *stop;
    QAction *toList; ///< From one template, where there is no room for both.
    QAction *asList;
    QAction *asGrid;
};

} // namespace waymark
