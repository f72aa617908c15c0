#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::leftOut;
using testing::picture;
using testing::problemsOf;
using testing::SmallTemplate;

namespace {

/// A template whose steps each write the value `v` they are given to the file `to`.
SmallTemplate writing(const QByteArray &steps, const QByteArray &parameters = "{}")
{
    SmallTemplate made(parameters, steps);
    made.file("s/${{ values.to }}", "${{ values.v }}");
    return made;
}

constexpr auto texts = "{properties: {a: {}, b: {}, items: {type: array}, table: {type: object}}}";

} // namespace

class TestRendering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsRunOneAfterTheOther()
    {
        const Rendering rendering
            = writing("[{action: 'fetch:template', input: {url: s, values: {to: one, v: 1}}},"
                      " {action: 'fetch:template', input: {url: ./s, values: {to: two, v: 2}}}]")
                  .rendered();
        QCOMPARE(picture(rendering), (QStringList{u"one=1"_s, u"two=2"_s}));
        QVERIFY(rendering.problems.isEmpty());
    }

    void aConditionDecidesWhetherAStepRuns_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<bool>("runs");
        QTest::newRow("true") << "true"_ba << true;
        QTest::newRow("false") << "false"_ba << false;
        QTest::newRow("an answer that is there") << "'${{ parameters.a }}'"_ba << true;
        QTest::newRow("an answer that is not") << "'${{ parameters.b }}'"_ba << false;
        QTest::newRow("a comparison") << "'${{ parameters.a == \"x\" }}'"_ba << true;
        QTest::newRow("a negation") << "'${{ parameters.a != \"x\" }}'"_ba << false;
        QTest::newRow("text") << "x"_ba << true;
        QTest::newRow("a block")
            << "'{% if parameters.a == \"y\" %}true{% else %}false{% endif %}'"_ba << false;
    }

    void aConditionDecidesWhetherAStepRuns()
    {
        QFETCH(const QByteArray, condition);
        QFETCH(const bool, runs);
        const Rendering rendering
            = writing("[{if: " + condition
                          + ", action: 'fetch:template', input: {url: s, values: {to: f, v: 1}}}]",
                      texts)
                  .rendered("{a: x}");
        QCOMPARE(picture(rendering), runs ? QStringList{u"f=1"_s} : QStringList());
    }

    void filesOfAStepThatDoesNotRunAreLeftOut()
    {
        const Rendering rendering
            = writing("[{if: '${{ parameters.a == \"y\" }}', action: 'fetch:template', input: "
                      "{url: s, targetPath: d, values: {to: '${{ parameters.b }}', v: 1}}}]",
                      texts)
                  .rendered("{a: x, b: name}");
        QCOMPARE(picture(rendering), QStringList());
        QCOMPARE(leftOut(rendering), QStringList{u"d/name: a"_s});
    }

    void filesOfAStepThatNoAnswerBringsAreNoConcern()
    {
        const Rendering rendering
            = writing("[{if: false, action: 'fetch:template', input: {url: s, values: {to: f}}}]")
                  .rendered();
        QCOMPARE(leftOut(rendering), QStringList());
    }

    void aStepThatDoesNotRunMayBeBroken()
    {
        const Rendering rendering
            = writing(
                  "[{if: '${{ parameters.a }}', action: 'fetch:template', input: {url: nosuch}}]",
                  texts)
                  .rendered();
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(leftOut(rendering), QStringList());
    }

    void aFileNamesWhatItsBeingThereDependsOn()
    {
        const Rendering rendering
            = writing("[{if: '${{ parameters.a }}', action: 'fetch:template', input: {url: s, "
                      "values: {to: '${{ parameters.b }}', v: '${{ parameters.items[0] }}'}}}]",
                      texts)
                  .rendered("{a: x, b: f, items: [1]}");
        const RenderedFile file = testing::fileOf(rendering, "f");
        QCOMPARE(file.presence.control, QStringList{u"a"_s});
        QCOMPARE(file.presence.data, QStringList{u"b"_s});
        QVERIFY(file.provenance.all().names(u"items"_s));
    }

    void eachGoesThroughAListOrAMap_data()
    {
        QTest::addColumn<QByteArray>("each");
        QTest::addColumn<QStringList>("files");
        QTest::newRow("a list") << "'${{ parameters.items }}'"_ba
                                << QStringList{u"0=a"_s, u"1=b"_s};
        QTest::newRow("a list of the template")
            << "['${{ parameters.a }}', y]"_ba << QStringList{u"0=x"_s, u"1=y"_s};
        QTest::newRow("a map") << "'${{ parameters.table }}'"_ba << QStringList{u"k=1"_s, u"l=2"_s};
        QTest::newRow("a map of the template") << "{p: q}"_ba << QStringList{u"p=q"_s};
        QTest::newRow("a map without what is not there")
            << "{p: q, r: '${{ parameters.b }}'}"_ba << QStringList{u"p=q"_s};
        QTest::newRow("an empty list") << "[]"_ba << QStringList();
        QTest::newRow("an empty map") << "{}"_ba << QStringList();
        QTest::newRow("a text has characters") << "xy"_ba << QStringList{u"0=x"_s, u"1=y"_s};
        QTest::newRow("a number has nothing") << "7"_ba << QStringList();
        QTest::newRow("nothing is no each") << "null"_ba << QStringList{u"0="_s};
    }

    void eachGoesThroughAListOrAMap()
    {
        QFETCH(const QByteArray, each);
        QFETCH(const QStringList, files);
        const Rendering rendering
            = writing(
                  "[{each: " + each
                      + ", action: 'fetch:template', input: {url: s, values: {to: '${{ each.key "
                        "or 0 }}', v: '${{ each.value }}'}}}]",
                  texts)
                  .rendered("{a: x, items: [a, b], table: {k: 1, l: 2}}");
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(picture(rendering), files);
    }

    void eachHasItsConditionForEveryRound()
    {
        const Rendering rendering
            = writing("[{each: [a, b, c], if: '${{ each.value != parameters.a }}', action: "
                      "'fetch:template', input: {url: s, values: {to: '${{ each.value }}', v: '${{ "
                      "each.key }}'}}}]",
                      texts)
                  .rendered("{a: b}");
        QCOMPARE(picture(rendering), (QStringList{u"a=0"_s, u"c=2"_s}));
        QCOMPARE(leftOut(rendering), QStringList{u"b: a"_s});
    }

    void eachWithoutAnythingIsAnError_data()
    {
        QTest::addColumn<QByteArray>("each");
        QTest::newRow("no answer") << "'${{ parameters.b }}'"_ba;
        QTest::newRow("false") << "'${{ false }}'"_ba;
        QTest::newRow("zero") << "'${{ 0 }}'"_ba;
    }

    void eachWithoutAnythingIsAnError()
    {
        QFETCH(const QByteArray, each);
        const Rendering rendering
            = writing("[{each: " + each + ", action: 'fetch:template', input: {url: s}}]", texts)
                  .rendered();
        QCOMPARE(
            problemsOf(rendering),
            QStringList{u"template.yaml:8:18: The step's “each” has nothing to go through."_s});
        QCOMPARE(rendering.problems.first().code, u"template.each"_s);
    }

    void eachHasALimit()
    {
        const SmallTemplate made
            = writing("[{each: '${{ range(parameters.a) }}', if: false, action: 'debug:log'},"
                      " {each: '${{ range(parameters.a) }}', action: 'debug:log'}]",
                      texts);
        QCOMPARE(problemsOf(made.rendered("{a: 10000}")), QStringList());
        QCOMPARE(problemsOf(made.rendered("{a: 10001}")).size(), 1);
        const Problem problem = made.rendered("{a: 10001}").problems.first();
        QCOMPARE(problem.message, u"The step would run 10001 times; 10000 is the limit."_s);
        QVERIFY(problem.position);
        QCOMPARE(problem.position->line, 8);
    }

    void eachNamesWhereItsRoundsComeFrom()
    {
        const Rendering rendering
            = writing(
                  "[{each: '${{ parameters.table }}', action: 'fetch:template', input: {url: s, "
                  "values: {to: '${{ each.key }}', v: '${{ each.value }}'}}}]",
                  texts)
                  .rendered("{table: {k: 1}}");
        const RenderedFile file = testing::fileOf(rendering, "k");
        QVERIFY(file.presence.data.contains(u"table"_s));
        QVERIFY(file.provenance.all().data.contains(u"table"_s));
    }

    void aFirstStepWins_data()
    {
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<QString>("content");
        QTest::newRow("without replace")
            << "action: 'fetch:template', input: {url: t}"_ba << u"1"_s;
        QTest::newRow("with replace")
            << "action: 'fetch:template', input: {url: t, replace: true}"_ba << u"2"_s;
        QTest::newRow("plain") << "action: 'fetch:plain', input: {url: t}"_ba << u"2"_s;
    }

    void aFirstStepWins()
    {
        QFETCH(const QByteArray, second);
        QFETCH(const QString, content);
        const Rendering rendering
            = SmallTemplate("{}", "[{action: 'fetch:template', input: {url: s}}, {" + second + "}]")
                  .file("s/f", "1")
                  .file("t/f", "2")
                  .rendered();
        QCOMPARE(picture(rendering), QStringList{u"f="_s + content});
    }

    void aStepThatWouldReplaceAFileIsNamedByIt_data()
    {
        QTest::addColumn<QByteArray>("steps");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("content");
        QTest::addColumn<QStringList>("control");
        const QByteArray first = "{action: 'fetch:template', input: {url: s}}";
        const QByteArray sometimes = "if: '${{ parameters.a }}', action: 'fetch:template'";
        const QByteArray replacing
            = '[' + first + ", {" + sometimes + ", input: {url: t, replace: true}}]";
        const QByteArray filling = '[' + first + ", {" + sometimes + ", input: {url: t}}]";
        const QByteArray before = "[{" + sometimes + ", input: {url: t}}, " + first + ']';
        const QStringList a{u"a"_s};
        QTest::newRow("replacing, not now") << replacing << u"{}"_s << u"1"_s << a;
        QTest::newRow("replacing") << replacing << u"{a: x}"_s << u"2"_s << a;
        QTest::newRow("never, not now") << filling << u"{}"_s << u"1"_s << QStringList();
        QTest::newRow("never") << filling << u"{a: x}"_s << u"1"_s << QStringList();
        QTest::newRow("before, not now") << before << u"{}"_s << u"1"_s << a;
        QTest::newRow("before") << before << u"{a: x}"_s << u"2"_s << a;
    }

    void aStepThatWouldReplaceAFileIsNamedByIt()
    {
        QFETCH(const QByteArray, steps);
        QFETCH(const QString, answer);
        QFETCH(const QString, content);
        QFETCH(const QStringList, control);
        const Rendering rendering = SmallTemplate("{properties: {a: {}}}", steps)
                                        .file("s/f", "1")
                                        .file("t/f", "2")
                                        .rendered(answer.toUtf8());
        QCOMPARE(picture(rendering), QStringList{u"f="_s + content});
        QCOMPARE(testing::fileOf(rendering, "f").presence.control, control);
        QCOMPARE(leftOut(rendering), QStringList());
    }

    void aBrokenStepEndsIt_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<int>("column");
        QTest::newRow("a folder that is not there")
            << "{action: 'fetch:template', input: {url: nosuch}}"_ba << 51;
        QTest::newRow("an input that is none")
            << "{action: 'fetch:template', input: {url: s, nosuch: 1}}"_ba << 54;
    }

    void aBrokenStepEndsIt()
    {
        QFETCH(const QByteArray, step);
        QFETCH(const int, column);
        const Rendering rendering
            = SmallTemplate("{}",
                            '[' + step
                                + ", {action: 'fetch:template', input: {url: s}}, {action: 'x:y'}]")
                  .file("s/f", "1")
                  .rendered();
        QCOMPARE(rendering.files.size(), 0);
        QCOMPARE(rendering.undone.size(), 0);
        QCOMPARE(rendering.problems.size(), 1);
        const Problem &problem = rendering.problems.first();
        QCOMPARE(problem.severity, Severity::Error);
        QCOMPARE(problem.file, u"template.yaml"_s);
        QCOMPARE(problem.position->line, 8);
        QVERIFY2(std::abs(problem.position->column - column) <= 5, qPrintable(problem.toString()));
        QVERIFY(problem.message.contains(u"nosuch"));
    }

    void whatCannotBeRenderedIsTruthyText_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::newRow("its condition")
            << "{if: '${{ 1 | nosuch }}', action: 'fetch:template', input: {url: s}}"_ba;
        QTest::newRow("its each")
            << "{each: '${{ 1 | nosuch }}', action: 'fetch:template', input: {url: s}}"_ba;
    }

    void whatCannotBeRenderedIsTruthyText()
    {
        QFETCH(const QByteArray, step);
        const Rendering rendering
            = SmallTemplate("{}", '[' + step + ']').file("s/f", "1").rendered();
        QCOMPARE(rendering.files.size(), 1);
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().severity, Severity::Warning);
        QCOMPARE(rendering.problems.first().position->line, 8);
        QVERIFY(rendering.problems.first().message.contains(u"nosuch"));
    }

    void thesameRequestGivesTheSameBytes()
    {
        SmallTemplate made;
        made.file("skeleton/a", "${{ [1,2,3,4,5,6,7,8,9] | random }}");
        made.file("skeleton/b", "${{ [1,2,3,4,5,6,7,8,9] | random }}");
        QCOMPARE(picture(made.rendered()), picture(made.rendered()));
        const LoadedTemplate loaded = made.loaded();
        RenderRequest request = SmallTemplate::request(loaded);
        QSet<QStringList> pictures;
        for (const char *seed : {"0", "1", "2", "3", "4", "5", "6", "7"}) {
            request.seed = seed;
            pictures += picture(render(loaded, request));
        }
        QVERIFY(pictures.size() > 1);
    }

    void theSameTemplateIsRenderedInAnyOrder()
    {
        SmallTemplate one;
        one.file("skeleton/a", "1").file("skeleton/b/c", "2").file("skeleton/.x", "3");
        SmallTemplate other;
        other.file("skeleton/.x", "3").file("skeleton/b/c", "2").file("skeleton/a", "1");
        QCOMPARE(picture(one.rendered()), picture(other.rendered()));
        QCOMPARE(picture(one.rendered()), (QStringList{u".x=3"_s, u"a=1"_s, u"b/c=2"_s}));
    }

    void planningCanBeCancelled()
    {
        SmallTemplate made;
        made.file("skeleton/a", "1");
        const LoadedTemplate loaded = made.loaded();
        RenderRequest request = SmallTemplate::request(loaded);
        const std::stop_source source;
        request.stop = source.get_token();
        source.request_stop();
        const Rendering rendering = render(loaded, request);
        QCOMPARE(rendering.problems.size(), 1);
        QVERIFY(rendering.files.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestRendering)
#include "tst_rendering.moc"
