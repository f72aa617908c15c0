#include "models/jobs/templatejob.h"
#include "tests/jobs/heldexecutor.h"
#include "tests/plan/builtintemplates.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::HeldExecutor;

namespace {

TemplateEnd endOf(const QSignalSpy &finished)
{
    return finished.last().first().value<TemplateEnd>();
}

} // namespace

class TestTemplateJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTemplateIsLoadedWithWhichItIs()
    {
        const LoadedTemplate &known = testing::builtIn(u"go-service"_s);
        TemplateJob job;
        const QSignalSpy finished(&job, &TemplateJob::finished);
        job.load(known.entry);
        QVERIFY(job.isRunning());
        QTRY_COMPARE(finished.size(), 1);
        const TemplateEnd end = endOf(finished);
        VERIFY_RESULT(end.ready);
        QCOMPARE(end.ready->identity, *identityOf(known));
        QCOMPARE(end.ready->loaded->tree.hash(), known.tree.hash());
        QVERIFY(!job.isRunning());
    }

    void oneThatIsNotThereIsAnError()
    {
        CatalogEntry entry = testing::builtIn(u"go-service"_s).entry;
        entry.path = u"nowhere"_s;
        TemplateJob job(HeldExecutor::immediate());
        const QSignalSpy finished(&job, &TemplateJob::finished);
        job.load(entry);
        QVERIFY(!endOf(finished).ready);
    }

    void theNewestIsLoaded()
    {
        HeldExecutor held;
        TemplateJob job(held.executor());
        const QSignalSpy finished(&job, &TemplateJob::finished);
        job.load(testing::builtIn(u"go-service"_s).entry);
        job.load(testing::builtIn(u"python-service"_s).entry);
        held.runFirst();
        QCOMPARE(finished.size(), 0);
        held.runFirst();
        QCOMPARE(finished.size(), 1);
        QCOMPARE(endOf(finished).ready->identity.name, u"python-service"_s);
        job.load(testing::builtIn(u"go-service"_s).entry);
        job.stop();
        held.runFirst();
        QCOMPARE(finished.size(), 1);
    }
};

QTEST_MAIN(TestTemplateJob)
#include "tst_templatejob.moc"
