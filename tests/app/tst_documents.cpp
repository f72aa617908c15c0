#include "models/base/json.h"
#include "tests/support/schemas.h"
#include "tests/support/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::testing;

namespace {

QStringList words(const QString &line)
{
    return line.split(u' ');
}

} // namespace

/// With --json a command prints one document by its schema, whatever happens.
class TestDocuments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDocumentTellsWhetherACommitWasMade_data()
    {
        QTest::addColumn<QStringList>("given");
        QTest::addColumn<bool>("isWanted");
        QTest::addColumn<bool>("isMade");
        QTest::newRow("a plan") << QStringList{u"plan"_s, u"orders"_s} << true << false;
        QTest::newRow("a dry run")
            << QStringList{u"new"_s, u"orders"_s, u"--dry-run"_s} << true << false;
        QTest::newRow("what is refused") << QStringList{u"new"_s, u"there"_s} << true << false;
        QTest::newRow("a commit") << QStringList{u"new"_s, u"orders"_s} << true << true;
        QTest::newRow("plain files")
            << QStringList{u"new"_s, u"orders"_s, u"--no-commit"_s} << false << false;
    }

    void theDocumentTellsWhetherACommitWasMade()
    {
        QFETCH(QStringList, given);
        QFETCH(const bool, isWanted);
        QFETCH(const bool, isMade);
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner.run({u"new"_s, u"./small"_s, u"there"_s, u"--defaults"_s}).code, 0);
        given.insert(1, u"./small"_s);
        const auto outcome = runner.run(given + QStringList{u"--defaults"_s, u"--json"_s});
        const auto document = waymark::parseJson(outcome.out);
        QVERIFY(document.has_value());
        const waymark::Value commit = document->toMap()->value(u"commit");
        QVERIFY2(commit.toMap(), outcome.out.constData());
        QCOMPARE(commit.toMap()->value(u"made"), waymark::Value(isMade));
        QCOMPARE(commit.toMap()->value(u"wanted"), waymark::Value(isWanted));
        QCOMPARE(complaints(outcome.out, given.first()), QString());
    }

    void whatIsRefusedHasADocumentWithItsProblems_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("code");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *title, const char16_t *kind, const char16_t *line, int code,
                            const char *said) {
            QTest::newRow(title) << QString::fromUtf16(kind) << QString::fromUtf16(line) << code
                                 << QByteArray(said);
        };
        row("answers that are missing", u"new", u"new ./small orders --json", 2,
            "\"answer.missing\"");
        row("a template that is not there", u"new", u"new go-servce orders --json --defaults", 2,
            "\"catalog.unknown\"");
        row("another plan", u"new",
            u"new ./small orders --json --defaults --expect-plan "
            "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef",
            2, "\"plan.unexpected\"");
        row("no hash", u"new", u"new ./small orders --json --defaults --expect-plan 00", 2,
            "\"cli.plan-hash\"");
        row("a log that cannot be written", u"new",
            u"new ./small orders --json --defaults --log no/log", 3, "\"cli.log\"");
        row("a destination that is taken", u"new", u"new ./small small --json --defaults", 2,
            "\"destination.");
        row("options that do not go together", u"new",
            u"new ./small orders --json --no-commit --sign-off", 2, "\"cli.conflict\"");
        row("an option that is not there", u"new", u"new ./small orders --json --nope", 2,
            "\"cli.usage\"");
        row("a plan with a bad branch", u"plan",
            u"plan ./small orders --defaults --json --branch ..", 2, "\"cli.branch\"");
        row("nothing to show", u"show", u"show nothing --json", 2, "\"catalog.unknown\"");
        row("a source that is not there", u"sources", u"source add nowhere --json", 2,
            "\"problems\"");
        row("nothing to undo", u"undo", u"undo small --json", 2, "\"undo.");
        row("a list without its log", u"list", u"list --json --log no/log", 3, "\"cli.log\"");
    }

    void whatIsRefusedHasADocumentWithItsProblems()
    {
        QFETCH(const QString, kind);
        QFETCH(const QString, line);
        QFETCH(const int, code);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run(words(line));
        QCOMPARE(outcome.code, code);
        QCOMPARE(complaints(outcome.out, kind), QString());
        QVERIFY2(outcome.out.contains(said), outcome.out.constData());
        QVERIFY2(!outcome.err.isEmpty(), "it is said to whoever looks, too");
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void whatIsBlockedHasItsPlanInTheDocument()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.write(u"small/skeleton/x.txt"_s, "one\n${{ values.name | nope }}\n");
        const auto outcome = runner.run(words(u"new ./small orders --defaults --json"_s));
        QCOMPARE(outcome.code, 1);
        QCOMPARE(complaints(outcome.out, u"new"_s), QString());
        QVERIFY(outcome.out.contains("\"blocked\": true"));
        QVERIFY(!outcome.out.contains("\"applied\""));
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void aDryRunIsPlannedAndNotMade()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run(words(u"new ./small orders --defaults --dry-run --json"_s));
        QCOMPARE(outcome.code, 0);
        QCOMPARE(complaints(outcome.out, u"new"_s), QString());
        QVERIFY(!outcome.out.contains("\"applied\""));
    }

    void anInterruptedCommandHasADocumentToo()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        runner.stop.request_stop();
        const auto outcome = runner.run(words(u"new ./small orders --defaults --json"_s));
        QCOMPARE(complaints(outcome.out, u"new"_s), QString());
        QVERIFY(outcome.out.contains("\"cli.interrupted\""));
    }

    void aDocumentHalfWayBetweenIsAgainstItsSchema()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QByteArray made = runner.run(words(u"new ./small orders --defaults --json"_s)).out;
        QCOMPARE(complaints(made, u"new"_s), QString());
        QVERIFY(!complaints(made.replace("\"applied\"", "\"appplied\""), u"new"_s).isEmpty());
        QVERIFY(!complaints("{\"schema\": \"urn:waymark:schema:new\", \"version\": 1}", u"new"_s)
                     .isEmpty());
    }

    void aLogThatCannotBeWrittenIsSaidByEveryCommand_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"list", "show ./small", "source list", "source add small",
                                 "undo small", "render small/waymark.yaml",
                                 "plan ./small orders --defaults", "new ./small orders --defaults"})
            QTest::newRow(line) << QString::fromUtf8(line);
    }

    void aLogThatCannotBeWrittenIsSaidByEveryCommand()
    {
        QFETCH(const QString, line);
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome = runner.run(words(line + u" --log no/log"_s));
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.startsWith("no/log: The log cannot be written: "),
                 outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(!QFile::exists(runner.path(u"configuration"_s)));
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void theLogSaysWhatWasDone()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner.run(words(u"list --log log"_s)).code, 0);
        QCOMPARE(runner.run(words(u"new ./small orders --defaults --log log"_s)).code, 0);
        const QByteArray log = runner.read(u"log"_s);
        for (const char *part : {"Z waymark list\n", "Z waymark new ./small orders\n",
                                 "Z Reading the templates in ", "Z Created ", ": plan "})
            QVERIFY2(log.contains(part), part);
    }

    void whatIsVerboseSaysEveryStep()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        for (const char *line : {"list", "show ./small", "source list", "render small/waymark.yaml",
                                 "plan ./small orders --defaults"}) {
            const QString plain = QString::fromUtf8(line);
            const auto outcome = runner.run(words(plain + u" --verbose"_s));
            const auto usual = runner.run(words(plain));
            QVERIFY2(outcome.err.size() > usual.err.size(), line);
        }
    }
};

QTEST_GUILESS_MAIN(TestDocuments)
#include "tst_documents.moc"
