#include "models/jobs/catalogjob.h"
#include "tests/jobs/heldexecutor.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::HeldExecutor;

namespace {

/// A source with `count` templates.
class Place
{
public:
    explicit Place(int count)
    {
        for (int i = 0; i < count; ++i)
            add(u't' + QString::number(100 + i));
    }

    void add(const QString &name) const
    {
        QDir(m_folder.path()).mkpath(name);
        QFile file(m_folder.filePath(name + u"/template.yaml"_s));
        const QByteArray text = "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\n"
                                "metadata:\n  name: "
            + name.toUtf8() + "\nspec:\n  type: service\n  steps: []\n";
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            qFatal("cannot write %s", qPrintable(file.fileName()));
    }

    [[nodiscard]] Source source(const QString &name) const
    {
        return {.name = name, .folder = m_folder.path()};
    }

private:
    QTemporaryDir m_folder;
};

QStringList idsOf(const QList<CatalogEntry> &entries)
{
    QStringList ids;
    for (const CatalogEntry &entry : entries)
        ids += entry.id;
    return ids;
}

} // namespace

class TestCatalogJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCatalogIsReadWithPartsOnTheWay()
    {
        const Place place(21);
        CatalogJob job(HeldExecutor::immediate());
        QSignalSpy found(&job, &CatalogJob::found);
        QSignalSpy ready(&job, &CatalogJob::ready);
        job.read({place.source(u"team"_s)});
        QCOMPARE(ready.size(), 1);
        const auto catalog = ready.first().first().value<Catalog>();
        QCOMPARE(idsOf(catalog.entries()), idsOf(Catalog({place.source(u"team"_s)}).entries()));
        QList<qsizetype> sizes;
        for (const QVariantList &arguments : std::as_const(found))
            sizes += arguments.first().value<QList<CatalogEntry>>().size();
        QCOMPARE(sizes, (QList<qsizetype>{1, 2, 4, 8})); // the last six come with the catalog
    }

    void namesOfSeveralSourcesAreToldApartAtTheEnd()
    {
        const Place one(1);
        const Place two(1);
        CatalogJob job(HeldExecutor::immediate());
        QSignalSpy ready(&job, &CatalogJob::ready);
        job.read({one.source(u"a"_s), two.source(u"b"_s)});
        QCOMPARE(idsOf(ready.first().first().value<Catalog>().entries()),
                 (QStringList{u"a/t100"_s, u"b/t100"_s}));
    }

    void whatIsStoppedReadsNoFurther()
    {
        const Place place(8);
        int seen = 0;
        const Catalog catalog({place.source(u"a"_s), place.source(u"b"_s)},
                              [&seen](const CatalogEntry &) { return ++seen < 3; });
        QCOMPARE(seen, 3);
        QCOMPARE(catalog.entries().size(), 3);
    }

    void theNewestSourcesWin()
    {
        const Place one(2);
        const Place two(3);
        HeldExecutor held;
        CatalogJob job(held.executor());
        const QSignalSpy found(&job, &CatalogJob::found);
        QSignalSpy ready(&job, &CatalogJob::ready);
        job.read({one.source(u"a"_s)});
        job.read({two.source(u"b"_s)});
        held.runFirst();
        QCOMPARE(found.size(), 0);
        QCOMPARE(ready.size(), 0);
        held.runFirst();
        QCOMPARE(ready.size(), 1);
        QCOMPARE(ready.first().first().value<Catalog>().entries().size(), 3);
    }

    void aSourceThatIsGoneIsAProblemOfTheCatalog()
    {
        CatalogJob job;
        QSignalSpy ready(&job, &CatalogJob::ready);
        job.read({{.name = u"gone"_s, .folder = u"/nowhere/at/all"_s}});
        QTRY_COMPARE(ready.size(), 1);
        QCOMPARE(ready.first().first().value<Catalog>().problems().size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestCatalogJob)
#include "tst_catalogjob.moc"
