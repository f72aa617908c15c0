#include "models/base/json.h"
#include "tests/support/randomvalues.h"
#include "tests/support/testing.h"

#include <bit>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// `value` without what JSON cannot hold: NaN and the infinities become null, as they are written.
Value writable(const Value &value)
{
    if (const double *number = value.toFloat(); number && !std::isfinite(*number))
        return {};
    if (const List *list = value.toList()) {
        List result;
        for (const Value &item : *list)
            result.append(writable(item));
        return result;
    }
    const Map *map = value.toMap();
    if (!map)
        return value;
    Map result;
    for (const Map::Entry &entry : *map)
        result.insert(entry.key, writable(entry.value));
    return result;
}

} // namespace

class TestJsonProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrittenIsReadWithoutLoss_data() { addSeeds(60); }

    void whatIsWrittenIsReadWithoutLoss()
    {
        QFETCH(const quint32, seed);
        testing::ValueSource source(seed);
        for (int round = 0; round < 20; ++round) {
            const Value value = writable(source.value(4));
            for (const JsonLayout layout : {JsonLayout::Compact, JsonLayout::Indented}) {
                const QByteArray json = toJson(value, layout);
                const Result<Value> back = parseJson(json);
                VERIFY_RESULT(back);
                QVERIFY2(*back == value, json.constData());
                QCOMPARE(toJson(*back, layout), json);
            }
        }
    }

    void layoutsHoldTheSame_data() { addSeeds(20); }

    void layoutsHoldTheSame()
    {
        QFETCH(const quint32, seed);
        const Value value = testing::ValueSource(seed).value(4);
        const Result<Value> indented = parseJson(toJson(value, JsonLayout::Indented));
        VERIFY_RESULT(indented);
        QCOMPARE(toJson(*indented), toJson(value));
    }

    void aDamagedTextIsReadOrRefusedAtAPlaceInIt_data() { addSeeds(200); }

    void aDamagedTextIsReadOrRefusedAtAPlaceInIt()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        QByteArray json = toJson(testing::ValueSource(seed).value(3), JsonLayout::Indented);
        static const QByteArrayList pieces{"{", "}", "[", "]",  ",", ":", "\"", "\\",   "1", "-",
                                           ".", "e", " ", "\n", "x", "'", "/",  "\xC3", "\0"};
        for (int i = random.bounded(1, 4); i > 0; --i)
            json.insert(random.bounded(json.size() + 1), pieces.at(random.bounded(pieces.size())));
        const Result<Value> value = parseJson(json, u"d.json"_s);
        if (value) {
            QCOMPARE(toJson(*parseJson(toJson(*value))), toJson(*value));
            return;
        }
        const Problem &problem = value.error().problem;
        QCOMPARE(problem.file, u"d.json"_s);
        QVERIFY(problem.position.has_value());
        QVERIFY(problem.position->line >= 1);
        QVERIFY(problem.position->line <= json.count('\n') + 1);
        QVERIFY(problem.position->column >= 1);
        QVERIFY(!problem.message.isEmpty());
    }

    void everyDoubleComesBackBitByBit_data() { addSeeds(20); }

    void everyDoubleComesBackBitByBit()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        for (int round = 0; round < 500; ++round) {
            const auto number = std::bit_cast<double>(random.generate64());
            if (!std::isfinite(number))
                continue;
            const QByteArray digits = shortestDigits(number);
            QCOMPARE(digits.toDouble(), number);
            const Result<Value> value = parseJson(toJson(Value(number)));
            VERIFY_RESULT(value);
            QVERIFY(value->toFloat());
            QCOMPARE(std::bit_cast<quint64>(*value->toFloat()), std::bit_cast<quint64>(number));
        }
    }

    void everyTextIsAStringOfItsOwn_data() { addSeeds(40); }

    void everyTextIsAStringOfItsOwn()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        QString text;
        for (int i = random.bounded(40); i > 0; --i) {
            const char32_t point
                = random.bounded(2) == 0 ? random.bounded(0x80u) : random.bounded(0x11000u);
            if (point < 0xD800 || point > 0xDFFF)
                text += QChar::fromUcs4(point);
        }
        const QByteArray json = jsonString(text);
        QVERIFY(json.startsWith('"') && json.endsWith('"'));
        QVERIFY(!json.contains('\n'));
        const Result<Value> value = parseJson(json);
        VERIFY_RESULT(value);
        QCOMPARE(value->textOr(), text);
    }

private:
    static void addSeeds(quint32 usual)
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= testing::propertyRuns(usual); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }
};

QTEST_APPLESS_MAIN(TestJsonProperties)
#include "tst_jsonproperties.moc"
