#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::fileOf;
using testing::picture;
using testing::problemsOf;
using testing::SmallTemplate;

namespace {

constexpr auto asked = "{properties: {a: {}, to: {}}}";

SmallTemplate fetching(const QByteArray &action, const QByteArray &input,
                       const QByteArray &before = {})
{
    SmallTemplate made(
        asked, '[' + before + "{name: One, action: '" + action + "', input: {" + input + "}}]");
    made.file("f.txt", "{% if true %}\n  [${{ values.x }}] {{ cookiecutter.x }}\n{% endif %}\n",
              FileMode::Executable);
    return made;
}

} // namespace

/// fetch:template:file and fetch:plain:file
class TestFetchFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFileIsFetchedAndRendered_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("made");
        const QByteArray where = "url: ./f.txt, targetPath: d/g, ";
        const QByteArray values = "values: {x: '${{ parameters.a }}'}";
        QTest::newRow("a template") << "fetch:template:file"_ba << where + values
                                    << u"d/g=\n  [A] {{ cookiecutter.x }}\n\n"_s;
        QTest::newRow("without values")
            << "fetch:template:file"_ba << where << u"d/g=\n  [] {{ cookiecutter.x }}\n\n"_s;
        QTest::newRow("with blocks trimmed")
            << "fetch:template:file"_ba << where + "trimBlocks: true, " + values
            << u"d/g=  [A] {{ cookiecutter.x }}\n"_s;
        QTest::newRow("with Cookiecutter's signs")
            << "fetch:template:file"_ba << where + "cookiecutterCompat: true, " + values
            << u"d/g=\n  [$] A\n\n"_s;
        QTest::newRow("as it is") << "fetch:plain:file"_ba << where
                                  << u"d/g={% if true %}\n  [${{ values.x }}] {{ cookiecutter.x "
                                     "}}\n{% endif %}\n"_s;
        QTest::newRow("to a place that an answer gives")
            << "fetch:plain:file"_ba
            << "url: 'f.${{ \"txt\" }}', targetPath: '${{ parameters.to }}'"_ba
            << u"x/y={% if true %}\n  [${{ values.x }}] {{ cookiecutter.x }}\n{% endif %}\n"_s;
    }

    void aFileIsFetchedAndRendered()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const QByteArray, input);
        QFETCH(const QString, made);
        const Rendering rendering = fetching(action, input).rendered("{a: A, to: x/y}");
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(picture(rendering), QStringList{made});
    }

    void onlyAPlainFileKeepsItsMode()
    {
        const QByteArray input = "url: f.txt, targetPath: g";
        const Rendering plain = fetching("fetch:plain:file", input).rendered();
        QCOMPARE(fileOf(plain, "g").mode, FileMode::Executable);
        const Rendering made = fetching("fetch:template:file", input).rendered();
        QCOMPARE(fileOf(made, "g").mode, FileMode::Regular);
    }

    void aFileThatIsThereStaysUnlessItIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("more");
        QTest::addColumn<bool>("stays");
        QTest::newRow("a template") << "fetch:template:file"_ba << ""_ba << true;
        QTest::newRow("a template that replaces")
            << "fetch:template:file"_ba << ", replace: true"_ba << false;
        QTest::newRow("a plain file") << "fetch:plain:file"_ba << ""_ba << false;
    }

    void aFileThatIsThereStaysUnlessItIsReplaced()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const QByteArray, more);
        QFETCH(const bool, stays);
        const Rendering rendering
            = fetching(action, "url: f.txt, targetPath: g" + more,
                       "{action: 'roadiehq:utils:fs:write', input: {path: g, content: before}}, ")
                  .rendered();
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(fileOf(rendering, "g").content == "before", stays);
    }

    void itTellsWhatItDependsOn()
    {
        const Rendering rendering
            = fetching("fetch:template:file",
                       "url: f.txt, targetPath: '${{ parameters.to }}', values: {x: '${{ "
                       "parameters.a }}'}")
                  .rendered("{a: A, to: g}");
        const RenderedFile file = fileOf(rendering, "g");
        QCOMPARE(file.presence.data, QStringList{u"to"_s});
        QCOMPARE(file.provenance.all().data, QStringList{u"a"_s});
        QCOMPARE(file.templatePath, "f.txt"_ba);
        QCOMPARE(file.provenance.templates, QStringList{u"f.txt"_s});
    }

    void whatIsWrongIsTold_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("message");
        QTest::newRow("no file") << "url: g.txt, targetPath: g"_ba
                                 << u"The template has no file “g.txt”."_s;
        QTest::newRow("a folder") << "url: d, targetPath: g"_ba
                                  << u"The template has no file “d”."_s;
        QTest::newRow("a link") << "url: l, targetPath: g"_ba
                                << u"“l” is a link, and no link is followed to what a template is "
                                   "made of."_s;
        QTest::newRow("out of the source") << "url: ../../g, targetPath: g"_ba
                                           << u"“../../g” leads out of the template's source."_s;
        QTest::newRow("a server") << "url: 'https://example.org/f', targetPath: g"_ba
                                  << u"“https://example.org/f” is on a server; only folders of the "
                                     "template's own source are fetched."_s;
        QTest::newRow("out of the service")
            << "url: f.txt, targetPath: ../g"_ba << u"“../g” leads out of the service's folder."_s;
        QTest::newRow("no place") << "url: f.txt"_ba << u"“fetch:plain:file” needs “targetPath”."_s;
        QTest::newRow("the service's folder")
            << "url: f.txt, targetPath: ."_ba
            << u"“.” is a folder; the file needs a name of its own."_s;
        QTest::newRow("values") << "url: f.txt, targetPath: g, values: {}"_ba
                                << u"“fetch:plain:file” takes no “values”."_s;
    }

    void whatIsWrongIsTold()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QString, message);
        const Rendering rendering = fetching("fetch:plain:file", input)
                                        .file("d/f", "1")
                                        .file("l", "f.txt", FileMode::Link)
                                        .rendered();
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().message, message);
        QCOMPARE(rendering.problems.first().position->line, 8);
    }

    void aBrokenTemplateIsTheFilesProblem()
    {
        SmallTemplate made(asked,
                           "[{action: 'fetch:template:file', input: {url: b, targetPath: g}}]");
        const Rendering rendering = made.file("b", "x\n${{ 1 + }}").rendered();
        QCOMPARE(problemsOf(rendering), QStringList());
        const RenderedFile file = fileOf(rendering, "g");
        QCOMPARE(file.problems.size(), 1);
        QCOMPARE(file.problems.first().file, u"b"_s);
        QCOMPARE(file.problems.first().position->line, 2);
        QCOMPARE(file.content, "x\n${{ 1 + }}"_ba);
    }
};

QTEST_APPLESS_MAIN(TestFetchFile)
#include "tst_fetchfile.moc"
