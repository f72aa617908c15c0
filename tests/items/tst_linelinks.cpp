#include "models/items/linelinks.h"

#include "tests/plan/planbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

constexpr auto answers = "{name: orders, memory: 512, open: true}";

/// Files that `name` and `memory` are written to; a part of one only where `open` is true.
SmallTemplate service()
{
    return SmallTemplate::asking({"name", "memory", "open"})
        .file("skeleton/README.md", "# ${{ values.name }}\n\nMade for ${{ values.name }}.\n")
        .file("skeleton/deploy.yaml",
              "kind: Pod\n"
              "name: ${{ values.name }}\n"
              "memory: ${{ values.memory }}Mi\n"
              "half: ${{ values.memory / 2 }}Mi # of ${{ values.name }}\n"
              "{%- if values.open %}\n"
              "open: yes\n"
              "{%- endif %}\n")
        .file("skeleton/same.txt", "always\n");
}

LineLinks linksOf(const PlanBench &bench)
{
    return LineLinks(std::make_shared<const Plan>(bench.plan()));
}

/// "2:7-13 4:7-10": the lines with their columns.
QString textOf(const QList<LinkedLine> &lines)
{
    QStringList parts;
    for (const LinkedLine &line : lines) {
        QString part = QString::number(line.line) + u':';
        for (const MarkedColumns &columns : line.columns)
            part += u"%1-%2,"_s.arg(columns.start).arg(columns.end);
        part.chop(1);
        parts += part;
    }
    return parts.join(u' ');
}

QString textOf(const std::optional<FileLine> &line)
{
    return line ? QString::fromUtf8(line->path) + u':' + QString::number(line->line) : u"none"_s;
}

} // namespace

