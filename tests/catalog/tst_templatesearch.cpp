#include "models/catalog/catalog.h"
#include "models/catalog/openfolder.h"
#include "models/catalog/templatesearch.h"
#include "tests/catalog/templatetesting.h"
#include "tests/support/testing.h"

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

/// The places of the templates that are found below `place`.
QStringList found(const ScratchFolder &place)
{
    TemplateSearch search({u"team"_s, place.path()});
    search.run();
    QStringList paths;
    for (const CatalogEntry &entry : search.entries())
        paths += entry.path;
    paths.sort();
    return paths;
}

/// Whether the folder of `place` holds a template, and what was read: "definition sidecar".
QString read(const ScratchFolder &place, LookReason reason)
{
    const Result<OpenFolder> folder = OpenFolder::open(place.path());
    const auto texts = folder ? templateTexts(*folder, reason) : std::unexpected(folder.error());
    if (!texts || !*texts)
        return texts ? u"nothing"_s : texts.error().problem.code;
    QStringList words;
    words += (*texts)->definition ? u"definition"_s : (*texts)->definition.error().problem.code;
    if (const auto &sidecar = (*texts)->sidecar)
        words += *sidecar ? u"sidecar"_s : sidecar->error().problem.code;
    return words.join(u' ');
}

} // namespace

class TestTemplateSearch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void templatesAreFoundAsDeepAsIsLooked()
    {
        const ScratchFolder place;
        place.write(u"1/2/3/4/5/6/7/8/template.yaml"_s, templateText("deep"));
        place.write(u"a/2/3/4/5/6/7/8/9/template.yaml"_s, templateText("deeper"));
        QCOMPARE(found(place), QStringList{u"1/2/3/4/5/6/7/8"_s});
    }

    void insideOfATemplateNothingIsLookedFor()
    {
        const ScratchFolder place;
        place.write(u"a/template.yaml"_s, templateText("a"));
        place.write(u"a/b/template.yaml"_s, templateText("b"));
        place.write(u"c/template.yaml"_s, "kind: [\n");
        place.write(u"c/d/template.yaml"_s, templateText("d"));
        QCOMPARE(found(place), (QStringList{u"a"_s, u"c/d"_s}));
    }

    void whatIsHiddenOrALinkIsPassedOver()
    {
        const ScratchFolder place;
        place.write(u".git/a/template.yaml"_s, templateText("a"));
        place.write(u"real/template.yaml"_s, templateText("real"));
        place.link(u"link"_s, u"real"_s);
        place.link(u"loop"_s, u"."_s);
        QCOMPARE(found(place), QStringList{u"real"_s});
    }

    void aFolderThatIsNotThereIsOneProblem()
    {
        const ScratchFolder place;
        TemplateSearch search({u"team"_s, place.path(u"gone"_s)});
        search.run();
        QVERIFY(search.entries().isEmpty());
        QCOMPARE(search.problems().size(), 1);
        QCOMPARE(search.problems().first().code, u"template.unreadable"_s);
        QVERIFY(search.problems().first().hint.contains(u"waymark source remove team"));
    }

    void theTextsOfATemplateAreRead_data()
    {
        QTest::addColumn<QByteArray>("definition");
        QTest::addColumn<QString>("searched");
        QTest::addColumn<QString>("named");
        const auto row
            = [](const char *name, const QByteArray &definition, const QString &searched,
                 const QString &named) { QTest::newRow(name) << definition << searched << named; };
        const auto all = u"definition sidecar"_s;
        row("a template", templateText("a"), all, all);
        row("a template that is broken", "kind: Template\na: [\n", all, all);
        row("one of another version", "apiVersion: scaffolder.backstage.io/v9\n", all, all);
        row("another kind", "kind: Deployment\n", u"nothing"_s, all);
        row("nothing in it", "", u"nothing"_s, all);
        row("no YAML", "a: [\n", u"nothing"_s, all);
        row("a template of something else", "{{ a }}: {% b %}\n", u"nothing"_s, all);
        row("a key twice", "a: 1\na: 2\n", u"nothing"_s, all);
        row("not UTF-8", "a: \xFF\n", all, all);
        row("too deep", QByteArray(500, '['), all, all);
    }
    void theTextsOfATemplateAreRead()
    {
        QFETCH(const QByteArray, definition);
        const ScratchFolder place;
        place.write(u"template.yaml"_s, definition);
        place.write(u"waymark.yaml"_s, "version: 1.0.0\n");
        QTEST(read(place, LookReason::Search), "searched");
        QTEST(read(place, LookReason::Named), "named");
    }

    void theShortNameIsReadWhereTheOtherIsNoTemplate_data()
    {
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<QString>("file");
        QTest::newRow("alone") << QByteArray() << u"template.yml"_s;
        QTest::newRow("beside a template") << templateText("b") << u"template.yaml"_s;
        QTest::newRow("beside something else") << "kind: Deployment\n"_ba << u"template.yml"_s;
    }
    void theShortNameIsReadWhereTheOtherIsNoTemplate()
    {
        QFETCH(const QByteArray, other);
        const ScratchFolder place;
        place.write(u"t/template.yml"_s, templateText("a"));
        if (!other.isEmpty())
            place.write(u"t/template.yaml"_s, other);
        TemplateSearch search({u"s"_s, place.path()});
        search.run();
        QCOMPARE(search.entries().size(), 1);
        const CatalogEntry &found = search.entries().first();
        QTEST(QString::fromUtf8(found.definition.fileName()), "file");
        const auto loaded = loadTemplate(found);
        VERIFY_RESULT(loaded);
        QTEST(QString::fromUtf8(loaded->entry.definition.fileName()), "file");
    }

    void aFolderOfThatNameIsNoTemplate()
    {
        const ScratchFolder place;
        place.write(u"template.yaml/x"_s, "x");
        QCOMPARE(read(place, LookReason::Named), u"nothing"_s);
    }

    void whatCannotBeReadIsTold()
    {
        const ScratchFolder place;
        place.write(u"template.yaml"_s, templateText("a"));
        place.link(u"waymark.yaml"_s, u"template.yaml"_s);
        QCOMPARE(read(place, LookReason::Search), u"definition template.unreadable"_s);
        QVERIFY(QFile::remove(place.path(u"template.yaml"_s)));
        place.link(u"template.yaml"_s, u"waymark.yaml"_s);
        QCOMPARE(read(place, LookReason::Search), u"template.unreadable template.unreadable"_s);
    }
};

QTEST_APPLESS_MAIN(TestTemplateSearch)
#include "tst_templatesearch.moc"
