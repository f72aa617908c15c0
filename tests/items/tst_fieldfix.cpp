#include "models/items/fieldfix.h"

#include "models/base/json.h"
#include "tests/items/itemtesting.h"

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

class TestFieldFix : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNearestRightAnswerIsFound_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("shown"); // nothing: no fix
        QTest::addColumn<QByteArray>("value");
        const auto row = [](const char *name, const QByteArray &schema, const QString &text,
                            const QString &shown, const QByteArray &value) {
            QTest::newRow(name) << schema << text << shown << value;
        };
        const QByteArray name = "{type: string, pattern: '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'}";
        row("a slug", name, u"Orders API"_s, u"orders-api"_s, "\"orders-api\"");
        row("small letters", name, u"Orders"_s, u"orders"_s, "\"orders\"");
        row("blanks around", name, u" orders "_s, u"orders"_s, "\"orders\"");
        row("digits in front", name, u"2nd try"_s, u"nd-try"_s, "\"nd-try\"");
        row("a slash in front", "{type: string, pattern: '^/.*'}", u"healthz"_s, u"/healthz"_s,
            "\"/healthz\"");
        row("a number sign in front", "{type: string, pattern: '^#[a-z]+$'}", u"alerts"_s,
            u"#alerts"_s, "\"#alerts\"");
        row("a host out of an address", "{type: string, pattern: '^([a-z]+[.])+[a-z]+$'}",
            u"https://Shop.example.org/a"_s, u"shop.example.org"_s, "\"shop.example.org\"");
        row("an underscore", "{type: string, pattern: '^[a-z_]+$'}", u"Big one"_s, u"big_one"_s,
            "\"big_one\"");
        row("too long", "{type: string, maxLength: 3}", u"abcd"_s, u"abc"_s, "\"abc\"");
        row("no way", "{type: string, pattern: '^x[0-9]{9}$'}", u"abc"_s, u""_s, "");
        row("the least", "{type: integer, minimum: 64}", u"5"_s, u"64"_s, "64");
        row("the most", "{type: integer, maximum: 64}", u"500"_s, u"64"_s, "64");
        row("beyond a limit that does not count", "{type: integer, exclusiveMaximum: 64}", u"64"_s,
            u"63"_s, "63");
        row("the nearest step", "{type: integer, multipleOf: 32}", u"500"_s, u"512"_s, "512");
        row("the step below the most", "{type: integer, multipleOf: 32, maximum: 510}", u"600"_s,
            u"480"_s, "480");
        row("a unit behind", "{type: integer}", u"512 MiB"_s, u"512"_s, "512");
        row("a comma", "{type: number}", u"0,5"_s, u"0.5"_s, "0.5");
        row("a fraction of a whole number", "{type: integer}", u"2.6"_s, u"3"_s, "3");
        row("no number", "{type: integer}", u"many"_s, u""_s, "");
        row("nothing typed", name, u"  "_s, u""_s, "");
        row("a secret", "{type: string, ui:field: Secret, maxLength: 2}", u"abc"_s, u""_s, "");
    }

    void theNearestRightAnswerIsFound()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QString, text);
        QFETCH(const QString, shown);
        QFETCH(const QByteArray, value);
        const Form form(asking("{properties: {a: " + schema + "}}").form);
        const auto fix = fixOf(form, {u"a"_s}, text);
        QCOMPARE(fix ? fix->text : QString(), shown);
        if (fix)
            QCOMPARE(toJson(fix->value), value);
    }

    void theNearestChoiceIsShownByItsTitle()
    {
        const Form form(asking("{properties: {a: {type: string, enum: [small, large], enumNames: "
                               "[Small, Large]}}}")
                            .form);
        const auto fix = fixOf(form, {u"a"_s}, u"lareg"_s);
        QVERIFY(fix);
        QCOMPARE(fix->text, u"Large"_s);
        QCOMPARE(fix->value, Value(u"large"_s));
    }

    void aMemberOfAGroupIsMended()
    {
        const Form form(asking("{properties: {g: {type: object, properties: {a: {type: integer, "
                               "maximum: 9}}}}}")
                            .form);
        const auto fix = fixOf(form, {u"g"_s, u"a"_s}, u"10"_s);
        QVERIFY(fix);
        QCOMPARE(fix->value, Value(9));
    }

    void whatIsNotAskedHasNoFix() { QVERIFY(!fixOf(Form(), {u"a"_s}, u"x"_s)); }
};

QTEST_GUILESS_MAIN(TestFieldFix)
#include "tst_fieldfix.moc"
