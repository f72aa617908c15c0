#include "models/catalog/copiercasts.h"

#include "tests/catalog/catalogtesting.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestCopierCasts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void truthIsReadFromAnything_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("expected");
        for (const char *yes : {"'y'", "'Yes'", "' TRUE '", "'on'", "1", "'2.5'", "-1", "'nan'",
                                "'maybe'", "[0]", "{'a': 1}", "true", "'inf'"})
            QTest::newRow(yes) << QByteArray(yes) << true;
        for (const char *no : {"'n'", "'No'", "'f'", "'off'", "'~'", "'null'", "'none'", "''",
                               "'  '", "0", "'0.0'", "[]", "{}", "false", "null"})
            QTest::newRow(no) << QByteArray(no) << false;
    }

    void truthIsReadFromAnything()
    {
        QFETCH(const QByteArray, value);
        QFETCH(const bool, expected);
        QCOMPARE(copierBool(json(value.constData())), expected);
    }

    void answersGetTheirType_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QByteArray>("given");
        QTest::addColumn<QString>("expected"); // empty: refused
        const auto row = [](const char *type, const char *given, const char *expected) {
            QTest::newRow(qPrintable(QString::fromUtf8(type) + u' ' + QString::fromUtf8(given)))
                << QString::fromUtf8(type) << QByteArray(given) << QString::fromUtf8(expected);
        };
        row("int", "' 12 '", "12");
        row("int", "'1_000'", "1000");
        row("int", "'1__0'", "");
        row("int", "'1.5'", "");
        row("int", "1.9", "1");
        row("int", "true", "1");
        row("int", "null", "");
        row("int", "[1]", "");
        row("float", "'1e3'", "1000.0");
        row("float", "3", "3.0");
        row("float", "'x'", "");
        row("str", "5", "'5'");
        row("str", "1.0", "'1.0'");
        row("str", "true", "'True'");
        row("str", "[1]", "");
        row("path", "'a/b'", "'a/b'");
        row("json", "'[1, null]'", "[1,null]");
        row("json", "[1]", "[1]");
        row("json", "'nope'", "");
        row("yaml", "'[1, yes, x: 010]'", "[1,true,{'x':8}]");
        row("yaml", "''", "null");
        row("yaml", "'a: b: c'", "");
        row("yaml", "null", "null");
        row("bool", "'off'", "false");
    }

    void answersGetTheirType()
    {
        QFETCH(const QString, type);
        QFETCH(const QByteArray, given);
        QFETCH(const QString, expected);
        const auto answer = copierCast(type, json(given.constData()));
        QCOMPARE(answer ? toTest(*answer) : QString(), expected);
    }

    void listsAreReadItemByItem()
    {
        const auto items = copierYamlList(u"[a, 'b', 1, \"2\", [x, y]]"_s);
        VERIFY_RESULT(items);
        QCOMPARE(*items, (List{u"a"_s, u"b"_s, u"1"_s, u"2"_s, u"[\"x\",\"y\"]"_s}));
        QVERIFY(!copierYamlList(u"a: b"_s));
        QVERIFY(!copierYamlList(u"["_s));
    }

    void equalityIsPythons()
    {
        QVERIFY(pythonEqual(Value(1), Value(1.0)));
        QVERIFY(pythonEqual(Value(1), Value(true)));
        QVERIFY(!pythonEqual(Value(1), Value(u"1"_s)));
        QVERIFY(pythonEqual(json("{'a':1,'b':[2]}"), json("{'b':[2.0],'a':1}")));
        QVERIFY(!pythonEqual(json("[1,2]"), json("[2,1]")));
    }

    void valuesPrintAsPythonPrintsThem()
    {
        QCOMPARE(pythonText(json("['a', null, 1.0]")), u"['a', None, 1.0]"_s);
        QCOMPARE(pythonText(Value(u"x"_s)), u"x"_s);
        QCOMPARE(pythonRepr(Value(u"x"_s)), u"'x'"_s);
        QCOMPARE(pythonText(Value(true)), u"True"_s);
    }
};

QTEST_APPLESS_MAIN(TestCopierCasts)
#include "tst_copiercasts.moc"
