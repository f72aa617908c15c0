#include "models/jobs/previewer.h"
#include "models/plan/planhash.h"
#include "tests/jobs/previewbench.h"
#include "tests/plan/sameresult.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::SmallTemplate;

namespace {

SmallTemplate twoFiles()
{
    return SmallTemplate::asking({"a", "b"})
        .file("skeleton/a.txt", "${{ values.a }}")
        .file("skeleton/b.txt", "${{ values.b.join('-') }}");
}

/// A step that cannot be done while `a` leads out of the service's folder.
SmallTemplate oneStepThatMayFail()
{
    return SmallTemplate("{properties: {a: {}}}",
                         "[{action: 'fetch:template', input: {url: ./skeleton, targetPath: '${{ "
                         "parameters.a }}', values: {a: '${{ parameters.a }}'}}}]")
        .file("skeleton/f.txt", "${{ values.a }}");
}

void write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(path));
}

} // namespace

class TestPreviewer : public QObject
{
    Q_OBJECT

    git::Library m_library;

private Q_SLOTS:
    void aPreviewIsARenderingAndAPlan()
    {
        const auto loaded = testing::shared(twoFiles());
        const PreviewRequest request = testing::previewRequest(loaded, "{a: '1', b: ['2']}");
        Previewer previewer;
        const auto preview = previewer.preview(request, {});
        QVERIFY(preview);
        QVERIFY(!preview->unseen);
        QCOMPARE(testing::picture(preview->rendering), (QStringList{u"a.txt=1"_s, u"b.txt=2"_s}));
        QCOMPARE(testing::classes(*preview), (QStringList{u"a.txt: new"_s, u"b.txt: new"_s}));
        QCOMPARE(preview->renderedAgain, (QByteArrayList{"a.txt", "b.txt"}));
        QVERIFY(preview->earlier.isEmpty());
        QCOMPARE(preview->plan.hash, planHash(preview->plan));
    }

    void onlyWhatChangesIsRenderedAgain()
    {
        const auto loaded = testing::shared(twoFiles());
        Previewer previewer;
        QVERIFY(previewer.preview(testing::previewRequest(loaded, "{a: '1', b: ['2']}"), {}));
        const auto preview
            = previewer.preview(testing::previewRequest(loaded, "{a: '3', b: ['2']}"), {});
        QVERIFY(preview);
        QCOMPARE(preview->renderedAgain, QByteArrayList{"a.txt"});
        const auto fresh
            = Previewer().preview(testing::previewRequest(loaded, "{a: '3', b: ['2']}"), {});
        QVERIFY(fresh);
        QCOMPARE(testing::difference(preview->rendering, fresh->rendering), QString());
        QCOMPARE(testing::difference(preview->plan, fresh->plan), QString());
    }

    void aFileThatFailsKeepsWhatItHeld()
    {
        const auto loaded = testing::shared(twoFiles());
        Previewer previewer;
        (void)previewer.preview(testing::previewRequest(loaded, "{a: '1', b: ['2']}"), {});
        for (const QByteArray &answers : {"{a: '1', b: '2'}"_ba, "{a: '5', b: '3'}"_ba}) {
            const auto preview = previewer.preview(testing::previewRequest(loaded, answers), {});
            QVERIFY(preview);
            QCOMPARE(preview->earlier.keys(), QByteArrayList{"b.txt"});
            const EarlierFile earlier = preview->earlier.value("b.txt");
            QCOMPARE(earlier.file.content, "2"_ba);
            QVERIFY(earlier.file.problems.isEmpty());
            QCOMPARE(earlier.because,
                     testing::fileOf(preview->rendering, "b.txt").problems.first());
            QCOMPARE(earlier.because.file, u"skeleton/b.txt"_s);
        }
        const auto mended
            = previewer.preview(testing::previewRequest(loaded, "{a: '1', b: ['4']}"), {});
        QVERIFY(mended);
        QVERIFY(mended->earlier.isEmpty());
    }

