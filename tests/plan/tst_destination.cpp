#include "models/plan/journal.h"
#include "tests/plan/workbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// What is known of a destination before anything is planned, and which are refused.
class TestDestination : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void everyKindIsKnown_data()
    {
        QTest::addColumn<QString>("what"); // a shell command, in an empty folder
        QTest::addColumn<QString>("destination");
        QTest::addColumn<DestinationKind>("kind");
        QTest::addColumn<QString>("prefix"); // "-": in no repository
        const auto row = [](const char *name, const QString &what, const QString &destination,
                            DestinationKind kind, const QString &prefix) {
            QTest::newRow(name) << what << destination << kind << prefix;
        };
        row("absent", u"true"_s, u"a"_s, DestinationKind::Absent, u"-"_s);
        row("absent, folders too", u"mkdir a"_s, u"a/b/c"_s, DestinationKind::Absent, u"-"_s);
        row("empty", u"mkdir a"_s, u"a"_s, DestinationKind::Empty, u"-"_s);
        row("empty, written with more", u"mkdir a"_s, u"./a/../a/"_s, DestinationKind::Empty,
            u"-"_s);
        row("through a link", u"mkdir a; ln -s a b"_s, u"b"_s, DestinationKind::Empty, u"-"_s);
        row("unborn", u"git init -q a"_s, u"a"_s, DestinationKind::UnbornRepository, u""_s);
        row("a clone", repository, u"r"_s, DestinationKind::FreshClone, u""_s);
        row("a clone with untracked files", repository + u"echo x > r/x"_s, u"r"_s,
            DestinationKind::FreshClone, u""_s);
        row("absent in a repository", repository, u"r/a/b"_s, DestinationKind::RepositoryFolder,
            u"a/b"_s);
        row("empty in a repository", repository + u"mkdir r/a"_s, u"r/a"_s,
            DestinationKind::RepositoryFolder, u"a"_s);
        row("a folder of the repository that is called as a device",
            repository
                + u"mkdir r/CON; echo x > r/CON/x; git -C r add .; git -C r commit -q -m x"_s,
            u"r/CON/a"_s, DestinationKind::RepositoryFolder, u"CON/a"_s);
        row("as long as a name can be", u"true"_s, QString(255, u'x'), DestinationKind::Absent,
            u"-"_s);
        row("a linked work tree", repository + u"git -C r worktree add -q ../w"_s, u"w/a"_s,
            DestinationKind::RepositoryFolder, u"a"_s);
        row("a repository of its own in what another ignores",
            repository + u"echo /out/ > r/.git/info/exclude; git init -q r/out/a"_s, u"r/out/a"_s,
            DestinationKind::UnbornRepository, u""_s);
    }

    void everyKindIsKnown()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, destination);
        const Bench bench;
        shell(bench, what);
        const QStringList before = bench.picture();
        const auto found = inspectDestination(bench.path(destination), bench.state());
        VERIFY_RESULT(found);
        QTEST(found->kind, "kind");
        const QString prefix
            = found->repository ? QString::fromUtf8(found->repository->prefix) : u"-"_s;
        QTEST(prefix, "prefix");
        QCOMPARE(bench.picture(), before);
        QVERIFY(found->path.startsWith(bench.work()));
        const auto changed = changesSince(*found);
        VERIFY_RESULT(changed);
        QVERIFY(changed->isEmpty());
    }

    void otherDestinationsAreRefusedWithTheWayOut_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QString &what, const QString &destination,
                            const char *code) {
            QTest::newRow(name) << what << destination << QString::fromLatin1(code);
        };
        row("a file", u"touch a"_s, u"a"_s, "destination.file");
        row("below a file", u"touch a"_s, u"a/b"_s, "destination.file");
        row("a link to nothing", u"ln -s x a"_s, u"a"_s, "destination.link");
        row("not empty", u"mkdir a; touch a/.x"_s, u"a"_s, "destination.not-empty");
        row("unborn, with files", u"git init -q a; touch a/x"_s, u"a"_s, "destination.not-empty");
        row("a folder with files in a repository", repository + u"mkdir r/a; touch r/a/x"_s,
            u"r/a"_s, "destination.not-empty");
        row("in an unborn repository", u"git init -q a"_s, u"a/b"_s, "destination.unborn");
        row("a changed file", repository + u"echo x > r/README.md"_s, u"r"_s, "destination.dirty");
        row("a staged file", repository + u"echo x > r/x; git -C r add x"_s, u"r/a"_s,
            "destination.dirty");
        row("a missing file", repository + u"rm r/README.md"_s, u"r/a"_s, "destination.dirty");
        row("a merge", repository + u"cp r/.git/refs/heads/main r/.git/MERGE_HEAD"_s, u"r"_s,
            "git.operation");
        row("a bisect", repository + u"git -C r bisect start > r/.git/log"_s, u"r/a"_s,
            "git.operation");
        row("bare", u"git init -q --bare a"_s, u"a"_s, "git.bare");
        row("sparse", repository + u"git -C r sparse-checkout set x"_s, u"r"_s, "git.sparse");
        row("SHA-256", u"git init -q --object-format=sha256 a"_s, u"a"_s, "git.sha256");
        row("ignored by the repository around it",
            repository + u"echo /out/ > r/.git/info/exclude; mkdir r/out"_s, u"r/out/a"_s,
            "destination.ignored");
        row("itself ignored", repository + u"echo a > r/.git/info/exclude; mkdir r/a"_s, u"r/a"_s,
            "destination.ignored");
        row("a folder in other letters",
            repository
                + u"mkdir -p r/services/a; echo x > r/services/a/x; git -C r add .; "
                  "git -C r commit -q -m x"_s,
            u"r/SERVICES/b"_s, "destination.name");
        row("the service's folder in other letters", repository + u"mkdir r/Orders"_s,
            u"r/orders"_s, "destination.name");
        row("a device in a repository", repository, u"r/CON"_s, "destination.name");
        row("a device further down", repository, u"r/nul.txt/y"_s, "destination.name");
        row("a colon", repository, u"r/a:b"_s, "destination.name");
        row("a backslash", repository, u"r/a\\b"_s, "destination.name");
        row("a blank at the end", repository, u"r/x "_s, "destination.name");
        row("an empty folder that is called so", repository + u"mkdir r/CON"_s, u"r/CON"_s,
            "destination.name");
        row("a name that is too long", u"true"_s, QString(256, u'x'), "destination.name");
        row("a name that is too long further down", u"true"_s, u"a/"_s + QString(300, u'x'),
            "destination.name");
        row("git's own folder", u"git init -q a"_s, u"a/.git/x"_s, "destination.git");
        row("git's own folder in other letters", u"true"_s, u"a/.GIT"_s, "destination.git");
        row("interrupted, with a damaged journal",
            repository + u"mkdir r/.git/waymark; touch r/.git/waymark/journal.json"_s, u"r/a"_s,
            "journal.unreadable");
    }

    void otherDestinationsAreRefusedWithTheWayOut()
    {
        QFETCH(const QString, what);
        QFETCH(const QString, destination);
        const Bench bench;
        shell(bench, what);
        const auto found = inspectDestination(bench.path(destination));
        QVERIFY(!found);
        QTEST(found.error().problem.code, "code");
        QVERIFY2(!found.error().problem.hint.isEmpty(), qPrintable(found.error().toString()));
    }

    void whatIsNotCommittedYetCanBe()
    {
        const Bench bench;
        shell(bench, u"git init -q a; touch a/README.md"_s);
        const auto found = inspectDestination(bench.path(u"a"_s));
        QVERIFY(!found);
        const QString hint = found.error().problem.hint;
        const QString command = hint.section(u": "_s, 1).section(u". "_s, 0, 0);
        QVERIFY2(command.startsWith(u"git -C ") && command.endsWith(u" commit"), qPrintable(hint));
        shell(bench, command + u" -q -m x"_s);
        const auto again = inspectDestination(bench.path(u"a"_s));
        VERIFY_RESULT(again);
        QCOMPARE(again->kind, DestinationKind::FreshClone);
    }

    void anInterruptedRunIsFinishedFirst()
    {
        const Bench bench;
        shell(bench, repository);
        put(bench.path(u"r/.git/waymark/journal.json"_s), toJson(Journal()));
        const auto found = inspectDestination(bench.path(u"r/a"_s));
        QVERIFY(!found);
        QCOMPARE(found.error().problem.code, u"destination.interrupted"_s);
        QVERIFY(found.error().problem.hint.contains(u"waymark undo"));
    }

    void whatStandsAtAPathIsSeenWithoutFollowingALink_data()
    {
        using Type = SnapshotEntry::Type;
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<Type>("type");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isInTheWay");
        const auto row
            = [](const char *name, const QByteArray &path, Type type, const QByteArray &content,
                 bool isInTheWay) { QTest::newRow(name) << path << type << content << isInTheWay; };
        row("nothing", "new/x", Type::Absent, "", false);
        row("a tracked file", "README.md", Type::File, "hello\n", false);
        row("a link", "link", Type::Link, "..", false);
        row("an untracked file", "untracked", Type::File, "mine\n", true);
        row("a folder", "docs", Type::Folder, "", true);
        row("below a link", "link/x", Type::Absent, "", true);
        row("below a file", "README.md/x", Type::Absent, "", true);
        row("another letter case", "readme.md", Type::Absent, "", true);
        row("another letter case of a folder", "Docs/x", Type::Absent, "", true);
        row("another Unicode form", "\u00e9", Type::Absent, "", true);
        row("beside, in a folder", "docs/y", Type::Absent, "", false);
    }

    void whatStandsAtAPathIsSeenWithoutFollowingALink()
    {
        QFETCH(const QByteArray, path);
        const Bench bench;
        shell(bench,
              repository
                  + u"cd r; mkdir docs; touch docs/x e\u0301; ln -s .. link; git add -A; "
                    "git commit -q -m more; echo mine > untracked"_s);
        const auto found = inspectDestination(bench.path(u"r"_s));
        VERIFY_RESULT(found);
        const auto seen = observed(*found, {path});
        VERIFY_RESULT(seen);
        const SnapshotEntry entry = seen->entry(path);
        QTEST(entry.type, "type");
        QTEST(entry.content, "content");
        QTEST(entry.obstacle.has_value(), "isInTheWay");
        QVERIFY(!entry.obstacle || !entry.obstacle->hint.isEmpty());
    }

    void branchesAndWhoCommitsAreKnown()
    {
        const Bench bench;
        shell(bench, repository + u"git -C r branch x/y; git -C r tag v1"_s);
        const auto found = inspectDestination(bench.path(u"r/a"_s));
        VERIFY_RESULT(found);
        QCOMPARE(found->branches, (QByteArrayList{"main", "x/y"}));
        QVERIFY(!found->unknownAuthor);
        m_git.configure("");
        const auto unknown = inspectDestination(bench.path(u"r/a"_s));
        VERIFY_RESULT(unknown);
        QVERIFY(unknown->unknownAuthor);
        QCOMPARE(unknown->unknownAuthor->code, u"git.identity"_s);
        const auto outside = inspectDestination(bench.path(u"new"_s));
        VERIFY_RESULT(outside);
        QVERIFY(outside->unknownAuthor);
        QVERIFY(outside->branches.isEmpty());
        // Neither of them is a change of the destination.
        m_git.configure(identityText);
        shell(bench, u"git -C r branch z"_s);
        const auto changed = changesSince(*unknown);
        VERIFY_RESULT(changed);
        QVERIFY(changed->isEmpty());
    }

    void whatTheRepositoryAroundItIgnoresIsKnown_data()
    {
        QTest::addColumn<QString>("rule");
        QTest::addColumn<QByteArrayList>("ignored");
        QTest::newRow("files") << u"*.md"_s << QByteArrayList{"README.md"};
        QTest::newRow("a folder of that name") << u"internal/"_s << QByteArrayList{"internal/x.go"};
        QTest::newRow("let through again") << u"*.md\n!/a/**/*.md"_s << QByteArrayList();
        QTest::newRow("something else") << u"*.o"_s << QByteArrayList();
    }

    void whatTheRepositoryAroundItIgnoresIsKnown()
    {
        QFETCH(const QString, rule);
        QFETCH(const QByteArrayList, ignored);
        const Bench bench;
        shell(bench, repository);
        put(bench.path(u"r/.git/info/exclude"_s), rule.toUtf8() + '\n');
        const auto found = inspectDestination(bench.path(u"r/a"_s));
        VERIFY_RESULT(found);
        const auto seen = observed(*found, {"README.md", "internal/x.go"});
        VERIFY_RESULT(seen);
        QCOMPARE(seen->ignored, ignored);
    }

    void theRemotesAreKnown()
    {
        const Bench bench;
        shell(bench, repository + u"cd r; git remote add z ../z; git remote add a ../a"_s);
        const auto found = inspectDestination(bench.path(u"r/a"_s));
        VERIFY_RESULT(found);
        QCOMPARE(found->remotes, (QStringList{u"a"_s, u"z"_s}));
        QVERIFY(inspectDestination(bench.path(u"new"_s))->remotes.isEmpty());
    }

    void aLargeFileIsKnownByItsHash()
    {
        const Bench bench;
        shell(bench,
              repository + u"cd r; truncate -s 65M big; git add big; git commit -q -m big"_s);
        const auto found = inspectDestination(bench.path(u"r"_s));
        VERIFY_RESULT(found);
        const auto seen = observed(*found, {"big"});
        VERIFY_RESULT(seen);
        QCOMPARE(seen->entry("big").hash.size(), 64);
        QVERIFY(seen->entry("big").content.isEmpty());
    }

private:
    static void shell(const Bench &bench, const QString &what)
    {
        const GitRun run = runCommand(bench.work(), u"sh"_s, {u"-c"_s, what});
        if (run.exitCode != 0)
            qFatal("%s", run.errors.constData());
    }

    inline static const QString repository
        = u"git init -q -b main r; echo hello > r/README.md; git -C r add -A; "
          "git -C r commit -q -m first; "_s;

    IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestDestination)
#include "tst_destination.moc"
