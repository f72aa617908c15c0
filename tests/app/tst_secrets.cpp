#include "tests/support/clirunner.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::testing;

namespace {

/// A template that asks for a name and for secrets of several types, and prints them to a file.
void writeSecretTemplate(const CliRunner &runner)
{
    runner.write(u"sec/template.yaml"_s,
                 "apiVersion: scaffolder.backstage.io/v1beta3\n"
                 "kind: Template\n"
                 "metadata: {name: sec}\n"
                 "spec:\n"
                 "  type: service\n"
                 "  parameters:\n"
                 "    - title: All\n"
                 "      required: [name, pw]\n"
                 "      properties:\n"
                 "        name: {type: string, pattern: '^[a-z]+$'}\n"
                 "        pw: {type: string, ui:field: Secret, pattern: '^[a-z0-9]+$'}\n"
                 "        pin: {type: integer, minimum: 1000, ui:field: Secret}\n"
                 "        loose: {ui:field: Secret}\n"
                 "        deep:\n"
                 "          type: object\n"
                 "          properties:\n"
                 "            size: {type: integer}\n"
                 "            key: {type: string, ui:field: Secret, pattern: '^[a-z]+[0-9]*$'}\n"
                 "        users:\n"
                 "          type: array\n"
                 "          items:\n"
                 "            type: object\n"
                 "            properties: {code: {type: string, ui:field: Secret}}\n"
                 "  steps:\n"
                 "    - id: fetch\n"
                 "      action: fetch:template\n"
                 "      input:\n"
                 "        url: ./skeleton\n"
                 "        values:\n"
                 "          name: ${{ parameters.name }}\n"
                 "          all: ${{ secrets.pin + 1 }} ${{ secrets.loose }} ${{ "
                 "parameters.deep.size }}\n");
    runner.write(u"sec/waymark.yaml"_s, "version: 1.0.0\n");
    runner.write(u"sec/skeleton/README.md"_s, "# ${{ values.name }}\n");
}

QStringList planned(const QStringList &options)
{
    return QStringList{u"plan"_s, u"./sec"_s, u"orders"_s, u"--defaults"_s} + options;
}

} // namespace

