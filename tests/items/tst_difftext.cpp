#include "models/items/difftext.h"

#include "models/items/difflines.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using Extent = DiffText::Extent;
using Kind = LineMark::Kind;

namespace {

/// Each line as it is read: its number, its sign, what it says, what is marked in it, its note.
QStringList read(const DiffText &diff)
{
    QStringList lines;
    const QByteArrayList texts = diff.text.split('\n');
    const QList<int> numbers = diff.numbers();
    for (qsizetype i = 0; i < diff.lines.size(); ++i) {
        QString line = (numbers.at(i) > 0 ? QString::number(numbers.at(i)) : QString()) + u' ';
        for (const LineMark &mark : diff.marks) {
            if (mark.line != i + 1)
                continue;
            line += mark.kind == Kind::Added ? u"+"_s
                : mark.kind == Kind::Removed ? u"-"_s
                                             : u"~"_s;
            for (const MarkedColumns &part : mark.columns)
                line += u"[%1,%2)"_s.arg(part.start).arg(part.end);
            line += mark.note;
        }
        lines += line + u'|' + QString::fromUtf8(texts.at(i));
    }
    return lines;
}

QByteArray numbered(int count)
{
    QByteArray text;
    for (int line = 1; line <= count; ++line)
        text += "line " + QByteArray::number(line) + '\n';
    return text;
}

} // namespace

