#include "models/catalog/answersfile.h"
#include "tests/catalog/catalogtesting.h"
#include "tests/catalog/copiertesting.h"

#include <QDir>
#include <QTemporaryDir>

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

FormSchema questions()
{
    return schemaOf("{'properties': {'name': {'type': 'string'}, 'port': {'type': 'integer', "
                    "'minimum': 1024}, 'db': {'type': 'object', 'required': ['size'], "
                    "'properties': {'size': {'type': 'integer'}}}, 'list': {'type': 'array', "
                    "'items': {'type': 'integer'}}}}");
}

} // namespace

class TestAnswersFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void answersAreReadByWhatTheFileIs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("answers");
        QTest::newRow("YAML") << QByteArray("name: orders\nport: 8080\ndb:\n  size: 3\n")
                              << u"{'name':'orders','port':8080,'db':{'size':3}}"_s;
        QTest::newRow("JSON") << QByteArray("{\"name\": \"a\\/b\",\t\"port\": 1e3}")
                              << u"{'name':'a/b','port':1000.0}"_s;
        QTest::newRow("a YAML map in braces")
            << QByteArray("{name: a, port: 1}") << u"{'name':'a','port':1}"_s;
        QTest::newRow("text stays text") << QByteArray("name: 'yes'\n") << u"{'name':'yes'}"_s;
        QTest::newRow("empty") << QByteArray() << u"{}"_s;
        QTest::newRow("a comment") << QByteArray("# nothing\n") << u"{}"_s;
    }
    void answersAreReadByWhatTheFileIs()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, answers);
        const Result<AnswersFile> file = readAnswers(content, u"a.yaml"_s, questions());
        VERIFY_RESULT(file);
        QCOMPARE(toTest(Value(file->answers)), answers);
        QVERIFY(file->problems.isEmpty());
    }

    void aLineIsShownUnlessItMayHoldASecret_data()
    {
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<bool>("isShown");
        QTest::newRow("no secret") << QByteArray("{'properties': {'name': {}}}") << true;
        QTest::newRow("a secret") << QByteArray(
            "{'properties': {'name': {}, 'pw': {'ui:field': 'Secret'}}}")
                                  << false;
    }

    void aLineIsShownUnlessItMayHoldASecret()
    {
        QFETCH(const QByteArray, schema);
        QFETCH(const bool, isShown);
        const FormSchema form = schemaOf(schema.constData());
        const Result<AnswersFile> file
            = readAnswers("{name: a, prot: 80, pw: hunter2}\n", u"a.yaml"_s, form);
        VERIFY_RESULT(file);
        QCOMPARE(!file->problems.at(0).excerpt.isEmpty(), isShown);
        const Problem own = file->located({{u"name"_s}, {.message = u"It is wrong."_s}});
        QCOMPARE(!own.excerpt.isEmpty(), isShown);
        QVERIFY(own.position.has_value());
        const Result<AnswersFile> broken = readAnswers("pw: 'hunter2\n", u"a.yaml"_s, form);
        QVERIFY(!broken);
        QCOMPARE(!broken.error().problem.excerpt.isEmpty(), isShown);
        const Result<AnswersFile> alias = readAnswers("pw: *hunter2\n", u"a.yaml"_s, form);
        QVERIFY(!alias);
        QCOMPARE(alias.error().toString().contains(u"hunter2"), isShown);
    }

    void unknownNamesAreToldWithTheirPlace()
    {
        const Result<AnswersFile> file
            = readAnswers("name: a\nprot: 80\nwholly: other\n", u"a.yaml"_s, questions());
        VERIFY_RESULT(file);
        QCOMPARE(file->problems.size(), 2);
        QCOMPARE(file->problems.at(0).headline(),
                 u"a.yaml:2:1: The template asks for nothing called “prot”."_s);
        QCOMPARE(file->problems.at(0).hint, u"Did you mean “port”?"_s);
        QCOMPARE(file->problems.at(0).excerpt, u"prot: 80"_s);
        QCOMPARE(file->problems.at(1).position, (SourcePosition{3, 1}));
        QCOMPARE(toTest(Value(file->answers)), u"{'name':'a'}"_s);
    }

    void theRecordOfAServiceGivesItsAnswers()
    {
        const Result<AnswersFile> file
            = readAnswers("version: 1\ntemplate: {name: t}\nanswers:\n  name: a\n  prot: 1\n"
                          "  port: 80\nseed: 5eed\n",
                          u".waymark.yaml"_s, questions());
        VERIFY_RESULT(file);
        QCOMPARE(toTest(Value(file->answers)), u"{'name':'a','port':80}"_s);
        QCOMPARE(file->problems.size(), 1);
        QCOMPARE(file->problems.at(0).position, (SourcePosition{5, 3}));
        const Form form(questions(), file->answers);
        QCOMPARE(form.problems().size(), 1);
        QCOMPARE(file->located(form.problems().first()).headline(),
                 u".waymark.yaml:6:9: port must be at least 1024."_s);
    }

    void aRecordBesideAnotherSaysWhereTheAnswersAre()
    {
        const QByteArray record = "version: 1\nseed: 5eed\nrendered_at: 2026-02-03T04:05:00Z\n";
        for (const QByteArray &more : {""_ba, "deviations: []\n"_ba}) {
            const Result<AnswersFile> file
                = readAnswers(record + more, u".waymark.yaml"_s, questions());
            QVERIFY(!file);
            QCOMPARE(file.error().problem.code, u"answers.elsewhere"_s);
            QCOMPARE(file.error().problem.file, u".waymark.yaml"_s);
            QVERIFY2(file.error().problem.hint.contains(u".cruft.json"),
                     qPrintable(file.error().problem.hint));
        }
        const Result<AnswersFile> answers
            = readAnswers(record, u"a.yaml"_s,
                          schemaOf("{'properties': {'version': {}, 'seed': {}, 'rendered_at': "
                                   "{}}}"));
        VERIFY_RESULT(answers);
        QCOMPARE(answers->answers.keys(), (QStringList{u"version"_s, u"seed"_s, u"rendered_at"_s}));
    }

    void answersAreTakenFromTheRecordBeside_data()
    {
        QTest::addColumn<QByteArray>("settings"); // of Copier
        QTest::addColumn<QString>("beside");
        QTest::newRow("usually") << ""_ba << u".copier-answers.yml"_s;
        QTest::newRow("as it says") << "_answers_file: .made/a.yml\n"_ba << u".made/a.yml"_s;
        QTest::newRow("as an answer says")
            << "_answers_file: '.{{ name }}.yml'\n"_ba << u".copier-answers.yml"_s;
    }

    void answersAreTakenFromTheRecordBeside()
    {
        QFETCH(const QByteArray, settings);
        QFETCH(const QString, beside);
        const FormSchema form = testing::copierTemplate("name: x\nport: 80\n" + settings).form;
        const QTemporaryDir folder;
        const QFileInfo file(folder.filePath(beside));
        QVERIFY(QDir().mkpath(file.path()));
        QFile made(file.filePath());
        QVERIFY(made.open(QIODevice::WriteOnly));
        made.write("_src_path: /t\nname: orders\nport: 81\n");
        made.close();
        const auto answers = readAnswers(
            "version: 1\nseed: 5eed\nrendered_at: 2026-02-03T04:05:00Z\n", u"d/.waymark.yaml"_s,
            form, answersBeside(folder.filePath(u".waymark.yaml"_s)));
        VERIFY_RESULT(answers);
        QCOMPARE(toTest(Value(answers->answers)), u"{'name':'orders','port':81}"_s);
        QCOMPARE(answers->file, u"d/"_s + beside);
    }

    void whatOnlyLooksLikeARecordIsNone()
    {
        const Result<AnswersFile> file
            = readAnswers("answers: {name: a}\n", u"a.yaml"_s, questions());
        VERIFY_RESULT(file);
        QCOMPARE(file->answers, Map());
        QCOMPARE(file->problems.size(), 1);
    }

    void aProblemOfTheFormIsShownInTheFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("headline");
        QTest::newRow("a value") << QByteArray("name: a\nport: 80\n")
                                 << u"a.yaml:2:7: port must be at least 1024."_s;
        QTest::newRow("a value in JSON") << QByteArray("{\"name\": \"a\",\n \"port\": 80}")
                                         << u"a.yaml:2:10: port must be at least 1024."_s;
        QTest::newRow("an item") << QByteArray("list:\n  - 1\n  - x\n")
                                 << u"a.yaml:3:5: list, item 2 must be a whole number."_s;
        QTest::newRow("a missing member")
            << QByteArray("db:\n  {}\n") << u"a.yaml:2:3: size needs an answer."_s;
        QTest::newRow("an unknown member") << QByteArray("db:\n  size: 1\n  x: 2\n")
                                           << u"a.yaml:3:3: db has nothing called “x”."_s;
    }
    void aProblemOfTheFormIsShownInTheFile()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, headline);
        const Result<AnswersFile> file = readAnswers(content, u"a.yaml"_s, questions());
        VERIFY_RESULT(file);
        const Form form(questions(), file->answers);
        QCOMPARE(form.problems().size(), 1);
        QCOMPARE(file->located(form.problems().first()).headline(), headline);
    }

    void aProblemOfSomethingElseStaysAsItIs()
    {
        const Result<AnswersFile> file = readAnswers("name: a\n", u"a.yaml"_s, questions());
        VERIFY_RESULT(file);
        const AnswerProblem problem{{u"port"_s}, {.message = u"x"_s}};
        QCOMPARE(file->located(problem), problem.problem);
    }

    void aFileThatCannotBeReadIsAnError_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("code");
        QTest::newRow("a list") << QByteArray("- a\n") << u"answers.type"_s;
        QTest::newRow("text") << QByteArray("hello\n") << u"answers.type"_s;
        QTest::newRow("a picture")
            << QByteArray("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << u"answers.binary"_s;
        QTest::newRow("10 MB and a byte")
            << QByteArray("name: ") + QByteArray(maximumAnswersSize, 'x') << u"answers.too-big"_s;
    }
    void aFileThatCannotBeReadIsAnError()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const QString, code);
        const Result<AnswersFile> file = readAnswers(content, u"a.yaml"_s, questions());
        QVERIFY(!file);
        QCOMPARE(file.error().problem.code, code);
        QCOMPARE(file.error().problem.file, u"a.yaml"_s);
        QVERIFY(!file.error().problem.hint.isEmpty());
        QVERIFY(code != u"answers.binary" || file.error().problem.excerpt.isEmpty());
    }

    void whatDoesNotParseIsToldWithItsPlace()
    {
        const Result<AnswersFile> yaml = readAnswers("name: 'a\n", u"a.yaml"_s, questions());
        QVERIFY(!yaml);
        QCOMPARE(yaml.error().problem.file, u"a.yaml"_s);
        QVERIFY(yaml.error().problem.position);
        const Result<AnswersFile> twice
            = readAnswers("name: a\nname: b\n", u"a.yaml"_s, questions());
        QVERIFY(!twice);
        QCOMPARE(twice.error().problem.position->line, 2);
    }

    void braceInYamlGetsYamlsWords()
    {
        const QByteArray content = "{name: a, b: c: d}";
        const Result<AnswersFile> yaml = readAnswers(content, u"a.yaml"_s, questions());
        QVERIFY(!yaml);
        QVERIFY2(yaml.error().problem.code.startsWith(u"yaml."),
                 qPrintable(yaml.error().toString()));
        QVERIFY(yaml.error().problem.position->column > 2);
        const Result<AnswersFile> json = readAnswers(content, u"a.json"_s, questions());
        QVERIFY(!json);
        QVERIFY2(json.error().problem.code.startsWith(u"json."),
                 qPrintable(json.error().toString()));
    }

    void aLargeAnswerIsTaken()
    {
        const QByteArray large = "name: " + QByteArray(maximumAnswersSize - 100, 'x') + "\n";
        const Result<AnswersFile> file = readAnswers(large, u"a.yaml"_s, questions());
        VERIFY_RESULT(file);
        QCOMPARE(file->answers.value(u"name").toText()->size(), maximumAnswersSize - 100);
        QVERIFY(Form(questions(), file->answers).problems().isEmpty());
    }
};

QTEST_APPLESS_MAIN(TestAnswersFile)
#include "tst_answersfile.moc"
