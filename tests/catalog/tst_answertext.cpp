#include "models/catalog/answertext.h"
#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

class TestAnswerText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textIsReadByTheType_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *question, const char *text, const char *value) {
            QTest::addRow("%s: %s", question, text)
                << QByteArray(question) << QString::fromUtf8(text) << QString::fromUtf8(value);
        };
        row("'type': 'string'", " 42 ", "' 42 '");
        row("'type': 'string'", "", "''");
        row("'type': 'integer'", " 42 ", "42");
        row("'type': 'integer'", "-7", "-7");
        row("'type': 'integer'", "123456789012345678901234567890",
            "123456789012345678901234567890");
        row("'type': ['integer', 'null']", "null", "null");
        row("'type': ['integer', 'null']", "", "null");
        row("'type': 'number'", "0.5", "0.5");
        row("'type': 'number'", "1e3", "1000.0");
        row("'type': 'number'", "3", "3");
        row("'type': 'boolean'", "Yes", "true");
        row("'type': 'boolean'", "n", "false");
        row("'type': 'boolean'", "true", "true");
        row("'type': 'boolean', 'oneOf': [{'const': true, 'title': 'Open'}, {'const': false, "
            "'title': 'Closed'}]",
            "closed", "false");
        row("'enum': ['a', 'b'], 'enumNames': ['First', 'Second']", "b", "'b'");
        row("'enum': ['a', 'b'], 'enumNames': ['First', 'Second']", "second", "'b'");
        row("'enum': ['a', 'A']", "A", "'A'");
        row("'enum': [1, 2.5]", "2.5", "2.5");
        row("'type': 'integer', 'enum': [1, 2]", "2", "2");
        row("'type': 'array', 'items': {'type': 'integer'}", "[1, 2]", "[1,2]");
        row("'type': 'array', 'uniqueItems': true, 'items': {'enum': ['a', 'b']}", "b, a",
            "['b','a']");
        row("'type': 'array', 'uniqueItems': true, 'items': {'enum': ['a', 'b']}", "['b']",
            "['b']");
        row("'type': 'object'", "{'a': 1}", "{'a':1}");
        row("'title': 'Whatever'", "[1]", "[1]");
        row("'title': 'Whatever'", "hello", "'hello'");
    }
    void textIsReadByTheType()
    {
        QFETCH(const QByteArray, question);
        QFETCH(QString, text);
        QFETCH(const QString, value);
        const QByteArray page = "{'properties': {'q': {" + question + "}}}";
        const Form form = formOf(page.constData());
        const auto answer = readAnswer(*form.parameter({u"q"_s}), text.replace(u'\'', u'"'));
        VERIFY_RESULT(answer);
        QCOMPARE(toTest(*answer), value);
    }

    void whatCannotBeReadIsTold_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        const auto row = [](const char *question, const char *text, const char *message) {
            QTest::addRow("%s: %s", question, text)
                << QByteArray(question) << QString::fromUtf8(text) << QString::fromUtf8(message);
        };
        row("'title': 'Port', 'type': 'integer'", "8o", "Port must be a whole number, not “8o”.");
        row("'type': 'integer'", "1.0", "q must be a whole number, not “1.0”.");
        row("'type': 'number'", "inf", "q must be a number, not “inf”.");
        row("'type': 'boolean'", "maybe", "q must be yes or no, not “maybe”.");
        row("'enum': ['small', 'large']", "medium",
            "q must be one of small or large, not “medium”.");
        row("'enum': ['a'], 'ui:widget': 'password'", "b", "q must be one of a.");
        row("'type': 'array', 'items': {}", "a, b", "q must be a list in JSON, not “a, b”.");
        row("'type': 'object'", "[1]", "q must be a map in JSON, not “[1]”.");
        row("'type': 'integer', 'ui:field': 'Secret'", "x", "q must be a whole number.");
    }
    void whatCannotBeReadIsTold()
    {
        QFETCH(const QByteArray, question);
        QFETCH(const QString, text);
        QFETCH(const QString, message);
        const QByteArray page = "{'properties': {'q': {" + question + "}}}";
        const Form form = formOf(page.constData());
        const Result<Value> answer = readAnswer(*form.parameter({u"q"_s}), text);
        QVERIFY(!answer);
        QCOMPARE(answer.error().problem.message, message);
    }

    void aChoiceIsShownByItsTitle()
    {
        const Form form = formOf("{'properties': {'q': {'enum': ['a'], 'enumNames': ['First']}, "
                                 "'b': {'type': 'boolean'}, 'l': {'type': 'array'}}}");
        QCOMPARE(answerText(*form.parameter({u"q"_s}), u"a"_s), u"First"_s);
        QCOMPARE(answerText(*form.parameter({u"q"_s}), u"z"_s), u"z"_s);
        QCOMPARE(answerText(*form.parameter({u"b"_s}), true), u"yes"_s);
        QCOMPARE(answerText(*form.parameter({u"l"_s}), json("[1, 'a']")), u"[1,\"a\"]"_s);
    }

    void aNumberIsReadWithItsUnit()
    {
        const Form form = formOf("{'properties': {"
                                 "'m': {'type': 'integer', 'ui:options': {'unit': 'MiB'}}, "
                                 "'n': {'type': 'integer'}, "
                                 "'s': {'type': 'string', 'ui:options': {'unit': 'MiB'}}}}");
        QCOMPARE(answerWithUnit(*form.parameter({u"m"_s}), 256), u"256 MiB"_s);
        QCOMPARE(answerText(*form.parameter({u"m"_s}), 256), u"256"_s); // as it is typed
        QCOMPARE(answerWithUnit(*form.parameter({u"n"_s}), 256), u"256"_s);
        QCOMPARE(answerWithUnit(*form.parameter({u"s"_s}), u"256"_s), u"256"_s);
    }

    void aNameAndItsTextAreRead_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QString>("value");
        QTest::newRow("a name") << u"port=80"_s << QStringList{u"port"_s} << u"80"_s;
        QTest::newRow("text with an equals sign")
            << u"name=a=b"_s << QStringList{u"name"_s} << u"'a=b'"_s;
        QTest::newRow("empty text") << u"name="_s << QStringList{u"name"_s} << u"''"_s;
        QTest::newRow("in a group") << u"db.size=3"_s << QStringList{u"db"_s, u"size"_s} << u"3"_s;
        QTest::newRow("a name with a dot") << u"a.b=x"_s << QStringList{u"a.b"_s} << u"'x'"_s;
        QTest::newRow("an item") << u"list[0].n=5"_s << QStringList{u"list"_s, u"0"_s, u"n"_s}
                                 << u"5"_s;
        QTest::newRow("in a map of any names")
            << u"labels.team=3"_s << QStringList{u"labels"_s, u"team"_s} << u"'3'"_s;
        QTest::newRow("asked with another answer only")
            << u"host=3"_s << QStringList{u"host"_s} << u"'3'"_s;
    }
    void aNameAndItsTextAreRead()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, path);
        QFETCH(const QString, value);
        const Result<NamedAnswer> answer = readNamedAnswer(aForm(), text);
        VERIFY_RESULT(answer);
        QCOMPARE(answer->path, path);
        QCOMPARE(toTest(answer->value), value);
    }

    void anUnknownNameIsTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("hint");
        QTest::newRow("nearly known")
            << u"prot=80"_s << u"The template asks for nothing called “prot”."_s
            << u"Did you mean “port”?"_s;
        QTest::newRow("in a group")
            << u"db.sze=80"_s << u"The template asks for nothing called “db.sze”."_s
            << u"It asks for size."_s;
        QTest::newRow("far from all")
            << u"colour=80"_s << u"The template asks for nothing called “colour”."_s
            << u"It asks for name, port, db, a.b, list, labels or host."_s;
        QTest::newRow("no name") << u"=80"_s << u"An answer has to be given as NAME=VALUE."_s
                                 << QString();
        QTest::newRow("no value") << u"port"_s << u"An answer has to be given as NAME=VALUE."_s
                                  << QString();
        QTest::newRow("inside of a number")
            << u"port.x=1"_s << u"The template asks for nothing called “port.x”."_s
            << u"“port” has no parts; write port=VALUE."_s;
    }
    void anUnknownNameIsTold()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, message);
        QFETCH(const QString, hint);
        const Result<NamedAnswer> answer = readNamedAnswer(aForm(), text);
        QVERIFY(!answer);
        QCOMPARE(answer.error().problem.message, message);
        QCOMPARE(answer.error().problem.hint, hint);
    }

    void whatIsWrongInsideOfJsonIsTold()
    {
        const Result<NamedAnswer> answer = readNamedAnswer(aForm(), u"labels={\"a\": 1e400}"_s);
        QVERIFY(!answer);
        QVERIFY2(answer.error().problem.hint.startsWith(u"This number is too large."),
                 qPrintable(answer.error().problem.hint));
    }

private:
    static Form aForm()
    {
        return formOf("{'properties': {'name': {'type': 'string'}, 'port': {'type': 'integer'}, "
                      "'db': {'type': 'object', 'properties': {'size': {'type': 'integer'}}}, "
                      "'a.b': {'type': 'string'}, 'list': {'type': 'array', 'items': {'type': "
                      "'object', 'properties': {'n': {'type': 'integer'}}}}, 'labels': {'type': "
                      "'object', 'additionalProperties': {'type': 'string'}}}, 'if': "
                      "{'required': ['port']}, 'then': {'properties': {'host': {'type': "
                      "'string'}}}}");
    }
};

QTEST_APPLESS_MAIN(TestAnswerText)
#include "tst_answertext.moc"
