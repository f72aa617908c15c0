#include "models/base/jsondocument.h"

#include "models/base/json.h"
#include "tests/support/testing.h"

#include <cmath>

using namespace waymark;
using namespace Qt::StringLiterals;

class TestJsonDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyValueHasItsPlace_data()
    {
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("the whole") << QStringList() << 1 << 1;
        QTest::newRow("a key") << QStringList{u"a"_s} << 2 << 3;
        QTest::newRow("an item") << QStringList{u"b"_s, u"1"_s} << 3 << 13;
        QTest::newRow("a key inside") << QStringList{u"c"_s, u"d"_s} << 4 << 9;
        QTest::newRow("nearest") << QStringList{u"c"_s, u"x"_s} << 4 << 3;
    }
    void everyValueHasItsPlace()
    {
        QFETCH(const QStringList, path);
        const auto document = JsonDocument::read(
            "{\n  \"a\": 1,\n  \"b\": [10, 11],\n  \"c\": {\"d\": null}\n}\n", u"f.json"_s);
        VERIFY_RESULT(document);
        const Problem placed = document->placed({.message = u"m"_s}, path);
        QCOMPARE(placed.file, u"f.json"_s);
        QVERIFY(placed.position);
        QTEST(placed.position->line, "line");
        QTEST(placed.position->column, "column");
    }

    void theLastOfTwoValuesCounts()
    {
        const auto document = JsonDocument::read(R"({"a": 1, "b": 2, "a": 3})", {});
        VERIFY_RESULT(document);
        QCOMPARE(toJson(document->value()), R"({"a":3,"b":2})");
    }

    void numbersThatJsonDoesNotHaveAreRead()
    {
        const auto document = JsonDocument::read("[NaN, Infinity, -Infinity, -1]", {});
        VERIFY_RESULT(document);
        const List &list = *document->value().toList();
        QVERIFY(std::isnan(*list.at(0).toFloat()));
        QCOMPARE(*list.at(1).toFloat(), HUGE_VAL);
        QCOMPARE(*list.at(2).toFloat(), -HUGE_VAL);
        QCOMPARE(list.at(3), Value(-1));
    }

    void whatIsNoJsonIsToldAtItsPlace()
    {
        const auto document = JsonDocument::read("{\n \"a\": 1,\n}", u"f.json"_s);
        QVERIFY(!document);
        QCOMPARE(document.error().problem.position->line, 3);
        QCOMPARE(document.error().problem.file, u"f.json"_s);
        QCOMPARE(JsonDocument::read("\xff", u"f.json"_s).error().problem.code, u"text.not-utf8"_s);
    }
};

QTEST_MAIN(TestJsonDocument)

#include "tst_jsondocument.moc"
