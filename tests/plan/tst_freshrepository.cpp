#include "models/plan/freshrepository.h"

#include "models/plan/diskwork.h"
#include "tests/plan/workbench.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using Fault = CountingFileSystem::Fault;

/// A repository that is made for a service, with its first commit, and the files around it.
class TestFreshRepository : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_git.configure(identityText);
        m_bench.emplace();
        m_fileSystem.plan(Fault::None, 0);
        QDir().mkdir(m_bench->path(u"s"_s));
        QDir().mkdir(m_bench->path(u"staging"_s));
    }

    void filesAndFoldersAreWritten_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::newRow("at the root") << ""_ba;
        QTest::newRow("in a folder") << "services/orders"_ba;
    }

    void filesAndFoldersAreWritten()
    {
        QFETCH(const QByteArray, prefix);
        VERIFY_RESULT(writeFiles(m_fileSystem, service(), request(), prefix));
        const QString folder = m_bench->path(u"s/"_s + QString::fromUtf8(prefix));
        QCOMPARE(contentOf(folder + u"/README.md"_s), "# Orders\n");
        QVERIFY(QFileInfo(folder + u"/scripts/run"_s).isExecutable());
        QVERIFY(!QFileInfo(folder + u"/README.md"_s).isExecutable());
        QCOMPARE(QFileInfo(folder + u"/docs/index.md"_s).readSymLink(), u"../README.md"_s);
        QVERIFY(QFileInfo(folder + u"/data"_s).isDir());
    }

    void aWriteThatFailsIsTold_data()
    {
        QTest::addColumn<int>("call");
        for (const int call : {1, 2, 3, 10, 12})
            QTest::addRow("at call %d", call) << call;
    }

    void aWriteThatFailsIsTold()
    {
        QFETCH(const int, call);
        m_fileSystem.plan(Fault::Once, call, ENOSPC);
        const auto written = writeFiles(m_fileSystem, service(), request(), {});
        QVERIFY(!written);
        QCOMPARE(written.error().problem.code, u"write.failed"_s);
        QVERIFY(!written.error().problem.hint.isEmpty());
    }

    void whatIsWrittenIsNotedByItsHash()
    {
        const QList<StoredFile> files = storedFiles(request(), "s");
        QCOMPARE(files.size(), testing::service().size());
        QCOMPARE(files.first().path, "s/README.md"_ba);
        QCOMPARE(files.first().hash,
                 QCryptographicHash::hash("# Orders\n", QCryptographicHash::Sha256).toHex());
        for (const StoredFile &file : files) {
            QCOMPARE(file.hash.size(), 64);
            QVERIFY(file.blob.isEmpty());
        }
    }

    void aRepositoryHasOneCommitAndIsClean_data()
    {
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QByteArray>("branch");
        QTest::newRow("the usual branch") << ""_ba << u""_s << "main"_ba;
        QTest::newRow("a configured one")
            << "[init]\n\tdefaultBranch = trunk\n"_ba << u""_s << "trunk"_ba;
        QTest::newRow("one that is asked for") << ""_ba << u"first"_s << "first"_ba;
    }

    void aRepositoryHasOneCommitAndIsClean()
    {
        QFETCH(const QByteArray, configuration);
        QFETCH(const QString, asked);
        QFETCH(const QByteArray, branch);
        m_git.configure(identityText + configuration);
        WriteRequest wanted = request();
        wanted.branch = asked;
        wanted.base = {{.path = "b", .content = "1\n"}};
        VERIFY_RESULT(writeFiles(m_fileSystem, service(), wanted, {}));
        const auto fresh = makeRepository(m_fileSystem, service(), wanted, staging());
        VERIFY_RESULT(fresh);
        const QString folder = m_bench->path(u"s"_s);
        QCOMPARE(gitOutput(folder, "symbolic-ref --short HEAD"), branch);
        QCOMPARE(gitOutput(folder, "rev-parse HEAD"), fresh->change.after);
        QCOMPARE(gitOutput(folder, "rev-list --count HEAD"), "1"_ba);
        QCOMPARE(gitOutput(folder, "status --porcelain"), ""_ba);
        QCOMPARE(gitOutput(folder, "log -1 --format=%an:%s"), "Ada:Create orders"_ba);
        QVERIFY(gitOutput(folder, "show-ref").contains("refs/waymark/base/"));
        QCOMPARE(testing::git(folder, "fsck --strict --no-progress").exitCode, 0);
    }

    void nothingInARepositoryIsAbsolute()
    {
        VERIFY_RESULT(writeFiles(m_fileSystem, service(), request(), {}));
        VERIFY_RESULT(makeRepository(m_fileSystem, service(), request(), staging()));
        QVERIFY(QDir().rename(m_bench->path(u"s"_s), m_bench->path(u"moved"_s)));
        QCOMPARE(gitOutput(m_bench->path(u"moved"_s), "status --porcelain"), ""_ba);
    }

    void anAuthorWhomGitDoesNotKnowIsRefused()
    {
        m_git.configure("[user]\n\tuseConfigOnly = true\n");
        const auto fresh = makeRepository(m_fileSystem, service(), request(), staging());
        QVERIFY(!fresh);
        QCOMPARE(fresh.error().problem.code, u"git.identity"_s);
    }

    void aBranchThatCannotBeIsRefused()
    {
        WriteRequest wanted = request();
        wanted.branch = u"a b"_s;
        const auto fresh = makeRepository(m_fileSystem, service(), wanted, staging());
        QVERIFY(!fresh);
        QCOMPARE(fresh.error().problem.code, u"write.branch"_s);
    }

    void aHookOfTheUserIsRun_data()
    {
        QTest::addColumn<QByteArray>("script");
        QTest::addColumn<QString>("code");
        QTest::newRow("one that is content") << "exit 0"_ba << u""_s;
        QTest::newRow("one that refuses") << "echo no, thanks; exit 1"_ba << u"git.hook-refused"_s;
        QTest::newRow("one that changes a file")
            << "echo more >> README.md"_ba << u"write.hook-changed"_s;
        QTest::newRow("one that stages a file")
            << "echo x > extra; git add extra"_ba << u"write.hook-changed"_s;
        QTest::newRow("one that leaves a file")
            << "echo x > cmd/extra"_ba << u"write.hook-changed"_s;
        QTest::newRow("one that leaves a folder")
            << "mkdir -p cache/x"_ba << u"write.hook-changed"_s;
    }

    void aHookOfTheUserIsRun()
    {
        QFETCH(const QByteArray, script);
        QFETCH(const QString, code);
        const QString hooks = m_bench->path(u"hooks"_s);
        putExecutable(hooks + u"/pre-commit"_s, "#!/bin/sh\n" + script + '\n');
        m_git.configure(identityText + "[core]\n\thooksPath = "_ba + hooks.toUtf8() + '\n');
        VERIFY_RESULT(writeFiles(m_fileSystem, service(), request(), {}));
        const auto fresh = makeRepository(m_fileSystem, service(), request(), staging());
        QCOMPARE(fresh ? QString() : fresh.error().problem.code, code);
        if (code == u"git.hook-refused")
            QVERIFY(fresh.error().problem.excerpt.contains(u"no, thanks"));
    }

    void aHookThatIsNotRunIsNamedWhereItWillBe_data()
    {
        QTest::addColumn<QString>("hook");
        QTest::addColumn<QByteArray>("configuration");
        QTest::addColumn<QString>("code");
        QTest::newRow("one of the template")
            << u".githooks/pre-commit"_s << "[core]\n\thooksPath = .githooks\n"_ba
            << u"git.hook-from-template"_s;
        QTest::newRow("one that is not executable")
            << u".git/hooks/pre-commit"_s << ""_ba << u"git.hook-not-executable"_s;
    }

    void aHookThatIsNotRunIsNamedWhereItWillBe()
    {
        QFETCH(const QString, hook);
        QFETCH(const QByteArray, configuration);
        QFETCH(const QString, code);
        const QString wanted = m_bench->path(u"template"_s);
        put(wanted + u"/hooks/pre-commit"_s, "#!/bin/sh\nexit 1\n");
        m_git.configure(identityText + configuration + "[init]\n\ttemplateDir = "_ba
                        + wanted.toUtf8() + '\n');
        WriteRequest brings = request();
        brings.destination.path = u"/srv/orders"_s;
        brings.changes += made(".githooks/pre-commit", "#!/bin/sh\nexit 1\n");
        VERIFY_RESULT(writeFiles(m_fileSystem, service(), brings, {}));
        const auto fresh = makeRepository(m_fileSystem, service(), brings, staging());
        VERIFY_RESULT(fresh);
        QCOMPARE(fresh->made.notes.size(), 1);
        const Problem &note = fresh->made.notes.front();
        QCOMPARE(note.code, code);
        QCOMPARE(note.file, u"/srv/orders/"_s + hook);
        QVERIFY2(!note.hint.contains(m_bench->root()), qPrintable(note.hint));
    }

    void whatTheUserWantsInEachRepositoryIsThere()
    {
        const QString wanted = m_bench->path(u"template"_s);
        put(wanted + u"/info/exclude"_s, "*.tmp\n");
        put(wanted + u"/config"_s, "[secrets]\n\tpattern = x\n");
        put(wanted + u"/.hidden"_s, "x");
        QDir().mkpath(wanted + u"/hooks"_s);
        putExecutable(wanted + u"/hooks/lib/check"_s, "#!/bin/sh\necho no secrets\nexit 1\n");
        QFile::link(u"lib/check"_s, wanted + u"/hooks/pre-commit"_s);
        m_git.configure(identityText + "[init]\n\ttemplateDir = "_ba + wanted.toUtf8() + '\n');
        VERIFY_RESULT(writeFiles(m_fileSystem, service(), request(), {}));
        const auto fresh = makeRepository(m_fileSystem, service(), request(), staging());
        QVERIFY(!fresh);
        QCOMPARE(fresh.error().problem.code, u"git.hook-refused"_s);
        const QString folder = m_bench->path(u"s/.git"_s);
        QCOMPARE(QFileInfo(folder + u"/hooks/pre-commit"_s).readSymLink(), u"lib/check"_s);
        QCOMPARE(contentOf(folder + u"/info/exclude"_s), "*.tmp\n");
        QVERIFY(!QFileInfo::exists(folder + u"/.hidden"_s));
        QCOMPARE(gitOutput(m_bench->path(u"s"_s), "config secrets.pattern"), "x");
        QCOMPARE(gitOutput(m_bench->path(u"s"_s), "config core.bare"), "false");
    }

    void theNoteGoesIntoTheRepository()
    {
        VERIFY_RESULT(makeRepository(m_fileSystem, service(), request(), staging()));
        Journal note;
        note.destination = m_bench->path(u"s"_s);
        VERIFY_RESULT(writeNote(m_fileSystem, service(), note));
        const auto home = service().find(".git/waymark");
        VERIFY_RESULT(home);
        QVERIFY(home->has_value());
        const auto read = readJournal(**home, noteName);
        VERIFY_RESULT(read);
        QCOMPARE(**read, note);
        QCOMPARE(gitOutput(m_bench->path(u"s"_s), "fsck --no-progress").contains("waymark"), false);
    }

private:
    [[nodiscard]] static WriteRequest request()
    {
        WriteRequest request{
            .destination = {}, .changes = testing::service(), .folders = {"data"}, .base = {}};
        request.message = u"Create orders"_s;
        return request;
    }
    [[nodiscard]] Folder service() const { return open(u"s"_s); }
    [[nodiscard]] Folder staging() const { return open(u"staging"_s); }
    [[nodiscard]] Folder open(const QString &name) const
    {
        auto folder = Folder::open(m_bench->path(name));
        if (!folder)
            qFatal("%s", qPrintable(folder.error().toString()));
        return std::move(*folder);
    }

    IsolatedGit m_git;
    std::optional<Bench> m_bench;
    CountingFileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestFreshRepository)
#include "tst_freshrepository.moc"
