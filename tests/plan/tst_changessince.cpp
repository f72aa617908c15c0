#include "models/plan/obstacles.h"
#include "tests/plan/workbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// What is in the way at a destination, and what changed there between a plan and its apply.
class TestChangesSince : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_git.configure(identityText);
        m_bench.emplace();
    }

    void whatIsInTheWayIsTold_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("part"); // of the message; empty: nothing is in the way
        const auto row = [](const char *name, const QByteArray &path, const QString &part) {
            QTest::newRow(name) << path << part;
        };
        row("nothing", "new", u""_s);
        row("nothing, in folders", "new/a/b", u""_s);
        row("a file of this name", "file", u""_s); // what becomes of it is the plan's matter
        row("a link of this name", "link", u""_s);
        row("in a folder that is there", "docs/new", u""_s);
        row("a folder", "docs", u"A folder is in the place"_s);
        row("a folder below", "docs/deep", u"A folder is in the place"_s);
        row("a file where a folder is to be", "file/x", u"“file” is no folder"_s);
        row("a link where a folder is to be", "link/x", u"“link” is no folder"_s);
        row("another letter case", "FILE", u"“file” is there"_s);
        row("another letter case of a folder", "DOCS/new", u"“docs” is there"_s);
        row("another letter case below", "docs/A", u"“docs/a” is there"_s);
        row("another Unicode form", "\u00e9", u"is there, which is the same name"_s);
    }

    void whatIsInTheWayIsTold()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QString, part);
        put(at(u"file"_s), "1");
        put(at(u"docs/a"_s), "1");
        put(at(u"docs/deep/b"_s), "1");
        put(at(u"e\u0301"_s), "1");
        QFile::link(u"docs"_s, at(u"link"_s));
        const auto root = Folder::open(m_bench->work());
        VERIFY_RESULT(root);
        Obstacles obstacles(*root);
        const auto obstacle = obstacles.to(path);
        VERIFY_RESULT(obstacle);
        QCOMPARE(obstacle->has_value(), !part.isEmpty());
        if (part.isEmpty())
            return;
        QCOMPARE((*obstacle)->code, u"destination.obstacle"_s);
        QCOMPARE((*obstacle)->file, QString::fromUtf8(path));
        QVERIFY2((*obstacle)->message.contains(part), qPrintable((*obstacle)->message));
        QVERIFY(!(*obstacle)->hint.isEmpty());
    }

    void aFolderIsReadOnce()
    {
        put(at(u"docs/a"_s), "1");
        const auto root = Folder::open(m_bench->work());
        VERIFY_RESULT(root);
        Obstacles obstacles(*root);
        VERIFY_RESULT(obstacles.to("docs/b"));
        put(at(u"docs/B"_s), "1"); // a look is one moment
        const auto again = obstacles.to("docs/b");
        VERIFY_RESULT(again);
        QVERIFY(!again->has_value());
    }

    void whatChangedIsTold_data()
    {
        QTest::addColumn<QString>("prepare"); // shell commands
        QTest::addColumn<QString>("destination");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("file"); // that the first problem names; empty: nothing changed
        const auto row = [](const char *name, const QString &prepare, const QString &destination,
                            const QString &what, const QString &file) {
            QTest::newRow(name) << prepare << destination << what << file;
        };
        const QString clone = u"git init -q -b main r; cd r; echo 1 > a; mkdir d; echo 2 > d/b; "
                              "git add -A; git commit -q -m first; "_s;
        const QString none;
        row("nothing there, and nothing since", u"true"_s, u"n"_s, u"true"_s, none);
        row("something beside", u"true"_s, u"n"_s, u"touch m"_s, none);
        row("the destination was made", u"true"_s, u"n"_s, u"mkdir n"_s, u"n"_s);
        row("a file is there", u"true"_s, u"n"_s, u"touch n"_s, u"n"_s);
        row("a folder above was made", u"true"_s, u"n/m"_s, u"mkdir n"_s, u"n/m"_s);
        row("an empty folder, and nothing since", u"mkdir e"_s, u"e"_s, u"true"_s, none);
        row("an empty folder is not empty", u"mkdir e"_s, u"e"_s, u"touch e/x"_s, u"e"_s);
        row("an empty folder is gone", u"mkdir e"_s, u"e"_s, u"rmdir e"_s, u"e"_s);
        row("another empty folder", u"mkdir e"_s, u"e"_s, u"mv e f; mkdir e"_s, u"e"_s);
        row("it became a repository", u"mkdir e"_s, u"e"_s, u"git init -q e"_s, u"e"_s);
        row("a clone, and nothing since", clone, u"r"_s, u"true"_s, none);
        row("another file of the clone", clone, u"r"_s, u"touch r/x"_s, none);
        row("a commit", clone, u"r"_s, u"git -C r commit -q --allow-empty -m x"_s, u"r"_s);
        row("another branch", clone, u"r"_s, u"git -C r switch -q -c x"_s, u"r"_s);
        row("a branch more", clone, u"r"_s, u"git -C r branch x"_s, none);
        row("a tracked file", clone, u"r"_s, u"echo x > r/a"_s, u"r"_s);
        row("a file of the plan appeared", clone, u"r"_s, u"touch r/new"_s, u"new"_s);
        row("in a folder of a repository", clone, u"r/s/o"_s, u"true"_s, none);
        row("that folder was made", clone, u"r/s/o"_s, u"mkdir -p r/s/o"_s, u"r/s/o"_s);
    }

    void whatChangedIsTold()
    {
        QFETCH(const QString, prepare);
        QFETCH(const QString, destination);
        QFETCH(const QString, what);
        QFETCH(const QString, file);
        shell(prepare);
        const auto found = inspectDestination(at(destination));
        VERIFY_RESULT(found);
        const auto seen = observed(*found, {"a", "new", "d/b"});
        VERIFY_RESULT(seen);
        shell(what);
        const auto changed = changesSince(*seen);
        VERIFY_RESULT(changed);
        QCOMPARE(!changed->isEmpty(), !file.isEmpty());
        if (file.isEmpty())
            return;
        const Problem problem = changed->first();
        QCOMPARE(problem.code, u"destination.changed"_s);
        QVERIFY2(problem.file.endsWith(file), qPrintable(problem.file));
        QVERIFY(!problem.hint.isEmpty());
    }

    void ofSeveralChangedFilesEachIsNamed()
    {
        shell(u"git init -q -b main r; cd r; for f in a b c; do echo 1 > $f; done; git add -A; "
              "git commit -q -m first"_s);
        auto found = inspectDestination(at(u"r"_s));
        VERIFY_RESULT(found);
        auto seen = observed(*found, {"a", "b", "c", "d"});
        VERIFY_RESULT(seen);
        // As a plan would have seen other contents, whatever git thinks of them.
        seen->entries["a"].hash = "x";
        seen->entries["c"].mode = FileMode::Executable;
        seen->entries["d"].type = SnapshotEntry::Type::File;
        const auto changed = changesSince(*seen);
        VERIFY_RESULT(changed);
        QStringList files;
        for (const Problem &problem : *changed)
            files += problem.file;
        QCOMPARE(files, (QStringList{u"a"_s, u"c"_s, u"d"_s}));
    }

    void nothingIsSeenBelowWhatIsAbsent()
    {
        const auto found = inspectDestination(at(u"n"_s));
        VERIFY_RESULT(found);
        const auto seen = observed(*found, {"a", "b/c"});
        VERIFY_RESULT(seen);
        QCOMPARE(seen->entries.keys(), (QByteArrayList{"a", "b/c"}));
        for (const SnapshotEntry &entry : seen->entries)
            QCOMPARE(entry, SnapshotEntry());
    }

    void whatGitDoesNotTrackIsInTheWay()
    {
        shell(u"git init -q -b main r; cd r; echo 1 > a; echo i > .gitignore; git add -A; "
              "git commit -q -m first; echo 2 > b; echo 3 > i"_s);
        const auto found = inspectDestination(at(u"r"_s));
        VERIFY_RESULT(found);
        const auto seen = observed(*found, {"a", "b", "i", "new"});
        VERIFY_RESULT(seen);
        QVERIFY(!seen->entry("a").obstacle);
        QVERIFY(seen->entry("b").obstacle);
        QVERIFY(seen->entry("i").obstacle);
        QVERIFY(!seen->entry("new").obstacle);
        QCOMPARE(seen->entry("b").content, "2\n"_ba);
    }

private:
    [[nodiscard]] QString at(const QString &path) const { return m_bench->path(path); }
    void shell(const QString &what) const
    {
        const GitRun run = runCommand(m_bench->work(), u"sh"_s, {u"-c"_s, what});
        if (run.exitCode != 0)
            qFatal("%s", run.errors.constData());
    }

    IsolatedGit m_git;
    std::optional<Bench> m_bench;
};

QTEST_GUILESS_MAIN(TestChangesSince)
#include "tst_changessince.moc"
