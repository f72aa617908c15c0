#include "tests/base/regextable.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

/// Patterns as templates have them, in the languages that templates are written for.
class TestRegexLanguages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void patternsMatchWhatPythonAndJavaScriptMatch_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QByteArray>("flags");
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("python"); // spans as Python 3.11's re.finditer() gives them
        QTest::addColumn<QString>("javaScript"); // and as Node's String.matchAll() does
        const auto row
            = [](const char *name, const QString &pattern, const QByteArray &flags,
                 const QString &subject, const QString &python, const QString &javaScript = {}) {
                  QTest::newRow(name) << pattern << flags << subject << python
                                      << (javaScript.isNull() ? python : javaScript);
              };
        row("an ip address", u"\\b(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\b"_s, "",
            u"from 10.0.0.1 to 192.168.1.255, not 1.2.3"_s,
            u"5-13(5-7,8-9,10-11,12-13) 17-30(17-20,21-24,25-26,27-30)"_s);
        row("a version", u"v?(\\d+)\\.(\\d+)(?:\\.(\\d+))?(-[\\w.]+)?"_s, "",
            u"v1.2.3 2.0 v10.20.30-rc.1"_s,
            u"0-6(1-2,3-4,5-6,-) 7-10(7-8,9-10,-,-) 11-25(12-14,15-17,18-20,20-25)"_s);
        row("a name of Kubernetes", u"[a-z0-9]([-a-z0-9]*[a-z0-9])?"_s, "",
            u"orders-api -x y- A1"_s, u"0-10(1-10) 12-13(-) 14-15(-) 18-19(-)"_s);
        row("a key and its value", u"(\\w+)\\s*=\\s*(\"[^\"]*\"|\\S+)"_s, "",
            u"a = 1 b=\"x y\" c =z"_s, u"0-5(0-1,4-5) 6-13(6-7,8-13) 14-18(14-15,17-18)"_s);
        row("a comment line", u"^\\s*#.*$"_s, "m", u"a\n # b\n#c\nd # e"_s, u"2-6 7-9"_s);
        row("words that repeat", u"\\b(\\w+) \\1\\b"_s, "", u"the the cat sat sat on on"_s,
            u"0-7(0-3) 12-19(12-15) 20-25(20-22)"_s);
        row("quotes of both kinds", u"(['\"])(.*?)\\1"_s, "", u"say \"a\" and 'b c' or ''"_s,
            u"4-7(4-5,5-6) 12-17(12-13,13-16) 21-23(21-22,22-22)"_s);
        row("lazy and greedy", u"<(.+?)>|\\[(.+)\\]"_s, "", u"<a><b> [c][d]"_s,
            u"0-3(1-2,-) 3-6(4-5,-) 7-13(-,8-12)"_s);
        row("look ahead", u"\\w+(?=:)"_s, "", u"name: a port:b c"_s, u"0-4 8-12"_s);
        row("look ahead for none", u"\\b\\w+\\b(?!:)"_s, "", u"name: a port: b"_s, u"6-7 14-15"_s);
        row("look behind", u"(?<=\\$)\\d+"_s, "", u"$10 20 $30"_s, u"1-3 8-10"_s);
        row("look behind for none", u"(?<!\\$)\\b\\d+"_s, "", u"$10 20 $30"_s, u"4-6"_s);
        row("a date", u"(\\d{4})-(\\d{2})-(\\d{2})"_s, "", u"2026-11-24 1-2-3 2026-1-1"_s,
            u"0-10(0-4,5-7,8-10)"_s);
        row("hexadecimal", u"0[xX][0-9a-fA-F]+"_s, "", u"0xFF 0Xa 0xG"_s, u"0-4 5-8"_s);
        row("no case", u"error|warn(ing)?"_s, "i", u"Error WARN Warning warned"_s,
            u"0-5(-) 6-10(-) 11-18(15-18) 19-23(-)"_s);
        row("an alternative in the middle", u"a(b|c|bd)d"_s, "", u"abd acd abdd"_s,
            u"0-3(1-2) 4-7(5-6) 8-11(9-10)"_s);
        row("a counted group", u"(ab){2,3}"_s, "", u"ababab abab ab abababab"_s,
            u"0-6(4-6) 7-11(9-11) 15-21(19-21)"_s);
        row("optional at the end", u"colou?rs?"_s, "", u"color colours colour"_s,
            u"0-5 6-13 14-20"_s);
        row("a class of signs", u"[.+*?^${}()|\\[\\]\\\\-]"_s, "", u"a.b+c*(d)[e]\\-"_s,
            u"1-2 3-4 5-6 6-7 8-9 9-10 11-12 12-13 13-14"_s);
        row("negated class over lines", u"[^,]+"_s, "", u"a,b\nc,,d"_s, u"0-1 2-5 7-8"_s);
        row("dot and newline", u"a.c"_s, "s", u"a\nc abc"_s, u"0-3 4-7"_s);
        row("dot and no newline", u"a.c"_s, "", u"a\nc abc"_s, u"4-7"_s);
        row("anchors", u"^\\w+|\\w+$"_s, "", u"one two three"_s, u"0-3 8-13"_s);
        row("anchors with m", u"^\\w+|\\w+$"_s, "m", u"one two\nthree four"_s,
            u"0-3 4-7 8-13 14-18"_s);
        row("an empty alternative", u"x(|y)z"_s, "", u"xz xyz"_s, u"0-2(1-1) 3-6(4-5)"_s);
        row("unicode letters", u"[äöü]+"_s, "", u"Müller Äöü größe"_s, u"1-2 8-10 13-14"_s);
        row("unicode no case", u"ä+"_s, "i", u"ÄäÄ"_s, u"0-3"_s);
        row("an escape of a slash", u"https?:\\/\\/[^\\s/]+"_s, "",
            u"see http://a.b/c and https://x"_s, u"4-14 21-30"_s);
        row("tabs and blanks", u"[ \\t]+"_s, "", u"a \t b\tc"_s, u"1-4 5-6"_s);
        row("an escape by number", u"\\x41\\x42+"_s, "", u"ABBB AB"_s, u"0-4 5-7"_s);
        row("an escape by four digits", u"\\u0041\\u00e9"_s, "", u"Aé A"_s, u"0-2"_s);
        row("a repeated class", u"[ab]{3}"_s, "", u"aababbab"_s, u"0-3 3-6"_s);
        row("open ended", u"a{2,}"_s, "", u"a aa aaa"_s, u"2-4 5-8"_s);
        row("at most", u"\\ba{0,2}\\b"_s, "", u"a aa aaa"_s, u"0-1 1-1 2-4 4-4 5-5 8-8"_s);
        row("zero times", u"ba{0}c"_s, "", u"bc bac"_s, u"0-2"_s);
        row("a boundary between", u"\\Bb\\B"_s, "", u"abc b ab"_s, u"1-2"_s);
        row("digits and others", u"\\d+|\\D+"_s, "", u"12ab34"_s, u"0-2 2-4 4-6"_s);
        row("words and others", u"\\w+|\\W+"_s, "", u"a-b c"_s, u"0-1 1-2 2-3 3-4 4-5"_s);
        row("blanks and others", u"\\s+|\\S+"_s, "", u"a  b"_s, u"0-1 1-3 3-4"_s);
        row("a reference to two groups", u"(\\w)(\\w)\\2\\1"_s, "", u"abba noon xyyx"_s,
            u"0-4(0-1,1-2) 5-9(5-6,6-7) 10-14(10-11,11-12)"_s);
        row("an email", u"[\\w.+-]+@[\\w-]+\\.[\\w.]+"_s, "",
            u"ada@example.org, b+c@d-e.co.uk x@y"_s, u"0-15 17-30"_s);
        row("a path", u"(?:/[\\w.-]+)+"_s, "", u"/usr/bin/env x /a.b-c"_s, u"0-12 15-21"_s);
        row("csv", u"(\"(?:[^\"]|\"\")*\"|[^,]*)(?:,|$)"_s, "", u"a,\"b,\"\"c\"\"\",d"_s,
            u"0-2(0-1) 2-12(2-11) 12-13(12-13) 13-13(13-13)"_s);
        row("camel case", u"[A-Z]?[a-z]+|[A-Z]+(?![a-z])"_s, "", u"parseHTTPRequest simple"_s,
            u"0-5 5-9 9-16 17-23"_s);
        row("an ISO duration", u"P(?:(\\d+)D)?(?:T(?:(\\d+)H)?(?:(\\d+)M)?)?"_s, "",
            u"P1DT2H PT5M P3D"_s, u"0-6(1-2,4-5,-) 7-11(-,-,9-10) 12-15(13-14,-,-)"_s);
        row("only a group that does not take part", u"(a)|b"_s, "", u"ab"_s, u"0-1(0-1) 1-2(-)"_s);
        row("a group in a repetition", u"(?:(\\d)-)+"_s, "", u"1-2-3-"_s, u"0-6(4-5)"_s);
        row("backslashes", u"\\\\(\\w)"_s, "", u"a\\n \\t\\\\x"_s, u"1-3(2-3) 4-6(5-6) 7-9(8-9)"_s);
        row("a brace that is none", u"a\\{1\\}|\\{\\}"_s, "", u"a{1} {} a"_s, u"0-4 5-7"_s);
    }

    void patternsMatchWhatPythonAndJavaScriptMatch()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QByteArray, flags);
        QFETCH(const QString, subject);
        QFETCH(const QString, python);
        QFETCH(const QString, javaScript);
        const RegexOptions options{.ignoreCase = flags.contains('i'),
                                   .multiline = flags.contains('m'),
                                   .dotAll = flags.contains('s')};
        QCOMPARE(found(pattern, RegexSyntax::Python, options, subject), python);
        QCOMPARE(found(pattern, RegexSyntax::JavaScript, options, subject), javaScript);
    }

    void theFirstOfAllMatchesIsTheMatch_data() { patternsMatchWhatPythonAndJavaScriptMatch_data(); }

    void theFirstOfAllMatchesIsTheMatch()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QByteArray, flags);
        QFETCH(const QString, subject);
        const RegexOptions options{.ignoreCase = flags.contains('i'),
                                   .multiline = flags.contains('m'),
                                   .dotAll = flags.contains('s')};
        const Result<Regex> regex = Regex::compile(pattern, RegexSyntax::Python, options);
        VERIFY_RESULT(regex);
        const auto all = regex->globalMatch(subject);
        const auto first = regex->match(subject);
        VERIFY_RESULT(all);
        VERIFY_RESULT(first);
        QCOMPARE(first->has_value(), !all->isEmpty());
        if (all->isEmpty())
            return;
        QCOMPARE(shown({**first}), shown({all->first()}));
        QCOMPARE((*first)->groups.size(), regex->groupCount() + 1);
        const auto limited = regex->globalMatch(subject, 1);
        VERIFY_RESULT(limited);
        QCOMPARE(shown(*limited), shown({all->first()}));
        for (const RegexMatch &match : *all) {
            const qsizetype start = match.groups.first().start;
            const auto there = regex->matchAt(subject, start);
            VERIFY_RESULT(there);
            QVERIFY(there->has_value());
            QCOMPARE((*there)->groups.first().start, start);
        }
    }

private:
    static QString found(const QString &pattern, RegexSyntax syntax, RegexOptions options,
                         const QString &subject)
    {
        const Result<Regex> regex = Regex::compile(pattern, syntax, options);
        if (!regex)
            return regex.error().toString();
        const auto matches = regex->globalMatch(subject);
        return matches ? shown(*matches) : matches.error().toString();
    }
};

QTEST_APPLESS_MAIN(TestRegexLanguages)
#include "tst_regexlanguages.moc"
