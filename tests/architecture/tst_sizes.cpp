#include "tests/architecture/sourcetree.h"

#include <QMap>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using architecture::SourceFile;

namespace {

/// The smallest of `sizes` that `percent` of them do not exceed; 0 of none.
qsizetype percentile(QList<qsizetype> sizes, int percent)
{
    if (sizes.isEmpty())
        return 0;
    std::ranges::sort(sizes);
    const qsizetype rank = (sizes.size() * percent + 99) / 100;
    return sizes.at(std::max<qsizetype>(rank, 1) - 1);
}

qsizetype linesIn(const QStringList &folders, const QStringList &names)
{
    qsizetype lines = 0;
    for (const SourceFile &source : architecture::sourcesBelow(folders, names))
        lines += source.text.count(u'\n');
    return lines;
}

/// The cases whose recorded answers a test among `sources` reads: those behind each folder of
/// tests/conformance that it names. What other engines answered to them nobody wrote.
qsizetype caseLines(const QList<SourceFile> &sources)
{
    const QString conformance = u"tests/conformance"_s;
    const QString cases = u"_cases"_s;
    qsizetype lines = 0;
    const QStringList folders
        = QDir(architecture::root().filePath(conformance)).entryList({u'*' + cases}, QDir::Dirs);
    for (const QString &folder : folders) {
        const QString name = folder.chopped(cases.size()) + u'"';
        const bool isRead = std::ranges::any_of(sources, [&](const SourceFile &source) {
            return source.text.contains(u'"' + name) || source.text.contains(u'/' + name);
        });
        if (isRead)
            lines += linesIn({conformance + u'/' + folder}, {u"*"_s});
    }
    return lines;
}

/// The lines between the braces of each function, members within a class too: both stand alone on
/// their lines, as far in.
QList<qsizetype> functionSizes(const QString &text)
{
    QList<qsizetype> sizes;
    QMap<qsizetype, qsizetype> begins; // by how far in
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        const QString line = lines.at(i).trimmed();
        const qsizetype indent = lines.at(i).indexOf(line);
        if (line == u"{")
            begins.insert(indent, i);
        else if (line == u"}" && begins.contains(indent))
            sizes += i - begins.value(indent) - 1;
        if (line.startsWith(u'}'))
            begins.remove(indent);
    }
    return sizes;
}

QList<SourceFile> productFiles()
{
    return architecture::sourcesBelow({u"models"_s, u"views"_s, u"app"_s}, {u"*.cpp"_s});
}

} // namespace

