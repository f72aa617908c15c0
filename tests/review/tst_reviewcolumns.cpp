#include "tests/support/windows.h"
#include "tests/widgets/codetesting.h"
#include "views/review/reviewcolumns.h"
#include "views/theme/theme.h"

#include <QClipboard>
#include <QScrollBar>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

QByteArray numbered(int count, const QByteArray &word)
{
    QByteArray text;
    for (int line = 1; line <= count; ++line)
        text += word + ' ' + QByteArray::number(line) + '\n';
    return text;
}

/// Columns in a window, with a text of 100 lines of which some changed.
class Shown
{
public:
    Shown()
        : columns(lightLook(true))
    {
        QByteArray after = numbered(100, "line");
        after.replace("line 10\n",
                      "line ten, which is so long that there has to be a bar to see "
                      "it whole, as wide as the window may be\nmore\n");
        after.replace("line 60\n", "");
        sides = sideBySide(diffText(numbered(100, "line"), after, DiffText::Extent::Whole));
        columns.open(u"a.txt"_s, sides);
        columns.setMarks(sides.before.marks, sides.after.marks);
        columns.setHeads(u"main at 41b07ce"_s, u"what you will commit"_s);
        columns.resize(600, 300);
        showActive(&columns);
    }

    SideBySide sides;
    ReviewColumns columns;
};

} // namespace

