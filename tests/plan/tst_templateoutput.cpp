#include "models/plan/templateoutput.h"

#include "models/plan/formcontext.h"
#include "models/plan/iterations.h"
#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using jinja::TaggedValue;
using testing::SmallTemplate;

namespace {

Rendering withOutput(const QByteArray &output, const QByteArray &answers = "{name: orders}")
{
    return SmallTemplate("{properties: {name: {}, url: {}, token: {'ui:field': Secret}}}",
                         "[{id: p, action: 'publish:github', input: {repoUrl: "
                         "'github.com?owner=acme&repo=orders'}}]",
                         output)
        .rendered(answers);
}

QStringList linksOf(const Rendering &rendering)
{
    QStringList lines;
    for (const OutputLink &link : rendering.links)
        lines += link.title + u" -> "_s + shownTarget(link);
    return lines;
}

} // namespace

/// What steps see of the answers, what `each` goes through, and what a template says at the end.
class TestTemplateOutput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linksAndTextsAreShown_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QStringList>("links");
        QTest::addColumn<QStringList>("texts");
        const QStringList none;
        QTest::newRow("nothing") << "{}"_ba << none << none;
        QTest::newRow("a link")
            << "{links: [{title: 'Of ${{ parameters.name }}', url: https://x}]}"_ba
            << QStringList{u"Of orders -> https://x"_s} << none;
        QTest::newRow("a link without a title")
            << "{links: [{url: https://x}]}"_ba << QStringList{u" -> https://x"_s} << none;
        QTest::newRow("a link to nowhere")
            << "{links: [{title: A}, {title: B, url: '${{ parameters.url }}'}]}"_ba << none << none;
        QTest::newRow("a link to an entity")
            << "{links: [{title: A, entityRef: 'component:x'}]}"_ba
            << QStringList{u"A -> component:x in the portal’s catalog"_s} << none;
        QTest::newRow("a link to an entity with an address")
            << "{links: [{title: A, url: https://x, entityRef: 'component:x'}]}"_ba
            << QStringList{u"A -> https://x"_s} << none;
        QTest::newRow("a text") << "{text: [{title: T, content: '*${{ parameters.name }}*'}]}"_ba
                                << none << QStringList{u"*orders*"_s};
        QTest::newRow("a text without content") << "{text: [{title: T}]}"_ba << none << none;
        QTest::newRow("what a step gives")
            << "{links: [{title: R, url: '${{ steps.p.output.remoteUrl }}'}]}"_ba
            << QStringList{u"R -> https://github.com/acme/orders.git"_s} << none;
        QTest::newRow("links that are no list") << "{links: {title: A, url: b}}"_ba << none << none;
        QTest::newRow("a link that is text") << "{links: [a]}"_ba << none << none;
    }

    void linksAndTextsAreShown()
    {
        QFETCH(const QByteArray, output);
        const Rendering rendering = withOutput(output);
        QVERIFY(rendering.problems.isEmpty());
        QTEST(linksOf(rendering), "links");
        QTEST(rendering.texts, "texts");
    }

    void aConditionDecides_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("true") << "true"_ba << true;
        QTest::newRow("false") << "false"_ba << false;
        QTest::newRow("an expression that holds")
            << "\"${{ parameters.name == 'orders' }}\""_ba << true;
        QTest::newRow("an expression that does not")
            << "\"${{ parameters.name == 'x' }}\""_ba << false;
        QTest::newRow("nothing") << "'${{ parameters.url }}'"_ba << true;
        QTest::newRow("a text") << "'yes'"_ba << true;
        QTest::newRow("zero") << "0"_ba << false;
    }

    void aConditionDecides()
    {
        QFETCH(const QByteArray, condition);
        QFETCH(const bool, isShown);
        const Rendering rendering = withOutput("{text: [{if: " + condition + ", content: shown}]}");
        QCOMPARE(rendering.texts, isShown ? QStringList{u"shown"_s} : QStringList());
    }

    void secretsAreKeptFromIt()
    {
        const Rendering rendering
            = withOutput("{text: [{content: '[${{ secrets.token }}] ${{ parameters.token }}'}]}",
                         "{token: s3cret}");
        QCOMPARE(rendering.texts, QStringList{u"[] ******"_s});
    }

    void anErrorIsAWarningAtItsPlace()
    {
        const Rendering rendering
            = withOutput("{links: [{title: A, url: '${{ parameters.name | nosuch }}'}]}");
        QCOMPARE(rendering.links.size(), 1); // as it is written, as Backstage leaves it
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().severity, Severity::Warning);
        QCOMPARE(rendering.problems.first().file, u"template.yaml"_s);
        QCOMPARE(rendering.problems.first().position->line, 9);
    }

    void eachGoesThroughWhatJavaScriptWould_data()
    {
        QTest::addColumn<QByteArray>("value"); // YAML, at "v"
        QTest::addColumn<QStringList>("entries");
        const QStringList none;
        QTest::newRow("a list") << "{v: [a, b]}"_ba << QStringList{u"0=a"_s, u"1=b"_s};
        QTest::newRow("a map") << "{v: {x: a, y: b}}"_ba << QStringList{u"x=a"_s, u"y=b"_s};
        QTest::newRow("a text") << "{v: ab}"_ba << QStringList{u"0=a"_s, u"1=b"_s};
        QTest::newRow("a text beyond the basic plane")
            << "{v: \"\\U0001F600\"}"_ba << QStringList{u"0=\xd83d"_s, u"1=\xde00"_s};
        QTest::newRow("a number") << "{v: 12}"_ba << none;
        QTest::newRow("an empty list") << "{v: []}"_ba << none;
        QTest::newRow("an empty map") << "{v: {}}"_ba << none;
        QTest::newRow("null") << "{v: null}"_ba << none;
    }

    void eachGoesThroughWhatJavaScriptWould()
    {
        QFETCH(const QByteArray, value);
        QStringList entries;
        for (const auto &[key, item] : entriesOf(TaggedValue(testing::map(value).value(u"v"))))
            entries += key.scalar().textOr() + u'=' + item.scalar().textOr();
        QTEST(entries, "entries");
    }

    void whatEachGoesThroughKeepsWhereItComesFrom()
    {
        const auto ofList = entriesOf(TaggedValue::answer(u"a"_s, Value(List{Value(u"x"_s)})));
        QCOMPARE(ofList.size(), 1);
        QCOMPARE(ofList.first().first.sources().control, QStringList{u"a"_s});
        QCOMPARE(ofList.first().first.sources().data, QStringList());
        QCOMPARE(ofList.first().second.sources().data, QStringList{u"a"_s});
        const auto ofMap
            = entriesOf(TaggedValue::answer(u"a"_s, Value(Map{{u"k"_s, Value(u"x"_s)}})));
        QCOMPARE(ofMap.first().first.sources().data, QStringList{u"a"_s});
        const auto ofText = entriesOf(TaggedValue::answer(u"a"_s, Value(u"x"_s)));
        QCOMPARE(ofText.first().second.sources().data, QStringList{u"a"_s});
    }

    void stepsSeeSecretsOnlyWhereTheyBelong()
    {
        const LoadedTemplate loaded
            = SmallTemplate("{properties: {name: {}, token: {'ui:field': Secret}, other: {}}}")
                  .loaded();
        const TaggedValue context
            = contextOf(SmallTemplate::request(loaded, "{name: orders, token: s3cret}").form);
        const TaggedValue *parameters = context.find(u"parameters"_s);
        const TaggedValue *secrets = context.find(u"secrets"_s);
        QVERIFY(parameters && secrets);
        QCOMPARE(parameters->find(u"name"_s)->scalar(), Value(u"orders"_s));
        QCOMPARE(parameters->find(u"name"_s)->sources().data, QStringList{u"name"_s});
        QCOMPARE(parameters->find(u"token"_s)->scalar(), Value(u"******"_s));
        QCOMPARE(parameters->find(u"token"_s)->sources().data, QStringList());
        QCOMPARE(parameters->find(u"token"_s)->sources().control, QStringList{u"token"_s});
        QVERIFY(parameters->find(u"other"_s)->isUndefined());
        QCOMPARE(secrets->find(u"token"_s)->scalar(), Value(u"s3cret"_s));
        QCOMPARE(secrets->find(u"token"_s)->sources().data, QStringList{u"token"_s});
        QVERIFY(!secrets->find(u"name"_s));
        QVERIFY(context.find(u"steps"_s)->isMap());
        QVERIFY(context.find(u"steps"_s)->map().isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestTemplateOutput)
#include "tst_templateoutput.moc"
