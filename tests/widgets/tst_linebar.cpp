#include "tests/support/windows.h"
#include "tests/widgets/codetesting.h"
#include "views/widgets/linebar.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// A bar over a view of three lines.
class Pane
{
public:
    Pane()
        : view(testing::lightLook(), &window)
        , bar(&view, &window)
    {
        auto *column = new QVBoxLayout(&window);
        column->addWidget(&bar);
        column->addWidget(&view);
        window.resize(600, 300);
        view.open(u"a.txt"_s, "one two\nTwo three\ntwofold");
        testing::showActive(&window);
        bar.start();
    }

    [[nodiscard]] QLineEdit *place() const
    {
        return testing::named<QLineEdit>(&bar, u"Go to line"_s);
    }
    [[nodiscard]] QString message() const
    {
        return testing::named<QLabel>(&bar, u"What is wrong with the line"_s)->text();
    }
    void type(const QString &text) const
    {
        QTest::keyClicks(place(), text);
        QTest::keyClick(place(), Qt::Key_Return);
    }

    QWidget window;
    CodeView view;
    LineBar bar;
};

} // namespace

class TestLineBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void enterGoesToALine()
    {
        Pane pane;
        QTRY_VERIFY(pane.place()->hasFocus());
        QCOMPARE(pane.place()->selectedText(), u"1"_s);
        pane.type(u"2:5"_s);
        QCOMPARE(pane.view.caret().place(), (TextPlace{1, 4}));
        QVERIFY(pane.bar.isHidden());
        QTRY_VERIFY(pane.view.hasFocus());
        pane.bar.start();
        QCOMPARE(pane.place()->text(), u"2"_s);
    }

    void whatIsNoLineIsSaidInPlace()
    {
        const Pane pane;
        pane.type(u"4"_s);
        QCOMPARE(pane.message(), u"This file has only 3 lines."_s);
        QCOMPARE(pane.place()->accessibleDescription(), pane.message());
        QVERIFY(!pane.bar.isHidden());
        QCOMPARE(pane.view.caret().place(), TextPlace());
        QTest::keyClicks(pane.place(), u"3"_s);
        QCOMPARE(pane.message(), QString());
        QTest::keyClick(pane.place(), Qt::Key_Return);
        QCOMPARE(pane.view.caret().place(), (TextPlace{2, 0}));
    }

    void aColumnBehindTheLineIsItsEnd()
    {
        const Pane pane;
        pane.type(u"1:99"_s);
        QCOMPARE(pane.view.caret().place(), (TextPlace{0, 7}));
    }

    void escClosesAndStays()
    {
        Pane pane;
        const QSignalSpy closed(&pane.bar, &LineBar::closed);
        QTest::keyClicks(pane.place(), u"3"_s);
        QTest::keyClick(pane.place(), Qt::Key_Escape);
        QVERIFY(pane.bar.isHidden());
        QCOMPARE(pane.view.caret().place(), TextPlace());
        QCOMPARE(closed.size(), 1);
        pane.bar.start();
        testing::named<QToolButton>(&pane.bar, u"Close the line bar"_s)->click();
        QVERIFY(pane.bar.isHidden());
    }
};

QTEST_MAIN(TestLineBar)
#include "tst_linebar.moc"
