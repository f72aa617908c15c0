#include "models/base/json.h"
#include "models/plan/planjson.h"
#include "models/plan/planmemory.h"
#include "models/plan/planpatch.h"
#include "tests/plan/planbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::codes;
using testing::fileOf;
using testing::PlanBench;
using testing::recordOf;
using testing::SmallTemplate;

namespace {

/// A template whose step hands a secret on, with more of the step's input, and an output.
SmallTemplate withSecret(const QByteArray &input = {}, const QByteArray &output = "{}")
{
    return SmallTemplate("{properties: {name: {}, token: {'ui:field': Secret}}}",
                         "[{action: 'fetch:template', input: {url: ./skeleton, values: {name: '${{ "
                         "parameters.name }}', t: '${{ secrets.token }}'}"
                             + input + "}}]",
                         output);
}

/// All that anybody sees of a plan, as one text.
QString everythingShown(const Plan &plan)
{
    QString all = QString::fromUtf8(toJson(toJsonMembers(plan)));
    const auto patch = toPatch(plan);
    all += patch ? QString::fromUtf8(*patch) : patch.error().toString();
    for (const Problem &problem : plan.allProblems())
        all += problem.toString();
    for (const OutputLink &link : plan.links)
        all += link.title + link.url + link.entity;
    for (const PlannedFile &file : plan.files)
        all += displayed(plan.shownPath(file.change.path));
    all += plan.texts.join(u'\n') + plan.message + plan.branch;
    return all + QString::fromUtf8(fileOf(plan, recordPath.toByteArray()).change.content);
}

Plan planned(const PlanBench &bench, PlanMemory &memory)
{
    return makePlan(bench.request, render(bench.request.loaded, bench.request.render),
                    bench.destination, memory);
}

} // namespace

class TestSecretFiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSecretInANameIsNeverShown_data()
    {
        QTest::addColumn<SmallTemplate>("made");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("the whole name")
            << withSecret().file("skeleton/${{ values.t }}", "1") << "q9z7"_ba << "******"_ba;
        QTest::newRow("a part of it") << withSecret().file("skeleton/a/${{ values.t }}.txt", "1")
                                      << "a/q9z7.txt"_ba << "a/******.txt"_ba;
        QTest::newRow("in capitals") << withSecret().file("skeleton/${{ values.t | upper }}.x", "1")
                                     << "Q9Z7.x"_ba << "******.x"_ba;
        QTest::newRow("a folder") << withSecret().file("skeleton/${{ values.t }}/a", "1")
                                  << "q9z7/a"_ba << "******/a"_ba;
        QTest::newRow("the step's folder")
            << withSecret(", targetPath: 'x/${{ secrets.token }}'").file("skeleton/a", "1")
            << "x/q9z7/a"_ba << "x/******/a"_ba;
        QTest::newRow("a name that no system takes")
            << withSecret().file("skeleton/${{ values.t }}:", "1") << "q9z7:"_ba << "******:"_ba;
        QTest::newRow("two that collide") << withSecret()
                                                 .file("skeleton/${{ values.t }}", "1")
                                                 .file("skeleton/${{ values.t | upper }}", "1")
                                          << "q9z7"_ba << "******"_ba;
    }

    void aSecretInANameIsNeverShown()
    {
        QFETCH(const SmallTemplate, made);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, shown);
        for (const bool commits : {true, false}) {
            PlanBench bench(made, "{name: orders, token: q9z7}");
            bench.request.wishes.commit = commits;
            const Plan plan = bench.plan();
            QVERIFY(plan.isBlocked());
            QCOMPARE(fileOf(plan, path).change.path, path);
            QCOMPARE(plan.shownPath(path), shown);
            const QString all = everythingShown(plan);
            QVERIFY2(!all.contains(u"q9z7", Qt::CaseInsensitive), qPrintable(all));
            QVERIFY(all.contains(u"\"pathMasked\":true"));
        }
    }

    void aSecretOfOneLetterIsMaskedWhereItStands()
    {
        const Plan plan = PlanBench(withSecret().file("skeleton/a/data-${{ values.t }}", "a"),
                                    "{name: a, token: a}")
                              .plan();
        QCOMPARE(plan.shownPath("a/data-a"), "a/data-******"_ba);
        QCOMPARE(plan.shownPath("a"), "a"_ba);
        QVERIFY(everythingShown(plan).contains(u"a/data-******"));
        QVERIFY(plan.isBlocked());
    }

    void anEmptyFolderAndAFileThatIsNotNeededAreMaskedToo()
    {
        const Plan plan = PlanBench(withSecret()
                                        .folder("skeleton/d-${{ values.t }}")
                                        .file("skeleton/{% if values.name == 'x' %}${{ values.t }}"
                                              "{% endif %}",
                                              "1"),
                                    "{name: orders, token: q9z7}")
                              .plan();
        QCOMPARE(plan.folders, QByteArrayList{"d-q9z7"});
        QCOMPARE(plan.count(ChangeClass::NotNeeded), 1);
        QVERIFY(!everythingShown(plan).contains(u"q9z7"));
    }

    void anEmptyFolderThatIsNamedByASecretIsRefusedUntilItIsAccepted()
    {
        PlanBench bench(withSecret().folder("skeleton/d-${{ values.t }}").folder("skeleton/e"),
                        "{name: orders, token: q9z7}");
        bench.request.wishes.commit = false;
        const Plan refused = bench.plan();
        QVERIFY(refused.isBlocked());
        QCOMPARE(codes(refused.problems), QStringList{u"secret.written"_s});
        QVERIFY2(refused.problems.first().hint.contains(u"--accept-secret 'd-******'"),
                 qPrintable(refused.problems.first().hint));
        for (const QByteArray &accepted : {"d-q9z7"_ba, "d-******"_ba}) {
            bench.request.wishes.acceptedSecrets = {accepted};
            const Plan plan = bench.plan();
            QVERIFY(!plan.isBlocked());
            QCOMPARE(codes(plan.problems), QStringList{u"secret.written"_s});
            QCOMPARE(plan.problems.first().severity, Severity::Warning);
            QVERIFY(!everythingShown(plan).contains(u"q9z7"));
        }
    }

    void foldersThatStepsMoveAndEmptyAreMaskedAndRefused_data()
    {
        QTest::addColumn<SmallTemplate>("made");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("shown");
        const auto template_ = [](const QByteArray &target, const QByteArray &step) {
            return SmallTemplate("{properties: {token: {'ui:field': Secret}}}",
                                 "[{action: 'fetch:template', input: {url: ./skeleton, "
                                 "targetPath: '"
                                     + target + "'}}, {" + step + "}]");
        };
        const QByteArray token = "${{ secrets.token }}";
        QTest::newRow("a folder in one that is moved")
            << template_("./",
                         "action: 'fs:rename', input: {files: [{from: x, to: '" + token + "'}]}")
                   .file("skeleton/x/a", "1")
                   .folder("skeleton/x/empty/inner")
            << "q9z7"_ba << "q9z7/empty/inner"_ba << "******/empty/inner"_ba;
        QTest::newRow("a folder around one that is moved")
            << template_(token,
                         "action: 'fs:rename', input: {files: [{from: '" + token + "/x', to: y}]}")
                   .file("skeleton/x/a", "1")
            << "q9z7"_ba << "q9z7"_ba << "******"_ba;
        QTest::newRow("a folder whose last file is deleted")
            << template_(token, "action: 'fs:delete', input: {files: ['" + token + "/zz/a']}")
                   .file("skeleton/zz/a", "1")
            << "q9z7"_ba << "q9z7/zz"_ba << "******/zz"_ba;
        QTest::newRow("a part of a secret that is several folders")
            << template_(token, "action: 'fs:rename', input: {files: [{from: q9z, to: y}]}")
                   .file("skeleton/f", "1")
                   .folder("skeleton/a")
            << "q9z/w/e/r/t"_ba << "y/w/e/r/t/a"_ba << "y/******"_ba;
    }

    void foldersThatStepsMoveAndEmptyAreMaskedAndRefused()
    {
        QFETCH(const SmallTemplate, made);
        QFETCH(const QByteArray, token);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, shown);
        const Plan plan = PlanBench(made, "{token: " + token + "}").plan();
        QVERIFY2(plan.folders.contains(path), plan.folders.join(' ').constData());
        QCOMPARE(plan.shownPath(path), shown);
        QVERIFY(plan.isBlocked());
        QVERIFY(codes(plan.problems).contains(u"secret.written"_s));
        const QString all = everythingShown(plan);
        QVERIFY2(!all.contains(QString::fromUtf8(token)), qPrintable(all));
    }

    void aFolderThatHasASecretsTextForANameIsRefused()
    {
        const SmallTemplate made = withSecret().folder("skeleton/hunter2secret");
        const Plan plan = PlanBench(made, "{token: hunter2secret}").plan();
        QCOMPARE(plan.folders, QByteArrayList{"hunter2secret"});
        QCOMPARE(codes(plan.problems), QStringList{u"secret.written"_s});
    }

    void linksAndTextsAreMaskedByWhereTheyComeFrom()
    {
        const SmallTemplate made(
            "{properties: {name: {}, pin: {type: string, 'ui:widget': password}}}",
            "[{action: 'fetch:template', input: {url: ./skeleton}}]",
            "{links: [{title: 'of ${{ parameters.name }}', url: 'https://x/${{ parameters.pin "
            "}}'}],"
            " text: [{content: 'is ${{ parameters.pin | upper }}'}, {content: 'plain p'}]}");
        const Plan plan
            = PlanBench(SmallTemplate(made).file("skeleton/a", "1"), "{name: p, pin: p}").plan();
        QCOMPARE(plan.links.size(), 1);
        QCOMPARE(plan.links.first().title, u"of p"_s);
        QCOMPARE(plan.links.first().url, u"https://x/******"_s);
        QCOMPARE(plan.texts, (QStringList{u"is ******"_s, u"plain p"_s}));
    }

    void anAcceptedFileIsWarnedOfAndRecorded_data()
    {
        QTest::addColumn<QByteArray>("templatePath");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("accepted");
        QTest::addColumn<QString>("recorded");
        QTest::newRow("by its path") << "f.env"_ba << "f.env"_ba << "f.env"_ba << u"f.env"_s;
        QTest::newRow("by its path, which is a secret")
            << "${{ values.t }}"_ba << "q9z7"_ba << "q9z7"_ba << u"******"_s;
        QTest::newRow("by how it is shown")
            << "${{ values.t }}"_ba << "q9z7"_ba << "******"_ba << u"******"_s;
    }

    void anAcceptedFileIsWarnedOfAndRecorded()
    {
        QFETCH(const QByteArray, templatePath);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, accepted);
        QFETCH(const QString, recorded);
        PlanBench bench(withSecret().file("skeleton/" + templatePath, "p=${{ values.t }}\n"),
                        "{name: orders, token: q9z7}");
        const Plan refused = bench.plan();
        QVERIFY(refused.isBlocked());
        const Problem error = fileOf(refused, path).change.problems.first();
        QVERIFY2(error.hint.contains(u"--accept-secret "), qPrintable(error.hint));
        bench.request.wishes.acceptedSecrets = {accepted};
        const Plan plan = bench.plan();
        QVERIFY(!plan.isBlocked());
        QCOMPARE(codes(plan.allProblems()), QStringList{u"secret.written"_s});
        QCOMPARE(plan.allProblems().first().severity, Severity::Warning);
        QVERIFY(fileOf(plan, path).isSecretAccepted);
        QVERIFY(fileOf(plan, path).dependsOnSecret);
        QVERIFY(fileOf(plan, path).change.isWritten());
        const ServiceRecord record = recordOf(plan);
        QCOMPARE(record.deviations.size(), 1);
        QCOMPARE(record.deviations.first().file, recorded);
        QCOMPARE(record.deviations.first().owner, u"Ada <ada@example.org>"_s);
        QVERIFY(!record.deviations.first().reason.isEmpty());
        QVERIFY(!everythingShown(plan).contains(u"q9z7"));
        QVERIFY(plan.hash != refused.hash);
    }

    void onlyTheFileThatIsNamedIsAccepted()
    {
        PlanBench bench(withSecret()
                            .file("skeleton/a", "${{ values.t }}")
                            .file("skeleton/b", "${{ values.t }}"),
                        "{name: orders, token: q9z7}");
        bench.request.wishes.acceptedSecrets = {"a"};
        const Plan plan = bench.plan();
        QVERIFY(plan.isBlocked());
        QCOMPARE(fileOf(plan, "a").change.problems.first().severity, Severity::Warning);
        QCOMPARE(fileOf(plan, "b").change.problems.first().severity, Severity::Error);
    }

    void theHashDependsOnWhatIsAcceptedWithoutARecordToo()
    {
        PlanBench bench(withSecret().file("skeleton/a", "${{ values.t }}"), "{token: q9z7}");
        bench.request.wishes.record = false;
        const QByteArray before = bench.plan().hash;
        bench.request.wishes.acceptedSecrets = {"a"};
        QVERIFY(bench.plan().hash != before);
        bench.request.wishes.acceptedSecrets = {"b"};
        QCOMPARE(bench.plan().hash, before);
    }

    void whatIsAcceptedInVainIsTold_data()
    {
        QTest::addColumn<QByteArray>("accepted");
        QTest::newRow("no such file") << "nosuch"_ba;
        QTest::newRow("a file without a secret") << "plain"_ba;
        QTest::newRow("the record") << ".waymark.yaml"_ba;
    }

    void whatIsAcceptedInVainIsTold()
    {
        QFETCH(const QByteArray, accepted);
        PlanBench bench(withSecret().file("skeleton/plain", "1"), "{token: q9z7}");
        bench.request.wishes.acceptedSecrets = {accepted};
        const Plan plan = bench.plan();
        QVERIFY(!plan.isBlocked());
        QCOMPARE(codes(plan.problems), QStringList{u"secret.accepted-in-vain"_s});
        QVERIFY(plan.problems.first().message.contains(QString::fromUtf8(accepted)));
        QVERIFY(recordOf(plan).deviations.isEmpty());
    }

    void aSecretThatConditionsSpellOutIsFound_data()
    {
        const QByteArray spelled
            = "{% for c in values.t %}{% for a in 'abcdefghijklmnopqrstuvwxyz0123456789' %}"
              "{% if a == c %}${{ a }}{% endif %}{% endfor %}{% endfor %}";
        QTest::addColumn<SmallTemplate>("made");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("in a file") << withSecret().file("skeleton/a", spelled) << "a"_ba;
        QTest::newRow("in a name")
            << withSecret().file("skeleton/" + spelled, "1") << "hunter2secret"_ba;
        QTest::newRow("in a text for people")
            << withSecret({},
                          "{text: [{content: \""
                              + QByteArray(spelled).replace("values.t", "secrets.token") + "\"}]}")
                   .file("skeleton/a", "${{ values.t }}")
            << "a"_ba;
    }

    void aSecretThatConditionsSpellOutIsFound()
    {
        QFETCH(const SmallTemplate, made);
        QFETCH(const QByteArray, path);
        const PlanBench bench(made, "{name: orders, token: hunter2secret}");
        const Plan plan = bench.plan();
        QVERIFY(plan.isBlocked());
        QCOMPARE(codes(fileOf(plan, path).change.problems), QStringList{u"secret.written"_s});
        QVERIFY(!fileOf(plan, path).rendered);
        QVERIFY2(!everythingShown(plan).contains(u"hunter2secret"),
                 qPrintable(everythingShown(plan)));
    }

    void whatASecretSpellsIsLookedForInEveryPlan()
    {
        PlanBench bench(withSecret().file("skeleton/a", "hunter2secret"), "{token: another-one}");
        PlanMemory memory;
        QVERIFY(!planned(bench, memory).isBlocked());
        bench.answer("{token: hunter2secret}");
        QVERIFY(planned(bench, memory).isBlocked());
    }

    void withoutACommitAFileIsOnlyWarnedOf()
    {
        PlanBench bench(withSecret().file("skeleton/a", "${{ values.t }}"), "{token: q9z7}");
        bench.request.wishes.commit = false;
        const Plan plain = bench.plan();
        QVERIFY(!plain.isBlocked());
        QCOMPARE(codes(plain.allProblems()), QStringList{u"secret.written"_s});
        bench.request.wishes.acceptedSecrets = {"a"};
        const Plan accepted = bench.plan();
        QCOMPARE(codes(accepted.allProblems()), QStringList{u"secret.written"_s});
        QVERIFY(recordOf(accepted).deviations.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestSecretFiles)
#include "tst_secretfiles.moc"
