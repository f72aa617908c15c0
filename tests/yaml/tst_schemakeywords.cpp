#include "models/base/json.h"
#include "models/yaml/schemavalidator.h"
#include "models/yaml/yaml.h"
#include "tests/support/draft7.h"
#include "tests/support/testing.h"

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

SchemaValidator compiled(const QByteArray &schema)
{
    const auto validator = SchemaValidator::compile(*parseJson(schema));
    if (!validator)
        qFatal("%s", qPrintable(validator.error().toString()));
    return *validator;
}

} // namespace

class TestSchemaKeywords : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeywordAllowsWhatDraft7Allows_data() { testing::addDraft7Rows(); }

    void everyKeywordAllowsWhatDraft7Allows()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, json);
        QFETCH(const bool, isValid);
        const QList<Problem> problems = compiled(schema).validate(*parseJson(json));
        QVERIFY2(problems.isEmpty() == isValid,
                 problems.isEmpty() ? "allowed" : qPrintable(problems.first().message));
    }

    void aDocumentIsJudgedLikeItsValue_data() { testing::addDraft7Rows(); }

    void aDocumentIsJudgedLikeItsValue()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const QByteArray, json);
        QFETCH(const bool, isValid);
        const Result<YamlDocument> document = parseYamlDocument(json, {.file = u"v.yaml"_s});
        VERIFY_RESULT(document);
        const QList<Problem> problems = compiled(schema).validate(*document);
        QCOMPARE(problems.isEmpty(), isValid);
        for (const Problem &problem : problems) {
            QCOMPARE(problem.file, u"v.yaml"_s);
            QVERIFY(problem.position.has_value());
            QVERIFY(problem.code.startsWith(u"schema."));
            QVERIFY(!problem.message.isEmpty());
        }
    }
};

QTEST_APPLESS_MAIN(TestSchemaKeywords)
#include "tst_schemakeywords.moc"
