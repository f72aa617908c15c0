#include "tests/widgets/codetesting.h"

#include <QClipboard>
#include <QMenu>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::numberedLines;
using testing::ShownView;

using Step = std::pair<Qt::Key, Qt::KeyboardModifiers>;

class TestCodeView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysMoveTheCaret_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<TextPlace>("from");
        QTest::addColumn<QList<Step>>("keys");
        QTest::addColumn<TextPlace>("to");
        const auto row
            = [](const char *name, const char *text, TextPlace from, const QList<Step> &keys,
                 TextPlace to) { QTest::newRow(name) << QByteArray(text) << from << keys << to; };
        const Qt::KeyboardModifiers none = Qt::NoModifier;
        const Qt::KeyboardModifiers ctrl = Qt::ControlModifier;
        row("right", "ab\ncd", {0, 0}, {{Qt::Key_Right, none}}, {0, 1});
        row("right over a line's end", "ab\ncd", {0, 2}, {{Qt::Key_Right, none}}, {1, 0});
        row("right at the end of all", "ab\ncd", {1, 2}, {{Qt::Key_Right, none}}, {1, 2});
        row("left over a line's start", "ab\ncd", {1, 0}, {{Qt::Key_Left, none}}, {0, 2});
        row("over an emoji", "a\U0001F600b", {0, 1}, {{Qt::Key_Right, none}}, {0, 3});
        row("back over an accent", "xe\u0301", {0, 3}, {{Qt::Key_Left, none}}, {0, 1});
        row("down keeps the column", "abcd\n\nabcd", {0, 3},
            {{Qt::Key_Down, none}, {Qt::Key_Down, none}}, {2, 3});
        row("up in the first line", "abcd", {0, 3}, {{Qt::Key_Up, none}}, {0, 0});
        row("down in the last line", "abcd", {0, 1}, {{Qt::Key_Down, none}}, {0, 4});
        row("a word on", "one two", {0, 0}, {{Qt::Key_Right, ctrl}}, {0, 4});
        row("a word on, at a line's end", "one\ntwo", {0, 3}, {{Qt::Key_Right, ctrl}}, {1, 0});
        row("a word back", "one two", {0, 7}, {{Qt::Key_Left, ctrl}}, {0, 4});
        row("a word back, at a line's start", "one\ntwo", {1, 0}, {{Qt::Key_Left, ctrl}}, {0, 3});
        row("home", "  ab", {0, 3}, {{Qt::Key_Home, none}}, {0, 0});
        row("end", "  ab\nx", {0, 1}, {{Qt::Key_End, none}}, {0, 4});
        row("the start of all", "a\nb\nc", {2, 1}, {{Qt::Key_Home, ctrl}}, {0, 0});
        row("the end of all", "a\nb\ncd\n", {0, 0}, {{Qt::Key_End, ctrl}}, {2, 2});
        row("over a tab", "\tx", {0, 0}, {{Qt::Key_Right, none}}, {0, 1});
    }

    void keysMoveTheCaret()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const TextPlace, from);
        QFETCH(const QList<Step>, keys);
        QFETCH(const TextPlace, to);
        ShownView shown(text);
        shown.view.select(from, from);
        for (const auto &[key, modifiers] : keys)
            shown.press(key, modifiers);
        QCOMPARE(shown.caret(), to);
        QVERIFY(!shown.view.caret().hasSelection());
    }

    void noPlaceHoldsTheCaretUp_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("left to right") << u"ab cd"_s;
        QTest::newRow("right to left") << u"\u05d0\u05d1\u05d2"_s;
        QTest::newRow("both") << u"ab \u05d0\u05d1\u05d2 cd"_s;
        QTest::newRow("both with numbers") << u"\u05d0\u05d1 12 \u05d2"_s;
    }

    void noPlaceHoldsTheCaretUp()
    {
        QFETCH(const QString, line);
        ShownView shown((line + u"\nend"_s).toUtf8());
        shown.view.select({1, 0}, {1, 0});
        QSet<int> columns;
        for (qsizetype i = 0; i <= line.size(); ++i) {
            shown.press(Qt::Key_Left);
            columns += shown.caret().column;
        }
        QCOMPARE(shown.caret().line, 0);
        QCOMPARE_GE(columns.size(), line.size());
        const TextPlace first = shown.caret();
        shown.press(Qt::Key_Left); // there is nothing before it
        QCOMPARE(shown.caret(), first);
        for (qsizetype i = 0; i <= line.size() && shown.caret().line == 0; ++i)
            shown.press(Qt::Key_Right);
        QCOMPARE(shown.caret(), (TextPlace{1, 0}));
    }

    void shiftSelects_data()
    {
        QTest::addColumn<Qt::Key>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::addColumn<QString>("selected");
        const Qt::KeyboardModifiers shift = Qt::ShiftModifier;
        QTest::newRow("right") << Qt::Key_Right << shift << u"t"_s;
        QTest::newRow("left") << Qt::Key_Left << shift << u" "_s;
        QTest::newRow("a word") << Qt::Key_Right << (shift | Qt::ControlModifier) << u"two"_s;
        QTest::newRow("down") << Qt::Key_Down << shift << u"two\nthre"_s;
        QTest::newRow("to the line's end") << Qt::Key_End << shift << u"two"_s;
        QTest::newRow("to the line's start") << Qt::Key_Home << shift << u"one "_s;
        QTest::newRow("to the end")
            << Qt::Key_End << (shift | Qt::ControlModifier) << u"two\nthree"_s;
    }

    void shiftSelects()
    {
        QFETCH(const Qt::Key, key);
        QFETCH(const Qt::KeyboardModifiers, modifiers);
        QFETCH(const QString, selected);
        ShownView shown("one two\nthree");
        shown.view.select({0, 4}, {0, 4});
        shown.press(key, modifiers);
        QCOMPARE(shown.view.selectedText(), selected);
    }

    void anArrowEndsASelectionAtItsSide()
    {
        ShownView shown("one two");
        shown.view.select({0, 1}, {0, 5});
        shown.press(Qt::Key_Left);
        QCOMPARE(shown.caret(), (TextPlace{0, 1}));
        shown.view.select({0, 1}, {0, 5});
        shown.press(Qt::Key_Right);
        QCOMPARE(shown.caret(), (TextPlace{0, 5}));
    }

    void pagesScroll()
    {
        ShownView shown(numberedLines(100));
        shown.press(Qt::Key_PageDown);
        QCOMPARE(shown.caret().line, 9);
        shown.press(Qt::Key_PageDown);
        QCOMPARE(shown.caret().line, 18);
        QVERIFY(shown.firstLine() > 0);
        shown.press(Qt::Key_PageUp);
        shown.press(Qt::Key_PageUp);
        QCOMPARE(shown.caret().line, 0);
        QCOMPARE(shown.scrolled(), 0);
        shown.press(Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(shown.scrolled(), shown.view.verticalScrollBar()->maximum());
    }

    void controlAndArrowsScrollWithoutTheCaret()
    {
        ShownView shown(numberedLines(100));
        shown.press(Qt::Key_Down, Qt::ControlModifier);
        QCOMPARE(shown.firstLine(), 1);
        QCOMPARE(shown.caret().line, 0);
        shown.press(Qt::Key_Up, Qt::ControlModifier);
        QCOMPARE(shown.firstLine(), 0);
    }

    void theMouseSelects()
    {
        ShownView shown("one two\nthree four\nfive");
        shown.click({0, 4});
        QCOMPARE(shown.caret(), (TextPlace{0, 4}));
        shown.click({1, 5}, Qt::ShiftModifier);
        QCOMPARE(shown.view.selectedText(), u"two\nthree"_s);
        QWidget *viewport = shown.view.viewport();
        QTest::mousePress(viewport, Qt::LeftButton, {}, shown.pointOf({2, 1}));
        QTest::mouseMove(viewport, shown.pointOf({2, 3}));
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, shown.pointOf({2, 3}));
        QCOMPARE(shown.view.selectedText(), u"iv"_s);
        QTest::mouseMove(viewport, shown.pointOf({0, 0}));
        QCOMPARE(shown.view.selectedText(), u"iv"_s);
    }

    void twoPressesTakeAWordAndThreeALine()
    {
        ShownView shown("one two\nthree four\nfive");
        QWidget *viewport = shown.view.viewport();
        const QPoint point = shown.pointOf({1, 2});
        QTest::mouseDClick(viewport, Qt::LeftButton, {}, point);
        QCOMPARE(shown.view.selectedText(), u"three"_s);
        QTest::mouseClick(viewport, Qt::LeftButton, {}, point);
        QCOMPARE(shown.view.selectedText(), u"three four\n"_s);
        QTest::mouseClick(viewport, Qt::LeftButton, {}, shown.pointOf({0, 1}));
        QVERIFY(!shown.view.caret().hasSelection());
    }

    void draggingAfterADoublePressTakesWords()
    {
        const CodeText text(u"one two three four"_s);
        CodePointer pointer(text);
        CodeCaret caret;
        pointer.pressTwice(caret, {0, 5}, {});
        pointer.drag(caret, {0, 9});
        QCOMPARE(text.between(caret.first(), caret.last()), u"two three"_s);
        pointer.drag(caret, {0, 1});
        QCOMPARE(text.between(caret.first(), caret.last()), u"one two"_s);
    }

    void aPressOnANumberTakesTheLine()
    {
        ShownView shown("one\ntwo\nthree");
        const QPoint number(5, shown.pointOf({1, 0}).y());
        QTest::mouseClick(shown.view.viewport(), Qt::LeftButton, {}, number);
        QCOMPARE(shown.view.selectedText(), u"two\n"_s);
    }

    void allIsSelectedAndCopied()
    {
        ShownView shown("one\ntwo\n");
        QApplication::clipboard()->setText(u"before"_s);
        shown.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"before"_s); // nothing is selected
        shown.press(Qt::Key_A, Qt::ControlModifier);
        shown.press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QApplication::clipboard()->text(), u"one\ntwo\n"_s);
    }

    void theMenuCopies()
    {
        ShownView shown("one\ntwo\n", u"deploy/a.yaml"_s);
        QAction ours(u"Go to field"_s);
        shown.view.addAction(&ours);
        const auto menu = shown.view.contextMenu();
        QList<QAction *> entries = menu->actions();
        QStringList names;
        for (const QAction *entry : std::as_const(entries))
            names += entry->text().remove(u'&');
        QCOMPARE(
            names,
            QStringList({u"Copy"_s, u"Select all"_s, u"Copy path"_s, u""_s, u"Go to field"_s}));
        QVERIFY(!entries.at(0)->isEnabled());
        entries.at(2)->trigger();
        QCOMPARE(QApplication::clipboard()->text(), u"deploy/a.yaml"_s);
        entries.at(1)->trigger();
        const auto second = shown.view.contextMenu();
        second->actions().first()->trigger();
        QCOMPARE(QApplication::clipboard()->text(), u"one\ntwo\n"_s);
    }

    void aLineIsActivated()
    {
        ShownView shown("one\ntwo three");
        QSignalSpy activated(&shown.view, &CodeView::lineActivated);
        shown.view.select({1, 4}, {1, 4});
        shown.press(Qt::Key_Return);
        QCOMPARE(activated.takeFirst(), QVariantList({2, 5}));
        shown.click({0, 2}, Qt::ControlModifier);
        QCOMPARE(activated.takeFirst(), QVariantList({1, 3}));
        shown.click({1, 1});
        QVERIFY(activated.isEmpty());
    }

    void tabLeaves()
    {
        QWidget window;
        CodeView view(testing::lightLook(), &window);
        QWidget other(&window);
        other.setFocusPolicy(Qt::TabFocus);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        view.setFocus();
        QTest::keyClick(&view, Qt::Key_Tab);
        QVERIFY(other.hasFocus());
    }

    void goingToALineShowsItInTheMiddle()
    {
        ShownView shown(numberedLines(100));
        shown.view.goTo({51, 3});
        QCOMPARE(shown.caret(), (TextPlace{50, 2}));
        QVERIFY(shown.firstLine() > 40 && shown.firstLine() < 50);
        const int before = shown.scrolled();
        shown.view.goTo({52, 1}); // in sight
        QCOMPARE(shown.scrolled(), before);
        shown.view.goTo({1000, 1});
        QCOMPARE(shown.caret().line, 99);
    }

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
        ShownView shown(line.toUtf8());
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

    void itsKeysAreNotTakenByShortcuts()
    {
        ShownView shown("one");
        QKeyEvent copying(QEvent::ShortcutOverride, Qt::Key_C, Qt::ControlModifier);
        copying.ignore();
        QApplication::sendEvent(&shown.view, &copying);
        QVERIFY(copying.isAccepted());
        QKeyEvent palette(QEvent::ShortcutOverride, Qt::Key_K, Qt::ControlModifier);
        palette.ignore();
        QApplication::sendEvent(&shown.view, &palette);
        QVERIFY(!palette.isAccepted());
    }
};

QTEST_MAIN(TestCodeView)
#include "tst_codeview.moc"
