#include "models/base/closest.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestClosest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLikeliestNameIsFound_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("known");
        QTest::addColumn<QString>("found");
        const QStringList commands{u"list"_s, u"show"_s, u"new"_s, u"plan"_s, u"undo"_s};
        QTest::newRow("a letter too many") << u"plaan"_s << commands << u"plan"_s;
        QTest::newRow("a letter missing") << u"lst"_s << commands << u"list"_s;
        QTest::newRow("another letter") << u"udno"_s << commands << u"undo"_s;
        QTest::newRow("two letters swapped count once") << u"nwe"_s << commands << u"new"_s;
        QTest::newRow("case apart") << u"SHOW"_s << commands << u"show"_s;
        QTest::newRow("the very word") << u"list"_s << commands << u"list"_s;
        QTest::newRow("beyond a third") << u"slip"_s << commands << QString();
        QTest::newRow("a third of a long word")
            << u"serviceXXYY"_s << QStringList{u"service"_s} << QString();
        QTest::newRow("three edits in nine letters")
            << u"servXXcYe"_s << QStringList{u"servabcde"_s} << u"servabcde"_s;
        QTest::newRow("nothing typed") << QString() << commands << QString();
        QTest::newRow("nothing known") << u"list"_s << QStringList() << QString();
        QTest::newRow("one letter is not any other letter")
            << u"a"_s << QStringList{u"b"_s} << QString();
        QTest::newRow("one letter in the other case")
            << u"N"_s << QStringList{u"y"_s, u"n"_s} << u"n"_s;
        QTest::newRow("the nearer of two")
            << u"ports"_s << QStringList{u"parks"_s, u"port"_s} << u"port"_s;
        QTest::newRow("the first of two as near")
            << u"pot"_s << QStringList{u"port"_s, u"pit"_s} << u"port"_s;
        QTest::newRow("letters beyond ASCII")
            << u"größe"_s << QStringList{u"Grösse"_s, u"GRÖßE"_s} << u"GRÖßE"_s;
        QTest::newRow("an endless word costs nothing")
            << QString(10'000'000, u'a') << QStringList{QString(10'000'000, u'b')} << QString();
    }

    void theLikeliestNameIsFound()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, known);
        QTEST(closest(typed, known), "found");
    }

    void theQuestionNamesWhatWasFound()
    {
        QCOMPARE(didYouMean(u"ordrs", {u"orders"_s}), u"Did you mean “orders”?"_s);
        QCOMPARE(didYouMean(u"xyz", {u"orders"_s}), QString());
    }
};

QTEST_APPLESS_MAIN(TestClosest)
#include "tst_closest.moc"