    void aFileThatAlwaysFailedHasNoEarlierText()
    {
        const auto loaded = testing::shared(twoFiles());
        const auto preview
            = Previewer().preview(testing::previewRequest(loaded, "{a: '1', b: '2'}"), {});
        QVERIFY(preview);
        QVERIFY(preview->earlier.isEmpty());
        QCOMPARE(testing::fileOf(preview->rendering, "b.txt").problems.size(), 1);
    }

    void aStepThatFailsKeepsItsFiles()
    {
        const auto loaded = testing::shared(oneStepThatMayFail());
        Previewer previewer;
        (void)previewer.preview(testing::previewRequest(loaded, "{a: here}"), {});
        const auto failed = previewer.preview(testing::previewRequest(loaded, "{a: ../x}"), {});
        QVERIFY(failed);
        QVERIFY(failed->rendering.files.isEmpty());
        QCOMPARE(failed->earlier.keys(), QByteArrayList{"here/f.txt"});
        QCOMPARE(failed->earlier.first().file.content, "here"_ba);
        QCOMPARE(failed->earlier.first().because, failed->rendering.problems.first());
        const auto moved = previewer.preview(testing::previewRequest(loaded, "{a: there}"), {});
        QVERIFY(moved);
        QVERIFY(moved->earlier.isEmpty());
        const auto again = previewer.preview(testing::previewRequest(loaded, "{a: ../x}"), {});
        QVERIFY(again);
        QCOMPARE(again->earlier.keys(), QByteArrayList{"there/f.txt"});
    }

    /// In the files, and nowhere else.
    void somethingStandsInForWhatIsNotAnswered()
    {
        const auto loaded = testing::shared(
            SmallTemplate(
                "{required: [a, b], properties: {a: {type: string, title: The a}, b: "
                "{type: string}, c: {type: string}}}",
                "[{action: 'fetch:template', input: {url: ./skeleton, values: {a: '${{ "
                "parameters.a }}', b: '${{ parameters.b }}', c: '${{ parameters.c }}'}}}]")
                .file("skeleton/a.txt", "${{ values.a }}")
                .file("skeleton/if.txt", "{% if values.b %}yes{% endif %}${{ values.c }}")
                .file("skeleton/${{ values.a }}/b.txt", "${{ values.b }}"));
        Previewer previewer;
        const auto preview
            = previewer.preview(testing::previewRequest(loaded, "{c: '3', b: '2'}"), {});
        QVERIFY(preview);
        QCOMPARE(testing::picture(preview->rendering),
                 (QStringList{u"a.txt=the-a"_s, u"if.txt=yes3"_s, u"the-a/b.txt=2"_s}));
        QCOMPARE(preview->standIns, QStringList{u"a"_s});
        QCOMPARE(preview->notFinal,
                 (QMap<QByteArray, QStringList>{{"a.txt", {u"a"_s}}, {"the-a/b.txt", {u"a"_s}}}));
        QVERIFY(preview->plan.isBlocked());
        QVERIFY(!preview->plan.answers.contains(u"a"_s));
        QVERIFY(!preview->plan.message.contains(u"the-a"));
        for (const PlannedFile &file : preview->plan.files) {
            if (file.change.path == recordPath)
                QVERIFY2(!file.change.content.contains("the-a"), file.change.content.constData());
        }
        const auto answered
            = previewer.preview(testing::previewRequest(loaded, "{a: x, b: '2', c: '3'}"), {});
        QVERIFY(answered);
        QVERIFY(answered->standIns.isEmpty());
        QVERIFY(answered->notFinal.isEmpty());
        QVERIFY(!answered->plan.isBlocked());
    }

