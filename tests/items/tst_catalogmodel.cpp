#include "models/items/catalogmodel.h"

#include "tests/items/catalogtesting.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// "title | owner | lifecycle | version | languages", and what is special.
QString lineOf(const QModelIndex &index)
{
    const auto text = [&](int role) { return index.data(role).toString(); };
    QStringList parts = {text(Qt::DisplayRole), text(CatalogModel::OwnerRole),
                         text(CatalogModel::LifecycleTextRole), text(CatalogModel::VersionRole),
                         index.data(CatalogModel::LanguagesRole).toStringList().join(u' ')};
    if (index.data(CatalogModel::RecommendedRole).toBool())
        parts += u"recommended"_s;
    if (index.data(CatalogModel::BrokenRole).toBool())
        parts += u"broken: "_s + text(CatalogModel::ProblemRole);
    parts.removeAll(QString());
    return parts.join(u" | "_s);
}

void writeFile(const QString &path, const QByteArray &content)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestCatalogModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyTemplateIsARow()
    {
        CatalogModel model;
        const QAbstractItemModelTester tester(&model);
        model.setListing(listingOf(northwind()));
        QCOMPARE(
            outline(model, lineOf),
            u"broken | platform | Supported | broken: template.yaml:3:1: It has no steps.\n"
            "Go HTTP service | platform | Supported | 3.4.0 | Go | recommended\n"
            "Kotlin event consumer | data-platform | Supported | 2.1.2 | Kotlin | recommended\n"
            "Node.js HTTP service | platform | Deprecated | Node.js TypeScript\n"
            "Python data job | platform | Supported | 1.8.0 | Python | recommended\n"
            "Rust HTTP service | platform | Experimental | 0.3.1 | Rust\n"_s);
        QCOMPARE(model.index(1).data(CatalogModel::SupportRole).toString(), u"Ask in #platform."_s);
        QCOMPARE(model.index(1).data(CatalogModel::IconRole).toString(), u"globe"_s);
        QCOMPARE(model.index(1).data(CatalogModel::KindRole).toString(), u"service"_s);
        QCOMPARE(model.index(1).data(CatalogModel::SourceRole).toString(), u"tests"_s);
    }

    void aScreenReaderHearsWhatIsShown()
    {
        CatalogModel model;
        model.setListing(listingOf(northwind()));
        const QStringList lines = spokenOutline(model).split(u'\n');
        QCOMPARE(lines.at(0), u"broken, cannot be used, platform"_s);
        QCOMPARE(lines.at(1),
                 u"Go HTTP service, recommended, JSON API with health checks., "
                 "platform, 3.4.0"_s);
        QCOMPARE(lines.at(3),
                 u"Node.js HTTP service, deprecated, Move to Go HTTP service., platform"_s);
    }

    void aNewCatalogKeepsWhatIsTheSame()
    {
        CatalogModel model;
        const QAbstractItemModelTester tester(&model);
        QList<CatalogEntry> entries = northwind();
        model.setListing(listingOf(entries));
        const QPersistentModelIndex selected = model.index(2);
        const Signals announced(model);
        const QSignalSpy listed(&model, &CatalogModel::listingChanged);
        entries.removeFirst();
        entries[0].definition.title = u"Go service"_s;
        model.setListing(listingOf(entries, {u"# Read me"_s}));
        QCOMPARE(announced.text(), u"1 removed, 1 changed"_s);
        QCOMPARE(listed.size(), 1);
        QCOMPARE(selected.row(), 1);
        QCOMPARE(model.readme(model.index(0)), u"# Read me"_s);
        QCOMPARE(model.readme(model.index(1)), QString());
        QCOMPARE(model.entry(model.index(0))->id, u"go-service"_s);
        QVERIFY(!model.entry({}));
    }

    void aNameStandsInForATitle_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a title") << u"T"_s << u"n"_s << u"p"_s << u"T"_s;
        QTest::newRow("a name") << u""_s << u"n"_s << u"p"_s << u"n"_s;
        QTest::newRow("a folder") << u""_s << u""_s << u"a/p"_s << u"p"_s;
        QTest::newRow("the source itself") << u""_s << u""_s << u""_s << u"tests"_s;
    }

    void aNameStandsInForATitle()
    {
        QFETCH(const QString, title);
        QFETCH(const QString, name);
        QFETCH(const QString, path);
        QFETCH(const QString, expected);
        CatalogEntry entry = entryOf(name, title);
        entry.path = path;
        CatalogModel model;
        model.setListing(listingOf(QList{entry}));
        QCOMPARE(model.index(0).data().toString(), expected);
    }

    void anOwnerIsShownShort_data()
    {
        QTest::addColumn<QString>("owner");
        QTest::addColumn<QString>("expected");
        QTest::newRow("a reference") << u"group:default/platform"_s << u"platform"_s;
        QTest::newRow("without a namespace") << u"user:ada"_s << u"ada"_s;
        QTest::newRow("a name") << u"platform"_s << u"platform"_s;
        QTest::newRow("none") << u""_s << u""_s;
    }

    void anOwnerIsShownShort()
    {
        QFETCH(const QString, owner);
        QFETCH(const QString, expected);
        QCOMPARE(ownerText(owner), expected);
    }

    void theReadmeIsFoundInTheTemplatesFolderOnly_data()
    {
        QTest::addColumn<QString>("docs");
        QTest::addColumn<QString>("expected");
        QTest::newRow("README.md") << u""_s << u"# Read"_s;
        QTest::newRow("the file that the sidecar names") << u"docs/more.md"_s << u"# More"_s;
        QTest::newRow("an address") << u"https://example.org/docs"_s << u"# Read"_s;
        QTest::newRow("one that is not there") << u"docs/none.md"_s << u"# Read"_s;
        QTest::newRow("one outside") << u"../secret.md"_s << u"# Read"_s;
        QTest::newRow("one through a link") << u"link/secret.md"_s << u"# Read"_s;
    }

    void theReadmeIsFoundInTheTemplatesFolderOnly()
    {
        QFETCH(const QString, docs);
        QFETCH(const QString, expected);
        const QTemporaryDir folder;
        writeFile(folder.filePath(u"secret.md"_s), "# Secret");
        writeFile(folder.filePath(u"t/README.md"_s), "# Read");
        writeFile(folder.filePath(u"t/docs/more.md"_s), "# More");
        QVERIFY(QFile::link(folder.path(), folder.filePath(u"t/link"_s)));
        CatalogEntry entry = withLifecycle(entryOf(u"t"_s, u"T"_s), Lifecycle::Supported);
        entry.source.folder = folder.path();
        entry.definition.sidecar->docs = docs;
        QCOMPARE(readmeOf(entry), expected);
    }
};

QTEST_MAIN(TestCatalogModel)
#include "tst_catalogmodel.moc"
