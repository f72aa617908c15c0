#include "models/plan/recovery.h"

#include "models/plan/moves.h"
#include "tests/plan/workbench.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using Fault = CountingFileSystem::Fault;

namespace {

StoredFile stored(const QByteArray &path, const QByteArray &content)
{
    return {.path = path,
            .mode = FileMode::Regular,
            .hash = QCryptographicHash::hash(content, QCryptographicHash::Sha256).toHex()};
}

} // namespace

/// What the next run makes of a journal that it finds, without git: whatever moved already.
class TestRecovery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_bench.emplace();
        m_fileSystem.plan(Fault::None, 0);
        put(at(u"root/README.md"_s), "old");
        put(at(u"root/s-0123abcd/new/README.md"_s), "new");
        put(at(u"root/s-0123abcd/new/cmd/main"_s), "1");
        put(at(u"root/s-0123abcd/lock"_s), "");
        QDir().mkpath(at(u"home"_s));
    }

    void nothingIsDoneWithoutAJournal()
    {
        const QStringList before = m_bench->picture();
        const auto recovery = recoverHome(m_fileSystem, home(), at(u"root"_s));
        VERIFY_RESULT(recovery);
        QCOMPARE(recovery->what, Recovery::Nothing);
        QCOMPARE(m_bench->picture(), before);
    }

    void anApplyThatNobodyNotedIsTakenBack_data()
    {
        QTest::addColumn<int>("moves"); // that were made before it was interrupted
        for (int moves = 0; moves <= 3; ++moves)
            QTest::addRow("behind %d moves", moves) << moves;
    }

    void anApplyThatNobodyNotedIsTakenBack()
    {
        QFETCH(const int, moves);
        writeJournal(journal());
        moveSome(moves);
        const auto recovery = recoverHome(m_fileSystem, home(), at(u"root"_s));
        VERIFY_RESULT(recovery);
        QCOMPARE(recovery->what, Recovery::TakenBack);
        QVERIFY(recovery->notes.isEmpty());
        QCOMPARE(m_bench->picture(),
                 (QStringList{u"home/"_s, u"root/"_s, u"root/README.md old"_s}));
    }

    void anUndoIsTakenBackWhileItsNoteIsThere()
    {
        Journal undo = journal();
        undo.action = Journal::Action::Undo;
        writeJournal(undo);
        put(at(u"home/undo.json"_s), toJson(journal()));
        moveSome(3);
        const auto recovery = recoverHome(m_fileSystem, home(), at(u"root"_s));
        VERIFY_RESULT(recovery);
        QCOMPARE(recovery->what, Recovery::TakenBack);
        QCOMPARE(contentOf(at(u"root/README.md"_s)), "old");
        QVERIFY(QFileInfo::exists(at(u"home/undo.json"_s)));
    }

    void anUndoWithoutItsNoteIsFinished_data() { anApplyThatNobodyNotedIsTakenBack_data(); }

    void anUndoWithoutItsNoteIsFinished()
    {
        QFETCH(const int, moves);
        Journal undo = journal();
        undo.action = Journal::Action::Undo;
        writeJournal(undo);
        moveSome(moves);
        const auto recovery = recoverHome(m_fileSystem, home(), at(u"root"_s));
        VERIFY_RESULT(recovery);
        QCOMPARE(recovery->what, Recovery::Finished);
        QCOMPARE(contentOf(at(u"root/README.md"_s)), "new");
        QCOMPARE(contentOf(at(u"root/cmd/main"_s)), "1");
        QVERIFY(!QFileInfo::exists(at(u"root/s-0123abcd"_s)));
        QVERIFY(!QFileInfo::exists(at(u"home/journal.json"_s)));
    }

    void whatWasWrittenSinceIsKeptAndNamed()
    {
        writeJournal(journal());
        moveSome(3);
        put(at(u"root/cmd/main"_s), "my words");
        const auto recovery = recoverHome(m_fileSystem, home(), at(u"root"_s));
        VERIFY_RESULT(recovery);
        QCOMPARE(recovery->notes.size(), 1);
        const Problem note = recovery->notes.first();
        QCOMPARE(note.severity, Severity::Warning);
        QCOMPARE(note.code, u"write.changed"_s);
        QCOMPARE(note.file, u"cmd/main"_s);
        QVERIFY(note.message.contains(at(u"home/kept-"_s)));
        QCOMPARE(m_bench->picture().filter(u"my words"_s).size(), 1);
        QVERIFY(!QFileInfo::exists(at(u"root/cmd"_s)));
    }

    void aSecretThatGitKeepsIsNamed_data()
    {
        QTest::addColumn<bool>("isSecret");
        QTest::addColumn<QByteArray>("commit"); // empty: it was interrupted before there was one
        QTest::addColumn<QStringList>("left");
        const QByteArray commit(40, 'a');
        QTest::newRow("committed") << true << commit << QStringList{u"git.kept-secret"_s};
        QTest::newRow("not yet committed") << true << QByteArray() << QStringList();
        QTest::newRow("no secret") << false << commit << QStringList();
    }

    void aSecretThatGitKeepsIsNamed()
    {
        QFETCH(const bool, isSecret);
        QFETCH(const QByteArray, commit);
        QFETCH(const QStringList, left);
        waymark::testing::git(at(u"root"_s), "init -q -b main");
        Journal apply = journal();
        apply.truth = Journal::Truth::Reference;
        apply.holdsSecret = isSecret;
        apply.git = GitChange{.reference = "refs/heads/main", .after = commit};
        writeJournal(apply);
        const auto recovery = recoverHome(m_fileSystem, home(), at(u"root"_s));
        VERIFY_RESULT(recovery);
        QCOMPARE(recovery->what, Recovery::TakenBack);
        QStringList codes;
        for (const Problem &problem : recovery->left)
            codes += problem.code;
        QCOMPARE(codes, left);
        QVERIFY(recovery->notes.isEmpty());
    }

    void whatStandsInTheWayIsToBeMovedAway()
    {
        Journal undo = journal();
        undo.action = Journal::Action::Undo;
        writeJournal(undo);
        put(at(u"home/undo.json"_s), toJson(journal()));
        moveSome(1); // README.md departed
        put(at(u"root/README.md"_s), "mine");
        put(at(u"root/s-0123abcd/new/README.md"_s), "new");
        const auto stuck = recoverHome(m_fileSystem, home(), at(u"root"_s));
        QVERIFY(!stuck);
        QVERIFY(stuck.error().problem.hint.contains(u"move it away"));
        QVERIFY(stuck.error().problem.file.endsWith(u"root/README.md"));
        QCOMPARE(contentOf(at(u"root/README.md"_s)), "mine");
        QFile::remove(at(u"root/README.md"_s));
        VERIFY_RESULT(recoverHome(m_fileSystem, home(), at(u"root"_s)));
        QCOMPARE(contentOf(at(u"root/README.md"_s)), "old");
    }

    void aDestinationThatIsGoneNeedsNothing_data()
    {
        QTest::addColumn<QString>("what"); // a shell command
        QTest::newRow("removed") << u"rm -r root"_s;
        QTest::newRow("another in its place")
            << u"mv root elsewhere; mkdir root; cp -r elsewhere/s-0123abcd root"_s;
        QTest::newRow("without what was prepared") << u"rm -r root/s-0123abcd"_s;
    }

    void aDestinationThatIsGoneNeedsNothing()
    {
        QFETCH(const QString, what);
        writeJournal(journal());
        QCOMPARE(runCommand(m_bench->work(), u"sh"_s, {u"-c"_s, what}).exitCode, 0);
        const auto recovery = recoverHome(m_fileSystem, home(), at(u"root"_s));
        VERIFY_RESULT(recovery);
        QCOMPARE(recovery->what, Recovery::TakenBack);
        QVERIFY(!QFileInfo::exists(at(u"home/journal.json"_s)));
    }

    void aDestinationThatMovedIsFollowed()
    {
        writeJournal(journal());
        moveSome(2);
        QVERIFY(QDir().rename(at(u"root"_s), at(u"moved"_s)));
        const auto recovery = recoverHome(m_fileSystem, home(), at(u"moved"_s));
        VERIFY_RESULT(recovery);
        QCOMPARE(recovery->what, Recovery::TakenBack);
        QCOMPARE(m_bench->picture(),
                 (QStringList{u"home/"_s, u"moved/"_s, u"moved/README.md old"_s}));
    }

    void aRecoveryThatFailsGoesOnTheNextTime_data()
    {
        QTest::addColumn<int>("call");
        for (int call = 1; call <= 12; ++call)
            QTest::addRow("at call %d", call) << call;
    }

    void aRecoveryThatFailsGoesOnTheNextTime()
    {
        QFETCH(const int, call);
        writeJournal(journal());
        moveSome(3);
        m_fileSystem.plan(Fault::Once, call);
        std::ignore = recoverHome(m_fileSystem, home(), at(u"root"_s));
        m_fileSystem.plan(Fault::None, 0);
        VERIFY_RESULT(recoverHome(m_fileSystem, home(), at(u"root"_s)));
        QVERIFY(!QFileInfo::exists(at(u"home/journal.json"_s)));
        QCOMPARE(contentOf(at(u"root/README.md"_s)), "old");
        QVERIFY(!QFileInfo::exists(at(u"root/cmd"_s)));
    }

    void aJournalThatCannotBeReadIsLeftAlone_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cut off") << toJson(Journal()).chopped(10);
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("of a later version")
            << toJson(Journal()).replace("\"version\": 1", "\"version\": 2");
    }

    void aJournalThatCannotBeReadIsLeftAlone()
    {
        QFETCH(const QByteArray, content);
        put(at(u"home/journal.json"_s), content);
        const QStringList before = m_bench->picture();
        const auto recovery = recoverHome(m_fileSystem, home(), at(u"root"_s));
        QVERIFY(!recovery);
        QCOMPARE(recovery.error().problem.file, at(u"home/journal.json"_s));
        QCOMPARE(m_bench->picture(), before);
    }

    void halfWrittenFilesOfTheHomeGo()
    {
        put(at(u"home/journal.json.part"_s), "{");
        put(at(u"home/undo.json.part"_s), "{");
        put(at(u"home/mine"_s), "x");
        VERIFY_RESULT(recoverHome(m_fileSystem, home(), at(u"root"_s)));
        QCOMPARE(home().names(), QByteArrayList{"mine"});
    }

    void aFinishedApplyBecomesTheNoteForItsUndo()
    {
        writeJournal(journal());
        VERIFY_RESULT(finishJournal(m_fileSystem, home(), journal()));
        QCOMPARE(home().names(), QByteArrayList{"undo.json"});
        const auto note = readJournal(home(), noteName);
        VERIFY_RESULT(note);
        QCOMPARE(**note, journal());
    }

    void aFinishedUndoLeavesNothing()
    {
        Journal undo = journal();
        undo.action = Journal::Action::Undo;
        writeJournal(undo);
        put(at(u"home/undo.json"_s), toJson(journal()));
        VERIFY_RESULT(finishJournal(m_fileSystem, home(), undo));
        QCOMPARE(home().names(), QByteArrayList());
    }

