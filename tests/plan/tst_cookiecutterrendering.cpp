#include "models/plan/jinjatexts.h"
#include "tests/plan/renderingpicture.h"
#include "tests/support/cookiecuttertemplate.h"
#include "tests/support/testing.h"

#include <QTimeZone>

using namespace waymark;
using namespace Qt::StringLiterals;
using namespace waymark::testing;

namespace {

Rendering rendered(const CookiecutterTemplate &made, const QByteArray &answers = "{}")
{
    return render(made.loaded(),
                  {.form = made.form(answers),
                   .now = QDateTime({2026, 11, 24}, {10, 0}, QTimeZone::UTC),
                   .seed = "9f2c",
                   .destination = u"/home/a/made"_s});
}

CookiecutterTemplate named(const QByteArray &more = {})
{
    return CookiecutterTemplate("{'name': 'made'" + more + "}");
}

/// That a file of this content takes.
quint64 stepsOf(const QByteArray &content)
{
    RenderMemory memory;
    const RenderRequest request;
    JinjaTexts texts(jinja::TaggedValue::fromMap({}), renderOptions(request), memory);
    const auto made = texts.rendered({.key = "f", .source = content, .name = u"f"_s},
                                     jinja::Environment(jinja::Options::jinja2()));
    return made ? texts.spent() : 0;
}

QStringList codesOf(const Rendering &rendering)
{
    QStringList codes;
    for (const Problem &problem : rendering.problems)
        codes += problem.code;
    for (const RenderedFile &file : rendering.files) {
        for (const Problem &problem : file.problems)
            codes += QString::fromUtf8(file.path) + u' ' + problem.code;
    }
    return codes;
}

} // namespace

