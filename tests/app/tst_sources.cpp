#include "models/base/json.h"
#include "tests/support/schemas.h"
#include "tests/support/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

CliRunner::Outcome source(CliRunner &runner, const QString &words)
{
    return runner.run(QStringList{u"source"_s} + words.split(u' '));
}

} // namespace

class TestSources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anAddedSourceIsSaidWithWhatItHolds()
    {
        CliRunner runner;
        writeSmallTemplate(runner, u"mine/small"_s);
        const auto outcome = source(runner, u"add mine"_s);
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.startsWith("Added the source “mine”: "), outcome.err.constData());
        QVERIFY2(outcome.err.endsWith("/mine (1 template)\n"), outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
        QDir().mkpath(runner.path(u"empty"_s));
        QVERIFY(source(runner, u"add ./empty"_s).err.endsWith("/empty (0 templates)\n"));
    }

    void whatCannotBeAddedIsRefusedWithAWayOut_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no folder")
            << u"add nowhere"_s << QByteArray("nowhere: There is no such folder.\nName");
        QTest::newRow("a file") << u"add file"_s
                                << QByteArray("file: This is no folder.\nName a folder");
        QTest::newRow("the same folder")
            << u"add mine --name other"_s
            << QByteArray("as “mine”.\nTo give it another name, take it out first: waymark source "
                          "remove mine");
        QTest::newRow("another way to it")
            << u"add ./other/../mine"_s << QByteArray("The folder is there already, as “mine”.");
        QTest::newRow("a name that is taken")
            << u"add other --name mine"_s << QByteArray("Another source is called “mine”");
        QTest::newRow("the name of ours")
            << u"add other --name built-in"_s << QByteArray("“built-in” cannot be the name");
        QTest::newRow("a name with a slash")
            << u"add other --name a/b"_s << QByteArray("“a/b” cannot be the name");
        QTest::newRow("an address")
            << u"add https://example.org/t.git"_s << QByteArray("Clone the repository");
        QTest::newRow("nothing") << u"add"_s
                                 << QByteArray("Which folder?\nWrite: waymark source add FOLDER");
    }

    void whatCannotBeAddedIsRefusedWithAWayOut()
    {
        QFETCH(const QString, words);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        runner.write(u"file"_s, "x");
        QDir().mkpath(runner.path(u"mine"_s));
        QDir().mkpath(runner.path(u"other"_s));
        QCOMPARE(source(runner, u"add mine"_s).code, 0);
        const QByteArray before = runner.read(u"configuration/sources.yaml"_s);
        const auto outcome = source(runner, words);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QCOMPARE(runner.read(u"configuration/sources.yaml"_s), before);
    }

    void whatCannotBeRemovedIsRefusedWithAWayOut_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("a name that is misspelt")
            << u"remove mnie"_s << QByteArray("Did you mean “mine”?");
        QTest::newRow("no name at all like it")
            << u"remove zzz"_s << QByteArray("“waymark source list” shows them.");
        QTest::newRow("ours") << u"remove built-in"_s
                              << QByteArray("cannot be taken out.\n“waymark source list” shows");
        QTest::newRow("nothing") << u"remove"_s << QByteArray("Write: waymark source remove NAME");
    }

    void whatCannotBeRemovedIsRefusedWithAWayOut()
    {
        QFETCH(const QString, words);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        QDir().mkpath(runner.path(u"mine"_s));
        QCOMPARE(source(runner, u"add mine"_s).code, 0);
        const auto outcome = source(runner, words);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY(source(runner, u"list"_s).out.contains("mine"));
    }

    void aSourceIsRemovedByItsNameOrItsFolder()
    {
        CliRunner runner;
        QDir().mkpath(runner.path(u"mine"_s));
        for (const QString &words : {u"remove mine"_s, u"remove ./mine"_s}) {
            QCOMPARE(source(runner, u"add mine"_s).code, 0);
            const auto outcome = source(runner, words);
            QCOMPARE(outcome.code, 0);
            QVERIFY2(outcome.err.contains("Its files stay."), outcome.err.constData());
            QVERIFY(!source(runner, u"list"_s).out.contains("mine"));
        }
    }

    void aSourceWhoseFolderIsGoneIsSaidAndCanBeRemoved()
    {
        CliRunner runner;
        QDir().mkpath(runner.path(u"mine"_s));
        QCOMPARE(source(runner, u"add mine"_s).code, 0);
        QVERIFY(QDir().rmdir(runner.path(u"mine"_s)));
        const auto listed = source(runner, u"list --json"_s);
        QCOMPARE(listed.code, 0);
        QCOMPARE(complaints(listed.out, u"sources"_s), QString());
        QVERIFY2(listed.out.contains("\"problems\""), listed.out.constData());
        QVERIFY2(listed.err.contains("waymark source remove mine"), listed.err.constData());
        const auto templates = runner.run({u"list"_s, u"--json"_s});
        QCOMPARE(templates.code, 0);
        QCOMPARE(complaints(templates.out, u"list"_s), QString());
        QVERIFY(templates.out.contains("\"problems\""));
        const auto shown = runner.run({u"show"_s, u"small"_s});
        QCOMPARE(shown.code, 2);
        QVERIFY2(shown.err.contains("mine") && shown.err.contains("There is no template “small”"),
                 shown.err.constData());
        QCOMPARE(source(runner, u"remove mine"_s).code, 0);
    }

    void ourOwnTemplatesThatAreNotThereAreSaid()
    {
        CliRunner runner;
        runner.templates = runner.path(u"nowhere"_s);
        const auto outcome = runner.run({u"new"_s, u"go-service"_s, u"x"_s, u"--defaults"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("nowhere") && outcome.err.contains("no template"),
                 outcome.err.constData());
    }

    void whatIsChangedAsJsonIsTheNewList()
    {
        CliRunner runner;
        writeSmallTemplate(runner, u"mine/small"_s);
        const auto added = source(runner, u"add mine --name ours --json"_s);
        QCOMPARE(complaints(added.out, u"sources"_s), QString());
        QVERIFY2(added.err.isEmpty(), added.err.constData());
        const auto document = parseJson(added.out);
        QVERIFY(document.has_value());
        const Value sources = document->toMap()->value(u"sources");
        const Map *ours = sources.toList()->last().toMap();
        QVERIFY(ours);
        QCOMPARE(ours->value(u"name"), Value(u"ours"_s));
        QCOMPARE(ours->value(u"templates"), Value(1));
        QCOMPARE(ours->value(u"builtIn"), Value(false));
        const auto removed = source(runner, u"remove ours --json"_s);
        QCOMPARE(complaints(removed.out, u"sources"_s), QString());
        QVERIFY(!removed.out.contains("\"ours\""));
    }
};

QTEST_GUILESS_MAIN(TestSources)
#include "tst_sources.moc"
