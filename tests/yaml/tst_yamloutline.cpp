#include "models/yaml/yamloutline.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// The steps through the first document of `text`, or the fault.
QString steps(const QByteArray &text, const YamlOptions &options = {})
{
    static const QStringList names{u"["_s, u"]"_s, u"{"_s, u"}"_s, u"*"_s, u"x"_s, u"-"_s};
    try {
        const std::optional<YamlOutline> outline = YamlOutliner(text, 0, options).next();
        if (!outline)
            return u"nothing"_s;
        QStringList words;
        for (const YamlStep &step : outline->steps) {
            words += step.kind == YamlStep::Kind::Scalar
                ? QString::fromUtf8(text.sliced(step.begin, step.end - step.begin))
                : names.at(static_cast<int>(step.kind));
        }
        return words.join(u' ');
    } catch (const YamlFault &fault) {
        return u"%1 at %2"_s.arg(fault.code).arg(fault.offset);
    }
}

bool isCommon(const QByteArray &text)
{
    const YamlOptions options;
    const std::optional<YamlOutline> outline = YamlOutliner(text, 0, options).next();
    return outline && outline->isCommon;
}

} // namespace

class TestYamlOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theStepsThroughADocument_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("steps");
        const auto row = [](const char *name, const QByteArray &text, const QString &expected) {
            QTest::newRow(name) << text << expected;
        };
        row("nothing", "# x\n", u"nothing"_s);
        row("an empty document", "---\n", u"-"_s);
        row("a text", "a", u"a"_s);
        row("a map", "a: 1\nb: 2\n", u"{ a 1 b 2 }"_s);
        row("a value that is not there", "a:\nb: 1\n", u"{ a - b 1 }"_s);
        row("an item that is not there", "-\n- a\n", u"[ - a ]"_s);
        row("a list no deeper than its key", "a:\n- 1\n- 2\nb: 3\n", u"{ a [ 1 2 ] b 3 }"_s);
        row("an explicit key without value", "? a\n", u"{ a - }"_s);
        row("brackets", "[a, [b], {c: d}]", u"[ a [ b ] { c d } ]"_s);
        row("a pair in brackets", "[a: 1, b]", u"[ { a 1 } b ]"_s);
        row("a key alone in braces", "{a, b: }", u"{ a - b - }"_s);
        row("an alias", "- &x a\n- *x\n", u"[ a * ]"_s);
        row("an anchor of nothing", "a: &x\n", u"{ a - }"_s);
        row("only the first document", "a\n---\nb\n", u"a"_s);
        row("a list that goes on as a map", "- a\nb: 1\n", u"yaml.syntax at 4"_s);
        row("a bracket that is not closed", "[a", u"yaml.bracket at 0"_s);
        row("a comma too many", "[a,,b]", u"yaml.syntax at 3"_s);
        row("two anchors", "&a &b c", u"yaml.syntax at 3"_s);
        row("a directive without document", "%YAML 1.2\na: 1\n", u"yaml.syntax at 0"_s);
    }

    void theStepsThroughADocument()
    {
        QFETCH(const QByteArray, text);
        QTEST(steps(text), "steps");
    }

    void whatEveryReaderTakesAlikeIsCommon_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isCommon");
        const auto row = [](const char *name, const QByteArray &text, bool expected) {
            QTest::newRow(name) << text << expected;
        };
        row("a map", "a: 1\nb: [x, {y: z}]\n", true);
        row("comments", "a: 1 # b\n", true);
        row("quotes", "a: \"b\\n\\u00e9\"\nc: 'it''s'\n", true);
        row("a literal", "a: |-\n  x\n", true);
        row("JSON", "{\"a\":[1,true,null,\"x\"]}", true);
        row("values that are not there", "a:\nb:\n", true);
        row("a document mark", "--- \na: 1\n", true);
        row("an address", "a: http://b/c#d\n", true);
        row("a flag", "- --port\n- -v\n", true);
        row("an anchor", "a: &x 1\n", false);
        row("an alias", "a: &x 1\nb: *x\n", false);
        row("a tag", "a: !!str 1\n", false);
        row("a directive", "%YAML 1.2\n---\na: 1\n", false);
        row("an explicit key", "? a\n: 1\n", false);
        row("plain text over lines", "a: b\n  c\n", false);
        row("quotes over lines", "a: 'b\n  c'\n", false);
        row("a block that names its indentation", "a: |2\n    x\n", false);
        row("a pair in brackets", "[a: 1]", false);
        row("a key alone in braces", "{a}", false);
        row("nothing behind a colon in braces", "{a: }", false);
        row("a colon within text in brackets", "[a:b]", false);
        row("a tab within text", "a: b\tc\n", false);
        row("text that begins with a question mark", "?a", false);
        row("text that begins with a colon", "a: :b\n", false);
    }

    void whatEveryReaderTakesAlikeIsCommon()
    {
        QFETCH(const QByteArray, text);
        QTEST(isCommon(text), "isCommon");
    }

    void rareThingsOfOneDocumentAreNotTheNextOnes()
    {
        const YamlOptions options;
        YamlOutliner outliner("a: &x 1\n---\nb: 2\n---\n[c: 3]\n...\n", 0, options);
        QVERIFY(!outliner.next()->isCommon);
        QVERIFY(outliner.next()->isCommon);
        QVERIFY(!outliner.next()->isCommon);
        QVERIFY(!outliner.next().has_value());
    }

    void aDocumentKnowsItsPlace()
    {
        const YamlOptions options;
        YamlOutliner outliner("# c\na: 1\n---\nb: 2\n", 0, options);
        const std::optional<YamlOutline> first = outliner.next();
        QCOMPARE(first->begin, 4);
        QCOMPARE(first->end, 9);
        const std::optional<YamlOutline> second = outliner.next();
        QCOMPARE(second->begin, 9);
        QCOMPARE(second->end, 18);
    }

    void depthAndNumberAreLimited()
    {
        QCOMPARE(steps("[[a]]", {.limits = {.depth = 2}}), u"[ [ a ] ]"_s);
        QCOMPARE(steps("[[[a]]]", {.limits = {.depth = 2}}), u"yaml.too-deep at 2"_s);
        QCOMPARE(steps("[a, b, c, d]", {.limits = {.nodes = 1}}), u"yaml.too-large at 7"_s);
    }

    void aStopIsAFault()
    {
        const std::stop_source source;
        source.request_stop();
        QCOMPARE(steps("a: 1", {.stop = source.get_token()}), u"yaml.stopped at 0"_s);
    }
};

QTEST_APPLESS_MAIN(TestYamlOutline)
#include "tst_yamloutline.moc"