class TestCookiecutterRendering : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAndContentsAreRendered()
    {
        CookiecutterTemplate made = named(", 'kind': 'x'");
        made.made("{{cookiecutter.kind}}/{{cookiecutter.name}}.txt",
                  "of {{ cookiecutter.name }}\n");
        made.made("plain", "no {% raw %}{{ }}{% endraw %}\n");
        made.made("run.sh", "#!/bin/sh\n", FileMode::Executable);
        made.folder("empty/{{cookiecutter.kind}}");
        made.file("README.md", "of the template");
        const Rendering rendering = rendered(made);
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(picture(rendering),
                 (QStringList{u"plain=no {{ }}\n"_s, u"run.sh=#!/bin/sh\n"_s,
                              u"x/made.txt=of made\n"_s}));
        QCOMPARE(rendering.folders, QByteArrayList{"empty/x"});
        QCOMPARE(fileOf(rendering, "run.sh").mode, FileMode::Executable);
        QCOMPARE(rendering.ownRecord, ".cruft.json"_ba);
    }

    void aNameThatBecomesEmptyLeavesItsFileOut()
    {
        CookiecutterTemplate made = named(", 'kind': 'x'");
        made.made("{% if cookiecutter.kind == 'y' %}y.txt{% endif %}", "y");
        made.made("sub/{% if cookiecutter.kind == 'y' %}y.txt{% endif %}", "y");
        made.made("sub/z", "z");
        QCOMPARE(picture(rendered(made)), QStringList{u"sub/z=z"_s});
        QCOMPARE(leftOut(rendered(made)), (QStringList{u"sub/y.txt: kind"_s, u"y.txt: kind"_s}));
        QCOMPARE(picture(rendered(made, "{'kind': 'y'}")),
                 (QStringList{u"sub/y.txt=y"_s, u"sub/z=z"_s, u"y.txt=y"_s}));
    }

    void whatIsCopiedKeepsItsContent()
    {
        CookiecutterTemplate made = named(", '_copy_without_render': ['*.html', 'raw']");
        made.made("{{cookiecutter.name}}.html", "{{ x }}");
        made.made("raw/{{ y }}/f", "{{ z }}");
        made.made("raw/link", "../plain", FileMode::Link);
        made.made("plain", "{{ cookiecutter.name }}");
        made.made("image", "\x89PNG\0{{ x }}"_ba);
        made.folder("raw/empty");
        const Rendering rendering = rendered(made);
        QCOMPARE(codesOf(rendering), QStringList());
        QCOMPARE(picture(rendering).join(u'|'),
                 QString(u"image="_s + displayed("\x89PNG\0{{ x }}"_ba)
                         + u"|made.html={{ x }}|plain=made|raw/link={{ cookiecutter.name }}|"
                           "raw/{{ y }}/f={{ z }}"_s));
        QCOMPARE(rendering.folders, QByteArrayList{"raw/empty"});
    }

    void lineEndsStayAsTheyAre()
    {
        CookiecutterTemplate made = named();
        made.made("crlf", "{{ cookiecutter.name }}\r\nb\r\n");
        made.made("lf", "a\nb");
        const Rendering rendering = rendered(made, "{'name': 'x'}");
        QCOMPARE(fileOf(rendering, "crlf").content, "x\r\nb\r\n"_ba);
        QCOMPARE(fileOf(rendering, "lf").content, "a\nb"_ba);
        const RenderedFile crlf = fileOf(rendering, "crlf");
        QCOMPARE(crlf.provenance.stretches.back().end, crlf.content.size());
        QCOMPARE(crlf.provenance.between(0, 1).data, QStringList{u"name"_s});
        QCOMPARE(crlf.provenance.between(4, 5).data, QStringList());
    }

    void mapsPrintAsInCookiecutter()
    {
        CookiecutterTemplate made
            = named(", '_m': {'a': {'b': 1}}, 'm': {'c': {}}, '__m': {'d': 'x'}, '_l': [{}]");
        made.made("f",
                  "{{ cookiecutter._m }} {{ cookiecutter.m }} {{ cookiecutter.__m }} "
                  "{{ cookiecutter._l }} {{ cookiecutter|string|truncate(16, true, '') }} "
                  "{{ _cookiecutter.m }}");
        QCOMPARE(fileOf(rendered(made), "f").content,
                 "OrderedDict({'a': OrderedDict({'b': 1})}) {'c': {}} {'d': 'x'} "
                 "[OrderedDict()] OrderedDict({'na OrderedDict({'c': OrderedDict()})"_ba);
    }

    void linksAreFollowed()
    {
        CookiecutterTemplate made = named();
        made.made("folder/f", "{{ cookiecutter.name }}");
        made.made("to file", "folder/f", FileMode::Link);
        made.made("to folder", "folder", FileMode::Link);
        const Rendering rendering = rendered(made);
        QCOMPARE(picture(rendering), (QStringList{u"folder/f=made"_s, u"to file=made"_s}));
        QCOMPARE(fileOf(rendering, "to file").mode, FileMode::Regular);
        QCOMPARE(rendering.folders, QByteArrayList{"to folder"});
    }

    void includesComeFromTheProjectAndFromBesideIt()
    {
        CookiecutterTemplate made = named();
        made.made("f", "{% include 'part' %}{% include 'shared' %}");
        made.made("part", "part\r\n");
        made.file("templates/shared", "{{ cookiecutter.name }}");
        made.file("templates/part", "not this");
        const Rendering rendering = rendered(made);
        QCOMPARE(fileOf(rendering, "f").content, "part\nmade"_ba);
        QVERIFY(fileOf(rendering, "f").provenance.templates.contains(u"/t/templates/shared"_s));
    }

    void anErrorInAnIncludeStandsThere()
    {
        CookiecutterTemplate made = named();
        made.made("f", "{% include 'shared' %}");
        made.file("templates/shared", "\n{{ nothing }}");
        const Problem problem = fileOf(rendered(made), "f").problems.value(0);
        QCOMPARE(problem.file, u"/t/templates/shared"_s);
        QCOMPARE(problem.position->line, 2);
        QCOMPARE(problem.message, u"'nothing' is undefined"_s);
    }

    void whatCookiecutterFailsAtIsAProblem_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("expected");
        QTest::newRow("undefined") << "f"_ba << "{{ x }}"_ba << u"f template.undefined"_s;
        QTest::newRow("no UTF-8") << "f"_ba << "caf\xe9"_ba << u"f text.not-utf8"_s;
        QTest::newRow("a folder without a name")
            << "{% if false %}x{% endif %}/f"_ba << ""_ba << u"template.folder-twice"_s;
        QTest::newRow("a file without its folder")
            << R"({{ 'a\x2fb' }})"_ba << ""_ba << u"a/b template.no-folder"_s;
        QTest::newRow("an absolute path")
            << R"({{ '\x2fetc' }}f)"_ba << ""_ba << u"template.absolute-path"_s;
    }
    void whatCookiecutterFailsAtIsAProblem()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, content);
        CookiecutterTemplate made = named();
        made.made(path, content);
        const QStringList codes = codesOf(rendered(made));
        QTEST(codes.value(0), "expected");
    }

    void aTemplateWithoutAProjectSaysSo()
    {
        CookiecutterTemplate made = named();
        made.file("project/f", "x");
        QCOMPARE(codesOf(rendered(made)), QStringList{u"template.no-project"_s});
    }

    void hooksAreNamedWithWhatTheyWouldRun()
    {
        CookiecutterTemplate made = named();
        made.made("f", "x");
        made.file("hooks/post_gen_project.sh", "echo {{ cookiecutter.name }}\n");
        made.file("hooks/pre_gen_project.py", "{{ nothing }}\n");
        made.file("hooks/pre_prompt.py", "{{ cookiecutter.name }}\n");
        made.file("hooks/post_gen_project.py~", "old");
        made.file("hooks/helpers.py", "x");
        const Rendering rendering = rendered(made);
        QStringList lines;
        for (const UndoneAction &action : rendering.undone) {
            lines += action.action + u": "_s + action.command.trimmed();
            QCOMPARE(action.place.severity, Severity::Note);
            QVERIFY(!action.isExpected);
        }
        QCOMPARE(lines,
                 (QStringList{u"hooks/pre_prompt.py: {{ cookiecutter.name }}"_s,
                              u"hooks/pre_gen_project.py: {{ nothing }}"_s,
                              u"hooks/post_gen_project.sh: echo made"_s}));
        QCOMPARE(codesOf(rendering), QStringList());
        QCOMPARE(rendering.undone.at(0).isRunnable, true);
        QCOMPARE(rendering.undone.at(2).isRunnable, true);
        QCOMPARE(rendering.commands.size(), 2);
        const TemplateCommand &first = rendering.commands.first();
        QCOMPARE(first.words, QStringList{u"python3"_s});
        QCOMPARE(first.moment, TemplateCommand::Moment::BeforeFiles);
        QVERIFY2(first.problem && first.problem->message.contains(u"nothing"_s), "undefined");
        QCOMPARE(rendering.commands.last().scriptName, "post_gen_project.sh"_ba);
        QCOMPARE(rendering.commands.last().problem->code, u"template.hook"_s); // no "#!"
    }

    void aHookBeforeTheQuestionsIsNamedUntilItHasRun()
    {
        CookiecutterTemplate made = named();
        made.made("f", "x").file("hooks/pre_prompt.py", "x").file("hooks/pre_gen_project.py", "y");
        LoadedTemplate loaded = made.loaded();
        const RenderRequest request{.form = made.form(), .now = {}, .seed = "9f2c"};
        QCOMPARE(render(loaded, request).undone.size(), 2);
        loaded.hasRunFirstHooks = true;
        const Rendering after = render(loaded, request);
        QCOMPARE(after.undone.size(), 1);
        QCOMPARE(after.undone.first().step, u"pre_gen_project"_s);
        QCOMPARE(after.commands.size(), 1);
    }

    void aHookBeforeTheQuestionsOfAnInnerTemplateIsNeverRun()
    {
        CookiecutterTemplate made("{'templates': {'a': {'path': 'a'}}}");
        made.file("a/cookiecutter.json", R"({"name": "n"})");
        made.file("a/{{cookiecutter.name}}/f", "x").file("a/hooks/pre_prompt.sh", "#!/bin/sh\n");
        LoadedTemplate loaded = made.loaded();
        loaded.hasRunFirstHooks = true;
        const Rendering rendering
            = render(loaded, {.form = made.form(), .now = {}, .seed = "9f2c"});
        QCOMPARE(rendering.undone.size(), 1);
        QCOMPARE(rendering.undone.first().isRunnable, false);
        QVERIFY(rendering.undone.first().reason.contains(u"Waymark does not run it"));
        QVERIFY(rendering.commands.isEmpty());
    }

    void theChosenOneOfSeveralTemplatesIsMade()
    {
        CookiecutterTemplate made("{'templates': {'a': {'path': 'a'}, 'b': {'path': 'b'}}}");
        for (const QByteArray name : {"a", "b"}) {
            made.file(name + "/cookiecutter.json", R"({"name": "n"})");
            made.file(name + "/{{cookiecutter.name}}/f", name + " {% include 't' %}");
            made.file(name + "/templates/t", "of " + name);
            made.file(name + "/hooks/post_gen_project.py", name);
        }
        QCOMPARE(picture(rendered(made)), QStringList{u"f=a of a"_s});
        const Rendering other = rendered(made, "{'templates': 'b'}");
        QCOMPARE(picture(other), QStringList{u"f=b of b"_s});
        QCOMPARE(other.undone.size(), 1);
        QCOMPARE(other.undone.first().command, u"b"_s);
    }

    void theSameRequestGivesTheSameBytes()
    {
        CookiecutterTemplate made = named();
        made.made("f", "{{ random_ascii_string(20) }}");
        made.made("g", "{{ random_ascii_string(20) }}");
        QCOMPARE(picture(rendered(made)), picture(rendered(made)));
        QVERIFY(fileOf(rendered(made), "f").content != fileOf(rendered(made), "g").content);
    }

    void allFilesTogetherHaveABudget_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isCopied");
        QTest::addColumn<bool>("isRendered"); // a limit of steps, not of bytes
        QTest::addColumn<QString>("words");
        const QByteArray text(1900, 'x');
        QTest::newRow("bytes that are rendered")
            << QByteArray("{{ 'x' * 1900 }}") << false << false << u"more than 32000 bytes"_s;
        QTest::newRow("bytes that are copied")
            << text << true << false << u"more than 32000 bytes"_s;
        QTest::newRow("what is kept of where bytes come from")
            << QByteArray("{% for i in range(28) %}{{ i }},{% endfor %}") << false << false
            << u"more than 32000 bytes"_s;
        QTest::newRow("steps") << QByteArray("{% for i in range(5000) %}{% endfor %}") << false
                               << true << u"steps to be rendered"_s;
    }

    /// Each of them may be made, and so may ten of them.
    void allFilesTogetherHaveABudget()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const bool, isCopied);
        QFETCH(const bool, isRendered);
        QFETCH(const QString, words);
        jinja::Limits limits;
        if (isRendered)
            limits.steps = stepsOf(content) + 10;
        else
            limits.output = 2000;
        for (const int files : {10, 20}) {
            CookiecutterTemplate made
                = named(isCopied ? ", '_copy_without_render': ['all']"_ba : QByteArray());
            for (int i = 0; i < files; ++i)
                made.made("all/f" + QByteArray::number(10 + i), content);
            made.made("last/g", "g");
            RenderMemory memory;
            const RenderRequest request{
                .form = made.form(), .now = {}, .seed = "9f2c", .limits = limits};
            const Rendering rendering = render(made.loaded(), request, memory);
            if (files == 10) {
                QCOMPARE(codesOf(rendering), QStringList());
                QCOMPARE(rendering.files.size(), 11);
                continue;
            }
            QCOMPARE(codesOf(rendering), QStringList{u"template.limit"_s});
            const Problem problem = rendering.problems.first();
            QVERIFY2(problem.message.contains(words), qPrintable(problem.message));
            QVERIFY2(problem.file.startsWith(u"/t/{{cookiecutter.name}}/"),
                     qPrintable(problem.file));
            QVERIFY(rendering.files.size() < 20);
            // What is kept counts as what is made again.
            QCOMPARE(picture(render(made.loaded(), request, memory)), picture(rendering));
        }
    }

    void copiedLinksThatLeadInACircleAreTold()
    {
        CookiecutterTemplate made = named(", '_copy_without_render': ['raw']");
        made.made("raw/f", "f");
        made.made("raw/round", ".", FileMode::Link);
        const Rendering rendering = rendered(made);
        QCOMPARE(codesOf(rendering), QStringList{u"template.link"_s});
        QCOMPARE(rendering.problems.first().message, u"Links to folders lead in a circle."_s);
    }
};

QTEST_MAIN(TestCookiecutterRendering)

#include "tst_cookiecutterrendering.moc"
