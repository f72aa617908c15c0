#include "models/plan/record.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr auto commit = "0123456789abcdef0123456789abcdef01234567";
constexpr auto tree = "fedcba9876543210fedcba9876543210fedcba98";

ServiceRecord fullRecord()
{
    return {.made = {.name = u"go-service"_s,
                     .url = u"https://git.example.org/platform/templates.git"_s,
                     .path = u"go-service"_s,
                     .ref = u"v3.4.0"_s,
                     .commit = commit,
                     .tree = tree},
            .answers = {{u"name"_s, u"orders"_s},
                        {u"port"_s, 8080},
                        {u"ratio"_s, 1.0},
                        {u"public"_s, false},
                        {u"owners"_s, List{u"ada"_s, u"grace"_s}},
                        {u"limits"_s, Map{{u"memory"_s, u"256Mi"_s}, {u"cpu"_s, nullptr}}}},
            .secrets = {u"database_password"_s},
            .seed = "9f2c",
            .renderedAt = QDateTime({2026, 11, 24}, {10, 0}, QTimeZone::UTC),
            .deviations = {{.answer = u"memory"_s,
                            .file = {},
                            .golden = u"256MiB"_s,
                            .value = u"512MiB"_s,
                            .reason = u"large exports"_s,
                            .owner = u"Ada <ada@example.org>"_s,
                            .since = QDate(2026, 11, 24),
                            .expires = QDate(2027, 5, 24)},
                           {.answer = {},
                            .file = u"README.md"_s,
                            .golden = {},
                            .value = {},
                            .reason = u"It was there before."_s,
                            .owner = {},
                            .since = QDate(2026, 11, 24),
                            .expires = {}}}};
}

/// The smallest text that is a record.
const QByteArray smallest = "version: 1\n";

QByteArray lineOf(const QByteArray &text, const QByteArray &start)
{
    for (const QByteArray &line : text.split('\n')) {
        if (line.startsWith(start))
            return line;
    }
    return {};
}

} // namespace