class TestDiffText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatGoesStandsBeforeWhatComes()
    {
        const DiffText diff = diffText("a\nb\nc\n", "a\nB1\nB2\nc\n");
        QCOMPARE(read(diff),
                 QStringList({u"1 |a"_s, u"2 -|b"_s, u"2 +|B1"_s, u"3 +|B2"_s, u"4 |c"_s}));
        QCOMPARE(diff.changes, QList<int>{2});
        QCOMPARE(diff.lines.at(1), (DiffLine{.before = 2, .after = 0}));
        QCOMPARE(diff.lines.at(4), (DiffLine{.before = 3, .after = 4}));
    }

    void partsOfALineThatDifferAreMarked_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<QString>("removed");
        QTest::addColumn<QString>("added");
        QTest::newRow("something is put in")
            << QByteArray("SERVICES=cart,payments\n")
            << QByteArray("SERVICES=cart,orders,payments\n") << u"1 -|SERVICES=cart,payments"_s
            << u"1 +[15,22)|SERVICES=cart,orders,payments"_s;
        QTest::newRow("something is another")
            << QByteArray("memory: 256Mi\n") << QByteArray("memory: 512Mi\n")
            << u"1 -[9,12)|memory: 256Mi"_s << u"1 +[9,12)|memory: 512Mi"_s;
        QTest::newRow("little in common: all of it")
            << QByteArray("abcdef\n") << QByteArray("xyz uvw\n") << u"1 -|abcdef"_s
            << u"1 +|xyz uvw"_s;
        QTest::newRow("only the indentation in common")
            << QByteArray("            a\n") << QByteArray("            b\n")
            << u"1 -|            a"_s << u"1 +|            b"_s;
        QTest::newRow("a pair of surrogates is one")
            << QByteArray("name: \xF0\x9F\x98\x80 x\n") << QByteArray("name: \xF0\x9F\x98\x81 x\n")
            << u"1 -[7,9)|name: \U0001F600 x"_s << u"1 +[7,9)|name: \U0001F601 x"_s;
    }

    void partsOfALineThatDifferAreMarked()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        QFETCH(const QString, removed);
        QFETCH(const QString, added);
        QCOMPARE(read(diffText(before, after)), QStringList({removed, added}));
    }

    void farLinesAreLeftOutAndCounted()
    {
        QByteArray after = numbered(30);
        after.replace("line 15\n", "line fifteen\n");
        const DiffText diff = diffText(numbered(30), after);
        const QStringList lines = read(diff);
        QCOMPARE(lines.size(), 1 + 3 + 2 + 3 + 1);
        QCOMPARE(lines.first(), u" ~11 lines as before|"_s);
        QCOMPARE(lines.at(1), u"12 |line 12"_s);
        QCOMPARE(lines.at(4), u"15 -[6,8)|line 15"_s);
        QCOMPARE(lines.last(), u" ~12 lines as before|"_s);
        QCOMPARE(diff.changes, QList<int>{5});
        const DiffText whole = diffText(numbered(30), after, Extent::Whole);
        QCOMPARE(whole.lines.size(), 31);
        QCOMPARE(whole.changes, QList<int>{15});
    }

    void aGapOfOneLineIsShown()
    {
        QByteArray after = numbered(20);
        after.replace("line 5\n", "five\n").replace("line 13\n", "thirteen\n");
        const QStringList lines = read(diffText(numbered(20), after));
        QVERIFY(lines.contains(u"9 |line 9"_s));
        QVERIFY(!lines.join(u'\n').contains(u"1 line as before"));
    }

    void aNewTextIsShownAsItIs()
    {
        const DiffText diff = diffText({}, "a\nb");
        QCOMPARE(read(diff), QStringList({u"1 |a"_s, u"2 |b"_s}));
        QCOMPARE(diff.text, "a\nb");
        QVERIFY(diff.marks.isEmpty());
        QCOMPARE(diff.changes, QList<int>{1});
    }

    void aTextThatGoesIsShownWhole()
    {
        QCOMPARE(read(diffText("a\nb\n", {})), QStringList({u"1 -|a"_s, u"2 -|b"_s}));
        const DiffText nothing = diffText({}, {});
        QVERIFY(nothing.lines.isEmpty());
    }

    void aTextThatStaysHasNoChanges()
    {
        const DiffText same = diffText(numbered(9), numbered(9));
        QCOMPARE(same.lines.size(), 9);
        QVERIFY(same.changes.isEmpty());
        QVERIFY(same.marks.isEmpty());
        QCOMPARE(nextChange(same.changes, 1), 0);
    }

    void aMissingLineEndIsTold()
    {
        QCOMPARE(read(diffText("a\nb", "a\nb\n")),
                 QStringList({u"1 |a"_s, u"2 -no line end|b"_s, u"2 +|b"_s}));
        QCOMPARE(read(diffText("a\n", "a")), QStringList({u"1 -|a"_s, u"1 +no line end|a"_s}));
    }

    void carriageReturnsDiffer()
    {
        const DiffText diff = diffText("a\r\nb\r\n", "a\nb\r\n");
        QCOMPARE(diff.changes.size(), 1);
        QCOMPARE(diff.lines.size(), 3);
    }

    void linesLikeHeadsOfHunksAreLines()
    {
        const DiffText diff
            = diffText("@@ -1,1 +1,1 @@\n--- a\nx\n", "@@ -1,1 +1,1 @@\n+++ b\nx\n");
        QCOMPARE(read(diff),
                 QStringList({u"1 |@@ -1,1 +1,1 @@"_s, u"2 -|--- a"_s, u"2 +|+++ b"_s, u"3 |x"_s}));
    }

    void changesAreWalkedBothWays()
    {
        QByteArray after = numbered(60);
        after.replace("line 10\n", "ten\n").replace("line 50\n", "fifty\n");
        const DiffText diff = diffText(numbered(60), after, Extent::Whole);
        QCOMPARE(diff.changes, QList<int>({10, 51}));
        QCOMPARE(nextChange(diff.changes, 0), 10);
        QCOMPARE(nextChange(diff.changes, 10), 51);
        QCOMPARE(nextChange(diff.changes, 51), 0);
        QCOMPARE(nextChange(diff.changes, 60, true), 51);
        QCOMPARE(nextChange(diff.changes, 51, true), 10);
        QCOMPARE(nextChange(diff.changes, 10, true), 0);
    }

    void marksOfTheTextAfterFindTheirLines()
    {
        QByteArray after = numbered(40);
        after.replace("line 20\n", "twenty\n");
        const DiffText diff = diffText(numbered(40), after);
        const QList<LineMark> moved
            = diff.moved({{.line = 20, .kind = Kind::Error, .note = u"wrong"_s},
                          {.line = 1, .kind = Kind::Error}}); // it is in a gap
        QCOMPARE(moved.size(), 1);
        QCOMPARE(diff.lines.at(moved.first().line - 1).after, 20);
        QCOMPARE(moved.first().note, u"wrong"_s);
        QCOMPARE(diff.lineOf(20), moved.first().line);
    }

    /// Whatever changes, both texts can be read off the comparison.
    void bothTextsAreInIt()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 60; ++round) {
            QByteArrayList texts;
            for (int side = 0; side < 2; ++side) {
                QByteArray text;
                for (int line = random.bounded(1, 30); line > 0; --line)
                    text += QByteArray::number(random.bounded(5)) + '\n';
                texts += text;
            }
            const DiffText diff = diffText(texts.first(), texts.last(), Extent::Whole);
            const QByteArrayList lines = diff.text.split('\n');
            QByteArray before;
            QByteArray after;
            for (qsizetype i = 0; i < diff.lines.size(); ++i) {
                before += diff.lines.at(i).before > 0 ? lines.at(i) + '\n' : QByteArray();
                after += diff.lines.at(i).after > 0 ? lines.at(i) + '\n' : QByteArray();
            }
            QCOMPARE(before, texts.first());
            QCOMPARE(after, texts.last());
        }
    }

    void textsThatGitTakesForBinaryDifferInEveryLine()
    {
        const DifferentLines found
            = differentLines(QByteArray("a\0\nb\n", 5), QByteArray("a\0\nc\n", 5));
        QVERIFY(!found.goes.contains(false));
        QVERIFY(!found.comes.contains(false));
    }
};

QTEST_MAIN(TestDiffText)
#include "tst_difftext.moc"
