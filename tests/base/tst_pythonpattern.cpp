#include "models/base/regex.h"
#include "tests/base/regextable.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestPythonPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesArePythons_data();
    void matchesArePythons();
    void whatIsNoPatternIsRefused_data();
    void whatIsNoPatternIsRefused();
};

void TestPythonPattern::matchesArePythons_data()
{
    addMatchColumns();
    const auto row = addMatch;
    row("a literal", u"abc"_s, "", u"xabcabc"_s, "1-4 4-7");
    row("alternatives", u"a|bc|"_s, "", u"abcd"_s, "0-1 1-3 3-3 4-4");
    row("empty matches beside others", u"x*"_s, "", u"axb"_s, "0-0 1-2 2-2 3-3");
    row("an empty match does not hide a longer one", u"\\b|\\w+"_s, "", u"abc d"_s,
        "0-0 0-3 3-3 4-4 4-5 5-5");
    row("empty behind a match", u"a*"_s, "", u"baac"_s, "0-0 1-3 3-3 4-4");
    row("an empty pattern", u""_s, "", u"ab"_s, "0-0 1-1 2-2");
    row("dot stops at a newline only", u"a."_s, "", u"a\na\ra\u2028ab"_s, "2-4 4-6 6-8");
    row("dot with s", u"a."_s, "s", u"a\nab"_s, "0-2 2-4");
    row("dollar before the last newline", u"a$"_s, "", u"a\na\n"_s, "2-3");
    row("dollar not before others", u"a$"_s, "", u"a\n\n"_s, "");
    row("dollar with m", u"a$"_s, "m", u"a\na\n"_s, "0-1 2-3");
    row("caret with m behind the last newline", u"^"_s, "m", u"a\n\n"_s, "0-0 2-2 3-3");
    row("caret", u"^a"_s, "", u"a\na"_s, "0-1");
    row("A and Z", u"\\Aa|a\\Z"_s, "", u"aaa"_s, "0-1 2-3");
    row("Z is the very end", u"a\\Z"_s, "", u"a\n"_s, "");
    row("digits of all scripts", u"\\d+"_s, "", u"1٣x४"_s, "0-2 3-4");
    row("digits with a", u"\\d+"_s, "a", u"1٣x४"_s, "0-1");
    row("words with combining marks", u"\\w+"_s, "", u"हिन्दी été ²_"_s, "0-1 2-3 4-5 7-10 11-13");
    row("words with a", u"\\w+"_s, "a", u"été x_1"_s, "1-2 4-7");
    row("a boundary beside a mark", u"\\b"_s, "", u"e\u0301x"_s, "0-0 1-1 2-2 3-3");
    row("a boundary with a", u"\\b"_s, "a", u"éa"_s, "1-1 2-2");
    row("no boundary", u"\\B"_s, "", u"ab c"_s, "1-1");
    row("no boundary in nothing", u"\\B"_s, "", u""_s, "");
    row("no boundary with a in nothing", u"\\B"_s, "a", u""_s, "");
    row("blanks", u"\\s"_s, "",
        u"a \t\n\034\037\x85"
        "\u00a0\u2028\u3000\ufeff"_s,
        "1-2 2-3 3-4 4-5 5-6 6-7 7-8 8-9 9-10");
    row("blanks with a", u"\\s"_s, "a",
        u"a \t\013\034\x85"
        "\u00a0"_s,
        "1-2 2-3 3-4");
    row("what is none", u"\\D\\S\\W"_s, "", u"1a-bc!é"_s, "3-6");
    row("a class", u"[a-c]+"_s, "", u"abcdcab"_s, "0-3 4-7");
    row("a class without", u"[^a-c]+"_s, "", u"abcdefa"_s, "3-6");
    row("a bracket first", u"[]a]+[^]a]"_s, "", u"a]b]"_s, "0-3");
    row("a bracket in a class", u"[[a]+"_s, "", u"[a["_s, "0-3");
    row("what PCRE takes for a class of POSIX", u"[[:alpha:]]"_s, "", u"a]l]:]["_s, "0-2 2-4 4-6");
    row("a minus at either end", u"[-a]+[a-]+"_s, "", u"-a--"_s, "0-4");
    row("a minus behind a set", u"[\\w-]+"_s, "", u"a-b é"_s, "0-3 4-5");
    row("sets in a class", u"[\\d\\s]+"_s, "", u"1 2x"_s, "0-3");
    row("a set without in a class", u"[\\Wa]+"_s, "", u"ab-a!"_s, "0-1 2-5");
    row("a set without in a class without", u"[^\\Wa]+"_s, "", u"ab-ca_"_s, "1-2 3-4 5-6");
    row("two sets without", u"[\\W\\D]+"_s, "", u"a1-2"_s, "0-1 2-3");
    row("two sets without, without", u"[^\\W\\d]+"_s, "", u"a1-b2"_s, "0-1 3-4");
    row("escapes in a class", u"[\\]\\\\\\-\\b\\t]+"_s, "", u"]\\-\010\tb"_s, "0-5");
    row("a caret that is not first", u"[a^]+"_s, "", u"^a"_s, "0-2");
    row("signs in a class", u"[&&||~~]+"_s, "", u"&|~-"_s, "0-3");
    row("octal in a class", u"[\\101\\0]+"_s, "", u"A\000"_s, "0-2");
    row("groups", u"(a)(b)?"_s, "", u"aba"_s, "0-2(0-1,1-2) 2-3(2-3,-)");
    row("a group in a repetition", u"(a|b)*"_s, "", u"abc"_s, "0-2(1-2) 2-2(-) 3-3(-)");
    row("named groups", u"(?P<first>a)(?P=first)"_s, "", u"aab"_s, "0-2(0-1)");
    row("a reference", u"(.)\\1"_s, "", u"aabccd"_s, "0-2(0-1) 3-5(3-4)");
    row("a reference before a digit", u"(a)\\1(?:0)"_s, "", u"aa0"_s, "0-3(0-1)");
    row("ten groups", u"(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)\\10"_s, "", u"abcdefghijj"_s,
        "0-11(0-1,1-2,2-3,3-4,4-5,5-6,6-7,7-8,8-9,9-10)");
    row("octal", u"\\060\\0a\\101"_s, "", u"0\000aA"_s, "0-4");
    row("three octal digits are no reference", u"(a)\\141"_s, "", u"aa"_s, "0-2(0-1)");
    row("escapes", u"\\a\\f\\n\\r\\t\\v"_s, "", u"\007\014\n\r\t\013"_s, "0-6");
    row("hexadecimal", u"\\x41\\u00e9\\U0001F600"_s, "", u"Aé😀"_s, "0-4");
    row("signs behind a backslash", u"\\-\\/\\@\\ \\#\\é"_s, "", u"-/@ #é"_s, "0-6");
    row("a character beyond 16 bits is one", u"^.$"_s, "", u"😀"_s, "0-2");
    row("a class beyond 16 bits", u"[😀-😂]+"_s, "", u"😀😁x"_s, "0-4");
    row("braces that are none", u"a{}b{x}c{,d{1"_s, "", u"a{}b{x}c{,d{1"_s, "0-13");
    row("braces", u"a{2}b{1,}c{,2}d{0,1}"_s, "", u"aabbccd"_s, "0-7");
    row("braces without numbers", u"ab{,}"_s, "", u"abbb"_s, "0-4");
    row("lazy", u"a+?b*?"_s, "", u"aab"_s, "0-1 1-2");
    row("lazy braces", u"a{1,3}?"_s, "", u"aaa"_s, "0-1 1-2 2-3");
    row("possessive", u"a*+a"_s, "", u"aaa"_s, "");
    row("possessive with braces", u"a{1,2}+a"_s, "", u"aaa"_s, "0-3");
    row("atomic", u"(?>a|ab)c"_s, "", u"abcac"_s, "3-5");
    row("looking ahead", u"a(?=b)|c(?!d)"_s, "", u"abacdc"_s, "0-1 5-6");
    row("looking behind", u"(?<=a)b|(?<!c)d"_s, "", u"abbcdd"_s, "1-2 5-6");
    row("a look repeated", u"(?=a)*b"_s, "", u"b"_s, "0-1");
    row("a condition", u"(<)?a(?(1)>|$)"_s, "", u"<a>a"_s, "0-3(0-1) 3-4(-)");
    row("a condition by name", u"(?P<q>\")?a(?(q)\"|b)"_s, "", u"\"a\"ab"_s, "0-3(0-1) 3-5(-)");
    row("a comment", u"a(?#b)+"_s, "", u"aa"_s, "0-2");
    row("a comment with a bracket behind a backslash", u"a(?#\\)b)+"_s, "", u"aa"_s, "0-2");
    row("verbose, a comment goes on behind a backslash", u"a#\\\nb\n+"_s, "x", u"aa"_s, "0-2");
    row("flags at the start", u"(?im)^a"_s, "", u"A\na"_s, "0-1 2-3");
    row("flags one after another", u"(?i)(?s)a."_s, "", u"A\n"_s, "0-2");
    row("flags of a group", u"(?i:a)b"_s, "", u"AbAB"_s, "0-2");
    row("flags taken away", u"(?-i:a)b"_s, "i", u"aBAb"_s, "0-2");
    row("m and s of a group", u"(?ms:^.)|.$"_s, "", u"a\nb"_s, "0-1 2-3");
    row("a in a group", u"(?a:\\w)\\w"_s, "", u"aéé"_s, "0-2");
    row("verbose", u"a b # comment )\n  [ ] c"_s, "x", u"ab c"_s, "0-4");
    row("verbose in a group", u"(?x: a b )c d"_s, "", u"abc d"_s, "0-5");
    row("verbose, escaped blanks", u"a\\ b\\#"_s, "x", u"a b#"_s, "0-4");
    row("verbose does not join a reference and a digit", u"(a)\\1 0"_s, "x", u"aa0"_s, "0-3(0-1)");
    row("verbose, quantifiers", u"a +b {2}"_s, "x", u"aabb"_s, "0-4");
    row("verbose, a comment at the end", u"a #b"_s, "x", u"a"_s, "0-1");
    row("ignoring case", u"straße|É"_s, "i", u"STRAßE é"_s, "0-6 7-8");
    row("ignoring case in a class", u"[a-z]+"_s, "i", u"aZé"_s, "0-2");
    row("the sign of Kelvin", u"k"_s, "i", u"KK"_s, "0-1 1-2");
    row("the sign of Kelvin with a", u"k"_s, "ia", u"KK"_s, "0-1");
    row("a reference ignoring case", u"(a)\\1"_s, "i", u"aA"_s, "0-2(0-1)");
    row("a bracket for itself", u"a]b}"_s, "", u"a]b}"_s, "0-4");
    row("nested", u"((a)|(b))+"_s, "", u"ab"_s, "0-2(1-2,0-1,1-2)");
    row("greedy and back", u"a.*b"_s, "", u"axbxbx"_s, "0-5");
    row("hash and blank for themselves", u"a #b"_s, "", u"a #b"_s, "0-4");
    row("alternatives in a look behind of one length", u"(?<=a|b)c"_s, "", u"acbcdc"_s, "1-2 3-4");
    row("a zero character", u"a\000b"_s, "", u"a\000b"_s, "0-3");
    row("slug of a template", u"[^a-z0-9-]+"_s, "i", u"My Service!"_s, "2-3 10-11");
    row("a version", u"^v?(\\d+)\\.(\\d+)(?:\\.(\\d+))?$"_s, "", u"v1.20"_s, "0-5(1-2,3-5,-)");
    row("a name of a package", u"^[a-z][\\w.-]*[a-z0-9]$"_s, "", u"my-pack.age_1"_s, "0-13");
}

