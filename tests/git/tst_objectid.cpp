#include "models/git/objectid.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using git::ObjectId;

class TestObjectId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fortyDigitsAreAName()
    {
        const QByteArray hex = "0123456789abcdef0123456789abcdef01234567";
        const auto id = ObjectId::parse(hex);
        QVERIFY(id);
        QCOMPARE(id->toHex(), hex);
        QVERIFY(!id->isNull());
        QCOMPARE(ObjectId::fromRaw(id->raw()), *id);
        QCOMPARE(ObjectId::parse(hex.toUpper()), id);
        QCOMPARE(id->raw()[0], 0x01);
        QCOMPARE(id->raw()[19], 0x67);
    }

    void nothingElseIs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("nothing") << ""_ba;
        QTest::newRow("one digit less") << QByteArray(39, 'a');
        QTest::newRow("one digit more") << QByteArray(41, 'a');
        QTest::newRow("of SHA-256") << QByteArray(64, 'a');
        QTest::newRow("another letter") << QByteArray(39, 'a') + 'g';
        QTest::newRow("a blank") << QByteArray(39, 'a') + ' ';
        QTest::newRow("a NUL") << QByteArray(39, 'a') + '\0';
        QTest::newRow("a sign") << '-' + QByteArray(39, 'a');
    }

    void nothingElseIs()
    {
        QFETCH(const QByteArray, text);
        QVERIFY(!ObjectId::parse(text));
    }

    void theNameOfNothingIsNull()
    {
        QVERIFY(ObjectId().isNull());
        QCOMPARE(ObjectId().toHex(), QByteArray(40, '0'));
        QCOMPARE(ObjectId::parse(QByteArray(40, '0')), std::optional(ObjectId()));
    }

    void namesAreOrderedAndHashed()
    {
        const ObjectId low = *ObjectId::parse(QByteArray(39, '0') + '1');
        const ObjectId high = *ObjectId::parse('f' + QByteArray(39, '0'));
        QVERIFY(ObjectId() < low);
        QVERIFY(low < high);
        const QSet<ObjectId> all{low, high, low, ObjectId()};
        QCOMPARE(all.size(), 3);
        QVERIFY(all.contains(high));
    }
};

QTEST_APPLESS_MAIN(TestObjectId)
#include "tst_objectid.moc"
