#include "models/jinja/containers.h"
#include "models/jinja/nursery.h"
#include "models/jinja/object.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::jinja;
using waymark::Integer;

namespace {

Value list(std::vector<Value> items)
{
    return Value::list(make<ListData>(std::move(items)));
}

Value tuple(std::vector<Value> items)
{
    return Value::tuple(make<ListData>(std::move(items)));
}

Value big(int digits)
{
    return {Integer::power(Integer(10), static_cast<quint32>(digits))};
}

/// Says when it goes.
class Witness final : public Object
{
public:
    explicit Witness(int &gone)
        : m_gone(gone)
    {
    }
    ~Witness() override { ++m_gone; }
    [[nodiscard]] QString typeName() const override { return u"Witness"_s; }

private:
    int &m_gone;
};

Value witness(int &gone)
{
    return {Reference<Object>(make<Witness>(gone))};
}

} // namespace

/// What a value of a template is while it runs: its types, what two names of it share, keys of
/// maps, and what becomes of it.
class ValuesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void eachKindKnowsItsType_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<int>("type");
        const auto row = [](const char *name, const Value &value, Value::Type type) {
            QTest::newRow(name) << value << static_cast<int>(type);
        };
        row("nothing", Value(), Value::Type::Missing);
        row("undefined", Value::undefined(), Value::Type::Undefined);
        row("none", Value::none(), Value::Type::None);
        row("a truth", Value(true), Value::Type::Bool);
        row("an integer", Value(7), Value::Type::Int);
        row("the largest small one", Value(Integer(std::numeric_limits<qint64>::max())),
            Value::Type::Int);
        row("a big one", big(19), Value::Type::BigInt);
        row("a float", Value(1.0), Value::Type::Float);
        row("a text", Value(u"a"_s), Value::Type::Text);
        row("markup", Value::markup(u"a"_s), Value::Type::Text);
        row("a list", list({}), Value::Type::List);
        row("a tuple", tuple({}), Value::Type::Tuple);
        row("a map", Value(make<DictData>()), Value::Type::Dict);
        row("a range", Value(make<RangeData>(0, 3, 1)), Value::Type::Range);
    }

    void eachKindKnowsItsType()
    {
        QFETCH(const Value, value);
        QFETCH(const int, type);
        QCOMPARE(static_cast<int>(value.type()), type);
        const Value copy = value; // NOLINT(performance-unnecessary-copy-initialization)
        QVERIFY(copy.isSame(value));
    }

    void twoNamesOfAListShareIt()
    {
        const Value first = list({Value(1)});
        const Value second = first; // NOLINT(performance-unnecessary-copy-initialization)
        second.items().items.emplace_back(2);
        QCOMPARE(first.items().items.size(), 2U);
        QVERIFY(first.isSame(second));
        QVERIFY(!first.isSame(list({Value(1), Value(2)})));
    }

    void aTextIsAsGoodAsItsCopy()
    {
        QVERIFY(Value(u"a"_s).isSame(Value(u"a"_s)));
        QVERIFY(!Value(u"a"_s).isSame(Value(u"b"_s)));
        QVERIFY(!Value(1).isSame(Value(1.0)));
        QVERIFY(!Value(1).isSame(Value(true)));
    }

    void whatWasMovedAwayIsLeftWithoutAShare()
    {
        Value first = list({Value(1)});
        const Value second = std::move(first);
        first = Value(u"other"_s); // NOLINT(bugprone-use-after-move): may be assigned again
        QCOMPARE(second.items().items.size(), 1U);
        QCOMPARE(first.text(), u"other"_s);
    }

    void keysAreEqualAsPythonHasThem_data()
    {
        QTest::addColumn<Value>("a");
        QTest::addColumn<Value>("b");
        QTest::addColumn<bool>("areSame");
        QTest::newRow("an integer and its float") << Value(1) << Value(1.0) << true;
        QTest::newRow("one and true") << Value(1) << Value(true) << true;
        QTest::newRow("zero and its negative") << Value(0.0) << Value(-0.0) << true;
        QTest::newRow("a big integer and its float") << big(22) << Value(1e22) << true;
        QTest::newRow("a big integer and a float beside it") << big(23) << Value(1e23) << false;
        QTest::newRow("a number and its text") << Value(1) << Value(u"1"_s) << false;
        QTest::newRow("text and markup") << Value(u"a"_s) << Value::markup(u"a"_s) << true;
        QTest::newRow("tuples item by item")
            << tuple({Value(1), Value(u"a"_s)}) << tuple({Value(true), Value(u"a"_s)}) << true;
        QTest::newRow("tuples of two lengths") << tuple({Value(1)}) << tuple({}) << false;
        QTest::newRow("none and false") << Value::none() << Value(false) << false;
    }

    void keysAreEqualAsPythonHasThem()
    {
        QFETCH(const Value, a);
        QFETCH(const Value, b);
        QFETCH(const bool, areSame);
        QCOMPARE(sameKey(a, b), areSame);
        QCOMPARE(sameKey(b, a), areSame);
        if (areSame)
            QCOMPARE(hashOf(a), hashOf(b));
    }

    void onlyWhatCannotChangeIsAKey()
    {
        QVERIFY(isHashable(tuple({Value(1)})));
        QVERIFY(!isHashable(list({})));
        QVERIFY(!isHashable(Value(make<DictData>())));
        QVERIFY(!isHashable(tuple({list({})})));
    }

    void aMapKeepsItsOrderAndItsFirstKeys()
    {
        DictData map;
        for (int i = 40; i > 0; --i) // more than are looked through one by one
            map.insert(Value(i), Value(i * i));
        map.insert(Value(7.0), Value(u"seven"_s));
        QCOMPARE(map.size(), 40);
        QCOMPARE(map.entries().front().key.integer(), 40);
        QVERIFY(map.entries()[33].key.is(Value::Type::Int));
        QCOMPARE(map.find(Value(7))->text(), u"seven"_s);
        QCOMPARE(map.remove(Value(39)).integer(), 39 * 39);
        QVERIFY(!map.find(Value(39)));
        QCOMPARE(map.find(Value(1))->integer(), 1);
        QVERIFY(map.remove(Value(39)).isMissing());
    }

    void indexKeysComeFirstInJavaScript()
    {
        DictData map;
        for (const char *key : {"b", "10", "a", "2", "01", "-1", "4294967295"})
            map.insert(QString::fromLatin1(key), Value(0));
        map.sortIndexKeys();
        QStringList keys;
        for (const DictData::Entry &entry : map.entries())
            keys += entry.key.text();
        QCOMPARE(keys,
                 (QStringList{u"2"_s, u"10"_s, u"b"_s, u"a"_s, u"01"_s, u"-1"_s, u"4294967295"_s}));
        QVERIFY(map.find(u"10"_s));
    }

    void aRangeCountsItsNumbers_data()
    {
        constexpr qint64 lowest = std::numeric_limits<qint64>::min();
        constexpr qint64 highest = std::numeric_limits<qint64>::max();
        QTest::addColumn<qint64>("start");
        QTest::addColumn<qint64>("stop");
        QTest::addColumn<qint64>("step");
        QTest::addColumn<qint64>("size");
        const auto row = [](const char *name, qint64 start, qint64 stop, qint64 step, qint64 size) {
            QTest::newRow(name) << start << stop << step << size;
        };
        row("up", 0, 3, 1, 3);
        row("down", 9, 0, -2, 5);
        row("a part of a step", 0, 7, 3, 3);
        row("nothing", 3, 3, 1, 0);
        row("the wrong way", 0, 3, -1, 0);
        row("as far as it goes", lowest, highest, 1, highest);
        row("as far as it goes down", highest, lowest, -1, highest);
        row("in one step", lowest, highest, highest, 3);
        row("in the largest step down", highest, lowest, lowest, 2);
    }

    void aRangeCountsItsNumbers()
    {
        QFETCH(const qint64, start);
        QFETCH(const qint64, stop);
        QFETCH(const qint64, step);
        QFETCH(const qint64, size);
        QCOMPARE(RangeData(start, stop, step).size(), size);
    }

    void whatHoldsItselfGoesWithItsNursery()
    {
        int gone = 0;
        {
            const Nursery nursery;
            const Value own = list({witness(gone)});
            own.items().items.push_back(own);
            const auto map = make<DictData>();
            map->insert(u"witness"_s, witness(gone));
            map->insert(u"other"_s, tuple({Value(map)}));
        }
        QCOMPARE(gone, 2);
    }

    void whatIsHeldByOthersIsEmptiedAtTheEnd()
    {
        int gone = 0;
        Value outside;
        {
            const Nursery nursery;
            outside = list({witness(gone)});
        }
        QCOMPARE(gone, 1);
        QVERIFY(outside.items().items.empty());
    }

    void whatWasMadeOutsideIsLeftAlone()
    {
        int gone = 0;
        const Value before = list({witness(gone)});
        {
            const Nursery nursery;
            const Nursery inner;
            before.items().items.push_back(list({before}));
        }
        QCOMPARE(gone, 0);
        QCOMPARE(before.items().items.size(), 2U); // the inner list lost what it held
        QVERIFY(before.items().items.back().items().items.empty());
    }

    void whatGoesEarlyIsForgotten()
    {
        int gone = 0;
        const Nursery nursery;
        for (int i = 0; i < 3; ++i)
            (void)list({list({witness(gone)}), list({})});
        QCOMPARE(gone, 3);
    }
};

QTEST_APPLESS_MAIN(ValuesTest)
#include "tst_values.moc"
