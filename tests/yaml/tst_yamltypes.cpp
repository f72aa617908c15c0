#include "models/base/json.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// `value` as JSON, and "nan", "inf", "-inf" for what JSON has not.
QString shown(const Value &value)
{
    if (const double *number = value.toFloat(); number && !std::isfinite(*number))
        return std::isnan(*number) ? u"nan"_s : *number < 0 ? u"-inf"_s : u"inf"_s;
    return QString::fromUtf8(toJson(value));
}

QString read(const QByteArray &scalar, YamlSchema schema)
{
    const Result<YamlDocument> document = parseYamlDocument("k: " + scalar, {.schema = schema});
    return document ? shown(document->root().find(u"k")->toValue()) : document.error().toString();
}

} // namespace

class TestYamlTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plainTextGetsItsType_data()
    {
        QTest::addColumn<QByteArray>("scalar");
        QTest::addColumn<QString>("core"); // the regular expressions of YAML 1.2.2, section 10.3.2
        QTest::addColumn<QString>("yaml11"); // what PyYAML 6.0's safe_load() gives
        const auto row = [](const char *scalar, const QString &core, const QString &yaml11) {
            QTest::newRow(scalar) << QByteArray(scalar) << core << yaml11;
        };
        row("~", u"null"_s, u"null"_s);
        row("null", u"null"_s, u"null"_s);
        row("Null", u"null"_s, u"null"_s);
        row("NULL", u"null"_s, u"null"_s);
        row("nULL", u"\"nULL\""_s, u"\"nULL\""_s);
        row("none", u"\"none\""_s, u"\"none\""_s);
        row("true", u"true"_s, u"true"_s);
        row("True", u"true"_s, u"true"_s);
        row("TRUE", u"true"_s, u"true"_s);
        row("tRUE", u"\"tRUE\""_s, u"\"tRUE\""_s);
        row("yes", u"\"yes\""_s, u"true"_s);
        row("Yes", u"\"Yes\""_s, u"true"_s);
        row("YES", u"\"YES\""_s, u"true"_s);
        row("yES", u"\"yES\""_s, u"\"yES\""_s);
        row("no", u"\"no\""_s, u"false"_s);
        row("No", u"\"No\""_s, u"false"_s);
        row("NO", u"\"NO\""_s, u"false"_s);
        row("on", u"\"on\""_s, u"true"_s);
        row("On", u"\"On\""_s, u"true"_s);
        row("ON", u"\"ON\""_s, u"true"_s);
        row("off", u"\"off\""_s, u"false"_s);
        row("Off", u"\"Off\""_s, u"false"_s);
        row("OFF", u"\"OFF\""_s, u"false"_s);
        row("y", u"\"y\""_s, u"\"y\""_s);
        row("n", u"\"n\""_s, u"\"n\""_s);
        row("Y", u"\"Y\""_s, u"\"Y\""_s);
        row("N", u"\"N\""_s, u"\"N\""_s);
        row("false", u"false"_s, u"false"_s);
        row("False", u"false"_s, u"false"_s);
        row("FALSE", u"false"_s, u"false"_s);
        row("0", u"0"_s, u"0"_s);
        row("1", u"1"_s, u"1"_s);
        row("-1", u"-1"_s, u"-1"_s);
        row("+1", u"1"_s, u"1"_s);
        row("00", u"0"_s, u"0"_s);
        row("01", u"1"_s, u"1"_s);
        row("010", u"10"_s, u"8"_s);
        row("0o10", u"8"_s, u"\"0o10\""_s);
        row("0O10", u"\"0O10\""_s, u"\"0O10\""_s);
        row("-010", u"-10"_s, u"-8"_s);
        row("08", u"8"_s, u"\"08\""_s);
        row("09", u"9"_s, u"\"09\""_s);
        row("0x1F", u"31"_s, u"31"_s);
        row("0X1F", u"\"0X1F\""_s, u"\"0X1F\""_s);
        row("-0x1F", u"\"-0x1F\""_s, u"-31"_s);
        row("0x", u"\"0x\""_s, u"\"0x\""_s);
        row("0xG", u"\"0xG\""_s, u"\"0xG\""_s);
        row("0b101", u"\"0b101\""_s, u"5"_s);
        row("-0b1", u"\"-0b1\""_s, u"-1"_s);
        row("0b", u"\"0b\""_s, u"\"0b\""_s);
        row("0b2", u"\"0b2\""_s, u"\"0b2\""_s);
        row("1_000", u"\"1_000\""_s, u"1000"_s);
        row("_1", u"\"_1\""_s, u"\"_1\""_s);
        row("1__0", u"\"1__0\""_s, u"10"_s);
        row("1_", u"\"1_\""_s, u"1"_s);
        row("0_7", u"\"0_7\""_s, u"7"_s);
        row("12345678901234567890123", u"12345678901234567890123"_s, u"12345678901234567890123"_s);
        row("1:30", u"\"1:30\""_s, u"90"_s);
        row("-1:30", u"\"-1:30\""_s, u"-90"_s);
        row("1:60", u"\"1:60\""_s, u"\"1:60\""_s);
        row("1:30:15", u"\"1:30:15\""_s, u"5415"_s);
        row("01:30", u"\"01:30\""_s, u"\"01:30\""_s);
        row("1:5", u"\"1:5\""_s, u"65"_s);
        row("1:300", u"\"1:300\""_s, u"\"1:300\""_s);
        row("190:20:30", u"\"190:20:30\""_s, u"685230"_s);
        row("1.", u"1.0"_s, u"1.0"_s);
        row("1.0", u"1.0"_s, u"1.0"_s);
        row("-1.0", u"-1.0"_s, u"-1.0"_s);
        row("+1.5", u"1.5"_s, u"1.5"_s);
        row(".5", u"0.5"_s, u"0.5"_s);
        row("-.5", u"-0.5"_s, u"\"-.5\""_s);
        row(".", u"\".\""_s, u"\".\""_s);
        row("..", u"\"..\""_s, u"\"..\""_s);
        row("1.5.", u"\"1.5.\""_s, u"\"1.5.\""_s);
        row("1e3", u"1000.0"_s, u"\"1e3\""_s);
        row("1.e+3", u"1000.0"_s, u"1000.0"_s);
        row("1.0e3", u"1000.0"_s, u"\"1.0e3\""_s);
        row("1.0e+3", u"1000.0"_s, u"1000.0"_s);
        row("1.0E-2", u"0.01"_s, u"0.01"_s);
        row("1e+3", u"1000.0"_s, u"\"1e+3\""_s);
        row(".5e+1", u"5.0"_s, u"5.0"_s);
        row("1_0.5_0", u"\"1_0.5_0\""_s, u"10.5"_s);
        row("._5", u"\"._5\""_s, u"\"._5\""_s);
        row("1.5e", u"\"1.5e\""_s, u"\"1.5e\""_s);
        row("1:30.5", u"\"1:30.5\""_s, u"90.5"_s);
        row("20:30.15", u"\"20:30.15\""_s, u"1230.15"_s);
        row(".inf", u"inf"_s, u"inf"_s);
        row("-.inf", u"-inf"_s, u"-inf"_s);
        row("+.inf", u"inf"_s, u"inf"_s);
        row(".Inf", u"inf"_s, u"inf"_s);
        row(".INF", u"inf"_s, u"inf"_s);
        row(".iNF", u"\".iNF\""_s, u"\".iNF\""_s);
        row(".nan", u"nan"_s, u"nan"_s);
        row(".NaN", u"nan"_s, u"nan"_s);
        row(".NAN", u"nan"_s, u"nan"_s);
        row("-.nan", u"\"-.nan\""_s, u"\"-.nan\""_s);
        row(".nAn", u"\".nAn\""_s, u"\".nAn\""_s);
        row("inf", u"\"inf\""_s, u"\"inf\""_s);
        row("nan", u"\"nan\""_s, u"\"nan\""_s);
        row("2001-01-01", u"\"2001-01-01\""_s, u"\"2001-01-01\""_s);
        row("2001-1-1", u"\"2001-1-1\""_s, u"\"2001-1-1\""_s);
        row("2001-12-14t21:59:43.10-05:00", u"\"2001-12-14t21:59:43.10-05:00\""_s,
            u"\"2001-12-14t21:59:43.10-05:00\""_s);
        row("2001-12-14T21:59:43Z", u"\"2001-12-14T21:59:43Z\""_s, u"\"2001-12-14T21:59:43Z\""_s);
        row("20010101", u"20010101"_s, u"20010101"_s);
        row("2001-01-01x", u"\"2001-01-01x\""_s, u"\"2001-01-01x\""_s);
        row("12:30:45", u"\"12:30:45\""_s, u"45045"_s);
        row("2001-01-01Z", u"\"2001-01-01Z\""_s, u"\"2001-01-01Z\""_s);
        row("--", u"\"--\""_s, u"\"--\""_s);
        row("+", u"\"+\""_s, u"\"+\""_s);
        row("a", u"\"a\""_s, u"\"a\""_s);
        row("1a", u"\"1a\""_s, u"\"1a\""_s);
        row("1-2", u"\"1-2\""_s, u"\"1-2\""_s);
        row("=", u"\"=\""_s, u"\"=\""_s);
        row("<<", u"\"<<\""_s, u"\"<<\""_s);
        row("0.0.1", u"\"0.0.1\""_s, u"\"0.0.1\""_s);
        row("1.2.3", u"\"1.2.3\""_s, u"\"1.2.3\""_s);
        row("1,000", u"\"1,000\""_s, u"\"1,000\""_s);
        row("0.1", u"0.1"_s, u"0.1"_s);
        row("-0", u"0"_s, u"0"_s);
        row("-0.0", u"-0.0"_s, u"-0.0"_s);
        row("1e400", u"inf"_s, u"\"1e400\""_s);
        row("1e-400", u"0.0"_s, u"\"1e-400\""_s);
        row("-1.0e+400", u"-inf"_s, u"-inf"_s);
        row("1.0e-400", u"0.0"_s, u"0.0"_s);
        row("v1", u"\"v1\""_s, u"\"v1\""_s);
        row("+a", u"\"+a\""_s, u"\"+a\""_s);
        row("-a", u"\"-a\""_s, u"\"-a\""_s);
        row("é", u"\"é\""_s, u"\"é\""_s);
        row("2001-12-14 21:59:43.10 -5", u"\"2001-12-14 21:59:43.10 -5\""_s,
            u"\"2001-12-14 21:59:43.10 -5\""_s);
        row("2001-12-14 21:59:43", u"\"2001-12-14 21:59:43\""_s, u"\"2001-12-14 21:59:43\""_s);
    }

    void plainTextGetsItsType()
    {
        QFETCH(const QByteArray, scalar);
        QFETCH(const QString, core);
        QFETCH(const QString, yaml11);
        QCOMPARE(read(scalar, YamlSchema::Core), core);
        QCOMPARE(read(scalar, YamlSchema::Yaml11), yaml11);
    }

    void aTagSaysTheType_data()
    {
        QTest::addColumn<QByteArray>("scalar");
        QTest::addColumn<QString>("core");
        QTest::addColumn<QString>("yaml11");
        const auto row = [](const char *scalar, const QString &core, const QString &yaml11) {
            QTest::newRow(scalar) << QByteArray(scalar) << core << yaml11;
        };
        const auto wrong = [](const char *tag) {
            return u"This text does not suit its tag %1."_s.arg(QLatin1StringView(tag));
        };
        row("!!str 1", u"\"1\""_s, u"\"1\""_s);
        row("!!str yes", u"\"yes\""_s, u"\"yes\""_s);
        row("! 1", u"\"1\""_s, u"\"1\""_s);
        row("!!int '12'", u"12"_s, u"12"_s);
        row("!!int 010", u"10"_s, u"8"_s);
        row("!!int 1.5", wrong("!!int"), wrong("!!int"));
        row("!!float 1", u"1.0"_s, u"1.0"_s);
        row("!!float 1e3", u"1000.0"_s, u"1000.0"_s);
        row("!!float x", wrong("!!float"), wrong("!!float"));
        row("!!bool yes", wrong("!!bool"), u"true"_s);
        row("!!bool 'true'", u"true"_s, u"true"_s);
        row("!!null ''", u"null"_s, u"null"_s);
        row("!!null x", wrong("!!null"), wrong("!!null"));
        row("!!timestamp 2001-01-01", u"\"2001-01-01\""_s, u"\"2001-01-01\""_s);
        row("!!binary aGVs bG8=", u"\"hello\""_s, u"\"hello\""_s);
        row("!!binary '?'", wrong("!!binary"), wrong("!!binary"));
        row("!mine 12", u"12"_s, u"12"_s);
        row("!mine '12'", u"\"12\""_s, u"\"12\""_s);
        row("!<tag:yaml.org,2002:str> 12", u"\"12\""_s, u"\"12\""_s);
    }

    void aTagSaysTheType()
    {
        QFETCH(const QByteArray, scalar);
        QFETCH(const QString, core);
        QFETCH(const QString, yaml11);
        QVERIFY2(read(scalar, YamlSchema::Core).contains(core),
                 qPrintable(read(scalar, YamlSchema::Core)));
        QVERIFY2(read(scalar, YamlSchema::Yaml11).contains(yaml11),
                 qPrintable(read(scalar, YamlSchema::Yaml11)));
    }

    void aTimestampKeepsItsTag()
    {
        const auto tagOf = [](const QByteArray &yaml, YamlSchema schema) {
            return parseYamlDocument(yaml, {.schema = schema})->root().tag();
        };
        QCOMPARE(tagOf("2001-01-01", YamlSchema::Yaml11), u"tag:yaml.org,2002:timestamp"_s);
        QCOMPARE(tagOf("2001-01-01", YamlSchema::Core), u"tag:yaml.org,2002:str"_s);
        QCOMPARE(tagOf("'2001-01-01'", YamlSchema::Yaml11), u"tag:yaml.org,2002:str"_s);
    }

    void aNumberThatPythonRefusesIsText()
    {
        const QByteArray digits(4301, '9');
        QCOMPARE(read(digits, YamlSchema::Core).size(), digits.size() + 2);
        QCOMPARE(read(digits.chopped(1), YamlSchema::Core).size(), digits.size() - 1);
    }
};

QTEST_APPLESS_MAIN(TestYamlTypes)
#include "tst_yamltypes.moc"
