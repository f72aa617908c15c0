#pragma once

#include "models/items/catalogfilter.h"
#include "tests/items/catalogtesting.h"
#include "tests/jobs/heldexecutor.h"
#include "tests/support/exampletemplate.h"
#include "tests/support/windows.h"
#include "views/catalog/cardlist.h"
#include "views/catalog/catalogscreen.h"
#include "views/theme/theme.h"

#include <QAccessible>
#include <QAction>
#include <QSignalSpy>
#include <QTest>

namespace waymark::testing {

/// What a screen reader says of the rows of `view`.
inline QStringList spokenRows(QAbstractItemView *view)
{
    QStringList rows;
    const auto *interface = QAccessible::queryAccessibleInterface(view);
    for (int i = 0; interface && i < interface->childCount(); ++i) {
        const QAccessibleInterface *child = interface->child(i);
        if (child && child->role() != QAccessible::ColumnHeader)
            rows += child->text(QAccessible::Name);
    }
    return rows;
}

/// A catalog in a window of its own. Templates are tried in place.
class CatalogBench
{
public:
    explicit CatalogBench(const QList<CatalogEntry> &entries = northwind(),
                          const QStringList &readmes = {}, const QList<Problem> &problems = {})
    {
        model.setListing(listingOf(entries, readmes, problems));
        screen.resize(1232, 834);
    }

    void show()
    {
        screen.show();
        screen.activateWindow();
        if (!QTest::qWaitForWindowActive(&screen))
            qWarning("The catalog gets no keyboard.");
        screen.enter();
    }

    [[nodiscard]] CardList *list() const
    {
        return screen.findChild<CardList *>(); // also where it is hidden
    }
    [[nodiscard]] QLineEdit *search() const
    {
        return named<QLineEdit>(&screen, QStringLiteral("Filter templates"));
    }
    [[nodiscard]] QString chosen() const { return list()->currentIndex().data().toString(); }
    [[nodiscard]] QStringList titles() const
    {
        QStringList titles;
        for (int row = 0; row < filter.rowCount(); ++row)
            titles += filter.index(row).data().toString();
        return titles;
    }
    [[nodiscard]] QAction *action(const char *name) const
    {
        auto *found = screen.findChild<QAction *>(QLatin1StringView(name));
        if (!found)
            qFatal("There is no action %s", name);
        return found;
    }

    /// What is to be asked is answered with this folder.
    QString answer = {};

    CatalogModel model;
    CatalogFilter filter{model};
    CatalogScreen screen{
        model, filter,
        Ask{.folder = [this](QWidget *, const QString &, const QString &) { return answer; },
            .fileToOpen = {},
            .fileToSave = {},
            .confirm = {}},
        HeldExecutor::immediate()};
};

} // namespace waymark::testing
