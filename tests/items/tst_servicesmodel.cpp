#include "models/items/servicesmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

ServiceRow service(const QString &name)
{
    return {.key = u"/work/"_s + name,
            .name = name,
            .templateTitle = u"Go HTTP service"_s,
            .made = QDateTime::fromSecsSinceEpoch(1'760'000'000, QTimeZone::UTC)};
}

QStringList names(const ServicesModel &model)
{
    QStringList all;
    for (const ServiceRow &row : model.rows())
        all += row.name;
    return all;
}

} // namespace

class TestServicesModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLatestComesFirstAndOnce()
    {
        ServicesModel model;
        const QAbstractItemModelTester tester(&model);
        model.setServices({service(u"orders"_s), service(u"carts"_s), service(u"orders"_s)});
        QCOMPARE(names(model), (QStringList{u"orders"_s, u"carts"_s}));
        model.add(service(u"carts"_s));
        QCOMPARE(names(model), (QStringList{u"carts"_s, u"orders"_s}));
    }

    void ofManyTheOldestAreForgotten()
    {
        ServicesModel model;
        const QAbstractItemModelTester tester(&model);
        for (int i = 0; i < 20; ++i)
            model.add(service(u's' + QString::number(i)));
        QCOMPARE(model.rowCount(), 8);
        QCOMPARE(names(model).first(), u"s19"_s);
    }

    void oneWithoutAFolderIsNone()
    {
        ServicesModel model;
        model.setServices({ServiceRow()});
        QCOMPARE(model.rowCount(), 0);
    }

    void rolesTellAll()
    {
        ServicesModel model;
        model.add(service(u"orders"_s));
        const QModelIndex index = model.index(0);
        QCOMPARE(index.data().toString(), u"orders"_s);
        QCOMPARE(index.data(ServicesModel::FolderRole).toString(), u"/work/orders"_s);
        QCOMPARE(index.data(Qt::ToolTipRole).toString(), u"/work/orders"_s);
        QCOMPARE(index.data(ServicesModel::TemplateRole).toString(), u"Go HTTP service"_s);
        QCOMPARE(index.data(ServicesModel::MadeRole).toDateTime(), service({}).made);
        QCOMPARE(index.data(Qt::AccessibleTextRole).toString(), u"orders, Go HTTP service"_s);
        QVERIFY(!model.data({}, Qt::DisplayRole).isValid());
        QVERIFY(model.roleNames().contains(ServicesModel::FolderRole));
    }
};

QTEST_MAIN(TestServicesModel)
#include "tst_servicesmodel.moc"
