#include "models/catalog/backstagereader.h"
#include "models/catalog/fetchplace.h"
#include "tests/support/testing.h"

#include <QTest>

using namespace waymark;
using namespace Qt::StringLiterals;

class TestFetchPlace : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aUrlLeadsFromTheTemplateIntoItsSource_data()
    {
        QTest::addColumn<QByteArray>("path"); // of the template in its source
        QTest::addColumn<QString>("url");
        QTest::addColumn<QByteArray>("place"); // "-": out of the source
        QTest::newRow("below") << "go"_ba << u"./skeleton"_s << "skeleton"_ba;
        QTest::newRow("itself") << "go"_ba << u"./"_s << ""_ba;
        QTest::newRow("odd slashes") << "go"_ba << u".//a/./b/"_s << "a/b"_ba;
        QTest::newRow("beside") << "go"_ba << u"../parts/base"_s << "../parts/base"_ba;
        QTest::newRow("beside, by a detour") << "go"_ba << u"a/../../parts"_s << "../parts"_ba;
        QTest::newRow("back again") << "go"_ba << u"../go/skeleton"_s << "skeleton"_ba;
        QTest::newRow("a name that begins alike") << "go"_ba << u"../go-two"_s << "../go-two"_ba;
        QTest::newRow("the folder around it") << "go"_ba << u".."_s << ".."_ba;
        QTest::newRow("two up") << "a/go"_ba << u"../../parts"_s << "../../parts"_ba;
        QTest::newRow("one up of two") << "a/go"_ba << u"../parts"_s << "../parts"_ba;
        QTest::newRow("out of the source") << "go"_ba << u"../../parts"_s << "-"_ba;
        QTest::newRow("out, and in again") << "go"_ba << u"../../templates/go"_s << "-"_ba;
        QTest::newRow("out, of the source's own") << ""_ba << u"../parts"_s << "-"_ba;
        QTest::newRow("the root") << "go"_ba << u"/parts"_s << "-"_ba;
        QTest::newRow("git's own") << "go"_ba << u"../.git"_s << "-"_ba;
        QTest::newRow("in git's own") << "go"_ba << u"./a/.GIT/hooks"_s << "-"_ba;
        QTest::newRow("past git's own") << "go"_ba << u"../.git/../parts"_s << "../parts"_ba;
        QTest::newRow("names like git's own")
            << "go"_ba << u"../.github/x.git"_s << "../.github/x.git"_ba;
    }
    void aUrlLeadsFromTheTemplateIntoItsSource()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QString, url);
        QFETCH(const QByteArray, place);
        QCOMPARE(fetchPlace(url, path).value_or("-"), place);
    }

    void foldersThatTheFormOffersAreFoundBeforehand_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QByteArray>("step");
        QTest::addColumn<QByteArrayList>("folders");
        QTest::addColumn<bool>("leaves"); // the template's folder
        const QByteArray own = "{action: fetch:template, input: {url: '${{ parameters.ci }}'}}";
        QTest::newRow("a list") << "{properties: {ci: {enum: [../a, ./b, ../c/]}}}"_ba << own
                                << QByteArrayList{"a", "c"} << true;
        QTest::newRow("a default")
            << "[{properties: {ci: {default: ../a}}}]"_ba << own << QByteArrayList{"a"} << true;
        QTest::newRow("of each way that there is")
            << "{properties: {ci: {oneOf: [{const: ../a}, {const: ../b}]}}}"_ba << own
            << QByteArrayList{"a", "b"} << true;
        QTest::newRow("where another answer asks for it")
            << "{dependencies: {x: {oneOf: [{properties: {ci: {default: ../a}}}]}}}"_ba << own
            << QByteArrayList{"a"} << true;
        QTest::newRow("of another parameter")
            << "{properties: {other: {enum: [../a]}, ci: {enum: [./b]}}}"_ba << own
            << QByteArrayList() << false;
        QTest::newRow("out of the source")
            << "{properties: {ci: {enum: [../../../a]}}}"_ba << own << QByteArrayList() << true;
        QTest::newRow("behind what is written")
            << "{properties: {ci: {enum: [../../a]}}}"_ba
            << "{action: fetch:plain, input: {url: './s/${{ parameters.ci }}'}}"_ba
            << QByteArrayList{"a"} << true;
        QTest::newRow("in the url itself")
            << "{properties: {x: {type: boolean}}}"_ba
            << "{action: fetch:plain, input: {url: \"${{ '../a' if parameters.x else './b' }}\"}}"_ba
            << QByteArrayList{"a"} << true;
        QTest::newRow("a file")
            << "{properties: {ci: {enum: [../a/b.yaml]}}}"_ba
            << "{action: fetch:plain:file, input: {url: '${{ parameters.ci }}', targetPath: b}}"_ba
            << QByteArrayList{"a"} << true;
    }
    void foldersThatTheFormOffersAreFoundBeforehand()
    {
        QFETCH(const QByteArray, form);
        QFETCH(const QByteArray, step);
        QFETCH(const QByteArrayList, folders);
        const Template definition = readBackstageTemplate(
            "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\n"
            "spec: {type: service, parameters: "
                + form + ", steps: [" + step + "]}\n",
            u"template.yaml"_s);
        QVERIFY(!definition.isBroken());
        QCOMPARE(foldersToFetch(definition, "go"), folders);
        QTEST(fetchesOutside(definition, {}), "leaves");
    }

    void foldersBesideTheTemplateAreFoundBeforehand_data()
    {
        QTest::addColumn<QByteArray>("steps");
        QTest::addColumn<QByteArrayList>("folders");
        const auto step = [](const QByteArray &url, const QByteArray &action = "fetch:template") {
            return "{action: '" + action + "', input: {url: " + url + "}}";
        };
        QTest::newRow("none") << step("./skeleton") << QByteArrayList();
        QTest::newRow("two, sorted, each once") << step("../b") + ", " + step("../a", "fetch:plain")
                + ", " + step("../b") << QByteArrayList{"a", "b"};
        QTest::newRow("one in another") << step("../a/b") + ", " + step("../a") + ", "
                + step("../a-b") << QByteArrayList{"a", "a-b"};
        QTest::newRow("decided by an answer")
            << step("'../a/x-${{ parameters.a }}/y'") << QByteArrayList{"a"};
        QTest::newRow("any folder") << step("'../${{ parameters.a }}'") << QByteArrayList{""};
        QTest::newRow("nothing written out") << step("'${{ parameters.a }}'") << QByteArrayList();
        QTest::newRow("by a statement")
            << step("'../{% if parameters.a %}a{% endif %}'") << QByteArrayList{""};
        QTest::newRow("a server") << step("'https://example.org/../../../a'") << QByteArrayList();
        QTest::newRow("out of the source") << step("../../a") << QByteArrayList();
        QTest::newRow("git's own") << step("../.git") << QByteArrayList();
        QTest::newRow("another action") << step("../a", "fetch:file") << QByteArrayList();
        QTest::newRow("no text") << step("[../a]") << QByteArrayList();
        QTest::newRow("no input") << "{action: 'fetch:template'}"_ba << QByteArrayList();
    }
    void filesBesideTheTemplateAreFoundBeforehand_data()
    {
        QTest::addColumn<QByteArray>("steps");
        QTest::addColumn<QByteArrayList>("files");
        QTest::addColumn<QByteArrayList>("folders");
        const auto step
            = [](const QByteArray &url, const QByteArray &action = "fetch:template:file") {
                  return "{action: '" + action + "', input: {url: " + url + "}}";
              };
        QTest::newRow("one") << step("../a/f") << QByteArrayList{"a/f"} << QByteArrayList();
        QTest::newRow("one of the template's own")
            << step("./f") << QByteArrayList() << QByteArrayList();
        QTest::newRow("twice") << step("../f") + ", " + step("../f", "fetch:plain:file")
                               << QByteArrayList{"f"} << QByteArrayList();
        QTest::newRow("in a folder that is fetched")
            << step("../a/f") + ", " + step("../a", "fetch:plain") << QByteArrayList()
            << QByteArrayList{"a"};
        QTest::newRow("decided by an answer")
            << step("'../a/${{ parameters.a }}.txt'") << QByteArrayList() << QByteArrayList{"a"};
        QTest::newRow("out of the source")
            << step("../../f") << QByteArrayList() << QByteArrayList();
    }
    void filesBesideTheTemplateAreFoundBeforehand()
    {
        QFETCH(const QByteArray, steps);
        QFETCH(const QByteArrayList, files);
        QFETCH(const QByteArrayList, folders);
        const Template definition = readBackstageTemplate(
            "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\n"
            "spec: {type: service, steps: ["
                + steps + "]}\n",
            u"template.yaml"_s);
        QCOMPARE(filesToFetch(definition, "go"), files);
        QCOMPARE(foldersToFetch(definition, "go"), folders);
    }

    void foldersBesideTheTemplateAreFoundBeforehand()
    {
        QFETCH(const QByteArray, steps);
        QFETCH(const QByteArrayList, folders);
        const Template definition = readBackstageTemplate(
            "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\nmetadata: {name: t}\n"
            "spec: {type: service, steps: ["
                + steps + "]}\n",
            u"template.yaml"_s);
        QCOMPARE(foldersToFetch(definition, "go"), folders);
    }
};

QTEST_APPLESS_MAIN(TestFetchPlace)
#include "tst_fetchplace.moc"
