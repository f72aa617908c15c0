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
        QTest::newRow("an option of no command")
            << QStringList{u"--frobnicate"_s} << QByteArray("“--frobnicate” is no command.");
        QTest::newRow("the version as a command")
            << QStringList{u"version"_s} << QByteArray("Write: waymark --version");
        QTest::newRow("the version in short")
            << QStringList{u"-V"_s} << QByteArray("Write: waymark --version");
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

    void aLogInTheDestinationIsRefusedBeforeItIsMade_data()
    {
        QTest::addColumn<QString>("log");
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("in it") << u"orders/log.txt"_s << true;
        QTest::newRow("below it") << u"orders/sub/log.txt"_s << true;
        QTest::newRow("in it, by a detour") << u"small/../orders/./log.txt"_s << true;
        QTest::newRow("in it, by a link") << u"link/log.txt"_s << true;
        QTest::newRow("beside it") << u"log.txt"_s << false;
        QTest::newRow("in another that begins so") << u"orders2/log.txt"_s << false;
    }

    void aLogInTheDestinationIsRefusedBeforeItIsMade()
    {
        QFETCH(const QString, log);
        QFETCH(const bool, isRefused);
        CliRunner runner;
        writeSmallTemplate(runner);
        QVERIFY(QDir(runner.path()).mkpath(u"orders2"_s));
        QVERIFY(QDir(runner.path()).mkpath(u"orders"_s));
        QVERIFY(QFile::link(u"orders"_s, runner.path(u"link"_s)));
        const QStringList words{u"./small"_s, u"orders"_s,      u"--defaults"_s,
                                u"--set"_s,   u"name=orders"_s, u"--log"_s,
                                log};
        for (const QString &command : {u"plan"_s, u"new"_s}) {
            const auto outcome = runner.run(QStringList{command} + words);
            QCOMPARE(outcome.code, isRefused ? 2 : 0);
            QCOMPARE(outcome.err.contains("The log would lie in the service's own folder."),
                     isRefused);
        }
        QCOMPARE(QFile::exists(runner.path(log)), !isRefused);
        QCOMPARE(QFile::exists(runner.path(u"orders/README.md"_s)), !isRefused);
    }

    void aLogDoesNotStandInTheWayOfTheUndoThatItLogs()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s}).code, 0);
        for (const QStringList &place : {QStringList{u"orders"_s, u"--log"_s, u"orders/log.txt"_s},
                                         QStringList{u"--log"_s, u"log.txt"_s},
                                         QStringList{u"--log"_s, u"orders/log.txt"_s}}) {
            const auto refused = runner.run(QStringList{u"undo"_s} + place);
            QCOMPARE(refused.code, 2);
            QVERIFY2(refused.err.contains("The log would lie in the service's own folder."),
                     refused.err.constData());
            QVERIFY(!QFile::exists(runner.path(place.last())));
        }
        const auto undone = runner.run({u"undo"_s, u"orders"_s, u"--log"_s, u"log.txt"_s});
        QVERIFY2(undone.code == 0, undone.err.constData());
        QVERIFY(QFile::exists(runner.path(u"log.txt"_s)));
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
