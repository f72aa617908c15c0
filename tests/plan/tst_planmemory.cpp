#include "models/plan/planmemory.h"
#include "tests/plan/planbench.h"
#include "tests/plan/sameresult.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::PlanBench;
using testing::SmallTemplate;

namespace {

SmallTemplate someFiles()
{
    return SmallTemplate::asking({"a", "b"})
        .file("skeleton/README.md", "# ${{ values.a }}\n")
        .file("skeleton/a.yaml", "a: ${{ values.a }}\n")
        .file("skeleton/b.json", "{\"b\": ${{ values.b }}}")
        .file("skeleton/${{ values.b }}.txt", "x");
}

} // namespace

/// Plans with what those before found out are the same as those without, whatever changes.
class TestPlanMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeIsSeen_data()
    {
        using Change = std::function<void(PlanBench &)>;
        QTest::addColumn<Change>("change");
        const auto row
            = [](const char *name, const Change &change) { QTest::newRow(name) << change; };
        row("nothing", [](PlanBench &) { });
        row("an answer", [](PlanBench &bench) { bench.answer("{a: y, b: '1'}"); });
        row("one that breaks YAML", [](PlanBench &bench) { bench.answer("{a: '[', b: '1'}"); });
        row("one that breaks JSON", [](PlanBench &bench) { bench.answer("{a: x, b: '}'}"); });
        row("a path that cannot be", [](PlanBench &bench) { bench.answer("{a: x, b: aux}"); });
        row("a path that another has",
            [](PlanBench &bench) { bench.answer("{a: x, b: 'A.yaml/x'}"); });
        row("a file that is there", [](PlanBench &bench) {
            bench.inRepository();
            bench.put("a.yaml", "a: z\n");
        });
        row("one that agrees", [](PlanBench &bench) {
            bench.inRepository();
            bench.put("a.yaml", "a: x\n");
        });
        row("one that is kept", [](PlanBench &bench) {
            bench.inRepository();
            bench.put("README.md", "mine");
        });
        row("one that gives way", [](PlanBench &bench) {
            bench.inRepository();
            bench.put("README.md", "mine");
            bench.request.wishes.golden = {u"README.md"_s};
        });
        row("a service that is there", [](PlanBench &bench) {
            bench.inRepository();
            bench.put(recordPath.toByteArray(), "waymark: 1\n");
            bench.put("a.yaml", "a: z\n");
        });
        row("no record", [](PlanBench &bench) { bench.request.wishes.record = false; });
        row("a severity", [](PlanBench &bench) {
            bench.request.loaded.entry.definition.sidecar = Sidecar();
            bench.answer("{a: '[', b: '1'}");
        });
    }

    void aChangeIsSeen()
    {
        QFETCH(const std::function<void(PlanBench &)>, change);
        PlanBench bench(someFiles(), "{a: x, b: '1'}");
        PlanMemory memory;
        const auto planned = [&] {
            return makePlan(bench.request, render(bench.request.loaded, bench.request.render),
                            bench.destination, memory);
        };
        QCOMPARE(testing::difference(planned(), bench.plan()), QString());
        const PlanBench before = bench;
        change(bench);
        QCOMPARE(testing::difference(planned(), bench.plan()), QString());
        QCOMPARE(testing::difference(planned(), bench.plan()), QString());
        bench = before;
        QCOMPARE(testing::difference(planned(), bench.plan()), QString());
    }

    void whatIsNotAskedForTwiceIsForgotten()
    {
        Recent<int, int> recent;
        recent.insert(1, 10);
        recent.insert(2, 20);
        recent.turn();
        QVERIFY(recent.find(1));
        QCOMPARE(*recent.find(1), 10);
        recent.turn();
        QVERIFY(recent.find(1));
        QVERIFY(!recent.find(2));
    }
};

QTEST_APPLESS_MAIN(TestPlanMemory)
#include "tst_planmemory.moc"
