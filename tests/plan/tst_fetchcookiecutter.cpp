#include "models/plan/capabilities.h"
#include "models/plan/jinjatexts.h"
#include "tests/plan/smalltemplate.h"

#include <QTest>

#include <tuple>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::fileOf;
using testing::leftOut;
using testing::picture;
using testing::problemsOf;
using testing::SmallTemplate;

namespace {

constexpr auto asked = "{properties: {title: {}, to: {}, kind: {}, skips: {type: boolean}}}";
constexpr auto values = "values: {title: '${{ parameters.title }}'}";

/// A template whose only step fetches ./p with `input`.
SmallTemplate fetching(const QByteArray &input, const QByteArray &rest = {})
{
    return SmallTemplate(asked,
                         "[{name: One, action: 'fetch:cookiecutter', input: {url: ./p"
                             + (input.isEmpty() ? "" : ", " + input) + "}" + rest + "}]");
}

/// The variables of such a template, in which ' stands for ", and one file that tells of them.
SmallTemplate telling(const QByteArray &input, const QByteArray &variables, const QByteArray &text)
{
    SmallTemplate made = fetching(input);
    made.file("p/cookiecutter.json", QByteArray(variables).replace('\'', '"'));
    return made.file("p/f", text);
}

/// That a text of this content takes to be rendered.
quint64 renderStepsOf(const QByteArray &content)
{
    RenderMemory memory;
    JinjaTexts texts(jinja::TaggedValue::fromMap({}), {}, memory);
    const auto made = texts.rendered({.key = "f", .source = content, .name = u"f"_s},
                                     jinja::Environment(jinja::Options::jinja2()));
    return made ? texts.spent() : 0;
}

} // namespace

