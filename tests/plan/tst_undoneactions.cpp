#include "models/plan/rendermemory.h"
#include "models/plan/templateoutput.h"
#include "tests/plan/smalltemplate.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::picture;
using testing::problemsOf;
using testing::SmallTemplate;

namespace {

constexpr auto asked = "{properties: {org: {}, name: {}, branch: {}}}";

QByteArray publishing(const QByteArray &rest, const QByteArray &action = "publish:github")
{
    return "{id: publish, name: Repository, action: '" + action
        + "', input: {repoUrl: 'github.com?owner=${{ parameters.org }}&repo=${{ parameters.name "
          "}}'"
        + rest + "}}";
}

/// "title url" of each link.
QStringList linksOf(const Rendering &rendering)
{
    QStringList lines;
    for (const OutputLink &link : rendering.links)
        lines += link.title + u' ' + shownTarget(link);
    return lines;
}

} // namespace

class TestUndoneActions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anActionThatIsNotRunIsNamed_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<bool>("isExpected");
        QTest::addColumn<QString>("reason");
        const QString unknown
            = u"Waymark does not know this action; what it would do to the files is missing."_s;
        QTest::newRow("GitHub")
            << "publish:github"_ba << true
            << u"The service stays on this machine, in the folder you name; push it where it "
               "belongs."_s;
        QTest::newRow("another place")
            << "publish:bitbucketCloud"_ba << true
            << u"The service stays on this machine, in the folder you name; push it where it "
               "belongs."_s;
        QTest::newRow("the catalog")
            << "catalog:register"_ba << true
            << u"It speaks to a server; do it there once the service is pushed."_s;
        QTest::newRow("a request") << "publish:github:pull-request"_ba << true
                                   << u"The service stays on this machine, in the folder you name; "
                                      "push it where it belongs."_s;
        QTest::newRow("a server") << "argocd:create-resources"_ba << true
                                  << u"It speaks to a server; do it there once the service is "
                                     "pushed."_s;
        QTest::newRow("JSONata") << "roadiehq:utils:jsonata"_ba << false
                                 << u"Waymark has no JSONata; steps that use the result of this "
                                    "one see none."_s;
        QTest::newRow("one of a company") << "acme:budget"_ba << false << unknown;
    }

    void anActionThatIsNotRunIsNamed()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const bool, isExpected);
        QFETCH(const QString, reason);
        const Rendering rendering
            = SmallTemplate("{}",
                            "[{id: x, name: Doing it, action: '" + action + "', input: {a: 1}}]")
                  .rendered();
        QCOMPARE(rendering.undone.size(), 1);
        const UndoneAction &undone = rendering.undone.first();
        QCOMPARE(undone.step, u"Doing it"_s);
        QCOMPARE(undone.action, QString::fromUtf8(action));
        QCOMPARE(undone.reason, reason);
        QCOMPARE(undone.isExpected, isExpected);
        QCOMPARE(undone.place.severity, isExpected ? Severity::Note : Severity::Warning);
        QCOMPARE(undone.place.file, u"template.yaml"_s);
        QCOMPARE(undone.place.position->line, 8);
        QCOMPARE(undone.place.position->column, 11);
        QVERIFY(undone.place.message.contains(u"Doing it"));
        QCOMPARE(problemsOf(rendering), QStringList());
    }

    void itIsToldHowItIsDoneByHand_data()
    {
        QTest::addColumn<QByteArray>("action");
        QTest::addColumn<QByteArray>("input");
        QTest::addColumn<QStringList>("commands");
        QTest::addColumn<QStringList>("links");
        const auto row = [](const char *action, const QByteArray &input,
                            const QStringList &commands, const QStringList &links = {}) {
            QTest::newRow(action) << QByteArray(action) << input << commands << links;
        };
        const QByteArray github = "repoUrl: 'github.com?owner=${{ parameters.org }}&repo=orders'";
        row("publish:github", github + ", defaultBranch: main",
            {u"git remote add origin https://github.com/acme/orders.git"_s,
             u"git push -u origin HEAD:main"_s});
        row("publish:azure", "repoUrl: 'dev.azure.com?organization=acme&project=shop&repo=orders'",
            {u"git remote add origin https://dev.azure.com/acme/shop/_git/orders"_s,
             u"git push -u origin HEAD"_s});
        row("publish:bitbucketCloud", "repoUrl: 'bitbucket.org?workspace=acme&project=X&repo=o'",
            {u"git remote add origin https://bitbucket.org/acme/o.git"_s,
             u"git push -u origin HEAD"_s});
        row("publish:github:pull-request",
            github + ", branchName: 'add it', targetBranchName: main, title: Add it",
            {u"git push https://github.com/acme/orders.git 'HEAD:refs/heads/add it'"_s},
            {u"https://github.com/acme/orders/compare/main...add%20it?expand=1"_s});
        row("publish:gitlab:merge-request",
            "repoUrl: 'gitlab.com?owner=acme/shop&repo=o', branchName: x",
            {u"git push https://gitlab.com/acme/shop/o.git HEAD:refs/heads/x"_s},
            {u"https://gitlab.com/acme/shop/o/-/merge_requests/new?merge_request%5B"
             "source_branch%5D=x"_s});
        row("publish:gerrit", "repoUrl: nowhere", {});
        row("catalog:register", "repoContentsUrl: 'https://github.com/a/b/blob/main'", {},
            {u"https://github.com/a/b/tree/main/catalog-info.yaml"_s});
        row("catalog:fetch", "catalogInfoUrl: 'https://x.org/c.yaml'", {},
            {u"https://x.org/c.yaml"_s});
        row("github:actions:dispatch",
            github + ", workflowId: ci.yml, branchOrTagName: main, workflowInputs: {a: 'b c'}",
            {u"gh workflow run ci.yml --repo acme/orders --ref main -f 'a=b c'"_s});
        row("github:issues:label", github + ", number: 3, labels: [a, b]",
            {u"gh issue edit 3 --repo acme/orders --add-label a,b"_s});
        row("github:webhook", github + ", webhookUrl: 'https://x.org/h', events: [push]",
            {u"gh api repos/acme/orders/hooks -f 'config[url]=https://x.org/h' -f "
             "'config[content_type]=form' -f 'events[]=push'"_s});
        row("http:backstage:request",
            "method: POST, path: /proxy/x, headers: {accept: json}, body: {a: 1}",
            {u"curl -X POST -H 'accept: json' -d '{\"a\":1}' \"$BACKSTAGE_URL\"/api/proxy/x"_s});
        row("argocd:create-resources",
            "appName: o, repoUrl: 'https://x.org/r', path: k8s, namespace: n, projectName: p",
            {u"argocd app create o --repo https://x.org/r --path k8s --project p "
             "--dest-namespace n"_s});
        row("kube:apply", "manifest: 'kind: Namespace', namespaced: false",
            {u"kubectl apply -f - <<'EOF'\nkind: Namespace\nEOF"_s});
        row("kube:apply", "manifest: \"a: |\\n  x\\nEOF\\ntouch /tmp/x\\nEOF1\", namespaced: false",
            {u"kubectl apply -f - <<'EOF2'\na: |\n  x\nEOF\ntouch /tmp/x\nEOF1\nEOF2"_s});
        row("kubernetes:create-namespace", "namespace: n", {u"kubectl create namespace n"_s});
        row("sentry:project:create", "name: o", {});
    }

    void itIsToldHowItIsDoneByHand()
    {
        QFETCH(const QByteArray, action);
        QFETCH(const QByteArray, input);
        QFETCH(const QStringList, commands);
        QFETCH(const QStringList, links);
        const Rendering rendering
            = SmallTemplate(asked, "[{action: '" + action + "', input: {" + input + "}}]")
                  .rendered("{org: acme}");
        QCOMPARE(rendering.undone.size(), 1);
        QCOMPARE(rendering.undone.first().commands, commands);
        QCOMPARE(rendering.undone.first().links, links);
    }

    void eachItemIsTold()
    {
        const Rendering rendering
            = SmallTemplate("{}",
                            "[{each: [one, two, two], action: 'publish:github', input: {repoUrl: "
                            "'github.com?owner=o&repo=${{ each.value }}'}}]")
                  .rendered();
        QCOMPARE(rendering.undone.size(), 2);
        QVERIFY(rendering.undone.first().publication->repository.contains(u"one"));
        QVERIFY(rendering.undone.last().publication->repository.contains(u"two"));
        const Rendering many
            = SmallTemplate("{}",
                            "[{each: '${{ range(0, 300) }}', action: 'a:b', input: {x: "
                            "'${{ each.value }}'}}]")
                  .rendered();
        QCOMPARE(many.undone.size(), 100);
        QCOMPARE(many.problems.size(), 1);
        QCOMPARE(many.problems.first().severity, Severity::Warning);
        QCOMPARE(many.problems.first().code, u"template.undone"_s);
    }

    void whereItWouldGoIsTold()
    {
        const Rendering rendering
            = SmallTemplate(asked,
                            "[{action: 'publish:github:pull-request', input: {repoUrl: "
                            "'github.com?owner=${{ parameters.org }}&repo=o', branchName: b, "
                            "title: T, description: '${{ parameters.name }}', draft: true}}]")
                  .rendered("{org: acme, name: D}");
        const UndoneAction undone = rendering.undone.value(0);
        QVERIFY(undone.publication);
        const Publication expected{.repository = u"https://github.com/acme/o"_s,
                                   .branch = u"b"_s,
                                   .title = u"T"_s,
                                   .description = u"D"_s};
        QCOMPARE(*undone.publication, expected);
        const QList<ResolvedInput> inputs{{u"repoUrl"_s, u"github.com?owner=acme&repo=o"_s},
                                          {u"branchName"_s, u"b"_s},
                                          {u"title"_s, u"T"_s},
                                          {u"description"_s, u"D"_s},
                                          {u"draft"_s, u"true"_s}};
        QCOMPARE(undone.inputs, inputs);
    }

    void secretsAreMaskedInIt()
    {
        const Rendering rendering
            = SmallTemplate("{properties: {token: {'ui:field': Secret}}}",
                            "[{action: 'http:backstage:request', input: {method: GET, path: /x, "
                            "headers: {authorization: 'Bearer ${{ secrets.token }}'}}}]")
                  .rendered("{token: s3cretword}");
        const UndoneAction undone = rendering.undone.value(0);
        QVERIFY(!undone.commands.join(QString()).contains(u"s3cretword"));
        QVERIFY(undone.commands.join(QString()).contains(u"Bearer"));
        QVERIFY(!undone.inputs.value(2).text.contains(u"s3cretword"));
    }

    void whatIsMadeOfASecretBesideItIsMaskedToo_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("shown");
        QTest::newRow("in capitals")
            << "/x?t=${{ secrets.token }}&u=${{ secrets.token | upper }}&n=${{ parameters.n }}"_ba
            << u"/x?t=******&u=******&n=abc"_s;
        QTest::newRow("turned round")
            << "${{ secrets.token }} ${{ secrets.token | reverse }}"_ba << u"****** ******"_s;
        QTest::newRow("by a variable")
            << "{% set x = secrets.token %}${{ x }}/${{ x | upper }}"_ba << u"******/******"_s;
        QTest::newRow("one value") << "${{ secrets.token | upper }}"_ba << u"******"_s;
    }

    void whatIsMadeOfASecretBesideItIsMaskedToo()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QString, shown);
        const LoadedTemplate loaded
            = SmallTemplate("{properties: {n: {}, token: {'ui:field': Secret}}}",
                            "[{action: 'http:backstage:request', input: {method: GET, path: '"
                                + path + "', body: {a: ['" + path + "', 1]}}}]")
                  .loaded();
        const RenderRequest request = SmallTemplate::request(loaded, "{token: s3c, n: abc}");
        RenderMemory memory;
        for (int i = 0; i < 2; ++i) { // what is remembered is masked alike
            const UndoneAction undone = render(loaded, request, memory).undone.value(0);
            QStringList texts;
            for (const ResolvedInput &input : undone.inputs)
                texts += input.text;
            QVERIFY2(texts.contains(shown), qPrintable(texts.join(u'\n')));
            QVERIFY2(texts.contains(u"{\"a\":[\"%1\",1]}"_s.arg(shown)),
                     qPrintable(texts.join(u'\n')));
            const QString all = (texts + undone.commands).join(u'\n').toLower();
            QVERIFY2(!all.contains(u"s3c") && !all.contains(u"c3s"), qPrintable(all));
        }
    }

    void aRegisteredPlaceIsKnownToOthers()
    {
        const Rendering rendering
            = SmallTemplate("{}",
                            "[{id: r, action: 'catalog:register', input: {repoContentsUrl: "
                            "'https://gitlab.com/a/b/-/blob/main', catalogInfoPath: d/c.yaml}}]",
                            "{links: [{title: C, url: '${{ steps.r.output.catalogInfoUrl }}'}]}")
                  .rendered();
        QCOMPARE(linksOf(rendering),
                 QStringList{u"C https://gitlab.com/a/b/-/blob/main/d/c.yaml"_s});
    }

    void anActionThatWouldNotRunIsNot()
    {
        const Rendering rendering
            = SmallTemplate(asked, "[{if: '${{ parameters.org }}', action: 'a:b'}]").rendered();
        QVERIFY(rendering.undone.isEmpty());
    }

    void anActionIsNamedOnce()
    {
        const Rendering rendering
            = SmallTemplate("{}", "[{each: [1, 2, 3], action: 'a:b'}, {action: 'a:b'}]").rendered();
        QCOMPARE(rendering.undone.size(), 2);
        const Rendering none = SmallTemplate("{}", "[{each: [], action: 'a:b'}]").rendered();
        QVERIFY(none.undone.isEmpty());
    }

    void publishingTellsItsAddresses_data()
    {
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<QString>("remote");
        QTest::addColumn<QString>("contents");
        QTest::newRow("GitHub") << publishing("") << u"https://github.com/acme/orders.git"_s
                                << u"https://github.com/acme/orders/blob/master"_s;
        QTest::newRow("with a branch")
            << publishing(", defaultBranch: main") << u"https://github.com/acme/orders.git"_s
            << u"https://github.com/acme/orders/blob/main"_s;
        QTest::newRow("with an answer for a branch")
            << publishing(", defaultBranch: '${{ parameters.branch }}'")
            << u"https://github.com/acme/orders.git"_s
            << u"https://github.com/acme/orders/blob/trunk"_s;
        QTest::newRow("GitLab") << publishing("", "publish:gitlab")
                                << u"https://github.com/acme/orders"_s
                                << u"https://github.com/acme/orders/-/blob/master"_s;
        QTest::newRow("a place that is not known")
            << publishing("", "publish:gerrit") << QString() << QString();
        QTest::newRow("no address")
            << "{id: publish, name: P, action: 'publish:github', input: {repoUrl: github.com}}"_ba
            << QString() << QString();
        QTest::newRow("no input") << "{id: publish, action: 'publish:github'}"_ba << QString()
                                  << QString();
    }

    void publishingTellsItsAddresses()
    {
        QFETCH(const QByteArray, step);
        QFETCH(const QString, remote);
        QFETCH(const QString, contents);
        const Rendering rendering
            = SmallTemplate(asked, '[' + step + ']',
                            "{links: [{title: R, url: '${{ steps.publish.output.remoteUrl }}'},"
                            " {title: C, url: '${{ steps.publish.output.repoContentsUrl }}'}]}")
                  .rendered("{org: acme, name: orders, branch: trunk}");
        QStringList expected;
        if (!remote.isEmpty())
            expected = {u"R "_s + remote, u"C "_s + contents};
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(linksOf(rendering), expected);
    }

    void stepsBehindUseWhatPublishingTells()
    {
        const Rendering rendering
            = SmallTemplate(
                  asked,
                  '[' + publishing("")
                      + ", {action: 'fetch:template', input: {url: ./skeleton, values: {url: "
                        "'${{ steps.publish.output.remoteUrl }}'}}}]")
                  .file("skeleton/f", "${{ values.url }}")
                  .rendered("{org: acme, name: orders}");
        QCOMPARE(picture(rendering), QStringList{u"f=https://github.com/acme/orders.git"_s});
        const jinja::Sources sources = testing::fileOf(rendering, "f").provenance.all();
        QCOMPARE(sources.data, (QStringList{u"name"_s, u"org"_s}));
    }

    void whatIsNotPublishedTellsWhy()
    {
        const Rendering rendering
            = SmallTemplate(
                  asked,
                  "[{if: '${{ parameters.branch }}', id: publish, action: "
                  "'publish:github', input: {repoUrl: 'github.com?owner=a&repo=b'}},"
                  " {action: 'fetch:template', input: {url: ./skeleton, values: {url: '${{ "
                  "steps.publish.output.remoteUrl }}'}}}]")
                  .file("skeleton/f", "[${{ values.url }}]")
                  .rendered("{org: acme}");
        QCOMPARE(picture(rendering), QStringList{u"f=[]"_s});
        const jinja::Sources sources = testing::fileOf(rendering, "f").provenance.all();
        QCOMPARE(sources.control, QStringList{u"branch"_s});
        QCOMPARE(sources.data, QStringList());
    }

    void severalPublishedOnesAreAList()
    {
        const Rendering rendering
            = SmallTemplate(
                  "{}",
                  "[{id: publish, each: [x, y], action: 'publish:github', input: {repoUrl: "
                  "'h?owner=o&repo=${{ each.value }}'}}]",
                  "{links: [{title: '1', url: '${{ steps.publish.output.remoteUrl[1] "
                  "}}'}]}")
                  .rendered();
        QCOMPARE(linksOf(rendering), QStringList{u"1 https://h/o/y.git"_s});
    }

    void theOutputIsEvaluated_data()
    {
        QTest::addColumn<QByteArray>("output");
        QTest::addColumn<QStringList>("links");
        QTest::addColumn<QStringList>("texts");
        const QStringList none;
        QTest::newRow("nothing") << "{}"_ba << none << none;
        QTest::newRow("a link") << "{links: [{title: T, url: 'u/${{ parameters.name }}'}]}"_ba
                                << QStringList{u"T u/orders"_s} << none;
        QTest::newRow("without title") << "{links: [{url: u}]}"_ba << QStringList{u" u"_s} << none;
        QTest::newRow("without url") << "{links: [{title: T, entityRef: x}]}"_ba
                                     << QStringList{u"T x in the portal’s catalog"_s} << none;
        QTest::newRow("without anything") << "{links: [{title: T}]}"_ba << none << none;
        QTest::newRow("with a condition that holds")
            << "{links: [{if: '${{ parameters.name }}', title: T, url: u}]}"_ba
            << QStringList{u"T u"_s} << none;
        QTest::newRow("with one that does not")
            << "{links: [{if: '${{ parameters.name == 1 }}', title: T, url: u}]}"_ba << none
            << none;
        QTest::newRow("with one that is nothing")
            << "{links: [{if: '${{ parameters.org }}', title: T, url: u}]}"_ba
            << QStringList{u"T u"_s} << none;
        QTest::newRow("with false")
            << "{links: [{if: false, title: T, url: u}]}"_ba << none << none;
        QTest::newRow("a text")
            << "{text: [{title: T, content: 'Hello ${{ parameters.name }}'}]}"_ba << none
            << QStringList{u"Hello orders"_s};
        QTest::newRow("a text with a condition")
            << "{text: [{if: false, content: a}, {if: true, content: b}]}"_ba << none
            << QStringList{u"b"_s};
        QTest::newRow("an empty text")
            << "{text: [{content: '${{ parameters.org }}'}]}"_ba << none << none;
        QTest::newRow("what is no list") << "{links: a, text: {b: 1}}"_ba << none << none;
        QTest::newRow("what is no map") << "{links: [a, 1], text: [b]}"_ba << none << none;
    }

    void theOutputIsEvaluated()
    {
        QFETCH(const QByteArray, output);
        QFETCH(const QStringList, links);
        QFETCH(const QStringList, texts);
        const Rendering rendering = SmallTemplate(asked, "[]", output).rendered("{name: orders}");
        QCOMPARE(problemsOf(rendering), QStringList());
        QCOMPARE(linksOf(rendering), links);
        QCOMPARE(rendering.texts, texts);
    }

    void aBrokenOutputIsOnlyAWarning()
    {
        const Rendering rendering
            = SmallTemplate("{}", "[{action: 'fetch:template', input: {url: ./skeleton}}]",
                            "{text: [{content: '${{ 1 | nosuch }}'}]}")
                  .file("skeleton/f", "1")
                  .rendered();
        QCOMPARE(rendering.files.size(), 1);
        QCOMPARE(rendering.problems.size(), 1);
        QCOMPARE(rendering.problems.first().severity, Severity::Warning);
        QCOMPARE(rendering.problems.first().position->line, 9);
    }

    void secretsAreNotInTheOutput()
    {
        const Rendering rendering
            = SmallTemplate("{properties: {token: {'ui:field': Secret}}}", "[]",
                            "{text: [{content: '[${{ secrets.token }}]'}]}")
                  .rendered("{token: s3cret}");
        QCOMPARE(rendering.texts, QStringList{u"[]"_s});
    }
};

QTEST_APPLESS_MAIN(TestUndoneActions)
#include "tst_undoneactions.moc"
