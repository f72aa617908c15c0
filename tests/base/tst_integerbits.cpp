#include "models/base/integer.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

Integer number(const QByteArray &digits)
{
    return Integer::parse(digits).value();
}

} // namespace

class TestIntegerBits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPowerIsPythons_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<quint32>("exponent");
        QTest::addColumn<QByteArray>("power");
        QTest::newRow("0 to the 0") << "0"_ba << quint32(0) << "1"_ba;
        QTest::newRow("0 to the 5") << "0"_ba << quint32(5) << "0"_ba;
        QTest::newRow("1 to the 1000000") << "1"_ba << quint32(1000000) << "1"_ba;
        QTest::newRow("-1 to the 1000001") << "-1"_ba << quint32(1000001) << "-1"_ba;
        QTest::newRow("-1 to the 1000000") << "-1"_ba << quint32(1000000) << "1"_ba;
        QTest::newRow("2 to the 62") << "2"_ba << quint32(62) << "4611686018427387904"_ba;
        QTest::newRow("2 to the 63") << "2"_ba << quint32(63) << "9223372036854775808"_ba;
        QTest::newRow("2 to the 64") << "2"_ba << quint32(64) << "18446744073709551616"_ba;
        QTest::newRow("-2 to the 63") << "-2"_ba << quint32(63) << "-9223372036854775808"_ba;
        QTest::newRow("-2 to the 64") << "-2"_ba << quint32(64) << "18446744073709551616"_ba;
        QTest::newRow("10 to the 18") << "10"_ba << quint32(18) << "1000000000000000000"_ba;
        QTest::newRow("10 to the 19") << "10"_ba << quint32(19) << "10000000000000000000"_ba;
        QTest::newRow("10 to the 30")
            << "10"_ba << quint32(30) << "1000000000000000000000000000000"_ba;
        QTest::newRow("-3 to the 41") << "-3"_ba << quint32(41) << "-36472996377170786403"_ba;
        QTest::newRow("7 to the 1") << "7"_ba << quint32(1) << "7"_ba;
        QTest::newRow("7 to the 0") << "7"_ba << quint32(0) << "1"_ba;
        QTest::newRow("9223372036854775808 to the 2")
            << "9223372036854775808"_ba << quint32(2)
            << "85070591730234615865843651857942052864"_ba;
        QTest::newRow("-18446744073709551616 to the 3")
            << "-18446744073709551616"_ba << quint32(3)
            << "-6277101735386680763835789423207666416102355444464034512896"_ba;
        QTest::newRow("12345678901234567890 to the 2")
            << "12345678901234567890"_ba << quint32(2)
            << "152415787532388367501905199875019052100"_ba;
    }

    void aPowerIsPythons()
    {
        QFETCH(const QByteArray, base);
        QFETCH(const quint32, exponent);
        QFETCH(const QByteArray, power);
        QCOMPARE(Integer::power(number(base), exponent).toByteArray(), power);
    }

    void aShiftIsPythons_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<quint32>("count");
        QTest::addColumn<QByteArray>("left");
        QTest::addColumn<QByteArray>("right");
        QTest::newRow("0 by 1") << "0"_ba << quint32(1) << "0"_ba << "0"_ba;
        QTest::newRow("0 by 3") << "0"_ba << quint32(3) << "0"_ba << "0"_ba;
        QTest::newRow("1 by 1") << "1"_ba << quint32(1) << "2"_ba << "0"_ba;
        QTest::newRow("1 by 3") << "1"_ba << quint32(3) << "8"_ba << "0"_ba;
        QTest::newRow("-1 by 0") << "-1"_ba << quint32(0) << "-1"_ba << "-1"_ba;
        QTest::newRow("-1 by 3") << "-1"_ba << quint32(3) << "-8"_ba << "-1"_ba;
        QTest::newRow("-1 by 63") << "-1"_ba << quint32(63) << "-9223372036854775808"_ba << "-1"_ba;
        QTest::newRow("-1 by 64") << "-1"_ba << quint32(64) << "-18446744073709551616"_ba
                                  << "-1"_ba;
        QTest::newRow("-1 by 70") << "-1"_ba << quint32(70) << "-1180591620717411303424"_ba
                                  << "-1"_ba;
        QTest::newRow("5 by 0") << "5"_ba << quint32(0) << "5"_ba << "5"_ba;
        QTest::newRow("5 by 3") << "5"_ba << quint32(3) << "40"_ba << "0"_ba;
        QTest::newRow("5 by 70") << "5"_ba << quint32(70) << "5902958103587056517120"_ba << "0"_ba;
        QTest::newRow("-5 by 0") << "-5"_ba << quint32(0) << "-5"_ba << "-5"_ba;
        QTest::newRow("-5 by 63") << "-5"_ba << quint32(63) << "-46116860184273879040"_ba
                                  << "-1"_ba;
        QTest::newRow("-5 by 70") << "-5"_ba << quint32(70) << "-5902958103587056517120"_ba
                                  << "-1"_ba;
        QTest::newRow("4611686018427387904 by 0")
            << "4611686018427387904"_ba << quint32(0) << "4611686018427387904"_ba
            << "4611686018427387904"_ba;
        QTest::newRow("4611686018427387904 by 1")
            << "4611686018427387904"_ba << quint32(1) << "9223372036854775808"_ba
            << "2305843009213693952"_ba;
        QTest::newRow("4611686018427387904 by 3")
            << "4611686018427387904"_ba << quint32(3) << "36893488147419103232"_ba
            << "576460752303423488"_ba;
        QTest::newRow("4611686018427387904 by 63")
            << "4611686018427387904"_ba << quint32(63)
            << "42535295865117307932921825928971026432"_ba << "0"_ba;
        QTest::newRow("4611686018427387904 by 70")
            << "4611686018427387904"_ba << quint32(70)
            << "5444517870735015415413993718908291383296"_ba << "0"_ba;
        QTest::newRow("-4611686018427387904 by 1")
            << "-4611686018427387904"_ba << quint32(1) << "-9223372036854775808"_ba
            << "-2305843009213693952"_ba;
        QTest::newRow("-4611686018427387904 by 3")
            << "-4611686018427387904"_ba << quint32(3) << "-36893488147419103232"_ba
            << "-576460752303423488"_ba;
        QTest::newRow("-4611686018427387904 by 64")
            << "-4611686018427387904"_ba << quint32(64)
            << "-85070591730234615865843651857942052864"_ba << "-1"_ba;
        QTest::newRow("9223372036854775807 by 0")
            << "9223372036854775807"_ba << quint32(0) << "9223372036854775807"_ba
            << "9223372036854775807"_ba;
        QTest::newRow("9223372036854775807 by 3")
            << "9223372036854775807"_ba << quint32(3) << "73786976294838206456"_ba
            << "1152921504606846975"_ba;
        QTest::newRow("9223372036854775807 by 63")
            << "9223372036854775807"_ba << quint32(63)
            << "85070591730234615856620279821087277056"_ba << "0"_ba;
        QTest::newRow("9223372036854775807 by 64")
            << "9223372036854775807"_ba << quint32(64)
            << "170141183460469231713240559642174554112"_ba << "0"_ba;
        QTest::newRow("9223372036854775807 by 70")
            << "9223372036854775807"_ba << quint32(70)
            << "10889035741470030829647395817099171463168"_ba << "0"_ba;
        QTest::newRow("-9223372036854775808 by 1")
            << "-9223372036854775808"_ba << quint32(1) << "-18446744073709551616"_ba
            << "-4611686018427387904"_ba;
        QTest::newRow("-9223372036854775808 by 63")
            << "-9223372036854775808"_ba << quint32(63)
            << "-85070591730234615865843651857942052864"_ba << "-1"_ba;
        QTest::newRow("-9223372036854775808 by 64")
            << "-9223372036854775808"_ba << quint32(64)
            << "-170141183460469231731687303715884105728"_ba << "-1"_ba;
        QTest::newRow("-9223372036854775808 by 70")
            << "-9223372036854775808"_ba << quint32(70)
            << "-10889035741470030830827987437816582766592"_ba << "-1"_ba;
        QTest::newRow("18446744073709551616 by 1")
            << "18446744073709551616"_ba << quint32(1) << "36893488147419103232"_ba
            << "9223372036854775808"_ba;
        QTest::newRow("18446744073709551616 by 70")
            << "18446744073709551616"_ba << quint32(70)
            << "21778071482940061661655974875633165533184"_ba << "0"_ba;
        QTest::newRow("-18446744073709551617 by 0")
            << "-18446744073709551617"_ba << quint32(0) << "-18446744073709551617"_ba
            << "-18446744073709551617"_ba;
        QTest::newRow("-18446744073709551617 by 1")
            << "-18446744073709551617"_ba << quint32(1) << "-36893488147419103234"_ba
            << "-9223372036854775809"_ba;
        QTest::newRow("-18446744073709551617 by 63")
            << "-18446744073709551617"_ba << quint32(63)
            << "-170141183460469231740910675752738881536"_ba << "-3"_ba;
        QTest::newRow("10000000000000000000000000 by 3")
            << "10000000000000000000000000"_ba << quint32(3) << "80000000000000000000000000"_ba
            << "1250000000000000000000000"_ba;
        QTest::newRow("10000000000000000000000000 by 63")
            << "10000000000000000000000000"_ba << quint32(63)
            << "92233720368547758080000000000000000000000000"_ba << "1084202"_ba;
    }

    void aShiftIsPythons()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const quint32, count);
        QFETCH(const QByteArray, left);
        QFETCH(const QByteArray, right);
        QCOMPARE(number(value).shiftedLeft(count).toByteArray(), left);
        QCOMPARE(number(value).shiftedRight(count).toByteArray(), right);
    }

    void bitsAndDigitsArePythons_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("bits");
        QTest::addColumn<QByteArray>("hexadecimal");
        QTest::addColumn<double>("nearest");
        QTest::newRow("0") << "0"_ba << 0 << "0"_ba << 0.0;
        QTest::newRow("1") << "1"_ba << 1 << "1"_ba << 1.0;
        QTest::newRow("-1") << "-1"_ba << 1 << "-1"_ba << -1.0;
        QTest::newRow("7") << "7"_ba << 3 << "7"_ba << 7.0;
        QTest::newRow("-7") << "-7"_ba << 3 << "-7"_ba << -7.0;
        QTest::newRow("12") << "12"_ba << 4 << "c"_ba << 12.0;
        QTest::newRow("2147483648") << "2147483648"_ba << 32 << "80000000"_ba << 2147483648.0;
        QTest::newRow("4294967295") << "4294967295"_ba << 32 << "ffffffff"_ba << 4294967295.0;
        QTest::newRow("-2147483648") << "-2147483648"_ba << 32 << "-80000000"_ba << -2147483648.0;
        QTest::newRow("4611686018427387904")
            << "4611686018427387904"_ba << 63 << "4000000000000000"_ba << 4.611686018427388e+18;
        QTest::newRow("9223372036854775807")
            << "9223372036854775807"_ba << 63 << "7fffffffffffffff"_ba << 9.223372036854776e+18;
        QTest::newRow("9223372036854775808")
            << "9223372036854775808"_ba << 64 << "8000000000000000"_ba << 9.223372036854776e+18;
        QTest::newRow("-9223372036854775808")
            << "-9223372036854775808"_ba << 64 << "-8000000000000000"_ba << -9.223372036854776e+18;
        QTest::newRow("-9223372036854775809")
            << "-9223372036854775809"_ba << 64 << "-8000000000000001"_ba << -9.223372036854776e+18;
        QTest::newRow("18446744073709551615")
            << "18446744073709551615"_ba << 64 << "ffffffffffffffff"_ba << 1.8446744073709552e+19;
        QTest::newRow("18446744073709551616")
            << "18446744073709551616"_ba << 65 << "10000000000000000"_ba << 1.8446744073709552e+19;
        QTest::newRow("10000000000000000000")
            << "10000000000000000000"_ba << 64 << "8ac7230489e80000"_ba << 1e+19;
        QTest::newRow("-100000000000000000000")
            << "-100000000000000000000"_ba << 67 << "-56bc75e2d63100000"_ba << -1e+20;
        QTest::newRow("1000000000000000000000000000007")
            << "1000000000000000000000000000007"_ba << 100 << "c9f2c9cd04674edea40000007"_ba
            << 1e+30;
        QTest::newRow("-717897987691852588770249")
            << "-717897987691852588770249"_ba << 80 << "-980553f0db2fd09de3c9"_ba
            << -7.178979876918526e+23;
        QTest::newRow("170141183460469231731687303715884105727")
            << "170141183460469231731687303715884105727"_ba << 127
            << "7fffffffffffffffffffffffffffffff"_ba << 1.7014118346046923e+38;
        QTest::newRow("9007199254740992")
            << "9007199254740992"_ba << 54 << "20000000000000"_ba << 9007199254740992.0;
        QTest::newRow("9007199254740993")
            << "9007199254740993"_ba << 54 << "20000000000001"_ba << 9007199254740992.0;
        QTest::newRow("9007199254740994")
            << "9007199254740994"_ba << 54 << "20000000000002"_ba << 9007199254740994.0;
        QTest::newRow("9007199254740995")
            << "9007199254740995"_ba << 54 << "20000000000003"_ba << 9007199254740996.0;
        QTest::newRow("-9007199254740993")
            << "-9007199254740993"_ba << 54 << "-20000000000001"_ba << -9007199254740992.0;
        QTest::newRow("18446744073709553664")
            << "18446744073709553664"_ba << 65 << "10000000000000800"_ba << 1.8446744073709552e+19;
        QTest::newRow("18446744073709553665")
            << "18446744073709553665"_ba << 65 << "10000000000000801"_ba << 1.8446744073709556e+19;
        QTest::newRow("18446744073709557760")
            << "18446744073709557760"_ba << 65 << "10000000000001800"_ba << 1.844674407370956e+19;
        QTest::newRow("10000000000000000000000")
            << "10000000000000000000000"_ba << 74 << "21e19e0c9bab2400000"_ba << 1e+22;
        QTest::newRow("100000000000000000000000")
            << "100000000000000000000000"_ba << 77 << "152d02c7e14af6800000"_ba << 1e+23;
    }

    void bitsAndDigitsArePythons()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const int, bits);
        QFETCH(const QByteArray, hexadecimal);
        QFETCH(const double, nearest);
        const Integer integer = number(value);
        QCOMPARE(integer.bits(), bits);
        QCOMPARE(integer.toByteArray(16), hexadecimal);
        QCOMPARE(Integer::parse(hexadecimal, 16), std::optional(integer));
        QVERIFY(integer.toDouble() == nearest);
    }
};

QTEST_APPLESS_MAIN(TestIntegerBits)
#include "tst_integerbits.moc"
