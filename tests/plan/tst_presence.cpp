#include "models/plan/presence.h"

#include "tests/plan/planbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using testing::SmallTemplate;

namespace {

SmallTemplate usual()
{
    return SmallTemplate::asking({"name"})
        .file("skeleton/README.md", "# ${{ values.name }}\n")
        .file("skeleton/main.go", "package ${{ values.name }}\n");
}

constexpr auto orders = "{name: orders}";

} // namespace

/// A service that is there already is no destination for another.
class TestPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServiceThatIsThereIsNamed_data()
    {
        QTest::addColumn<QByteArray>("record");
        QTest::addColumn<QString>("words");
        QTest::newRow("of this template, to the byte") << planned() << u"“small”"_s;
        QTest::newRow("of another") << planned().replace("name: small", "name: big") << u"“big”"_s;
        QTest::newRow("that cannot be read") << "[1"_ba << u"cannot be read"_s;
    }

    void aServiceThatIsThereIsNamed()
    {
        QFETCH(const QByteArray, record);
        QFETCH(const QString, words);
        PlanBench bench(usual(), orders);
        bench.inRepository();
        bench.put(recordPath.toByteArray(), record);
        bench.put("main.go", "package other\n");
        const Plan plan = bench.plan();
        QVERIFY(plan.isBlocked());
        QCOMPARE(codes(plan.allProblems()), QStringList{u"destination.service"_s});
        const Problem problem = plan.allProblems().first();
        QVERIFY2(problem.message.contains(words), qPrintable(problem.message));
        QVERIFY(!problem.hint.isEmpty());
        QCOMPARE(fileOf(plan, recordPath.toByteArray()).change.kind, ChangeClass::Blocked);
    }

    void nothingToWriteIsNoApply_data()
    {
        QTest::addColumn<QByteArray>("readme");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<bool>("record");
        QTest::addColumn<bool>("isRefused");
        const QByteArray same = "# orders\n";
        const QByteArray main = "package orders\n";
        QTest::newRow("all is there") << same << main << false << true;
        QTest::newRow("all is there, one kept") << "mine\n"_ba << main << false << true;
        QTest::newRow("all but the record") << same << main << true << false;
        QTest::newRow("all but one") << same << ""_ba << false << false;
        QTest::newRow("nothing") << ""_ba << ""_ba << false << false;
    }

    void nothingToWriteIsNoApply()
    {
        QFETCH(const QByteArray, readme);
        QFETCH(const QByteArray, source);
        QFETCH(const bool, record);
        QFETCH(const bool, isRefused);
        PlanBench bench(usual(), orders);
        bench.inRepository();
        if (!readme.isEmpty())
            bench.put("README.md", readme);
        if (!source.isEmpty())
            bench.put("main.go", source);
        bench.request.wishes.record = record;
        const Plan plan = bench.plan();
        QCOMPARE(plan.isBlocked(), isRefused);
        QCOMPARE(codes(plan.allProblems()),
                 isRefused ? QStringList{u"destination.complete"_s} : QStringList());
    }

    void aRecordOfTheTemplatesOwnIsOneProblem()
    {
        PlanBench bench(usual().file("skeleton/.waymark.yaml", "x: 1\n"), orders);
        const Plan plan = bench.plan();
        QCOMPARE(codes(plan.allProblems()), QStringList{u"record.taken"_s});
        const Problem problem = plan.allProblems().first();
        QVERIFY(problem.message.contains(u"skeleton/.waymark.yaml"));
        QVERIFY(problem.hint.contains(u"--no-record"));
        bench.request.wishes.record = false;
        QVERIFY(!bench.plan().isBlocked());
    }

    void theBranchIsPartOfThePlan_data()
    {
        QTest::addColumn<QString>("usual"); // of a repository that is made
        QTest::addColumn<bool>("isClone");
        QTest::addColumn<bool>("commits");
        QTest::addColumn<QString>("branch");
        QTest::newRow("a repository that is made") << u"devel"_s << false << true << u"devel"_s;
        QTest::newRow("a clone") << u""_s << true << true << u"main"_s;
        QTest::newRow("plain files") << u"devel"_s << false << false << u""_s;
    }

    void theBranchIsPartOfThePlan()
    {
        QFETCH(const QString, usual);
        QFETCH(const bool, isClone);
        QFETCH(const bool, commits);
        PlanBench bench(::usual(), orders);
        bench.destination.defaultBranch = usual;
        bench.request.wishes.commit = commits;
        if (isClone)
            bench.inRepository();
        const Plan plan = bench.plan();
        QTEST(plan.branch, "branch");
        bench.destination.defaultBranch = u"trunk"_s;
        QCOMPARE(bench.plan().hash == plan.hash, isClone || !commits);
    }

private:
    static QByteArray planned()
    {
        const PlanBench bench(usual(), orders);
        return fileOf(bench.plan(), recordPath.toByteArray()).change.content;
    }
};

QTEST_GUILESS_MAIN(TestPresence)
#include "tst_presence.moc"
