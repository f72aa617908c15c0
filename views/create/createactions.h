#pragma once

#include <QList>
#include <QString>

class QAction;
class QActionGroup;
class QWidget;

namespace waymark {

/// All that can be done while a service is made, with its words, icon and keys; what it does is the
/// screen's. They belong to the screen.
struct CreateActions
{
    explicit CreateActions(QWidget *screen);

    [[nodiscard]] QList<std::pair<QString, QList<QAction *>>> menus() const;

    QAction *undo;
    QAction *redo;
    QAction *reset;
    QAction *find;
    QAction *findInAll;
    QAction *goToLine;
    QAction *copy;

    QAction *viewForm;
    QAction *viewBoth;
    QAction *viewPreview;
    QAction *togglePreview;
    QAction *toggleProblems;
    QAction *wrap;

    QAction *back;
    QAction *goOn;
    QAction *previousStep;
    QAction *nextStep;
    QList<QAction *> steps;

    QAction *nextLine;
    QAction *previousLine;
    QAction *nextFile;
    QAction *previousFile;
    QAction *nextProblem;
    QAction *previousProblem;
    QAction *fix;

    QAction *rename;
    QAction *load;
    QAction *save;
    QAction *discard;
    QAction *another;
};

} // namespace waymark
