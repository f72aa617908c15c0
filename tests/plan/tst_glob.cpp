#include "models/plan/glob.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

const QStringList paths = {u"a"_s,
                           u"b"_s,
                           u"ab"_s,
                           u"abab"_s,
                           u"a.txt"_s,
                           u"b.txt"_s,
                           u"c.txt"_s,
                           u"x.yaml"_s,
                           u"d/x.yaml"_s,
                           u"d/e/x.yaml"_s,
                           u"a/b"_s,
                           u"a/x/b"_s,
                           u"a/x/y/b"_s,
                           u"a/c"_s,
                           u"b/c"_s,
                           u"x1"_s,
                           u"x2"_s,
                           u"x4"_s,
                           u".github/x.yml"_s,
                           u".github/workflows/ci.yml"_s,
                           u"q/.github/x"_s,
                           u"a.b"_s,
                           u"axb"_s,
                           u"(x)"_s,
                           u"a+b"_s,
                           u"$x"_s,
                           u"a{b"_s,
                           u"a[b"_s,
                           u"*"_s,
                           u"a/b/c"_s,
                           u"q/a"_s,
                           u"ü/é.txt"_s,
                           u".hidden"_s,
                           u"axxb"_s};

bool names(const GlobList &globs, QStringView path)
{
    const auto isNamed = globs.matches(path);
    return isNamed && *isNamed;
}

} // namespace

