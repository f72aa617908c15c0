#include "tests/plan/planbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::codes;
using testing::PlanBench;
using testing::SmallTemplate;

/// What a plan tells of where a service goes, and onto which branch.
class TestPlaceChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anUnknownAuthorIsTold_data()
    {
        QTest::addColumn<Severity>("severity");
        QTest::addColumn<bool>("commits");
        QTest::newRow("a doubt") << Severity::Warning << true;
        QTest::newRow("an error") << Severity::Error << true;
        QTest::newRow("nothing is committed") << Severity::Error << false;
    }

    void anUnknownAuthorIsTold()
    {
        QFETCH(const Severity, severity);
        QFETCH(const bool, commits);
        PlanBench bench(small());
        bench.destination.unknownAuthor = Problem{.severity = severity, .code = u"git.identity"_s};
        bench.request.wishes.commit = commits;
        const Plan plan = bench.plan();
        QCOMPARE(codes(plan.problems), commits ? QStringList{u"git.identity"_s} : QStringList());
        QCOMPARE(plan.isBlocked(), commits && severity == Severity::Error);
    }

    void aDefaultBranchThatNoneCanBeIsTold()
    {
        PlanBench bench(small());
        bench.destination.defaultBranch = u"main"_s;
        bench.destination.doubtfulBranch
            = Problem{.severity = Severity::Note, .code = u"git.default-branch"_s};
        QCOMPARE(codes(bench.plan().problems), QStringList{u"git.default-branch"_s});
        QVERIFY(!bench.plan().isBlocked());
        bench.request.wishes.branch = u"trunk"_s;
        QCOMPARE(codes(bench.plan().problems), QStringList());
        bench.request.wishes = {.commit = false};
        QCOMPARE(codes(bench.plan().problems), QStringList());
    }

    void anotherBranchThanTheTemplatesIsTold_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("branch"); // of the destination
        QTest::addColumn<bool>("isTold");
        const QByteArray publish = "publish:github";
        const QByteArray main = "repoUrl: 'github.com?owner=acme&repo=o', defaultBranch: main";
        QTest::newRow("another") << publish << main << u"trunk"_s << true;
        QTest::newRow("the same") << publish << main << u"main"_s << false;
        QTest::newRow("none is named")
            << publish << "repoUrl: 'github.com?owner=acme&repo=o'"_ba << u"trunk"_s << false;
        QTest::newRow("a request") << "publish:github:pull-request"_ba << main + ", branchName: add"
                                   << u"trunk"_s << false;
        QTest::newRow("no step that publishes")
            << "debug:log"_ba << "message: main"_ba << u"trunk"_s << false;
    }

    void anotherBranchThanTheTemplatesIsTold()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const QByteArray, input);
        QFETCH(const QString, branch);
        QFETCH(const bool, isTold);
        PlanBench bench(publishing(action, input));
        bench.destination.defaultBranch = branch;
        const QStringList expected
            = isTold ? QStringList{u"place.default-branch"_s} : QStringList();
        const Plan plan = bench.plan();
        QCOMPARE(codes(plan.problems), expected);
        QVERIFY(!plan.isBlocked());
        QCOMPARE(plan.branch, branch);
        if (isTold) {
            QCOMPARE(plan.problems.first().severity, Severity::Warning);
            QVERIFY(plan.problems.first().message.contains(branch));
            QVERIFY(plan.problems.first().hint.contains(u"--branch main"));
        }
        bench.inRepository();
        bench.destination.kind = DestinationKind::UnbornRepository;
        bench.destination.repository->head.clear();
        bench.destination.repository->branch = branch;
        QCOMPARE(codes(bench.plan().problems), expected);
        bench.request.wishes.branch = u"named"_s;
        QCOMPARE(codes(bench.plan().problems), QStringList());
        bench.request.wishes = {.commit = false};
        QCOMPARE(codes(bench.plan().problems), QStringList());
    }

    void aRepositoryWithCommitsHasItsBranch_data()
    {
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<QByteArrayList>("branches");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("the only one") << ""_ba << QByteArrayList{"trunk"} << true;
        QTest::newRow("beside the template's") << ""_ba << QByteArrayList{"main", "trunk"} << false;
        QTest::newRow("in a folder") << "services/orders"_ba << QByteArrayList{"trunk"} << false;
    }

    void aRepositoryWithCommitsHasItsBranch()
    {
        QFETCH(const QByteArray, prefix);
        QFETCH(const QByteArrayList, branches);
        QFETCH(const bool, isTold);
        PlanBench bench(
            publishing("publish:github", "repoUrl: 'h?owner=a&repo=o', defaultBranch: main"));
        bench.inRepository(prefix);
        bench.destination.repository->branch = u"trunk"_s;
        bench.destination.branches = branches;
        const Plan plan = bench.plan();
        QCOMPARE(codes(plan.problems),
                 isTold ? QStringList{u"place.default-branch"_s} : QStringList());
        QVERIFY(!isTold
                || plan.problems.first().hint.contains(u"git -C /srv branch -m main. If “trunk”"));
    }

    void aBranchThatCannotBeMadeBlocksThePlan_data()
    {
        QTest::addColumn<QByteArray>("prefix"); // "-": the destination is absent
        QTest::addColumn<QString>("branch");
        QTest::addColumn<bool>("commits");
        QTest::addColumn<QStringList>("codes");
        const QStringList none;
        const QStringList bad{u"write.branch"_s};
        const QStringList exists{u"write.branch-exists"_s};
        QTest::newRow("the usual one of a clone") << ""_ba << u""_s << true << none;
        QTest::newRow("the one that is checked out") << ""_ba << u"main"_s << true << none;
        QTest::newRow("another") << ""_ba << u"x"_s << true << none;
        QTest::newRow("one that is there") << ""_ba << u"old"_s << true << exists;
        QTest::newRow("no name") << ""_ba << u"a..b"_s << true << bad;
        QTest::newRow("no name, and no commit") << ""_ba << u"a..b"_s << false << none;
        QTest::newRow("of what is absent") << "-"_ba << u"x"_s << true << none;
        QTest::newRow("no name, of what is absent") << "-"_ba << u"a b"_s << true << bad;
        QTest::newRow("the usual one of a folder is there")
            << "services/orders"_ba << u""_s << true << exists;
    }

    void aBranchThatCannotBeMadeBlocksThePlan()
    {
        QFETCH(const QByteArray, prefix);
        QFETCH(const QString, branch);
        QFETCH(const bool, commits);
        QFETCH(const QStringList, codes);
        PlanBench bench(small());
        if (prefix != "-")
            bench.inRepository(prefix);
        bench.destination.branches = {"main", "old", "add-orders"};
        bench.request.wishes.branch = branch;
        bench.request.wishes.commit = commits;
        const Plan plan = bench.plan();
        QCOMPARE(testing::codes(plan.problems), codes);
        QCOMPARE(plan.isBlocked(), !codes.isEmpty());
    }

    void aDetachedHeadBlocksThePlan()
    {
        PlanBench bench(small());
        bench.inRepository();
        bench.destination.repository->branch.clear();
        QCOMPARE(codes(bench.plan().problems), QStringList{u"destination.detached"_s});
        bench.request.wishes.commit = false;
        QVERIFY(!bench.plan().isBlocked());
    }

    void workflowsInAFolderOfARepositoryAreNoted_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("prefix");
        QTest::addColumn<bool>("isNoted");
        QTest::newRow("a workflow") << ".github/workflows/ci.yaml"_ba << "a/orders"_ba << true;
        QTest::newRow("of GitLab") << ".gitlab-ci.yml"_ba << "a/orders"_ba << true;
        QTest::newRow("of CircleCI") << ".circleci/config.yml"_ba << "a/orders"_ba << true;
        QTest::newRow("at the root") << ".github/workflows/ci.yaml"_ba << ""_ba << false;
        QTest::newRow("something else") << "src/.gitlab-ci.yml"_ba << "a/orders"_ba << false;
        QTest::newRow("a name like it") << ".githubby"_ba << "a/orders"_ba << false;
    }

    void workflowsInAFolderOfARepositoryAreNoted()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, prefix);
        QFETCH(const bool, isNoted);
        PlanBench bench(small().file("skeleton/" + path, "a: 1\n"));
        bench.inRepository(prefix);
        const Plan plan = bench.plan();
        QCOMPARE(codes(plan.problems),
                 isNoted ? QStringList{u"place.not-at-root"_s} : QStringList());
        if (!isNoted)
            return;
        const Problem note = plan.problems.first();
        QCOMPARE(note.severity, Severity::Note);
        QVERIFY(note.message.contains(QString::fromUtf8(path)));
        QVERIFY(note.message.contains(QString::fromUtf8(prefix)));
        QVERIFY(!note.hint.isEmpty());
    }

    void filesThatTheRepositoryIgnoresAreNamed()
    {
        PlanBench bench(small());
        bench.inRepository("a/orders");
        bench.destination.ignored = {"f", "not of the plan"};
        const Problem note = bench.plan().problems.value(0);
        QCOMPARE(note.code, u"place.ignored-files"_s);
        QCOMPARE(note.severity, Severity::Note);
        QVERIFY2(note.message.contains(u": f. "), qPrintable(note.message));
        QVERIFY2(note.hint.contains(u"git -C /srv check-ignore -v --no-index -- a/orders/f"),
                 qPrintable(note.hint));
        QVERIFY2(note.hint.contains(u"!/a/orders/**/"), qPrintable(note.hint));
        bench.request.wishes.commit = false;
        QCOMPARE(bench.plan().problems.value(0).severity, Severity::Warning);
        bench.destination.ignored = {"not of the plan"};
        QCOMPARE(codes(bench.plan().problems), QStringList());
    }

private:
    static SmallTemplate publishing(const QByteArray &action, const QByteArray &input)
    {
        return SmallTemplate("{}",
                             "[{action: 'fetch:template', input: {url: ./skeleton}}, {action: '"
                                 + action + "', input: {" + input + "}}]")
            .file("skeleton/f", "1");
    }

    static SmallTemplate small() { return SmallTemplate().file("skeleton/f", "1"); }
};

QTEST_APPLESS_MAIN(TestPlaceChecks)
#include "tst_placechecks.moc"