class TestRecord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFileIsWrittenForPeople()
    {
        QCOMPARE(QString::fromUtf8(toRecordFile(fullRecord())),
                 u"# How this service was made: from which template, with which answers. Waymark "
                 u"reads this.\n"
                 "version: 1\n"
                 "template:\n"
                 "  name: go-service\n"
                 "  url: https://git.example.org/platform/templates.git\n"
                 "  path: go-service\n"
                 "  ref: v3.4.0\n"
                 "  commit: 0123456789abcdef0123456789abcdef01234567\n"
                 "  tree: fedcba9876543210fedcba9876543210fedcba98\n"
                 "answers:\n"
                 "  name: orders\n"
                 "  port: 8080\n"
                 "  ratio: 1.0\n"
                 "  public: false\n"
                 "  owners:\n"
                 "    - ada\n"
                 "    - grace\n"
                 "  limits:\n"
                 "    memory: 256Mi\n"
                 "    cpu: null\n"
                 "secrets:\n"
                 "  - database_password\n"
                 "seed: 9f2c\n"
                 "rendered_at: \"2026-11-24T10:00:00Z\"\n"
                 "deviations:\n"
                 "  - answer: memory\n"
                 "    golden: 256MiB\n"
                 "    value: 512MiB\n"
                 "    reason: large exports\n"
                 "    owner: Ada <ada@example.org>\n"
                 "    since: \"2026-11-24\"\n"
                 "    expires: \"2027-05-24\"\n"
                 "  - file: README.md\n"
                 "    reason: It was there before.\n"
                 "    since: \"2026-11-24\"\n"_s);
    }

    void whatIsWrittenIsReadBack()
    {
        const ServiceRecord record = fullRecord();
        const auto read = readRecord(toRecordFile(record), u".waymark.yaml"_s);
        VERIFY_RESULT(read);
        QCOMPARE(read->made, record.made);
        QCOMPARE(Value(read->answers), Value(record.answers));
        QCOMPARE(read->deviations, record.deviations);
        QVERIFY(*read == record);
    }

    void whatIsNotThereIsNotWritten()
    {
        const ServiceRecord record{.made = {.name = u"x"_s},
                                   .answers = {},
                                   .secrets = {},
                                   .seed = "0",
                                   .renderedAt = QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC),
                                   .deviations = {}};
        const QByteArray text = toRecordFile(record);
        for (const char *key : {"url", "path", "ref", "commit", "tree", "secrets", "deviations"})
            QVERIFY2(!text.contains(QByteArray(key) + ':'), key);
        const auto read = readRecord(text, u"r"_s);
        VERIFY_RESULT(read);
        QVERIFY(*read == record);
    }

    void besideAnotherRecordOnlyWhatThatCannotHoldIsWritten()
    {
        ServiceRecord record = fullRecord();
        record.deviations.removeFirst();
        record.isBeside = true;
        const QByteArray text = toRecordFile(record);
        QCOMPARE(QString::fromUtf8(text),
                 u"# How this service was made: from which template, with which answers. Waymark "
                 u"reads this.\n"
                 "version: 1\n"
                 "seed: 9f2c\n"
                 "rendered_at: \"2026-11-24T10:00:00Z\"\n"
                 "deviations:\n"
                 "  - file: README.md\n"
                 "    reason: It was there before.\n"
                 "    since: \"2026-11-24\"\n"_s);
        const auto read = readRecord(text, u".waymark.yaml"_s);
        VERIFY_RESULT(read);
        QVERIFY(read->isBeside);
        QVERIFY(read->answers.isEmpty());
        QCOMPARE(read->deviations, record.deviations);
    }

    void anAnswerKeepsItsType_data()
    {
        QTest::addColumn<Value>("answer");
        QTest::newRow("text") << Value(u"orders"_s);
        QTest::newRow("empty text") << Value(QString(u""_s));
        QTest::newRow("text like a number") << Value(u"8080"_s);
        QTest::newRow("text like an octal number") << Value(u"0755"_s);
        QTest::newRow("text like a float") << Value(u"1e3"_s);
        QTest::newRow("text like YAML 1.1's truth") << Value(u"yes"_s);
        QTest::newRow("text like truth") << Value(u"true"_s);
        QTest::newRow("text like nothing") << Value(u"null"_s);
        QTest::newRow("a tilde") << Value(u"~"_s);
        QTest::newRow("text like a date") << Value(u"2026-11-24"_s);
        QTest::newRow("text like minutes") << Value(u"1:30"_s);
        QTest::newRow("text of several lines") << Value(u"a\n  b\n\nc\n"_s);
        QTest::newRow("text without final line end") << Value(u"a\nb"_s);
        QTest::newRow("text with blanks around") << Value(u"  a  "_s);
        QTest::newRow("a hash") << Value(u"a # b"_s);
        QTest::newRow("a colon") << Value(u"a: b"_s);
        QTest::newRow("a template") << Value(u"${{ x }}"_s);
        QTest::newRow("quotes") << Value(u"'\"\\"_s);
        QTest::newRow("a control") << Value(u"a\tb\u0001"_s);
        QTest::newRow("beyond the first plane") << Value(u"🦀 ü"_s);
        QTest::newRow("integer") << Value(8080);
        QTest::newRow("zero") << Value(0);
        QTest::newRow("negative") << Value(-1);
        QTest::newRow("float without fraction") << Value(1.0);
        QTest::newRow("float") << Value(0.1);
        QTest::newRow("large float") << Value(1e300);
        QTest::newRow("true") << Value(true);
        QTest::newRow("false") << Value(false);
        QTest::newRow("nothing") << Value(nullptr);
        QTest::newRow("empty list") << Value(List());
        QTest::newRow("empty map") << Value(Map());
        QTest::newRow("list of lists") << Value(List{List{1, 2}, List{u"3"_s}});
        QTest::newRow("map of maps") << Value(Map{{u"b"_s, Map{{u"a"_s, 1}}}, {u"a"_s, 2}});
    }

    void anAnswerKeepsItsType()
    {
        QFETCH(const Value, answer);
        ServiceRecord record = fullRecord();
        record.answers = {{u"first"_s, 1}, {u"answer"_s, answer}, {u"last"_s, 2}};
        const auto read = readRecord(toRecordFile(record), u"r"_s);
        VERIFY_RESULT(read);
        QCOMPARE(read->answers.value(u"answer"), answer);
        QCOMPARE(read->answers.keys(), (QStringList{u"first"_s, u"answer"_s, u"last"_s}));
    }

    void aLargeIntegerKeepsItsDigits()
    {
        const auto digits = u"123456789012345678901234567890"_s;
        const auto value = parseYamlValue("answer: " + digits.toLatin1() + '\n');
        VERIFY_RESULT(value);
        ServiceRecord record = fullRecord();
        record.answers = *value->toMap();
        const QByteArray text = toRecordFile(record);
        QCOMPARE(lineOf(text, "  answer"), "  answer: " + digits.toLatin1());
        const auto read = readRecord(text, u"r"_s);
        VERIFY_RESULT(read);
        QCOMPARE(Value(read->answers), *value);
    }

    void answersKeepTheirOrder()
    {
        ServiceRecord record = fullRecord();
        record.answers = {{u"zebra"_s, 1}, {u"10"_s, 2}, {u"apple"_s, 3}, {u"2"_s, 4}};
        const auto read = readRecord(toRecordFile(record), u"r"_s);
        VERIFY_RESULT(read);
        QCOMPARE(read->answers.keys(), (QStringList{u"zebra"_s, u"10"_s, u"apple"_s, u"2"_s}));
    }

    void namesThatLookLikeOtherTypesStayNames()
    {
        ServiceRecord record = fullRecord();
        record.answers = {{u"yes"_s, 1}, {u"null"_s, 2}, {u"1"_s, 3}, {u"a: b"_s, 4}};
        record.seed = "12345678";
        record.made.ref = u"1.10"_s;
        const auto read = readRecord(toRecordFile(record), u"r"_s);
        VERIFY_RESULT(read);
        QCOMPARE(Value(read->answers), Value(record.answers));
        QCOMPARE(read->seed, record.seed);
        QCOMPARE(read->made.ref, record.made.ref);
    }

    void theClockIsWrittenAsItWas_data()
    {
        QTest::addColumn<QDateTime>("time");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole seconds")
            << QDateTime({2026, 1, 2}, {3, 4, 5}, QTimeZone::UTC) << u"2026-01-02T03:04:05Z"_s;
        QTest::newRow("milliseconds") << QDateTime({2026, 1, 2}, {3, 4, 5, 60}, QTimeZone::UTC)
                                      << u"2026-01-02T03:04:05.060Z"_s;
        QTest::newRow("another zone")
            << QDateTime({2026, 1, 2}, {3, 4, 5}, QTimeZone::fromSecondsAheadOfUtc(5400))
            << u"2026-01-02T01:34:05Z"_s;
        QTest::newRow("the epoch")
            << QDateTime::fromSecsSinceEpoch(0, QTimeZone::UTC) << u"1970-01-01T00:00:00Z"_s;
    }

    void theClockIsWrittenAsItWas()
    {
        QFETCH(const QDateTime, time);
        QFETCH(const QString, text);
        QCOMPARE(timeText(time), text);
        ServiceRecord record = fullRecord();
        record.renderedAt = time;
        const QByteArray file = toRecordFile(record);
        QCOMPARE(lineOf(file, "rendered_at"), "rendered_at: \"" + text.toLatin1() + '"');
        const auto read = readRecord(file, u"r"_s);
        VERIFY_RESULT(read);
        QCOMPARE(read->renderedAt, time);
    }

    void aRecordOfALaterVersionIsReadAsFarAsItIsUnderstood()
    {
        const auto read = readRecord("version: 7\n"
                                     "template: {name: go-service, tree: abc, kind: new}\n"
                                     "answers: {name: orders}\n"
                                     "fleet: {ring: 3}\n"
                                     "seed: {hex: 9f2c}\n"
                                     "deviations: [{answer: memory, approved: yes}, none]\n",
                                     u"r"_s);
        VERIFY_RESULT(read);
        QCOMPARE(read->version, 7);
        QCOMPARE(read->made.name, u"go-service"_s);
        QCOMPARE(read->made.tree, QByteArray("abc"));
        QCOMPARE(read->answers.value(u"name"), Value(u"orders"_s));
        QCOMPARE(read->seed, QByteArray());
        QCOMPARE(read->deviations.size(), 1);
        QCOMPARE(read->deviations.first().answer, u"memory"_s);
    }

    void theSmallestRecordIsRead()
    {
        const auto read = readRecord(smallest, u"r"_s);
        VERIFY_RESULT(read);
        QCOMPARE(read->version, 1);
        QVERIFY(read->answers.isEmpty());
        QVERIFY(!read->renderedAt.isValid());
    }

    void aBrokenRecordIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("headline");
        const QString noVersion
            = u"This is no service record: its “version” must be a whole number from 1 on."_s;
        QTest::newRow("nothing") << ""_ba
                                 << u"r:1:1: This is no service record: it must be a map, not "
                                    "nothing."_s;
        QTest::newRow("a list") << "\n- version: 1\n"_ba
                                << u"r:2:1: This is no service record: it must be a map, not a "
                                   "list."_s;
        QTest::newRow("text") << "# x\n  hello\n"_ba
                              << u"r:2:3: This is no service record: it must be a map, not text."_s;
        QTest::newRow("no version") << "answers: {}\n"_ba << u"r:1:1: "_s + noVersion;
        QTest::newRow("a version that is text")
            << "answers: {}\nversion: one\n"_ba << u"r:2:10: "_s + noVersion;
        QTest::newRow("a quoted version") << "version: '1'\n"_ba << u"r:1:10: "_s + noVersion;
        QTest::newRow("version 0") << "version: 0\n"_ba << u"r:1:10: "_s + noVersion;
        QTest::newRow("a negative version") << "version: -1\n"_ba << u"r:1:10: "_s + noVersion;
        QTest::newRow("a fraction") << "version: 1.5\n"_ba << u"r:1:10: "_s + noVersion;
        QTest::newRow("a version without end")
            << "version: 99999999999999999999\n"_ba << u"r:1:10: "_s + noVersion;
    }

    void aBrokenRecordIsRefusedWithItsPlace()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const QString, headline);
        const auto read = readRecord(text, u"r"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().problem.headline(), headline);
        QCOMPARE(read.error().problem.code, u"record.unreadable"_s);
        QVERIFY(read.error().problem.hint.contains(u"git log -- .waymark.yaml"));
    }

    void whatIsNoYamlIsRefusedWithItsPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::newRow("an open quote") << "version: 1\nanswers: {name: \"orders}\n"_ba << 2;
        QTest::newRow("a tab") << "version: 1\nanswers:\n\tname: x\n"_ba << 3;
        QTest::newRow("a key twice") << "version: 1\nversion: 2\n"_ba << 2;
        QTest::newRow("marks of a conflict") << "version: 1\n<<<<<<< HEAD\nseed: 1\n"_ba << 2;
        QTest::newRow("two documents") << "version: 1\n---\nversion: 1\n"_ba << 2;
        QTest::newRow("no UTF-8") << "version: 1\nanswers: {name: \xff}\n"_ba << 2;
    }

    void whatIsNoYamlIsRefusedWithItsPlace()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, line);
        const auto read = readRecord(text, u"folder/.waymark.yaml"_s);
        QVERIFY(!read);
        QCOMPARE(read.error().problem.file, u"folder/.waymark.yaml"_s);
        QVERIFY(read.error().problem.position);
        QVERIFY2(std::abs(read.error().problem.position->line - line) <= 1,
                 qPrintable(read.error().toString()));
    }

    void whatHasTheWrongTypeIsLeftEmpty()
    {
        const auto read = readRecord("version: 1\ntemplate: go\nanswers: [1]\nsecrets: a\n"
                                     "seed: 9\nrendered_at: noon\ndeviations: {}\n",
                                     u"r"_s);
        VERIFY_RESULT(read);
        QCOMPARE(read->made, TemplateIdentity());
        QVERIFY(read->answers.isEmpty());
        QVERIFY(read->secrets.isEmpty());
        QVERIFY(!read->renderedAt.isValid());
        QVERIFY(read->deviations.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestRecord)
#include "tst_record.moc"
