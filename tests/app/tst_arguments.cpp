#include "app/cli/arguments.h"
#include "app/cli/commandline.h"
#include "tests/support/testing.h"

#include <QTest>

#include <algorithm>

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
        QTest::newRow("an option of other commands")
            << u"man"_s << QStringList{u"--quiet"_s} << u"no option --quiet"_s
            << u"waymark help man"_s;
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

    void whatDoesNotGoTogetherIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *title, const char16_t *name, const QString &words,
                            const QString &message) {
            QTest::newRow(title) << QString::fromUtf16(name) << words.split(u' ') << message;
        };
        row("a message of no commit", u"new", u"t d --no-commit --message x"_s,
            u"--message does not go with --no-commit: nothing is committed."_s);
        row("a branch of no commit", u"plan", u"t d --branch x --no-commit"_s,
            u"--branch does not go with --no-commit"_s);
        row("a signature of no commit", u"new", u"t d --sign-off --no-commit"_s,
            u"--sign-off does not go with --no-commit"_s);
        row("a reason that nothing keeps", u"new", u"t d --reason a=b --no-commit --no-record"_s,
            u"--reason does not go with --no-commit and --no-record: nothing would keep it."_s);
        row("a reason that a message of one's own does not have", u"plan",
            u"t d --reason a=b --message x --no-record"_s,
            u"--reason does not go with --message and --no-record: nothing would keep it."_s);
        row("two outputs", u"plan", u"t d --json --patch"_s, u"--patch does not go with --json"_s);
        row("less and more", u"list", u"--quiet --verbose"_s,
            u"--quiet does not go with --verbose"_s);
        row("Nunjucks' option with Jinja2", u"render", u"f --jinja-compat on --dialect jinja2"_s,
            u"--jinja-compat does not go with --dialect jinja2: only Nunjucks has it."_s);
        row("Jinja2's option with Nunjucks", u"render",
            u"f --dialect nunjucks --sandbox immutable"_s,
            u"--sandbox immutable does not go with --dialect nunjucks: only Jinja2 has it."_s);
        row("standard input twice", u"render", u"- --data -"_s,
            u"--data - does not go with “-”: there is one standard input."_s);
        row("the name of no source", u"source", u"list --name x"_s,
            u"--name does not go with “list”"_s);
        row("another name for what goes", u"source", u"remove x --name y"_s,
            u"--name does not go with “remove”"_s);
        row("a folder to list", u"source", u"list x"_s, u"“x” does not go with “list”"_s);
    }

    void whatDoesNotGoTogetherIsRefused()
    {
        QFETCH(const QString, name);
        QFETCH(const QStringList, words);
        QFETCH(const QString, message);
        const auto parsed = Arguments::parse(command(name), words);
        QVERIFY(!parsed);
        QVERIFY2(parsed.error().problem.message.contains(message),
                 qPrintable(parsed.error().problem.message));
        QVERIFY(parsed.error().problem.hint.contains(u"waymark help "_s + name));
    }

    void whatGoesTogetherIsTaken_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("words");
        QTest::newRow("a reason in the record") << u"new"_s << u"t d --reason a=b --no-commit"_s;
        QTest::newRow("a reason in the commit") << u"new"_s << u"t d --reason a=b --no-record"_s;
        QTest::newRow("Nunjucks with compatibility")
            << u"render"_s << u"f --dialect nunjucks --jinja-compat on"_s;
        QTest::newRow("the sandbox that is always there")
            << u"render"_s << u"f --dialect nunjucks --sandbox on"_s;
        QTest::newRow("a name for a source") << u"source"_s << u"add x --name y"_s;
    }

    void whatGoesTogetherIsTaken()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, words);
        VERIFY_RESULT(Arguments::parse(command(name), words.split(u' ')));
    }

    void everyPartOfAConflictIsInItsTable()
    {
        for (const Command &one : commands()) {
            for (const Conflict &conflict : one.conflicts) {
                QVERIFY(conflict.parts.size() > 1);
                QVERIFY2(!conflict.why.isEmpty() && !conflict.why.endsWith(u'.'),
                         qPrintable(conflict.why));
                for (const QString &part : conflict.parts) {
                    const QString name = part.section(u'=', 0, 0);
                    const bool isPositional
                        = std::ranges::find(one.positionals, name, &Positional::name)
                        != one.positionals.cend();
                    QVERIFY2(isPositional || namesOf(allOptions(one)).contains(name),
                             qPrintable(part));
                }
            }
        }
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
                QVERIFY(option.name != u"--json" || !one.document.isEmpty());
                names.insert(option.name);
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestArguments)
#include "tst_arguments.moc"
