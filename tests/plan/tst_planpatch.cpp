#include "models/plan/planpatch.h"
#include "tests/git/gitcommand.h"
#include "tests/plan/planbench.h"
#include "tests/support/tools.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::Checkout;
using testing::PlanBench;
using testing::SmallTemplate;

namespace {

SmallTemplate usual()
{
    QByteArray binary;
    for (int i = 0; i < 600; ++i)
        binary += static_cast<char>(i * 7 % 256);
    return SmallTemplate::asking({"name"})
        .file("skeleton/README.md", "# ${{ values.name }}\n")
        .file("skeleton/LICENSE", "free\n")
        .file("skeleton/cmd/${{ values.name }}/main.go", "package main\n\nfunc main() {}")
        .file("skeleton/empty", "")
        .file("skeleton/logo.png", binary)
        .file("skeleton/run", "#!/bin/sh\n", FileMode::Executable)
        .file("skeleton/link", "./run", FileMode::Link)
        .file("skeleton/two words", "gr\xc3\xbc\xc3\x9f\r\n");
}

constexpr auto orders = "{name: orders}";

/// Whether everything that the plan writes stands below `folder` as it says.
QStringList differences(const Plan &plan, const QString &folder)
{
    QStringList all;
    for (const PlannedFile &file : plan.files) {
        const Change &change = file.change;
        if (!change.isWritten())
            continue;
        const QString path = folder + u'/' + QString::fromUtf8(change.path);
        const QFileInfo info(path);
        const bool isLink = change.mode == FileMode::Link;
        const QByteArray content = isLink ? info.readSymLink().toUtf8() : testing::contentOf(path);
        const bool isSame = content == change.content;
        if (!isSame || info.isSymLink() != isLink
            || (!isLink && info.isExecutable() != (change.mode == FileMode::Executable)))
            all += path;
    }
    return all;
}

QString applied(const Checkout &checkout, const QByteArray &patch)
{
    testing::put(checkout.path(u"../the.patch"_s), patch);
    const testing::GitRun run = testing::git(checkout.path(), "apply ../the.patch");
    return run.exitCode == 0 ? QString() : QString::fromUtf8(run.errors + patch);
}

} // namespace

class TestPlanPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (testing::runCommand(QDir::tempPath(), u"git"_s, {u"--version"_s}).exitCode != 0)
            SKIP_FOR_WANT_OF("the git command");
        m_git.configure(testing::identityText);
    }

    void gitMakesTheSameService()
    {
        const Checkout checkout;
        const Plan plan = PlanBench(usual(), orders).plan();
        const auto patch = toPatch(plan);
        VERIFY_RESULT(patch);
        QCOMPARE(applied(checkout, *patch), QString());
        QCOMPARE(differences(plan, checkout.path()), QStringList());
        QCOMPARE(plan.count(ChangeClass::New), 9);
    }

    void gitChangesAFreshClone()
    {
        const Checkout checkout;
        testing::put(checkout.path(u"README.md"_s), "# mine\n\nlong\n");
        testing::put(checkout.path(u"LICENSE"_s), "mine\n");
        testing::put(checkout.path(u"empty"_s), "");
        checkout.commitAll();
        PlanBench bench(usual(), orders);
        bench.inRepository();
        bench.put("README.md", "# mine\n\nlong\n");
        bench.put("LICENSE", "mine\n");
        bench.put("empty", "");
        bench.request.wishes.golden = {u"README.md"_s};
        const Plan plan = bench.plan();
        QCOMPARE(plan.count(ChangeClass::Updated), 1);
        QCOMPARE(plan.count(ChangeClass::Kept), 1);
        QCOMPARE(plan.count(ChangeClass::Unchanged), 1);
        const auto patch = toPatch(plan);
        VERIFY_RESULT(patch);
        QCOMPARE(applied(checkout, *patch), QString());
        QCOMPARE(differences(plan, checkout.path()), QStringList());
        QCOMPARE(testing::contentOf(checkout.path(u"README.md"_s)), "# orders\n"_ba);
        QCOMPARE(testing::contentOf(checkout.path(u"LICENSE"_s)), "mine\n"_ba);
    }

    void gitAddsAFolderOfARepository()
    {
        const Checkout checkout;
        testing::put(checkout.path(u"README.md"_s), "# all services\n");
        checkout.commitAll();
        PlanBench bench(usual(), orders);
        bench.inRepository("services/orders");
        const Plan plan = bench.plan();
        const auto patch = toPatch(plan);
        VERIFY_RESULT(patch);
        QCOMPARE(applied(checkout, *patch), QString());
        QCOMPARE(differences(plan, checkout.path(u"services/orders"_s)), QStringList());
        QCOMPARE(testing::contentOf(checkout.path(u"README.md"_s)), "# all services\n"_ba);
    }

    void whatIsNotWrittenIsNotInIt()
    {
        PlanBench bench(SmallTemplate::asking({"a"})
                            .file("skeleton/{% if values.a %}extra{% endif %}", "extra text\n")
                            .file("skeleton/same", "same text\n")
                            .file("skeleton/bad", "bad text ${{ 1 | nosuch }}\n"));
        bench.inRepository();
        bench.put("same", "same text\n");
        bench.request.wishes.record = false;
        const auto patch = toPatch(bench.plan());
        VERIFY_RESULT(patch);
        QCOMPARE(*patch, QByteArray());
    }

    void aSecretIsOnlyNamed()
    {
        const Checkout checkout;
        const Plan plan
            = PlanBench(
                  SmallTemplate("{properties: {token: {'ui:field': Secret}}}",
                                "[{action: 'fetch:template', input: {url: ./skeleton, values: "
                                "{t: '${{ secrets.token }}'}}}]")
                      .file("skeleton/a", "before\n")
                      .file("skeleton/b", "token: ${{ values.t }}\n")
                      .file("skeleton/c", "behind\n"),
                  "{token: s3cret}")
                  .plan();
        const auto patch = toPatch(plan);
        VERIFY_RESULT(patch);
        QVERIFY(!patch->contains("s3cret"));
        QVERIFY(patch->contains("# b holds a secret and is left out; its SHA-256 is "
                                + contentHash("token: s3cret\n") + '\n'));
        QCOMPARE(applied(checkout, *patch), QString());
        QCOMPARE(testing::contentOf(checkout.path(u"a"_s)), "before\n"_ba);
        QCOMPARE(testing::contentOf(checkout.path(u"c"_s)), "behind\n"_ba);
        QVERIFY(!QFileInfo::exists(checkout.path(u"b"_s)));
    }

private:
    testing::IsolatedGit m_git;
};

QTEST_GUILESS_MAIN(TestPlanPatch)
#include "tst_planpatch.moc"
