#include "models/catalog/derivedanswers.h"
#include "models/catalog/slug.h"
#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

class TestDerivedAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aSlugIsSmallLettersDigitsAndHyphens_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("slug");
        QTest::newRow("as it is") << u"orders"_s << u"orders"_s;
        QTest::newRow("a name") << u"Jörg Müller"_s << u"jorg-muller"_s;
        QTest::newRow("sharp s and ligatures") << u"Weiß Æon"_s << u"weiss-aeon"_s;
        QTest::newRow("other scripts") << u"Анна 田中"_s << u"anna-tian-zhong"_s;
        QTest::newRow("an apostrophe") << u"O'Brien"_s << u"obrien"_s;
        QTest::newRow("signs around") << u"--my__app!!"_s << u"my-app"_s;
        QTest::newRow("digits") << u"2026 app v2.0"_s << u"2026-app-v2-0"_s;
        QTest::newRow("nothing of it") << u"🙂"_s << QString();
        QTest::newRow("empty") << QString() << QString();
    }
    void aSlugIsSmallLettersDigitsAndHyphens()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, slug);
        QCOMPARE(waymark::slug(text), slug);
    }

    void nameAndOwnerComeFromDestinationAndUser_data()
    {
        QTest::addColumn<QByteArray>("questions");
        QTest::addColumn<QString>("answers");
        const auto row = [](const char *name, const char *questions, const char *answers) {
            QTest::newRow(name) << QByteArray(questions) << QString::fromLatin1(answers);
        };
        row("by their names", "'name': {'type': 'string'}, 'owner': {'type': 'string'}",
            "{'name':'my-orders-2','owner':'jorg-muller'}");
        row("by their pickers",
            "'name': {'type': 'string'}, 'component': {'type': 'string', 'ui:field': "
            "'EntityNamePicker'}, 'team': {'type': 'string', 'ui:field': 'OwnerPicker'}",
            "{'component':'my-orders-2','team':'jorg-muller'}");
        row("neither is asked", "'title': {'type': 'string'}", "{}");
        row("no hyphens", "'name': {'type': 'string', 'pattern': '^[a-z0-9_]+$'}",
            "{'name':'my_orders_2'}");
        row("letters and digits only", "'name': {'type': 'string', 'pattern': '^[a-z0-9]+$'}",
            "{'name':'myorders2'}");
        row("as it is", "'name': {'type': 'string', 'pattern': '^[A-Z]'}",
            "{'name':'My Orders 2'}");
        row("cut to the length", "'name': {'type': 'string', 'maxLength': 3}", "{'name':'my'}");
        row("nothing fits", "'name': {'type': 'string', 'pattern': '^[0-9]+$'}", "{}");
        row("a default stands", "'name': {'type': 'string', 'default': 'x'}", "{}");
        row("one of several owners", "'owner': {'enum': ['A-Team', 'Jorg-Muller']}",
            "{'owner':'Jorg-Muller'}");
        row("none of several owners", "'owner': {'enum': ['a-team']}", "{}");
    }
    void nameAndOwnerComeFromDestinationAndUser()
    {
        QFETCH(const QByteArray, questions);
        QFETCH(const QString, answers);
        const QByteArray page = "{'required': ['name', 'owner', 'component', 'team'], "
                                "'properties': {"
            + questions + "}}";
        const Map derived
            = derivedAnswers(formOf(page.constData()), {u"My Orders 2"_s, u"Jörg Müller"_s});
        QCOMPARE(toTest(Value(derived)), answers);
    }

    void whatWasGivenStands()
    {
        const Form form = formOf("{'required': ['name'], 'properties': {'name': {'type': "
                                 "'string'}}}",
                                 "{'name': 'a'}");
        QVERIFY(derivedAnswers(form, {u"orders"_s, {}}).isEmpty());
    }

    void whatNeedsNoAnswerHasNone()
    {
        const Form form = formOf("{'properties': {'name': {}, 'owner': {}}}");
        QVERIFY(derivedAnswers(form, {u"orders"_s, u"ada"_s}).isEmpty());
    }

    void allThatIsMissingIsOneProblem()
    {
        const char *page = "{'required': ['name', 'db'], 'properties': {'name': {'title': "
                           "'Service name'}, 'db': {'type': 'object', 'required': ['size'], "
                           "'properties': {'size': {}}}}}";
        const std::optional<Problem> problem = missingAnswers(formOf(page), false);
        QVERIFY(problem);
        QCOMPARE(problem->message,
                 u"There is no answer for name (Service name), db.size (size)."_s);
        QVERIFY(problem->hint.contains(u"--set"));
        QVERIFY(!problem->hint.contains(u"git config"));
        QVERIFY(!missingAnswers(formOf(page, "{'name': 'a', 'db': {'size': 1}}"), false));
    }

    void aMissingOwnerCanComeFromGit()
    {
        const Form form
            = formOf("{'required': ['owner'], 'properties': {'owner': {'type': 'string'}}}");
        const std::optional<Problem> problem = missingAnswers(form, false);
        QVERIFY(problem);
        QVERIFY(problem->hint.contains(u"git config --global user.name"));
        QVERIFY(!missingAnswers(form, true)->hint.contains(u"git config"));
    }
};

QTEST_APPLESS_MAIN(TestDerivedAnswers)
#include "tst_derivedanswers.moc"
