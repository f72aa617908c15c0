#include "models/plan/cruftrecord.h"

#include "models/plan/planner.h"
#include "models/yaml/yaml.h"
#include "tests/support/cookiecuttertemplate.h"
#include "tests/support/testing.h"

#include <algorithm>

using namespace waymark;
using namespace Qt::StringLiterals;
using waymark::testing::CookiecutterTemplate;

namespace {

const QString theirRecord = u"{\n"
                            "  \"template\": \"https://example.org/t.git\",\n"
                            "  \"commit\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\",\n"
                            "  \"checkout\": null,\n"
                            "  \"context\": {\n"
                            "    \"cookiecutter\": {\n"
                            "      \"name\": \"ü\",\n"
                            "      \"last\": \"ü!\",\n"
                            "      \"_list\": [],\n"
                            "      \"map\": {\n"
                            "        \"k\": \"ü\"\n"
                            "      },\n"
                            "      \"_template\": \"https://example.org/t.git\",\n"
                            "      \"_commit\": \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"\n"
                            "    }\n"
                            "  },\n"
                            "  \"directory\": \"sub\"\n"
                            "}\n"_s;

} // namespace

class TestCruftRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// The order and the layout are those of `cruft create`.
    void theRecordIsCrufts()
    {
        const CookiecutterTemplate made("{'name': 'ü', 'map': {'k': '{{ cookiecutter.name }}'}, "
                                        "'last': '{{ cookiecutter.name }}!', '_list': []}");
        const TemplateIdentity identity{.url = u"https://example.org/t.git"_s,
                                        .path = u"sub"_s,
                                        .ref = u"main"_s,
                                        .commit = QByteArray(40, 'a')};
        const auto record = toCruftRecord(made.loaded().entry.definition, made.form(), identity);
        QVERIFY(record);
        QCOMPARE(QString::fromUtf8(*record), theirRecord);
    }

    void ofWhatCruftKeepsNothingIsWrittenTwice_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArrayList>("declined");
        QTest::addColumn<QByteArray>("commit"); // of the template; empty: Cruft keeps nothing
        QTest::addColumn<QStringList>("keys"); // of our record
        const QByteArray commit(40, 'a');
        QTest::newRow("nothing is left to hold")
            << "x"_ba << QByteArrayList() << commit << QStringList();
        QTest::newRow("a deviation")
            << "x"_ba << QByteArrayList{"f"} << commit
            << QStringList{u"version"_s, u"seed"_s, u"rendered_at"_s, u"deviations"_s};
        QTest::newRow("random numbers")
            << "{{ random_ascii_string(4) }}"_ba << QByteArrayList() << commit
            << QStringList{u"version"_s, u"seed"_s, u"rendered_at"_s};
        QTest::newRow("random numbers by way of another filter")
            << "{{ [[1, 2]] | map('random') | first }}"_ba << QByteArrayList() << commit
            << QStringList{u"version"_s, u"seed"_s, u"rendered_at"_s};
        QTest::newRow("random numbers of what is included by a computed name")
            << "{% include cookiecutter.name ~ '.txt' %}"_ba << QByteArrayList() << commit
            << QStringList{u"version"_s, u"seed"_s, u"rendered_at"_s};
        QTest::newRow("random numbers that are not drawn")
            << "{% if cookiecutter.name == 'x' %}{{ random_ascii_string(4) }}{% endif %}"_ba
            << QByteArrayList() << commit << QStringList();
        QTest::newRow("no record of Cruft")
            << "x"_ba << QByteArrayList() << QByteArray()
            << QStringList{u"version"_s, u"template"_s, u"answers"_s, u"seed"_s, u"rendered_at"_s};
    }

    void ofWhatCruftKeepsNothingIsWrittenTwice()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArrayList, declined);
        QFETCH(const QByteArray, commit);
        QFETCH(const QStringList, keys);
        CookiecutterTemplate made("{'name': 'n'}");
        made.made("f", content).made("g", "g");
        made.file("templates/n.txt", "{{ random_ascii_string(12) }}");
        const PlanRequest request{
            .loaded = made.loaded(),
            .identity = {.name = u"t"_s, .url = u"https://example.org/t"_s, .commit = commit},
            .render = {.form = made.form(), .now = QDateTime::fromSecsSinceEpoch(0), .seed = "9f"},
            .wishes = {.commit = false, .declined = declined}};
        const Plan plan = makePlan(request, render(request.loaded, request.render), {});
        QMap<QByteArray, QByteArray> contents;
        for (const PlannedFile &file : plan.files)
            contents.insert(file.change.path, file.change.content);
        QCOMPARE(contents.contains(".cruft.json"), !commit.isEmpty());
        QCOMPARE(contents.contains(".waymark.yaml"), !keys.isEmpty());
        const auto record = parseYamlValue(contents.value(".waymark.yaml"));
        QCOMPARE(record && record->toMap() ? record->toMap()->keys() : QStringList(), keys);
    }

    void aRecordBesideAnotherIsAServiceToo()
    {
        CookiecutterTemplate made("{'name': 'n'}");
        made.made("f", "x");
        const PlanRequest request{
            .loaded = made.loaded(),
            .identity = {.name = u"t"_s},
            .render = {.form = made.form(), .now = QDateTime::fromSecsSinceEpoch(0), .seed = "9f"},
            .wishes = {.commit = false}};
        DestinationSnapshot there{.kind = DestinationKind::FreshClone};
        there.entries.insert(".waymark.yaml",
                             {.type = SnapshotEntry::Type::File,
                              .mode = FileMode::Regular,
                              .content = "version: 1\nseed: 9f\n"});
        const Plan plan = makePlan(request, render(request.loaded, request.render), there);
        const auto isTold = [](const Problem &problem) {
            return problem.message == u"A service is here already."_s;
        };
        QCOMPARE(std::ranges::count_if(plan.problems, isTold), 1);
    }

    void whatCruftCouldNotFetchHasNone()
    {
        const CookiecutterTemplate made("{'name': 'n'}");
        const Template definition = made.loaded().entry.definition;
        QVERIFY(!toCruftRecord(definition, made.form(), {.name = u"n"_s}));
        QVERIFY(!toCruftRecord(definition, made.form(), {.url = u"https://example.org"_s}));
        QVERIFY(!toCruftRecord(Template(), made.form(),
                               {.url = u"u"_s, .commit = QByteArray(40, 'a')}));
    }
};

QTEST_MAIN(TestCruftRecord)

#include "tst_cruftrecord.moc"
