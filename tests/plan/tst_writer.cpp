#include "tests/plan/workbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// What an apply leaves, for each kind of destination.
class TestWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void anAbsentDestinationArrivesWithItsRepository()
    {
        const Bench bench;
        const auto request = requestFor(bench.path(u"orders"_s));
        VERIFY_RESULT(request);
        QCOMPARE(request->destination.kind, DestinationKind::Absent);
        const auto applied = apply(bench, *request);
        VERIFY_RESULT(applied);
        QCOMPARE(bench.picture(), serviceIn(u"orders/"_s, {u".git/"_s}));
        const QString orders = bench.path(u"orders"_s);
        QCOMPARE(gitOutput(orders, "rev-parse HEAD"), applied->commit);
        QCOMPARE(applied->branch, u"main"_s);
        QCOMPARE(gitOutput(orders, "log --format=%an|%ae|%s"), "Ada|ada@example.org|Create orders");
        verifyClean(orders);
        QCOMPARE(bench.leftInState(), QStringList());
    }

    void foldersAboveAnAbsentDestinationAreMade()
    {
        const Bench bench;
        auto request = requestFor(bench.path(u"a/b/orders"_s));
        VERIFY_RESULT(request);
        request->commit = false;
        VERIFY_RESULT(apply(bench, *request));
        QCOMPARE(bench.picture(),
                 QStringList({u"a/"_s, u"a/b/"_s}) + serviceIn(u"a/b/orders/"_s, {}));
    }

    void anEmptyFolderKeepsItsIdentity_data()
    {
        QTest::addColumn<bool>("commit");
        QTest::newRow("with a commit") << true;
        QTest::newRow("plain files") << false;
    }

    void anEmptyFolderKeepsItsIdentity()
    {
        QFETCH(const bool, commit);
        const Bench bench;
        const QString orders = bench.path(u"orders"_s);
        QDir().mkdir(orders);
        auto request = requestFor(orders);
        VERIFY_RESULT(request);
        QCOMPARE(request->destination.kind, DestinationKind::Empty);
        request->commit = commit;
        VERIFY_RESULT(apply(bench, *request));
        QCOMPARE(bench.picture(),
                 serviceIn(u"orders/"_s, commit ? QStringList{u".git/"_s} : QStringList()));
        const auto changed = changesSince(request->destination);
        VERIFY_RESULT(changed);
        QVERIFY(inspectDestination(orders) || !commit);
        if (commit)
            verifyClean(orders);
        QCOMPARE(bench.leftInState(), QStringList());
    }

    void anUnbornRepositoryGetsItsFirstCommit()
    {
        const Bench bench;
        const QString orders = bench.path(u"orders"_s);
        gitOutput(bench.work(), "init -q -b trunk orders");
        const auto request = requestFor(orders);
        VERIFY_RESULT(request);
        QCOMPARE(request->destination.kind, DestinationKind::UnbornRepository);
        const auto applied = apply(bench, *request);
        VERIFY_RESULT(applied);
        QCOMPARE(applied->branch, u"trunk"_s);
        QCOMPARE(gitOutput(orders, "rev-list --count trunk"), "1");
        QCOMPARE(bench.picture(), serviceIn(u"orders/"_s, {u".git/"_s}));
        verifyClean(orders);
    }

    void aFreshCloneKeepsWhatThePlanDoesNotTouch()
    {
        const Bench bench;
        const QString orders = clone(bench);
        auto changes = service();
        changes[0].kind = ChangeClass::Kept;
        const auto request = requestFor(orders, changes);
        VERIFY_RESULT(request);
        QCOMPARE(request->destination.kind, DestinationKind::FreshClone);
        VERIFY_RESULT(apply(bench, *request));
        QCOMPARE(contentOf(orders + u"/README.md"_s), "# Made by the host\n");
        QCOMPARE(contentOf(orders + u"/cmd/orders/main.go"_s), "package main\n");
        QCOMPARE(gitOutput(orders, "diff --name-status HEAD~ HEAD -- README.md LICENSE"), "");
        QCOMPARE(gitOutput(orders, "rev-list --count main"), "2");
        verifyClean(orders);
    }

    void aFileOfAFreshCloneIsReplacedWhereThePlanSaysSo()
    {
        const Bench bench;
        const QString orders = clone(bench);
        const auto request = requestFor(orders, withReadmeUpdated());
        VERIFY_RESULT(request);
        VERIFY_RESULT(apply(bench, *request));
        QCOMPARE(contentOf(orders + u"/README.md"_s), "# Orders\n");
        QCOMPARE(contentOf(orders + u"/LICENSE"_s), "free\n");
        verifyClean(orders);
    }

    void aFolderInARepositoryGetsItsOwnBranch_data()
    {
        QTest::addColumn<bool>("isThere");
        QTest::newRow("absent") << false;
        QTest::newRow("empty") << true;
    }

    void aFolderInARepositoryGetsItsOwnBranch()
    {
        QFETCH(const bool, isThere);
        const Bench bench;
        const QString repository = clone(bench);
        const QString service = repository + u"/services/eu/orders"_s;
        if (isThere)
            QDir().mkpath(service);
        auto request = requestFor(service);
        VERIFY_RESULT(request);
        QCOMPARE(request->destination.kind, DestinationKind::RepositoryFolder);
        QCOMPARE(request->destination.repository->prefix, "services/eu/orders");
        request->branch = u"add-orders"_s;
        const auto applied = apply(bench, *request);
        VERIFY_RESULT(applied);
        QCOMPARE(applied->branch, u"add-orders"_s);
        QCOMPARE(gitOutput(repository, "symbolic-ref --short HEAD"), "add-orders");
        QCOMPARE(gitOutput(repository, "rev-parse add-orders^"),
                 gitOutput(repository, "rev-parse main"));
        QCOMPARE(gitOutput(repository, "diff --name-only main add-orders").split('\n').size(), 5);
        QVERIFY(QFileInfo(service + u"/data"_s).isDir());
        verifyClean(repository);
    }

    void withoutACommitARepositoryOnlyGetsFiles()
    {
        const Bench bench;
        const QString repository = clone(bench);
        const QByteArray before = bench.gitPicture(u"repo"_s);
        auto request = requestFor(repository + u"/orders"_s);
        VERIFY_RESULT(request);
        request->commit = false;
        VERIFY_RESULT(apply(bench, *request));
        QCOMPARE(bench.gitPicture(u"repo"_s), before);
        QCOMPARE(gitOutput(repository, "status --porcelain"), "?? orders/");
    }

    void theBaseIsKeptBesideTheCommit_data()
    {
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QByteArray>("prefix");
        QTest::newRow("a repository of its own") << u"orders"_s << ""_ba;
        QTest::newRow("a folder in one") << u"repo/orders"_s << "orders"_ba;
    }

    void theBaseIsKeptBesideTheCommit()
    {
        QFETCH(const QString, destination);
        QFETCH(const QByteArray, prefix);
        const Bench bench;
        clone(bench);
        auto request = requestFor(bench.path(destination));
        VERIFY_RESULT(request);
        request->base = {{.path = "README.md", .content = "# As rendered\n"}};
        VERIFY_RESULT(apply(bench, *request));
        const QString folder = bench.path(destination);
        const QByteArray reference = git::baseReference(prefix);
        QCOMPARE(gitOutput(folder, "cat-file -t " + reference), "tree");
        QCOMPARE(gitOutput(folder, "show " + reference + ":README.md"), "# As rendered");
        verifyClean(folder);
    }

    void theCommitIsWhatGitWouldStore()
    {
        const Bench bench;
        const auto request = requestFor(bench.path(u"orders"_s),
                                        {made(".gitattributes", "* text=auto\n*.bat eol=crlf\n"),
                                         made("run.bat", "echo\r\n"), made("a.txt", "a\n")});
        VERIFY_RESULT(request);
        VERIFY_RESULT(apply(bench, *request));
        const QString orders = bench.path(u"orders"_s);
        QCOMPARE(contentOf(orders + u"/run.bat"_s), "echo\r\n");
        QCOMPARE(gitOutput(orders, "cat-file blob HEAD:run.bat"), "echo");
        verifyClean(orders);
    }

    void aSecretStaysOutOfTheNote()
    {
        const Bench bench;
        const auto request
            = requestFor(bench.path(u"orders"_s), {made("secret.yaml", "password: hunter2\n")});
        VERIFY_RESULT(request);
        VERIFY_RESULT(apply(bench, *request));
        const QByteArray note = contentOf(bench.path(u"orders/.git/waymark/undo.json"_s));
        QVERIFY(note.contains("secret.yaml"));
        QVERIFY(!note.contains("hunter2"));
    }

