#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

/// What is said of mistakes in the syntax of YAML, word for word.
class TestYamlMessages : public QObject
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
        row("a double quote without end",
            "name: \"orders\n"
            "port: 1\n",
            u"f.yaml:1:7: The text in quotes that begins here never ends.\n"
            "  name: \"orders\n"
            "        ^\n"
            "Write \" at its end."_s);
        row("a single quote without end",
            "- 'it\n"
            "- b\n",
            u"f.yaml:1:3: The text in quotes that begins here never ends.\n"
            "  - 'it\n"
            "    ^\n"
            "Write ' at its end."_s);
        row("a quote over the end of its document",
            "a: \"x\n"
            "---\n"
            "b: 1\n",
            u"f.yaml:1:4: The text in quotes that begins here never ends.\n"
            "  a: \"x\n"
            "     ^\n"
            "Write \" at its end."_s);
        row("text behind a quote", "path: \"/a\" or \"/b\"\n",
            u"f.yaml:1:12: A key and “: ” are expected here.\n"
            "  path: \"/a\" or \"/b\"\n"
            "             ^\n"
            "Indent this as far as what it belongs to, or write it as “key: value”."_s);
        row("text right behind a quote", "a: \"b\"c\n",
            u"f.yaml:1:7: Text stands right behind a closing quote.\n"
            "  a: \"b\"c\n"
            "        ^\n"
            "Write \\\" for a quote inside the text."_s);
        row("text right behind a single quote", "a: 'it's'\n",
            u"f.yaml:1:8: Text stands right behind a closing quote.\n"
            "  a: 'it's'\n"
            "         ^\n"
            "Write '' for a quote inside the text."_s);
        row("an unknown escape", "path: \"C:\\dir\"\n",
            u"f.yaml:1:10: “\\d” is no escape that YAML knows.\n"
            "  path: \"C:\\dir\"\n"
            "           ^\n"
            "Write \\\\ for a backslash, or use single quotes."_s);
        row("too few digits", "a: \"\\u20\"\n",
            u"f.yaml:1:5: “\\u20” is no escape that YAML knows.\n"
            "  a: \"\\u20\"\n"
            "      ^\n"
            "Write \\\\ for a backslash, or use single quotes."_s);
        row("half a pair", "a: \"\\ud83d\"\n",
            u"f.yaml:1:5: “\\ud83d” is no escape that YAML knows.\n"
            "  a: \"\\ud83d\"\n"
            "      ^\n"
            "Write \\\\ for a backslash, or use single quotes."_s);
        row("a tab as indentation",
            "a:\n"
            "\tb: 1\n",
            u"f.yaml:2:1: A tab is used for indentation.\n"
            "  \tb: 1\n"
            "  ^\n"
            "Indent with blanks; YAML allows no tabs there."_s);
        row("a tab behind blanks",
            "a:\n"
            "  \tb: 1\n",
            u"f.yaml:2:3: A tab is used for indentation.\n"
            "    \tb: 1\n"
            "    ^\n"
            "Indent with blanks; YAML allows no tabs there."_s);
        row("a tab before a literal",
            "run: |\n"
            "\techo\n",
            u"f.yaml:2:1: A tab is used for indentation.\n"
            "  \techo\n"
            "  ^\n"
            "Indent with blanks; YAML allows no tabs there."_s);
        row("a list that goes on as a map",
            "- a\n"
            "b: 1\n",
            u"f.yaml:2:1: A list item must begin with “- ”.\n"
            "  b: 1\n"
            "  ^\n"
            "Indent this as far as what it belongs to, or begin it with “- ”."_s);
        row("a map that goes on as a list",
            "a: 1\n"
            "- b\n",
            u"f.yaml:2:1: A key and “: ” are expected here.\n"
            "  - b\n"
            "  ^\n"
            "Indent this as far as what it belongs to, or write it as “key: value”."_s);
        row("a key indented too far",
            "a: 1\n"
            "  b: 2\n",
            u"f.yaml:2:4: A key and “: ” are expected here.\n"
            "    b: 2\n"
            "     ^\n"
            "Indent this as far as what it belongs to, or write it as “key: value”."_s);
        row("a key indented too little",
            "a:\n"
            "    b: 1\n"
            "  c: 2\n",
            u"f.yaml:3:3: A key and “: ” are expected here.\n"
            "    c: 2\n"
            "    ^\n"
            "Indent this as far as what it belongs to, or write it as “key: value”."_s);
        row("two values on a line", "a: b: c\n",
            u"f.yaml:1:5: “:” is not allowed here: it would begin a second value.\n"
            "  a: b: c\n"
            "      ^\n"
            "Put the text that holds “: ” in quotes, or begin the key on a line of its own."_s);
        row("a colon in a text", "title: Note: this\n",
            u"f.yaml:1:12: “:” is not allowed here: it would begin a second value.\n"
            "  title: Note: this\n"
            "             ^\n"
            "Put the text that holds “: ” in quotes, or begin the key on a line of its own."_s);
        row("a list behind a key", "a: - b\n",
            u"f.yaml:1:4: A list item cannot begin here.\n"
            "  a: - b\n"
            "     ^\n"
            "Begin it on a line of its own, or put the text in quotes."_s);
        row("a key without colon",
            "a: 1\n"
            "b\n"
            "c: 2\n",
            u"f.yaml:2:1: A key must be followed by “:” on its line.\n"
            "  b\n"
            "  ^\n"
            "Write “: ” behind it, or indent it if it goes on with the text before."_s);
        row("a last key without colon",
            "a: 1\n"
            "b\n",
            u"f.yaml:2:1: A key must be followed by “:” on its line.\n"
            "  b\n"
            "  ^\n"
            "Write “: ” behind it, or indent it if it goes on with the text before."_s);
        row("a value without key", ": a\n",
            u"f.yaml:1:1: A key is missing before “:”.\n"
            "  : a\n"
            "  ^\n"
            "Write the key, or put the text in quotes."_s);
        row("a bracket without end",
            "ports: [1, 2\n"
            "name: x\n",
            u"f.yaml:2:5: A “,” or the closing bracket is missing here.\n"
            "  name: x\n"
            "      ^\n"
            "Write “,” between two values; put text that holds brackets in quotes."_s);
        row("a bracket without end at the end", "ports: [1, 2\n",
            u"f.yaml:1:8: “[” is never closed.\n"
            "  ports: [1, 2\n"
            "         ^\n"
            "Write “]” at its end."_s);
        row("a brace without end", "a: {b: 1\n",
            u"f.yaml:1:4: “{” is never closed.\n"
            "  a: {b: 1\n"
            "     ^\n"
            "Write “}” at its end."_s);
        row("the wrong bracket", "a: [1}\n",
            u"f.yaml:1:6: “}” closes nothing that is open.\n"
            "  a: [1}\n"
            "       ^\n"
            "Remove it, or put the text in quotes."_s);
        row("a bracket too many",
            "a: 1]\n"
            "b: ]\n",
            u"f.yaml:2:4: “]” closes nothing that is open.\n"
            "  b: ]\n"
            "     ^\n"
            "Remove it, or put the text in quotes."_s);
        row("two commas", "[a,, b]\n",
            u"f.yaml:1:4: A value is missing here.\n"
            "  [a,, b]\n"
            "     ^\n"
            "Write one, or null."_s);
        row("a comma outside", "a: ,\n",
            u"f.yaml:1:4: “,” cannot begin a value.\n"
            "  a: ,\n"
            "     ^\n"
            "Put the text in quotes."_s);
        row("an item without comma", "[\"a\" \"b\"]\n",
            u"f.yaml:1:6: A “,” or the closing bracket is missing here.\n"
            "  [\"a\" \"b\"]\n"
            "       ^\n"
            "Write “,” between two values; put text that holds brackets in quotes."_s);
        row("a reserved sign", "user: @ada\n",
            u"f.yaml:1:7: “@” cannot begin a value.\n"
            "  user: @ada\n"
            "        ^\n"
            "Put the text in quotes."_s);
        row("a backtick", "run: `date`\n",
            u"f.yaml:1:6: “`” cannot begin a value.\n"
            "  run: `date`\n"
            "       ^\n"
            "Put the text in quotes."_s);
        row("a percent sign", "share: %5\n",
            u"f.yaml:1:8: “%” cannot begin a value.\n"
            "  share: %5\n"
            "         ^\n"
            "Put the text in quotes."_s);
        row("braces of a template", "name: {{ name }}\n",
            u"f.yaml:1:8: A list or a map cannot be a key.\n"
            "  name: {{ name }}\n"
            "         ^\n"
            "Write a text as key; put text that holds braces or brackets in quotes."_s);
        row("braces of a template with a filter", "name: {{ name | lower }}\n",
            u"f.yaml:1:8: A list or a map cannot be a key.\n"
            "  name: {{ name | lower }}\n"
            "         ^\n"
            "Write a text as key; put text that holds braces or brackets in quotes."_s);
        row("a tag of a template",
            "{% if x %}\n"
            "a: 1\n"
            "{% endif %}\n",
            u"f.yaml:1:2: “%” cannot begin a value.\n"
            "  {% if x %}\n"
            "   ^\n"
            "Put the text in quotes."_s);
        row("a directive without document",
            "%YAML 1.2\n"
            "a: 1\n",
            u"f.yaml:1:1: A line that begins with “%” must be followed by “---”.\n"
            "  %YAML 1.2\n"
            "  ^\n"
            "Put the text in quotes, if it is no directive of YAML."_s);
        row("text behind the sign of a literal", "run: | echo\n",
            u"f.yaml:1:8: “e” cannot stand behind the sign of a text block.\n"
            "  run: | echo\n"
            "         ^\n"
            "Begin the text on the line below; only +, -, 1 to 9 and a comment may follow | and >."_s);
        row("an indentation of 0",
            "run: |0\n"
            "  x\n",
            u"f.yaml:1:7: “0” cannot stand behind the sign of a text block.\n"
            "  run: |0\n"
            "        ^\n"
            "Begin the text on the line below; only +, -, 1 to 9 and a comment may follow | and >."_s);
        row("a tag that is not closed", "a: !<x y\n",
            u"f.yaml:1:4: This tag cannot be read.\n"
            "  a: !<x y\n"
            "     ^\n"
            "Write it as !name and a blank behind it, or put the text in quotes."_s);
        row("two tags", "a: !x !y 1\n",
            u"f.yaml:1:7: A value can have one tag and one anchor only.\n"
            "  a: !x !y 1\n"
            "        ^\n"
            "Remove one."_s);
        row("two anchors", "a: &x &y 1\n",
            u"f.yaml:1:7: A value can have one tag and one anchor only.\n"
            "  a: &x &y 1\n"
            "        ^\n"
            "Remove one."_s);
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

QTEST_APPLESS_MAIN(TestYamlMessages)
#include "tst_yamlmessages.moc"
