#include "models/base/json.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

YamlDocument parsed(const QByteArray &yaml)
{
    const Result<YamlDocument> document = parseYamlDocument(yaml, {.file = u"t.yaml"_s});
    return document ? *document : *parseYamlDocument("");
}

QString placeOf(const YamlNode *node)
{
    if (!node)
        return u"nowhere"_s;
    return u"%1:%2"_s.arg(node->position().line).arg(node->position().column);
}

} // namespace

class TestYamlNode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyNodeHasItsPlace_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QString>("place");
        const auto row
            = [](const char *name, const QByteArray &yaml, const QString &pointer,
                 const QString &place) { QTest::newRow(name) << yaml << pointer << place; };
        row("the root", "\n  a: 1\n", u""_s, u"2:3"_s);
        row("a value", "a: 1\nbb:  2\n", u"/bb"_s, u"2:6"_s);
        row("behind letters of two bytes", "ééé: 2\n", u"/ééé"_s, u"1:6"_s);
        row("behind a character of two units", "- {😀: x, b: 2}\n", u"/0/b"_s, u"1:14"_s);
        row("an item", "a:\n- x\n-   y\n", u"/a/1"_s, u"3:5"_s);
        row("a list", "a:\n  - x\n", u"/a"_s, u"2:3"_s);
        row("a list no deeper than its key", "a:\n- x\n", u"/a"_s, u"2:1"_s);
        row("a map in a list", "- a: 1\n  b: 2\n", u"/0"_s, u"1:3"_s);
        row("in brackets", "a: [1, [2,  3]]\n", u"/a/1/1"_s, u"1:13"_s);
        row("a quoted text begins at its quote", "a:  \"x\"\n", u"/a"_s, u"1:5"_s);
        row("a literal begins at its sign", "a: |\n  x\n", u"/a"_s, u"1:4"_s);
        row("behind tag and anchor", "a: !t &x 1\n", u"/a"_s, u"1:10"_s);
        row("an alias stands where it is written", "a: &x 1\nb: *x\n", u"/b"_s, u"2:4"_s);
        row("below an alias, where the anchor is", "a: &x {c: 1}\nb: *x\n", u"/b/c"_s, u"1:11"_s);
        row("a value that is not there, behind its colon", "a:\nb: 1\n", u"/a"_s, u"1:3"_s);
        row("on Windows", "a: 1\r\nb: 2\r\n", u"/b"_s, u"2:4"_s);
        row("a key with a slash", "a/b: {c~d: 1}\n", u"/a~1b/c~0d"_s, u"1:12"_s);
        row("a key that is not there", "a: 1\n", u"/b"_s, u"nowhere"_s);
        row("an item that is not there", "[1]", u"/1"_s, u"nowhere"_s);
        row("an item that is no number", "[1]", u"/x"_s, u"nowhere"_s);
        row("below a text", "a: 1\n", u"/a/b"_s, u"nowhere"_s);
        row("no pointer", "a: 1\n", u"a"_s, u"nowhere"_s);
    }

    void everyNodeHasItsPlace()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, pointer);
        QFETCH(const QString, place);
        const YamlDocument document = parsed(yaml);
        QCOMPARE(placeOf(document.root().nodeAt(pointer)), place);
    }

    void aMapKnowsItsKeys()
    {
        const YamlDocument document = parsed("base: &b {x: 1}\nmine:\n  <<: *b\n  \"y z\": 2\n");
        const YamlNode *mine = document.root().find(u"mine");
        QVERIFY(mine);
        QVERIFY(mine->isMap());
        QCOMPARE(mine->entries().size(), 2);
        QCOMPARE(mine->entries().at(0).key.text(), u"x"_s);
        QVERIFY(mine->entries().at(0).isMerged);
        QVERIFY(!mine->entries().at(1).isMerged);
        QCOMPARE(placeOf(&mine->entry(u"y z")->key), u"4:3"_s);
        QVERIFY(!mine->entry(u"base"));
        QVERIFY(mine->items().isEmpty());
    }

    void aScalarKeepsWhatWasWritten()
    {
        const YamlDocument document
            = parsed("- 1.10\n- 'x'\n- \"x\"\n- |\n  x\n- >\n  x\n- !include x\n- &a ~\n");
        const QList<YamlNode> &items = document.root().items();
        QCOMPARE(items.at(0).text(), u"1.10"_s);
        QCOMPARE(toJson(items.at(0).toValue()), "1.1");
        QCOMPARE(items.at(0).tag(), u"tag:yaml.org,2002:float"_s);
        QCOMPARE(items.at(1).style(), YamlNode::Style::SingleQuoted);
        QCOMPARE(items.at(2).style(), YamlNode::Style::DoubleQuoted);
        QCOMPARE(items.at(3).style(), YamlNode::Style::Literal);
        QCOMPARE(items.at(4).style(), YamlNode::Style::Folded);
        QCOMPARE(items.at(5).tag(), u"!include"_s);
        QCOMPARE(items.at(6).anchor(), u"a"_s);
        QCOMPARE(items.at(6).text(), u"~"_s);
    }

    void anAliasIsOne()
    {
        const YamlDocument document = parsed("- &a [1]\n- *a\n");
        QVERIFY(!document.root().items().at(0).isAlias());
        QVERIFY(document.root().items().at(1).isAlias());
        QCOMPARE(document.root().items().at(1).items().size(), 1);
    }

    void aNodeOfNothingIsNull()
    {
        const YamlNode node;
        QVERIFY(node.isScalar());
        QVERIFY(node.toValue().isNull());
    }

    void aNodeOfAValueHoldsJustThat_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::newRow("null") << "null"_ba;
        QTest::newRow("a truth") << "true"_ba;
        QTest::newRow("an integer") << "123456789012345678901234567890"_ba;
        QTest::newRow("a float") << "1.5"_ba;
        QTest::newRow("a text") << "'1.5'"_ba;
        QTest::newRow("an empty list") << "[]"_ba;
        QTest::newRow("an empty map") << "{}"_ba;
        QTest::newRow("a tree") << "{b: [1, {c: null}], a: 'x'}"_ba;
    }

    void aNodeOfAValueHoldsJustThat()
    {
        QFETCH(const QByteArray, yaml);
        const YamlNode original = parsed(yaml).root();
        const YamlNode made = YamlNode::of(original.toValue(), {7, 3});
        QCOMPARE(made.toValue(), original.toValue());
        QCOMPARE(made.kind(), original.kind());
        if (original.isScalar())
            QCOMPARE(made.tag(), original.tag());
        if (original.toValue().toText())
            QCOMPARE(made.text(), original.text());
        QCOMPARE(placeOf(&made), u"7:3"_s);
    }

    void allOfItStandsAtOnePlace()
    {
        const YamlNode made = YamlNode::of(parsed("{b: [1, {c: x}]}").root().toValue(), {7, 3});
        QCOMPARE(placeOf(made.nodeAt(u"/b/1/c")), u"7:3"_s);
        QCOMPARE(placeOf(&made.entries().first().key), u"7:3"_s);
    }

    void itemsAndEntriesCanBeOthers()
    {
        const YamlDocument document = parsed("a: !t &x [1, 2]\nb: {c: d}\n");
        const YamlNode &root = document.root();
        const YamlNode list = root.find(u"a")->withItems({root.find(u"b")->aliasAt({9, 9})});
        QCOMPARE(list.items().size(), 1);
        QCOMPARE(list.tag(), u"!t"_s);
        QCOMPARE(placeOf(&list), placeOf(root.find(u"a")));
        QCOMPARE(root.find(u"a")->items().size(), 2); // which is not changed
        const YamlNode map = root.withEntries(root.entries().first(1));
        QCOMPARE(map.entries().size(), 1);
        const YamlDocument changed = document.withRoot(map);
        QVERIFY(!changed.root().find(u"b"));
        QCOMPARE(changed.file(), u"t.yaml"_s);
        QCOMPARE(changed.placed({}, {2, 1}).excerpt, u"b: {c: d}"_s);
    }

    void aProblemFoundLaterGetsItsPlace()
    {
        const YamlDocument document = parsed("a: 1\nüb: oops\n");
        const Problem problem
            = document.placed({.message = u"No."_s}, document.root().nodeAt(u"/üb")->position());
        QCOMPARE(problem.toString(), u"t.yaml:2:5: No.\n  üb: oops\n      ^"_s);
    }

    void aPlaceOnALongLineIsCutOut()
    {
        const QByteArray start = "a: [" + QByteArray("é, ").repeated(20000);
        const YamlDocument document = parsed(start + "oops, b]");
        const SourcePosition place = document.root().nodeAt(u"/a/20000")->position();
        QCOMPARE(place, (SourcePosition{1, 60005}));
        const Problem problem = document.placed({.message = u"No."_s}, place);
        QCOMPARE(problem.position, place);
        QVERIFY(problem.excerpt.size() <= 160);
        QVERIFY(problem.excerpt.contains(u"oops"_s));
    }
};

QTEST_APPLESS_MAIN(TestYamlNode)
#include "tst_yamlnode.moc"
