#include "models/yaml/yamlblocktext.h"
#include "models/yaml/yamlcommonscalar.h"
#include "models/yaml/yamlnumbers.h"
#include "models/yaml/yamlquotedtext.h"
#include "models/yaml/yamltextstyle.h"
#include "models/yaml/yamltypes.h"
#include "tests/support/testing.h"

#include <cmath>

using namespace Qt::StringLiterals;
using namespace waymark;

/// The parts that scalars are read and written with, each by itself.
class TestYamlScalars : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesAreTakenOff_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &source, const QString &text) {
            QTest::newRow(name) << source << text;
        };
        row("nothing", "''", u""_s);
        row("nothing in double quotes", "\"\"", u""_s);
        row("a quote", "''''", u"'"_s);
        row("quotes at both ends", "'''a'''", u"'a'"_s);
        row("a backslash in single quotes", "'\\n'", u"\\n"_s);
        row("a double quote in single ones", "'\"'", u"\""_s);
        row("a single quote in double ones", "\"'\"", u"'"_s);
        row("an escape at the start", "\"\\tx\"", u"\tx"_s);
        row("an escape at the end", "\"x\\\\\"", u"x\\"_s);
        row("an escaped quote", "\"\\\"\"", u"\""_s);
        row("two digits", "\"\\x7e\"", u"~"_s);
        row("four digits", "\"\\u20ac\"", u"€"_s);
        row("eight digits", "\"\\U0001F600!\"", u"😀!"_s);
        row("next line", "\"\\N\"", u"\u0085"_s);
        row("a blank that does not break", "\"\\_\"", u"\u00a0"_s);
        row("separators", "\"\\L\\P\"", u"\u2028\u2029"_s);
        row("zero", "\"\\0\"", QString(QChar(0)));
        row("an escaped blank", "\"\\ x\"", u" x"_s);
        row("folded", "'a\n  b'", u"a b"_s);
        row("folded, blanks go", "'a \t\n \t b'", u"a b"_s);
        row("an empty line", "'a\n\n b'", u"a\nb"_s);
        row("two empty lines", "'a\n\n\n b'", u"a\n\nb"_s);
        row("blanks on the empty line", "'a\n   \n b'", u"a\nb"_s);
        row("on Windows", "'a\r\n\r\n b'", u"a\nb"_s);
        row("an escaped line end", "\"a\\\n   b\"", u"ab"_s);
        row("an escaped line end keeps blanks before it", "\"a \\\n b\"", u"a b"_s);
        row("an escaped line end and an empty line", "\"a\\\n\n b\"", u"a\nb"_s);
        row("an escaped line end on Windows", "\"a\\\r\n b\"", u"ab"_s);
        row("a line end first and last", "\"\n a\n \"", u" a "_s);
        row("blanks that do not end a line", "'a  b '", u"a  b "_s);
    }

    void quotesAreTakenOff()
    {
        QFETCH(const QByteArray, source);
        QTEST(quotedText(source), "text");
    }

    void aBlockIsCutOut_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("indent");
        QTest::addColumn<QString>("text");
        const auto row
            = [](const char *name, const QByteArray &source, int indent, const QString &text) {
                  QTest::newRow(name) << source << indent << text;
              };
        row("a literal", "|\n  x\n  y\n", 2, u"x\ny\n"_s);
        row("without its last line end", "|\n  x", 2, u"x"_s);
        row("stripped", "|-\n  x\n", 2, u"x"_s);
        row("kept", "|+\n  x\n\n", 2, u"x\n\n"_s);
        row("deeper lines", "|\n  x\n    y\n", 2, u"x\n  y\n"_s);
        row("folded", ">\n  x\n  y\n", 2, u"x y\n"_s);
        row("folded around deeper lines", ">\n  x\n    y\n  z\n", 2, u"x\n  y\nz\n"_s);
        row("folded around an empty line", ">\n  x\n\n  y\n", 2, u"x\ny\n"_s);
        row("only its sign", "|", 1, u""_s);
        row("signs and a comment", ">2-  # c\n    x\n", 2, u"  x"_s);
        row("on Windows", "|\r\n  x\r\n  y\r\n", 2, u"x\ny\n"_s);
    }

    void aBlockIsCutOut()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const int, indent);
        QTEST(blockText(source, indent), "text");
    }

    void aTextIsWrittenSoThatItStaysText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("inBlock");
        QTest::addColumn<QByteArray>("inFlow");
        const auto row
            = [](const QString &text, const QByteArray &inBlock, const QByteArray &inFlow) {
                  QTest::newRow(qPrintable(text)) << text << inBlock << inFlow;
              };
        row(u"a"_s, "a", "a");
        row(u"a b"_s, "a b", "a b");
        row(u"a:b"_s, "a:b", "\"a:b\"");
        row(u"a, b"_s, "a, b", "\"a, b\"");
        row(u"a]"_s, "a]", "\"a]\"");
        row(u"-a"_s, "-a", "\"-a\"");
        row(u"a?"_s, "a?", "\"a?\"");
        row(u"true"_s, "\"true\"", "\"true\"");
        row(u"1.0"_s, "\"1.0\"", "\"1.0\"");
        row(u"- a"_s, "\"- a\"", "\"- a\"");
        row(u"a: b"_s, "\"a: b\"", "\"a: b\"");
        row(u"#a"_s, "\"#a\"", "\"#a\"");
        row(u"\"a\": b"_s, "'\"a\": b'", "'\"a\": b'");
        row(u"it's: \\"_s, "'it''s: \\'", "'it''s: \\'");
        row(u"a\tb"_s, "\"a\\tb\"", "\"a\\tb\"");
        row(u"é\u0085"_s, "\"é\\x85\"", "\"é\\x85\"");
    }

    void aTextIsWrittenSoThatItStaysText()
    {
        QFETCH(const QString, text);
        QTEST(yamlText(text, YamlPlace::Block), "inBlock");
        QTEST(yamlText(text, YamlPlace::Flow), "inFlow");
    }

    void aTextOfSeveralLinesIsALiteral_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("sign"); // empty: none
        QTest::newRow("one line") << u"a"_s << QByteArray();
        QTest::newRow("lines") << u"a\nb\n"_s << "|"_ba;
        QTest::newRow("lines without end") << u"a\nb"_s << "|-"_ba;
        QTest::newRow("an empty line at the end") << u"a\n\n"_s << "|+"_ba;
        QTest::newRow("a blank first") << u" a\nb\n"_s << "|2"_ba;
        QTest::newRow("an empty line first") << u"\na"_s << "|2-"_ba;
        QTest::newRow("only line ends") << u"\n\n"_s << QByteArray();
        QTest::newRow("a return") << u"a\r\nb"_s << QByteArray();
        QTest::newRow("a control character") << u"a\n\x07"_s << QByteArray();
    }

    void aTextOfSeveralLinesIsALiteral()
    {
        QFETCH(const QString, text);
        QFETCH(const QByteArray, sign);
        QCOMPARE(isLiteralText(text), !sign.isEmpty());
        if (!sign.isEmpty())
            QCOMPARE(literalSign(text, 2), sign);
    }

    void aNumberIsOneByItsSchema_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Value>("core"); // null: none
        QTest::addColumn<Value>("yaml11");
        const auto row = [](const QString &text, const Value &core, const Value &yaml11) {
            QTest::newRow(qPrintable(text)) << text << core << yaml11;
        };
        row(u"12"_s, 12, 12);
        row(u"-0"_s, 0, 0);
        row(u"0o17"_s, 15, {});
        row(u"017"_s, 17, 15);
        row(u"0x-1"_s, {}, {});
        row(u"0b11"_s, {}, 3);
        row(u"1_0"_s, {}, 10);
        row(u"2:10"_s, {}, 130);
        row(u"+"_s, {}, {});
        row(u"1 2"_s, {}, {});
        row(u"١"_s, {}, {});
    }

    void aNumberIsOneByItsSchema()
    {
        QFETCH(const QString, text);
        QTEST(integerOf(text, YamlSchema::Core).value_or(Value()), "core");
        QTEST(integerOf(text, YamlSchema::Yaml11).value_or(Value()), "yaml11");
    }

    void aFractionIsOneByItsSchema_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<Value>("core"); // null: none
        QTest::addColumn<Value>("yaml11");
        const auto row = [](const QString &text, const Value &core, const Value &yaml11) {
            QTest::newRow(qPrintable(text)) << text << core << yaml11;
        };
        const double infinity = std::numeric_limits<double>::infinity();
        row(u"1.5"_s, 1.5, 1.5);
        row(u".inf"_s, infinity, infinity);
        row(u"-.INF"_s, -infinity, -infinity);
        row(u".iNF"_s, {}, {});
        row(u"1e5"_s, 100000.0, {});
        row(u"1.e+2"_s, 100.0, 100.0);
        row(u"1e999"_s, infinity, {});
        row(u"1.0e-999"_s, 0.0, 0.0);
        row(u"1_0.5"_s, {}, 10.5);
        row(u"1:30.5"_s, {}, 90.5);
        row(u"1..2"_s, {}, {});
        row(u"e5"_s, {}, {});
    }

    void aFractionIsOneByItsSchema()
    {
        QFETCH(const QString, text);
        QTEST(floatOf(text, YamlSchema::Core).value_or(Value()), "core");
        QTEST(floatOf(text, YamlSchema::Yaml11).value_or(Value()), "yaml11");
        QVERIFY(std::isnan(*floatOf(u".NaN", YamlSchema::Core)->toFloat()));
    }

    void aTagDecidesWhatTextIs_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("tag");
        QTest::addColumn<bool>("suits");
        QTest::addColumn<Value>("value");
        const auto row
            = [](const char *name, const QString &text, const QString &tag, bool suits,
                 const Value &value) { QTest::newRow(name) << text << tag << suits << value; };
        row("text", u"1"_s, yamltag::text(), true, u"1"_s);
        row("a time", u"2026-01-01"_s, yamltag::timestamp(), true, u"2026-01-01"_s);
        row("a number", u"0x10"_s, yamltag::integer(), true, 16);
        row("no number", u"x"_s, yamltag::integer(), false, {});
        row("a whole number as fraction", u"3"_s, yamltag::floating(), true, 3.0);
        row("no fraction", u"x"_s, yamltag::floating(), false, {});
        row("a truth value", u"true"_s, yamltag::boolean(), true, true);
        row("no truth value", u"yes"_s, yamltag::boolean(), false, {});
        row("nothing", u""_s, yamltag::null(), true, {});
        row("something", u"x"_s, yamltag::null(), false, {});
        row("base 64", u"aGkg\n 4pyT"_s, yamltag::binary(), true, u"hi ✓"_s);
        row("no base 64", u"?"_s, yamltag::binary(), false, {});
        row("another one", u"12"_s, u"!mine"_s, true, 12);
    }

    void aTagDecidesWhatTextIs()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, tag);
        QFETCH(const bool, suits);
        const std::optional<Value> value = taggedScalar(text, tag, true, YamlSchema::Core);
        QCOMPARE(value.has_value(), suits);
        QTEST(value.value_or(Value()), "value");
    }

    void aScalarOfOneLineIsCommon()
    {
        const YamlToken plain{.type = YamlToken::Type::Scalar};
        QVERIFY(isCommonScalar(plain, "a:b", false));
        QVERIFY(!isCommonScalar(plain, "a:b", true));
        QVERIFY(!isCommonScalar(plain, "a\n b", false));
        const YamlToken quoted{.type = YamlToken::Type::Scalar,
                               .style = YamlNode::Style::DoubleQuoted};
        QVERIFY(isCommonScalar(quoted, "\"a: [\\N\"", true));
        QVERIFY(!isCommonScalar(quoted, "\"a\n\"", true));
        const YamlToken block{.type = YamlToken::Type::Scalar, .style = YamlNode::Style::Folded};
        QVERIFY(isCommonScalar(block, ">-\n x\n", false));
        QVERIFY(!isCommonScalar(block, ">1\n x\n", false));
    }
};

QTEST_APPLESS_MAIN(TestYamlScalars)
#include "tst_yamlscalars.moc"
