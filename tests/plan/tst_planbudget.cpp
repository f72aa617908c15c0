#include "models/plan/planbudget.h"

#include "models/plan/rendermemory.h"
#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::SmallTemplate;

namespace {

constexpr auto slow = "{% for i in range(0, 3000) %}{% endfor %}";

LoadedTemplate loadedWith(const QByteArray &steps)
{
    SmallTemplate made("{properties: {x: {}}}", steps);
    made.file("s/a.txt", "l").file("s/b.txt", QByteArray(1500, 'b'));
    made.file("s/c.json", '[' + QByteArray("1, ").repeated(99) + "1]").file("s/d/e/f.txt", "f");
    made.file("slow/f.txt", slow).file("named/" + QByteArray(slow) + "f.txt", "f");
    return made.loaded();
}

RenderRequest limitedRequest(const LoadedTemplate &loaded)
{
    RenderRequest request = SmallTemplate::request(loaded);
    request.limits.output = 2000;
    request.limits.steps = 30'000;
    return request;
}

/// What `steps` end with, where a file may hold 2,000 bytes, all of them 32,000, and 30,000 steps
/// are taken.
QList<Problem> endOf(const QByteArray &steps, std::stop_token stop = {})
{
    const LoadedTemplate loaded = loadedWith(steps);
    RenderRequest request = limitedRequest(loaded);
    request.stop = std::move(stop);
    return render(loaded, request).problems;
}

QByteArray fetchingAnd(const QByteArray &step)
{
    return "[{action: 'fetch:plain', input: {url: ./s}}, {id: x, " + step + "}]";
}

constexpr auto manyTimes = "each: '${{ range(0, 300) }}', ";

} // namespace

