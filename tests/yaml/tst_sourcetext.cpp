#include "models/yaml/sourcetext.h"
#include "tests/support/testing.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestSourceText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyByteHasAPlace_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("offset");
        QTest::addColumn<SourcePosition>("place");
        const auto row
            = [](const char *name, const QByteArray &text, int offset, int line, int column) {
                  QTest::newRow(name) << text << offset << SourcePosition{line, column};
              };
        row("the start of nothing", "", 0, 1, 1);
        row("the start", "abc", 0, 1, 1);
        row("within a line", "abc", 2, 1, 3);
        row("the end", "abc", 3, 1, 4);
        row("a line end", "ab\ncd", 2, 1, 3);
        row("behind a line end", "ab\ncd", 3, 2, 1);
        row("behind the last line end", "ab\n", 3, 2, 1);
        row("an empty line", "a\n\nb", 2, 2, 1);
        row("behind an empty line", "a\n\nb", 3, 3, 1);
        row("behind a letter of two bytes", "é:x", 3, 1, 3);
        row("behind a letter of three bytes", "漢x", 3, 1, 2);
        row("behind a character of two units", "😀x", 4, 1, 3);
        row("behind a return", "a\r\nb", 3, 2, 1);
        row("a return", "a\r\nb", 1, 1, 2);
    }

    void everyByteHasAPlace()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const int, offset);
        QFETCH(const SourcePosition, place);
        const SourceText source(text, {});
        QCOMPARE(source.positionOf(offset), place);
        PositionCursor cursor(source);
        QCOMPARE(cursor.positionOf(offset), place);
        QCOMPARE(cursor.positionOf(offset), place);
    }

    void aCursorMayGoBack_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= 20; ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void aCursorMayGoBack()
    {
        QFETCH(const quint32, seed);
        QRandomGenerator random(seed);
        static const QByteArrayList pieces{"a", "bc", "\n", "\n\n", "é", "😀", " "};
        QByteArray text;
        QList<qsizetype> starts;
        for (int i = 0; i < 200; ++i) {
            starts += text.size();
            text += pieces.at(random.bounded(pieces.size()));
        }
        const SourceText source(text, {});
        PositionCursor cursor(source);
        qsizetype next = 0;
        for (int i = 0; i < 100; ++i) {
            next = random.bounded(4) == 0 ? random.bounded(starts.size())
                                          : std::min(next + random.bounded(3), starts.size() - 1);
            QCOMPARE(cursor.positionOf(starts.at(next)), source.positionOf(starts.at(next)));
        }
    }

    void aProblemGetsFilePlaceAndLine()
    {
        const SourceText source("a: 1\nbé: 2\r\nc: 3\n", u"x.yaml"_s);
        QCOMPARE(source.file(), u"x.yaml"_s);
        const Problem problem = source.placed({.message = u"No."_s, .hint = u"Yes."_s}, {2, 5});
        QCOMPARE(problem.toString(), u"x.yaml:2:5: No.\n  bé: 2\n      ^\nYes."_s);
    }

    void aPlaceOutsideIsShownAsFarAsItCanBe_data()
    {
        QTest::addColumn<SourcePosition>("place");
        QTest::addColumn<QString>("excerpt");
        QTest::newRow("behind the last line") << SourcePosition{9, 1} << u"b"_s;
        QTest::newRow("behind the end of a line") << SourcePosition{1, 40} << u"a"_s;
        QTest::newRow("before the first line") << SourcePosition{0, 1} << u"a"_s;
    }

    void aPlaceOutsideIsShownAsFarAsItCanBe()
    {
        QFETCH(const SourcePosition, place);
        const SourceText source("a\nb", u"x"_s);
        const Problem problem = source.placed({}, place);
        QCOMPARE(problem.position, std::optional(place));
        QTEST(problem.excerpt, "excerpt");
    }

    void ofALongLineAPartIsShown()
    {
        const QByteArray line = QByteArray("é ").repeated(30'000) + "here" + QByteArray(9000, 'x');
        const SourceText source("a\n" + line, {});
        const Problem problem = source.placed({}, {2, 60'001});
        QVERIFY(problem.excerpt.size() <= 160);
        QVERIFY(problem.excerpt.contains(u"here"));
        QVERIFY(problem.excerptColumn > 0);
        QCOMPARE(problem.excerpt.mid(problem.excerptColumn - 1, 4), u"here"_s);
    }

    void aMarkWithinATextStays()
    {
        QCOMPARE(textOf("\xEF\xBB\xBFx"), u"\ufeffx"_s);
        QCOMPARE(textOf("x\xEF\xBB\xBF"), u"x\ufeff"_s);
        QCOMPARE(textOf("é😀"), u"é😀"_s);
        QCOMPARE(textOf(""), QString());
    }
};

QTEST_APPLESS_MAIN(TestSourceText)
#include "tst_sourcetext.moc"
