#include "models/base/json.h"
#include "models/plan/record.h"
#include "tests/support/schemas.h"
#include "tests/support/smalltemplate.h"
#include "tests/support/testing.h"

#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// Every file below `folder` with its content, without git's own.
QMap<QString, QByteArray> contentsBelow(const QString &folder)
{
    QMap<QString, QByteArray> contents;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        const QString path = QDir(folder).relativeFilePath(file.fileName());
        if (!path.startsWith(u".git/") && file.open(QIODevice::ReadOnly))
            contents.insert(path, file.readAll());
    }
    return contents;
}

QString hashIn(const QByteArray &json)
{
    const auto document = parseJson(json);
    return document && document->toMap() ? document->toMap()->value(u"hash").textOr() : QString();
}

} // namespace

class TestNew : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aServiceIsMadeAndCommitted()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(runner.read(u"orders/README.md"_s),
                 QByteArray("# orders\n\nKept by ada-lovelace.\n"));
        QVERIFY(QFile::exists(runner.path(u"orders/.git/HEAD"_s)));
        QVERIFY2(outcome.out.contains("Commit: ") && outcome.out.contains("publish:github"),
                 outcome.out.constData());
        const auto record = readRecord(runner.read(u"orders/.waymark.yaml"_s), u"r"_s);
        VERIFY_RESULT(record);
        QCOMPARE(record->answers.keys(),
                 (QStringList{u"name"_s, u"owner"_s, u"size"_s, u"copies"_s}));
        QVERIFY(record->secrets.isEmpty());
        QCOMPARE(record->made.name, u"small"_s);
        QCOMPARE(record->made.ref, u"1.2.0"_s);
        QCOMPARE(record->seed, QByteArray("5eed"));
    }

    void aMissingIdentityIsToldOnce_data()
    {
        QTest::addColumn<QByteArrayList>("settings"); // that git sees, and libgit2 does not
        QTest::addColumn<int>("code");
        QTest::newRow("git does not know it") << QByteArrayList{"user.useConfigOnly", "true"} << 3;
        QTest::newRow("git knows it")
            << QByteArrayList{"user.name", "Ada", "user.email", "ada@example.org"} << 0;
    }

    void aMissingIdentityIsToldOnce()
    {
        QFETCH(const QByteArrayList, settings);
        QFETCH(const int, code);
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.git.configure({});
        qputenv("GIT_CONFIG_COUNT", QByteArray::number(settings.size() / 2));
        for (qsizetype i = 0; i < settings.size(); ++i)
            qputenv(
                ((i % 2 == 0 ? "GIT_CONFIG_KEY_" : "GIT_CONFIG_VALUE_") + QByteArray::number(i / 2))
                    .constData(),
                settings.at(i));
        const auto outcome = runner.run(
            {u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s, u"--set"_s, u"owner=ada"_s});
        qunsetenv("GIT_CONFIG_COUNT");
        QVERIFY2(outcome.code == code, outcome.err.constData());
        QVERIFY2(outcome.err.count("git config --global user.name") == 1, outcome.err.constData());
    }

    void aSecretInsideAGroupIsNoRecordedDeviation()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const QByteArray manifest = runner.read(u"small/template.yaml"_s);
        QByteArray changed = manifest;
        changed.replace("        token: {type: string, title: Token, ui:field: Secret}\n",
                        "        db:\n          type: object\n          default: {user: app}\n     "
                        "     properties:\n"
                        "            user: {type: string}\n"
                        "            password: {type: string, ui:widget: password}\n");
        QVERIFY(changed != manifest);
        runner.write(u"small/template.yaml"_s, changed);
        runner.write(u"a.yaml"_s, "db: {user: app, password: hunter2hunter2}\n");
        const QStringList rest{u"./small"_s,   u"orders"_s, u"--defaults"_s,
                               u"--answers"_s, u"a.yaml"_s, u"--json"_s};
        const auto planned = runner.run(QStringList{u"plan"_s} + rest);
        const auto made = runner.run(QStringList{u"new"_s} + rest);
        QVERIFY2(made.code == 0, made.err.constData());
        QVERIFY(!(planned.out + planned.err + made.out + made.err).contains("hunter2"));
        QVERIFY(!runner.read(u"orders/.waymark.yaml"_s).contains("hunter2"));
    }

    void aMisspeltActionIsAnError()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QByteArray manifest = runner.read(u"small/template.yaml"_s);
        runner.write(u"small/template.yaml"_s, manifest.replace("fetch:template", "fetch:templat"));
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("fetch:template"), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void aPlanWritesNothingAndTheSamePlanIsApplied()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const QStringList rest{u"./small"_s,    u"orders"_s, u"--defaults"_s,           u"--set"_s,
                               u"size=large"_s, u"--now"_s,  u"2026-02-03T04:05:06Z"_s, u"--seed"_s,
                               u"9f2c"_s};
        const auto planned = runner.run(QStringList{u"plan"_s} + rest + QStringList{u"--json"_s});
        QVERIFY2(planned.code == 0, planned.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
        QVERIFY(!QFile::exists(runner.path(u"state"_s)));
        const QString hash = hashIn(planned.out);
        QCOMPARE(hash.size(), 64);
        const auto looked
            = runner.run(QStringList{u"new"_s} + rest
                         + QStringList{u"--dry-run"_s, u"--expect-plan"_s, hash.toUpper()});
        QVERIFY2(looked.code == 0, looked.err.constData());
        const auto made
            = runner.run(QStringList{u"new"_s} + rest + QStringList{u"--expect-plan"_s, hash});
        QVERIFY2(made.code == 0, made.err.constData());
        QMap<QString, QByteArray> promised;
        const auto document = parseJson(planned.out);
        const Value files = document->toMap()->value(u"files");
        for (const Value &file : *files.toList()) {
            if (file.toMap()->contains(u"content"))
                promised.insert(file.toMap()->value(u"path").textOr(),
                                file.toMap()->value(u"content").textOr().toUtf8());
        }
        QCOMPARE(contentsBelow(runner.path(u"orders"_s)), promised);
        QVERIFY(promised.contains(u"big.txt"_s));
    }

    void anotherPlanThanTheExpectedOneIsNotApplied()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s,
                                         u"--expect-plan"_s, QString(64, u'0')});
        QCOMPARE(outcome.code, 2);
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void aDryRunWritesNothing()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome
            = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s, u"--dry-run"_s});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("README.md") && outcome.out.contains("not needed"),
                 outcome.out.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void whatIsPrintedAsJsonKeepsItsSchema()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.environment.insert(u"TOKEN"_s, u"hunter2hunter2"_s);
        const QStringList rest{u"./small"_s,  u"orders"_s,          u"--defaults"_s,
                               u"--set"_s,    u"size=large"_s,      u"--json"_s,
                               u"--secret"_s, u"token=env:TOKEN"_s, u"--sign-off"_s};
        QCOMPARE(complaints(runner.run(QStringList{u"plan"_s} + rest).out, u"plan"_s), QString());
        QCOMPARE(complaints(runner.run(QStringList{u"new"_s} + rest).out, u"new"_s), QString());
        QCOMPARE(complaints(runner.run({u"undo"_s, u"orders"_s, u"--json"_s}).out, u"undo"_s),
                 QString());
        runner.write(u"small/skeleton/x.txt"_s, "one\n${{ values.name | nope }}\n");
        const auto blocked = runner.run(QStringList{u"plan"_s} + rest);
        QCOMPARE(blocked.code, 1);
        QCOMPARE(complaints(blocked.out, u"plan"_s), QString());
    }

    void whatIsNoHashIsRefusedAtOnce_data()
    {
        QTest::addColumn<QString>("hash");
        QTest::newRow("a word") << u"xyz"_s;
        QTest::newRow("the beginning of one") << QString(10, u'0');
        QTest::newRow("too long") << QString(65, u'0');
    }

    void whatIsNoHashIsRefusedAtOnce()
    {
        QFETCH(const QString, hash);
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome
            = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--expect-plan"_s, hash});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(hash.toUtf8()) && outcome.err.contains("waymark plan"),
                 outcome.err.constData());
        QVERIFY2(!outcome.err.contains("owner"), outcome.err.constData()); // nothing is asked yet
    }

    void everyMissingAnswerIsNamedAtOnce()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("name") && outcome.err.contains("owner"),
                 outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void badAnswersAreRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("word");
        QTest::newRow("an unknown name")
            << QStringList{u"--set"_s, u"siez=small"_s} << QByteArray("size");
        QTest::newRow("no choice")
            << QStringList{u"--set"_s, u"size=huge"_s} << QByteArray("large");
        QTest::newRow("no number")
            << QStringList{u"--set"_s, u"copies=many"_s} << QByteArray("Copies");
        QTest::newRow("out of range") << QStringList{u"--set"_s, u"copies=10"_s} << QByteArray("9");
        QTest::newRow("against its pattern")
            << QStringList{u"--set"_s, u"name=Big Orders"_s} << QByteArray("Name");
        QTest::newRow("no equals sign")
            << QStringList{u"--set"_s, u"size"_s} << QByteArray("NAME=VALUE");
        QTest::newRow("a secret in plain sight")
            << QStringList{u"--secret"_s, u"token=hunter2"_s} << QByteArray("env:");
        QTest::newRow("no such variable")
            << QStringList{u"--secret"_s, u"token=env:NOPE"_s} << QByteArray("NOPE");
        QTest::newRow("no such secret")
            << QStringList{u"--secret"_s, u"tokn=env:NOPE"_s} << QByteArray("token");
        QTest::newRow("a reason for nothing")
            << QStringList{u"--reason"_s, u"sise=x"_s} << QByteArray("size");
        QTest::newRow("a time without offset")
            << QStringList{u"--now"_s, u"2026-02-03T04:05:06"_s} << QByteArray("RFC 3339");
        QTest::newRow("a seed that is none")
            << QStringList{u"--seed"_s, u"xyz"_s} << QByteArray("hexadecimal");
        QTest::newRow("no answers file")
            << QStringList{u"--answers"_s, u"nowhere.yaml"_s} << QByteArray("nowhere.yaml");
    }

    void badAnswersAreRefused()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, word);
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run(
            QStringList{u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s} + options);
        QVERIFY2(outcome.code == 2 || outcome.code == 3, outcome.err.constData());
        QVERIFY2(outcome.err.contains(word), outcome.err.constData());
        QVERIFY(!outcome.err.contains("hunter2"));
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void answersComeFromAFileAndOptionsGoOverIt()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"a.yaml"_s, "name: billing\nowner: payments\ncopies: 3\n");
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--answers"_s,
                                         u"a.yaml"_s, u"--set"_s, u"copies=4"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(runner.read(u"orders/README.md"_s),
                 QByteArray("# billing\n\nKept by payments.\n"));
        QCOMPARE(runner.read(u"orders/deploy.yaml"_s), QByteArray("copies: 4\n"));
    }

    void aProblemInAnAnswersFileHasItsPlace()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"a.yaml"_s, "name: billing\nowner: payments\ncopies: 30\nspeed: 1\n");
        const auto outcome
            = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--answers"_s, u"a.yaml"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("a.yaml:4:1:"), outcome.err.constData());
        runner.write(u"a.yaml"_s, "name: billing\nowner: payments\ncopies: 30\n");
        const auto again
            = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--answers"_s, u"a.yaml"_s});
        QCOMPARE(again.code, 2);
        QVERIFY2(again.err.contains("a.yaml:3:9:"), again.err.constData());
    }

    void everyWrongAnswerIsNamedAtOnce()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"a.yaml"_s, "name: 5\nowner: payments\nsiez: small\ncopies: 30\n");
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--answers"_s,
                                         u"a.yaml"_s, u"--set"_s, u"speed=1"_s});
        QCOMPARE(outcome.code, 2);
        for (const char *part : {"a.yaml:1:7:", "a.yaml:3:1:", "a.yaml:4:9:", "speed"})
            QVERIFY2(outcome.err.contains(part), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void anAnswerOfTenMegabytesIsTakenOrRefused_data()
    {
        QTest::addColumn<int>("size");
        QTest::addColumn<int>("code");
        QTest::newRow("just below the limit") << 10'400'000 << 0;
        QTest::newRow("over it") << 10'500'000 << 2;
    }

    void anAnswerOfTenMegabytesIsTakenOrRefused()
    {
        QFETCH(const int, size);
        QFETCH(const int, code);
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"a.yaml"_s, "name: a\nowner: \"" + QByteArray(size, 'x') + "\"\n");
        const auto outcome
            = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--answers"_s, u"a.yaml"_s});
        QCOMPARE(outcome.code, code);
        QVERIFY2(outcome.err.size() < 1000, "what is wrong is said in short");
        QCOMPARE(QFile::exists(runner.path(u"orders"_s)), code == 0);
    }

    void anInterruptedCommandWritesNothing()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.stop.request_stop();
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s});
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.endsWith("\nInterrupted; nothing was written.\n"),
                 outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void aServiceIsNotMadeInGitsOwnFolder()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        for (const QString &name : {u".git"_s, u"a/.GIT/orders"_s}) {
            const auto outcome = runner.run({u"new"_s, u"./small"_s, name, u"--defaults"_s});
            QCOMPARE(outcome.code, 2);
            QVERIFY2(outcome.err.contains("git's own"), outcome.err.constData());
            QVERIFY(!QFile::exists(runner.path(name)));
        }
    }

    void aSecretIsNeitherRecordedNorPrinted()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.environment.insert(u"TOKEN"_s, u"hunter2hunter2"_s);
        const QStringList rest{u"./small"_s,  u"orders"_s,          u"--defaults"_s,
                               u"--secret"_s, u"token=env:TOKEN"_s, u"--json"_s,
                               u"--log"_s,    runner.path(u"log"_s)};
        const auto planned = runner.run(QStringList{u"plan"_s} + rest);
        const auto made = runner.run(QStringList{u"new"_s} + rest);
        QVERIFY2(made.code == 0, made.err.constData());
        QVERIFY(!(planned.out + planned.err + made.out + made.err + runner.read(u"log"_s))
                     .contains("hunter2"));
        const auto contents = contentsBelow(runner.path(u"orders"_s));
        for (const QByteArray &content : contents)
            QVERIFY(!content.contains("hunter2"));
        const auto record = readRecord(contents.value(u".waymark.yaml"_s), u"r"_s);
        VERIFY_RESULT(record);
        QCOMPARE(record->secrets, QStringList{u"token"_s});
    }

    void aDestinationThatIsNotEmptyIsRefused()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"orders/mine.txt"_s, "mine\n");
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s});
        QCOMPARE(outcome.code, 2);
        QCOMPARE(contentsBelow(runner.path(u"orders"_s)).keys(), QStringList{u"mine.txt"_s});
    }

    void plainFilesAreLeftWithoutCommitAndRecord()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner
                     .run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s, u"--no-commit"_s,
                           u"--no-record"_s})
                     .code,
                 0);
        QCOMPARE(contentsBelow(runner.path(u"orders"_s)).keys(),
                 (QStringList{u"README.md"_s, u"deploy.yaml"_s}));
        QVERIFY(!QFile::exists(runner.path(u"orders/.git"_s)));
        QCOMPARE(runner.run({u"undo"_s, u"orders"_s}).code, 0);
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void theReasonOfADeviationIsRecorded()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner
                     .run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s, u"--set"_s,
                           u"size=large"_s, u"--reason"_s, u"size=many orders"_s})
                     .code,
                 0);
        const auto record = readRecord(runner.read(u"orders/.waymark.yaml"_s), u"r"_s);
        VERIFY_RESULT(record);
        QCOMPARE(record->deviations.size(), 1);
        QCOMPARE(record->deviations.constFirst().reason, u"many orders"_s);
        QCOMPARE(record->deviations.constFirst().owner, u"Ada Lovelace <ada@example.org>"_s);
    }

    void aTemplateErrorIsLocatedAndNothingIsWritten()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"small/skeleton/x.txt"_s, "one\n${{ values.name | nope }}\n");
        const auto outcome = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("skeleton/x.txt:2:"), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void brokenYamlNamesTheAnswerThatBrokeIt()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"small/skeleton/deploy.yaml"_s, "owner: ${{ values.owner }}\n");
        const auto outcome = runner.run(
            {u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s, u"--set"_s, u"owner=a: b: c"_s});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("deploy.yaml:1:") && outcome.err.contains("owner"),
                 outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }
};

QTEST_GUILESS_MAIN(TestNew)
#include "tst_new.moc"
