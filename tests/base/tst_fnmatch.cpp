#include "models/base/fnmatch.h"

#include <QTest>

using namespace waymark;
using namespace Qt::StringLiterals;

class TestFnmatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// What fnmatch.fnmatch() of Python says.
    void namesMatchAsInPython_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char16_t *name, const char16_t *pattern, bool expected) {
            QTest::addRow("%s against %s", qPrintable(QString(name)), qPrintable(QString(pattern)))
                << QString(name) << QString(pattern) << expected;
        };
        row(u"a", u"a", true);
        row(u"a", u"A", false);
        row(u"", u"*", true);
        row(u"", u"", true);
        row(u"a", u"", false);
        row(u"a/b/c.html", u"*.html", true);
        row(u"a/b", u"a?b", true);
        row(u"aXbXc", u"a*b*c", true);
        row(u"aXbXd", u"a*b*c", false);
        row(u"ab", u"a*b*", true);
        row(u"b", u"[abc]", true);
        row(u"d", u"[a-c]", false);
        row(u"d", u"[!a-c]", true);
        row(u"]", u"[]]", true);
        row(u"a", u"[!]]", true);
        row(u"-", u"[a-]", true);
        row(u"[a", u"[a", true);
        row(u"日本", u"?本", true);
        row(u"🎉", u"?", true);
        row(u"a.b", u"a[.]b", true);
        row(u"^", u"[^a]", true);
        row(u"b", u"[^a]", false);
    }
    void namesMatchAsInPython()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, pattern);
        QTEST(fnmatches(name, pattern), "expected");
    }

    /// What Path.glob() of Python finds.
    void pathsMatchAsInPython_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<bool>("expected");
        const auto row = [](const char16_t *path, const char16_t *pattern, bool expected) {
            QTest::addRow("%s against %s", qPrintable(QString(path)), qPrintable(QString(pattern)))
                << QString(path) << QString(pattern) << expected;
        };
        row(u"a.yml", u"*.yml", true);
        row(u"a/b.yml", u"*.yml", false);
        row(u"a/b.yml", u"*/?.yml", true);
        row(u"a/b.yml", u"./a//[!a].yml", true);
        row(u"a.yml", u"**/*.yml", true);
        row(u"a/b/c.yml", u"**/*.yml", true);
        row(u"a/b/c.yml", u"a/**/c.yml", true);
        row(u"a/c.yml", u"a/**/c.yml", true);
        row(u"b/c.yml", u"a/**/c.yml", false);
        row(u"a/b/a/c", u"**/a/c", true);
        row(u"a/b/c/d", u"**/b/**/d", true);
        row(u"a/b/c/d", u"**/c/**/b", false);
        row(u"a/b/c", u"a/**", true);
        row(u"a", u"a/**", false);
        row(u"a**b", u"a**b", true);
    }
    void pathsMatchAsInPython()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, pattern);
        QTEST(globMatches(path, pattern), "expected");
    }

    void manyStarsTakeNoTime()
    {
        const QString path = u"a/"_s.repeated(300) + u'a';
        QVERIFY(!globMatches(path, u"**/a/"_s.repeated(50) + u'b'));
        const QString name(5000, u'a');
        QVERIFY(!fnmatches(name, QString(u"*a"_s).repeated(100) + u'b'));
    }
};

QTEST_MAIN(TestFnmatch)

#include "tst_fnmatch.moc"
