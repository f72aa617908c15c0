#include "tests/support/agreedrun.h"
#include "tests/support/testing.h"
#include "tests/support/tools.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// Tasks of Copier's templates, with a real sandbox.
class TestRunTasks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!canSandbox())
            SKIP_HERE("no sandbox can be made here");
    }

    void tasksOfCopierRunInItsOwnWay()
    {
        CliRunner runner;
        runner.write(u"copied/copier.yml"_s,
                     "name: orders\n_tasks:\n  - echo {{ name }} >name.txt\n"
                     "  - [rm, gone.txt]\n");
        runner.write(u"copied/gone.txt"_s, "x");
        runner.write(u"copied/{{ _copier_conf.answers_file }}.jinja"_s,
                     "{{ _copier_answers|to_nice_yaml }}");
        const auto outcome = runAgreed(runner,
                                       {u"new"_s, u"./copied"_s, u"made"_s, u"--defaults"_s,
                                        u"--no-commit"_s, u"--run-hooks=sandboxed"_s});
        QVERIFY2(outcome.code == 0, outcome.err.constData());
        QCOMPARE(runner.read(u"made/name.txt"_s), "orders\n"_ba);
        QVERIFY(!QFile::exists(runner.path(u"made/gone.txt"_s)));
        QVERIFY(QFile::exists(runner.path(u"made/.copier-answers.yml"_s)));
        QVERIFY(!QFile::exists(runner.path(u"made/.waymark.yaml"_s)));
        QVERIFY2(outcome.err.contains("Ran task 1"), outcome.err.constData());
    }

    void aSecretThatATaskWritesIsAsked()
    {
        CliRunner runner;
        runner.write(u"copied/copier.yml"_s,
                     "pw: {type: str, secret: true, default: x}\n_tasks:\n"
                     "  - printf %s {{ pw }} >key.txt; echo {{ pw }}\n");
        runner.write(u"copied/a.txt"_s, "a");
        runner.environment.insert(u"PW"_s, u"hunter2-hunter2"_s);
        const QStringList words{
            u"new"_s,      u"./copied"_s,  u"made"_s,      u"--defaults"_s,
            u"--secret"_s, u"pw=env:PW"_s, u"--verbose"_s, u"--run-hooks=sandboxed"_s};
        const auto refused = runAgreed(runner, words);
        QCOMPARE(refused.code, 1);
        QVERIFY2(refused.err.contains("key.txt"), refused.err.constData());
        QVERIFY2(!refused.err.contains("hunter2") && !refused.out.contains("hunter2"),
                 refused.err.constData());
        QVERIFY(!QFile::exists(runner.path(u"made"_s)));
        const auto made
            = runAgreed(runner, words + QStringList{u"--accept-secret"_s, u"key.txt"_s});
        QVERIFY2(made.code == 0, made.err.constData());
        QCOMPARE(runner.read(u"made/key.txt"_s), "hunter2-hunter2"_ba);
        QVERIFY2(!made.err.contains("hunter2"), made.err.constData());
    }
};

QTEST_MAIN(TestRunTasks)
#include "tst_runtasks.moc"
