#include "models/items/rowmodel.h"

#include "tests/items/itemtesting.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

struct Letter
{
    QString key;
    int value = 0;
    friend bool operator==(const Letter &, const Letter &) = default;
};

class LetterModel : public RowModel<Letter>
{
public:
    void show(const QString &letters, int value = 0)
    {
        QList<Letter> rows;
        for (const QChar letter : letters)
            rows += {QString(letter), value};
        setRows(rows);
    }
    void show(const QList<Letter> &rows) { setRows(rows); }
    [[nodiscard]] QString text() const
    {
        QString all;
        for (const Letter &row : rows())
            all += row.key;
        return all;
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(rows().at(index.row()).key) : QVariant();
    }
};

} // namespace

class TestRowModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatDiffersIsAnnounced_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("after");
        QTest::addColumn<QString>("signals_");
        QTest::newRow("the same") << u"abc"_s << u"abc"_s << u""_s;
        QTest::newRow("from nothing") << u""_s << u"abc"_s << u"1 inserted"_s;
        QTest::newRow("to nothing") << u"abc"_s << u""_s << u"1 removed"_s;
        QTest::newRow("one in the middle") << u"ac"_s << u"abc"_s << u"1 inserted"_s;
        QTest::newRow("two places") << u"bd"_s << u"abcd"_s << u"2 inserted"_s;
        QTest::newRow("one goes, one comes") << u"abc"_s << u"bcd"_s << u"1 removed, 1 inserted"_s;
        QTest::newRow("another order") << u"abc"_s << u"cab"_s << u"1 layout"_s;
        QTest::newRow("every second of many goes")
            << u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"_s
            << u"acegikmoqsuwyACEGIKMOQSUWY"_s << u"1 removed, 1 layout"_s;
        QTest::newRow("every second of many comes")
            << u"acegikmoqsuwyACEGIKMOQSUWY"_s
            << u"abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"_s
            << u"1 layout, 1 inserted"_s;
    }

    void onlyWhatDiffersIsAnnounced()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, after);
        QFETCH(const QString, signals_);
        LetterModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(before);
        const Signals announced(model);
        model.show(after);
        QCOMPARE(model.text(), after);
        QCOMPARE(announced.text(), signals_);
    }

    void whatChangesIsOneStretch()
    {
        LetterModel model;
        model.show(u"abcde"_s);
        const QSignalSpy changed(&model, &LetterModel::dataChanged);
        model.show({{u"a"_s}, {u"b"_s, 1}, {u"c"_s}, {u"d"_s, 1}, {u"e"_s}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 1);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 3);
    }

    void aRowIsFoundByItsKey()
    {
        LetterModel model;
        model.show(u"abc"_s);
        QCOMPARE(model.indexOf(u"b"_s).row(), 1);
        QVERIFY(!model.indexOf(u"x"_s).isValid());
    }

    void rowsStayWithTheirKeyWhateverHappens()
    {
        LetterModel model;
        const QAbstractItemModelTester tester(&model);
        QRandomGenerator random(7);
        const QString all = u"abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"_s;
        for (int round = 0; round < 300; ++round) {
            QString letters = all;
            std::shuffle(letters.begin(), letters.end(), random);
            letters.truncate(random.bounded(int(all.size())));
            if (round % 3 == 0)
                std::ranges::sort(letters);
            QMap<QString, QPersistentModelIndex> before;
            for (int row = 0; row < model.rowCount(); ++row)
                before.insert(model.index(row).data().toString(), model.index(row));
            model.show(letters, round);
            QCOMPARE(model.text(), letters);
            for (const auto &[key, index] : before.asKeyValueRange()) {
                QCOMPARE(index.isValid(), letters.contains(key));
                if (index.isValid())
                    QCOMPARE(index.data().toString(), key);
            }
        }
    }
};

QTEST_MAIN(TestRowModel)
#include "tst_rowmodel.moc"