class TestPlanBudget : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsUsedUpEndsIt_data()
    {
        QTest::addColumn<PlanBudget>("budget");
        QTest::addColumn<QString>("words"); // empty: it goes on
        const PlanLimits limits{.steps = 5, .file = 10, .bytes = 20, .files = 2, .renders = 7};
        const auto row = [&](const char *name, const QString &words, auto take) {
            PlanBudget budget(limits);
            take(budget);
            QTest::newRow(name) << budget << words;
        };
        row("nothing", {}, [](PlanBudget &) { });
        row("as much as there is", {}, [](PlanBudget &budget) {
            budget.takeSteps(5);
            budget.takeFile(10);
            budget.takeBytes(10);
            budget.takePath();
            budget.takePath();
        });
        row("steps", u"more than 5 times"_s, [](PlanBudget &budget) { budget.takeSteps(6); });
        row("a file", u"larger than 10 bytes"_s, [](PlanBudget &budget) { budget.takeFile(11); });
        row("a file that was not made", u"larger than 10 bytes"_s,
            [](PlanBudget &budget) { budget.refuseFile(); });
        row("bytes", u"more than 20 bytes"_s, [](PlanBudget &budget) {
            budget.takeFile(10);
            budget.takeBytes(11);
        });
        row("more bytes than can be counted", u"more than 20 bytes"_s, [](PlanBudget &budget) {
            budget.takeBytes(std::numeric_limits<qsizetype>::max());
            budget.takeBytes(std::numeric_limits<qsizetype>::max());
        });
        row("what is kept of where bytes come from", u"more than 20 bytes"_s,
            [](PlanBudget &budget) {
                jinja::Provenance provenance;
                provenance.stretches.resize(1);
                budget.takeStretches(provenance);
            });
        row("files", u"more than 2 files"_s, [](PlanBudget &budget) {
            for (int i = 0; i < 3; ++i)
                budget.takePath();
        });
        row("as many steps of renders as there are", {},
            [](PlanBudget &budget) { budget.setRendered(7); });
        row("steps of renders", u"more than 7 steps"_s,
            [](PlanBudget &budget) { budget.setRendered(8); });
        row("steps of one render more", u"more than 7 steps"_s, [](PlanBudget &budget) {
            budget.setRendered(6);
            budget.takeRendered(2);
        });
        row("more steps of renders than can be counted", u"more than 7 steps"_s,
            [](PlanBudget &budget) {
                budget.setRendered(2);
                budget.takeRendered(std::numeric_limits<quint64>::max());
            });
    }

    void whatIsUsedUpEndsIt()
    {
        QFETCH(const PlanBudget, budget);
        QFETCH(const QString, words);
        const auto goesOn = budget.check();
        QCOMPARE(goesOn.has_value(), words.isEmpty());
        if (goesOn)
            return;
        QCOMPARE(goesOn.error().problem.code, u"template.limit"_s);
        QVERIFY2(goesOn.error().problem.message.contains(words),
                 qPrintable(goesOn.error().problem.message));
        QVERIFY(!goesOn.error().problem.hint.isEmpty());
    }

    void theLimitsAreThoseOfARender()
    {
        const PlanLimits limits = PlanLimits::of({});
        QCOMPARE(limits.steps, 100'000'000U);
        QCOMPARE(limits.file, qsizetype{64} * 1024 * 1024);
        QCOMPARE(limits.bytes, qsizetype{1024} * 1024 * 1024);
        QCOMPARE(limits.files, 100'000);
        QCOMPARE(limits.renders, 1'600'000'000U);
    }

    void whoStopsItIsHeard()
    {
        const std::stop_source source;
        const PlanBudget budget(PlanLimits(), source.get_token());
        QVERIFY(budget.check());
        source.request_stop();
        QCOMPARE(budget.check().error().problem.code, u"plan.cancelled"_s);
    }

    void stepsThatUseUpTooMuchEndInALocatedProblem_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *name, const QByteArray &step, const QString &words) {
            QTest::newRow(name) << step << words;
        };
        const QString large = u"larger than 2000 bytes"_s;
        const QString much = u"more than 32000 bytes"_s;
        const QString looks = u"more than 30000 times"_s;
        row("a text that doubles",
            manyTimes
                + "action: 'roadiehq:utils:fs:replace', input: {files: [{file: a.txt, find: l, "
                  "replaceWith: ll}]}"_ba,
            large);
        row("a text that stands for the whole",
            "action: 'roadiehq:utils:fs:replace', input: {files: [{file: b.txt, find: b, "
            "replaceWith: '$`'}]}",
            large);
        row("a text that grows",
            manyTimes
                + "action: 'roadiehq:utils:fs:append', input: {path: a.txt, content: xxxxxxxxxx}"_ba,
            much);
        row("a file written over and over",
            manyTimes + "action: 'roadiehq:utils:fs:write', input: {path: n.txt, content: "_ba
                + QByteArray(200, 'x') + '}',
            much);
        row("a file read over and over",
            manyTimes + "action: 'roadiehq:utils:fs:parse', input: {path: b.txt}"_ba, much);
        row("data merged over and over",
            manyTimes
                + "action: 'roadiehq:utils:json:merge', input: {path: c.json, content: '[3]'}"_ba,
            much);
        row("folders listed over and over",
            manyTimes + "action: 'fs:readdir', input: {paths: ['.'], recursive: true}"_ba, looks);
        row("patterns held against files over and over",
            manyTimes + "action: 'fs:delete', input: {files: [v, w, x, y, z]}"_ba, looks);
        row("files fetched over and over",
            manyTimes
                + "action: 'fetch:plain', input: {url: ./s, targetPath: 'o/${{ each.value }}'}"_ba,
            much);
        row("files left out over and over",
            manyTimes
                + "if: \"${{ parameters.x == 'on' }}\", action: 'fetch:plain', input: {url: "
                  "./s, "
                  "targetPath: 'o/${{ each.value }}'}"_ba,
            looks);
        const QString renders = u"more than 480000 steps"_s;
        const auto fetching = [](const QByteArray &action, const QByteArray &url) -> QByteArray {
            return manyTimes + ("action: '" + action) + "', input: {url: " + url
                + ", targetPath: 'o/${{ each.value }}'}";
        };
        row("contents rendered over and over", fetching("fetch:template", "./slow"), renders);
        row("names rendered over and over", fetching("fetch:template", "./named"), renders);
        row("a single file rendered over and over", fetching("fetch:template:file", "./slow/f.txt"),
            renders);
    }

    void stepsThatUseUpTooMuchEndInALocatedProblem()
    {
        QFETCH(const QByteArray, step);
        QFETCH(const QString, words);
        const QList<Problem> problems = endOf(fetchingAnd(step));
        QVERIFY(!problems.isEmpty());
        const Problem &problem = problems.first();
        QCOMPARE(problem.code, u"template.limit"_s);
        QVERIFY2(problem.message.contains(words), qPrintable(problem.message));
        QCOMPARE(problem.file, u"template.yaml"_s);
        QCOMPARE(problem.position->line, 8);
    }

    void whatIsRememberedIsCounted()
    {
        const LoadedTemplate loaded = loadedWith("[{"_ba + manyTimes
                                                 + "action: 'fetch:template', input: {url: ./slow, "
                                                   "targetPath: 'o/${{ each.value }}'}}]");
        const RenderRequest request = limitedRequest(loaded);
        RenderMemory memory;
        const Rendering first = render(loaded, request, memory);
        QVERIFY(!memory.renderedAgain().isEmpty());
        const Rendering second = render(loaded, request, memory);
        QCOMPARE(memory.renderedAgain(), QByteArrayList());
        QCOMPARE(first.problems.size(), 1);
        QCOMPARE(first.problems.first().code, u"template.limit"_s);
        QCOMPARE(second.problems, first.problems);
        QCOMPARE(second.files.size(), first.files.size());
    }

    void stepsEndWhereTheUserStopsThem()
    {
        const std::stop_source source;
        source.request_stop();
        const QList<Problem> problems
            = endOf(fetchingAnd("action: 'fs:delete', input: {files: ['x']}"), source.get_token());
        QCOMPARE(problems.first().code, u"plan.cancelled"_s);
    }

    void whatIsUsualFits()
    {
        QCOMPARE(endOf(fetchingAnd("each: '${{ range(0, 20) }}', action: "
                                   "'roadiehq:utils:fs:append', input: {path: a.txt, content: x}")),
                 QList<Problem>());
    }
};

QTEST_APPLESS_MAIN(TestPlanBudget)
#include "tst_planbudget.moc"
