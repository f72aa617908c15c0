#include "models/base/json.h"
#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestYamlForms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyFormIsReadAsPyYamlReadsIt_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("json"); // what PyYAML 6.0.3 gives, timestamps left as text
        const auto row = [](const char *name, const QByteArray &yaml, const QByteArray &json) {
            QTest::newRow(name) << yaml << json;
        };
        row("escape: null", "\"a\\0b\"\n", "\"a\\u0000b\"");
        row("escape: bell", "\"a\\ab\"\n", "\"a\\u0007b\"");
        row("escape: backspace", "\"a\\bb\"\n", "\"a\\bb\"");
        row("escape: tab", "\"a\\tb\"\n", "\"a\\tb\"");
        row("escape: line feed", "\"a\\nb\"\n", "\"a\\nb\"");
        row("escape: vertical tab", "\"a\\vb\"\n", "\"a\\u000bb\"");
        row("escape: form feed", "\"a\\fb\"\n", "\"a\\fb\"");
        row("escape: return", "\"a\\rb\"\n", "\"a\\rb\"");
        row("escape: escape", "\"a\\eb\"\n", "\"a\\u001bb\"");
        row("escape: blank", "\"a\\ b\"\n", "\"a b\"");
        row("escape: quote", "\"a\\\"b\"\n", "\"a\\\"b\"");
        row("escape: slash", "\"a\\/b\"\n", "\"a/b\"");
        row("escape: backslash", "\"a\\\\b\"\n", "\"a\\\\b\"");
        row("escape: next line", "\"a\\Nb\"\n", "\"ab\"");
        row("escape: hard blank", "\"a\\_b\"\n", "\"a b\"");
        row("escape: line separator", "\"a\\Lb\"\n", "\"a b\"");
        row("escape: paragraph separator", "\"a\\Pb\"\n", "\"a b\"");
        row("escape: two digits", "\"a\\x41b\"\n", "\"aAb\"");
        row("escape: two digits above ASCII", "\"a\\xe9b\"\n", "\"aéb\"");
        row("escape: four digits", "\"a\\u00e9b\"\n", "\"aéb\"");
        row("escape: four digits, capitals", "\"a\\u20ACb\"\n", "\"a€b\"");
        row("escape: eight digits", "\"a\\U0001F600b\"\n", "\"a😀b\"");
        row("escape: a tab behind a backslash", "\"a\\\tb\"\n", "\"a\\tb\"");
        row("escape: line end", "\"a\\\n  b\"\n", "\"ab\"");
        row("escape: line end, with blanks before", "\"a  \\\n  b\"\n", "\"a  b\"");
        row("escape: a blank at the start of a line", "\"a\n  \\ b\"\n", "\"a  b\"");
        row("escape: two in a row", "\"\\\\n\\n\"\n", "\"\\\\n\\n\"");
        row("an escape in a key", "\"a\\tb\": 1\n", "{\"a\\tb\":1}");
        row("single: nothing", "''\n", "\"\"");
        row("single: blanks", "'  '\n", "\"  \"");
        row("single: a number", "'1'\n", "\"1\"");
        row("single: signs", "'- a: b, [c] {d} # e & * ! | > % @ `'\n",
            "\"- a: b, [c] {d} # e & * ! | > % @ `\"");
        row("single: over two lines", "'a\n  b'\n", "\"a b\"");
        row("single: an empty line within", "'a\n\n  b'\n", "\"a\\nb\"");
        row("single: two empty lines within", "'a\n\n\n  b'\n", "\"a\\n\\nb\"");
        row("single: blanks around a line end", "'a  \n   b'\n", "\"a b\"");
        row("single: a line end first", "'\n  a'\n", "\" a\"");
        row("single: a line end last", "'a\n  '\n", "\"a \"");
        row("single: a comment that is none", "'a # b' # c\n", "\"a # b\"");
        row("single: a tab within", "'a\tb'\n", "\"a\\tb\"");
        row("single: tabs around a line end", "k: 'a\t\n \tb'\n", "{\"k\":\"a b\"}");
        row("single: as key in braces", "{'a': 1, 'b' : 2}\n", "{\"a\":1,\"b\":2}");
        row("single: in a list over lines", "- 'a\n  b'\n- c\n", "[\"a b\",\"c\"]");
        row("double: nothing", "\"\"\n", "\"\"");
        row("double: blanks", "\"  \"\n", "\"  \"");
        row("double: a number", "\"1\"\n", "\"1\"");
        row("double: signs", "\"- a: b, [c] {d} # e & * ! | > % @ `\"\n",
            "\"- a: b, [c] {d} # e & * ! | > % @ `\"");
        row("double: over two lines", "\"a\n  b\"\n", "\"a b\"");
        row("double: an empty line within", "\"a\n\n  b\"\n", "\"a\\nb\"");
        row("double: two empty lines within", "\"a\n\n\n  b\"\n", "\"a\\n\\nb\"");
        row("double: blanks around a line end", "\"a  \n   b\"\n", "\"a b\"");
        row("double: a line end first", "\"\n  a\"\n", "\" a\"");
        row("double: a line end last", "\"a\n  \"\n", "\"a \"");
        row("double: a comment that is none", "\"a # b\" # c\n", "\"a # b\"");
        row("double: a tab within", "\"a\tb\"\n", "\"a\\tb\"");
        row("double: tabs around a line end", "k: \"a\t\n \tb\"\n", "{\"k\":\"a b\"}");
        row("double: as key in braces", "{\"a\": 1, \"b\" : 2}\n", "{\"a\":1,\"b\":2}");
        row("double: in a list over lines", "- \"a\n  b\"\n- c\n", "[\"a b\",\"c\"]");
        row("single: two quotes within", "'it''s'\n", "\"it's\"");
        row("single: only quotes", "''''\n", "\"'\"");
        row("single: backslashes", "'\\n\\'\n", "\"\\\\n\\\\\"");
        row("double: a single quote", "\"it's\"\n", "\"it's\"");
        row("single: a double quote", "'say \"x\"'\n", "\"say \\\"x\\\"\"");
        row("plain: a", "k: a\n", "{\"k\":\"a\"}");
        row("plain in a list: a", "- a\n", "[\"a\"]");
        row("plain: a b", "k: a b\n", "{\"k\":\"a b\"}");
        row("plain in a list: a b", "- a b\n", "[\"a b\"]");
        row("plain: a  b", "k: a  b\n", "{\"k\":\"a  b\"}");
        row("plain in a list: a  b", "- a  b\n", "[\"a  b\"]");
        row("plain: a:b", "k: a:b\n", "{\"k\":\"a:b\"}");
        row("plain in a list: a:b", "- a:b\n", "[\"a:b\"]");
        row("plain: a#b", "k: a#b\n", "{\"k\":\"a#b\"}");
        row("plain in a list: a#b", "- a#b\n", "[\"a#b\"]");
        row("plain in a list: a:", "- a:\n", "[{\"a\":null}]");
        row("plain: -a", "k: -a\n", "{\"k\":\"-a\"}");
        row("plain in a list: -a", "- -a\n", "[\"-a\"]");
        row("plain: --a", "k: --a\n", "{\"k\":\"--a\"}");
        row("plain in a list: --a", "- --a\n", "[\"--a\"]");
        row("plain: ---a", "k: ---a\n", "{\"k\":\"---a\"}");
        row("plain in a list: ---a", "- ---a\n", "[\"---a\"]");
        row("plain: ?a", "k: ?a\n", "{\"k\":\"?a\"}");
        row("plain in a list: ?a", "- ?a\n", "[\"?a\"]");
        row("plain: a?", "k: a?\n", "{\"k\":\"a?\"}");
        row("plain in a list: a?", "- a?\n", "[\"a?\"]");
        row("plain: :a", "k: :a\n", "{\"k\":\":a\"}");
        row("plain in a list: :a", "- :a\n", "[\":a\"]");
        row("plain: a,b", "k: a,b\n", "{\"k\":\"a,b\"}");
        row("plain in a list: a,b", "- a,b\n", "[\"a,b\"]");
        row("plain: a[b]", "k: a[b]\n", "{\"k\":\"a[b]\"}");
        row("plain in a list: a[b]", "- a[b]\n", "[\"a[b]\"]");
        row("plain: a{b}", "k: a{b}\n", "{\"k\":\"a{b}\"}");
        row("plain in a list: a{b}", "- a{b}\n", "[\"a{b}\"]");
        row("plain: a&b", "k: a&b\n", "{\"k\":\"a&b\"}");
        row("plain in a list: a&b", "- a&b\n", "[\"a&b\"]");
        row("plain: a*b", "k: a*b\n", "{\"k\":\"a*b\"}");
        row("plain in a list: a*b", "- a*b\n", "[\"a*b\"]");
        row("plain: a!b", "k: a!b\n", "{\"k\":\"a!b\"}");
        row("plain in a list: a!b", "- a!b\n", "[\"a!b\"]");
        row("plain: a|b", "k: a|b\n", "{\"k\":\"a|b\"}");
        row("plain in a list: a|b", "- a|b\n", "[\"a|b\"]");
        row("plain: a>b", "k: a>b\n", "{\"k\":\"a>b\"}");
        row("plain in a list: a>b", "- a>b\n", "[\"a>b\"]");
        row("plain: a%b", "k: a%b\n", "{\"k\":\"a%b\"}");
        row("plain in a list: a%b", "- a%b\n", "[\"a%b\"]");
        row("plain: a@b", "k: a@b\n", "{\"k\":\"a@b\"}");
        row("plain in a list: a@b", "- a@b\n", "[\"a@b\"]");
        row("plain: a`b", "k: a`b\n", "{\"k\":\"a`b\"}");
        row("plain in a list: a`b", "- a`b\n", "[\"a`b\"]");
        row("plain: a\"b", "k: a\"b\n", "{\"k\":\"a\\\"b\"}");
        row("plain in a list: a\"b", "- a\"b\n", "[\"a\\\"b\"]");
        row("plain: a'b", "k: a'b\n", "{\"k\":\"a'b\"}");
        row("plain in a list: a'b", "- a'b\n", "[\"a'b\"]");
        row("plain: a\\b", "k: a\\b\n", "{\"k\":\"a\\\\b\"}");
        row("plain in a list: a\\b", "- a\\b\n", "[\"a\\\\b\"]");
        row("plain: a=b", "k: a=b\n", "{\"k\":\"a=b\"}");
        row("plain in a list: a=b", "- a=b\n", "[\"a=b\"]");
        row("plain: é", "k: é\n", "{\"k\":\"é\"}");
        row("plain in a list: é", "- é\n", "[\"é\"]");
        row("plain: 😀", "k: 😀\n", "{\"k\":\"😀\"}");
        row("plain in a list: 😀", "- 😀\n", "[\"😀\"]");
        row("plain: x:y", "k: x:y\n", "{\"k\":\"x:y\"}");
        row("plain in a list: x:y", "- x:y\n", "[\"x:y\"]");
        row("plain: 1a", "k: 1a\n", "{\"k\":\"1a\"}");
        row("plain in a list: 1a", "- 1a\n", "[\"1a\"]");
        row("plain: a1", "k: a1\n", "{\"k\":\"a1\"}");
        row("plain in a list: a1", "- a1\n", "[\"a1\"]");
        row("plain: .a", "k: .a\n", "{\"k\":\".a\"}");
        row("plain in a list: .a", "- .a\n", "[\".a\"]");
        row("plain: +a", "k: +a\n", "{\"k\":\"+a\"}");
        row("plain in a list: +a", "- +a\n", "[\"+a\"]");
        row("plain: ~a", "k: ~a\n", "{\"k\":\"~a\"}");
        row("plain in a list: ~a", "- ~a\n", "[\"~a\"]");
        row("plain: <a", "k: <a\n", "{\"k\":\"<a\"}");
        row("plain in a list: <a", "- <a\n", "[\"<a\"]");
        row("plain: /a", "k: /a\n", "{\"k\":\"/a\"}");
        row("plain in a list: /a", "- /a\n", "[\"/a\"]");
        row("plain: $a", "k: $a\n", "{\"k\":\"$a\"}");
        row("plain in a list: $a", "- $a\n", "[\"$a\"]");
        row("plain: (a)", "k: (a)\n", "{\"k\":\"(a)\"}");
        row("plain in a list: (a)", "- (a)\n", "[\"(a)\"]");
        row("plain: http://a/b?c=d&e#f", "k: http://a/b?c=d&e#f\n",
            "{\"k\":\"http://a/b?c=d&e#f\"}");
        row("plain in a list: http://a/b?c=d&e#f", "- http://a/b?c=d&e#f\n",
            "[\"http://a/b?c=d&e#f\"]");
        row("plain: C:\\x", "k: C:\\x\n", "{\"k\":\"C:\\\\x\"}");
        row("plain in a list: C:\\x", "- C:\\x\n", "[\"C:\\\\x\"]");
        row("plain: 10.0.0.1", "k: 10.0.0.1\n", "{\"k\":\"10.0.0.1\"}");
        row("plain in a list: 10.0.0.1", "- 10.0.0.1\n", "[\"10.0.0.1\"]");
        row("plain: 1.2.3", "k: 1.2.3\n", "{\"k\":\"1.2.3\"}");
        row("plain in a list: 1.2.3", "- 1.2.3\n", "[\"1.2.3\"]");
        row("plain: 2001-01-01T", "k: 2001-01-01T\n", "{\"k\":\"2001-01-01T\"}");
        row("plain in a list: 2001-01-01T", "- 2001-01-01T\n", "[\"2001-01-01T\"]");
        row("plain: 12:30:x", "k: 12:30:x\n", "{\"k\":\"12:30:x\"}");
        row("plain in a list: 12:30:x", "- 12:30:x\n", "[\"12:30:x\"]");
        row("plain: 0x", "k: 0x\n", "{\"k\":\"0x\"}");
        row("plain in a list: 0x", "- 0x\n", "[\"0x\"]");
        row("plain: 1e", "k: 1e\n", "{\"k\":\"1e\"}");
        row("plain in a list: 1e", "- 1e\n", "[\"1e\"]");
        row("plain: e1", "k: e1\n", "{\"k\":\"e1\"}");
        row("plain in a list: e1", "- e1\n", "[\"e1\"]");
        row("plain in a list: -", "- -\n", "[[null]]");
        row("plain: -x", "k: -x\n", "{\"k\":\"-x\"}");
        row("plain in a list: -x", "- -x\n", "[\"-x\"]");
        row("plain in brackets: a", "[a, a]\n", "[\"a\",\"a\"]");
        row("plain in brackets: a b", "[a b, a b]\n", "[\"a b\",\"a b\"]");
        row("plain in brackets: a:b", "[a:b, a:b]\n", "[\"a:b\",\"a:b\"]");
        row("plain in brackets: a#b", "[a#b, a#b]\n", "[\"a#b\",\"a#b\"]");
        row("plain in brackets: -a", "[-a, -a]\n", "[\"-a\",\"-a\"]");
        row("plain in brackets: é", "[é, é]\n", "[\"é\",\"é\"]");
        row("plain in brackets: 1", "[1, 1]\n", "[1,1]");
        row("plain in brackets: a-b", "[a-b, a-b]\n", "[\"a-b\",\"a-b\"]");
        row("plain in brackets: a/b", "[a/b, a/b]\n", "[\"a/b\",\"a/b\"]");
        row("plain in brackets: a.b", "[a.b, a.b]\n", "[\"a.b\",\"a.b\"]");
        row("plain over lines", "k: a\n  b\n   c\n", "{\"k\":\"a b c\"}");
        row("plain over an empty line", "k: a\n\n  b\n", "{\"k\":\"a\\nb\"}");
        row("plain over lines, then a key", "k: a\n  b\nl: c\n", "{\"k\":\"a b\",\"l\":\"c\"}");
        row("plain over lines in a list", "- a\n  b\n- c\n", "[\"a b\",\"c\"]");
        row("plain over lines in brackets", "[a\n b, c]\n", "[\"a b\",\"c\"]");
        row("plain over lines at the top", "a\nb\n", "\"a b\"");
        row("plain with a comment behind", "k: a # b\n", "{\"k\":\"a\"}");
        row("plain, a comment ends it", "k: a\n# b\nl: c\n", "{\"k\":\"a\",\"l\":\"c\"}");
        row("plain with blanks behind", "k: a   \n", "{\"k\":\"a\"}");
        row("plain, as long key", "a b c: 1\n", "{\"a b c\":1}");
        row("keys with colons within", "a:b: 1\n", "{\"a:b\":1}");
        row("keys with number signs within", "a#b: 1\n", "{\"a#b\":1}");
        row("keys that begin with a dash", "-a: 1\n", "{\"-a\":1}");
        row("a blank in front of the colon", "a : 1\n", "{\"a\":1}");
        row("several blanks behind the colon", "a:    1\n", "{\"a\":1}");
        row("brackets: empty list", "[]\n", "[]");
        row("brackets: empty map", "{}\n", "{}");
        row("brackets: blanks in an empty list", "[  ]\n", "[]");
        row("brackets: one item", "[a]\n", "[\"a\"]");
        row("brackets: one item and a comma", "[a,]\n", "[\"a\"]");
        row("brackets: one pair", "{a: 1}\n", "{\"a\":1}");
        row("brackets: one pair and a comma", "{a: 1,}\n", "{\"a\":1}");
        row("brackets: no blank behind commas", "[a,b,c]\n", "[\"a\",\"b\",\"c\"]");
        row("brackets: a key alone", "{a}\n", "{\"a\":null}");
        row("brackets: keys alone", "{a, b}\n", "{\"a\":null,\"b\":null}");
        row("brackets: a key without value", "{a: , b: 1}\n", "{\"a\":null,\"b\":1}");
        row("brackets: a key without value at the end", "{a:}\n", "{\"a\":null}");
        row("brackets: lists in lists", "[[], [[]], [a, [b]]]\n", "[[],[[]],[\"a\",[\"b\"]]]");
        row("brackets: maps in maps", "{a: {b: {c: {}}}}\n", "{\"a\":{\"b\":{\"c\":{}}}}");
        row("brackets: a pair in a list", "[a: 1]\n", "[{\"a\":1}]");
        row("brackets: pairs in a list", "[a: 1, b: 2]\n", "[{\"a\":1},{\"b\":2}]");
        row("brackets: an explicit pair in a list", "[? a : 1]\n", "[{\"a\":1}]");
        row("brackets: an explicit key in a map", "{? a : 1, ? b}\n", "{\"a\":1,\"b\":null}");
        row("brackets: over lines", "[a,\n  b,\n  c]\n", "[\"a\",\"b\",\"c\"]");
        row("brackets: over lines, no deeper", "[\na,\nb\n]\n", "[\"a\",\"b\"]");
        row("brackets: a comment within", "[a, # one\n b]\n", "[\"a\",\"b\"]");
        row("brackets: a comment right in front", "[ # none\n a]\n", "[\"a\"]");
        row("brackets: JSON without blanks", "{\"a\":[1,2.5,true,null,\"x\"],\"b\":{}}\n",
            "{\"a\":[1,2.5,true,null,\"x\"],\"b\":{}}");
        row("brackets: a quoted key and no blank", "{\"a\":b}\n", "{\"a\":\"b\"}");
        row("brackets: blanks around the colon", "{\"a\" : 1}\n", "{\"a\":1}");
        row("brackets: a list as value", "{a: [1, 2], b: [3]}\n", "{\"a\":[1,2],\"b\":[3]}");
        row("brackets: an empty line within", "[a,\n\n b]\n", "[\"a\",\"b\"]");
        row("structure: a list in a map", "a:\n  - 1\n  - 2\n", "{\"a\":[1,2]}");
        row("structure: a list no deeper", "a:\n- 1\n- 2\nb: 3\n", "{\"a\":[1,2],\"b\":3}");
        row("structure: a map in a list", "- a: 1\n  b: 2\n- c: 3\n",
            "[{\"a\":1,\"b\":2},{\"c\":3}]");
        row("structure: a map below its dash", "-\n  a: 1\n-\n  b: 2\n", "[{\"a\":1},{\"b\":2}]");
        row("structure: lists in lists", "- - a\n  - b\n- - - c\n", "[[\"a\",\"b\"],[[\"c\"]]]");
        row("structure: a list below its dash", "-\n  - a\n- b\n", "[[\"a\"],\"b\"]");
        row("structure: maps in maps", "a:\n  b:\n    c: 1\n  d: 2\n",
            "{\"a\":{\"b\":{\"c\":1},\"d\":2}}");
        row("structure: values left out", "a:\nb:\nc:\n  d:\n",
            "{\"a\":null,\"b\":null,\"c\":{\"d\":null}}");
        row("structure: items left out", "-\n- a\n-\n", "[null,\"a\",null]");
        row("structure: comments everywhere", "# a\na: # b\n  # c\n  - 1 # d\n# e\n  - 2\n# f\n",
            "{\"a\":[1,2]}");
        row("structure: empty lines everywhere", "\n\na:\n\n  - 1\n\n\n  - 2\n\n", "{\"a\":[1,2]}");
        row("structure: one blank deep", "a:\n b:\n  c: 1\n", "{\"a\":{\"b\":{\"c\":1}}}");
        row("structure: eight blanks deep", "a:\n        b: 1\n", "{\"a\":{\"b\":1}}");
        row("structure: different depths", "a:\n  b: 1\nc:\n      d: 2\n",
            "{\"a\":{\"b\":1},\"c\":{\"d\":2}}");
        row("structure: explicit keys", "? a\n: 1\n? b\n: 2\n", "{\"a\":1,\"b\":2}");
        row("structure: an explicit key without value", "? a\n", "{\"a\":null}");
        row("structure: an explicit key over lines", "? a\n  b\n: 1\n", "{\"a b\":1}");
        row("structure: a block as explicit key", "? |\n  a\n: 1\n", "{\"a\\n\":1}");
        row("structure: a list as value of an explicit key", "? a\n: - 1\n  - 2\n",
            "{\"a\":[1,2]}");
        row("structure: a document mark", "---\na: 1\n", "{\"a\":1}");
        row("structure: a document mark and its end", "---\na: 1\n...\n", "{\"a\":1}");
        row("structure: a value behind the mark", "--- a\n", "\"a\"");
        row("structure: a list behind the mark", "---\n- a\n", "[\"a\"]");
        row("structure: a comment behind the mark", "--- # x\na: 1\n", "{\"a\":1}");
        row("structure: no line end at the end", "a: 1", "{\"a\":1}");
        row("structure: no line end behind a list", "- a\n- b", "[\"a\",\"b\"]");
        row("structure: no line end behind a comment", "a: 1 # x", "{\"a\":1}");
        row("structure: a directive", "%YAML 1.1\n---\na: 1\n", "{\"a\":1}");
        row("anchor: of text", "a: &x b\nc: *x\n", "{\"a\":\"b\",\"c\":\"b\"}");
        row("anchor: of a number", "a: &x 1\nc: *x\n", "{\"a\":1,\"c\":1}");
        row("anchor: of quoted text", "a: &x \"b\"\nc: *x\n", "{\"a\":\"b\",\"c\":\"b\"}");
        row("anchor: of a block", "a: &x |\n  b\nc: *x\n", "{\"a\":\"b\\n\",\"c\":\"b\\n\"}");
        row("anchor: of a list", "a: &x [1, 2]\nc: *x\n", "{\"a\":[1,2],\"c\":[1,2]}");
        row("anchor: of a block list", "a: &x\n  - 1\nc: *x\n", "{\"a\":[1],\"c\":[1]}");
        row("anchor: of a map", "a: &x {b: 1}\nc: *x\n", "{\"a\":{\"b\":1},\"c\":{\"b\":1}}");
        row("anchor: of a block map", "a: &x\n  b: 1\nc: *x\n",
            "{\"a\":{\"b\":1},\"c\":{\"b\":1}}");
        row("anchor: of nothing", "a: &x\nc: *x\n", "{\"a\":null,\"c\":null}");
        row("anchor: of a key", "&x a: 1\nb: *x\n", "{\"a\":1,\"b\":\"a\"}");
        row("anchor: as key", "a: &x b\n*x : 1\n", "{\"a\":\"b\",\"b\":1}");
        row("anchor: in brackets", "[&x a, *x, *x]\n", "[\"a\",\"a\",\"a\"]");
        row("anchor: in a list", "- &x a\n- *x\n", "[\"a\",\"a\"]");
        row("anchor: of what holds an alias", "- &x 1\n- &y [*x, 2]\n- *y\n", "[1,[1,2],[1,2]]");
        row("anchor: with a tag behind", "- &x !!str 1\n- *x\n", "[\"1\",\"1\"]");
        row("anchor: with a tag before", "- !!str &x 1\n- *x\n", "[\"1\",\"1\"]");
        row("merge: one map", "- &a {x: 1, y: 2}\n- {<<: *a}\n",
            "[{\"x\":1,\"y\":2},{\"x\":1,\"y\":2}]");
        row("merge: own keys before", "- &a {x: 1, y: 2}\n- {x: 3, <<: *a}\n",
            "[{\"x\":1,\"y\":2},{\"x\":3,\"y\":2}]");
        row("merge: own keys behind", "- &a {x: 1, y: 2}\n- {<<: *a, x: 3}\n",
            "[{\"x\":1,\"y\":2},{\"x\":3,\"y\":2}]");
        row("merge: a list of maps", "- &a {x: 1}\n- &b {x: 2, y: 3}\n- {<<: [*a, *b]}\n",
            "[{\"x\":1},{\"x\":2,\"y\":3},{\"x\":1,\"y\":3}]");
        row("merge: a list of maps, the other way",
            "- &a {x: 1}\n- &b {x: 2, y: 3}\n- {<<: [*b, *a]}\n",
            "[{\"x\":1},{\"x\":2,\"y\":3},{\"x\":2,\"y\":3}]");
        row("merge: a map written out", "<<: {x: 1}\ny: 2\n", "{\"x\":1,\"y\":2}");
        row("merge: of what is merged itself",
            "- &a {x: 1}\n- &b {<<: *a, y: 2}\n- {<<: *b, z: 3}\n",
            "[{\"x\":1},{\"x\":1,\"y\":2},{\"x\":1,\"y\":2,\"z\":3}]");
        row("merge: an empty map", "- &a {}\n- {<<: *a, x: 1}\n", "[{},{\"x\":1}]");
        row("merge: an empty list", "<<: []\nx: 1\n", "{\"x\":1}");
        row("merge: in block style", "base: &b\n  x: 1\n  y: 2\nmine:\n  <<: *b\n  y: 3\n",
            "{\"base\":{\"x\":1,\"y\":2},\"mine\":{\"x\":1,\"y\":3}}");
        row("merge: deep values are not merged", "- &a {x: {p: 1}}\n- {<<: *a, x: {q: 2}}\n",
            "[{\"x\":{\"p\":1}},{\"x\":{\"q\":2}}]");
    }

    void everyFormIsReadAsPyYamlReadsIt()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QByteArray, json);
        const Result<Value> expected = parseJson(json);
        VERIFY_RESULT(expected);
        const Result<Value> value = parseYamlValue(yaml, {.schema = YamlSchema::Yaml11});
        VERIFY_RESULT(value);
        QCOMPARE(toJson(*value), toJson(*expected));
    }

    void whatIsReadIsWrittenAndReadAgain_data() { everyFormIsReadAsPyYamlReadsIt_data(); }

    void whatIsReadIsWrittenAndReadAgain()
    {
        QFETCH(const QByteArray, yaml);
        for (const YamlSchema schema : {YamlSchema::Core, YamlSchema::Yaml11}) {
            const Result<Value> value = parseYamlValue(yaml, {.schema = schema});
            VERIFY_RESULT(value);
            const Result<Value> again = parseYamlValue(toYaml(*value), {.schema = schema});
            VERIFY_RESULT(again);
            QCOMPARE(toJson(*again), toJson(*value));
        }
    }
};

QTEST_APPLESS_MAIN(TestYamlForms)
#include "tst_yamlforms.moc"
