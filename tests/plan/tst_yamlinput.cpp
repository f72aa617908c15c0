#include "models/plan/yamlinput.h"

#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// "name=value" of each option that is not as usual, in the order of their declaration.
QStringList unusualOptions(const JavaScriptYaml &options)
{
    const JavaScriptYaml usual;
    QStringList lines;
    const auto number = [&lines](const QString &name, int value, int usually) {
        if (value != usually)
            lines += name + u'=' + QString::number(value);
    };
    const auto text = [&lines](const QString &name, const QString &value, const QString &usually) {
        if (value != usually)
            lines += name + u'=' + value;
    };
    number(u"blocks"_s, int(options.blockQuote), int(usual.blockQuote));
    number(u"collections"_s, int(options.collectionStyle), int(usual.collectionStyle));
    if (options.defaultKeyType)
        number(u"keys"_s, int(*options.defaultKeyType), -1);
    number(u"texts"_s, int(options.defaultStringType), int(usual.defaultStringType));
    number(u"directives"_s, int(options.directives), int(usual.directives));
    number(u"json"_s, int(options.doubleQuotedAsJson), int(usual.doubleQuotedAsJson));
    number(u"multi"_s, options.doubleQuotedMinMultiLineLength,
           usual.doubleQuotedMinMultiLineLength);
    number(u"padding"_s, int(options.flowCollectionPadding), int(usual.flowCollectionPadding));
    number(u"indent"_s, options.indent, usual.indent);
    number(u"indentSeq"_s, int(options.indentSeq), int(usual.indentSeq));
    number(u"width"_s, options.lineWidth, usual.lineWidth);
    number(u"content"_s, options.minContentWidth, usual.minContentWidth);
    number(u"quotes"_s, int(options.singleQuote), int(usual.singleQuote));
    text(u"null"_s, options.nullStr, usual.nullStr);
    text(u"true"_s, options.trueStr, usual.trueStr);
    text(u"false"_s, options.falseStr, usual.falseStr);
    return lines;
}

Result<JavaScriptYaml> optionsOf(const QByteArray &given)
{
    return yamlOptions(jinja::TaggedValue(testing::map(given)));
}

} // namespace

