#include "models/catalog/sidecarreader.h"
#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

QStringList headlines(const QList<Problem> &problems)
{
    QStringList lines;
    for (const Problem &problem : problems)
        lines.append(problem.headline());
    return lines;
}

} // namespace

class TestSidecar : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKeyIsRead()
    {
        const SidecarRead read
            = readSidecar("version: 1.2.0\n"
                          "lifecycle: deprecated\n"
                          "successor: other\n"
                          "support: Ask us.\n"
                          "icon: globe\n"
                          "docs: README.md\n"
                          "golden:\n"
                          "  port: {why: Usual.}\n"
                          "  name: false\n"
                          "  owner: {golden: false, why: Yours.}\n"
                          "delimiters:\n"
                          "  '*.tf': {block: ['<%', '%>'], variable: ['<<', '>>']}\n"
                          "  'raw/**': false\n"
                          "renames:\n"
                          "  - version: 2.0.0\n"
                          "    files: {a: b}\n"
                          "    answers: {prt: port}\n"
                          "detect:\n"
                          "  - {answer: port, files: Dockerfile, pattern: 'EXPOSE (.*)'}\n"
                          "tests:\n"
                          "  - {name: small, answers: {port: 80}}\n"
                          "problems: warning\n",
                          u"waymark.yaml"_s, {u"port"_s, u"name"_s, u"owner"_s});
        QCOMPARE(headlines(read.problems).join(u'\n'), QString());
        const Sidecar &s = read.sidecar;
        QCOMPARE(s.version, u"1.2.0"_s);
        QCOMPARE(s.lifecycle, Lifecycle::Deprecated);
        QCOMPARE(s.successor, u"other"_s);
        QCOMPARE(s.support, u"Ask us."_s);
        QCOMPARE(s.icon, u"globe"_s);
        QCOMPARE(s.docs, u"README.md"_s);
        QCOMPARE(s.goldenOf(u"port"_s), (Sidecar::Golden{u"port"_s, true, u"Usual."_s}));
        QCOMPARE(s.goldenOf(u"name"_s), (Sidecar::Golden{u"name"_s, false, QString()}));
        QCOMPARE(s.goldenOf(u"owner"_s), (Sidecar::Golden{u"owner"_s, false, u"Yours."_s}));
        QCOMPARE(s.goldenOf(u"else"_s), (Sidecar::Golden{u"else"_s, true, QString()}));
        QCOMPARE(s.delimiters.size(), 2);
        QCOMPARE(s.delimiters.at(0).variable, (Sidecar::Signs{u"<<"_s, u">>"_s}));
        QCOMPARE(s.delimiters.at(0).comment, Sidecar::Signs());
        QVERIFY(s.delimiters.at(0).isTemplate && !s.delimiters.at(1).isTemplate);
        QCOMPARE(s.renames.size(), 1);
        QCOMPARE(toTest(Value(s.renames.first().answers)), u"{'prt':'port'}"_s);
        QCOMPARE(s.detect.size(), 1);
        QCOMPARE(s.tests.size(), 1);
        QCOMPARE(s.problems, Severity::Warning);
    }

    void anEmptySidecarSaysNothing_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a comment") << QByteArray("# later\n");
        QTest::newRow("an empty map") << QByteArray("{}\n");
    }
    void anEmptySidecarSaysNothing()
    {
        QFETCH(const QByteArray, content);
        const SidecarRead read = readSidecar(content, u"waymark.yaml"_s, {});
        QCOMPARE(headlines(read.problems), QStringList());
        QCOMPARE(read.sidecar, Sidecar());
    }

    void whatIsWrongHasItsPlace_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("start");
        QTest::newRow("an unknown key")
            << QByteArray("icon: globe\nsuport: x\n") << u"waymark.yaml:2:1: "_s;
        QTest::newRow("a wrong type") << QByteArray("golden: [port]\n") << u"waymark.yaml:1:9: "_s;
        QTest::newRow("a wrong word") << QByteArray("lifecycle: old\n") << u"waymark.yaml:1:12: "_s;
        QTest::newRow("a list") << QByteArray("- a\n") << u"waymark.yaml:1:1: "_s;
        QTest::newRow("a second document")
            << QByteArray("icon: globe\n---\nicon: box\n") << u"waymark.yaml:3:1: "_s;
        QTest::newRow("a syntax error") << QByteArray("icon: 'x\n") << u"waymark.yaml:1:"_s;
    }
    void whatIsWrongHasItsPlace()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, start);
        const SidecarRead read = readSidecar(content, u"waymark.yaml"_s, {});
        QVERIFY(!read.problems.isEmpty());
        const QString headline = read.problems.first().headline();
        QVERIFY2(headline.startsWith(start), qPrintable(headline));
        QCOMPARE(read.problems.first().severity, Severity::Error);
    }

    void wordsToChooseFromAreNamedOnce()
    {
        const SidecarRead read = readSidecar("lifecycle: old\n", u"waymark.yaml"_s, {});
        QCOMPARE(read.problems.first().message.count(u"deprecated"), 1);
    }

    void parametersThatAreNotAskedAreWarnings()
    {
        const SidecarRead read = readSidecar(
            "golden:\n  prot: {why: x}\ndetect:\n  - {answer: nmae, files: a, value: 1}\n",
            u"waymark.yaml"_s, {u"port"_s, u"name"_s});
        QCOMPARE(
            headlines(read.problems),
            (QStringList{u"waymark.yaml:2:3: The template asks for nothing called “prot”."_s,
                         u"waymark.yaml:4:14: The template asks for nothing called “nmae”."_s}));
        QCOMPARE(read.problems.first().severity, Severity::Warning);
        QCOMPARE(read.problems.first().hint, u"Did you mean “port”?"_s);
    }

    void anIndexHoldsSeveralSidecars()
    {
        const SidecarIndex index
            = SidecarIndex::read("version: 1\n"
                                 "templates:\n"
                                 "  go: {icon: globe, golden: {prot: {why: x}}}\n"
                                 "  deep/down: {support: Us}\n",
                                 u"waymark-index.yaml"_s);
        QCOMPARE(headlines(index.problems()), QStringList());
        QCOMPARE(index.folders(), (QStringList{u"go"_s, u"deep/down"_s}));
        const std::optional<SidecarRead> go = index.sidecar(u"go"_s, {u"port"_s});
        QVERIFY(go);
        QCOMPARE(go->sidecar.icon, u"globe"_s);
        QCOMPARE(go->problems.size(), 1);
        QVERIFY(!index.sidecar(u"else"_s, {}));
        QCOMPARE(index.placed({.message = u"m"_s}, u"deep/down"_s).position,
                 (SourcePosition{4, 3}));
    }

    void aBrokenIndexIsTold_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("start");
        QTest::newRow("no version") << QByteArray("templates: {}\n") << u"i.yaml:1:1: "_s;
        QTest::newRow("a later version")
            << QByteArray("version: 2\ntemplates: {}\n") << u"i.yaml:1:10: "_s;
        QTest::newRow("a wrong sidecar")
            << QByteArray("version: 1\ntemplates:\n  go:\n    icn: x\n") << u"i.yaml:4:5: "_s;
        QTest::newRow("deep in a sidecar")
            << QByteArray("version: 1\ntemplates:\n  go:\n    delimiters: {a: {block: [x]}}\n")
            << u"i.yaml:4:"_s;
        QTest::newRow("a folder outside")
            << QByteArray("version: 1\ntemplates:\n  /go: {}\n") << u"i.yaml:"_s;
        QTest::newRow("no YAML") << QByteArray("version: '1\n") << u"i.yaml:1:"_s;
    }
    void aBrokenIndexIsTold()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, start);
        const SidecarIndex index = SidecarIndex::read(content, u"i.yaml"_s);
        QVERIFY(!index.problems().isEmpty());
        const QString headline = index.problems().first().headline();
        QVERIFY2(headline.startsWith(start), qPrintable(headline));
    }
};

QTEST_APPLESS_MAIN(TestSidecar)
#include "tst_sidecar.moc"
