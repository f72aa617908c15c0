#include "models/plan/misspeltnames.h"

#include "tests/catalog/copiertesting.h"
#include "tests/plan/builtintemplates.h"
#include "tests/plan/smalltemplate.h"
#include "tests/support/cookiecuttertemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::CookiecutterTemplate;
using testing::SmallTemplate;

namespace {

/// "file:line:column: name ~ what was meant" of each warning.
QStringList misspellings(const LoadedTemplate &loaded)
{
    QStringList lines;
    for (const Problem &problem : misspeltNames(loaded)) {
        const auto quoted
            = [](const QString &text) { return text.section(u'“', 1).section(u'”', 0, 0); };
        const bool isMeant = problem.hint.startsWith(u"Did you mean");
        QString line = problem.headline();
        line.replace(problem.message, quoted(problem.message));
        lines += isMeant ? line + u" ~ "_s + quoted(problem.hint) : line;
    }
    return lines;
}

/// One step hands `port` and `name` on to a skeleton with the file f of that content.
LoadedTemplate skeleton(const QByteArray &content, const QByteArray &inputs = {})
{
    SmallTemplate made = SmallTemplate::asking({"port", "name"}, inputs);
    return made.file("skeleton/f", content).loaded();
}

LoadedTemplate copierFiles(const QByteArray &yaml, QList<TemplateFile> files)
{
    LoadedTemplate loaded;
    loaded.entry.source = {.name = u"tests"_s, .folder = u"/t"_s};
    loaded.entry.definition = testing::copierTemplate(yaml);
    files += {.path = "copier.yml", .content = yaml};
    loaded.tree = TemplateTree(files, {});
    return loaded;
}

void addContentColumns()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("expected");
}

void contentRow(const char *name, const QByteArray &content, const QStringList &expected = {})
{
    QTest::newRow(name) << content << expected;
}

} // namespace

class TestMisspeltNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theBuiltInTemplatesHaveNone_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("Go") << u"go-service"_s;
        QTest::newRow("Python") << u"python-service"_s;
    }

    void theBuiltInTemplatesHaveNone()
    {
        QFETCH(const QString, name);
        QCOMPARE(misspellings(testing::builtIn(name)), QStringList());
    }

    void valuesThatNoStepHandsOnAreTold_data()
    {
        addContentColumns();
        contentRow("handed on", "${{ values.port }} ${{ values['name'] | upper }}");
        contentRow("not handed on", "a\n  ${{ values.prot }}",
                   {u"skeleton/f:2:7: values.prot ~ port"_s});
        contentRow("like no other", "${{ values.size }}", {u"skeleton/f:1:5: values.size"_s});
        contentRow("only tested", "{% if values.size %}x{% endif %}");
        contentRow("only tested, and close", "{% if values.prot %}x{% endif %}",
                   {u"skeleton/f:1:7: values.prot ~ port"_s});
        contentRow("where another template's values decide",
                   "{% if values.size == 'x' %}${{ values.space }}{% endif %}");
        contentRow("with a default", "${{ values.prot | default(1) }}");
        contentRow("or another", "${{ values.prot or 1 }}");
        contentRow("tested and read",
                   "{% if values.prot is defined %}x{% endif %}${{ values.prot }}");
        contentRow("another map", "${{ valeus.port }}", {u"skeleton/f:1:5: valeus ~ values"_s});
        contentRow("another tool's", "${{ github.sha }} ${{ secrets.token }} ${{ github.ref }}",
                   {u"skeleton/f:1:5: github"_s, u"skeleton/f:1:23: secrets"_s});
        contentRow("another tool's, in raw text", "{% raw %}${{ github.sha }}{% endraw %}");
        contentRow("a parameter", "${{ parameters.name }} ${{ parameters.port }}",
                   {u"skeleton/f:1:5: parameters"_s});
        contentRow("a parameter that is only tested", "{% if parameters.port %}x{% endif %}",
                   {u"skeleton/f:1:7: parameters"_s});
        contentRow("alone", "${{ nope }}", {u"skeleton/f:1:5: nope"_s});
        contentRow("alone, with a default", "${{ nope | default('x') }} ${{ nope or 'x' }}");
        contentRow("alone, where it is defined", "{% if nope is defined %}${{ nope }}{% endif %}");
        contentRow("alone, where it is there", "{% if nope %}${{ nope }}{% endif %}");
        contentRow("what the language has",
                   "{% for i in range(3) %}${{ loop.index }}${{ i }}{% endfor %}"
                   "{% set c = cycler('a', 'b') %}${{ c.next() }}${{ none }}");
        contentRow("a macro",
                   "{% macro m(a) %}${{ a }}${{ caller() }}{% endmacro %}"
                   "{% call m(1) %}x{% endcall %}${{ m(2) }}");
        contentRow("set in a branch", "{% if values.port %}{% set a = 1 %}{% endif %}${{ a }}");
        contentRow("of Handlebars", "{{ values.prot }}");
        contentRow("in raw text", "{% raw %}${{ values.prot }}{% endraw %}");
        contentRow("of its own", "{% for v in [] %}${{ v.prot }}{% endfor %}");
        contentRow("an import", "{% set values = {} %}${{ values.prot }}");
        contentRow("what cannot be read", "${{ values.prot }} {% if");
        contentRow("binary", QByteArray("\0${{ values.prot }}", 19));
        contentRow("each once a file", "${{ values.prot }} ${{ values.prot }}",
                   {u"skeleton/f:1:5: values.prot ~ port"_s});
    }

    void valuesThatNoStepHandsOnAreTold()
    {
        QFETCH(const QByteArray, content);
        QTEST(misspellings(skeleton(content)), "expected");
    }

    void whatTheStepSaysOfItsFilesCounts_data()
    {
        QTest::addColumn<QByteArray>("inputs");
        QTest::addColumn<QStringList>("expected");
        const auto row
            = [](const char *name, const QByteArray &inputs, const QStringList &expected = {}) {
                  QTest::newRow(name) << inputs << expected;
              };
        row("copied", "copyWithoutTemplating: [f]");
        row("copied by an answer", "copyWithoutTemplating: ['${{ parameters.name }}']");
        row("only files with an extension", "templateFileExtension: true");
        row("as Cookiecutter", "cookiecutterCompat: true", {u"skeleton/f:1:5: values"_s});
    }

    void whatTheStepSaysOfItsFilesCounts()
    {
        QFETCH(const QByteArray, inputs);
        QTEST(misspellings(skeleton("${{ values.prot }}", inputs)), "expected");
    }

    void cookiecutterCompatibleFilesHaveAnotherMap()
    {
        QCOMPARE(misspellings(skeleton("{{ cookiecutter.prot }} {{ cookiecutter.items() }}",
                                       "cookiecutterCompat: true")),
                 QStringList{u"skeleton/f:1:4: cookiecutter.prot ~ port"_s});
    }

    void namesOfFilesAreLookedAt()
    {
        SmallTemplate made = SmallTemplate::asking({"port"});
        made.file("skeleton/${{ values.prot }}/a", "a").file("skeleton/${{ values.prot }}/b", "b");
        const QList<Problem> problems = misspeltNames(made.loaded());
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().message,
                 u"In the name of the file: Nothing defines “values.prot”."_s);
        QCOMPARE(problems.first().file, u"skeleton/${{ values.prot }}"_s);
        QCOMPARE(problems.first().position, std::nullopt);
    }

    void twoStepsHandOnTogether()
    {
        SmallTemplate made("{properties: {}}",
                           "[{action: 'fetch:template', input: {url: ./skeleton, values: {a: 1}}}, "
                           "{action: 'fetch:template', input: {url: ./skeleton, values: {b: 1}}}]");
        made.file("skeleton/f", "${{ values.a }}${{ values.b }}${{ values.c }}");
        QCOMPARE(misspellings(made.loaded()), QStringList{u"skeleton/f:1:35: values.c"_s});
    }

    void valuesThatAreComputedAreNotKnown()
    {
        SmallTemplate made("{properties: {}}",
                           "[{action: 'fetch:template', input: {url: ./skeleton, values: "
                           "'${{ parameters }}'}}]");
        made.file("skeleton/f", "${{ values.a }}${{ parameters.a }}");
        QCOMPARE(misspellings(made.loaded()), QStringList{u"skeleton/f:1:20: parameters"_s});
    }

    void textsOfTheDefinitionAreLookedAt_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("expected");
        const auto row
            = [](const char *name, const QByteArray &text, const QStringList &expected = {}) {
                  QTest::newRow(name) << text << expected;
              };
        row("a parameter", "${{ parameters.port }}");
        row("no parameter", "${{ parameters.prot }}",
            {u"template.yaml:8:58: parameters.prot ~ port"_s});
        row("a step's output", "${{ steps.one.output.x }}");
        row("no step's output", "${{ steps.oen.output.x }}",
            {u"template.yaml:8:58: steps.oen ~ one"_s});
        row("what Backstage has", "${{ user.entity.x }}${{ secrets.y }}${{ context.task.id }}");
        row("almost", "${{ parameter.port }}", {u"template.yaml:8:58: parameter ~ parameters"_s});
        row("something else", "${{ quux }}");
        row("text", "parameters.prot");
    }

    void textsOfTheDefinitionAreLookedAt()
    {
        QFETCH(const QByteArray, text);
        const SmallTemplate made("{properties: {port: {}}}",
                                 "[{id: one, action: 'debug:log', input: {m: '" + text + "'}}]");
        QTEST(misspellings(made.loaded()), "expected");
    }

    void conditionsAndOutputAreLookedAt()
    {
        const SmallTemplate made("{properties: {port: {}}}",
                                 "[{id: one, action: 'debug:log', if: '${{ parameters.prot }}', "
                                 "each: '${{ parameters.por }}', input: {m: '${{ each.value }}'}}]",
                                 "{text: [{content: '${{ parameters.prt }}'}]}");
        QCOMPARE(misspellings(made.loaded()),
                 (QStringList{u"template.yaml:8:51: parameters.prot ~ port"_s,
                              u"template.yaml:8:83: parameters.por ~ port"_s,
                              u"template.yaml:9:34: parameters.prt ~ port"_s}));
    }

    void aFormThatTakesAnyAnswerHasNoMisspeltOnes()
    {
        const SmallTemplate made("{properties: {port: {}}, additionalProperties: {type: string}}",
                                 "[{action: 'debug:log', input: {m: '${{ parameters.prot }}'}}]");
        QCOMPARE(misspellings(made.loaded()), QStringList());
    }

    void questionsOfCopierAreNames_data()
    {
        addContentColumns();
        contentRow("asked", "{{ port }}{{ _copier_conf.src_path }}{{ _copier_answers | to_yaml }}");
        contentRow("not asked", "a\n{{ prot }}", {u"/t/f.jinja:2:4: prot ~ port"_s});
        contentRow("like no other", "{{ size }}", {u"/t/f.jinja:1:4: size"_s});
        contentRow("only tested", "{% if size %}x{% endif %}");
        contentRow("only tested, and close", "{% if prot %}x{% endif %}",
                   {u"/t/f.jinja:1:7: prot ~ port"_s});
        contentRow("is defined", "{% if prot is defined %}{{ prot }}{% endif %}");
        contentRow("of its own",
                   "{% set size = 1 %}{{ size }}{% for x in [1] %}{{ x }}{% endfor %}");
        contentRow("of an extension", "{{ pathjoin('a', 'b') }}{{ range(1) }}");
        contentRow("of the tool", "{{ _copier_phase }}");
        contentRow("a loop in a name", "{{ item }}");
        contentRow("set by whoever includes it",
                   "{% set local = 1 %}{% include 'parts/p.jinja' %}");
        contentRow("a macro of another file",
                   "{% from 'parts/p.jinja' import m with context %}{{ m() }}{{ n() }}",
                   {u"/t/f.jinja:1:61: n"_s});
    }

    void questionsOfCopierAreNames()
    {
        QFETCH(const QByteArray, content);
        const LoadedTemplate loaded = copierFiles(
            "port: 1\nlist: [a]\n",
            {{.path = "f.jinja", .content = content},
             {.path = "plain", .content = "{{ prot }}"},
             {.path = "{% yield item from list %}{{ item }}{% endyield %}.jinja", .content = ""},
             {.path = "parts/p.jinja",
              .content
              = content.contains("parts/") ? "{{ local }}{% macro m() %}{% endmacro %}" : ""}});
        QTEST(misspellings(loaded), "expected");
    }

    void copierLooksOnlyAtWhatItRenders()
    {
        const QByteArray content = "{{ prot }}";
        const LoadedTemplate loaded
            = copierFiles("port: 1\n_subdirectory: s\n_templates_suffix: .tmpl\n_exclude: ['x*']\n",
                          {{.path = "a.tmpl", .content = content},
                           {.path = "s/b.jinja", .content = content},
                           {.path = "s/xc.tmpl", .content = content},
                           {.path = "s/xd/e.tmpl", .content = content},
                           {.path = "s/{{ prt }}.tmpl", .content = content}});
        QCOMPARE(misspellings(loaded),
                 (QStringList{u"/t/s/{{ prt }}.tmpl: prt ~ port"_s,
                              u"/t/s/{{ prt }}.tmpl:1:4: prot ~ port"_s}));
    }

    void variablesOfCookiecutterAreNames_data()
    {
        addContentColumns();
        const QString file = u"/t/{{cookiecutter.name}}/f:1:"_s;
        contentRow("there", "{{ cookiecutter.name }}{{ cookiecutter._template }}");
        contentRow("not there", "{{ cookiecutter.nmae }}",
                   {file + u"4: cookiecutter.nmae ~ name"_s});
        contentRow("only tested", "{% if cookiecutter.size %}x{% endif %}",
                   {file + u"7: cookiecutter.size"_s});
        contentRow("almost", "{{ cookicutter.name }}", {file + u"4: cookicutter ~ cookiecutter"_s});
        contentRow("something else", "{{ quux }}");
        contentRow("asked of the map", "{{ cookiecutter.get('size') }}");
        contentRow("put into the map",
                   "{{ cookiecutter.update({'size': 1}) or '' }}{{ cookiecutter.size }}");
        contentRow("all of it", "{% for k, v in cookiecutter.items() %}{{ v }}{% endfor %}");
    }

    void variablesOfCookiecutterAreNames()
    {
        QFETCH(const QByteArray, content);
        CookiecutterTemplate made("{'name': 'made', '_copy_without_render': ['copied*']}");
        made.made("f", content).made("copied/g", "{{ cookiecutter.nmae }}");
        made.made("copied.txt", "{{ cookiecutter.nmae }}");
        QTEST(misspellings(made.loaded()), "expected");
    }

    void hooksOfCookiecutterAreLookedAt()
    {
        CookiecutterTemplate made("{'name': 'made'}");
        made.made("f", "{{ cookiecutter.name }}");
        made.file("hooks/post_gen_project.sh", "#!/bin/sh\necho {{ cookiecutter.nmae }}\n");
        made.file("hooks/pre_prompt.sh", "#!/bin/sh\necho {{ cookiecutter.nmae }}\n");
        made.file("hooks/post_gen_project.sh~", "{{ cookiecutter.nmae }}");
        QCOMPARE(misspellings(made.loaded()),
                 QStringList{u"/t/hooks/post_gen_project.sh:2:9: cookiecutter.nmae ~ name"_s});
    }

    void whatFailsForAMisspeltNameIsToldOnce_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("message");
        QTest::newRow("a file") << "{{cookiecutter.name}}/f"_ba << "{{ cookiecutter.nmae }}"_ba
                                << u"no attribute 'nmae'"_s;
        QTest::newRow("a hook") << "hooks/post_gen_project.sh"_ba
                                << "#!/bin/sh\necho {{ cookiecutter.nmae }}\n"_ba
                                << u"“hooks/post_gen_project.sh” cannot be run: "_s;
    }

    void whatFailsForAMisspeltNameIsToldOnce()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, content);
        QFETCH(const QString, message);
        CookiecutterTemplate made("{'name': 'made'}");
        made.made("g", "").file(path, content);
        LoadedTemplate loaded = made.loaded();
        loaded.entry.definition.problems += misspeltNames(loaded);
        PlanRequest request{
            .loaded = loaded,
            .identity = {},
            .render = {.form = made.form(), .now = QDateTime::fromSecsSinceEpoch(0), .seed = "1"},
            .wishes = {}};
        request.wishes = {.record = false, .commit = false};
        QList<Problem> problems
            = makePlan(request, render(loaded, request.render), {}).allProblems();
        problems.removeIf([](const Problem &each) { return each.severity == Severity::Note; });
        QCOMPARE(problems.size(), 1);
        QVERIFY2(problems.first().message.contains(message), qPrintable(problems.first().message));
        QCOMPARE(problems.first().hint, u"Did you mean “name”?"_s);
    }

    void thereAreNeverTooMany()
    {
        QByteArray content;
        for (int i = 0; i < 200; ++i)
            content += "{{ quux" + QByteArray::number(i) + " }}";
        QCOMPARE(
            misspellings(copierFiles("a: 1\n", {{.path = "f.jinja", .content = content}})).size(),
            100);
    }

    void namesThatFilesDoNotHaveComeWithTheWayToHandThemOn_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("inputs");
        QTest::addColumn<QString>("hint");
        const QString raw = u" Around what is for another tool, put {% raw %} … {% endraw %}."_s;
        const auto only = [](const QString &map, const QString &name) {
            return u"In files there is only “%1”: hand it on in the step's “values”, and write "
                   "“%1.%2”."_s.arg(map, name);
        };
        QTest::newRow("a parameter")
            << "${{ parameters.name }}"_ba << ""_ba << only(u"values"_s, u"name"_s);
        QTest::newRow("all parameters")
            << "${{ parameters | dump }}"_ba << ""_ba << only(u"values"_s, u"parameters"_s);
        QTest::newRow("another tool's")
            << "${{ github.sha }}"_ba << ""_ba << only(u"values"_s, u"sha"_s) + raw;
        QTest::newRow("alone") << "${{ nope }}"_ba << ""_ba << only(u"values"_s, u"nope"_s) + raw;
        QTest::newRow("as Cookiecutter")
            << "{{ parameters.name }}"_ba
            << "cookiecutterCompat: true"_ba << only(u"cookiecutter"_s, u"name"_s);
    }

    void namesThatFilesDoNotHaveComeWithTheWayToHandThemOn()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QByteArray, inputs);
        const QList<Problem> problems = misspeltNames(skeleton(content, inputs));
        QCOMPARE(problems.size(), 1);
        QTEST(problems.first().hint, "hint");
    }

    void theyAreWarningsWithAWayOut()
    {
        const QList<Problem> problems = misspeltNames(skeleton("${{ values.size }}"));
        QCOMPARE(problems.size(), 1);
        const Problem &problem = problems.first();
        QCOMPARE(problem.severity, Severity::Warning);
        QCOMPARE(problem.code, u"template.unknown-name"_s);
        QCOMPARE(problem.toString(),
                 u"skeleton/f:1:5: Nothing defines “values.size”.\n"
                 "  ${{ values.size }}\n      ^\n"
                 "Hand it on in the “values” of the step that fetches the file, or correct the "
                 "name."_s);
    }
};

QTEST_APPLESS_MAIN(TestMisspeltNames)
#include "tst_misspeltnames.moc"
