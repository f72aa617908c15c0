#include "models/items/treenodes.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestTreeNodes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nodesAreAddedInTheirPlaces()
    {
        TreeNodes nodes;
        const int b = nodes.add(0, 0, u"b"_s);
        const int a = nodes.add(0, 0, u"a"_s);
        const int inner = nodes.add(b, 0, u"inner"_s);
        QCOMPARE(nodes.children(0), (std::vector{a, b}));
        QCOMPARE(nodes.children(b), std::vector{inner});
        QCOMPARE(nodes.rowOf(b), 1);
        QCOMPARE(nodes.parent(inner), b);
        QCOMPARE(nodes.key(inner), u"inner"_s);
        QCOMPARE(nodes.find(u"a"_s), a);
        QCOMPARE(nodes.find(u"x"_s), 0);
    }

    void aNumberIsUsedAgain()
    {
        TreeNodes nodes;
        const int a = nodes.add(0, 0, u"a"_s);
        const int b = nodes.add(0, 1, u"b"_s);
        nodes.remove(a);
        QCOMPARE(nodes.find(u"a"_s), 0);
        QCOMPARE(nodes.children(0), std::vector{b});
        const int c = nodes.add(b, 0, u"c"_s);
        QCOMPARE(c, a);
        QCOMPARE(nodes.size(), 3);
        QVERIFY(nodes.children(c).empty());
    }

    void aNodeMovesWithWhatIsBelow()
    {
        TreeNodes nodes;
        const int a = nodes.add(0, 0, u"a"_s);
        const int b = nodes.add(0, 1, u"b"_s);
        const int inner = nodes.add(a, 0, u"inner"_s);
        nodes.move(a, b, 0);
        QCOMPARE(nodes.children(0), std::vector{b});
        QCOMPARE(nodes.parent(a), b);
        QCOMPARE(nodes.children(a), std::vector{inner});
        nodes.move(a, 0, 0);
        QCOMPARE(nodes.children(0), (std::vector{a, b}));
    }
};

QTEST_GUILESS_MAIN(TestTreeNodes)
#include "tst_treenodes.moc"
