#include "app/cli/parameterfacts.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::cli;

class TestParameterFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void limitsAreSaidInShort_data()
    {
        using enum Parameter::Type;
        QTest::addColumn<Parameter>("parameter");
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QStringList>("keys");
        const auto row
            = [](const char *name, Parameter::Type type, void (*limit)(Parameter::Limits &),
                 const QStringList &words, const QStringList &keys) {
                  Parameter parameter{.type = type};
                  limit(parameter.limits);
                  QTest::newRow(name) << parameter << words << keys;
              };
        row("none", Text, [](Parameter::Limits &) { }, {}, {});
        row("both ends", Integer,
            [](Parameter::Limits &l) {
                l.minimum = 1;
                l.maximum = 9;
            },
            {u"1 to 9"_s}, {u"minimum"_s, u"maximum"_s});
        row("the lower end", Integer, [](Parameter::Limits &l) { l.minimum = 0; },
            {u"at least 0"_s}, {u"minimum"_s});
        row("the upper end", Number, [](Parameter::Limits &l) { l.maximum = 0.5; },
            {u"at most 0.5"_s}, {u"maximum"_s});
        row("one number", Integer,
            [](Parameter::Limits &l) {
                l.minimum = 3;
                l.maximum = 3;
            },
            {u"exactly 3"_s}, {u"minimum"_s, u"maximum"_s});
        row("ends that are left out", Number,
            [](Parameter::Limits &l) {
                l.exclusiveMinimum = 0;
                l.exclusiveMaximum = 1;
            },
            {u"more than 0"_s, u"less than 1"_s}, {u"exclusiveMinimum"_s, u"exclusiveMaximum"_s});
        row("steps", Integer,
            [](Parameter::Limits &l) {
                l.minimum = 64;
                l.multipleOf = 32;
            },
            {u"at least 64"_s, u"a multiple of 32"_s}, {u"minimum"_s, u"multipleOf"_s});
        row("the length of a text", Text,
            [](Parameter::Limits &l) {
                l.minimumLength = 2;
                l.maximumLength = 30;
            },
            {u"2 to 30 characters"_s}, {u"minimumLength"_s, u"maximumLength"_s});
        row("the length of a list", Sequence,
            [](Parameter::Limits &l) {
                l.minimumLength = 1;
                l.uniqueItems = true;
            },
            {u"at least 1 items"_s, u"no item twice"_s}, {u"minimumLength"_s, u"uniqueItems"_s});
        row("the length of a map", Mapping, [](Parameter::Limits &l) { l.maximumLength = 5; },
            {u"at most 5 entries"_s}, {u"maximumLength"_s});
        row("choices are never taken twice", MultipleChoice,
            [](Parameter::Limits &l) { l.uniqueItems = true; }, {}, {u"uniqueItems"_s});
        row("a pattern stands in a line of its own", Text,
            [](Parameter::Limits &l) { l.pattern = u"^a$"_s; }, {}, {u"pattern"_s});
    }

    void limitsAreSaidInShort()
    {
        QFETCH(const Parameter, parameter);
        QFETCH(const QStringList, words);
        QFETCH(const QStringList, keys);
        QCOMPARE(limitsInWords(parameter), words);
        QCOMPARE(limitsAsJson(parameter.limits).keys(), keys);
    }

    void aFormatIsALimit()
    {
        QCOMPARE(limitsInWords({.format = u"uri"_s}), QStringList{u"written as uri"_s});
    }

    void everyTypeHasItsName()
    {
        QSet<QString> names;
        for (int type = 0; type <= int(Parameter::Type::Anything); ++type)
            names.insert(typeName(Parameter::Type(type)));
        QCOMPARE(names.size(), int(Parameter::Type::Anything) + 1);
        QVERIFY(!names.contains(QString()));
    }

    void theWhyOfADefaultIsThatOfItsName()
    {
        Template definition;
        const Parameter size{.name = u"size"_s, .path = {u"size"_s}};
        QVERIFY(!goldenOf(size, definition));
        definition.sidecar = Sidecar{.golden = {{.parameter = u"size"_s, .why = u"Enough."_s}}};
        QCOMPARE(goldenOf(size, definition)->why, u"Enough."_s);
        const Parameter inner{.name = u"size"_s, .path = {u"disk"_s, u"size"_s}};
        QVERIFY2(!goldenOf(inner, definition), "what is inside a group has no why of its own");
    }
};

QTEST_APPLESS_MAIN(TestParameterFacts)
#include "tst_parameterfacts.moc"