class TestSizes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesAreSmall()
    {
        QList<qsizetype> sizes;
        for (const SourceFile &source : productFiles())
            sizes += source.text.count(u'\n');
        QVERIFY(!sizes.isEmpty());
        QCOMPARE_LE(percentile(sizes, 50), 120);
        QCOMPARE_LE(percentile(sizes, 95), 350);
    }

    void functionsAreSmall()
    {
        QList<qsizetype> sizes;
        QStringList tooLong;
        for (const SourceFile &source : productFiles()) {
            const auto found = functionSizes(source.text);
            sizes += found;
            if (std::ranges::any_of(found, [](qsizetype size) { return size > 60; }))
                tooLong += source.path;
        }
        QCOMPARE(tooLong, QStringList());
        QCOMPARE_LE(percentile(sizes, 95), 40);
    }

    /// What somebody wrote: a case of a table and the answers of a golden folder are, what a
    /// template makes of these and what other engines print is not. The ratio is at least what it
    /// was.
    void thereAreTestsForTheCode_data()
    {
        QTest::addColumn<QStringList>("code");
        QTest::addColumn<QStringList>("tests");
        QTest::addColumn<double>("ratio");
        const std::pair<QString, double> folders[]
            = {{u"base"_s, 0.7}, {u"process"_s, 0.7},  {u"yaml"_s, 0.64},
               {u"git"_s, 0.7},  {u"catalog"_s, 0.58}, {u"jobs"_s, 0.7}};
        for (const auto &[name, ratio] : folders)
            QTest::newRow(qPrintable(name))
                << QStringList{u"models/"_s + name} << QStringList{u"tests/"_s + name} << ratio;
        QTest::newRow("jinja") << QStringList{u"models/jinja"_s} << QStringList{u"tests/jinja"_s}
                               << 0.16;
        QTest::newRow("plan") << QStringList{u"models/plan"_s} << QStringList{u"tests/plan"_s}
                              << 0.95;
        QTest::newRow("app") << QStringList{u"app"_s}
                             << QStringList{u"tests/app"_s, u"tests/desktop"_s, u"tests/readme"_s}
                             << 0.7;
    }

    void thereAreTestsForTheCode()
    {
        QFETCH(const QStringList, code);
        QFETCH(const QStringList, tests);
        QFETCH(const double, ratio);
        const qsizetype lines = linesIn(code, architecture::codeFiles);
        QVERIFY(lines > 0);
        const auto sources = architecture::sourcesBelow(tests, architecture::codeFiles);
        const qsizetype tested = linesIn(tests, {u"*"_s}) + caseLines(sources);
        const double reached = double(tested) / double(lines);
        qInfo("%.2f lines of tests for a line of code", reached);
        QCOMPARE_GE(reached, ratio);
    }

    void casesCountWhereATestReadsTheirRecord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("counts");
        QTest::newRow("no test") << QString() << false;
        QTest::newRow("by its name") << u"addFiles(\"nunjucks\");"_s << true;
        QTest::newRow("by its path") << u"QDir(\"tests/conformance/jinja2\");"_s << true;
        QTest::newRow("in words") << u"/// As nunjucks does."_s << false;
        QTest::newRow("another folder's") << u"\"tests/conformance/nunjucksx\""_s << false;
    }

    void casesCountWhereATestReadsTheirRecord()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, counts);
        const qsizetype lines = caseLines({{u"tests/jinja/tst_x.cpp"_s, text}});
        QCOMPARE(lines > 0, counts);
        QCOMPARE_LT(lines, 2000); // what is recorded has tens of thousands
        QCOMPARE(caseLines({}), 0);
    }

    void aPercentileIsOneOfTheSizes_data()
    {
        QTest::addColumn<QList<qsizetype>>("sizes");
        QTest::addColumn<int>("percent");
        QTest::addColumn<qsizetype>("expected");
        QTest::newRow("of none") << QList<qsizetype>() << 95 << qsizetype(0);
        QTest::newRow("of one") << QList<qsizetype>{7} << 95 << qsizetype(7);
        QTest::newRow("the middle") << QList<qsizetype>{9, 1, 5} << 50 << qsizetype(5);
        QTest::newRow("the lower middle") << QList<qsizetype>{4, 3, 2, 1} << 50 << qsizetype(2);
        QTest::newRow("all but the largest twentieth")
            << QList<qsizetype>{1,  2,  3,  4,  5,  6,  7,  8,  9,  10,
                                11, 12, 13, 14, 15, 16, 17, 18, 19, 99}
            << 95 << qsizetype(19);
    }

    void aPercentileIsOneOfTheSizes()
    {
        QFETCH(const QList<qsizetype>, sizes);
        QFETCH(const int, percent);
        QFETCH(const qsizetype, expected);
        QCOMPARE(percentile(sizes, percent), expected);
    }

    void functionsAreCountedAndClassesAreNot()
    {
        const QString text = u"struct A\n{\n    int i;\n};\n\nint f()\n{\n    return 1;\n}\n\n"
                             "void g()\n{\n    if (a) {\n    }\n}\n"_s;
        QCOMPARE(functionSizes(text), (QList<qsizetype>{1, 2}));
        const QString members = u"class A\n{\n    int f() { return 1; }\n    int g()\n    {\n"
                                "        if (a) {\n            b();\n        }\n    }\n};\n"_s;
        QCOMPARE(functionSizes(members), (QList<qsizetype>{3}));
    }
};

QTEST_APPLESS_MAIN(TestSizes)
#include "tst_sizes.moc"
