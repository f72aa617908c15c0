#include "models/jinja/dialects/fixedfloat.h"

#include <QByteArray>
#include <QTest>

#include <charconv>
#include <cmath>
#include <random>

using namespace waymark::jinja;

namespace {

QByteArray written(double value)
{
    char digits[longestFloat];
    return {digits, writeFixed(value, digits) - digits};
}

QByteArray asTheLibraryDoes(double value)
{
    char digits[64];
    const auto end = std::to_chars(digits, digits + 64, value, std::chars_format::fixed).ptr;
    return {digits, end - digits};
}

} // namespace

class TestFixedFloat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheShortestDigits_data()
    {
        QTest::addColumn<double>("value");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << 0.0 << QByteArray("0");
        QTest::newRow("nothing below") << -0.0 << QByteArray("-0");
        QTest::newRow("whole") << 42.0 << QByteArray("42");
        QTest::newRow("one decimal") << -0.5 << QByteArray("-0.5");
        QTest::newRow("two, of which a product is not exact") << 0.29 << QByteArray("0.29");
        QTest::newRow("zeros behind the point") << 7.001 << QByteArray("7.001");
        QTest::newRow("four") << 0.0001 << QByteArray("0.0001");
        QTest::newRow("not what it seems") << 0.1 + 0.2 << QByteArray("0.30000000000000004");
        QTest::newRow("fifteen digits") << 123456789012.345 << QByteArray("123456789012.345");
        QTest::newRow("more") << 1234567890123.4567 << QByteArray("1234567890123.4568");
        QTest::newRow("large") << 9007199254740993.0 << QByteArray("9007199254740992");
    }
    void writesTheShortestDigits()
    {
        QFETCH(const double, value);
        QTEST(written(value), "text");
    }

    void writesWhatTheLibraryWrites()
    {
        std::mt19937_64 random(1);
        constexpr int runs = 200'000;
        for (int i = 0; i < runs; ++i) {
            const auto digits = static_cast<double>(random() % 1'000'000'000'000'000);
            const double decimal = digits / std::pow(10.0, static_cast<double>(random() % 12));
            const double any = std::ldexp(static_cast<double>(random() >> 11U),
                                          -static_cast<int>(random() % 70));
            for (const double value : {decimal, -decimal, any}) {
                if (value == 0 || std::abs(value) < 1e-6)
                    continue;
                QCOMPARE(written(value), asTheLibraryDoes(value));
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestFixedFloat)

#include "tst_fixedfloat.moc"
