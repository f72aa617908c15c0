#include "tests/support/clirunner.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark::testing;

class TestRender : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void optionsChangeTheLanguage_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("expected");
        const auto row = [](const char *name, const char *source, const QStringList &options,
                            const char *expected) {
            QTest::newRow(name) << QByteArray(source) << options << QByteArray(expected);
        };
        row("plain Jinja2", "{{ name|upper }}\n", {}, "ORDERS");
        row("the newline at the end", "{{ name }}\n", {u"--keep-trailing-newline"_s}, "orders\n");
        row("Nunjucks as Backstage has it", "${{ name | upper }} {{ name }}\n",
            {u"--dialect"_s, u"nunjucks"_s}, "ORDERS {{ name }}\n");
        row("Nunjucks with Jinja compatibility", "{{ name[1:3] }}\n",
            {u"--dialect=nunjucks"_s, u"--jinja-compat=on"_s}, "r,d\n");
        row("trimmed blocks", "{% if true %}\na\n{% endif %}\nb", {u"--trim-blocks"_s}, "a\nb");
        row("stripped blocks", "  {% if true %}a{% endif %}", {u"--lstrip-blocks"_s}, "a");
        row("own delimiters", "[[ name ]][% if true %]!\n[% endif %][# no #]",
            {u"--delimiters"_s, u"[%,%],[[,]],[#,#]"_s}, "orders!\n");
        row("line statements", "# for x in [1, 2]\n{{ x }}\n# endfor\n",
            {u"--line-statement-prefix"_s, u"#"_s}, "1\n2\n");
        row("line comments", "a ## not this\nb", {u"--line-comment-prefix"_s, u"##"_s}, "a\nb");
        row("escaped", "{{ '<' }}", {u"--autoescape"_s}, "&lt;");
        row("lines with carriage returns", "a\nb", {u"--newline-sequence=crlf"_s}, "a\r\nb");
        row("an unknown name prints nothing", "[{{ nope }}]", {}, "[]");
        row("an unknown name is shown", "{{ nope }}", {u"--undefined=debug"_s}, "{{ nope }}");
        row("integers stay integers", "{{ big }} {{ big + 1 }} {{ half }}", {},
            "123456789012345678901234567890 123456789012345678901234567891 2.0");
        row("keys keep their order", "{% for k in map %}{{ k }}{% endfor %}", {}, "zab");
        row("do", "{% do map.update({'q': 1}) %}{{ map.q }}",
            {u"--extension"_s, u"jinja2.ext.do"_s}, "1");
        row("loop controls",
            "{% for i in range(9) %}{% if i > 2 %}{% break %}{% endif %}{{ i }}{% endfor %}",
            {u"--extension"_s, u"jinja2.ext.loopcontrols"_s}, "012");
    }

    void optionsChangeTheLanguage()
    {
        QFETCH(const QByteArray, source);
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, expected);
        CliRunner runner;
        runner.write(
            u"data.json"_s,
            R"({"name": "orders", "big": 123456789012345678901234567890, "half": 2.0, "map": {"z": 1, "a": 2, "b": 3}})");
        runner.write(u"t"_s, source);
        const auto outcome = runner.run(
            QStringList{u"render"_s, u"t"_s, u"--data"_s, runner.path(u"data.json"_s)} + options);
        QCOMPARE(outcome.err, QByteArray());
        QCOMPARE(outcome.out, expected);
        QCOMPARE(outcome.code, 0);
    }

    void standardInputIsNamedByADash()
    {
        CliRunner runner;
        const auto good = runner.run({u"render"_s, u"-"_s}, "{{ 1 + 1 }}");
        QCOMPARE(good.out, QByteArray("2"));
        const auto bad = runner.run({u"render"_s, u"-"_s}, "a\n{{ 1 + }}");
        QCOMPARE(bad.code, 1);
        QVERIFY2(bad.err.startsWith("-:2:"), bad.err.constData());
    }

    void whatIsNotClosedIsSaidWithAWayOut_data()
    {
        QTest::addColumn<QString>("dialect");
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<QByteArray>("hint");
        const auto row
            = [](const char *name, const char16_t *dialect, const char *source, const char *hint) {
                  QTest::newRow(name)
                      << QString::fromUtf16(dialect) << QByteArray(source) << QByteArray(hint);
              };
        row("an expression", u"jinja2", "a\n{{ name\nb\n",
            "“{{” in line 2 holds one expression: before this, an operator is missing, or }}");
        row("an expression at the end", u"jinja2", "a\n{{ name",
            "“{{” was opened in line 2 and is not closed: write }}");
        row("an expression of Nunjucks", u"nunjucks", "a\n${{ name",
            "“${{” was opened in line 2 and is not closed: write }}");
        row("a tag", u"jinja2", "\n\n{% if x", "“{%” was opened in line 3");
        row("a comment", u"jinja2", "a\n{# b", "The comment that begins in line 2");
        row("a comment of Nunjucks", u"nunjucks", "a\n{# b", "The comment that begins in line 2");
        row("a text", u"jinja2", "{{ 'a }}", "The text that begins here is not closed: write '");
        row("a round bracket", u"jinja2", "{{ (1 + 2 }}", "A bracket “(” is not closed");
        row("a square bracket", u"jinja2", "{{ [1, 2 }}", "A bracket “[” is not closed");
        row("a list of Nunjucks", u"nunjucks", "${{ [1, 2 }}", "A bracket is not closed");
        row("half of an end", u"jinja2", "{{ name }", "An expression ends with }}");
        row("raw text", u"jinja2", "{% raw %}a", "{% endraw %}");
        row("a block", u"jinja2", "\n{% if x %}a", "“if” was opened in line 2.");
        row("what is closed twice", u"jinja2", "{% endif %}", "No tag is open here");
        row("two expressions in one", u"jinja2", "{{ a b }}", "an operator is missing");
        row("no expression", u"jinja2", "{{ }}", "An expression is missing before this.");
    }

    void whatIsNotClosedIsSaidWithAWayOut()
    {
        QFETCH(const QString, dialect);
        QFETCH(const QByteArray, source);
        QFETCH(const QByteArray, hint);
        CliRunner runner;
        const auto outcome = runner.run({u"render"_s, u"-"_s, u"--dialect"_s, dialect}, source);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(hint), outcome.err.constData());
    }

    void contextsMayBeYaml()
    {
        CliRunner runner;
        runner.write(u"c.yaml"_s, "list: [1, two]\n");
        const auto outcome
            = runner.run({u"render"_s, u"-"_s, u"--data"_s, u"c.yaml"_s}, "{{ list|join('+') }}");
        QCOMPARE(outcome.out, QByteArray("1+two"));
        runner.write(u"c"_s, "{list: [1, two]}\n"); // begins as JSON does
        const auto flow
            = runner.run({u"render"_s, u"-"_s, u"--data"_s, u"c"_s}, "{{ list|join('+') }}");
        QVERIFY2(flow.code == 0, flow.err.constData());
        QCOMPARE(flow.out, QByteArray("1+two"));
    }

    void whatCannotBeReadIsExitThree()
    {
        CliRunner runner;
        QCOMPARE(runner.run({u"render"_s, u"nowhere"_s}).code, 3);
        QCOMPARE(runner.run({u"render"_s, u"-"_s, u"--data"_s, u"nowhere"_s}, "x").code, 3);
    }

    void dataInThePlaceOfItsFileIsToldHowToBeGiven()
    {
        CliRunner runner;
        const auto outcome = runner.run({u"render"_s, u"-"_s, u"--data"_s, u"{\"x\": 1}"_s}, "x");
        QCOMPARE(outcome.code, 3);
        QVERIFY2(outcome.err.contains("takes the name of a file"), outcome.err.constData());
        QVERIFY2(outcome.err.contains("--data -"), outcome.err.constData());
        const auto other = runner.run({u"render"_s, u"-"_s, u"--data"_s, u"nowhere"_s}, "x");
        QVERIFY2(!other.err.contains("takes the name of a file"), other.err.constData());
    }

    void whatHasNoEndIsNotReadToItsEnd_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<qsizetype>("inputSize");
        QTest::newRow("a template") << QStringList{u"/dev/zero"_s} << qsizetype(0);
        QTest::newRow("a context")
            << QStringList{u"-"_s, u"--data"_s, u"/dev/zero"_s} << qsizetype(0);
        QTest::newRow("standard input") << QStringList{u"-"_s} << (qsizetype(64) << 20) + 1;
    }

    void whatHasNoEndIsNotReadToItsEnd()
    {
        QFETCH(const QStringList, words);
        QFETCH(const qsizetype, inputSize);
        CliRunner runner;
        const auto outcome
            = runner.run(QStringList{u"render"_s} + words, QByteArray(inputSize, 'x'));
        QCOMPARE(outcome.code, 3);
        QCOMPARE(outcome.out.size(), 0);
        QVERIFY2(outcome.err.startsWith(words.last().toUtf8() + ": There is more than 64 MB of it"),
                 outcome.err.left(200).constData());
    }

    void whatIsWronglyAskedIsExitTwo_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("context");
        QTest::newRow("five delimiters")
            << QStringList{u"--delimiters"_s, u"a,b,c,d,e"_s} << QByteArray("{}");
        QTest::newRow("an empty delimiter")
            << QStringList{u"--delimiters"_s, u"a,b,c,d,e,"_s} << QByteArray("{}");
        QTest::newRow("a context that is a list") << QStringList{} << QByteArray("[1]");
        QTest::newRow("a context that is no JSON") << QStringList{} << QByteArray("{\"a\": ]");
    }

    void whatIsWronglyAskedIsExitTwo()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, context);
        CliRunner runner;
        runner.write(u"c.json"_s, context);
        const auto outcome
            = runner.run(QStringList{u"render"_s, u"-"_s, u"--data"_s, u"c.json"_s} + options, "x");
        QCOMPARE(outcome.code, 2);
        QVERIFY(!outcome.err.isEmpty());
    }

    void whatDoesNothingIsRefused_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("an extension that is misspelt")
            << QStringList{u"--extension"_s, u"jinja2.ext.dp"_s}
            << QByteArray("Did you mean “jinja2.ext.do”?");
        QTest::newRow("an extension that is not there")
            << QStringList{u"--extension"_s, u"bogus"_s}
            << QByteArray("There are: jinja2.ext.do, jinja2.ext.loopcontrols");
        QTest::newRow("a folder that is not there")
            << QStringList{u"--templates"_s, u"nodir"_s} << QByteArray("nodir: There is no such");
        QTest::newRow("a file for a folder")
            << QStringList{u"--templates"_s, u"t"_s} << QByteArray("t: This is no folder.");
        QTest::newRow("compatibility of the dialect that is taken")
            << QStringList{u"--jinja-compat"_s, u"on"_s}
            << QByteArray("--jinja-compat does not go with --dialect jinja2: only Nunjucks has "
                          "it.\nLeave it out, or say otherwise with --dialect.");
    }

    void whatDoesNothingIsRefused()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        runner.write(u"t"_s, "x");
        const auto outcome = runner.run(QStringList{u"render"_s, u"t"_s} + options);
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY(outcome.out.isEmpty());
    }

    void anOptionThatTheDialectOfTheFileLacksIsRefused()
    {
        CliRunner runner;
        runner.write(u"t/template.yaml"_s,
                     "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\n");
        runner.write(u"t/skeleton/a"_s, "a\n");
        const auto outcome = runner.run({u"render"_s, u"t/skeleton/a"_s, u"--undefined=debug"_s});
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains("--undefined debug does not go with --dialect nunjucks"),
                 outcome.err.constData());
        QCOMPARE(runner.run({u"render"_s, u"t/skeleton/a"_s, u"--jinja-compat=on"_s}).code, 0);
    }

    void templatesAreFoundOnlyWhereTheyWereAllowed()
    {
        CliRunner runner;
        runner.write(u"parts/a.txt"_s, "part");
        runner.write(u"secret.txt"_s, "secret");
        QFile::link(runner.path(u"secret.txt"_s), runner.path(u"parts/link.txt"_s));
        const auto with = runner.run({u"render"_s, u"-"_s, u"--templates"_s, u"parts"_s},
                                     "{% include 'a.txt' %}");
        QCOMPARE(with.out, QByteArray("part"));
        for (const char *name : {"../secret.txt", "link.txt", "/etc/hostname"}) {
            const auto outcome = runner.run({u"render"_s, u"-"_s, u"--templates"_s, u"parts"_s},
                                            QByteArray("{% include '") + name + "' %}");
            QCOMPARE(outcome.code, 1);
            QVERIFY(outcome.out.isEmpty());
        }
        QCOMPARE(runner.run({u"render"_s, u"-"_s}, "{% include 'a.txt' %}").code, 1);
    }

    void whereAMissingTemplateWasLookedForIsSaid_data()
    {
        QTest::addColumn<QStringList>("options");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("said");
        const QStringList templates{u"--templates"_s, u"parts"_s};
        QTest::newRow("no loader")
            << QStringList() << QByteArray("a.txt") << QByteArray("--templates DIR");
        QTest::newRow("no loader, Nunjucks")
            << QStringList{u"--dialect"_s, u"nunjucks"_s} << QByteArray("a.txt")
            << QByteArray("--templates DIR");
        QTest::newRow("misspelt") << templates << QByteArray("base.tx")
                                  << QByteArray("looked for in “parts”. Did you mean “base.txt”?");
        QTest::newRow("misspelt, Nunjucks")
            << templates + QStringList{u"--dialect"_s, u"nunjucks"_s} << QByteArray("base.tx")
            << QByteArray("looked for in “parts”. Did you mean “base.txt”?");
        QTest::newRow("like none")
            << templates << QByteArray("zzzzzzzz") << QByteArray("looked for in “parts”.\n");
        QTest::newRow("a link out")
            << templates << QByteArray("link.txt") << QByteArray("a link that leads out of parts");
        QTest::newRow("a link to nothing")
            << templates << QByteArray("gone.txt") << QByteArray("or nowhere");
        QTest::newRow("outside") << templates << QByteArray("../base.txt")
                                 << QByteArray("cannot lead out of parts");
        QTest::newRow("absolute") << templates << QByteArray("/etc/hostname")
                                  << QByteArray("cannot lead out of parts");
    }

    void whereAMissingTemplateWasLookedForIsSaid()
    {
        QFETCH(const QStringList, options);
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        runner.write(u"parts/base.txt"_s, "part");
        QFile::link(u"/etc/hostname"_s, runner.path(u"parts/link.txt"_s));
        QFile::link(u"nothing"_s, runner.path(u"parts/gone.txt"_s));
        const bool isNunjucks = options.contains(u"nunjucks"_s);
        const QByteArray source = "{% include '" + name + "' %}";
        const auto outcome = runner.run(
            QStringList{u"render"_s, u"-"_s} + options
                + (isNunjucks ? QStringList{u"--jinja-compat"_s, u"on"_s} : QStringList()),
            source);
        QCOMPARE(outcome.code, 1);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
    }

    void anErrorInAnIncludedTemplateNamesItsPath()
    {
        CliRunner runner;
        runner.write(u"parts/in/bad.txt"_s, "\n{{ 1 / 0 }}");
        runner.write(u"main.txt"_s, "{% include 'in/bad.txt' %}{{ nope.x }}");
        const QStringList command{u"render"_s, u"main.txt"_s, u"--templates"_s, u"parts"_s};
        const auto included = runner.run(command);
        QVERIFY2(included.err.startsWith("parts/in/bad.txt:2:"), included.err.constData());
        runner.write(u"parts/in/bad.txt"_s, "");
        const auto own = runner.run(command);
        QVERIFY2(own.err.startsWith("main.txt:1:"), own.err.constData());
    }

    void whyAnExtensionIsNotThereIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("misspelt") << u"jinja2.ext.doo"_s
                                  << QByteArray("Did you mean “jinja2.ext.do”?");
        QTest::newRow("part of the language")
            << u"jinja2.ext.with_"_s << QByteArray("is part of Jinja2");
    }

    void whyAnExtensionIsNotThereIsSaid()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, said);
        CliRunner runner;
        const auto outcome = runner.run({u"render"_s, u"-"_s, u"--extension"_s, name}, "x");
        QCOMPARE(outcome.code, 2);
        QVERIFY2(outcome.err.contains(said), outcome.err.constData());
        QVERIFY(name == u"jinja2.ext.doo" || !outcome.err.contains("Did you mean"));
    }

    void aFileOfABackstageTemplateIsInItsDialect()
    {
        CliRunner runner;
        runner.write(u"t/template.yaml"_s,
                     "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\n");
        runner.write(u"t/skeleton/a"_s, "${{ 1 + 1 }} {{ 1 + 1 }}");
        QCOMPARE(runner.run({u"render"_s, u"t/skeleton/a"_s}).out, QByteArray("2 {{ 1 + 1 }}"));
        runner.write(u"t/skeleton/cookiecutter.json"_s, "{}");
        QCOMPARE(runner.run({u"render"_s, u"t/skeleton/a"_s}).out, QByteArray("$2 2"));
    }

    void theClockAndTheSeedCanBeSet()
    {
        CliRunner runner;
        const QByteArray source = "{{ range(1000)|list|random }}";
        const QStringList words{u"render"_s, u"-"_s, u"--seed"_s, u"77"_s};
        const auto first = runner.run(words, source);
        QCOMPARE(first.code, 0);
        QCOMPARE(runner.run(words, source).out, first.out);
    }
};

QTEST_GUILESS_MAIN(TestRender)
#include "tst_render.moc"
