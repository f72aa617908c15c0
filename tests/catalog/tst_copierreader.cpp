#include "tests/catalog/copiertesting.h"

using namespace Qt::StringLiterals;
using namespace waymark;

class TestCopierReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsWrongHasItsPlace_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("problem");
        const auto row = [](const char *name, const QByteArray &yaml, const char *problem) {
            QTest::newRow(name) << yaml << QString::fromUtf8(problem);
        };
        row("an unknown type", "a: {type: string, default: x}\n",
            "copier.yml:1:11: Copier has no type “string”.");
        row("help that is no text", "a: {type: str, default: x, help: 5}\n",
            "copier.yml:1:34: “help” has to be text, not a whole number.");
        row("a flag that is none", "a: {type: str, default: x, secret: maybe}\n",
            "copier.yml:1:36: “secret” has to be true or false, not text.");
        row("choices that are none", "a: {type: str, default: x, choices: 5}\n",
            "copier.yml:1:37: “choices” has to be a list, a map or a template of one, not a whole "
            "number.");
        row("a secret without default", "\na: {type: str, secret: true}\n",
            "copier.yml:2:1: The secret question “a” needs a default.");
        row("a name that Copier has itself", "now: x\n",
            "copier.yml:1:1: No question may be called “now”: Copier has a function of that name.");
        row("a name that is no text", "yes: x\n",
            "copier.yml:1:1: “yes” is no text to YAML, and so no name of a question.");
        row("a tag", "a: !custom x\n", "copier.yml:1:12: Copier knows no tag “!custom”.");
        row("no map", "just text\n",
            "copier.yml:1:1: A map of questions and settings is expected here.");
        row("an option that Jinja2 has not", "_envops: {trim_block: true}\n",
            "copier.yml:1:23: Jinja2 has no option “trim_block”.");
        row("options that are no map", "_envops: 5\n",
            "copier.yml:1:10: “_envops” has to be a map, not a whole number.");
        row("an undefined of its own", "_envops: {undefined: jinja2.DebugUndefined}\n",
            "copier.yml:1:22: Copier takes “jinja2.Undefined” or “jinja2.StrictUndefined” here, "
            "nothing else.");
        row("exclusions that are no list", "_exclude: x\n",
            "copier.yml:1:11: “_exclude” has to be a list of texts.");
        row("an exclusion that is no text", "_exclude: [a, 5]\n",
            "copier.yml:1:15: “_exclude” has to be a list of texts.");
        row("an absolute answers file", "_answers_file: /etc/x\n",
            "copier.yml:1:16: The answers file has to be inside the service.");
        row("a later Copier", "_min_copier_version: '9.18'\n",
            "copier.yml:1:22: This template needs Copier 9.18; Waymark does what 9.17.2 does.");
        row("no version", "_min_copier_version: latest\n",
            "copier.yml:1:22: “latest” is no version of Copier.");
        row("a task without command", "_tasks:\n  - {when: true}\n",
            "copier.yml:2:5: This has no “command”.");
        row("a task that is none", "_tasks:\n  - 5\n",
            "copier.yml:2:5: A command is a text, or a list of a program and what it is given.");
        row("an absolute include", "!include /etc/passwd\n",
            "copier.yml:1:10: “!include” takes the path of a file inside the template.");
        row("an include that leads out", "a: 1\n---\n!include ../x.yml\n",
            "copier.yml:3:10: “!include” takes the path of a file inside the template.");
        row("an extension in Python", "_jinja_extensions: [jinja2.ext.do, my.Extension]\n",
            "copier.yml:1:36: The extension “my.Extension” is Python code, which Waymark does not "
            "run: what it does to the template is not known.");
    }

    void whatIsWrongHasItsPlace()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, problem);
        const Template read = testing::copierTemplate(yaml);
        QVERIFY(read.isBroken());
        QCOMPARE(read.problems.first().headline(), u"/t/"_s + problem);
        QCOMPARE(read.problems.size(), 1);
    }

    void anUnknownKeyIsOnlyWarnedOf()
    {
        const Template read = testing::copierTemplate("a:\n  type: str\n  defualt: x\n");
        QVERIFY(!read.isBroken());
        QCOMPARE(
            read.problems.first().headline(),
            u"/t/copier.yml:3:3: Copier knows no “defualt” of a question and leaves it out."_s);
    }

    void filesThatIncludeEachOtherEnd()
    {
        const Template read = testing::copierTemplate(
            "!include a.yml\n", {{"a.yml", "!include b.yml\n"}, {"b.yml", "!include a.yml\n"}});
        QVERIFY(read.isBroken());
        QVERIFY(read.problems.first().message.contains(u"without an end"));
    }

    void aFileInsideItselfIsToldOnce()
    {
        // Each of the three includes all three: as a tree that is 3²⁰ files.
        const QByteArray all = "--- !include '*.yml'\n";
        const Template read
            = testing::copierTemplate(all + all, {{"a.yml", all + all}, {"b.yml", all + all}});
        QVERIFY(read.isBroken());
        QCOMPARE(read.problems.size(), 1);
        QVERIFY(read.problems.first().message.contains(u"without an end"));
    }

    void aPatternIncludesTheFilesThatPythonFinds()
    {
        const Template read = testing::copierTemplate("!include 'parts/**/[^q]*.yml'\n",
                                                      {{"^.yml", "top: 1\n"},
                                                       {"parts/^a.yml", "a: 1\n"},
                                                       {"parts/b.yml", "b: 1\n"},
                                                       {"parts/more/q.yml", "c: 1\n"}});
        QVERIFY(read.copier);
        QStringList names;
        for (const CopierQuestion &question : read.copier->questions)
            names += question.name;
        QCOMPARE(names, (QStringList{u"a"_s, u"c"_s}));
    }

    void whatIsIncludedIsCounted()
    {
        // 4⁶ files, none of which is inside itself.
        QMap<QByteArray, QByteArray> files;
        for (char name = 'a'; name < 'g'; ++name) {
            const QByteArray next
                = QByteArray("--- !include ") + static_cast<char>(name + 1) + ".yml\n";
            files.insert(QByteArray(1, name) + ".yml", next.repeated(4));
        }
        files.insert("g.yml", "x: 1\n");
        const Template read = testing::copierTemplate("!include a.yml\n", files);
        QVERIFY(read.isBroken());
        QCOMPARE(read.problems.size(), 1);
        QVERIFY(read.problems.first().message.contains(u"1000 files"));
    }

    void aFileMayBeIncludedTwice()
    {
        const Template read = testing::copierTemplate("a: !include x.yml\nb: !include x.yml\n",
                                                      {{"x.yml", "[1, 2]\n"}});
        for (const Problem &problem : read.problems)
            QVERIFY(!problem.code.endsWith(u"include"));
    }

    void problemsOfWhatIsIncludedNameItsFile()
    {
        const Template read
            = testing::copierTemplate("!include p/q.yml\n", {{"p/q.yml", "\na: {tpye: str}\n"}});
        QCOMPARE(read.problems.first().headline(),
                 u"/t/p/q.yml:2:5: Copier knows no “tpye” of a question and leaves it out."_s);
        QVERIFY(read.problems.first().hint.contains(u"type"));
    }

    void usesOfPythonCodeAreNamedWithTheirPlace()
    {
        const Template read = testing::copierTemplate(
            "_jinja_extensions: [my.Extension]\nname: x\n",
            {{"a.txt.jinja", "one\n{{ name | shout }}\n"}, {"b.txt", "{{ name | shout }}"}});
        QCOMPARE(read.problems.size(), 2);
        QCOMPARE(read.problems.last().file, u"/t/a.txt.jinja"_s);
        QCOMPARE(read.problems.last().position->line, 2);
        QVERIFY(read.problems.last().message.contains(u"shout"));
    }

    void everySettingIsRead()
    {
        const Template read = testing::copierTemplate(
            "_subdirectory: template\n_templates_suffix: .tmpl\n_exclude: [a]\n"
            "_skip_if_exists: [b]\n_answers_file: .answers.yml\n"
            "_envops: {block_start_string: '[%', trim_blocks: true, undefined: "
            "jinja2.StrictUndefined, line_statement_prefix: '#'}\n"
            "_jinja_extensions: [jinja2.ext.do]\n_secret_questions: [token]\n"
            "_preserve_symlinks: true\n_min_copier_version: 9.3.0\n_message_before_copy: hello\n"
            "_message_after_copy: bye\n_external_data: {parent: .other.yml}\n"
            "_tasks: [make, [make, x], {command: y, when: '{{ z }}', working_directory: w}]\n"
            "_migrations: [{version: v1, before: [a, b], after: [c]}, {version: v2, command: d}]\n"
            "token: t\n");
        QCOMPARE(read.problems, QList<Problem>());
        const CopierSettings &settings = *read.copier;
        QCOMPARE(settings.subdirectory, u"template"_s);
        QCOMPARE(settings.suffix, u".tmpl"_s);
        QCOMPARE(settings.exclude, QStringList{u"a"_s});
        QCOMPARE(settings.skipIfExists, QStringList{u"b"_s});
        QCOMPARE(settings.answersFile, u".answers.yml"_s);
        QCOMPARE(settings.language.delimiters.blockStart, u"[%"_s);
        QVERIFY(settings.language.trimBlocks);
        QVERIFY(settings.language.keepTrailingNewline);
        QCOMPARE(settings.language.undefined, jinja::UndefinedKind::Strict);
        QCOMPARE(settings.language.lineStatementPrefix, u"#"_s);
        QVERIFY(settings.language.extensions.contains(u"jinja2.ext.do"_s));
        QCOMPARE(settings.secretNames, QStringList{u"token"_s});
        QVERIFY(settings.preservesLinks);
        QCOMPARE(settings.messageAfter.text, u"bye"_s);
        QCOMPARE(read.description, u"hello"_s);
        QCOMPARE(settings.externalData.keys(), QStringList{u"parent"_s});
        QCOMPARE(settings.tasks.size(), 3);
        QCOMPARE(settings.tasks[2].workingDirectory, u"w"_s);
        QCOMPARE(settings.tasks[2].when, Value(u"{{ z }}"_s));
        QCOMPARE(settings.migrations.size(), 4);
        QCOMPARE(settings.migrations[3].version, u"v2"_s);
        QVERIFY(settings.question(u"token"_s)->secret);
    }

    void anEmptyFileIsATemplateToo()
    {
        const Template read = testing::copierTemplate("");
        QVERIFY(!read.isBroken());
        QCOMPARE(read.form.names(), QStringList());
        QCOMPARE(read.title, u"t"_s);
    }

    void typesAreTakenFromDefaults_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QString>("type");
        QTest::newRow("text") << "a: x"_ba << u"str"_s;
        QTest::newRow("a truth value") << "a: yes"_ba << u"bool"_s;
        QTest::newRow("a whole number") << "a: 010"_ba << u"int"_s;
        QTest::newRow("a number") << "a: 1.5"_ba << u"float"_s;
        QTest::newRow("a list") << "a: [1]"_ba << u"yaml"_s;
        QTest::newRow("a map as default") << "a: {default: {b: 1}}"_ba << u"yaml"_s;
        QTest::newRow("nothing") << "a:"_ba << u"yaml"_s;
        QTest::newRow("no default") << "a: {help: x}"_ba << u"yaml"_s;
        QTest::newRow("written") << "a: {type: path, default: 1}"_ba << u"path"_s;
    }

    void typesAreTakenFromDefaults()
    {
        QFETCH(const QByteArray, yaml);
        QFETCH(const QString, type);
        QCOMPARE(testing::copierTemplate(yaml).copier->questions.first().type, type);
    }
};

QTEST_APPLESS_MAIN(TestCopierReader)
#include "tst_copierreader.moc"
