#include "models/plan/folder.h"

#include "tests/plan/workbench.h"

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// Folders that are open, and what is seen in them without following a link.
class TestFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderIsFoundBelowWithoutFollowingALink_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isFound");
        QTest::newRow("itself") << ""_ba << true;
        QTest::newRow("a folder") << "docs"_ba << true;
        QTest::newRow("a folder below") << "docs/deep"_ba << true;
        QTest::newRow("nothing") << "nosuch"_ba << false;
        QTest::newRow("below nothing") << "nosuch/x"_ba << false;
        QTest::newRow("a file") << "file"_ba << false;
        QTest::newRow("below a file") << "file/x"_ba << false;
        QTest::newRow("a link to a folder") << "link"_ba << false;
        QTest::newRow("below a link to a folder") << "link/deep"_ba << false;
        QTest::newRow("a link to nowhere") << "dead"_ba << false;
    }

    void aFolderIsFoundBelowWithoutFollowingALink()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const bool, isFound);
        const Bench bench;
        fill(bench);
        const auto root = Folder::open(bench.work());
        VERIFY_RESULT(root);
        const auto found = root->find(path);
        VERIFY_RESULT(found);
        QCOMPARE(found->has_value(), isFound);
        if (!isFound)
            return;
        QCOMPARE((*found)->path(),
                 path.isEmpty() ? bench.work() : bench.path(QString::fromUtf8(path)));
        QCOMPARE((*found)->identity() == root->identity(), path.isEmpty());
    }

    void whatCannotBeOpenedIsToldWithTheWayOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("nothing") << u"nosuch"_s;
        QTest::newRow("a file") << u"file"_s;
        QTest::newRow("a link to nowhere") << u"dead"_s;
    }

    void whatCannotBeOpenedIsToldWithTheWayOut()
    {
        QFETCH(const QString, name);
        const Bench bench;
        fill(bench);
        const auto folder = Folder::open(bench.path(name));
        QVERIFY(!folder);
        QCOMPARE(folder.error().problem.code, u"write.failed"_s);
        QCOMPARE(folder.error().problem.file, bench.path(name));
        QVERIFY(!folder.error().problem.hint.isEmpty());
    }

    void aLinkThatTheUserWroteIsFollowed()
    {
        const Bench bench;
        fill(bench);
        const auto folder = Folder::open(bench.path(u"link"_s));
        VERIFY_RESULT(folder);
        QVERIFY(folder->contains("deep"));
    }

    void whatStandsAtAPathIsSeen_data()
    {
        using Type = SnapshotEntry::Type;
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<Type>("type");
        QTest::addColumn<std::optional<FileMode>>("mode");
        QTest::addColumn<QByteArray>("content");
        const auto row = [](const char *name, const QByteArray &path, Type type,
                            std::optional<FileMode> mode, const QByteArray &content) {
            QTest::newRow(name) << path << type << mode << content;
        };
        row("a file", "file", Type::File, FileMode::Regular, "1\n");
        row("a file below", "docs/a", Type::File, FileMode::Regular, "a");
        row("an executable file", "run", Type::File, FileMode::Executable, "#!\n");
        row("an empty file", "empty", Type::File, FileMode::Regular, "");
        row("a link", "link", Type::Link, FileMode::Link, "docs");
        row("a link to nowhere", "dead", Type::Link, FileMode::Link, "nosuch");
        row("a folder", "docs", Type::Folder, {}, "");
        row("a pipe", "pipe", Type::Other, {}, "");
        row("nothing", "nosuch", Type::Absent, {}, "");
        row("nothing below nothing", "nosuch/x", Type::Absent, {}, "");
        row("nothing below a file", "file/x", Type::Absent, {}, "");
        row("nothing below a link", "link/a", Type::Absent, {}, "");
    }

    void whatStandsAtAPathIsSeen()
    {
        QFETCH(const QByteArray, path);
        const Bench bench;
        fill(bench);
        const auto root = Folder::open(bench.work());
        VERIFY_RESULT(root);
        const auto entry = root->entry(path);
        VERIFY_RESULT(entry);
        QTEST(entry->type, "type");
        QTEST(entry->mode, "mode");
        QTEST(entry->content, "content");
        QCOMPARE(entry->hash.size(), entry->mode ? 64 : 0);
        QVERIFY(!entry->obstacle);
        QCOMPARE(root->contains(path), entry->type != SnapshotEntry::Type::Absent);
        QCOMPARE(root->identityOf(path).has_value(), root->contains(path));
    }

    void namesAreSortedAndComplete()
    {
        const Bench bench;
        fill(bench);
        const auto root = Folder::open(bench.work());
        VERIFY_RESULT(root);
        const QByteArrayList all{"dead", "docs", "empty", "file", "link", "pipe", "run"};
        QCOMPARE(root->names(), all);
        QCOMPARE(root->names(), all); // and once more: each reading begins at the front
        put(bench.path(u".hidden"_s), "");
        QCOMPARE(root->names(), QByteArrayList{".hidden"} + all);
    }

    void aFolderIsTheSameUnderAnotherName()
    {
        const Bench bench;
        fill(bench);
        const auto before = Folder::open(bench.path(u"docs"_s));
        VERIFY_RESULT(before);
        QVERIFY(QDir().rename(bench.path(u"docs"_s), bench.path(u"moved"_s)));
        QVERIFY(QDir().mkdir(bench.path(u"docs"_s)));
        const auto moved = Folder::open(bench.path(u"moved"_s));
        const auto other = Folder::open(bench.path(u"docs"_s));
        VERIFY_RESULT(moved);
        VERIFY_RESULT(other);
        QCOMPARE(moved->identity(), before->identity());
        QVERIFY(other->identity() != before->identity());
        QVERIFY(before->contains("a")); // it is the folder, not its name
    }

    void foldersOfOneDiskAreOnOneMount()
    {
        const Bench bench;
        fill(bench);
        const auto root = Folder::open(bench.work());
        const auto docs = Folder::open(bench.path(u"docs"_s));
        const auto proc = Folder::open(u"/proc"_s);
        VERIFY_RESULT(root);
        VERIFY_RESULT(docs);
        QVERIFY(root->isOnSameMount(*docs));
        if (proc)
            QVERIFY(!root->isOnSameMount(*proc));
    }

    void pathsAreTakenApartAndJoined_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("parent");
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("a name") << "orders"_ba << ""_ba << "orders"_ba;
        QTest::newRow("two") << "services/orders"_ba << "services"_ba << "orders"_ba;
        QTest::newRow("three") << "a/b/c"_ba << "a/b"_ba << "c"_ba;
        QTest::newRow("nothing") << ""_ba << ""_ba << ""_ba;
    }

    void pathsAreTakenApartAndJoined()
    {
        QFETCH(const QByteArray, path);
        QTEST(parentOf(path), "parent");
        QTEST(nameOf(path), "name");
        QCOMPARE(joined(parentOf(path), nameOf(path)), path);
        QCOMPARE(joined({}, path), path);
        QCOMPARE(joined(path, {}), path);
    }

    void everySystemErrorHasAWayOut_data()
    {
        QTest::addColumn<int>("error");
        for (const int error : {ENOSPC, EDQUOT, EACCES, EPERM, EROFS, EMFILE, ENFILE, EIO})
            QTest::addRow("%d", error) << error;
    }

    void everySystemErrorHasAWayOut()
    {
        QFETCH(const int, error);
        errno = error;
        const Problem problem = systemFailure(u"It failed."_s, u"/x"_s).error().problem;
        QCOMPARE(problem.code, u"write.failed"_s);
        QCOMPARE(problem.file, u"/x"_s);
        QVERIFY(problem.message.startsWith(u"It failed. "));
        QVERIFY(problem.message.contains(qt_error_string(error)));
        QVERIFY(!problem.hint.isEmpty());
    }

    void aDescriptorClosesItself()
    {
        int number = -1;
        {
            Descriptor first(::open("/dev/null", O_RDONLY | O_CLOEXEC));
            QVERIFY(first.isOpen());
            number = first.number();
            const Descriptor second(std::move(first));
            QCOMPARE(second.number(), number);
            QVERIFY(fcntl(number, F_GETFD) >= 0);
        }
        QCOMPARE(fcntl(number, F_GETFD), -1);
    }

    void nothingThatIsOpenIsInherited()
    {
        const Bench bench;
        const auto folder = Folder::open(bench.work());
        VERIFY_RESULT(folder);
        QVERIFY((fcntl(folder->descriptor(), F_GETFD) & FD_CLOEXEC) != 0);
        const auto again = folder->find({});
        VERIFY_RESULT(again);
        QVERIFY((fcntl((*again)->descriptor(), F_GETFD) & FD_CLOEXEC) != 0);
    }

private:
    static void fill(const Bench &bench)
    {
        put(bench.path(u"file"_s), "1\n");
        put(bench.path(u"empty"_s), "");
        put(bench.path(u"docs/a"_s), "a");
        put(bench.path(u"docs/deep/b"_s), "b");
        putExecutable(bench.path(u"run"_s), "#!\n");
        QFile::link(u"docs"_s, bench.path(u"link"_s));
        QFile::link(u"nosuch"_s, bench.path(u"dead"_s));
        if (mkfifo(QFile::encodeName(bench.path(u"pipe"_s)).constData(), 0600) != 0)
            qFatal("no pipe");
    }
};

QTEST_GUILESS_MAIN(TestFolder)
#include "tst_folder.moc"
