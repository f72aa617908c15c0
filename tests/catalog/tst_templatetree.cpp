#include "models/catalog/templatetree.h"
#include "models/git/library.h"
#include "tests/catalog/templatetesting.h"
#include "tests/support/testing.h"

#include <QScopeGuard>

#include <sys/stat.h>

using namespace waymark;
using namespace Qt::StringLiterals;

class TestTemplateTree : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFolderIsReadWithItsModesLinksAndEmptyFolders()
    {
        const Place place;
        place.write(u"b.txt"_s, "two\r\n");
        place.write(u"a/run.sh"_s, "#!/bin/sh\n");
        place.write(u"a/.git/HEAD"_s, "ref");
        place.link(u"a/link"_s, u"../b.txt"_s);
        QVERIFY(QDir().mkpath(place.path(u"empty/inner"_s)));
        QVERIFY(QFile::setPermissions(place.path(u"a/run.sh"_s),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        const Result<TemplateTree> tree = TemplateTree::read(place.path(), {});
        VERIFY_RESULT(tree);
        const QList<TemplateFile> wanted{{"a/link", FileMode::Link, "../b.txt"},
                                         {"a/run.sh", FileMode::Executable, "#!/bin/sh\n"},
                                         {"b.txt", FileMode::Regular, "two\r\n"}};
        QCOMPARE(tree->files(), wanted);
        QCOMPARE(tree->emptyFolders(), QList<QByteArray>{"empty/inner"});
        QVERIFY(tree->problems().isEmpty());
    }

    void oddNamesStayBytes()
    {
        const Place place;
        const QByteArray odd = "caf\xe9 \n\"x";
        const QByteArray path = QFile::encodeName(place.path()) + '/' + odd;
        FILE *file = fopen(path.constData(), "w");
        QVERIFY(file);
        fclose(file);
        const Result<TemplateTree> tree = TemplateTree::read(place.path(), {});
        VERIFY_RESULT(tree);
        QCOMPARE(tree->files().first().path, odd);
        QVERIFY(tree->find(odd));
        QCOMPARE(remove(path.constData()), 0);
    }

    void aLinkStaysBelowOrNot_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("depth");
        QTest::addColumn<bool>("stays");
        QTest::newRow("beside it") << QByteArray("a") << 0 << true;
        QTest::newRow("below it") << QByteArray("./a//b") << 0 << true;
        QTest::newRow("up to the top") << QByteArray("../../a") << 2 << true;
        QTest::newRow("over the top") << QByteArray("../../a") << 1 << false;
        QTest::newRow("absolute") << QByteArray("/etc/passwd") << 9 << false;
        QTest::newRow("up behind a folder") << QByteArray("a/../b") << 5 << false;
        QTest::newRow("empty") << QByteArray() << 5 << false;
        QTest::newRow("itself") << QByteArray(".") << 0 << true;
    }
    void aLinkStaysBelowOrNot()
    {
        QFETCH(QByteArray, target);
        QFETCH(int, depth);
        QFETCH(bool, stays);
        QCOMPARE(staysBelow(target, depth), stays);
    }

    void aLinkMayLeaveTheTemplateButNotTheSource()
    {
        const Place place;
        place.write(u"source/common/x"_s, "x");
        QVERIFY(QDir().mkpath(place.path(u"source/t"_s)));
        place.link(u"source/t/in"_s, u"../common/x"_s);
        place.link(u"source/t/out"_s, u"../../secret"_s);
        const Result<TemplateTree> tree = TemplateTree::read(place.path(u"source"_s), "t");
        VERIFY_RESULT(tree);
        QCOMPARE(tree->files().size(), 2);
        QCOMPARE(tree->problems().size(), 1);
        QCOMPARE(tree->problems().first().code, u"template.link-outside"_s);
        QVERIFY(tree->problems().first().message.contains(u"“../../secret”"));
        QCOMPARE(tree->problems().first().file, place.path(u"source/t/out"_s));
    }

    void aFolderThatIsReachedThroughALinkIsNotRead()
    {
        const Place place;
        place.write(u"elsewhere/x"_s, "x");
        QVERIFY(QDir().mkpath(place.path(u"source"_s)));
        place.link(u"source/t"_s, u"../elsewhere"_s);
        QVERIFY(!TemplateTree::read(place.path(u"source"_s), "t"));
        QVERIFY(!TemplateTree::read(place.path(u"source"_s), "../elsewhere/../nothing"));
        // The source itself is the user's own choice, link or not.
        QVERIFY(TemplateTree::read(place.path(u"source/t"_s), {}));
    }

    void aPipeIsAProblemAndNeverRead()
    {
        const Place place;
        place.write(u"x"_s, "x");
        QCOMPARE(mkfifo(QFile::encodeName(place.path(u"pipe"_s)).constData(), 0600), 0);
        const Result<TemplateTree> tree = TemplateTree::read(place.path(), {});
        VERIFY_RESULT(tree);
        QCOMPARE(tree->files().size(), 1);
        QCOMPARE(tree->problems().size(), 1);
        QCOMPARE(tree->problems().first().code, u"template.special-file"_s);
    }

    void aBudgetIsHeld_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<qsizetype>("files");
        QTest::addColumn<int>("depth");
        QTest::addColumn<bool>("isEnough");
        QTest::newRow("just enough") << qint64(6) << qsizetype(5) << 2 << true;
        QTest::newRow("too few bytes") << qint64(5) << qsizetype(5) << 2 << false;
        QTest::newRow("too few files") << qint64(6) << qsizetype(4) << 2 << false;
        QTest::newRow("too deep") << qint64(6) << qsizetype(5) << 1 << false;
    }
    void aBudgetIsHeld()
    {
        QFETCH(qint64, bytes);
        QFETCH(qsizetype, files);
        QFETCH(int, depth);
        QFETCH(bool, isEnough);
        const Place place;
        place.write(u"a"_s, "12");
        place.write(u"b/c/d"_s, "123");
        place.write(u"e"_s, "1");
        const Result<TemplateTree> tree = TemplateTree::read(
            place.path(), {}, {.bytes = bytes, .files = files, .depth = depth});
        QCOMPARE(tree.has_value(), isEnough);
        if (!isEnough)
            QCOMPARE(tree.error().problem.code, u"template.too-big"_s);
    }

    void aFolderThatIsNotThereIsAnError()
    {
        const Result<TemplateTree> tree = TemplateTree::read(u"/no/such/folder"_s, {});
        QVERIFY(!tree);
        QCOMPARE(tree.error().problem.code, u"template.unreadable"_s);
        QVERIFY(tree.error().problem.message.startsWith(u"/no/such/folder cannot be read"));
    }

    void aFolderOfTheTreeIsATree()
    {
        const TemplateTree tree({{"skeleton/a", FileMode::Regular, "1"},
                                 {"skeleton/b/c", FileMode::Executable, "2"},
                                 {"skeleton-two/d", FileMode::Regular, "3"}},
                                {"skeleton/empty"});
        const TemplateTree below = tree.below("skeleton");
        const QList<TemplateFile> wanted{{"a", FileMode::Regular, "1"},
                                         {"b/c", FileMode::Executable, "2"}};
        QCOMPARE(below.files(), wanted);
        QCOMPARE(below.emptyFolders(), QList<QByteArray>{"empty"});
        QVERIFY(tree.hasFolder("skeleton/b") && tree.hasFolder("skeleton/empty"));
        QVERIFY(tree.hasFolder("") && !tree.hasFolder("skel") && !tree.hasFolder("skeleton/a"));
        QVERIFY(tree.find("skeleton/a") && !tree.find("skeleton") && !tree.find("zzz"));
        QCOMPARE(tree.below("").files(), tree.files());
    }

    void theHashIsGits()
    {
        const git::Library library;
        const TemplateTree tree({{"b/c", FileMode::Executable, "x\n"},
                                 {"a", FileMode::Regular, "hello\n"},
                                 {"l", FileMode::Link, "a"}});
        const Result<QByteArray> hash = tree.hash();
        VERIFY_RESULT(hash);
        // git write-tree of the same files
        QCOMPARE(*hash, QByteArray("77bcccf33d0fd123e3777721cd2ba8ea100c376d"));
        QCOMPARE(*TemplateTree().hash(), QByteArray("4b825dc642cb6eb9a060e54bf8d69288fbee4904"));
    }
};

QTEST_APPLESS_MAIN(TestTemplateTree)
#include "tst_templatetree.moc"
