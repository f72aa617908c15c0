#include "models/items/draftsmodel.h"

#include "tests/items/itemtesting.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

const DraftEditor self = {.process = 1, .host = u"here"_s};

StoredDraft stored(const QString &id, const QString &name, std::optional<DraftEditor> editor = {})
{
    Draft draft;
    draft.name = name;
    draft.of = {.id = u"go-service"_s, .title = u"Go HTTP service"_s};
    draft.answers = {{u"name"_s, name}};
    draft.saved = QDateTime({2026, 11, 24}, {10, 0}, QTimeZone::UTC);
    return {.id = id, .draft = draft, .editor = std::move(editor)};
}

} // namespace

class TestDraftsModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void draftsAreListed()
    {
        DraftsModel model;
        const QAbstractItemModelTester tester(&model);
        const DraftEditor other = {.process = 4711, .host = u"here"_s};
        const DraftEditor far = {.process = 1, .host = u"there"_s};
        model.setDrafts({stored(u"a"_s, u"orders"_s, self),
                         stored(u"b"_s, u"shop"_s, other),
                         stored(u"c"_s, u"cart"_s, far),
                         {.id = u"d"_s, .problem = Problem{.message = u"It is damaged."_s}}},
                        self);
        QCOMPARE(spokenOutline(model),
                 u"orders, Go HTTP service\n"
                 "shop, Go HTTP service, open in process 4711\n"
                 "cart, Go HTTP service, open in there\n"
                 "d, It is damaged.\n"_s);
        const QModelIndex first = model.index(0);
        QCOMPARE(first.data(DraftsModel::IdRole).toString(), u"a"_s);
        QCOMPARE(first.data(DraftsModel::AnswersRole).toInt(), 1);
        QCOMPARE(first.data(DraftsModel::SavedRole).toDateTime().date(), QDate(2026, 11, 24));
        QVERIFY(!first.data(DraftsModel::OpenElsewhereRole).toBool());
        QVERIFY(model.index(1).data(DraftsModel::OpenElsewhereRole).toBool());
        QCOMPARE(model.index(3).data(DraftsModel::ProblemRole).toString(), u"It is damaged."_s);
    }

    void aDraftKeepsItsRow()
    {
        DraftsModel model;
        const QAbstractItemModelTester tester(&model);
        model.setDrafts({stored(u"a"_s, u"orders"_s), stored(u"b"_s, u"shop"_s)}, self);
        const QPersistentModelIndex selected = model.index(1);
        model.setDrafts({stored(u"b"_s, u"shop 2"_s), stored(u"a"_s, u"orders"_s)}, self);
        QCOMPARE(selected.row(), 0);
        QCOMPARE(selected.data().toString(), u"shop 2"_s);
    }
};

QTEST_MAIN(TestDraftsModel)
#include "tst_draftsmodel.moc"