class TestLineLinks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesComeFromAnswers_data()
    {
        QTest::addColumn<QByteArray>("file");
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("expected");
        QTest::newRow("twice in a file") << "README.md"_ba << u"name"_s << u"1:3-9 3:10-16"_s;
        QTest::newRow("through arithmetic")
            << "deploy.yaml"_ba << u"memory"_s << u"3:9-12 4:7-10"_s;
        QTest::newRow("beside another answer")
            << "deploy.yaml"_ba << u"name"_s << u"2:7-13 4:18-24"_s;
        QTest::newRow("a condition is no link") << "deploy.yaml"_ba << u"open"_s << u""_s;
        QTest::newRow("a file without answers") << "same.txt"_ba << u"name"_s << u""_s;
        QTest::newRow("no such file") << "none"_ba << u"name"_s << u""_s;
        QTest::newRow("no such answer") << "README.md"_ba << u"none"_s << u""_s;
        QTest::newRow("no answer") << "README.md"_ba << u""_s << u""_s;
    }

    void linesComeFromAnswers()
    {
        QFETCH(const QByteArray, file);
        QFETCH(const QString, answer);
        QFETCH(const QString, expected);
        QCOMPARE(textOf(linksOf(PlanBench(service(), answers)).lines(file, answer)), expected);
    }

    void anAnswerOfSeveralLinesLinksThemAll()
    {
        const SmallTemplate made
            = SmallTemplate::asking({"text"}).file("skeleton/a", "über ${{ values.text }}!\nend\n");
        const LineLinks links = linksOf(PlanBench(made, "{text: \"éa\\n\\nb\"}"));
        QCOMPARE(textOf(links.lines("a", u"text"_s)), u"1:6-8 2 3:1-2"_s);
    }

    void linesAreCountedByFile()
    {
        const LineLinks links = linksOf(PlanBench(service(), answers));
        const QMap<QByteArray, int> expected = {{"README.md", 2}, {"deploy.yaml", 2}};
        QCOMPARE(links.counts(u"name"_s), expected);
        QVERIFY(links.counts(u"open"_s).isEmpty());
    }

    void filesThatDependOnAnAnswerAreFound()
    {
        const LineLinks links = linksOf(PlanBench(service(), answers));
        QCOMPARE(links.filesOf({u"open"_s}), QSet<QByteArray>{"deploy.yaml"});
        QCOMPARE(links.filesOf({u"name"_s}), (QSet<QByteArray>{"README.md", "deploy.yaml"}));
        QCOMPARE(links.filesOf({}), QSet<QByteArray>());
    }

    void linesAreWalkedAcrossFiles_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<FileLine>("from");
        QTest::addColumn<QString>("next");
        QTest::addColumn<QString>("previous");
        const auto row = [](const char *label, const QString &answer, const FileLine &from,
                            const QString &next, const QString &previous) {
            QTest::newRow(label) << answer << from << next << previous;
        };
        row("from above all", u"name"_s, {}, u"README.md:1"_s, u"deploy.yaml:4"_s);
        row("in a file", u"name"_s, {"README.md", 1}, u"README.md:3"_s, u"deploy.yaml:4"_s);
        row("to the next file", u"name"_s, {"README.md", 3}, u"deploy.yaml:2"_s, u"README.md:1"_s);
        row("from the last to the first", u"name"_s, {"deploy.yaml", 4}, u"README.md:1"_s,
            u"deploy.yaml:2"_s);
        row("from a file without any", u"memory"_s, {"same.txt", 1}, u"deploy.yaml:3"_s,
            u"deploy.yaml:4"_s);
        row("none", u"open"_s, {"README.md", 1}, u"none"_s, u"none"_s);
    }

    void linesAreWalkedAcrossFiles()
    {
        QFETCH(const QString, answer);
        QFETCH(const FileLine, from);
        const LineLinks links = linksOf(PlanBench(service(), answers));
        QTEST(textOf(links.next(answer, from)), "next");
        QTEST(textOf(links.previous(answer, from)), "previous");
    }

    void aPlaceLeadsToItsFieldAndTemplate_data()
    {
        QTest::addColumn<SourcePosition>("place");
        QTest::addColumn<QString>("expected");
        QTest::newRow("in what an answer wrote") << SourcePosition{3, 10} << u"memory |  | 3:20"_s;
        QTest::newRow("beside it, by its line") << SourcePosition{3, 1} << u"memory |  | 3:1"_s;
        QTest::newRow("two answers in a line")
            << SourcePosition{4, 1} << u"memory name | open | 4:1"_s;
        QTest::newRow("the second of them") << SourcePosition{4, 20} << u"name |  | 4:50"_s;
        QTest::newRow("in a condition") << SourcePosition{5, 2} << u" | open | 6:2"_s;
        QTest::newRow("in nobody's") << SourcePosition{1, 1} << u" |  | 1:1"_s;
        QTest::newRow("behind the end of the line") << SourcePosition{1, 99} << u" |  | 1:10"_s;
    }

    void aPlaceLeadsToItsFieldAndTemplate()
    {
        QFETCH(const SourcePosition, place);
        QFETCH(const QString, expected);
        const LineLinks links = linksOf(PlanBench(service(), answers));
        const auto origin = links.origin("deploy.yaml", place);
        QVERIFY(origin);
        const QString shown
            = u"%1 | %2 | %3:%4"_s.arg(origin->answers.join(u' '), origin->conditions.join(u' '))
                  .arg(origin->position.line)
                  .arg(origin->position.column);
        QCOMPARE(shown, expected);
        QVERIFY(origin->templateFile.endsWith(u"skeleton/deploy.yaml"));
    }

    void whatWaymarkMadeHasNoOrigin()
    {
        const LineLinks links = linksOf(PlanBench(service(), answers));
        QVERIFY(!links.origin(".waymark.yaml", {1, 1}));
        QVERIFY(!links.origin("none", {1, 1}));
        QVERIFY(!LineLinks().origin("none", {1, 1}));
    }

    void aFileThatIsKeptHasNoLinks()
    {
        PlanBench bench(service(), answers);
        bench.inRepository();
        bench.put("README.md", "# Mine\n");
        const LineLinks links = linksOf(bench);
        QVERIFY(links.lines("README.md", u"name"_s).isEmpty());
        QVERIFY(!links.origin("README.md", {1, 1}));
        QCOMPARE(links.lines("deploy.yaml", u"name"_s).size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestLineLinks)
#include "tst_linelinks.moc"
