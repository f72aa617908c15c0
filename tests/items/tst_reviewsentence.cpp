#include "models/items/reviewsentence.h"

#include "models/items/applyreport.h"
#include "models/items/authortext.h"
#include "models/items/goldenchoice.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

PlannedFile fileAt(const QByteArray &path, ChangeClass kind)
{
    return {.change = {.path = path, .kind = kind, .mode = FileMode::Regular, .content = "x"}};
}

Plan plan()
{
    Plan made;
    made.files = {fileAt("a", ChangeClass::New), fileAt("b", ChangeClass::New),
                  fileAt("c", ChangeClass::Declined)};
    made.destination.kind = DestinationKind::Absent;
    made.destination.path = u"/srv/orders"_s;
    made.destination.defaultBranch = u"main"_s;
    return made;
}

Plan inClone()
{
    Plan made = plan();
    made.destination.kind = DestinationKind::FreshClone;
    made.destination.repository
        = DestinationRepository{.root = u"/srv/orders"_s, .branch = u"main"_s, .head = "abc"};
    made.branch = u"add-orders"_s;
    return made;
}

} // namespace

class TestReviewSentence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itSaysEverythingThatWillHappen_data()
    {
        QTest::addColumn<Plan>("made");
        QTest::addColumn<QString>("text");
        QTest::newRow("a folder that is not there")
            << plan()
            << u"Creates /srv/orders with 2 files, and 1 commit on main in a repository of its "
               u"own. "
               "Nothing leaves this computer."_s;
        Plan plain = plan();
        plain.commits = false;
        QTest::newRow("no commit")
            << plain
            << u"Creates /srv/orders with 2 files, without a commit. Nothing "
               "leaves this computer."_s;
        QTest::newRow("a clone")
            << inClone()
            << u"Writes 2 files into /srv/orders, and 1 commit on the new branch "
               "add-orders; main stays as it is. Nothing leaves this computer."_s;
        Plan same = inClone();
        same.branch = u"main"_s;
        QTest::newRow("its branch") << same
                                    << u"Writes 2 files into /srv/orders, and 1 commit on main. "
                                       "Nothing leaves this computer."_s;
        Plan undone = plan();
        undone.files.removeFirst();
        undone.undone.resize(2);
        QTest::newRow("steps that are not run") << undone
                                                << u"Creates /srv/orders with 1 file, and 1 commit "
                                                   u"on main in a repository of its own. 2 "
                                                   "steps of the template are not run."_s;
    }

    void itSaysEverythingThatWillHappen()
    {
        QFETCH(const Plan, made);
        QFETCH(const QString, text);
        const ReviewSentence sentence = reviewSentence(made);
        QCOMPARE(sentence.text, text);
        QVERIFY(!sentence.isBlocked);
        QCOMPARE(sentence.button, made.commits ? u"Create and commit"_s : u"Create the files"_s);
    }

    void itSaysWhyNothingCan()
    {
        const ReviewSentence one = reviewSentence(plan(), {u"Who needs it?"_s});
        QVERIFY(one.isBlocked);
        QCOMPARE(one.text, u"Who needs it?"_s);
        QCOMPARE(reviewSentence(plan(), {u"A."_s, u"B."_s}).text,
                 u"A. And 1 more thing to put right."_s);
        QCOMPARE(reviewSentence(plan(), {u"A."_s, u"B."_s, u"C."_s}).text,
                 u"A. And 2 more things to put right."_s);
    }

    void itSaysWhatWasMade()
    {
        Applied applied{.destination = u"/srv/orders"_s,
                        .commit = "0123456789abcdef0123456789abcdef01234567",
                        .branch = u"main"_s};
        QCOMPARE(appliedSentence(plan(), applied),
                 u"2 files are in /srv/orders. Commit 0123456 is on main."_s);
        QCOMPARE(undoSentence({"a", "b"}, applied),
                 u"This takes 2 files back in /srv/orders, and commit 0123456."_s);
        applied.commit.clear();
        QCOMPARE(appliedSentence(plan(), applied),
                 u"2 files are in /srv/orders. Nothing was committed."_s);
        QCOMPARE(undoSentence({"a"}, applied), u"This takes 1 file back in /srv/orders."_s);
    }

    void whatTheTemplateSaysIsListed()
    {
        Plan said = plan();
        QVERIFY(outputLines(said).isEmpty());
        QVERIFY(leftToDoLines(said).isEmpty());
        said.texts = {u"One\ntwo\n"_s};
        said.links = {{u"Docs"_s, u"https://x.org"_s},
                      {QString(), u"https://y.org"_s},
                      {u"Open"_s, QString(), u"api:x/y"_s}};
        QCOMPARE(outputLines(said),
                 (QStringList{u"One"_s, u"two"_s, u"Docs: https://x.org"_s, u"https://y.org"_s,
                              u"Open: api:x/y in the portal’s catalog"_s}));
        UndoneAction publish{.step = u"Publish"_s,
                             .action = u"publish:github"_s,
                             .reason = u"It stays."_s,
                             .place = {}};
        publish.publication
            = Publication{.repository = u"https://h/o/r"_s, .branch = u"b"_s, .title = u"T"_s};
        publish.commands = {u"git push"_s};
        publish.links = {u"https://h/pr"_s};
        UndoneAction other{
            .step = u"Pay"_s, .action = u"acme:pay"_s, .reason = u"Unknown."_s, .place = {}};
        other.inputs = {{u"amount"_s, u"3"_s}};
        said.undone = {publish, other};
        QCOMPARE(
            leftToDoLines(said),
            (QStringList{u"Publish (publish:github): It stays."_s,
                         u"  to https://h/o/r, branch b: T"_s, u"  git push"_s, u"  https://h/pr"_s,
                         u"Pay (acme:pay): Unknown."_s, u"  amount: 3"_s}));
    }

    void pathsWithSecretsAreNotShown()
    {
        Plan made = plan();
        made.shownPaths.insert("hunter2.txt", "***.txt");
        QCOMPARE(undoLines(made, {"a", "hunter2.txt"}), QStringList({u"a"_s, u"***.txt"_s}));
    }

    void theBranchSaysWhereItStarts()
    {
        QCOMPARE(branchOrigin(inClone()), u"from main"_s);
        QCOMPARE(branchOrigin(plan()), QString());
        Plan same = inClone();
        same.branch = u"main"_s;
        QCOMPARE(branchOrigin(same), QString());
    }

    void theGoldenPathIsSummedUp()
    {
        GoldenMeter meter{.total = 14, .kept = 14};
        QCOMPARE(goldenSummary({}), QString());
        QCOMPARE(goldenSummary(meter), u"14 of 14 golden defaults kept"_s);
        meter.kept = 13;
        meter.departures = {{.name = u"memory"_s,
                             .title = u"Memory per copy"_s,
                             .golden = u"256 MiB"_s,
                             .value = u"512 MiB"_s,
                             .reason = u"Large exports."_s}};
        QCOMPARE(goldenSummary(meter), u"13 of 14 golden defaults kept, 1 deviation explained"_s);
        QCOMPARE(departureLines(meter),
                 QStringList{u"Memory per copy: 512 MiB, not 256 MiB. Large exports."_s});
        meter.departures += {.title = u"Port"_s, .golden = u"8080"_s};
        meter.kept = 12;
        QCOMPARE(goldenSummary(meter),
                 u"12 of 14 golden defaults kept, 1 deviation without a reason"_s);
        QCOMPARE(departureLines(meter).last(), u"Port: nothing, not 8080."_s);
    }

    void aReportNamesFilesAndTheWayOn()
    {
        const ApplyReport changed = applyReport(
            {.code = u"destination.changed"_s,
             .message = u"The destination changed since the plan was made:\n  README.md: This file "
                        "changed since the plan was made."_s,
             .hint = u"Make the plan again and look at it once more."_s});
        QCOMPARE(changed.title, u"The destination changed since the plan was made"_s);
        QCOMPARE(changed.text,
                 u"README.md: This file changed since the plan was made.\nMake the plan again and "
                 "look at it once more.\nNothing was changed."_s);
        QCOMPARE(changed.way, ApplyReport::Way::PlanAgain);
        QVERIFY(changed.details.isEmpty());
    }

    void whatAProgramPrintedIsKeptWordForWord()
    {
        const ApplyReport hook = applyReport({.code = u"git.hook"_s,
                                              .message = u"The hook pre-commit refused it."_s,
                                              .excerpt = u"lint: 3 problems\n"_s});
        QCOMPARE(hook.severity, Severity::Error);
        QCOMPARE(hook.title, u"The hook pre-commit refused it."_s);
        QCOMPARE(hook.text, u"Nothing was changed."_s);
        QCOMPARE(hook.details, u"lint: 3 problems\n"_s);
        QCOMPARE(hook.way, ApplyReport::Way::TryAgain);
    }

    void stoppingIsNoError()
    {
        for (const QString &code : {u"write.cancelled"_s, u"process.cancelled"_s}) {
            const ApplyReport stopped = applyReport({.code = code, .message = u"Cancelled."_s});
            QCOMPARE(stopped.severity, Severity::Note);
            QCOMPARE(stopped.title, u"Stopped"_s);
        }
    }

    void aFileOfBothOffersAChoice()
    {
        Plan made = inClone();
        made.files = {fileAt("LICENSE", ChangeClass::Updated),
                      fileAt("README.md", ChangeClass::Kept), fileAt("go.mod", ChangeClass::New)};
        QVERIFY(!goldenChoice(made, "go.mod").isOffered);
        QVERIFY(!goldenChoice(made, "nothing").isOffered);
        const GoldenChoice kept = goldenChoice(made, "README.md");
        QVERIFY(kept.isOffered);
        QVERIFY(!kept.takesGolden);
        QCOMPARE(kept.verb, u"Use the golden text"_s);
        QCOMPARE(kept.next, QStringList({u"LICENSE"_s, u"README.md"_s}));
        const GoldenChoice golden = goldenChoice(made, "LICENSE");
        QVERIFY(golden.takesGolden);
        QCOMPARE(golden.verb, u"Keep yours"_s);
        QCOMPARE(golden.next, QStringList());
    }

    void anAuthorHasANameAndAnAddress()
    {
        QCOMPARE(authorText(u"Ada Lovelace <ada@example.org>"_s),
                 (AuthorText{.name = u"Ada Lovelace"_s, .email = u"ada@example.org"_s}));
        QCOMPARE(authorText(u" Ada "_s), (AuthorText{.name = u"Ada"_s}));
        QCOMPARE(authorText(QString()), AuthorText());
    }
};

QTEST_MAIN(TestReviewSentence)
#include "tst_reviewsentence.moc"
