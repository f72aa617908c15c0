#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

/// What a form says of answers that are wrong.
class TestAnswerProblems : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aProblemIsToldInPlainWords_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *question, const char *answer, const char *problem) {
            QTest::addRow("%s: %s", question, answer)
                << QByteArray(question) << QByteArray(answer) << QString::fromUtf8(problem);
        };
        row("'title': 'Port', 'type': 'integer', 'minimum': 1024", "80",
            "q: Port must be at least 1024.");
        row("'title': 'Port', 'type': 'integer', 'maximum': 9", "80", "q: Port must be at most 9.");
        row("'type': 'number', 'exclusiveMinimum': 0", "0", "q: q must be more than 0.");
        row("'type': 'number', 'exclusiveMaximum': 0.5", "0.5", "q: q must be less than 0.5.");
        row("'type': 'integer', 'multipleOf': 32", "33", "q: q must be a multiple of 32.");
        row("'type': 'integer'", "'80'", "q: q must be a whole number.");
        row("'type': 'integer'", "1.5", "q: q must be a whole number.");
        row("'type': 'boolean'", "'yes'", "q: q must be yes or no.");
        row("'type': ['string', 'integer', 'null']", "true",
            "q: q must be text or a whole number.");
        row("'type': 'object'", "null", "q: q must be a map of names and values.");
        row("'type': 'null'", "1", "q: q must be empty.");
        row("'title': 'Memory per copy', 'enum': ['128Mi', '256Mi', '512Mi']", "'1Gi'",
            "q: Memory per copy must be one of 128Mi, 256Mi or 512Mi.");
        row("'const': true", "false", "q: q must be true.");
        row("'type': 'string', 'minLength': 1", "''", "q: q must not be empty.");
        row("'type': 'string', 'minLength': 3", "'ab'", "q: q must have at least 3 characters.");
        row("'type': 'string', 'maxLength': 1", "'ab'", "q: q must have at most one character.");
        row("'type': 'string', 'pattern': '^[a-z]+$'", "'A'",
            "q: q does not have the form that is asked for: it has to match ^[a-z]+$.");
        row("'type': 'string', 'format': 'email'", "'ada'",
            "q: q must be an email address such as ada@example.org.");
        row("'type': 'array', 'minItems': 1, 'items': {}", "[]", "q: q needs at least one item.");
        row("'type': 'array', 'maxItems': 1, 'items': {}", "[1, 2]",
            "q: q can have at most one item.");
        row("'type': 'array', 'uniqueItems': true, 'items': {}", "[1, 1]",
            "q: q must not have the same item twice.");
        row("'type': 'array', 'items': {'type': 'integer'}", "[1, 'x']",
            "q[1]: q, item 2 must be a whole number.");
        row("'title': 'Databases', 'type': 'array', 'items': {'type': 'object', 'required': "
            "['n'], 'properties': {'n': {'title': 'Name'}}}",
            "[{'n': 'a'}, {}]", "q[1].n: Databases, item 2: Name needs an answer.");
        row("'title': 'Group', 'type': 'object', 'properties': {'size': {}}", "{'szie': 1}",
            "q.szie: Group has nothing called “szie”.");
        row("'type': 'object', 'additionalProperties': {'type': 'integer'}", "{'a': 'x'}",
            "q.a: a must be a whole number.");
        row("'not': {'const': 'root'}", "'root'", "q: q must not have this answer.");
        row("'oneOf': [{'minimum': 1}, {'minimum': 2}]", "3",
            "q: q can be taken in more than one way.");
        row("'type': 'string', 'minLength': 2, 'errorMessage': 'Too short.'", "'a'",
            "q: Too short.");
        row("'type': 'string', 'minLength': 2, 'errorMessage': {'minLength': 'Two at least.'}",
            "'a'", "q: Two at least.");
        row("'type': 'string', 'minLength': 2, 'errorMessage': {'pattern': 'No.'}", "'a'",
            "q: q must have at least 2 characters.");
    }
    void aProblemIsToldInPlainWords()
    {
        QFETCH(const QByteArray, question);
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, problem);
        const QByteArray page = "{'properties': {'q': {" + question + "}}}";
        const QByteArray answers = "{'q': " + answer + "}";
        const Form form = formOf(page.constData(), answers.constData());
        QCOMPARE(problemsOf(form), QStringList{problem});
    }

    void everyProblemIsToldAtOnceAndOncePerPath()
    {
        const Form form = formOf(
            "{'required': ['a', 'b'], 'properties': {'a': {'title': 'Name'}, 'b': {'type': "
            "'integer'}, 'c': {'type': 'string', 'minLength': 5, 'pattern': '^x'}}}",
            "{'b': 'x', 'c': 'ab'}");
        QCOMPARE(problemsOf(form),
                 (QStringList{u"a: Name needs an answer."_s, u"b: b must be a whole number."_s,
                              u"c: c must have at least 5 characters."_s}));
        QCOMPARE(form.problems().first().problem.code, u"answer.missing"_s);
        QCOMPARE(form.missing().size(), 1);
    }

    void whatYamlDidNotTakeForTextIsToBeQuoted_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QString>("hint");
        QTest::newRow("a choice") << QByteArray("'type': 'string', 'enum': ['99.9', '99.99']")
                                  << QByteArray("99.9") << u"Write it in quotes: \"99.9\"."_s;
        QTest::newRow("no choice")
            << QByteArray("'type': 'string', 'enum': ['1.10', '1.11']") << QByteArray("1.1")
            << u"It is one of 1.10 or 1.11; write it in quotes."_s;
        QTest::newRow("any text") << QByteArray("'type': 'string'") << QByteArray("true")
                                  << u"Write it in quotes: \"true\"."_s;
        QTest::newRow("a secret") << QByteArray("'type': 'string', 'ui:field': 'Secret'")
                                  << QByteArray("1234") << u"Write it in quotes."_s;
        QTest::newRow("a list") << QByteArray("'type': 'string'") << QByteArray("[]") << QString();
        QTest::newRow("text or a number")
            << QByteArray("'type': ['string', 'integer']") << QByteArray("1.5") << QString();
    }
    void whatYamlDidNotTakeForTextIsToBeQuoted()
    {
        QFETCH(const QByteArray, question);
        QFETCH(const QByteArray, answer);
        QFETCH(const QString, hint);
        const QByteArray page = "{'properties': {'q': {" + question + "}}}";
        const QByteArray answers = "{'q': " + answer + "}";
        const auto problems = formOf(page.constData(), answers.constData()).problems();
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().problem.hint, hint);
    }

    void thePagesOwnWordsComeFirst()
    {
        const char *page = "{'required': ['a', 'b'], 'errorMessage': {'properties': {'a': 'A "
                           "short name.'}, 'required': {'b': 'Say who.'}}, 'properties': {'a': "
                           "{'type': 'string'}, 'b': {'type': 'string'}}}";
        QCOMPARE(problemsOf(formOf(page, "{'a': 1}")),
                 (QStringList{u"a: A short name."_s, u"b: Say who."_s}));
        QCOMPARE(problemsOf(formOf(page)), (QStringList{u"a: A short name."_s, u"b: Say who."_s}));
    }

    void emptyTextIsNoAnswerToAQuestionThatNeedsOne_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<bool>("isMissing");
        QTest::newRow("text") << QByteArray("'type': 'string'") << true;
        QTest::newRow("a choice that has it") << QByteArray("'enum': ['', 'a']") << false;
        QTest::newRow("a form that gives it")
            << QByteArray("'type': 'string', 'ui:emptyValue': ''") << false;
    }
    void emptyTextIsNoAnswerToAQuestionThatNeedsOne()
    {
        QFETCH(const QByteArray, question);
        QFETCH(const bool, isMissing);
        const QByteArray page = "{'required': ['q'], 'properties': {'q': {" + question + "}}}";
        QCOMPARE(!formOf(page.constData(), "{'q': ''}").missing().isEmpty(), isMissing);
    }

    void aBranchAsksForWhatItNeeds()
    {
        const char *page
            = "{'properties': {'open': {'type': 'boolean'}, 'host': {'type': 'string'}}, "
              "'dependencies': {'host': ['open']}, 'if': {'properties': {'open': {'const': true}}, "
              "'required': ['open']}, 'then': {'required': ['host']}}";
        QCOMPARE(problemsOf(formOf(page)), QStringList());
        QCOMPARE(problemsOf(formOf(page, "{'open': true}")),
                 QStringList{u"host: host needs an answer."_s});
        QCOMPARE(problemsOf(formOf(page, "{'host': 'a'}")),
                 QStringList{u"open: open needs an answer."_s});
    }

    void anAnswerWithoutAWayIsTold()
    {
        const Form form = formOf("{'properties': {'kind': {'title': 'Kind', 'type': 'string'}}, "
                                 "'dependencies': {'kind': {'oneOf': [{'properties': {'kind': "
                                 "{'const': 'a'}, 'x': {}}}]}}}",
                                 "{'kind': 'b'}");
        QCOMPARE(problemsOf(form),
                 QStringList{u"kind: Kind has an answer that the template has no way for."_s});
    }

    void aNearMissIsRecognised()
    {
        const char *page = "{'properties': {'level': {'enum': ['debug', 'info']}, 'key': {'enum': "
                           "['secret'], 'ui:field': 'Secret'}}}";
        const Form form = formOf(page, "{'level': 'inof', 'key': 'secert'}");
        QCOMPARE(form.problems().at(0).problem.hint, u"Did you mean “info”?"_s);
        QCOMPARE(form.problems().at(1).problem.hint, QString());
    }

    void aSecretIsNeverRepeated()
    {
        const char *page = "{'properties': {"
                           "'a': {'type': 'string', 'maxLength': 3, 'ui:field': 'Secret'},"
                           "'b': {'type': 'integer', 'ui:widget': 'password'},"
                           "'c': {'type': 'string', 'pattern': '^x$', 'ui:widget': 'password'}}}";
        const Form form = formOf(page, "{'a': 'canary-1', 'b': 'canary-2', 'c': 'canary-3'}");
        QCOMPARE(form.problems().size(), 3);
        for (const AnswerProblem &problem : form.problems())
            QVERIFY(!problem.problem.toString().contains(u"canary"));
    }

    void helpIsTheWayOut()
    {
        const char *page = "{'required': ['n'], 'properties': {'n': {'pattern': '^[a-z]+$', "
                           "'description': 'Small letters.'}, 'm': {'pattern': '^a$', "
                           "'description': 'D', 'ui:help': 'Only a.'}}}";
        const Form form = formOf(page, "{'n': 'A', 'm': 'b'}");
        QCOMPARE(form.problems().at(0).problem.hint, u"Small letters."_s);
        QCOMPARE(form.problems().at(1).problem.hint, u"Only a."_s);
        QCOMPARE(formOf(page).problems().at(0).problem.hint, u"Small letters."_s);
    }

    void aVeryLongListIsCheckedInOneGo()
    {
        List list;
        for (int i = 0; i < 100'000; ++i)
            list.append(i % 500 == 7 ? Value(u"x"_s) : Value(i));
        Form form = formOf("{'properties': {'l': {'type': 'array', 'uniqueItems': true, 'items': "
                           "{'type': 'integer'}}}}");
        form.setAnswer({u"l"_s}, list);
        QCOMPARE(problemsOf(form), QStringList{u"l: l must not have the same item twice."_s});
        for (int i = 7; i < list.size(); i += 500)
            list[i] = Value(u"x%1"_s.arg(i));
        form.setAnswer({u"l"_s}, list);
        QCOMPARE(form.problems().size(), 100);
        QCOMPARE(problemsOf(form).first(), u"l[7]: l, item 8 must be a whole number."_s);
    }

    void manyChoicesAreCutShort()
    {
        const Form form = formOf("{'properties': {'q': {'enum': [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, "
                                 "11, 12, 13, 14]}}}",
                                 "{'q': 0}");
        QVERIFY(problemsOf(form).first().endsWith(u"11, 12 and 2 more."_s));
    }
};

QTEST_APPLESS_MAIN(TestAnswerProblems)
#include "tst_answerproblems.moc"
