#include "tests/architecture/sourcetree.h"

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

/// The recorded rows of other engines that a test among `sources` reads: those of each folder of
/// tests/conformance that it names.
qsizetype recordedLines(const QList<SourceFile> &sources)
{
    const QString recorded = u"tests/conformance"_s;
    qsizetype lines = 0;
    const QStringList folders = QDir(architecture::root().filePath(recorded))
                                    .entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    for (const QString &folder : folders) {
        const bool isRead = std::ranges::any_of(sources, [&](const SourceFile &source) {
            return source.text.contains(u'"' + folder + u'"')
                || source.text.contains(u'/' + folder + u'"');
        });
        if (isRead)
            lines += linesIn({recorded + u'/' + folder}, {u"*.json"_s});
    }
    return lines;
}

/// The lines between the braces of each function outside a class: both stand at a line's start.
QList<qsizetype> functionSizes(const QString &text)
{
    QList<qsizetype> sizes;
    qsizetype begin = -1;
    const QStringList lines = text.split(u'\n');
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (lines.at(i) == u"{")
            begin = i;
        else if (begin >= 0 && lines.at(i) == u"}")
            sizes += i - begin - 1;
        if (lines.at(i).startsWith(u'}'))
            begin = -1;
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

    /// A line of a golden file is one of a test too, and so is a recorded row of another engine's
    /// that one of these tests reads.
    void thereAreTestsForTheCode_data()
    {
        QTest::addColumn<QStringList>("code");
        QTest::addColumn<QStringList>("tests");
        QTest::addColumn<double>("ratio");
        for (const QString &name :
             {u"base"_s, u"process"_s, u"yaml"_s, u"git"_s, u"catalog"_s, u"jobs"_s})
            QTest::newRow(qPrintable(name))
                << QStringList{u"models/"_s + name} << QStringList{u"tests/"_s + name} << 0.7;
        QTest::newRow("jinja") << QStringList{u"models/jinja"_s} << QStringList{u"tests/jinja"_s}
                               << 1.5;
        QTest::newRow("plan") << QStringList{u"models/plan"_s}
                              << QStringList{u"tests/plan"_s, u"tests/golden"_s} << 1.5;
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
        const qsizetype tested = linesIn(tests, {u"*"_s}) + recordedLines(sources);
        QCOMPARE_GE(double(tested) / double(lines), ratio);
    }

    void aRecordCountsWhereATestReadsIt_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("counts");
        QTest::newRow("no test") << QString() << false;
        QTest::newRow("by its name") << u"addFiles(\"nunjucks\");"_s << true;
        QTest::newRow("by its path") << u"QDir(\"tests/conformance/jinja2\");"_s << true;
        QTest::newRow("in words") << u"/// As nunjucks does."_s << false;
        QTest::newRow("another folder's") << u"\"tests/conformance/nunjucksx\""_s << false;
    }

    void aRecordCountsWhereATestReadsIt()
    {
        QFETCH(const QString, text);
        QFETCH(const bool, counts);
        QCOMPARE(recordedLines({{u"tests/jinja/tst_x.cpp"_s, text}}) > 1000, counts);
        QCOMPARE(recordedLines({}), 0);
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
    }
};

QTEST_APPLESS_MAIN(TestSizes)
#include "tst_sizes.moc"
