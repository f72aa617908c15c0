#include "app/cli/arguments.h"
#include "app/cli/commandline.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::cli;

namespace {

const Command &command(const QString &name)
{
    return **findCommand(name);
}

} // namespace

class TestArguments : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueStandsBehindItsOptionOrAnEqualsSign()
    {
        const auto parsed = Arguments::parse(
            command(u"new"_s), {u"t"_s, u"--seed"_s, u"9f"_s, u"d"_s, u"--now=x=y"_s});
        VERIFY_RESULT(parsed);
        QCOMPARE(parsed->value(u"--seed"_s), u"9f"_s);
        QCOMPARE(parsed->value(u"--now"_s), u"x=y"_s);
        QCOMPARE(parsed->positionals(), (QStringList{u"t"_s, u"d"_s}));
    }

    void anOptionThatCanBeRepeatedKeepsItsOrder()
    {
        const auto parsed = Arguments::parse(
            command(u"plan"_s), {u"t"_s, u"d"_s, u"--set"_s, u"b=1"_s, u"--set=a=2"_s});
        VERIFY_RESULT(parsed);
        QCOMPARE(parsed->values(u"--set"_s), (QStringList{u"b=1"_s, u"a=2"_s}));
    }

    void twoDashesEndTheOptions()
    {
        const auto parsed = Arguments::parse(command(u"new"_s), {u"--"_s, u"--t"_s, u"-d"_s});
        VERIFY_RESULT(parsed);
        QCOMPARE(parsed->positionals(), (QStringList{u"--t"_s, u"-d"_s}));
    }

    void aLoneDashIsStandardInput()
    {
        const auto parsed = Arguments::parse(command(u"render"_s), {u"-"_s});
        VERIFY_RESULT(parsed);
        QCOMPARE(parsed->positional(0), u"-"_s);
    }

    void whatDoesNotFitIsRefusedWithAWayOut_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("hint");
        QTest::newRow("an unknown option")
            << u"new"_s << QStringList{u"t"_s, u"d"_s, u"--default"_s} << u"no option --default"_s
            << u"--defaults"_s;
        QTest::newRow("a short option") << u"new"_s << QStringList{u"t"_s, u"d"_s, u"-x"_s}
                                        << u"no option -x"_s << u"waymark help new"_s;
        QTest::newRow("a missing positional")
            << u"new"_s << QStringList{u"t"_s} << u"DEST is missing"_s << u"waymark help new"_s;
        QTest::newRow("an empty positional")
            << u"new"_s << QStringList{u"t"_s, QString()} << u"DEST is empty"_s << u"variable"_s;
        QTest::newRow("one too many")
            << u"list"_s << QStringList{u"x"_s} << u"one word too many"_s << u"waymark help list"_s;
        QTest::newRow("a value that is missing")
            << u"new"_s << QStringList{u"t"_s, u"d"_s, u"--seed"_s} << u"--seed needs a value"_s
            << u""_s;
        QTest::newRow("a value that is empty")
            << u"new"_s << QStringList{u"t"_s, u"d"_s, u"--expect-plan"_s, u""_s}
            << u"--expect-plan needs a value"_s << u""_s;
        QTest::newRow("a value that nothing takes")
            << u"list"_s << QStringList{u"--json=yes"_s} << u"--json takes no value"_s << u""_s;
        QTest::newRow("an option twice")
            << u"new"_s << QStringList{u"t"_s, u"d"_s, u"--seed=1"_s, u"--seed=2"_s}
            << u"--seed is given twice"_s << u""_s;
        QTest::newRow("no choice of an option")
            << u"render"_s << QStringList{u"f"_s, u"--dialect=jinja"_s}
            << u"--dialect is one of jinja2, nunjucks"_s << u"jinja2"_s;
        QTest::newRow("no choice of a positional")
            << u"source"_s << QStringList{u"ad"_s} << u"ACTION is one of"_s << u"add"_s;
    }

    void whatDoesNotFitIsRefusedWithAWayOut()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, words);
        QFETCH(const QString, message);
        QFETCH(const QString, hint);
        const auto parsed = Arguments::parse(command(name), words);
        QVERIFY(!parsed);
        const Problem &problem = parsed.error().problem;
        QVERIFY2(problem.message.contains(message), qPrintable(problem.message));
        QVERIFY2(problem.hint.contains(hint), qPrintable(problem.hint));
    }

    void helpNeedsNothingElse()
    {
        const auto parsed = Arguments::parse(command(u"new"_s), {u"-h"_s});
        VERIFY_RESULT(parsed);
        QVERIFY(parsed->has(u"--help"_s));
    }

    void anUnknownCommandNamesTheOneThatWasMeant()
    {
        const auto found = findCommand(u"plna"_s);
        QVERIFY(!found);
        QVERIFY(found.error().problem.hint.contains(u"plan"_s));
    }

    void theTablesAreSound()
    {
        for (const Command &one : commands()) {
            QVERIFY2(one.run, qPrintable(one.name));
            QVERIFY2(!one.summary.isEmpty() && !one.summary.endsWith(u'.'), qPrintable(one.name));
            QSet<QString> names;
            for (const Option &option : allOptions(one)) {
                QVERIFY2(option.name.startsWith(u"--"), qPrintable(option.name));
                QVERIFY2(!names.contains(option.name), qPrintable(option.name));
                QCOMPARE(option.takes == Takes::Nothing, option.value.isEmpty());
                QVERIFY2(option.help.endsWith(u'.'), qPrintable(option.name));
                names.insert(option.name);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestArguments)
#include "tst_arguments.moc"
