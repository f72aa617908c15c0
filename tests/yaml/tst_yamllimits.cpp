#include "models/yaml/yaml.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

constexpr qsizetype megabyte = 1 << 20;

QByteArray filled(const QByteArray &piece)
{
    return piece.repeated(megabyte / piece.size());
}

QByteArray laughs()
{
    QByteArray yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level < 12; ++level) {
        const QByteArray alias = "*a" + QByteArray::number(level - 1);
        const QByteArray name = "a" + QByteArray::number(level);
        yaml += name + ": &" + name + " [" + QByteArray(alias + ", ").repeated(8) + alias + "]\n";
    }
    return yaml;
}

QByteArray mergeBomb()
{
    QByteArray yaml = "base: &base\n";
    for (int key = 0; key < 2000; ++key)
        yaml += "  k" + QByteArray::number(key) + ": 1\n";
    return yaml + "all:\n" + QByteArray("- <<: *base\n").repeated(2000);
}

QByteArray aliasChain()
{
    QByteArray yaml = "- &a0 [x]\n";
    for (int link = 1; link < 500; ++link)
        yaml += "- &a" + QByteArray::number(link) + " [*a" + QByteArray::number(link - 1) + "]\n";
    return yaml;
}

} // namespace

class TestYamlLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bombsEndInALocatedError_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("problem");
        QTest::newRow("a megabyte of [") << filled("[") << u"yaml.too-deep 1:201"_s;
        QTest::newRow("a megabyte of {") << filled("{") << u"yaml.too-deep 1:201"_s;
        QTest::newRow("a megabyte of [{") << filled("[{") << u"yaml.too-deep 1:201"_s;
        QTest::newRow("a megabyte of - ") << filled("- ") << u"yaml.too-deep 1:401"_s;
        QTest::newRow("a megabyte of ? ") << filled("? ") << u"yaml.too-deep 1:401"_s;
        QTest::newRow("a megabyte of {a: ") << filled("{a: ") << u"yaml.too-deep 1:801"_s;
        QTest::newRow("a megabyte of \"") << filled("\"") << u"yaml.syntax 1:3"_s;
        QTest::newRow("a megabyte of *a") << filled("*a") << u"yaml.alias 1:1"_s;
        QTest::newRow("a megabyte of commas") << filled(",") << u"yaml.syntax 1:1"_s;
        QTest::newRow("a billion laughs") << laughs() << u"yaml.too-large 7:10"_s;
        QTest::newRow("merges of a large map") << mergeBomb() << u"yaml.too-large 2251:7"_s;
        QTest::newRow("aliases of aliases") << aliasChain() << u"yaml.too-deep 200:10"_s;
    }

    void bombsEndInALocatedError()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, problem);
        const YamlOptions options{.limits = {.nodes = 1'000'000}};
        const ParsedYaml parsed = parseYaml(yaml, options);
        const Problem *error = parsed.firstError();
        QVERIFY(error);
        QCOMPARE(
            u"%1 %2:%3"_s.arg(error->code).arg(error->position->line).arg(error->position->column),
            problem);
        QVERIFY(error->toString().size() < 1000);
    }

    void longTextsAreRead_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::newRow("a line") << filled("x");
        QTest::newRow("a quoted line") << "\"" + filled("a b") + "\"";
        QTest::newRow("a quoted text of many lines") << "\"" + filled("a b\n") + "\"";
        QTest::newRow("a literal of many lines") << "|\n" + filled("  a b\n");
        QTest::newRow("a plain text of many lines") << filled("a\n");
        QTest::newRow("empty lines in a literal") << "|\n  a\n" + filled("\n") + "  b\n";
        QTest::newRow("a comment") << "# " + filled("x") + "\na";
    }

    void longTextsAreRead()
    {
        QFETCH(const QByteArray, yaml);
        const ParsedYaml parsed = parseYaml(yaml);
        const Problem *error = parsed.firstError();
        QVERIFY2(!error, error ? qPrintable(error->toString()) : "");
        QCOMPARE(parsed.documents.size(), 1);
    }

    void depthIsAllowedUpToTheLimit()
    {
        const YamlOptions options{.limits = {.depth = 3}};
        QVERIFY(!parseYaml("a: {b: [1]}", options).firstError());
        QVERIFY(parseYaml("a: {b: [[1]]}", options).firstError());
        QVERIFY(!parseYaml("- &x [1]\n- [*x]\n", options).firstError());
        QVERIFY(parseYaml("- &x [1]\n- [[*x]]\n", options).firstError());
    }

    void theSizeOfTheTextIsLimited()
    {
        const ParsedYaml parsed = parseYaml("a: 12345678", {.limits = {.size = 10}});
        QVERIFY(parsed.documents.isEmpty());
        QCOMPARE(parsed.problems.first().code, u"yaml.too-large"_s);
    }

    void longTextsCountEachTimeTheyAreNamed()
    {
        const QByteArray yaml = "a: &a 1234567890\nb: [*a, *a]\n";
        QVERIFY(!parseYaml(yaml, {.limits = {.characters = 32}}).firstError());
        QVERIFY(parseYaml(yaml, {.limits = {.characters = 31}}).firstError());
    }

    void onlySoManyProblemsAreListed()
    {
        const ParsedYaml parsed
            = parseYaml(QByteArray("a: 1\n").repeated(50), {.limits = {.problems = 5}});
        QCOMPARE(parsed.problems.size(), 6);
        QCOMPARE(parsed.problems.last().code, u"yaml.more"_s);
        QCOMPARE(parsed.problems.last().severity, Severity::Note);
    }

    void aStopEndsTheReading()
    {
        const std::stop_source source;
        source.request_stop();
        const ParsedYaml parsed = parseYaml("a: 1\n", {.stop = source.get_token()});
        QVERIFY(parsed.documents.isEmpty());
        QCOMPARE(parsed.problems.size(), 1);
        QCOMPARE(parsed.problems.first().code, u"yaml.stopped"_s);
    }
};

QTEST_APPLESS_MAIN(TestYamlLimits)
#include "tst_yamllimits.moc"
