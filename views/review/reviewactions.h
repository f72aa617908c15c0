#pragma once

#include <QAction>
#include <QList>
#include <QStringList>

#include <utility>

namespace waymark {

/// All that can be done in a review, once each: buttons, menus, keys and palette share them.
struct ReviewActions
{
    /// They are children of `screen`, whose keys work while it is shown.
    explicit ReviewActions(QWidget *screen);

    QAction *find;
    QAction *filter;
    QAction *nextChange;
    QAction *previousChange;
    QAction *nextFile;
    QAction *previousFile;
    QAction *beside;
    QAction *unified;
    QAction *turn; ///< From one of them to the other.
    QAction *whole;
    QAction *wrap;
    QAction *include;
    QAction *back;
    QAction *discard;
    QAction *commit;
    QAction *stop;
    QAction *planAgain;
    QAction *chooseParent;
    QAction *chooseFolder;
    QAction *branch;
    QAction *author;
    QAction *resetMessage;
    QAction *copyCommand;
    QAction *openFolder;
    QAction *openEditor;
    QAction *another;
    QAction *undo;
    QList<QAction *> steps; ///< To each before this one that has a key.

    [[nodiscard]] QList<std::pair<QString, QList<QAction *>>> menus() const;
    void setSteps(const QStringList &titles) const; ///< Of those before this one.
    /// Those of a service that is looked over, or of one that is there.
    void setApplied(bool isApplied) const;
};

} // namespace waymark
