#include "models/plan/diskwork.h"

#include "tests/plan/workbench.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using Fault = CountingFileSystem::Fault;

namespace {

/// Makes `levels` folders inside each other in `folder`: deeper than a path can say.
void nest(const QString &folder, int levels)
{
    Descriptor current(::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY));
    for (int level = 0; level < levels; ++level) {
        if (::mkdirat(current.number(), "d", 0777) != 0)
            qFatal("no folder can be made");
        current = Descriptor(::openat(current.number(), "d", O_RDONLY | O_DIRECTORY));
    }
}

} // namespace

/// What is written, moved and removed below an open folder, and what of it fails.
class TestDiskWork : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        m_fileSystem.plan(Fault::None, 0);
    }

    void foldersAreMadeWhereTheyAreMissing_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("made");
        QTest::newRow("itself") << ""_ba << 0;
        QTest::newRow("one that is there") << "docs"_ba << 0;
        QTest::newRow("one") << "a"_ba << 1;
        QTest::newRow("three") << "a/b/c"_ba << 3;
        QTest::newRow("below one that is there") << "docs/b/c"_ba << 2;
    }

    void foldersAreMadeWhereTheyAreMissing()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const int, made);
        put(at(u"docs/x"_s), "");
        const auto folder = makeFolders(m_fileSystem, root(), path);
        VERIFY_RESULT(folder);
        QCOMPARE(m_fileSystem.count(), made);
        QCOMPARE(folder->identity(), Folder::open(at(QString::fromUtf8(path)))->identity());
    }

    void noFolderIsMadeInThePlaceOfSomethingElse_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("a file") << "file"_ba;
        QTest::newRow("below a file") << "file/x"_ba;
        QTest::newRow("a link to a folder") << "link"_ba;
        QTest::newRow("below a link to a folder") << "link/x"_ba;
    }

    void noFolderIsMadeInThePlaceOfSomethingElse()
    {
        QFETCH(const QByteArray, path);
        put(at(u"file"_s), "1");
        QDir().mkdir(at(u"docs"_s));
        QFile::link(u"docs"_s, at(u"link"_s));
        const QStringList before = m_bench->picture();
        const auto folder = makeFolders(m_fileSystem, root(), path);
        QVERIFY(!folder);
        QCOMPARE(folder.error().problem.code, u"write.failed"_s);
        QCOMPARE(m_bench->picture(), before);
    }

    void aFolderIsMadeWithThoseAboveIt()
    {
        VERIFY_RESULT(makeFolder(m_fileSystem, at(u"a/b/c"_s)));
        VERIFY_RESULT(makeFolder(m_fileSystem, at(u"a/b/c"_s)));
        QVERIFY(QFileInfo(at(u"a/b/c"_s)).isDir());
        put(at(u"a/file"_s), "");
        QVERIFY(!makeFolder(m_fileSystem, at(u"a/file/x"_s)));
    }

    void aFileIsWrittenAsItIs_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<FileMode>("mode");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a file") << "a"_ba << FileMode::Regular << "1"_ba;
        QTest::newRow("in folders") << "a/b/c"_ba << FileMode::Regular << "1"_ba;
        QTest::newRow("an executable one") << "a"_ba << FileMode::Executable << "#!\n"_ba;
        QTest::newRow("an empty one") << "a"_ba << FileMode::Regular << ""_ba;
        QTest::newRow("bytes") << "a"_ba << FileMode::Regular << QByteArray("\0\xff\r\n", 4);
        QTest::newRow("a large one") << "a"_ba << FileMode::Regular << QByteArray(3 << 20, 'x');
        QTest::newRow("a link") << "a/b"_ba << FileMode::Link << "../x"_ba;
    }

    void aFileIsWrittenAsItIs()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const FileMode, mode);
        QFETCH(const QByteArray, content);
        VERIFY_RESULT(writeFile(m_fileSystem, root(), path, mode, content));
        const auto entry = root().entry(path);
        VERIFY_RESULT(entry);
        QCOMPARE(entry->mode, std::optional(mode));
        QCOMPARE(entry->content, content);
        const auto again = writeFile(m_fileSystem, root(), path, mode, "other");
        QVERIFY(!again); // nothing is written over
        QCOMPARE(root().entry(path)->content, content);
    }

    void aWriteThatFailsIsTold_data()
    {
        QTest::addColumn<int>("call");
        QTest::addColumn<FileMode>("mode");
        QTest::newRow("making its folder") << 1 << FileMode::Regular;
        QTest::newRow("making it") << 2 << FileMode::Regular;
        QTest::newRow("writing it") << 3 << FileMode::Regular;
        QTest::newRow("making the link") << 2 << FileMode::Link;
    }

    void aWriteThatFailsIsTold()
    {
        QFETCH(const int, call);
        QFETCH(const FileMode, mode);
        m_fileSystem.plan(Fault::Once, call, ENOSPC);
        const auto written = writeFile(m_fileSystem, root(), "d/a", mode, "x");
        QVERIFY(!written);
        QCOMPARE(written.error().problem.code, u"write.failed"_s);
        QVERIFY(written.error().problem.message.contains(qt_error_string(ENOSPC)));
        QVERIFY(written.error().problem.file.startsWith(at(u"d"_s)));
    }

    void oneFileTakesThePlaceOfAnotherWhole()
    {
        const Folder folder = root();
        VERIFY_RESULT(replaceFile(m_fileSystem, folder, "a", "1"));
        VERIFY_RESULT(replaceFile(m_fileSystem, folder, "a", "22"));
        QCOMPARE(contentOf(at(u"a"_s)), "22");
        put(at(u"a.part"_s), "left by a crash");
        VERIFY_RESULT(replaceFile(m_fileSystem, folder, "a", "333"));
        QCOMPARE(m_bench->picture(), QStringList{u"a 333"_s});
    }

    void aReplacementThatFailsLeavesTheOldOne_data()
    {
        QTest::addColumn<int>("call");
        for (int call = 1; call <= 5; ++call)
            QTest::addRow("at call %d", call) << call;
    }

    void aReplacementThatFailsLeavesTheOldOne()
    {
        QFETCH(const int, call);
        put(at(u"a"_s), "old");
        m_fileSystem.plan(Fault::Once, call);
        const auto replaced = replaceFile(m_fileSystem, root(), "a", "new");
        QVERIFY(!replaced);
        QCOMPARE(m_bench->picture(), QStringList{u"a old"_s});
    }

    void anEntryIsMovedToTheSamePath_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("a file") << "f"_ba;
        QTest::newRow("a file in a folder") << "d/f"_ba;
        QTest::newRow("a folder with all in it") << "d"_ba;
    }

    void anEntryIsMovedToTheSamePath()
    {
        QFETCH(const QByteArray, path);
        put(at(u"from/f"_s), "1");
        put(at(u"from/d/f"_s), "2");
        QDir().mkpath(path == "d" ? at(u"to"_s) : at(u"to/d"_s));
        const Folder from = *Folder::open(at(u"from"_s));
        const Folder to = *Folder::open(at(u"to"_s));
        const auto before = from.identityOf(path);
        VERIFY_RESULT(moveEntry(m_fileSystem, from, to, path));
        QVERIFY(!from.contains(path));
        QCOMPARE(to.identityOf(path), before);
    }

    void nothingIsMovedOverSomething_data()
    {
        QTest::addColumn<QString>("there");
        QTest::newRow("a file") << u"to/f"_s;
        QTest::newRow("a folder that is not empty") << u"to/f/x"_s;
    }

    void nothingIsMovedOverSomething()
    {
        QFETCH(const QString, there);
        put(at(u"from/f"_s), "1");
        put(at(there), "2");
        const QStringList before = m_bench->picture();
        const auto moved = moveEntry(m_fileSystem, *Folder::open(at(u"from"_s)),
                                     *Folder::open(at(u"to"_s)), "f");
        QVERIFY(!moved);
        QCOMPARE(moved.error().problem.code, u"write.failed"_s);
        QCOMPARE(m_bench->picture(), before);
    }

    void whereFoldersAreMissingNothingMoves()
    {
        put(at(u"from/d/f"_s), "1");
        QDir().mkdir(at(u"to"_s));
        const Folder from = *Folder::open(at(u"from"_s));
        const Folder to = *Folder::open(at(u"to"_s));
        QVERIFY(!moveEntry(m_fileSystem, from, to, "d/f")); // no folder "d" there
        QVERIFY(!moveEntry(m_fileSystem, from, to, "e/f")); // nor here
        QVERIFY(QFileInfo::exists(at(u"from/d/f"_s)));
    }

    void aTreeIsRemovedWithoutFollowingALink()
    {
        put(at(u"t/a/b/c"_s), "1");
        put(at(u"t/d"_s), "2");
        put(at(u"other/kept"_s), "3");
        QFile::link(u"../other"_s, at(u"t/link"_s));
        VERIFY_RESULT(removeTree(m_fileSystem, root(), "t"));
        QCOMPARE(m_bench->picture(), (QStringList{u"other/"_s, u"other/kept 3"_s}));
        VERIFY_RESULT(removeTree(m_fileSystem, root(), "t")); // gone is gone
        QFile::link(u"other"_s, at(u"link"_s));
        VERIFY_RESULT(removeTree(m_fileSystem, root(), "link"));
        QVERIFY(QFileInfo::exists(at(u"other/kept"_s)));
    }

    void aTreeIsRemovedHoweverDeepItIs()
    {
        put(at(u"t/d/f"_s), "1");
        put(at(u"t/moved-0/f"_s), "2"); // a name that is used on the way
        const int levels = 3000;
        nest(at(u"t/d"_s), levels);
        rlimit before = {};
        QCOMPARE(getrlimit(RLIMIT_NOFILE, &before), 0);
        const rlimit few = {.rlim_cur = 256, .rlim_max = before.rlim_max};
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &few), 0);
        const auto removed = removeTree(m_fileSystem, root(), "t");
        QCOMPARE(setrlimit(RLIMIT_NOFILE, &before), 0);
        VERIFY_RESULT(removed);
        QCOMPARE(m_bench->picture(), QStringList());
    }

    void aRemovalThatFailsIsTold()
    {
        put(at(u"t/a"_s), "1");
        for (int call = 1; call <= 2; ++call) {
            m_fileSystem.plan(Fault::Once, call, EACCES);
            const auto removed = removeTree(m_fileSystem, root(), "t");
            QVERIFY(!removed);
            QCOMPARE(removed.error().problem.code, u"write.failed"_s);
        }
        QVERIFY(QFileInfo(at(u"t"_s)).isDir());
        VERIFY_RESULT(removeTree(m_fileSystem, root(), "t"));
    }

    void aFileThatIsGoneNeedsNoRemoval()
    {
        VERIFY_RESULT(removeFile(m_fileSystem, root(), "nosuch"));
        QDir().mkdir(at(u"folder"_s));
        QVERIFY(!removeFile(m_fileSystem, root(), "folder"));
    }

    void aStepIsSaidBeforeAndBehind()
    {
        QByteArrayList said;
        m_fileSystem.onStep = [&said](const QByteArray &step) { said += step; };
        const auto done = stepped(m_fileSystem, "work", [&said]() -> Result<> {
            said += "done";
            return {};
        });
        m_fileSystem.onStep = {};
        VERIFY_RESULT(done);
        QCOMPARE(said, (QByteArrayList{"work", "done", "work"}));
    }

    void aStepThatFailsBeforeIsNotDone()
    {
        bool isDone = false;
        const auto work = [&isDone]() -> Result<int> {
            isDone = true;
            return 1;
        };
        m_fileSystem.plan(Fault::Once, 1);
        QVERIFY(!stepped(m_fileSystem, "work", work));
        QVERIFY(!isDone);
        m_fileSystem.plan(Fault::Once, 2);
        QVERIFY(!stepped(m_fileSystem, "work", work)); // done, but not known to be
        QVERIFY(isDone);
    }

private:
    [[nodiscard]] Folder root() const
    {
        auto folder = Folder::open(m_bench->work());
        if (!folder)
            qFatal("%s", qPrintable(folder.error().toString()));
        return std::move(*folder);
    }
    [[nodiscard]] QString at(const QString &path) const
    {
        return path.isEmpty() ? m_bench->work() : m_bench->path(path);
    }

    std::optional<Bench> m_bench;
    CountingFileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestDiskWork)
#include "tst_diskwork.moc"
