#include "models/plan/iterations.h"

#include "models/base/javascriptdata.h"
#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using jinja::TaggedValue;
using testing::SmallTemplate;

namespace {

/// "key=JSON" of each entry.
QStringList pictureOfEntries(const TaggedValue &value)
{
    QStringList lines;
    for (const auto &[key, item] : entriesOf(value))
        lines += key.scalar().textOr(u"?"_s) + u'='
            + QString::fromUtf8(toJavaScriptJson(item.toValue()));
    return lines;
}

/// What the steps' files hold: one that is written for each of `each`, named by its key.
QStringList filesForEach(const QByteArray &each, const QByteArray &answers = "{}")
{
    const Rendering rendering
        = SmallTemplate("{properties: {list: {type: array}, map: {type: object}, text: {}}}",
                        "[{action: 'roadiehq:utils:fs:write', each: " + each
                            + ", input: {path: 'f${{ each.key }}', content: '${{ each.value | "
                              "dump }}'}}]")
              .rendered(answers);
    QStringList lines;
    for (const RenderedFile &file : rendering.files)
        lines += QString::fromUtf8(file.path + '=' + file.content);
    return lines + testing::problemsOf(rendering);
}

} // namespace

class TestIterations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueHasEntriesAsInJavaScript_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<QStringList>("entries");
        QTest::newRow("nothing") << Value() << QStringList();
        QTest::newRow("a number") << Value(12) << QStringList();
        QTest::newRow("truth") << Value(true) << QStringList();
        QTest::newRow("no text") << Value(QString()) << QStringList();
        QTest::newRow("no item") << Value(List()) << QStringList();
        QTest::newRow("no entry") << Value(Map()) << QStringList();
        QTest::newRow("a list") << Value(List{u"a"_s, Value(), List{1}})
                                << QStringList{u"0=\"a\""_s, u"1=null"_s, u"2=[1]"_s};
        QTest::newRow("a map") << Value(Map{{u"b"_s, 1}, {u"a"_s, Map{{u"c"_s, Value()}}}})
                               << QStringList{u"b=1"_s, u"a={\"c\":null}"_s};
        QTest::newRow("keys that are whole numbers come first, by size")
            << Value(Map{{u"b"_s, 1}, {u"10"_s, 2}, {u"9"_s, 3}, {u"09"_s, 4}, {u"-1"_s, 5}})
            << QStringList{u"9=3"_s, u"10=2"_s, u"b=1"_s, u"09=4"_s, u"-1=5"_s};
        QTest::newRow("an empty key") << Value(Map{{QString(), 1}}) << QStringList{u"=1"_s};
        QTest::newRow("text") << Value(u"ab"_s) << QStringList{u"0=\"a\""_s, u"1=\"b\""_s};
        QTest::newRow("text beyond the basic plane has two units a character")
            << Value(u"😀"_s) << QStringList{u"0=\"\\ud83d\""_s, u"1=\"\\ude00\""_s};
    }

    void aValueHasEntriesAsInJavaScript()
    {
        QFETCH(const Value, value);
        QTEST(pictureOfEntries(value), "entries");
    }

    void whatHasNoValueIsLeftOutOfAMapOnly()
    {
        const TaggedValue none = TaggedValue::undefined();
        QVERIFY(entriesOf(none).isEmpty());
        QCOMPARE(pictureOfEntries(TaggedValue::fromMap({{u"a"_s, none}, {u"b"_s, Value(1)}})),
                 QStringList{u"b=1"_s});
        QCOMPARE(entriesOf(TaggedValue::fromList({none, Value(1)})).size(), 2);
    }

    void entriesKnowWhereTheyComeFrom_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<jinja::Sources>("key");
        const jinja::Sources byData{{u"q"_s}, {}};
        const jinja::Sources byControl{{}, {u"q"_s}};
        QTest::newRow("of a map the keys are text of the answer")
            << Value(Map{{u"a"_s, 1}}) << byData;
        QTest::newRow("of a list the answer decides how many there are")
            << Value(List{1}) << byControl;
        QTest::newRow("of a text too") << Value(u"a"_s) << byControl;
    }

    void entriesKnowWhereTheyComeFrom()
    {
        QFETCH(const Value, value);
        QFETCH(const jinja::Sources, key);
        const auto entries = entriesOf(TaggedValue::answer(u"q"_s, value));
        QCOMPARE(entries.size(), 1);
        QCOMPARE(entries.first().first.sources(), key);
        QCOMPARE(entries.first().second.sources().data, QStringList{u"q"_s});
    }

    void itemsKeepWhatTheyAloneComeFrom()
    {
        TaggedValue own{u"x"_s};
        own.addSources({{u"own"_s}, {}});
        const auto entries = entriesOf(TaggedValue::fromList({own, Value(1)}, {{u"shape"_s}, {}}));
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries.first().second.sources().data, QStringList{u"own"_s});
        QVERIFY(entries.last().second.sources().isEmpty());
        for (const auto &entry : entries)
            QCOMPARE(entry.first.sources().control, QStringList{u"shape"_s});
    }

    void aStepRunsForEachEntry_data()
    {
        QTest::addColumn<QByteArray>("each");
        QTest::addColumn<QByteArray>("answers");
        QTest::addColumn<QStringList>("files");
        const auto row
            = [](const char *name, const QByteArray &each, const QByteArray &answers,
                 const QStringList &files) { QTest::newRow(name) << each << answers << files; };
        row("a list of the template", "[a, 2]", "{}", {u"f0=\"a\""_s, u"f1=2"_s});
        row("a map of the template", "{x: 1, y: [2]}", "{}", {u"fx=1"_s, u"fy=[2]"_s});
        row("numbers for keys", "{b: 1, '2': 2, '1': 3}", "{}", {u"f1=3"_s, u"f2=2"_s, u"fb=1"_s});
        row("an answered list", "'${{ parameters.list }}'", "{list: [a, b]}",
            {u"f0=\"a\""_s, u"f1=\"b\""_s});
        row("an answered map", "'${{ parameters.map }}'", "{map: {k: v}}", {u"fk=\"v\""_s});
        row("an answer that is not there", "'${{ parameters.list }}'", "{}", {});
        row("an empty one", "'${{ parameters.list }}'", "{list: []}", {});
        row("made by the template", "'${{ range(1, 3) }}'", "{}", {u"f0=1"_s, u"f1=2"_s});
        row("items that an answer is in", "['${{ parameters.text }}', b]", "{text: a}",
            {u"f0=\"a\""_s, u"f1=\"b\""_s});
    }

    void aStepRunsForEachEntry()
    {
        QFETCH(const QByteArray, each);
        QFETCH(const QByteArray, answers);
        QTEST(filesForEach(each, answers), "files");
    }
};

QTEST_APPLESS_MAIN(TestIterations)
#include "tst_iterations.moc"
