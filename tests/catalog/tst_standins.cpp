#include "models/catalog/formats.h"
#include "models/catalog/standins.h"
#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

/// What stands in for answers that are missing, while only shown.
class TestStandIns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void somethingStandsInForEachKind_data()
    {
        QTest::addColumn<QByteArray>("question");
        QTest::addColumn<QString>("standIn");
        const auto row = [](const char *name, const char *question, const char *standIn) {
            QTest::newRow(name) << QByteArray(question) << QString::fromUtf8(standIn);
        };
        row("a placeholder", "{'type': 'string', 'ui:placeholder': 'checkout'}", "'checkout'");
        row("an example", "{'type': 'string', 'examples': ['orders']}", "'orders'");
        row("the title", "{'type': 'string', 'title': 'Owning team'}", "'owning-team'");
        row("a placeholder that is no answer",
            "{'type': 'string', 'title': 'Team', 'pattern': '^[a-z]+$', 'ui:placeholder': 'E. g. "
            "us'}",
            "'team'");
        row("a pattern", "{'type': 'string', 'title': 'Key', 'pattern': '^[A-Z]{2}[0-9]$'}",
            "'AA0'");
        row("a length", "{'type': 'string', 'title': 'Key', 'minLength': 6}", "'keyxxx'");
        row("a most length", "{'type': 'string', 'title': 'Owning team', 'maxLength': 4}",
            "'owni'");
        row("a format", "{'type': 'string', 'title': 'Mail', 'format': 'email'}",
            "'someone@example.org'");
        row("a choice", "{'type': 'string', 'enum': ['small', 'large']}", "'small'");
        row("a whole number", "{'type': 'integer'}", "1");
        row("a least number", "{'type': 'integer', 'minimum': 1024}", "1024");
        row("a number in steps", "{'type': 'integer', 'minimum': 100, 'multipleOf': 64}", "128");
        row("a number above another", "{'type': 'number', 'exclusiveMinimum': 3}", "4");
        row("a number below another", "{'type': 'number', 'exclusiveMaximum': -2}", "-3");
        row("a number as its placeholder", "{'type': 'integer', 'ui:placeholder': '8080'}", "8080");
        row("yes or no", "{'type': 'boolean'}", "false");
        row("a list",
            "{'type': 'array', 'minItems': 2, 'title': 'Teams', 'items': {'type': "
            "'string'}}",
            "['teams','teams']");
        row("a list of different items",
            "{'type': 'array', 'minItems': 2, 'uniqueItems': true, 'title': 'Teams', 'items': "
            "{'type': 'string'}}",
            "['teams','teams-2']");
        row("a list of different numbers",
            "{'type': 'array', 'minItems': 2, 'uniqueItems': true, 'items': {'type': 'integer'}}",
            "[1,0]");
        row("a list of choices",
            "{'type': 'array', 'minItems': 2, 'uniqueItems': true, 'items': {'type': 'string', "
            "'enum': ['a', 'b', 'c']}}",
            "['a','b']");
        row("a map",
            "{'type': 'object', 'minProperties': 2, 'additionalProperties': {'type': 'string'}}",
            "{'name':'value','name2':'value'}");
        row("a map of numbers",
            "{'type': 'object', 'minProperties': 1, 'additionalProperties': {'type': 'integer'}}",
            "{'name':1}");
        row("a file", "{'type': 'string', 'format': 'data-url'}", "'data:text/plain;base64,'");
        row("inside a group",
            "{'type': 'object', 'required': ['b'], 'properties': {'b': {'type': 'integer'}}}",
            "{'b':1}");
        row("anything", "{'title': 'What it is'}", "'what-it-is'");
        row("a list of groups",
            "{'type': 'array', 'minItems': 1, 'items': {'type': 'object', 'required': ['host'], "
            "'properties': {'host': {'type': 'string', 'title': 'Host'}}}}",
            "[{'host':'host'}]");
        row("a group in a group",
            "{'type': 'object', 'required': ['b'], 'properties': {'b': {'type': 'object', "
            "'required': ['c'], 'properties': {'c': {'type': 'boolean'}}}}}",
            "{'b':{'c':false}}");
        row("a choice of numbers", "{'enum': [3, 5]}", "3");
        row("a number as an example", "{'type': 'integer', 'minimum': 1, 'examples': [7]}", "7");
        row("an example that is no answer", "{'type': 'integer', 'maximum': 5, 'examples': [7]}",
            "1");
        row("a placeholder before an example",
            "{'type': 'string', 'ui:placeholder': 'ours', 'examples': ['theirs']}", "'ours'");
        row("a pattern and a length",
            "{'type': 'string', 'title': 'Ab', 'pattern': '^[a-z]+$', 'minLength': 5}", "'abxxx'");
        row("a pattern of capitals and a length",
            "{'type': 'string', 'title': 'Ab', 'pattern': '^[A-Z]+$', 'minLength': 4}", "'AAAA'");
        row("a name without hyphens",
            "{'type': 'string', 'title': 'Owning team', 'pattern': '^[a-z_]+$'}", "'owning_team'");
        row("a title of other letters",
            "{'type': 'string', 'title': 'Größe der Straße', 'pattern': '^[a-z-]+$'}",
            "'grosse-der-strasse'");
        row("a title without letters", "{'type': 'string', 'title': '***'}", "'a'");
        row("nothing is an answer too",
            "{'type': ['string', 'null'], 'title': 'Zone', 'minLength': 2}", "'zone'");
        row("a number between two",
            "{'type': 'number', 'exclusiveMinimum': 0, 'exclusiveMaximum': "
            "0.5}",
            "0.25");
    }

    void somethingStandsInForEachKind()
    {
        QFETCH(const QByteArray, question);
        QFETCH(const QString, standIn);
        const Form form
            = formOf(("{'required': ['a'], 'properties': {'a': " + question + "}}").constData());
        const auto made = withStandIns(form);
        QVERIFY(made);
        QCOMPARE(toTest(made->form.answers().value(u"a"_s)), standIn);
        QCOMPARE(problemsOf(made->form), QStringList());
        QCOMPARE(made->names, QStringList{u"a"_s});
        QVERIFY2(!problemsOf(form).isEmpty(), "the form itself is as it was");
    }

    void whatStandsInForATextHasItsFormat_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"email", "uri", "date", "date-time", "time", "hostname", "ipv4",
                                   "ipv6", "uuid", "regex", "data-url"})
            QTest::newRow(format) << QString::fromLatin1(format);
    }

    void whatStandsInForATextHasItsFormat()
    {
        QFETCH(const QString, format);
        const QByteArray page = "{'required': ['a'], 'properties': {'a': {'type': 'string', "
                                "'title': 'It', 'format': '"
            + format.toLatin1() + "'}}}";
        const auto made = withStandIns(formOf(page.constData()));
        QVERIFY(made);
        const QString text = made->form.answers().value(u"a").textOr();
        QVERIFY(!text.isEmpty());
        QVERIFY2(fitsFormat(text, format), qPrintable(text));
        QCOMPARE(problemsOf(made->form), QStringList());
    }

    void namesStandInTheOrderOfTheForm()
    {
        const auto made = withStandIns(
            formOf("[{'required': ['b', 'a'], 'properties': {'a': {'type': 'string'}, 'b': "
                   "{'type': 'array', 'minItems': 1, 'items': {'type': 'string'}}}}, "
                   "{'required': ['c'], 'properties': {'c': {'type': 'boolean'}, 'd': {}}}]"));
        QVERIFY(made);
        QCOMPARE(made->names, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(problemsOf(made->form), QStringList());
    }

    void aPartOfAGroupStandsInBesideWhatIsAnswered()
    {
        const Form form = formOf(
            "{'properties': {'g': {'type': 'object', 'required': ['a', 'b'], 'properties': {'a': "
            "{'type': 'string'}, 'b': {'type': 'integer', 'minimum': 3}}}}}",
            "{'g': {'a': 'mine'}}");
        const auto made = withStandIns(form);
        QVERIFY(made);
        QCOMPARE(made->names, QStringList{u"g"_s});
        QCOMPARE(toTest(made->form.answers()), u"{'g':{'a':'mine','b':3}}"_s);
        QCOMPARE(toTest(form.given()), u"{'g':{'a':'mine'}}"_s);
    }

    void anItemOfAListStandsInBesideTheOthers()
    {
        const Form form = formOf(
            "{'properties': {'l': {'type': 'array', 'items': {'type': 'object', 'required': "
            "['a'], 'properties': {'a': {'type': 'string', 'title': 'Host'}}}}}}",
            "{'l': [{'a': 'one'}, {}]}");
        const auto made = withStandIns(form);
        QVERIFY(made);
        QCOMPARE(toTest(made->form.answers()), u"{'l':[{'a':'one'},{'a':'host'}]}"_s);
    }

    /// Nobody could read more, and it would take its time.
    void aLongListIsNotFilledUp()
    {
        const auto made = withStandIns(
            formOf("{'required': ['a'], 'properties': {'a': {'type': 'array', 'minItems': "
                   "1000000, 'items': {'type': 'string'}}}}"));
        QVERIFY(made);
        QCOMPARE(made->form.answers().value(u"a").toList()->size(), 100);
    }

    void anEmptyTextIsNoAnswer()
    {
        const Form form = formOf("{'required': ['a'], 'properties': {'a': {'type': 'string', "
                                 "'title': 'Team'}}}",
                                 "{'a': ''}");
        const auto made = withStandIns(form);
        QVERIFY(made);
        QCOMPARE(toTest(made->form.answers()), u"{'a':'team'}"_s);
        QCOMPARE(toTest(form.given()), u"{'a':''}"_s);
    }

    void whatIsAnsweredStays()
    {
        const char *pages = "{'required': ['a', 'b'], 'properties': {'a': {'type': 'string'}, 'b': "
                            "{'type': 'string', 'default': 'x'}, 'c': {'type': 'string'}}}";
        QVERIFY(!withStandIns(formOf(pages, "{'a': 'mine'}")));
        const auto made = withStandIns(formOf(pages, "{'c': 'mine'}"));
        QVERIFY(made);
        QCOMPARE(made->names, QStringList{u"a"_s});
        QCOMPARE(toTest(made->form.answers()), u"{'a':'a','b':'x','c':'mine'}"_s);
    }

    /// What is typed and wrong is shown as it is typed.
    void whatIsAnsweredWronglyStays()
    {
        const char *pages = "{'properties': {'a': {'type': 'array', 'minItems': 2, 'items': "
                            "{'type': 'string'}}}}";
        QVERIFY(!withStandIns(formOf(pages, "{'a': ['one']}")));
        QVERIFY(withStandIns(formOf(pages)));
    }

    void aStandInMayAskForMore()
    {
        const Form form = formOf(
            "{'required': ['kind'], 'properties': {'kind': {'type': 'string', 'enum': ['db', "
            "'none']}}, 'if': {'required': ['kind'], 'properties': {'kind': {'const': 'db'}}}, "
            "'then': {'required': ['host'], 'properties': {'host': {'type': 'string', 'title': "
            "'Host'}}}}");
        const auto made = withStandIns(form);
        QVERIFY(made);
        QCOMPARE(made->names, (QStringList{u"kind"_s, u"host"_s}));
        QCOMPARE(problemsOf(made->form), QStringList());
    }

    void whereNothingIsRightSomethingIsShown()
    {
        const auto made = withStandIns(
            formOf("{'required': ['a'], 'properties': {'a': {'type': 'string', 'title': 'Key', "
                   "'not': {}}}}"));
        QVERIFY(made);
        QCOMPARE(toTest(made->form.answers()), u"{'a':'key'}"_s);
    }

    void aSecretHasAStandInToo()
    {
        const auto made = withStandIns(
            formOf("{'required': ['t'], 'properties': {'t': {'type': 'string', 'title': 'Token', "
                   "'ui:field': 'Secret'}}}"));
        QVERIFY(made);
        QCOMPARE(toTest(made->form.answers()), u"{'t':'token'}"_s);
    }
};

QTEST_APPLESS_MAIN(TestStandIns)
#include "tst_standins.moc"
