#include "models/items/reviewmodel.h"

#include "tests/items/itemtesting.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

PlannedFile fileAt(const QByteArray &path, ChangeClass kind, const QByteArray &content,
                   const std::optional<QByteArray> &old = {})
{
    PlannedFile file{.change = {.path = path, .kind = kind, .content = content}};
    file.change.mode = FileMode::Regular;
    if (old) {
        file.change.oldMode = FileMode::Regular;
        file.change.oldContent = *old;
    }
    return file;
}

Plan plan()
{
    Plan made;
    made.files = {fileAt("Dockerfile", ChangeClass::New, "FROM a\nRUN b\n"),
                  fileAt("README.md", ChangeClass::Updated, "a\nx\nc\nd\n", "a\nb\nc\n"),
                  fileAt("deploy/base/a.yaml", ChangeClass::New, "a: 1"),
                  fileAt("ingress.yaml", ChangeClass::NotNeeded, {}),
                  fileAt("LICENSE", ChangeClass::Kept, "mine\n", "mine\n"),
                  fileAt("logo.png", ChangeClass::New, QByteArray("\0\1\2", 3)),
                  fileAt("same", ChangeClass::Unchanged, "s\n", "s\n")};
    return made;
}

QString lineOf(const QModelIndex &index)
{
    const auto text = [&](int role) { return index.data(role).toString(); };
    if (index.data(ReviewModel::IsHeadingRole).toBool())
        return u"= "_s + text(Qt::DisplayRole) + u", "_s + text(ReviewModel::DetailRole);
    const bool isChecked = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    return (isChecked ? u"[x] "_s : u"[ ] "_s) + text(Qt::DisplayRole) + u' '
        + text(ReviewModel::DetailRole) + u" +"_s + text(ReviewModel::AddedRole) + u" -"_s
        + text(ReviewModel::RemovedRole)
        + (index.data(ReviewModel::BinaryRole).toBool() ? u" binary"_s : QString());
}

} // namespace

class TestReviewModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_model = std::make_unique<ReviewModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get());
        m_model->setPlan(plan());
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
    }

    void filesStandInGroups()
    {
        QCOMPARE(outline(*m_model, lineOf),
                 u"= Modified, 1 file\n"
                 "[x] README.md  +2 -1\n"
                 "= Added, 3 files\n"
                 "[x] Dockerfile  +2 -0\n"
                 "[x] a.yaml deploy/base +1 -0\n"
                 "[x] logo.png  +0 -0 binary\n"
                 "= Yours are kept, 1 file\n"
                 "[x] LICENSE  +0 -0\n"_s);
        QCOMPARE(m_model->fileCount(), 5);
        QCOMPARE(m_model->total(), (LineCounts{.added = 5, .removed = 1}));
        QCOMPARE(m_model->allChecked(), Qt::Checked);
    }

    void aFileIsDeclined()
    {
        const QSignalSpy declined(m_model.get(), &ReviewModel::declinedChanged);
        const Signals announced(*m_model);
        QVERIFY(m_model->setData(m_model->index(3), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(m_model->declined(), QByteArrayList{"Dockerfile"});
        QCOMPARE(declined.size(), 1);
        QCOMPARE(announced.text(), u"1 changed"_s);
        QCOMPARE(m_model->checkedCount(), 4);
        QCOMPARE(m_model->allChecked(), Qt::PartiallyChecked);
        QCOMPARE(m_model->total().added, 3);
        QVERIFY(m_model->setData(m_model->index(3), Qt::Unchecked, Qt::CheckStateRole));
        QCOMPARE(declined.size(), 1);
    }

    void theNextPlanKeepsWhatIsDeclined()
    {
        m_model->setDeclined({"Dockerfile"});
        Plan next = plan();
        next.files[0].change.kind = ChangeClass::Declined;
        const Signals announced(*m_model);
        m_model->setPlan(next);
        QCOMPARE(lineOf(m_model->index(3)), u"[ ] Dockerfile  +0 -0"_s);
        QCOMPARE(announced.text(), u"1 changed"_s);
        m_model->setData(m_model->index(3), Qt::Checked, Qt::CheckStateRole);
        QVERIFY(m_model->declined().isEmpty());
    }

    void someThingsHaveNoBox()
    {
        QVERIFY(!m_model->setData(m_model->index(0), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!m_model->setData(m_model->index(7), Qt::Unchecked, Qt::CheckStateRole));
        QVERIFY(!m_model->setData(m_model->index(1), u"x"_s, Qt::EditRole));
        QCOMPARE(m_model->index(0).data(Qt::CheckStateRole), QVariant());
        QVERIFY(!(m_model->flags(m_model->index(0)) & Qt::ItemIsSelectable));
        QVERIFY(m_model->flags(m_model->index(1)) & Qt::ItemIsUserCheckable);
    }

    void filesAreFiltered()
    {
        m_model->setFilter(u"base YAML"_s);
        QCOMPARE(outline(*m_model, lineOf), u"= Added, 1 file\n[x] a.yaml deploy/base +1 -0\n"_s);
        m_model->setAllChecked(false);
        QCOMPARE(m_model->declined(), QByteArrayList{"deploy/base/a.yaml"});
        QCOMPARE(m_model->fileCount(), 5);
        m_model->setFilter({});
        m_model->setAllChecked(false);
        QCOMPARE(m_model->checkedCount(), 1); // the file that stays as it is
        m_model->setAllChecked(true);
        QCOMPARE(m_model->allChecked(), Qt::Checked);
    }

    void filesAreGoneThrough()
    {
        QCOMPARE(m_model->nextFile({}).data().toString(), u"README.md"_s);
        QCOMPARE(m_model->nextFile(m_model->index(1)).data().toString(), u"Dockerfile"_s);
        QCOMPARE(m_model->nextFile(m_model->index(3), true).data().toString(), u"README.md"_s);
        QVERIFY(!m_model->nextFile(m_model->index(7)).isValid());
        QVERIFY(!m_model->nextFile(m_model->index(1), true).isValid());
        QCOMPARE(m_model->nextFile({}, true).data().toString(), u"LICENSE"_s);
    }

    void aScreenReaderHearsWhatIsShown()
    {
        const QStringList lines = spokenOutline(*m_model).split(u'\n');
        QCOMPARE(lines.at(0), u"Modified, 1 file"_s);
        QCOMPARE(lines.at(1), u"README.md, modified, 2 lines added, 1 line removed"_s);
        QCOMPARE(lines.at(4), u"a.yaml, deploy/base, added, 1 line added"_s);
    }

    void linesAreCountedAsGitCountsThem_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("after");
        QTest::addColumn<int>("added");
        QTest::addColumn<int>("removed");
        QTest::newRow("a line more") << "a\n"_ba << "a\nb\n"_ba << 1 << 0;
        QTest::newRow("lines that begin with signs")
            << "--- a\n"_ba << "+++ a\n-- b\n"_ba << 2 << 1;
        QTest::newRow("a missing end of line") << "a\n"_ba << "a"_ba << 1 << 1;
        QTest::newRow("far apart") << "1\n2\n3\n4\n5\n6\n7\n8\n9\n"_ba
                                   << "x\n2\n3\n4\n5\n6\n7\n8\ny\n"_ba << 2 << 2;
        QTest::newRow("all new") << ""_ba << "a\nb\n"_ba << 2 << 0;
    }

    void linesAreCountedAsGitCountsThem()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, after);
        const LineCounts counts
            = lineCounts(fileAt("f", ChangeClass::Updated, after, before).change);
        QTEST(counts.added, "added");
        QTEST(counts.removed, "removed");
    }

    void aFileThatGoesTakesItsLines()
    {
        PlannedFile file = fileAt("f", ChangeClass::Deleted, {}, "a\nb\n");
        file.change.mode.reset();
        QCOMPARE(lineCounts(file.change), (LineCounts{.removed = 2}));
    }

private:
    std::unique_ptr<ReviewModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

QTEST_MAIN(TestReviewModel)
#include "tst_reviewmodel.moc"
