#include "tests/support/filetemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::testing;

/// What a template can hold that must end in a clear message, with nothing written.
class TestBadTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anErrorInATemplateHasItsPlace_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("place");
        const auto row = [](const char *source, const char *place) {
            QTest::newRow(source) << "one\n  " + QByteArray(source) + "\n" << QByteArray(place);
        };
        row("${{ values.name", "3:1:");
        row("${{ }}", "2:7:");
        row("${{ values. }}", "2:15:");
        row("${{ values.name | }}", "2:21:");
        row("${{ values.name | nope }}", "2:21:");
        row("${{ 'abc }}", "3:1:");
        row("${{ [1, 2 }}", "2:13:");
        row("${{ {a: 1 }}", "2:13:");
        row("${{ f(1, }}", "2:12:");
        row("${{ 1 + }}", "2:11:");
        row("{% if %}x{% endif %}", "2:9:");
        row("{% if values.name %}x", "2:24:");
        row("{% elif %}", "2:6:");
        row("{% for x %}{% endfor %}", "2:12:");
        row("{% for x in [1] %}x", "2:22:");
        row("{% set %}", "2:10:");
        row("{% set x = %}", "2:14:");
        row("{% macro %}{% endmacro %}", "2:12:");
        row("{% macro m(a %}{% endmacro %}", "2:16:");
        row("{% include %}", "2:14:");
        row("{% include 'nope.txt' %}", "2:14:");
        row("{% import 'x' %}", "2:17:");
        row("{% block a %}x", "2:17:");
        row("{% filter %}x{% endfilter %}", "2:13:");
        row("{% call %}{% endcall %}", "2:11:");
        row("{% switch %}{% endswitch %}", "2:13:");
        row("{% nope %}", "2:6:");
        row("{% endif %}", "2:6:");
        row("{# comment", "2:3:");
    }

    void anErrorInATemplateHasItsPlace()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, place);
        expectRefusal(u"a.txt"_s, source, "skeleton/a.txt:" + place);
    }

    void whatRunsAwayIsStopped_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const char *name, const char *source, const char *message) {
            QTest::newRow(name) << QByteArray(source) << QByteArray(message);
        };
        row("a long loop", "{% for i in range(1000000000) %}x{% endfor %}", "items");
        row("a macro that calls itself", "{% macro m(a) %}${{ m(a) }}{% endmacro %}${{ m(1) }}",
            "nested");
        row("macros that call each other",
            "{% macro a(x) %}${{ b(x) }}{% endmacro %}{% macro b(x) %}${{ a(x) }}{% endmacro %}"
            "${{ a(1) }}",
            "nested");
        row("a regular expression that backtracks",
            "${{ \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!\" | replace(r/(a+)+$/, \"\") }}",
            "takes too long");
        row("a text that doubles",
            "{% set t = 'x' %}{% for i in range(99) %}{% set t = t + t %}"
            "{% endfor %}${{ t }}",
            "64 MB");
        row("a text that is repeated", "${{ 'ab'.repeat(1000000000) }}", "64 MB");
    }

    void whatRunsAwayIsStopped()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, message);
        expectRefusal(u"a.txt"_s, source, message);
    }

    void aLineOfFiftyMegabytesIsRenderedOrRefusedWithAShortExcerpt()
    {
        const QByteArray line(50'000'000, 'x');
        const auto outcome = expectRefusal(u"a.txt"_s, line + "${{ values.name | nope }}\n",
                                           "skeleton/a.txt:1:50000019: ");
        QVERIFY(outcome.err.size() < 1000);
    }

    void whatIsNoTextIsCopiedByteForByte_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("warning");
        QTest::newRow("no UTF-8") << QByteArray("a ${{ values.name }}\nb \xff\xfe\n")
                                  << QByteArray("f.txt:2:3: ");
        QTest::newRow("binary") << QByteArray("a ${{ values.name }}\0\1\2", 23) << QByteArray();
    }

    void whatIsNoTextIsCopiedByteForByte()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, warning);
        CliRunner runner;
        writeFileTemplate(runner);
        runner.write(u"bad/skeleton/f.txt"_s, content);
        const auto outcome = make(runner);
        QCOMPARE(outcome.code, 0);
        QCOMPARE(runner.read(u"orders/f.txt"_s), content);
        QVERIFY2(outcome.err.contains(warning), outcome.err.constData());
        QCOMPARE(outcome.err.isEmpty(), warning.isEmpty());
    }

    void aPathThatNoSystemShouldGetIsRefused_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("message");
        const auto row = [](const QString &path, const char *message) {
            QTest::newRow(qPrintable(path.left(40).simplified())) << path << QByteArray(message);
        };
        row(u"../x"_s, "leads out");
        row(u"a/../../x"_s, "leads out");
        row(u"C:\\x"_s, "cannot hold");
        for (const QString &name : {u".git/config"_s, u".GIT/hooks/x"_s, u"git~1/x"_s, u".git /x"_s,
                                    u".git./x"_s, u".g\u200cit/x"_s})
            row(name, "git's own");
        row(u"CON"_s, "device");
        row(u"aux.txt"_s, "device");
        row(u"b /c"_s, "ends with a blank");
        row(u"a."_s, "ends with a blank");
        row(u"readme.md"_s, "the same name");
        row(u"a\nb"_s, "cannot hold");
        row(QString(300, u'x'), "long");
    }

    void aPathThatNoSystemShouldGetIsRefused()
    {
        QFETCH(const QString, path);
        QFETCH(const QByteArray, message);
        CliRunner runner;
        writeFileTemplate(runner);
        runner.write(u"bad/skeleton/${{ values.path }}"_s, "x\n");
        const auto outcome = make(runner, {u"--set"_s, u"path="_s + path});
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(message), outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
        QVERIFY(!QFile::exists(runner.path(u"x"_s)));
    }

    void anAbsolutePathIsLeftOutAsInBackstageAndSaid()
    {
        CliRunner runner;
        writeFileTemplate(runner);
        runner.write(u"bad/skeleton/${{ values.path }}"_s, "x\n");
        const auto outcome = make(runner, {u"--set"_s, u"path="_s + runner.path(u"out"_s)});
        QCOMPARE(outcome.code, 0);
        QVERIFY2(outcome.err.contains("${{ values.path }}: Warning: Its path would begin with “/”"),
                 outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"out"_s)));
        QCOMPARE(QDir(runner.path(u"orders"_s)).entryList(QDir::Files | QDir::Hidden),
                 (QStringList{u".waymark.yaml"_s, u"README.md"_s}));
    }

    void aFolderWithoutANameIsLeftOutInSilence()
    {
        CliRunner runner;
        writeFileTemplate(runner);
        runner.write(u"bad/skeleton/{% if values.name == 'x' %}d{% endif %}/x"_s, "x\n");
        const auto outcome = make(runner);
        QCOMPARE(outcome.code, 0);
        QCOMPARE(outcome.err, QByteArray());
        QVERIFY(!QFile::exists(runner.path(u"orders/x"_s)));
    }

    void aLinkThatLeavesTheSourceIsRefused_data()
    {
        QTest::addColumn<QString>("target");
        QTest::newRow("absolute") << u"/etc/hostname"_s;
        QTest::newRow("relative") << u"../../secret.txt"_s;
        QTest::newRow("a folder") << u"/etc"_s;
    }

    void aLinkThatLeavesTheSourceIsRefused()
    {
        QFETCH(const QString, target);
        CliRunner runner;
        writeFileTemplate(runner);
        runner.write(u"secret.txt"_s, "secret\n");
        QVERIFY(QFile::link(target, runner.path(u"bad/skeleton/link"_s)));
        const auto outcome = make(runner);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains("skeleton/link") && outcome.err.contains("out of"),
                 outcome.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"orders"_s)));
    }

    void yamlThatExplodesIsRefused_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("message");
        QByteArray bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x]\n";
        for (int i = 1; i < 10; ++i) {
            const QByteArray before = "*a" + QByteArray::number(i - 1);
            const QByteArray name = 'a' + QByteArray::number(i);
            bomb += name + ": &" + name + " [" + QByteArrayList(9, before).join(',') + "]\n";
        }
        QTest::newRow("a bomb") << bomb << QByteArray("aliases");
        QTest::newRow("a megabyte of [") << QByteArray(1'000'000, '[') << QByteArray("nested");
    }

    void yamlThatExplodesIsRefused()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QByteArray, message);
        CliRunner runner;
        writeFileTemplate(runner);
        runner.write(u"a.yaml"_s, yaml);
        const auto answers = make(runner, {u"--answers"_s, u"a.yaml"_s});
        QCOMPARE(answers.code, 2);
        QVERIFY2(answers.err.contains("a.yaml:") && answers.err.contains(message),
                 answers.err.constData());
        runner.write(u"bad/skeleton/a.yaml"_s, yaml);
        const auto generated = make(runner);
        QCOMPARE(generated.code, 0); // only a warning for a template without a sidecar
        QVERIFY2(generated.err.contains("a.yaml:") && generated.err.contains(message),
                 generated.err.constData());
        runner.write(u"bad/template.yaml"_s, yaml);
        const auto broken = make(runner);
        QCOMPARE(broken.code, 1);
        QVERIFY2(broken.err.contains("template.yaml:") && broken.err.contains(message),
                 broken.err.constData());
        QVERIFY(generated.err.size() + answers.err.size() + broken.err.size() < 3000);
    }

private:
    static CliRunner::Outcome make(CliRunner &runner, const QStringList &options = {})
    {
        return runner.run(QStringList{u"new"_s, u"./bad"_s, u"orders"_s, u"--defaults"_s}
                          + options);
    }

    /// Makes a service of a template with a file `name` of `source`, which is not to be made.
    static CliRunner::Outcome expectRefusal(const QString &name, const QByteArray &source,
                                            const QByteArray &message)
    {
        CliRunner runner;
        writeFileTemplate(runner);
        runner.write(u"bad/skeleton/"_s + name, source);
        const auto outcome = make(runner);
        if (outcome.code != 1 || !outcome.err.contains(message))
            QTest::qFail(outcome.err.constData(), __FILE__, __LINE__);
        if (QFile::exists(runner.path(u"orders"_s)))
            QTest::qFail("something was written", __FILE__, __LINE__);
        return outcome;
    }
};

QTEST_GUILESS_MAIN(TestBadTemplates)
#include "tst_badtemplates.moc"
