#include "models/catalog/standins.h"
#include "tests/catalog/catalogtesting.h"
#include "tests/support/randomvalues.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

/// One page with every kind of branch, and one whose questions depend on the first.
const char *const pages
    = "[{'title': 'First', 'required': ['name', 'kind'], 'properties': {"
      "   'name': {'type': 'string', 'minLength': 2, 'pattern': '^[a-z]+$'},"
      "   'kind': {'enum': ['web', 'job', 'none'], 'default': 'web'},"
      "   'size': {'type': 'integer', 'minimum': 1, 'maximum': 4, 'default': 2},"
      "   'tags': {'type': 'array', 'uniqueItems': true, 'items': {'type': 'string', "
      "'minLength': 1}},"
      "   'store': {'type': 'object', 'properties': {'on': {'type': 'boolean', 'default': false}},"
      "     'dependencies': {'on': {'oneOf': ["
      "       {'properties': {'on': {'const': false}}},"
      "       {'required': ['class'], 'properties': {'on': {'const': true}, "
      "'class': {'enum': ['fast', 'slow'], 'default': 'slow'}}}]}}}},"
      "  'dependencies': {'kind': {'oneOf': ["
      "    {'properties': {'kind': {'const': 'web'}, 'port': {'type': 'integer', 'default': 80}}},"
      "    {'required': ['schedule'], 'properties': {'kind': {'const': 'job'}, "
      "'schedule': {'type': 'string'}}},"
      "    {'properties': {'kind': {'const': 'none'}}}]}, 'tags': ['size']}},"
      " {'title': 'Second', 'properties': {'size': {'maximum': 3}, 'more': {'type': 'boolean'}},"
      "  'if': {'properties': {'more': {'const': true}}, 'required': ['more']},"
      "  'then': {'required': ['why'], 'properties': {'why': {'type': 'string', 'title': 'Why'}}},"
      "  'else': {'properties': {'less': {'type': 'number', 'default': 0.5}}},"
      "  'anyOf': [{'required': ['name']}, {'required': ['more']}]}]";

/// Makes changes of answers, always the same for one seed.
class ChangeSource
{
public:
    explicit ChangeSource(quint32 seed)
        : m_random(seed)
    {
    }

    void change(Form &form)
    {
        const AnswerPath path = paths().at(m_random.bounded(paths().size()));
        if (m_random.bounded(5) == 0)
            form.removeAnswer(path);
        else
            form.setAnswer(path, values().at(m_random.bounded(values().size())));
    }

private:
    static const QList<AnswerPath> &paths()
    {
        static const QList<AnswerPath> all{{u"name"_s},
                                           {u"kind"_s},
                                           {u"kind"_s},
                                           {u"size"_s},
                                           {u"tags"_s},
                                           {u"tags"_s, u"0"_s},
                                           {u"store"_s},
                                           {u"store"_s, u"on"_s},
                                           {u"store"_s, u"class"_s},
                                           {u"port"_s},
                                           {u"schedule"_s},
                                           {u"more"_s},
                                           {u"more"_s},
                                           {u"why"_s},
                                           {u"less"_s},
                                           {u"nothing"_s}};
        return all;
    }
    static const QList<Value> &values()
    {
        static const QList<Value> all{u"web"_s,
                                      u"job"_s,
                                      u"none"_s,
                                      u"x"_s,
                                      u""_s,
                                      u"orders"_s,
                                      true,
                                      false,
                                      0,
                                      2,
                                      4,
                                      1.5,
                                      {},
                                      List{u"a"_s, u"b"_s},
                                      List{u"a"_s, u"a"_s},
                                      List{1},
                                      Map{{u"on"_s, true}},
                                      Map{{u"on"_s, true}, {u"class"_s, u"fast"_s}},
                                      Map{{u"other"_s, 1}},
                                      u"fast"_s};
        return all;
    }

    QRandomGenerator m_random;
};

} // namespace

class TestFormProperties : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void changesOneByOneGiveWhatAllAtOnceGive_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= testing::propertyRuns(60); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void changesOneByOneGiveWhatAllAtOnceGive()
    {
        QFETCH(const quint32, seed);
        const FormSchema schema = schemaOf(pages);
        ChangeSource source(seed);
        Form form(schema);
        for (int step = 0; step < 25; ++step) {
            source.change(form);
            const Form whole(schema, form.given());
            QCOMPARE(toTest(Value(form.answers())), toTest(Value(whole.answers())));
            QCOMPARE(problemsOf(form), problemsOf(whole));
            QCOMPARE(form.problems(), whole.problems());
            QCOMPARE(form.pages(), whole.pages());
            QCOMPARE(form.unused(), whole.unused());
            QCOMPARE(form.missing(), whole.missing());
        }
    }

    void noPathHasTwoProblems_data() { changesOneByOneGiveWhatAllAtOnceGive_data(); }

    void noPathHasTwoProblems()
    {
        QFETCH(const quint32, seed);
        ChangeSource source(seed);
        Form form = formOf(pages);
        for (int step = 0; step < 25; ++step) {
            source.change(form);
            QStringList paths;
            for (const AnswerProblem &problem : form.problems()) {
                const QString path = problem.path.join(u'/');
                QVERIFY2(path.isEmpty() || !paths.contains(path), qPrintable(path));
                paths += path;
                QVERIFY(!problem.problem.message.isEmpty());
                QVERIFY(problem.problem.code.startsWith(u"answer."));
            }
        }
    }

    void nothingIsMissingWhereSomethingStandsIn_data()
    {
        changesOneByOneGiveWhatAllAtOnceGive_data();
    }

    void nothingIsMissingWhereSomethingStandsIn()
    {
        QFETCH(const quint32, seed);
        ChangeSource source(seed);
        Form form = formOf(pages);
        for (int step = 0; step < 25; ++step) {
            source.change(form);
            const Map given = form.given();
            const bool isMissing = !form.missing().isEmpty();
            const auto made = withStandIns(form);
            QCOMPARE(form.given(), given);
            QVERIFY2(made || !isMissing,
                     isMissing ? qPrintable(form.missing().first().name) : "nothing");
            if (!made)
                continue;
            QCOMPARE(made->form.missing(), QList<Parameter>());
            QVERIFY(!made->names.isEmpty());
            for (const QString &name : made->names)
                QVERIFY(made->form.answers().contains(name));
            const auto again = withStandIns(form);
            QCOMPARE(toTest(Value(again->form.answers())), toTest(Value(made->form.answers())));
        }
    }

    void takingBackBringsBackWhatWas_data() { changesOneByOneGiveWhatAllAtOnceGive_data(); }

    void takingBackBringsBackWhatWas()
    {
        QFETCH(const quint32, seed);
        ChangeSource source(seed);
        Form form = formOf(pages);
        for (int step = 0; step < 8; ++step)
            source.change(form);
        const Form before = form;
        const Map given = form.given();
        source.change(form);
        form.setAnswers(given);
        QCOMPARE(form.answers(), before.answers());
        QCOMPARE(form.problems(), before.problems());
        QCOMPARE(form.pages(), before.pages());
    }
};

QTEST_APPLESS_MAIN(TestFormProperties)
#include "tst_formproperties.moc"
