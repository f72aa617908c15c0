#include "models/items/createlayout.h"

#include <QTest>

using namespace waymark;

class TestCreateLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWideWindowHasEverything()
    {
        QCOMPARE(createLayout({1440, 900}, CreateView::Both), CreateLayout());
    }

    void aNarrowOneHasLists()
    {
        const CreateLayout layout = createLayout({1024, 680}, CreateView::Both);
        QVERIFY(layout.hasForm && layout.hasPreview);
        QVERIFY(!layout.hasStepper && !layout.hasTree && !layout.hasLegend);
        QVERIFY(layout.foldsProblems && layout.foldsHeader);
    }

    void theNarrowestHasOneOfBoth()
    {
        const CreateLayout both = createLayout({512, 340}, CreateView::Both);
        QVERIFY(both.hasForm && !both.hasPreview);
        const CreateLayout preview = createLayout({512, 340}, CreateView::Preview);
        QVERIFY(!preview.hasForm && preview.hasPreview && !preview.hasTree);
    }

    void whatIsWishedIsShown()
    {
        QVERIFY(!createLayout({1440, 900}, CreateView::Form).hasPreview);
        QVERIFY(!createLayout({1440, 900}, CreateView::Preview).hasForm);
        QVERIFY(createLayout({1024, 900}, CreateView::Preview).hasTree);
    }

    void aLowWindowHasNoLegend()
    {
        QVERIFY(!createLayout({1440, 700}, CreateView::Both).hasLegend);
    }
};

QTEST_APPLESS_MAIN(TestCreateLayout)
#include "tst_createlayout.moc"
