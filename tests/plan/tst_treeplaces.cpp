#include "models/plan/treeplaces.h"

#include <QTest>

using namespace waymark;
using namespace Qt::StringLiterals;

class TestTreePlaces : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whetherAPathMayGoThroughAFolderIsAsked()
    {
        const TemplateTree tree({{.path = "g"},
                                 {.path = "l", .mode = FileMode::Link, .content = "x/../g"},
                                 {.path = "out", .mode = FileMode::Link, .content = "x/../../g"}});
        const auto anything = [](const QByteArray &) { return true; };
        QCOMPARE(linksFollowed(tree, "l", anything).value_or("none"), "g"_ba);
        QCOMPARE(linksFollowed(tree, "./y//z", anything).value_or("none"), "y/z"_ba);
        QVERIFY(!linksFollowed(tree, "out", anything));
        QByteArrayList asked;
        const auto nothing = [&asked](const QByteArray &path) {
            asked += path;
            return false;
        };
        QVERIFY(!linksFollowed(tree, "l", nothing));
        QCOMPARE(asked, QByteArrayList{"x"});
    }

    void linksAreFollowedInsideOfTheTree_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("a file") << "a/f"_ba << "a/f"_ba;
        QTest::newRow("a folder") << "a"_ba << "a/"_ba;
        QTest::newRow("an empty folder") << "a/empty"_ba << "a/empty/"_ba;
        QTest::newRow("the whole") << ""_ba << "/"_ba;
        QTest::newRow("a link to a file") << "l"_ba << "a/f"_ba;
        QTest::newRow("a link to a link") << "ll"_ba << "a/f"_ba;
        QTest::newRow("through a link") << "d/f"_ba << "a/f"_ba;
        QTest::newRow("up") << "a/up"_ba << "g"_ba;
        QTest::newRow("a circle") << "c1"_ba << ""_ba;
        QTest::newRow("out of it") << "out"_ba << ""_ba;
        QTest::newRow("absolute") << "abs"_ba << ""_ba;
        QTest::newRow("nothing there") << "a/x"_ba << ""_ba;
        QTest::newRow("below a file") << "g/x"_ba << ""_ba;
    }
    void linksAreFollowedInsideOfTheTree()
    {
        QFETCH(const QByteArray, path);
        const auto link = [](const char *from, const char *to) {
            return TemplateFile{.path = from, .mode = FileMode::Link, .content = to};
        };
        const TemplateTree tree({{.path = "a/f"},
                                 {.path = "g"},
                                 link("l", "a/f"),
                                 link("ll", "./l"),
                                 link("d", "a"),
                                 link("a/up", "../g"),
                                 link("c1", "c2"),
                                 link("c2", "c1"),
                                 link("out", "../x"),
                                 link("abs", "/etc/passwd")},
                                {"a/empty"});
        const TreePlaces::Place place = TreePlaces(tree).followed(path);
        using Kind = TreePlaces::Kind;
        const QByteArray found = place.kind == Kind::Nothing ? QByteArray("")
            : place.kind == Kind::Folder                     ? place.path + '/'
                                                             : place.path;
        QTEST(found, "expected");
        QCOMPARE(place.file != nullptr, place.kind == Kind::File);
    }
};

QTEST_MAIN(TestTreePlaces)

#include "tst_treeplaces.moc"
