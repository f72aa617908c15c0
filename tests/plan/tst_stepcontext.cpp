#include "models/plan/stepcontext.h"
#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using jinja::TaggedValue;
using testing::SmallTemplate;

namespace {

constexpr auto parameters
    = "{properties: {name: {type: string}, port: {type: integer}, public: {type: boolean},"
      " tags: {type: array, items: {type: string}}, empty: {type: string},"
      " size: {enum: [small, fixed], default: small},"
      " token: {type: string, 'ui:field': Secret}, pin: {type: string, 'ui:widget': password}},"
      " dependencies: {size: {oneOf: [{properties: {size: {enum: [small]}}},"
      " {properties: {size: {enum: [fixed]}, copies: {type: integer, default: 2}}}]}}}";

constexpr auto answers = "{name: orders, port: 8080, public: false, tags: [a, b], token: s3cret, "
                         "pin: '1234'}";

/// What a node of a step's input becomes.
class Evaluation
{
public:
    explicit Evaluation(const QByteArray &node, const QByteArray &given = answers)
        : m_loaded(SmallTemplate(parameters,
                                 "[{action: 'fetch:template', input: {url: ./skeleton, values: {x: "
                                     + node + "}}}]")
                       .loaded())
        , m_context(m_loaded.entry.definition, SmallTemplate::request(m_loaded, given))
    {
    }

    [[nodiscard]] Result<TaggedValue> value() const { return m_context.evaluated(node()); }
    [[nodiscard]] Result<jinja::Truth> truth() const { return m_context.condition(node()); }
    [[nodiscard]] StepContext &context() { return m_context; }
    [[nodiscard]] const QList<Problem> &problems() const { return m_context.problems(); }
    [[nodiscard]] const YamlNode &node() const
    {
        return *m_loaded.entry.definition.steps.first().input.nodeAt(u"/values/x");
    }

private:
    LoadedTemplate m_loaded;
    StepContext m_context;
};

} // namespace

