#include "models/plan/draft.h"

#include "tests/support/testing.h"

#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

Draft full()
{
    Draft draft;
    draft.name = u"Größe “1”"_s;
    draft.of = {.id = u"go-service"_s,
                .title = u"Go HTTP service"_s,
                .source = u"built-in"_s,
                .folder = u"/usr/share/waymark/templates"_s,
                .tree = "0123456789abcdef0123456789abcdef01234567"};
    draft.answers = {{u"name"_s, u"orders"_s},
                     {u"size"_s, *Integer::parse("123456789012345678901234567890")},
                     {u"ratio"_s, 1.0},
                     {u"list"_s, List{1, u"a"_s, Value()}}};
    draft.typed = {{{u"port"_s}, {u"80a"_s}}, {{u"data/base"_s, u"0"_s, u"~x"_s}, {u"1"_s, u""_s}}};
    draft.reasons = {{u"memory"_s, u"Large exports\nand more"_s}};
    draft.declined = {"deploy/a b.yaml", "caf\xe9", "100%"};
    draft.destination = u"/home/ada/orders"_s;
    draft.branch = u"add-orders"_s;
    draft.message = u"Create orders\n\nBecause."_s;
    draft.commits = false;
    draft.page = 2;
    draft.saved = QDateTime({2026, 11, 24}, {10, 0, 1, 250}, QTimeZone::UTC);
    return draft;
}

} // namespace

class TestDraft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostInTheFile()
    {
        const auto read = parseDraft(toJson(full()), u"a.json"_s);
        VERIFY_RESULT(read);
        QCOMPARE(read->answers.keys(), full().answers.keys());
        QVERIFY(*read == full());
    }

    void aDraftThatHasOnlyBegunIsWhole()
    {
        Draft draft;
        draft.of.id = u"go-service"_s;
        const auto read = parseDraft(toJson(draft), u"a.json"_s);
        VERIFY_RESULT(read);
        QVERIFY(*read == draft);
    }

    void theFileCanBeReadByPeople()
    {
        const QByteArray json = toJson(full());
        QVERIFY(json.contains("\"name\": \"Größe “1”\""));
        QVERIFY(json.contains("\"deploy/a b.yaml\""));
        QVERIFY(json.contains("\"saved\": \"2026-11-24T10:00:01.250Z\""));
        QVERIFY(json.endsWith("}\n"));
    }

    void whatIsDamagedIsAProblem_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("words");
        const QByteArray whole = toJson(full());
        const auto row = [](const char *name, const QByteArray &json, const QString &words) {
            QTest::newRow(name) << json << words;
        };
        row("empty", "", u"cannot be read"_s);
        row("cut off", whole.first(whole.size() / 2), u"cannot be read"_s);
        row("no map", "[]", u"it is damaged"_s);
        row("no template", "{\"version\": 1, \"page\": 0, \"commits\": true}", u"it is damaged"_s);
        row("a number in the place of a text", QByteArray(whole).replace("\"add-orders\"", "7"),
            u"it is damaged"_s);
        row("a text in the place of a number",
            QByteArray(whole).replace("\"page\": 2", "\"page\": \"2\""), u"it is damaged"_s);
        row("a text in the place of a map",
            QByteArray(whole).replace("\"reasons\": {", "\"reasons\": 1, \"x\": {"),
            u"it is damaged"_s);
        row("a path that is none", QByteArray(whole).replace("\"/port\"", "\"port\""),
            u"it is damaged"_s);
        row("a later version", QByteArray(whole).replace("\"version\": 1", "\"version\": 2"),
            u"a later Waymark wrote it"_s);
    }

    void whatIsDamagedIsAProblem()
    {
        QFETCH(const QByteArray, json);
        QFETCH(const QString, words);
        const auto read = parseDraft(json, u"/drafts/a.json"_s);
        QVERIFY(!read);
        const Problem &problem = read.error().problem;
        QCOMPARE(problem.code, u"draft.unreadable"_s);
        QVERIFY2(problem.message.contains(words), qPrintable(problem.message));
        QCOMPARE(problem.file, u"/drafts/a.json"_s);
        QVERIFY(!problem.hint.isEmpty());
    }

    void anyCutOfAFileIsNoticed()
    {
        const QByteArray whole = toJson(full());
        for (qsizetype size = 0; size < whole.size() - 2; ++size)
            QVERIFY(!parseDraft(whole.first(size), u"a.json"_s));
    }
};

QTEST_GUILESS_MAIN(TestDraft)
#include "tst_draft.moc"
