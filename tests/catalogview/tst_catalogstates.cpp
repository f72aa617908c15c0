#include "tests/catalogview/catalogviewtesting.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// Every text that is to be seen.
QString seen(const CatalogBench &bench)
{
    QStringList texts;
    for (const QLabel *label : bench.screen.findChildren<QLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts.join(u'\n');
}

} // namespace

/// What stands in the catalog while there is no list, or not only one.
class TestCatalogStates : public QObject
{
    Q_OBJECT

private:
    Theme m_theme;

private Q_SLOTS:
    void withoutTemplatesOneIsToldHowToAddThem()
    {
        CatalogBench bench(QList<CatalogEntry>{});
        bench.answer = u"/templates"_s;
        bench.show();
        const QSignalSpy added(&bench.screen, &CatalogScreen::sourceAddWanted);
        const auto *state = named<QWidget>(&bench.screen, u"Add your company’s templates"_s);
        QVERIFY(state->isVisible());
        QVERIFY(!findNamed<QLineEdit>(&bench.screen, u"Filter templates"_s));
        named<QPushButton>(state, u"Add a folder…"_s)->click();
        QCOMPARE(added.size(), 1);
        bench.model.setListing(listingOf(northwind()));
        QVERIFY(!state->isVisible());
        QVERIFY(bench.search()->isVisible());
        QVERIFY(bench.list()->isVisible());
    }

    void readingIsShownOnceItTakesLong()
    {
        CatalogBench bench(QList<CatalogEntry>{});
        bench.show();
        bench.screen.setReading(true);
        QCOMPARE(bench.screen.status(), u"Getting templates"_s);
        QVERIFY(!seen(bench).contains(u"Getting templates"));
        QVERIFY(!bench.list()->expectsMore());
        QTRY_VERIFY(seen(bench).contains(u"Getting templates"));
        QVERIFY(bench.list()->expectsMore());
        bench.model.setListing(listingOf(northwind().mid(1, 2)));
        QVERIFY(seen(bench).contains(u"2 so far"));
        QCOMPARE(bench.chosen(), u"Go HTTP service"_s);
        const QSignalSpy stopped(&bench.screen, &CatalogScreen::stopWanted);
        named<QPushButton>(&bench.screen, u"Stop"_s)->click();
        QCOMPARE(stopped.size(), 1);
        bench.screen.setReading(false);
        QVERIFY(!seen(bench).contains(u"Getting templates"));
        QVERIFY(!bench.list()->expectsMore());
    }

    void aSourceThatCannotBeReadHidesNothing()
    {
        const Problem gone{.message = u"The folder is not there."_s,
                           .file = u"/media/templates"_s,
                           .hint = u"Connect the drive, or remove the source."_s};
        CatalogBench bench(northwind(), {}, {gone});
        bench.show();
        QVERIFY(seen(bench).contains(gone.message));
        QVERIFY(seen(bench).contains(gone.hint));
        QCOMPARE(bench.titles().size(), 6);
        bench.model.setListing(listingOf(northwind(), {}, {gone, gone}));
        QVERIFY(seen(bench).contains(u"2 places could not be read."));
        bench.model.setListing(listingOf(northwind()));
        QVERIFY(!seen(bench).contains(u"could not be read"));
    }

    void whatWentWrongElsewhereIsToldUntilItIsTriedAgain()
    {
        CatalogBench bench;
        bench.show();
        bench.screen.showProblem({.message = u"There is no template in that folder."_s});
        QVERIFY(seen(bench).contains(u"There is no template in that folder."));
        bench.screen.setReading(true);
        QVERIFY(!seen(bench).contains(u"There is no template in that folder."));
    }

    void aBrokenTemplateTellsWhereAndWhatToDo()
    {
        CatalogBench bench;
        bench.show();
        bench.screen.showTemplate(u"tests\nbroken"_s);
        const QString text = seen(bench);
        QVERIFY(text.contains(u"It cannot be used: it has a mistake."));
        QVERIFY(text.contains(u"template.yaml:3:1: It has no steps."));
        QVERIFY(text.contains(u"platform keeps it and can mend it."));
        bench.screen.showTemplate(u"tests\nrust-service"_s);
        QVERIFY(!seen(bench).contains(u"It has no steps."));
    }

    void aDeprecatedTemplateLeadsToItsSuccessor()
    {
        QList<CatalogEntry> entries = northwind();
        entries[3].definition.sidecar->successor = u"go-service"_s;
        CatalogBench bench(entries);
        bench.show();
        bench.screen.showTemplate(u"tests\nnode-service"_s);
        QVERIFY(seen(bench).contains(u"Use go-service instead."));
        named<QPushButton>(&bench.screen, u"Show go-service"_s)->click();
        QCOMPARE(bench.chosen(), u"Go HTTP service"_s);
    }
};

QTEST_MAIN(TestCatalogStates)
#include "tst_catalogstates.moc"
