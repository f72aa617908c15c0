#include "models/base/regex.h"
#include "tests/base/regextable.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

Regex compiled(const QString &pattern, RegexSyntax syntax = RegexSyntax::Python)
{
    return Regex::compile(pattern, syntax).value();
}

} // namespace

class TestRegex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pcresOwnPatternsStayAsTheyAre_data()
    {
        addMatchColumns();
        addMatch("Unicode properties", u"\\w+"_s, "", u"été 1"_s, "0-3 4-5");
        addMatch("only ASCII", u"\\w+"_s, "a", u"été"_s, "1-2");
        addMatch("ignoring case", u"É"_s, "i", u"é"_s, "0-1");
        addMatch("multiline", u"^a$"_s, "m", u"a\na"_s, "0-1 2-3");
        addMatch("dot and newline", u"a.b"_s, "s", u"a\nb"_s, "0-3");
        addMatch("verbose", u"a b # c"_s, "x", u"ab"_s, "0-2");
        addMatch("possessive, by name, reset", u"(?|a(?<n>b)++|c(d))"_s, "", u"abcd"_s,
                 "0-2(1-2) 2-4(3-4)");
        addMatch("a verb at the start", u"(*NOTEMPTY)x*"_s, "", u"axx"_s, "1-3");
        addMatch("alternatives", u"a|b"_s, "", u"ab"_s, "0-1 1-2");
        addMatch("a look behind sees what is before", u"(?<=a)b"_s, "", u"ab"_s, "1-2");
    }

    void pcresOwnPatternsStayAsTheyAre()
    {
        QFETCH(const QString, pattern);
        QFETCH(const RegexOptions, options);
        QFETCH(const QString, subject);
        const auto regex = Regex::compile(pattern, RegexSyntax::Pcre, options);
        VERIFY_RESULT(regex);
        const auto matches = regex->globalMatch(subject);
        VERIFY_RESULT(matches);
        QTEST(shown(*matches), "matches");
        QCOMPARE(translatePattern(pattern, RegexSyntax::Pcre).value(), pattern);
    }

    void anErrorShowsItsPlaceInThePattern_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<RegexSyntax>("syntax");
        QTest::addColumn<int>("column");
        QTest::newRow("PCRE") << u"ab(c"_s << RegexSyntax::Pcre << 5;
        QTest::newRow("Python, a group") << u"ab(c"_s << RegexSyntax::Python << 3;
        QTest::newRow("Python, an escape") << u"ab\\z"_s << RegexSyntax::Python << 3;
        QTest::newRow("Python, a range") << u"[ab-\\d]"_s << RegexSyntax::Python << 3;
        QTest::newRow("JavaScript, a quantifier") << u"ab**"_s << RegexSyntax::JavaScript << 4;
        QTest::newRow("JSON Schema, a brace") << u"ab{"_s << RegexSyntax::JsonSchema << 3;
        QTest::newRow("JSON Schema, a sign") << u"ab\\-"_s << RegexSyntax::JsonSchema << 3;
    }

    void anErrorShowsItsPlaceInThePattern()
    {
        QFETCH(const QString, pattern);
        QFETCH(const RegexSyntax, syntax);
        QFETCH(const int, column);
        const auto regex = Regex::compile(pattern, syntax);
        QVERIFY(!regex);
        QCOMPARE(regex.error().problem.position, (SourcePosition{1, column}));
        QCOMPARE(regex.error().problem.excerpt, pattern);
    }

    void aMatchStartsAtOrBehindItsPlace()
    {
        const Regex regex = compiled(u"b+"_s);
        QCOMPARE(shown({regex.match(u"abbab").value().value()}), u"1-3"_s);
        QCOMPARE(shown({regex.match(u"abbab", 2).value().value()}), u"2-3"_s);
        QCOMPARE(shown({regex.match(u"abbab", 3).value().value()}), u"4-5"_s);
        QVERIFY(!regex.match(u"abbab", 5).value());
        QVERIFY(!regex.match(u"abbab", 99).value());
        QCOMPARE(shown({regex.match(u"b", -1).value().value()}), u"0-1"_s);
        QVERIFY(!regex.matchAt(u"abb").value());
        QCOMPARE(shown({regex.matchAt(u"abb", 1).value().value()}), u"1-3"_s);
    }

    void aMatchSeesWhatIsBeforeItsPlace()
    {
        QVERIFY(!compiled(u"^b"_s).matchAt(u"ab", 1).value());
        QVERIFY(compiled(u"(?<=a)b"_s).matchAt(u"ab", 1).value());
    }

    void aMatchOfAllTriesWhatFits()
    {
        QVERIFY(compiled(u"a|ab"_s).fullMatch(u"ab").value());
        QVERIFY(!compiled(u"a|ab"_s).fullMatch(u"abc").value());
        QVERIFY(!compiled(u"a$"_s).fullMatch(u"a\n").value());
        QVERIFY(compiled(u""_s).fullMatch({}).value());
    }

    void noMoreThanTheLimitAreFound()
    {
        const Regex regex = compiled(u"a"_s);
        QCOMPARE(shown(regex.globalMatch(u"aaaa", 2).value()), u"0-1 1-2"_s);
        QCOMPARE(regex.globalMatch(u"aaaa").value().size(), 4);
        QCOMPARE(regex.globalMatch({}).value().size(), 0);
    }

    void groupsHaveNumbers()
    {
        const Regex regex = compiled(u"(a)(?P<second>b)?(?P<third>c)"_s);
        QCOMPARE(regex.groupCount(), 3);
        const QString subject = u"xac"_s;
        const RegexMatch match = regex.match(subject).value().value();
        QCOMPARE(match.in(subject), u"ac");
        QCOMPARE(match.in(subject, 3), u"c");
        QVERIFY(match.in(subject, 2).isNull());
        QVERIFY(match.in(subject, 9).isNull());
    }

    void halfAPairInTheSubjectIsACharacter()
    {
        const QString subject = u'a' + QString(QChar(0xD83D)) + u'b';
        QCOMPARE(shown(compiled(u"."_s).globalMatch(subject).value()), u"0-1 1-2 2-3"_s);
        QCOMPARE(shown(compiled(u"b"_s).globalMatch(subject).value()), u"2-3"_s);
    }

    void aSearchDoesNotStartInsideAPair()
    {
        QCOMPARE(shown({compiled(u"."_s).match(u"😀b", 1).value().value()}), u"2-3"_s);
        QCOMPARE(
            shown({compiled(u"."_s, RegexSyntax::JavaScript).match(u"😀b", 1).value().value()}),
            u"1-2"_s);
        QCOMPARE(shown(compiled(u"x*"_s, RegexSyntax::JsonSchema).globalMatch(u"😀").value()),
                 u"0-0 2-2"_s);
    }

    void noPatternRunsAway_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("subject");
        const QString many = QString(50'000, u'a') + u'!';
        QTest::newRow("a repetition in a repetition") << u"(a+)+$"_s << many;
        QTest::newRow("alternatives that overlap") << u"(?:a|aa)+$"_s << many;
        QTest::newRow("three repetitions of any") << u"(.*)(.*)(.*)[xy]"_s << many;
        QTest::newRow("references") << u"(a*)*\\1$"_s << many;
        QTest::newRow("a look in a repetition") << u"(?:(?=(a+))a+)+$"_s << many;
        QTest::newRow("not too many steps at each of many places")
            << u"\\s+$"_s << QString(300'000, u' ') + u'x';
        QTest::newRow("many steps at each of many places")
            << u"\\s+$"_s << QString(5'000'000, u' ') + u'x';
    }

    void noPatternRunsAway()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, subject);
        for (const RegexSyntax syntax : {RegexSyntax::Python, RegexSyntax::JavaScript}) {
            const auto found = compiled(pattern, syntax).globalMatch(subject);
            QVERIFY(!found);
            QCOMPARE(found.error().problem.code, u"regex.limit"_s);
            QVERIFY(!found.error().problem.hint.isEmpty());
        }
    }

    void aLongTextIsNoReasonToGiveUp_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("a word at each place") << u"a"_s;
        QTest::newRow("all of it") << u"(?s).*"_s;
        QTest::newRow("a group for each character") << u"(?:a|b)*"_s;
        QTest::newRow("a line each") << u"(?m)^.*$"_s;
        QTest::newRow("none") << u"x"_s;
    }

    void aLongTextIsNoReasonToGiveUp()
    {
        QFETCH(const QString, pattern);
        const QString subject = (QString(99, u'a') + u'\n').repeated(250);
        VERIFY_RESULT(compiled(pattern).globalMatch(subject));
    }
};

QTEST_APPLESS_MAIN(TestRegex)
#include "tst_regex.moc"
