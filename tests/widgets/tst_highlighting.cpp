#include "views/widgets/codetext.h"
#include "views/widgets/highlighting.h"
#include "views/widgets/highlightingdefinitions.h"

#include <KSyntaxHighlighting/Definition>

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;

namespace {

/// "key name| |str value": what is not in the text's own colour, with the colour before it.
QString picture(QStringView line, const QList<CodeSpan> &spans)
{
    QString shown;
    int at = 0;
    for (const CodeSpan &span : spans) {
        shown += line.sliced(at, span.first - at);
        shown += u'[' + QString(tokenName(span.style.token)).remove(u"syn-"_s) + u' '
            + line.sliced(span.first, span.length).toString() + u']';
        at = span.first + span.length;
    }
    return shown + line.sliced(at).toString();
}

/// Some text being highlighted.
class Coloured
{
public:
    Coloured(const HighlightingDefinitions &definitions, const QString &path, const QString &text)
        : m_text(text)
        , lines([this](int line) {
            ++looked;
            return m_text.line(line);
        })
    {
        lines.reset(m_text.lineCount());
        lines.setLanguage(definitions.definitionOf(path),
                          HighlightingDefinitions::withoutTemplateSuffix(path) != path);
    }

    void finish() { lines.work(m_text.lineCount(), QDeadlineTimer(QDeadlineTimer::Forever)); }
    [[nodiscard]] QString at(int line) { return picture(m_text.line(line), lines.spans(line)); }
    [[nodiscard]] QStringList all()
    {
        QStringList pictures;
        for (int line = 0; line < m_text.lineCount(); ++line)
            pictures += at(line);
        return pictures;
    }

    void replaceLine(int line, const QString &text)
    {
        QStringList all = m_text.text().toString().split(u'\n');
        all[line] = text;
        m_text = CodeText(all.join(u'\n'));
        lines.replace(line, 1, 1);
    }

private:
    CodeText m_text;

public:
    int looked = 0; // lines that were asked for
    Highlighting lines;
};

} // namespace

