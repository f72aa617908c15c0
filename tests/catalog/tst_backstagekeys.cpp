#include "models/catalog/backstagekeys.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

#include <tuple>

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

/// A document whose keys are read, with what is told of them.
struct Reading
{
    explicit Reading(const QByteArray &yaml)
        : document(parseYamlDocument(yaml, {.file = u"t.yaml"_s}).value())
        , keys(document, problems)
    {
    }
    [[nodiscard]] QStringList told() const
    {
        QStringList lines;
        for (const Problem &problem : problems)
            lines += problem.headline();
        return lines;
    }

    YamlDocument document;
    QList<Problem> problems;
    BackstageKeys keys;
};

} // namespace

class TestBackstageKeys : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTextIsReadAsItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("told");
        QTest::newRow("text") << "name: orders\n"_ba << u"orders"_s << QStringList();
        QTest::newRow("a number") << "name: 1.10\n"_ba << u"1.10"_s << QStringList();
        QTest::newRow("a truth value") << "name: yes\n"_ba << u"yes"_s << QStringList();
        QTest::newRow("nothing") << "name:\n"_ba << QString()
                                 << QStringList{u"t.yaml:1:6: “name” is missing."_s};
        QTest::newRow("null") << "name: null\n"_ba << QString()
                              << QStringList{u"t.yaml:1:7: “name” is missing."_s};
        QTest::newRow("another key")
            << "nmae: x\n"_ba << QString() << QStringList{u"t.yaml:1:1: “name” is missing."_s};
        QTest::newRow("a list") << "name:\n  - a\n"_ba << QString()
                                << QStringList{u"t.yaml:2:3: “name” has to be text, not a list."_s};
        QTest::newRow("a map") << "name: {a: 1}\n"_ba << QString()
                               << QStringList{u"t.yaml:1:7: “name” has to be text, not a map."_s};
    }
    void aTextIsReadAsItIsWritten()
    {
        QFETCH(const QByteArray, yaml);
        Reading reading(yaml);
        QTEST(reading.keys.text(reading.document.root(), u"name"_s, BackstageKeys::Needed), "text");
        QTEST(reading.told(), "told");
    }

    void whatIsMissingIsShownAsItIsWritten_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("hint");
        QTest::newRow("name") << u"name"_s << u"Write, for example: name: my-service"_s;
        QTest::newRow("action") << u"action"_s << u"Write, for example: action: fetch:template"_s;
        QTest::newRow("another") << u"quux"_s << QString();
    }
    void whatIsMissingIsShownAsItIsWritten()
    {
        QFETCH(const QString, key);
        Reading reading("a: 1\n");
        std::ignore = reading.keys.text(reading.document.root(), key, BackstageKeys::Needed);
        QCOMPARE(reading.problems.size(), 1);
        QTEST(reading.problems.first().hint, "hint");
    }

    void whatIsNotNeededMayBeMissing()
    {
        Reading reading("a: 1\nn: null\n");
        const YamlNode &root = reading.document.root();
        QCOMPARE(reading.keys.text(root, u"b"_s), QString());
        QVERIFY(!reading.keys.map(root, u"n"_s));
        QVERIFY(!reading.keys.list(root, u"b"_s));
        QCOMPARE(reading.keys.texts(root, u"b"_s), QStringList());
        QCOMPARE(reading.told(), QStringList());
    }

    void mapsAndListsAreOnlyThat()
    {
        Reading reading("m: {x: 1}\nl: [a, 2, null, {b: c}]\nt: text\n");
        const YamlNode &root = reading.document.root();
        QVERIFY(reading.keys.map(root, u"m"_s)->find(u"x"));
        QCOMPARE(reading.keys.list(root, u"l"_s)->items().size(), 4);
        QCOMPARE(reading.keys.texts(root, u"l"_s), (QStringList{u"a"_s, u"2"_s, u"null"_s}));
        QVERIFY(!reading.keys.map(root, u"l"_s));
        QVERIFY(!reading.keys.list(root, u"t"_s));
        QCOMPARE(reading.told(),
                 (QStringList{u"t.yaml:2:4: “l” has to be a map, not a list."_s,
                              u"t.yaml:3:4: “t” has to be a list, not text."_s}));
        QCOMPARE(reading.problems.first().code, u"template.type"_s);
    }

    void aProblemStandsAtWhatIsNearest_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<SourcePosition>("place");
        QTest::newRow("what is there") << u"/a/0/b"_s << SourcePosition{2, 8};
        QTest::newRow("what is not") << u"/a/0/c/d"_s << SourcePosition{2, 5};
        QTest::newRow("an item that is not there") << u"/a/7"_s << SourcePosition{2, 3};
        QTest::newRow("nothing of it") << u"/z"_s << SourcePosition{1, 1};
        QTest::newRow("all of it") << QString() << SourcePosition{1, 1};
    }
    void aProblemStandsAtWhatIsNearest()
    {
        QFETCH(const QString, pointer);
        Reading reading("a:\n  - b: x\n");
        reading.keys.place(reading.document.root(), pointer, {.message = u"No."_s});
        QCOMPARE(reading.problems.size(), 1);
        QCOMPARE(reading.problems.first().file, u"t.yaml"_s);
        QTEST(*reading.problems.first().position, "place");
    }

    void allTextsInsideAreFound()
    {
        const Reading reading("a: x\nb: [y, {c: z, d: [1]}]\n");
        QCOMPARE(scalarTexts(reading.document.root()),
                 (QStringList{u"x"_s, u"y"_s, u"z"_s, u"1"_s}));
    }
};

QTEST_APPLESS_MAIN(TestBackstageKeys)
#include "tst_backstagekeys.moc"
