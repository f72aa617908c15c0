#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

/// What stands in a form where nothing, or not everything, was answered.
class TestDefaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aFormFillsItself_data()
    {
        QTest::addColumn<QByteArray>("page");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("answers");
        const auto row
            = [](const char *name, const char *page, const char *given, const char *answers) {
                  QTest::newRow(name)
                      << QByteArray(page) << QByteArray(given) << QString::fromLatin1(answers);
              };
        row("a default", "{'properties': {'a': {'type': 'integer', 'default': 1}}}", "{}",
            "{'a':1}");
        row("an answer over a default", "{'properties': {'a': {'type': 'integer', 'default': 1}}}",
            "{'a': 2}", "{'a':2}");
        row("nothing for what has no default", "{'properties': {'a': {'type': 'string'}}}", "{}",
            "{}");
        row("a default that is false", "{'properties': {'a': {'default': false}}}", "{}",
            "{'a':false}");
        row("a constant", "{'properties': {'a': {'const': 'x'}}}", "{}", "{'a':'x'}");
        row("an answer that is wrong stays", "{'properties': {'a': {'enum': [1], 'default': 1}}}",
            "{'a': 'x'}", "{'a':'x'}");
        row("what is not asked is left out", "{'properties': {'a': {'default': 1}}}", "{'b': 2}",
            "{'a':1}");
        row("the order of the form", "{'properties': {'b': {'default': 1}, 'a': {'default': 2}}}",
            "{'a': 3}", "{'b':1,'a':3}");
        row("ui:order",
            "{'ui:order': ['c', '*', 'a'], 'properties': {'a': {'default': 1}, 'b': {'default': "
            "2}, 'c': {'default': 3}}}",
            "{}", "{'c':3,'b':2,'a':1}");
        row("the default of the whole page",
            "{'default': {'a': 5}, 'properties': {'a': {'type': 'integer'}}}", "{}", "{}");
        row("defaults in a group",
            "{'properties': {'g': {'type': 'object', 'properties': {'a': {'default': 1}, 'b': "
            "{'type': 'string'}}}}}",
            "{}", "{'g':{'a':1}}");
        row("a group that is half answered",
            "{'properties': {'g': {'type': 'object', 'properties': {'a': {'default': 1}, 'b': "
            "{'type': 'string'}}}}}",
            "{'g': {'b': 'x'}}", "{'g':{'a':1,'b':'x'}}");
        row("a group without defaults is not there",
            "{'properties': {'g': {'type': 'object', 'properties': {'a': {'type': 'string'}}}}}",
            "{}", "{}");
        row("a required group without defaults is empty",
            "{'required': ['g'], 'properties': {'g': {'type': 'object', 'properties': {'a': "
            "{'type': 'string'}}}}}",
            "{}", "{'g':{}}");
        row("a group's default for its members",
            "{'properties': {'g': {'type': 'object', 'default': {'a': 1, 'b': 2}, 'properties': "
            "{'a': {'type': 'integer'}, 'b': {'type': 'integer', 'default': 3}}}}}",
            "{}", "{'g':{'a':1,'b':3}}");
        row("a free map's default",
            "{'properties': {'m': {'type': 'object', 'additionalProperties': {'type': 'string'}, "
            "'default': {'x': 'y'}}}}",
            "{}", "{'m':{'x':'y'}}");
        row("a free map's answer is not mixed with its default",
            "{'properties': {'m': {'type': 'object', 'additionalProperties': {'type': 'string'}, "
            "'default': {'x': 'y'}}}}",
            "{'m': {'a': 'b'}}", "{'m':{'a':'b'}}");
        row("a list without default is empty",
            "{'properties': {'l': {'type': 'array', 'items': {'type': 'string'}}}}", "{}",
            "{'l':[]}");
        row("a list's default",
            "{'properties': {'l': {'type': 'array', 'default': ['a'], 'items': {'type': "
            "'string'}}}}",
            "{}", "{'l':['a']}");
        row("a shorter answer than the list's default",
            "{'properties': {'l': {'type': 'array', 'default': ['a', 'b'], 'items': {'type': "
            "'string'}}}}",
            "{'l': ['c']}", "{'l':['c']}");
        row("members of items",
            "{'properties': {'l': {'type': 'array', 'items': {'type': 'object', 'properties': "
            "{'a': {'default': 1}, 'b': {'type': 'string'}}}}}}",
            "{'l': [{'b': 'x'}, {}]}", "{'l':[{'a':1,'b':'x'},{'a':1}]}");
        row("as many items as there must be",
            "{'properties': {'l': {'type': 'array', 'minItems': 2, 'items': {'type': 'string', "
            "'default': 'x'}}}}",
            "{}", "{'l':['x','x']}");
        row("no items where they have no default",
            "{'properties': {'l': {'type': 'array', 'minItems': 2, 'items': {'type': "
            "'string'}}}}",
            "{}", "{'l':[]}");
        row("no picked items",
            "{'properties': {'l': {'type': 'array', 'minItems': 1, 'uniqueItems': true, 'items': "
            "{'enum': ['a'], 'default': 'a'}}}}",
            "{}", "{'l':[]}");
        row("allOf",
            "{'allOf': [{'properties': {'a': {'default': 1}}}, {'properties': {'b': "
            "{'default': 2}}}]}",
            "{}", "{'a':1,'b':2}");
        row("allOf in a question",
            "{'properties': {'g': {'allOf': [{'type': 'object', 'properties': {'a': {'default': "
            "1}}}]}}}",
            "{}", "{'g':{'a':1}}");
        row("a reference",
            "{'definitions': {'p': {'type': 'integer', 'default': 80}}, 'properties': {'a': "
            "{'$ref': '#/definitions/p'}, 'b': {'$ref': '#/definitions/p', 'default': 81}}}",
            "{}", "{'a':80,'b':81}");
        row("the first of constants",
            "{'properties': {'a': {'type': 'string', 'oneOf': [{'const': 'x', 'title': 'X'}, "
            "{'const': 'y'}]}}}",
            "{}", "{'a':'x'}");
        row("a default among constants",
            "{'properties': {'a': {'type': 'string', 'default': 'y', 'oneOf': [{'const': 'x'}, "
            "{'const': 'y'}]}}}",
            "{}", "{'a':'y'}");
        row("what a feature flag hides",
            "{'properties': {'a': {'default': 1, 'backstage:featureFlag': 'f'}, 'b': {'default': "
            "2}}}",
            "{'a': 3}", "{'b':2}");
    }
    void aFormFillsItself()
    {
        QFETCH(const QByteArray, page);
        QFETCH(const QByteArray, given);
        QFETCH(const QString, answers);
        const Form form = formOf(page.constData(), given.constData());
        QCOMPARE(toTest(Value(form.answers())), answers);
    }

    void aBranchBringsItsDefaults_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("answers");
        QTest::newRow("as it begins") << QByteArray("{}") << u"{'storage':'none'}"_s;
        QTest::newRow("a branch") << QByteArray("{'storage': 'bucket'}")
                                  << u"{'storage':'bucket','days':30}"_s;
        QTest::newRow("a branch in a branch")
            << QByteArray("{'storage': 'database'}")
            << u"{'storage':'database','replica':true,'zone':'b'}"_s;
        QTest::newRow("answers of another branch are left out")
            << QByteArray("{'storage': 'bucket', 'zone': 'c', 'days': 7}")
            << u"{'storage':'bucket','days':7}"_s;
    }
    void aBranchBringsItsDefaults()
    {
        QFETCH(const QByteArray, given);
        QFETCH(const QString, answers);
        const Form form = formOf(
            "{'properties': {'storage': {'enum': ['none', 'bucket', 'database'], 'default': "
            "'none'}},"
            "'dependencies': {"
            " 'storage': {'oneOf': ["
            "  {'properties': {'storage': {'enum': ['none']}}},"
            "  {'properties': {'storage': {'enum': ['bucket']}, 'days': {'default': 30}}},"
            "  {'properties': {'storage': {'enum': ['database']}, 'replica': {'default': true}}}"
            " ]},"
            " 'replica': {'properties': {'zone': {'default': 'b'}}}}}",
            given.constData());
        QCOMPARE(toTest(Value(form.answers())), answers);
        QCOMPARE(problemsOf(form), QStringList());
    }

    void theFirstWayIsTakenUntilAnAnswerShowsAnother_data()
    {
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("answers");
        QTest::newRow("nothing") << QByteArray("{}") << u"{'kind':'http','port':80}"_s;
        QTest::newRow("by the constant")
            << QByteArray("{'kind': 'queue'}") << u"{'kind':'queue','topic':'t'}"_s;
        QTest::newRow("by what only it has")
            << QByteArray("{'topic': 'x'}") << u"{'kind':'queue','topic':'x'}"_s;
    }
    void theFirstWayIsTakenUntilAnAnswerShowsAnother()
    {
        QFETCH(const QByteArray, given);
        QFETCH(const QString, answers);
        const Form form
            = formOf("{'oneOf': [{'properties': {'kind': {'const': 'http'}, 'port': {'default': "
                     "80}}}, {'properties': {'kind': {'const': 'queue'}, 'topic': {'default': "
                     "'t'}}}]}",
                     given.constData());
        QCOMPARE(toTest(Value(form.answers())), answers);
        QCOMPARE(problemsOf(form), QStringList());
    }

    void theDefaultsAreThoseOfTheQuestionsAsked()
    {
        Form form = formOf("{'properties': {'a': {'default': 1}, 'b': {'type': 'boolean', "
                           "'default': false}}, 'if': {'properties': {'b': {'const': true}}}, "
                           "'then': {'properties': {'c': {'default': 3}}}}");
        QCOMPARE(toTest(Value(form.defaults())), u"{'a':1,'b':false}"_s);
        form.setAnswer({u"b"_s}, true);
        form.setAnswer({u"c"_s}, 4);
        QCOMPARE(toTest(Value(form.defaults())), u"{'a':1,'b':false,'c':3}"_s);
        QCOMPARE(toTest(Value(form.answers())), u"{'a':1,'b':true,'c':4}"_s);
    }

    void aFormThatNeverComesToRestEnds()
    {
        // Asking hides the question, which asks it again.
        const Form form = formOf("{'if': {'required': ['a']}, 'then': {'properties': {'b': "
                                 "{'default': 1}}}, 'else': {'properties': {'a': {'default': "
                                 "2}}}}");
        QVERIFY(form.answers().size() <= 1);
    }
};

QTEST_APPLESS_MAIN(TestDefaults)
#include "tst_defaults.moc"
