#include "models/base/value.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typesStayApart_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<Value::Type>("type");
        QTest::addColumn<QString>("name");
        QTest::newRow("null") << Value(nullptr) << Value::Type::Null << u"nothing"_s;
        QTest::newRow("true") << Value(true) << Value::Type::Bool << u"a truth value"_s;
        QTest::newRow("1") << Value(1) << Value::Type::Integer << u"a whole number"_s;
        QTest::newRow("1.0") << Value(1.0) << Value::Type::Float << u"a number"_s;
        QTest::newRow("text") << Value(u"1"_s) << Value::Type::Text << u"text"_s;
        QTest::newRow("list") << Value(List{1}) << Value::Type::List << u"a list"_s;
        QTest::newRow("map") << Value(Map{{u"a"_s, 1}}) << Value::Type::Map << u"a map"_s;
    }

    void typesStayApart()
    {
        QFETCH(const Value, value);
        QTEST(value.type(), "type");
        QTEST(value.typeName(), "name");
        const QList<Value> all{nullptr, true, 1, 1.0, u"1"_s, List{1}, Map{{u"a"_s, 1}}};
        QCOMPARE(all.count(value), 1);
    }

    void nanEqualsItself()
    {
        const double nan = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(Value(nan), Value(nan));
        QVERIFY(Value(nan) != Value(0.0));
    }

    void aListOfTextsIsAList()
    {
        QCOMPARE(Value(QStringList{u"a"_s, u"b"_s}), Value(List{u"a"_s, u"b"_s}));
    }

    void onlyTextIsText()
    {
        QCOMPARE(Value(u"x"_s).textOr(u"y"_s), u"x"_s);
        QCOMPARE(Value(1).textOr(u"y"_s), u"y"_s);
    }

    void aMapKeepsTheOrderOfItsKeys_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("a few") << 4;
        QTest::newRow("the last without a hash") << 16;
        QTest::newRow("many") << 5000;
    }

    void aMapKeepsTheOrderOfItsKeys()
    {
        QFETCH(const int, size);
        Map map;
        QStringList keys;
        for (int i = size; i > 0; --i) {
            keys += u"key%1"_s.arg(i);
            map.insert(keys.last(), i);
        }
        map.insert(keys.first(), u"changed"_s);
        QCOMPARE(map.size(), size);
        QCOMPARE(map.keys(), keys);
        QCOMPARE(map.value(keys.first()), Value(u"changed"_s));
        QCOMPARE(map.value(keys.last()), Value(1));
        QCOMPARE(map.find(u"absent"), nullptr);
        *map.find(keys.at(1)) = Value(true);
        QCOMPARE(map.value(keys.at(1)), Value(true));

        const Map before = map;
        QVERIFY(map.remove(keys.at(1)));
        QVERIFY(!map.remove(keys.at(1)));
        QVERIFY(!map.contains(keys.at(1)));
        QVERIFY(before.contains(keys.at(1)));
        QCOMPARE(map.value(keys.last()), Value(1));
        keys.removeAt(1);
        QCOMPARE(map.keys(), keys);
    }

    void mapsDifferByOrder()
    {
        const Map ab{{u"a"_s, 1}, {u"b"_s, 2}};
        const Map ba{{u"b"_s, 2}, {u"a"_s, 1}};
        QVERIFY(ab != ba);
        QVERIFY(ab == (Map{{u"a"_s, 0}, {u"b"_s, 2}, {u"a"_s, 1}}));
    }
};

QTEST_APPLESS_MAIN(TestValue)
#include "tst_value.moc"