/// A file before and after, beside each other.
class TestReviewColumns : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void bothAreScrolledAsOne()
    {
        const Shown shown;
        QScrollBar *left = shown.columns.before().verticalScrollBar();
        QScrollBar *right = shown.columns.after().verticalScrollBar();
        QTRY_VERIFY(right->maximum() > 0);
        QTRY_COMPARE(left->maximum(), right->maximum());
        right->setValue(right->maximum());
        QCOMPARE(left->value(), right->maximum());
        left->setValue(3 * left->singleStep());
        QCOMPARE(right->value(), left->value());
        QCOMPARE(shown.columns.before().codeLayout().firstVisibleLine(),
                 shown.columns.after().codeLayout().firstVisibleLine());
    }

    void theLongerLineIsReadToItsEnd()
    {
        const Shown shown;
        QScrollBar *left = shown.columns.before().horizontalScrollBar();
        QScrollBar *right = shown.columns.after().horizontalScrollBar();
        QTRY_VERIFY(right->maximum() > left->maximum());
        right->setValue(right->maximum());
        QCOMPARE(right->value(), right->maximum()); // what is shorter pulls nothing back
        QCOMPARE(left->value(), left->maximum());
    }

    void linesThatAreWrappedStandAtOneHeight()
    {
        Shown shown;
        shown.columns.setWrapped(true);
        const CodeLayout &before = shown.columns.before().codeLayout();
        const CodeLayout &after = shown.columns.after().codeLayout();
        QCOMPARE_GT(after.rows().rowsOf(9), 1); // the long one
        const auto isLevel = [&] {
            for (int line = 0; line < 100; ++line) {
                if (before.yOf({line, 0}) != after.yOf({line, 0}))
                    return false;
            }
            return before.rows().count() == after.rows().count();
        };
        QTRY_VERIFY(isLevel());
        QCOMPARE(shown.columns.after().horizontalScrollBar()->maximum(), 0);
        savePicture(&shown.columns, QStringLiteral(WAYMARK_PICTURES), u"review-columns-wrapped"_s);
        shown.columns.goTo(61);
        QTRY_VERIFY(isLevel());
        QCOMPARE(before.firstVisibleLine(), after.firstVisibleLine());
        const int line = after.firstVisibleLine();
        shown.columns.resize(420, 300); // more rows above what is seen
        QTRY_VERIFY(isLevel());
        QCOMPARE(after.firstVisibleLine(), line);
        QCOMPARE(before.firstVisibleLine(), line);
        shown.columns.setWrapped(false);
        QTRY_VERIFY(isLevel());
        QCOMPARE(after.rows().rowsOf(9), 1);
        QCOMPARE(before.rows().count(), shown.columns.before().text().lineCount());
    }

    void whatIsWrappedIsScrolledAsOneToo()
    {
        const Shown shown;
        shown.columns.before().setWrapped(true);
        shown.columns.after().setWrapped(true);
        QScrollBar *left = shown.columns.before().verticalScrollBar();
        QScrollBar *right = shown.columns.after().verticalScrollBar();
        QTRY_VERIFY(right->maximum() > 0);
        QTRY_COMPARE(left->maximum(), right->maximum());
        const int row = shown.columns.after().codeLayout().rowHeight();
        left->setValue(10 * row); // below the text of a line that is higher beside
        QCOMPARE(right->value(), 10 * row);
        QCOMPARE(left->value(), 10 * row);
        right->setValue(11 * row);
        QCOMPARE(left->value(), 11 * row);
    }

    void theCaretPassesOverRowsWithoutText()
    {
        Shown shown;
        shown.columns.setWrapped(true);
        CodeView &before = shown.columns.before();
        QCOMPARE_GT(before.codeLayout().rows().rowsOf(9), 1);
        before.setFocus();
        QTRY_VERIFY(before.hasFocus());
        before.goTo({10, 3});
        QTest::keyClick(&before, Qt::Key_Down);
        QCOMPARE(before.caret().place().line, 10);
        QTest::keyClick(&before, Qt::Key_Up);
        QCOMPARE(before.caret().place(), (TextPlace{9, 2}));
    }

    void aChangeIsGoneToInBoth()
    {
        Shown shown;
        QCOMPARE(shown.sides.changes, (QList<int>{10, 61}));
        shown.columns.goTo(61);
        QCOMPARE(shown.columns.before().caret().place().line, 60);
        QCOMPARE(shown.columns.after().caret().place().line, 60);
        QCOMPARE(shown.columns.before().codeLayout().firstVisibleLine(),
                 shown.columns.after().codeLayout().firstVisibleLine());
    }

    void eachHasAName()
    {
        Shown shown;
        shown.columns.setDescription(u"a.txt, change 1 of 2"_s);
        auto *before = named<CodeView>(&shown.columns, u"Content before"_s);
        auto *after = named<CodeView>(&shown.columns, u"Content after"_s);
        QVERIFY(before && after);
        QCOMPARE(before->accessibleDescription(), u"a.txt, change 1 of 2"_s);
        QVERIFY(before->marks().spoken(9).contains(u"removed"));
        QCOMPARE(before->marks().spoken(10), u"no line here"_s);
        QVERIFY(after->marks().spoken(9).contains(u"added"));
    }

    void whatOnlyFillsIsNotCopied()
    {
        const Shown shown;
        shown.columns.before().selectAll();
        QCOMPARE(shown.columns.before().selectedText(),
                 QString::fromUtf8(numbered(100, "line").chopped(1)));
    }

    void theColumnWithTheFocusIsTheOneThatCounts()
    {
        const ReviewColumns unseen(lightLook());
        QCOMPARE(&unseen.current(), &unseen.after());
        const Shown shown;
        for (CodeView *view : {&shown.columns.after(), &shown.columns.before()}) {
            view->setFocus();
            QTRY_VERIFY(view->hasFocus());
            QCOMPARE(&shown.columns.current(), view);
        }
    }

    void whatHasNoLineIsHatched()
    {
        Shown shown;
        QTRY_VERIFY(shown.columns.before().isVisible());
        shown.columns.goTo(11);
        CodeView &before = shown.columns.before();
        savePicture(&shown.columns, QStringLiteral(WAYMARK_PICTURES), u"review-columns"_s);
        const QImage seen = before.viewport()->grab().toImage();
        const QRgb hatch = before.colour(Token::Line).rgb();
        const auto isHatched = [&](int line) {
            const int y = before.codeLayout().yOf({line, 0}) + before.codeLayout().rowHeight() / 2;
            for (int x = 0; x < seen.width(); ++x) {
                if (seen.pixel(x, int(y * seen.devicePixelRatio())) == hatch)
                    return true;
            }
            return false;
        };
        QVERIFY(isHatched(10));
        QVERIFY(!isHatched(9));
        QVERIFY(!isHatched(11));
    }
};

QTEST_MAIN(TestReviewColumns)
#include "tst_reviewcolumns.moc"
