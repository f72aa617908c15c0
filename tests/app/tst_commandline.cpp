#include "tests/support/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestCommandLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsAskedForHelpGetsIt_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("said");
        const QByteArray general = "Usage: waymark COMMAND";
        const QByteArray ofNew = "Usage: waymark new TEMPLATE DEST";
        QTest::newRow("nothing") << QStringList{} << general;
        QTest::newRow("help") << QStringList{u"help"_s} << general;
        QTest::newRow("--help") << QStringList{u"--help"_s} << general;
        QTest::newRow("-h") << QStringList{u"-h"_s} << general;
        QTest::newRow("help of a command") << QStringList{u"help"_s, u"new"_s} << ofNew;
        QTest::newRow("--help before it") << QStringList{u"--help"_s, u"new"_s} << ofNew;
        QTest::newRow("--help behind it") << QStringList{u"new"_s, u"--help"_s} << ofNew;
        QTest::newRow("-h among other words")
            << QStringList{u"new"_s, u"x"_s, u"-h"_s, u"y"_s} << ofNew;
    }

    void whatIsAskedForHelpGetsIt()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        const auto outcome = runner.run(words);
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains(said), outcome.out.constData());
        QVERIFY(outcome.err.isEmpty());
    }

    void theVersionStandsInALine()
    {
        CliRunner runner;
        QCoreApplication::setApplicationVersion(u"9.8.7"_s);
        const auto outcome = runner.run({u"--version"_s});
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.out, QByteArray("waymark 9.8.7\n"));
    }

    void whatCannotBeMeantIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a command that is misspelt")
            << QStringList{u"lst"_s} << QByteArray("Did you mean “list”?");
        QTest::newRow("a word like no command")
            << QStringList{u"frobnicate"_s} << QByteArray("See: waymark help");
        QTest::newRow("help of no command")
            << QStringList{u"help"_s, u"nwe"_s} << QByteArray("Did you mean “new”?");
        QTest::newRow("an option before the command")
            << QStringList{u"--quiet"_s, u"list"_s}
            << QByteArray("Options stand behind it: waymark COMMAND --quiet");
        QTest::newRow("a word behind --version")
            << QStringList{u"--version"_s, u"list"_s} << QByteArray("“list” is one word too many");
        QTest::newRow("an escape sequence")
            << QStringList{u"\033[2J"_s} << QByteArray("\\u{1b}[2J");
        QTest::newRow("a common option of a command that has none")
            << QStringList{u"completion"_s, u"bash"_s, u"--verbose"_s}
            << QByteArray("no option --verbose");
    }

    void whatCannotBeMeantIsRefused()
    {
        QFETCH(const QStringList, words);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        const auto outcome = runner.run(words);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(!outcome.err.contains('\033'));
    }

    void quietPrintsOnlyProblems()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome
            = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s, u"--quiet"_s});
        QCOMPARE(outcome.code, 0);
        QVERIFY2((outcome.out + outcome.err).isEmpty(), (outcome.out + outcome.err).constData());
        QVERIFY(QFile::exists(runner.path(u"orders/README.md"_s)));
        const auto again
            = runner.run({u"new"_s, u"./small"_s, u"small"_s, u"--defaults"_s, u"--quiet"_s});
        QCOMPARE(again.code, 2);
        QVERIFY(!again.err.isEmpty());
        const auto undone = runner.run({u"undo"_s, u"orders"_s, u"--quiet"_s});
        QCOMPARE(undone.code, 0);
        QVERIFY((undone.out + undone.err).isEmpty());
    }

    void verboseShowsTheFilesThatWereMade()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto outcome
            = runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s, u"--verbose"_s});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.out.contains("  new         README.md"), outcome.out.constData());
        QVERIFY2(outcome.err.contains("Writing"), outcome.err.constData());
    }
};

QTEST_GUILESS_MAIN(TestCommandLine)
#include "tst_commandline.moc"
