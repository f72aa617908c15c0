#include "models/catalog/catalog.h"
#include "models/git/library.h"
#include "tests/catalog/catalogtesting.h"
#include "tests/catalog/templatetesting.h"

#include <algorithm>

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

QStringList idsOf(const Catalog &catalog)
{
    QStringList ids;
    for (const CatalogEntry &entry : catalog.entries())
        ids.append(entry.id);
    return ids;
}

} // namespace

class TestCatalog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyTemplateBelowASourceIsListed()
    {
        const ScratchFolder place;
        place.write(u"go/template.yaml"_s, templateText("go"));
        place.write(u"go/skeleton/template.yaml"_s, templateText("inside"));
        place.write(u"deep/er/job/template.yaml"_s, templateText("job"));
        place.write(u"helm/template.yaml"_s, "kind: Deployment\n");
        place.write(u".git/x/template.yaml"_s, templateText("hidden"));
        place.link(u"link"_s, u"go"_s);
        const Catalog catalog({{u"team"_s, place.path()}});
        QCOMPARE(idsOf(catalog), (QStringList{u"go"_s, u"job"_s}));
        QVERIFY(catalog.problems().isEmpty());
        const CatalogEntry &job = catalog.entries().at(1);
        QCOMPARE(job.path, u"deep/er/job"_s);
        QCOMPARE(job.folder(), place.path(u"deep/er/job"_s));
        QCOMPARE(job.definition.file, place.path(u"deep/er/job/template.yaml"_s));
    }

    void aSourceMayItselfBeATemplate()
    {
        const ScratchFolder place;
        place.write(u"template.yaml"_s, templateText("only"));
        const Catalog catalog({{u"one"_s, place.path()}});
        QCOMPARE(idsOf(catalog), QStringList{u"only"_s});
        QCOMPARE(catalog.entries().first().path, QString());
        QCOMPARE(catalog.entries().first().folder(), place.path());
    }

    void whatIsBrokenNeverHidesTheRest()
    {
        const ScratchFolder place;
        place.write(u"good/template.yaml"_s, templateText("good"));
        place.write(u"bad/template.yaml"_s, "kind: Template\nmetadata: {name: 'x\n");
        place.write(u"sidecar/template.yaml"_s, templateText("sidecar"));
        place.write(u"sidecar/waymark.yaml"_s, "colour: red\n");
        place.write(u"unreadable/x"_s, {});
        place.link(u"unreadable/template.yaml"_s, u"/etc/hostname"_s);
        const Catalog catalog({{u"team"_s, place.path()}, {u"gone"_s, place.path(u"gone"_s)}});
        QCOMPARE(idsOf(catalog), (QStringList{u"bad"_s, u"good"_s, u"sidecar"_s, u"unreadable"_s}));
        QVERIFY(catalog.entries().at(0).definition.isBroken());
        QVERIFY(!catalog.entries().at(1).definition.isBroken());
        QVERIFY(catalog.entries().at(2).definition.isBroken());
        QCOMPARE(catalog.entries().at(2).definition.problems.first().file,
                 place.path(u"sidecar/waymark.yaml"_s));
        QCOMPARE(catalog.entries().at(3).definition.problems.first().file,
                 place.path(u"unreadable/template.yaml"_s));
        QCOMPARE(catalog.problems().size(), 1);
        QCOMPARE(catalog.problems().at(0).file, place.path(u"gone"_s));
        QVERIFY(catalog.problems().at(0).hint.contains(u"waymark source remove gone"));
    }

    void twoOfOneNameAreToldApartBySource()
    {
        const ScratchFolder place;
        place.write(u"a/go/template.yaml"_s, templateText("go"));
        place.write(u"a/job/template.yaml"_s, templateText("job"));
        place.write(u"b/go/template.yaml"_s, templateText("go"));
        const Catalog catalog({{u"one"_s, place.path(u"a"_s)}, {u"two"_s, place.path(u"b"_s)}});
        QCOMPARE(idsOf(catalog), (QStringList{u"job"_s, u"one/go"_s, u"two/go"_s}));
        const Result<CatalogEntry> both = catalog.find(u"go"_s, place.path());
        QVERIFY(!both);
        QCOMPARE(both.error().problem.code, u"catalog.ambiguous"_s);
        QCOMPARE(both.error().problem.hint, u"Name one of them: one/go, two/go."_s);
        QCOMPARE(catalog.find(u"two/go"_s, place.path())->folder(), place.path(u"b/go"_s));
        QCOMPARE(catalog.find(u"one/job"_s, place.path())->folder(), place.path(u"a/job"_s));
    }

    void twoOfOneNameInOneSourceAreToldApartByFolder()
    {
        const ScratchFolder place;
        place.write(u"x/template.yaml"_s, templateText("go"));
        place.write(u"y/template.yaml"_s, templateText("go"));
        const Catalog catalog({{u"one"_s, place.path()}});
        const Result<CatalogEntry> both = catalog.find(u"go"_s, place.path());
        QVERIFY(!both);
        QVERIFY(both.error().problem.hint.contains(place.path(u"y"_s)));
        QCOMPARE(catalog.find(u"./y"_s, place.path())->path, u"y"_s);
    }

    void aTemplateIsFoundByItsFolder_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("working");
        QTest::newRow("below") << u"t/go"_s << QString();
        QTest::newRow("a slash behind") << u"t/go/"_s << QString();
        QTest::newRow("here") << u"."_s << u"t/go"_s;
        QTest::newRow("above") << u".."_s << u"t/go/skeleton"_s;
        QTest::newRow("beside") << u"../go"_s << u"t/go"_s;
    }
    void aTemplateIsFoundByItsFolder()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, working);
        const ScratchFolder place;
        place.write(u"t/go/template.yaml"_s, templateText("go"));
        place.write(u"t/go/skeleton/x"_s, {});
        const Result<CatalogEntry> entry = Catalog().find(text, place.path(working));
        VERIFY_RESULT(entry);
        QCOMPARE(entry->id, u"go"_s);
        QCOMPARE(entry->folder(), place.path(u"t/go"_s));
        QCOMPARE(entry->source.folder, place.path(u"t/go"_s));
        const Source source{u"team"_s, place.path(u"t"_s)};
        const Result<CatalogEntry> inSource = Catalog({source}).find(text, place.path(working));
        VERIFY_RESULT(inSource);
        QCOMPARE(inSource->source, source);
        QCOMPARE(inSource->path, u"go"_s);
    }

    void aTemplateIsFoundAmongSources_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("source");
        QTest::newRow("by its id") << u"go"_s << u"team"_s;
        QTest::newRow("by source and name") << u"team/go"_s << u"team"_s;
        QTest::newRow("by a path from here, which names no source") << u"./team/go"_s << u"go"_s;
    }

    void aTemplateIsFoundAmongSources()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, source);
        const ScratchFolder place;
        place.write(u"source/go/template.yaml"_s, templateText("go"));
        place.write(u"here/team/go/template.yaml"_s, templateText("go"));
        const auto found
            = findTemplate(text, place.path(u"here"_s), {{u"team"_s, place.path(u"source"_s)}});
        VERIFY_RESULT(found);
        QCOMPARE(found->source.name, source);
    }

    void whatIsNotFoundIsToldWithAWayOut_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("part");
        QTest::newRow("nearly a name")
            << u"og-service"_s << u"catalog.unknown"_s << u"go-service"_s;
        QTest::newRow("far from all") << u"zzz"_s << u"catalog.unknown"_s << u"waymark list"_s;
        QTest::newRow("no folder") << u"./zzz"_s << u"catalog.no-folder"_s << u"waymark list"_s;
        QTest::newRow("no template in it")
            << u"./empty"_s << u"catalog.no-template"_s << u"template.yaml"_s;
        QTest::newRow("an address")
            << u"https://example.org/t.git"_s << u"catalog.address"_s << u"Clone"_s;
        QTest::newRow("an address for ssh")
            << u"git@example.org:t"_s << u"catalog.address"_s << u"Clone"_s;
    }
    void whatIsNotFoundIsToldWithAWayOut()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, code);
        QFETCH(const QString, part);
        const ScratchFolder place;
        place.write(u"t/template.yaml"_s, templateText("go-service"));
        place.write(u"empty/x"_s, {});
        const Result<CatalogEntry> entry
            = Catalog({{u"team"_s, place.path(u"t"_s)}}).find(text, place.path());
        QVERIFY(!entry);
        QCOMPARE(entry.error().problem.code, code);
        const QString words = entry.error().toString();
        QVERIFY2(words.contains(part), qPrintable(words));
        QVERIFY(!entry.error().problem.hint.isEmpty());
    }

    void aTemplateIsLoadedWithItsFiles()
    {
        const git::Library library;
        const ScratchFolder place;
        place.write(u"go/template.yaml"_s, templateText("go"));
        place.write(u"go/waymark.yaml"_s, "version: 1.0.0\n");
        place.write(u"go/skeleton/main.go"_s, "package main\n");
        const Catalog catalog({{u"team"_s, place.path()}});
        const Result<LoadedTemplate> loaded = loadTemplate(catalog.entries().first());
        VERIFY_RESULT(loaded);
        QCOMPARE(loaded->entry.id, u"go"_s);
        QCOMPARE(loaded->entry.definition.sidecar->version, u"1.0.0"_s);
        QCOMPARE(loaded->tree.find("skeleton/main.go")->content, "package main\n"_ba);
        VERIFY_RESULT(loaded->tree.hash());
    }

    void whatIsLoadedIsWhatIsThereNow()
    {
        const ScratchFolder place;
        place.write(u"go/template.yaml"_s, templateText("go"));
        const Catalog catalog({{u"team"_s, place.path()}});
        place.write(u"go/template.yaml"_s, templateText("gone"));
        const Result<LoadedTemplate> loaded = loadTemplate(catalog.entries().first());
        VERIFY_RESULT(loaded);
        QCOMPARE(loaded->entry.definition.name, u"gone"_s);
        QVERIFY(QFile::remove(place.path(u"go/template.yaml"_s)));
        QCOMPARE(loadTemplate(catalog.entries().first()).error().problem.code,
                 u"catalog.no-template"_s);
    }

    void aBrokenTemplateIsNotLoaded()
    {
        const ScratchFolder place;
        place.write(u"template.yaml"_s, "kind: Template\n");
        const Result<CatalogEntry> entry = readTemplateFolder(place.path());
        VERIFY_RESULT(entry);
        QCOMPARE(entry->id, QFileInfo(place.path()).fileName());
        const Result<LoadedTemplate> loaded = loadTemplate(*entry);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().problem.file, place.path(u"template.yaml"_s));
        QVERIFY(loaded.error().problem.hint.contains(u"2 more"));
    }

    void anIndexStandsInForSidecars()
    {
        const ScratchFolder place;
        place.write(u"waymark-index.yaml"_s,
                    "version: 1\n"
                    "templates:\n"
                    "  go: {icon: globe}\n"
                    "  own: {icon: globe}\n"
                    "  gone: {icon: globe}\n");
        place.write(u"go/template.yaml"_s, templateText("go"));
        place.write(u"own/template.yaml"_s, templateText("own"));
        place.write(u"own/waymark.yaml"_s, "support: Us\n");
        const Catalog catalog({{u"team"_s, place.path()}});
        QCOMPARE(catalog.entries().at(0).definition.sidecar->icon, u"globe"_s);
        QCOMPARE(catalog.entries().at(1).definition.sidecar->icon, QString());
        QCOMPARE(catalog.problems().size(), 1);
        QCOMPARE(catalog.problems().first().headline(),
                 place.path(u"waymark-index.yaml"_s) + u":5:3: There is no template in “gone”."_s);
        QCOMPARE(loadTemplate(catalog.entries().at(0))->entry.definition.sidecar->icon, u"globe"_s);
    }

    void anIndexThatCannotBeReadIsAProblemOfTheSource()
    {
        const ScratchFolder place;
        place.link(u"waymark-index.yaml"_s, u"/etc/hostname"_s);
        place.write(u"go/template.yaml"_s, templateText("go"));
        const Catalog catalog({{u"team"_s, place.path()}});
        QCOMPARE(idsOf(catalog), QStringList{u"go"_s});
        QCOMPARE(catalog.problems().size(), 1);
        QVERIFY(!catalog.entries().first().definition.sidecar);
    }
};

QTEST_APPLESS_MAIN(TestCatalog)
#include "tst_catalog.moc"
