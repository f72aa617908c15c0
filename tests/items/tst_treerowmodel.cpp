#include "models/items/treerowmodel.h"

#include "tests/items/itemtesting.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

class WordModel : public TreeRowModel<QString>
{
public:
    void show(const std::vector<Item> &items) { setTree(items); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(rowAt(index)) : QVariant();
    }
};

using Item = WordModel::Item;

Item item(const QString &key, const std::vector<Item> &children = {})
{
    return {key, key, children};
}

QString textOf(const std::vector<Item> &items, int level = 0)
{
    QString text;
    for (const Item &each : items)
        text += QString(qsizetype(level) * 2, u' ') + each.row + u'\n'
            + textOf(each.children, level + 1);
    return text;
}

/// A tree of some of the first letters, each somewhere.
std::vector<Item> randomTree(QRandomGenerator &random)
{
    QString letters = u"abcdefghijklmnop"_s;
    std::shuffle(letters.begin(), letters.end(), random);
    letters.truncate(random.bounded(17));
    std::vector<Item> items;
    for (const QChar letter : std::as_const(letters)) {
        std::vector<Item> *at = &items;
        while (!at->empty() && random.bounded(2) == 0)
            at = &at->at(size_t(random.bounded(int(at->size())))).children;
        Item made = item(QString(letter));
        made.row += QString::number(random.bounded(3));
        at->insert(at->begin() + random.bounded(int(at->size()) + 1), made);
    }
    return items;
}

} // namespace

class TestTreeRowModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyWhatDiffersIsAnnounced_data()
    {
        QTest::addColumn<std::vector<Item>>("before");
        QTest::addColumn<std::vector<Item>>("after");
        QTest::addColumn<QString>("signals_");
        const Item ab = item(u"a"_s, {item(u"b"_s)});
        QTest::newRow("the same") << std::vector{ab} << std::vector{ab} << u""_s;
        QTest::newRow("a child more")
            << std::vector{ab} << std::vector{item(u"a"_s, {item(u"b"_s), item(u"c"_s)})}
            << u"1 inserted"_s;
        QTest::newRow("a tree more") << std::vector<Item>() << std::vector{ab} << u"2 inserted"_s;
        QTest::newRow("all goes") << std::vector{ab} << std::vector<Item>() << u"2 removed"_s;
        QTest::newRow("a child moves to another parent")
            << std::vector{ab, item(u"c"_s)}
            << std::vector{item(u"a"_s), item(u"c"_s, {item(u"b"_s)})} << u"1 moved"_s;
        QTest::newRow("the parent goes, the child stays")
            << std::vector{ab} << std::vector{item(u"b"_s)} << u"1 removed, 1 moved"_s;
        QTest::newRow("a parent comes between")
            << std::vector{item(u"b"_s)} << std::vector{ab} << u"1 moved, 1 inserted"_s;
        QTest::newRow("child and parent change places")
            << std::vector{ab} << std::vector{item(u"b"_s, {item(u"a"_s)})} << u"2 moved"_s;
        QTest::newRow("other words")
            << std::vector{ab} << std::vector{Item{u"a"_s, u"x"_s, {{u"b"_s, u"y"_s, {}}}}}
            << u"2 changed"_s;
    }

    void onlyWhatDiffersIsAnnounced()
    {
        QFETCH(const std::vector<Item>, before);
        QFETCH(const std::vector<Item>, after);
        QFETCH(const QString, signals_);
        WordModel model;
        const QAbstractItemModelTester tester(&model);
        model.show(before);
        const Signals announced(model);
        model.show(after);
        QCOMPARE(outline(model), textOf(after));
        QCOMPARE(announced.text(), signals_);
    }

    void rowsStayWithTheirKeyWhateverHappens()
    {
        WordModel model;
        const QAbstractItemModelTester tester(&model);
        QRandomGenerator random(11);
        QMap<QChar, QPersistentModelIndex> known;
        for (int round = 0; round < 500; ++round) {
            const std::vector<Item> tree = randomTree(random);
            model.show(tree);
            const QString text = textOf(tree);
            QCOMPARE(outline(model), text);
            for (const auto &[letter, index] : known.asKeyValueRange()) {
                QCOMPARE(index.isValid(), text.contains(letter));
                if (index.isValid())
                    QCOMPARE(index.data().toString().at(0), letter);
            }
            known.clear();
            for (const QChar letter : text) {
                if (letter.isLetter())
                    known.insert(letter, model.indexOf(QString(letter)));
            }
        }
    }
};

QTEST_MAIN(TestTreeRowModel)
#include "tst_treerowmodel.moc"
