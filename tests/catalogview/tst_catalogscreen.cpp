#include "tests/catalogview/catalogviewtesting.h"
#include "views/widgets/scrolledcolumn.h"

#include <QDesktopServices>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

/// The ways through the catalog, by keyboard and by pointer.
class TestCatalogScreen : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;
    QList<QUrl> m_opened;

private Q_SLOTS:
    void takeLink(const QUrl &url) { m_opened += url; }

    void init() { m_opened.clear(); }

    void theKeyboardLeadsToUse()
    {
        CatalogBench bench;
        bench.show();
        QVERIFY(bench.list()->hasFocus());
        QSignalSpy use(&bench.screen, &CatalogScreen::useWanted);
        QTest::keySequence(&bench.screen, QKeySequence::Find);
        QTRY_VERIFY(bench.search()->hasFocus());
        QTest::keyClicks(bench.search(), u"http"_s);
        QTest::keyClick(bench.search(), Qt::Key_Down);
        QVERIFY(bench.list()->hasFocus());
        QCOMPARE(bench.chosen(), u"Go HTTP service"_s);
        QTest::keyClick(bench.list(), Qt::Key_Down);
        QTest::keyClick(bench.list(), Qt::Key_Up);
        QTest::keyClick(bench.list(), Qt::Key_Return);
        QVERIFY(named<QTextBrowser>(&bench.screen, u"About the template"_s)->hasFocus());
        QVERIFY(use.isEmpty());
        QTest::keySequence(&bench.screen, QKeySequence(u"Ctrl+Return"_s));
        QTRY_COMPARE(use.size(), 1);
        QCOMPARE(use.first().first().toString(), u"tests\ngo-service"_s);
    }

    void inLittleRoomListAndTemplateAreShownInTurn()
    {
        m_theme.setTextScale(2);
        CatalogBench bench;
        bench.show();
        bench.screen.resize(912, 548);
        QTRY_VERIFY(!findNamed<QPushButton>(&bench.screen, u"Use template"_s));
        bench.list()->setFocus();
        bench.list()->setCurrentIndex(bench.filter.index(1));
        QTest::keyClick(bench.list(), Qt::Key_Return);
        QTRY_VERIFY(findNamed<QPushButton>(&bench.screen, u"Use template"_s));
        QVERIFY(!bench.list()->isVisible());
        QVERIFY(named<QTextBrowser>(&bench.screen, u"About the template"_s)->hasFocus());
        named<QPushButton>(&bench.screen, u"Back to the list"_s)->click();
        QTRY_VERIFY(bench.list()->isVisible());
        QVERIFY(bench.list()->hasFocus());
        QCOMPARE(bench.list()->currentIndex().row(), 1);
        m_theme.setTextScale(1);
        QTRY_VERIFY(findNamed<QPushButton>(&bench.screen, u"Use template"_s));
        QVERIFY(bench.list()->isVisible());
        QVERIFY(!findNamed<QPushButton>(&bench.screen, u"Back to the list"_s));
    }

    void nothingOfTheListIsCutAtItsSide_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<qreal>("textScale");
        QTest::newRow("small") << QSize(968, 614) << 1.0;
        QTest::newRow("as narrow as both fit") << QSize(900, 700) << 1.0;
        QTest::newRow("150") << QSize(1384, 834) << 1.5;
        QTest::newRow("200") << QSize(1328, 768) << 2.0;
        QTest::newRow("200, small") << QSize(912, 548) << 2.0;
    }

    void nothingOfTheListIsCutAtItsSide()
    {
        QFETCH(const QSize, size);
        QFETCH(const qreal, textScale);
        m_theme.setTextScale(textScale);
        CatalogBench bench(northwind(), {},
                           {{.severity = Severity::Warning,
                             .message = u"The folder is not there."_s,
                             .file = u"/media/northwind/templates"_s,
                             .hint = u"Connect the drive."_s}});
        bench.screen.resize(size);
        bench.show();
        for (const auto *area : bench.screen.findChildren<ScrolledColumn *>()) {
            if (area->isVisible())
                QTRY_COMPARE(area->horizontalScrollBar()->maximum(), 0);
        }
        m_theme.setTextScale(1);
    }

    void theButtonUsesWhatIsChosen()
    {
        CatalogBench bench;
        bench.show();
        QSignalSpy use(&bench.screen, &CatalogScreen::useWanted);
        bench.list()->setCurrentIndex(bench.filter.index(1));
        named<QPushButton>(&bench.screen, u"Use template"_s)->click();
        QCOMPARE(use.size(), 1);
        QCOMPARE(use.first().first().toString(), u"tests\nkotlin-consumer"_s);
    }

    void whatIsBrokenIsNotUsedAndSaysWhy()
    {
        CatalogBench bench;
        bench.show();
        const QSignalSpy use(&bench.screen, &CatalogScreen::useWanted);
        bench.screen.showTemplate(u"tests\nbroken"_s);
        QCOMPARE(bench.chosen(), u"broken"_s);
        const auto *button = named<QPushButton>(&bench.screen, u"Use template"_s);
        QVERIFY(!button->isEnabled());
        QCOMPARE(button->accessibleDescription(), u"It cannot be used: it has a mistake."_s);
        QTest::keySequence(&bench.screen, QKeySequence(u"Ctrl+Return"_s));
        QVERIFY(use.isEmpty());
        bench.list()->setCurrentIndex(bench.filter.index(0));
        QVERIFY(button->isEnabled());
    }

    void theChoiceStaysWhileTemplatesComeIn()
    {
        CatalogBench bench;
        bench.show();
        bench.screen.showTemplate(u"tests\nrust-service"_s);
        QList<CatalogEntry> more = northwind();
        more.prepend(entryOf(u"another"_s, u"Another service"_s));
        bench.model.setListing(listingOf(more));
        QCOMPARE(bench.chosen(), u"Rust HTTP service"_s);
        bench.model.setListing(listingOf({more.first()}));
        QCOMPARE(bench.chosen(), u"Another service"_s);
    }

    void aTemplateThatFiltersHideIsShown()
    {
        CatalogBench bench;
        bench.show();
        bench.filter.setQuery(u"kotlin"_s);
        bench.screen.showTemplate(u"tests\nrust-service"_s);
        QCOMPARE(bench.chosen(), u"Rust HTTP service"_s);
        QVERIFY(!bench.filter.isFiltering());
    }

    void sourcesAreAddedRemovedAndReadAgain()
    {
        CatalogBench bench;
        bench.show();
        QSignalSpy added(&bench.screen, &CatalogScreen::sourceAddWanted);
        QSignalSpy removed(&bench.screen, &CatalogScreen::sourceRemoveWanted);
        const QSignalSpy refreshed(&bench.screen, &CatalogScreen::refreshWanted);
        bench.action("catalogAddFolder")->trigger();
        QVERIFY(added.isEmpty()); // cancelled
        bench.answer = u"/home/ada/templates"_s;
        bench.action("catalogAddFolder")->trigger();
        QCOMPARE(added.first().first().toString(), u"/home/ada/templates"_s);
        bench.screen.setSources(
            {{.name = u"built-in"_s, .folder = u"/b"_s, .kind = Source::Kind::BuiltIn},
             {.name = u"ours"_s, .folder = u"/o"_s}});
        const QMenu *menu = named<QToolButton>(&bench.screen, u"Sources"_s)->menu();
        QCOMPARE(menu->actions().at(0)->text(), u"built-in comes with Waymark"_s);
        QVERIFY(!menu->actions().at(0)->isEnabled());
        menu->actions().at(1)->trigger();
        QCOMPARE(removed.first().first().toString(), u"ours"_s);
        QTest::keyClick(&bench.screen, Qt::Key_F5);
        QTRY_COMPARE(refreshed.size(), 1);
    }

    void onlyAddressesOfTheWebAreOpened()
    {
        CatalogBench bench(northwind(), {{}, u"[web](https://example.org) [file](docs/x.md)"_s});
        bench.show();
        bench.screen.showTemplate(u"tests\ngo-service"_s);
        for (const char *scheme : {"https", "file"})
            QDesktopServices::setUrlHandler(QLatin1StringView(scheme), this, "takeLink");
        const QSignalSpy toast(&bench.screen, &Screen::toast);
        auto *text = named<QTextBrowser>(&bench.screen, u"About the template"_s);
        Q_EMIT text->anchorClicked(QUrl(u"docs/x.md"_s));
        QVERIFY(m_opened.isEmpty());
        QCOMPARE(toast.size(), 1);
        Q_EMIT text->anchorClicked(QUrl(u"file:///etc/passwd"_s));
        QVERIFY(m_opened.isEmpty());
        Q_EMIT text->anchorClicked(QUrl(u"https://example.org"_s));
        QCOMPARE(m_opened, QList<QUrl>{QUrl(u"https://example.org"_s)});
        m_opened.clear();
        bench.action("catalogOpenFolder")->trigger();
        QCOMPARE(m_opened, QList<QUrl>{QUrl::fromLocalFile(u"/t/go-service"_s)});
        for (const char *scheme : {"https", "file"})
            QDesktopServices::unsetUrlHandler(QLatin1StringView(scheme));
    }

    void theLayoutIsKept()
    {
        QByteArray state;
        {
            CatalogBench bench;
            bench.show();
            bench.action("catalogAsGrid")->trigger();
            state = bench.screen.layoutState();
        }
        CatalogBench bench;
        bench.screen.restoreLayout("rubbish");
        QVERIFY(!bench.list()->isGrid());
        bench.screen.restoreLayout(state);
        QVERIFY(bench.list()->isGrid());
    }

    void menusAndPanesHaveNames()
    {
        CatalogBench bench;
        bench.screen.resize(1440, 900);
        bench.show();
        QSet<QString> names;
        const auto menus = bench.screen.menus();
        for (const auto &[title, actions] : menus) {
            QVERIFY(title.contains(u'&'));
            for (const QAction *action : actions) {
                QVERIFY(!names.contains(action->objectName()));
                names += action->objectName();
            }
        }
        QVERIFY(names.contains(u"catalogUse"_s));
        const auto panes = bench.screen.panes();
        QCOMPARE(panes.size(), 2); // nobody knows what it makes and asks
        for (const QWidget *pane : panes)
            QVERIFY2(!pane->accessibleName().isEmpty(), pane->metaObject()->className());
    }
};

QTEST_MAIN(TestCatalogScreen)
#include "tst_catalogscreen.moc"