class TestStepContext : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aNodeIsEvaluated_data()
    {
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<Value>("expected"); // null: also what is undefined
        QTest::newRow("text") << "orders"_ba << Value(u"orders"_s);
        QTest::newRow("integer") << "7"_ba << Value(7);
        QTest::newRow("float") << "1.5"_ba << Value(1.5);
        QTest::newRow("truth") << "true"_ba << Value(true);
        QTest::newRow("nothing") << "null"_ba << Value();
        QTest::newRow("text of an answer") << "'${{ parameters.name }}'"_ba << Value(u"orders"_s);
        QTest::newRow("number of an answer") << "'${{ parameters.port }}'"_ba << Value(8080);
        QTest::newRow("truth of an answer") << "'${{ parameters.public }}'"_ba << Value(false);
        QTest::newRow("list of an answer")
            << "'${{ parameters.tags }}'"_ba << Value(List{u"a"_s, u"b"_s});
        QTest::newRow("a number in text is text")
            << "':${{ parameters.port }}'"_ba << Value(u":8080"_s);
        QTest::newRow("a line end makes it text")
            << "\"${{ parameters.port }}\\n\""_ba << Value(u"8080\n"_s);
        QTest::newRow("a comparison") << "'${{ parameters.port == 8080 }}'"_ba << Value(true);
        QTest::newRow("arithmetic") << "'${{ parameters.port + 1 }}'"_ba << Value(8081);
        QTest::newRow("no number") << "'${{ parameters.port / parameters.name }}'"_ba << Value();
        QTest::newRow("a list of the template")
            << "'${{ [parameters.name, 1] }}'"_ba << Value(List{u"orders"_s, 1});
        QTest::newRow("a map of the template")
            << "'${{ { a: parameters.port } }}'"_ba << Value(Map{{u"a"_s, 8080}});
        QTest::newRow("two expressions are text")
            << "'${{ parameters.port }}${{ parameters.port }}'"_ba << Value(u"80808080"_s);
        QTest::newRow("a block is what it prints")
            << "'{% if parameters.port == 8080 %}yes{% endif %}'"_ba << Value(u"yes"_s);
        QTest::newRow("a block that prints truth is truth")
            << "'{% if parameters.public %}true{% else %}false{% endif %}'"_ba << Value(false);
        QTest::newRow("a block that prints a number is one")
            << "'{% if parameters.name %}42{% endif %}'"_ba << Value(42);
        QTest::newRow("an expression in a block keeps its type")
            << "'{% if parameters.name %}${{ parameters.tags }}{% endif %}'"_ba
            << Value(List{u"a"_s, u"b"_s});
        QTest::newRow("two expressions on a line of a block are text")
            << "'{% if parameters.public %}${{ 1 }}{% else %}${{ 2 }}{% endif %}'"_ba
            << Value(u"2"_s);
        QTest::newRow("a setting before makes text")
            << "'{% set a = 1 %}${{ a }}'"_ba << Value(u"1"_s);
        QTest::newRow("a comment does not") << "'{# a #}${{ 1 }}'"_ba << Value(1);
        QTest::newRow("over lines it is what it prints, read as JSON")
            << "\"${{\\n parameters.port\\n}}\""_ba << Value(8080);
        QTest::newRow("Jinja's signs are text")
            << "'{{ parameters.name }}'"_ba << Value(u"{{ parameters.name }}"_s);
        QTest::newRow("a list") << "['${{ parameters.port }}', b]"_ba << Value(List{8080, u"b"_s});
        QTest::newRow("what is not there is null in a list")
            << "['${{ parameters.empty }}', b]"_ba << Value(List{Value(), u"b"_s});
        QTest::newRow("a map") << "{a: '${{ parameters.public }}', b: {c: 1}}"_ba
                               << Value(Map{{u"a"_s, false}, {u"b"_s, Map{{u"c"_s, 1}}}});
        QTest::newRow("names stay as they are")
            << "{'${{ parameters.name }}': 1}"_ba << Value(Map{{u"${{ parameters.name }}"_s, 1}});
        QTest::newRow("a secret") << "'${{ secrets.token }}'"_ba << Value(u"s3cret"_s);
        QTest::newRow("a secret is hidden among parameters")
            << "'${{ parameters.token }}'"_ba << Value(u"******"_s);
        QTest::newRow("a password is not") << "'${{ parameters.pin }}'"_ba << Value(u"1234"_s);
        QTest::newRow("filters of Backstage")
            << "'${{ \"github.com?owner=acme&repo=x\" | parseRepoUrl | pick(\"repo\") }}'"_ba
            << Value(u"x"_s);
    }

    void aNodeIsEvaluated()
    {
        QFETCH(const QByteArray, node);
        QFETCH(const Value, expected);
        const auto value = Evaluation(node).value();
        VERIFY_RESULT(value);
        QCOMPARE(value->toValue(), expected);
    }

    void whatPrintsNothingIsUndefined_data()
    {
        QTest::addColumn<QByteArray>("node");
        QTest::newRow("a parameter without answer") << "'${{ parameters.empty }}'"_ba;
        QTest::newRow("a parameter that is not asked") << "'${{ parameters.copies }}'"_ba;
        QTest::newRow("a parameter that does not exist") << "'${{ parameters.nosuch }}'"_ba;
        QTest::newRow("empty text") << "''"_ba;
        QTest::newRow("a block that prints nothing") << "'{% if false %}x{% endif %}'"_ba;
        QTest::newRow("a comment") << "'{# x #}'"_ba;
        QTest::newRow("a step that was not there") << "'${{ steps.a.output.b }}'"_ba;
        QTest::newRow("two that print nothing")
            << "'${{ parameters.empty }}${{ parameters.copies }}'"_ba;
    }

    void whatPrintsNothingIsUndefined()
    {
        QFETCH(const QByteArray, node);
        const auto value = Evaluation(node).value();
        VERIFY_RESULT(value);
        QVERIFY(value->isUndefined());
    }

    void aValueNamesItsAnswers_data()
    {
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<QStringList>("data");
        QTest::addColumn<QStringList>("control");
        const QStringList none;
        QTest::newRow("text of the template") << "x"_ba << none << none;
        QTest::newRow("an answer")
            << "'${{ parameters.name }}'"_ba << QStringList{u"name"_s} << none;
        QTest::newRow("in text") << "'a-${{ parameters.name }}'"_ba << QStringList{u"name"_s}
                                 << none;
        QTest::newRow("two") << "'${{ parameters.name }}:${{ parameters.port }}'"_ba
                             << QStringList{u"name"_s, u"port"_s} << none;
        QTest::newRow("without an answer")
            << "'${{ parameters.empty }}'"_ba << none << QStringList{u"empty"_s};
        QTest::newRow("what is not asked names what decides it")
            << "'${{ parameters.copies }}'"_ba << none << QStringList{u"size"_s};
        QTest::newRow("in the place of what is not asked")
            << "'${{ parameters.copies or parameters.port }}'"_ba << QStringList{u"port"_s}
            << QStringList{u"size"_s};
        QTest::newRow("a decision")
            << "'{% if parameters.name %}x{% endif %}'"_ba << none << QStringList{u"name"_s};
        QTest::newRow("a secret") << "'${{ secrets.token }}'"_ba << QStringList{u"token"_s} << none;
        QTest::newRow("that there is a secret")
            << "'${{ parameters.token }}'"_ba << none << QStringList{u"token"_s};
    }

    void aValueNamesItsAnswers()
    {
        QFETCH(const QByteArray, node);
        QFETCH(const QStringList, data);
        QFETCH(const QStringList, control);
        const auto value = Evaluation(node).value();
        VERIFY_RESULT(value);
        QCOMPARE(value->allSources().data, data);
        QCOMPARE(value->allSources().control, control);
    }

    void whatIsAskedByAnAnswerNamesItToo()
    {
        const auto value
            = Evaluation("'${{ parameters.copies }}'", "{size: fixed, copies: 3}").value();
        VERIFY_RESULT(value);
        QCOMPARE(value->toValue(), Value(3));
        QCOMPARE(value->allSources().data, QStringList{u"copies"_s});
        QCOMPARE(value->allSources().control, QStringList{u"size"_s});
    }

    void partsOfAMapKeepTheirOwnSources()
    {
        const auto value
            = Evaluation("{a: '${{ parameters.name }}', b: '${{ parameters.port }}', c: 1}")
                  .value();
        VERIFY_RESULT(value);
        QCOMPARE(value->find(u"a"_s)->sources().data, QStringList{u"name"_s});
        QCOMPARE(value->find(u"b"_s)->sources().data, QStringList{u"port"_s});
        QVERIFY(value->find(u"c"_s)->sources().isEmpty());
    }

    void aConditionHolds_data()
    {
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<bool>("holds");
        QTest::newRow("true") << "true"_ba << true;
        QTest::newRow("false") << "false"_ba << false;
        QTest::newRow("nothing is no condition") << "null"_ba << true;
        QTest::newRow("a number is no condition") << "0"_ba << true;
        QTest::newRow("text") << "never"_ba << true;
        QTest::newRow("the text false is true") << "'false'"_ba << true;
        QTest::newRow("no text") << "''"_ba << false;
        QTest::newRow("an answer") << "'${{ parameters.name }}'"_ba << true;
        QTest::newRow("no") << "'${{ parameters.public }}'"_ba << false;
        QTest::newRow("not no") << "'${{ not parameters.public }}'"_ba << true;
        QTest::newRow("no answer") << "'${{ parameters.empty }}'"_ba << false;
        QTest::newRow("zero") << "'${{ 0 }}'"_ba << false;
        QTest::newRow("a number") << "'${{ 1 }}'"_ba << true;
        QTest::newRow("an empty list") << "'${{ [] }}'"_ba << false;
        QTest::newRow("a list") << "'${{ parameters.tags }}'"_ba << true;
        QTest::newRow("an empty map") << "'${{ {} }}'"_ba << true;
        QTest::newRow("a block that prints false")
            << "'{% if parameters.public %}true{% else %}false{% endif %}'"_ba << false;
        QTest::newRow("false in text") << "'a ${{ parameters.public }}'"_ba << true;
    }

    void aConditionHolds()
    {
        QFETCH(const QByteArray, node);
        QFETCH(const bool, holds);
        const auto truth = Evaluation(node).truth();
        VERIFY_RESULT(truth);
        QCOMPARE(truth->isTrue, holds);
    }

    void aConditionNamesItsAnswers()
    {
        const auto truth
            = Evaluation("'${{ parameters.name == \"x\" or parameters.port > 1 }}'").truth();
        VERIFY_RESULT(truth);
        QVERIFY(truth->sources.names(u"name"_s));
        QVERIFY(truth->sources.names(u"port"_s));
        QVERIFY(!truth->sources.names(u"public"_s));
    }

    void secretsAreKeptFromConditions()
    {
        Evaluation evaluation("'${{ secrets.token }}'");
        const auto value = evaluation.context().withoutSecrets().evaluated(evaluation.node());
        VERIFY_RESULT(value);
        QVERIFY(value->isUndefined());
    }

    void eachIsThereWhereItIsGiven()
    {
        Evaluation evaluation("'${{ each.key }}=${{ each.value.a }}'");
        const StepContext context = evaluation.context().withEach(
            TaggedValue(u"k"_s), TaggedValue::answer(u"tags"_s, Map{{u"a"_s, 1}}));
        const auto value = context.evaluated(evaluation.node());
        VERIFY_RESULT(value);
        QCOMPARE(value->toValue(), Value(u"k=1"_s));
        QCOMPARE(value->allSources().data, QStringList{u"tags"_s});
        const auto without = evaluation.value();
        VERIFY_RESULT(without);
        QCOMPARE(without->toValue(), Value(u"="_s));
    }

    void outputsOfStepsAreThere()
    {
        Evaluation evaluation("'${{ steps.publish.output.remoteUrl }}'");
        TaggedValue url{u"https://x"_s};
        url.addSources({{u"name"_s}, {}});
        evaluation.context().setStepOutput(u"publish"_s,
                                           TaggedValue::fromMap({{u"remoteUrl"_s, url}}));
        evaluation.context().setStepOutput(u"other"_s, TaggedValue::fromMap({}));
        const auto value = evaluation.value();
        VERIFY_RESULT(value);
        QCOMPARE(value->toValue(), Value(u"https://x"_s));
        QCOMPARE(value->allSources().data, QStringList{u"name"_s});
    }

    void aStepThatDidNotRunHasNothingAndTellsWhy()
    {
        Evaluation evaluation("'${{ steps.publish.output.remoteUrl }}'");
        TaggedValue absent = TaggedValue::undefined();
        absent.addSources({{}, {u"name"_s}});
        evaluation.context().setStepOutput(u"publish"_s, absent);
        const auto value = evaluation.value();
        VERIFY_RESULT(value);
        QVERIFY(value->isUndefined());
        QCOMPARE(value->allSources().control, QStringList{u"name"_s});
    }

    void whatCannotBeRenderedStaysAsItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<int>("column"); // from the start of the node
        QTest::newRow("an unknown filter") << "'${{ parameters.name | nosuch }}'"_ba << 24;
        QTest::newRow("an unknown filter in text")
            << "'abc ${{ parameters.name | nosuch }}'"_ba << 28;
        QTest::newRow("a call of nothing") << "'${{ parameters.nosuch() }}'"_ba << 22;
        QTest::newRow("an open expression") << "'ab ${{ parameters.name'"_ba << -1;
        QTest::newRow("an open block") << "'{% if parameters.name %}'"_ba << -1;
    }

    void whatCannotBeRenderedStaysAsItIsWritten()
    {
        QFETCH(const QByteArray, node);
        QFETCH(const int, column);
        const Evaluation evaluation(node);
        const auto value = evaluation.value();
        VERIFY_RESULT(value);
        QCOMPARE(value->scalar(), Value(evaluation.node().text()));
        QCOMPARE(evaluation.problems().size(), 1);
        const Problem &problem = evaluation.problems().first();
        QCOMPARE(problem.severity, Severity::Warning);
        QVERIFY(problem.message.endsWith(u"The text stays as it is written, as in Backstage."));
        QCOMPARE(problem.file, u"template.yaml"_s);
        QVERIFY(problem.position);
        QCOMPARE(problem.position->line, 8);
        QVERIFY(problem.excerpt.contains(u"fetch:template"));
        const int start = evaluation.node().position().column;
        const int end = start + static_cast<int>(node.size());
        QVERIFY2(problem.position->column >= start && problem.position->column < end,
                 qPrintable(problem.toString()));
        if (column >= 0)
            QVERIFY2(std::abs(problem.position->column - start - column) <= 3,
                     qPrintable(problem.toString()));
    }

    void aLimitIsAnErrorAllTheSame()
    {
        const LoadedTemplate loaded
            = SmallTemplate("{}",
                            "[{action: 'debug:log', input: {message: '${{ [1,2,3] | join }}'}}]")
                  .loaded();
        RenderRequest request = SmallTemplate::request(loaded);
        request.limits.steps = 1;
        const StepContext context(loaded.entry.definition, request);
        const auto value = context.evaluated(loaded.entry.definition.steps.first().input);
        QVERIFY(!value);
        QCOMPARE(value.error().problem.code, u"template.limit"_s);
        QVERIFY(context.problems().isEmpty());
    }

    void theScaffoldersOwnNamesAreThere_data()
    {
        QTest::addColumn<QByteArray>("node");
        QTest::addColumn<Value>("expected");
        QTest::newRow("nobody is signed in") << "'[${{ user.ref }}]'"_ba << Value(u"[]"_s);
        QTest::newRow("nor has a name")
            << "'[${{ user.entity.metadata.name }}]'"_ba << Value(u"[]"_s);
        QTest::newRow("the user is a map") << "'${{ user }}'"_ba << Value(Map());
        QTest::newRow("no environment")
            << "'[${{ environment.parameters.region }}]'"_ba << Value(u"[]"_s);
        QTest::newRow("nor its secrets")
            << "'[${{ environment.secrets.region }}]'"_ba << Value(u"[]"_s);
        QTest::newRow("the task has an id") << "'${{ context.task.id.length }}'"_ba << Value(36);
    }

    void theScaffoldersOwnNamesAreThere()
    {
        QFETCH(const QByteArray, node);
        QFETCH(const Value, expected);
        const Evaluation evaluation(node);
        const auto value = evaluation.value();
        VERIFY_RESULT(value);
        QCOMPARE(value->toValue(), expected);
        QVERIFY(evaluation.problems().isEmpty());
    }

    void truthIsThatOfJavaScript_data()
    {
        QTest::addColumn<Value>("value");
        QTest::addColumn<bool>("isTrue");
        QTest::newRow("nothing") << Value() << false;
        QTest::newRow("true") << Value(true) << true;
        QTest::newRow("false") << Value(false) << false;
        QTest::newRow("0") << Value(0) << false;
        QTest::newRow("1") << Value(1) << true;
        QTest::newRow("0.0") << Value(0.0) << false;
        QTest::newRow("0.5") << Value(0.5) << true;
        QTest::newRow("NaN") << Value(qQNaN()) << false;
        QTest::newRow("no text") << Value(QString()) << false;
        QTest::newRow("text") << Value(u"0"_s) << true;
        QTest::newRow("an empty list") << Value(List()) << false;
        QTest::newRow("a list") << Value(List{0}) << true;
        QTest::newRow("an empty map") << Value(Map()) << true;
    }

    void truthIsThatOfJavaScript()
    {
        QFETCH(const Value, value);
        QFETCH(const bool, isTrue);
        QCOMPARE(isTruthy(TaggedValue(value)), isTrue);
        QVERIFY(!isTruthy(TaggedValue::undefined()));
    }
};

QTEST_APPLESS_MAIN(TestStepContext)
#include "tst_stepcontext.moc"
