#include "models/base/regex.h"
#include "tests/base/regextable.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestJavaScriptPattern : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matchesAreJavaScripts_data();
    void matchesAreJavaScripts();
    void whatIsNoPatternIsRefused_data();
    void whatIsNoPatternIsRefused();
};

void TestJavaScriptPattern::matchesAreJavaScripts_data()
{
    addMatchColumns();
    const auto row = addMatch;
    row("a literal", u"abc"_s, "", u"xabcabc"_s, "1-4 4-7");
    row("empty matches beside others", u"x*"_s, "", u"axb"_s, "0-0 1-2 2-2 3-3");
    row("an empty match hides a longer one", u"\\b|\\w+"_s, "", u"abc d"_s, "0-0 1-3 3-3 4-4 5-5");
    row("an empty pattern", u""_s, "", u"ab"_s, "0-0 1-1 2-2");
    row("dot stops at four characters", u"a."_s, "",
        u"a\na\ra\u2028a\u2029a\x85"
        "ab"_s,
        "8-10 10-12");
    row("dot with s", u"a."_s, "s", u"a\nab"_s, "0-2 2-4");
    row("dot is a unit", u"^.$"_s, "",
        u"\xd83d"
        "\xde00"
        ""_s,
        "");
    row("dot takes half of a pair", u"."_s, "",
        u"\xd800"
        ""_s,
        "0-1");
    row("a pair is two units",
        u"\xd83d"
        "\xde00"
        "+"_s,
        "",
        u"\xd83d"
        "\xde00"
        "\xde00"
        ""_s,
        "0-3");
    row("a pair in a class is two units",
        u"[\xd83d"
        "\xde00"
        "]"_s,
        "",
        u"\xd83d"
        "\xde00"
        ""_s,
        "0-1 1-2");
    row("half a pair by its escape", u"\\ud83d"_s, "",
        u"\xd83d"
        "\xde00"
        ""_s,
        "0-1");
    row("dollar is the very end", u"a$"_s, "", u"a\n"_s, "");
    row("dollar with m", u"a$"_s, "m", u"a\na\ra\u2028a\r\na"_s, "0-1 2-3 4-5 6-7 9-10");
    row("caret with m", u"^a"_s, "m", u"a\na\ra\u2028a\r\na"_s, "0-1 2-3 4-5 6-7 9-10");
    row("caret with m behind the last newline", u"^"_s, "m", u"a\n\n"_s, "0-0 2-2 3-3");
    row("caret without m", u"^a"_s, "", u"a\na"_s, "0-1");
    row("digits", u"\\d+"_s, "", u"1٣x4"_s, "0-1 3-4");
    row("words", u"\\w+"_s, "", u"été_1 ſK"_s, "1-2 3-5 7-8");
    row("a boundary", u"\\b"_s, "", u"éa"_s, "1-1 2-2");
    row("no boundary in nothing", u"\\B"_s, "", u""_s, "0-0");
    row("blanks", u"\\s"_s, "",
        u"a \t\n\013\014\r\034\x85"
        "\u00a0\u1680\u2028\u3000\ufeff"_s,
        "1-2 2-3 3-4 4-5 5-6 6-7 9-10 10-11 11-12 12-13 13-14");
    row("no blanks", u"\\S+"_s, "",
        u"a\u00a0b\x85"
        "c"_s,
        "0-1 2-5");
    row("what is none", u"\\D\\W"_s, "", u"1a-b!é"_s, "1-3 3-5");
    row("a class", u"[a-c]+"_s, "", u"abcdcab"_s, "0-3 4-7");
    row("a class without", u"[^a-c]+"_s, "", u"abcdefa"_s, "3-6");
    row("an empty class", u"a[]|b"_s, "", u"ab"_s, "1-2");
    row("any by an empty class without", u"a[^]"_s, "", u"a\n"_s, "0-2");
    row("a bracket closes a class at once", u"[]a]"_s, "", u"a]"_s, "");
    row("a bracket for itself", u"a]b}"_s, "", u"a]b}"_s, "0-4");
    row("a bracket in a class", u"[[a]+"_s, "", u"[a["_s, "0-3");
    row("what PCRE takes for a class of POSIX", u"[[:alpha:]]"_s, "", u"a]l]:]["_s, "0-2 2-4 4-6");
    row("a minus at either end", u"[-a]+[a-]+"_s, "", u"-a--"_s, "0-4");
    row("a set at the start of a range", u"[\\w-.]+"_s, "", u"a-.,"_s, "0-3");
    row("a set at the end of a range", u"[+-\\d]+"_s, "", u"+-1,"_s, "0-3");
    row("a set without in a class", u"[\\Wa]+"_s, "", u"ab-a!"_s, "0-1 2-5");
    row("a set without in a class without", u"[^\\Wa]+"_s, "", u"ab-ca_"_s, "1-2 3-4 5-6");
    row("two sets without", u"[\\W\\D]+"_s, "", u"a1-2"_s, "0-1 2-3");
    row("any by two sets", u"[\\s\\S]+"_s, "", u"a\n"_s, "0-2");
    row("nothing by two sets", u"[^\\s\\S]"_s, "", u"a\n"_s, "");
    row("escapes in a class", u"[\\]\\\\\\-\\b\\t]+"_s, "", u"]\\-\010\tb"_s, "0-5");
    row("B in a class", u"[\\B]"_s, "", u"B\010"_s, "0-1");
    row("c with a digit in a class", u"[\\c1\\c_]+"_s, "", u"\021\037"_s, "0-2");
    row("c with a sign in a class", u"[\\c*]+"_s, "", u"\\c*"_s, "0-3");
    row("groups", u"(a)(b)?"_s, "", u"aba"_s, "0-2(0-1,1-2) 2-3(2-3,-)");
    row("named groups", u"(?<first>a)\\k<first>"_s, "", u"aab"_s, "0-2(0-1)");
    row("a name before its group", u"\\k<n>(?<n>a)"_s, "", u"aa"_s, "0-1(0-1) 1-2(1-2)");
    row("k without named groups", u"\\k<n>"_s, "", u"k<n>"_s, "0-4");
    row("a reference", u"(.)\\1"_s, "", u"aabccd"_s, "0-2(0-1) 3-5(3-4)");
    row("a reference to a group that took no part", u"(?:(a)|b)\\1"_s, "", u"aabb"_s,
        "0-2(0-1) 2-3(-) 3-4(-)");
    row("a reference forward", u"\\1(a)"_s, "", u"aa"_s, "0-1(0-1) 1-2(1-2)");
    row("a reference inside its group", u"(a\\1)"_s, "", u"aa"_s, "0-1(0-1) 1-2(1-2)");
    row("a reference before a digit", u"(a)\\1(?:0)"_s, "", u"aa0"_s, "0-3(0-1)");
    row("more digits than groups", u"(a)\\10"_s, "", u"a\010"_s, "0-2(0-1)");
    row("octal without groups", u"\\1\\07\\101\\400"_s, "", u"\001\007A 0"_s, "0-5");
    row("digits that are no octal ones", u"\\8\\9"_s, "", u"89"_s, "0-2");
    row("zero", u"a\\0b"_s, "", u"a\000b"_s, "0-3");
    row("escapes", u"\\f\\n\\r\\t\\v"_s, "", u"\014\n\r\t\013"_s, "0-5");
    row("hexadecimal", u"\\x41\\u00e9"_s, "", u"Aé"_s, "0-2");
    row("hexadecimal that is none", u"\\x4g\\u12\\u{2}"_s, "", u"x4gu12uu"_s, "0-8");
    row("a control", u"\\cJ\\cj"_s, "", u"\n\n"_s, "0-2");
    row("no control", u"\\c1\\c"_s, "", u"\\c1\\c"_s, "0-5");
    row("letters behind a backslash", u"\\a\\e\\h\\y\\A\\Z\\z\\Q\\R\\G\\p{2}"_s, "",
        u"aehyAZzQRGpp"_s, "0-12");
    row("signs behind a backslash", u"\\-\\/\\@\\ \\#\\é"_s, "", u"-/@ #é"_s, "0-6");
    row("a slash for itself", u"a/b\\/c"_s, "", u"a/b/c"_s, "0-5");
    row("braces that are none", u"a{}b{x}c{,2}d{1"_s, "", u"a{}b{x}c{,2}d{1"_s, "0-15");
    row("braces", u"a{2}b{1,}d{0,1}"_s, "", u"aabbd"_s, "0-5");
    row("lazy", u"a+?b*?"_s, "", u"aab"_s, "0-1 1-2");
    row("looking ahead", u"a(?=b)|c(?!d)"_s, "", u"abacdc"_s, "0-1 5-6");
    row("a look ahead repeated", u"(?=a)*b"_s, "", u"b"_s, "0-1");
    row("looking behind", u"(?<=a)b|(?<!c)d"_s, "", u"abbcdd"_s, "1-2 5-6");
    row("looking behind for two lengths", u"(?<=ab|c)d"_s, "", u"abdcdd"_s, "2-3 4-5");
    row("ignoring case", u"straße|É"_s, "i", u"STRAßE é"_s, "0-6 7-8");
    row("ignoring case in a class", u"[a-zé]+"_s, "i", u"aZÉ"_s, "0-3");
    row("the sign of Kelvin is no k", u"k"_s, "i", u"KK"_s, "0-1");
    row("a long s is no s", u"s"_s, "i", u"Sſ"_s, "0-1");
    row("a boundary ignoring case", u"\\bé"_s, "i", u"aÉ É"_s, "1-2");
    row("words ignoring case", u"\\w+"_s, "i", u"aÉ_"_s, "0-1 2-3");
    row("a reference ignoring case", u"(a)\\1"_s, "i", u"aA"_s, "0-2(0-1)");
    row("a zero character", u"a\000b"_s, "", u"a\000b"_s, "0-3");
    row("blanks and signs for themselves", u"a #b&&~~"_s, "", u"a #b&&~~"_s, "0-8");
    row("slug of a template", u"[^a-z0-9-]+"_s, "i", u"My Service!"_s, "2-3 10-11");
    row("half a pair in a text", u"a.b"_s, "",
        u"a\xd83d"
        "b"_s,
        "0-3");
}

void TestJavaScriptPattern::matchesAreJavaScripts()
{
    QFETCH(const QString, pattern);
    QFETCH(const RegexOptions, options);
    QFETCH(const QString, subject);
    const auto regex = Regex::compile(pattern, RegexSyntax::JavaScript, options);
    VERIFY_RESULT(regex);
    const auto matches = regex->globalMatch(subject);
    VERIFY_RESULT(matches);
    QTEST(shown(*matches), "matches");
}

void TestJavaScriptPattern::whatIsNoPatternIsRefused_data()
{
    addRefusedByJavaScript();
}

void TestJavaScriptPattern::whatIsNoPatternIsRefused()
{
    checkRefused(RegexSyntax::JavaScript);
}

QTEST_APPLESS_MAIN(TestJavaScriptPattern)
#include "tst_javascriptpattern.moc"
