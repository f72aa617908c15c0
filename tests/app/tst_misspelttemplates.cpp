#include "tests/support/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::testing;

/// What a template's author has misspelt is told to whoever looks at it.
class TestMisspeltTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showTellsWhereANameIsMisspelt()
    {
        CliRunner runner;
        writeMisspelt(runner);
        const auto shown = runner.run({u"show"_s, u"./small"_s});
        QCOMPARE(shown.code, 1);
        QVERIFY2(shown.err.contains("small/skeleton/README.md:1:7: "), shown.err.constData());
        QVERIFY2(shown.err.contains("Nothing defines “values.nmae”.\n"), shown.err.constData());
        QVERIFY2(shown.err.contains("  # ${{ values.nmae }}\n        ^"), shown.err.constData());
        QVERIFY2(shown.err.contains("Did you mean “name”?"), shown.err.constData());
        QVERIFY(shown.out.contains("README.md")); // and all else is shown
    }

    void planTellsItToo()
    {
        CliRunner runner;
        writeMisspelt(runner);
        const auto planned = runner.run({u"plan"_s, u"./small"_s, u"dest"_s, u"--defaults"_s,
                                         u"--set"_s, u"owner=group:default/a"_s});
        QCOMPARE(planned.code, 1);
        QVERIFY2(planned.err.contains("Nothing defines “values.nmae”."), planned.err.constData());
        QVERIFY(planned.out.contains("README.md"));
    }

    void aServiceIsMadeAllTheSame()
    {
        CliRunner runner;
        writeMisspelt(runner);
        const auto made = runner.run({u"new"_s, u"./small"_s, u"dest"_s, u"--defaults"_s,
                                      u"--set"_s, u"owner=group:default/a"_s});
        QVERIFY2(made.code < 2, made.err.constData());
        QVERIFY(QFile::exists(runner.path(u"dest/README.md"_s)));
    }

    void theCatalogIsListedWithoutLookingAtFiles()
    {
        CliRunner runner;
        writeMisspelt(runner);
        const auto added = runner.run({u"source"_s, u"add"_s, u"."_s});
        QVERIFY2(added.code == 0, added.err.constData());
        const auto listed = runner.run({u"list"_s});
        QVERIFY2(listed.out.contains("small"), listed.err.constData());
        QVERIFY2(!listed.err.contains("values.nmae"), listed.err.constData());
    }

    void aMistakeForWhichAStepFailsIsToldOnce_data()
    {
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QByteArray>("told");
        QTest::addColumn<QByteArray>("hidden");
        QTest::newRow("a folder that is not there")
            << "url: ./skeleton"_ba << "url: ./fils"_ba << "The template has no folder “fils”."_ba
            << "There is no folder"_ba;
        QTest::newRow("an action that nobody knows")
            << "action: fetch:template"_ba << "action: fetch:tempalte"_ba
            << "(fetch:tempalte) is not run."_ba << "is no action that is known here"_ba;
    }

    void aMistakeForWhichAStepFailsIsToldOnce()
    {
        QFETCH(const QByteArray, right);
        QFETCH(const QByteArray, wrong);
        QFETCH(const QByteArray, told);
        QFETCH(const QByteArray, hidden);
        CliRunner runner;
        writeSmallTemplate(runner);
        QByteArray text = runner.read(u"small/template.yaml"_s);
        runner.write(u"small/template.yaml"_s, text.replace(right, wrong));
        const auto planned = runner.run({u"plan"_s, u"./small"_s, u"dest"_s, u"--defaults"_s,
                                         u"--set"_s, u"owner=group:default/a"_s});
        QCOMPARE(planned.code, 1);
        QVERIFY2(planned.err.count(told) == 1, planned.err.constData());
        QVERIFY2(!planned.err.contains(hidden), planned.err.constData());
    }

    void aTemplateWithoutMistakesHasNone()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto shown = runner.run({u"show"_s, u"./small"_s});
        QVERIFY2(!shown.err.contains("Nothing defines"), shown.err.constData());
    }

private:
    static void writeMisspelt(const CliRunner &runner)
    {
        writeSmallTemplate(runner);
        runner.write(u"small/skeleton/README.md"_s, "# ${{ values.nmae }}\n");
    }
};

QTEST_APPLESS_MAIN(TestMisspeltTemplates)
#include "tst_misspelttemplates.moc"
