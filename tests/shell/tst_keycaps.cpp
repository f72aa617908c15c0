#include "tests/support/windows.h"
#include "views/shell/keycaps.h"
#include "views/shell/windowmenus.h"
#include "views/theme/theme.h"

#include <QAction>
#include <QMenu>
#include <QMenuBar>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestKeyCaps : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void keysAreNamedAsTheyAreLabelled_data()
    {
        QTest::addColumn<QKeySequence>("keys");
        QTest::addColumn<QStringList>("caps");
        QTest::newRow("none") << QKeySequence() << QStringList();
        QTest::newRow("one") << QKeySequence(Qt::Key_F6) << QStringList{u"F6"_s};
        QTest::newRow("with others")
            << QKeySequence(u"Ctrl+Shift+K"_s) << QStringList{u"Ctrl"_s, u"Shift"_s, u"K"_s};
        QTest::newRow("a plus") << QKeySequence(u"Ctrl++"_s) << QStringList{u"Ctrl"_s, u"+"_s};
        QTest::newRow("a minus") << QKeySequence(u"Ctrl+-"_s) << QStringList{u"Ctrl"_s, u"−"_s};
        QTest::newRow("enter") << QKeySequence(u"Ctrl+Return"_s)
                               << QStringList{u"Ctrl"_s, u"Enter"_s};
        QTest::newRow("a page down")
            << QKeySequence(u"Alt+PgDown"_s) << QStringList{u"Alt"_s, u"PgDn"_s};
        QTest::newRow("an arrow") << QKeySequence(u"Alt+Left"_s) << QStringList{u"Alt"_s, u"←"_s};
    }

    void keysAreNamedAsTheyAreLabelled()
    {
        QFETCH(const QKeySequence, keys);
        QFETCH(const QStringList, caps);
        QCOMPARE(keyCaps(keys), caps);
        KeyCaps widget(caps);
        QCOMPARE(spokenName(&widget), caps.join(u'+'));
    }

    void menusOfAScreenComeAndGo()
    {
        QMenuBar bar;
        WindowMenus menus(&bar);
        menus.markScreenPart(menus.file());
        QAction quit(u"Quit"_s);
        menus.file()->addAction(&quit);
        QAction open(u"Open"_s);
        QAction undo(u"Undo"_s);
        QAction own(u"Own"_s);
        menus.setScreenMenus({{u"&File"_s, {&open}}, {u"&Edit"_s, {&undo}}, {u"&Own"_s, {&own}}});
        QList<std::pair<QString, QAction *>> all = menus.actions();
        QCOMPARE(all.size(), 4);
        QCOMPARE(all.at(0).second, &open); // above what is always there
        QCOMPARE(all.at(1).second, &quit);
        QCOMPARE(all.at(2), std::pair(u"Edit"_s, &undo));
        QCOMPARE(all.at(3), std::pair(u"Own"_s, &own));
        menus.setScreenMenus({});
        all = menus.actions();
        QCOMPARE(all.size(), 1);
        QCOMPARE(all.first().second, &quit);
    }

    void anActionThatGoesLeavesNoHole()
    {
        QMenuBar bar;
        WindowMenus menus(&bar);
        auto gone = std::make_unique<QAction>(u"Gone"_s);
        menus.setScreenMenus({{u"&Edit"_s, {gone.get()}}});
        gone.reset();
        menus.setScreenMenus({});
        QVERIFY(menus.actions().isEmpty());
    }
};

QTEST_MAIN(TestKeyCaps)
#include "tst_keycaps.moc"