void TestPythonPattern::matchesArePythons()
{
    QFETCH(const QString, pattern);
    QFETCH(const RegexOptions, options);
    QFETCH(const QString, subject);
    const auto regex = Regex::compile(pattern, RegexSyntax::Python, options);
    VERIFY_RESULT(regex);
    const auto matches = regex->globalMatch(subject);
    VERIFY_RESULT(matches);
    QTEST(shown(*matches), "matches");
}

void TestPythonPattern::whatIsNoPatternIsRefused_data()
{
    QTest::addColumn<QString>("pattern");
    QTest::newRow("no end of a group") << u"(a"_s;
    QTest::newRow("a group closed twice") << u"a)"_s;
    QTest::newRow("no end of a class") << u"[a"_s;
    QTest::newRow("only a bracket") << u"[]"_s;
    QTest::newRow("nothing to repeat") << u"*a"_s;
    QTest::newRow("nothing to repeat behind a bar") << u"a|+"_s;
    QTest::newRow("a repetition repeated") << u"a**"_s;
    QTest::newRow("braces repeated") << u"a{2}{3}"_s;
    QTest::newRow("repeating an anchor") << u"^*"_s;
    QTest::newRow("repeating a boundary") << u"\\b+"_s;
    QTest::newRow("a backslash at the end") << u"a\\"_s;
    QTest::newRow("PCRE's z") << u"a\\z"_s;
    QTest::newRow("PCRE's Q") << u"\\Qa\\E"_s;
    QTest::newRow("PCRE's h") << u"\\h"_s;
    QTest::newRow("PCRE's R") << u"\\R"_s;
    QTest::newRow("PCRE's K") << u"a\\Kb"_s;
    QTest::newRow("PCRE's G") << u"\\G"_s;
    QTest::newRow("JavaScript's named reference") << u"(?P<n>a)\\k<n>"_s;
    QTest::newRow("JavaScript's named group") << u"(?<n>a)"_s;
    QTest::newRow("Unicode properties") << u"\\p{L}"_s;
    QTest::newRow("a name in an escape, none such") << u"\\N{}"_s;
    QTest::newRow("PCRE's branch reset") << u"(?|a|b)"_s;
    QTest::newRow("PCRE's recursion") << u"(?R)"_s;
    QTest::newRow("PCRE's group by number") << u"(a)(?1)"_s;
    QTest::newRow("PCRE's verb") << u"(*ACCEPT)"_s;
    QTest::newRow("Perl's control escape") << u"\\cA"_s;
    QTest::newRow("two hexadecimal digits missing") << u"\\x4"_s;
    QTest::newRow("four hexadecimal digits missing") << u"\\u123"_s;
    QTest::newRow("beyond Unicode") << u"\\U00110000"_s;
    QTest::newRow("octal above 377") << u"\\777"_s;
    QTest::newRow("a group that is not there") << u"(a)\\2"_s;
    QTest::newRow("a group that is open") << u"(a\\1)"_s;
    QTest::newRow("a name that is not there") << u"(?P=n)"_s;
    QTest::newRow("a name twice") << u"(?P<n>a)(?P<n>b)"_s;
    QTest::newRow("a bad name") << u"(?P<1>a)"_s;
    QTest::newRow("an empty name") << u"(?P<>a)"_s;
    QTest::newRow("no end of a name") << u"(?P<n"_s;
    QTest::newRow("P without a sign") << u"(?Px)"_s;
    QTest::newRow("flags behind something") << u"a(?i)b"_s;
    QTest::newRow("flags in a group") << u"((?i)a)"_s;
    QTest::newRow("an unknown flag") << u"(?z)a"_s;
    QTest::newRow("an unknown flag of a group") << u"(?iz:a)"_s;
    QTest::newRow("a flag taken away that cannot be") << u"(?-a:b)"_s;
    QTest::newRow("no flag") << u"(?)"_s;
    QTest::newRow("a flag taken away for all") << u"(?-i)a"_s;
    QTest::newRow("a range turned round") << u"[b-a]"_s;
    QTest::newRow("a range to a set") << u"[a-\\d]"_s;
    QTest::newRow("a range from a set") << u"[\\d-a]"_s;
    QTest::newRow("too many alternatives of a condition") << u"(a)(?(1)b|c|d)"_s;
    QTest::newRow("a condition without a group") << u"(?(x)a)"_s;
    QTest::newRow("a condition on group 0") << u"(?(0)a)"_s;
    QTest::newRow("no end of a comment") << u"(?#a"_s;
    QTest::newRow("a comment that ends in a backslash") << u"(?#a\\)"_s;
    QTest::newRow("braces turned round") << u"a{3,2}"_s;
    QTest::newRow("an unknown group") << u"(?/a)"_s;
    QTest::newRow("bytes only") << u"(?L:a)"_s;
    QTest::newRow("a digit that is no octal one in a class") << u"[\\8]"_s;
    QTest::newRow("an escape unknown in a class") << u"[\\A]"_s;
}

void TestPythonPattern::whatIsNoPatternIsRefused()
{
    checkRefused(RegexSyntax::Python);
}

QTEST_APPLESS_MAIN(TestPythonPattern)
#include "tst_pythonpattern.moc"
