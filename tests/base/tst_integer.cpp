#include "models/base/integer.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

Integer number(const QByteArray &digits)
{
    return Integer::parse(digits).value();
}

} // namespace

class TestInteger : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void digitsComeBack_data()
    {
        QTest::addColumn<QByteArray>("digits");
        QTest::addColumn<int>("base");
        QTest::newRow("zero") << "0"_ba << 10;
        QTest::newRow("negative") << "-42"_ba << 10;
        QTest::newRow("the greatest of 64 bits") << "9223372036854775807"_ba << 10;
        QTest::newRow("one more") << "9223372036854775808"_ba << 10;
        QTest::newRow("the least of 64 bits") << "-9223372036854775808"_ba << 10;
        QTest::newRow("one less") << "-9223372036854775809"_ba << 10;
        QTest::newRow("a hundred digits") << QByteArray(100, '7') << 10;
        QTest::newRow("binary") << "-101"_ba << 2;
        QTest::newRow("hexadecimal") << "deadbeefdeadbeefdeadbeef"_ba << 16;
        QTest::newRow("the least of 64 bits, hexadecimal") << "-8000000000000000"_ba << 16;
        QTest::newRow("base 36") << "-zz9zz9zz9zz9zz9zz9"_ba << 36;
    }

    void digitsComeBack()
    {
        QFETCH(const QByteArray, digits);
        QFETCH(const int, base);
        const auto parsed = Integer::parse(digits, base);
        QVERIFY(parsed);
        QCOMPARE(parsed->toByteArray(base), digits);
        QCOMPARE(Integer::parse(digits.toUpper(), base), parsed);
    }

    void aSignAndZerosAreNoPartOfTheValue()
    {
        QCOMPARE(number("+007"_ba), Integer(7));
        QCOMPARE(number("-0"_ba), Integer(0));
        QCOMPARE(number("0000000000000000000000000000001"_ba), Integer(1));
    }

    void whatIsNoNumberIsRefused_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("base");
        QTest::newRow("nothing") << ""_ba << 10;
        QTest::newRow("only a sign") << "-"_ba << 10;
        QTest::newRow("two signs") << "--1"_ba << 10;
        QTest::newRow("a blank") << " 1"_ba << 10;
        QTest::newRow("a blank behind a great number") << QByteArray(40, '9') + ' ' << 10;
        QTest::newRow("a digit of another base") << "12"_ba << 2;
        QTest::newRow("a prefix") << "0x10"_ba << 16;
        QTest::newRow("an underscore") << "1_000"_ba << 10;
        QTest::newRow("a point") << "1.0"_ba << 10;
        QTest::newRow("a zero byte") << QByteArray("1\0", 2) << 10;
    }

    void whatIsNoNumberIsRefused()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, base);
        QVERIFY(!Integer::parse(text, base));
    }

    void itCountsAsPython_data();
    void itCountsAsPython();

    void shiftsAndPowersAreAsPythons_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<quint32>("count");
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("power");
        QTest::newRow("by nothing") << "-5"_ba << 0U << "-5"_ba << "-5"_ba << "1"_ba;
        QTest::newRow("zero to the zero") << "0"_ba << 0U << "0"_ba << "0"_ba << "1"_ba;
        QTest::newRow("zero") << "0"_ba << 4000000000U << "0"_ba << "0"_ba << "0"_ba;
        QTest::newRow("one") << "1"_ba << 62U << "4611686018427387904"_ba << "0"_ba << "1"_ba;
        QTest::newRow("out of 64 bits")
            << "1"_ba << 63U << "9223372036854775808"_ba << "0"_ba << "1"_ba;
        QTest::newRow("minus one, odd")
            << "-1"_ba << 63U << "-9223372036854775808"_ba << "-1"_ba << "-1"_ba;
        QTest::newRow("minus one, even")
            << "-1"_ba << 64U << "-18446744073709551616"_ba << "-1"_ba << "1"_ba;
        QTest::newRow("towards minus infinity") << "-7"_ba << 1U << "-14"_ba << "-4"_ba << "-7"_ba;
        QTest::newRow("a great one comes back")
            << "36893488147419103233"_ba << 3U << "295147905179352825864"_ba
            << "4611686018427387904"_ba
            << "50216813883093446114769703788712592890490019309335751950337"_ba;
        QTest::newRow("a great negative one")
            << "-36893488147419103233"_ba << 2U << "-147573952589676412932"_ba
            << "-9223372036854775809"_ba << "1361129467683753853927285406021911052289"_ba;
        QTest::newRow("a small base leaves 64 bits")
            << "-10"_ba << 19U << "-5242880"_ba << "-1"_ba << "-10000000000000000000"_ba;
    }

    void shiftsAndPowersAreAsPythons()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const quint32, count);
        const Integer integer = number(value);
        QTEST(integer.shiftedLeft(count).toByteArray(), "left");
        QTEST(integer.shiftedRight(count).toByteArray(), "right");
        QTEST(Integer::power(integer, count).toByteArray(), "power");
    }

    void orderIsByValue()
    {
        const QList<Integer> ascending{number(QByteArray("-1") + QByteArray(40, '0')),
                                       number("-9223372036854775809"_ba),
                                       std::numeric_limits<qint64>::min(),
                                       -1,
                                       0,
                                       1,
                                       std::numeric_limits<qint64>::max(),
                                       number("9223372036854775808"_ba),
                                       number(QByteArray("1") + QByteArray(40, '0'))};
        for (qsizetype i = 0; i < ascending.size(); ++i) {
            for (qsizetype j = 0; j < ascending.size(); ++j) {
                const Integer &a = ascending.at(i);
                const Integer &b = ascending.at(j);
                QVERIFY((a <=> b) == (i <=> j));
                QCOMPARE(a == b, i == j);
                QCOMPARE(a.sign(), i < 4 ? -1 : i == 4 ? 0 : 1);
                QVERIFY(i != j || qHash(a, 0) == qHash(a + Integer(0), 0));
            }
        }
    }

    void doublesAreTheNearest_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<double>("nearest");
        QTest::newRow("exact") << "-3"_ba << -3.0;
        QTest::newRow("half, to even below") << "9007199254740993"_ba << 9007199254740992.0;
        QTest::newRow("half, to even above") << "9007199254740995"_ba << 9007199254740996.0;
        QTest::newRow("half of a great one, to even")
            << "36893488147419107328"_ba << 36893488147419103232.0;
        QTest::newRow("a bit over half, far below")
            << "36893488147419107329"_ba << 36893488147419111424.0;
        QTest::newRow("negative, over half")
            << "-36893488147419107329"_ba << -36893488147419111424.0;
        QTest::newRow("2**64") << "18446744073709551616"_ba << 18446744073709551616.0;
        QTest::newRow("beyond the range") << '1' + QByteArray(400, '0') << HUGE_VAL;
        QTest::newRow("far beyond the range") << "-1" + QByteArray(40000, '0') << -HUGE_VAL;
    }

    void doublesAreTheNearest()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const double, nearest);
        QCOMPARE_EQ(number(value).toDouble(), nearest);
    }

    void aComparisonWithADoubleIsExact_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<double>("other");
        QTest::addColumn<int>("order");
        QTest::newRow("equal") << "3"_ba << 3.0 << 0;
        QTest::newRow("minus zero") << "0"_ba << -0.0 << 0;
        QTest::newRow("a fraction above") << "3"_ba << 3.5 << -1;
        QTest::newRow("a fraction below zero") << "-3"_ba << -3.5 << 1;
        QTest::newRow("what a double cannot tell apart")
            << "9007199254740993"_ba << 9007199254740992.0 << 1;
        QTest::newRow("2**63-1 and 2**63")
            << "9223372036854775807"_ba << 9223372036854775808.0 << -1;
        QTest::newRow("2**63") << "9223372036854775808"_ba << 9223372036854775808.0 << 0;
        QTest::newRow("-2**63") << "-9223372036854775808"_ba << -9223372036854775808.0 << 0;
        QTest::newRow("-2**63-1") << "-9223372036854775809"_ba << -9223372036854775808.0 << -1;
        QTest::newRow("small and huge") << "5"_ba << -1e300 << 1;
        QTest::newRow("great and infinite") << QByteArray(400, '9') << HUGE_VAL << -1;
        QTest::newRow("minus infinity") << '-' + QByteArray(400, '9') << -HUGE_VAL << 1;
    }

    void aComparisonWithADoubleIsExact()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const double, other);
        QFETCH(const int, order);
        QVERIFY(number(value).compare(other) == (order <=> 0));
    }

    void nanIsUnordered()
    {
        QVERIFY(Integer(0).compare(std::nan("")) == std::partial_ordering::unordered);
        QVERIFY(!Integer::truncated(std::nan("")));
        QVERIFY(!Integer::truncated(HUGE_VAL));
    }

    void doublesAreCutTowardsZero_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("whole");
        QTest::newRow("positive") << 2.9 << "2"_ba;
        QTest::newRow("negative") << -2.9 << "-2"_ba;
        QTest::newRow("2**63") << 9223372036854775808.0 << "9223372036854775808"_ba;
        QTest::newRow("-2**63") << -9223372036854775808.0 << "-9223372036854775808"_ba;
        QTest::newRow("1e23 is a bit less") << 1e23 << "99999999999999991611392"_ba;
    }

    void doublesAreCutTowardsZero()
    {
        QFETCH(const double, value);
        QTEST(Integer::truncated(value).value().toByteArray(), "whole");
    }

    void bitsAreThoseOfTheMagnitude()
    {
        QCOMPARE(Integer(0).bits(), 0);
        QCOMPARE(Integer(1).bits(), 1);
        QCOMPARE(Integer(-255).bits(), 8);
        QCOMPARE(Integer(std::numeric_limits<qint64>::min()).bits(), 64);
        QCOMPARE(Integer(1).shiftedLeft(1000).bits(), 1001);
        QVERIFY(!Integer(1).shiftedLeft(63).toInt64());
        QCOMPARE(Integer(-1).shiftedLeft(63).toInt64(), std::numeric_limits<qint64>::min());
    }

    void aMovedOneIsUsable()
    {
        Integer from = Integer(1).shiftedLeft(100);
        const Integer copy = from;
        const Integer to = std::move(from);
        from = 5;
        QCOMPARE(to, copy);
        QCOMPARE(from + Integer(1), Integer(6));
    }
};

