#include "models/base/regex.h"
#include "tests/base/regextable.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestJsonSchemaPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesAreThoseOfFlagU_data();
    void matchesAreThoseOfFlagU();
    void whatIsNoPatternIsRefused_data();
    void whatIsNoPatternIsRefused();
};

void TestJsonSchemaPattern::matchesAreThoseOfFlagU_data()
{
    addMatchColumns();
    const auto row = addMatch;
    row("a literal", u"abc"_s, "", u"xabcabc"_s, "1-4 4-7");
    row("dot is a character", u"^.$"_s, "",
        u"\xd83d"
        "\xde00"
        ""_s,
        "0-2");
    row("a class beyond 16 bits",
        u"[\xd83d"
        "\xde00"
        "-\xd83d"
        "\xde02"
        "]+"_s,
        "",
        u"\xd83d"
        "\xde00"
        "\xd83d"
        "\xde01"
        "x"_s,
        "0-4");
    row("a pair of escapes", u"\\ud83d\\ude00+"_s, "",
        u"\xd83d"
        "\xde00"
        "\xd83d"
        "\xde00"
        ""_s,
        "0-4");
    row("an escape in braces", u"\\u{1F600}\\u{41}"_s, "",
        u"\xd83d"
        "\xde00"
        "A"_s,
        "0-3");
    row("a class with escapes", u"[\\u{1F600}-\\u{1F602}\\-]+"_s, "",
        u"\xd83d"
        "\xde01"
        "-"_s,
        "0-3");
    row("a repetition of a pair",
        u"\xd83d"
        "\xde00"
        "{2}"_s,
        "",
        u"\xd83d"
        "\xde00"
        "\xd83d"
        "\xde00"
        ""_s,
        "0-4");
    row("dot stops at four characters", u"a."_s, "", u"a\na\ra\u2028ab"_s, "6-8");
    row("dollar is the very end", u"a$"_s, "", u"a\n"_s, "");
    row("digits", u"^\\d+$"_s, "", u"12"_s, "0-2");
    row("digits of other scripts are none", u"^\\d+$"_s, "", u"٣"_s, "");
    row("words", u"\\w+"_s, "", u"été_1"_s, "1-2 3-5");
    row("letters", u"\\p{L}+"_s, "", u"aé1"_s, "0-2");
    row("no letters", u"\\P{L}+"_s, "", u"aé1-"_s, "2-4");
    row("a long category", u"\\p{Uppercase_Letter}+"_s, "", u"ABc"_s, "0-2");
    row("a category by its property", u"\\p{gc=Nd}\\p{General_Category=Decimal_Number}"_s, "",
        u"1٣"_s, "0-2");
    row("a script", u"\\p{Script=Greek}+"_s, "", u"aβγ"_s, "1-3");
    row("a script in short", u"\\p{sc=Cyrl}+"_s, "", u"aжю"_s, "1-3");
    row("a binary property", u"\\p{Alphabetic}+"_s, "", u"aé1"_s, "0-2");
    row("a property in a class", u"[\\p{L}\\d]+"_s, "", u"é1-"_s, "0-2");
    row("a negated property in a class", u"[^\\P{L}a]+"_s, "", u"ab1é"_s, "1-2 3-4");
    row("signs behind a backslash", u"\\^\\$\\\\\\.\\*\\+\\?\\(\\)\\[\\]\\{\\}\\|\\/"_s, "",
        u"^$\\.*+?()[]{}|/"_s, "0-15");
    row("a minus behind a backslash in a class", u"[a\\-z]+"_s, "", u"a-z"_s, "0-3");
    row("an empty class", u"a[]|b"_s, "", u"ab"_s, "1-2");
    row("any", u"a[^]"_s, "", u"a\n"_s, "0-2");
    row("named groups", u"(?<first>a)\\k<first>"_s, "", u"aab"_s, "0-2(0-1)");
    row("a reference to a group that took no part", u"(?:(a)|b)\\1"_s, "", u"aabb"_s,
        "0-2(0-1) 2-3(-) 3-4(-)");
    row("zero", u"a\\0b"_s, "", u"a\000b"_s, "0-3");
    row("a control", u"\\cJ"_s, "", u"\n"_s, "0-1");
    row("ignoring case folds", u"ſ"_s, "i", u"sS"_s, "0-1 1-2");
    row("the name of a service", u"^[a-z][a-z0-9-]{0,62}$"_s, "", u"my-service"_s, "0-10");
    row("an entity's name", u"^(?:[a-z]+:)?(?:[\\w-]+/)?[\\w.-]+$"_s, "", u"group:default/team-a"_s,
        "0-20");
    row("a port", u"^(?!0)\\d{2,5}$"_s, "", u"8080"_s, "0-4");
}

void TestJsonSchemaPattern::matchesAreThoseOfFlagU()
{
    QFETCH(const QString, pattern);
    QFETCH(const RegexOptions, options);
    QFETCH(const QString, subject);
    const auto regex = Regex::compile(pattern, RegexSyntax::JsonSchema, options);
    VERIFY_RESULT(regex);
    const auto matches = regex->globalMatch(subject);
    VERIFY_RESULT(matches);
    QTEST(shown(*matches), "matches");
}

void TestJsonSchemaPattern::whatIsNoPatternIsRefused_data()
{
    addRefusedByJavaScript();
    QTest::newRow("a bracket for itself") << u"a]"_s;
    QTest::newRow("a brace for itself") << u"a{"_s;
    QTest::newRow("a closing brace for itself") << u"a}"_s;
    QTest::newRow("braces without a least number") << u"a{,2}"_s;
    QTest::newRow("a letter behind a backslash") << u"\\a"_s;
    QTest::newRow("a minus behind a backslash") << u"\\-"_s;
    QTest::newRow("a sign behind a backslash") << u"\\@"_s;
    QTest::newRow("PCRE's z") << u"a\\z"_s;
    QTest::newRow("Python's A") << u"\\Aa"_s;
    QTest::newRow("octal") << u"\\1"_s;
    QTest::newRow("zero and a digit") << u"\\01"_s;
    QTest::newRow("a reference to nothing") << u"(a)\\2"_s;
    QTest::newRow("a look repeated") << u"(?=a)*"_s;
    QTest::newRow("a set at the end of a range") << u"[a-\\d]"_s;
    QTest::newRow("a set at the start of a range") << u"[\\d-a]"_s;
    QTest::newRow("hexadecimal that is none") << u"\\x4"_s;
    QTest::newRow("an escape that is none") << u"\\u12"_s;
    QTest::newRow("an escape without end") << u"\\u{12"_s;
    QTest::newRow("beyond Unicode") << u"\\u{110000}"_s;
    QTest::newRow("no control") << u"\\c1"_s;
    QTest::newRow("an unknown property") << u"\\p{Nope}"_s;
    QTest::newRow("a property without a name") << u"\\p"_s;
    QTest::newRow("an unknown kind of property") << u"\\p{x=y}"_s;
    QTest::newRow("k without a name") << u"\\k"_s;
    QTest::newRow("inline flags") << u"(?i)a"_s;
    QTest::newRow("a range turned round beyond 16 bits") << u"[\xd83d"
                                                            "\xde02"
                                                            "-\xd83d"
                                                            "\xde00"
                                                            "]"_s;
}

void TestJsonSchemaPattern::whatIsNoPatternIsRefused()
{
    checkRefused(RegexSyntax::JsonSchema);
}

QTEST_APPLESS_MAIN(TestJsonSchemaPattern)
#include "tst_jsonschemapattern.moc"
