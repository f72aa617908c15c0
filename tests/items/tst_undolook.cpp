#include "models/items/undolook.h"
#include "tests/items/sessionwatch.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestUndoLook : public QObject
{
    Q_OBJECT

    IsolatedGit m_git;

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void whatWouldGoIsFoundElsewhere()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.session.apply();
        QVERIFY(watch.session.applied());
        HeldExecutor held;
        UndoLook look(bench.state(), held.executor());
        const QSignalSpy found(&look, &UndoLook::found);
        look.setDestination(watch.session.applied()->destination);
        look.look();
        QVERIFY(look.isLooking());
        QVERIFY(look.paths().isEmpty());
        held.runFirst();
        QCOMPARE(found.size(), 1);
        QVERIFY(!look.isLooking());
        QCOMPARE(look.paths(), (QByteArrayList{".waymark.yaml", "README.md", "deploy.yaml"}));
    }

    void whereNothingIsAppliedNothingIsLookedAt()
    {
        HeldExecutor held;
        UndoLook look(u"/nowhere"_s, held.executor());
        const QSignalSpy found(&look, &UndoLook::found);
        look.look();
        QCOMPARE(held.count(), 0);
        QCOMPARE(found.size(), 1);
        QVERIFY(look.paths().isEmpty());
    }

    void anotherDestinationDropsWhatWasLookedAt()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.session.apply();
        HeldExecutor held;
        UndoLook look(bench.state(), held.executor());
        const QSignalSpy found(&look, &UndoLook::found);
        look.setDestination(watch.session.applied()->destination);
        look.look();
        look.setDestination({});
        held.runFirst();
        QCOMPARE(found.size(), 0);
        QVERIFY(look.paths().isEmpty());
    }
};

QTEST_MAIN(TestUndoLook)
#include "tst_undolook.moc"