class TestHighlighting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void languagesAreKnownByFileName_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("language");
        const auto row = [](const char *path, const char *language) {
            QTest::newRow(path) << QString::fromUtf8(path) << QString::fromUtf8(language);
        };
        row("deploy/base/deployment.yaml", "YAML");
        row("deployment.yaml.j2", "YAML");
        row("main.go.tmpl", "Go");
        row("values.yaml.tpl", "YAML");
        row("cmd/server/main.go", "Go");
        row("go.mod", "Go Module");
        row("Dockerfile", "Dockerfile");
        row("Dockerfile.dev", "Dockerfile");
        row("build/api.dockerfile", "Dockerfile");
        row(".dockerignore", "Git Ignore");
        row(".gitignore", "Git Ignore");
        row(".github/CODEOWNERS", "CODEOWNERS");
        row(".env", "Dotenv");
        row(".env.example", "Dotenv");
        row("deploy/staging/storage.env", "Dotenv");
        row("infra/main.tf", "Terraform");
        row("infra/terraform.tfvars", "Terraform");
        row("vault.hcl", "HCL");
        row("Makefile", "Makefile");
        row("README.md", "Markdown");
        row("dashboard.json", "JSON");
        row("pyproject.toml", "TOML");
        row("run.sh", "Bash");
        row(".editorconfig", "INI Files");
        row("main.py", "Python");
        row("LICENSE", "");
        row("_helpers.tpl", "");
    }

    void languagesAreKnownByFileName()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, language);
        const KSyntaxHighlighting::Definition found = m_definitions.definitionOf(path);
        QCOMPARE(found.isValid(), !language.isEmpty());
        if (found.isValid())
            QCOMPARE(found.name(), language);
    }

    void aLineHasTheDesignsColours_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("lines");
        const auto row = [](const char *name, const char *path, const QString &text,
                            const QStringList &lines) {
            QTest::newRow(name) << QString::fromUtf8(path) << text << lines;
        };
        row("YAML", "a.yaml", u"- name: orders # set\n  port: 8080\n  on: true\n  tag: 1.18.2"_s,
            {u"[punct -] [key name][punct :][str  orders][com  # set]"_s,
             u"  [key port][punct :] [num 8080]"_s, u"  [key on][punct :] [num true]"_s,
             u"  [key tag][punct :] [str 1.18.2]"_s});
        row("YAML with GitHub's expressions", "ci.yaml", u"run: a ${{ github.ref }} b"_s,
            {u"[key run][punct :][str  a ][expr ${{ github.ref }}][str  b]"_s});
        row("YAML of a template", "a.yaml.j2", u"name: {{ name }}Mi"_s,
            {u"[key name][punct :] [expr {{ name }}][str Mi]"_s});
        row("Go", "a.go", u"func f(n int) string { return \"x\" } // why"_s,
            {u"[key func] f[punct (]n [key int][punct )] [key string] [punct {] [key return] "
             "[str \"x\"] [punct }] [com // why]"_s});
        row("Dockerfile", "Dockerfile", u"FROM golang:1.24\n# why"_s,
            {u"[key FROM] golang:1.24"_s, u"[com # why]"_s});
        row("JSON", "a.json", u"{\"a\": [1, true, \"x\"]}"_s,
            {u"[punct {][key \"a\"][punct :] [punct [][num 1][punct ,] [num true][punct ,] "
             "[str \"x\"][punct ]}]"_s});
        row("Markdown", "a.md", u"# Title\n\n- one `code`"_s,
            {u"[key # Title]"_s, u""_s, u"[punct - ]one [str `code`]"_s});
        row("HCL", "a.hcl", u"listener \"tcp\" {\n  port = 8200 # x\n  on = true\n  a = var.b\n}"_s,
            {u"[key listener] [str \"tcp\"] [punct {]"_s,
             u"  [key port] [punct =] [num 8200] [com # x]"_s, u"  [key on] [punct =] [num true]"_s,
             u"  [key a] [punct =] var[punct .]b"_s, u"[punct }]"_s});
        row("HCL's expressions", "a.hcl", u"x = \"a${var.b}c\""_s,
            {u"[key x] [punct =] [str \"a][expr ${var.b}][str c\"]"_s});
        row("shell", "a.sh", u"if [ -n \"$A\" ]; then echo 'x'; fi # why"_s,
            {u"[key if] [key [] -n [str \"][expr $A][str \"] [key ]][punct ;] [key then] "
             "[key echo] [str 'x'][punct ;] [key fi] [com # why]"_s});
        row("TOML", "a.toml", u"[tool]\nname = \"x\" # why\ncount = 3"_s,
            {u"[key [tool]]"_s, u"[key name] [punct =] [str \"x\"] [com # why]"_s,
             u"[key count] [punct =] [num 3]"_s});
        row("Makefile", "Makefile", u"# why\nA := $(B) c\nbuild: deps\n\tgo build"_s,
            {u"[com # why]"_s, u"[key A] [punct :=] [punct $(][key B][punct )][str  c]"_s,
             u"[key build][punct :] deps"_s, u"\tgo build"_s});
        row("Terraform", "main.tf", u"variable \"a\" {\n  type = string\n}"_s,
            {u"[key variable] [str \"a\"] {"_s, u"  type [punct =] [key string]"_s, u"}"_s});
        row("ignored files", ".dockerignore", u"# a\n!x\n*.md"_s,
            {u"[com # a]"_s, u"[punct !][str x]"_s, u"[punct *][str .md]"_s});
        row("YAML in Markdown", "a.md", u"```yaml\na: b\n```"_s,
            {u"[str ```yaml]"_s, u"[key a][punct :][str  b]"_s, u"[str ```]"_s});
        row("Go module", "go.mod",
            u"module example.org/x // why\n\ngo 1.24\nrequire a.org/b v1.2.3"_s,
            {u"[key module][str  example.org/x ][com // why]"_s, u""_s, u"[key go] [num 1.24]"_s,
             u"[key require][str  a.org/b ][num v1.2.3]"_s});
        row("CODEOWNERS", "CODEOWNERS", u"# who\n*.go @org/team a@example.org"_s,
            {u"[com # who]"_s, u"[punct *][str .go] [key @org/team] [key a@example.org]"_s});
        row("environment", "a.env", u"# why\nPORT=8080\nURL=http://${HOST}/x"_s,
            {u"[com # why]"_s, u"[key PORT][punct =][num 8080]"_s,
             u"[key URL][punct =][str http://][expr ${HOST}][str /x]"_s});
        row("a language nobody knows", "LICENSE", u"# 1 \"x\""_s, {u"# 1 \"x\""_s});
    }

    void aLineHasTheDesignsColours()
    {
        QFETCH(const QString, path);
        QFETCH(const QString, text);
        QFETCH(const QStringList, lines);
        Coloured coloured(m_definitions, path, text);
        coloured.finish();
        QCOMPARE(coloured.all(), lines);
    }

    void aLineIsKnownWithWhatBeganAboveIt()
    {
        QString text(u"/*\n"_s);
        text += u"text\n"_s.repeated(500) + u"*/\nfunc f()\n"_s;
        Coloured coloured(m_definitions, u"a.go"_s, text);
        coloured.finish();
        QCOMPARE(coloured.at(400), u"[com text]"_s);
        QVERIFY(coloured.at(502).startsWith(u"[key func]"));
    }

    void workIsDoneInSlices()
    {
        Coloured coloured(m_definitions, u"a.go"_s, u"func f()\n"_s.repeated(100));
        const auto none = coloured.lines.work(100, QDeadlineTimer(0));
        QVERIFY(none.isMore);
        QVERIFY(!coloured.lines.isKnown(1));
        const auto some = coloured.lines.work(20, QDeadlineTimer(QDeadlineTimer::Forever));
        QVERIFY(!some.isMore);
        QVERIFY(coloured.lines.isKnown(19));
        QVERIFY(!coloured.lines.isKnown(21));
        QCOMPARE(some.first, 0);
        QCOMPARE(some.end, 20);
    }

    void aLineThatWasNotReachedIsGuessed()
    {
        Coloured coloured(m_definitions, u"a.go"_s, u"func f()\n"_s.repeated(100'000));
        coloured.looked = 0;
        QVERIFY(coloured.at(99'000).startsWith(u"[key func]"));
        QCOMPARE_LE(coloured.looked, 150);
        coloured.looked = 0;
        QVERIFY(coloured.at(99'001).startsWith(u"[key func]")); // goes on from there
        QCOMPARE_LE(coloured.looked, 3);
    }

    void onlyWhatMayHaveChangedIsLookedAtAgain_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("most");
        QTest::newRow("it ends as before") << u"func g()"_s << 3;
        QTest::newRow("a comment opens") << u"/* x"_s << 60;
    }

    void onlyWhatMayHaveChangedIsLookedAtAgain()
    {
        QFETCH(const QString, line);
        QFETCH(const int, most);
        const QString text
            = u"func f()\n"_s.repeated(50) + u"/* */\n"_s + u"func f()\n"_s.repeated(9'949);
        Coloured coloured(m_definitions, u"a.go"_s, text);
        coloured.finish();
        coloured.looked = 0;
        coloured.replaceLine(10, line);
        const auto slice = coloured.lines.work(10'000, QDeadlineTimer(QDeadlineTimer::Forever));
        QCOMPARE_LE(coloured.looked, most);
        QCOMPARE(slice.first, 10);
        Coloured anew(m_definitions, u"a.go"_s,
                      u"func f()\n"_s.repeated(10) + line + u'\n' + u"func f()\n"_s.repeated(39)
                          + u"/* */\n"_s + u"func f()\n"_s.repeated(9'949));
        anew.finish();
        QCOMPARE(coloured.all(), anew.all());
    }

    void manyEditsEndAsIfAllWasNew()
    {
        const QStringList kinds{u"/*"_s, u"*/"_s, u"x := `"_s, u"func f() // a"_s, u"\"s\" `"_s};
        QStringList lines;
        for (int line = 0; line < 200; ++line)
            lines += kinds.at(line % 5);
        Coloured coloured(m_definitions, u"a.go"_s, lines.join(u'\n'));
        for (int round = 0; round < 60; ++round) {
            const int line = (round * 37) % 200;
            lines[line] = kinds.at((round * 7 + line) % 5);
            coloured.replaceLine(line, lines.at(line));
            if (round % 3 == 0)
                coloured.lines.work(100, QDeadlineTimer(QDeadlineTimer::Forever));
        }
        coloured.finish();
        Coloured anew(m_definitions, u"a.go"_s, lines.join(u'\n'));
        anew.finish();
        QCOMPARE(coloured.all(), anew.all());
    }

    void linesMoreAndLess()
    {
        CodeText text(u"/*\na\n*/\nfunc f()"_s);
        Highlighting lines([&](int line) { return text.line(line); });
        lines.reset(text.lineCount());
        lines.setLanguage(m_definitions.definitionOf(u"a.go"_s), false);
        const QDeadlineTimer forever(QDeadlineTimer::Forever);
        lines.work(9, forever);
        text = CodeText(u"a\n*/\nfunc f()"_s); // the first is gone
        lines.replace(0, 1, 0);
        lines.work(9, forever);
        QCOMPARE(picture(text.line(0), lines.spans(0)), u"a"_s);
        text = CodeText(u"a\n*/\nfunc f()\n/*\nb"_s); // two more at the end
        lines.replace(3, 0, 2);
        lines.work(9, forever);
        QCOMPARE(picture(text.line(4), lines.spans(4)), u"[com b]"_s);
        text = CodeText(u"a\n*/"_s); // the end is gone
        lines.replace(2, 3, 0);
        lines.work(9, forever);
        QVERIFY(lines.isKnown(1));
    }

    void aVeryLongLineIsLeftPlain()
    {
        Coloured coloured(m_definitions, u"a.go"_s, u"func "_s.repeated(3'000) + u"\nfunc f()"_s);
        coloured.finish();
        QVERIFY(coloured.lines.spans(0).isEmpty());
        QVERIFY(coloured.at(1).startsWith(u"[key func]"));
    }

    void expressionsOfTemplatesHaveAGround()
    {
        Coloured coloured(m_definitions, u"a.txt.j2"_s, u"{% if x %}{{ y }}{# z #}"_s);
        coloured.finish();
        const QList<CodeSpan> spans = coloured.lines.spans(0);
        QCOMPARE(spans.size(), 3);
        for (const CodeSpan &span : spans)
            QVERIFY(span.style.isExpression && span.style.token == Token::SynExpr);
    }

private:
    HighlightingDefinitions m_definitions;
};

QTEST_GUILESS_MAIN(TestHighlighting)
#include "tst_highlighting.moc"
