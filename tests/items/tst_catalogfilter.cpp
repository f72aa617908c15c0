#include "models/items/catalogfilter.h"

#include "tests/items/catalogtesting.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// "Service 3, job 1*": values with their counts; chosen ones have a star.
QString facetText(const CatalogFilter &filter, Facet facet)
{
    QStringList parts;
    for (const FacetValue &value : filter.values(facet))
        parts += value.text + u' ' + QString::number(value.count)
            + (value.isChosen ? u"*"_s : QString());
    return parts.join(u", "_s);
}

QString titles(const CatalogFilter &filter)
{
    return outline(filter).trimmed().replace(u'\n', u", "_s);
}

} // namespace

class TestCatalogFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<CatalogModel>();
        m_model->setListing(listingOf(northwind(), {{}, u"Uses gRPC inside"_s}));
        m_filter = std::make_unique<CatalogFilter>(*m_model);
        m_tester = std::make_unique<QAbstractItemModelTester>(m_filter.get());
    }

    void cleanup()
    {
        m_tester.reset();
        m_filter.reset();
        m_model.reset();
    }

    void withoutAQueryTheBestComeFirst()
    {
        QCOMPARE(titles(*m_filter),
                 u"Go HTTP service, Kotlin event consumer, Python data job, Rust HTTP service, "
                 "Node.js HTTP service, broken"_s);
        QVERIFY(!m_filter->isFiltering());
    }

    void whatIsTypedIsFound_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QString>("expected");
        QTest::newRow("equal ones stay in their order")
            << u"http"_s << u"Go HTTP service, Rust HTTP service, Node.js HTTP service"_s;
        QTest::newRow("a title before a description")
            << u"go"_s << u"Go HTTP service, Node.js HTTP service"_s;
        QTest::newRow("in the README") << u"grpc"_s << u"Go HTTP service"_s;
        QTest::newRow("a title before an owner")
            << u"data-plat"_s << u"Python data job, Kotlin event consumer"_s;
        QTest::newRow("by a tag") << u"nodejs"_s << u"Node.js HTTP service"_s;
        QTest::newRow("with a slip") << u"kotiln"_s << u"Kotlin event consumer"_s;
        QTest::newRow("nothing") << u"cobol"_s << u""_s;
    }

    void whatIsTypedIsFound()
    {
        QFETCH(const QString, query);
        QFETCH(const QString, expected);
        const QSignalSpy changed(m_filter.get(), &CatalogFilter::filterChanged);
        m_filter->setQuery(query);
        QCOMPARE(titles(*m_filter), expected);
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_filter->isFiltering());
        m_filter->clear();
        QCOMPARE(m_filter->rowCount(), 6);
    }

    void matchedLettersAreTold()
    {
        m_filter->setQuery(u"serv go"_s);
        const QModelIndex first = m_filter->index(0);
        const auto spans = first.data(CatalogFilter::TitleSpansRole).value<QList<TextSpan>>();
        QCOMPARE(spans, (QList<TextSpan>{{0, 2}, {8, 4}}));
        const auto described
            = m_filter->index(1).data(CatalogFilter::DescriptionSpansRole).value<QList<TextSpan>>();
        QCOMPARE(described, (QList<TextSpan>{{8, 2}, {16, 4}}));
    }

    void matchedLettersAreToldAnewForTheSameTemplates()
    {
        m_filter->setQuery(u"htt"_s);
        const QString before = titles(*m_filter);
        const QSignalSpy changed(m_filter.get(), &QAbstractItemModel::dataChanged);
        m_filter->setQuery(u"http"_s);
        QCOMPARE(titles(*m_filter), before);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex(), m_filter->index(0));
        QCOMPARE(changed.first().at(1).toModelIndex(), m_filter->index(2));
        QVERIFY(changed.first().at(2).value<QList<int>>().contains(CatalogFilter::TitleSpansRole));
    }

    void facetsCountWhatTheOthersLeave()
    {
        QCOMPARE(facetText(*m_filter, Facet::Kind), u"Job 1, Service 5"_s);
        QCOMPARE(facetText(*m_filter, Facet::Lifecycle),
                 u"Supported 4, Experimental 1, Deprecated 1"_s);
        QCOMPARE(facetText(*m_filter, Facet::Owner), u"data-platform 1, platform 5"_s);
        m_filter->setChosen(Facet::Language, {u"Go"_s, u"Rust"_s});
        QCOMPARE(titles(*m_filter), u"Go HTTP service, Rust HTTP service"_s);
        QCOMPARE(facetText(*m_filter, Facet::Kind), u"Job 0, Service 2"_s);
        QCOMPARE(facetText(*m_filter, Facet::Language),
                 u"Go 1*, Kotlin 1, Node.js 1, Python 1, Rust 1*, TypeScript 1"_s);
        m_filter->setQuery(u"rust"_s);
        QCOMPARE(titles(*m_filter), u"Rust HTTP service"_s);
        QCOMPARE(facetText(*m_filter, Facet::Language),
                 u"Go 0*, Kotlin 0, Node.js 0, Python 0, Rust 1*, TypeScript 0"_s);
        m_filter->clear();
        QCOMPARE(m_filter->rowCount(), 6);
    }

    void aChosenValueThatIsGoneIsStillThere()
    {
        m_filter->setChosen(Facet::Owner, {u"nobody"_s});
        QCOMPARE(m_filter->rowCount(), 0);
        QCOMPARE(facetText(*m_filter, Facet::Owner), u"data-platform 1, nobody 0*, platform 5"_s);
    }

    void theSelectionOutlivesSearchAndCatalog()
    {
        const QPersistentModelIndex selected = m_filter->index(3);
        QCOMPARE(selected.data().toString(), u"Rust HTTP service"_s);
        const Signals announced(*m_filter);
        m_filter->setQuery(u"http"_s);
        QVERIFY(selected.isValid());
        QCOMPARE(selected.row(), 1);
        m_model->setListing(listingOf(northwind().sliced(1)));
        QVERIFY(selected.isValid());
        QCOMPARE(selected.data().toString(), u"Rust HTTP service"_s);
        QVERIFY(!announced.text().contains(u"reset"));
    }

    void indexesLeadToTheModelAndBack()
    {
        const QModelIndex there = m_filter->toModel(m_filter->index(0));
        QCOMPARE(there.row(), 1);
        QCOMPARE(m_filter->fromModel(there).row(), 0);
        m_filter->setQuery(u"rust"_s);
        QVERIFY(!m_filter->fromModel(there).isValid());
        QVERIFY(!m_filter->toModel({}).isValid());
    }

private:
    std::unique_ptr<CatalogModel> m_model;
    std::unique_ptr<CatalogFilter> m_filter;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestCatalogFilter)
#include "tst_catalogfilter.moc"
