#include "tests/support/windows.h"
#include "views/home/draftmenu.h"
#include "views/home/homescreen.h"
#include "views/home/rowlist.h"
#include "views/theme/controls.h"
#include "views/theme/theme.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QScrollArea>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

StoredDraft draft(const QString &id, const QString &name)
{
    Draft content;
    content.name = name;
    content.of.title = u"Go HTTP service"_s;
    content.saved = QDateTime::currentDateTimeUtc().addSecs(-300);
    return {.id = id, .draft = content};
}

/// The screen in front of its models.
class Page
{
public:
    Page()
        : screen(drafts, services)
    {
        screen.resize(1232, 833);
    }

    void fill()
    {
        StoredDraft broken{.id = u"broken"_s};
        broken.problem = Problem{.message = u"It cannot be read."_s};
        StoredDraft open = draft(u"open"_s, u"stock-api"_s);
        open.editor = DraftEditor{.process = 4711, .host = u"build-host"_s};
        drafts.setDrafts({draft(u"a"_s, u"orders-api"_s), open, broken}, {.host = u"here"_s});
        services.setServices({{.key = u"/home/ada/src/cart-api"_s,
                               .name = u"cart-api"_s,
                               .templateTitle = u"Go HTTP service"_s,
                               .made = QDateTime::currentDateTimeUtc().addDays(-1)}});
    }

    void showIt() { showActive(&screen); }

    DraftsModel drafts;
    ServicesModel services;
    HomeScreen screen;
};

} // namespace

class TestHomeScreen : public QObject
{
    Q_OBJECT

    Theme m_theme;

private Q_SLOTS:
    void theFirstCardLeadsToTheCatalog()
    {
        Page page;
        page.showIt();
        page.screen.enter();
        const QSignalSpy wanted(&page.screen, &HomeScreen::catalogWanted);
        auto *button = named<QAbstractButton>(&page.screen, u"Browse templates"_s);
        QVERIFY(button->hasFocus());
        QCOMPARE(buttonLookOf(button), ButtonLook::Primary);
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(wanted.size(), 1);
    }

    void cardsBesideEachOtherAreAsHigh()
    {
        Page page;
        page.showIt();
        const auto cards = page.screen.panes();
        QTRY_COMPARE(cards.at(1)->height(), cards.at(0)->height());
        page.fill(); // a third card comes below the second
        QTRY_VERIFY(cards.at(2)->isVisible());
        const auto bottomOf = [&](const QWidget *card) {
            return card->mapTo(&page.screen, card->rect().bottomLeft()).y();
        };
        QTRY_COMPARE(bottomOf(cards.at(2)), bottomOf(cards.at(0)));
        QVERIFY(bottomOf(cards.at(0)) < page.screen.height() / 2); // no higher than they need
    }

    void withoutDraftsThatIsSaid()
    {
        Page page;
        page.showIt();
        QVERIFY(!findNamed<RowList>(&page.screen, u"Open drafts"_s));
        QVERIFY(!findNamed<RowList>(&page.screen, u"Made lately"_s));
        page.fill();
        QVERIFY(findNamed<RowList>(&page.screen, u"Open drafts"_s));
        QVERIFY(findNamed<RowList>(&page.screen, u"Made lately"_s));
        page.drafts.setDrafts({}, {});
        QVERIFY(!findNamed<RowList>(&page.screen, u"Open drafts"_s));
    }

