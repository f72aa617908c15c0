#include "tests/widgets/codetesting.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::numberedLines;
using testing::ShownView;

class TestCodeViewText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChangeLeavesAllInItsPlace_data()
    {
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("removed");
        QTest::addColumn<QByteArray>("inserted");
        QTest::addColumn<int>("moved");
        QTest::newRow("a line in sight") << 52 << 1 << QByteArray("other") << 0;
        QTest::newRow("a line above") << 10 << 1 << QByteArray("other") << 0;
        QTest::newRow("lines more above") << 10 << 0 << QByteArray("a\nb\nc") << 3;
        QTest::newRow("lines less above") << 10 << 5 << QByteArray() << -5;
        QTest::newRow("lines more below") << 90 << 0 << QByteArray("a\nb") << 0;
        QTest::newRow("all other lines above") << 0 << 45 << QByteArray("x\ny") << -43;
    }

    void aChangeLeavesAllInItsPlace()
    {
        QFETCH(const int, line);
        QFETCH(const int, removed);
        QFETCH(const QByteArray, inserted);
        QFETCH(const int, moved);
        QByteArrayList lines = numberedLines(100).split('\n');
        lines.removeLast();
        ShownView shown(lines.join('\n'));
        const int height = shown.view.codeLayout().rowHeight();
        shown.view.verticalScrollBar()->setValue(50 * height + 7);
        shown.view.select({55, 2}, {56, 4});
        const QString selected = shown.view.selectedText();

        lines.remove(line, removed);
        if (!inserted.isEmpty())
            lines.insert(line, inserted);
        shown.view.setText(lines.join('\n'));

        QCOMPARE(shown.scrolled(), (50 + moved) * height + 7);
        QCOMPARE(shown.view.caret().anchor(), (TextPlace{55 + moved, 2}));
        QCOMPARE(shown.caret(), (TextPlace{56 + moved, 4}));
        QCOMPARE(shown.view.selectedText(), selected);
        QCOMPARE(shown.view.text().text(), QString::fromUtf8(lines.join('\n')));
    }

    void whatComesBeforeTheFirstLineIsSeen()
    {
        ShownView shown(numberedLines(100));
        shown.view.setText("more\n" + numberedLines(100));
        QCOMPARE(shown.scrolled(), 0);
        QCOMPARE(shown.view.text().line(0), u"more");
    }

    void aTextThatIsShorterIsScrolledToItsEnd()
    {
        ShownView shown(numberedLines(100));
        shown.press(Qt::Key_End, Qt::ControlModifier);
        shown.view.setText("one\ntwo\n");
        QCOMPARE(shown.scrolled(), 0);
        QCOMPARE(shown.caret().line, 1);
    }

    void anotherFileIsShownFromItsStart()
    {
        ShownView shown(numberedLines(100));
        shown.press(Qt::Key_End, Qt::ControlModifier);
        const CodeView::Reading reading = shown.view.reading();
        shown.view.open(u"b.txt"_s, numberedLines(50));
        QCOMPARE(shown.scrolled(), 0);
        QCOMPARE(shown.caret(), TextPlace());
        shown.view.open(u"a.txt"_s, numberedLines(100));
        shown.view.restore(reading);
        QCOMPARE(shown.caret(), (TextPlace{99, 7}));
        QCOMPARE(shown.scrolled(), shown.view.verticalScrollBar()->maximum());
    }

    void wrappingKeepsTheLineInSight()
    {
        QByteArray text;
        for (int line = 0; line < 300; ++line)
            text += "word " + QByteArray("and word ").repeated(line % 30) + '\n';
        ShownView shown(text);
        shown.view.reveal(200);
        const int first = shown.firstLine();
        QVERIFY(shown.view.horizontalScrollBar()->maximum() > 0);
        shown.view.setWrapped(true);
        QCOMPARE(shown.firstLine(), first);
        QCOMPARE(shown.view.horizontalScrollBar()->maximum(), 0);
        QVERIFY(shown.view.codeLayout().rows().count() > 300);
        shown.view.resize(700, shown.view.height());
        QCOMPARE(shown.firstLine(), first);
        shown.view.setWrapped(false);
        QCOMPARE(shown.firstLine(), first);
    }

    void theCaretWalksThroughWrappedRows()
    {
        ShownView shown(QByteArray("word ").repeated(60) + "\nlast");
        shown.view.setWrapped(true);
        QVERIFY(shown.view.codeLayout().rows().rowsOf(0) > 2);
        shown.press(Qt::Key_Down);
        QCOMPARE(shown.caret().line, 0);
        QVERIFY(shown.caret().column > 0);
        const int second = shown.caret().column;
        shown.press(Qt::Key_End);
        QVERIFY(shown.caret().column > second && shown.caret().column < 300);
        shown.press(Qt::Key_End);
        QCOMPARE(shown.caret().column, 300);
        shown.press(Qt::Key_Right);
        QCOMPARE(shown.caret(), (TextPlace{1, 0}));
        QList<int> columns;
        shown.view.select({0, 0}, {0, 0});
        while (shown.caret().line == 0) { // no place is left out, none comes twice
            columns += shown.caret().column;
            shown.press(Qt::Key_Right);
        }
        QCOMPARE(columns.size(), 301);
        QCOMPARE(columns.last(), 300);
    }

    void aFileOfOneVeryLongLineCanBeRead()
    {
        ShownView shown(QByteArray(3'000'000, 'x'));
        QVERIFY(shown.view.verticalScrollBar()->maximum() > 0);
        QCOMPARE(shown.view.horizontalScrollBar()->maximum(), 0);
        shown.press(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(shown.caret().column, 3'000'000);
        QVERIFY(shown.view.viewport()->rect().intersects(
            shown.view.codeLayout().caretRect(shown.caret()).adjusted(-1, 0, 1, 0)));
    }

    void theEndOfAWideLineCanBeReached_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("letters") << QString(100, u'x');
        QTest::newRow("very many letters") << QString(9'000, u'x');
        QTest::newRow("tabs") << QString(100, u'\t');
        QTest::newRow("wide characters") << QString(200, u'\u65e5');
        QTest::newRow("right to left") << QString(200, u'\u05d0');
    }

    void theEndOfAWideLineCanBeReached()
    {
        QFETCH(const QString, line);
        ShownView shown((line + u"\nx"_s).toUtf8());
        shown.press(Qt::Key_End);
        const auto isInSight = [&] {
            const int x = shown.view.codeLayout().caretRect(shown.caret()).left();
            return x >= shown.view.codeLayout().gutterWidth() && x < shown.view.viewport()->width();
        };
        QCOMPARE(shown.caret().column, int(line.size()));
        QVERIFY(isInSight());
        shown.press(Qt::Key_Home);
        QCOMPARE(shown.caret().column, 0);
        QVERIFY(isInSight());
    }

    void aPlaceIsFoundAgainWhereItIs_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("letters") << u"some: text"_s;
        QTest::newRow("tabs") << u"\ta\tb"_s;
        QTest::newRow("wide") << u"a\u65e5\u672cb"_s;
        QTest::newRow("emoji") << u"a\U0001F600b"_s;
        QTest::newRow("marks") << u"ae\u0301b"_s;
        QTest::newRow("very many") << QString(600, u'x');
    }

    void aPlaceIsFoundAgainWhereItIs()
    {
        QFETCH(const QString, line);
        const ShownView shown(line.toUtf8());
        const CodeLayout &layout = shown.view.codeLayout();
        int last = -1;
        for (int column = 0;; column = nextColumn(line, column)) {
            const QRect caret = layout.caretRect({0, column});
            QVERIFY(caret.left() > last);
            last = caret.left();
            QCOMPARE(layout.placeAt(caret.center()), (TextPlace{0, column}));
            if (column == line.size())
                break;
        }
    }

    void matchesAreFound()
    {
        ShownView shown("one two\nTwo three\ntwofold");
        const QSignalSpy changed(&shown.view, &CodeView::matchesChanged);
        shown.view.find(u"two"_s);
        QCOMPARE(shown.view.search().count(), 3);
        QVERIFY(!changed.isEmpty());
        QVERIFY(shown.view.findNext());
        QCOMPARE(shown.view.selectedText(), u"two"_s);
        QCOMPARE(shown.view.currentMatch(), 1);
        QVERIFY(shown.view.findNext());
        QCOMPARE(shown.view.currentMatch(), 2);
        QCOMPARE(shown.view.selectedText(), u"Two"_s);
        QVERIFY(shown.view.findNext() && shown.view.findNext()); // round the end
        QCOMPARE(shown.view.currentMatch(), 1);
        QVERIFY(shown.view.findPrevious());
        QCOMPARE(shown.view.currentMatch(), 3);
        shown.view.find(u"two"_s, Qt::CaseSensitive);
        QCOMPARE(shown.view.search().count(), 2);
        shown.view.find(u"absent"_s);
        QVERIFY(!shown.view.findNext() && !shown.view.findPrevious());
        QCOMPARE(shown.view.search().count(), 0);
    }

    void matchesFollowTheText()
    {
        ShownView shown("one two\n");
        shown.view.find(u"two"_s);
        shown.view.setText("two two\n");
        QCOMPARE(shown.view.search().count(), 2);
        shown.view.open(u"b"_s, "two");
        QCOMPARE(shown.view.search().count(), 1);
        shown.view.find({});
        QCOMPARE(shown.view.search().count(), 0);
    }

    void allMatchesOfABigFileAreCounted()
    {
        ShownView shown(QByteArray("some text to find\n").repeated(100'000));
        shown.view.find(u"find"_s);
        QTRY_VERIFY(shown.view.search().isFinished());
        QCOMPARE(shown.view.search().count(), 100'000);
        shown.view.find(u"find\nsome"_s); // over line ends
        QTRY_VERIFY(shown.view.search().isFinished());
        QCOMPARE(shown.view.search().count(), 99'999);
    }

    void theTextIsScaled()
    {
        ShownView shown(numberedLines(100));
        shown.view.reveal(50);
        const int first = shown.firstLine();
        const int height = shown.view.codeLayout().rowHeight();
        shown.view.setTextScale(2);
        QCOMPARE_GE(shown.view.codeLayout().rowHeight(), 2 * height - 2);
        QCOMPARE(shown.firstLine(), first);
        shown.view.setTextScale(0.8);
        QVERIFY(shown.view.codeLayout().rowHeight() < height);
    }

    void bytesThatAreNoTextAreSaid()
    {
        ShownView shown("a\xff");
        QVERIFY(!shown.view.isExact());
        shown.view.setText("ab");
        QVERIFY(shown.view.isExact());
    }
};

QTEST_MAIN(TestCodeViewText)
#include "tst_codeviewtext.moc"
