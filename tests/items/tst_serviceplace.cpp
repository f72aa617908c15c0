#include "models/items/serviceplace.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

class TestServicePlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theUsualFolderIsCalledAfterTheService()
    {
        ServicePlace place;
        QCOMPARE(place.folder(u"orders"_s), QDir::homePath() + u"/orders"_s);
        place.setParent(u"/srv/work/"_s);
        QCOMPARE(place.parent(), u"/srv/work"_s);
        QCOMPARE(place.folder(u"orders"_s), u"/srv/work/orders"_s);
        place.setParent(u"/"_s);
        QCOMPARE(place.folder(u"orders"_s), u"/orders"_s);
    }

    void anotherFolderIsChosen_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("folder");
        QTest::newRow("an absolute one") << u" /opt/a/../b/ "_s << u"/opt/b"_s;
        QTest::newRow("one in the parent") << u"b"_s << u"/srv/b"_s;
        QTest::newRow("the home folder") << u"~"_s << QDir::homePath();
        QTest::newRow("one in the home folder") << u"~/b"_s << QDir::homePath() + u"/b"_s;
        QTest::newRow("somebody else's home is a name") << u"~b"_s << u"/srv/~b"_s;
        QTest::newRow("nothing: the usual one") << u"  "_s << u"/srv/orders"_s;
    }

    void anotherFolderIsChosen()
    {
        QFETCH(const QString, typed);
        ServicePlace place;
        place.setParent(u"/srv"_s);
        place.choose(u"/elsewhere"_s);
        place.choose(typed);
        QTEST(place.folder(u"orders"_s), "folder");
    }

    void aDraftGoesOnWhereItWas()
    {
        ServicePlace place;
        place.goOn(u"/work/orders"_s, u"orders"_s);
        QCOMPARE(place.folder(u"bills"_s), u"/work/bills"_s); // the usual one goes with the name
        place.goOn(u"/clone"_s, u"orders"_s);
        QCOMPARE(place.folder(u"bills"_s), u"/clone"_s);
        place.reset();
        QCOMPARE(place.folder(u"bills"_s), u"/work/bills"_s);
    }
};

QTEST_APPLESS_MAIN(TestServicePlace)
#include "tst_serviceplace.moc"
