#include "models/items/lineplace.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestLinePlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlaceIsRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("a line") << u"12"_s << 12 << 1;
        QTest::newRow("a line and a column") << u"12:4"_s << 12 << 4;
        QTest::newRow("with blanks") << u" 3 : 7 "_s << 3 << 7;
        QTest::newRow("the last line") << u"43"_s << 43 << 1;
    }

    void aPlaceIsRead()
    {
        QFETCH(const QString, text);
        const auto place = readLinePlace(text, 43);
        QVERIFY(place);
        QTEST(place->line, "line");
        QTEST(place->column, "column");
    }

    void whatIsNoPlaceIsExplained_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const QString how = u"Write a line, or a line and a column: 12 or 12:4."_s;
        QTest::newRow("nothing") << u""_s << how;
        QTest::newRow("a word") << u"twelve"_s << how;
        QTest::newRow("no line") << u"0"_s << how;
        QTest::newRow("below") << u"-2"_s << how;
        QTest::newRow("no column") << u"12:"_s << how;
        QTest::newRow("column 0") << u"12:0"_s << how;
        QTest::newRow("too much") << u"12:4:1"_s << how;
        QTest::newRow("more than a number holds") << u"99999999999"_s << how;
        QTest::newRow("behind the end") << u"44"_s << u"This file has only 43 lines."_s;
    }

    void whatIsNoPlaceIsExplained()
    {
        QFETCH(const QString, text);
        const auto place = readLinePlace(text, 43);
        QVERIFY(!place);
        QTEST(place.error().problem.message, "message");
    }

    void oneLineIsSaidAsOne()
    {
        QCOMPARE(readLinePlace(u"2"_s, 1).error().problem.message, u"This file has only 1 line."_s);
    }
};

QTEST_APPLESS_MAIN(TestLinePlace)
#include "tst_lineplace.moc"
