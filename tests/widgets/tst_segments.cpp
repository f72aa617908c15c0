#include "tests/support/windows.h"
#include "views/theme/theme.h"
#include "views/widgets/segments.h"

#include <QAction>
#include <QActionGroup>
#include <QBoxLayout>
#include <QLineEdit>
#include <QSignalSpy>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestSegments : public QObject
{
    Q_OBJECT

    Theme m_theme;

    static QList<QToolButton *> buttonsOf(const Segments &segments)
    {
        return segments.findChildren<QToolButton *>();
    }
    static QStringList focusable(const Segments &segments)
    {
        QStringList names;
        for (const QToolButton *button : buttonsOf(segments)) {
            if ((button->focusPolicy() & Qt::TabFocus) != 0)
                names += button->text();
        }
        return names;
    }
    static QAccessible::State stateOf(QToolButton *button)
    {
        return QAccessible::queryAccessibleInterface(button)->state();
    }

private Q_SLOTS:
    void cleanup() { m_theme.setTextScale(1); }

    void eachIsARadioButtonOfAGroup()
    {
        Segments segments(u"Size"_s);
        segments.setChoices({u"Small"_s, u"Medium"_s, u"Large & co."_s});
        segments.choose(1);
        QCOMPARE(roleOf(&segments), QAccessible::Grouping);
        QCOMPARE(spokenName(&segments), u"Size"_s);
        const auto buttons = buttonsOf(segments);
        QCOMPARE(buttons.size(), 3);
        for (QToolButton *button : buttons)
            QCOMPARE(roleOf(button), QAccessible::RadioButton);
        QCOMPARE(spokenName(buttons.at(2)), u"Large & co."_s);
        QVERIFY(stateOf(buttons.at(1)).checkable);
        QVERIFY(!stateOf(buttons.at(0)).checked && stateOf(buttons.at(1)).checked);
        segments.choose(-1);
        QVERIFY(!stateOf(buttons.at(1)).checked);
        QCOMPARE(segments.chosen(), -1);
    }

    void anAssistiveToolPressesOne()
    {
        Segments segments(u"Size"_s);
        segments.setChoices({u"Small"_s, u"Large"_s});
        segments.choose(0);
        showActive(&segments);
        const QSignalSpy chosen(&segments, &Segments::chosenByUser);
        auto *actions
            = QAccessible::queryAccessibleInterface(buttonsOf(segments).at(1))->actionInterface();
        QVERIFY(actions->actionNames().contains(QAccessibleActionInterface::pressAction()));
        actions->doAction(QAccessibleActionInterface::pressAction());
        QTRY_COMPARE(segments.chosen(), 1);
        QCOMPARE(chosen.size(), 1);
        actions->doAction(QAccessibleActionInterface::setFocusAction());
        QVERIFY(buttonsOf(segments).at(1)->hasFocus());
    }

    void tabGoesToOneAndArrowsChoose()
    {
        QWidget window;
        auto *column = new QVBoxLayout(&window);
        auto *before = new QLineEdit;
        auto *segments = new Segments(u"Size"_s);
        segments->setChoices({u"Small"_s, u"Medium"_s, u"Large"_s});
        segments->choose(1);
        auto *after = new QLineEdit;
        for (QWidget *widget : QList<QWidget *>{before, segments, after})
            column->addWidget(widget);
        const QSignalSpy chosen(segments, &Segments::chosenByUser);
        showActive(&window);
        QCOMPARE(focusable(*segments), QStringList{u"Medium"_s});
        before->setFocus();
        QTest::keyClick(before, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), segments->tabStop());
        const auto press = [](Qt::Key key) { QTest::keyClick(QApplication::focusWidget(), key); };
        press(Qt::Key_Right);
        QCOMPARE(segments->chosen(), 2);
        press(Qt::Key_Down); // comes round
        QCOMPARE(segments->chosen(), 0);
        press(Qt::Key_Left);
        press(Qt::Key_Up);
        QCOMPARE(segments->chosen(), 1);
        QCOMPARE(chosen.size(), 4);
        QCOMPARE(focusable(*segments), QStringList{u"Medium"_s});
        press(Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), after);
    }

    void arrowsGoAsItIsRead()
    {
        Segments segments(u"Size"_s);
        segments.setLayoutDirection(Qt::RightToLeft);
        segments.setChoices({u"Small"_s, u"Medium"_s, u"Large"_s});
        segments.choose(0);
        showActive(&segments);
        segments.tabStop()->setFocus();
        QTest::keyClick(segments.tabStop(), Qt::Key_Left);
        QCOMPARE(segments.chosen(), 1);
        const auto buttons = buttonsOf(segments);
        QVERIFY(buttons.at(0)->x() > buttons.at(1)->x());
    }

    void whatIsChosenAlreadyStaysChosen()
    {
        Segments segments(u"Size"_s);
        segments.setChoices({u"Small"_s, u"Large"_s});
        segments.choose(0);
        segments.resize(segments.sizeHint());
        showActive(&segments);
        QTest::mouseClick(buttonsOf(segments).at(0), Qt::LeftButton);
        QCOMPARE(segments.chosen(), 0);
        QTest::keyClick(buttonsOf(segments).at(0), Qt::Key_Space);
        QCOMPARE(segments.chosen(), 0);
    }

    void oneThatMayBreakDoesSoOnlyWithoutRoom()
    {
        Segments segments(u"CPU per copy"_s, Segments::Breaks::WithoutRoom);
        segments.setChoices(
            {u"Small, 100m"_s, u"Medium, 250m"_s, u"Large, 500m"_s, u"Whole core, 1000m"_s});
        showActive(&segments);
        const auto buttons = buttonsOf(segments);
        const int line = segments.sizeHint().height();
        int together = 0;
        for (const QToolButton *button : buttons)
            together += button->sizeHint().width();
        QCOMPARE(segments.heightForWidth(together), line);
        const auto tops = [&](int width) {
            segments.resize(width, segments.heightForWidth(width));
            QSet<int> found;
            for (const QToolButton *button : buttons)
                found.insert(button->y());
            return found.size();
        };
        QCOMPARE(tops(together), 1);
        QVERIFY(isFirstSegment(buttons.at(0)) && !isLastSegment(buttons.at(1)));
        QCOMPARE(buttons.last()->geometry().right() + 1, together);
        QCOMPARE(tops(together - 1), 2);
        QVERIFY(isLastSegment(buttons.at(1)) && isFirstSegment(buttons.at(2)));
        QCOMPARE(tops(segments.minimumSizeHint().width()), 4);
        for (const QToolButton *button : buttons)
            QVERIFY(button->width() >= button->sizeHint().width());
        QVERIFY(segments.height() >= buttons.last()->geometry().bottom() + 1);
    }

    void allAreAsWideWhereThereIsRoom()
    {
        Segments segments(u"Size"_s, Segments::Breaks::WithoutRoom);
        segments.setChoices({u"S"_s, u"Medium"_s, u"Large"_s});
        segments.resize(600, segments.heightForWidth(600));
        showActive(&segments);
        const auto buttons = buttonsOf(segments);
        QCOMPARE(buttons.at(0)->width(), 200);
        QCOMPARE(buttons.at(2)->width(), 200);
    }

    void itGrowsWithTheText()
    {
        Segments segments(u"Size"_s);
        segments.setChoices({u"Small"_s, u"Medium"_s});
        const QSize before = segments.sizeHint();
        m_theme.setTextScale(2);
        QVERIFY(segments.sizeHint().width() > before.width());
        QVERIFY(segments.sizeHint().height() > before.height());
    }

    void actionsAreChosenAndFollowed()
    {
        QActionGroup group(nullptr);
        QAction *form = group.addAction(u"&Form"_s);
        QAction *both = group.addAction(u"Form and &preview"_s);
        for (QAction *action : {form, both})
            action->setCheckable(true);
        both->setChecked(true);
        Segments segments(u"What is shown"_s);
        QToolButton *left = segments.add(form);
        segments.add(both);
        QCOMPARE(left->text(), u"Form"_s);
        QCOMPARE(segments.chosen(), 1);
        const QSignalSpy triggered(form, &QAction::triggered);
        left->click();
        QCOMPARE(triggered.size(), 1);
        QVERIFY(form->isChecked() && !both->isChecked());
        both->trigger();
        QCOMPARE(segments.chosen(), 1);
        QVERIFY(both->isChecked());
    }

    void iconsAloneKeepTheirNames()
    {
        Segments segments(u"What is shown"_s);
        QToolButton *rows = segments.add(u"Changes"_s, u"rows"_s);
        segments.add(u"Whole file"_s, u"file"_s);
        const int before = segments.sizeHint().width();
        segments.setIconsOnly(true);
        QVERIFY(segments.sizeHint().width() < before);
        QCOMPARE(rows->toolTip(), u"Changes"_s);
        QCOMPARE(spokenName(rows), u"Changes"_s);
        segments.setIconsOnly(false);
        QCOMPARE(rows->toolTip(), QString());
    }
};

QTEST_MAIN(TestSegments)
#include "tst_segments.moc"
