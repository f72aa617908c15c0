#include "tests/support/clirunner.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::testing;

namespace {

/// A template with questions that depend on others.
void writeTemplate(const CliRunner &runner)
{
    runner.write(
        u"t/template.yaml"_s,
        "apiVersion: scaffolder.backstage.io/v1beta3\n"
        "kind: Template\n"
        "metadata: {name: t, title: T}\n"
        "spec:\n"
        "  owner: platform\n"
        "  type: service\n"
        "  parameters:\n"
        "    - title: About it\n"
        "      properties:\n"
        "        size: {type: string, enum: [auto, fixed, wide], default: auto}\n"
        "        public: {type: boolean, default: false}\n"
        "        word: {type: string, default: a}\n"
        "      dependencies:\n"
        "        size:\n"
        "          oneOf:\n"
        "            - properties: {size: {const: auto}}\n"
        "            - properties: {size: {enum: [fixed, wide]}, copies: {type: integer}}\n"
        "        public:\n"
        "          oneOf:\n"
        "            - properties: {public: {const: false}}\n"
        "            - properties:\n"
        "                public: {const: true}\n"
        "                token: {type: string, ui:field: Secret}\n"
        "        word:\n"
        "          oneOf:\n"
        "            - properties: {word: {const: a}}\n"
        "            - properties: {word: {const: b}, more: {type: string}}\n"
        "  steps:\n"
        "    - id: fetch\n"
        "      name: Make the files\n"
        "      action: fetch:template\n"
        "      input: {url: ./skeleton, values: {size: '${{ parameters.size }}'}}\n");
    runner.write(u"t/skeleton/README.md"_s, "It is ${{ values.size }}.\n");
}

} // namespace

class TestUnusedAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anOptionThatAnswersNothingIsRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("wayOut");
        QTest::newRow("an answer")
            << QStringList{u"--set"_s, u"copies=4"_s}
            << QByteArray("“copies” is only asked for when “size” is “fixed” or “wide”.")
            << QByteArray("Add --set size=fixed, or leave --set copies=… out.");
        QTest::newRow("an answer that would be wrong")
            << QStringList{u"--set"_s, u"copies=4"_s, u"--set"_s, u"size=auto"_s}
            << QByteArray("“copies” is only asked for when “size” is “fixed” or “wide”.")
            << QByteArray("Add --set size=fixed, or leave --set copies=… out.");
        QTest::newRow("a secret") << QStringList{u"--secret"_s, u"token=env:TOKEN"_s}
                                  << QByteArray("“token” is only asked for when “public” is “yes”.")
                                  << QByteArray(
                                         "Add --set public=yes, or leave --secret token=… out.");
        QTest::newRow("a reason")
            << QStringList{u"--reason"_s, u"copies=many orders"_s}
            << QByteArray("“copies” is only asked for when “size” is “fixed” or “wide”.")
            << QByteArray("Add --set size=fixed, or leave --reason copies=… out.");
        QTest::newRow("what a free text decides")
            << QStringList{u"--set"_s, u"more=x"_s}
            << QByteArray("“more” is not asked for with these answers.")
            << QByteArray("That depends on the answer to “word”. Leave --set more=… out.");
    }

    void anOptionThatAnswersNothingIsRefused()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, message);
        QFETCH(const QByteArray, wayOut);
        CliRunner runner;
        writeTemplate(runner);
        runner.environment.insert(u"TOKEN"_s, u"hunter2hunter2"_s);
        for (const QString &command : {u"plan"_s, u"new"_s}) {
            const auto outcome
                = runner.run(QStringList{command, u"./t"_s, u"d"_s, u"--defaults"_s} + options);
            QCOMPARE(outcome.code, 2);
            QVERIFY2(outcome.err.contains(message) && outcome.err.contains(wayOut),
                     outcome.err.constData());
            QVERIFY(!outcome.err.contains("hunter2"));
        }
        QVERIFY(!QFile::exists(runner.path(u"d"_s)));
    }

    void anAnswerOfAFileThatAnswersNothingIsSaid()
    {
        CliRunner runner;
        writeTemplate(runner);
        runner.write(u"a.yaml"_s, "copies: 77\ntoken: hunter2hunter2\n");
        const auto outcome = runner.run(
            {u"plan"_s, u"./t"_s, u"d"_s, u"--defaults"_s, u"--answers"_s, u"a.yaml"_s});
        QCOMPARE(outcome.code, 0);
        for (const char *said : {"a.yaml:1:9: ", "“copies” is only asked for when “size” is",
                                 "a.yaml:2:8: ", "“token” is only asked for when “public” is"})
            QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY2(!outcome.err.contains("hunter2"), outcome.err.constData());
    }

    void whoWasAskedIsOnlyWarned()
    {
        CliRunner runner;
        writeTemplate(runner);
        ScriptedPrompt prompt;
        prompt.answers = {u"auto"_s, u"no"_s, u"a"_s};
        runner.prompt = &prompt;
        const auto outcome = runner.run({u"plan"_s, u"./t"_s, u"d"_s, u"--set"_s, u"copies=4"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QVERIFY2(outcome.err.contains("“copies” is only asked for"), outcome.err.constData());
    }

    void whatIsAskedIsTaken()
    {
        CliRunner runner;
        writeTemplate(runner);
        const auto outcome = runner.run({u"plan"_s, u"./t"_s, u"d"_s, u"--defaults"_s, u"--set"_s,
                                         u"copies=4"_s, u"--set"_s, u"size=wide"_s, u"--json"_s});
        QVERIFY2(outcome.code == 0 && outcome.err.isEmpty(), outcome.err.constData());
        QVERIFY2(outcome.out.contains("\"copies\": 4"), outcome.out.constData());
    }
};

QTEST_GUILESS_MAIN(TestUnusedAnswers)
#include "tst_unusedanswers.moc"
