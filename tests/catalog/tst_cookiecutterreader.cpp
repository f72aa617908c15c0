#include "models/catalog/cookiecuttersettings.h"
#include "tests/catalog/templatetesting.h"
#include "tests/support/cookiecuttertemplate.h"
#include "tests/support/testing.h"

using namespace waymark;
using namespace Qt::StringLiterals;
using waymark::testing::CookiecutterTemplate;

class TestCookiecutterReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTemplateOfEachFormatIsFound()
    {
        const ScratchFolder place;
        place.write(u"cookie/cookiecutter.json"_s, R"({"name": "n"})");
        place.write(u"backstage/template.yaml"_s, templateText("backstage"));
        place.write(u"both/template.yaml"_s, templateText("both"));
        place.write(u"both/cookiecutter.json"_s, "{}");
        place.write(u"skeleton/template.yaml"_s, "a: service's own\n");
        place.write(u"skeleton/cookiecutter.json"_s, "{}");
        const Catalog catalog({{u"team"_s, place.path()}});
        QStringList found;
        for (const CatalogEntry &entry : catalog.entries())
            found += entry.id + u' ' + formatName(entry.definition.format);
        QCOMPARE(found,
                 (QStringList{u"backstage Backstage"_s, u"both Backstage"_s,
                              u"cookie Cookiecutter"_s, u"skeleton Cookiecutter"_s}));
        const auto loaded = loadTemplate(*catalog.find(u"cookie"_s, {}));
        VERIFY_RESULT(loaded);
        QCOMPARE(loaded->entry.definition.form.names(), QStringList{u"name"_s});
        QCOMPARE(loaded->entry.definition.title, u"cookie"_s);
    }

    void whatCannotBeDoneIsToldAtItsPlace_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");
        QTest::addColumn<int>("line");
        const auto row = [](const char *name, const char *content, const char *code, int line) {
            QTest::newRow(name) << QByteArray(content) << QString::fromLatin1(code) << line;
        };
        row("no JSON", "{\n'a': 1,}", "json.syntax", 2);
        row("no object", "[1]", "template.json", 1);
        row("an unknown extension", "{\n'_extensions': [\n'jinja2.ext.do',\n'own.Thing']}",
            "template.extension", 4);
        row("extensions that are no list", "{\n'_extensions': 'own.Thing'}", "template.language",
            2);
        row("a setting that is none", "{\n'_jinja2_env_vars': {\n'undefined': 'x'}}",
            "template.language", 3);
        row("a sign that is no text", "{\n'_jinja2_env_vars': {\n'block_start_string': 1}}",
            "template.language", 3);
        row("prompts that are no object", "{\n'__prompts__': []}", "template.json", 2);
        row("patterns that are none", "{\n'_copy_without_render': null}", "template.json", 2);
        row("a pattern that is none", "{\n'_copy_without_render': [\n1]}", "template.json", 3);
        row("a line end that is none", "{\n'_new_lines': 'x'}", "template.json", 2);
        row("templates without a path", "{\n'templates': {\n'a': {}}}", "template.json", 3);
        row("templates that are none", "{\n'templates': ['a']}", "template.json", 2);
        row("no templates", "{\n'templates': {}}", "template.json", 2);
        row("a template that is a text", "{\n'template': 'x'}", "template.json", 2);
        row("a template without a path", "{\n'template': [\n'x']}", "template.json", 3);
    }
    void whatCannotBeDoneIsToldAtItsPlace()
    {
        QFETCH(const QByteArray, content);
        const Template definition = CookiecutterTemplate(content).loaded().entry.definition;
        QCOMPARE(definition.problems.size(), 1);
        QTEST(definition.problems.first().code, "code");
        QVERIFY(definition.problems.first().position);
        QTEST(definition.problems.first().position->line, "line");
        QVERIFY(definition.isBroken());
    }

    void aByteOrderMarkIsRefused()
    {
        const Template definition
            = CookiecutterTemplate("\xef\xbb\xbf{}").loaded().entry.definition;
        QCOMPARE(definition.problems.first().code, u"template.json"_s);
        QVERIFY(!definition.isRead());
    }

    void aNestedTemplateThatCannotBeUsedIsAProblemOnlyWhereItIsChosen_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("part");
        QTest::newRow("outside") << "../x"_ba << u"outside"_s;
        QTest::newRow("absolute") << "/x"_ba << u"outside"_s;
        QTest::newRow("itself") << "b/.."_ba << u"itself"_s;
        QTest::newRow("not there") << "nowhere"_ba << u"no template"_s;
        QTest::newRow("broken") << "broken"_ba << u"own.Thing"_s;
    }
    void aNestedTemplateThatCannotBeUsedIsAProblemOnlyWhereItIsChosen()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QString, part);
        CookiecutterTemplate templates("{'templates': {'good': {'path': 'a'}, 'bad': {'path': '"
                                       + path + "'}}}");
        templates.file("a/cookiecutter.json", R"({"name": "a"})");
        templates.file("broken/cookiecutter.json", R"({"_extensions": ["own.Thing"]})");
        QVERIFY(!templates.loaded().entry.definition.isBroken());
        QVERIFY(templates.form().problems().isEmpty());
        const QList<AnswerProblem> problems = templates.form("{'templates': 'bad'}").problems();
        QCOMPARE(problems.size(), 1);
        const QString message = problems.first().problem.message;
        QVERIFY2(message.contains(part), qPrintable(message));
    }

    void anOptionThatTakesLongStaysAsItIsWritten()
    {
        CookiecutterTemplate templates(
            "{'template': ['{{ 1 + 1 }} (a)', '{% for i in range(900) %}{% for j in range(900) %}"
            "{% endfor %}{% endfor %}x (a)']}");
        templates.file("a/cookiecutter.json", R"({"name": "a"})");
        const auto settings = templates.loaded().entry.definition.cookiecutter;
        QCOMPARE(settings->nested.size(), 2);
        QCOMPARE(settings->nested.first().title, u"2 (a)"_s);
        QVERIFY(settings->nested.last().title.startsWith(u"{% for"));
    }

    void templatesThatOfferMoreAndMoreComeToAnEnd()
    {
        QByteArray many = "{'templates': {";
        for (int i = 0; i < 40; ++i)
            many += "'t" + QByteArray::number(i) + "': {'path': 'a'},";
        many.chop(1);
        many += "}}";
        CookiecutterTemplate templates(many);
        QByteArray folder;
        for (int i = 0; i < 12; ++i) {
            folder += "a/";
            templates.file(folder + "cookiecutter.json", QByteArray(many).replace('\'', '"'));
        }
        QVERIFY(templates.loaded().entry.definition.isRead());
    }
};

QTEST_MAIN(TestCookiecutterReader)

#include "tst_cookiecutterreader.moc"