class TestYamlInput : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsAreRead_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QStringList>("unusual");
        const auto row = [](const char *given, const QStringList &unusual = {}) {
            QTest::newRow(given) << QByteArray(given) << unusual;
        };
        row("{}");
        row("{nosuch: 1, Indent: 4}");
        row("{indent: 4, indentSeq: false}", {u"indent=4"_s, u"indentSeq=0"_s});
        row("{indent: 1}", {u"indent=1"_s});
        row("{indent: 10}", {u"indent=10"_s});
        row("{lineWidth: -1}", {u"width=-1"_s});
        row("{lineWidth: 0, minContentWidth: 0}", {u"width=0"_s, u"content=0"_s});
        row("{lineWidth: 1000000}", {u"width=1000000"_s});
        row("{doubleQuotedMinMultiLineLength: 0}", {u"multi=0"_s});
        row("{directives: true, doubleQuotedAsJSON: true}", {u"directives=1"_s, u"json=1"_s});
        row("{flowCollectionPadding: false}", {u"padding=0"_s});
        row("{nullStr: '~', trueStr: 'yes', falseStr: ''}",
            {u"null=~"_s, u"true=yes"_s, u"false="_s});
        row("{singleQuote: true}", {u"quotes=1"_s});
        row("{singleQuote: false}", {u"quotes=2"_s});
        row("{collectionStyle: block}", {u"collections=1"_s});
        row("{collectionStyle: flow}", {u"collections=2"_s});
        row("{collectionStyle: any}");
        row("{blockQuote: false}", {u"blocks=0"_s});
        row("{blockQuote: true}");
        row("{blockQuote: literal}", {u"blocks=2"_s});
        row("{blockQuote: folded}", {u"blocks=3"_s});
        row("{defaultKeyType: PLAIN, defaultStringType: QUOTE_DOUBLE}",
            {u"keys=0"_s, u"texts=2"_s});
        row("{defaultKeyType: QUOTE_SINGLE, defaultStringType: QUOTE_SINGLE}",
            {u"keys=1"_s, u"texts=1"_s});
        row("{defaultStringType: BLOCK_LITERAL}", {u"texts=3"_s});
        row("{defaultStringType: BLOCK_FOLDED}", {u"texts=4"_s});
    }

    void optionsAreRead()
    {
        QFETCH(const QByteArray, given);
        const auto options = optionsOf(given);
        VERIFY_RESULT(options);
        QTEST(unusualOptions(*options), "unusual");
    }

    void whatIsOfAnotherKindStaysAsUsual_data()
    {
        QTest::addColumn<QByteArray>("given");
        for (const char *given :
             {"{indent: '4'}", "{indent: 4.0}", "{indent: true}", "{indent: null}", "{indent: [4]}",
              "{indentSeq: 0}", "{indentSeq: 'false'}", "{directives: {a: 1}}", "{nullStr: 0}",
              "{trueStr: [x]}", "{lineWidth: wide}", "{singleQuote: 'true'}", "{blockQuote: 1}",
              "{blockQuote: wide}", "{collectionStyle: Flow}", "{collectionStyle: 2}",
              "{defaultStringType: plain}", "{defaultKeyType: null}", "{defaultKeyType: BOLD}"})
            QTest::newRow(given) << QByteArray(given);
    }

    void whatIsOfAnotherKindStaysAsUsual()
    {
        QFETCH(const QByteArray, given);
        const auto options = optionsOf(given);
        VERIFY_RESULT(options);
        QCOMPARE(unusualOptions(*options), QStringList());
    }

    void numbersThatNoLineCouldHaveAreRefused_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("words");
        const auto row = [](const char *given, const QString &words) {
            QTest::newRow(given) << QByteArray(given) << words;
        };
        row("{indent: 0}", u"“indent” has to be a number from 1 to 10."_s);
        row("{indent: 11}", u"“indent” has to be a number from 1 to 10."_s);
        row("{indent: -2, lineWidth: 40}", u"“indent” has to be a number from 1 to 10."_s);
        row("{indent: 99999999999999999999999}", u"“indent” has to be a number from 1 to 10."_s);
        row("{lineWidth: -2}", u"“lineWidth” has to be a number from -1 to 1000000."_s);
        row("{lineWidth: 1000001}", u"“lineWidth” has to be a number from -1 to 1000000."_s);
        row("{minContentWidth: -1}", u"“minContentWidth” has to be a number from 0 to 1000000."_s);
        row("{doubleQuotedMinMultiLineLength: -1}",
            u"“doubleQuotedMinMultiLineLength” has to be a number from 0 to 1000000."_s);
    }

    void numbersThatNoLineCouldHaveAreRefused()
    {
        QFETCH(const QByteArray, given);
        QFETCH(const QString, words);
        const auto options = optionsOf(given);
        QVERIFY(!options);
        QCOMPARE(options.error().problem.code, u"template.step"_s);
        QCOMPARE(options.error().problem.message, words);
        QVERIFY(!options.error().problem.hint.isEmpty());
    }

    void aStepThatAsksForSuchANumberIsAProblemThere()
    {
        const Rendering rendering
            = testing::SmallTemplate("{}",
                                     "[{action: 'roadiehq:utils:serialize:yaml', input: {data: "
                                     "{a: 1}, options: {indent: 0}}}]")
                  .rendered();
        QCOMPARE(rendering.problems.size(), 1);
        const Problem &problem = rendering.problems.first();
        QVERIFY2(problem.message.contains(u"“indent”"), qPrintable(problem.message));
        QCOMPARE(problem.file, u"template.yaml"_s);
        QCOMPARE(problem.position->line, 8);
    }

    void whatIsNoMapHasNoOptions()
    {
        for (const Value &given : {Value(), Value(u"indent"_s), Value(List{u"indent"_s})}) {
            const auto options = yamlOptions(given);
            VERIFY_RESULT(options);
            QCOMPARE(unusualOptions(*options), QStringList());
        }
        VERIFY_RESULT(yamlOptions(jinja::TaggedValue::undefined()));
    }

    void theyShapeWhatIsWritten_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("as usual") << "{}"_ba
                                  << "list:\n  - a\n  - null\nmap:\n  t: true\n"_ba;
        QTest::newRow("further in") << "{indent: 4}"_ba
                                    << "list:\n    - a\n    - null\nmap:\n    t: true\n"_ba;
        QTest::newRow("lists as far out as their key")
            << "{indentSeq: false}"_ba << "list:\n- a\n- null\nmap:\n  t: true\n"_ba;
        QTest::newRow("other words") << "{nullStr: '~', trueStr: 'True'}"_ba
                                     << "list:\n  - a\n  - ~\nmap:\n  t: True\n"_ba;
        QTest::newRow("in one line")
            << "{collectionStyle: flow}"_ba << "{ list: [ a, null ], map: { t: true } }\n"_ba;
        QTest::newRow("in one line without blanks")
            << "{collectionStyle: flow, flowCollectionPadding: false}"_ba
            << "{list: [a, null], map: {t: true}}\n"_ba;
        QTest::newRow("quoted texts")
            << "{defaultStringType: QUOTE_DOUBLE, defaultKeyType: PLAIN}"_ba
            << "list:\n  - \"a\"\n  - null\nmap:\n  t: true\n"_ba;
    }

    void theyShapeWhatIsWritten()
    {
        QFETCH(const QByteArray, given);
        const auto options = optionsOf(given);
        VERIFY_RESULT(options);
        const Map data{{u"list"_s, List{u"a"_s, Value()}}, {u"map"_s, Map{{u"t"_s, true}}}};
        QTEST(toJavaScriptYaml(data, *options), "written");
    }
};

QTEST_APPLESS_MAIN(TestYamlInput)
#include "tst_yamlinput.moc"
