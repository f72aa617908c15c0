#include "models/plan/storedzip.h"
#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::fileOf;
using testing::leftOut;
using testing::problemsOf;
using testing::SmallTemplate;

namespace {

/// A template that fetches its folder "s" and then makes an archive.
SmallTemplate archiving(const QByteArray &input, const QByteArray &more = {})
{
    return SmallTemplate("{properties: {a: {}, go: {type: boolean}}}",
                         "[{action: 'fetch:template', input: {url: ./s, values: {a: '${{ "
                         "parameters.a }}'}}}, {id: z, action: 'roadiehq:utils:zip', input: {"
                             + input + "}" + more + "}]",
                         "{text: [{content: '${{ steps.z.output.outputPath }}'}]}");
}

QByteArray archiveOf(const QList<ZipEntry> &entries)
{
    const auto archive = storedZip(entries);
    return archive ? *archive : "no archive: " + archive.error().toString().toUtf8();
}

} // namespace

/// roadiehq:utils:zip
class TestStoredZip : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    /// As Python's zipfile writes the same, with the same day for all.
    void itIsWhatOthersWrite()
    {
        const QByteArray expected = QByteArray::fromHex(
            "504b03041400000000000000210000000000000000000000000002000000642f504b0304"
            "140000000000000021001d9dfb040a0000000a00000008000000642f72756e2e73682321"
            "2f62696e2f73680a504b0304140000080000000021002639f4cb09000000090000000200"
            "0000c3a9313233343536373839504b010214031400000000000000210000000000000000"
            "0000000000020000000000000000001000ed4100000000642f504b010214031400000000"
            "00000021001d9dfb040a0000000a000000080000000000000000000000ed812000000064"
            "2f72756e2e7368504b01021403140000080000000021002639f4cb090000000900000002"
            "0000000000000000000000a48150000000c3a9504b050600000000030003009600000079"
            "0000000000");
        QCOMPARE(
            archiveOf({{.path = "d/"},
                       {.path = "d/run.sh", .mode = FileMode::Executable, .content = "#!/bin/sh\n"},
                       {.path = "\xc3\xa9", .content = "123456789"}})
                .toHex(),
            expected.toHex());
    }

    void noneIsAnArchiveToo()
    {
        QCOMPARE(archiveOf({}).toHex(), "504b0506000000000000000000000000000000000000"_ba);
    }

    void whatTheFormatCannotHoldIsRefused()
    {
        QVERIFY(!storedZip(QList<ZipEntry>(65'535, ZipEntry{.path = "f"})));
        QVERIFY(!storedZip({{.path = QByteArray(70'000, 'p')}}));
        QVERIFY(storedZip(QList<ZipEntry>(65'534, ZipEntry{.path = "f"})));
    }

    void aFolderIsPackedWithAllInIt()
    {
        SmallTemplate made = archiving("path: d, outputPath: out/d.zip");
        made.file("s/d/b/f", "[${{ values.a }}]").file("s/d/a.sh", "x", FileMode::Executable);
        made.file("s/dd", "beside").folder("s/d/e");
        const Rendering rendering = made.rendered("{a: A}");
        QCOMPARE(problemsOf(rendering), QStringList());
        const RenderedFile file = fileOf(rendering, "out/d.zip");
        QCOMPARE(file.content,
                 archiveOf({{.path = "a.sh", .mode = FileMode::Executable, .content = "x"},
                            {.path = "b/"},
                            {.path = "b/f", .content = "[A]"},
                            {.path = "e/"}}));
        QCOMPARE(file.mode, FileMode::Regular);
        QCOMPARE(rendering.texts, QStringList{u"out/d.zip"_s});
        QCOMPARE(file.provenance.all().data, QStringList{u"a"_s});
    }

    void aFileIsPackedByItsName()
    {
        SmallTemplate made = archiving("path: ./d/f, outputPath: f.zip");
        const Rendering rendering = made.file("s/d/f", "x").rendered();
        QCOMPARE(fileOf(rendering, "f.zip").content, archiveOf({{.path = "f", .content = "x"}}));
    }

    void allOfItCanBePacked()
    {
        SmallTemplate made = archiving("path: ., outputPath: all.zip");
        const Rendering rendering = made.file("s/f", "x").file("s/g", "y").rendered();
        QCOMPARE(fileOf(rendering, "all.zip").content,
                 archiveOf({{.path = "f", .content = "x"}, {.path = "g", .content = "y"}}));
        QCOMPARE(rendering.files.size(), 3);
    }

    void aStepThatDoesNotRunNotesItsArchive()
    {
        SmallTemplate made
            = archiving("path: f, outputPath: f.zip", ", if: '${{ parameters.go }}'");
        const Rendering rendering = made.file("s/f", "x").rendered("{go: false}");
        QCOMPARE(rendering.files.size(), 1);
        QCOMPARE(leftOut(rendering), QStringList{u"f.zip: go"_s});
    }

    void whatIsWrongIsTold_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *name, const QByteArray &input, const QString &message) {
            QTest::newRow(name) << input << message;
        };
        row("no file", "path: no, outputPath: x",
            u"There is no file “no” that this step could read."_s);
        row("a link", "path: l, outputPath: x", u"“l” is a link, and no step follows links."_s);
        row("a folder with a link", "path: d, outputPath: x",
            u"“d/l” is a link, and no step follows links."_s);
        row("out of the service", "path: ../f, outputPath: x",
            u"“../f” leads out of the service's folder."_s);
        row("to out of it", "path: f, outputPath: ../x",
            u"“../x” leads out of the service's folder."_s);
        row("to a folder", "path: f, outputPath: d",
            u"“d” is a folder; the step would write a file there."_s);
        row("to nowhere", "path: f", u"“roadiehq:utils:zip” needs “outputPath”."_s);
    }

    void whatIsWrongIsTold()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QString, message);
        SmallTemplate made = archiving(input);
        made.file("s/f", "x").file("s/l", "f", FileMode::Link).file("s/d/l", "f", FileMode::Link);
        const Rendering rendering = made.rendered();
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().message, message);
        QCOMPARE(rendering.problems.first().position->line, 8);
    }
};

QTEST_APPLESS_MAIN(TestStoredZip)
#include "tst_storedzip.moc"
