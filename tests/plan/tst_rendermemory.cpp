#include "models/plan/planmemory.h"
#include "models/plan/rendermemory.h"
#include "tests/plan/builtintemplates.h"
#include "tests/plan/otheranswers.h"
#include "tests/plan/sameresult.h"
#include "tests/plan/smalltemplate.h"
#include "tests/support/randomvalues.h"

#include <QTest>

#include <random>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::SmallTemplate;

namespace {

constexpr int stepsOfOneWalk = 60;

/// Everything that a change of an answer can do to files and steps.
constexpr auto parameters
    = "{properties: {name: {type: string}, other: {type: string}, port: {type: integer}, public: "
      "{type: boolean}, items: {type: array, items: {type: string}}, map: {type: object}, token: "
      "{type: string, 'ui:field': Secret}, size: {enum: [small, fixed], default: small}}, "
      "dependencies: {size: {oneOf: [{properties: {size: {enum: [small]}}}, {properties: {size: "
      "{enum: [fixed]}, copies: {type: integer, default: 2}}}]}}}";

constexpr auto values
    = "name: '${{ parameters.name }}', other: '${{ parameters.other | upper }}', port: '${{ "
      "parameters.port }}', public: '${{ parameters.public }}', items: '${{ parameters.items }}', "
      "map: '${{ parameters.map }}', copies: '${{ parameters.copies }}', token: '${{ "
      "secrets.token }}', both: '${{ parameters.name }}-${{ parameters.other }}', url: '${{ "
      "steps.publish.output.remoteUrl }}'";

QByteArray step(const QByteArray &rest)
{
    return "{action: 'fetch:template', " + rest + "}";
}

SmallTemplate manyFiles()
{
    const QByteArray all = QByteArray("values: {") + values + "}";
    const QByteArray steps = "[" + step("id: one, input: {url: ./skeleton, " + all + "}") + ", "
        + step("id: more, if: '${{ parameters.public }}', input: {url: ./more, targetPath: './${{ "
               "parameters.name }}', replace: true, "
               + all + "}")
        + ", "
        + step("id: each, each: '${{ parameters.items }}', input: {url: ./each, targetPath: "
               "'each/${{ "
               "each.value }}', values: {item: '${{ each.value }}', key: '${{ each.key }}', name: "
               "'${{ parameters.name }}'}}")
        + ", {id: publish, action: 'publish:github', input: {repoUrl: 'github.com?owner=o&repo=${{ "
          "parameters.name }}'}}, "
        + step("id: last, input: {url: ./last, copyWithoutTemplating: ['${{ parameters.other "
               "}}.*'], "
               + all + "}")
        + "]";
    return SmallTemplate(parameters, steps,
                         "{links: [{title: '${{ parameters.name }}', url: '${{ "
                         "steps.publish.output.remoteUrl }}'}], text: [{content: '${{ "
                         "parameters.other }}'}]}");
}

/// Files of which each shows another way in which an answer gets in.
SmallTemplate manyWays()
{
    return manyFiles()
        .file("skeleton/plain.txt", "nothing")
        .file("skeleton/name.txt", "${{ values.name }} and values.other")
        .file("skeleton/other.yaml", "a: ${{ values.other }}\nb: ${{ values['port'] }}\n")
        .file("skeleton/all.json", "${{ values | dump }}")
        .file("skeleton/loop.txt",
              "{% for i in values.items %}${{ loop.index }} ${{ i }}\n{% endfor %}")
        .file("skeleton/keys.txt", "{% for k, v in values.map %}${{ k }}=${{ v }};{% endfor %}")
        .file("skeleton/random.txt", "${{ [1,2,3,4,5,6,7,8] | random }} ${{ values.name }}")
        .file("skeleton/drawn-${{ values.name }}.txt", "${{ [1,2,3,4,5,6,7,8] | random }}")
        .file("skeleton/secret.txt", "${{ values.token }}")
        .file("skeleton/${{ values.token }}.key", "x")
        .file("skeleton/{% if values.public %}public.txt{% endif %}", "${{ values.both }}")
        .file("skeleton/${{ values.name }}/in.txt", "${{ values.copies }} ${{ values.url }}")
        .file("skeleton/unused.txt", "{% set x = values.map.a.b.c %}fine")
        .file("skeleton/macro.txt",
              "{% macro m(x, y=1) %}${{ x }}${{ y }}{% endmacro %}${{ m(values.port) }}")
        .file("skeleton/alias.txt", "{% set all = values %}${{ all.other }}")
        .file("skeleton/include.txt", "{% include values.name %}")
        .file("skeleton/extends.txt", "{% extends 'base' %}${{ values.name }}")
        .file("skeleton/fails.txt", "${{ values.map | nosuchfilter }}")
        .file("skeleton/mayfail.txt", "${{ values.map.a.b }} ${{ values.items.join('-') }}")
        .file("skeleton/broken.txt", "{% if values.name %}")
        .file("skeleton/raw.txt", "{% raw %}${{ values.name }}{% endraw %}")
        .file("skeleton/binary.bin", QByteArray("\0${{ values.name }}", 18))
        .folder("skeleton/empty/${{ values.other }}")
        .file("more/name.txt", "more ${{ values.name }}")
        .file("more/extra.txt", "${{ values.other }}")
        .file("each/item.txt", "${{ values.item }} ${{ values.key }} ${{ values.name }}")
        .file("last/X.txt", "${{ values.name }}")
        .file("last/Y.txt", "${{ values.port + 1 }}");
}

Value oneOf(const QList<Value> &some, std::mt19937 &random)
{
    return some.at(static_cast<qsizetype>(random() % static_cast<quint64>(some.size())));
}

/// Another answer to the question `name`, of a few, so that all come back; nothing: none.
std::optional<Value> anyAnswer(const QString &name, std::mt19937 &random)
{
    const Map nested = {{u"a"_s, Map{{u"b"_s, Value(u"deep"_s)}}}};
    const QMap<QString, QList<Value>> pools
        = {{u"name"_s, {u"orders"_s, u"a b"_s, u""_s, u"x/y"_s, u"name"_s}},
           {u"other"_s, {u"x"_s, u"Y"_s, u"z"_s, u"${{ values.name }}"_s}},
           {u"port"_s, {Value(1), Value(8080), Value(u"http"_s)}},
           {u"public"_s, {Value(true), Value(false)}},
           {u"items"_s, {List(), List{u"a"_s}, List{u"a"_s, u"b"_s}, List{u"b"_s, u"a"_s}}},
           {u"map"_s, {Map(), nested, Map{{u"a"_s, Value(1)}, {u"k"_s, Value(u"v"_s)}}}},
           {u"token"_s, {u"s3cret"_s, u"t0ken"_s}},
           {u"size"_s, {u"small"_s, u"fixed"_s}},
           {u"copies"_s, {Value(2), Value(3)}}};
    if (random() % 8 == 0)
        return std::nullopt;
    return oneOf(pools.value(name), random);
}

/// Makes `request` something else, in a way that a window could.
void change(RenderRequest &request, std::mt19937 &random)
{
    const QStringList names = request.form.schema().names();
    for (quint64 i = 0; i <= random() % 3; ++i) {
        const QString &name = names.at(static_cast<qsizetype>(random() % 9));
        request = testing::changed(request, name, anyAnswer(name, random));
    }
    if (random() % 12 == 0)
        request.seed = QByteArray::number(random() % 3);
    if (random() % 12 == 0)
        request.now = request.now.addSecs(60);
    if (random() % 20 == 0)
        request.limits.steps = request.limits.steps == 3 ? 100'000 : 3;
}

/// What is given to a template of nothing but files: a step that hands on `a` and `b`.
Rendering renderedTwice(const LoadedTemplate &loaded, RenderMemory &memory,
                        const QByteArray &answers)
{
    return render(loaded, SmallTemplate::request(loaded, answers), memory);
}

} // namespace

