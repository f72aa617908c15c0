#include "models/plan/jinjatexts.h"

#include "tests/catalog/copiertesting.h"
#include "tests/plan/otheranswers.h"
#include "tests/plan/renderingpicture.h"
#include "tests/plan/sameresult.h"
#include "tests/support/cookiecuttertemplate.h"
#include "tests/support/randomvalues.h"
#include "tests/support/testing.h"

#include <QTest>
#include <QTimeZone>

#include <algorithm>
#include <random>
#include <tuple>

using namespace Qt::StringLiterals;
using namespace waymark;
using jinja::TaggedValue;
using testing::CookiecutterTemplate;

namespace {

constexpr int changesOfOneWalk = 40;

RenderRequest firstRequest(const LoadedTemplate &loaded, const QByteArray &answers)
{
    return {.form = Form(loaded.entry.definition.form, testing::answersOf(answers)),
            .now = QDateTime({2026, 2, 3}, {4, 5}, QTimeZone::UTC),
            .seed = "9f2c",
            .destination = u"/srv/orders"_s};
}

LoadedTemplate copierInMemory(const QByteArray &yaml, QList<TemplateFile> files)
{
    LoadedTemplate loaded;
    loaded.entry.source = {.name = u"tests"_s, .folder = u"/t"_s};
    loaded.entry.definition = testing::copierTemplate(yaml);
    files += {.path = "copier.yml", .content = yaml};
    loaded.tree = TemplateTree(files);
    return loaded;
}

/// Files of which each shows another way in which an answer gets in.
LoadedTemplate cookiecutterWays()
{
    CookiecutterTemplate made(
        "{'name': 'made', 'slug': '{{ cookiecutter.name|lower }}', 'kind': ['lib', 'app'], "
        "'map': {'a': {'b': 'c'}}, 'ok': true, '__up': '{{ cookiecutter.slug|upper }}', 'raw': "
        "'x.txt', '_copy_without_render': ['x.txt', 'y.txt', '*.png'], "
        "'_extensions': ['jinja2.ext.debug', 'jinja2.ext.do']}");
    made.made("plain.txt", "nothing");
    made.made("name.txt", "{{ cookiecutter.name }}\r\n");
    made.made("up.txt", "{{ cookiecutter.__up }}");
    made.made("all.txt", "{{ cookiecutter|jsonify }}");
    made.made("debug.txt", "{% debug %}");
    made.made("kind.txt", "{% if cookiecutter.kind == 'app' %}{{ cookiecutter.slug }}{% endif %}");
    made.made("loop.txt", "{% for k, v in cookiecutter.map.items() %}{{ k }}{{ v }}{% endfor %}");
    made.made("random.txt", "{{ random_ascii_string(5) }}");
    made.made("{{cookiecutter.slug}}/random.txt", "{{ random_ascii_string(5) }}");
    made.made("{{cookiecutter.slug}}/in.txt", "{{ cookiecutter.kind }}");
    made.made("{% if cookiecutter.ok %}ok.txt{% endif %}", "{{ cookiecutter.name }}");
    made.made("{% if cookiecutter.kind == 'app' %}app{% endif %}/main.txt", "main");
    made.made("now.txt", "{% now 'utc' %}");
    made.made("include.txt", "{% include 'part.txt' %}");
    made.made("computed.txt", "{% include cookiecutter.raw %}");
    made.made("part.txt", "{% include 'shared' %}{{ cookiecutter.kind }}");
    made.made("import.txt", "{% from 'macros' import m with context %}{{ m() }}");
    made.made("fails.txt", "{{ cookiecutter.nam }}");
    made.made("broken.txt", "{% if %}");
    made.made("x.txt", "{{ cookiecutter.name }}");
    made.made("y.txt", "{{ cookiecutter.slug }}");
    made.made("a.png", "\0{{ cookiecutter.name }}"_ba);
    made.folder("{{cookiecutter.kind}}/empty");
    made.file("templates/shared", "{{ cookiecutter.slug }}");
    made.file("templates/macros", "{% macro m() %}{{ cookiecutter.name }}{% endmacro %}");
    made.file("hooks/post_gen_project.sh", "#!/bin/sh\necho {{ cookiecutter.name }}\n");
    return made.loaded();
}

LoadedTemplate copierWays()
{
    return copierInMemory(
        "name: made\nslug: \"{{ name|lower }}\"\nkind: {type: str, default: lib, choices: [lib, "
        "app]}\nok: true\nlist: {type: yaml, default: [a, b]}\n"
        "port: {type: int, default: 80, when: \"{{ kind == 'app' }}\"}\n"
        "double: {type: int, default: \"{{ port * 2 }}\", when: false}\n"
        "_exclude: [copier.yml, \"{{ 'plain*' if not ok else 'no' }}\"]\n"
        "_skip_if_exists: [\"{{ slug }}.txt\"]\n_message_after_copy: \"{{ name }}\"\n"
        "_tasks: [\"echo {{ slug }}\"]\n",
        {{.path = "plain.txt", .content = "nothing"},
         {.path = "plain2.txt.jinja", .content = "nothing"},
         {.path = "name.txt.jinja", .content = "{{ name }}"},
         {.path = "double.txt.jinja", .content = "{{ double }}"},
         {.path = "{{ slug }}.txt.jinja", .content = "{{ port }}"},
         {.path = "{{ name }}.txt.jinja", .content = "{{ slug }}"},
         {.path = "conf.txt.jinja", .content = "{{ _copier_conf.data }}"},
         {.path = "src.txt.jinja", .content = "{{ _copier_conf.dst_path }}"},
         {.path = "{{ _copier_conf.answers_file }}.jinja",
          .content = "{{ _copier_answers|to_nice_yaml }}"},
         {.path = "{% yield x from list %}{{ x }}{% endyield %}/{{ x }}.txt.jinja",
          .content = "{{ x }} {{ kind }}"},
         {.path = "{% if ok %}ok{% endif %}/f.jinja", .content = "{{ slug }}"},
         {.path = "random.txt.jinja", .content = "{{ 99999|ans_random }}{{ make_secret() }}"},
         {.path = "include.txt.jinja", .content = "{% include 'part/p.jinja' %}"},
         {.path = "part/p.jinja", .content = "{{ kind }}"},
         {.path = "fails.jinja", .content = "{{ name.a.b }}"},
         {.path = "now.jinja", .content = "{{ now() }}"}});
}

/// Another answer to the question `name`, of a few, so that all come back; nothing: none.
std::optional<Value> drawnAnswer(const QString &name, std::mt19937 &random)
{
    const QMap<QString, QList<Value>> pools
        = {{u"name"_s, {u"Orders"_s, u"made"_s, u"A b"_s, u""_s}},
           {u"slug"_s, {u"own"_s, u"x"_s}},
           {u"kind"_s, {u"lib"_s, u"app"_s}},
           {u"raw"_s, {u"x.txt"_s, u"y.txt"_s}},
           {u"_copy_without_render"_s, {List{u"x.txt"_s}, List{u"y.txt"_s, u"*.png"_s}}},
           {u"ok"_s, {Value(true), Value(false)}},
           {u"list"_s, {List(), List{u"a"_s}, List{u"b"_s, u"a"_s}}},
           {u"port"_s, {Value(1), Value(2)}}};
    const QList<Value> pool = pools.value(name);
    if (pool.isEmpty() || random() % 6 == 0)
        return std::nullopt;
    return pool.at(static_cast<qsizetype>(random() % static_cast<quint64>(pool.size())));
}

/// Makes `request` something else, in a way that a window could.
void changeSome(RenderRequest &request, std::mt19937 &random)
{
    const QStringList names = request.form.schema().names();
    for (quint64 i = 0; i <= random() % 2; ++i) {
        const QString &name
            = names.at(static_cast<qsizetype>(random() % static_cast<quint64>(names.size())));
        request = testing::changed(request, name, drawnAnswer(name, random));
    }
    if (random() % 12 == 0)
        request.seed = QByteArray::number(random() % 3);
    if (random() % 12 == 0)
        request.now = request.now.addSecs(60);
    request.limits.steps = random() % 20 == 0 ? 12 : 100'000;
}

} // namespace

