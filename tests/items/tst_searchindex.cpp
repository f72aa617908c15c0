#include "models/items/searchindex.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

using enum SearchIndex::Field;

const SearchIndex &index()
{
    static const SearchIndex made({
        {{Title, u"Go HTTP service"_s}, {Tag, u"go"_s}, {Body, u"Kubernetes and alerts"_s}},
        {{Title, u"Kotlin event consumer"_s}, {Owner, u"data-platform"_s}},
        {{Title, u"Node.js HTTP service"_s}, {Description, u"Move to Go HTTP service."_s}},
        {},
    });
    return made;
}

/// The documents that `query` finds, the best first.
QList<int> found(const QString &query)
{
    QList<SearchIndex::Hit> hits = index().find(searchWords(query));
    std::ranges::stable_sort(hits, std::greater(), &SearchIndex::Hit::score);
    QList<int> documents;
    for (const SearchIndex::Hit &hit : hits)
        documents += hit.document;
    return documents;
}

} // namespace

class TestSearchIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void documentsAreFound_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QList<int>>("expected");
        QTest::newRow("by title") << u"kotlin"_s << QList<int>{1};
        QTest::newRow("by a beginning") << u"cons"_s << QList<int>{1};
        QTest::newRow("by the owner") << u"platform"_s << QList<int>{1};
        QTest::newRow("by the text") << u"alerts"_s << QList<int>{0};
        QTest::newRow("in the middle of a word") << u"bernet"_s << QList<int>{0};
        QTest::newRow("a title weighs more than a description") << u"go"_s << QList<int>{0, 2};
        QTest::newRow("every word has to be there") << u"http kotlin"_s << QList<int>();
        QTest::newRow("words of several fields") << u"event data"_s << QList<int>{1};
        QTest::newRow("with a slip where nothing else is there") << u"kotlni"_s << QList<int>{1};
        QTest::newRow("no slip where the word itself is there") << u"node"_s << QList<int>{2};
        QTest::newRow("nothing") << u"cobol"_s << QList<int>();
        QTest::newRow("no word") << u" - "_s << QList<int>();
    }

    void documentsAreFound()
    {
        QFETCH(const QString, query);
        QFETCH(const QList<int>, expected);
        QCOMPARE(found(query), expected);
    }

    void hitsAreInTheOrderOfTheDocuments()
    {
        const auto hits = index().find(searchWords(u"http"_s));
        QCOMPARE(hits.size(), 2);
        QCOMPARE(hits.at(0).document, 0);
        QCOMPARE(hits.at(1).document, 2);
        QCOMPARE(hits.at(0).score, hits.at(1).score);
    }

    void anEmptyIndexFindsNothing() { QVERIFY(SearchIndex().find(searchWords(u"a"_s)).isEmpty()); }
};

QTEST_GUILESS_MAIN(TestSearchIndex)
#include "tst_searchindex.moc"
