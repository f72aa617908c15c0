#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::SmallTemplate;

namespace {

/// A template that hands `a` on, with more of the step's input.
SmallTemplate withInput(const QByteArray &input)
{
    return SmallTemplate::asking({"a"}, input);
}

QByteArray contentAt(const Rendering &rendering, const QByteArray &path)
{
    for (const RenderedFile &file : rendering.files) {
        if (file.path == path)
            return file.problems.isEmpty() ? file.content
                                           : file.problems.first().toString().toUtf8();
    }
    return "missing";
}

} // namespace

/// In which language the files of one step are written.
class TestFetchSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aSidecarGivesOtherSigns_data()
    {
        QTest::addColumn<QByteArray>("sidecar");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("rendered");
        const QByteArray both = "${{ values.a }} [[ values.a ]]";
        QTest::newRow("none") << "version: 1.0.0\n"_ba << both << "1 [[ values.a ]]"_ba;
        QTest::newRow("of variables") << "delimiters: {'**/*.yaml': {variable: ['[[', ']]']}}\n"_ba
                                      << both << "${{ values.a }} 1"_ba;
        QTest::newRow("of blocks") << "delimiters: {'**/*.yaml': {block: ['<%', '%>']}}\n"_ba
                                   << "<% if values.a %>x<% endif %>{% y %}"_ba << "x{% y %}"_ba;
        QTest::newRow("of comments") << "delimiters: {'**/*.yaml': {comment: ['<#', '#>']}}\n"_ba
                                     << "a<# b #>{# c #}"_ba << "a{# c #}"_ba;
        QTest::newRow("for other files")
            << "delimiters: {'**/*.json': {variable: ['[[', ']]']}}\n"_ba << both
            << "1 [[ values.a ]]"_ba;
        QTest::newRow("none at all")
            << "delimiters: {'skeleton/chart/**': false}\n"_ba << both << both;
        QTest::newRow("the first pattern counts")
            << "delimiters: {'**/f.yaml': false, '**/*.yaml': {variable: ['[[', ']]']}}\n"_ba
            << both << both;
    }

    void aSidecarGivesOtherSigns()
    {
        QFETCH(const QByteArray, sidecar);
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, rendered);
        const Rendering rendering = withInput({})
                                        .file("skeleton/chart/f.yaml", content)
                                        .sidecar(sidecar)
                                        .rendered("{a: '1'}");
        QCOMPARE(contentAt(rendering, "chart/f.yaml"), rendered);
    }

    void namesKeepTheSignsOfTheFormat()
    {
        const Rendering rendering = withInput({})
                                        .file("skeleton/${{ values.a }}.yaml", "[[ values.a ]]")
                                        .sidecar("delimiters: {'**': {variable: ['[[', ']]']}}\n")
                                        .rendered("{a: '1'}");
        QCOMPARE(contentAt(rendering, "1.yaml"), "1"_ba);
    }

    void theStepSaysHowBlocksAreTrimmed_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("rendered");
        QTest::newRow("as they are") << ""_ba << "a\n  \n"_ba;
        QTest::newRow("trimmed") << "trimBlocks: true"_ba << "a\n  "_ba;
        QTest::newRow("stripped") << "lstripBlocks: true"_ba << "a\n\n"_ba;
        QTest::newRow("both") << "trimBlocks: true, lstripBlocks: true"_ba << "a\n"_ba;
    }

    void theStepSaysHowBlocksAreTrimmed()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, rendered);
        const Rendering rendering
            = withInput(input).file("skeleton/f", "a\n  {% set x = 1 %}\n").rendered("{a: '1'}");
        QCOMPARE(contentAt(rendering, "f"), rendered);
    }

    void otherSignsAreTrimmedLikeTheOthers()
    {
        const Rendering rendering = withInput("trimBlocks: true")
                                        .file("skeleton/f", "a\n<% set x = 1 %>\nb")
                                        .sidecar("delimiters: {'**': {block: ['<%', '%>']}}\n")
                                        .rendered("{a: '1'}");
        QCOMPARE(contentAt(rendering, "f"), "a\nb"_ba);
    }

    void cookiecuttersNamesAreThereWhenAsked()
    {
        const Rendering rendering = withInput("cookiecutterCompat: true")
                                        .file("skeleton/f", "{{ cookiecutter.a }}${{ values.a }}")
                                        .rendered("{a: '1'}");
        QCOMPARE(contentAt(rendering, "f"), "1$"_ba);
    }

    void whatIsCopiedKeepsItsContent_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("rendered");
        const QByteArray literal = "${{ values.a }}";
        QTest::newRow("nothing is") << ""_ba << "1.txt"_ba << "1"_ba;
        QTest::newRow("its content")
            << "copyWithoutTemplating: ['**/*.txt', '*.txt']"_ba << "1.txt"_ba << literal;
        QTest::newRow("an entry that Backstage pays no heed to")
            << "copyWithoutRender: ['*.txt']"_ba << "1.txt"_ba << "1"_ba;
        QTest::newRow("other files")
            << "copyWithoutTemplating: ['*.md']"_ba << "1.txt"_ba << "1"_ba;
    }

    void whatIsCopiedKeepsItsContent()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, rendered);
        const Rendering rendering = withInput(input)
                                        .file("skeleton/${{ values.a }}.txt", "${{ values.a }}")
                                        .rendered("{a: '1'}");
        QCOMPARE(contentAt(rendering, path), rendered);
    }

    void aFolderThatIsNotThereIsAnErrorAtItsEntry()
    {
        const Rendering rendering
            = SmallTemplate("{}", "[{action: 'fetch:template', input: {url: ./nosuch}}]")
                  .rendered();
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().code, u"template.step"_s);
        QVERIFY(rendering.problems.first().message.contains(u"“nosuch”"));
        QVERIFY(rendering.problems.first().position);
        QCOMPARE(rendering.problems.first().position->line, 8);
    }

    void aPatternThatIsNoneIsAnErrorAtItsEntry()
    {
        const Rendering rendering = withInput("copyWithoutTemplating: ['[z-a]']")
                                        .file("skeleton/f", "1")
                                        .rendered("{a: '1'}");
        QCOMPARE(rendering.problems.size(), 1);
        QVERIFY(rendering.problems.first().position);
    }
};

QTEST_APPLESS_MAIN(TestFetchSettings)
#include "tst_fetchsettings.moc"
