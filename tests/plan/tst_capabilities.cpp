#include "models/plan/capabilities.h"
#include "models/plan/capabilitytext.h"
#include "tests/plan/builtintemplates.h"
#include "tests/plan/commandbench.h"
#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using namespace waymark::testing;

namespace {

Capabilities ofCopier(const QByteArray &yaml, const QList<TemplateFile> &files)
{
    return capabilitiesOf(CommandBench::ready(yaml, files).loaded);
}

QStringList lineFor(const Capabilities &capabilities, const QString &label)
{
    for (const CapabilityRow &row : capabilityRows(capabilities)) {
        if (row.label == label)
            return row.items;
    }
    return {};
}

} // namespace

class TestCapabilities : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCookiecutterTemplateRunsItsHooks()
    {
        CookiecutterTemplate made("{'name': 'x', 'kind': ['a', 'b'], '_private': 1,"
                                  "'_extensions': ['jinja2_time.TimeExtension']}");
        made.made("a", "a").made("sub/b", "b");
        made.file("README.md", "of the template");
        made.file("hooks/pre_prompt.py", "p");
        made.file("hooks/post_gen_project.sh", "#!/bin/sh\n{{ cookiecutter.name }}\n");
        made.file("hooks/post_gen_project.sh~", "old");
        made.file("hooks/helper.py", "h");
        const Capabilities capabilities = capabilitiesOf(made.loaded());
        QCOMPARE(capabilities.questions, 2);
        QCOMPARE(capabilities.files, 2);
        QCOMPARE(capabilities.isRepeating, false);
        QCOMPARE(capabilities.commands,
                 (QList<Capabilities::Command>{{u"hooks/post_gen_project.sh"_s,
                                                u"#!/bin/sh\n{{ cookiecutter.name }}\n"_s, true},
                                               {u"hooks/pre_prompt.py"_s, u"p"_s, true}}));
        QCOMPARE(capabilities.extensions, QStringList{u"jinja2_time.TimeExtension"_s});
        QVERIFY(capabilities.limits.isEmpty());
        QVERIFY(capabilities.servers.isEmpty() && capabilities.hosts.isEmpty());
    }

    void ofSeveralTemplatesTheLargestCounts()
    {
        CookiecutterTemplate made("{'templates': {'a': {'path': 'a'}, 'b': {'path': 'b'}}}");
        made.file("a/cookiecutter.json", R"({"name": "n"})");
        made.file("a/{{cookiecutter.name}}/1", "1");
        made.file("b/cookiecutter.json", R"({"name": "n"})");
        made.file("b/{{cookiecutter.name}}/1", "1").file("b/{{cookiecutter.name}}/2", "2");
        made.file("b/hooks/pre_gen_project.py", "x").file("b/hooks/pre_prompt.py", "x");
        const Capabilities capabilities = capabilitiesOf(made.loaded());
        QCOMPARE(capabilities.files, 2);
        QCOMPARE(capabilities.commands.size(), 2);
        QCOMPARE(capabilities.commands.last().isRunnable, false); // not of one inside of another
        QCOMPARE(capabilities.limits.size(), 1);
        QCOMPARE(capabilities.questions, 2); // which one, and its own
        QCOMPARE(capabilities.commands.first().name, u"b/hooks/pre_gen_project.py"_s);
    }

    void aFileThatEitherOfTwoStepsMakesCountsOnce()
    {
        SmallTemplate made("{properties: {a: {}}}",
                           "[{action: 'fetch:template', if: '${{ parameters.a }}', input: {url: "
                           "./one}}, {action: 'fetch:template', input: {url: ./two, targetPath: "
                           "./}}, {action: 'fetch:plain', input: {url: ./two, targetPath: sub}}]");
        made.file("one/same", "1").file("one/other", "1").file("two/same", "2");
        QCOMPARE(capabilitiesOf(made.loaded()).files, 3);
    }

    void aCopierTemplateRunsItsTasks()
    {
        const Capabilities capabilities
            = ofCopier("name: x\nother: {type: str, when: \"{{ name == 'y' }}\"}\n"
                       "computed: {type: str, when: false, default: z}\n"
                       "_subdirectory: template\n_jinja_extensions: [jinja2.ext.do]\n"
                       "_tasks:\n  - echo {{ name }}\n  - [make, all]\n"
                       "_migrations:\n  - {version: v2, command: move}\n",
                       {{.path = "template/a", .content = "a"},
                        {.path = "template/b.jinja", .content = "b"},
                        {.path = "docs/c", .content = "c"}});
        QCOMPARE(capabilities.questions, 2);
        QCOMPARE(capabilities.files, 2);
        QCOMPARE(capabilities.commands,
                 (QList<Capabilities::Command>{{u"task 1"_s, u"echo {{ name }}"_s, true},
                                               {u"task 2"_s, u"make all"_s, true},
                                               {u"migration 1"_s, u"move"_s, false}}));
        QCOMPARE(capabilities.extensions, QStringList{u"jinja2.ext.do"_s});
        QCOMPARE(capabilities.limits.size(), 1);
        QVERIFY(capabilities.limits.first().position);
    }

    void aTaskIsToldAsItRuns_data()
    {
        QTest::addColumn<QByteArray>("task");
        QTest::addColumn<QString>("text");
        QTest::newRow("numbers and truth") << "[sleep, 5, true]"_ba << u"sleep 5 True"_s;
        QTest::newRow("blanks in a word") << "[touch, a b]"_ba << u"touch 'a b'"_s;
        QTest::newRow("in a folder")
            << "{command: make, working_directory: docs}"_ba << u"cd docs && make"_s;
        QTest::newRow("in the service's folder")
            << "{command: make, working_directory: .}"_ba << u"make"_s;
        QTest::newRow("with a condition")
            << "{command: make, when: \"{{ name }}\"}"_ba << u"make (when: {{ name }})"_s;
        QTest::newRow("never") << "{command: make, when: false}"_ba << u"make (when: False)"_s;
    }

    void aTaskIsToldAsItRuns()
    {
        QFETCH(const QByteArray, task);
        QFETCH(const QString, text);
        const Capabilities capabilities = ofCopier("name: x\n_tasks: [" + task + "]\n", {});
        QCOMPARE(capabilities.commands.size(), 1);
        QCOMPARE(capabilities.commands.first().text, text);
    }

    void aLoopInANameMakesMoreFiles()
    {
        const Capabilities capabilities
            = ofCopier("list: {type: yaml, default: [a]}\n",
                       {{.path = "{% yield x from list %}{{ x }}{% endyield %}", .content = "x"}});
        QCOMPARE(capabilities.files, 1);
        QVERIFY(capabilities.isRepeating);
    }

    void aBackstageTemplatePublishes()
    {
        SmallTemplate made(
            "{properties: {name: {}, repoUrl: {'ui:field': RepoUrlPicker, "
            "'ui:options': {allowedHosts: [github.com, git.example.org]}}}}",
            "[{action: 'fetch:template', input: {url: ./skeleton}}, "
            "{action: 'catalog:write', input: {entity: {}}}, "
            "{action: 'acme:magic'}, "
            "{action: 'publish:github', input: {repoUrl: '${{ parameters.repoUrl }}'}}, "
            "{action: 'publish:gitlab', input: {repoUrl: 'gitlab.com?owner=a&repo=b'}}, "
            "{action: 'catalog:register', input: {catalogInfoUrl: "
            "'https://portal.example.org/x'}}]");
        made.file("skeleton/a", "a").file("skeleton/b", "b").file("other/c", "c");
        const Capabilities capabilities = capabilitiesOf(made.loaded());
        QCOMPARE(capabilities.questions, 2);
        QCOMPARE(capabilities.files, 3);
        QCOMPARE(capabilities.servers,
                 (QStringList{u"publish:github"_s, u"publish:gitlab"_s, u"catalog:register"_s}));
        QCOMPARE(capabilities.hosts,
                 (QStringList{u"git.example.org"_s, u"github.com"_s, u"gitlab.com"_s,
                              u"portal.example.org"_s}));
        QVERIFY(capabilities.commands.isEmpty());
        QCOMPARE(capabilities.limits.size(), 1);
        QVERIFY(capabilities.limits.first().message.contains(u"acme:magic"_s));
        QCOMPARE(capabilities.limits.first().position->line, 8);
    }

    void whatAStepReachesIsWhatItNames_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<QStringList>("servers");
        QTest::addColumn<QStringList>("hosts");
        const auto row
            = [](const char *name, const QByteArray &step, const QStringList &servers,
                 const QStringList &hosts) { QTest::newRow(name) << step << servers << hosts; };
        row("a repository", "{action: 'publish:github', input: {repoUrl: 'github.com?owner=a'}}",
            {u"publish:github"_s}, {u"github.com"_s});
        row("one that an answer names",
            "{action: 'publish:github', input: {repoUrl: '${{ parameters.repoUrl }}'}}",
            {u"publish:github"_s}, {});
        row("one on a host that an answer names",
            "{action: 'publish:gitlab', input: {repoUrl: '${{ parameters.host }}?repo=b'}}",
            {u"publish:gitlab"_s}, {});
        row("a request",
            "{action: 'publish:github:pull-request', input: {repoUrl: 'x.org?repo=b'}}",
            {u"publish:github:pull-request"_s}, {u"x.org"_s});
        row("a catalog", "{action: 'catalog:register', input: {catalogInfoUrl: 'https://p.org/x'}}",
            {u"catalog:register"_s}, {u"p.org"_s});
        row("what is fetched from elsewhere",
            "{action: 'fetch:plain', input: {url: 'https://git.org/a/b'}}", {}, {u"git.org"_s});
        row("a step without input", "{action: 'argocd:create-resources'}",
            {u"argocd:create-resources"_s}, {});
        row("what stays here", "{action: 'debug:log', input: {message: 'https://no.org'}}", {}, {});
    }

    void whatAStepReachesIsWhatItNames()
    {
        QFETCH(const QByteArray, step);
        QFETCH(const QStringList, servers);
        QFETCH(const QStringList, hosts);
        const SmallTemplate made("{properties: {repoUrl: {}, host: {}}}",
                                 "[" + step + ", " + step + "]"); // twice, and told once
        const Capabilities capabilities = capabilitiesOf(made.loaded());
        QCOMPARE(capabilities.servers, servers);
        QCOMPARE(capabilities.hosts, hosts);
        QVERIFY(capabilities.limits.isEmpty());
    }

    void hiddenQuestionsAreNotAsked()
    {
        const SmallTemplate made("{properties: {a: {}, b: {'ui:widget': hidden}}, dependencies: "
                                 "{a: {properties: {c: {}}}}}");
        QCOMPARE(capabilitiesOf(made.loaded()).questions, 2); // the second only with an answer
    }

    void whatAnAnswerDecidesIsAsMuchAsThereIs()
    {
        SmallTemplate made("{properties: {kind: {}, names: {type: array}}}",
                           "[{action: 'fetch:template', each: '${{ parameters.names }}', "
                           "input: {url: './${{ parameters.kind }}'}}]");
        made.file("go/a", "a").file("rust/a", "a");
        const Capabilities capabilities = capabilitiesOf(made.loaded());
        QVERIFY(capabilities.files >= 2);
        QVERIFY(capabilities.isRepeating);
    }

    void ourOwnTemplatesSayWhatTheyMake()
    {
        for (const QStringView name :
             {QStringView(u"go-service"), QStringView(u"python-service")}) {
            const LoadedTemplate &loaded = builtIn(name);
            const Capabilities capabilities = capabilitiesOf(loaded);
            QVERIFY(capabilities.questions > 0);
            QVERIFY(capabilities.commands.isEmpty());
            QVERIFY(capabilities.limits.isEmpty());
            QVERIFY(capabilities.files > 10);
        }
    }

    void itIsToldInRows()
    {
        const Capabilities capabilities = ofCopier("name: x\n_tasks:\n  - make\n", {});
        QCOMPARE(lineFor(capabilities, u"asks"_s), QStringList{u"one question"_s});
        QCOMPARE(lineFor(capabilities, u"runs, if you agree"_s), QStringList{u"task 1: make"_s});
        QCOMPARE(lineFor(capabilities, u"needs"_s), QStringList());
    }

    void howMuchItIsIsSaidInWords_data()
    {
        QTest::addColumn<qsizetype>("questions");
        QTest::addColumn<qsizetype>("files");
        QTest::addColumn<bool>("isRepeating");
        QTest::addColumn<QString>("asks");
        QTest::addColumn<QString>("makes");
        QTest::newRow("none") << qsizetype(0) << qsizetype(0) << false << u"up to 0 questions"_s
                              << u"no files"_s;
        QTest::newRow("one") << qsizetype(1) << qsizetype(1) << false << u"one question"_s
                             << u"one file"_s;
        QTest::newRow("several") << qsizetype(14) << qsizetype(57) << false
                                 << u"up to 14 questions"_s << u"up to 57 files"_s;
        QTest::newRow("more") << qsizetype(2) << qsizetype(3) << true << u"up to 2 questions"_s
                              << u"up to 3 files, more with longer lists of answers"_s;
    }

    void howMuchItIsIsSaidInWords()
    {
        QFETCH(const qsizetype, questions);
        QFETCH(const qsizetype, files);
        QFETCH(const bool, isRepeating);
        const Capabilities capabilities{
            .questions = questions, .files = files, .isRepeating = isRepeating};
        QTEST(lineFor(capabilities, u"asks"_s).join(u'|'), "asks");
        QTEST(lineFor(capabilities, u"makes"_s).join(u'|'), "makes");
        QCOMPARE(capabilityRows(capabilities).size(), 2);
    }

    void allKindsHaveTheirRow()
    {
        Capabilities capabilities;
        capabilities.commands = {{u"hooks/a.sh"_s, u"#!/bin/sh\nx\n"_s, true},
                                 {u"task 1"_s, u"make all"_s, true},
                                 {u"task 2"_s, u"a\nb"_s, true},
                                 {u"migration 1"_s, u"move"_s, false}};
        capabilities.servers = {u"publish:github"_s};
        capabilities.hosts = {u"github.com"_s, u"x.org"_s};
        capabilities.extensions = {u"jinja2.ext.do"_s};
        capabilities.limits = {{.message = u"Not done."_s}};
        QCOMPARE(lineFor(capabilities, u"runs, if you agree"_s),
                 (QStringList{u"hooks/a.sh"_s, u"task 1: make all"_s, u"task 2"_s}));
        QCOMPARE(lineFor(capabilities, u"speaks to a server with"_s),
                 QStringList{u"publish:github"_s});
        QCOMPARE(lineFor(capabilities, u"reaches"_s), (QStringList{u"github.com"_s, u"x.org"_s}));
        QCOMPARE(lineFor(capabilities, u"needs"_s), QStringList{u"jinja2.ext.do"_s});
        QCOMPARE(lineFor(capabilities, u"cannot do here"_s), QStringList{u"Not done."_s});
        const Map json = capabilitiesToJson(capabilities);
        QCOMPARE(json.keys(),
                 (QStringList{u"questions"_s, u"files"_s, u"repeats"_s, u"commands"_s, u"servers"_s,
                              u"hosts"_s, u"extensions"_s, u"limits"_s}));
        const Value last = json.value(u"commands").toList()->last();
        QCOMPARE(last.toMap()->value(u"name"), Value(u"migration 1"_s));
        QCOMPARE(last.toMap()->value(u"runnable"), Value(false));
        QCOMPARE(json.value(u"hosts").toList()->size(), 2);
    }

    void whatRunsOrPublishesIsToldBeforehand()
    {
        QCOMPARE(capabilityNotice(ofCopier("name: x\n", {})), QString());
        const QString runs = capabilityNotice(
            ofCopier("_tasks: [a, b, c, d, e]\n_migrations: [{version: v1, command: m}]\n", {}));
        QVERIFY2(runs.contains(u"task 1, task 2, task 3 and 2 more"_s), qPrintable(runs));
        Capabilities publishing;
        publishing.servers = {u"publish:github"_s};
        publishing.hosts = {u"github.com"_s};
        QVERIFY(capabilityNotice(publishing).contains(u"publish:github, at github.com"_s));
        publishing.hosts.clear();
        QVERIFY(capabilityNotice(publishing).contains(u"publish:github."_s));
    }
};

QTEST_APPLESS_MAIN(TestCapabilities)
#include "tst_capabilities.moc"