    void anotherTemplateKeepsNothing()
    {
        const auto one = testing::shared(twoFiles());
        const auto two = testing::shared(twoFiles());
        Previewer previewer;
        (void)previewer.preview(testing::previewRequest(one, "{a: '1', b: ['2']}"), {});
        const auto preview
            = previewer.preview(testing::previewRequest(two, "{a: '1', b: '2'}"), {});
        QVERIFY(preview);
        QVERIFY(preview->earlier.isEmpty());
    }

    void filesOfAHeldAnswerAreNamed()
    {
        const auto loaded = testing::shared(twoFiles());
        PreviewRequest request = testing::previewRequest(loaded, "{a: '1', b: ['2']}");
        request.heldAnswers = {u"a"_s};
        const auto preview = Previewer().preview(request, {});
        QVERIFY(preview);
        QCOMPARE(preview->held, QByteArrayList{"a.txt"});
    }

    void whatIsStoppedGivesNothing()
    {
        const auto loaded = testing::shared(twoFiles());
        const PreviewRequest request = testing::previewRequest(loaded, "{a: '1', b: ['2']}");
        const std::stop_source stopped;
        stopped.request_stop();
        Previewer previewer;
        QVERIFY(!previewer.preview(request, stopped.get_token()));
        const auto preview = previewer.preview(request, {});
        QVERIFY(preview);
        QCOMPARE(testing::picture(preview->rendering), (QStringList{u"a.txt=1"_s, u"b.txt=2"_s}));
    }

    void whatStandsAtTheDestinationIsReadOnceALook()
    {
        const QTemporaryDir place;
        const auto destination = inspectDestination(place.path());
        VERIFY_RESULT(destination);
        const auto loaded = testing::shared(
            SmallTemplate::asking({"a"}).file("skeleton/${{ values.a }}.txt", "text"));
        PreviewRequest request = testing::previewRequest(loaded, "{a: x}");
        request.destination = *destination;
        Previewer previewer;
        const auto isBlocked = [&] {
            const auto preview = previewer.preview(request, {});
            return preview && testing::classes(*preview).first().endsWith(u": blocked");
        };
        QVERIFY(!isBlocked());
        write(place.filePath(u"x.txt"_s), "mine");
        QVERIFY(!isBlocked()); // an apply would refuse it
        ++request.look;
        QVERIFY(isBlocked());
        request.form.setAnswer({u"a"_s}, u"y"_s);
        QVERIFY(!isBlocked());
    }

    void whatGitCannotStoreIsLookedAtAsTheFilesChange()
    {
        const auto loaded
            = testing::shared(SmallTemplate::asking({"a"})
                                  .file("skeleton/x.txt", "text")
                                  .file("skeleton/.gitattributes", "${{ values.a }}\n"));
        PreviewRequest request = testing::previewRequest(loaded, "{a: '* text'}");
        Previewer previewer;
        const auto isBlocked = [&] {
            const auto preview = previewer.preview(request, {});
            return preview && preview->plan.isBlocked();
        };
        QVERIFY(!isBlocked());
        request.form.setAnswer({u"a"_s}, u"* filter=lfs"_s);
        QVERIFY(isBlocked());
        request.wishes.commit = false;
        QVERIFY(!isBlocked());
        request.wishes.commit = true;
        request.form.setAnswer({u"a"_s}, u"*.png filter=lfs"_s);
        QVERIFY(!isBlocked());
    }

    void aDestinationThatCannotBeReadIsTold()
    {
        const auto loaded = testing::shared(SmallTemplate::asking({"a"}).file("skeleton/f", "x"));
        PreviewRequest request = testing::previewRequest(loaded, "{a: x}");
        request.destination.kind = DestinationKind::Empty;
        request.destination.existing = request.destination.path;
        const auto preview = Previewer().preview(request, {});
        QVERIFY(preview);
        QVERIFY(preview->unseen);
        QCOMPARE(testing::picture(preview->rendering), QStringList{u"f=x"_s});
        QVERIFY(preview->plan.files.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestPreviewer)
#include "tst_previewer.moc"
