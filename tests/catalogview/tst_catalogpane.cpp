#include "tests/catalogview/catalogviewtesting.h"
#include "views/catalog/catalogpane.h"

#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

QToolButton *chip(const CatalogBench &bench, const QString &name)
{
    return named<QToolButton>(&bench.screen, name);
}

/// Opens the menu of `button` and presses what is called so.
void tick(QToolButton *button, const QString &text)
{
    Q_EMIT button->menu()->aboutToShow();
    for (QAction *action : button->menu()->actions()) {
        if (action->text() == text)
            return action->trigger();
    }
    qFatal("The menu has no %s", qPrintable(text));
}

QStringList entriesOf(QToolButton *button)
{
    Q_EMIT button->menu()->aboutToShow();
    QStringList entries;
    for (const QAction *action : button->menu()->actions())
        entries += action->text();
    entries.removeAll(QString());
    return entries;
}

} // namespace

/// What the list is searched and filtered by.
class TestCatalogPane : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void typingLeavesWhatMatchesAndChoosesTheBest()
    {
        CatalogBench bench;
        bench.show();
        QTest::keyClicks(bench.search(), u"kotlni"_s); // with a slip
        QCOMPARE(bench.titles(), QStringList{u"Kotlin event consumer"_s});
        QCOMPARE(bench.chosen(), u"Kotlin event consumer"_s);
        QCOMPARE(named<QLabel>(&bench.screen, u"Templates found"_s)->text(), u"1 of 6 templates"_s);
        QTest::keyClick(bench.search(), Qt::Key_Escape);
        QCOMPARE(bench.search()->text(), QString());
        QCOMPARE(bench.titles().size(), 6);
    }

    void matchedLettersAreKnownToTheRow()
    {
        CatalogBench bench;
        bench.show();
        QTest::keyClicks(bench.search(), u"rust"_s);
        const auto spans
            = bench.filter.index(0).data(CatalogFilter::TitleSpansRole).value<QList<TextSpan>>();
        QCOMPARE(spans, (QList<TextSpan>{{0, 4}}));
    }

    void aChipOffersValuesWithTheirCounts()
    {
        const CatalogBench bench;
        QCOMPARE(entriesOf(chip(bench, u"Kind"_s)),
                 (QStringList{u"Job (1)"_s, u"Service (5)"_s, u"&All"_s}));
        QCOMPARE(entriesOf(chip(bench, u"Owner"_s)).size(), 3);
    }

    void whatIsChosenStandsOnTheChip()
    {
        CatalogBench bench;
        bench.show();
        QToolButton *kind = chip(bench, u"Kind"_s);
        QVERIFY(!kind->isChecked());
        tick(kind, u"Job (1)"_s);
        QVERIFY(kind->isChecked());
        QCOMPARE(kind->text(), u"Kind: Job"_s);
        QCOMPARE(bench.titles(), QStringList{u"Python data job"_s});
        tick(kind, u"Service (5)"_s);
        QCOMPARE(kind->text(), u"Kind: Job +1"_s);
        QCOMPARE(bench.titles().size(), 6);
        tick(kind, u"&All"_s);
        QCOMPARE(kind->text(), u"Kind"_s);
        QVERIFY(!kind->isChecked());
    }

    void theCrossAndDeleteTakeItOff()
    {
        CatalogBench bench;
        bench.show();
        QToolButton *owner = chip(bench, u"Owner"_s);
        bench.filter.setChosen(Facet::Owner, {u"data-platform"_s});
        QCOMPARE(owner->text(), u"Owner: data-platform"_s);
        QTest::mouseClick(owner, Qt::LeftButton, {}, {owner->width() - 8, owner->height() / 2});
        QVERIFY(bench.filter.chosen(Facet::Owner).isEmpty());
        bench.filter.setChosen(Facet::Owner, {u"data-platform"_s});
        QTest::keyClick(owner, Qt::Key_Delete);
        QVERIFY(bench.filter.chosen(Facet::Owner).isEmpty());
        QCOMPARE(owner->text(), u"Owner"_s);
    }

    void aFacetWithoutValuesHasNoChip()
    {
        CatalogBench bench({entryOf(u"one"_s, u"One"_s)});
        bench.show();
        QVERIFY(!findNamed<QToolButton>(&bench.screen, u"Language"_s));
        QVERIFY(findNamed<QToolButton>(&bench.screen, u"Kind"_s));
    }

    void nothingMatchesOffersTheWayBack()
    {
        CatalogBench bench;
        bench.show();
        bench.filter.setChosen(Facet::Kind, {u"job"_s});
        QTest::keyClicks(bench.search(), u"rust"_s);
        const auto *state = named<QWidget>(&bench.screen, u"No template matches “rust”"_s);
        QVERIFY(state->isVisible());
        QCOMPARE(state->accessibleDescription(), u"1 template matches without the filters."_s);
        auto *back = named<QPushButton>(state, u"Clear filters"_s);
        QTest::mouseClick(back, Qt::LeftButton);
        QVERIFY(!state->isVisible());
        QCOMPARE(bench.search()->text(), QString());
        QCOMPARE(bench.titles().size(), 6);
    }

    void aScreenReaderHearsWhatARowShows()
    {
        CatalogBench bench;
        bench.show();
        const QStringList rows = spokenRows(bench.list());
        QCOMPARE(rows.size(), 6);
        QCOMPARE(rows.first(),
                 u"Go HTTP service, recommended, JSON API with health checks., platform, 3.4.0"_s);
        QVERIFY(rows.contains(u"broken, cannot be used, platform"_s));
    }

    void theGridShowsTheSameTemplates()
    {
        CatalogBench bench;
        bench.show();
        bench.list()->setCurrentIndex(bench.filter.index(2));
        named<QToolButton>(&bench.screen, u"Templates as a grid"_s)->click();
        QVERIFY(bench.list()->isGrid());
        QCOMPARE(bench.list()->currentIndex().row(), 2);
        const QRect first = bench.list()->visualRect(bench.filter.index(0));
        const QRect second = bench.list()->visualRect(bench.filter.index(1));
        QCOMPARE(first.top(), second.top());
        QVERIFY(first.right() < second.left() + 1);
        named<QToolButton>(&bench.screen, u"Templates as a list"_s)->click();
        QVERIFY(!bench.list()->isGrid());
    }

    void rowsGrowWithTheText()
    {
        CatalogBench bench;
        bench.show();
        QCOMPARE(bench.list()->sizeHintForRow(0), 82);
        m_theme.setTextScale(2);
        QCOMPARE_GE(bench.list()->sizeHintForRow(0), 164);
        m_theme.setTextScale(1);
    }
};

QTEST_MAIN(TestCatalogPane)
#include "tst_catalogpane.moc"
