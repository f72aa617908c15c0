#include "models/plan/secretmessages.h"

#include "tests/plan/planbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::PlanBench;
using testing::SmallTemplate;

namespace {

SmallTemplate handingOn(const QByteArray &url = "./skeleton")
{
    return SmallTemplate(
        "{properties: {name: {}, token: {'ui:field': Secret}, pin: {type: integer, "
        "'ui:widget': password}}}",
        "[{action: 'fetch:template', input: {url: '" + url
            + "', values: {name: '${{ parameters.name }}', t: '${{ secrets.token "
              "}}', pin: '${{ parameters.pin }}'}}}]");
}

SmallTemplate withFile(const QByteArray &content)
{
    return handingOn().file("skeleton/a", content);
}

QString messages(const Plan &plan)
{
    QString all;
    for (const Problem &problem : plan.allProblems())
        all += problem.toString() + u'\n';
    return all;
}

} // namespace

class TestSecretMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatATemplateMakesOfASecretIsInNoMessage_data()
    {
        QTest::addColumn<SmallTemplate>("made");
        QTest::addColumn<QString>("message"); // a part of what is said instead
        QTest::newRow("in capitals") << withFile("${{ values.t | upper | parseEntityRef }}")
                                     << u"Entity reference \"******\""_s;
        QTest::newRow("turned round")
            << withFile("${{ values.t | reverse | parseEntityRef }}") << u"\"******\""_s;
        QTest::newRow("another filter")
            << withFile("${{ values.t | upper | parseRepoUrl }}") << u"******"_s;
        QTest::newRow("a template's name")
            << withFile("{% include values.t | upper %}") << u"no loader for this environment"_s;
        QTest::newRow("by a variable of its own")
            << withFile("{% set x = values.t + '-x' %}\n${{ x | upper | parseEntityRef }}")
            << u"******-X"_s;
        QTest::newRow("a folder of the template")
            << handingOn("./${{ secrets.token | upper }}").file("skeleton/a", "1")
            << u"no folder “******”"_s;
        QTest::newRow("a file's name")
            << handingOn().file("skeleton/${{ values.t | upper | parseEntityRef }}", "1")
            << u"\"******\""_s;
        QTest::newRow("the secret decides whether it fails")
            << withFile("{% if values.t == 'q9z7' %}${{ (values.t | upper) | parseEntityRef }}{% "
                        "endif %}")
            << u"not shown"_s;
        QTest::newRow("a number") << withFile("${{ ((values.pin + 1) + ':') | parseEntityRef }}")
                                  << u"parseEntityRef"_s;
    }

    void whatATemplateMakesOfASecretIsInNoMessage()
    {
        QFETCH(const SmallTemplate, made);
        QFETCH(const QString, message);
        const Plan plan = PlanBench(made, "{name: orders, token: q9z7, pin: 471105}").plan();
        QVERIFY(plan.isBlocked());
        const QString all = messages(plan);
        for (const QString &secret : {u"q9z7"_s, u"7z9q"_s, u"471105"_s, u"471106"_s})
            QVERIFY2(!all.contains(secret, Qt::CaseInsensitive), qPrintable(all));
        QVERIFY2(all.contains(message), qPrintable(all));
    }

    void whatHasNothingToDoWithASecretIsSaidAsItIs()
    {
        const Plan with = PlanBench(withFile("${{ values.name | upper | parseEntityRef }}"),
                                    "{name: 'a:', token: x}")
                              .plan();
        const Plan without
            = PlanBench(withFile("${{ values.name | upper | parseEntityRef }}"), "{name: 'a:'}")
                  .plan();
        QVERIFY(with.isBlocked());
        QCOMPARE(messages(with), messages(without));
    }

    void eachProblemKeepsItsOwnWords()
    {
        SmallTemplate made("{properties: {token: {'ui:field': Secret}}}",
                           "[{action: 'fetch:template', input: {url: ./one}}, "
                           "{action: 'fetch:template', input: {url: ./two, values: {t: '${{ "
                           "secrets.token }}'}}}]");
        for (const char *name : {"a", "b", "c"}) {
            made.file("one/"_ba + name, "1");
            made.file("two/"_ba + name, "2");
        }
        const QString without = messages(PlanBench(made, "{}").plan());
        QCOMPARE(without.count(u"twice"_s), 3);
        QCOMPARE(messages(PlanBench(made, "{token: q9z7}").plan()), without);
    }

    void wordsThatMayBelongToAnotherAreNotShown()
    {
        const auto problem = [](const QString &file, const QString &message) {
            return Problem{.code = u"a.b"_s, .message = message, .file = file};
        };
        Rendering rendering;
        rendering.problems = {problem(u"q9z7"_s, u"of q9z7"_s), problem(u"x"_s, u"of x"_s)};
        Rendering other;
        other.problems = {problem(u"x"_s, u"of x"_s), problem(u"******"_s, u"of ******"_s)};
        Rendering shown = rendering;
        hideSecrets(shown, other);
        QCOMPARE(shown.problems.first().message, u"of ******"_s);
        QCOMPARE(shown.problems.last().message, u"of x"_s);
        other.problems += problem(u"y"_s, u"of y"_s);
        shown = rendering;
        hideSecrets(shown, other);
        QVERIFY(shown.problems.first().message.contains(u"not shown"));
        QCOMPARE(shown.problems.last().message, u"of x"_s);
    }

    void aFormWithoutSecretAnswersHasNoOther()
    {
        const PlanBench bench(withFile("1"), "{name: orders}");
        QVERIFY(!withOtherSecrets(bench.request.render.form));
    }

    void allOfASecretIsAnother()
    {
        const PlanBench bench(withFile("1"), "{name: orders, token: q9z7, pin: 4}");
        const auto other = withOtherSecrets(bench.request.render.form);
        QVERIFY(other);
        QCOMPARE(other->answers(),
                 (Map{{u"name"_s, u"orders"_s}, {u"token"_s, u"******"_s}, {u"pin"_s, 0}}));
    }
};

QTEST_APPLESS_MAIN(TestSecretMessages)
#include "tst_secretmessages.moc"