private:
    [[nodiscard]] Journal journal() const
    {
        Journal journal;
        journal.destination = at(u"root"_s);
        journal.root = at(u"root"_s);
        journal.identity = Folder::open(at(u"root"_s))->identity();
        journal.staging = at(u"root/s-0123abcd"_s);
        journal.departures = {"README.md"};
        journal.departed = {stored("README.md", "old")};
        journal.arrivals = {"README.md", "cmd"};
        journal.files = {stored("README.md", "new"), stored("cmd/main", "1")};
        journal.folders = {"cmd"};
        return journal;
    }
    void writeJournal(const Journal &journal) const
    {
        put(at(u"home/journal.json"_s), toJson(journal));
    }
    /// The first moves of the journal, as an apply makes them.
    void moveSome(int moves)
    {
        const Journal whole = journal();
        const auto places = placesOf(m_fileSystem, whole);
        VERIFY_RESULT(places);
        if (moves == 0)
            return;
        Journal some = whole;
        some.arrivals = whole.arrivals.first(moves - 1);
        VERIFY_RESULT(moveForward(m_fileSystem, **places, some));
    }
    [[nodiscard]] Folder home() const
    {
        auto folder = Folder::open(at(u"home"_s));
        if (!folder)
            qFatal("%s", qPrintable(folder.error().toString()));
        return std::move(*folder);
    }
    [[nodiscard]] QString at(const QString &path) const { return m_bench->path(path); }

    std::optional<Bench> m_bench;
    CountingFileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestRecovery)
#include "tst_recovery.moc"