/// How secrets are given, and that none is printed on the way.
class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrongAnswersFileShowsNoLineOfIt_data()
    {
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a secret that does not fit")
            << QByteArray("pw: HUNTER22\n") << QByteArray("a.yaml:1:5: ");
        QTest::newRow("another answer in its line")
            << QByteArray("{name: 1, pw: hunter22x}\n") << QByteArray("a.yaml:1:8: ");
        QTest::newRow("an unknown name in its line")
            << QByteArray("{siez: 1, pw: hunter22x}\n") << QByteArray("a.yaml:1:2: ");
        QTest::newRow("twice") << QByteArray("pw: hunter22x\npw: hunter22y\n")
                               << QByteArray("a.yaml:2:");
        QTest::newRow("an unclosed quote")
            << QByteArray("pw: \"hunter22x\n") << QByteArray("a.yaml:");
        QTest::newRow("JSON that is none")
            << QByteArray("{\"pw\": \"hunter22x\" \"name\": hunter22x}") << QByteArray("a.yaml:");
        QTest::newRow("within a group") << QByteArray("pw: a\ndeep: {size: x, key: hunter22x}\n")
                                        << QByteArray("a.yaml:2:14: ");
        QTest::newRow("a secret within a group")
            << QByteArray("pw: a\ndeep: {key: HUNTER22}\n") << QByteArray("deep.key: ");
        QTest::newRow("an alias") << QByteArray("pw: *hunter22x\n") << QByteArray("a.yaml:1:");
        QTest::newRow("a tag") << QByteArray("pw: !hunter22x\n") << QByteArray("a.yaml");
    }

    void aWrongAnswersFileShowsNoLineOfIt()
    {
        QFETCH(const QByteArray, answers);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        writeSecretTemplate(runner);
        runner.write(u"a.yaml"_s, answers);
        for (const QStringList &more : {QStringList{}, QStringList{u"--json"_s}}) {
            const auto outcome = runner.run(
                planned(QStringList{u"--answers"_s, u"a.yaml"_s, u"--log"_s, u"log"_s} + more));
            QCOMPARE(outcome.code, 2);
            QVERIFY2(outcome.err.contains(said), outcome.err.constData());
            const QByteArray all = (outcome.out + outcome.err + runner.read(u"log"_s)).toLower();
            QVERIFY2(!all.contains("hunter"), all.constData());
        }
    }

    void whatIsMadeOfASecretIsNeitherRecordedNorPrinted()
    {
        CliRunner runner;
        runner.write(u"cop/copier.yml"_s,
                     "name: orders\n"
                     "pw: {type: str, secret: true, default: hunter22x}\n"
                     "url: \"pg://u:{{ pw }}@h/{{ pw|upper }}\"\n");
        runner.write(u"cop/a.txt"_s, "a\n");
        QByteArray all;
        for (const QString &form : {u"--json"_s, u"--patch"_s, u"--verbose"_s}) {
            const auto outcome = runner.run({u"plan"_s, u"./cop"_s, runner.path(u"svc"_s),
                                             u"--defaults"_s, form, u"--log"_s, u"log"_s});
            QVERIFY2(outcome.code == 0, outcome.err.constData());
            all += outcome.out + outcome.err;
        }
        const auto made = runner.run(
            {u"new"_s, u"./cop"_s, runner.path(u"svc"_s), u"--defaults"_s, u"--log"_s, u"log"_s});
        QVERIFY2(made.code == 0, made.err.constData());
        const QByteArray record = runner.read(u"svc/.waymark.yaml"_s);
        QVERIFY2(record.contains("name: orders"), record.constData());
        QVERIFY2(record.contains("pw") && record.contains("url"), record.constData());
        all += made.out + made.err + runner.read(u"log"_s) + record;
        QVERIFY2(!all.toLower().contains("hunter22x"), all.constData());
    }

    void whatStandsOpenOnTheCommandLineIsRefusedAndNotRepeated_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("without a name")
            << QStringList{u"--secret"_s, u"hunter22x"_s}
            << QByteArray("--secret NAME=env:VAR, --secret NAME=file:PATH, or --secret NAME=-");
        QTest::newRow("with an empty name")
            << QStringList{u"--secret"_s, u"=hunter22x"_s} << QByteArray("NAME=PLACE");
        QTest::newRow("without a place")
            << QStringList{u"--secret"_s, u"pw=hunter22x"_s} << QByteArray("--secret pw=env:VAR");
        QTest::newRow("with --set")
            << QStringList{u"--set"_s, u"pw=hunter22x"_s} << QByteArray("--secret pw=env:VAR");
        QTest::newRow("a number with --set")
            << QStringList{u"--set"_s, u"pin=hunter22x"_s} << QByteArray("--secret pin=env:VAR");
        QTest::newRow("in a group") << QStringList{u"--set"_s, u"deep.key=hunter22x"_s}
                                    << QByteArray("--secret deep.key=env:VAR");
        QTest::newRow("with its group")
            << QStringList{u"--set"_s, uR"(deep={"size": 1, "key": "hunter22x"})"_s}
            << QByteArray("--secret deep.key=env:VAR");
        QTest::newRow("in a group that is no JSON")
            << QStringList{u"--set"_s, u"deep={key: hunter22x}"_s} << QByteArray("a map in JSON");
        QTest::newRow("in a list") << QStringList{u"--set"_s, uR"(users=[{"code": "hunter22x"}])"_s}
                                   << QByteArray("--answers FILE");
    }

    void whatStandsOpenOnTheCommandLineIsRefusedAndNotRepeated()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        writeSecretTemplate(runner);
        const auto outcome = runner.run(
            planned(options + QStringList{u"--json"_s, u"--verbose"_s, u"--log"_s, u"log"_s}));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        const QByteArray all = outcome.out + outcome.err + runner.read(u"log"_s);
        QVERIFY2(!all.contains("hunter"), all.constData());
    }

    void aSecretHasTheTypeThatIsAskedFor()
    {
        CliRunner runner;
        writeSecretTemplate(runner);
        runner.environment = {{u"PW"_s, u"hunter22x"_s},
                              {u"PIN"_s, u"4711471147"_s},
                              {u"LOOSE"_s, u"1e5"_s},
                              {u"KEY"_s, u"hunter22"_s}};
        runner.write(u"sec/skeleton/made"_s, "${{ values.all }}\n");
        const auto outcome
            = runner.run({u"new"_s, u"./sec"_s, u"orders"_s, u"--defaults"_s, u"--set"_s,
                          u"deep.size=3"_s, u"--secret"_s, u"pw=env:PW"_s, u"--secret"_s,
                          u"pin=env:PIN"_s, u"--secret"_s, u"loose=env:LOOSE"_s, u"--secret"_s,
                          u"deep.key=env:KEY"_s, u"--accept-secret"_s, u"made"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(runner.read(u"orders/made"_s), QByteArray("4711471148 1e5 3\n"));
        QCOMPARE(runner.read(u"orders/README.md"_s), QByteArray("# orders\n"));
        QVERIFY(!(outcome.out + outcome.err).contains("hunter"));
    }

    void aSecretOfAnotherTypeIsRefusedAndNotRepeated_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no number")
            << u"pin=env:TEXT"_s << QByteArray("pin must be a whole number.");
        QTest::newRow("no group") << u"deep=env:TEXT"_s
                                  << QByteArray("deep must be a map in JSON.");
        QTest::newRow("beyond the pattern of a member")
            << u"deep.key=env:CAPITALS"_s << QByteArray("deep.key: ");
        QTest::newRow("no secret in a group")
            << u"deep.size=env:TEXT"_s << QByteArray("“deep.size” is no secret.");
        QTest::newRow("none in a group")
            << u"deep.pw=env:TEXT"_s
            << QByteArray("The template has no secret “deep.pw”.\nIt asks for ");
    }

    void aSecretOfAnotherTypeIsRefusedAndNotRepeated()
    {
        QFETCH(const QString, secret);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        writeSecretTemplate(runner);
        runner.environment = {{u"TEXT"_s, u"hunter22x"_s}, {u"CAPITALS"_s, u"HUNTER"_s}};
        const auto outcome = runner.run(
            planned({u"--secret"_s, u"pw=env:TEXT"_s, u"--secret"_s, secret, u"--json"_s}));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY(!(outcome.out + outcome.err).toLower().contains("hunter"));
    }

    void anEmptySecretIsRefused_data()
    {
        QTest::addColumn<QString>("place");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("standard input")
            << u"-"_s << QByteArray("Standard input holds nothing for the secret “loose”.");
        QTest::newRow("a variable")
            << u"env:EMPTY"_s << QByteArray("“EMPTY” holds nothing for the secret “loose”.");
        QTest::newRow("a file") << u"file:empty"_s
                                << QByteArray("“empty” holds nothing for the secret “loose”.");
    }

    void anEmptySecretIsRefused()
    {
        QFETCH(const QString, place);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        writeSecretTemplate(runner);
        runner.write(u"empty"_s, "\n");
        runner.environment = {{u"PW"_s, u"abc"_s}, {u"EMPTY"_s, QString()}};
        const auto outcome = runner.run(planned(
            {u"--secret"_s, u"pw=env:PW"_s, u"--secret"_s, u"loose="_s + place, u"--json"_s}));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY2(outcome.err.contains("leave it out"), outcome.err.constData());
    }

    void anAnswerInAGroupIsNamedWithItsGroup()
    {
        CliRunner runner;
        writeSecretTemplate(runner);
        const auto outcome = runner.run(planned({u"--set"_s, u"deep.size=large"_s}));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("deep.size must be a whole number, not “large”."),
                 outcome.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestSecrets)
#include "tst_secrets.moc"
