#include "models/catalog/backstagereader.h"
#include "models/catalog/textplace.h"
#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

const QByteArray head = "apiVersion: scaffolder.backstage.io/v1beta3\n"
                        "kind: Template\n"
                        "metadata:\n"
                        "  name: t\n";

const QByteArray whole = "apiVersion: scaffolder.backstage.io/v1beta3\n"
                         "kind: Template\n"
                         "metadata:\n"
                         "  name: go-service\n"
                         "  title: Go service\n"
                         "  description: >-\n"
                         "    A service.\n"
                         "  tags: [go, http]\n"
                         "spec:\n"
                         "  owner: platform\n"
                         "  type: service\n"
                         "  lifecycle: experimental\n"
                         "  presentation: {buttonLabels: {createButtonText: Go}}\n"
                         "  parameters:\n"
                         "    title: Basics\n"
                         "    required: [name, repoUrl]\n"
                         "    properties:\n"
                         "      name: {type: string}\n"
                         "      repoUrl: {type: string, ui:field: RepoUrlPicker}\n"
                         "  steps:\n"
                         "    - id: fetch\n"
                         "      name: Fetch\n"
                         "      action: fetch:template\n"
                         "      if: ${{ parameters.name }}\n"
                         "      input:\n"
                         "        url: ./skeleton\n"
                         "    - action: publish:github\n"
                         "      each: ${{ parameters.all }}\n"
                         "      input: {repoUrl: '${{ parameters.repoUrl }}'}\n"
                         "    - action: catalog:register\n"
                         "    - action: acme:unheard\n"
                         "  output:\n"
                         "    links: [{title: A}]\n";

QStringList headlines(const Template &definition)
{
    QStringList lines;
    for (const Problem &problem : definition.problems)
        lines.append(problem.headline());
    return lines;
}

} // namespace

