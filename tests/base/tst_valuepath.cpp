#include "models/base/valuepath.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestValuePath : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsFoundByItsPath_data()
    {
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<bool>("isThere");
        QTest::addColumn<QString>("text");
        QTest::newRow("everything") << QStringList() << true << QString();
        QTest::newRow("a key") << QStringList{u"name"_s} << true << u"orders"_s;
        QTest::newRow("an item") << QStringList{u"list"_s, u"1"_s} << true << u"b"_s;
        QTest::newRow("a key that is a number")
            << QStringList{u"map"_s, u"0"_s} << true << u"zero"_s;
        QTest::newRow("an empty key") << QStringList{QString()} << true << u"empty"_s;
        QTest::newRow("no such key") << QStringList{u"nmae"_s} << false << QString();
        QTest::newRow("behind the last item")
            << QStringList{u"list"_s, u"2"_s} << false << QString();
        QTest::newRow("before the first item")
            << QStringList{u"list"_s, u"-1"_s} << false << QString();
        QTest::newRow("a key in a list") << QStringList{u"list"_s, u"a"_s} << false << QString();
        QTest::newRow("inside of text") << QStringList{u"name"_s, u"0"_s} << false << QString();
    }

    void aValueIsFoundByItsPath()
    {
        QFETCH(const QStringList, path);
        QFETCH(const bool, isThere);
        QFETCH(const QString, text);
        const Value value = Map{{u"name"_s, u"orders"_s},
                                {u"list"_s, List{u"a"_s, u"b"_s}},
                                {u"map"_s, Map{{u"0"_s, u"zero"_s}}},
                                {QString(), u"empty"_s}};
        const Value *found = valueAt(value, path);
        QCOMPARE(found != nullptr, isThere);
        if (found)
            QCOMPARE(found->textOr(), text);
    }

    void aStepIsAnIndexWhereItIsANumberInTheList_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<int>("index"); // -1: none
        QTest::newRow("the first") << u"0"_s << 0;
        QTest::newRow("the last") << u"2"_s << 2;
        QTest::newRow("behind it") << u"3"_s << -1;
        QTest::newRow("negative") << u"-1"_s << -1;
        QTest::newRow("no number") << u"x"_s << -1;
        QTest::newRow("nothing") << QString() << -1;
        QTest::newRow("beyond 64 bits") << u"99999999999999999999"_s << -1;
    }

    void aStepIsAnIndexWhereItIsANumberInTheList()
    {
        QFETCH(const QString, step);
        QFETCH(const int, index);
        QCOMPARE(indexIn(3, step).value_or(-1), index);
    }

    void aPointerIsAPathAndBack_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QStringList>("path");
        // The examples of RFC 6901, section 5.
        QTest::newRow("everything") << QString() << QStringList();
        QTest::newRow("a key") << u"/foo"_s << QStringList{u"foo"_s};
        QTest::newRow("an item") << u"/foo/0"_s << QStringList{u"foo"_s, u"0"_s};
        QTest::newRow("an empty key") << u"/"_s << QStringList{QString()};
        QTest::newRow("a slash") << u"/a~1b"_s << QStringList{u"a/b"_s};
        QTest::newRow("a tilde") << u"/m~0n"_s << QStringList{u"m~n"_s};
        QTest::newRow("a tilde before a 1") << u"/~01"_s << QStringList{u"~1"_s};
        QTest::newRow("other signs") << u"/c%d/e^f/ "_s << QStringList{u"c%d"_s, u"e^f"_s, u" "_s};
    }

    void aPointerIsAPathAndBack()
    {
        QFETCH(const QString, pointer);
        QFETCH(const QStringList, path);
        QCOMPARE(pathOf(pointer), std::optional(path));
        QCOMPARE(pointerOf(path), pointer);
    }

    void whatBeginsWithoutSlashIsNoPointer() { QVERIFY(!pathOf(u"a/b")); }

    void aStepIsEscaped() { QCOMPARE(pointerStep(u"a/b~c"), u"/a~1b~0c"_s); }
};

QTEST_APPLESS_MAIN(TestValuePath)
#include "tst_valuepath.moc"
