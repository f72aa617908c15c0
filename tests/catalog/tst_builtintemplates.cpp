#include "models/catalog/catalog.h"
#include "models/catalog/derivedanswers.h"
#include "models/catalog/standins.h"
#include "models/git/library.h"
#include "tests/catalog/catalogtesting.h"

using namespace waymark;
using namespace Qt::StringLiterals;

/// The built-in templates, as their forms fill and check themselves.
class TestBuiltInTemplates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        const QString folder = QStringLiteral(WAYMARK_SOURCE_DIR "/templates");
        const Catalog catalog({{u"built-in"_s, folder, Source::Kind::BuiltIn}});
        QVERIFY(catalog.problems().isEmpty());
        m_entries = catalog.entries();
    }

    void theseAreAll()
    {
        QStringList ids;
        for (const CatalogEntry &entry : std::as_const(m_entries))
            ids += entry.id;
        QCOMPARE(ids, (QStringList{u"go-service"_s, u"python-service"_s}));
    }

    /// So that all its files can be shown before anything is answered.
    void whatStandsInForAnswersIsRight_data() { addTemplates(); }
    void whatStandsInForAnswersIsRight()
    {
        const Form form(fetched().definition.form);
        const auto made = withStandIns(form);
        QVERIFY(made);
        QCOMPARE(made->names, (QStringList{u"name"_s, u"owner"_s}));
        QCOMPARE(problemsOf(made->form), QStringList());
        QCOMPARE(form.missing().size(), 2);
        Form named = form;
        named.setAnswer({u"name"_s}, u"bills"_s);
        const auto other = withStandIns(named);
        QVERIFY(other);
        QCOMPARE(other->names, QStringList{u"owner"_s});
        QCOMPARE(other->form.answers().value(u"name"), Value(u"bills"_s));
    }

    void itHasNoProblem_data() { addTemplates(); }
    void itHasNoProblem()
    {
        const CatalogEntry &entry = fetched();
        for (const Problem &problem : entry.definition.problems)
            QFAIL(qPrintable(problem.toString()));
        QVERIFY(entry.definition.sidecar);
        const Result<LoadedTemplate> loaded = loadTemplate(entry);
        VERIFY_RESULT(loaded);
        QVERIFY(loaded->tree.problems().isEmpty());
        QVERIFY(!loaded->tree.foldersBeside().isEmpty());
        VERIFY_RESULT(loaded->tree.hash());
    }

    void onlyNameAndOwnerAreNeeded_data() { addTemplates(); }
    void onlyNameAndOwnerAreNeeded()
    {
        const CatalogEntry &entry = fetched();
        Form form(entry.definition.form);
        QStringList missing;
        for (const Parameter &parameter : form.missing())
            missing.append(parameter.name);
        QCOMPARE(missing, (QStringList{u"name"_s, u"owner"_s}));
        const Map derived = derivedAnswers(form, {u"Orders"_s, u"Ada Lovelace"_s});
        QCOMPARE(toTest(Value(derived)), u"{'name':'orders','owner':'ada-lovelace'}"_s);
        form.setAnswers(derived);
        QCOMPARE(problemsOf(form), QStringList());
        QCOMPARE(deviations(entry.definition, form), QList<AnswerDeviation>());
    }

    void everyTestOfItsSidecarIsAValidSetOfAnswers_data() { addTemplates(); }
    void everyTestOfItsSidecarIsAValidSetOfAnswers()
    {
        const CatalogEntry &entry = fetched();
        const List tests = entry.definition.sidecar->tests;
        QVERIFY(!tests.isEmpty());
        for (const Value &test : tests) {
            const Form form(entry.definition.form, *test.toMap()->value(u"answers").toMap());
            QCOMPARE(problemsOf(form), QStringList());
            QCOMPARE(form.unused(), QStringList());
        }
    }

    void everyGoldenDefaultHasAWhy_data() { addTemplates(); }
    void everyGoldenDefaultHasAWhy()
    {
        const CatalogEntry &entry = fetched();
        const Map defaults = Form(entry.definition.form).defaults();
        for (const Map::Entry &each : defaults)
            QVERIFY2(!entry.definition.sidecar->goldenOf(each.key).why.isEmpty(),
                     qPrintable(each.key));
    }

private:
    void addTemplates() const
    {
        QTest::addColumn<qsizetype>("index");
        for (qsizetype i = 0; i < m_entries.size(); ++i)
            QTest::newRow(qPrintable(m_entries.at(i).id)) << i;
    }

    /// The entry of the row.
    [[nodiscard]] const CatalogEntry &fetched() const
    {
        QFETCH(const qsizetype, index);
        return m_entries.at(index);
    }

    const git::Library m_library;
    QList<CatalogEntry> m_entries;
};

QTEST_APPLESS_MAIN(TestBuiltInTemplates)
#include "tst_builtintemplates.moc"
