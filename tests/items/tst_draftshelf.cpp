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

    void whatIsNotThereIsSaid()
    {
        SessionBench bench;
        keep(bench.store(), u"orders"_s, 1);
        QCOMPARE(renameDraft(bench.store(), u"bills"_s, u"x"_s).error().problem.code,
                 u"draft.missing"_s);
        QCOMPARE(removeDraft(bench.store(), u"bills"_s).error().problem.code, u"draft.missing"_s);
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