void TestInteger::itCountsAsPython_data()
{
    QTest::addColumn<QByteArray>("a");
    QTest::addColumn<QByteArray>("b");
    QTest::addColumn<QByteArray>("sum");
    QTest::addColumn<QByteArray>("difference");
    QTest::addColumn<QByteArray>("product");
    QTest::addColumn<QByteArray>("quotient");
    QTest::addColumn<QByteArray>("rest");
    QTest::newRow("small") << "7"_ba << "3"_ba << "10"_ba << "4"_ba << "21"_ba << "2"_ba << "1"_ba;
    QTest::newRow("small, negative dividend")
        << "-7"_ba << "3"_ba << "-4"_ba << "-10"_ba << "-21"_ba << "-3"_ba << "2"_ba;
    QTest::newRow("small, negative divisor")
        << "7"_ba << "-3"_ba << "4"_ba << "10"_ba << "-21"_ba << "-3"_ba << "-2"_ba;
    QTest::newRow("both negative")
        << "-7"_ba << "-3"_ba << "-10"_ba << "-4"_ba << "21"_ba << "2"_ba << "-1"_ba;
    QTest::newRow("no rest") << "-6"_ba << "3"_ba << "-3"_ba << "-9"_ba << "-18"_ba << "-2"_ba
                             << "0"_ba;
    QTest::newRow("zero") << "0"_ba << "-5"_ba << "-5"_ba << "5"_ba << "0"_ba << "0"_ba << "0"_ba;
    QTest::newRow("the sum leaves 64 bits")
        << "9223372036854775807"_ba << "1"_ba << "9223372036854775808"_ba
        << "9223372036854775806"_ba << "9223372036854775807"_ba << "9223372036854775807"_ba
        << "0"_ba;
    QTest::newRow("the difference leaves 64 bits")
        << "-9223372036854775808"_ba << "1"_ba << "-9223372036854775807"_ba
        << "-9223372036854775809"_ba << "-9223372036854775808"_ba << "-9223372036854775808"_ba
        << "0"_ba;
    QTest::newRow("the product leaves 64 bits")
        << "4294967296"_ba << "2147483648"_ba << "6442450944"_ba << "2147483648"_ba
        << "9223372036854775808"_ba << "2"_ba << "0"_ba;
    QTest::newRow("the quotient leaves 64 bits")
        << "-9223372036854775808"_ba << "-1"_ba << "-9223372036854775809"_ba
        << "-9223372036854775807"_ba << "9223372036854775808"_ba << "9223372036854775808"_ba
        << "0"_ba;
    QTest::newRow("the sum comes back into 64 bits")
        << "9223372036854775808"_ba << "-1"_ba << "9223372036854775807"_ba
        << "9223372036854775809"_ba << "-9223372036854775808"_ba << "-9223372036854775808"_ba
        << "0"_ba;
    QTest::newRow("exactly the least of 64 bits")
        << "4611686018427387904"_ba << "-2"_ba << "4611686018427387902"_ba
        << "4611686018427387906"_ba << "-9223372036854775808"_ba << "-2305843009213693952"_ba
        << "0"_ba;
    QTest::newRow("great and small")
        << "1000000000000000000000000000007"_ba << "10"_ba << "1000000000000000000000000000017"_ba
        << "999999999999999999999999999997"_ba << "10000000000000000000000000000070"_ba
        << "100000000000000000000000000000"_ba << "7"_ba;
    QTest::newRow("great and small negative")
        << "1000000000000000000000000000007"_ba << "-10"_ba << "999999999999999999999999999997"_ba
        << "1000000000000000000000000000017"_ba << "-10000000000000000000000000000070"_ba
        << "-100000000000000000000000000001"_ba << "-3"_ba;
    QTest::newRow("small and great")
        << "5"_ba << "1000000000000000000000000000000"_ba << "1000000000000000000000000000005"_ba
        << "-999999999999999999999999999995"_ba << "5000000000000000000000000000000"_ba << "0"_ba
        << "5"_ba;
    QTest::newRow("small negative and great")
        << "-5"_ba << "1000000000000000000000000000000"_ba << "999999999999999999999999999995"_ba
        << "-1000000000000000000000000000005"_ba << "-5000000000000000000000000000000"_ba << "-1"_ba
        << "999999999999999999999999999995"_ba;
    QTest::newRow("two great ones")
        << "10000000000000000000000000000000000000123"_ba << "-100000000000000000001"_ba
        << "9999999999999999999900000000000000000122"_ba
        << "10000000000000000000100000000000000000124"_ba
        << "-1000000000000000000010000000000000000012300000000000000000123"_ba
        << "-100000000000000000000"_ba << "-99999999999999999877"_ba;
    QTest::newRow("a great difference of nothing")
        << "10000000000000000000000000000000000000000"_ba
        << "10000000000000000000000000000000000000000"_ba
        << "20000000000000000000000000000000000000000"_ba << "0"_ba
        << "100000000000000000000000000000000000000000000000000000000000000000000000000000000"_ba
        << "1"_ba << "0"_ba;
}

void TestInteger::itCountsAsPython()
{
    QFETCH(const QByteArray, a);
    QFETCH(const QByteArray, b);
    const Integer x = number(a);
    const Integer y = number(b);
    QTEST((x + y).toByteArray(), "sum");
    QTEST((x - y).toByteArray(), "difference");
    QTEST((x * y).toByteArray(), "product");
    QTEST(Integer::floorDivide(x, y).toByteArray(), "quotient");
    QTEST(Integer::floorModulo(x, y).toByteArray(), "rest");
    QCOMPARE(-(x - y), y - x);
}

QTEST_APPLESS_MAIN(TestInteger)
#include "tst_integer.moc"
