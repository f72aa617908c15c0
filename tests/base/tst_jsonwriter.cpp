#include "models/base/json.h"
#include "tests/support/testing.h"

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestJsonWriter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsWrittenAndReadBack_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("null") << Value() << "null"_ba;
        QTest::newRow("true") << Value(true) << "true"_ba;
        QTest::newRow("integer") << Value(-3) << "-3"_ba;
        QTest::newRow("beyond 64 bits")
            << Value(Integer(1).shiftedLeft(70)) << "1180591620717411303424"_ba;
        QTest::newRow("a float without fraction") << Value(1.0) << "1.0"_ba;
        QTest::newRow("a float with one") << Value(0.1) << "0.1"_ba;
        QTest::newRow("zero") << Value(0.0) << "0.0"_ba;
        QTest::newRow("a great float") << Value(1e300) << "1e+300"_ba;
        QTest::newRow("the least float") << Value(5e-324) << "5e-324"_ba;
        QTest::newRow("text") << Value(u"a\"\\/\n\t\r\b\f\u0001ä😀\u2028\ufeff"_s)
                              << "\"a\\\"\\\\/\\n\\t\\r\\b\\f\\u0001ä😀\u2028\ufeff\""_ba;
        QTest::newRow("an empty list") << Value(List()) << "[]"_ba;
        QTest::newRow("an empty map") << Value(Map()) << "{}"_ba;
        QTest::newRow("keys keep their order")
            << Value(Map{{u"b"_s, List{1, 2.0}}, {u"a"_s, Value()}, {u""_s, Map()}})
            << "{\"b\":[1,2.0],\"a\":null,\"\":{}}"_ba;
    }

    void aValueIsWrittenAndReadBack()
    {
        QFETCH(const Value, value);
        QFETCH(const QByteArray, json);
        QCOMPARE(toJson(value), json);
        for (const auto layout : {JsonLayout::Compact, JsonLayout::Indented}) {
            const auto read = parseJson(toJson(value, layout));
            VERIFY_RESULT(read);
            QCOMPARE(*read, value);
        }
    }

    void theSignOfZeroIsKept()
    {
        QCOMPARE(toJson(-0.0), "-0.0"_ba);
        const auto read = parseJson("-0.0");
        VERIFY_RESULT(read);
        QVERIFY(std::signbit(*read->toFloat()));
    }

    void whatJsonCannotHold()
    {
        QCOMPARE(toJson(std::numeric_limits<double>::quiet_NaN()), "null"_ba);
        QCOMPARE(toJson(-HUGE_VAL), "null"_ba);
        QCOMPARE(jsonString(QString(QChar(0xD800)) + u"x"_s), "\"\\ud800x\""_ba);
        QCOMPARE(jsonString(QString(QChar(0xDE00)) + QChar(0xD83D)), "\"\\ude00\\ud83d\""_ba);
    }

    void indentationIsTwoSpacesALevel()
    {
        const Value value = Map{{u"a"_s, List{1, Map{{u"b"_s, List()}}}}, {u"c"_s, Map()}};
        const QByteArray json = "{\n"
                                "  \"a\": [\n"
                                "    1,\n"
                                "    {\n"
                                "      \"b\": []\n"
                                "    }\n"
                                "  ],\n"
                                "  \"c\": {}\n"
                                "}"_ba;
        QCOMPARE(toJson(value, JsonLayout::Indented), json);
    }

    void digitsAreAsJavaScriptsOwn_data();
    void digitsAreAsJavaScriptsOwn();
};

void TestJsonWriter::digitsAreAsJavaScriptsOwn_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<QByteArray>("digits"); // of node's String(value)
    QTest::newRow("1") << 1.0 << "1"_ba;
    QTest::newRow("-1") << -1.0 << "-1"_ba;
    QTest::newRow("0") << 0.0 << "0"_ba;
    QTest::newRow("-0.0") << -0.0 << "0"_ba;
    QTest::newRow("0.1") << 0.1 << "0.1"_ba;
    QTest::newRow("-0.5") << -0.5 << "-0.5"_ba;
    QTest::newRow("123.456") << 123.456 << "123.456"_ba;
    QTest::newRow("100") << 100.0 << "100"_ba;
    QTest::newRow("123456789012345680000") << 123456789012345680000.0 << "123456789012345680000"_ba;
    QTest::newRow("1e21") << 1e21 << "1e+21"_ba;
    QTest::newRow("1.5e21") << 1.5e21 << "1.5e+21"_ba;
    QTest::newRow("-1e21") << -1e21 << "-1e+21"_ba;
    QTest::newRow("999999999999999900000") << 999999999999999900000.0 << "999999999999999900000"_ba;
    QTest::newRow("1e-6") << 1e-6 << "0.000001"_ba;
    QTest::newRow("1.5e-6") << 1.5e-6 << "0.0000015"_ba;
    QTest::newRow("1e-7") << 1e-7 << "1e-7"_ba;
    QTest::newRow("1.25e-7") << 1.25e-7 << "1.25e-7"_ba;
    QTest::newRow("-1e-7") << -1e-7 << "-1e-7"_ba;
    QTest::newRow("5e-324") << 5e-324 << "5e-324"_ba;
    QTest::newRow("1.7976931348623157e308")
        << 1.7976931348623157e308 << "1.7976931348623157e+308"_ba;
    QTest::newRow("0.30000000000000004") << 0.30000000000000004 << "0.30000000000000004"_ba;
    QTest::newRow("4.35") << 4.35 << "4.35"_ba;
    QTest::newRow("9007199254740993") << 9007199254740993.0 << "9007199254740992"_ba;
    QTest::newRow("1e20") << 1e20 << "100000000000000000000"_ba;
    QTest::newRow("12345e-10") << 12345e-10 << "0.0000012345"_ba;
    QTest::newRow("2.2250738585072014e-308")
        << 2.2250738585072014e-308 << "2.2250738585072014e-308"_ba;
    QTest::newRow("infinite") << -HUGE_VAL << "-Infinity"_ba;
    QTest::newRow("no number") << std::nan("") << "NaN"_ba;
}

void TestJsonWriter::digitsAreAsJavaScriptsOwn()
{
    QFETCH(const double, value);
    QTEST(shortestDigits(value), "digits");
}

QTEST_APPLESS_MAIN(TestJsonWriter)
#include "tst_jsonwriter.moc"
