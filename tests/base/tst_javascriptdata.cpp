#include "models/base/javascriptdata.h"
#include "models/base/javascriptreplacement.h"
#include "models/base/json.h"
#include "tests/support/testing.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestJavaScriptData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNumberIsPrintedAsJavaScriptDoes_data()
    {
        QTest::addColumn<Value>("number");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("a whole float") << Value(2.0) << "2"_ba;
        QTest::newRow("a fraction") << Value(0.1) << "0.1"_ba;
        QTest::newRow("zero with a sign") << Value(-0.0) << "0"_ba;
        QTest::newRow("large") << Value(1e21) << "1e+21"_ba;
        QTest::newRow("small") << Value(1e-7) << "1e-7"_ba;
        QTest::newRow("infinite") << Value(std::numeric_limits<double>::infinity()) << "null"_ba;
        QTest::newRow("an integer") << Value(-42) << "-42"_ba;
        QTest::newRow("one of 53 bits") << Value(9007199254740992LL) << "9007199254740992"_ba;
        QTest::newRow("one that is rounded") << Value(9007199254740993LL) << "9007199254740992"_ba;
        QTest::newRow("one beyond 64 bits")
            << Value(*Integer::parse("1000000000000000000000")) << "1e+21"_ba;
    }

    void aNumberIsPrintedAsJavaScriptDoes()
    {
        QFETCH(const Value, number);
        QFETCH(const QByteArray, text);
        QCOMPARE(toJavaScriptJson(number), text);
    }

    void jsonHasGaps_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("gap");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("none") << "{\"a\": [1, {}], \"b\": []}"_ba << QString()
                              << "{\"a\":[1,{}],\"b\":[]}"_ba;
        QTest::newRow("two blanks") << "{\"a\": [1, {}], \"b\": []}"_ba << u"  "_s
                                    << "{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}"_ba;
        QTest::newRow("a sign") << "[1]"_ba << u"-"_s << "[\n-1\n]"_ba;
        QTest::newRow("at most ten") << "[1]"_ba << u"0123456789abc"_s << "[\n01234567891\n]"_ba;
        QTest::newRow("whole numbers come first")
            << "{\"b\": 1, \"10\": 2, \"9\": 3, \"01\": 4, \"4294967295\": 5}"_ba << QString()
            << "{\"9\":3,\"10\":2,\"b\":1,\"01\":4,\"4294967295\":5}"_ba;
    }

    void jsonHasGaps()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, gap);
        QFETCH(const QByteArray, text);
        const auto value = parseJson(json);
        VERIFY_RESULT(value);
        QCOMPARE(toJavaScriptJson(*value, gap), text);
    }

    void signsInAReplacementAreFilledIn_data()
    {
        QTest::addColumn<QString>("replacement");
        QTest::addColumn<QString>("text"); // of "ab-cd" with "b-c" in two groups
        QTest::newRow("none") << u"x"_s << u"axd"_s;
        QTest::newRow("a dollar") << u"$$"_s << u"a$d"_s;
        QTest::newRow("the match") << u"[$&]"_s << u"a[b-c]d"_s;
        QTest::newRow("what is in front") << u"$`"_s << u"aad"_s;
        QTest::newRow("what is behind") << u"$'"_s << u"add"_s;
        QTest::newRow("groups") << u"$2$1"_s << u"acbd"_s;
        QTest::newRow("a group that is none") << u"$3"_s << u"a$3d"_s;
        QTest::newRow("a dollar at the end") << u"x$"_s << u"ax$d"_s;
    }

    void signsInAReplacementAreFilledIn()
    {
        QFETCH(const QString, replacement);
        QFETCH(const QString, text);
        const auto regex = Regex::compile(u"(b)-(c)"_s, RegexSyntax::JavaScript);
        VERIFY_RESULT(regex);
        const auto matches = regex->globalMatch(u"ab-cd"_s);
        VERIFY_RESULT(matches);
        QCOMPARE(withReplacements(u"ab-cd"_s, *matches, replacement), text);
    }

    void whatIsTooLongIsNotReplaced()
    {
        const QString text(1000, u'a');
        const auto places = placesOf(u"a"_s, text);
        QCOMPARE(withReplacements(text, places, u"bb"_s, 2000).value_or(QString()).size(), 2000);
        QCOMPARE(withReplacements(text, places, u"bb"_s, 1999), std::nullopt);
        QCOMPARE(withReplacements(text, places, u"$`"_s, 10'000), std::nullopt);
        // One match may already stand for the text many times.
        const QString all
            = javaScriptReplacement(u"$'"_s.repeated(1000), text, places.first(), 5000);
        QCOMPARE_GT(all.size(), 5000);
        QCOMPARE_LT(all.size(), 7000);
    }

    void everyPlaceOfATextIsFound()
    {
        QCOMPARE(placesOf(u"aa"_s, u"aaaaa"_s).size(), 2);
        QCOMPARE(placesOf(u"aa"_s, u"aaaaa"_s, 1).size(), 1);
        QCOMPARE(placesOf(u"x"_s, u"aaa"_s).size(), 0);
        QCOMPARE(placesOf(u"b"_s, u"abc"_s).first().groups.first(),
                 (RegexMatch::Span{.start = 1, .end = 2}));
    }
};

QTEST_APPLESS_MAIN(TestJavaScriptData)
#include "tst_javascriptdata.moc"
