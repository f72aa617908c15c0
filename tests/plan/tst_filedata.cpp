#include "models/plan/filedata.h"

#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr ListMerge mergeWays[] = {ListMerge::Replace, ListMerge::Join};

void addMergeColumns()
{
    QTest::addColumn<Value>("given");
    QTest::addColumn<Value>("more");
    QTest::addColumn<Value>("expected");
}

void mergeRow(const char *name, const Value &given, const Value &more, const Value &expected)
{
    QTest::newRow(name) << given << more << expected;
}

} // namespace

class TestFileData : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void dataAreMergedWhateverBecomesOfLists_data()
    {
        addMergeColumns();
        const Map one{{u"a"_s, 1}, {u"b"_s, 2}};
        mergeRow("nothing into nothing", {}, {}, {});
        mergeRow("a number over a number", 1, 2, 2);
        mergeRow("text over a map", one, u"x"_s, u"x"_s);
        mergeRow("nothing over a map", one, {}, {});
        mergeRow("a map over nothing", {}, one, one);
        mergeRow("a map over text", u"x"_s, one, one);
        mergeRow("no entry", one, Map(), one);
        mergeRow("into a map without entries", Map(), one, one);
        mergeRow("a key that is there keeps its place", one, Map{{u"c"_s, 3}, {u"a"_s, 4}},
                 Map{{u"a"_s, 4}, {u"b"_s, 2}, {u"c"_s, 3}});
        mergeRow("nothing for an entry", one, Map{{u"a"_s, Value()}},
                 Map{{u"a"_s, Value()}, {u"b"_s, 2}});
        mergeRow("maps in maps", Map{{u"m"_s, Map{{u"n"_s, one}}}},
                 Map{{u"m"_s, Map{{u"n"_s, Map{{u"b"_s, 5}}}}}},
                 Map{{u"m"_s, Map{{u"n"_s, Map{{u"a"_s, 1}, {u"b"_s, 5}}}}}});
        mergeRow("a list over a map", Map{{u"a"_s, one}}, Map{{u"a"_s, List{1}}},
                 Map{{u"a"_s, List{1}}});
        mergeRow("a list over text", Map{{u"a"_s, u"x"_s}}, Map{{u"a"_s, List{1}}},
                 Map{{u"a"_s, List{1}}});
    }

    void dataAreMergedWhateverBecomesOfLists()
    {
        QFETCH(const Value, given);
        QFETCH(const Value, more);
        QFETCH(const Value, expected);
        for (const ListMerge lists : mergeWays) {
            QCOMPARE(merged(given, more, lists), expected);
            QCOMPARE(mergedData(given, more, lists), expected);
        }
    }

    void ofTwoListsTheLaterStands()
    {
        const Map given{{u"l"_s, List{1, 2, 3}}};
        for (const Value &other : {Value(List{4}), Value(List()), Value(Map()), Value(7), Value()})
            QCOMPARE(merged(given, Map{{u"l"_s, other}}, ListMerge::Replace),
                     Value(Map{{u"l"_s, other}}));
    }

    void listsAreJoined_data()
    {
        addMergeColumns();
        const Value both = Map{{u"a"_s, 1}};
        const double none = qQNaN();
        mergeRow("one behind the other", List{1, 2}, List{3}, List{1, 2, 3});
        mergeRow("with no other", List{1}, List(), List{1});
        mergeRow("what both have stands once", List{1, 2}, List{2, 3, 3}, List{1, 2, 3});
        mergeRow("what one has twice stands once", List{1, 1}, List(), List{1});
        mergeRow("a whole number and a fraction without one", List{1}, List{1.0}, List{1});
        mergeRow("a number and its text", List{1}, List{u"1"_s}, List{1, u"1"_s});
        mergeRow("truth and its text", List{true}, List{u"true"_s, true}, List{true, u"true"_s});
        mergeRow("nothing and its text", List{Value()}, List{u"null"_s, Value()},
                 List{Value(), u"null"_s});
        mergeRow("what is no number", List{none}, List{none, Value()}, List{none, Value()});
        mergeRow("numbers without an end", List{qInf(), -qInf()}, List{-qInf(), qInf(), none},
                 List{qInf(), -qInf(), none});
        mergeRow("maps stand as often as they come", List{both}, List{both}, List{both, both});
        mergeRow("lists too", List{Value(List{1})}, List{Value(List{1})}, List{List{1}, List{1}});
        mergeRow("with text, as a whole", List{1}, u"abc"_s, List{1, u"abc"_s});
        mergeRow("with nothing", List{1}, {}, List{1, Value()});
        mergeRow("with a map, as a whole", List{1}, both, List{1, both});
    }

    void listsAreJoined()
    {
        QFETCH(const Value, given);
        QFETCH(const Value, more);
        const Value inside = merged(Map{{u"l"_s, given}}, Map{{u"l"_s, more}}, ListMerge::Join);
        QVERIFY(inside.toMap());
        QTEST(inside.toMap()->value(u"l"), "expected");
    }

    void listsThatAreAllOfTheDataAreMergedPlaceByPlace_data()
    {
        addMergeColumns();
        const auto entry = [](int number) { return Value(Map{{u"a"_s, number}}); };
        mergeRow("the same length", List{1, 2}, List{3, 4}, List{3, 4});
        mergeRow("a shorter one", List{1, 2}, List{3}, List{3, 2});
        mergeRow("a longer one", List{1}, List{3, 4, 5}, List{3, 4, 5});
        mergeRow("an empty one", List{1}, List(), List{1});
        mergeRow("into an empty one", List(), List{1}, List{1});
        mergeRow("maps", List{Map{{u"a"_s, 1}, {u"b"_s, 2}}, 1}, List{entry(3)},
                 List{Map{{u"a"_s, 3}, {u"b"_s, 2}}, 1});
        mergeRow("a list stays before a map", List{1}, entry(1), List{1});
        mergeRow("and before text", List{1}, u"x"_s, List{1});
        mergeRow("a map goes for a list", entry(1), List{1}, List{1});
    }

    void listsThatAreAllOfTheDataAreMergedPlaceByPlace()
    {
        QFETCH(const Value, given);
        QFETCH(const Value, more);
        QFETCH(const Value, expected);
        for (const ListMerge lists : mergeWays)
            QCOMPARE(mergedData(given, more, lists), expected);
    }

    void listsInListsAreMergedAsTheTemplateSays()
    {
        const List given{Value(List{1, 2})};
        const List more{Value(List{2, 3})};
        QCOMPARE(mergedData(given, more, ListMerge::Replace), Value(List{Value(List{2, 3})}));
        QCOMPARE(mergedData(given, more, ListMerge::Join), Value(List{Value(List{1, 2, 3})}));
    }

    void theIndentIsFound_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("indent");
        QTest::newRow("no text") << QString() << 0;
        QTest::newRow("no indent") << u"{\"a\": 1}\nb\n"_s << 0;
        QTest::newRow("empty lines only") << u"\n\n\n"_s << 0;
        QTest::newRow("two blanks") << u"{\n  \"a\": 1\n}\n"_s << 2;
        QTest::newRow("four, of levels") << u"{\n    a: {\n        b: 1\n    }\n}\n"_s << 4;
        QTest::newRow("a tab") << u"{\n\ta: {\n\t\tb: 1\n\t}\n}\n"_s << 1;
        QTest::newRow("two tabs") << u"a\n\t\tb\n"_s << 2;
        QTest::newRow("single blanks are of a comment")
            << u"/*\n * a\n * b\n * c\n */\nd\n    e\n"_s << 4;
        QTest::newRow("where there is nothing else they count") << u"a\n b\n c\n"_s << 1;
        QTest::newRow("what is used most often")
            << u"a\n  b\nc\n    d\ne\n    f\ng\n    h\n"_s << 4;
        QTest::newRow("of as many, the first") << u"a\n  b\nc\n    d\n"_s << 2;
        QTest::newRow("a line as far in as the one before counts for it")
            << u"a\n  b\nc\n    d\n    e\n"_s << 4;
        QTest::newRow("an empty line changes nothing") << u"a\n   b\n\n   c\n      d\n"_s << 3;
        QTest::newRow("the way back counts too") << u"a\n    b\n  c\nd\n  e\n"_s << 2;
        QTest::newRow("blanks behind a tab are no indent") << u"a\n\t  b\n"_s << 1;
        QTest::newRow("tabs and blanks are counted apart")
            << u"a\n\tb\nc\n\td\ne\n      f\n"_s << 1;
        QTest::newRow("at the first line") << u"   a\n   b\n"_s << 3;
    }

    void theIndentIsFound()
    {
        QFETCH(const QString, text);
        QFETCH(const int, indent);
        QCOMPARE(indentOf(text), indent);
    }

    void documentsAreRead_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<List>("expected");
        QTest::newRow("one") << "a: 1\n"_ba << List{Map{{u"a"_s, 1}}};
        QTest::newRow("several") << "a: 1\n---\n- x\n---\nt\n"_ba
                                 << List{Map{{u"a"_s, 1}}, List{u"x"_s}, u"t"_s};
        QTest::newRow("one that is empty")
            << "a\n---\n---\nb\n"_ba << List{u"a"_s, Value(), u"b"_s};
        QTest::newRow("JSON") << R"({"a": [true, null, 1.5]})"_ba
                              << List{Map{{u"a"_s, List{true, Value(), 1.5}}}};
        QTest::newRow("an ended one") << "a\n...\n"_ba << List{u"a"_s};
    }

    void documentsAreRead()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const List, expected);
        const auto all = allYamlData(content, "x.yaml");
        VERIFY_RESULT(all);
        QCOMPARE(*all, expected);
        const auto one = yamlData(content, "x.yaml");
        QCOMPARE(one.has_value(), expected.size() == 1);
        if (one)
            QCOMPARE(*one, expected.first());
    }

    void whatIsNoYamlIsToldWithItsFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("line");
        QTest::newRow("an open list") << "a: 1\nb: [1, 2\n"_ba << 0;
        QTest::newRow("a tab for an indent") << "a:\n\tb: 1\n"_ba << 2;
        QTest::newRow("a key that comes twice") << "a: 1\nb: 2\na: 3\n"_ba << 3;
        QTest::newRow("an anchor that is not there") << "a: *b\n"_ba << 1;
        QTest::newRow("in the second document") << "a: 1\n---\nb: {\n"_ba << 0;
    }

    void whatIsNoYamlIsToldWithItsFile()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const int, line); // 0: wherever it is noticed
        const auto all = allYamlData(content, "d/\xc3\xa4.yaml");
        const auto one = yamlData(content, "d/\xc3\xa4.yaml");
        QVERIFY(!all && !one);
        for (const Problem &problem : {all.error().problem, one.error().problem}) {
            QCOMPARE(problem.file, u"d/ä.yaml"_s);
            QVERIFY(!problem.message.isEmpty());
            QVERIFY(problem.position);
            if (line > 0)
                QCOMPARE(problem.position->line, line);
        }
    }
};

QTEST_APPLESS_MAIN(TestFileData)
#include "tst_filedata.moc"