private:
    static Result<Applied> apply(const Bench &bench, const WriteRequest &request)
    {
        FileSystem fileSystem;
        return Writer(fileSystem, bench.state()).apply(request);
    }

    /// The picture of service() in `folder`, with `more` beside it.
    static QStringList serviceIn(const QString &folder, const QStringList &more)
    {
        QStringList lines = {folder};
        const QStringList names = QStringList{u"README.md # Orders\n"_s,
                                              u"cmd/"_s,
                                              u"cmd/orders/"_s,
                                              u"cmd/orders/main.go package main\n"_s,
                                              u"data/"_s,
                                              u"deploy/"_s,
                                              u"deploy/base/"_s,
                                              u"deploy/base/kustomization.yaml resources: []\n"_s,
                                              u"docs/"_s,
                                              u"docs/index.md -> ../README.md"_s,
                                              u"scripts/"_s,
                                              u"scripts/run * #!/bin/sh\n"_s}
            + more;
        for (const QString &name : names)
            lines += folder + name;
        lines.sort();
        return lines;
    }

    /// A repository with a commit, as a host makes it.
    static QString clone(const Bench &bench)
    {
        const QString path = bench.path(u"repo"_s);
        gitOutput(bench.work(), "init -q -b main repo");
        put(path + u"/README.md"_s, "# Made by the host\n");
        put(path + u"/LICENSE"_s, "free\n");
        gitOutput(path, "add -A");
        gitOutput(path, "commit -q -m first");
        return path;
    }

    static QList<Change> withReadmeUpdated()
    {
        auto changes = service();
        changes[0].kind = ChangeClass::Updated;
        changes[0].oldMode = FileMode::Regular;
        changes[0].oldContent = "# Made by the host\n";
        return changes;
    }

    static void verifyClean(const QString &folder)
    {
        QCOMPARE(gitOutput(folder, "status --porcelain"), "");
        const GitRun checked = testing::git(folder, "fsck --strict --no-progress");
        QCOMPARE(checked.output + checked.errors, "");
        const QString home = QString::fromUtf8(gitOutput(folder, "rev-parse --absolute-git-dir"));
        QCOMPARE(QDir(home + u"/waymark"_s).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
                 QStringList{u"undo.json"_s});
    }

    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestWriter)
#include "tst_writer.moc"
