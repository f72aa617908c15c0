#include "models/items/catalogwords.h"

#include "tests/items/catalogtesting.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestCatalogWords : public QObject
{
    Q_OBJECT

private:
    CatalogModel m_model;

    CatalogRow row(const QString &name) const
    {
        const CatalogRow *found = templateCalled(name, m_model);
        return found ? *found : CatalogRow();
    }

private Q_SLOTS:
    void initTestCase() { m_model.setListing(listingOf(northwind())); }

    void factsAreThoseThatAreKnown()
    {
        QCOMPARE(factsOf(row(u"go-service"_s)).join(u'|'), u"platform|Supported|3.4.0|tests"_s);
        QCOMPARE(factsOf(row(u"node-service"_s)).join(u'|'), u"platform|Deprecated|tests"_s);
        QCOMPARE(factsOf(row(u"broken"_s)).join(u'|'), u"platform|tests"_s);
    }

    void whatCannotBeUsedSaysWhyAndWhatToDo()
    {
        QCOMPARE(whyNotUsable(row(u"go-service"_s)), QString());
        CatalogRow broken = row(u"broken"_s);
        QCOMPARE(whyNotUsable(broken), u"It cannot be used: it has a mistake."_s);
        QCOMPARE(firstMistake(broken), u"template.yaml:3:1: It has no steps."_s);
        QCOMPARE(wayOut(broken), u"platform keeps it and can mend it."_s);
        broken.problems.first().hint = u"Add steps."_s;
        broken.problems += broken.problems.first();
        QCOMPARE(whyNotUsable(broken), u"It cannot be used: it has 2 mistakes."_s);
        QCOMPARE(wayOut(broken), u"Add steps."_s);
        QCOMPARE(problemTexts(broken.problems.mid(1, 1)), broken.problems.at(1).toString());
    }

    void templatesAreCounted_data()
    {
        QTest::addColumn<int>("shown");
        QTest::addColumn<int>("all");
        QTest::addColumn<QString>("text");
        QTest::newRow("one") << 1 << 1 << u"1 template"_s;
        QTest::newRow("all") << 8 << 8 << u"8 templates"_s;
        QTest::newRow("some") << 3 << 8 << u"3 of 8 templates"_s;
        QTest::newRow("none") << 0 << 8 << u"0 of 8 templates"_s;
    }

    void templatesAreCounted()
    {
        QFETCH(const int, shown);
        QFETCH(const int, all);
        QTEST(templateCount(shown, all), "text");
    }

    void aHeadingThatRepeatsTheTitleIsLeftOut_data()
    {
        QTest::addColumn<QString>("readme");
        QTest::addColumn<QString>("shown");
        QTest::newRow("the title") << u"# Go service\n\nWords.\n"_s << u"Words."_s;
        QTest::newRow("in other letters") << u"\n#  GO service\nWords."_s << u"Words."_s;
        QTest::newRow("another heading") << u"# Use it\n\nWords."_s << u"# Use it\n\nWords."_s;
        QTest::newRow("a smaller one") << u"## Go service\nWords."_s << u"## Go service\nWords."_s;
        QTest::newRow("nothing") << QString() << QString();
    }

    void aHeadingThatRepeatsTheTitleIsLeftOut()
    {
        QFETCH(const QString, readme);
        QTEST(readmeBelowTitle(readme, u"Go service"_s), "shown");
    }

    void aReadmeOfManyPagesIsCut()
    {
        const QString shown = readmeBelowTitle(u"A line.\n"_s.repeated(50'000), u"Go service"_s);
        QCOMPARE_LT(shown.size(), 101'000);
        QVERIFY(shown.endsWith(u"It goes on in the folder of the template."));
    }

    void aTemplateIsFoundByItsIdOrName()
    {
        QVERIFY(templateCalled(u"go-service"_s, m_model));
        QVERIFY(!templateCalled(u"nothing"_s, m_model));
    }
};

QTEST_MAIN(TestCatalogWords)
#include "tst_catalogwords.moc"
