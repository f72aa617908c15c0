#include "models/plan/journal.h"

#include "models/base/json.h"
#include "models/plan/folder.h"
#include "tests/plan/workbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

StoredFile stored(const QByteArray &path, FileMode mode = FileMode::Regular)
{
    return {.path = path, .mode = mode, .hash = QByteArray(64, 'a'), .blob = QByteArray(40, 'b')};
}

/// A journal with something in each of its members.
Journal full()
{
    Journal journal;
    journal.action = Journal::Action::Undo;
    journal.truth = Journal::Truth::Reference;
    journal.kind = DestinationKind::RepositoryFolder;
    journal.destination = u"/srv/r/services/größer"_s;
    journal.root = u"/srv/r"_s;
    journal.identity = {.device = 1, .inode = ~quint64(0)};
    journal.prefix = "services/gr\xc3\xb6\xc3\x9f"
                     "er";
    journal.staging = u"/srv/r/.git/waymark/staging-1"_s;
    journal.arrivals = {"a", "b/c"};
    journal.departures = {"README.md"};
    journal.files = {stored("a"), stored("b/c/run", FileMode::Executable)};
    journal.folders = {"b", "b/c"};
    journal.departed = {stored("README.md", FileMode::Link)};
    journal.departedFolders = {"old"};
    journal.repository = FileIdentity{.device = 3, .inode = 4};
    journal.configuration = "0123";
    journal.madeBelow = u"/srv"_s;
    journal.madeBelowIdentity = {.device = 5, .inode = 6};
    journal.git = GitChange{.reference = "refs/heads/x",
                            .before = QByteArray(40, '1'),
                            .after = QByteArray(40, '2'),
                            .branchBefore = "main",
                            .branchAfter = "x",
                            .baseReference = "refs/waymark/base/1",
                            .baseBefore = QByteArray(40, '3'),
                            .baseAfter = QByteArray(40, '4'),
                            .treeBefore = QByteArray(40, '5'),
                            .treeAfter = QByteArray(40, '6'),
                            .logMessage = "waymark: create",
                            .since = 1'700'000'000,
                            .locks = {"index.lock"}};
    journal.holdsSecret = true;
    return journal;
}

} // namespace

