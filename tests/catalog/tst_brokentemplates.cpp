#include "models/catalog/catalog.h"
#include "models/catalog/templatereader.h"
#include "tests/catalog/templatetesting.h"
#include "tests/support/testing.h"

#include <functional>

#include <sys/stat.h>

using namespace waymark;
using namespace Qt::StringLiterals;

namespace {

using Maker = std::function<void(const ScratchFolder &)>;

/// Ten times ten times … the same item: 10⁹ in nine lines.
QByteArray bomb()
{
    QByteArray text = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int level = 1; level < 9; ++level) {
        const QByteArray number = QByteArray::number(level);
        const QByteArray alias = "*a" + QByteArray::number(level - 1);
        const QByteArrayList items(10, alias);
        text += "a" + number + ": &a" + number + " [" + items.join(", ") + "]\n";
    }
    return text;
}

Maker containing(const QByteArray &content)
{
    return [content](const ScratchFolder &place) { place.write(u"bad/template.yaml"_s, content); };
}

QString placeOf(const Problem &problem)
{
    return problem.position ? u"%1:%2"_s.arg(problem.position->line).arg(problem.position->column)
                            : QString();
}

} // namespace

Q_DECLARE_METATYPE(Maker)

class TestBrokenTemplates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatCannotBeReadIsListedAsBroken_data()
    {
        QTest::addColumn<Maker>("make");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("position");
        const auto row
            = [](const char *name, const Maker &make, const QString &code,
                 const QString &position) { QTest::newRow(name) << make << code << position; };
        row("a bomb", containing("kind: Template\n" + bomb()), u"yaml.too-large"_s, u"8:10"_s);
        row("a bomb that says nothing", containing(bomb()), u"yaml.too-large"_s, u"7:10"_s);
        row("too deep", containing("kind: Template\na: " + QByteArray(300, '[')),
            u"yaml.too-deep"_s, u"2:203"_s);
        row("a megabyte of brackets", containing(QByteArray(1 << 20, '[')), u"yaml.too-deep"_s,
            u"1:201"_s);
        row("not UTF-8", containing("kind: Template\nmetadata: {name: \xff}\n"), u"yaml.encoding"_s,
            u"2:18"_s);
        row("not UTF-8, and nothing else", containing("\xff\xfe\xfd\xfc"), u"yaml.encoding"_s,
            u"1:1"_s);
        row("UTF-16", containing(QByteArray("k\0i\0n\0d\0:\0 \0T\0", 14)), u"yaml.encoding"_s,
            u"1:1"_s);
        row("a null byte", containing(QByteArray("kind: Template\na: \0\n", 20)),
            u"yaml.character"_s, u"2:4"_s);
        row("an unterminated quote", containing("kind: Template\nmetadata: {name: 'x\n"),
            u"yaml.unterminated"_s, u"2:18"_s);
        row(
            "a link",
            [](const ScratchFolder &place) {
                place.write(u"bad/other.yaml"_s, templateText("other"));
                place.link(u"bad/template.yaml"_s, u"other.yaml"_s);
            },
            u"template.unreadable"_s, QString());
        row(
            "a link to nowhere",
            [](const ScratchFolder &place) {
                place.write(u"bad/x"_s, {});
                place.link(u"bad/template.yaml"_s, u"gone"_s);
            },
            u"template.unreadable"_s, QString());
        row(
            "a pipe",
            [](const ScratchFolder &place) {
                place.write(u"bad/x"_s, {});
                const QByteArray name = QFile::encodeName(place.path(u"bad/template.yaml"_s));
                QCOMPARE(::mkfifo(name.constData(), 0600), 0);
            },
            u"template.unreadable"_s, QString());
        row("more than is read", containing(QByteArray(longestDefinition + 1, '#')),
            u"template.too-big"_s, QString());
    }

    void whatCannotBeReadIsListedAsBroken()
    {
        QFETCH(const Maker, make);
        QFETCH(const QString, code);
        QFETCH(const QString, position);
        const ScratchFolder place;
        make(place);
        place.write(u"good/template.yaml"_s, templateText("good"));
        const Catalog catalog({{u"team"_s, place.path()}});
        QCOMPARE(catalog.problems(), QList<Problem>());
        QCOMPARE(catalog.entries().size(), 2);
        const CatalogEntry &bad = catalog.entries().at(0);
        QCOMPARE(bad.id, u"bad"_s);
        QVERIFY(bad.definition.isBroken());
        const Problem &problem = bad.definition.problems.first();
        QCOMPARE(problem.code, code);
        QCOMPARE(problem.file, place.path(u"bad/template.yaml"_s));
        QCOMPARE(placeOf(problem), position);
        QVERIFY(!problem.hint.isEmpty());

        for (const QString &name : {u"bad"_s, u"team/bad"_s, u"./bad"_s}) {
            const Result<CatalogEntry> found = catalog.find(name, place.path());
            VERIFY_RESULT(found);
            QCOMPARE(found->definition.problems, bad.definition.problems);
        }
        const Result<LoadedTemplate> loaded = loadTemplate(bad);
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().problem.code, code);
        QCOMPARE(placeOf(loaded.error().problem), position);
    }

    void whatIsNoYamlIsOnlyATemplateWhereItIsNamed()
    {
        const ScratchFolder place;
        place.write(u"chart/template.yaml"_s, "{{- if .Values.on }}\na: [\n{{- end }}\n");
        const Catalog catalog({{u"team"_s, place.path()}});
        QVERIFY(catalog.entries().isEmpty());
        QVERIFY(catalog.problems().isEmpty());
        const Result<CatalogEntry> named = catalog.find(u"./chart"_s, place.path());
        VERIFY_RESULT(named);
        QVERIFY(named->definition.isBroken());
        QCOMPARE(named->definition.problems.first().position->line, 1);
    }

    void aSidecarThatCannotBeReadBreaksItsTemplate()
    {
        const ScratchFolder place;
        place.write(u"go/template.yaml"_s, templateText("go"));
        place.link(u"go/waymark.yaml"_s, u"template.yaml"_s);
        const Catalog catalog({{u"team"_s, place.path()}});
        QCOMPARE(catalog.entries().size(), 1);
        const Template &definition = catalog.entries().first().definition;
        QCOMPARE(definition.name, u"go"_s);
        QVERIFY(definition.isBroken());
        QCOMPARE(
            definition.problems.first().toString(),
            place.path(u"go/waymark.yaml"_s)
                + u": This cannot be read: it is a link.\nLinks are not followed here: put what it "
                  "leads to in its place."_s);
    }

    void ofAnUnreadableTemplateTheSidecarIsNotBlamed()
    {
        const ScratchFolder place;
        place.write(u"bad/template.yaml"_s, "kind: Template\nspec: [\n");
        place.write(u"bad/waymark.yaml"_s, "golden: {size: {why: enough}}\n");
        const Result<CatalogEntry> entry = readTemplateFolder(place.path(u"bad"_s));
        VERIFY_RESULT(entry);
        QCOMPARE(entry->definition.problems.size(), 1);
        QCOMPARE(entry->definition.problems.first().code, u"yaml.bracket"_s);
    }

    void aTemplateThatBreaksLaterIsNotLoaded()
    {
        const ScratchFolder place;
        place.write(u"go/template.yaml"_s, templateText("go"));
        const Catalog catalog({{u"team"_s, place.path()}});
        QVERIFY(QFile::remove(place.path(u"go/template.yaml"_s)));
        place.link(u"go/template.yaml"_s, u"/etc/hostname"_s);
        const Result<LoadedTemplate> loaded = loadTemplate(catalog.entries().first());
        QVERIFY(!loaded);
        QCOMPARE(loaded.error().problem.code, u"template.unreadable"_s);
        QVERIFY(QDir(place.path(u"go"_s)).removeRecursively());
        QCOMPARE(loadTemplate(catalog.entries().first()).error().problem.code,
                 u"template.unreadable"_s);
    }
};

QTEST_APPLESS_MAIN(TestBrokenTemplates)
#include "tst_brokentemplates.moc"
