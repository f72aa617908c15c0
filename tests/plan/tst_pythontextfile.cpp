#include "models/plan/pythontextfile.h"

#include <QTest>

using namespace waymark;
using namespace Qt::StringLiterals;

class TestPythonTextFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allLineEndsAreReadAsLineFeeds()
    {
        QCOMPARE(withUniversalNewlines("a\r\nb\rc\n\r\r\n"), "a\nb\nc\n\n\n"_ba);
        QCOMPARE(withUniversalNewlines("a\n"), "a\n"_ba);
    }

    /// What `newlines` of Python's text files is behind the first readline(), or its first.
    void theFirstLineEndIsThatOfThePartReadFirst_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("none") << "a"_ba << ""_ba;
        QTest::newRow("line feeds") << "a\nb\n"_ba << "\n"_ba;
        QTest::newRow("both") << "a\r\nb\r\n"_ba << "\r\n"_ba;
        QTest::newRow("carriage returns") << "a\rb"_ba << "\r"_ba;
        QTest::newRow("line feeds among both") << "a\r\nb\n"_ba << "\n"_ba;
        QTest::newRow("carriage returns among all") << "a\nb\r\nc\r"_ba << "\r"_ba;
        QTest::newRow("others too far behind") << "a\r\n" + QByteArray(9000, 'x') + "\n"
                                               << "\r\n"_ba;
        QTest::newRow("far from the start") << QByteArray(9000, 'x') + "\r\ny\n" << "\n"_ba;
        QTest::newRow("across the border") << QByteArray(8191, 'x') + "\r\nz\n" << "\n"_ba;
    }
    void theFirstLineEndIsThatOfThePartReadFirst()
    {
        QFETCH(const QByteArray, bytes);
        QTEST(firstNewline(bytes), "expected");
    }

    void provenanceMovesAlong()
    {
        const jinja::Rendered text{
            .bytes = "a\nb\n",
            .provenance = {.templates = {u"t"_s},
                           .answers = {{}},
                           .stretches = {{.start = 0, .end = 2}, {.start = 2, .end = 4}}}};
        const jinja::Rendered moved = withNewlines(text, "\r\n");
        QCOMPARE(moved.bytes, "a\r\nb\r\n"_ba);
        QCOMPARE(moved.provenance.stretches.at(0).end, 3);
        QCOMPARE(moved.provenance.stretches.at(1).start, 3);
        QCOMPARE(moved.provenance.stretches.at(1).end, 6);
        QCOMPARE(withNewlines(text, "").bytes, text.bytes);
    }
};

QTEST_MAIN(TestPythonTextFile)

#include "tst_pythontextfile.moc"