class TestJournal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aJournalIsReadBackWhole_data()
    {
        QTest::addColumn<Journal>("journal");
        QTest::newRow("with everything") << full();
        QTest::newRow("with nothing") << Journal();
        Journal plain = full();
        plain.git.reset();
        plain.repository.reset();
        QTest::newRow("without git") << plain;
        for (const auto kind :
             {DestinationKind::Absent, DestinationKind::Empty, DestinationKind::UnbornRepository,
              DestinationKind::FreshClone, DestinationKind::RepositoryFolder}) {
            Journal other = full();
            other.kind = kind;
            other.action = Journal::Action::Apply;
            QTest::addRow("of kind %d", int(kind)) << other;
        }
        for (const auto truth :
             {Journal::Truth::Note, Journal::Truth::Repository, Journal::Truth::Reference}) {
            Journal other;
            other.truth = truth;
            QTest::addRow("of truth %d", int(truth)) << other;
        }
    }

    void aJournalIsReadBackWhole()
    {
        QFETCH(const Journal, journal);
        const auto read = parseJournal(toJson(journal), u"j"_s);
        VERIFY_RESULT(read);
        QCOMPARE(*read, journal);
    }

    void whatIsNoJournalIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("no JSON") << "{"_ba;
        QTest::newRow("cut off") << toJson(full()).chopped(20);
        QTest::newRow("a list") << "[]"_ba;
        QTest::newRow("an empty map") << "{}"_ba;
        QTest::newRow("a later version") << changed(u"version"_s, 2);
        QTest::newRow("an unknown action") << changed(u"action"_s, 2);
        QTest::newRow("a negative action") << changed(u"action"_s, -1);
        QTest::newRow("an unknown truth") << changed(u"truth"_s, 3);
        QTest::newRow("an unknown kind") << changed(u"kind"_s, 5);
        QTest::newRow("a kind that is text") << changed(u"kind"_s, u"clone"_s);
        QTest::newRow("a root that is a number") << changed(u"root"_s, 1);
        QTest::newRow("an identity of one number") << changed(u"identity"_s, List{Value(u"1"_s)});
        QTest::newRow("an identity of numbers") << changed(u"identity"_s, List{Value(1), Value(2)});
        QTest::newRow("arrivals that are text") << changed(u"arrivals"_s, u"a"_s);
        QTest::newRow("arrivals that are numbers") << changed(u"arrivals"_s, List{Value(1)});
        QTest::newRow("a file that is text") << changed(u"files"_s, List{Value(u"a"_s)});
        QTest::newRow("a file of three parts")
            << changed(u"files"_s, List{Value(List{Value(u"a"_s), Value(1), Value(u"b"_s)})});
        QTest::newRow("a file with a mode that is text") << changed(
            u"files"_s,
            List{Value(List{Value(u"a"_s), Value(u"1"_s), Value(u"b"_s), Value(u"c"_s)})});
        QTest::newRow("git that is text") << changed(u"git"_s, u"x"_s);
        QTest::newRow("git with nothing in it") << changed(u"git"_s, Map());
    }

    void whatIsNoJournalIsRefused()
    {
        QFETCH(const QByteArray, json);
        const auto read = parseJournal(json, u"/srv/journal.json"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().problem.file, u"/srv/journal.json"_s);
        QCOMPARE(read.error().problem.code, u"journal.unreadable"_s);
        QVERIFY(!read.error().problem.message.isEmpty());
    }

    void everyMemberIsNeeded_data()
    {
        QTest::addColumn<QString>("name");
        const auto value = parseJson(toJson(full()), u"j"_s);
        for (const QString &name : value->toMap()->keys()) {
            const QStringList optional{u"repository"_s, u"configuration"_s, u"git"_s,
                                       u"holdsSecret"_s};
            if (!optional.contains(name))
                QTest::newRow(qPrintable(name)) << name;
        }
    }

    void everyMemberIsNeeded()
    {
        QFETCH(const QString, name);
        auto value = parseJson(toJson(full()), u"j"_s);
        Map map = *value->toMap();
        map.remove(name);
        const auto read = parseJournal(toJson(Value(map), JsonLayout::Compact), u"j"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().problem.code, u"journal.unreadable"_s);
        QVERIFY(!read.error().problem.hint.isEmpty());
    }

    void contentIsNeverInAJournal() { QVERIFY(!toJson(full()).contains("content")); }

    void aJournalIsReadFromItsFolder()
    {
        const Bench bench;
        const auto folder = Folder::open(bench.work());
        VERIFY_RESULT(folder);
        const auto none = readJournal(*folder, journalName);
        VERIFY_RESULT(none);
        QVERIFY(!none->has_value());
        put(bench.path(u"journal.json"_s), toJson(full()));
        const auto there = readJournal(*folder, journalName);
        VERIFY_RESULT(there);
        QCOMPARE(**there, full());
        put(bench.path(u"journal.json"_s), "{");
        const auto broken = readJournal(*folder, journalName);
        QVERIFY(!broken);
        QCOMPARE(broken.error().problem.file, bench.path(u"journal.json"_s));
    }

    void eachDestinationHasItsHome()
    {
        const QString home = stateHome(u"/state"_s, u"/srv/orders"_s);
        QVERIFY(home.startsWith(u"/state/destinations/"));
        QCOMPARE(stateHome(u"/state"_s, u"/srv/orders"_s), home);
        QVERIFY(stateHome(u"/state"_s, u"/srv/orders2"_s) != home);
        QVERIFY(!home.contains(u"orders")); // a path may be as long as it likes
        QCOMPARE(repositoryHome(u"/srv/r/.git"_s), u"/srv/r/.git/waymark"_s);
    }

    void theFoldersAroundHomesAreMade()
    {
        const Bench bench;
        FileSystem fileSystem;
        const QString state = bench.path(u"a/state"_s);
        VERIFY_RESULT(makeStateFolders(fileSystem, state));
        VERIFY_RESULT(makeStateFolders(fileSystem, state));
        QVERIFY(QFileInfo(stateHome(state, u"/x"_s)).dir().exists());
        put(bench.path(u"file"_s), "");
        QVERIFY(!makeStateFolders(fileSystem, bench.path(u"file/state"_s)));
    }

    void onlyAJournalIsUnfinishedWork()
    {
        const Bench bench;
        QCOMPARE(hasUnfinishedJournal(bench.work()), false);
        QCOMPARE(hasUnfinishedJournal(bench.path(u"nosuch"_s)), false);
        put(bench.path(u"undo.json"_s), "{}");
        QCOMPARE(hasUnfinishedJournal(bench.work()), false);
        put(bench.path(u"journal.json"_s), toJson(full()));
        QCOMPARE(hasUnfinishedJournal(bench.work()), true);
    }

    /// No undo could put it right: nothing may say so.
    void aDamagedJournalIsAnErrorWithAWayOut()
    {
        const Bench bench;
        put(bench.path(u"journal.json"_s), "{\"version\": 1,");
        const auto found = hasUnfinishedJournal(bench.work());
        QVERIFY(!found);
        const Problem problem = found.error().problem;
        QCOMPARE(problem.code, u"journal.unreadable"_s);
        QCOMPARE(problem.file, bench.path(u"journal.json"_s));
        QVERIFY(problem.message.contains(u"interrupted"));
        QVERIFY2(problem.hint.contains(bench.work()), qPrintable(problem.hint));
    }

private:
    /// A journal's JSON with another value at `name`.
    static QByteArray changed(const QString &name, const Value &value)
    {
        const auto whole = parseJson(toJson(full()), u"j"_s);
        Map map = *whole->toMap();
        map.insert(name, value);
        return toJson(Value(map), JsonLayout::Compact);
    }
};

QTEST_GUILESS_MAIN(TestJournal)
#include "tst_journal.moc"
