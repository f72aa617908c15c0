#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::fileOf;
using testing::problemsOf;
using testing::SmallTemplate;

namespace {

/// A template with one step of this action and input.
Rendering fetched(const QByteArray &action, const QByteArray &input)
{
    return SmallTemplate("{properties: {a: {}, n: {}}}",
                         "[{id: one, name: First, action: '" + action + "', input: {" + input
                             + "}}]")
        .file("skeleton/f", "1")
        .file("file", "1")
        .rendered("{a: A, n: 7}");
}

/// Where `part` stands in the line of the steps, from 1.
int columnOf(const QByteArray &action, const QByteArray &input, const QByteArray &part)
{
    const QByteArray line
        = "  steps: [{id: one, name: First, action: '" + action + "', input: {" + input + "}}]";
    return static_cast<int>(line.indexOf(part)) + 1;
}

} // namespace

class TestFetchProblems : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWrongInputIsRefusedAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("part"); // what the problem stands at
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("hint");
        const QString correct = u"Correct the input of the step “First”."_s;
        const QString advice
            = u"Put the files into the template's folder and name them by a relative url."_s;
        const QString outside
            = u"Put the files into the template's folder. Where they are beside it, add the folder "
              "around both with “waymark source add”."_s;
        QTest::newRow("no url") << "values: {}"_ba << "{id"_ba
                                << u"The step says not which folder to fetch."_s
                                << u"Give its input a “url”, such as ./skeleton."_s;
        QTest::newRow("an empty url") << "url: '${{ parameters.nosuch }}'"_ba << "'${{"_ba
                                      << u"The step says not which folder to fetch."_s
                                      << u"Give its input a “url”, such as ./skeleton."_s;
        QTest::newRow("a url that is a number") << "url: '${{ parameters.n }}'"_ba << "'${{"_ba
                                                << u"“url” has to be text."_s << correct;
        QTest::newRow("a server")
            << "url: 'https://example.org/x'"_ba << "'https"_ba
            << u"“https://example.org/x” is on a server; only folders of the template's own "
               "source are fetched."_s
            << advice;
        QTest::newRow("a scheme without slashes")
            << "url: 'github:acme/x'"_ba << "'github"_ba
            << u"“github:acme/x” is on a server; only folders of the template's own source are fetched."_s
            << advice;
        QTest::newRow("up") << "url: ../other"_ba << "../other"_ba
                            << u"“../other” leads out of the template's source."_s << outside;
        QTest::newRow("up in between")
            << "url: ./skeleton/../../other"_ba << "./skeleton"_ba
            << u"“./skeleton/../../other” leads out of the template's source."_s << outside;
        QTest::newRow("the parent itself")
            << "url: .."_ba << ".."_ba << u"“..” leads out of the template's source."_s << outside;
        QTest::newRow("the root") << "url: /etc"_ba << "/etc"_ba
                                  << u"“/etc” leads out of the template's source."_s << outside;
        QTest::newRow("no such folder")
            << "url: ./nosuch"_ba << "./nosuch"_ba << u"The template has no folder “nosuch”."_s
            << u"Correct the url, or add the folder."_s;
        QTest::newRow("a file") << "url: ./file"_ba << "./file"_ba
                                << u"The template has no folder “file”."_s
                                << u"Correct the url, or add the folder."_s;
        QTest::newRow("a target up") << "url: ./skeleton, targetPath: ../x"_ba << "../x"_ba
                                     << u"“../x” leads out of the service's folder."_s
                                     << u"Give a path below it, such as ./deploy."_s;
        QTest::newRow("a target at the root") << "url: ./skeleton, targetPath: /x"_ba << "/x"_ba
                                              << u"“/x” leads out of the service's folder."_s
                                              << u"Give a path below it, such as ./deploy."_s;
        QTest::newRow("a target that is a list")
            << "url: ./skeleton, targetPath: [x]"_ba << "[x]"_ba
            << u"“targetPath” has to be text."_s << correct;
        QTest::newRow("values that are text") << "url: ./skeleton, values: x"_ba << "x}"_ba
                                              << u"“values” has to be a map."_s << correct;
        QTest::newRow("a truth that is text")
            << "url: ./skeleton, replace: 'true'"_ba << "'true'"_ba
            << u"“replace” has to be true or false."_s << correct;
        QTest::newRow("patterns that are text")
            << "url: ./skeleton, copyWithoutTemplating: '*.md'"_ba << "'*.md'"_ba
            << u"“copyWithoutTemplating” has to be a list of texts."_s << correct;
        QTest::newRow("a pattern that is a number")
            << "url: ./skeleton, copyWithoutRender: [1]"_ba << "[1]"_ba
            << u"“copyWithoutRender” has to be a list of texts."_s << correct;
        QTest::newRow("an extension that is a number")
            << "url: ./skeleton, templateFileExtension: 1"_ba << "1}"_ba
            << u"“templateFileExtension” has to be text, or true or false."_s << correct;
        QTest::newRow("an input with a slip")
            << "url: ./skeleton, trimBlock: true"_ba << "trimBlock"_ba
            << u"“fetch:template” takes no “trimBlock”."_s << u"Did you mean “trimBlocks”?"_s;
        QTest::newRow("an extension and copying")
            << "url: ./skeleton, templateFileExtension: .x, copyWithoutTemplating: [b]"_ba
            << ".x"_ba
            << u"templateFileExtension goes with neither cookiecutterCompat nor "
               "copyWithoutTemplating."_s
            << u"Remove one of them."_s;
        QTest::newRow("an extension and Cookiecutter")
            << "url: ./skeleton, templateFileExtension: true, cookiecutterCompat: true"_ba
            << "true"_ba
            << u"templateFileExtension goes with neither cookiecutterCompat nor "
               "copyWithoutTemplating."_s
            << u"Remove one of them."_s;
    }

    void aWrongInputIsRefusedAtItsPlace()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, part);
        QFETCH(const QString, message);
        QFETCH(const QString, hint);
        const Rendering rendering = fetched("fetch:template", input);
        QCOMPARE(rendering.problems.size(), 1);
        const Problem &problem = rendering.problems.first();
        QCOMPARE(problem.message, message);
        QCOMPARE(problem.hint, hint);
        QCOMPARE(problem.code, u"template.step"_s);
        QCOMPARE(problem.severity, Severity::Error);
        QCOMPARE(problem.file, u"template.yaml"_s);
        QCOMPARE(problem.position->line, 8);
        QCOMPARE(problem.position->column, columnOf("fetch:template", input, part));
        QVERIFY(rendering.files.isEmpty());
    }

    void aPlainFetchTakesLess_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("hint");
        QTest::newRow("values") << "url: ./skeleton, values: {}"_ba
                                << u"“fetch:plain” takes no “values”."_s
                                << u"It takes: url, targetPath, token."_s;
        QTest::newRow("replace") << "url: ./skeleton, replace: true"_ba
                                 << u"“fetch:plain” takes no “replace”."_s
                                 << u"It takes: url, targetPath, token."_s;
        QTest::newRow("a slip") << "url: ./skeleton, targetpath: x"_ba
                                << u"“fetch:plain” takes no “targetpath”."_s
                                << u"Did you mean “targetPath”?"_s;
    }

    void aPlainFetchTakesLess()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QString, message);
        QFETCH(const QString, hint);
        const Rendering rendering = fetched("fetch:plain", input);
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().message, message);
        QCOMPARE(rendering.problems.first().hint, hint);
    }

    void whatIsNotThereIsNotWrong_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::newRow("a target") << "url: ./skeleton, targetPath: '${{ parameters.nosuch }}'"_ba;
        QTest::newRow("values") << "url: ./skeleton, values: '${{ parameters.nosuch }}'"_ba;
        QTest::newRow("a truth") << "url: ./skeleton, replace: '${{ parameters.nosuch }}'"_ba;
        QTest::newRow("an unknown one") << "url: ./skeleton, nosuch: '${{ parameters.nosuch }}'"_ba;
        QTest::newRow("a token") << "url: ./skeleton, token: abc"_ba;
    }

    void whatIsNotThereIsNotWrong()
    {
        QFETCH(const QByteArray, input);
        const Rendering rendering = fetched("fetch:template", input);
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(rendering.files.size(), 1);
    }

    void anErrorInAFileStandsThere_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::newRow("an unknown filter") << "one\ntwo ${{ values.a | nosuch }}\n"_ba << 2 << 20;
        QTest::newRow("an open expression") << "one\n${{ values.a\n"_ba << 2 << 1;
        QTest::newRow("an open block") << "one\n\n{% if values.a %}\n"_ba << 3 << 18;
        QTest::newRow("an unknown tag") << "{% nosuch %}"_ba << 1 << 4;
        QTest::newRow("a call of nothing") << "a\n  ${{ values.a.b() }}"_ba << 2 << 17;
    }

    void anErrorInAFileStandsThere()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const int, line);
        QFETCH(const int, column);
        const Rendering rendering = SmallTemplate::asking({"a"})
                                        .file("skeleton/d/broken", source)
                                        .file("skeleton/good", "${{ values.a }}")
                                        .rendered("{a: A}");
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(fileOf(rendering, "good").content, "A"_ba);
        const RenderedFile file = fileOf(rendering, "d/broken");
        QCOMPARE(file.problems.size(), 1);
        QCOMPARE(file.content, source);
        const Problem &problem = file.problems.first();
        QCOMPARE(problem.severity, Severity::Error);
        QCOMPARE(problem.file, u"skeleton/d/broken"_s);
        QVERIFY(problem.position);
        QVERIFY2(problem.position->line >= line && problem.position->line <= line + 1,
                 qPrintable(problem.toString()));
        if (problem.position->line == line)
            QVERIFY2(std::abs(problem.position->column - column) <= 6,
                     qPrintable(problem.toString()));
        QVERIFY(!problem.excerpt.isNull());
    }

    void anErrorInANameStandsThere_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("an unknown filter") << "${{ values.a | nosuch }}.txt"_ba;
        QTest::newRow("an open expression") << "${{ values.a"_ba;
        QTest::newRow("an open block in a folder") << "d/{% if values.a %}f"_ba;
    }

    void anErrorInANameStandsThere()
    {
        QFETCH(const QByteArray, path);
        const Rendering rendering = SmallTemplate::asking({"a"})
                                        .file("skeleton/" + path, "${{ values.a }}")
                                        .rendered("{a: A}");
        QCOMPARE(rendering.files.size(), 1);
        const RenderedFile file = rendering.files.first();
        QCOMPARE(file.problems.size(), 1);
        const Problem &problem = file.problems.first();
        QVERIFY2(problem.message.startsWith(u"In the name of the file: "),
                 qPrintable(problem.toString()));
        QCOMPARE(problem.file, u"skeleton/"_s + QString::fromUtf8(path));
        QCOMPARE(problem.position->line, 1);
    }

    void anEndlessFileIsStopped()
    {
        const LoadedTemplate loaded
            = SmallTemplate::asking({"a"})
                  .file("skeleton/endless",
                        "{% for i in range(1000000) %}{% for j in range(1000000) "
                        "%}{% endfor %}{% endfor %}")
                  .file("skeleton/good", "1")
                  .loaded();
        RenderRequest request = SmallTemplate::request(loaded);
        request.limits.steps = 10'000;
        const Rendering rendering = render(loaded, request);
        QCOMPARE(fileOf(rendering, "endless").problems.size(), 1);
        QVERIFY(fileOf(rendering, "good").problems.isEmpty());
    }

    void aPatternThatIsNoneIsRefused()
    {
        const QByteArray input = "url: ./skeleton, copyWithoutTemplating: ['[z-a]']";
        const Rendering rendering = fetched("fetch:template", input);
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().code, u"plan.bad-glob"_s);
        QCOMPARE(rendering.problems.first().position->column,
                 columnOf("fetch:template", input, "['[z-a]']"));
    }
};

QTEST_APPLESS_MAIN(TestFetchProblems)
#include "tst_fetchproblems.moc"
