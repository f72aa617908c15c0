#include "models/catalog/acceptance.h"
#include "models/catalog/schemareader.h"
#include "models/yaml/schemavalidator.h"
#include "tests/catalog/catalogtesting.h"
#include "tests/support/draft7.h"
#include "tests/support/randomvalues.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

/// Makes schemas and values of a small world, in which they often fit; always the same for one
/// seed.
class SchemaSource
{
public:
    explicit SchemaSource(quint32 seed)
        : m_random(seed)
    {
    }

    Map schema(int depth)
    {
        Map map;
        for (int i = m_random.bounded(1, 4); i > 0; --i)
            addKeyword(map, depth);
        return map;
    }

    Value value(int depth)
    {
        switch (m_random.bounded(depth > 0 ? 8 : 5)) {
        case 0:
            return {};
        case 1:
            return m_random.bounded(2) == 1;
        case 2:
            return m_random.bounded(-1, 5);
        case 3:
            return m_random.bounded(4) / 2.0;
        case 4:
            return pick({u""_s, u"a"_s, u"ab"_s, u"é😀"_s});
        case 5:
        case 6: {
            List list;
            for (int i = m_random.bounded(4); i > 0; --i)
                list.append(value(depth - 1));
            return list;
        }
        default: {
            Map map;
            for (int i = m_random.bounded(4); i > 0; --i)
                map.insert(name(), value(depth - 1));
            return map;
        }
        }
    }

private:
    QString pick(const QStringList &texts) { return texts.at(m_random.bounded(texts.size())); }
    QString name() { return pick({u"a"_s, u"b"_s, u"ab"_s, u"c"_s}); }
    Value size() { return m_random.bounded(3); }

    List schemas(int depth)
    {
        List list;
        for (int i = m_random.bounded(1, 4); i > 0; --i)
            list.append(schema(depth - 1));
        return list;
    }

    void addKeyword(Map &map, int depth)
    {
        switch (m_random.bounded(depth > 0 ? 22 : 10)) {
        case 0:
            return map.insert(u"type"_s,
                              pick({u"string"_s, u"integer"_s, u"number"_s, u"boolean"_s, u"null"_s,
                                    u"array"_s, u"object"_s}));
        case 1:
            return map.insert(u"enum"_s, List{value(1), value(1), value(0)});
        case 2:
            return map.insert(u"const"_s, value(1));
        case 3:
            return map.insert(pick({u"minLength"_s, u"minItems"_s, u"minProperties"_s}), size());
        case 4:
            return map.insert(pick({u"maxLength"_s, u"maxItems"_s, u"maxProperties"_s}), size());
        case 5:
            return map.insert(pick({u"minimum"_s, u"exclusiveMinimum"_s}), size());
        case 6:
            return map.insert(pick({u"maximum"_s, u"exclusiveMaximum"_s}), size());
        case 7:
            return map.insert(u"pattern"_s, pick({u"^a"_s, u"b$"_s, u"."_s}));
        case 8:
            return map.insert(u"required"_s, List{name()});
        case 9:
            return map.insert(u"uniqueItems"_s, true);
        case 10:
            return map.insert(u"items"_s, schema(depth - 1));
        case 11:
            return map.insert(u"contains"_s, schema(depth - 1));
        case 12:
            return map.insert(u"propertyNames"_s, Map{{u"maxLength"_s, size()}});
        case 13:
        case 14:
            return map.insert(u"properties"_s, Map{{u"a"_s, schema(depth - 1)}, {name(), true}});
        case 15:
            return map.insert(u"additionalProperties"_s, schema(depth - 1));
        case 16:
            return map.insert(u"patternProperties"_s, Map{{u"^a"_s, schema(depth - 1)}});
        case 17:
            return map.insert(u"not"_s, schema(depth - 1));
        case 18:
            map.insert(u"if"_s, schema(depth - 1));
            return map.insert(pick({u"then"_s, u"else"_s}), schema(depth - 1));
        case 19:
            return map.insert(u"dependencies"_s, Map{{u"a"_s, List{name()}}});
        default:
            return map.insert(pick({u"allOf"_s, u"anyOf"_s, u"oneOf"_s}), schemas(depth));
        }
    }

    QRandomGenerator m_random;
};

SchemaPointer compiled(const Value &schema)
{
    SchemaReader reader(schema, {});
    return reader.readRoot();
}

} // namespace

/// The validator of answers against draft 7, and against the one of files.
class TestDraft7 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyKeywordAllowsWhatDraft7Allows_data() { testing::addDraft7Rows(); }

    void everyKeywordAllowsWhatDraft7Allows()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, json);
        QFETCH(const bool, isValid);
        if (schema.contains("\"$ref\":\"#\""))
            QSKIP("a form cannot ask without end");
        if (schema.contains("\"$ref\":\"#/definitions/p\",\"maximum\""))
            QSKIP("Backstage's forms take what stands beside a reference too");
        const Value source = *parseJson(schema);
        QCOMPARE(accepts(*compiled(source), *parseJson(json)), isValid);
    }

    void bothValidatorsAgree_data()
    {
        QTest::addColumn<quint32>("seed");
        for (quint32 seed = 1; seed <= testing::propertyRuns(300); ++seed)
            QTest::addRow("seed %u", seed) << seed;
    }

    void bothValidatorsAgree()
    {
        QFETCH(const quint32, seed);
        SchemaSource source(seed);
        const Value schema = source.schema(2);
        const Result<SchemaValidator> ofFiles = SchemaValidator::compile(schema);
        VERIFY_RESULT(ofFiles);
        const SchemaPointer ofAnswers = compiled(schema);
        for (int i = 0; i < 20; ++i) {
            const Value value = source.value(2);
            const QList<Problem> problems = ofFiles->validate(value);
            QVERIFY2(accepts(*ofAnswers, value) == problems.isEmpty(),
                     (toJson(schema) + ' ' + toJson(value) + ' '
                      + (problems.isEmpty() ? "allowed" : problems.first().message.toUtf8()))
                         .constData());
        }
    }
};

QTEST_APPLESS_MAIN(TestDraft7)
#include "tst_draft7.moc"
