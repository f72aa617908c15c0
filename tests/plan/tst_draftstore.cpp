#include "models/plan/draftstore.h"

#include "tests/plan/countingfilesystem.h"
#include "tests/support/testing.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;
using waymark::testing::CountingFileSystem;
using waymark::testing::inChild;
using Fault = CountingFileSystem::Fault;

namespace {

Draft draftCalled(const QString &name, int second = 0)
{
    Draft draft;
    draft.name = name;
    draft.of.id = u"go-service"_s;
    draft.answers = {{u"name"_s, name}};
    draft.saved = QDateTime({2026, 11, 24}, {10, 0, second}, QTimeZone::UTC);
    return draft;
}

/// Many bytes, so that it is written in more than nothing.
Draft longDraft(const QString &name)
{
    Draft draft = draftCalled(name);
    draft.message = QString(100'000, u'x');
    return draft;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

} // namespace

class TestDraftStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home.emplace();
        m_fileSystem.plan(Fault::None, 0);
    }

    void noFolderIsNoDrafts()
    {
        const auto drafts = store().list();
        VERIFY_RESULT(drafts);
        QVERIFY(drafts->isEmpty());
        QVERIFY(!QFile::exists(folder()));
        QVERIFY(!store().read(u"a"_s));
        QVERIFY(!store().open(u"a"_s));
        QVERIFY(!store().openToRemove(u"a"_s));
    }

    void whatIsSavedIsReadAndListed()
    {
        save(u"orders"_s, draftCalled(u"orders"_s, 1));
        save(u"shop"_s, draftCalled(u"shop"_s, 3));
        save(u"orders"_s, draftCalled(u"orders again"_s, 2));
        const auto drafts = store().list();
        VERIFY_RESULT(drafts);
        QStringList ids;
        for (const StoredDraft &stored : *drafts)
            ids += stored.id + u'=' + stored.draft->name;
        QCOMPARE(ids,
                 (QStringList{u"shop=shop"_s, u"orders-2=orders again"_s, u"orders=orders"_s}));
        QVERIFY(*store().read(u"shop"_s) == draftCalled(u"shop"_s, 3));
        QCOMPARE(QDir(folder()).entryList(QDir::Files),
                 (QStringList{u"orders-2.json"_s, u"orders.json"_s, u"shop.json"_s}));
    }

