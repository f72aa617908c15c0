#include "models/base/json.h"
#include "models/yaml/javascriptyaml.h"
#include "tests/support/testing.h"

#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// The options of a row, by the names that JavaScript has for them.
JavaScriptYaml optionsOf(const Map &given)
{
    JavaScriptYaml options;
    const auto read = [&given](QStringView key, auto &option) {
        if (const Value *value = given.find(key)) {
            if constexpr (std::is_same_v<decltype(option), bool &>)
                option = *value->toBool();
            else if constexpr (std::is_same_v<decltype(option), int &>)
                option = int(*value->toInteger()->toInt64());
            else
                option = value->textOr();
        }
    };
    read(u"indent", options.indent);
    read(u"lineWidth", options.lineWidth);
    read(u"indentSeq", options.indentSeq);
    read(u"flowCollectionPadding", options.flowCollectionPadding);
    read(u"directives", options.directives);
    read(u"doubleQuotedAsJSON", options.doubleQuotedAsJson);
    read(u"nullStr", options.nullStr);
    read(u"trueStr", options.trueStr);
    read(u"falseStr", options.falseStr);
    if (const Value *single = given.find(u"singleQuote"))
        options.singleQuote
            = *single->toBool() ? JavaScriptYaml::Quotes::Single : JavaScriptYaml::Quotes::Double;
    if (const Value *style = given.find(u"collectionStyle"))
        options.collectionStyle = style->textOr() == u"flow" ? JavaScriptYaml::Collections::Flow
                                                             : JavaScriptYaml::Collections::Block;
    if (const Value *blocks = given.find(u"blockQuote"))
        options.blockQuote = blocks->toBool() ? JavaScriptYaml::Blocks::Never
            : blocks->textOr() == u"folded"   ? JavaScriptYaml::Blocks::Folded
                                              : JavaScriptYaml::Blocks::Literal;
    const auto styleOf = [](const QString &name) {
        using Style = JavaScriptYaml::Style;
        return name == u"QUOTE_DOUBLE" ? Style::DoubleQuoted
            : name == u"QUOTE_SINGLE"  ? Style::SingleQuoted
            : name == u"BLOCK_LITERAL" ? Style::Literal
                                       : Style::Plain;
    };
    if (const Value *style = given.find(u"defaultStringType"))
        options.defaultStringType = styleOf(style->textOr());
    if (const Value *style = given.find(u"defaultKeyType"))
        options.defaultKeyType = styleOf(style->textOr());
    return options;
}

} // namespace

/// The rows were recorded from the package itself: see record.mjs beside them.
class TestJavaScriptYaml : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aValueIsWrittenAsThePackageDoesIt_data()
    {
        QTest::addColumn<Map>("row");
        QFile file(QStringLiteral(WAYMARK_SOURCE_DIR "/tests/yaml/javascriptyaml/rows.jsonl"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        for (const QByteArray &line : file.readAll().trimmed().split('\n')) {
            const auto row = parseJson(line);
            VERIFY_RESULT(row);
            QTest::newRow(qPrintable(row->toMap()->value(u"name").textOr())) << *row->toMap();
        }
    }

    void aValueIsWrittenAsThePackageDoesIt()
    {
        QFETCH(const Map, row);
        const Value *given = row.find(u"options");
        const JavaScriptYaml options = optionsOf(given ? *given->toMap() : Map());
        const QByteArray expected = row.value(u"expected").textOr().toUtf8();
        QCOMPARE(toJavaScriptYaml(row.value(u"value"), options), expected);
    }
};

QTEST_APPLESS_MAIN(TestJavaScriptYaml)
#include "tst_javascriptyaml.moc"
