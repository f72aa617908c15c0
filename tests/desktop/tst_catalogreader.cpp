#include "app/desktop/catalogreader.h"
#include "app/desktop/catalogstatus.h"
#include "tests/desktop/desktoptesting.h"
#include "tests/support/testing.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// A reader of the built-in templates "go" and "python".
class Desk
{
public:
    Desk()
        : reader({.programFolder = folders.path(u"bin"_s),
                  .builtIn = folders.path(u"builtin"_s),
                  .sourcesFile = folders.path(u"configuration/sources.yaml"_s)})
    {
        folders.addTemplate(u"builtin"_s, u"go"_s);
        folders.addTemplate(u"builtin"_s, u"python"_s);
    }

    [[nodiscard]] QStringList titles()
    {
        QStringList all;
        for (const CatalogRow &row : reader.model().rows())
            all += row.title;
        all.sort();
        return all;
    }
    bool readAll()
    {
        reader.read();
        return QTest::qWaitFor([this] { return !reader.isReading(); }, 20000);
    }

    DesktopFolders folders;
    CatalogReader reader;
};

} // namespace

class TestCatalogReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotReadYetIsNotTakenForGone()
    {
        Desk desk;
        desk.reader.read();
        QVERIFY(!desk.reader.templates());
        QTRY_VERIFY(!desk.reader.isReading());
        QCOMPARE(desk.reader.templates()->size(), 2);
        desk.reader.read();
        QCOMPARE(desk.reader.templates()->size(), 2);
        Desk stopped;
        stopped.reader.read();
        stopped.reader.stop();
        QVERIFY(stopped.reader.templates());
    }

    void itReadsTheBuiltInTemplates()
    {
        Desk desk;
        const QSignalSpy changed(&desk.reader, &CatalogReader::changed);
        QVERIFY(desk.readAll());
        QCOMPARE(desk.titles(), (QStringList{u"The go"_s, u"The python"_s}));
        QVERIFY(changed.size() >= 2);
        QVERIFY(desk.reader.readAt().isValid());
        QVERIFY(desk.reader.problems().isEmpty());
        QCOMPARE(desk.reader.filter().rowCount(), 2);
        QVERIFY(desk.reader.model().readme(desk.reader.model().index(0)).startsWith(u"# About"));
    }

    void aFolderIsAddedAndTakenOut()
    {
        Desk desk;
        desk.folders.addTemplate(u"mine"_s, u"own"_s);
        const auto added = desk.reader.addSource(desk.folders.path(u"mine"_s));
        VERIFY_RESULT(added);
        QTRY_VERIFY(!desk.reader.isReading());
        QCOMPARE(desk.reader.sources().size(), 2);
        QVERIFY(desk.titles().contains(u"The own"_s));
        QVERIFY(!desk.reader.addSource(desk.folders.path(u"mine"_s))); // it is there already
        const auto removed = desk.reader.removeSource(added->name);
        VERIFY_RESULT(removed);
        QTRY_VERIFY(!desk.reader.isReading());
        QVERIFY(!desk.titles().contains(u"The own"_s));
        QVERIFY(!desk.reader.removeSource(added->name));
    }

    void aFolderThatIsNotThereIsRefused()
    {
        Desk desk;
        const auto added = desk.reader.addSource(desk.folders.path(u"nowhere"_s));
        QVERIFY(!added);
        QVERIFY(!added.error().problem.message.isEmpty());
    }

    void aSourceThatVanishedIsAProblemAndTheRestIsThere()
    {
        Desk desk;
        desk.folders.addTemplate(u"mine"_s, u"own"_s);
        const auto added = desk.reader.addSource(desk.folders.path(u"mine"_s));
        VERIFY_RESULT(added);
        QTRY_VERIFY(!desk.reader.isReading());
        QVERIFY(QDir(desk.folders.path(u"mine"_s)).removeRecursively());
        QVERIFY(desk.readAll());
        QVERIFY(!desk.reader.problems().isEmpty());
        QCOMPARE(desk.titles(), (QStringList{u"The go"_s, u"The python"_s}));
        const CatalogStatus status = statusOf(desk.reader);
        QCOMPARE(status.state, CatalogState::Troubled);
        QCOMPARE(status.text, u"Catalog has 1 problem"_s);
        QVERIFY(status.detail.contains(u"mine"));
    }

    void aDamagedListOfSourcesIsAProblemToo()
    {
        Desk desk;
        desk.folders.write(u"configuration/sources.yaml"_s, "version: 99\n");
        QVERIFY(desk.readAll());
        QVERIFY(!desk.reader.problems().isEmpty());
        QCOMPARE(desk.titles().size(), 2);
        QVERIFY(!desk.reader.addSource(desk.folders.path(u"builtin"_s)));
    }

    void itIsSaidHowFarItIs()
    {
        Desk desk;
        desk.reader.read();
        QCOMPARE(statusOf(desk.reader).state, CatalogState::Reading);
        QTRY_VERIFY(!desk.reader.isReading());
        const CatalogStatus status = statusOf(desk.reader);
        QCOMPARE(status.state, CatalogState::Current);
        QCOMPARE(status.summary, u"2 templates"_s);
        QVERIFY(status.statusLine.startsWith(u"2 templates of 1 source, read at "));
    }

    void readingIsStopped()
    {
        Desk desk;
        desk.reader.read();
        desk.reader.stop();
        QVERIFY(!desk.reader.isReading());
        QVERIFY(desk.readAll());
        QCOMPARE(desk.titles().size(), 2);
    }
};

QTEST_MAIN(TestCatalogReader)
#include "tst_catalogreader.moc"
