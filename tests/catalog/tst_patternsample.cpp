#include "models/base/regex.h"
#include "models/catalog/patternsample.h"
#include "tests/support/testing.h"

using namespace waymark;
using namespace Qt::StringLiterals;

/// Whether some sample of `pattern` is matched by it.
static bool isFound(const QString &pattern)
{
    const auto regex = Regex::compile(pattern, RegexSyntax::JsonSchema);
    if (!regex)
        qFatal("%s", qPrintable(regex.error().toString()));
    for (int variant = 0; variant < patternVariants; ++variant) {
        const auto match = regex->match(patternSample(pattern, variant));
        if (match && *match)
            return true;
    }
    return false;
}

class TestPatternSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSampleIsWhatThePatternAsksFor_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("sample");
        const auto row = [](const char *name, const QString &pattern, const QString &sample) {
            QTest::newRow(name) << pattern << sample;
        };
        row("nothing", u""_s, u""_s);
        row("letters", u"^abc$"_s, u"abc"_s);
        row("classes and counts", uR"(^[A-Z]{3}-\d{3}$)"_s, u"AAA-000"_s);
        row("the first branch", u"^(red|green)$"_s, u"red"_s);
        row("what may be left out", u"^ab?c*d+$"_s, u"ad"_s);
        row("groups with names", u"^(?<a>x)(?:y)(?P<b>z)$"_s, u"xyz"_s);
        row("looking around", u"^(?!no$)(?=[a-z])[a-z]+$"_s, u"a"_s);
        row("a negated class", uR"(^[^a\s/]{2}$)"_s, u"AA"_s);
        row("a bracket in a class", u"^[]x-]$"_s, u"-"_s);
        row("escapes", uR"(^\$\x41\u0042\.\-$)"_s, u"$AB.-"_s);
        row("lazy counts", u"^a{2,3}?b+?$"_s, u"aab"_s);
        row("a brace that is no count", u"^a{x}$"_s, u"a{x}"_s);
        row("words and borders", uR"(^\bv\d+\.\w\W\s$)"_s, u"v0.a- "_s);
    }

    void aSampleIsWhatThePatternAsksFor()
    {
        QFETCH(const QString, pattern);
        QTEST(patternSample(pattern), "sample");
    }

    void otherVariantsTakeOtherBranches()
    {
        QCOMPARE(patternSample(u"^(a|b|c)$"_s, 1), u"b"_s);
        QCOMPARE(patternSample(u"^(a|b|c)x*$"_s, 3), u"ax"_s);
        QVERIFY(isFound(u"^(?!a)(a|bb)$"_s));
    }

    void usualPatternsAreFound_data()
    {
        QTest::addColumn<QString>("pattern");
        for (const char *pattern :
             {R"(^([a-z]+:)?([a-z0-9-]+/)?[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9])?$)",
              R"(^[a-z][a-z0-9]*(-[a-z0-9]+)*$)", R"(^\d+\.\d+\.\d+(-[0-9A-Za-z.-]+)?$)",
              R"(^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,}$)", R"(^/[^\s]*$)",
              R"(^[\w.+-]+@[\w-]+\.[\w.]+$)", R"(^arn:aws:iam::\d{12}:role/[\w+=,.@-]+$)"})
            QTest::newRow(pattern) << QString::fromLatin1(pattern);
    }

    void usualPatternsAreFound()
    {
        QFETCH(const QString, pattern);
        QVERIFY2(isFound(pattern), qPrintable(patternSample(pattern)));
    }

    void aSampleOfAUsualPatternIsReadable_data() { usualPatternsAreFound_data(); }

    void aSampleOfAUsualPatternIsReadable()
    {
        QFETCH(const QString, pattern);
        const QString sample = patternSample(pattern);
        QVERIFY(!sample.isEmpty());
        QVERIFY2(sample.size() <= 40, qPrintable(sample));
        for (const QChar letter : sample)
            QVERIFY2(letter.isPrint() && !letter.isSpace(), qPrintable(sample));
    }

    void whatAVariantTakesStaysTheSame()
    {
        const QString pattern = u"^(one|two|three)(-[a-z]{1,3})?$"_s;
        QSet<QString> samples;
        for (int variant = 0; variant < patternVariants; ++variant) {
            QCOMPARE(patternSample(pattern, variant), patternSample(pattern, variant));
            samples += patternSample(pattern, variant);
        }
        QVERIFY(samples.contains(u"one"_s));
        QVERIFY(samples.contains(u"two-aa"_s));
        QVERIFY(samples.size() > 5);
    }

    void whatIsBrokenOrEndlessComesToAnEnd_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("an open group") << u"((("_s;
        QTest::newRow("an open class") << u"[a-"_s;
        QTest::newRow("a name without an end") << u"(?<a"_s;
        QTest::newRow("a lone backslash") << u"\\"_s;
        QTest::newRow("only a bracket") << u")a"_s;
        QTest::newRow("deep") << QString(100'000, u'(') + u'a';
        QTest::newRow("counts of counts") << u"((((a{999}){999}){999}){999}){999}"_s;
    }

    void whatIsBrokenOrEndlessComesToAnEnd()
    {
        QFETCH(const QString, pattern);
        for (int variant = 0; variant < patternVariants; ++variant)
            QVERIFY(patternSample(pattern, variant).size() <= 200);
    }
};

QTEST_APPLESS_MAIN(TestPatternSample)
#include "tst_patternsample.moc"