class TestGlob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPatternNamesThePathsThatGlobbyFinds_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("*") << u"*"_s
                           << QStringList{u"a"_s,     u"b"_s,     u"ab"_s,    u"abab"_s,
                                          u"a.txt"_s, u"b.txt"_s, u"c.txt"_s, u"x.yaml"_s,
                                          u"x1"_s,    u"x2"_s,    u"x4"_s,    u"a.b"_s,
                                          u"axb"_s,   u"(x)"_s,   u"a+b"_s,   u"$x"_s,
                                          u"a{b"_s,   u"a[b"_s,   u"*"_s,     u".hidden"_s,
                                          u"axxb"_s};
        QTest::newRow("*.yaml") << u"*.yaml"_s << QStringList{u"x.yaml"_s};
        QTest::newRow("**") << u"**"_s
                            << QStringList{u"a"_s,
                                           u"b"_s,
                                           u"ab"_s,
                                           u"abab"_s,
                                           u"a.txt"_s,
                                           u"b.txt"_s,
                                           u"c.txt"_s,
                                           u"x.yaml"_s,
                                           u"d/x.yaml"_s,
                                           u"d/e/x.yaml"_s,
                                           u"a/b"_s,
                                           u"a/x/b"_s,
                                           u"a/x/y/b"_s,
                                           u"a/c"_s,
                                           u"b/c"_s,
                                           u"x1"_s,
                                           u"x2"_s,
                                           u"x4"_s,
                                           u".github/x.yml"_s,
                                           u".github/workflows/ci.yml"_s,
                                           u"q/.github/x"_s,
                                           u"a.b"_s,
                                           u"axb"_s,
                                           u"(x)"_s,
                                           u"a+b"_s,
                                           u"$x"_s,
                                           u"a{b"_s,
                                           u"a[b"_s,
                                           u"*"_s,
                                           u"a/b/c"_s,
                                           u"q/a"_s,
                                           u"ü/é.txt"_s,
                                           u".hidden"_s,
                                           u"axxb"_s};
        QTest::newRow("**/*.yaml")
            << u"**/*.yaml"_s << QStringList{u"x.yaml"_s, u"d/x.yaml"_s, u"d/e/x.yaml"_s};
        QTest::newRow("a/**") << u"a/**"_s << QStringList{u"a"_s,       u"a/b"_s, u"a/x/b"_s,
                                                          u"a/x/y/b"_s, u"a/c"_s, u"a/b/c"_s};
        QTest::newRow("a/**/b") << u"a/**/b"_s << QStringList{u"a/b"_s, u"a/x/b"_s, u"a/x/y/b"_s};
        QTest::newRow("a/*/b") << u"a/*/b"_s << QStringList{u"a/x/b"_s};
        QTest::newRow("?.txt") << u"?.txt"_s << QStringList{u"a.txt"_s, u"b.txt"_s, u"c.txt"_s};
        QTest::newRow("[ab].txt") << u"[ab].txt"_s << QStringList{u"a.txt"_s, u"b.txt"_s};
        QTest::newRow("[!ab].txt") << u"[!ab].txt"_s << QStringList{u"a.txt"_s, u"b.txt"_s};
        QTest::newRow("{a,b}/c") << u"{a,b}/c"_s << QStringList{u"a/c"_s, u"b/c"_s};
        QTest::newRow("x{1..3}") << u"x{1..3}"_s << QStringList{u"x1"_s, u"x2"_s};
        QTest::newRow("@(a|b).txt") << u"@(a|b).txt"_s << QStringList{u"a.txt"_s, u"b.txt"_s};
        QTest::newRow("!(a).txt") << u"!(a).txt"_s << QStringList{u"b.txt"_s, u"c.txt"_s};
        QTest::newRow("*(ab)") << u"*(ab)"_s << QStringList{u"ab"_s, u"abab"_s};
        QTest::newRow("+(ab)") << u"+(ab)"_s << QStringList{u"ab"_s, u"abab"_s};
        QTest::newRow("?(a)b") << u"?(a)b"_s << QStringList{u"b"_s, u"ab"_s};
        QTest::newRow(".github/**")
            << u".github/**"_s << QStringList{u".github/x.yml"_s, u".github/workflows/ci.yml"_s};
        QTest::newRow("**/.github/*")
            << u"**/.github/*"_s << QStringList{u".github/x.yml"_s, u"q/.github/x"_s};
        QTest::newRow("a") << u"a"_s << QStringList{u"a"_s,       u"a/b"_s, u"a/x/b"_s,
                                                    u"a/x/y/b"_s, u"a/c"_s, u"a/b/c"_s};
        QTest::newRow("a/b") << u"a/b"_s << QStringList{u"a/b"_s, u"a/b/c"_s};
        QTest::newRow(".github/workflows")
            << u".github/workflows"_s << QStringList{u".github/workflows/ci.yml"_s};
        QTest::newRow("./a/b") << u"./a/b"_s << QStringList{u"a/b"_s, u"a/b/c"_s};
        QTest::newRow("a/b/") << u"a/b/"_s << QStringList{u"a/b"_s, u"a/b/c"_s};
        QTest::newRow("a*b") << u"a*b"_s << QStringList{u"ab"_s,  u"abab"_s, u"a.b"_s, u"axb"_s,
                                                        u"a+b"_s, u"a{b"_s,  u"a[b"_s, u"axxb"_s};
        QTest::newRow("a**b") << u"a**b"_s << QStringList{u"ab"_s,  u"abab"_s, u"a.b"_s, u"axb"_s,
                                                          u"a+b"_s, u"a{b"_s,  u"a[b"_s, u"axxb"_s};
        QTest::newRow("**/a") << u"**/a"_s << QStringList{u"a"_s, u"q/a"_s};
        QTest::newRow("a.b") << u"a.b"_s << QStringList{u"a.b"_s};
        QTest::newRow("(x)") << u"(x)"_s << QStringList{u"(x)"_s};
        QTest::newRow("a+b") << u"a+b"_s << QStringList{u"a+b"_s};
        QTest::newRow("$x") << u"$x"_s << QStringList{u"$x"_s};
        QTest::newRow("a{b") << u"a{b"_s << QStringList{u"a{b"_s};
        QTest::newRow("a[b") << u"a[b"_s << QStringList{u"a[b"_s};
        QTest::newRow("\\*") << u"\\*"_s << QStringList{u"*"_s};
    }

    void aPatternNamesThePathsThatGlobbyFinds()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QStringList, expected);
        const auto globs = GlobList::compile({pattern});
        VERIFY_RESULT(globs);
        QStringList found;
        for (const QString &path : paths) {
            if (names(*globs, path))
                found += path;
        }
        QCOMPARE(found, expected);
    }

    void aListNamesWhatAnyOfItsPatternsNames()
    {
        const auto globs = GlobList::compile({u"*.md"_s, u"docs/**"_s});
        VERIFY_RESULT(globs);
        QVERIFY(names(*globs, u"README.md"));
        QVERIFY(names(*globs, u"docs/a/b.png"));
        QVERIFY(!names(*globs, u"src/README.md"));
    }

    void anExclusionNamesNothing()
    {
        const auto globs = GlobList::compile({u"!*.md"_s});
        VERIFY_RESULT(globs);
        QVERIFY(!names(*globs, u"a.txt"));
        QVERIFY(!names(*globs, u"a.md"));
    }

    void anExclusionTakesOutWhatPatternsInFrontOfItName_data()
    {
        QTest::addColumn<QStringList>("patterns");
        QTest::addColumn<QStringList>("named"); // of a.txt, d/b.txt and d/c.md
        QTest::newRow("behind it")
            << QStringList{u"**"_s, u"!d/*.txt"_s} << QStringList{u"a.txt"_s, u"d/c.md"_s};
        QTest::newRow("in front of it")
            << QStringList{u"!a.txt"_s, u"**/*.txt"_s} << QStringList{u"a.txt"_s, u"d/b.txt"_s};
        QTest::newRow("a folder") << QStringList{u"**"_s, u"!d"_s} << QStringList{u"a.txt"_s};
        QTest::newRow("and back again")
            << QStringList{u"**"_s, u"!d"_s, u"d/*.md"_s} << QStringList{u"a.txt"_s, u"d/c.md"_s};
    }

    void anExclusionTakesOutWhatPatternsInFrontOfItName()
    {
        QFETCH(const QStringList, patterns);
        QFETCH(const QStringList, named);
        const auto globs = GlobList::compile(patterns);
        VERIFY_RESULT(globs);
        QStringList matched;
        for (const QString &path : {u"a.txt"_s, u"d/b.txt"_s, u"d/c.md"_s}) {
            if (names(*globs, path))
                matched += path;
        }
        QCOMPARE(matched, named);
    }

    void anEmptyListNamesNothing()
    {
        const auto globs = GlobList::compile({});
        VERIFY_RESULT(globs);
        QVERIFY(!names(*globs, u"a"));
    }

    void aPatternThatWouldTakeLongIsRefused_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("what stands behind many negations") << u"!(a)"_s.repeated(40);
        QTest::newRow("negations inside each other") << u"!(a"_s.repeated(40) + u")"_s.repeated(40);
        QTest::newRow("many brackets that nothing closes") << u"@("_s.repeated(2000);
        QTest::newRow("deep brackets") << u"@("_s.repeated(500) + u'a' + u")"_s.repeated(500);
        QTest::newRow("deep braces") << u"{a,"_s.repeated(500) + u'b' + u"}"_s.repeated(500);
        QTest::newRow("a long one") << QString(5000, u'*');
        QTest::newRow("many ranges behind negations") << u"!(a){1..1000}"_s.repeated(8);
    }

    void aPatternThatWouldTakeLongIsRefused()
    {
        QFETCH(const QString, pattern);
        const auto globs = GlobList::compile({pattern});
        QVERIFY(!globs);
        QCOMPARE(globs.error().problem.code, u"plan.bad-glob"_s);
        QCOMPARE_LT(globs.error().problem.message.size(), 250);
    }

    void negationsBehindEachOtherAreUnderstood()
    {
        const auto globs = GlobList::compile({u"!(a).!(b)"_s});
        VERIFY_RESULT(globs);
        QVERIFY(names(*globs, u"b.a"));
        QVERIFY(!names(*globs, u"a.b"));
    }

    void aMatchThatTakesTooLongIsNoAnswer()
    {
        const auto globs = GlobList::compile({u"*a"_s.repeated(20) + u'b'});
        VERIFY_RESULT(globs);
        const auto isNamed = globs->matches(QString(200, u'a') + u"bx"_s);
        QVERIFY(!isNamed);
        QCOMPARE(isNamed.error().problem.code, u"regex.limit"_s);
    }

    void aRangeThatWouldBeHugeIsTakenAsText()
    {
        const auto globs = GlobList::compile({u"x{1..1000000000}"_s});
        VERIFY_RESULT(globs);
        QVERIFY(!names(*globs, u"x5"));
    }
};

QTEST_APPLESS_MAIN(TestGlob)
#include "tst_glob.moc"
