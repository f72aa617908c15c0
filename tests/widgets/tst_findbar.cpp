#include "tests/support/windows.h"
#include "tests/widgets/codetesting.h"
#include "views/widgets/findbar.h"

#include <QBoxLayout>
#include <QIcon>
#include <QLabel>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// A bar over a view.
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
        window.resize(500, 300);
        view.open(u"a.txt"_s, "one two\nTwo three\ntwofold\n");
        testing::showActive(&window);
    }

    template<typename Widget>
    [[nodiscard]] Widget *named(const QString &name) const
    {
        return testing::named<Widget>(&bar, name);
    }

    [[nodiscard]] QString count() const { return named<QLabel>(u"Matches"_s)->text(); }
    [[nodiscard]] QLineEdit *needle() const { return named<QLineEdit>(u"Find in this file"_s); }

    QWidget window;
    CodeView view;
    FindBar bar;
};

} // namespace

class TestFindBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void typingShowsTheFirstMatch()
    {
        Pane pane;
        QVERIFY(pane.bar.isHidden());
        pane.bar.start();
        QVERIFY(pane.needle()->hasFocus());
        QTest::keyClicks(pane.needle(), u"two"_s);
        QCOMPARE(pane.view.selectedText(), u"two"_s);
        QCOMPARE(pane.view.caret().first(), (TextPlace{0, 4}));
        QCOMPARE(pane.count(), u"1 of 3"_s);
        QTest::keyClicks(pane.needle(), u"f"_s);
        QCOMPARE(pane.view.caret().first(), (TextPlace{2, 0}));
        QCOMPARE(pane.count(), u"1 of 1"_s);
        QTest::keyClicks(pane.needle(), u"x"_s);
        QCOMPARE(pane.count(), u"No matches"_s);
    }

    void enterGoesOnAndBack()
    {
        Pane pane;
        pane.bar.start();
        QTest::keyClicks(pane.needle(), u"two"_s);
        QTest::keyClick(pane.needle(), Qt::Key_Return);
        QCOMPARE(pane.count(), u"2 of 3"_s);
        QTest::keyClick(pane.needle(), Qt::Key_Return, Qt::ShiftModifier);
        QTest::keyClick(pane.needle(), Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(pane.count(), u"3 of 3"_s);
        pane.named<QToolButton>(u"Next match"_s)->click();
        QCOMPARE(pane.count(), u"1 of 3"_s);
        pane.named<QToolButton>(u"Previous match"_s)->click();
        QCOMPARE(pane.count(), u"3 of 3"_s);
    }

    void upperAndLowerCaseMatterOnWish()
    {
        Pane pane;
        pane.bar.start();
        QTest::keyClicks(pane.needle(), u"Two"_s);
        QCOMPARE(pane.count(), u"1 of 3"_s);
        pane.named<QToolButton>(u"Match upper and lower case"_s)->click();
        QCOMPARE(pane.count(), u"1 of 1"_s);
    }

    void escapeEndsAndKeepsThePlace()
    {
        Pane pane;
        const QSignalSpy closed(&pane.bar, &FindBar::closed);
        pane.bar.start();
        QTest::keyClicks(pane.needle(), u"three"_s);
        QTest::keyClick(pane.needle(), Qt::Key_Escape);
        QCOMPARE(closed.size(), 1);
        QVERIFY(pane.bar.isHidden());
        QVERIFY(pane.view.hasFocus());
        QCOMPARE(pane.view.selectedText(), u"three"_s);
        QCOMPARE(pane.view.search().count(), 0);
        pane.bar.start(); // with what was selected
        QCOMPARE(pane.needle()->text(), u"three"_s);
        QCOMPARE(pane.needle()->selectedText(), u"three"_s);
        pane.named<QToolButton>(u"Close the search"_s)->click();
        QCOMPARE(closed.size(), 2);
    }

    void theCountFollowsTheText()
    {
        Pane pane;
        pane.bar.start();
        QTest::keyClicks(pane.needle(), u"two"_s);
        pane.view.setText("two\n");
        QCOMPARE(pane.view.search().count(), 1);
        QVERIFY(pane.count().endsWith(u"of 1"));
    }

    void buttonsKeepTheirNamesWithIcons()
    {
        Pane pane;
        QPixmap pixmap(16, 16);
        pixmap.fill(Qt::red);
        const QIcon icon(pixmap);
        pane.bar.setIcons(icon, icon, icon);
        auto *next = pane.named<QToolButton>(u"Next match"_s);
        QCOMPARE(next->toolButtonStyle(), Qt::ToolButtonIconOnly);
        QCOMPARE(next->toolTip(), u"Next match"_s);
    }
};

QTEST_MAIN(TestFindBar)
#include "tst_findbar.moc"