    void aDraftIsCalledAfterItsService_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("id");
        QTest::newRow("a name") << u"Orders API"_s << u"orders-api"_s;
        QTest::newRow("nothing") << u""_s << u"draft"_s;
        QTest::newRow("a path") << u"../../etc/passwd"_s << u"etc-passwd"_s;
        QTest::newRow("signs only") << u"///"_s << u"draft"_s;
    }

    void aDraftIsCalledAfterItsService()
    {
        QFETCH(const QString, name);
        const auto lock = store().begin(name);
        VERIFY_RESULT(lock);
        QTEST(lock->id(), "id");
    }

    void oneAloneEditsADraft()
    {
        save(u"orders"_s, draftCalled(u"orders"_s));
        const auto lock = store().open(u"orders"_s);
        VERIFY_RESULT(lock);
        const auto other = store().open(u"orders"_s);
        QVERIFY(!other);
        QCOMPARE(other.error().problem.code, u"draft.locked"_s);
        QVERIFY(other.error().problem.message.contains(
            QString::number(QCoreApplication::applicationPid())));
        QVERIFY(!other.error().problem.hint.isEmpty());
        const auto drafts = store().list();
        VERIFY_RESULT(drafts);
        QCOMPARE(drafts->first().editor->process, QCoreApplication::applicationPid());
    }

    void twoBeginnersGetTwoDrafts()
    {
        const auto first = store().begin(u"orders"_s);
        const auto second = store().begin(u"orders"_s);
        VERIFY_RESULT(first);
        VERIFY_RESULT(second);
        QCOMPARE(first->id(), u"orders"_s);
        QCOMPARE(second->id(), u"orders-2"_s);
        VERIFY_RESULT(store().save(*second, draftCalled(u"second"_s)));
        VERIFY_RESULT(store().save(*first, draftCalled(u"first"_s)));
        QCOMPARE(store().read(u"orders-2"_s)->name, u"second"_s);
    }

    void aLockGoesWithItsOwner()
    {
        save(u"orders"_s, draftCalled(u"orders"_s));
        QVERIFY(QDir(folder()).entryList({u"*.lock"_s}, QDir::Files).isEmpty());
        VERIFY_RESULT(store().open(u"orders"_s));
        VERIFY_RESULT(store().open(u"orders"_s));
    }

    void theLockOfAProcessThatDiedIsBroken()
    {
        save(u"orders"_s, draftCalled(u"orders"_s));
        inChild([this] {
            const auto lock = store().open(u"orders"_s);
            _exit(lock ? 0 : 1);
        });
        QVERIFY(QFile::exists(folder() + u"/orders.lock"_s));
        QVERIFY(!store().list()->first().editor);
        VERIFY_RESULT(store().open(u"orders"_s));
    }

    void aLockThatHoldsNothingIsBroken_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << ""_ba;
        QTest::newRow("half") << "{\"process\": 1"_ba;
        QTest::newRow("no lock") << "[]"_ba;
    }

    void aLockThatHoldsNothingIsBroken()
    {
        QFETCH(const QByteArray, content);
        save(u"orders"_s, draftCalled(u"orders"_s));
        write(folder() + u"/orders.lock"_s, content);
        VERIFY_RESULT(store().open(u"orders"_s));
    }

    void anotherMachineKeepsItsLockForADay_data()
    {
        QTest::addColumn<int>("hours");
        QTest::addColumn<bool>("isLocked");
        QTest::newRow("an hour") << 1 << true;
        QTest::newRow("two days") << 48 << false;
    }

    void anotherMachineKeepsItsLockForADay()
    {
        QFETCH(const int, hours);
        QFETCH(const bool, isLocked);
        save(u"orders"_s, draftCalled(u"orders"_s));
        const QDateTime now = QDateTime::currentDateTimeUtc();
        write(folder() + u"/orders.lock"_s,
              "{\"process\": 7, \"host\": \"elsewhere\", \"since\": \""
                  + now.addSecs(-3600LL * hours).toString(Qt::ISODate).toUtf8() + "\"}");
        const auto lock = store().open(u"orders"_s);
        QCOMPARE(!lock.has_value(), isLocked);
        if (!lock) {
            QCOMPARE(lock.error().problem.code, u"draft.locked"_s);
            QVERIFY(lock.error().problem.message.contains(u"elsewhere"));
            QVERIFY(lock.error().problem.hint.contains(u"orders.lock"));
        }
    }

    void whoLostTheLockWritesNothing()
    {
        save(u"orders"_s, draftCalled(u"orders"_s));
        const auto lock = store().open(u"orders"_s);
        VERIFY_RESULT(lock);
        QVERIFY(QFile::remove(folder() + u"/orders.lock"_s));
        const auto other = store().open(u"orders"_s);
        VERIFY_RESULT(other);
        const auto saved = store().save(*lock, draftCalled(u"mine"_s));
        QVERIFY(!saved);
        QCOMPARE(saved.error().problem.code, u"draft.lock-lost"_s);
        QVERIFY(!store().remove(*lock));
        VERIFY_RESULT(store().save(*other, draftCalled(u"theirs"_s)));
        QCOMPARE(store().read(u"orders"_s)->name, u"theirs"_s);
    }

    void whatCannotBeReadIsListedAndNeverWritten()
    {
        save(u"orders"_s, draftCalled(u"orders"_s));
        write(folder() + u"/bad.json"_s, "{\"version\": 9}");
        QDir().mkdir(folder() + u"/folder.json"_s);
        const auto drafts = store().list();
        VERIFY_RESULT(drafts);
        QCOMPARE(drafts->size(), 3);
        QCOMPARE(drafts->at(0).id, u"orders"_s);
        QVERIFY(drafts->at(1).problem);
        QVERIFY(drafts->at(2).problem);
        const auto lock = store().open(u"bad"_s);
        QVERIFY(!lock);
        QCOMPARE(lock.error().problem.code, u"draft.unreadable"_s);
        QCOMPARE(store().begin(u"bad"_s)->id(), u"bad-2"_s);
        QCOMPARE(contentOf(folder() + u"/bad.json"_s), "{\"version\": 9}"_ba);
    }

    void whatIsNoDraftIsNotOpened_data()
    {
        QTest::addColumn<QString>("id");
        QTest::newRow("none") << u"shop"_s;
        QTest::newRow("nothing") << u""_s;
        QTest::newRow("outside") << u"../outside"_s;
        QTest::newRow("a hidden file") << u".hidden"_s;
    }

    void whatIsNoDraftIsNotOpened()
    {
        QFETCH(const QString, id);
        save(u"orders"_s, draftCalled(u"orders"_s));
        const QByteArray content = contentOf(folder() + u"/orders.json"_s);
        write(m_home->filePath(u"data/outside.json"_s), content);
        write(folder() + u"/.hidden.json"_s, content);
        const auto lock = store().open(id);
        QVERIFY(!lock);
        QCOMPARE(lock.error().problem.code, u"draft.missing"_s);
        const auto toRemove = store().openToRemove(id);
        QVERIFY(!toRemove);
        QCOMPARE(toRemove.error().problem.code, u"draft.missing"_s);
        QVERIFY(QDir(folder()).entryList({u"*.lock"_s}, QDir::Files | QDir::Hidden).isEmpty());
    }

    void aDraftIsRemoved()
    {
        save(u"orders"_s, draftCalled(u"orders"_s));
        {
            const auto lock = store().open(u"orders"_s);
            VERIFY_RESULT(lock);
            VERIFY_RESULT(store().remove(*lock));
        }
        QVERIFY(QDir(folder()).entryList(QDir::Files).isEmpty());
        const auto gone = store().open(u"orders"_s);
        QVERIFY(!gone);
        QCOMPARE(gone.error().problem.code, u"draft.missing"_s);
    }

    void whatCannotBeReadIsRemoved_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("half") << "{"_ba;
        QTest::newRow("a later version") << "{\"version\": 9}"_ba;
        QTest::newRow("empty") << ""_ba;
    }

    void whatCannotBeReadIsRemoved()
    {
        QFETCH(const QByteArray, content);
        save(u"orders"_s, draftCalled(u"orders"_s));
        write(folder() + u"/bad.json"_s, content);
        {
            const auto lock = store().openToRemove(u"bad"_s);
            VERIFY_RESULT(lock);
            VERIFY_RESULT(store().remove(*lock));
        }
        QCOMPARE(QDir(folder()).entryList(QDir::Files), QStringList{u"orders.json"_s});
        const auto gone = store().openToRemove(u"bad"_s);
        QVERIFY(!gone);
        QCOMPARE(gone.error().problem.code, u"draft.missing"_s);
    }

    void ofALinkOnlyTheLinkIsRemoved()
    {
        save(u"orders"_s, draftCalled(u"orders"_s));
        QVERIFY(QFile::link(folder() + u"/orders.json"_s, folder() + u"/link.json"_s));
        const auto lock = store().openToRemove(u"link"_s);
        VERIFY_RESULT(lock);
        VERIFY_RESULT(store().remove(*lock));
        QCOMPARE(store().list()->size(), 1);
        VERIFY_RESULT(store().open(u"orders"_s));
    }

    void whatAnotherEditsIsNotRemovedThoughItCannotBeRead()
    {
        save(u"orders"_s, draftCalled(u"orders"_s));
        const auto theirs = store().open(u"orders"_s);
        VERIFY_RESULT(theirs);
        write(folder() + u"/orders.json"_s, "{\"version\": 9}");
        const auto lock = store().openToRemove(u"orders"_s);
        QVERIFY(!lock);
        QCOMPARE(lock.error().problem.code, u"draft.locked"_s);
        VERIFY_RESULT(store().save(*theirs, draftCalled(u"orders"_s)));
        QCOMPARE(store().read(u"orders"_s)->name, u"orders"_s);
    }

    void whatIsNoFileIsSaidToStay()
    {
        QDir().mkpath(folder() + u"/folder.json/more"_s);
        const auto lock = store().openToRemove(u"folder"_s);
        VERIFY_RESULT(lock);
        QVERIFY(!store().remove(*lock));
        QVERIFY(QFile::exists(folder() + u"/folder.json/more"_s));
    }

    void whateverFailsOneWholeDraftIsThere_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("a call fails") << Fault::Once;
        QTest::newRow("the disk is full from there on") << Fault::FromThereOn;
        QTest::newRow("the process is killed") << Fault::Exit;
    }

    void whateverFailsOneWholeDraftIsThere()
    {
        QFETCH(const Fault, fault);
        save(u"orders"_s, draftCalled(u"old"_s));
        const int calls = callsOf([this] { saveNext(u"new"_s); });
        QCOMPARE_GT(calls, 3);
        for (int call = 1; call <= calls; ++call) {
            m_fileSystem.plan(Fault::None, 0);
            saveNext(u"old"_s);
            inChild([&] {
                m_fileSystem.plan(fault, call, ENOSPC);
                saveNext(u"new"_s);
            });
            const auto drafts = store().list();
            VERIFY_RESULT(drafts);
            QCOMPARE(drafts->size(), 1);
            QVERIFY2(!drafts->first().problem, qPrintable(u"call %1"_s.arg(call)));
            const Draft &there = *drafts->first().draft;
            QVERIFY(there == longDraft(u"old"_s) || there == longDraft(u"new"_s));
            VERIFY_RESULT(store().open(u"orders"_s));
        }
    }

    void aFailureIsTold()
    {
        save(u"orders"_s, draftCalled(u"old"_s));
        const auto lock = store().open(u"orders"_s);
        VERIFY_RESULT(lock);
        m_fileSystem.plan(Fault::FromThereOn, 1, ENOSPC);
        const auto saved = store().save(*lock, draftCalled(u"new"_s));
        QVERIFY(!saved);
        QVERIFY(!saved.error().problem.message.isEmpty());
        QCOMPARE(store().read(u"orders"_s)->name, u"old"_s);
        m_fileSystem.plan(Fault::None, 0);
        VERIFY_RESULT(store().save(*lock, draftCalled(u"new"_s)));
        QCOMPARE(store().read(u"orders"_s)->name, u"new"_s);
    }

    void aBeginningThatFailsLeavesNothingInTheWay()
    {
        const int calls = callsOf([this] { std::ignore = store().begin(u"orders"_s); });
        for (int call = 1; call <= calls; ++call) {
            inChild([&] {
                m_fileSystem.plan(Fault::Exit, call);
                std::ignore = store().begin(u"orders"_s);
            });
            const auto lock = store().begin(u"orders"_s);
            VERIFY_RESULT(lock);
            QCOMPARE(lock->id(), u"orders"_s);
        }
    }

private:
    [[nodiscard]] QString folder() const { return m_home->filePath(u"data/drafts"_s); }
    [[nodiscard]] DraftStore store() { return {m_fileSystem, folder()}; }

    /// A new draft, saved and let go.
    void save(const QString &name, const Draft &draft)
    {
        const auto lock = store().begin(name);
        VERIFY_RESULT(lock);
        VERIFY_RESULT(store().save(*lock, draft));
    }
    /// The draft "orders", opened and saved, as far as that goes.
    void saveNext(const QString &name)
    {
        if (const auto lock = store().open(u"orders"_s))
            std::ignore = store().save(*lock, longDraft(name));
    }
    template<typename Work>
    int callsOf(Work work)
    {
        m_fileSystem.plan(Fault::None, 0);
        work();
        return m_fileSystem.count();
    }

    std::optional<QTemporaryDir> m_home;
    CountingFileSystem m_fileSystem;
};

QTEST_GUILESS_MAIN(TestDraftStore)
#include "tst_draftstore.moc"
