#include "models/jobs/applyjob.h"
#include "models/jobs/previewer.h"
#include "models/jobs/snapshotjob.h"
#include "models/jobs/undojob.h"
#include "tests/jobs/heldexecutor.h"
#include "tests/jobs/previewbench.h"
#include "tests/support/isolatedgit.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::HeldExecutor;
using testing::SmallTemplate;

namespace {

/// A folder with a service that is planned and not there yet.
class Place
{
public:
    [[nodiscard]] QString service() const { return m_folder.filePath(u"orders"_s); }
    [[nodiscard]] QString state() const { return m_folder.filePath(u"state"_s); }
    [[nodiscard]] QString file(const QString &name) const { return service() + u'/' + name; }

    [[nodiscard]] ApplyRequest request(const QByteArray &answers = "{a: x, token: s3cret}") const
    {
        const auto loaded = testing::shared(
            SmallTemplate("{properties: {a: {}, token: {type: string, 'ui:field': Secret}}}",
                          "[{action: 'fetch:template', input: {url: ./skeleton, values: {a: '${{ "
                          "parameters.a }}'}}}]")
                .file("skeleton/f.txt", "${{ values.a }}"));
        PreviewRequest preview = testing::previewRequest(loaded, answers);
        preview.destination = *inspectDestination(service(), state());
        preview.wishes.commit = false;
        const auto made = Previewer().preview(preview, {});
        return {.plan = made->plan, .mask = SecretMask(preview.form), .stateFolder = state()};
    }

private:
    QTemporaryDir m_folder;
};

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : "missing"_ba;
}

Result<Applied> appliedOf(const QSignalSpy &finished)
{
    return finished.first().first().value<ApplyEnd>().applied;
}

} // namespace

/// Looking at a destination, writing there and taking it back.
class TestApplyJob : public QObject
{
    Q_OBJECT

    testing::IsolatedGit m_git;

private Q_SLOTS:
    void aPlanIsAppliedAndTakenBack()
    {
        const Place place;
        ApplyJob apply;
        const QSignalSpy finished(&apply, &ApplyJob::finished);
        apply.apply(place.request());
        QTRY_COMPARE(finished.size(), 1);
        VERIFY_RESULT(appliedOf(finished));
        QCOMPARE(read(place.file(u"f.txt"_s)), "x"_ba);
        UndoJob undo;
        QSignalSpy undone(&undo, &UndoJob::finished);
        undo.undo(place.service(), place.state());
        QTRY_COMPARE(undone.size(), 1);
        VERIFY_RESULT(undone.first().first().value<UndoEnd>().undone);
        QVERIFY(!QFile::exists(place.service()));
    }

    void whatIsStoppedInTimeChangesNothingAndIsTold()
    {
        const Place place;
        HeldExecutor held;
        ApplyJob apply(held.executor());
        const QSignalSpy finished(&apply, &ApplyJob::finished);
        apply.apply(place.request());
        apply.stop();
        held.runFirst();
        QCOMPARE(finished.size(), 1);
        QVERIFY(!appliedOf(finished));
        QCOMPARE(appliedOf(finished).error().problem.code, u"write.cancelled"_s);
        QVERIFY(!QFile::exists(place.service()));
    }

    void aDestinationThatChangedIsRefused()
    {
        const Place place;
        const ApplyRequest request = place.request();
        QVERIFY(QDir().mkpath(place.service()));
        ApplyJob apply(HeldExecutor::immediate());
        const QSignalSpy finished(&apply, &ApplyJob::finished);
        apply.apply(request);
        QVERIFY(!appliedOf(finished));
        QCOMPARE(appliedOf(finished).error().problem.code, u"destination.changed"_s);
    }

    void secretsAreMaskedInWhatIsTold()
    {
        const Place place;
        ApplyRequest request = place.request();
        QFile file(place.state() + u".s3cret"_s); // in the way
        QVERIFY(file.open(QIODevice::WriteOnly));
        request.plan.destination.path = file.fileName() + u"/x"_s;
        ApplyJob apply(HeldExecutor::immediate());
        const QSignalSpy finished(&apply, &ApplyJob::finished);
        apply.apply(request);
        QVERIFY(!appliedOf(finished));
        QVERIFY(!appliedOf(finished).error().toString().contains(u"s3cret"_s));
    }

    void aDestinationIsLookedAt()
    {
        const Place place;
        SnapshotJob job;
        QSignalSpy ready(&job, &SnapshotJob::ready);
        job.look({.folder = place.service(),
                  .stateFolder = place.state(),
                  .paths = {"f.txt"},
                  .recovers = true});
        QTRY_COMPARE(ready.size(), 1);
        const auto snapshot = ready.first().first().value<Snapshot>();
        QCOMPARE(snapshot.folder, place.service());
        VERIFY_RESULT(snapshot.destination);
        QCOMPARE(snapshot.destination->kind, DestinationKind::Absent);
        QVERIFY(snapshot.destination->entries.contains("f.txt"));
        QCOMPARE(snapshot.recovered.what, Recovery::Nothing);
    }

    void whatACrashLeftBesideItGoes()
    {
        const Place place;
        const QString left = QFileInfo(place.service()).path() + u"/.orders.waymark-0123abcd"_s;
        QVERIFY(QDir().mkpath(left + u"/tree/orders"_s));
        SnapshotJob job(HeldExecutor::immediate());
        QSignalSpy ready(&job, &SnapshotJob::ready);
        job.look({.folder = place.service(), .stateFolder = place.state()});
        const auto snapshot = ready.first().first().value<Snapshot>();
        VERIFY_RESULT(snapshot.destination);
        QCOMPARE(snapshot.recovered.what, Recovery::TakenBack);
        QVERIFY(!QFileInfo::exists(left));
    }

    void oneThatCannotBeIsAnError()
    {
        const Place place;
        QVERIFY(QDir().mkpath(place.service()));
        QFile file(place.file(u"mine"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.close();
        SnapshotJob job(HeldExecutor::immediate());
        QSignalSpy ready(&job, &SnapshotJob::ready);
        job.look({.folder = place.service()});
        const auto snapshot = ready.first().first().value<Snapshot>();
        QVERIFY(!snapshot.destination);
        QCOMPARE(snapshot.destination.error().problem.code, u"destination.not-empty"_s);
    }
};

QTEST_GUILESS_MAIN(TestApplyJob)
#include "tst_applyjob.moc"
