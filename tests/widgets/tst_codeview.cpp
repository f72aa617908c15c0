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
        const ShownView shown("one two\nthree four\nfive");
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
        const ShownView shown("one\ntwo\nthree");
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
