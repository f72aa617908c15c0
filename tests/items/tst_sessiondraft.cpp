#include "tests/items/sessionwatch.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;
using State = ServiceSession::State;

/// What of a session outlives it.
class TestSessionDraft : public QObject
{
    Q_OBJECT

    IsolatedGit m_git;

private Q_SLOTS:
    void init() { m_git.configure(identityText); }

    void whatIsTypedIsSavedByItself()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.session.open(bench.entry());
        const QSignalSpy saved(&watch.session, &ServiceSession::draftSaved);
        QVERIFY2(bench.storedDrafts().isEmpty(), "nothing was typed");
        watch.answer("name", "orders");
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 1000);
        QCOMPARE(bench.storedDrafts().size(), 1);
        const StoredDraft stored = bench.storedDrafts().constFirst();
        QCOMPARE(stored.id, u"orders"_s);
        QCOMPARE(stored.draft->answers.value(u"name"), Value(u"orders"_s));
        QCOMPARE(stored.draft->name, u"orders"_s);
        QVERIFY(stored.editor);
    }

    void aDraftIsOpenedAgainAsItWas()
    {
        SessionBench bench;
        {
            SessionWatch watch(bench);
            watch.begin(bench);
            watch.answer("copies", "3x");
            watch.answer("size", "large");
            watch.session.form().setReason(u"size"_s, u"many"_s);
            watch.session.form().setCurrentPage(1);
            watch.session.setMessage(u"Add it"_s);
            watch.session.setBranch(u"add"_s);
            watch.session.setSignsOff(true);
            watch.session.declineFiles({"deploy.yaml"});
            watch.session.renameDraft(u"Mine"_s);
        }
        QCOMPARE(bench.storedDrafts().size(), 1);
        const StoredDraft stored = bench.storedDrafts().constFirst();
        SessionWatch watch(bench);
        watch.session.openDraft(stored.id, QList{bench.entry()});
        QCOMPARE(watch.session.state(), State::Editing);
        QCOMPARE(watch.told(), QStringList());
        QCOMPARE(watch.session.draftName(), u"Mine"_s);
        const FormField *copies = watch.session.form().field({u"copies"_s});
        QCOMPARE(copies->text, u"3x"_s);
        QCOMPARE(watch.session.form().field({u"size"_s})->reason, u"many"_s);
        QCOMPARE(watch.session.form().currentPage(), 1);
        QCOMPARE(watch.session.message(), u"Add it"_s);
        QCOMPARE(watch.session.branch(), u"add"_s);
        QVERIFY(watch.session.signsOff());
        QCOMPARE(watch.session.review().declined(), QByteArrayList{"deploy.yaml"});
        QCOMPARE(watch.session.destination(), bench.work(u"orders"_s));
        watch.session.form().type({u"name"_s}, u"bills"_s, 0);
        QCOMPARE(watch.session.destination(), bench.work(u"bills"_s));
    }

    void aDraftIsEditedInOnePlace()
    {
        SessionBench bench;
        SessionWatch first(bench);
        first.begin(bench);
        QVERIFY(first.session.saveDraftNow());
        SessionWatch second(bench);
        second.session.open(bench.entry());
        second.answer("name", "bills");
        second.session.openDraft(u"orders"_s, QList{bench.entry()});
        QCOMPARE(second.told(), QStringList(u"draft.locked"_s));
        QCOMPARE(second.session.state(), State::Editing);
        QCOMPARE(second.session.draftName(), u"bills"_s);
    }

    void aSecretIsNeverKept()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        watch.answer("token", "s3cret-word");
        QVERIFY(watch.session.saveDraftNow());
        QCOMPARE(bench.storedDrafts().size(), 1);
        for (const QString &name : QDir(bench.drafts()).entryList(QDir::Files))
            QVERIFY(!contentsOf(bench.drafts() + u'/' + name).contains("s3cret"));
    }

    void aTemplateThatChangedIsSaid()
    {
        SessionBench bench;
        bench.writeTemplate("        region: {type: string, title: Region}\n");
        {
            SessionWatch watch(bench);
            watch.begin(bench);
            watch.answer("region", "eu");
        }
        bench.writeTemplate();
        SessionWatch watch(bench);
        watch.session.openDraft(u"orders"_s, QList{bench.entry()});
        QCOMPARE(watch.told(), QStringList(u"draft.template-changed"_s));
        QVERIFY2(watch.lastTold().message.contains(u"region"),
                 qPrintable(watch.lastTold().message));
        QCOMPARE(watch.session.file("README.md").content, "# orders\n\nKept by checkout.\n"_ba);
    }

    void aDraftWaitsForTheCatalog()
    {
        SessionBench bench;
        {
            SessionWatch watch(bench);
            watch.begin(bench);
        }
        SessionWatch watch(bench);
        watch.session.openDraft(u"orders"_s, std::nullopt);
        QCOMPARE(watch.session.state(), State::Loading);
        QVERIFY2(bench.storedDrafts().constFirst().editor, "nobody else may open it");
        watch.session.takeCatalog({bench.entry()});
        QCOMPARE(watch.session.state(), State::Editing);
        QCOMPARE(watch.session.draftName(), u"orders"_s);
        watch.session.takeCatalog({});
        QVERIFY2(watch.session.state() == State::Editing, "it does not wait any more");
        watch.session.openDraft(u"orders-2"_s, std::nullopt);
        QCOMPARE(watch.told(), QStringList(u"draft.missing"_s));
        QCOMPARE(watch.session.state(), State::Editing);
    }

    void aDraftThatWaitsInVainStaysAsItWas()
    {
        SessionBench bench;
        {
            SessionWatch watch(bench);
            watch.begin(bench);
        }
        SessionWatch watch(bench);
        watch.session.openDraft(u"orders"_s, std::nullopt);
        watch.session.takeCatalog({});
        QCOMPARE(watch.told(), QStringList(u"draft.template-gone"_s));
        QCOMPARE(watch.session.state(), State::Empty);
        QVERIFY2(!bench.storedDrafts().constFirst().editor, "another may open it");
        watch.session.openDraft(u"orders"_s, std::nullopt);
        watch.session.open(bench.entry()); // the user does not wait
        watch.session.takeCatalog({});
        QCOMPARE(watch.session.state(), State::Editing);
        QVERIFY(watch.session.draftId().isEmpty());
        QCOMPARE(watch.told().size(), 1);
    }

    void aTemplateThatIsGoneLeavesTheDraft()
    {
        SessionBench bench;
        {
            SessionWatch watch(bench);
            watch.begin(bench);
        }
        SessionWatch watch(bench);
        watch.session.openDraft(u"orders"_s, QList<CatalogEntry>());
        QCOMPARE(watch.told(), QStringList(u"draft.template-gone"_s));
        QCOMPARE(watch.session.state(), State::Empty);
        const CatalogEntry entry = bench.entry();
        QVERIFY(QFile::remove(bench.path(u"templates/small/template.yaml"_s)));
        watch.session.openDraft(u"orders"_s, QList{entry});
        QCOMPARE(watch.told().size(), 2);
        QCOMPARE(watch.session.state(), State::Empty);
        QCOMPARE(bench.storedDrafts().constFirst().draft->answers.value(u"name"),
                 Value(u"orders"_s));
        QVERIFY2(!bench.storedDrafts().constFirst().editor, "another may open it");
    }

    void aDraftThatCannotBeReadIsSaid()
    {
        SessionBench bench;
        put(bench.drafts() + u"/broken.json"_s, "{");
        SessionWatch watch(bench);
        watch.session.openDraft(u"broken"_s, QList{bench.entry()});
        watch.session.openDraft(u"missing"_s, QList{bench.entry()});
        QCOMPARE(watch.told(), (QStringList{u"draft.unreadable"_s, u"draft.missing"_s}));
        QCOMPARE(contentsOf(bench.drafts() + u"/broken.json"_s), "{"_ba);
    }

    void aFullDiskIsToldOnceAndTriedAgain()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        QVERIFY(watch.session.saveDraftNow());
        bench.fileSystem().plan(CountingFileSystem::Fault::FromThereOn, 0, ENOSPC);
        watch.answer("name", "order");
        QVERIFY(!watch.session.saveDraftNow());
        watch.answer("name", "orde");
        const auto kept = watch.session.saveDraftNow();
        QVERIFY2(!kept, "told once, and an error each time");
        QCOMPARE(kept.error().problem, watch.lastTold());
        QCOMPARE(watch.told().size(), 1);
        QCOMPARE(watch.session.file("README.md").content, "# orde\n\nKept by checkout.\n"_ba);
        const CatalogEntry entry = bench.entry();
        watch.session.open(entry);
        QVERIFY2(watch.session.definition(), "what is not kept is not closed");
        QCOMPARE(watch.session.draftName(), u"orde"_s);
        bench.fileSystem().plan(CountingFileSystem::Fault::None, 0);
        const QSignalSpy saved(&watch.session, &ServiceSession::draftSaved);
        watch.answer("name", "ord");
        QTRY_COMPARE(saved.size(), 1);
        QCOMPARE(bench.storedDrafts().constFirst().draft->name, u"ord"_s);
    }

    void aLostLockGoesOnAsAnotherDraft()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        QVERIFY(watch.session.saveDraftNow());
        QVERIFY(QFile::remove(bench.drafts() + u"/orders.lock"_s));
        watch.answer("owner", "ada");
        QVERIFY(watch.session.saveDraftNow());
        QCOMPARE(watch.told(), QStringList(u"draft.lock-lost"_s));
        QCOMPARE(bench.storedDrafts().size(), 2);
        watch.answer("owner", "bo");
        QVERIFY(watch.session.saveDraftNow());
        QCOMPARE(bench.storedDrafts().size(), 2);
        QCOMPARE(watch.told().size(), 1);
    }

    void discardingForgetsAll()
    {
        SessionBench bench;
        SessionWatch watch(bench);
        watch.begin(bench);
        QVERIFY(watch.session.saveDraftNow());
        watch.session.discardDraft();
        QCOMPARE(watch.session.state(), State::Empty);
        QVERIFY(bench.storedDrafts().isEmpty());
        QVERIFY(!watch.session.definition());
        QVERIFY(QDir(bench.drafts()).isEmpty());
    }

    void threadsDoTheSame()
    {
        SessionBench bench;
        SessionSurroundings around = bench.surroundings();
        around.execute = {};
        {
            ServiceSession session(around);
            session.setDestinationParent(bench.path(u"work"_s));
            session.open(bench.entry());
            QCOMPARE(session.state(), State::Loading);
            QTRY_COMPARE(session.state(), State::Editing);
            session.form().type({u"name"_s}, u"orders"_s, 0);
            session.form().type({u"owner"_s}, u"ada"_s, 0);
            QVERIFY(!session.isPreviewCurrent());
            QTRY_COMPARE(session.blockers(), QStringList());
            session.apply();
            QTRY_COMPARE(session.state(), State::Applied);
            session.startAnother();
            session.form().type({u"name"_s}, u"bills"_s, 0);
        }
        QCOMPARE(bench.storedDrafts().size(), 1);
        QCOMPARE(bench.storedDrafts().constFirst().draft->name, u"bills"_s);
        QVERIFY(QFileInfo::exists(bench.work(u"orders/README.md"_s)));
    }
};

QTEST_MAIN(TestSessionDraft)
#include "tst_sessiondraft.moc"
