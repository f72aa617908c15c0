#include "models/plan/ignorelist.h"

#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestIgnoreList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPatternTakesPaths_data()
    {
        QTest::addColumn<QString>("patterns"); // with blanks between them
        QTest::addColumn<QStringList>("taken");
        QTest::addColumn<QStringList>("left");
        const auto row
            = [](const char *name, const QString &patterns, const QStringList &taken,
                 const QStringList &left) { QTest::newRow(name) << patterns << taken << left; };
        row("a name, anywhere, and all in it", u"foo"_s, {u"foo"_s, u"a/foo"_s, u"foo/b"_s},
            {u"food"_s, u"a/xfoo"_s});
        row("only at the top", u"/foo"_s, {u"foo"_s, u"foo/b"_s}, {u"a/foo"_s});
        row("a folder", u"foo/"_s, {u"foo/b"_s, u"a/foo/b/c"_s}, {u"foo"_s});
        row("with a slash inside it is from the top", u"a/foo"_s, {u"a/foo"_s, u"a/foo/x"_s},
            {u"b/a/foo"_s});
        row("stars stay in one name", u"*.py[co]"_s, {u"x.pyc"_s, u"a/x.pyo"_s}, {u"x.py"_s});
        row("a star alone in a folder", u"a/*"_s, {u"a/b"_s, u"a/b/c"_s}, {u"a"_s, u"b/a/c"_s});
        row("question marks", u"a?c"_s, {u"abc"_s}, {u"ac"_s, u"a/c"_s});
        row("two stars in the middle", u"a/**/z"_s, {u"a/z"_s, u"a/b/c/z"_s}, {u"b/a/z"_s});
        row("two stars in front", u"**/a/b"_s, {u"a/b"_s, u"x/y/a/b"_s}, {u"a/x/b"_s});
        row("two stars at the end", u"a/**"_s, {u"a/b"_s, u"a/b/c"_s}, {u"a"_s});
        row("two stars alone", u"**"_s, {u"a"_s, u"a/b"_s}, {});
        row("all that is in folders", u"**/"_s, {u"a/b"_s}, {u"a"_s});
        row("doubled two stars", u"a/**/**/z"_s, {u"a/z"_s, u"a/b/z"_s}, {u"z"_s});
        row("brackets", u"[!a-c]x"_s, {u"dx"_s}, {u"ax"_s});
        row("brackets with ^", u"[^a]x"_s, {u"bx"_s}, {u"ax"_s});
        row("a bracket that is none", u"a[b"_s, {u"a[b"_s}, {u"ab"_s});
        row("a closing bracket in brackets", u"[]]x"_s, {u"]x"_s}, {u"ax"_s});
        row("escaped", u"\\!a \\#b"_s, {u"!a"_s, u"#b"_s}, {u"a"_s});
        row("the last one that fits decides", u"*.md !keep.md"_s, {u"a.md"_s},
            {u"keep.md"_s, u"x/keep.md"_s});
        row("and takes again", u"a !a a"_s, {u"a"_s}, {u"b"_s});
        row("comments and nothing", u"#a / x"_s, {u"x"_s}, {u"a"_s, u"#a"_s});
        row("dots are dots", u"a.b"_s, {u"a.b"_s}, {u"axb"_s});
    }

    void aPatternTakesPaths()
    {
        QFETCH(const QString, patterns);
        QFETCH(const QStringList, taken);
        QFETCH(const QStringList, left);
        const auto list = IgnoreList::compile(patterns.split(u' '));
        QVERIFY(list);
        for (const QString &path : taken)
            QVERIFY2(list->matches(path).value_or(false), qPrintable(path));
        for (const QString &path : left)
            QVERIFY2(!list->matches(path).value_or(true), qPrintable(path));
    }

    void blanksBelongToItOnlyBehindABackslash()
    {
        const auto list = IgnoreList::compile({u"  a b \\ "_s, u" c "_s});
        QVERIFY(list);
        QCOMPARE(list->matches(u"c").value_or(false), true);
        QCOMPARE(list->matches(u"a b").value_or(true), false);
        QCOMPARE(list->matches(u"a b  ").value_or(false), true);
    }

    void aMatchThatTakesTooLongIsNoAnswer()
    {
        const QString endless = u"*a"_s.repeated(20) + u'b';
        const QString path = QString(200, u'a') + u"bx"_s;
        const auto list = IgnoreList::compile({u"*.md"_s, endless, u"*.txt"_s});
        VERIFY_RESULT(list);
        const auto isTaken = list->matches(path);
        QVERIFY(!isTaken);
        QCOMPARE(isTaken.error().problem.code, u"regex.limit"_s);
        QVERIFY(isTaken.error().problem.message.contains(endless));
        QCOMPARE(list->matches(path + u".txt"_s).value_or(false), true); // a later one decides
    }

    void aLoneBackslashIsNoPattern()
    {
        const auto list = IgnoreList::compile({u"a\\"_s});
        QVERIFY(!list);
        QVERIFY(list.error().problem.message.contains(u"a\\"));
    }
};

QTEST_APPLESS_MAIN(TestIgnoreList)
#include "tst_ignorelist.moc"
