#include "tests/support/filetemplate.h"
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
    void theHelpIsPrinted()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"help"_s});
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
        QVERIFY2(outcome.out.contains("python-service"), outcome.out.constData());
        QVERIFY2(!outcome.out.contains("parts"), outcome.out.constData());
        QVERIFY2(outcome.err.isEmpty(), outcome.err.constData());
    }

    void theListAsJsonKeepsItsSchema()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"list"_s, u"--json"_s});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(complaints(outcome.out, u"list"_s), QString());
    }

    void whatIsWrongInATemplateIsListedAndShownOnce_data()
    {
        QTest::addColumn<QByteArray>("right");
        QTest::addColumn<QByteArray>("wrong");
        QTest::addColumn<QByteArray>("said");
        const auto row
            = [](const char *name, const char *right, const char *wrong, const char *said) {
                  QTest::newRow(name) << QByteArray(right) << QByteArray(wrong) << QByteArray(said);
              };
        row("no such folder", "./skeleton", "./skel", "There is no folder “./skel”.");
        row("a slip in an action", "fetch:template", "fetch:templat",
            "Did you mean “fetch:template”?");
        row("the type of another language", "integer", "int", "Did you mean “integer”?");
    }

    void whatIsWrongInATemplateIsListedAndShownOnce()
    {
        QFETCH(const QByteArray, right);
        QFETCH(const QByteArray, wrong);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        writeSmallTemplate(runner, u"mine/small"_s);
        const QString file = u"mine/small/template.yaml"_s;
        QByteArray definition = runner.read(file);
        runner.write(file, definition.replace(right, wrong));
        QCOMPARE(runner.run({u"source"_s, u"add"_s, u"mine"_s}).code, 0);
        const auto listed = runner.run({u"list"_s});
        QCOMPARE(listed.code, 0);
        QVERIFY2(listed.err.contains(said), listed.err.constData());
        const auto shown = runner.run({u"show"_s, u"small"_s});
        QCOMPARE(shown.code, 1);
        const QByteArray place = "mine/small/template.yaml:";
        QVERIFY2(shown.err.count(place) == 1, shown.err.constData());
    }

    void whatTheSidecarSaysOfNothingIsShownToo()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"small/waymark.yaml"_s, "golden: {nope: {why: x}}\n");
        const auto shown = runner.run({u"show"_s, u"./small"_s});
        QCOMPARE(shown.code, 1);
        QVERIFY2(shown.err.contains("Warning: ") && shown.err.contains("nope"),
                 shown.err.constData());
        QVERIFY2(shown.out.contains("Small service"), shown.out.constData());
    }

    void theUnitOfANumberIsShown()
    {
        CliRunner runner;
        const auto shown = runner.run({u"show"_s, u"go-service"_s});
        QCOMPARE(shown.code, 0);
        QVERIFY2(shown.out.contains("in MiB, default 256)"), shown.out.constData());
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

    void aNamedFolderSaysWhatIsWrongInItsTemplate_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("said");
        QByteArray bomb = "a: &a [x, x, x, x, x, x, x, x, x, x]\n";
        for (char name = 'b'; name < 'k'; ++name) {
            bomb += QByteArray(1, name) + ": &" + name + " [";
            for (int i = 0; i < 10; ++i)
                bomb += QByteArray(i > 0 ? ", " : "") + '*' + char(name - 1);
            bomb += "]\n";
        }
        QTest::newRow("a YAML bomb") << bomb << QByteArray("template.yaml:");
        QTest::newRow("no YAML") << QByteArray("a: [\n") << QByteArray("template.yaml:");
        QTest::newRow("another kind")
            << QByteArray("kind: Location\n") << QByteArray("no document of “kind: Template”");
        QTest::newRow("nothing") << QByteArray() << QByteArray("no document of “kind: Template”");
    }

    void aNamedFolderSaysWhatIsWrongInItsTemplate()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        runner.write(u"t/template.yaml"_s, content);
        const auto outcome = runner.run({u"show"_s, u"./t"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY2(outcome.err.contains("template.yaml"), outcome.err.constData());
    }

    void aFileThatCannotBeRenderedIsSaid()
    {
        CliRunner runner;
        writeFileTemplate(runner);
        runner.write(u"bad/skeleton/a.txt"_s, "${{ values.name | nope }}\n");
        const auto shown = runner.run({u"show"_s, u"./bad"_s});
        QCOMPARE(shown.code, 1);
        QVERIFY2(shown.err.contains("skeleton/a.txt:1:19:"), shown.err.constData());
        const auto json = runner.run({u"show"_s, u"./bad"_s, u"--json"_s});
        QCOMPARE(json.code, 1);
        QCOMPARE(complaints(json.out, u"show"_s), QString());
        QVERIFY2(json.out.contains("skeleton/a.txt"), json.out.constData());
    }

    void whoeverInterruptsItSeesNoTemplate()
    {
        CliRunner runner;
        writeFileTemplate(runner);
        runner.stop.request_stop();
        const auto shown = runner.run({u"show"_s, u"./bad"_s});
        QVERIFY2(shown.out.isEmpty(), shown.out.constData());
        QVERIFY2(shown.err.contains("nterrupted"), shown.err.constData());
    }

    void twoTemplatesOfOneNameAreToldApartByTheirSources()
    {
        CliRunner runner;
        writeSmallTemplate(runner, u"one/small"_s);
        writeSmallTemplate(runner, u"two/small"_s);
        QCOMPARE(runner.run({u"source"_s, u"add"_s, u"one"_s}).code, 0);
        QCOMPARE(runner.run({u"source"_s, u"add"_s, u"two"_s}).code, 0);
        const auto listed = runner.run({u"list"_s});
        QVERIFY2(listed.out.contains("one/small") && listed.out.contains("two/small"),
                 listed.out.constData());
        const auto shown = runner.run({u"show"_s, u"small"_s});
        QCOMPARE(shown.code, 2);
        QVERIFY2(shown.err.contains("one/small") && shown.err.contains("two/small"),
                 shown.err.constData());
        QCOMPARE(runner.run({u"show"_s, u"two/small"_s}).code, 0);
    }

    void twoTemplatesOfOneNameInOneSourceAreToldApartByTheirFolders()
    {
        CliRunner runner;
        writeSmallTemplate(runner, u"one/a"_s);
        writeSmallTemplate(runner, u"one/b"_s);
        QCOMPARE(runner.run({u"source"_s, u"add"_s, u"one"_s}).code, 0);
        const auto listed = runner.run({u"list"_s});
        for (const QString &folder : {u"one/a"_s, u"one/b"_s}) {
            const QString name = runner.path(folder);
            QVERIFY2(listed.out.contains(name.toUtf8() + "  "), listed.out.constData());
            QCOMPARE(runner.run({u"show"_s, name}).code, 0);
        }
        QVERIFY2(!listed.out.contains("one/small"), listed.out.constData());
    }

    void aTemplateInTwoSourcesIsNamedOnce()
    {
        CliRunner runner;
        writeSmallTemplate(runner, u"one/a"_s);
        writeSmallTemplate(runner, u"two"_s);
        for (const QString &source : {u"one"_s, u"one/a"_s, u"two"_s})
            QCOMPARE(runner.run({u"source"_s, u"add"_s, source}).code, 0);
        const auto shown = runner.run({u"show"_s, u"small"_s});
        QCOMPARE(shown.code, 2);
        const qsizetype start = shown.err.indexOf("Name one of them: ");
        QVERIFY2(start > 0, shown.err.constData());
        QCOMPARE(shown.err.sliced(start).count(','), 1);
    }

    void aMisspeltOptionInPlaceOfACommandNamesTheOneThatWasMeant()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"--hlep"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("Did you mean “--help”?"), outcome.err.constData());
    }

    void aTemplateIsShownWithItsLimits()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QByteArray text = runner.read(u"small/template.yaml"_s);
        text.replace(
            "        token: {type: string, title: Token, ui:field: Secret}\n",
            "        tags: {type: array, items: {type: string}, minItems: 1, maxItems: 5, "
            "uniqueItems: true}\n"
            "        title: {type: string, minLength: 3, maxLength: 40, format: email}\n"
            "        share: {type: number, exclusiveMinimum: 0, multipleOf: 0.5}\n"
            "        code: {type: string, minLength: 4, maxLength: 4}\n"
            "        limits: {type: object, title: Limits, properties: {cpu: {type: number, "
            "maximum: 64}}}\n");
        runner.write(u"small/template.yaml"_s, text);
        const auto shown = runner.run({u"show"_s, u"./small"_s});
        QCOMPARE(shown.code, 0);
        for (const char *part :
             {"(text, needed)\n      Matches: ^[a-z][a-z0-9-]*$\n", "(integer, 1 to 9, default 2)",
              "(list of text, 1 to 5 items, no item twice)",
              "(text, 3 to 40 characters, written as email)",
              "(number, more than 0, a multiple of 0.5)", "(text, exactly 4 characters)",
              "      cpu  cpu  (number, at most 64)"})
            QVERIFY2(
                shown.out.contains(part),
                qPrintable(QString::fromUtf8(part) + u" in "_s + QString::fromUtf8(shown.out)));
        const auto json = runner.run({u"show"_s, u"./small"_s, u"--json"_s});
        QCOMPARE(complaints(json.out, u"show"_s), QString());
        const auto document = parseJson(json.out);
        QVERIFY(document.has_value());
        const Value page = document->toMap()->value(u"pages").toList()->at(1);
        const Value parameters = page.toMap()->value(u"parameters");
        QCOMPARE(parameters.toList()->at(1).toMap()->value(u"limits"),
                 Value(Map{{u"minimum"_s, 1}, {u"maximum"_s, 9}}));
        const Value group = parameters.toList()->last();
        const Value cpu = group.toMap()->value(u"members").toList()->at(0);
        QCOMPARE(cpu.toMap()->value(u"limits"), Value(Map{{u"maximum"_s, 64}}));
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

    void expressionsAreOnlyShownToWhoWantsMore()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QByteArray text = runner.read(u"small/template.yaml"_s);
        text.replace("pattern: '^[a-z][a-z0-9-]*$'}",
                     "pattern: '^[a-z][a-z0-9-]*$', errorMessage: {pattern: Small letters only.}}");
        runner.write(u"small/template.yaml"_s, text);
        const auto plain = runner.run({u"show"_s, u"./small"_s});
        QVERIFY2(plain.out.contains("Small letters only.\n"), plain.out.constData());
        QVERIFY2(!plain.out.contains("^[a-z]"), plain.out.constData());
        QVERIFY2(plain.out.contains("  .waymark.yaml  the service record\n"),
                 plain.out.constData());
        const auto more = runner.run({u"show"_s, u"./small"_s, u"--verbose"_s});
        QVERIFY2(more.out.contains("Small letters only. Matches: ^[a-z][a-z0-9-]*$\n"),
                 more.out.constData());
    }

    void aComputedDefaultIsNotShownAsIfItWereFixed_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("Cookiecutter") << u"it/cookiecutter.json"_s
                                      << "{\"name\": \"a\", \"day\": \"{% now 'utc', '%Y' %}\"}"_ba;
        QTest::newRow("Copier") << u"it/copier.yml"_s
                                << "name: a\nday: \"{{ name | upper }}\"\n"
                                   "many: {type: yaml, default: \"- one\\n- two\\n\"}\n"_ba;
    }

    void aComputedDefaultIsNotShownAsIfItWereFixed()
    {
        QFETCH(const QString, file);
        QFETCH(const QByteArray, content);
        CliRunner runner;
        runner.write(file, content);
        runner.write(u"it/{{cookiecutter.name}}/README.md"_s, "Hello\n");
        const auto plain = runner.run({u"show"_s, u"./it"_s});
        QVERIFY2(plain.out.contains("default a)"), plain.out.constData());
        QVERIFY2(plain.out.contains("default computed)"), plain.out.constData());
        QVERIFY2(!plain.out.contains("1970"), plain.out.constData());
        QCOMPARE(plain.out.contains("default - one …)"), file.endsWith(u"copier.yml"));
        const auto more = runner.run({u"show"_s, u"./it"_s, u"--verbose"_s});
        QVERIFY2(more.out.contains("default {"), more.out.constData());
        const auto json = runner.run({u"show"_s, u"./it"_s, u"--json"_s});
        QVERIFY2(!json.out.contains("1970"), json.out.constData());
    }

    void aShownTemplateAsJsonKeepsItsSchema()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"show"_s, u"go-service"_s, u"--json"_s});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(complaints(outcome.out, u"show"_s), QString());
    }

    void whatOnlySomeAnswersBringIsShownWithThem()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"show"_s, u"go-service"_s});
        QCOMPARE(outcome.code, 0);
        const qsizetype condition = outcome.out.indexOf("When “storage” is “bucket”");
        QVERIFY2(condition > 0, outcome.out.constData());
        QVERIFY2(outcome.out.indexOf("bucketKeepDays") > condition, outcome.out.constData());
        QVERIFY2(outcome.out.contains("databaseClass"), outcome.out.constData());
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