/// fetch:cookiecutter
class TestFetchCookiecutter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allOfTheFolderIsTheProject()
    {
        SmallTemplate made = fetching(values);
        made.file("p/cookiecutter.json",
                  R"({"title": "T", "name": "{{ cookiecutter.title|lower }}"})");
        made.file("p/{{cookiecutter.name}}/f", "{{ cookiecutter.title }}\n", FileMode::Executable);
        made.file("p/hooks/post_gen_project.sh", "exit 1\n");
        made.file("p/image", "\xe9{{ x }}\0"_ba).folder("p/empty");
        made.file("beside", "of the template");
        const Rendering rendering = made.rendered("{title: Orders}");
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(rendering.files.size(), 4);
        QCOMPARE(fileOf(rendering, "cookiecutter.json").content,
                 R"({"title": "T", "name": "orders"})"_ba);
        QCOMPARE(fileOf(rendering, "orders/f").content, "Orders\n"_ba);
        QCOMPARE(fileOf(rendering, "orders/f").mode, FileMode::Executable);
        QCOMPARE(fileOf(rendering, "hooks/post_gen_project.sh").content, "exit 1\n"_ba);
        QCOMPARE(fileOf(rendering, "image").content, "\xe9{{ x }}\0"_ba);
        QCOMPARE(rendering.folders, QByteArrayList{"empty"});
        QVERIFY(rendering.commands.isEmpty() && rendering.undone.isEmpty());
        QVERIFY(rendering.ownRecord.isEmpty());
    }

    void valuesStandForTheVariablesOfTheTemplate_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("variables");
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("made");
        const auto row = [](const char *name, const QByteArray &input, const QByteArray &variables,
                            const QByteArray &text, const QByteArray &expected) {
            QTest::newRow(name) << input << variables << text << expected;
        };
        row("of none", "", "{'a': 'x', 'b': '{{ cookiecutter.a }}y'}",
            "{{ cookiecutter.a }} {{ cookiecutter.b }}", "x xy");
        row("one", "values: {a: z}", "{'a': 'x', 'b': '{{ cookiecutter.a }}y'}",
            "{{ cookiecutter.a }} {{ cookiecutter.b }}", "z zy");
        row("one that is rendered", "values: {b: '{{ cookiecutter.a }}!'}", "{'a': 'x', 'b': ''}",
            "{{ cookiecutter.b }}", "x!");
        row("one that the template has not", "values: {c: z}", "{'a': 'x'}", "{{ cookiecutter.c }}",
            "z");
        row("without any in the template", "values: {c: z}", "{}", "{{ cookiecutter.c }}", "z");
        row("one that is called as an entry of the step", "imageName: i, values: {imageName: v}",
            "{'imageName': 'x'}", "{{ cookiecutter.imageName }}", "v");
        row("numbers are texts", "values: {n: 8080, f: 1.0, g: 1.5}", "{'h': 2.0}",
            "{{ cookiecutter.n + 'x' }} {{ cookiecutter.f }} {{ cookiecutter.g }} "
            "{{ cookiecutter.h }}",
            "8080x 1 1.5 2");
        row("integers that JavaScript rounds",
            "values: {a: 9007199254740993, b: -9007199254740993, c: 9007199254740991}",
            "{'d': 12345678901234567890, 'e': 1e17}",
            "{{ cookiecutter.a }} {{ cookiecutter.b }} {{ cookiecutter.c }} {{ cookiecutter.d }} "
            "{{ cookiecutter.e }}",
            "9007199254740992 -9007199254740992 9007199254740991 12345678901234567000 "
            "100000000000000000");
        row("integers that JavaScript writes with an exponent",
            "values: {a: 999999999999999934463, b: 1000000000000000000000}", "{}",
            "{{ cookiecutter.a }} {{ cookiecutter.b }}", "999999999999999900000 1e+21");
        row("truth stays", "values: {t: true}", "{'t': false}",
            "{{ cookiecutter.t }} {{ cookiecutter.t is true }}", "True True");
        row("of a choice the first counts", "", "{'k': ['a', 'b']}", "{{ cookiecutter.k }}", "a");
        row("another text takes the place of a choice", "values: {k: c}", "{'k': ['a', 'b']}",
            "{{ cookiecutter.k }}", "c");
        row("a list is a choice", "values: {k: [p, q]}", "{'k': 'x'}", "{{ cookiecutter.k }}", "p");
        row("a map takes the place of a map", "values: {m: {b: '{{ cookiecutter.a }}'}}",
            "{'a': 1, 'm': {'c': 2}}", "{{ cookiecutter.m }}", "{'b': '1'}");
        row("what is not rendered prints as it is read", "values: {_m: {b: 1}}", "{}",
            "{{ cookiecutter._m }}", "OrderedDict({'b': 1})");
        row("prompts are no variable", "", "{'a': 'x', '__prompts__': {'a': '?'}}",
            "{{ cookiecutter.__prompts__ is defined }}", "False");
        row("an answer that is not there", values, "{'title': 'T'}", "{{ cookiecutter.title }}",
            "T");
    }

    void valuesStandForTheVariablesOfTheTemplate()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, variables);
        QFETCH(const QByteArray, text);
        const Rendering rendering = telling(input, variables, text).rendered();
        QCOMPARE(problemsOf(rendering), QStringList());
        QTEST(fileOf(rendering, "f").content, "made");
    }

    void aFolderNeedsNoVariables()
    {
        SmallTemplate made = fetching("values: {x: y}");
        QCOMPARE(picture(made.file("p/f", "{{ cookiecutter.x }}").rendered()),
                 QStringList{u"f=y"_s});
    }

    void onlyTheStepSaysWhatIsCopied()
    {
        const QByteArray variables
            = R"({"_copy_without_render": ["*.a"], "_extensions": ["no.x"]})";
        const auto made = [&](const QByteArray &input) {
            SmallTemplate fetched = fetching(input);
            fetched.file("p/cookiecutter.json", variables);
            fetched.file("p/f.a", "{{ 1 + 1 }}").file("p/f.b", "{{ 1 + 1 }}");
            return fetched.rendered();
        };
        const Rendering without = made("");
        QCOMPARE(fileOf(without, "f.a").content, "2"_ba);
        QCOMPARE(problemsOf(without), QStringList()); // its extensions do not count either
        const Rendering with = made("copyWithoutRender: ['*.b']");
        QCOMPARE(fileOf(with, "f.a").content, "2"_ba);
        QCOMPARE(fileOf(with, "f.b").content, "{{ 1 + 1 }}"_ba);
        const Rendering over = made("copyWithoutRender: ['*.b'], values: {_copy_without_render: "
                                    "['*.a']}");
        QCOMPARE(fileOf(over, "f.a").content, "2"_ba);
    }

    void extensionsAreThoseOfCookiecutter()
    {
        const QByteArray text = "{% do [].append(1) %}x";
        QCOMPARE(
            fileOf(telling("extensions: ['jinja2.ext.do']", "{}", text).rendered(), "f").content,
            "x"_ba);
        const Rendering rendering = telling("extensions: ['acme.Own']", "{}", "x").rendered();
        QCOMPARE(rendering.problems.size(), 1);
        QVERIFY(rendering.problems.first().message.contains(u"acme.Own"));
        QCOMPARE(rendering.problems.first().file, u"template.yaml"_s);
        QCOMPARE(rendering.problems.first().position->line, 8);
    }

    void itGoesWhereTheStepSays()
    {
        SmallTemplate made = fetching("targetPath: './${{ parameters.to }}/x'");
        made.file("p/f", "new").folder("p/e");
        const Rendering rendering = made.rendered("{to: d}");
        QCOMPARE(picture(rendering), QStringList{u"d/x/f=new"_s});
        QCOMPARE(rendering.folders, QByteArrayList{"d/x/e"});
        const RenderedFile file = fileOf(rendering, "d/x/f");
        QCOMPARE(file.templatePath, "p/f"_ba);
        QCOMPARE(file.presence.data, QStringList{u"to"_s});
    }

    void itTakesThePlaceOfWhatIsThere()
    {
        SmallTemplate made(asked,
                           "[{action: 'roadiehq:utils:fs:write', input: {path: f, content: old}}, "
                           "{action: 'fetch:cookiecutter', input: {url: p}}]");
        const Rendering rendering = made.file("p/f", "new").rendered();
        QCOMPARE(picture(rendering), QStringList{u"f=new"_s});
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().code, u"template.twice"_s);
        QCOMPARE(rendering.problems.first().severity, Severity::Warning);
    }

    void itTellsWhatItDependsOn()
    {
        SmallTemplate made = fetching("values: {title: '${{ parameters.title }}', k: "
                                      "'${{ parameters.kind }}', m: {x: '${{ parameters.to }}'}}");
        made.file("p/cookiecutter.json",
                  R"({"title": "", "slug": "{{ cookiecutter.title|lower }}", "own": "o"})");
        made.file("p/{{cookiecutter.slug}}", "{{ cookiecutter.own }}{{ cookiecutter.slug }}");
        made.file("p/m", "{% if cookiecutter.k == 'y' %}{{ cookiecutter.m.x }}{% endif %}");
        made.file("p/{% if cookiecutter.k == 'y' %}y{% endif %}", "y");
        const Rendering rendering = made.rendered("{title: A, kind: x, to: b}");
        QCOMPARE(problemsOf(rendering), QStringList());
        const RenderedFile file = fileOf(rendering, "a");
        QCOMPARE(file.content, "oa"_ba);
        QCOMPARE(file.presence.data, QStringList{u"title"_s});
        QCOMPARE(file.provenance.between(0, 1).data, QStringList());
        QCOMPARE(file.provenance.between(1, 2).data, QStringList{u"title"_s});
        QCOMPARE(file.provenance.templates, QStringList{u"p/{{cookiecutter.slug}}"_s});
        QCOMPARE(fileOf(rendering, "m").provenance.all().control, QStringList{u"kind"_s});
        QCOMPARE(leftOut(rendering), QStringList{u"y: kind"_s});
        const RenderedFile other = fileOf(made.rendered("{kind: y, to: b}"), "m");
        QCOMPARE(other.provenance.all().data, QStringList{u"to"_s});
    }

    void aStepThatDoesNotRunNotesItsFiles()
    {
        SmallTemplate made = fetching(values, ", if: '${{ not parameters.skips }}'");
        made.file("p/{{cookiecutter.title}}", "x");
        const Rendering rendering = made.rendered("{title: a, skips: true}");
        QCOMPARE(picture(rendering), QStringList());
        QCOMPARE(leftOut(rendering), QStringList{u"a: skips"_s});
    }

    void includesComeFromTheFolderOnly()
    {
        SmallTemplate made = fetching({});
        made.file("p/f", "{% include 'g' %}").file("p/g", "part");
        made.file("p/h", "{% include 'shared' %}").file("p/templates/shared", "x");
        const Rendering rendering = made.rendered();
        QCOMPARE(fileOf(rendering, "f").content, "part"_ba);
        QCOMPARE(fileOf(rendering, "h").problems.size(), 1);
    }

    void secretsDoNotShowInPaths()
    {
        SmallTemplate made("{properties: {s: {'ui:field': Secret}}}",
                           "[{action: 'fetch:cookiecutter', input: {url: p, values: {s: "
                           "'${{ secrets.s }}'}}}]");
        made.file("p/{{cookiecutter.s}}", "x");
        const Rendering rendering = made.rendered("{s: hidden-word}");
        QCOMPARE(rendering.files.size(), 1);
        QCOMPARE(rendering.files.first().path, "hidden-word"_ba);
        QVERIFY(!rendering.shownPaths.value("hidden-word", "hidden-word").contains("hidden-word"));
    }

    void anErrorQuotesNothingMadeOfASecret_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("a secret") << "${{ secrets.s }}"_ba << false;
        QTest::newRow("part of a secret") << "x${{ secrets.s }}"_ba << false;
        QTest::newRow("no secret") << "hidden-word"_ba << true;
    }

    void anErrorQuotesNothingMadeOfASecret()
    {
        QFETCH(const QByteArray, given);
        SmallTemplate made("{properties: {s: {'ui:field': Secret}}}",
                           "[{action: 'fetch:cookiecutter', input: {url: p, values: {s: '" + given
                               + "'}}}]");
        made.file("p/cookiecutter.json", R"({"s": "", "a": "{{ {}[cookiecutter.s|upper] }}"})");
        const Rendering rendering = made.rendered("{s: hidden-word}");
        QCOMPARE(rendering.problems.size(), 1);
        const QString told = rendering.problems.first().toString();
        QVERIFY2(told.contains(u"“a”"), qPrintable(told));
        QTEST(told.contains(u"HIDDEN-WORD"), "isShown");
    }

    void whatIsWrongIsTold_data()
    {
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QByteArray>("variables");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("file");
        const auto row = [](const char *name, const QByteArray &input, const QByteArray &variables,
                            const QString &message, const QString &file = u"template.yaml"_s) {
            QTest::newRow(name) << input << variables << message << file;
        };
        row("an entry of another action", "replace: true", "{}",
            u"“fetch:cookiecutter” takes no “replace”."_s);
        row("copied is no list", "copyWithoutRender: x", "{}",
            u"“copyWithoutRender” has to be a list of texts."_s);
        row("values are no map", "values: [a]", "{}", u"“values” has to be a map."_s);
        row("out of the service", "targetPath: ../x", "{}",
            u"“../x” leads out of the service's folder."_s);
        row("no object", "", "[1]",
            u"The file has to hold one object with the template’s variables."_s,
            u"p/cookiecutter.json"_s);
        row("other templates", "", "{'template': ['a (b)']}",
            u"A variable “template” offers other templates to choose from, and this action knows "
            "only one."_s,
            u"p/cookiecutter.json"_s);
        row("other templates by a value", "values: {templates: {}}", "{}",
            u"A variable “templates” offers other templates to choose from, and this action knows "
            "only one."_s);
        row("other signs", "", "{'_jinja2_env_vars': {'variable_start_string': '[['}}",
            u"Backstage’s action writes “{{ }}” itself, so it fails where the template has other "
            "signs."_s,
            u"p/cookiecutter.json"_s);
        row("a default that fails", "", "{'a': '{{ nothing }}'}",
            u"In the variable “a”: 'nothing' is undefined"_s, u"p/cookiecutter.json"_s);
        row("a value that fails", "values: {a: '{{ nothing }}'}", "{'a': ''}",
            u"In the variable “a”: 'nothing' is undefined"_s);
    }

    void whatIsWrongIsTold()
    {
        QFETCH(const QByteArray, input);
        QFETCH(const QByteArray, variables);
        QFETCH(const QString, message);
        const Rendering rendering = telling(input, variables, "x").rendered();
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().message, message);
        QTEST(rendering.problems.first().file, "file");
        QVERIFY(rendering.problems.first().position.has_value());
        QVERIFY(rendering.files.isEmpty());
    }

    void aFolderThatIsNotThereIsTold_data()
    {
        QTest::addColumn<QByteArray>("url");
        QTest::addColumn<QString>("message");
        QTest::newRow("none") << "./q"_ba << u"The template has no folder “q”."_s;
        QTest::newRow("out of the source")
            << "../../q"_ba << u"“../../q” leads out of the template's source."_s;
        QTest::newRow("a server") << "'https://example.org/q'"_ba
                                  << u"“https://example.org/q” is on a server; only folders of the "
                                     "template's own source are fetched."_s;
        QTest::newRow("git's own") << "./.git"_ba
                                   << u"“./.git” leads into git's own folder, which is no part of "
                                      "a template."_s;
    }

    void aFolderThatIsNotThereIsTold()
    {
        QFETCH(const QByteArray, url);
        QFETCH(const QString, message);
        const Rendering rendering
            = SmallTemplate("{}", "[{action: 'fetch:cookiecutter', input: {url: " + url + "}}]")
                  .rendered();
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().message, message);
    }

    void aBrokenFileIsThatFilesProblem()
    {
        SmallTemplate made = fetching({});
        const Rendering rendering = made.file("p/f", "x\n{{ nothing }}").rendered();
        QCOMPARE(problemsOf(rendering), QStringList());
        const RenderedFile file = fileOf(rendering, "f");
        QCOMPARE(file.problems.size(), 1);
        QCOMPARE(file.problems.first().file, u"p/f"_s);
        QCOMPARE(file.problems.first().position->line, 2);
    }

    void aLinkThatLeavesTheFolderIsTold()
    {
        SmallTemplate made = fetching({});
        made.file("p/l", "../secret", FileMode::Link).file("secret", "x");
        const Rendering rendering = made.rendered();
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().code, u"template.link"_s);
        QCOMPARE(rendering.problems.first().file, u"p/l"_s);
        QVERIFY(rendering.files.isEmpty());
    }

    void theSameRequestDrawsTheSameNumbers()
    {
        SmallTemplate made(asked,
                           "[{action: 'fetch:cookiecutter', input: {url: p, targetPath: a}}, "
                           "{action: 'fetch:cookiecutter', input: {url: p, targetPath: b}}]");
        made.file("p/f", "{{ random_ascii_string(20) }}");
        QCOMPARE(picture(made.rendered()), picture(made.rendered()));
        const Rendering rendering = made.rendered();
        QVERIFY(fileOf(rendering, "a/f").content != fileOf(rendering, "b/f").content);
    }

    void aChangeRendersOnlyWhatItReaches()
    {
        SmallTemplate made = fetching("targetPath: 'd${{ parameters.to }}', values: {title: "
                                      "'${{ parameters.title }}', kind: '${{ parameters.kind }}'}");
        made.file("p/t", "{{ cookiecutter.title }}").file("p/k", "{{ cookiecutter.kind }}");
        made.file("p/{{ cookiecutter.kind }}", "x");
        const LoadedTemplate loaded = made.loaded();
        RenderMemory memory;
        const auto isKept = [&](const QByteArray &answers) {
            const RenderRequest request = SmallTemplate::request(loaded, answers);
            return picture(render(loaded, request, memory)) == picture(render(loaded, request));
        };
        QVERIFY(isKept("{title: a, kind: x, to: 1}"));
        QCOMPARE(memory.renderedAgain().size(), 3);
        QVERIFY(isKept("{title: b, kind: x, to: 1}"));
        QCOMPARE(memory.renderedAgain(), QByteArrayList{"d1/t"});
        QVERIFY(isKept("{title: b, kind: x, to: 2}"));
        QCOMPARE(memory.renderedAgain(), QByteArrayList());
        QVERIFY(isKept("{title: b, kind: y, to: 2}"));
        QCOMPARE(memory.renderedAgain(), QByteArrayList{"d2/k"});
    }

    void eachRunOfAStepKeepsWhatItMade()
    {
        SmallTemplate made("{properties: {title: {}, all: {type: array, items: {}}}}",
                           "[{action: 'fetch:cookiecutter', each: '${{ parameters.all }}', input: "
                           "{url: p, targetPath: '${{ each.value }}', values: {own: "
                           "'${{ each.value }}', title: '${{ parameters.title }}'}}}]");
        made.file("p/own", "{{ cookiecutter.own }}").file("p/t", "{{ cookiecutter.title }}");
        const LoadedTemplate loaded = made.loaded();
        RenderMemory memory;
        std::ignore
            = render(loaded, SmallTemplate::request(loaded, "{title: a, all: [x, y]}"), memory);
        const Rendering rendering
            = render(loaded, SmallTemplate::request(loaded, "{title: b, all: [x, y]}"), memory);
        QCOMPARE(memory.renderedAgain(), (QByteArrayList{"x/t", "y/t"}));
        QCOMPARE(picture(rendering),
                 (QStringList{u"x/own=x"_s, u"x/t=b"_s, u"y/own=y"_s, u"y/t=b"_s}));
    }

    /// As often as it runs: one run may make all its files, two may not.
    void allRunsHaveOneBudget_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("words");
        QTest::newRow("bytes") << "{{ 'x' * 1900 }}"_ba << u"more than 32000 bytes"_s;
        QTest::newRow("steps") << "{% for i in range(15000) %}{% endfor %}"_ba
                               << u"steps to be rendered"_s;
    }

    void allRunsHaveOneBudget()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, words);
        const QByteArray step = "{action: 'fetch:cookiecutter', input: {url: p, targetPath: ";
        for (const int runs : {1, 2}) {
            SmallTemplate made("{}",
                               "[" + step + "a}}" + (runs == 2 ? ", " + step + "b}}" : "") + "]");
            for (int i = 0; i < 10; ++i)
                made.file("p/f" + QByteArray::number(i), content);
            const LoadedTemplate loaded = made.loaded();
            RenderRequest request = SmallTemplate::request(loaded);
            if (words.contains(u"steps"))
                request.limits.steps = renderStepsOf(content) + 10;
            else
                request.limits.output = 2000;
            const Rendering rendering = render(loaded, request);
            QCOMPARE(rendering.problems.size(), runs - 1);
            if (runs == 1)
                continue;
            QVERIFY2(rendering.problems.first().message.contains(words),
                     qPrintable(rendering.problems.first().message));
            QCOMPARE(rendering.problems.first().file, u"template.yaml"_s);
            QCOMPARE(rendering.files.size(), 10);
        }
    }

    void whatItMayDoIsKnownBefore()
    {
        SmallTemplate made = fetching("extensions: ['jinja2.ext.do']");
        made.file("p/a", "a").file("p/b", "b").file("c", "c");
        const Capabilities capabilities = capabilitiesOf(made.loaded());
        QCOMPARE(capabilities.files, 2);
        QCOMPARE(capabilities.extensions, QStringList{u"jinja2.ext.do"_s});
        QVERIFY(capabilities.limits.isEmpty() && capabilities.commands.isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestFetchCookiecutter)
#include "tst_fetchcookiecutter.moc"
