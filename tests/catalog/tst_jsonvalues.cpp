#include "models/catalog/jsonvalues.h"
#include "tests/catalog/catalogtesting.h"

#include <limits>

using namespace waymark;
using namespace Qt::StringLiterals;

class TestJsonValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void twoValuesAreTheSameOrNot_data()
    {
        QTest::addColumn<QByteArray>("a");
        QTest::addColumn<QByteArray>("b");
        QTest::addColumn<bool>("isSame");
        const auto row = [](const char *a, const char *b, bool isSame) {
            QTest::addRow("%s and %s", a, b) << QByteArray(a) << QByteArray(b) << isSame;
        };
        row("1", "1", true);
        row("1", "1.0", true);
        row("1", "1.5", false);
        row("1", "true", false);
        row("0", "false", false);
        row("0", "null", false);
        row("''", "null", false);
        row("'1'", "1", false);
        row("0", "-0.0", true);
        row("100000000000000000000", "1e20", true);
        row("100000000000000000001", "1e20", false);
        row("[1, 2]", "[1, 2.0]", true);
        row("[1, 2]", "[2, 1]", false);
        row("[1]", "[1, 1]", false);
        row("[]", "{}", false);
        row("{'a': 1, 'b': 2}", "{'b': 2, 'a': 1}", true);
        row("{'a': 1}", "{'a': 1, 'b': null}", false);
        row("{'a': 1}", "{'b': 1}", false);
        row("{'a': [{'x': 1.0, 'y': 2}]}", "{'a': [{'y': 2, 'x': 1}]}", true);
        row("'a'", "'A'", false);
    }
    void twoValuesAreTheSameOrNot()
    {
        QFETCH(const QByteArray, a);
        QFETCH(const QByteArray, b);
        QFETCH(const bool, isSame);
        const Value first = json(a.constData());
        const Value second = json(b.constData());
        QCOMPARE(isSameJson(first, second), isSame);
        QCOMPARE(isSameJson(second, first), isSame);
        QCOMPARE(canonicalJson(first) == canonicalJson(second), isSame);
    }

    void numbersAreCompared_data()
    {
        QTest::addColumn<Value>("a");
        QTest::addColumn<Value>("b");
        QTest::addColumn<int>("order"); // 2: none
        QTest::newRow("integers") << Value(1) << Value(2) << -1;
        QTest::newRow("an integer and a float") << Value(2) << Value(1.5) << 1;
        QTest::newRow("a float and an integer") << Value(1.5) << Value(2) << -1;
        QTest::newRow("equal") << Value(2) << Value(2.0) << 0;
        QTest::newRow("floats") << Value(0.1) << Value(0.2) << -1;
        QTest::newRow("beyond 64 bits")
            << Value(Integer::power(Integer(10), 30)) << Value(1e29) << 1;
        QTest::newRow("beyond what a double tells apart")
            << Value(qint64(9007199254740993)) << Value(9007199254740992.0) << 1;
        QTest::newRow("NaN") << Value(std::numeric_limits<double>::quiet_NaN()) << Value(1) << 2;
        QTest::newRow("text") << Value(u"1"_s) << Value(1) << 2;
        QTest::newRow("a truth value") << Value(1) << Value(true) << 2;
    }
    void numbersAreCompared()
    {
        QFETCH(const Value, a);
        QFETCH(const Value, b);
        QFETCH(const int, order);
        const std::partial_ordering found = compareNumbers(a, b);
        const int sign = found < 0 ? -1 : found > 0 ? 1 : found == 0 ? 0 : 2;
        QCOMPARE(sign, order);
    }

    void aNumberIsWholeOrNot()
    {
        QVERIFY(isWholeNumber(3));
        QVERIFY(isWholeNumber(3.0));
        QVERIFY(isWholeNumber(-1e300));
        QVERIFY(!isWholeNumber(3.5));
        QVERIFY(!isWholeNumber(std::numeric_limits<double>::infinity()));
        QVERIFY(!isWholeNumber(u"3"_s));
        QVERIFY(isNumber(0.5) && isNumber(5) && !isNumber(true) && !isNumber(u"5"_s));
    }

    void aMultipleIsOne_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<bool>("isMultiple");
        const auto row = [](const char *value, const char *step, bool isMultiple) {
            QTest::addRow("%s of %s", value, step)
                << QByteArray(value) << QByteArray(step) << isMultiple;
        };
        row("6", "3", true);
        row("7", "3", false);
        row("-6", "3", true);
        row("0", "3", true);
        row("0.3", "0.1", true);
        row("0.35", "0.1", false);
        row("1.1", "0.01", true);
        row("4", "0.5", true);
        row("4.25", "0.5", false);
        row("1000000000000000000000000000000", "10", true);
        row("1000000000000000000000000000001", "10", false);
        row("1e308", "1e-308", false);
    }
    void aMultipleIsOne()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QByteArray, step);
        QFETCH(const bool, isMultiple);
        QCOMPARE(isMultipleOf(json(value.constData()), json(step.constData())), isMultiple);
    }

    void charactersAreCountedNotUnits()
    {
        QCOMPARE(codePoints(u""), 0);
        QCOMPARE(codePoints(u"abc"), 3);
        QCOMPARE(codePoints(u"é😀漢"), 3);
        QCOMPARE(codePoints(u"e\u0301"), 2);
    }

    void aValueIsShownPlainly()
    {
        QCOMPARE(plainText(u"a \"b\""_s), u"a \"b\""_s);
        QCOMPARE(plainText(1.0), u"1.0"_s);
        QCOMPARE(plainText({}), u"null"_s);
        QCOMPARE(plainText(List{1, u"a"_s}), u"[1,\"a\"]"_s);
        QCOMPARE(plainText(Map{{u"b"_s, 1}, {u"a"_s, true}}), u"{\"b\":1,\"a\":true}"_s);
    }
};

QTEST_APPLESS_MAIN(TestJsonValues)
#include "tst_jsonvalues.moc"