class TestBackstageReader : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTemplateIsRead()
    {
        const Template t = readBackstageTemplate(whole, u"template.yaml"_s);
        QCOMPARE(headlines(t), QStringList());
        QVERIFY(!t.isBroken());
        QCOMPARE(t.name, u"go-service"_s);
        QCOMPARE(t.title, u"Go service"_s);
        QCOMPARE(t.description, u"A service."_s);
        QCOMPARE(t.tags, (QStringList{u"go"_s, u"http"_s}));
        QCOMPARE(t.owner, u"platform"_s);
        QCOMPARE(t.type, u"service"_s);
        QCOMPARE(t.lifecycle(), Lifecycle::Experimental);
        QCOMPARE(toTest(t.presentation), u"{'buttonLabels':{'createButtonText':'Go'}}"_s);
        QCOMPARE(t.form.pages().first().title, u"Basics"_s);
        QVERIFY(t.output);
        QCOMPARE(toTest(t.output->toValue()), u"{'links':[{'title':'A'}]}"_s);
    }

    void itsStepsAreRead()
    {
        const Template t = readBackstageTemplate(whole, u"template.yaml"_s);
        QCOMPARE(t.steps.size(), 4);
        const TemplateStep &fetch = t.steps.at(0);
        QCOMPARE(fetch.id, u"fetch"_s);
        QCOMPARE(fetch.name, u"Fetch"_s);
        QCOMPARE(fetch.kind, TemplateStep::Kind::Action);
        QCOMPARE(fetch.condition->position(), (SourcePosition{24, 11}));
        QVERIFY(!fetch.each);
        QCOMPARE(fetch.input.find(u"url")->position(), (SourcePosition{26, 14}));
        QCOMPARE(fetch.actionNode.position(), (SourcePosition{23, 15}));
        const TemplateStep &publish = t.steps.at(1);
        QCOMPARE(publish.id, u"step-2"_s);
        QCOMPARE(publish.name, u"publish:github"_s);
        QCOMPARE(publish.kind, TemplateStep::Kind::Destination);
        QCOMPARE(publish.each->text(), u"${{ parameters.all }}"_s);
        QCOMPARE(t.steps.at(2).kind, TemplateStep::Kind::Elsewhere);
        QVERIFY(t.steps.at(2).input.toValue().isNull());
        QCOMPARE(t.steps.at(3).kind, TemplateStep::Kind::Action);
    }

    void twoStepsOfOneIdAreAWarning()
    {
        const Template t = readBackstageTemplate(
            "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\n"
            "spec:\n  steps:\n    - {id: a, action: x}\n    - {id: a, action: y}\n",
            u"t.yaml"_s);
        QVERIFY(!t.isBroken());
        QCOMPARE(t.steps.size(), 2);
        QCOMPARE(t.problems.size(), 1);
        QCOMPARE(t.problems.first().severity, Severity::Warning);
        QCOMPARE(t.problems.first().message, u"Another step is called “a”."_s);
        QCOMPARE(t.problems.first().position->line, 7);
    }

    void aRepositoryThatOnlyPublishingNeedsIsNotAskedFor()
    {
        const Template t = readBackstageTemplate(whole, {});
        QCOMPARE(Form(t.form, {{u"name"_s, u"a"_s}}).missing().size(), 0);
        QByteArray used = whole;
        used.replace("url: ./skeleton", "url: ${{ parameters['repoUrl'] | parseRepoUrl }}");
        const Template other = readBackstageTemplate(used, {});
        QCOMPARE(Form(other.form, {{u"name"_s, u"a"_s}}).missing().first().name, u"repoUrl"_s);
    }

    void aBrokenTemplateSaysWhereAndWhy_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QStringList>("problems");
        const auto row
            = [](const char *name, const QByteArray &content, const QStringList &problems) {
                  QTest::newRow(name) << content << problems;
              };
        const QByteArray steps = "  steps:\n    - action: a\n";
        row("empty", "", {u"t.yaml: There is no document of “kind: Template” here."_s});
        row("another kind", "kind: Component\n",
            {u"t.yaml: There is no document of “kind: Template” here."_s});
        row("nothing but the kind", "kind: Template\n",
            {u"t.yaml:1:1: “apiVersion” is missing."_s, u"t.yaml:1:1: “metadata” is missing."_s,
             u"t.yaml:1:1: “spec” is missing."_s});
        row("an older version",
            "apiVersion: backstage.io/v1beta2\n" + head.sliced(44) + "spec:\n" + steps,
            {u"t.yaml:1:13: The template is written for “backstage.io/v1beta2”, "
             "which is not known here."_s});
        row("no name",
            "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata:\n  title: "
            "x\nspec:\n"
                + steps,
            {u"t.yaml:4:3: “name” is missing."_s});
        row("a name that is none",
            QByteArray(head).replace("name: t", "name: a b") + "spec:\n" + steps,
            {u"t.yaml:4:9: “a b” cannot be the name of a template."_s});
        row("spec is text", head + "spec: x\n",
            {u"t.yaml:5:7: “spec” has to be a map, not text."_s});
        row("no steps", head + "spec:\n  type: x\n", {u"t.yaml:6:3: “steps” is missing."_s});
        row("steps are a map", head + "spec:\n  steps: {a: 1}\n",
            {u"t.yaml:6:10: “steps” has to be a list, not a map."_s});
        row("a step is text", head + "spec:\n  steps:\n    - fetch\n",
            {u"t.yaml:7:7: A step has to be a map with an “action”."_s});
        row("a step without action", head + "spec:\n  steps:\n    - id: a\n",
            {u"t.yaml:7:7: “action” is missing."_s});
        row("an input that is a list",
            head + "spec:\n  steps:\n    - action: a\n      input: [1]\n",
            {u"t.yaml:8:14: “input” has to be a map, not a list."_s});
        row("a question that is wrong",
            head + "spec:\n  parameters:\n    - properties:\n        q:\n          type: strin\n"
                + steps,
            {u"t.yaml:9:17: There is no type “strin”."_s});
        row("pages that are text", head + "spec:\n  parameters: x\n" + steps,
            {u"t.yaml:6:15: A schema has to be a map, not text."_s});
        row("text that is a list", head + "spec:\n  owner: [a]\n" + steps,
            {u"t.yaml:6:10: “owner” has to be text, not a list."_s});
    }
    void aBrokenTemplateSaysWhereAndWhy()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QStringList, problems);
        const Template t = readBackstageTemplate(content, u"t.yaml"_s);
        QCOMPARE(headlines(t), problems);
        QVERIFY(t.isBroken());
    }

    void aSyntaxErrorHasItsPlace()
    {
        const Template t = readBackstageTemplate(head + "spec:\n  owner: \"a\n", u"t.yaml"_s);
        QVERIFY(t.isBroken());
        QVERIFY(!t.document);
        QCOMPARE(t.problems.first().file, u"t.yaml"_s);
        QVERIFY(t.problems.first().position);
    }

    void aTemplateWithoutQuestionsAsksNothing()
    {
        const Template t
            = readBackstageTemplate(head + "spec:\n  steps:\n    - action: a\n", u"t.yaml"_s);
        QVERIFY(!t.isBroken());
        QVERIFY(t.form.pages().isEmpty());
        QCOMPARE(t.title, u"t"_s);
        QCOMPARE(t.lifecycle(), Lifecycle::Supported);
    }

    void theTemplateAmongOtherDocumentsIsFound()
    {
        const Template t = readBackstageTemplate(
            "kind: Location\n---\n" + head + "spec:\n  steps:\n    - action: a\n", u"t.yaml"_s);
        QVERIFY(!t.isBroken());
        QCOMPARE(t.name, u"t"_s);
    }

    void whatWantsToBeATemplateIsRecognised()
    {
        QVERIFY(looksLikeTemplate("kind:  Template\n"));
        QVERIFY(looksLikeTemplate("apiVersion: \"scaffolder.backstage.io/v1beta3\n"));
        QVERIFY(!looksLikeTemplate("kind: Component\n"));
        QVERIFY(!looksLikeTemplate("Resources:\n  kind: Template\n"));
    }

    void aPlaceInATextIsFound_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<SourcePosition>("place");
        const auto row = [](const char *name, const char *written, int line, int column,
                            SourcePosition place) {
            QTest::newRow(name) << QByteArray(written) << line << column << place;
        };
        row("plain", "${{ x }}", 1, 5, {6, 14});
        row("in single quotes", "'${{ x }}'", 1, 5, {6, 15});
        row("in double quotes", "\"${{ x }}\"", 1, 5, {6, 15});
        row("behind an escape", "\"\\t${{ x }}\"", 1, 6, {6, 10});
        row("behind a doubled quote", "'it''s ${{ x }}'", 1, 9, {6, 10});
        row("in a block", "|\n      a\n        b ${{ x }}", 2, 8, {8, 14});
        row("in the first line of a block", "|-\n      ${{ x }}", 1, 5, {7, 11});
        row("in a folded text", ">\n      a\n      b", 1, 3, {6, 10});
        row("in a text of several lines", "a\n      b", 1, 3, {6, 10});
    }
    void aPlaceInATextIsFound()
    {
        QFETCH(const QByteArray, written);
        QFETCH(const int, line);
        QFETCH(const int, column);
        QFETCH(const SourcePosition, place);
        const Template t = readBackstageTemplate(
            head + "spec:\n  owner: " + written + "\n  steps:\n    - action: a\n", u"t.yaml"_s);
        const YamlNode *owner = t.document->root().nodeAt(u"/spec/owner");
        QVERIFY(owner);
        const SourcePosition found = placeInText(*t.document, *owner, {line, column});
        QCOMPARE(found.line, place.line);
        QCOMPARE(found.column, place.column);
    }
};

QTEST_APPLESS_MAIN(TestBackstageReader)
#include "tst_backstagereader.moc"
