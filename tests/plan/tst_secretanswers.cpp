#include "models/plan/secretanswers.h"

#include "models/base/json.h"
#include "models/plan/planjson.h"
#include "models/plan/planpatch.h"
#include "tests/catalog/copiertesting.h"
#include "tests/plan/planbench.h"
#include "tests/support/cookiecuttertemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::codes;
using testing::fileOf;
using testing::PlanBench;
using testing::recordOf;
using testing::SmallTemplate;

namespace {

constexpr auto canary = "hunter2canary";

/// A plan of a template of Copier with these questions, a sidecar and one file.
Plan copierPlan(const QByteArray &questions, const QByteArray &answers = "{}",
                const TemplateFile &file = {.path = "a.txt", .content = "a\n"},
                const PlanWishes &wishes = {})
{
    PlanBench bench{SmallTemplate()};
    LoadedTemplate &loaded = bench.request.loaded;
    loaded.entry.definition = testing::copierTemplate(questions);
    loaded.entry.definition.sidecar = Sidecar();
    loaded.tree = TemplateTree({file, {.path = "copier.yml", .content = questions}}, {});
    bench.request.render.form = Form(loaded.entry.definition.form, testing::answersOf(answers));
    bench.request.wishes = wishes;
    return bench.plan();
}

/// What anybody can read of a plan: the bytes of every file that is no error, its JSON and patch.
QByteArray readable(const Plan &plan)
{
    QByteArray all = toJson(toJsonMembers(plan)) + plan.message.toUtf8() + plan.branch.toUtf8();
    all += fileOf(plan, recordPath.toByteArray()).change.content;
    const auto patch = toPatch(plan);
    return all + (patch ? *patch : patch.error().toString().toUtf8());
}

} // namespace

class TestSecretAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsMadeOfASecretIsNotRecorded_data()
    {
        QTest::addColumn<QByteArray>("questions");
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QStringList>("secrets");
        const QByteArray password = "pw: {type: str, secret: true, default: hunter2canary}\n";
        const QStringList both{u"pw"_s, u"url"_s};
        QTest::newRow("its text") << password + "url: \"pg://u:{{ pw }}@h\"\n" << "{}"_ba << both;
        QTest::newRow("its capitals") << password + "url: \"{{ pw|upper }}\"\n" << "{}"_ba << both;
        QTest::newRow("by way of another")
            << password + "host: \"h-{{ pw|reverse }}\"\nurl: \"{{ host|upper }}\"\n"
            << "{}"_ba << QStringList{u"pw"_s, u"host"_s, u"url"_s};
        QTest::newRow("a short one")
            << "pw: {type: str, secret: true, default: q}\nurl: \"{{ pw }}\"\n"_ba << "{}"_ba
            << both;
        QTest::newRow("a secret that is given") << password + "url: \"x{{ pw }}\"\n"
                                                << "{pw: hunter2canary}"_ba << both;
        QTest::newRow("one that only holds the same text") << password + "url: x\n"
                                                           << "{url: 'x hunter2canary'}"_ba << both;
        QTest::newRow("in a list") << password + "url: {type: yaml, default: \"[{a: {{ pw }}}]\"}\n"
                                   << "{}"_ba << both;
        QTest::newRow("what is not made of it") << password + "url: \"{% if pw %}x{% endif %}\"\n"
                                                << "{}"_ba << QStringList{u"pw"_s};
        QTest::newRow("another answer in its place") << password + "url: \"x{{ pw }}\"\n"
                                                     << "{url: mine}"_ba << QStringList{u"pw"_s};
    }

    void whatIsMadeOfASecretIsNotRecorded()
    {
        QFETCH(const QByteArray, questions);
        QFETCH(const QByteArray, answers);
        QFETCH(const QStringList, secrets);
        const Plan plan = copierPlan("kind: lib\n" + questions, answers);
        QVERIFY2(!plan.isBlocked(), qPrintable(testing::told(plan.allProblems()).join(u'\n')));
        QCOMPARE(plan.secrets, secrets);
        const ServiceRecord record = recordOf(plan);
        QCOMPARE(record.secrets, secrets);
        QCOMPARE(record.answers.value(u"kind"_s), Value(u"lib"_s));
        for (const QString &secret : secrets) {
            QVERIFY(!record.answers.contains(secret));
            QVERIFY(!plan.answers.contains(secret));
        }
        const QByteArray all = readable(plan).toLower();
        QVERIFY2(!all.contains(canary), all.constData());
        QVERIFY2(!all.contains("yranac2retnuh"), all.constData());
    }

    void aDepartureTellsNoDefaultThatIsMadeOfASecret_data()
    {
        QTest::addColumn<QByteArray>("usual");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<Value>("golden");
        QTest::addColumn<Value>("value");
        const Value hidden(u"******"_s);
        QTest::newRow("the default")
            << "\"{{ pw|upper }}\""_ba << "mine"_ba << hidden << Value(u"mine"_s);
        QTest::newRow("the answer")
            << "other"_ba << "x-hunter2canary"_ba << Value(u"other"_s) << hidden;
        QTest::newRow("neither") << "other"_ba << "mine"_ba << Value(u"other"_s)
                                 << Value(u"mine"_s);
    }

    void aDepartureTellsNoDefaultThatIsMadeOfASecret()
    {
        QFETCH(const QByteArray, usual);
        QFETCH(const QByteArray, given);
        QFETCH(const Value, golden);
        QFETCH(const Value, value);
        const Plan plan = copierPlan(
            "pw: {type: str, secret: true, default: hunter2canary}\nurl: " + usual + '\n',
            "{url: " + given + "}");
        QCOMPARE(plan.deviations.size(), 1);
        QCOMPARE(plan.deviations.first().answer, u"url"_s);
        QCOMPARE(plan.deviations.first().golden, golden);
        QCOMPARE(plan.deviations.first().value, value);
        QVERIFY(!readable(plan).toLower().contains(canary));
    }

    void aFileOfAnswersThatWouldHoldOneIsRefused()
    {
        const Plan plan = copierPlan("pw: {type: str, secret: true, default: hunter2canary}\n"
                                     "url: \"u:{{ pw }}\"\n",
                                     "{}",
                                     {.path = "{{ _copier_conf.answers_file }}.jinja",
                                      .content = "{{ _copier_answers|to_nice_yaml }}"});
        const Change answers = fileOf(plan, ".copier-answers.yml").change;
        QVERIFY(answers.content.contains("url: u:hunter2canary"));
        QCOMPARE(codes(answers.problems), QStringList{u"secret.written"_s});
        QVERIFY(plan.isBlocked());
        QVERIFY(!readable(plan).contains(canary));
    }

    void aFileOfWhatCopierWasStartedWithHoldsTheSecret_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("its text") << "{{ _copier_conf.data.pw }}"_ba;
        QTest::newRow("its capitals") << "{{ _copier_conf.data.pw|upper }}"_ba;
        QTest::newRow("all of it") << "{{ _copier_conf.data|to_json|upper }}"_ba;
    }

    void aFileOfWhatCopierWasStartedWithHoldsTheSecret()
    {
        QFETCH(const QByteArray, content);
        const Plan plan
            = copierPlan("pw: {type: str, secret: true, default: x}\n", "{pw: hunter2canary}",
                         {.path = "a.jinja", .content = content});
        QCOMPARE(codes(fileOf(plan, "a").change.problems), QStringList{u"secret.written"_s});
        QVERIFY(!readable(plan).toLower().contains(canary));
    }

    void aRecordWithTheTextOfASecretIsRefused()
    {
        const QByteArray questions = "pw: {type: str, secret: true, default: hunter2canary}\n"
                                     "size: 1\n";
        PlanWishes wishes;
        wishes.reasons = {{u"size"_s, u"since it is hunter2canary"_s}};
        const Plan plan
            = copierPlan(questions, "{size: 2}", {.path = "a.txt", .content = "a\n"}, wishes);
        const PlannedFile record = fileOf(plan, recordPath.toByteArray());
        QCOMPARE(codes(record.change.problems), QStringList{u"secret.written"_s});
        QVERIFY(record.dependsOnSecret);
        QVERIFY(plan.isBlocked());
        wishes.reasons = {{u"size"_s, u"more room"_s}};
        QVERIFY(!copierPlan(questions, "{size: 2}", {.path = "a.txt", .content = "a\n"}, wishes)
                     .isBlocked());
    }

    void whatSpellsASecretInBackstageIsNotRecorded()
    {
        const Plan plan
            = PlanBench(SmallTemplate("{properties: {name: {}, note: {}, token: {'ui:field': "
                                      "Secret}}}")
                            .file("skeleton/a", "1"),
                        "{name: orders, note: 'it is hunter2canary', token: hunter2canary}")
                  .plan();
        QCOMPARE(plan.secrets, (QStringList{u"token"_s, u"note"_s}));
        QVERIFY(!plan.isBlocked());
        QVERIFY(!readable(plan).contains(canary));
    }

    /// Cookiecutter has no secret questions.
    void answersToCookiecutterAreAllRecorded()
    {
        const testing::CookiecutterTemplate made("{'name': 'n', 'password': 'hunter2canary'}");
        const Form form = made.form();
        QCOMPARE(secretAnswers(form, SecretMask(form)), QStringList());
    }
};

QTEST_APPLESS_MAIN(TestSecretAnswers)
#include "tst_secretanswers.moc"
