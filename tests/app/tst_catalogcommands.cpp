#include "tests/support/schemas.h"
#include "tests/support/smalltemplate.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestCatalogCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutArgumentsTheHelpIsPrinted()
    {
        CliRunner runner;
        const auto outcome = runner.run({});
        QCOMPARE(outcome.code, 0);
        QVERIFY(outcome.out.contains("Usage: waymark COMMAND"));
    }

    void anUnknownCommandIsRefused()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"lst"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.err.contains("list"));
        QVERIFY(outcome.out.isEmpty());
    }

    void theBuiltInTemplatesAreListed()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"list"_s});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("go-service"), outcome.out.constData());
        QVERIFY2(outcome.err.isEmpty(), outcome.err.constData());
    }

    void theListAsJsonKeepsItsSchema()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"list"_s, u"--json"_s});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(complaints(outcome.out, u"list"_s), QString());
    }

    void aSourceCanBeAddedListedAndRemoved()
    {
        CliRunner runner;
        writeSmallTemplate(runner, u"mine/small"_s);
        QCOMPARE(runner.run({u"source"_s, u"add"_s, u"mine"_s}).code, 0);
        const auto listed = runner.run({u"list"_s});
        QVERIFY2(listed.out.contains("Small service") && listed.out.contains("mine"),
                 listed.out.constData());
        const auto sources = runner.run({u"source"_s, u"list"_s, u"--json"_s});
        QCOMPARE(complaints(sources.out, u"sources"_s), QString());
        QVERIFY(sources.out.contains("\"mine\""));
        QCOMPARE(runner.run({u"source"_s, u"add"_s, u"mine"_s}).code, 2);
        QCOMPARE(runner.run({u"source"_s, u"remove"_s, u"mine"_s}).code, 0);
        QVERIFY(!runner.run({u"list"_s}).out.contains("Small service"));
        QVERIFY2(QFile::exists(runner.path(u"mine/small/template.yaml"_s)), "its files stay");
    }

    void aListThatCannotBeReadIsNotWrittenOver()
    {
        CliRunner runner;
        writeSmallTemplate(runner, u"mine/small"_s);
        const QByteArray broken = "version: 1\nsources:\n  - {name: ours, folder: \"/srv/ours}\n";
        runner.write(u"configuration/sources.yaml"_s, broken);
        const auto outcome = runner.run({u"source"_s, u"add"_s, u"mine"_s});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.contains("sources.yaml:"), outcome.err.constData());
        QCOMPARE(runner.read(u"configuration/sources.yaml"_s), broken);
    }

    void aFaultyDescriptionBesideATemplateIsSaid()
    {
        CliRunner runner;
        writeSmallTemplate(runner, u"mine/small"_s);
        runner.write(u"mine/small/waymark.yaml"_s, "versoin: 1\n");
        QCOMPARE(runner.run({u"source"_s, u"add"_s, u"mine"_s}).code, 0);
        const auto listed = runner.run({u"list"_s});
        QCOMPARE(listed.code, 0);
        QVERIFY2(listed.err.contains("waymark.yaml:1:1:") && listed.err.contains("version"),
                 listed.err.constData());
    }

    void aSourceThatIsNoFolderIsRefused()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"source"_s, u"add"_s, u"nowhere"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.err.isEmpty());
    }

    void aBrokenTemplateIsListedAsBrokenAndTakesNothingDown()
    {
        CliRunner runner;
        runner.write(
            u"mine/bad/template.yaml"_s,
            "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: bad\n");
        writeSmallTemplate(runner, u"mine/small"_s);
        QCOMPARE(runner.run({u"source"_s, u"add"_s, u"mine"_s}).code, 0);
        const auto listed = runner.run({u"list"_s});
        QCOMPARE(listed.code, 0);
        QVERIFY2(listed.out.contains("Small service"), listed.out.constData());
        QVERIFY2(listed.out.contains("broken"), listed.out.constData());
        QVERIFY2(listed.err.contains("template.yaml:"), listed.err.constData());
    }

    void aTemplateIsShownWithWhatItAsksAndMakes()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run({u"show"_s, u"./small"_s});
        QCOMPARE(outcome.code, 0);
        for (const char *part :
             {"Small service", "Owning team", "default Small", "Most services need no more.",
              "README.md", "big.txt", "secret", "#platform", "version 1.2.0"})
            QVERIFY2(outcome.out.contains(part), part);
    }

    void aShownTemplateAsJsonKeepsItsSchema()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"show"_s, u"go-service"_s, u"--json"_s});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(complaints(outcome.out, u"show"_s), QString());
    }

    void anUnknownTemplateNamesTheOneThatWasMeant()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"show"_s, u"go-servce"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("go-service"), outcome.err.constData());
    }

    void aGitUrlIsRefusedWithAWayOut()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"show"_s, u"https://example.org/x.git"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("lone"), outcome.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestCatalogCommands)
#include "tst_catalogcommands.moc"