/// Renders of templates in Jinja2 with what those before made are the same as those without.
class TestJinjaTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWalkThroughAnswersIsTheSameWithoutAMemory_data()
    {
        QTest::addColumn<bool>("isCopier");
        QTest::addColumn<quint32>("seed");
        const int changes = int(testing::propertyRuns(3 * changesOfOneWalk));
        for (int i = 0; i * changesOfOneWalk < changes; ++i) {
            QTest::addRow("Copier %d", i) << true << quint32(i);
            QTest::addRow("Cookiecutter %d", i) << false << quint32(i);
        }
    }

    void aWalkThroughAnswersIsTheSameWithoutAMemory()
    {
        QFETCH(const bool, isCopier);
        QFETCH(const quint32, seed);
        std::mt19937 random(seed);
        const LoadedTemplate loaded = isCopier ? copierWays() : cookiecutterWays();
        RenderRequest request = firstRequest(loaded, "{}");
        RenderMemory memory;
        qsizetype again = 0;
        qsizetype all = 0;
        for (int i = 0; i < changesOfOneWalk; ++i) {
            changeSome(request, random);
            if (random() % 10 == 0) { // it is stopped, and what it leaves is no harm
                const std::stop_source stopped;
                stopped.request_stop();
                RenderRequest late = request;
                late.stop = stopped.get_token();
                std::ignore = render(loaded, late, memory);
            }
            const Rendering kept = render(loaded, request, memory);
            const Rendering fresh = render(loaded, request);
            again += memory.renderedAgain().size();
            all += kept.files.size();
            QCOMPARE(testing::difference(kept, fresh), QString());
        }
        QVERIFY2(again < all * 9 / 10, qPrintable(u"%1 of %2"_s.arg(again).arg(all)));
    }

    void onlyFilesThatMentionAChangeAreRenderedAgain_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<Value>("answer");
        QTest::addColumn<QByteArrayList>("cookiecutter");
        QTest::addColumn<QByteArrayList>("copier");
        QTest::newRow("nothing") << u"a"_s << Value(u"1"_s) << QByteArrayList() << QByteArrayList();
        QTest::newRow("a computed answer too")
            << u"a"_s << Value(u"2"_s) << QByteArrayList{"a", "of-a"}
            << QByteArrayList{"a", "of-a"};
        QTest::newRow("an include, and a name that stays")
            << u"b"_s << Value(u"2"_s) << QByteArrayList{"b", "include"}
            << QByteArrayList{"b", "include", "p"};
        QTest::newRow("a file that moves")
            << u"c"_s << Value(u"2"_s) << QByteArrayList{"c-2-r"} << QByteArrayList{"c-2-r"};
        QTest::newRow("what is copied, or left out")
            << u"d"_s << Value(u"p"_s) << QByteArrayList{"e"} << QByteArrayList{"e"};
    }

    /// `d` says what Copier leaves out; for Cookiecutter it stands for what that copies.
    void onlyFilesThatMentionAChangeAreRenderedAgain()
    {
        QFETCH(const QString, name);
        QFETCH(const Value, answer);
        const QList<std::pair<QByteArray, QByteArray>> files
            = {{"a", "{{ V.a }}"},
               {"of-a", "{{ V.of }}"},
               {"b", "{{ V.b }}"},
               {"include", "{% include 'p.jinja' %}"},
               {"none", "x"},
               {"c-{{ V.c }}", "no number"},
               {"c-{{ V.c }}-r", "{{ R }}"},
               {"e", "{{ 'e' }}"}};
        CookiecutterTemplate cookiecutter(
            "{'name': 'n', 'a': '1', 'b': '1', 'c': '1', "
            "'_copy_without_render': ['e', 'p'], 'of': '{{ cookiecutter.a }}'}");
        QList<TemplateFile> ofCopier{{.path = "p.jinja", .content = "{{ b }}"}};
        const auto written
            = [](QByteArray text, const QByteArray &variables, const QByteArray &drawn) {
                  return text.replace("V.", variables).replace("R", drawn);
              };
        for (const auto &[path, content] : files) {
            cookiecutter.made(written(path, "cookiecutter.", {}),
                              written(content, "cookiecutter.", "uuid4()"));
            ofCopier += {.path = written(path, {}, {}) + ".jinja",
                         .content = written(content, {}, "make_secret()")};
        }
        cookiecutter.file("templates/p.jinja", "{{ cookiecutter.b }}");
        const LoadedTemplate copier = copierInMemory(
            "a: '1'\nb: '1'\nc: '1'\nd: e\nof: {type: str, default: \"{{ a }}\", when: false}\n"
            "_exclude: [copier.yml, \"{{ d }}\"]\n",
            ofCopier);
        const auto again
            = [](const LoadedTemplate &loaded, const QString &changedName, const Value &changedTo) {
                  RenderMemory memory;
                  const RenderRequest first = firstRequest(loaded, "{}");
                  std::ignore = render(loaded, first, memory);
                  const RenderRequest other = testing::changed(first, changedName, changedTo);
                  const Rendering kept = render(loaded, other, memory);
                  const QString difference = testing::difference(kept, render(loaded, other));
                  return difference.isEmpty() ? memory.renderedAgain()
                                              : QByteArrayList{difference.toUtf8()};
              };
        const bool isOfCopying = name == u"d";
        QByteArrayList rendered = isOfCopying
            ? again(cookiecutter.loaded(), u"_copy_without_render"_s, List{u"p"_s})
            : again(cookiecutter.loaded(), name, answer);
        std::ranges::sort(rendered);
        QTEST(rendered, "cookiecutter");
        rendered = again(copier, name, answer);
        std::ranges::sort(rendered);
        QTEST(rendered, "copier");
    }

    void whatIncludesMentionIsMentioned_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<bool>("hasOthers");
        QTest::addColumn<bool>("isMet"); // by a change of `a`
        const auto row = [](const char *name, const QString &source, bool hasOthers, bool isMet) {
            QTest::newRow(name) << source << hasOthers << isMet;
        };
        row("none", u"{{ b }}"_s, false, false);
        row("a constant name", u"{% include 'of a' %}"_s, false, true);
        row("another", u"{% include 'of b' %}"_s, false, false);
        row("one of several", u"{% include ['gone', 'of a'] %}"_s, false, true);
        row("none that there is", u"{% include 'gone' ignore missing %}"_s, false, false);
        row("inside of another", u"{% import 'around' as m with context %}"_s, false, true);
        row("a parent", u"{% extends 'of a' %}"_s, false, true);
        row("a computed name", u"{% include b %}"_s, true, false);
        row("a computed name inside", u"{% include 'computes' %}"_s, true, false);
        row("all there is", u"{% debug %}"_s, true, false);
        row("all there is, inside", u"{% include 'shows' %}"_s, true, false);
        row("what cannot be read", u"{% include 'broken' %}"_s, true, false);
        row("a chain that is not followed to its end", u"{% include 'chain 22' %}"_s, true, false);
        const QString often = u"{% include 'of b' %}"_s.repeated(499);
        row("more than is looked through", often + u"{% include 'around' %}"_s, true, false);
        row("a parent behind that", u"{% extends 'around' %}"_s + often, true, false);
    }

    void whatIncludesMentionIsMentioned()
    {
        QFETCH(const QString, source);
        jinja::Options options = jinja::Options::jinja2();
        options.extensions = {u"jinja2.ext.debug"_s};
        QMap<QString, QByteArray> files{{u"of a"_s, "{{ a }}"},
                                        {u"of b"_s, "{{ b }}"},
                                        {u"around"_s, "{% include 'of a' %}"},
                                        {u"computes"_s, "{% include b %}"},
                                        {u"shows"_s, "{% debug %}"},
                                        {u"broken"_s, "{% if %}"}};
        for (int i = 1; i <= 22; ++i)
            files.insert(u"chain %1"_s.arg(i),
                         "{% include 'chain " + QByteArray::number(i - 1) + "' %}");
        files.insert(u"chain 0"_s, "{{ a }}");
        options.loader = [files](const QString &name) -> Result<std::optional<QByteArray>> {
            return files.contains(name) ? std::optional(files.value(name)) : std::nullopt;
        };
        const jinja::Mentions mentions = allMentions(source, jinja::Environment(options));
        QTEST(mentions.hasOthers, "hasOthers");
        const auto context = [](const QString &a) {
            return TaggedValue::fromMap({{u"a"_s, TaggedValue::answer(u"a"_s, a)}});
        };
        QTEST(mentions.context.meet(jinja::changesBetween(context(u"1"_s), context(u"2"_s))),
              "isMet");
    }

    void whatIsKeptCostsTheSameSteps()
    {
        const TaggedValue context = TaggedValue::fromMap({{u"a"_s, Value(1)}});
        const RenderRequest request;
        const jinja::Environment language(jinja::Options::jinja2());
        const JinjaText text{.key = "t",
                             .source = "{% for i in range(50) %}{{ a + i }}{% endfor %}",
                             .name = u"t"_s,
                             .path = "t"};
        RenderMemory memory;
        JinjaTexts first(context, renderOptions(request), memory);
        QVERIFY(first.rendered(text, language));
        QVERIFY(first.spent() > 50);
        JinjaTexts second(context, renderOptions(request), memory);
        QVERIFY(second.rendered(text, language));
        QCOMPARE(second.spent(), first.spent());
        QCOMPARE(memory.renderedAgain(), QByteArrayList{"t"});
    }

    void whatDrawsNumbersIsMadeAgainForAnotherSalt_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<bool>("isRandom");
        QTest::newRow("a filter") << "{{ range(9999) | random }}"_ba << true;
        QTest::newRow("by another filter")
            << "{{ [range(9999)] | map('random') | first }}"_ba << true;
        QTest::newRow("by a computed name")
            << "{{ [range(9999)] | map('ran' ~ 'dom') | first }}"_ba << true;
        QTest::newRow("none") << "{{ a if true else range(9999) | random }}"_ba << false;
    }

    void whatDrawsNumbersIsMadeAgainForAnotherSalt()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const bool, isRandom);
        const TaggedValue context = TaggedValue::fromMap({{u"a"_s, Value(1)}});
        RenderRequest request;
        request.seed = "9f2c";
        const jinja::Environment language(jinja::Options::jinja2());
        JinjaText text{.key = "t", .source = source, .name = u"t"_s, .salt = "one", .path = "t"};
        RenderMemory memory;
        JinjaTexts texts(context, renderOptions(request), memory);
        VERIFY_RESULT(texts.rendered(text, language));
        text.salt = "two";
        const auto kept = texts.rendered(text, language);
        VERIFY_RESULT(kept);
        QCOMPARE(texts.isRandom(), isRandom);
        QCOMPARE(memory.renderedAgain().size(), isRandom ? 2 : 1);
        RenderMemory none;
        const auto fresh
            = JinjaTexts(context, renderOptions(request), none).rendered(text, language);
        VERIFY_RESULT(fresh);
        QCOMPARE(kept->rendered.bytes, fresh->rendered.bytes);
    }

    void whoDrawsRandomNumbersSaysSo_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("isRandom");
        const auto row = [](const char *name, const QByteArray &yaml, const QByteArray &content,
                            bool isRandom) { QTest::newRow(name) << yaml << content << isRandom; };
        row("nothing", "x: a\n", "{{ x }}", false);
        row("a file", "x: a\n", "{{ 9999 | ans_random }}", true);
        row("a file, by another filter", "x: a\n", "{{ [[1, 2]] | map('random') | first }}", true);
        row("a pattern", "_exclude: [\"{{ 9999 | ans_random }}\"]\n", "a", true);
        row("a task", "_tasks: [\"echo {{ 9999 | ans_random }}\"]\n", "a", true);
        row("a message", "_message_after_copy: \"{{ 9999 | ans_random }}\"\n", "a", true);
        row("a default", "x: \"{{ 9999 | ans_random }}\"\n", "a", true);
        row("a default in a list",
            "x: {type: str, multiselect: true, choices: [a, b], default: [\"{{ ['a', 'b'] | "
            "random }}\"]}\n",
            "a", true);
        row("choices", "x: {choices: {a: \"{{ 9999 | ans_random }}\"}}\n", "a", true);
    }

    void whoDrawsRandomNumbersSaysSo()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QByteArray, content);
        const LoadedTemplate loaded
            = copierInMemory(yaml, {{.path = "f.jinja", .content = content}});
        const Rendering rendering = render(loaded, atItsOccasion(firstRequest(loaded, "{}")));
        QCOMPARE(testing::problemsOf(rendering), QStringList());
        QTEST(rendering.isRandom, "isRandom");
    }

    void moreVariablesAreSeenForOnceAndGoFirst()
    {
        const TaggedValue context = TaggedValue::fromMap({{u"a"_s, Value(1)}, {u"b"_s, Value(2)}});
        const TaggedValue extra = TaggedValue::fromMap({{u"b"_s, Value(3)}, {u"c"_s, Value(4)}});
        const RenderRequest request;
        const jinja::Environment language(jinja::Options::jinja2());
        RenderMemory memory;
        JinjaTexts texts(context, renderOptions(request), memory);
        const JinjaText text{.key = "t", .source = "{{ a }}{{ b }}{{ c }}", .name = u"t"_s};
        QCOMPARE(texts.rendered(text, language, extra)->rendered.bytes, "134"_ba);
        QCOMPARE(texts.rendered(text, language)->rendered.bytes, "12"_ba);
        QCOMPARE(texts.rendered(text, language, extra)->rendered.bytes, "134"_ba);
    }
};

QTEST_APPLESS_MAIN(TestJinjaTexts)
#include "tst_jinjatexts.moc"
