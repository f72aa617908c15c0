#include "models/catalog/decidinganswers.h"
#include "tests/catalog/catalogtesting.h"

#include <QTest>

#include <algorithm>

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

/// "name: a b", a line for each that some answer decides, sorted.
QStringList decidedIn(const char *pages)
{
    const QHash<QString, QStringList> all = decidingAnswers(schemaOf(pages));
    QStringList lines;
    for (auto entry = all.cbegin(); entry != all.cend(); ++entry)
        lines.append(entry.key() + u": "_s + entry->join(u' '));
    std::ranges::sort(lines);
    return lines;
}

const char *const shop = "{'properties': {'kind': {'enum': ['web', 'job'], 'default': 'web'},"
                         "                'name': {'type': 'string'}},"
                         " 'dependencies': {'kind': {'oneOf': ["
                         "   {'properties': {'kind': {'enum': ['web']},"
                         "                   'port': {'type': 'integer', 'default': 80}}},"
                         "   {'properties': {'kind': {'enum': ['job']},"
                         "                   'schedule': {'type': 'string'}}}]}}}";

} // namespace

class TestDecidingAnswers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsAlwaysAskedIsDecidedByNothing()
    {
        QCOMPARE(decidedIn("{'properties': {'a': {}, 'b': {}}}"), QStringList());
        QCOMPARE(decidedIn("[{'properties': {'a': {}}}, {'properties': {'b': {}}}]"),
                 QStringList());
        QCOMPARE(decidedIn("[]"), QStringList());
    }

    void aDependencyDecides_data()
    {
        QTest::addColumn<QByteArray>("pages");
        QTest::addColumn<QStringList>("decided");
        QTest::newRow("one branch each")
            << QByteArray(shop) << QStringList{u"port: kind"_s, u"schedule: kind"_s};
        QTest::newRow("without branches")
            << "{'properties': {'a': {}}, 'dependencies': {'a': {'properties': {'b': {}}}}}"_ba
            << QStringList{u"b: a"_s};
        QTest::newRow("that only needs others")
            << "{'properties': {'a': {}, 'b': {}}, 'dependencies': {'a': ['b']}}"_ba
            << QStringList();
        QTest::newRow("of a question that another one brings")
            << "{'properties': {'a': {}}, 'dependencies': {"
               "  'a': {'properties': {'b': {}}}, 'b': {'properties': {'c': {}}}}}"_ba
            << QStringList{u"b: a"_s, u"c: a b"_s};
        QTest::newRow("inside a branch")
            << "{'properties': {'a': {}}, 'dependencies': {'a': {'oneOf': [{'properties': {"
               "  'a': {'const': 1}, 'b': {}}, 'dependencies': {'b': {'properties': {'c': {}}}}}]}}}"_ba
            << QStringList{u"b: a"_s, u"c: a b"_s};
        QTest::newRow("of a question that is always asked too")
            << "{'properties': {'a': {}, 'b': {'default': 1}}, 'dependencies': {'a': {'oneOf': ["
               "  {'properties': {'a': {'const': 1}, 'b': {'default': 2}}}]}}}"_ba
            << QStringList{u"b: a"_s};
        QTest::newRow("of each other")
            << "{'properties': {}, 'dependencies': {"
               "  'a': {'properties': {'b': {}}}, 'b': {'properties': {'a': {}}}}}"_ba
            << QStringList{u"a: a b"_s, u"b: a b"_s};
    }

    void aDependencyDecides()
    {
        QFETCH(const QByteArray, pages);
        QFETCH(const QStringList, decided);
        QCOMPARE(decidedIn(pages.constData()), decided);
    }

    void aConditionDecides_data()
    {
        QTest::addColumn<QByteArray>("pages");
        QTest::addColumn<QStringList>("decided");
        QTest::newRow("then and else")
            << "{'properties': {'a': {}}, 'if': {'properties': {'a': {'const': 1}}},"
               " 'then': {'properties': {'b': {}}}, 'else': {'properties': {'c': {}}}}"_ba
            << QStringList{u"b: a"_s, u"c: a"_s};
        QTest::newRow("a name that is only required")
            << "{'properties': {'a': {}}, 'if': {'required': ['a']}, "
               "'then': {'properties': {'b': {}}}}"_ba
            << QStringList{u"b: a"_s};
        QTest::newRow("several names")
            << "{'if': {'allOf': [{'required': ['a']}, {'not': {'properties': {'z': {}}}}]},"
               " 'then': {'properties': {'b': {}}}}"_ba
            << QStringList{u"b: a z"_s};
        QTest::newRow("without branches")
            << "{'properties': {'a': {}}, 'if': {'required': ['a']}}"_ba << QStringList();
        QTest::newRow("one in another")
            << "{'if': {'required': ['a']}, 'then': {'if': {'required': ['b']}, "
               "'then': {'properties': {'c': {}}}}}"_ba
            << QStringList{u"c: a b"_s};
        QTest::newRow("inside allOf")
            << "{'allOf': [{'properties': {'a': {}}}, {'if': {'required': ['a']}, 'then': "
               "{'properties': {'b': {}}}}]}"_ba
            << QStringList{u"b: a"_s};
    }

    void aConditionDecides()
    {
        QFETCH(const QByteArray, pages);
        QFETCH(const QStringList, decided);
        QCOMPARE(decidedIn(pages.constData()), decided);
    }

    void optionsAreDecidedByAllThatTheyAsk_data()
    {
        QTest::addColumn<QByteArray>("keyword");
        QTest::newRow("oneOf") << "oneOf"_ba;
        QTest::newRow("anyOf") << "anyOf"_ba;
    }

    void optionsAreDecidedByAllThatTheyAsk()
    {
        QFETCH(const QByteArray, keyword);
        const QByteArray pages = "{'properties': {'name': {}}, '" + keyword
            + "': [{'properties': {'kind': {'const': 1}, 'x': {}}},"
              "    {'properties': {'kind': {'const': 2}, 'y': {}}}]}";
        QCOMPARE(decidedIn(pages.constData()),
                 (QStringList{u"kind: kind x y"_s, u"x: kind x y"_s, u"y: kind x y"_s}));
    }

    void pagesDecideForEachOther()
    {
        QCOMPARE(decidedIn("[{'properties': {'a': {}}}, {'if': {'required': ['a']}, 'then': "
                           "{'properties': {'b': {}}}}]"),
                 QStringList{u"b: a"_s});
    }

    void whatIsInsideOfAGroupDecidesNothingOutside()
    {
        QCOMPARE(decidedIn("{'properties': {'g': {'type': 'object', 'properties': {'a': {}},"
                           " 'dependencies': {'a': {'properties': {'b': {}}}}}}}"),
                 QStringList());
    }

    void theFormAgrees()
    {
        const QHash<QString, QStringList> deciding = decidingAnswers(schemaOf(shop));
        Form form = formOf(shop);
        const QStringList before = form.answers().keys();
        QVERIFY(before.contains(u"port"_s));
        form.setAnswer({u"kind"_s}, u"job"_s);
        for (const QString &name : before) {
            if (!form.answers().contains(name))
                QVERIFY2(deciding.value(name).contains(u"kind"_s), qPrintable(name));
        }
        form.setAnswer({u"kind"_s}, u"web"_s);
        form.setAnswer({u"name"_s}, u"x"_s);
        QVERIFY(!deciding.contains(u"name"_s));
    }
};

QTEST_APPLESS_MAIN(TestDecidingAnswers)
#include "tst_decidinganswers.moc"
