#include "models/base/json.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestYamlBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aBlockHoldsWhatPyYamlReads_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("json"); // what PyYAML 6.0.3's safe_load() gives
        const auto row = [](const char *name, const QByteArray &yaml, const QByteArray &json) {
            QTest::newRow(name) << yaml << json;
        };
        row("literal, clipped: one line", "a: |\n  x\n", "{\"a\":\"x\\n\"}");
        row("literal, clipped: one line without its end", "a: |\n  x", "{\"a\":\"x\"}");
        row("literal, clipped: two lines", "a: |\n  x\n  y\n", "{\"a\":\"x\\ny\\n\"}");
        row("literal, clipped: an empty line between", "a: |\n  x\n\n  y\n",
            "{\"a\":\"x\\n\\ny\\n\"}");
        row("literal, clipped: two empty lines between", "a: |\n  x\n\n\n  y\n",
            "{\"a\":\"x\\n\\n\\ny\\n\"}");
        row("literal, clipped: an empty line before", "a: |\n\n  x\n", "{\"a\":\"\\nx\\n\"}");
        row("literal, clipped: two empty lines behind", "a: |\n  x\n\n\n", "{\"a\":\"x\\n\"}");
        row("literal, clipped: blanks on the line behind", "a: |\n  x\n   \n",
            "{\"a\":\"x\\n \\n\"}");
        row("literal, clipped: a deeper line between", "a: |\n  x\n    y\n  z\n",
            "{\"a\":\"x\\n  y\\nz\\n\"}");
        row("literal, clipped: a deeper line at the end", "a: |\n  x\n    y\n",
            "{\"a\":\"x\\n  y\\n\"}");
        row("literal, clipped: a deeper line with empty ones around", "a: |\n  x\n\n    y\n\n  z\n",
            "{\"a\":\"x\\n\\n  y\\n\\nz\\n\"}");
        row("literal, clipped: a tab in front of a line", "a: |\n  x\n  \ty\n  z\n",
            "{\"a\":\"x\\n\\ty\\nz\\n\"}");
        row("literal, clipped: blanks at the end of a line", "a: |\n  x  \n  y\n",
            "{\"a\":\"x  \\ny\\n\"}");
        row("literal, clipped: signs that mean nothing here", "a: |\n  - a: b # c\n  \"d\n",
            "{\"a\":\"- a: b # c\\n\\\"d\\n\"}");
        row("literal, clipped: nothing", "a: |\n", "{\"a\":\"\"}");
        row("literal, clipped: an empty line alone", "a: |\n\n", "{\"a\":\"\"}");
        row("literal, stripped: one line", "a: |-\n  x\n", "{\"a\":\"x\"}");
        row("literal, stripped: one line without its end", "a: |-\n  x", "{\"a\":\"x\"}");
        row("literal, stripped: two lines", "a: |-\n  x\n  y\n", "{\"a\":\"x\\ny\"}");
        row("literal, stripped: an empty line between", "a: |-\n  x\n\n  y\n",
            "{\"a\":\"x\\n\\ny\"}");
        row("literal, stripped: two empty lines between", "a: |-\n  x\n\n\n  y\n",
            "{\"a\":\"x\\n\\n\\ny\"}");
        row("literal, stripped: an empty line before", "a: |-\n\n  x\n", "{\"a\":\"\\nx\"}");
        row("literal, stripped: two empty lines behind", "a: |-\n  x\n\n\n", "{\"a\":\"x\"}");
        row("literal, stripped: blanks on the line behind", "a: |-\n  x\n   \n",
            "{\"a\":\"x\\n \"}");
        row("literal, stripped: a deeper line between", "a: |-\n  x\n    y\n  z\n",
            "{\"a\":\"x\\n  y\\nz\"}");
        row("literal, stripped: a deeper line at the end", "a: |-\n  x\n    y\n",
            "{\"a\":\"x\\n  y\"}");
        row("literal, stripped: a deeper line with empty ones around",
            "a: |-\n  x\n\n    y\n\n  z\n", "{\"a\":\"x\\n\\n  y\\n\\nz\"}");
        row("literal, stripped: a tab in front of a line", "a: |-\n  x\n  \ty\n  z\n",
            "{\"a\":\"x\\n\\ty\\nz\"}");
        row("literal, stripped: blanks at the end of a line", "a: |-\n  x  \n  y\n",
            "{\"a\":\"x  \\ny\"}");
        row("literal, stripped: signs that mean nothing here", "a: |-\n  - a: b # c\n  \"d\n",
            "{\"a\":\"- a: b # c\\n\\\"d\"}");
        row("literal, stripped: nothing", "a: |-\n", "{\"a\":\"\"}");
        row("literal, stripped: an empty line alone", "a: |-\n\n", "{\"a\":\"\"}");
        row("literal, kept: one line", "a: |+\n  x\n", "{\"a\":\"x\\n\"}");
        row("literal, kept: one line without its end", "a: |+\n  x", "{\"a\":\"x\"}");
        row("literal, kept: two lines", "a: |+\n  x\n  y\n", "{\"a\":\"x\\ny\\n\"}");
        row("literal, kept: an empty line between", "a: |+\n  x\n\n  y\n",
            "{\"a\":\"x\\n\\ny\\n\"}");
        row("literal, kept: two empty lines between", "a: |+\n  x\n\n\n  y\n",
            "{\"a\":\"x\\n\\n\\ny\\n\"}");
        row("literal, kept: an empty line before", "a: |+\n\n  x\n", "{\"a\":\"\\nx\\n\"}");
        row("literal, kept: two empty lines behind", "a: |+\n  x\n\n\n", "{\"a\":\"x\\n\\n\\n\"}");
        row("literal, kept: blanks on the line behind", "a: |+\n  x\n   \n",
            "{\"a\":\"x\\n \\n\"}");
        row("literal, kept: a deeper line between", "a: |+\n  x\n    y\n  z\n",
            "{\"a\":\"x\\n  y\\nz\\n\"}");
        row("literal, kept: a deeper line at the end", "a: |+\n  x\n    y\n",
            "{\"a\":\"x\\n  y\\n\"}");
        row("literal, kept: a deeper line with empty ones around", "a: |+\n  x\n\n    y\n\n  z\n",
            "{\"a\":\"x\\n\\n  y\\n\\nz\\n\"}");
        row("literal, kept: a tab in front of a line", "a: |+\n  x\n  \ty\n  z\n",
            "{\"a\":\"x\\n\\ty\\nz\\n\"}");
        row("literal, kept: blanks at the end of a line", "a: |+\n  x  \n  y\n",
            "{\"a\":\"x  \\ny\\n\"}");
        row("literal, kept: signs that mean nothing here", "a: |+\n  - a: b # c\n  \"d\n",
            "{\"a\":\"- a: b # c\\n\\\"d\\n\"}");
        row("literal, kept: nothing", "a: |+\n", "{\"a\":\"\"}");
        row("literal, kept: an empty line alone", "a: |+\n\n", "{\"a\":\"\\n\"}");
        row("folded, clipped: one line", "a: >\n  x\n", "{\"a\":\"x\\n\"}");
        row("folded, clipped: one line without its end", "a: >\n  x", "{\"a\":\"x\"}");
        row("folded, clipped: two lines", "a: >\n  x\n  y\n", "{\"a\":\"x y\\n\"}");
        row("folded, clipped: an empty line between", "a: >\n  x\n\n  y\n", "{\"a\":\"x\\ny\\n\"}");
        row("folded, clipped: two empty lines between", "a: >\n  x\n\n\n  y\n",
            "{\"a\":\"x\\n\\ny\\n\"}");
        row("folded, clipped: an empty line before", "a: >\n\n  x\n", "{\"a\":\"\\nx\\n\"}");
        row("folded, clipped: two empty lines behind", "a: >\n  x\n\n\n", "{\"a\":\"x\\n\"}");
        row("folded, clipped: blanks on the line behind", "a: >\n  x\n   \n",
            "{\"a\":\"x\\n \\n\"}");
        row("folded, clipped: a deeper line between", "a: >\n  x\n    y\n  z\n",
            "{\"a\":\"x\\n  y\\nz\\n\"}");
        row("folded, clipped: a deeper line at the end", "a: >\n  x\n    y\n",
            "{\"a\":\"x\\n  y\\n\"}");
        row("folded, clipped: a deeper line with empty ones around", "a: >\n  x\n\n    y\n\n  z\n",
            "{\"a\":\"x\\n\\n  y\\n\\nz\\n\"}");
        row("folded, clipped: a tab in front of a line", "a: >\n  x\n  \ty\n  z\n",
            "{\"a\":\"x\\n\\ty\\nz\\n\"}");
        row("folded, clipped: blanks at the end of a line", "a: >\n  x  \n  y\n",
            "{\"a\":\"x   y\\n\"}");
        row("folded, clipped: signs that mean nothing here", "a: >\n  - a: b # c\n  \"d\n",
            "{\"a\":\"- a: b # c \\\"d\\n\"}");
        row("folded, clipped: nothing", "a: >\n", "{\"a\":\"\"}");
        row("folded, clipped: an empty line alone", "a: >\n\n", "{\"a\":\"\"}");
        row("folded, stripped: one line", "a: >-\n  x\n", "{\"a\":\"x\"}");
        row("folded, stripped: one line without its end", "a: >-\n  x", "{\"a\":\"x\"}");
        row("folded, stripped: two lines", "a: >-\n  x\n  y\n", "{\"a\":\"x y\"}");
        row("folded, stripped: an empty line between", "a: >-\n  x\n\n  y\n", "{\"a\":\"x\\ny\"}");
        row("folded, stripped: two empty lines between", "a: >-\n  x\n\n\n  y\n",
            "{\"a\":\"x\\n\\ny\"}");
        row("folded, stripped: an empty line before", "a: >-\n\n  x\n", "{\"a\":\"\\nx\"}");
        row("folded, stripped: two empty lines behind", "a: >-\n  x\n\n\n", "{\"a\":\"x\"}");
        row("folded, stripped: blanks on the line behind", "a: >-\n  x\n   \n",
            "{\"a\":\"x\\n \"}");
        row("folded, stripped: a deeper line between", "a: >-\n  x\n    y\n  z\n",
            "{\"a\":\"x\\n  y\\nz\"}");
        row("folded, stripped: a deeper line at the end", "a: >-\n  x\n    y\n",
            "{\"a\":\"x\\n  y\"}");
        row("folded, stripped: a deeper line with empty ones around",
            "a: >-\n  x\n\n    y\n\n  z\n", "{\"a\":\"x\\n\\n  y\\n\\nz\"}");
        row("folded, stripped: a tab in front of a line", "a: >-\n  x\n  \ty\n  z\n",
            "{\"a\":\"x\\n\\ty\\nz\"}");
        row("folded, stripped: blanks at the end of a line", "a: >-\n  x  \n  y\n",
            "{\"a\":\"x   y\"}");
        row("folded, stripped: signs that mean nothing here", "a: >-\n  - a: b # c\n  \"d\n",
            "{\"a\":\"- a: b # c \\\"d\"}");
        row("folded, stripped: nothing", "a: >-\n", "{\"a\":\"\"}");
        row("folded, stripped: an empty line alone", "a: >-\n\n", "{\"a\":\"\"}");
        row("folded, kept: one line", "a: >+\n  x\n", "{\"a\":\"x\\n\"}");
        row("folded, kept: one line without its end", "a: >+\n  x", "{\"a\":\"x\"}");
        row("folded, kept: two lines", "a: >+\n  x\n  y\n", "{\"a\":\"x y\\n\"}");
        row("folded, kept: an empty line between", "a: >+\n  x\n\n  y\n", "{\"a\":\"x\\ny\\n\"}");
        row("folded, kept: two empty lines between", "a: >+\n  x\n\n\n  y\n",
            "{\"a\":\"x\\n\\ny\\n\"}");
        row("folded, kept: an empty line before", "a: >+\n\n  x\n", "{\"a\":\"\\nx\\n\"}");
        row("folded, kept: two empty lines behind", "a: >+\n  x\n\n\n", "{\"a\":\"x\\n\\n\\n\"}");
        row("folded, kept: blanks on the line behind", "a: >+\n  x\n   \n", "{\"a\":\"x\\n \\n\"}");
        row("folded, kept: a deeper line between", "a: >+\n  x\n    y\n  z\n",
            "{\"a\":\"x\\n  y\\nz\\n\"}");
        row("folded, kept: a deeper line at the end", "a: >+\n  x\n    y\n",
            "{\"a\":\"x\\n  y\\n\"}");
        row("folded, kept: a deeper line with empty ones around", "a: >+\n  x\n\n    y\n\n  z\n",
            "{\"a\":\"x\\n\\n  y\\n\\nz\\n\"}");
        row("folded, kept: a tab in front of a line", "a: >+\n  x\n  \ty\n  z\n",
            "{\"a\":\"x\\n\\ty\\nz\\n\"}");
        row("folded, kept: blanks at the end of a line", "a: >+\n  x  \n  y\n",
            "{\"a\":\"x   y\\n\"}");
        row("folded, kept: signs that mean nothing here", "a: >+\n  - a: b # c\n  \"d\n",
            "{\"a\":\"- a: b # c \\\"d\\n\"}");
        row("folded, kept: nothing", "a: >+\n", "{\"a\":\"\"}");
        row("folded, kept: an empty line alone", "a: >+\n\n", "{\"a\":\"\\n\"}");
        row("literal, clipped, something behind", "a: |\n  x\n\nb: 1\n",
            "{\"a\":\"x\\n\",\"b\":1}");
        row("literal, clipped, a comment behind", "a: |\n  x\n# no text\nb: 1\n",
            "{\"a\":\"x\\n\",\"b\":1}");
        row("literal, clipped, in a list", "- |\n  x\n\n- y\n", "[\"x\\n\",\"y\"]");
        row("literal, stripped, something behind", "a: |-\n  x\n\nb: 1\n", "{\"a\":\"x\",\"b\":1}");
        row("literal, stripped, a comment behind", "a: |-\n  x\n# no text\nb: 1\n",
            "{\"a\":\"x\",\"b\":1}");
        row("literal, stripped, in a list", "- |-\n  x\n\n- y\n", "[\"x\",\"y\"]");
        row("literal, kept, something behind", "a: |+\n  x\n\nb: 1\n",
            "{\"a\":\"x\\n\\n\",\"b\":1}");
        row("literal, kept, a comment behind", "a: |+\n  x\n# no text\nb: 1\n",
            "{\"a\":\"x\\n\",\"b\":1}");
        row("literal, kept, in a list", "- |+\n  x\n\n- y\n", "[\"x\\n\\n\",\"y\"]");
        row("folded, clipped, something behind", "a: >\n  x\n\nb: 1\n", "{\"a\":\"x\\n\",\"b\":1}");
        row("folded, clipped, a comment behind", "a: >\n  x\n# no text\nb: 1\n",
            "{\"a\":\"x\\n\",\"b\":1}");
        row("folded, clipped, in a list", "- >\n  x\n\n- y\n", "[\"x\\n\",\"y\"]");
        row("folded, stripped, something behind", "a: >-\n  x\n\nb: 1\n", "{\"a\":\"x\",\"b\":1}");
        row("folded, stripped, a comment behind", "a: >-\n  x\n# no text\nb: 1\n",
            "{\"a\":\"x\",\"b\":1}");
        row("folded, stripped, in a list", "- >-\n  x\n\n- y\n", "[\"x\",\"y\"]");
        row("folded, kept, something behind", "a: >+\n  x\n\nb: 1\n",
            "{\"a\":\"x\\n\\n\",\"b\":1}");
        row("folded, kept, a comment behind", "a: >+\n  x\n# no text\nb: 1\n",
            "{\"a\":\"x\\n\",\"b\":1}");
        row("folded, kept, in a list", "- >+\n  x\n\n- y\n", "[\"x\\n\\n\",\"y\"]");
        row("literal with |1", "a: |1\n   x\n y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("literal with |1-", "a: |1-\n   x\n y\n", "{\"a\":\"  x\\ny\"}");
        row("literal with |-1", "a: |-1\n   x\n y\n", "{\"a\":\"  x\\ny\"}");
        row("literal with |1+", "a: |1+\n   x\n y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("literal with |+1", "a: |+1\n   x\n y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("folded with >1", "a: >1\n   x\n y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("folded with >1-", "a: >1-\n   x\n y\n", "{\"a\":\"  x\\ny\"}");
        row("folded with >-1", "a: >-1\n   x\n y\n", "{\"a\":\"  x\\ny\"}");
        row("folded with >1+", "a: >1+\n   x\n y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("folded with >+1", "a: >+1\n   x\n y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("literal with |2", "a: |2\n    x\n  y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("literal with |2-", "a: |2-\n    x\n  y\n", "{\"a\":\"  x\\ny\"}");
        row("literal with |-2", "a: |-2\n    x\n  y\n", "{\"a\":\"  x\\ny\"}");
        row("literal with |2+", "a: |2+\n    x\n  y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("literal with |+2", "a: |+2\n    x\n  y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("folded with >2", "a: >2\n    x\n  y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("folded with >2-", "a: >2-\n    x\n  y\n", "{\"a\":\"  x\\ny\"}");
        row("folded with >-2", "a: >-2\n    x\n  y\n", "{\"a\":\"  x\\ny\"}");
        row("folded with >2+", "a: >2+\n    x\n  y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("folded with >+2", "a: >+2\n    x\n  y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("literal with |4", "a: |4\n      x\n    y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("literal with |4-", "a: |4-\n      x\n    y\n", "{\"a\":\"  x\\ny\"}");
        row("literal with |-4", "a: |-4\n      x\n    y\n", "{\"a\":\"  x\\ny\"}");
        row("literal with |4+", "a: |4+\n      x\n    y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("literal with |+4", "a: |+4\n      x\n    y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("folded with >4", "a: >4\n      x\n    y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("folded with >4-", "a: >4-\n      x\n    y\n", "{\"a\":\"  x\\ny\"}");
        row("folded with >-4", "a: >-4\n      x\n    y\n", "{\"a\":\"  x\\ny\"}");
        row("folded with >4+", "a: >4+\n      x\n    y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("folded with >+4", "a: >+4\n      x\n    y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("literal with |9", "a: |9\n           x\n         y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("literal with |9-", "a: |9-\n           x\n         y\n", "{\"a\":\"  x\\ny\"}");
        row("literal with |-9", "a: |-9\n           x\n         y\n", "{\"a\":\"  x\\ny\"}");
        row("literal with |9+", "a: |9+\n           x\n         y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("literal with |+9", "a: |+9\n           x\n         y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("folded with >9", "a: >9\n           x\n         y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("folded with >9-", "a: >9-\n           x\n         y\n", "{\"a\":\"  x\\ny\"}");
        row("folded with >-9", "a: >-9\n           x\n         y\n", "{\"a\":\"  x\\ny\"}");
        row("folded with >9+", "a: >9+\n           x\n         y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("folded with >+9", "a: >+9\n           x\n         y\n", "{\"a\":\"  x\\ny\\n\"}");
        row("literal at the top", "|\n x\n y\n", "\"x\\ny\\n\"");
        row("literal in a map in a list", "- a: |\n    x\n  b: |-\n    y\n",
            "[{\"a\":\"x\\n\",\"b\":\"y\"}]");
        row("literal with a comment and signs", "a: |2- # c\n    x\n  y\n", "{\"a\":\"  x\\ny\"}");
        row("literal deep inside", "a:\n  b:\n    c: |\n      x\n      y\n  d: 1\n",
            "{\"a\":{\"b\":{\"c\":\"x\\ny\\n\"},\"d\":1}}");
        row("folded at the top", ">\n x\n y\n", "\"x y\\n\"");
        row("folded in a map in a list", "- a: >\n    x\n  b: >-\n    y\n",
            "[{\"a\":\"x\\n\",\"b\":\"y\"}]");
        row("folded with a comment and signs", "a: >2- # c\n    x\n  y\n", "{\"a\":\"  x\\ny\"}");
        row("folded deep inside", "a:\n  b:\n    c: >\n      x\n      y\n  d: 1\n",
            "{\"a\":{\"b\":{\"c\":\"x y\\n\"},\"d\":1}}");
    }

    void aBlockHoldsWhatPyYamlReads()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QByteArray, json);
        const Result<Value> value = parseYamlValue(yaml);
        VERIFY_RESULT(value);
        QCOMPARE(toJson(*value), json);
        // The same on Windows, whose line ends are none of the text.
        const Result<Value> windows = parseYamlValue(QByteArray(yaml).replace("\n", "\r\n"));
        VERIFY_RESULT(windows);
        QCOMPARE(toJson(*windows), json);
        // And where yaml-cpp is asked too, as it is of a document with an anchor.
        if (!value->toMap())
            return;
        const Result<Value> anchored = parseYamlValue("anchored: &here 1\n" + yaml);
        VERIFY_RESULT(anchored);
        Map map = *anchored->toMap();
        map.remove(u"anchored");
        QCOMPARE(toJson(map), json);
    }

    void anImpossibleBlockIsRefusedAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QByteArray &yaml, const QString &problem) {
            QTest::newRow(name) << yaml << problem;
        };
        row("an indentation of 0", "a: |0\n  x\n", u"yaml.block-header 1:5"_s);
        row("two indentations", "a: |22\n  x\n", u"yaml.block-header 1:6"_s);
        row("two ways to end it", "a: |+-\n  x\n", u"yaml.block-header 1:6"_s);
        row("text behind its sign", "a: > x\n", u"yaml.block-header 1:6"_s);
        row("a number sign right behind its sign", "a: |#c\n  x\n", u"yaml.block-header 1:5"_s);
        row("in brackets", "[|\n x\n]\n", u"yaml.syntax 1:2"_s);
        row("a tab as indentation", "a: |\n\tx\n", u"yaml.tab 2:1"_s);
        row("a line that is indented too little", "a: |\n    x\n  y\n", u"yaml.syntax 3:3"_s);
    }

    void anImpossibleBlockIsRefusedAtItsPlace()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, problem);
        const Result<Value> value = parseYamlValue(yaml);
        QVERIFY(!value);
        const Problem &error = value.error().problem;
        QCOMPARE(
            u"%1 %2:%3"_s.arg(error.code).arg(error.position->line).arg(error.position->column),
            problem);
        QVERIFY(!error.hint.isEmpty());
        QVERIFY(!error.excerpt.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestYamlBlocks)
#include "tst_yamlblocks.moc"
