#include "tests/support/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::testing;

namespace {

/// The small template with a second secret.
void writeTwoSecrets(const CliRunner &runner)
{
    writeSmallTemplate(runner);
    QByteArray text = runner.read(u"small/template.yaml"_s);
    text.replace("        token: {type: string, title: Token, ui:field: Secret}\n",
                 "        token: {type: string, title: Token, ui:field: Secret}\n"
                 "        key: {type: string, title: Key, ui:field: Secret}\n");
    runner.write(u"small/template.yaml"_s, text);
}

QStringList planned(const QStringList &options)
{
    return QStringList{u"plan"_s, u"./small"_s, u"orders"_s, u"--defaults"_s} + options;
}

} // namespace

class TestAnswering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrongWithAnswersStandsInTheOrderOfTheForm()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"a.yaml"_s, "speed: 1\ncopies: 30\nname: Not A Name\n");
        const auto outcome = runner.run(
            planned({u"--answers"_s, u"a.yaml"_s, u"--set"_s, u"siez=small"_s, u"--secret"_s,
                     u"token=env:NOPE"_s, u"--set"_s, u"size=huge"_s, u"--set"_s, u"size"_s}));
        QCOMPARE(outcome.code, 2);
        qsizetype last = -1;
        for (const char *part : {"“size” is no NAME=VALUE", "a.yaml:3:7:", "huge",
                                 "a.yaml:2:9:", "“NOPE”", "a.yaml:1:1:", "siez"}) {
            const qsizetype place = outcome.err.indexOf(part);
            QVERIFY2(
                place > last,
                qPrintable(QString::fromUtf8(part) + u" in "_s + QString::fromUtf8(outcome.err)));
            last = place;
        }
    }

    void whatIsWrongIsSaidInFull_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("an answer that cannot be read")
            << QStringList{u"--set"_s, u"copies=abc"_s}
            << QByteArray("copies: Copies must be a whole number, not “abc”.");
        QTest::newRow("a reason for what nothing is like")
            << QStringList{u"--reason"_s, u"zzzzz=x"_s}
            << QByteArray("It asks for name, owner, size, copies or token.");
        QTest::newRow("a reason for what something is like")
            << QStringList{u"--reason"_s, u"copie=x"_s} << QByteArray("Did you mean “copies”?");
    }

    void whatIsWrongIsSaidInFull()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run(planned(options));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
    }

    void whyTheFoldersNameDoesNotFitIsSaid()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"plan"_s, u"go-service"_s, u"y"_s, u"--defaults"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("“y”, does not fit. Service name must have at least 2 "),
                 outcome.err.constData());
    }

    void whyTheFoldersNameDoesNotFitIsSaidBesideWhatIsWrong()
    {
        CliRunner runner;
        const auto outcome = runner.run(
            {u"plan"_s, u"go-service"_s, u"y"_s, u"--defaults"_s, u"--set"_s, u"nmae=orders"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("“y”, does not fit. Service name must have at least 2 "),
                 outcome.err.constData());
        QVERIFY2(outcome.err.contains("Did you mean “name”?"), outcome.err.constData());
        QCOMPARE(outcome.err.count("Service name needs an answer"), 1);
    }

    void aBadDefaultIsTheTemplatesMistake_data()
    {
        QTest::addColumn<QByteArray>("value"); // of the default
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::addColumn<bool>("isTemplates");
        const QStringList wrong{u"--set"_s, u"copies=30"_s};
        QTest::newRow("not answered") << "12"_ba << QStringList() << 1 << true;
        QTest::newRow("the same given") << "12"_ba << wrong << 2 << false;
        QTest::newRow("another answer is wrong too")
            << "12"_ba << QStringList{u"--set"_s, u"size=huge"_s} << 2 << true;
        QTest::newRow("a good one") << "4"_ba << wrong << 2 << false;
    }

    void aBadDefaultIsTheTemplatesMistake()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const QStringList, options);
        QFETCH(const int, code);
        QFETCH(const bool, isTemplates);
        CliRunner runner;
        writeSmallTemplate(runner);
        QByteArray text = runner.read(u"small/template.yaml"_s);
        runner.write(u"small/template.yaml"_s, text.replace("default: 2", "default: " + value));
        const auto outcome = runner.run(planned(options));
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.err.contains("copies: "), outcome.err.constData());
        QCOMPARE(outcome.err.contains("The mistake is the template's"), isTemplates);
        QCOMPARE(outcome.err.contains("The default is no answer that this question allows."),
                 isTemplates);
        QCOMPARE(outcome.err.contains("--set copies=VALUE"), isTemplates);
    }

    void whatIsNoOwnerIsNotAlsoToldOfTheOrganisation()
    {
        for (const char16_t *owner : {u"owner=", u"owner=my team"}) {
            CliRunner runner;
            const auto outcome
                = runner.run({u"plan"_s, u"go-service"_s, u"orders"_s, u"--defaults"_s, u"--set"_s,
                              QString::fromUtf16(owner)});
            QCOMPARE(outcome.code, 2);
            QVERIFY2(outcome.err.contains("owner: "), outcome.err.constData());
            QVERIFY2(!outcome.err.contains("organisation"), outcome.err.constData());
        }
    }

    void anOwnerWhomGitKnowsIsTakenByDefaults()
    {
        CliRunner runner;
        const auto known = runner.run({u"plan"_s, u"go-service"_s, u"orders"_s});
        QCOMPARE(known.code, 2);
        QVERIFY2(known.err.contains("Or add --defaults"), known.err.constData());
        QVERIFY2(!known.err.contains("git config"), known.err.constData());
    }

    void aQuestionWithoutATitleIsNamedOnce()
    {
        CliRunner runner;
        runner.write(u"plain/template.yaml"_s,
                     "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\n"
                     "metadata: {name: plain}\n"
                     "spec:\n  type: service\n  parameters:\n    required: [kind]\n"
                     "    properties:\n      kind: {type: string}\n      size: {type: integer}\n"
                     "  steps: []\n");
        const auto outcome
            = runner.run({u"plan"_s, u"./plain"_s, u"orders"_s, u"--set"_s, u"size=x"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("kind needs an answer"), outcome.err.constData());
        QVERIFY2(!outcome.err.contains("kind: kind"), outcome.err.constData());
    }

    void aFileThatCannotBeReadDoesNotMakeItsAnswersMissing()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"a.yaml"_s, "name: orders\nname: billing\nowner: payments\n");
        const auto outcome = runner.run({u"plan"_s, u"./small"_s, u"orders"_s, u"--answers"_s,
                                         u"a.yaml"_s, u"--set"_s, u"copies=30"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("a.yaml:2:1:"), outcome.err.constData());
        QVERIFY2(outcome.err.contains("copies"), outcome.err.constData());
        QVERIFY2(!outcome.err.contains("needs an answer"), outcome.err.constData());
    }

    void anotherServiceGivesItsAnswersByItsRecordOrStandardInput()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto made = runner.run({u"new"_s, u"./small"_s, u"first"_s, u"--defaults"_s,
                                      u"--set"_s, u"copies=7"_s, u"--set"_s, u"owner=shop"_s});
        QVERIFY2(made.code == 0, made.err.constData());
        const auto alike = runner.run({u"new"_s, u"./small"_s, u"second"_s, u"--defaults"_s,
                                       u"--answers"_s, u"first/.waymark.yaml"_s});
        QVERIFY2(alike.code == 0, alike.err.constData());
        QCOMPARE(runner.read(u"second/deploy.yaml"_s), QByteArray("copies: 7\n"));
        QVERIFY2(alike.err.contains("gets the name “first”") && alike.err.contains("is “second”")
                     && alike.err.contains("--set name=NAME"),
                 alike.err.constData());
        const auto named
            = runner.run({u"plan"_s, u"./small"_s, u"other"_s, u"--defaults"_s, u"--answers"_s,
                          u"first/.waymark.yaml"_s, u"--set"_s, u"name=third"_s});
        QVERIFY2(named.code == 0 && !named.err.contains("gets the name"), named.err.constData());
        const auto piped = runner.run(
            {u"new"_s, u"./small"_s, u"third"_s, u"--defaults"_s, u"--answers"_s, u"-"_s},
            "copies: 8\n");
        QVERIFY2(piped.code == 0, piped.err.constData());
        QCOMPARE(runner.read(u"third/deploy.yaml"_s), QByteArray("copies: 8\n"));
    }

    void whatIsMissingIsToldBesideWhatIsWrong()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run({u"plan"_s, u"./small"_s, u"orders"_s, u"--set"_s,
                                         u"copies=30"_s, u"--set"_s, u"name=Not A Name"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("owner: "), outcome.err.constData());
        QVERIFY2(outcome.err.indexOf("owner: ") < outcome.err.indexOf("copies: "),
                 outcome.err.constData());
        QCOMPARE(outcome.err.count("name: "), 1);
    }

    void howToAnswerIsSaidAlsoBesideWhatIsWrong()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome
            = runner.run({u"plan"_s, u"./small"_s, u"orders"_s, u"--set"_s, u"copies=30"_s});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(outcome.err.count("Give each as “--set NAME=VALUE”"), 1);
        QVERIFY2(outcome.err.indexOf("Give each as") > outcome.err.indexOf("Owning team"),
                 outcome.err.constData());
    }

    void anEmptyTextLeavesAnOptionalQuestionOpen_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<int>("code");
        QTest::newRow("by --set") << QStringList{u"--set"_s, u"team="_s} << 0;
        QTest::newRow("in a group") << QStringList{u"--set"_s, u"db.user="_s} << 0;
        QTest::newRow("in a file") << QStringList{u"--answers"_s, u"empty.yaml"_s} << 0;
        QTest::newRow("over a file")
            << QStringList{u"--answers"_s, u"full.yaml"_s, u"--set"_s, u"team="_s} << 0;
        QTest::newRow("one that is needed") << QStringList{u"--set"_s, u"name="_s} << 2;
        QTest::newRow("twice") << QStringList{u"--set"_s, u"team="_s, u"--set"_s, u"team="_s} << 2;
    }

    void anEmptyTextLeavesAnOptionalQuestionOpen()
    {
        QFETCH(const QStringList, options);
        CliRunner runner;
        writeSmallTemplate(runner);
        QByteArray text = runner.read(u"small/template.yaml"_s);
        text.replace("        token: {type: string, title: Token, ui:field: Secret}\n",
                     "        team: {type: string, title: Team, pattern: '^[a-z]+$'}\n"
                     "        db: {type: object, title: Db, properties: {user: {type: string, "
                     "title: User, minLength: 2}}}\n");
        runner.write(u"small/template.yaml"_s, text);
        runner.write(u"empty.yaml"_s, "team: ''\ndb: {user: ''}\n");
        runner.write(u"full.yaml"_s, "team: shop\n");
        const auto outcome = runner.run(
            QStringList{u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s} + options);
        QFETCH(const int, code);
        QVERIFY2(outcome.code == code, outcome.err.constData());
        const QByteArray record = runner.read(u"orders/.waymark.yaml"_s);
        QVERIFY2(!record.contains("team:") && !record.contains("user:"), record.constData());
    }

    void aWrongOptionIsNotPlacedInTheFileThatItGoesOver()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"a.yaml"_s, "copies: 3\n");
        const auto outcome
            = runner.run(planned({u"--answers"_s, u"a.yaml"_s, u"--set"_s, u"copies=30"_s}));
        QCOMPARE(outcome.code, 2);
        QVERIFY2(!outcome.err.contains("a.yaml"), outcome.err.constData());
        QVERIFY2(outcome.err.contains("copies: "), outcome.err.constData());
    }

    void whatCannotBeKeptIsRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("an answer")
            << QStringList{u"--set"_s, u"size=small"_s, u"--set"_s, u"size=large"_s}
            << QByteArray("“size” is answered twice");
        QTest::newRow("a secret") << QStringList{u"--secret"_s, u"token=env:A"_s, u"--secret"_s,
                                                 u"token=env:B"_s}
                                  << QByteArray("“token” is answered twice");
        QTest::newRow("a reason") << QStringList{u"--reason"_s, u"size=a"_s, u"--reason"_s,
                                                 u"size=b"_s}
                                  << QByteArray("“size” has two reasons");
        QTest::newRow("a reason that says nothing")
            << QStringList{u"--reason"_s, u"size= "_s}
            << QByteArray("The reason for “size” is empty.");
        QTest::newRow("standard input")
            << QStringList{u"--secret"_s, u"token=-"_s, u"--secret"_s, u"key=-"_s}
            << QByteArray("Standard input holds one secret, but “token” and “key” are to come");
        QTest::newRow("answers and a secret")
            << QStringList{u"--answers"_s, u"-"_s, u"--secret"_s, u"token=-"_s}
            << QByteArray("Standard input holds one thing, but --answers and “token” are to come");
    }

    void whatCannotBeKeptIsRefused()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        writeTwoSecrets(runner);
        runner.environment.insert(u"A"_s, u"hunter2hunter2"_s);
        runner.environment.insert(u"B"_s, u"hunter3hunter3"_s);
        const auto outcome = runner.run(planned(options), "hunter2hunter2\n");
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY(!outcome.err.contains("hunter"));
    }

    void oneSecretComesFromStandardInput()
    {
        CliRunner runner;
        writeTwoSecrets(runner);
        runner.write(u"key"_s, "hunter3hunter3\n");
        runner.write(u"small/skeleton/e"_s, "${{ secrets.token }}/${{ secrets.key }}");
        const auto outcome = runner.run(
            planned({u"--secret"_s, u"token=-"_s, u"--secret"_s, u"key=file:key"_s, u"--json"_s}),
            "hunter2hunter2\n");
        QVERIFY2(outcome.out.contains("\"token\"") && outcome.out.contains("\"key\""),
                 outcome.err.constData());
        QVERIFY(!(outcome.out + outcome.err).contains("hunter"));
    }

    void aSecretThatCannotBeTakenSaysWhy_data()
    {
        QTest::addColumn<QString>("secret");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a file that is not there")
            << u"token=file:nowhere"_s << 3 << QByteArray("nowhere: ");
        QTest::newRow("a file of other bytes")
            << u"token=file:bytes"_s << 2 << QByteArray("The secret “token” is no UTF-8.");
        QTest::newRow("a file of two megabytes")
            << u"token=file:long"_s << 2 << QByteArray("longer than 1 MiB");
        QTest::newRow("a question that is no secret")
            << u"size=env:A"_s << 2 << QByteArray("--set size=VALUE");
    }

    void aSecretThatCannotBeTakenSaysWhy()
    {
        QFETCH(const QString, secret);
        QFETCH(const int, code);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"bytes"_s, "a\xff");
        runner.write(u"long"_s, QByteArray(2 << 20, 'x'));
        const auto outcome = runner.run(planned({u"--secret"_s, secret}));
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY(outcome.err.size() < 1000);
    }

    void aFileThatHoldsASecretCanBeAccepted()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.environment.insert(u"TOKEN"_s, u"hunter2hunter2"_s);
        QByteArray text = runner.read(u"small/template.yaml"_s);
        runner.write(u"small/template.yaml"_s,
                     text.replace("        values:\n",
                                  "        values:\n          token: ${{ secrets.token }}\n"));
        runner.write(u"small/skeleton/env"_s, "TOKEN=${{ values.token }}\n");
        const QStringList words{u"new"_s,        u"./small"_s,  u"orders"_s,
                                u"--defaults"_s, u"--secret"_s, u"token=env:TOKEN"_s};
        const auto refused = runner.run(words);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("--accept-secret env"), refused.err.constData());
        const auto other = runner.run(words + QStringList{u"--accept-secret"_s, u"README.md"_s});
        QCOMPARE(other.code, 1);
        QVERIFY2(other.err.contains("there is nothing to accept: README.md"),
                 other.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
        const auto made = runner.run(words + QStringList{u"--accept-secret"_s, u"./env"_s});
        QVERIFY2(made.code == 0, made.err.constData());
        QCOMPARE(runner.read(u"orders/env"_s), QByteArray("TOKEN=hunter2hunter2\n"));
        QVERIFY(!(made.out + made.err).contains("hunter2"));
    }

    void aReasonOfTheGoldenAnswerIsSaidToBeDropped()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto golden = runner.run(
            planned({u"--set"_s, u"size=small"_s, u"--reason"_s, u"size=it is enough"_s}));
        QCOMPARE(golden.code, 0);
        QVERIFY2(golden.err.contains("The reason for “size” is not kept"), golden.err.constData());
        const auto other = runner.run(
            planned({u"--set"_s, u"size=large"_s, u"--reason"_s, u"size=many orders"_s}));
        QVERIFY2(!other.err.contains("is not kept"), other.err.constData());
    }

    void aBlankMessageIsAWrongRequest()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        for (const QString &command : {u"new"_s, u"plan"_s}) {
            for (const QString &message : {u" "_s, u"\n\t"_s}) {
                const auto outcome = runner.run(
                    {command, u"./small"_s, u"orders"_s, u"--defaults"_s, u"--message"_s, message});
                QCOMPARE(outcome.code, 2);
                QVERIFY2(outcome.err.contains("blank"), outcome.err.constData());
            }
        }
    }

    void aBranchThatGitDoesNotTakeIsAWrongRequest()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        for (const QString &command : {u"plan"_s, u"new"_s}) {
            const auto outcome = runner.run(
                {command, u"./small"_s, u"orders"_s, u"--defaults"_s, u"--branch"_s, u"a b"_s});
            QCOMPARE(outcome.code, 2);
            QVERIFY2(outcome.err.contains("“a b” cannot be the name of a branch."),
                     outcome.err.constData());
        }
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }
};

QTEST_GUILESS_MAIN(TestAnswering)
#include "tst_answering.moc"
