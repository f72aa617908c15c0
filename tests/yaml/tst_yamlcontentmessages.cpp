#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

/// What is said of mistakes in what YAML holds, word for word.
class TestYamlContentMessages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aMistakeIsSaidWithItsPlaceAndAWayOut_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *name, const QByteArray &yaml, const QString &said) {
            QTest::newRow(name) << yaml << said;
        };
        row("an alias of nothing",
            "a: &base 1\n"
            "b: *bsae\n",
            u"f.yaml:2:4: The alias *bsae names nothing.\n"
            "  b: *bsae\n"
            "     ^\n"
            "Did you mean “base”?"_s);
        row("an alias far from all",
            "a: &base 1\n"
            "b: *zzz\n",
            u"f.yaml:2:4: The alias *zzz names nothing.\n"
            "  b: *zzz\n"
            "     ^\n"
            "Write &zzz before the value that is meant, earlier in this document; or put the text in quotes."_s);
        row("an alias within itself", "a: &x [*x]\n",
            u"f.yaml:1:8: This alias stands inside of what it names.\n"
            "  a: &x [*x]\n"
            "         ^\n"
            "Give the inner value an anchor of its own, or write it out."_s);
        row("an alias without name", "glob: *\n",
            u"f.yaml:1:7: “*” must be followed by a name.\n"
            "  glob: *\n"
            "        ^\n"
            "Put the text in quotes."_s);
        row("a star at the start of text", "glob: *.txt\n",
            u"f.yaml:1:7: The alias *.txt names nothing.\n"
            "  glob: *.txt\n"
            "        ^\n"
            "Write &.txt before the value that is meant, earlier in this document; or put the text in quotes."_s);
        row("an alias and a colon",
            "a: &x b\n"
            "*x: 1\n",
            u"f.yaml:2:3: A name cannot end with “:”.\n"
            "  *x: 1\n"
            "    ^\n"
            "Write a blank before the colon."_s);
        row("an anchor and a colon", "&x: 1\n",
            u"f.yaml:1:3: A name cannot end with “:”.\n"
            "  &x: 1\n"
            "    ^\n"
            "Remove the colon: what follows is the anchor's value."_s);
        row("a key twice",
            "name: a\n"
            "port: 1\n"
            "name: b\n",
            u"f.yaml:3:1: The key “name” stands twice in this map.\n"
            "  name: b\n"
            "  ^\n"
            "Remove one of the two, or rename it."_s);
        row("a key twice in braces", "{a: 1, a: 2}\n",
            u"f.yaml:1:8: The key “a” stands twice in this map.\n"
            "  {a: 1, a: 2}\n"
            "         ^\n"
            "Remove one of the two, or rename it."_s);
        row("three times a key",
            "a: 1\n"
            "a: 2\n"
            "a: 3\n",
            u"f.yaml:2:1: The key “a” stands twice in this map.\n"
            "  a: 2\n"
            "  ^\n"
            "Remove one of the two, or rename it.\n"
            "f.yaml:3:1: The key “a” stands twice in this map.\n"
            "  a: 3\n"
            "  ^\n"
            "Remove one of the two, or rename it."_s);
        row("a list as key", "[a]: 1\n",
            u"f.yaml:1:1: A list or a map cannot be a key.\n"
            "  [a]: 1\n"
            "  ^\n"
            "Write a text as key; put text that holds braces or brackets in quotes."_s);
        row("a map as key", "{a: 1}: 1\n",
            u"f.yaml:1:1: A list or a map cannot be a key.\n"
            "  {a: 1}: 1\n"
            "  ^\n"
            "Write a text as key; put text that holds braces or brackets in quotes."_s);
        row("a merge of text", "<<: base\n",
            u"f.yaml:1:5: The merge key “<<” needs a map, or a list of maps.\n"
            "  <<: base\n"
            "      ^\n"
            "Write “<<: *name”, or put “<<” in quotes if it is an ordinary key."_s);
        row("a merge of a list",
            "a: &a [1]\n"
            "b: {<<: *a}\n",
            u"f.yaml:2:9: The merge key “<<” needs a map, or a list of maps.\n"
            "  b: {<<: *a}\n"
            "          ^\n"
            "Write “<<: *name”, or put “<<” in quotes if it is an ordinary key."_s);
        row("no number behind its tag", "a: !!int x\n",
            u"f.yaml:1:10: This text does not suit its tag !!int.\n"
            "  a: !!int x\n"
            "           ^\n"
            "Change the text, or remove the tag."_s);
        row("a list behind the tag of text", "a: !!str [1]\n",
            u"f.yaml:1:10: A list or map stands where its tag promises something else.\n"
            "  a: !!str [1]\n"
            "           ^\n"
            "Remove the tag."_s);
        row("a map behind the tag of a list", "a: !!seq {b: 1}\n",
            u"f.yaml:1:10: A list or map stands where its tag promises something else.\n"
            "  a: !!seq {b: 1}\n"
            "           ^\n"
            "Remove the tag."_s);
        row("text behind the tag of a map", "a: !!map b\n",
            u"f.yaml:1:10: Text stands where its tag promises a list or a map.\n"
            "  a: !!map b\n"
            "           ^\n"
            "Remove the tag."_s);
        row("binary that is no text", "a: !!binary /w==\n",
            u"f.yaml:1:13: This text does not suit its tag !!binary.\n"
            "  a: !!binary /w==\n"
            "              ^\n"
            "Change the text, or remove the tag."_s);
        row("a control character",
            "a: x\x07"
            "y\n",
            u"f.yaml:1:5: The character U+0007 is not allowed in YAML.\n"
            "  a: x␇y\n"
            "      ^\n"
            "Remove it, or write it as \"\\u0007\" in double quotes."_s);
        row("a return alone", "a: 1\rb: 2\n",
            u"f.yaml:1:5: A carriage return stands alone, without a line feed.\n"
            "  a: 1␍b: 2\n"
            "      ^\n"
            "End lines with \\n or \\r\\n."_s);
        row("what is deleted",
            "a: \x7f"
            "\n",
            u"f.yaml:1:4: The character U+007F is not allowed in YAML.\n"
            "  a: ␡\n"
            "     ^\n"
            "Remove it, or write it as \"\\u007F\" in double quotes."_s);
        row("several documents, two broken",
            "a: [\n"
            "---\n"
            "b: 1\n"
            "---\n"
            "c: *x\n",
            u"f.yaml:1:4: “[” is never closed.\n"
            "  a: [\n"
            "     ^\n"
            "Write “]” at its end.\n"
            "f.yaml:5:4: The alias *x names nothing.\n"
            "  c: *x\n"
            "     ^\n"
            "Write &x before the value that is meant, earlier in this document; or put the text in quotes."_s);
        row("accents before the place", "größe: \"\\q\"\n",
            u"f.yaml:1:9: “\\q” is no escape that YAML knows.\n"
            "  größe: \"\\q\"\n"
            "          ^\n"
            "Write \\\\ for a backslash, or use single quotes."_s);
        row("an emoji before the place", "- {😀: ]}\n",
            u"f.yaml:1:8: “]” closes nothing that is open.\n"
            "  - {😀: ]}\n"
            "        ^\n"
            "Remove it, or put the text in quotes."_s);
    }

    void aMistakeIsSaidWithItsPlaceAndAWayOut()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, said);
        QStringList texts;
        for (const Problem &problem : parseYaml(yaml, {.file = u"f.yaml"_s}).problems)
            texts += problem.toString();
        QCOMPARE(texts.join(u'\n'), said);
    }
};

QTEST_APPLESS_MAIN(TestYamlContentMessages)
#include "tst_yamlcontentmessages.moc"
