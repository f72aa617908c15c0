#include "models/plan/planner.h"
#include "tests/catalog/templatetesting.h"
#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::SmallTemplate;

namespace {

/// The template "t" of the source `place`, whose one step fetches `url`, with what it makes.
Rendering rendered(const ScratchFolder &place, const QByteArray &url,
                   const QByteArray &answers = "{}", const QByteArray &condition = "true",
                   const QByteArray &action = "fetch:template", const QByteArray &more = {})
{
    const SmallTemplate made("{properties: {a: {}}}",
                             "[{id: one, name: First, action: '" + action + "', if: " + condition
                                 + ", input: {url: '" + url
                                 + "', values: {a: '${{ parameters.a }}'}" + more + "}}]");
    place.write(u"t/template.yaml"_s, made.yaml());
    const Source source{.name = u"tests"_s, .folder = place.path()};
    const auto entry = readTemplateFolder(place.path(u"t"_s), {source});
    const auto loaded = entry ? loadTemplate(*entry) : std::unexpected(entry.error());
    if (!loaded)
        qFatal("%s", qPrintable(loaded.error().toString()));
    return render(*loaded, SmallTemplate::request(*loaded, answers));
}

/// "path: content, from templatePath" of every file.
QStringList filesOf(const Rendering &rendering)
{
    QStringList all;
    for (const RenderedFile &file : rendering.files)
        all += QString::fromUtf8(file.path + ": " + file.content + ", from " + file.templatePath);
    return all;
}

} // namespace

/// Folders beside the template's, which several templates share.
class TestFetchBeside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aFolderBesideTheTemplateIsFetched_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QStringList>("files");
        QTest::newRow("beside it")
            << "../parts/one"_ba
            << QStringList{u"A.txt: a=A, from ../parts/one/${{ values.a }}.txt"_s};
        QTest::newRow("named by an answer")
            << "../parts/${{ \"two\" if parameters.a else \"one\" }}"_ba
            << QStringList{u"f: 2, from ../parts/two/f"_s};
        QTest::newRow("its own, by a detour")
            << "../t/own"_ba << QStringList{u"g: 3, from own/g"_s};
    }

    void aFolderBesideTheTemplateIsFetched()
    {
        QFETCH(const QByteArray, url);
        const ScratchFolder place;
        place.write(u"parts/one/${{ values.a }}.txt"_s, "a=${{ values.a }}");
        place.write(u"parts/two/f"_s, "2");
        place.write(u"t/own/g"_s, "3");
        const Rendering rendering = rendered(place, url, "{a: A}");
        QCOMPARE(testing::problemsOf(rendering), QStringList());
        QTEST(filesOf(rendering), "files");
    }

    void aFileBesideTheTemplateIsFetched_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QStringList>("files");
        QTest::newRow("beside it") << "../parts/f"_ba << QStringList{u"g: 1 A, from ../parts/f"_s};
        QTest::newRow("in the folder around it")
            << "../e"_ba << QStringList{u"g: 3 A, from ../e"_s};
        QTest::newRow("named by an answer") << "../parts/${{ parameters.a | lower }}"_ba
                                            << QStringList{u"g: 2 A, from ../parts/a"_s};
    }

    void aFileBesideTheTemplateIsFetched()
    {
        QFETCH(const QByteArray, url);
        const ScratchFolder place;
        place.write(u"parts/f"_s, "1 ${{ values.a }}");
        place.write(u"parts/a"_s, "2 ${{ values.a }}");
        place.write(u"e"_s, "3 ${{ values.a }}");
        const Rendering rendering
            = rendered(place, url, "{a: A}", "true", "fetch:template:file", ", targetPath: g");
        QCOMPARE(testing::problemsOf(rendering), QStringList());
        QTEST(filesOf(rendering), "files");
    }

    void aFileBesideTheTemplateThatCannotBeReadIsTold_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::newRow("none") << "../nosuch"_ba;
        QTest::newRow("a link") << "../link"_ba;
        QTest::newRow("a folder") << "../parts"_ba;
        QTest::newRow("below a link") << "../folderlink/f"_ba;
    }

    void aFileBesideTheTemplateThatCannotBeReadIsTold()
    {
        QFETCH(const QByteArray, url);
        const ScratchFolder place;
        place.write(u"parts/f"_s, "1");
        place.link(u"link"_s, u"parts/f"_s);
        place.link(u"folderlink"_s, u"parts"_s);
        const Rendering rendering
            = rendered(place, url, "{}", "true", "fetch:template:file", ", targetPath: g");
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().file, place.path(u"t/template.yaml"_s));
        QVERIFY(rendering.problems.first().position->column > 1);
        QVERIFY(rendering.files.isEmpty());
    }

    void itsOwnFolderHasNothingOfThoseBesideIt()
    {
        const ScratchFolder place;
        place.write(u"f"_s, "1");
        const QStringList files = filesOf(rendered(place, ".."));
        QCOMPARE(files.size(), 2);
        QCOMPARE(files.first(), u"f: 1, from ../f"_s);
        QVERIFY(files.last().startsWith(u"t/template.yaml: "));
        QCOMPARE(filesOf(rendered(place, "./")).size(), 1);
    }

    void anErrorBesideTheTemplateStandsThere()
    {
        const ScratchFolder place;
        place.write(u"parts/f"_s, "one\n${{ values.a | nosuch }}");
        const Rendering rendering = rendered(place, "../parts", "{a: A}");
        QCOMPARE(rendering.files.size(), 1);
        const Problem &problem = rendering.files.first().problems.first();
        QCOMPARE(problem.file, place.path(u"parts/f"_s));
        QCOMPARE(problem.position->line, 2);
    }

    void onlyAStepThatRunsTellsThatALinkIsInThePlaceOfItsFolder()
    {
        const ScratchFolder place;
        place.write(u"parts/f"_s, "1");
        place.link(u"link"_s, u"parts"_s);
        QCOMPARE(testing::problemsOf(rendered(place, "../link", "{}", "'${{ false }}'")),
                 QStringList());
        const Rendering rendering = rendered(place, "../link");
        QCOMPARE(rendering.problems.size(), 1);
        const Problem &problem = rendering.problems.first();
        QVERIFY2(problem.message.startsWith(u"“../link” is a link"), qPrintable(problem.message));
        QCOMPARE(problem.file, place.path(u"t/template.yaml"_s));
        QVERIFY(problem.position && problem.position->column > 1);
        QVERIFY(!problem.hint.isEmpty());
    }

    void whatWasNotReadIsNotThere_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("message");
        QTest::newRow("no such folder")
            << "../nosuch"_ba << u"The template has no folder “../nosuch”."_s;
        QTest::newRow("only an answer knows it")
            << "${{ \"../par\" + \"ts\" }}"_ba << u"The template has no folder “../parts”."_s;
        QTest::newRow("out of the source, by an answer")
            << "${{ \"../../parts\" }}"_ba
            << u"“../../parts” leads out of the template's source."_s;
        QTest::newRow("git's own")
            << "../.Git"_ba
            << u"“../.Git” leads into git's own folder, which is no part of a template."_s;
    }

    void whatWasNotReadIsNotThere()
    {
        QFETCH(const QByteArray, url);
        const ScratchFolder place;
        place.write(u"parts/f"_s, "1");
        const Rendering rendering = rendered(place, url);
        QCOMPARE(rendering.problems.size(), 1);
        QTEST(rendering.problems.first().message, "message");
        QVERIFY(!rendering.problems.first().hint.isEmpty());
        QVERIFY(rendering.problems.first().position);
        QVERIFY(rendering.files.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFetchBeside)
#include "tst_fetchbeside.moc"
