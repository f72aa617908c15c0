#include "models/base/json.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestJson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTextIsRead_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<Value>("value");
        QTest::newRow("null") << "null"_ba << Value();
        QTest::newRow("true") << "true"_ba << Value(true);
        QTest::newRow("false in blanks") << " \t\r\nfalse\n "_ba << Value(false);
        QTest::newRow("behind a byte order mark") << "\xEF\xBB\xBF[]"_ba << Value(List());
        QTest::newRow("integer") << "-12"_ba << Value(-12);
        QTest::newRow("minus zero") << "-0"_ba << Value(0);
        QTest::newRow("an integer beyond 64 bits")
            << "123456789012345678901234567890"_ba
            << Value(Integer::parse("123456789012345678901234567890").value());
        QTest::newRow("1.0 is no integer") << "1.0"_ba << Value(1.0);
        QTest::newRow("an exponent makes a float") << "1E2"_ba << Value(100.0);
        QTest::newRow("a fraction and an exponent") << "-12.5e-1"_ba << Value(-1.25);
        QTest::newRow("too small for a double") << "1e-999"_ba << Value(0.0);
        QTest::newRow("the nearest double")
            << "0.1000000000000000055511151231257827"_ba << Value(0.1);
        QTest::newRow("text") << "\"a b\""_ba << Value(u"a b"_s);
        QTest::newRow("empty text") << "\"\""_ba << Value(u""_s);
        QTest::newRow("every escape") << "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u0041\\u00e4\\u00E4\""_ba
                                      << Value(u"\"\\/\b\f\n\r\tAää"_s);
        QTest::newRow("a pair of escapes") << "\"\\ud83d\\uDE00\""_ba << Value(u"😀"_s);
        QTest::newRow("an escaped zero") << "\"\\u0000\""_ba << Value(QString(QChar(0)));
        QTest::newRow("a byte order mark in a text")
            << "\"\xEF\xBB\xBFx\""_ba << Value(u"\ufeffx"_s);
        QTest::newRow("lists in a list")
            << "[[],[1,\"a\"], [ ] ]"_ba << Value(List{List(), List{1, u"a"_s}, List()});
        QTest::newRow("a map keeps its order")
            << "{\"b\":1,\"a\":{},\"\":[]}"_ba
            << Value(Map{{u"b"_s, 1}, {u"a"_s, Map()}, {u""_s, List()}});
        QTest::newRow("as deep as may be")
            << QByteArray(maximumJsonDepth, '[') + QByteArray(maximumJsonDepth, ']')
            << nested(maximumJsonDepth);
    }

    void aTextIsRead()
    {
        QFETCH(const QByteArray, json);
        const auto value = parseJson(json);
        VERIFY_RESULT(value);
        QTEST(*value, "value");
    }

    void aBadTextIsAnErrorWithItsPlace_data();
    void aBadTextIsAnErrorWithItsPlace();

    void theFileAndTheLineAreShown()
    {
        const auto value = parseJson("{\n  \"a\": 1,\n  \"b\": 'x'\n}", u"answers.json"_s);
        QVERIFY(!value);
        QCOMPARE(value.error().toString(),
                 u"answers.json:3:8: JSON knows no single quotes.\n"
                 "    \"b\": 'x'\n"
                 "         ^\n"
                 "Use double quotes."_s);
        const auto notUtf8 = parseJson("\n\"\xFF\"", u"answers.json"_s);
        QVERIFY(!notUtf8);
        QCOMPARE(notUtf8.error().problem.headline(),
                 u"answers.json:2:2: This is not UTF-8 text."_s);
    }

    void aGreatObjectIsReadInReasonableTime()
    {
        QByteArray json = "{"_ba;
        for (int i = 0; i < 100'000; ++i)
            json += "\"key" + QByteArray::number(i) + "\":" + QByteArray::number(i) + ',';
        json.back() = '}';
        const auto value = parseJson(json);
        VERIFY_RESULT(value);
        QCOMPARE(value->toMap()->size(), 100'000);
        QCOMPARE(value->toMap()->value(u"key99999"), Value(99999));
        QCOMPARE(toJson(*value), json);
    }

private:
    static Value nested(int depth)
    {
        Value value = List();
        for (int i = 1; i < depth; ++i)
            value = List{value};
        return value;
    }
};

void TestJson::aBadTextIsAnErrorWithItsPlace_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("code");
    QTest::addColumn<SourcePosition>("place");
    const auto bad = [](const char *name, const QByteArray &json, int line, int column,
                        const QString &code = u"json.syntax"_s) {
        QTest::newRow(name) << json << code << SourcePosition{line, column};
    };
    bad("nothing", "", 1, 1);
    bad("only blanks", " \n ", 2, 2);
    bad("two values", "1 2", 1, 3);
    bad("an object without end", "{", 1, 2);
    bad("a key without value", "{\"a\"", 1, 5);
    bad("a colon without value", "{\"a\":", 1, 6);
    bad("no comma", "{\"a\":1 \"b\":2}", 1, 8);
    bad("a key without quotes", "{a:1}", 1, 2);
    bad("a comma before the end of an object", "{\"a\":1,}", 1, 8);
    bad("a comma before the end of a list", "[1,\n]", 2, 1);
    bad("a comma alone", "[,1]", 1, 2);
    bad("a list without end", "[1", 1, 3);
    bad("a list ended as an object", "[1}", 1, 3);
    bad("an end without a start", "]", 1, 1);
    bad("a megabyte of brackets", QByteArray(1'000'000, '['), 1, maximumJsonDepth + 1,
        u"json.depth"_s);
    bad("a megabyte of objects", QByteArray("{\"\":").repeated(250'000), 1,
        maximumJsonDepth * 4 + 1, u"json.depth"_s);
    bad("a key twice", "{\"a\":1,\n \"a\":2}", 2, 2, u"json.duplicate-key"_s);
    bad("a key twice, once as an escape", "{\"a\":1,\"\\u0061\":2}", 1, 8, u"json.duplicate-key"_s);
    bad("a word", "nul", 1, 1);
    bad("a word that goes on", "trueish", 1, 1);
    bad("in capitals", "True", 1, 1);
    bad("no number", "NaN", 1, 1);
    bad("minus infinity", "-Infinity", 1, 2);
    bad("a plus", "+1", 1, 1);
    bad("a leading zero", "[012]", 1, 2);
    bad("hexadecimal", "0x1", 1, 2);
    bad("a point without digit", "1.", 1, 3);
    bad("a point at the start", ".5", 1, 1);
    bad("an exponent without digit", "1e+", 1, 4);
    bad("only a minus", "-", 1, 2);
    bad("too large", "[1, 1e999]", 1, 5, u"json.number-range"_s);
    bad("digits of another script", "\xD9\xA1", 1, 1);
    bad("a string without end", "[\"abc", 1, 2);
    bad("a line end in a string", "[\"abc\n\"]", 1, 2);
    bad("a tab in a string", "\"a\tb\"", 1, 3);
    bad("an unknown escape", "\"a\\x41\"", 1, 3);
    bad("an escape at the end", "\"\\", 1, 2);
    bad("three hexadecimal digits", "\"\\u12G4\"", 1, 6);
    bad("a sign among the digits", "\"\\u+123\"", 1, 4);
    bad("half a pair", "\"\\ud83d\"", 1, 2, u"json.lone-surrogate"_s);
    bad("half a pair and another escape", "\"\\ud83d\\n\"", 1, 2, u"json.lone-surrogate"_s);
    bad("the second half alone", "\"x\\ude00\"", 1, 3, u"json.lone-surrogate"_s);
    bad("single quotes", "['a']", 1, 2);
    bad("a comment", "[1] // one", 1, 5);
    bad("a comment before a value", "/* one */ 1", 1, 1);
    bad("a blank that is none of JSON's",
        "\xC2\xA0"
        "1",
        1, 1);
    bad("no UTF-8", "[\"\xE4\"]", 1, 3, u"text.not-utf8"_s);
    bad("a zero byte", QByteArray("1\0", 2), 1, 2);
}

void TestJson::aBadTextIsAnErrorWithItsPlace()
{
    QFETCH(const QByteArray, json);
    const auto value = parseJson(json);
    QVERIFY(!value);
    const Problem &problem = value.error().problem;
    QTEST(problem.code, "code");
    QVERIFY(problem.position);
    QTEST(*problem.position, "place");
    QVERIFY(!problem.message.isEmpty());
}

QTEST_APPLESS_MAIN(TestJson)
#include "tst_json.moc"
