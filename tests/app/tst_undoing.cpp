#include "tests/git/gitcommand.h"
#include "tests/support/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::testing;

/// “waymark undo”.
class TestUndoing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void undoTakesItAllBack()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner.run({u"new"_s, u"./small"_s, u"a/b/orders"_s, u"--defaults"_s}).code, 0);
        const auto undone = runner.run({u"undo"_s, u"a/b/orders"_s});
        QVERIFY2(undone.code == 0, undone.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"a"_s)));
    }

    void whatIsNotTheLastApplyOfItsRepositoryIsToldWhy()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        const auto made = [&runner](const QString &place) {
            return runner.run({u"new"_s, u"./small"_s, place, u"--defaults"_s}).code;
        };
        QCOMPARE(made(u"mono"_s), 0);
        QCOMPARE(made(u"mono/one"_s), 0);
        QCOMPARE(made(u"mono/two"_s), 0);
        QCOMPARE(runner.run({u"undo"_s, u"mono/two"_s}).code, 0);
        const auto undone = runner.run({u"undo"_s, u"mono/one"_s});
        QCOMPARE(undone.code, 2);
        for (const char *part :
             {"Only the last apply in a repository can be taken back", "git revert"})
            QVERIFY2(undone.err.contains(part), undone.err.constData());
        QVERIFY2(!undone.err.contains("Nothing was applied here"), undone.err.constData());
    }

    void undoSaysThatTheCurrentFolderIsGone()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner.run({u"new"_s, u"./small"_s, u"a/orders"_s, u"--defaults"_s}).code, 0);
        runner.workingDirectory = runner.path(u"a/orders"_s);
        const auto undone = runner.run({u"undo"_s});
        QVERIFY2(undone.code == 0, undone.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"a"_s)));
        const QByteArray command = "cd " + runner.path().toUtf8() + '\n';
        QVERIFY2(undone.err.endsWith(command), undone.err.constData());
    }

    void aLookAtABranchIsNoReasonToRefuse()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s}).code, 0);
        const QString folder = runner.path(u"orders"_s);
        gitOutput(folder, "switch -q -c look");
        gitOutput(folder, "switch -q main");
        gitOutput(folder, "branch -q -d look");
        const auto undone = runner.run({u"undo"_s, u"orders"_s});
        QVERIFY2(undone.code == 0, undone.err.constData());
        QVERIFY(!QFile::exists(folder));
    }

    void undoIsRefusedWhereAFileWasChangedSince()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner.run({u"new"_s, u"./small"_s, u"orders"_s, u"--defaults"_s}).code, 0);
        runner.write(u"orders/README.md"_s, "mine\n");
        const auto undone = runner.run({u"undo"_s, u"orders"_s});
        QVERIFY(undone.code != 0);
        QVERIFY2(undone.err.contains("README.md"), undone.err.constData());
        QCOMPARE(runner.read(u"orders/README.md"_s), QByteArray("mine\n"));
    }

    void undoTakesBackWhatItNames()
    {
        CliRunner runner;
        writeSmallTemplate(runner);
        QCOMPARE(runner.run({u"new"_s, u"./small"_s, u"mono"_s, u"--defaults"_s}).code, 0);
        QCOMPARE(runner.run({u"new"_s, u"./small"_s, u"mono/one"_s, u"--defaults"_s}).code, 0);
        QCOMPARE(runner.run({u"new"_s, u"./small"_s, u"mono/two"_s, u"--defaults"_s}).code, 0);
        const auto other = runner.run({u"undo"_s, u"mono/one"_s});
        QCOMPARE(other.code, 2);
        QVERIFY2(other.err.contains("mono/two"), other.err.constData());
        QVERIFY(QFile::exists(runner.path(u"mono/one/README.md"_s)));
        QVERIFY(QFile::exists(runner.path(u"mono/two/README.md"_s)));
        const auto never = runner.run({u"undo"_s, u"mono/never"_s});
        QCOMPARE(never.code, 2);
        QVERIFY2(never.err.contains("Nothing was applied here")
                     && never.err.contains("waymark undo ") && never.err.contains("mono/two\n"),
                 never.err.constData());
        const auto around = runner.run({u"undo"_s, u"mono"_s});
        QCOMPARE(around.code, 2);
        QVERIFY2(around.err.contains("waymark undo ") && around.err.contains("mono/two\n"),
                 around.err.constData());
        const auto inside = runner.run({u"undo"_s, u"mono/two"_s});
        QVERIFY2(inside.code == 0, inside.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"mono/two"_s)));
        QVERIFY(QFile::exists(runner.path(u"mono/one/README.md"_s)));
    }
};

QTEST_GUILESS_MAIN(TestUndoing)
#include "tst_undoing.moc"
