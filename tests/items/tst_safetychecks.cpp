#include "models/items/safetychecks.h"

#include "tests/items/itemtesting.h"
#include "tests/plan/planbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

QString lineOf(const QModelIndex &index)
{
    const auto text = [&](int role) { return index.data(role).toString(); };
    const QString fix = text(SafetyChecks::FixTextRole);
    return (index.data(SafetyChecks::PassedRole).toBool() ? u"ok "_s : u"! "_s)
        + text(Qt::DisplayRole) + u" | "_s + text(SafetyChecks::DetailRole)
        + (fix.isEmpty() ? QString() : u" | "_s + fix);
}

SmallTemplate service()
{
    return SmallTemplate(
               "{properties: {name: {type: string, maxLength: 3, title: Name}, token: {type: "
               "string, ui:field: Secret}}}",
               "[{action: 'fetch:template', input: {url: ./skeleton, values: {name: '${{ "
               "parameters.name }}', token: '${{ secrets.token }}'}}}]")
        .file("skeleton/README.md", "# ${{ values.name }}\n")
        .file("skeleton/key", "${{ values.token }}\n");
}

QString checked(const PlanBench &bench, const QByteArrayList &declined = {})
{
    SafetyChecks checks;
    checks.setPlan(bench.plan(), declined);
    return outline(checks, lineOf);
}

QString row(const QString &text, int number)
{
    return text.split(u'\n').value(number);
}

} // namespace

class TestSafetyChecks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allIsWell()
    {
        const PlanBench bench(service(), "{name: abc}");
        SafetyChecks checks;
        const QAbstractItemModelTester tester(&checks);
        checks.setPlan(bench.plan());
        QCOMPARE(outline(checks, lineOf),
                 u"ok No unresolved problems |\n"
                 "ok No secrets in these files |\n"
                 "ok Nothing of yours replaced |\n"
                 "ok In a repository of its own | /srv/orders\n"_s);
        QVERIFY(checks.allPassed());
        QCOMPARE(checks.index(0).data(Qt::AccessibleTextRole).toString(),
                 u"No unresolved problems, passed"_s);
    }

    void aWrongAnswerStandsInTheWay()
    {
        const PlanBench bench(service(), "{name: orders}");
        SafetyChecks checks;
        checks.setPlan(bench.plan());
        QCOMPARE(lineOf(checks.index(0)),
                 u"! 1 problem to fix | Name must have at most 3 characters. | Go to problem"_s);
        QVERIFY(!checks.allPassed());
        QCOMPARE(checks.index(0).data(SafetyChecks::FixRole).toInt(),
                 int(SafetyRow::Fix::GoToProblem));
    }

    void aSecretStandsInTheWayUntilItIsAcceptedOrLeftOut()
    {
        PlanBench bench(service(), "{name: abc, token: t0psecret}");
        QCOMPARE(row(checked(bench), 1), u"! 1 file would hold a secret | key | Leave out"_s);
        QCOMPARE(row(checked(bench, {"key"}), 1), u"ok No secrets in these files |"_s);
        bench.request.wishes.acceptedSecrets = {"key"};
        QCOMPARE(row(checked(bench), 1), u"ok No secrets in these files | 1 accepted by you"_s);
    }

    void filesOfTheUsersOwnAreSeen()
    {
        PlanBench bench(service(), "{name: abc}");
        bench.inRepository();
        bench.put("README.md", "# Mine\n");
        QCOMPARE(row(checked(bench), 2), u"ok Nothing of yours replaced | 1 file stays as it is"_s);
        bench.request.wishes.golden = {u"README.md"_s};
        QCOMPARE(row(checked(bench), 2),
                 u"ok Only what you chose is replaced | 1 file takes the golden text"_s);
        bench.put("key", "mine");
        QCOMPARE(row(checked(bench), 2), u"! 1 file of yours is in the way | key | Leave out"_s);
    }

    void thePlaceIsNamed()
    {
        PlanBench bench(service(), "{name: abc}");
        bench.inRepository("services/abc");
        QCOMPARE(row(checked(bench), 3), u"ok On a new branch | main stays as it is"_s);
        bench.inRepository();
        QCOMPARE(row(checked(bench), 3), u"ok On main, in your clone | /srv/orders"_s);
        bench.request.wishes.commit = false;
        QCOMPARE(row(checked(bench), 3), u"ok Plain files, without a commit | /srv/orders"_s);
    }

    void aBadPlaceHasItsFix()
    {
        PlanBench bench(service(), "{name: abc}");
        bench.inRepository();
        bench.destination.repository->branch.clear();
        QVERIFY(row(checked(bench), 3).endsWith(u"| Choose another folder…"));
        bench.inRepository();
        bench.destination.branches = {"main", "taken"};
        bench.request.wishes.branch = u"taken"_s;
        QVERIFY(row(checked(bench), 3).endsWith(u"| Choose another branch"));
        bench.request.wishes.branch.clear();
        bench.destination.unknownAuthor = Problem{.code = u"git.identity"_s, .message = u"Who?"_s};
        QCOMPARE(row(checked(bench), 3),
                 u"! It cannot be committed there | Who? | Say who you are…"_s);
    }

    void rowsStayWhereTheyAre()
    {
        PlanBench bench(service(), "{name: abc}");
        SafetyChecks checks;
        const QAbstractItemModelTester tester(&checks);
        checks.setPlan(bench.plan());
        const Signals announced(checks);
        bench.answer("{name: orders}");
        checks.setPlan(bench.plan());
        QCOMPARE(announced.text(), u"1 changed"_s);
    }
};

QTEST_MAIN(TestSafetyChecks)
#include "tst_safetychecks.moc"
