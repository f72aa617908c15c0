#include "models/plan/home.h"
#include "models/plan/staging.h"
#include "tests/plan/workbench.h"

#include <fcntl.h>
#include <sys/file.h>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using Fault = CountingFileSystem::Fault;

/// Folders in which an apply is prepared, and those where its journal is: each for one process.
class TestStaging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        m_fileSystem.plan(Fault::None, 0);
    }

    void aStagingFolderIsHiddenBehindItsPrefix()
    {
        const Folder parent = work();
        const auto first = Staging::make(m_fileSystem, parent, ".orders.waymark");
        const auto second = Staging::make(m_fileSystem, parent, ".orders.waymark");
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QVERIFY(first->name().startsWith(".orders.waymark-"));
        QVERIFY(first->name() != second->name());
        QCOMPARE(first->folder().names(), QByteArrayList{"lock"});
        VERIFY_RESULT(first->remove(m_fileSystem));
        QCOMPARE(parent.names(), QByteArrayList{second->name()});
    }

    void itIsInTheHomeWhereAMoveFromThereIsOneStep()
    {
        const QTemporaryDir folder;
        const auto home = Folder::open(folder.path());
        VERIFY_RESULT(home);
        const auto staging = Staging::makeNear(m_fileSystem, *home, *home);
        VERIFY_RESULT(staging);
        QCOMPARE(home->names(), QByteArrayList{staging->name()});
        QVERIFY(staging->name().startsWith(QByteArray(Staging::prefixInHome) + '-'));
        const auto other = Folder::open(u"/proc"_s);
        VERIFY_RESULT(other);
        QVERIFY(!home->isOnSameMount(*other));
        QVERIFY(!Staging::makeNear(m_fileSystem, *home, *other)); // nobody can make a folder there
        QCOMPARE(home->names(), QByteArrayList{staging->name()});
    }

    void whatCannotBeMadeLeavesNothing_data()
    {
        QTest::addColumn<int>("call");
        QTest::newRow("the folder") << 1;
        QTest::newRow("its lock") << 2;
    }

    void whatCannotBeMadeLeavesNothing()
    {
        QFETCH(const int, call);
        m_fileSystem.plan(Fault::Once, call);
        const auto staging = Staging::make(m_fileSystem, work(), "s");
        QVERIFY(!staging);
        QCOMPARE(staging.error().problem.code, u"write.failed"_s);
        QCOMPARE(m_bench->picture(), QStringList());
    }

    void whatALivingProcessPreparesIsRefused()
    {
        const Folder parent = work();
        const auto staging = Staging::make(m_fileSystem, parent, "s");
        VERIFY_RESULT(staging);
        const auto removed = Staging::removeAbandoned(m_fileSystem, parent, "s");
        QVERIFY(!removed);
        QCOMPARE(removed.error().problem.code, u"destination.locked"_s);
        QVERIFY(!Staging::removeNamed(m_fileSystem, parent, staging->name()));
        QVERIFY(parent.contains(staging->name()));
    }

    void whatACrashLeftIsRemoved_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<bool>("isRemoved");
        const auto row = [](const char *title, const QString &name, const QStringList &files,
                            bool isRemoved) { QTest::newRow(title) << name << files << isRemoved; };
        row("with a tree", u"s-0123abcd"_s, {u"lock"_s, u"tree/a/b"_s}, true);
        row("with what moves", u"s-0123abcd"_s, {u"lock"_s, u"new/a"_s, u"old/b"_s, u"room"_s},
            true);
        row("with what an undo may remove", u"s-0123abcd"_s, {u"lock"_s, u"gone/a"_s}, true);
        row("with an index", u"s-0123abcd"_s, {u"index"_s, u"index.lock"_s}, true);
        row("empty", u"s-0123abcd"_s, {}, true);
        row("with something else", u"s-0123abcd"_s, {u"lock"_s, u"notes"_s}, false);
        row("with what could not be put back", u"s-0123abcd"_s, {u"lock"_s, u"kept/a"_s}, false);
        row("of another name", u"t-0123abcd"_s, {u"lock"_s}, false);
        row("with too few digits", u"s-0123abc"_s, {u"lock"_s}, false);
        row("with other letters", u"s-0123abcg"_s, {u"lock"_s}, false);
    }

    void whatACrashLeftIsRemoved()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, files);
        QFETCH(const bool, isRemoved);
        QDir().mkdir(m_bench->path(name));
        for (const QString &file : files)
            put(m_bench->path(name + u'/' + file), "");
        VERIFY_RESULT(Staging::removeAbandoned(m_fileSystem, work(), "s"));
        QCOMPARE(!QFileInfo::exists(m_bench->path(name)), isRemoved);
        VERIFY_RESULT(Staging::removeNamed(m_fileSystem, work(), "nosuch"));
    }

    void aLinkOfThatNameIsNoneOfOurs()
    {
        QDir().mkdir(m_bench->path(u"other"_s));
        QFile::link(u"other"_s, m_bench->path(u"s-0123abcd"_s));
        VERIFY_RESULT(Staging::removeAbandoned(m_fileSystem, work(), "s"));
        QVERIFY(QFileInfo(m_bench->path(u"s-0123abcd"_s)).isSymLink());
    }

    void roomIsTakenAndGivenBack()
    {
        const auto staging = Staging::make(m_fileSystem, work(), "s");
        VERIFY_RESULT(staging);
        VERIFY_RESULT(staging->takeRoom(m_fileSystem, 1000));
        QCOMPARE(staging->folder().entry("room")->content.size(), 1000);
        VERIFY_RESULT(Staging::giveRoom(m_fileSystem, staging->folder()));
        QVERIFY(!staging->folder().contains("room"));
        VERIFY_RESULT(Staging::giveRoom(m_fileSystem, staging->folder()));
    }

    void aDiskWithoutRoomIsTold()
    {
        const auto staging = Staging::make(m_fileSystem, work(), "s");
        VERIFY_RESULT(staging);
        m_fileSystem.plan(Fault::FromThereOn, 1, ENOSPC);
        const auto taken = staging->takeRoom(m_fileSystem, 1000);
        QVERIFY(!taken);
        QVERIFY(taken.error().problem.message.contains(qt_error_string(ENOSPC)));
    }

    void aHomeIsForOneProcess()
    {
        const QString path = m_bench->path(u"home"_s);
        {
            const auto home = Home::take(m_fileSystem, path);
            VERIFY_RESULT(home);
            QVERIFY(home->folder().contains("lock"));
            const auto other = Home::take(m_fileSystem, path);
            QVERIFY(!other);
            QCOMPARE(other.error().problem.code, u"destination.locked"_s);
            QCOMPARE(other.error().problem.file, path);
            QVERIFY(!other.error().problem.hint.isEmpty());
            QVERIFY(!Home::takeExisting(m_fileSystem, path));
        }
        QVERIFY(!QFileInfo::exists(path)); // empty, it goes with its lock
    }

    void aHomeWithAJournalStays()
    {
        const QString path = m_bench->path(u"home"_s);
        put(path + u"/journal.json"_s, "{}");
        {
            const auto home = Home::takeExisting(m_fileSystem, path);
            VERIFY_RESULT(home);
            QVERIFY(home->has_value());
        }
        QCOMPARE(m_bench->picture(), (QStringList{u"home/"_s, u"home/journal.json {}"_s}));
    }

    void aHomeThatIsNotThereIsNotMadeInPassing()
    {
        const auto home = Home::takeExisting(m_fileSystem, m_bench->path(u"home"_s));
        VERIFY_RESULT(home);
        QVERIFY(!home->has_value());
        QCOMPARE(m_bench->picture(), QStringList());
    }

    void aSweepLeavesWhatIsUsed()
    {
        const Folder parent = work();
        const auto used = Staging::make(m_fileSystem, parent, "commands");
        VERIFY_RESULT(used);
        for (const QString &left : {u"commands-00000001"_s, u"commands-00000002"_s})
            QVERIFY(QDir(m_bench->work()).mkpath(left + u"/tree"_s));
        QVERIFY(QDir(m_bench->work()).mkpath(u"commands-mine/tree"_s)); // of somebody else
        Staging::sweep(m_fileSystem, parent, "commands");
        QCOMPARE(parent.names().value_or(QByteArrayList()),
                 (QByteArrayList{used->name(), "commands-mine"}));
        VERIFY_RESULT(used->remove(m_fileSystem));
    }

    void oneIsMadeOrSweptAtATime()
    {
        const Folder parent = work();
        const Descriptor other(::open(QFile::encodeName(m_bench->work()).constData(), O_RDONLY));
        {
            const StagingTurn turn(parent);
            QCOMPARE(::flock(other.number(), LOCK_EX | LOCK_NB), -1);
        }
        QCOMPARE(::flock(other.number(), LOCK_EX | LOCK_NB), 0);
    }

    void aSweepDoesNotWaitForAnother()
    {
        const Folder parent = work();
        QVERIFY(QDir(m_bench->work()).mkpath(u"commands-00000001/tree"_s));
        {
            const StagingTurn turn(parent);
            QVERIFY(turn.isTaken());
            QVERIFY(!StagingTurn(parent, StagingTurn::Wait::No).isTaken());
            Staging::sweep(m_fileSystem, parent, "commands");
            QVERIFY(parent.contains("commands-00000001"));
        }
        Staging::sweep(m_fileSystem, parent, "commands");
        QVERIFY(!parent.contains("commands-00000001"));
    }

    void theLockOfADeadProcessIsTaken()
    {
        const QString path = m_bench->path(u"home"_s);
        put(path + u"/lock"_s, "");
        VERIFY_RESULT(Home::take(m_fileSystem, path));
    }

    void aHomeThatCannotBeMadeIsTold_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("no folder around it") << u"nosuch/home"_s;
        QTest::newRow("a file in its place") << u"file"_s;
        QTest::newRow("in a file") << u"file/home"_s;
    }

    void aHomeThatCannotBeMadeIsTold()
    {
        QFETCH(const QString, path);
        put(m_bench->path(u"file"_s), "1");
        const auto home = Home::take(m_fileSystem, m_bench->path(path));
        QVERIFY(!home);
        QCOMPARE(home.error().problem.code, u"write.failed"_s);
        QCOMPARE(m_bench->picture(), QStringList{u"file 1"_s});
    }

    void aFailureToLockLeavesNothing()
    {
        m_fileSystem.plan(Fault::Once, 2);
        const auto home = Home::take(m_fileSystem, m_bench->path(u"home"_s));
        QVERIFY(!home);
        QCOMPARE(m_bench->picture(), QStringList());
    }

    void aHomeMovesOn()
    {
        auto home = Home::take(m_fileSystem, m_bench->path(u"home"_s));
        VERIFY_RESULT(home);
        {
            const Home moved(std::move(*home));
            QVERIFY(!Home::take(m_fileSystem, m_bench->path(u"home"_s)));
        }
        VERIFY_RESULT(Home::take(m_fileSystem, m_bench->path(u"home"_s)));
    }

private:
    [[nodiscard]] Folder work() const
    {
        auto folder = Folder::open(m_bench->work());
        if (!folder)
            qFatal("%s", qPrintable(folder.error().toString()));
        return std::move(*folder);
    }

    std::optional<Bench> m_bench;
    CountingFileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestStaging)
#include "tst_staging.moc"
