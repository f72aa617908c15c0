#include "models/jobs/previewjob.h"
#include "tests/jobs/heldexecutor.h"
#include "tests/jobs/previewbench.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::HeldExecutor;
using testing::SmallTemplate;

namespace {

/// Enough to render that threads meet.
std::shared_ptr<const LoadedTemplate> manyFiles()
{
    SmallTemplate made = SmallTemplate::asking({"a", "b"});
    for (int i = 0; i < 40; ++i)
        made.file("skeleton/f" + QByteArray::number(i) + ".yaml",
                  "a: ${{ values.a }}\nb: [{% for c in values.b %}'${{ c }}', {% endfor %}]\n");
    return testing::shared(made);
}

} // namespace

class TestPreviewJob : public QObject
{
    Q_OBJECT

    git::Library m_library;

private Q_SLOTS:
    void aRequestIsAnswered()
    {
        const auto loaded = manyFiles();
        PreviewJob job(HeldExecutor::immediate());
        QSignalSpy ready(&job, &PreviewJob::ready);
        job.request(testing::previewRequest(loaded, "{a: x, b: yz}"));
        QCOMPARE(ready.size(), 1);
        const auto preview = ready.first().first().value<Preview>();
        QCOMPARE(preview.rendering.files.size(), 40);
        QCOMPARE(preview.renderedAgain.size(), 40);
    }

    void theNextKnowsWhatTheLastMade()
    {
        const auto loaded = manyFiles();
        PreviewJob job(HeldExecutor::immediate());
        QSignalSpy ready(&job, &PreviewJob::ready);
        const PreviewRequest request = testing::previewRequest(loaded, "{a: x, b: yz}");
        job.request(request);
        job.request(request);
        QCOMPARE(ready.size(), 2);
        QCOMPARE(ready.last().first().value<Preview>().renderedAgain, QByteArrayList());
    }

    void onlyTheNewestRequestIsAnswered()
    {
        const auto loaded = manyFiles();
        HeldExecutor held;
        PreviewJob job(held.executor());
        QSignalSpy ready(&job, &PreviewJob::ready);
        for (const QByteArray &answers : {"{a: '1'}"_ba, "{a: '2'}"_ba, "{a: '3'}"_ba})
            job.request(testing::previewRequest(loaded, answers));
        while (held.count() > 0)
            held.runFirst();
        QCOMPARE(ready.size(), 1);
        const auto preview = ready.first().first().value<Preview>();
        QVERIFY(preview.rendering.files.first().content.startsWith("a: 3\n"));
    }

    void typingFastInThreadsEndsInTheLastText()
    {
        const auto loaded = manyFiles();
        PreviewJob job;
        QSignalSpy ready(&job, &PreviewJob::ready);
        QByteArray typed;
        for (int i = 0; i < 60; ++i) {
            typed += static_cast<char>('a' + i % 26);
            job.request(testing::previewRequest(loaded, "{a: x, b: " + typed + "}"));
            if (i % 5 == 0)
                QCoreApplication::sendPostedEvents();
        }
        QTRY_VERIFY(!job.isRunning());
        QVERIFY(!ready.isEmpty());
        const auto last = ready.last().first().value<Preview>();
        const QByteArray &content = last.rendering.files.first().content;
        QCOMPARE(content.count("', "), typed.size());
        QCOMPARE(last.plan.files.size(), 41);
    }

    void closingWhileItRunsIsNoHarm()
    {
        const auto loaded = manyFiles();
        for (int i = 0; i < 10; ++i) {
            PreviewJob job;
            const QSignalSpy ready(&job, &PreviewJob::ready);
            job.request(testing::previewRequest(loaded, "{a: x}"));
            job.request(testing::previewRequest(loaded, "{a: y}"));
            QCOMPARE(ready.size(), 0); // nothing comes but through the event loop
        }
    }
};

QTEST_GUILESS_MAIN(TestPreviewJob)
#include "tst_previewjob.moc"
