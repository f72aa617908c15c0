#include "models/items/draftshelf.h"
#include "tests/items/itemtesting.h"
#include "tests/items/sessionbench.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

/// Keeps a draft of this name, saved at a minute.
QString keep(const DraftStore &store, const QString &name, int minute)
{
    Draft draft;
    draft.name = name;
    draft.of = {.id = u"small"_s, .title = u"Small service"_s};
    draft.answers = {{u"name"_s, name}};
    draft.saved = QDateTime({2026, 11, 24}, {10, minute}, QTimeZone::UTC);
    const auto lock = store.begin(name);
    if (!lock || !store.save(*lock, draft))
        qFatal("the draft is not kept");
    return lock->id();
}

} // namespace

class TestDraftShelf : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftsAreReadRenamedAndRemoved()
    {
        SessionBench bench;
        const QString orders = keep(bench.store(), u"orders"_s, 1);
        const QString bills = keep(bench.store(), u"bills"_s, 2);
        DraftShelf shelf(bench.store(), HeldExecutor::immediate());
        const QSignalSpy changed(&shelf, &DraftShelf::changed);
        shelf.read();
        QCOMPARE(outline(shelf.drafts()), u"bills\norders\n"_s);
        shelf.rename(orders, u" Orders API "_s);
        QCOMPARE(outline(shelf.drafts()), u"bills\nOrders API\n"_s); // the same place, the same id
        QCOMPARE(bench.store().read(orders)->answers, (Map{{u"name"_s, u"orders"_s}}));
        shelf.remove(bills);
        QCOMPARE(outline(shelf.drafts()), u"Orders API\n"_s);
        QCOMPARE(changed.size(), 2);
    }

    void whatIsOpenElsewhereStaysAsItIs()
    {
        SessionBench bench;
        const QString orders = keep(bench.store(), u"orders"_s, 1);
        const auto lock = bench.store().open(orders);
        QVERIFY(lock);
        DraftShelf shelf(bench.store(), HeldExecutor::immediate());
        const QSignalSpy problems(&shelf, &DraftShelf::problemFound);
        shelf.rename(orders, u"other"_s);
        shelf.remove(orders);
        QCOMPARE(problems.size(), 2);
        QCOMPARE(problems.last().first().value<Problem>().code, u"draft.locked"_s);
        QCOMPARE(outline(shelf.drafts()), u"orders\n"_s);
    }

    void whatCannotBeReadIsRemovedToo()
    {
        SessionBench bench;
        keep(bench.store(), u"orders"_s, 1);
        const QString bills = keep(bench.store(), u"bills"_s, 2);
        QFile file(bench.drafts() + u'/' + bills + u".json"_s);
        QVERIFY(file.open(QIODevice::WriteOnly)); // and it is empty
        DraftShelf shelf(bench.store(), HeldExecutor::immediate());
        const QSignalSpy problems(&shelf, &DraftShelf::problemFound);
        shelf.rename(bills, u"other"_s);
        QCOMPARE(problems.size(), 1);
        shelf.remove(bills);
        QCOMPARE(problems.size(), 1);
        QCOMPARE(outline(shelf.drafts()), u"orders\n"_s);
        QVERIFY(!QFile::exists(file.fileName()));
    }

    void whatIsNotThereIsSaid()
    {
        SessionBench bench;
        keep(bench.store(), u"orders"_s, 1);
        QCOMPARE(renameDraft(bench.store(), u"bills"_s, u"x"_s).error().problem.code,
                 u"draft.missing"_s);
        QCOMPARE(removeDraft(bench.store(), u"bills"_s).error().problem.code, u"draft.missing"_s);
    }

    void whatAKilledApplyLeftIsPutRight()
    {
        SessionBench bench;
        const auto keepAt = [&bench](const QString &name) {
            const QString id = keep(bench.store(), name, 1);
            const auto lock = bench.store().open(id);
            auto draft = bench.store().read(id);
            draft->destination = bench.work(name);
            QVERIFY(lock && bench.store().save(*lock, *draft));
        };
        keepAt(u"orders"_s);
        keepAt(u"bills"_s);
        const auto left = [&bench](const QString &name) {
            return bench.work(u"."_s + name + u".waymark-0123abcd"_s);
        };
        QVERIFY(QDir().mkpath(left(u"orders"_s) + u"/tree/orders"_s));
        QVERIFY(QDir().mkpath(left(u"bills"_s) + u"/tree/bills"_s));
        const auto open = bench.store().open(u"bills"_s);
        QVERIFY2(open, "somebody has that draft open");
        DraftShelf shelf(bench.store(), HeldExecutor::immediate());
        shelf.recover(bench.state());
        QVERIFY(!QFileInfo::exists(left(u"orders"_s)));
        QVERIFY(QFileInfo::exists(left(u"bills"_s)));
        QCOMPARE(shelf.drafts().rowCount(), 2);
    }

    /// Nothing that was asked for is left out, as a newer reading would be.
    void allThatIsAskedForIsDoneInOrder()
    {
        SessionBench bench;
        const QString orders = keep(bench.store(), u"orders"_s, 1);
        const QString bills = keep(bench.store(), u"bills"_s, 2);
        HeldExecutor held;
        DraftShelf shelf(bench.store(), held.executor());
        shelf.rename(orders, u"one"_s);
        shelf.rename(orders, u"two"_s);
        shelf.remove(bills);
        QCOMPARE(held.count(), 1);
        while (held.count() > 0)
            held.runFirst();
        QCOMPARE(outline(shelf.drafts()), u"two\n"_s);
    }
};

QTEST_MAIN(TestDraftShelf)
#include "tst_draftshelf.moc"
