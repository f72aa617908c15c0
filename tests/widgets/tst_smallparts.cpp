#include "tests/support/windows.h"
#include "views/theme/theme.h"
#include "views/widgets/accessiblerole.h"
#include "views/widgets/actionbutton.h"
#include "views/widgets/badge.h"
#include "views/widgets/elidedlabel.h"
#include "views/widgets/emptystate.h"
#include "views/widgets/iconlabel.h"
#include "views/widgets/screen.h"
#include "views/widgets/scrolledcolumn.h"
#include "views/widgets/wraplabel.h"

#include <QAction>
#include <QBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestSmallParts : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void aBadgeIsCalledWhatItSays()
    {
        Badge badge({.kind = BadgeKind::Golden, .text = u"Recommended"_s, .icon = u"diamond"_s});
        QCOMPARE(spokenName(&badge), u"Recommended"_s);
        QCOMPARE(roleOf(&badge), QAccessible::StaticText);
        const QSize before = badge.sizeHint();
        badge.setBadge({.kind = BadgeKind::Plain, .text = u"Experimental, for now"_s});
        QCOMPARE(spokenName(&badge), u"Experimental, for now"_s);
        QVERIFY(badge.sizeHint().width() > before.width());
    }

    void anElidedLabelKeepsItsWholeText()
    {
        ElidedLabel label(TextRole::CodeSmall);
        label.setText(u"deploy/base/a-rather-long-name/deployment.yaml"_s);
        label.resize(label.sizeHint());
        label.show();
        QCOMPARE(label.toolTip(), QString());
        label.resize(60, label.height());
        QTRY_COMPARE(label.toolTip(), label.text());
        QCOMPARE(spokenName(&label), label.text());
        QVERIFY(label.minimumSizeHint().width() < label.sizeHint().width());
    }

    void anElidedLabelGrowsWithTheText()
    {
        ElidedLabel label(TextRole::Help);
        label.setText(u"status"_s);
        const int before = label.sizeHint().height();
        m_theme.setTextScale(2);
        QVERIFY(label.sizeHint().height() > before);
        m_theme.setTextScale(1);
    }

    void aWrapLabelGetsHigherWhereItIsNarrow()
    {
        const WrapLabel label(u"You see every file before anything is written."_s, TextRole::Body);
        QVERIFY(label.hasHeightForWidth());
        QVERIFY(label.heightForWidth(80) > label.heightForWidth(800));
        QCOMPARE(inkOf(&label), Token::Tx);
    }

    void aColumnScrollsWhereItsPartsHaveNoRoom()
    {
        ScrolledColumn area;
        auto *words
            = new WrapLabel(u"You see every file before anything is written."_s, TextRole::Body);
        auto *list = new QWidget;
        list->setMinimumHeight(120);
        area.column()->addWidget(words);
        area.column()->addWidget(list, 1);
        area.resize(300, 600);
        area.show();
        QTRY_COMPARE(list->height(), 600 - words->height()); // all of the room is used
        QCOMPARE(area.verticalScrollBar()->maximum(), 0);
        area.resize(300, 100);
        QTRY_VERIFY(area.verticalScrollBar()->maximum() > 0);
        QCOMPARE(list->height(), 120);
        QVERIFY(words->height() >= words->heightForWidth(words->width()));
        QCOMPARE(area.height(), 100);
    }

    void anIconIsAPicture()
    {
        IconLabel label(u"warn"_s, Token::WarnTx, nullptr, 20);
        QCOMPARE(label.sizeHint(), QSize(20, 20));
        label.resize(label.sizeHint());
        const QImage before = label.grab().toImage();
        label.setIcon(u"okcircle"_s, Token::OkTx);
        QVERIFY(label.grab().toImage() != before);
        QCOMPARE(roleOf(&label), QAccessible::Graphic);
    }

    void aRoleIsThatOfItsWidgetAlone()
    {
        QWidget alert;
        QWidget plain;
        setAccessibleRole(&alert, QAccessible::AlertMessage);
        QCOMPARE(roleOf(&alert), QAccessible::AlertMessage);
        QVERIFY(roleOf(&plain) != QAccessible::AlertMessage);
        announce(&alert, u"Nobody listens, and nothing breaks."_s);
    }

    void aButtonFollowsItsAction()
    {
        QAction action(u"&Use template…"_s);
        action.setShortcut(QKeyCombination(Qt::ControlModifier, Qt::Key_Return));
        ActionButton button(&action, ButtonLook::Primary);
        QCOMPARE(button.text(), u"Use template…"_s);
        QVERIFY(button.toolTip().contains(u"Ctrl+Return"));
        const QSignalSpy run(&action, &QAction::triggered);
        button.click();
        QCOMPARE(run.size(), 1);
        action.setText(u"Use 1 & 2"_s);
        QCOMPARE(button.accessibleName(), action.iconText());
        action.setVisible(false);
        QVERIFY(button.isHidden());
    }

    void aButtonOutlivesItsAction()
    {
        auto action = std::make_unique<QAction>(u"Go"_s);
        ActionButton button(action.get());
        button.show();
        action.reset();
        QVERIFY(button.isHidden());
    }

    void anEmptyStateSaysWhatToDo()
    {
        QAction add(u"Add a folder…"_s);
        QAction help(u"What is a catalog?"_s);
        const QSignalSpy added(&add, &QAction::triggered);
        EmptyState state(u"plus"_s);
        state.setText(u"No templates yet"_s, u"A catalog is a folder with templates."_s);
        state.setActions(&add, &help);
        auto *field = new QLineEdit;
        field->setAccessibleName(u"Folder"_s);
        state.setField(field);
        state.resize(600, 400);
        showActive(&state);
        QCOMPARE(spokenName(&state), u"No templates yet"_s);
        auto *button = named<QPushButton>(&state, u"Add a folder…"_s);
        QCOMPARE(buttonLookOf(button), ButtonLook::Primary);
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(added.size(), 1);
        QVERIFY(findNamed<QPushButton>(&state, u"What is a catalog?"_s));
        QVERIFY(named<QLineEdit>(&state, u"Folder"_s)->y() < button->y());
        state.setActions(nullptr);
        QVERIFY(!findNamed<QPushButton>(&state, u"Add a folder…"_s));
    }

    void anEmptyStateIsDrawnInBothThemes()
    {
        for (const QString &iconName : {u"plus"_s, u"search"_s}) {
            EmptyState state(iconName);
            state.setText(u"Nothing here"_s, u"Look elsewhere."_s);
            state.resize(420, 320);
            m_theme.setSchemeChoice(SchemeChoice::Light);
            const QImage light = state.grab().toImage();
            savePicture(&state, QStringLiteral(WAYMARK_PICTURES), u"empty-"_s + iconName);
            m_theme.setSchemeChoice(SchemeChoice::Dark);
            QVERIFY(light != state.grab().toImage());
        }
        m_theme.setSchemeChoice(SchemeChoice::System);
    }

    void aScreenAsksForNothing()
    {
        Screen screen;
        QVERIFY(screen.menus().isEmpty());
        QVERIFY(screen.panes().isEmpty());
        QVERIFY(screen.commands().isEmpty());
        QVERIFY(screen.status().isEmpty());
        QVERIFY(screen.layoutState().isEmpty());
        QVERIFY(!screen.prefersRail());
        screen.restoreLayout("x");
        screen.run({});
        screen.enter();
    }
};

QTEST_MAIN(TestSmallParts)
#include "tst_smallparts.moc"
