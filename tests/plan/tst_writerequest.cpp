#include "models/plan/writerequest.h"
#include "tests/plan/planbench.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::PlanBench;
using testing::SmallTemplate;

class TestWriteRequest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void itHasAllThatIsPlanned()
    {
        PlanBench bench(SmallTemplate::asking({"a"})
                            .file("skeleton/f.txt", "${{ values.a }}")
                            .folder("skeleton/empty"),
                        "{a: x}");
        bench.request.wishes.message = u"Say why"_s;
        bench.request.wishes.branch = u"topic"_s;
        bench.request.wishes.signOff = true;
        const Plan plan = bench.plan();
        const WriteRequest request = writeRequestOf(plan);
        QCOMPARE(request.destination, plan.destination);
        QCOMPARE(request.changes.size(), 2);
        QCOMPARE(request.changes.first(), plan.files.first().change);
        QCOMPARE(request.folders, QByteArrayList{"empty"});
        QCOMPARE(request.message, u"Say why"_s);
        QCOMPARE(request.branch, u"topic"_s);
        QVERIFY(request.signOff);
        QVERIFY(request.commit);
    }

    void whatWasRenderedIsKeptUnlessItCanBeFetched()
    {
        PlanBench bench(SmallTemplate::asking({"a"}).file("skeleton/f.txt", "${{ values.a }}"),
                        "{a: x}");
        const WriteRequest request = writeRequestOf(bench.plan());
        QCOMPARE(request.base.size(), 1); // not the record
        QCOMPARE(request.base.first().path, "f.txt"_ba);
        QCOMPARE(request.base.first().content, "x"_ba);
        bench.request.identity.commit = QByteArray(40, 'a');
        QCOMPARE(writeRequestOf(bench.plan()).base.size(), 1); // no other machine has it
        bench.request.identity.url = u"https://example.org/templates.git"_s;
        QVERIFY(writeRequestOf(bench.plan()).base.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestWriteRequest)
#include "tst_writerequest.moc"