/// Renders and plans with what those before made are the same as those without.
class TestRenderMemory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWalkThroughAnswersIsTheSameWithoutAMemory_data()
    {
        QTest::addColumn<quint32>("seed");
        const int changes = int(testing::propertyRuns(4 * stepsOfOneWalk));
        for (int i = 0; i * stepsOfOneWalk < changes; ++i)
            QTest::addRow("%d", i) << quint32(i);
    }

    void aWalkThroughAnswersIsTheSameWithoutAMemory()
    {
        QFETCH(const quint32, seed);
        std::mt19937 random(seed);
        const LoadedTemplate loaded = manyWays().loaded();
        RenderRequest request = SmallTemplate::request(loaded, "{name: orders, items: [a]}");
        request.limits.steps = 100'000;
        RenderMemory renders;
        PlanMemory plans;
        qsizetype again = 0;
        qsizetype all = 0;
        for (int i = 0; i < stepsOfOneWalk; ++i) {
            change(request, random);
            if (random() % 6 == 0) { // it is stopped, and what it leaves is no harm
                const std::stop_source stopped;
                stopped.request_stop();
                RenderRequest late = request;
                late.stop = stopped.get_token();
                (void)render(loaded, late, renders);
            }
            const Rendering kept = render(loaded, request, renders);
            const Rendering fresh = render(loaded, request);
            again += renders.renderedAgain().size();
            all += kept.files.size();
            QCOMPARE(testing::difference(kept, fresh), QString());
            const PlanRequest planned{.loaded = loaded,
                                      .identity = {.name = u"small"_s},
                                      .render = request,
                                      .wishes = {}};
            QCOMPARE(testing::difference(makePlan(planned, kept, {}, plans),
                                         makePlan(planned, fresh, {})),
                     QString());
        }
        QVERIFY2(again < all * 4 / 5, qPrintable(u"%1 of %2"_s.arg(again).arg(all)));
    }

    void everyAnswerOfAServiceIsChanged_data()
    {
        QTest::addColumn<QString>("set");
        const QStringList sets = testing::goldenSets(u"go-service"_s);
        for (const QString &set : {sets.first(), sets.last()})
            QTest::newRow(qPrintable(set)) << set;
    }

    void everyAnswerOfAServiceIsChanged()
    {
        QFETCH(const QString, set);
        const LoadedTemplate &loaded = testing::builtIn(u"go-service"_s);
        const RenderRequest first
            = testing::requestOf(loaded, testing::goldenAnswers(u"go-service"_s, set));
        RenderMemory memory;
        QCOMPARE(testing::difference(render(loaded, first, memory), render(loaded, first)),
                 QString());
        for (const QString &name : loaded.entry.definition.form.names()) {
            const auto parameter = loaded.entry.definition.form.parameter(name);
            const auto others = testing::otherAnswers(*parameter, first.form.answers().value(name));
            const RenderRequest other = testing::changed(first, name, others.first());
            const Rendering kept = render(loaded, other, memory);
            QVERIFY2(memory.renderedAgain().size() < kept.files.size(), qPrintable(name));
            QCOMPARE(testing::difference(kept, render(loaded, other)), QString());
            QCOMPARE(testing::difference(render(loaded, first, memory), render(loaded, first)),
                     QString());
        }
    }

    void onlyFilesThatMentionAChangeAreRenderedAgain_data()
    {
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QByteArrayList>("again");
        QTest::newRow("none") << "{a: '1', b: '2'}"_ba << QByteArrayList();
        QTest::newRow("one") << "{a: '3', b: '2'}"_ba << QByteArrayList{"a", "ab"};
        QTest::newRow("the other") << "{a: '1', b: '3'}"_ba << QByteArrayList{"ab"};
        QTest::newRow("an answer that goes") << "{a: '1'}"_ba << QByteArrayList{"ab"};
    }

    void onlyFilesThatMentionAChangeAreRenderedAgain()
    {
        QFETCH(const QByteArray, answers);
        const LoadedTemplate loaded = SmallTemplate::asking({"a", "b"})
                                          .file("skeleton/a", "${{ values.a }}")
                                          .file("skeleton/ab", "${{ values.a }}${{ values.b }}")
                                          .file("skeleton/none", "x")
                                          .loaded();
        RenderMemory memory;
        (void)renderedTwice(loaded, memory, "{a: '1', b: '2'}");
        QCOMPARE(memory.renderedAgain(), (QByteArrayList{"a", "ab", "none"}));
        (void)renderedTwice(loaded, memory, answers);
        QTEST(memory.renderedAgain(), "again");
    }

    void aFileThatFailedWaitsForAChange()
    {
        const LoadedTemplate loaded = SmallTemplate::asking({"a", "b"})
                                          .file("skeleton/f", "${{ values.a | nosuchfilter }}")
                                          .loaded();
        RenderMemory memory;
        const Rendering first = renderedTwice(loaded, memory, "{a: '1', b: '2'}");
        QCOMPARE(first.files.first().problems.size(), 1);
        const Rendering second = renderedTwice(loaded, memory, "{a: '1', b: '3'}");
        QCOMPARE(memory.renderedAgain(), QByteArrayList());
        QCOMPARE(second.files.first().problems, first.files.first().problems);
        (void)renderedTwice(loaded, memory, "{a: '2', b: '3'}");
        QCOMPARE(memory.renderedAgain(), QByteArrayList{"f"});
    }

    void anotherTemplateOwesNothingToTheLast()
    {
        const LoadedTemplate one
            = SmallTemplate::asking({"a"}).file("skeleton/f", "one ${{ values.a }}").loaded();
        const LoadedTemplate two
            = SmallTemplate::asking({"a"}).file("skeleton/f", "two ${{ values.a }}").loaded();
        RenderMemory memory;
        QCOMPARE(renderedTwice(one, memory, "{a: x}").files.first().content, "one x"_ba);
        QCOMPARE(renderedTwice(two, memory, "{a: x}").files.first().content, "two x"_ba);
        QCOMPARE(renderedTwice(one, memory, "{a: x}").files.first().content, "one x"_ba);
    }

    void clockAndSeedRenderAllAgain()
    {
        const LoadedTemplate loaded
            = SmallTemplate::asking({"a"}).file("skeleton/f", "${{ values.a }}").loaded();
        RenderMemory memory;
        RenderRequest request = SmallTemplate::request(loaded, "{a: x}");
        (void)render(loaded, request, memory);
        request.seed = "1";
        (void)render(loaded, request, memory);
        QCOMPARE(memory.renderedAgain(), QByteArrayList{"f"});
        request.now = request.now.addSecs(1);
        (void)render(loaded, request, memory);
        QCOMPARE(memory.renderedAgain(), QByteArrayList{"f"});
        (void)render(loaded, request, memory);
        QCOMPARE(memory.renderedAgain(), QByteArrayList());
    }
};

QTEST_APPLESS_MAIN(TestRenderMemory)
#include "tst_rendermemory.moc"