    void aDraftIsOpenedByAClickOrByEnter()
    {
        Page page;
        page.fill();
        page.showIt();
        const QSignalSpy wanted(&page.screen, &HomeScreen::draftWanted);
        auto *list = named<RowList>(&page.screen, u"Open drafts"_s);
        const QModelIndex first = list->model()->index(0, 0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(first).center());
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u"a"_s);
        list->setFocus(Qt::TabFocusReason);
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(wanted.size(), 2);
    }

    void eachDraftHasAMenu()
    {
        Page page;
        page.fill();
        page.showIt();
        DraftMenu &menu = page.screen.draftMenu();
        const auto [title, actions] = page.screen.menus().first();
        QCOMPARE(title, u"&File"_s);
        QVERIFY(actions.contains(menu.menuAction()));
        QCOMPARE(menu.actions().size(), 3);
        QCOMPARE(menu.actions().first()->text(), u"orders-api"_s);
        const QSignalSpy opened(&page.screen, &HomeScreen::draftWanted);
        const QSignalSpy renamed(&menu, &DraftMenu::renameWanted);
        const QSignalSpy removed(&menu, &DraftMenu::removeWanted);
        const auto press = [&menu](int which) {
            menu.actions().first()->menu()->actions().at(which)->trigger();
        };
        press(0);
        press(1);
        press(2);
        QCOMPARE(opened.first(), QList<QVariant>{u"a"_s});
        QCOMPARE(renamed.first(), (QList<QVariant>{u"a"_s, u"orders-api"_s}));
        QCOMPARE(removed.first(), (QList<QVariant>{u"a"_s, u"orders-api"_s}));
        page.drafts.setDrafts({draft(u"b"_s, u"bills & co"_s)}, {});
        QCOMPARE(menu.actions().size(), 1);
        QCOMPARE(menu.actions().first()->text(), u"bills && co"_s);
        page.drafts.setDrafts({}, {});
        QCOMPARE(menu.actions().size(), 1);
        QVERIFY(!menu.actions().first()->isEnabled());
    }

    void aRowHasTheSameMenu()
    {
        Page page;
        page.fill();
        page.showIt();
        auto *list = named<RowList>(&page.screen, u"Open drafts"_s);
        const QModelIndex second = list->model()->index(1, 0);
        Q_EMIT list->customContextMenuRequested(list->visualRect(second).center());
        auto *shown = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(shown);
        QCOMPARE(shown->actions().size(), 3);
        const QSignalSpy removed(&page.screen.draftMenu(), &DraftMenu::removeWanted);
        shown->actions().last()->trigger();
        QCOMPARE(removed.first(), (QList<QVariant>{u"open"_s, u"stock-api"_s}));
        shown->close();
    }

    void whatCannotBeReadCanOnlyBeRemoved()
    {
        Page page;
        page.fill();
        const QMenu *menu = page.screen.draftMenu().actions().last()->menu();
        QCOMPARE(menu->actions().size(), 1);
        const QSignalSpy removed(&page.screen.draftMenu(), &DraftMenu::removeWanted);
        menu->actions().first()->trigger();
        QCOMPARE(removed.first(), (QList<QVariant>{u"broken"_s, u"broken"_s}));
    }

    void aServiceIsOpenedByItsFolder()
    {
        Page page;
        page.fill();
        page.showIt();
        const QSignalSpy wanted(&page.screen, &HomeScreen::openWanted);
        auto *list = named<RowList>(&page.screen, u"Made lately"_s);
        list->setFocus(Qt::TabFocusReason);
        QVERIFY(list->currentIndex().isValid());
        QTest::keyClick(list, Qt::Key_Return);
        QCOMPARE(wanted.first().first().toString(), u"/home/ada/src/cart-api"_s);
    }

    void aListIsAsHighAsItsRows()
    {
        Page page;
        page.fill();
        page.showIt();
        const auto *list = named<RowList>(&page.screen, u"Open drafts"_s);
        QTRY_COMPARE(list->height(), 3 * list->sizeHintForRow(0));
        page.drafts.setDrafts({draft(u"a"_s, u"orders-api"_s)}, {});
        QTRY_COMPARE(list->height(), list->sizeHintForRow(0));
    }

    void panesAreThatWhichIsThere()
    {
        Page page;
        page.showIt();
        for (QWidget *pane : page.screen.panes())
            QVERIFY(!spokenName(pane).isEmpty());
        QCOMPARE(page.screen.menus().size(), 1);
    }

    void nothingIsCutAtAnySize_data()
    {
        QTest::addColumn<SchemeChoice>("choice");
        QTest::addColumn<qreal>("scale");
        QTest::addColumn<QSize>("size");
        QTest::newRow("light") << SchemeChoice::Light << 1.0 << QSize(1232, 833);
        QTest::newRow("dark") << SchemeChoice::Dark << 1.0 << QSize(1232, 833);
        QTest::newRow("small") << SchemeChoice::Light << 1.0 << QSize(968, 613);
        QTest::newRow("200") << SchemeChoice::Light << 2.0 << QSize(1324, 760);
    }

    void nothingIsCutAtAnySize()
    {
        QFETCH(const SchemeChoice, choice);
        QFETCH(const qreal, scale);
        QFETCH(const QSize, size);
        m_theme.setSchemeChoice(choice);
        m_theme.setTextScale(scale);
        Page page;
        page.fill();
        page.screen.resize(size);
        page.showIt();
        for (const auto *label : page.screen.findChildren<QLabel *>()) {
            if (label->isVisibleTo(&page.screen))
                QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()),
                             qPrintable(label->text()));
        }
        const auto *scroll = page.screen.findChild<QScrollArea *>();
        QVERIFY(scroll->widget()->width() <= scroll->viewport()->width());
        savePicture(&page.screen, QStringLiteral(WAYMARK_PICTURES),
                    u"home-"_s + QString::fromLatin1(QTest::currentDataTag()));
        m_theme.setTextScale(1);
        m_theme.setSchemeChoice(SchemeChoice::System);
    }
};

QTEST_MAIN(TestHomeScreen)
#include "tst_homescreen.moc"
