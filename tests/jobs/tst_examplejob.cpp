#include "models/jobs/examplejob.h"
#include "tests/jobs/heldexecutor.h"
#include "tests/support/exampletemplate.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace waymark;
using testing::ExampleTemplate;
using testing::HeldExecutor;

namespace {

QByteArray joined(const QByteArrayList &paths)
{
    return paths.join(' ');
}

TemplateExample exampleOf(const ExampleTemplate &place)
{
    return waymark::exampleOf(place.entry(), {});
}

} // namespace

class TestExampleJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTemplateIsTriedWithItsDefaults()
    {
        const ExampleTemplate place;
        const TemplateExample example = exampleOf(place);
        QVERIFY2(!example.problem, qPrintable(example.problem.value_or(Problem()).toString()));
        QVERIFY(example.isRendered);
        QCOMPARE(joined(example.files), QByteArray("README.md deploy/base/service.yaml"));
        QCOMPARE(joined(example.leftOut), QByteArray("big.txt"));
        QCOMPARE(example.conditional.size(), 1);
        QCOMPARE(example.conditional.first().parameter.name, u"zone"_s);
    }

    void whereThatFailsTheTemplatesOwnFilesAreListed()
    {
        const ExampleTemplate place;
        place.write(u"template.yaml"_s, place.yaml("./missing"));
        const TemplateExample example = exampleOf(place);
        QVERIFY(!example.isRendered);
        QVERIFY(example.problem);
        QVERIFY(example.files.contains("skeleton/README.md"));
        QVERIFY(!example.files.contains("template.yaml"));
    }

    void aBrokenTemplateHasItsProblem()
    {
        const ExampleTemplate place;
        place.write(u"template.yaml"_s,
                    "apiVersion: scaffolder.backstage.io/v1beta3\nkind: Template\n"
                    "metadata: {name: small}\nspec: {type: service}\n");
        const TemplateExample example = exampleOf(place);
        QVERIFY(!example.isRendered);
        QVERIFY(example.problem);
        QVERIFY(example.files.isEmpty());
        QVERIFY(example.faulty.value(place.folder() + u"/template.yaml"_s).contains("kind: Temp"));
    }

    void whatIsNotWrongOrALinkIsNotKept()
    {
        QVERIFY(exampleOf(ExampleTemplate()).faulty.isEmpty());
        const ExampleTemplate place;
        const QString path = place.folder() + u"/template.yaml"_s;
        place.write(u"template.yaml"_s,
                    "apiVersion: scaffolder.backstage.io/v1beta3\n"
                    "kind: Template\nmetadata: {name: small}\n"
                    "spec: {type: service}\n");
        const CatalogEntry entry = place.entry();
        QVERIFY(QFile::rename(path, place.folder() + u"/other.yaml"_s));
        QVERIFY(QFile::link(u"other.yaml"_s, path));
        QVERIFY(!waymark::exampleOf(entry, {}).faulty.contains(path));
    }

    void aTemplateThatIsGoneIsNoCrash()
    {
        const CatalogEntry entry = ExampleTemplate().entry();
        const TemplateExample example = waymark::exampleOf(entry, {});
        QVERIFY(example.problem);
        QCOMPARE(example.definition.name, u"small"_s);
    }

    void picturesOfTheTemplateAreKept()
    {
        const ExampleTemplate place;
        place.write(u"docs/map.png"_s, "png");
        place.write(u"docs/map.svg"_s, "<svg/>");
        QFile::link(u"/etc/hostname"_s, place.folder() + u"/docs/link.png"_s);
        QCOMPARE(exampleOf(place).pictures.keys(), QStringList{u"docs/map.png"_s});
    }

    void theNewestRequestWins()
    {
        HeldExecutor held;
        ExampleJob job(held.executor());
        QStringList names;
        connect(&job, &ExampleJob::ready, this,
                [&names](const TemplateExample &example) { names += example.definition.name; });
        const ExampleTemplate first(u"first"_s);
        const ExampleTemplate second(u"second"_s);
        job.read(first.entry());
        job.read(second.entry());
        QVERIFY(job.isRunning());
        held.runFirst();
        QCOMPARE(names, QStringList());
        held.runFirst();
        QCOMPARE(names, QStringList{u"second"_s});
        QVERIFY(!job.isRunning());
    }

    void itRunsInAThread()
    {
        const ExampleTemplate place;
        ExampleJob job;
        const QSignalSpy ready(&job, &ExampleJob::ready);
        job.read(place.entry());
        QTRY_COMPARE(ready.size(), 1);
        QTRY_VERIFY(!job.isRunning());
    }
};

QTEST_GUILESS_MAIN(TestExampleJob)
#include "tst_examplejob.moc"
