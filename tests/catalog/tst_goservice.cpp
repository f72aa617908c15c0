#include "models/catalog/catalog.h"
#include "models/catalog/derivedanswers.h"
#include "models/git/library.h"
#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

/// The built-in Go service, as its form fills and checks itself.
class TestGoService : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QString folder = QStringLiteral(WAYMARK_SOURCE_DIR "/templates");
        const Catalog catalog({{u"built-in"_s, folder, Source::Kind::BuiltIn}});
        QVERIFY(catalog.problems().isEmpty());
        const Result<CatalogEntry> entry = catalog.find(u"go-service"_s, folder);
        VERIFY_RESULT(entry);
        m_entry = *entry;
    }

    void itHasNoProblem()
    {
        for (const Problem &problem : m_entry.definition.problems)
            QFAIL(qPrintable(problem.toString()));
        QVERIFY(m_entry.definition.sidecar);
        const Result<LoadedTemplate> loaded = loadTemplate(m_entry);
        VERIFY_RESULT(loaded);
        QVERIFY(loaded->tree.problems().isEmpty());
        VERIFY_RESULT(loaded->tree.hash());
    }

    void onlyNameAndOwnerAreNeeded()
    {
        Form form(m_entry.definition.form);
        QStringList missing;
        for (const Parameter &parameter : form.missing())
            missing.append(parameter.name);
        QCOMPARE(missing, (QStringList{u"name"_s, u"owner"_s}));
        const Map derived = derivedAnswers(form, {u"Orders"_s, u"Ada Lovelace"_s});
        QCOMPARE(toTest(Value(derived)), u"{'name':'orders','owner':'ada-lovelace'}"_s);
        form.setAnswers(derived);
        QCOMPARE(problemsOf(form), QStringList());
        QCOMPARE(deviations(m_entry.definition, form), QList<AnswerDeviation>());
    }

    void everyTestOfItsSidecarIsAValidSetOfAnswers()
    {
        const List tests = m_entry.definition.sidecar->tests;
        QVERIFY(!tests.isEmpty());
        for (const Value &test : tests) {
            const Form form(m_entry.definition.form, *test.toMap()->value(u"answers").toMap());
            QCOMPARE(problemsOf(form), QStringList());
            QCOMPARE(form.unused(), QStringList());
        }
    }

    void everyGoldenDefaultHasAWhy()
    {
        const Map defaults = Form(m_entry.definition.form).defaults();
        for (const Map::Entry &each : defaults)
            QVERIFY2(!m_entry.definition.sidecar->goldenOf(each.key).why.isEmpty(),
                     qPrintable(each.key));
    }

private:
    const git::Library m_library;
    CatalogEntry m_entry;
};

QTEST_APPLESS_MAIN(TestGoService)
#include "tst_goservice.moc"
