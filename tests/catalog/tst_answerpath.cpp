#include "models/catalog/answerpath.h"
#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

class TestAnswerPath : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aPathIsReadAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("path");
        QTest::newRow("a name") << u"port"_s << QStringList{u"port"_s};
        QTest::newRow("inside a group") << u"a.b"_s << QStringList{u"a"_s, u"b"_s};
        QTest::newRow("an item by its dot") << u"a.0.b"_s << QStringList{u"a"_s, u"0"_s, u"b"_s};
        QTest::newRow("an item in brackets") << u"a[0].b"_s << QStringList{u"a"_s, u"0"_s, u"b"_s};
        QTest::newRow("items of items") << u"a[0][1]"_s << QStringList{u"a"_s, u"0"_s, u"1"_s};
        QTest::newRow("a bracket left open") << u"a[0"_s << QStringList{u"a"_s, u"0"_s};
    }
    void aPathIsReadAsPeopleWriteIt()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, path);
        QCOMPARE(parseAnswerPath(text), path);
    }

    void aPathIsShownWithBracketsForItemsOnly()
    {
        const Value answers = json("{'a': [{'b': {'0': 1}}]}");
        QCOMPARE(toText({u"a"_s, u"0"_s, u"b"_s, u"0"_s}, answers), u"a[0].b.0"_s);
        QCOMPARE(toText({u"a"_s, u"0"_s}), u"a.0"_s);
        QCOMPARE(toText({}), QString());
    }

    void aValueIsFoundSetAndRemoved_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("with");
        QTest::addColumn<QString>("without");
        QTest::newRow("a name that is there")
            << u"a"_s << u"{'a':9,'l':[1,2]}"_s << u"{'l':[1,2]}"_s;
        QTest::newRow("a new name")
            << u"b"_s << u"{'a':{'x':1},'l':[1,2],'b':9}"_s << u"{'a':{'x':1},'l':[1,2]}"_s;
        QTest::newRow("in a map") << u"a.x"_s << u"{'a':{'x':9},'l':[1,2]}"_s
                                  << u"{'a':{},'l':[1,2]}"_s;
        QTest::newRow("in maps that are made")
            << u"n.m.o"_s << u"{'a':{'x':1},'l':[1,2],'n':{'m':{'o':9}}}"_s
            << u"{'a':{'x':1},'l':[1,2]}"_s;
        QTest::newRow("an item") << u"l.0"_s << u"{'a':{'x':1},'l':[9,2]}"_s
                                 << u"{'a':{'x':1},'l':[2]}"_s;
        QTest::newRow("one item more")
            << u"l.2"_s << u"{'a':{'x':1},'l':[1,2,9]}"_s << u"{'a':{'x':1},'l':[1,2]}"_s;
        QTest::newRow("no number in a list")
            << u"l.x"_s << u"{'a':{'x':1},'l':[1,2,9]}"_s << u"{'a':{'x':1},'l':[1,2]}"_s;
    }
    void aValueIsFoundSetAndRemoved()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, with);
        QFETCH(const QString, without);
        const Value answers = json("{'a': {'x': 1}, 'l': [1, 2]}");
        QCOMPARE(toTest(withValueAt(answers, parseAnswerPath(path), 9)), with);
        QCOMPARE(toTest(withoutValueAt(answers, parseAnswerPath(path))), without);
    }

    void whatIsNotThereIsNotFound()
    {
        const Value answers = json("{'a': {'x': 1}, 'l': [1, 2]}");
        QCOMPARE(*valueAt(answers, {u"l"_s, u"1"_s}), Value(2));
        QVERIFY(!valueAt(answers, {u"l"_s, u"2"_s}));
        QVERIFY(!valueAt(answers, {u"l"_s, u"-1"_s}));
        QVERIFY(!valueAt(answers, {u"a"_s, u"x"_s, u"y"_s}));
        QCOMPARE(valueAt(answers, {}), &answers);
    }
};

QTEST_APPLESS_MAIN(TestAnswerPath)
#include "tst_answerpath.moc"
