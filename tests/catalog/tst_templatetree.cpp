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
        const ScratchFolder place;
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
        const ScratchFolder place;
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
        QFETCH(const QByteArray, target);
        QFETCH(const int, depth);
        QFETCH(const bool, stays);
        QCOMPARE(staysBelow(target, depth), stays);
    }

    void aLinkMayLeaveTheTemplateButNotTheSource()
    {
        const ScratchFolder place;
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
        const ScratchFolder place;
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
        const ScratchFolder place;
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
        QFETCH(const qint64, bytes);
        QFETCH(const qsizetype, files);
        QFETCH(const int, depth);
        QFETCH(const bool, isEnough);
        const ScratchFolder place;
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
        QVERIFY(tree.error().problem.message.startsWith(u"This cannot be read: No such file"));
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

    void foldersBesideTheTemplateAreReadToo()
    {
        const git::Library library;
        const ScratchFolder place;
        place.write(u"a/t/template.yaml"_s, "t");
        place.write(u"a/parts/base/f"_s, "1");
        place.write(u"a/parts/base/in/g"_s, "2");
        place.write(u"a/parts/other"_s, "3");
        QVERIFY(QDir().mkpath(place.path(u"more/empty"_s)));
        place.link(u"more/l"_s, u"../a/parts/other"_s);
        place.link(u"more/out"_s, u"../../x"_s);
        TemplateTree tree = *TemplateTree::read(place.path(), "a/t");
        const QByteArray alone = *tree.hash();
        const Result<> treeRead = tree.readBeside(place.path(), {"a/parts/base", "more", "nosuch"});
        VERIFY_RESULT(treeRead);
        const QList<TemplateFile> wanted{{"../../more/l", FileMode::Link, "../a/parts/other"},
                                         {"../../more/out", FileMode::Link, "../../x"},
                                         {"../parts/base/f", FileMode::Regular, "1"},
                                         {"../parts/base/in/g", FileMode::Regular, "2"},
                                         {"template.yaml", FileMode::Regular, "t"}};
        QCOMPARE(tree.files(), wanted);
        QCOMPARE(tree.emptyFolders(), QByteArrayList{"../../more/empty"});
        QCOMPARE(tree.foldersBeside(), (QByteArrayList{"../parts/base", "../../more"}));
        QCOMPARE(tree.problems().size(), 1);
        QCOMPARE(tree.problems().first().file, place.path(u"more/out"_s));

        QCOMPARE(*tree.below("").hash(), alone);
        QCOMPARE(tree.below("").files().size(), 1);
        QCOMPARE(tree.below("../parts/base").files().size(), 2);
        QVERIFY(tree.hasFolder("../parts/base") && tree.hasFolder("../parts/base/in"));
        QVERIFY(tree.hasFolder("../../more/empty") && !tree.hasFolder("../nosuch"));
        // Only some of what is in these was read.
        QVERIFY(!tree.hasFolder("..") && !tree.hasFolder("../parts") && !tree.hasFolder("../.."));
    }

    void theFolderAroundTheTemplateHoldsIt()
    {
        const git::Library library;
        const ScratchFolder place;
        place.write(u"t/template.yaml"_s, "t");
        place.write(u"f"_s, "1");
        TemplateTree tree = *TemplateTree::read(place.path(), "t");
        const Result<> treeRead = tree.readBeside(place.path(), {""});
        VERIFY_RESULT(treeRead);
        QCOMPARE(tree.foldersBeside(), QByteArrayList{".."});
        const QList<TemplateFile> wanted{{"f", FileMode::Regular, "1"},
                                         {"t/template.yaml", FileMode::Regular, "t"}};
        QCOMPARE(tree.below("..").files(), wanted);
        QCOMPARE(*tree.hash(), *TemplateTree::read(place.path(), {})->hash());
    }

    void theHashOfFoldersBesideItIsThatOfTheFolderAroundThem()
    {
        const git::Library library;
        const ScratchFolder place;
        place.write(u"x/t/template.yaml"_s, "t");
        place.write(u"x/parts/f"_s, "1");
        place.write(u"x/unread"_s, "2");
        TemplateTree tree = *TemplateTree::read(place.path(), "x/t");
        const Result<> treeRead = tree.readBeside(place.path(), {"x/parts"});
        VERIFY_RESULT(treeRead);
        const TemplateTree around(
            {{"t/template.yaml", FileMode::Regular, "t"}, {"parts/f", FileMode::Regular, "1"}});
        QCOMPARE(*tree.hash(), *around.hash());
        TemplateTree nearer = *TemplateTree::read(place.path(u"x"_s), "t");
        const Result<> nearerRead = nearer.readBeside(place.path(u"x"_s), {"parts"});
        VERIFY_RESULT(nearerRead);
        QCOMPARE(*nearer.hash(), *tree.hash());
    }

    void whatBesideTheTemplateIsNoFolderIsLeftOut_data()
    {
        QTest::addColumn<QByteArray>("place");
        QTest::addColumn<QString>("message");
        QTest::newRow("a link out of the source") << "out"_ba << u"“../out” is a link"_s;
        QTest::newRow("a link to a folder") << "in"_ba << u"“../in” is a link"_s;
        QTest::newRow("a link to nothing") << "dead"_ba << u"“../dead” is a link"_s;
        QTest::newRow("below a link") << "in/deep"_ba << u"“../in” is a link"_s;
        QTest::newRow("a file") << "file"_ba << u"“../file” is a file"_s;
    }
    void whatBesideTheTemplateIsNoFolderIsLeftOut()
    {
        QFETCH(const QByteArray, place);
        QFETCH(const QString, message);
        const ScratchFolder folder;
        folder.write(u"elsewhere/x"_s, "x");
        folder.write(u"source/t/template.yaml"_s, "t");
        folder.write(u"source/parts/deep/x"_s, "x");
        folder.write(u"source/file"_s, "x");
        folder.link(u"source/out"_s, u"../elsewhere"_s);
        folder.link(u"source/in"_s, u"parts"_s);
        folder.link(u"source/dead"_s, u"nosuch"_s);
        TemplateTree tree = *TemplateTree::read(folder.path(u"source"_s), "t");
        const Result<> treeRead = tree.readBeside(folder.path(u"source"_s), {place, "parts"});
        VERIFY_RESULT(treeRead);
        QCOMPARE(tree.foldersBeside(), QByteArrayList{"../parts"});
        QCOMPARE(tree.problems().size(), 0);
        QVERIFY(!tree.unread("../parts") && !tree.unread("skeleton"));
        const auto why = tree.unread("../" + place + "/x");
        QCOMPARE(why, tree.unread("../" + place));
        QVERIFY2(why && why->message.startsWith(message), qPrintable(why ? why->message : u""_s));
        QVERIFY(why->hint.contains(u"the folder itself"));
    }

    void foldersBesideShareTheBudget_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<qsizetype>("files");
        QTest::addColumn<bool>("isEnough");
        QTest::newRow("just enough") << qint64(6) << qsizetype(3) << true;
        QTest::newRow("too few bytes") << qint64(5) << qsizetype(3) << false;
        QTest::newRow("too few files") << qint64(6) << qsizetype(2) << false;
    }
    void foldersBesideShareTheBudget()
    {
        QFETCH(const qint64, bytes);
        QFETCH(const qsizetype, files);
        QFETCH(const bool, isEnough);
        const ScratchFolder place;
        place.write(u"t/a"_s, "12");
        place.write(u"p/b"_s, "123");
        place.write(u"q/c"_s, "1");
        const TemplateBudget budget{.bytes = bytes, .files = files};
        TemplateTree tree = *TemplateTree::read(place.path(), "t", budget);
        const Result<> read = tree.readBeside(place.path(), {"p", "q"}, budget);
        QCOMPARE(read.has_value(), isEnough);
        if (!isEnough)
            QCOMPARE(read.error().problem.code, u"template.too-big"_s);
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
